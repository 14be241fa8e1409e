// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <span>

namespace bangban::domain {

/// What a person may do. Every command names the one it needs (messages.def); what is not granted is refused.
enum class Permission {
    Ask,             ///< open, choose, withdraw and rate one's own request
    Talk,            ///< write in a conversation one is part of
    SendFiles,       ///< to a conversation one is part of, or for an entry that one may write
    Serve,           ///< take requests, answer, transfer, end, wrap up
    ReceiveAlarms,   ///< the supervisor's notices of one's own unit
    SeeUnit,         ///< every request of one's own unit, without the conversation
    SeeAll,          ///< every request of the district, without the conversation
    BlockCitizens,   ///< keep a sender out of the page, with a reason
    ManageAccounts,  ///< accounts, roles, passwords
    ManageCatalogue, ///< items, organisation, working hours, calendar, imports
    ReadAudit,       ///< the audit log
    WriteKnowledge,  ///< drafts of the unit's entries, and its tasks
    ReviewKnowledge, ///< publish and withdraw entries of the unit, never what one wrote oneself
    AnswerAll,       ///< one answer to all who ask the same and wait
    InspectKnowledge, ///< draw rounds of inspection, and read what was drawn, never what one wrote or reviewed oneself
    Import,          ///< files of what one manages: staff with the accounts, all else with the catalogue
};

/// \source duties 30, 112-116; staff.json role rule: the three administrators are apart and serve nobody
bool isGranted(Role role, Permission permission);
bool isGranted(std::span<const Role> roles, Permission permission);

} // namespace bangban::domain
