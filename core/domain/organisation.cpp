// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/organisation.h"

#include <algorithm>
#include <set>

namespace bangban::domain {

namespace {

/// A tree deeper than this is a circle in the data.
constexpr int kMaxDepth = 32;

bool covers(LocalDate from, const std::optional<LocalDate> &to, LocalDate date)
{
    return from <= date && (!to || date <= *to);
}

bool answersForItems(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Unit:
    case NodeKind::CityUnit:
    case NodeKind::Town:
    case NodeKind::Centre:
    case NodeKind::District:
        return true;
    default:
        return false;
    }
}

} // namespace

Organisation::Organisation(std::vector<Node> nodes, std::vector<Entrustment> entrustments,
                           std::vector<UnitHours> unitHours, std::map<HoursId, WeekHours> hours)
    : m_nodes(std::move(nodes)),
      m_entrustments(std::move(entrustments)),
      m_unitHours(std::move(unitHours)),
      m_hours(std::move(hours))
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        m_byId.emplace(m_nodes[i].id, i);
    std::stable_sort(m_unitHours.begin(), m_unitHours.end(),
                     [](const UnitHours &a, const UnitHours &b) { return a.from > b.from; });
    std::stable_sort(m_entrustments.begin(), m_entrustments.end(),
                     [](const Entrustment &a, const Entrustment &b) { return a.from > b.from; });
}

const Node *Organisation::find(const NodeId &id, LocalDate date) const
{
    const auto [begin, end] = m_byId.equal_range(id);
    for (auto it = begin; it != end; ++it) {
        const Node &node = m_nodes[it->second];
        if (covers(node.validFrom, node.validTo, date))
            return &node;
    }
    return nullptr;
}

NodeId Organisation::successorOf(const NodeId &id, LocalDate date) const
{
    NodeId present = id;
    for (int step = 0; step < kMaxDepth; ++step) {
        if (find(present, date))
            return present;
        const Node *last = nullptr;
        const auto [begin, end] = m_byId.equal_range(present);
        for (auto it = begin; it != end; ++it) {
            const Node &node = m_nodes[it->second];
            if (node.validTo && *node.validTo < date && (!last || last->validFrom < node.validFrom))
                last = &node;
        }
        if (!last || last->mergedInto.isEmpty())
            return {};
        present = last->mergedInto;
    }
    return {};
}

std::vector<NodeId> Organisation::lineOf(const NodeId &id, LocalDate date) const
{
    std::vector<NodeId> line;
    const Node *node = find(id, date);
    while (node && int(line.size()) < kMaxDepth) {
        line.push_back(node->id);
        node = find(node->parent, date);
    }
    return line;
}

NodeId Organisation::unitOf(const NodeId &id, LocalDate date) const
{
    for (const NodeId &step : lineOf(id, date))
        if (answersForItems(find(step, date)->kind))
            return step;
    return {};
}

NodeId Organisation::districtOf(const NodeId &id, LocalDate date) const
{
    for (const NodeId &step : lineOf(id, date))
        if (find(step, date)->kind == NodeKind::District)
            return step;
    return {};
}

bool Organisation::isWithin(const NodeId &id, const NodeId &ancestor, LocalDate date) const
{
    const auto line = lineOf(id, date);
    return std::find(line.begin(), line.end(), ancestor) != line.end();
}

std::optional<Entrustment> Organisation::entrustmentOf(const NodeId &unit, const ItemId &item, LocalDate date) const
{
    for (const Entrustment &e : m_entrustments)
        if (e.unit == unit && covers(e.from, e.to, date)
            && std::find(e.items.begin(), e.items.end(), item) != e.items.end())
            return e;
    return std::nullopt;
}

NodeId Organisation::centreFor(const NodeId &id, LocalDate date) const
{
    const NodeId district = districtOf(id, date);
    if (district.isEmpty())
        return {};
    for (const auto &[nodeId, index] : m_byId) {
        const Node &node = m_nodes[index];
        if (node.kind == NodeKind::Centre && covers(node.validFrom, node.validTo, date)
            && districtOf(nodeId, date) == district)
            return nodeId;
    }
    return {};
}

const WeekHours *Organisation::ownHoursOn(const NodeId &id, LocalDate date) const
{
    for (const UnitHours &row : m_unitHours) {
        if (row.node != id || !covers(row.from, row.to, date))
            continue;
        const auto hours = m_hours.find(row.hours);
        if (hours != m_hours.end())
            return &hours->second;
    }
    return nullptr;
}

const WeekHours *Organisation::hoursOn(const NodeId &id, LocalDate date) const
{
    for (const NodeId &step : lineOf(id, date))
        if (const WeekHours *own = ownHoursOn(step, date))
            return own;
    return nullptr;
}

WorkCalendar Organisation::calendarOf(const NodeId &id, const Holidays &holidays) const
{
    // Whose hours apply can only change where some validity begins or has ended.
    std::set<LocalDate> changes;
    const auto note = [&changes](LocalDate from, const std::optional<LocalDate> &to) {
        changes.insert(from);
        if (to)
            changes.insert(*to + std::chrono::days(1));
    };
    for (const UnitHours &row : m_unitHours)
        note(row.from, row.to);
    for (const Node &node : m_nodes)
        note(node.validFrom, node.validTo);

    std::vector<DatedHours> dated;
    const WeekHours *before = nullptr;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const WeekHours *hours = hoursOn(id, *it);
        if (hours == before)
            continue;
        if (before)
            dated.back().to = *it - std::chrono::days(1);
        if (hours)
            dated.push_back(DatedHours{*hours, *it, std::nullopt});
        before = hours;
    }
    return WorkCalendar(holidays, std::move(dated));
}

} // namespace bangban::domain
