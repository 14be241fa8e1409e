// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/index.h"

namespace bangban::search {

/// How many entries are offered where the assistant is not sure of one.
inline constexpr int kMostButtons = 5;

/// When the assistant is sure enough. \source duties 90 and 91; the defaults were measured on 2,274 questions to public offices:
/// alone on 22.2 % of them, 92.9 % right; buttons on 55.5 %, the right entry among them for 71.2 %. An office sets its own
struct Sureness {
    float aloneCoverage = 0.35F; ///< at least, of the best entry
    float aloneMargin = 0.65F;   ///< at most: the second score by the first
    float buttons = 0.55F;       ///< at least: coverage of the best, and how far the best five stand from the sixth
    float buttonCoverage = 0.15F;
};

enum class Decision {
    Alone,   ///< the best entry is the answer
    Buttons, ///< the person chooses among the best few
    Person,  ///< somebody must answer
};

/// The score of place `n` by the first's, 0 to 1; 0 if there are not so many, 1 if there is none at all.
/// \param n  2 for the margin
float shareOf(const std::vector<Hit> &hits, std::size_t n);

/// \param hits  at least one more than kMostButtons were asked for
Decision decide(const std::vector<Hit> &hits, const Sureness &sureness);

} // namespace bangban::search
