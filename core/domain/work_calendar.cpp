// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/work_calendar.h"

#include <QStringList>

#include <algorithm>

namespace bangban::domain {

namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr minutes kDay{24 * 60};

int yearOf(LocalDate date)
{
    return int(std::chrono::year_month_day(date).year());
}

/// 0 = Monday
std::size_t weekdayOf(LocalDate date)
{
    return std::chrono::weekday(date).iso_encoding() - 1;
}

bool isWeekend(LocalDate date)
{
    return weekdayOf(date) >= 5;
}

/// Holidays whose date the regulation fixes (全国年节及纪念日放假办法, 2024 wording); the others follow the moon.
bool isFixedHoliday(LocalDate date)
{
    const std::chrono::year_month_day ymd(date);
    const auto month = unsigned(ymd.month());
    const auto day = unsigned(ymd.day());
    return (month == 1 && day == 1) || (month == 5 && day <= 2) || (month == 10 && day <= 3);
}

std::vector<Block> inOrder(std::vector<Block> blocks)
{
    for (Block &block : blocks) {
        block.from = std::clamp(block.from, minutes(0), kDay);
        block.to = std::clamp(block.to, minutes(0), kDay);
    }
    std::erase_if(blocks, [](const Block &b) { return b.from >= b.to; });
    std::sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) { return a.from < b.from; });
    std::vector<Block> merged;
    for (const Block &block : blocks) {
        if (!merged.empty() && block.from <= merged.back().to)
            merged.back().to = std::max(merged.back().to, block.to);
        else
            merged.push_back(block);
    }
    return merged;
}

Result<minutes> minutesFrom(QStringView clock)
{
    bool hourOk = false;
    bool minuteOk = false;
    const int hour = clock.left(2).toInt(&hourOk);
    const int minute = clock.mid(3).toInt(&minuteOk);
    if (clock.size() != 5 || clock[2] != u':' || !hourOk || !minuteOk || minute > 59 || hour > 24)
        return fail(ErrorCode::BadImport, clock.toString());
    return minutes(hour * 60 + minute);
}

} // namespace

WeekHours dayAndNight()
{
    WeekHours hours;
    hours.days.fill({Block{minutes(0), kDay}});
    hours.ignoresHolidays = true;
    return hours;
}

Result<std::vector<Block>> blocksFromText(const QString &text)
{
    std::vector<Block> blocks;
    const auto parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QStringList ends = part.trimmed().split(u'-');
        if (ends.size() != 2)
            return fail(ErrorCode::BadImport, part);
        TAKE(from, minutesFrom(ends[0].trimmed()));
        TAKE(to, minutesFrom(ends[1].trimmed()));
        blocks.push_back({from, to});
    }
    return blocks;
}

Result<WeekHours> checked(WeekHours hours)
{
    for (std::size_t day = 0; day < hours.days.size(); ++day) {
        minutes end{-1};
        for (const Block &block : hours.days[day]) {
            if (block.from < minutes(0) || block.to > kDay || block.from >= block.to || block.from <= end)
                return fail(ErrorCode::BadImport, QString::number(day + 1));
            end = block.to;
        }
    }
    return hours;
}

void Holidays::addYear(int year, std::map<LocalDate, DayMark> days, bool published)
{
    auto years = m_years ? *m_years : std::map<int, Notice>();
    const bool hasDays = !days.empty();
    years[year] = Notice{std::move(days), published && hasDays};
    m_years = std::make_shared<const std::map<int, Notice>>(std::move(years));
}

bool Holidays::isPublished(int year) const
{
    if (!m_years)
        return false;
    const auto it = m_years->find(year);
    return it != m_years->end() && it->second.published;
}

std::vector<Holidays::YearCount> Holidays::years() const
{
    std::vector<YearCount> years;
    if (!m_years)
        return years;
    for (const auto &[year, notice] : *m_years) {
        const auto off = std::count_if(notice.days.begin(), notice.days.end(), [](const auto &day) { return day.second.off; });
        years.push_back({year, int(off), int(notice.days.size()) - int(off)});
    }
    return years;
}

std::optional<DayMark> Holidays::markOf(LocalDate date) const
{
    if (!m_years)
        return std::nullopt;
    const int year = yearOf(date);
    for (const int candidate : {year, year - 1, year + 1}) {
        const auto notice = m_years->find(candidate);
        if (notice == m_years->end())
            continue;
        const auto day = notice->second.days.find(date);
        if (day != notice->second.days.end())
            return day->second;
    }
    return std::nullopt;
}

WorkCalendar::WorkCalendar(const Holidays &holidays, std::vector<DatedHours> hours)
    : m_holidays(holidays), m_hours(std::move(hours))
{
    for (DatedHours &dated : m_hours)
        for (auto &blocks : dated.hours.days)
            blocks = inOrder(std::move(blocks));
    std::stable_sort(m_hours.begin(), m_hours.end(),
                     [](const DatedHours &a, const DatedHours &b) { return a.from > b.from; });
}

const WeekHours *WorkCalendar::hoursOn(LocalDate date) const
{
    for (const DatedHours &dated : m_hours)
        if (dated.from <= date && (!dated.to || date <= *dated.to))
            return &dated.hours;
    return nullptr;
}

bool WorkCalendar::isOff(LocalDate date) const
{
    if (const auto mark = m_holidays.markOf(date))
        return mark->off;
    return isFixedHoliday(date) && !m_holidays.isPublished(yearOf(date));
}

bool WorkCalendar::isMakeUpDay(LocalDate date) const
{
    const auto mark = m_holidays.markOf(date);
    return mark && !mark->off && isWeekend(date);
}

std::vector<Block> WorkCalendar::blocksOn(LocalDate date) const
{
    const WeekHours *hours = hoursOn(date);
    if (!hours)
        return {};
    if (hours->ignoresHolidays)
        return hours->days[weekdayOf(date)];
    if (isOff(date))
        return {};
    return hours->days[isMakeUpDay(date) ? 0 : weekdayOf(date)];
}

bool WorkCalendar::isWorkingDay(LocalDate date) const
{
    return !exclusionOf(date);
}

std::optional<Exclusion> WorkCalendar::exclusionOf(LocalDate date) const
{
    const WeekHours *hours = hoursOn(date);
    const bool holidaysMatter = !hours || !hours->ignoresHolidays;
    if (holidaysMatter && isOff(date)) {
        const auto mark = m_holidays.markOf(date);
        return mark ? Exclusion{date, date, mark->name, ExclusionKind::Holiday}
                    : Exclusion{date, date, {}, ExclusionKind::Statutory};
    }
    if (holidaysMatter && isWeekend(date) && !isMakeUpDay(date))
        return Exclusion{date, date, {}, ExclusionKind::Weekend};
    if (blocksOn(date).empty())
        return Exclusion{date, date, {}, ExclusionKind::UnitClosed};
    return std::nullopt;
}

bool WorkCalendar::isKnown(LocalDate from, LocalDate to) const
{
    for (LocalDate date = from; date <= to; date += days(1)) {
        const WeekHours *hours = hoursOn(date);
        if ((!hours || !hours->ignoresHolidays) && !m_holidays.isPublished(yearOf(date)))
            return false;
    }
    return true;
}

GapKind WorkCalendar::gapAt(Instant t) const
{
    const LocalDate date = dateOf(t);
    const auto blocks = blocksOn(date);
    bool afterOne = false;
    for (const Block &block : blocks) {
        if (t < at(date, block.from))
            return afterOne ? GapKind::Lunch : GapKind::Closed;
        if (t < at(date, block.to))
            return GapKind::Open;
        afterOne = true;
    }
    return GapKind::Closed;
}

bool WorkCalendar::isOpen(Instant t) const
{
    return gapAt(t) == GapKind::Open;
}

std::optional<Instant> WorkCalendar::nextOpening(Instant t) const
{
    const LocalDate first = dateOf(t);
    for (int i = 0; i <= kSearchDays; ++i) {
        const LocalDate date = first + days(i);
        for (const Block &block : blocksOn(date)) {
            if (t < at(date, block.to))
                return std::max(t, at(date, block.from));
        }
    }
    return std::nullopt;
}

std::optional<Instant> WorkCalendar::nextChange(Instant t) const
{
    const GapKind now = gapAt(t);
    const LocalDate first = dateOf(t);
    for (int i = 0; i <= kSearchDays; ++i) {
        const LocalDate date = first + days(i);
        std::vector<minutes> edges{minutes(0)};
        for (const Block &block : blocksOn(date))
            edges.insert(edges.end(), {block.from, block.to});
        for (const minutes edge : edges) {
            const Instant moment = at(date, edge);
            if (moment > t && gapAt(moment) != now)
                return moment;
        }
    }
    return std::nullopt;
}

std::optional<Instant> WorkCalendar::closingOf(LocalDate date) const
{
    const auto blocks = blocksOn(date);
    if (blocks.empty())
        return std::nullopt;
    return at(date, blocks.back().to);
}

/// `date` itself if it is a working day, else the nearest in the direction of `step`.
Result<LocalDate> WorkCalendar::workingDayFrom(LocalDate date, int step) const
{
    for (int i = 0; i <= kSearchDays; ++i, date += days(step))
        if (isWorkingDay(date))
            return date;
    return fail(ErrorCode::NotFound, QStringLiteral("working day"));
}

Result<LocalDate> WorkCalendar::addWorkingDays(LocalDate date, int n) const
{
    if (n == 0)
        return workingDayFrom(date, 1);
    const int step = n > 0 ? 1 : -1;
    int left = n > 0 ? n : -n;
    for (int i = 1; i <= kSearchDays; ++i) {
        date += days(step);
        if (isWorkingDay(date) && --left == 0)
            return date;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("working day"));
}

/// The due time with the days between `asked` and its own day that are no working days.
Due WorkCalendar::explained(Instant due, LocalDate asked) const
{
    // 24:00 belongs to the day that it ends.
    const LocalDate dueDay = dateOf(due - milliseconds(1));
    const LocalDate from = std::min(asked, dueDay);
    const LocalDate last = std::max(asked, dueDay);
    Due answer{due, isKnown(from, last), isMakeUpDay(dueDay), {}};
    for (LocalDate date = from; date <= last; date += days(1)) {
        const auto exclusion = exclusionOf(date);
        if (!exclusion)
            continue;
        if (!answer.why.empty()) {
            Exclusion &before = answer.why.back();
            if (before.to + days(1) == date && before.kind == exclusion->kind && before.name == exclusion->name) {
                before.to = date;
                continue;
            }
        }
        answer.why.push_back(*exclusion);
    }
    return answer;
}

Result<Due> WorkCalendar::dueAfterWorkingDays(Instant mark, int n) const
{
    const LocalDate marked = dateOf(mark);
    const auto start = workingDayFrom(marked, 1);
    if (!start)
        return fail(start.error().code, start.error().detail);
    const auto last = n == 0 ? start : addWorkingDays(*start, n);
    if (!last)
        return fail(last.error().code, last.error().detail);
    return explained(*closingOf(*last), marked);
}

Result<Due> WorkCalendar::dueBefore(LocalDate date) const
{
    TAKE(last, addWorkingDays(date, -1));
    return explained(*closingOf(last), date - days(1));
}

Result<CallBackDue> WorkCalendar::callBackDue(Instant requestedAt, minutes timeOfDay) const
{
    const LocalDate asked = dateOf(requestedAt);
    const LocalDate first = at(asked, timeOfDay) > requestedAt ? asked : asked + days(1);
    const auto day = workingDayFrom(first, 1);
    if (!day)
        return fail(day.error().code, day.error().detail);
    return explained(at(*day, timeOfDay), asked);
}

Result<CallBackDue> WorkCalendar::closingCallBackDue(Instant closedAt, minutes timeOfDay) const
{
    // A unit that closes at 24:00 closes on the day that ends there.
    const LocalDate closed = dateOf(closedAt - milliseconds(1));
    const auto day = addWorkingDays(closed, 1);
    if (!day)
        return fail(day.error().code, day.error().detail);
    return explained(at(*day, timeOfDay), closed);
}

Result<CallBackDue> WorkCalendar::gapCallBackDue(Instant chosenAt, minutes after) const
{
    return addWorkingTime(chosenAt, after);
}

Result<Due> WorkCalendar::addWorkingTime(Instant t, milliseconds amount) const
{
    if (amount <= milliseconds(0)) {
        const auto opening = nextOpening(t);
        if (!opening)
            return fail(ErrorCode::NotFound, QStringLiteral("opening"));
        return explained(*opening, dateOf(t));
    }
    const LocalDate first = dateOf(t);
    milliseconds left = amount;
    for (int i = 0; i <= kSearchDays; ++i) {
        const LocalDate date = first + days(i);
        for (const Block &block : blocksOn(date)) {
            const Instant from = std::max(t, at(date, block.from));
            const milliseconds room = at(date, block.to) - from;
            if (room <= milliseconds(0))
                continue;
            if (left <= room)
                return explained(from + left, first);
            left -= room;
        }
    }
    return fail(ErrorCode::NotFound, QStringLiteral("working time"));
}

milliseconds WorkCalendar::workingTimeBetween(Instant a, Instant b) const
{
    milliseconds total{0};
    const LocalDate first = dateOf(a);
    for (int i = 0; i <= kSearchDays; ++i) {
        const LocalDate date = first + days(i);
        if (at(date, minutes(0)) >= b)
            break;
        for (const Block &block : blocksOn(date)) {
            const Instant from = std::max(a, at(date, block.from));
            const Instant to = std::min(b, at(date, block.to));
            if (from < to)
                total += to - from;
        }
    }
    return total;
}

} // namespace bangban::domain
