// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/domain/enums.h"
#include "core/domain/work_calendar.h"

namespace bangban::domain {

/// One validity of one node of the tree; a node that was renamed or moved has several, which do not overlap.
/// Both ends of every validity here are inclusive.
struct Node {
    NodeId id;
    NodeId parent; ///< empty for the root
    NodeKind kind = NodeKind::Unit;
    QString name;
    LocalDate validFrom{};
    std::optional<LocalDate> validTo;
    NodeId mergedInto; ///< who took over after validTo; empty if nobody
};

/// A unit lets a service centre answer for some of its items (受委托). The unit stays responsible.
struct Entrustment {
    QString id;
    NodeId unit;
    NodeId centre;
    std::vector<ItemId> items;
    LocalDate from{};
    std::optional<LocalDate> to;
    NodeId secondLine; ///< whom the centre consults
};

/// Which hours a node keeps, from when to when.
struct UnitHours {
    NodeId node;
    HoursId hours;
    LocalDate from{};
    std::optional<LocalDate> to;
};

/// The tree of offices as it was, is and will be; every question names its date.
/// \thread any (immutable)   \source duties 30, 56, 57, 58; sample data, date rule
class Organisation {
public:
    Organisation() = default;
    /// Rows that name an unknown node or hours are kept but never found; the import refuses them before.
    Organisation(std::vector<Node> nodes, std::vector<Entrustment> entrustments, std::vector<UnitHours> unitHours,
                 std::map<HoursId, WeekHours> hours);

    /// The node as of the date; nullptr if unknown or not valid then. Lives as long as this object.
    [[nodiscard]] const Node *find(const NodeId &id, LocalDate date) const;
    /// The node itself if valid, else whoever took it over by merging, however often; empty if nobody.
    [[nodiscard]] NodeId successorOf(const NodeId &id, LocalDate date) const;
    /// The node and its ancestors, itself first; empty if it is not valid on the date.
    [[nodiscard]] std::vector<NodeId> lineOf(const NodeId &id, LocalDate date) const;
    /// Nearest of itself and its ancestors that answers for items: unit, city unit, town, centre or district.
    /// Empty if there is none.
    [[nodiscard]] NodeId unitOf(const NodeId &id, LocalDate date) const;
    /// Nearest district at or above the node; empty if there is none.
    [[nodiscard]] NodeId districtOf(const NodeId &id, LocalDate date) const;
    /// True for the node itself as well.
    [[nodiscard]] bool isWithin(const NodeId &id, const NodeId &ancestor, LocalDate date) const;
    /// The entrustment of the unit's item on the date; the latest `from` if several.
    [[nodiscard]] std::optional<Entrustment> entrustmentOf(const NodeId &unit, const ItemId &item,
                                                           LocalDate date) const;
    /// The service centre of the node's district, the first by id; empty if there is none.
    [[nodiscard]] NodeId centreFor(const NodeId &id, LocalDate date) const;
    /// Hours of the node, for days on which it has none of its own those of the nearest ancestor that has.
    [[nodiscard]] WorkCalendar calendarOf(const NodeId &id, const Holidays &holidays) const;

    [[nodiscard]] const std::vector<Node> &nodes() const { return m_nodes; }
    [[nodiscard]] const std::vector<Entrustment> &entrustments() const { return m_entrustments; }

private:
    [[nodiscard]] const WeekHours *hoursOn(const NodeId &id, LocalDate date) const;
    [[nodiscard]] const WeekHours *ownHoursOn(const NodeId &id, LocalDate date) const;

    std::vector<Node> m_nodes;
    std::vector<Entrustment> m_entrustments;
    std::vector<UnitHours> m_unitHours;
    std::map<HoursId, WeekHours> m_hours;
    std::multimap<NodeId, std::size_t> m_byId;
};

} // namespace bangban::domain
