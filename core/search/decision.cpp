// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/decision.h"

namespace bangban::search {

float shareOf(const std::vector<Hit> &hits, std::size_t n)
{
    if (hits.empty())
        return 1.0F;
    return n > hits.size() ? 0.0F : hits[n - 1].score / hits[0].score;
}

Decision decide(const std::vector<Hit> &hits, const Sureness &sureness)
{
    if (hits.empty())
        return Decision::Person;
    if (hits[0].coverage >= sureness.aloneCoverage && shareOf(hits, 2) <= sureness.aloneMargin)
        return Decision::Alone;
    const bool isNear = hits[0].coverage >= sureness.buttonCoverage
        && hits[0].coverage + 1.0F - shareOf(hits, kMostButtons + 1) >= sureness.buttons;
    return isNear ? Decision::Buttons : Decision::Person;
}

} // namespace bangban::search
