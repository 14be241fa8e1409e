// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/roster.h"
#include "tests/domain/sample_files.h"

#include <QTest>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;
using samples::day;
using samples::moment;
using std::chrono::minutes;

namespace {

Shift shift(const QString &staff, const QString &date, int fromHour, int toHour, const QString &team,
            bool lunchCover = false)
{
    return {StaffId(staff), day(date), minutes(fromHour * 60), minutes(toHour * 60), NodeId(team), lunchCover};
}

} // namespace

class TestRoster : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void withoutARosterEverybodyIsOnDutyInOpeningHours();
    void aRosterDecidesOnItsDays();
    void aNightShiftRunsIntoTheMorningAndIsNoRosterForIt();
    void anotherTeamsRosterDoesNotCount();
    void lunchCoverOpensTheGapWhileItStands();
    void lunchCoverOfATeamIsThatOfItsUnit();
    void lunchCoverOpensNothingElse();

private:
    Organisation m_office;
    std::optional<WorkCalendar> m_calendar; ///< of D05: 09:00–12:00 and 13:30–17:00
};

void TestRoster::initTestCase()
{
    m_office = samples::organisation();
    m_calendar = m_office.calendarOf(NodeId(u"D05"_s), samples::holidays());
}

void TestRoster::withoutARosterEverybodyIsOnDutyInOpeningHours()
{
    const Roster none;
    const auto onDuty = [&](const QString &time) {
        return none.onDuty(StaffId(u"a"_s), NodeId(u"D05-T1"_s), moment(time), *m_calendar, m_office);
    };
    QVERIFY(onDuty(u"2026-11-23T10:00:00+08:00"_s));
    QVERIFY(!onDuty(u"2026-11-23T12:30:00+08:00"_s));
    QVERIFY(!onDuty(u"2026-11-21T10:00:00+08:00"_s));
}

void TestRoster::aRosterDecidesOnItsDays()
{
    const Roster roster({shift(u"a"_s, u"2026-11-23"_s, 9, 12, u"D05-T1"_s)});
    const NodeId team(u"D05-T1"_s);
    const auto onDuty = [&](const QString &staff, const QString &time) {
        return roster.onDuty(StaffId(staff), team, moment(time), *m_calendar, m_office);
    };
    QVERIFY(onDuty(u"a"_s, u"2026-11-23T11:59:59+08:00"_s));
    QVERIFY(!onDuty(u"a"_s, u"2026-11-23T14:00:00+08:00"_s));
    QVERIFY(!onDuty(u"b"_s, u"2026-11-23T10:00:00+08:00"_s));
    QVERIFY(onDuty(u"b"_s, u"2026-11-24T10:00:00+08:00"_s));
}

void TestRoster::aNightShiftRunsIntoTheMorningAndIsNoRosterForIt()
{
    const Roster roster({shift(u"a"_s, u"2026-11-23"_s, 20, 32, u"D05-T1"_s)});
    const NodeId team(u"D05-T1"_s);
    QVERIFY(roster.onDuty(StaffId(u"a"_s), team, moment(u"2026-11-24T07:59:00+08:00"_s), *m_calendar, m_office));
    QVERIFY(!roster.onDuty(StaffId(u"a"_s), team, moment(u"2026-11-24T08:00:00+08:00"_s), *m_calendar, m_office));
    QVERIFY(roster.onDuty(StaffId(u"b"_s), team, moment(u"2026-11-24T10:00:00+08:00"_s), *m_calendar, m_office));
}

void TestRoster::anotherTeamsRosterDoesNotCount()
{
    const Roster roster({shift(u"a"_s, u"2026-11-23"_s, 9, 12, u"D05-T2"_s)});
    QVERIFY(roster.onDuty(StaffId(u"b"_s), NodeId(u"D05-T1"_s), moment(u"2026-11-23T10:00:00+08:00"_s), *m_calendar,
                          m_office));
    QVERIFY(roster.hasShifts(NodeId(u"D05"_s), day(u"2026-11-23"_s), m_office));
    QVERIFY(!roster.hasShifts(NodeId(u"D05-T1"_s), day(u"2026-11-23"_s), m_office));
    QVERIFY(!roster.hasShifts(NodeId(u"D05"_s), day(u"2026-11-24"_s), m_office));
}

void TestRoster::lunchCoverOpensTheGapWhileItStands()
{
    const Roster roster({shift(u"a"_s, u"2026-11-23"_s, 12, 13, u"D05"_s, true)});
    const auto staffed = [&](const QString &time) {
        return isStaffed(NodeId(u"D05"_s), moment(time), *m_calendar, roster, m_office);
    };
    QVERIFY(staffed(u"2026-11-23T11:00:00+08:00"_s)); // open, although nobody's shift says so
    QVERIFY(staffed(u"2026-11-23T12:00:00+08:00"_s));
    QVERIFY(staffed(u"2026-11-23T12:59:59+08:00"_s));
    QVERIFY(!staffed(u"2026-11-23T13:00:00+08:00"_s));
    QVERIFY(!staffed(u"2026-11-24T12:30:00+08:00"_s));
}

void TestRoster::lunchCoverOfATeamIsThatOfItsUnit()
{
    const Roster roster({shift(u"b"_s, u"2026-11-23"_s, 12, 14, u"D05-T1"_s, true),
                         shift(u"a"_s, u"2026-11-23"_s, 12, 14, u"D05-T1"_s, true),
                         shift(u"c"_s, u"2026-11-23"_s, 12, 14, u"D05-T1"_s)});
    const auto cover = roster.lunchCoverOf(NodeId(u"D05"_s), day(u"2026-11-23"_s), m_office);
    QCOMPARE(cover.size(), std::size_t(2));
    QCOMPARE(cover[0].staff.value, u"a"_s);
    QCOMPARE(cover[1].staff.value, u"b"_s);
    QVERIFY(roster.lunchCoverOf(NodeId(u"D06"_s), day(u"2026-11-23"_s), m_office).empty());
}

void TestRoster::lunchCoverOpensNothingElse()
{
    const Roster roster({shift(u"a"_s, u"2026-11-21"_s, 9, 20, u"D05"_s, true),
                         shift(u"a"_s, u"2026-11-23"_s, 9, 20, u"D05"_s, true)});
    QVERIFY(!isStaffed(NodeId(u"D05"_s), moment(u"2026-11-21T12:30:00+08:00"_s), *m_calendar, roster, m_office));
    QVERIFY(!isStaffed(NodeId(u"D05"_s), moment(u"2026-11-23T18:00:00+08:00"_s), *m_calendar, roster, m_office));
}

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"
