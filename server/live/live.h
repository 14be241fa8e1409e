// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/office/office.h"

/// What happens by itself as time passes. Runs on the writer thread several times a second, inside a savepoint like
/// any command; each step is found from the rows, so nothing is forgotten over a restart.
namespace bangban::server {

inline constexpr std::chrono::milliseconds kTick{200};

/// Offers, rings, alarms, misses, reopenings, closing time, lost desks, wrap-up that ran out.
Result<void> tick(Office &office);

/// Requests that are closed for longer than the office keeps them become unreadable for ever, at most kErasedAtOnce a call, with
/// one line in the audit log. \returns how many \source duties 115
Result<int> eraseOverdue(Office &office);
inline constexpr int kErasedAtOnce = 200;

/// The citizen's place in line and the estimate, for every waiting request.
std::vector<protocol::Place> placesNow(Office &office);
/// A person's own figures of today, by the formulas of domain/figures.h. \errors Database
Result<protocol::Figures> ownFigures(Office &office, const StaffId &staff);

} // namespace bangban::server
