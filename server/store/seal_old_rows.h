// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/vault.h"

namespace bangban::server {

/// Brings a record that was written before sealing (schema step 2) to what step 3 means: every personal field is sealed,
/// the change log begins anew (desks take one snapshot), and what SQLite kept of the old text in free pages is gone.
/// Does nothing to a record that is sealed already. \errors Database
Result<void> sealOldRows(sql::Database &database, Vault &vault);

} // namespace bangban::server
