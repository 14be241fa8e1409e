// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/work_calendar.h"
#include "tests/domain/property.h"
#include "tests/domain/sample_files.h"

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;
using samples::day;
using samples::moment;
using std::chrono::days;
using std::chrono::minutes;

namespace {

const Holidays &notices()
{
    static const Holidays all = samples::holidays();
    return all;
}

WorkCalendar hours(const QString &id)
{
    return samples::calendarOf(samples::hours().at(HoursId(id)));
}

QString printed(const Result<Due> &due)
{
    return due ? toIso(due->due) : QString(wireName(due.error().code));
}

/// "10-01…10-07 国庆节 holiday; …"
QString printed(const std::vector<Exclusion> &why)
{
    static const QString kinds[] = {u"weekend"_s, u"holiday"_s, u"statutory"_s, u"closed"_s};
    QStringList parts;
    for (const Exclusion &e : why)
        parts.append(toIso(e.from).mid(5) + u"…"_s + toIso(e.to).mid(5) + u' ' + e.name + u' '
                     + kinds[int(e.kind)]);
    return parts.join(u"; "_s);
}

/// Any weekly hours: up to three blocks a day, in any order, overlapping or not, some days closed.
rc::Gen<WeekHours> anyHours()
{
    const auto block = rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 1440), rc::gen::inRange(1, 600)),
                                    [](const std::pair<int, int> &p) {
                                        return Block{minutes(p.first), minutes(std::min(1440, p.first + p.second))};
                                    });
    const auto blocks = rc::gen::resize(3, rc::gen::container<std::vector<Block>>(block));
    return rc::gen::map(rc::gen::pair(rc::gen::container<std::vector<std::vector<Block>>>(7, blocks),
                                      rc::gen::arbitrary<bool>()),
                        [](const std::pair<std::vector<std::vector<Block>>, bool> &p) {
                            WeekHours week;
                            std::copy(p.first.begin(), p.first.end(), week.days.begin());
                            week.ignoresHolidays = p.second;
                            return week;
                        });
}

/// Any moment of 2024–2027, to the millisecond.
rc::Gen<Instant> anyMoment()
{
    const qint64 first = toMs(at(day(u"2024-01-01"_s), minutes(0)));
    const qint64 last = toMs(at(day(u"2027-12-31"_s), minutes(0)));
    return rc::gen::map(rc::gen::inRange<qint64>(first, last), [](qint64 ms) { return fromMs(ms); });
}

WorkCalendar keeping(const WeekHours &week)
{
    return WorkCalendar(notices(), {DatedHours{week, day(u"2020-01-01"_s), std::nullopt}});
}

} // namespace

namespace rc {
template<>
struct Arbitrary<WeekHours> {
    static Gen<WeekHours> arbitrary() { return anyHours(); }
};
template<>
struct Arbitrary<Instant> {
    static Gen<Instant> arbitrary() { return anyMoment(); }
};
} // namespace rc

namespace bangban::domain {
// NOLINTNEXTLINE(readability-identifier-naming): the name rapidcheck looks up
void showValue(const WeekHours &week, std::ostream &os)
{
    os << (week.ignoresHolidays ? "through holidays" : "closed on holidays");
    for (std::size_t d = 0; d < week.days.size(); ++d)
        for (const Block &b : week.days[d])
            os << ' ' << d + 1 << ':' << b.from.count() << '-' << b.to.count();
}
} // namespace bangban::domain

class TestWorkCalendar : public QObject {
    Q_OBJECT

private slots:
    void opensAndClosesToTheMinute_data();
    void opensAndClosesToTheMinute();
    void swappedDaysHaveMondaysHours();
    void aSaturdayMorningIsOpenButNoWorkingDay();
    void theNewestHoursApply();
    void callBacksAreDueAtTenOfAWorkingDay_data();
    void callBacksAreDueAtTenOfAWorkingDay();
    void gapCallBacksAreDueOneWorkingHourAfterReopening();
    void closingCallBacksAreDueOnTheNextWorkingDay();
    void workingDaysEndAtClosingTime_data();
    void workingDaysEndAtClosingTime();
    void aDueTimeExplainsItself();
    void aYearWithoutNoticeIsNotGuessed();
    void dayAndNightNeverCloses();
    void anOfficeThatNeverOpensHasNoDueTimes();
    void aYearFileMayMarkDaysOfItsNeighbour();
    void badHoursAreRefused_data();
    void badHoursAreRefused();
    void propertiesOfOpeningHold();
    void propertiesOfWorkingTimeHold();
    void propertiesOfWorkingDaysHold();
    void propertiesOfCallBacksHold();
};

void TestWorkCalendar::opensAndClosesToTheMinute_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<GapKind>("gap");
    QTest::newRow("before") << u"2026-11-23T08:59:59.999+08:00"_s << GapKind::Closed;
    QTest::newRow("opening") << u"2026-11-23T09:00:00+08:00"_s << GapKind::Open;
    QTest::newRow("last moment of the morning") << u"2026-11-23T11:59:59.999+08:00"_s << GapKind::Open;
    QTest::newRow("noon") << u"2026-11-23T12:00:00+08:00"_s << GapKind::Lunch;
    QTest::newRow("end of lunch") << u"2026-11-23T13:29:59.999+08:00"_s << GapKind::Lunch;
    QTest::newRow("afternoon") << u"2026-11-23T13:30:00+08:00"_s << GapKind::Open;
    QTest::newRow("closing") << u"2026-11-23T17:00:00+08:00"_s << GapKind::Closed;
    QTest::newRow("Saturday noon") << u"2026-11-21T12:30:00+08:00"_s << GapKind::Closed;
    QTest::newRow("holiday") << u"2026-10-05T10:00:00+08:00"_s << GapKind::Closed;
    QTest::newRow("swapped Saturday") << u"2026-10-10T10:00:00+08:00"_s << GapKind::Open;
}

void TestWorkCalendar::opensAndClosesToTheMinute()
{
    QFETCH(QString, time);
    QFETCH(GapKind, gap);
    QCOMPARE(hours(u"H1"_s).gapAt(moment(time)), gap);
    QCOMPARE(hours(u"H1"_s).isOpen(moment(time)), gap == GapKind::Open);
}

void TestWorkCalendar::swappedDaysHaveMondaysHours()
{
    // H4 closes early on Fridays; the swapped Saturday keeps Monday's hours.
    const WorkCalendar calendar = hours(u"H4"_s);
    const LocalDate swapped = day(u"2026-10-10"_s);
    QVERIFY(calendar.isWorkingDay(swapped));
    QVERIFY(calendar.isMakeUpDay(swapped));
    QCOMPARE(calendar.blocksOn(swapped), calendar.blocksOn(day(u"2026-10-12"_s)));
    QCOMPARE(toIso(*calendar.closingOf(day(u"2026-10-09"_s))), u"2026-10-09T15:30:00+08:00"_s);
    QCOMPARE(toIso(*calendar.closingOf(swapped)), u"2026-10-10T17:00:00+08:00"_s);
}

void TestWorkCalendar::aSaturdayMorningIsOpenButNoWorkingDay()
{
    const WorkCalendar calendar = hours(u"H3"_s);
    QVERIFY(calendar.isOpen(moment(u"2026-11-21T10:00:00+08:00"_s)));
    QVERIFY(!calendar.isWorkingDay(day(u"2026-11-21"_s)));
    QCOMPARE(toIso(*calendar.nextOpening(moment(u"2026-11-20T18:00:00+08:00"_s))), u"2026-11-21T09:00:00+08:00"_s);
    QCOMPARE(printed(calendar.callBackDue(moment(u"2026-11-20T18:00:00+08:00"_s))), u"2026-11-23T10:00:00+08:00"_s);
}

void TestWorkCalendar::theNewestHoursApply()
{
    const auto all = samples::hours();
    const WorkCalendar calendar(notices(), {{all.at(HoursId(u"H1"_s)), day(u"2022-12-01"_s), std::nullopt},
                                            {all.at(HoursId(u"H2"_s)), day(u"2026-11-24"_s), day(u"2026-11-25"_s)}});
    QVERIFY(!calendar.isOpen(moment(u"2026-11-23T12:30:00+08:00"_s)));
    QVERIFY(calendar.isOpen(moment(u"2026-11-24T12:30:00+08:00"_s)));
    QVERIFY(calendar.isOpen(moment(u"2026-11-25T12:30:00+08:00"_s)));
    QVERIFY(!calendar.isOpen(moment(u"2026-11-26T12:30:00+08:00"_s)));
    QVERIFY(!calendar.isOpen(moment(u"2022-11-30T10:00:00+08:00"_s)));
}

void TestWorkCalendar::callBacksAreDueAtTenOfAWorkingDay_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("due");
    QTest::newRow("07:00 of a working day") << u"2026-11-23T07:00:00+08:00"_s << u"2026-11-23T10:00:00+08:00"_s;
    QTest::newRow("after midnight") << u"2026-11-24T00:10:00+08:00"_s << u"2026-11-24T10:00:00+08:00"_s;
    QTest::newRow("evening") << u"2026-11-23T18:30:00+08:00"_s << u"2026-11-24T10:00:00+08:00"_s;
    QTest::newRow("Friday night") << u"2026-11-20T22:00:00+08:00"_s << u"2026-11-23T10:00:00+08:00"_s;
    QTest::newRow("Saturday") << u"2026-11-21T10:00:00+08:00"_s << u"2026-11-23T10:00:00+08:00"_s;
    QTest::newRow("first day of a long holiday") << u"2026-10-01T12:00:00+08:00"_s << u"2026-10-08T10:00:00+08:00"_s;
    QTest::newRow("Friday before a swapped Saturday")
        << u"2026-10-09T20:00:00+08:00"_s << u"2026-10-10T10:00:00+08:00"_s;
    QTest::newRow("swapped Sunday itself") << u"2026-01-04T07:00:00+08:00"_s << u"2026-01-04T10:00:00+08:00"_s;
}

void TestWorkCalendar::callBacksAreDueAtTenOfAWorkingDay()
{
    QFETCH(QString, asked);
    QFETCH(QString, due);
    QCOMPARE(printed(hours(u"H1"_s).callBackDue(moment(asked))), due);
}

void TestWorkCalendar::gapCallBacksAreDueOneWorkingHourAfterReopening()
{
    QCOMPARE(printed(hours(u"H1"_s).gapCallBackDue(moment(u"2026-11-23T12:45:20+08:00"_s))),
             u"2026-11-23T14:30:00+08:00"_s);
    QCOMPARE(printed(hours(u"H1"_s).gapCallBackDue(moment(u"2026-11-23T12:45:20+08:00"_s), minutes(30))),
             u"2026-11-23T14:00:00+08:00"_s);
    // Chosen in open time near the end of the day, the hour goes on the next morning.
    QCOMPARE(printed(hours(u"H1"_s).gapCallBackDue(moment(u"2026-11-23T16:40:00+08:00"_s))),
             u"2026-11-24T09:40:00+08:00"_s);
}

void TestWorkCalendar::closingCallBacksAreDueOnTheNextWorkingDay()
{
    QCOMPARE(printed(hours(u"H1"_s).closingCallBackDue(moment(u"2026-11-23T17:00:00+08:00"_s))),
             u"2026-11-24T10:00:00+08:00"_s);
    QCOMPARE(printed(hours(u"H1"_s).closingCallBackDue(moment(u"2026-09-30T17:00:00+08:00"_s))),
             u"2026-10-08T10:00:00+08:00"_s);
}

void TestWorkCalendar::workingDaysEndAtClosingTime_data()
{
    QTest::addColumn<QString>("mark");
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("due");
    const QString monday = u"2026-11-23T10:00:00+08:00"_s;
    QTest::newRow("five days") << monday << 5 << u"2026-11-30T17:00:00+08:00"_s;
    QTest::newRow("a mark after closing is still that day")
        << u"2026-11-23T21:00:00+08:00"_s << 1 << u"2026-11-24T17:00:00+08:00"_s;
    QTest::newRow("a mark on Sunday is Monday's") << u"2026-11-22T10:00:00+08:00"_s << 5 << u"2026-11-30T17:00:00+08:00"_s;
    QTest::newRow("over the holidays") << u"2026-09-29T10:00:00+08:00"_s << 3 << u"2026-10-09T17:00:00+08:00"_s;
    QTest::newRow("the swapped Saturday counts") << u"2026-09-29T10:00:00+08:00"_s << 4 << u"2026-10-10T17:00:00+08:00"_s;
}

void TestWorkCalendar::workingDaysEndAtClosingTime()
{
    QFETCH(QString, mark);
    QFETCH(int, n);
    QFETCH(QString, due);
    QCOMPARE(printed(hours(u"H1"_s).dueAfterWorkingDays(moment(mark), n)), due);
}

void TestWorkCalendar::aDueTimeExplainsItself()
{
    const auto october = hours(u"H1"_s).callBackDue(moment(u"2026-09-30T18:00:00+08:00"_s));
    QCOMPARE(printed(october->why), u"10-01…10-07 国庆节 holiday"_s);
    QVERIFY(october->calendarKnown);
    QVERIFY(!october->onMakeUpDay);
    const auto swapped = hours(u"H1"_s).callBackDue(moment(u"2026-10-09T18:00:00+08:00"_s));
    QVERIFY(swapped->onMakeUpDay);
    QVERIFY(swapped->why.empty());
    const auto weekend = hours(u"H1"_s).callBackDue(moment(u"2026-11-20T18:00:00+08:00"_s));
    QCOMPARE(printed(weekend->why), u"11-21…11-22  weekend"_s);
    const auto five = hours(u"H1"_s).dueAfterWorkingDays(moment(u"2026-04-30T10:00:00+08:00"_s), 5);
    QCOMPARE(printed(five), u"2026-05-11T17:00:00+08:00"_s);
    QCOMPARE(printed(five->why), u"05-01…05-05 劳动节 holiday; 05-10…05-10  weekend"_s);
}

void TestWorkCalendar::aYearWithoutNoticeIsNotGuessed()
{
    const WorkCalendar calendar = hours(u"H1"_s);
    QVERIFY(!notices().isPublished(2027)); // the file is there and empty
    QVERIFY(!notices().isPublished(2031)); // no file
    const auto newYear = calendar.callBackDue(moment(u"2026-12-31T18:00:00+08:00"_s));
    QCOMPARE(printed(newYear), u"2027-01-04T10:00:00+08:00"_s);
    QVERIFY(!newYear->calendarKnown);
    QCOMPARE(printed(newYear->why), u"01-01…01-01  statutory; 01-02…01-03  weekend"_s);
    // Spring Festival follows the moon: nobody closes for it before it is announced.
    QVERIFY(calendar.isWorkingDay(day(u"2027-02-08"_s)));
    for (const QString &fixed : {u"2027-05-01"_s, u"2027-05-02"_s, u"2027-10-01"_s, u"2027-10-03"_s})
        QVERIFY(!calendar.isWorkingDay(day(fixed)));
    QVERIFY(calendar.isWorkingDay(day(u"2027-10-04"_s)));
    QVERIFY(calendar.isKnown(day(u"2026-01-01"_s), day(u"2026-12-31"_s)));
    QVERIFY(!calendar.isKnown(day(u"2026-12-31"_s), day(u"2027-01-01"_s)));
}

void TestWorkCalendar::dayAndNightNeverCloses()
{
    const WorkCalendar calendar = samples::calendarOf(dayAndNight());
    for (const QString &time : {u"2026-10-01T00:00:00+08:00"_s, u"2026-11-22T23:59:59.999+08:00"_s,
                                u"2027-01-01T12:00:00+08:00"_s})
        QVERIFY(calendar.isOpen(moment(time)));
    QVERIFY(!calendar.nextChange(moment(u"2026-11-23T10:00:00+08:00"_s)));
    QVERIFY(calendar.isWorkingDay(day(u"2026-10-01"_s)));
    QVERIFY(calendar.isKnown(day(u"2027-01-01"_s), day(u"2027-12-31"_s)));
    QCOMPARE(toIso(*calendar.closingOf(day(u"2026-11-23"_s))), u"2026-11-24T00:00:00+08:00"_s);
    QCOMPARE(printed(calendar.addWorkingTime(moment(u"2026-11-23T23:30:00+08:00"_s), 1h)),
             u"2026-11-24T00:30:00+08:00"_s);
    const auto due = calendar.dueAfterWorkingDays(moment(u"2026-11-23T10:00:00+08:00"_s), 1);
    QCOMPARE(printed(due), u"2026-11-25T00:00:00+08:00"_s);
    QVERIFY(due->why.empty());
}

void TestWorkCalendar::anOfficeThatNeverOpensHasNoDueTimes()
{
    const WorkCalendar calendar = samples::calendarOf(WeekHours());
    const Instant now = moment(u"2026-11-23T10:00:00+08:00"_s);
    QVERIFY(!calendar.nextOpening(now));
    QVERIFY(!calendar.nextChange(now));
    QVERIFY(!calendar.closingOf(dateOf(now)));
    QCOMPARE(printed(calendar.callBackDue(now)), u"not_found"_s);
    QCOMPARE(printed(calendar.closingCallBackDue(now)), u"not_found"_s);
    QCOMPARE(printed(calendar.gapCallBackDue(now)), u"not_found"_s);
    QCOMPARE(printed(calendar.dueAfterWorkingDays(now, 1)), u"not_found"_s);
    QCOMPARE(printed(calendar.addWorkingTime(now, 0ms)), u"not_found"_s);
    QCOMPARE(hours(u"H1"_s).addWorkingDays(dateOf(now), 100'000).error().code, ErrorCode::NotFound);
}

void TestWorkCalendar::aYearFileMayMarkDaysOfItsNeighbour()
{
    Holidays two;
    two.addYear(2025, {{day(u"2026-01-02"_s), {u"元旦"_s, true}}, {day(u"2026-01-03"_s), {u"元旦"_s, true}}}, true);
    two.addYear(2026, {{day(u"2026-01-03"_s), {u"调休"_s, false}}}, true);
    QCOMPARE(two.markOf(day(u"2026-01-02"_s)), (std::optional<DayMark>{{u"元旦"_s, true}}));
    QCOMPARE(two.markOf(day(u"2026-01-03"_s)), (std::optional<DayMark>{{u"调休"_s, false}}));
    QVERIFY(!two.markOf(day(u"2026-01-05"_s)));
    const Holidays before = two;
    two.addYear(2026, {}, true);
    QVERIFY(before.isPublished(2026));
    QVERIFY(!two.isPublished(2026));
}

void TestWorkCalendar::badHoursAreRefused_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("empty") << 600 << 600;
    QTest::newRow("backwards") << 700 << 600;
    QTest::newRow("beyond midnight") << 600 << 1441;
    QTest::newRow("negative") << -1 << 10;
    QTest::newRow("overlapping 09:00–12:00") << 700 << 800;
    QTest::newRow("before 09:00–12:00") << 100 << 200;
}

void TestWorkCalendar::badHoursAreRefused()
{
    QFETCH(int, from);
    QFETCH(int, to);
    WeekHours week;
    week.days[2] = {{minutes(540), minutes(720)}, {minutes(from), minutes(to)}};
    QCOMPARE(checked(week).error(), (Error{ErrorCode::BadImport, u"3"_s}));
    QVERIFY(checked(dayAndNight()).has_value());
}

void TestWorkCalendar::propertiesOfOpeningHold()
{
    verifyProperty("the next opening is open and nothing before it is", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const auto opening = calendar.nextOpening(t);
        if (!opening) {
            RC_ASSERT(!calendar.isOpen(t));
            return;
        }
        RC_ASSERT(*opening >= t);
        RC_ASSERT(calendar.isOpen(*opening));
        RC_ASSERT(calendar.workingTimeBetween(t, *opening).count() == 0);
        RC_ASSERT(calendar.isOpen(t) == (*opening == t));
    });
    verifyProperty("between two changes nothing changes", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const auto change = calendar.nextChange(t);
        if (!change)
            return;
        RC_ASSERT(*change > t);
        RC_ASSERT(calendar.gapAt(*change) != calendar.gapAt(t));
        RC_ASSERT(calendar.gapAt(*change - 1ms) == calendar.gapAt(t));
        const auto between = t + (*change - t) / 2;
        RC_ASSERT(calendar.gapAt(between) == calendar.gapAt(t));
    });
    verifyProperty("blocks are sorted, disjoint and within the day", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        minutes end{-1};
        for (const Block &block : calendar.blocksOn(dateOf(t))) {
            RC_ASSERT(block.from > end);
            RC_ASSERT(block.to > block.from);
            end = block.to;
        }
        RC_ASSERT(end <= minutes(1440));
    });
}

void TestWorkCalendar::propertiesOfWorkingTimeHold()
{
    verifyProperty("adding working time passes exactly that much of it", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const auto amount = std::chrono::milliseconds(*rc::gen::inRange<qint64>(1, 3 * 24 * 3600 * 1000));
        const auto due = calendar.addWorkingTime(t, amount);
        if (!due)
            return;
        RC_ASSERT(calendar.workingTimeBetween(t, due->due) == amount);
        RC_ASSERT(calendar.isOpen(due->due - 1ms));
    });
    verifyProperty("two additions are one", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const auto a = std::chrono::minutes(*rc::gen::inRange(0, 2000));
        const auto b = std::chrono::minutes(*rc::gen::inRange(1, 2000));
        const auto first = calendar.addWorkingTime(t, a);
        if (!first)
            return;
        const auto second = calendar.addWorkingTime(first->due, b);
        const auto both = calendar.addWorkingTime(t, a + b);
        if (second && both) // the sum may lie beyond the days that a search looks at
            RC_ASSERT(second->due == both->due);
    });
    verifyProperty("working time is additive", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const Instant b = t + std::chrono::minutes(*rc::gen::inRange(0, 20'000));
        const Instant c = b + std::chrono::minutes(*rc::gen::inRange(0, 20'000));
        RC_ASSERT(calendar.workingTimeBetween(t, b) + calendar.workingTimeBetween(b, c)
                  == calendar.workingTimeBetween(t, c));
        RC_ASSERT(calendar.workingTimeBetween(t, c) <= c - t);
    });
}

void TestWorkCalendar::propertiesOfWorkingDaysHold()
{
    verifyProperty("n working days forward and back lead home", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const int n = *rc::gen::inRange(1, 40);
        const auto start = calendar.addWorkingDays(dateOf(t), 0);
        if (!start)
            return;
        const auto later = calendar.addWorkingDays(*start, n);
        if (!later)
            return;
        RC_ASSERT(calendar.isWorkingDay(*later));
        const auto back = calendar.addWorkingDays(*later, -n);
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == *start);
        int between = 0;
        for (LocalDate d = *start + days(1); d <= *later; d += days(1))
            between += calendar.isWorkingDay(d) ? 1 : 0;
        RC_ASSERT(between == n);
    });
    verifyProperty("every day passed over is explained, and no other", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const auto due = calendar.dueAfterWorkingDays(t, *rc::gen::inRange(0, 20));
        if (!due)
            return;
        const LocalDate last = dateOf(due->due - 1ms);
        for (LocalDate d = dateOf(t); d <= last; d += days(1)) {
            const auto covers = [d](const Exclusion &e) { return e.from <= d && d <= e.to; };
            const bool explained = std::any_of(due->why.begin(), due->why.end(), covers);
            RC_ASSERT(explained == !calendar.isWorkingDay(d));
        }
        RC_ASSERT(due->calendarKnown == calendar.isKnown(dateOf(t), last));
    });
}

void TestWorkCalendar::propertiesOfCallBacksHold()
{
    verifyProperty("a call-back is due at the first ten o'clock of a working day", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const auto due = calendar.callBackDue(t);
        if (!due)
            return;
        const LocalDate dueDay = dateOf(due->due);
        RC_ASSERT(due->due > t);
        RC_ASSERT(due->due == at(dueDay, minutes(600)));
        RC_ASSERT(calendar.isWorkingDay(dueDay));
        for (LocalDate d = dateOf(t); d < dueDay; d += days(1))
            RC_ASSERT(!calendar.isWorkingDay(d) || at(d, minutes(600)) <= t);
    });
    verifyProperty("a later request is never due earlier", [](const WeekHours &week, Instant t) {
        const WorkCalendar calendar = keeping(week);
        const Instant later = t + std::chrono::minutes(*rc::gen::inRange(0, 10'000));
        const auto a = calendar.callBackDue(t);
        const auto b = calendar.callBackDue(later);
        if (a && b)
            RC_ASSERT(a->due <= b->due);
    });
}

QTEST_GUILESS_MAIN(TestWorkCalendar)
#include "tst_work_calendar.moc"
