// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"

namespace bangban::server {

/// Where a restore drill that went well leaves its time, in the server's folder.
inline constexpr QLatin1String kDrillFile{"restore-drill"};

/// Copies the record into a new SQLite file while servers use it: one consistent state, also of PostgreSQL. What is sealed
/// stays sealed. \errors BadConfiguration if the file exists; Database
Result<void> backUp(const RecordPlace &place, const QString &file);

/// Checks a backup and copies it to where it can be opened as a record: with another epoch, so that everybody notices.
/// \param fresh  written over \errors BadConfiguration if there is no backup; RecordDamaged, Database if it cannot be read; KeyMissing if
/// the key is another's
Result<void> unpackBackup(const QString &file, const QString &masterKey, const QString &fresh);

/// The same into an empty database, from where servers go on. \errors as unpackBackup() and moveRecord()
Result<void> restoreInto(const QString &url, const QString &file, const QString &masterKey);

/// What a drill read.
struct Drill {
    qint64 requests = 0;
    qint64 messages = 0;
    qint64 attachments = 0;
    qint64 entries = 0; ///< of the knowledge base
    qint64 logRows = 0;
    Instant lastChange{}; ///< zero if nothing ever changed
};

/// Restores the backup beside itself, into a folder that is removed again, and reads all of it as a server would: every row and
/// attachment is unsealed, the audit chain is recomputed. \errors as unpackBackup(); RecordDamaged naming what cannot be read
Result<Drill> drill(const QString &file, const QString &masterKey);

} // namespace bangban::server
