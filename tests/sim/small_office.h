// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"
#include "tests/sim/desk_person.h"

namespace bangban::sim {

/// A record of two units that are always open, with three agents, each with a session, and a security administrator, who
/// comes last.
Result<std::vector<Seat>> makeSmallOffice(const server::RecordPlace &place, const Clock &clock);

} // namespace bangban::sim
