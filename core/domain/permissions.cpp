// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/permissions.h"

#include <algorithm>

namespace bangban::domain {
namespace {

using R = Role;
using P = Permission;

struct Grant {
    Role role;
    Permission permission;
};

// Deny by default: what is not in this table is refused.
constexpr Grant kGrants[] = {
    {R::Citizen, P::Ask},
    {R::Citizen, P::Talk},
    {R::Citizen, P::SendFiles},
    {R::Agent, P::Talk},
    {R::Agent, P::SendFiles},
    {R::Agent, P::Serve},
    {R::CentreAgent, P::Talk},
    {R::CentreAgent, P::SendFiles},
    {R::CentreAgent, P::Serve},
    {R::Expert, P::Talk},
    {R::Expert, P::SendFiles},
    {R::Expert, P::Serve},
    {R::PlatformSupport, P::Talk},
    {R::PlatformSupport, P::SendFiles},
    {R::PlatformSupport, P::Serve},
    {R::UnitSupervisor, P::Talk},
    {R::UnitSupervisor, P::SendFiles},
    {R::UnitSupervisor, P::Serve},
    {R::UnitSupervisor, P::ReceiveAlarms},
    {R::UnitSupervisor, P::SeeUnit},
    {R::UnitSupervisor, P::BlockCitizens},
    {R::FirstResponsible, P::BlockCitizens},
    {R::Coordinator, P::BlockCitizens},
    {R::FirstResponsible, P::SeeUnit},
    {R::FirstResponsible, P::ReceiveAlarms},
    {R::Coordinator, P::SeeAll},
    {R::Coordinator, P::ReceiveAlarms},
    {R::KbAuthor, P::WriteKnowledge},
    {R::KbAuthor, P::SendFiles},
    {R::KbReviewer, P::ReviewKnowledge},
    {R::KbReviewer, P::InspectKnowledge},
    {R::KbReviewer, P::AnswerAll},
    {R::UnitSupervisor, P::AnswerAll},
    {R::Coordinator, P::AnswerAll},
    {R::KbTester, P::InspectKnowledge},
    {R::Coordinator, P::InspectKnowledge},
    {R::SystemAdmin, P::ManageCatalogue},
    {R::SecurityAdmin, P::ManageAccounts},
    {R::AuditAdmin, P::ReadAudit},
    {R::SystemAdmin, P::Import},
    {R::SecurityAdmin, P::Import},
};

} // namespace

bool isGranted(Role role, Permission permission)
{
    return std::any_of(std::begin(kGrants), std::end(kGrants),
                       [&](const Grant &g) { return g.role == role && g.permission == permission; });
}

bool isGranted(std::span<const Role> roles, Permission permission)
{
    return std::any_of(roles.begin(), roles.end(), [&](Role role) { return isGranted(role, permission); });
}

} // namespace bangban::domain
