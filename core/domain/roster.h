// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/organisation.h"

#include <utility>

namespace bangban::domain {

/// Who works when (排班). \source behaviour §4 (lunch gap); duty 75
struct Shift {
    StaffId staff;
    LocalDate date{};
    std::chrono::minutes from{0}; ///< after midnight of `date`, half-open
    std::chrono::minutes to{0};   ///< beyond 24:00 for a shift into the next day, at most 48:00
    NodeId team;
    bool lunchCover = false; ///< keeps the office open through its lunch gap
    friend bool operator==(const Shift &, const Shift &) = default;
};

/// \thread any (immutable)
class Roster {
public:
    Roster() = default;
    explicit Roster(std::vector<Shift> shifts);

    /// True if a shift of the node, or of one below it, begins on that day. The tail of a night shift is no roster for
    /// the day that it ends on.
    [[nodiscard]] bool hasShifts(const NodeId &node, LocalDate date, const Organisation &organisation) const;
    /// In a shift at that moment; where the person's team has no shifts on that day, everybody of it is on duty while
    /// the office is open, so that a missing roster leaves nobody waiting.
    [[nodiscard]] bool onDuty(const StaffId &staff, const NodeId &team, Instant t, const WorkCalendar &calendar,
                              const Organisation &organisation) const;
    /// Shifts with lunch cover in the node or below it on that day, in order of their start, then staff.
    [[nodiscard]] std::vector<Shift> lunchCoverOf(const NodeId &node, LocalDate date,
                                                  const Organisation &organisation) const;
    [[nodiscard]] const std::vector<Shift> &shifts() const { return m_shifts; }

private:
    using Position = std::vector<Shift>::const_iterator;
    [[nodiscard]] std::pair<Position, Position> between(LocalDate first, LocalDate last) const;

    std::vector<Shift> m_shifts; ///< by date, start, staff
};

/// Whether the promise runs at the node: open by its hours, or in a lunch gap that a shift covers at that moment. A
/// hole in the roster does not stop the promise.
bool isStaffed(const NodeId &node, Instant t, const WorkCalendar &calendar, const Roster &roster,
               const Organisation &organisation);

} // namespace bangban::domain
