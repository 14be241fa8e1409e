// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

namespace bangban::server {

/// Copies a whole record, row by row, into a new database of either kind, in one transaction: all of it or nothing. The
/// master key opens the copy as it opened the record.
/// \returns the number of rows \errors BadConfiguration if there is a record already; WrongVersion if the record's schema is
/// not this program's (start the server on it once); Database
Result<qint64> moveRecord(sql::Database &from, sql::Database &to);

} // namespace bangban::server
