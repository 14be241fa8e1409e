// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

namespace bangban::server {

/// Every step of the server's schema, oldest first. Steps that were released never change.
std::span<const sql::Migration> schema();

} // namespace bangban::server
