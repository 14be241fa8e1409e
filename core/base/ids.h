// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace bangban {

/// A strong id: a RequestId cannot be handed where a StaffId is asked for. Empty means "none".
template<typename Tag>
struct Id {
    QString value;

    Id() = default;
    explicit Id(QString v) : value(std::move(v)) {}
    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }
};

using RequestId = Id<struct RequestTag>;   ///< 诉求, UUIDv7
using MessageId = Id<struct MessageTag>;   ///< one message of a conversation, UUIDv7
using StaffId = Id<struct StaffTag>;       ///< a member of staff
using CitizenId = Id<struct CitizenTag>;   ///< the person asking: a page token or a portal identity
using NodeId = Id<struct NodeTag>;         ///< a node of the organisation: city, district, unit, section, team
using ItemId = Id<struct ItemTag>;         ///< 事项
using HoursId = Id<struct HoursTag>;       ///< a named set of weekly working hours
using CommandId = Id<struct CommandTag>;   ///< cmd_id, UUIDv7, made by the client
using EntryId = Id<struct EntryTag>;       ///< an entry of the knowledge base
using TaskId = Id<struct TaskTag>;         ///< something the knowledge base owes, UUIDv7
using SlipId = Id<struct SlipTag>;         ///< a phrase that staff sent, or wanted to, UUIDv7
using CannedId = Id<struct CannedTag>;     ///< a canned phrase
using FileId = Id<struct FileTag>;         ///< an attachment
using InspectionId = Id<struct InspectionTag>; ///< a round of inspection, UUIDv7
using TimerId = Id<struct TimerTag>;       ///< a timer row

} // namespace bangban
