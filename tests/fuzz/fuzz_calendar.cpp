// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/work_calendar.h"
#include "server/catalogue/catalogue.h"
#include "tests/fuzz/fuzz.h"

using namespace bangban;
using namespace bangban::domain;
using namespace bangban::tests;

namespace {

/// Whatever hours an office has, every question about them ends.
void ask(const WeekHours &week, Instant now)
{
    DatedHours dated;
    dated.hours = week;
    const WorkCalendar calendar(Holidays(), {dated});
    const auto opening = calendar.nextOpening(now);
    hold(!opening || (*opening >= now && calendar.isOpen(*opening)), "an opening is not before now, and open");
    const auto change = calendar.nextChange(now);
    hold(!change || *change > now, "a change is after now");
    for (const auto &due : {calendar.callBackDue(now), calendar.gapCallBackDue(now), calendar.closingCallBackDue(now),
                            calendar.addWorkingTime(now, std::chrono::minutes(2))})
        hold(!due || due->due >= now, "nothing is due before it was promised");
    hold(calendar.workingTimeBetween(now, now + std::chrono::hours(24)) <= std::chrono::hours(24), "a day has 24 hours");
}

} // namespace

/// The readers of opening hours, days and moments. Days of the week are parted by '|'.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray bytes = bytesOf(data, size);
    const unsigned choice = takeChoice(bytes);
    const QString text = QString::fromUtf8(bytes);
    if (choice % 4 == 1) {
        if (const auto date = dateFromIso(text))
            hold(dateFromIso(toIso(*date)) == date, "a day comes back");
        return 0;
    }
    if (choice % 4 == 2) {
        if (const auto instant = instantFromIso(text))
            hold(instantFromIso(toIso(*instant)).value_or(Instant()) == *instant, "a moment comes back");
        return 0;
    }
    WeekHours week;
    week.ignoresHolidays = choice & 0x80;
    const QStringList days = text.split(u'|');
    for (qsizetype day = 0; day < days.size() && day < 7; ++day) {
        const auto blocks = blocksFromText(days[day]);
        if (!blocks)
            return 0;
        week.days[std::size_t(day)] = *blocks;
    }
    const Instant now = fromMs(1'795'996'800'000) + std::chrono::minutes(choice * 17);
    ask(week, now); // also what an import would refuse: the calendar says that it puts it in order
    const auto checkedWeek = checked(week);
    if (!checkedWeek)
        return 0;
    for (const auto &blocks : checkedWeek->days)
        hold(blocksFromText(server::textOf(blocks)) == blocks, "hours come back as they are shown");
    return 0;
}
