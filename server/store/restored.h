// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "server/store/store.h"

namespace bangban::server {

/// After a restart on a restored record nothing happens by itself and nobody writes for so long, but desks give back what
/// they know. \source decision D-030
inline constexpr std::chrono::seconds kRefillTime{60};

/// What a record knows of having been put back from a backup.
struct Restored {
    QString epoch;             ///< in which desks heard what may be lost
    QHash<QString, qint64> through; ///< the last revision of each scope that the backup has
    Instant until{};           ///< end of the refill; zero before the first start
};

/// On the copy, before it is opened as a record: a new epoch, and where the old one ended. \errors Database
Result<void> markRestored(sql::Database &copy);
/// The same for a record that somebody put back by hand, found out while it is open. \param through  where its log stood when
/// it was opened \errors Database
Result<void> markWentBack(Store &store, const QHash<QString, qint64> &through);
/// Nothing for a record that never was restored. \errors Database
Result<std::optional<Restored>> restoredOf(Store &store);
/// The refill begins with the first start. \errors Database
Result<void> beginRefill(Store &store, Restored &restored, Instant now);

} // namespace bangban::server
