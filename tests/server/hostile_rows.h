// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/hostile_scene.h"

#include <span>

namespace bangban::tests {

struct HostileRow {
    Who who;
    const char *message;
    const char *code;
    const char *detail = nullptr; ///< exactly, where it is fixed
};

/// Messages that must be refused in a HostileScene, whose names they use.
std::span<const HostileRow> hostileRows();

} // namespace bangban::tests
