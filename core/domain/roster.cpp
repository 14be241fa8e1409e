// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/roster.h"

#include <algorithm>
#include <tuple>

namespace bangban::domain {

namespace {

constexpr std::chrono::days kOneDay{1};

bool standsAt(const Shift &shift, Instant t)
{
    return at(shift.date, shift.from) <= t && t < at(shift.date, shift.to);
}

} // namespace

Roster::Roster(std::vector<Shift> shifts) : m_shifts(std::move(shifts))
{
    std::sort(m_shifts.begin(), m_shifts.end(), [](const Shift &a, const Shift &b) {
        return std::tie(a.date, a.from, a.staff) < std::tie(b.date, b.from, b.staff);
    });
}

std::pair<Roster::Position, Roster::Position> Roster::between(LocalDate first, LocalDate last) const
{
    const auto before = [](const Shift &shift, LocalDate date) { return shift.date < date; };
    return {std::lower_bound(m_shifts.begin(), m_shifts.end(), first, before),
            std::lower_bound(m_shifts.begin(), m_shifts.end(), last + kOneDay, before)};
}

bool Roster::hasShifts(const NodeId &node, LocalDate date, const Organisation &organisation) const
{
    const auto [begin, end] = between(date, date);
    return std::any_of(begin, end, [&](const Shift &shift) { return organisation.isWithin(shift.team, node, date); });
}

bool Roster::onDuty(const StaffId &staff, const NodeId &team, Instant t, const WorkCalendar &calendar,
                    const Organisation &organisation) const
{
    const LocalDate date = dateOf(t);
    const auto [begin, end] = between(date - kOneDay, date);
    if (std::any_of(begin, end, [&](const Shift &shift) { return shift.staff == staff && standsAt(shift, t); }))
        return true;
    return !hasShifts(team, date, organisation) && calendar.isOpen(t);
}

std::vector<Shift> Roster::lunchCoverOf(const NodeId &node, LocalDate date, const Organisation &organisation) const
{
    std::vector<Shift> cover;
    const auto [begin, end] = between(date, date);
    std::copy_if(begin, end, std::back_inserter(cover), [&](const Shift &shift) {
        return shift.lunchCover && organisation.isWithin(shift.team, node, date);
    });
    return cover;
}

bool isStaffed(const NodeId &node, Instant t, const WorkCalendar &calendar, const Roster &roster,
               const Organisation &organisation)
{
    const GapKind gap = calendar.gapAt(t);
    if (gap != GapKind::Lunch)
        return gap == GapKind::Open;
    const auto cover = roster.lunchCoverOf(node, dateOf(t), organisation);
    return std::any_of(cover.begin(), cover.end(), [t](const Shift &shift) { return standsAt(shift, t); });
}

} // namespace bangban::domain
