// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/enums.h"

#include <optional>

namespace bangban::domain {

inline constexpr int kShortestPassword = 8; ///< UTF-16 units

/// Why the password may not be chosen by the owner of the account name, in the place of `present`; empty if it may: it has
/// at least 8 characters of at least two kinds (letters, digits, others) and does not hold the account name.
/// \source designed towards GB/T 22239-2019, 8.1.4.1 a, which asks for complexity and leaves the measure to the office
std::optional<PasswordFault> faultOf(const QString &password, const QString &login, const QString &present);

/// \param chosenAt  when its owner chose it; the epoch of time if somebody else set it
/// \param days      how long a password is good; 0 for ever
PasswordState passwordState(Instant chosenAt, int days, Instant now);

/// NewPassword, with the value's stored name as its detail.
Error newPasswordError(PasswordFault fault);
Error newPasswordError(PasswordState why);

} // namespace bangban::domain
