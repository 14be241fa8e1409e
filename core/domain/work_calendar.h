// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace bangban::domain {

/// One stretch of opening, minutes after midnight, half-open: 09:00–12:00 is open at 09:00 and closed at 12:00.
/// `to` may be 24:00.
struct Block {
    std::chrono::minutes from{0};
    std::chrono::minutes to{0};
    friend bool operator==(const Block &, const Block &) = default;
};

/// A week of opening hours.
struct WeekHours {
    std::array<std::vector<Block>, 7> days; ///< 0 = Monday
    /// The office never closes for holidays ("day and night"); every day that has blocks is a working day then.
    bool ignoresHolidays = false;
    friend bool operator==(const WeekHours &, const WeekHours &) = default;
};

/// Seven days of 00:00–24:00, holidays included.
WeekHours dayAndNight();

/// "09:00-12:00,13:30-17:00" → blocks, in the order of the text; empty text is a closed day. \errors BadImport
Result<std::vector<Block>> blocksFromText(const QString &text);

/// Refuses what an import must not let through.
/// \errors BadImport with the day (1–7) if a block is empty, outside 00:00–24:00, unsorted or overlapping
Result<WeekHours> checked(WeekHours hours);

/// Hours with their days of validity, both ends inclusive.
struct DatedHours {
    WeekHours hours;
    LocalDate from{};
    std::optional<LocalDate> to;
};

/// What the yearly notice says of one day: off (放假) or a swapped working day (调休上班).
struct DayMark {
    QString name;
    bool off = false;
    friend bool operator==(const DayMark &, const DayMark &) = default;
};

/// The yearly holiday notices. A cheap copy: the table is shared and never changed once read.
/// \source the State Council's notices in the shape of holiday-cn; duty 28, behaviour §4
class Holidays {
public:
    /// Adds or replaces a year's notice. A notice may mark days of the years beside it; for a day that two notices
    /// mark, the notice of the day's own year wins. A notice without days counts as not published.
    void addYear(int year, std::map<LocalDate, DayMark> days, bool published);
    [[nodiscard]] bool isPublished(int year) const;
    [[nodiscard]] std::optional<DayMark> markOf(LocalDate date) const;
    struct YearCount {
        int year = 0;
        int off = 0;     ///< days that the year's notice gives off
        int working = 0; ///< and those that it makes working days
    };
    [[nodiscard]] std::vector<YearCount> years() const; ///< that were added, in order

private:
    struct Notice {
        std::map<LocalDate, DayMark> days;
        bool published = false;
    };
    std::shared_ptr<const std::map<int, Notice>> m_years;
};

/// Why days were passed over on the way to a due time.
enum class ExclusionKind {
    Weekend,   ///< an ordinary Saturday or Sunday
    Holiday,   ///< marked off by a published notice; `name` is the notice's word (国庆节)
    Statutory, ///< a fixed-date holiday of a year whose notice is not published; `name` is empty
    UnitClosed ///< a working day for others on which this unit has no hours
};

/// Days in a row that were passed over for one reason, both ends inclusive.
struct Exclusion {
    LocalDate from{};
    LocalDate to{};
    QString name;
    ExclusionKind kind = ExclusionKind::Weekend;
    friend bool operator==(const Exclusion &, const Exclusion &) = default;
};

/// A due time that can be explained: "10月10日(周六) 10:00, 该日调休上班" or "剔除 10/1–10/7 放假".
/// \source behaviour, "explainable working time" (duties 28, 43, 45)
struct Due {
    Instant due{};
    /// False if a day of a year without a published notice was looked at: show 日历未发布.
    bool calendarKnown = true;
    /// The due day is a Saturday or Sunday that was swapped into a working day.
    bool onMakeUpDay = false;
    std::vector<Exclusion> why; ///< in order of days; empty if no day was passed over
    friend bool operator==(const Due &, const Due &) = default;
};
using CallBackDue = Due;

/// Where a moment lies in the day of an office.
enum class GapKind {
    Open,
    Lunch, ///< between two blocks of one day
    Closed
};

inline constexpr std::chrono::minutes kCallBackTime{10 * 60};
inline constexpr std::chrono::minutes kGapCallBackAfter{60};
/// No search looks further; behind it there is an office that never opens, not a date.
inline constexpr int kSearchDays = 400;

/// When one office is open, and what is due when. Working day = Monday to Friday or a swapped day, not a holiday,
/// on which the office has hours. A Saturday morning of opening is open time but no working day (工作日 is the
/// statutory word). A swapped day has Monday's blocks. For a year without a published notice nothing is guessed
/// beyond weekends and the fixed dates 1/1, 5/1–5/2, 10/1–10/3, and every answer says so by calendarKnown.
/// \thread any (immutable)   \source behaviour §4, §11; duties 28, 43, 45
class WorkCalendar {
public:
    /// \param hours  where validities overlap the one with the latest `from` wins; a day in none is closed. Blocks
    ///               that checked() would refuse are put in order, clipped and merged.
    WorkCalendar(const Holidays &holidays, std::vector<DatedHours> hours);

    [[nodiscard]] bool isOpen(Instant t) const;
    [[nodiscard]] GapKind gapAt(Instant t) const;
    /// Sorted, disjoint; empty on a closed day.
    [[nodiscard]] std::vector<Block> blocksOn(LocalDate date) const;
    [[nodiscard]] bool isWorkingDay(LocalDate date) const;
    /// True for a Saturday or Sunday swapped into a working day.
    [[nodiscard]] bool isMakeUpDay(LocalDate date) const;
    /// False if a day in [from, to] lies in a year without a published notice (and holidays matter to this office).
    [[nodiscard]] bool isKnown(LocalDate from, LocalDate to) const;

    /// `t` itself if open, else the first opening after it; nothing if there is none in 400 days.
    [[nodiscard]] std::optional<Instant> nextOpening(Instant t) const;
    /// The first moment after `t` at which gapAt() may answer differently; nothing within 400 days for an office
    /// that is always or never open.
    [[nodiscard]] std::optional<Instant> nextChange(Instant t) const;
    /// End of the last block of the day; nothing on a closed day. For 24 hours it is the following midnight.
    [[nodiscard]] std::optional<Instant> closingOf(LocalDate date) const;

    /// The n-th working day after (n < 0: before) `date`; day 0 is not counted. n = 0 gives `date` itself if it is
    /// a working day, else the next one.
    /// \errors NotFound if it is not within 400 days
    [[nodiscard]] Result<LocalDate> addWorkingDays(LocalDate date, int n) const;
    /// Closing time of the n-th working day after the mark; a mark on a day off counts as made on the next working day. \errors NotFound
    [[nodiscard]] Result<Due> dueAfterWorkingDays(Instant mark, int n) const;
    /// Closing time of the last working day before `date`. \errors NotFound
    [[nodiscard]] Result<Due> dueBefore(LocalDate date) const;
    /// First 10:00 of a working day after a request that came while the office was closed; 07:00 of a working day
    /// is due the same day. \errors NotFound
    [[nodiscard]] Result<CallBackDue> callBackDue(Instant requestedAt,
                                                  std::chrono::minutes timeOfDay = kCallBackTime) const;
    /// A call-back chosen in a lunch gap: one working hour after reopening. \errors NotFound
    [[nodiscard]] Result<CallBackDue> gapCallBackDue(Instant chosenAt,
                                                     std::chrono::minutes after = kGapCallBackAfter) const;
    /// A call-back that arises at closing time: 10:00 of the next working day, never of the same day.
    /// \errors NotFound
    [[nodiscard]] Result<CallBackDue> closingCallBackDue(Instant closedAt,
                                                         std::chrono::minutes timeOfDay = kCallBackTime) const;
    /// The moment at which `amount` of open time has passed since `t`; the end of a block, not the next opening, if
    /// it fits exactly. Nothing to add: nextOpening(t). \errors NotFound
    [[nodiscard]] Result<Due> addWorkingTime(Instant t, std::chrono::milliseconds amount) const;
    /// Open time in [a, b); zero if b is not after a. Looks at 400 days at most.
    [[nodiscard]] std::chrono::milliseconds workingTimeBetween(Instant a, Instant b) const;

private:
    [[nodiscard]] const WeekHours *hoursOn(LocalDate date) const;
    [[nodiscard]] std::optional<Exclusion> exclusionOf(LocalDate date) const;
    [[nodiscard]] bool isOff(LocalDate date) const;
    [[nodiscard]] Due explained(Instant due, LocalDate asked) const;
    [[nodiscard]] Result<LocalDate> workingDayFrom(LocalDate date, int step) const;

    Holidays m_holidays;
    std::vector<DatedHours> m_hours; ///< latest `from` first
};

} // namespace bangban::domain
