// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/enums.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace bangban::domain {

struct Material {
    QString id;
    QString name;
    bool required = true;
    bool exempt = false; ///< 两个免于提交: the office already has it
    QString note;
};

/// A service item of the catalogue (事项).
struct Item {
    ItemId id;
    QString code;
    QString name;
    QString category;
    QString level;
    QString version;
    QString batch;
    NodeId unit;                     ///< who answers for it
    std::vector<NodeId> joinedUnits; ///< further units of an item handled jointly (一件事)
    bool chatEnabled = true;
    bool callEnabled = true;
    int priority = 1;  ///< the item's own class, 1 or 2; only preselects the purpose
    QString hotPolicy; ///< 财政补贴, 税费减免, 稳岗扩岗 or empty
    LocalDate validFrom{};
    std::optional<LocalDate> validTo; ///< inclusive
    QStringList keywords;
    QString summary;
    std::vector<Material> materials;
};

enum class Availability {
    Available,
    NotYet,  ///< before validFrom
    Ended,   ///< after validTo
    ChatOff, ///< valid, but not offered for chat
    Unknown  ///< no such item
};

/// Whether a citizen can get a person in chat for the item on the day. Dates come before channels: an item that has
/// ended says so even if its chat was off as well. \param item nullptr for an unknown id
Availability availabilityOf(const Item *item, LocalDate date);

/// A class of service with the purpose that gave it; the agent may correct it later, both are kept.
struct Priority {
    int priority = 2; ///< 1 before 2
    Purpose reason = Purpose::Question;
    friend bool operator==(const Priority &, const Priority &) = default;
};

/// Errand, Help and HotPolicy are first class, Question second; a Question on an item tagged as hot policy is first
/// class for that reason. \param item nullptr if none was chosen   \source behaviour §11; duties 23, 24
Priority initialPriority(Purpose purpose, const Item *item);

/// The purpose to preselect: HotPolicy for a tagged item, Errand for one of the first class, Question for the second
/// class or without an item.
Purpose preselectedPurpose(const Item *item);

} // namespace bangban::domain
