// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/enums.h"

#include <optional>

namespace bangban::domain {

/// Wrap-up after a conversation: mandatory, 60 s, extendable twice by 60 s; running out writes 未整理 and frees the
/// person, it never blocks. \source behaviour.md §7
inline constexpr std::chrono::seconds kWrapUpTime{60};
inline constexpr int kWrapUpExtensions = 2;
inline constexpr QLatin1String kNotWrappedUp{"unsorted"}; ///< the code written when the time ran out

/// Results of enums.json.
inline constexpr QLatin1String kSolved{"JG1"};
inline constexpr QLatin1String kWorkOrder{"JG2"};
inline constexpr QLatin1String kNotAnswerable{"JG3"};
inline constexpr QLatin1String kCitizenLeft{"JG4"};
inline constexpr QLatin1String kRedirected{"JG5"};
/// The category whose requests are not ours to answer: 涉法, 涉诉, 投诉 (duty 59).
inline constexpr QLatin1String kOutOfScope{"FW"};

inline bool isOutOfScope(QStringView category) { return category.startsWith(kOutOfScope); }

/// JG5 belongs to out-of-scope categories and to nothing else.
inline bool isAllowed(QStringView category, QStringView result)
{
    return (result == kRedirected) == isOutOfScope(category) || (isOutOfScope(category) && result == kCitizenLeft);
}

/// What the result says about "solved" in the agent's eyes; empty where it says nothing (a work order is counted
/// when it is closed; a citizen who left said nothing).
inline std::optional<bool> agentMark(QStringView result)
{
    if (result == kSolved)
        return true;
    if (result == kNotAnswerable)
        return false;
    return std::nullopt;
}

} // namespace bangban::domain
