// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/passwords.h"

#include <algorithm>

namespace bangban::domain {

std::optional<PasswordFault> faultOf(const QString &password, const QString &login, const QString &present)
{
    if (password.size() < kShortestPassword)
        return PasswordFault::Short;
    const auto has = [&](auto isOfKind) { return std::any_of(password.begin(), password.end(), isOfKind); };
    const int kinds = int(has([](QChar c) { return c.isLetter(); })) + int(has([](QChar c) { return c.isDigit(); }))
        + int(has([](QChar c) { return !c.isLetterOrNumber(); }));
    if (kinds < 2)
        return PasswordFault::OneKind;
    if (!login.isEmpty() && password.contains(login, Qt::CaseInsensitive))
        return PasswordFault::Login;
    if (password == present)
        return PasswordFault::Same;
    return std::nullopt;
}

PasswordState passwordState(Instant chosenAt, int days, Instant now)
{
    if (chosenAt == Instant())
        return PasswordState::Given;
    const bool isOld = days > 0 && now - chosenAt > std::chrono::days(days);
    return isOld ? PasswordState::Old : PasswordState::Own;
}

Error newPasswordError(PasswordFault fault) { return {ErrorCode::NewPassword, nameOf(fault)}; }

Error newPasswordError(PasswordState why) { return {ErrorCode::NewPassword, nameOf(why)}; }

} // namespace bangban::domain
