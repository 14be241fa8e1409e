// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/world.h"

namespace bangban::sim {

/// A bug that the product could have, planted from outside: whoever looks after the fact must find it.
struct Bug {
    const char *name;
    std::function<Planted()> plant;
};

const std::vector<Bug> &bugs();

} // namespace bangban::sim
