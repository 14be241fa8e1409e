// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/knowledge.h"
#include "tests/domain/sample_files.h"

#include <QTest>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;
using samples::day, samples::moment;

/// The two clocks of the knowledge base over the real calendars of 2022 to 2026, and into the year whose notice is not out.
class TestKnowledgeClocks : public QObject {
    Q_OBJECT

private:
    WorkCalendar m_office = samples::calendarOf(samples::hours().at(HoursId(u"H1"_s)));

    /// "2026-02-26 17:00 除 2/15–2/23 春节, 2/14 上班", as the desk says it.
    static QString words(const Result<Due> &due)
    {
        if (!due)
            return wireName(due.error().code);
        const auto md = [](LocalDate date) {
            const std::chrono::year_month_day ymd(date);
            return u"%1/%2"_s.arg(unsigned(ymd.month())).arg(unsigned(ymd.day()));
        };
        QStringList parts;
        for (const Exclusion &one : due->why) {
            const QString days = one.from == one.to ? md(one.from) : QString(md(one.from) + u'-' + md(one.to));
            const QString why = one.kind == ExclusionKind::Weekend ? u"周末"_s : one.kind == ExclusionKind::Statutory ? u"法定"_s : one.name;
            parts.append(days + why);
        }
        if (due->onMakeUpDay)
            parts.append(u"当日调休上班"_s);
        if (!due->calendarKnown)
            parts.append(u"日历未发布"_s);
        return toIso(due->due).left(16).replace(u'T', u' ') + (parts.isEmpty() ? QString() : QString(u" "_s + parts.join(u' ')));
    }

private slots:
    void aWordingIsDueOnTheFifthWorkingDay_data()
    {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("due");
        const auto row = [](const char *marked, const QString &due) { QTest::newRow(marked) << QString::fromLatin1(marked) << due; };
        row("2026-11-23T10:00:00+08:00", u"2026-11-30 17:00 11/28-11/29周末"_s);
        row("2026-11-23T23:59:00+08:00", u"2026-11-30 17:00 11/28-11/29周末"_s); // after closing is still that day
        row("2026-11-22T10:00:00+08:00", u"2026-11-30 17:00 11/22周末 11/28-11/29周末"_s); // a Sunday's mark is Monday's
        row("2025-12-31T10:00:00+08:00", u"2026-01-08 17:00 1/1-1/3元旦"_s); // 4 January, a Sunday, is worked
        row("2026-01-04T10:00:00+08:00", u"2026-01-09 17:00"_s);
        row("2026-02-12T10:00:00+08:00", u"2026-02-26 17:00 2/15-2/23春节"_s); // over 14 February
        row("2026-02-14T10:00:00+08:00", u"2026-02-28 17:00 2/15-2/23春节 当日调休上班"_s);
        row("2026-02-24T10:00:00+08:00", u"2026-03-02 17:00 3/1周末"_s); // over 28 February
        row("2026-04-29T10:00:00+08:00", u"2026-05-09 17:00 5/1-5/5劳动节 当日调休上班"_s);
        row("2026-09-18T10:00:00+08:00", u"2026-09-24 17:00 9/19周末"_s); // over 20 September
        row("2026-09-30T10:00:00+08:00", u"2026-10-13 17:00 10/1-10/7国庆节 10/11周末"_s); // over 10 October
        row("2025-09-30T10:00:00+08:00", u"2025-10-14 17:00 10/1-10/8国庆节、中秋节 10/12周末"_s); // over 11 October
        row("2024-09-30T10:00:00+08:00", u"2024-10-12 17:00 10/1-10/7国庆节 当日调休上班"_s);
        row("2022-12-29T10:00:00+08:00", u"2023-01-06 17:00 12/31-1/2元旦"_s); // 31 December stands in the notice of 2023
        row("2022-01-28T10:00:00+08:00", u"2022-02-09 17:00 1/31-2/6春节"_s); // over 29 and 30 January
        row("2023-06-21T10:00:00+08:00", u"2023-06-29 17:00 6/22-6/24端午节"_s); // over 25 June, a Sunday
        row("2026-12-29T10:00:00+08:00", u"2027-01-06 17:00 1/1法定 1/2-1/3周末 日历未发布"_s);
        row("2027-02-01T10:00:00+08:00", u"2027-02-08 17:00 2/6-2/7周末 日历未发布"_s); // nothing is guessed
    }
    void aWordingIsDueOnTheFifthWorkingDay()
    {
        QFETCH(QString, marked);
        QFETCH(QString, due);
        QCOMPARE(words(wordingDue(m_office, moment(marked))), due);
    }

    void aPolicyIsInTheWorkingDayBefore_data()
    {
        QTest::addColumn<QString>("effective");
        QTest::addColumn<QString>("due");
        const auto row = [](const char *effective, const QString &due) { QTest::newRow(effective) << QString::fromLatin1(effective) << due; };
        row("2026-11-25", u"2026-11-24 17:00"_s);
        row("2026-11-23", u"2026-11-20 17:00 11/21-11/22周末"_s); // a Monday
        row("2026-01-05", u"2026-01-04 17:00 当日调休上班"_s); // a Sunday that is worked
        row("2026-01-01", u"2025-12-31 17:00"_s);
        row("2026-02-15", u"2026-02-14 17:00 当日调休上班"_s);
        row("2026-02-24", u"2026-02-14 17:00 2/15-2/23春节 当日调休上班"_s);
        row("2026-03-01", u"2026-02-28 17:00 当日调休上班"_s);
        row("2026-05-10", u"2026-05-09 17:00 当日调休上班"_s);
        row("2026-09-21", u"2026-09-20 17:00 当日调休上班"_s);
        row("2026-10-01", u"2026-09-30 17:00"_s);
        row("2026-10-08", u"2026-09-30 17:00 10/1-10/7国庆节"_s);
        row("2026-10-11", u"2026-10-10 17:00 当日调休上班"_s);
        row("2025-10-12", u"2025-10-11 17:00 当日调休上班"_s);
        row("2024-10-13", u"2024-10-12 17:00 当日调休上班"_s);
        row("2023-01-01", u"2022-12-30 17:00 12/31元旦"_s);
        row("2027-01-01", u"2026-12-31 17:00"_s);
        row("2027-01-04", u"2026-12-31 17:00 1/1法定 1/2-1/3周末 日历未发布"_s);
    }
    void aPolicyIsInTheWorkingDayBefore()
    {
        QFETCH(QString, effective);
        QFETCH(QString, due);
        QCOMPARE(words(policyDue(m_office, day(effective))), due);
    }

    void anOfficeThatNeverOpensOwesNothingThatCouldBeDue()
    {
        const WorkCalendar closed = samples::calendarOf({});
        QCOMPARE(words(wordingDue(closed, moment(u"2026-11-23T10:00:00+08:00"_s))), u"not_found"_s);
        QCOMPARE(words(policyDue(closed, day(u"2026-11-23"_s))), u"not_found"_s);
    }

    void anApprovedEntryBeginsAndEndsByItself()
    {
        using S = EntryState;
        using P = EntryPhase;
        const LocalDate from = day(u"2026-12-01"_s), to = day(u"2026-12-31"_s);
        const auto phase = [&](S state, const char16_t *today, bool hasEnd = true) {
            return phaseOf(state, from, hasEnd ? std::optional(to) : std::nullopt, day(QString::fromUtf16(today)));
        };
        QCOMPARE(phase(S::Approved, u"2026-11-30"), P::Scheduled);
        QCOMPARE(phase(S::Approved, u"2026-12-01"), P::InForce);
        QCOMPARE(phase(S::Approved, u"2026-12-31"), P::InForce);
        QCOMPARE(phase(S::Approved, u"2027-01-01"), P::Ended);
        QCOMPARE(phase(S::Approved, u"2030-01-01", false), P::InForce);
        QCOMPARE(phase(S::Draft, u"2026-12-15"), P::Draft);
        QCOMPARE(phase(S::Review, u"2026-12-15"), P::Review);
        QCOMPARE(phase(S::Withdrawn, u"2026-12-15"), P::Withdrawn);
    }
};

QTEST_GUILESS_MAIN(TestKnowledgeClocks)
#include "tst_knowledge_clocks.moc"
