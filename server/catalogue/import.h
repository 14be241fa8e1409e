// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"

namespace bangban::server {

/// One thing that is wrong in a file. Readers word it; text() is for the command line.
struct ImportFault {
    QString list;    ///< of the file: "items"
    int row = 0;     ///< 1 is the list's first; 0 is the file itself
    QString problem; ///< missing, no_day, not_found, unknown, unreadable, newer (what stands here is newer than the file)
    QString field;
    QString value; ///< at most 40 characters of what stands there
    [[nodiscard]] QString text() const;
};

/// What an import did, or in a dry run would do.
struct ImportReport {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    std::vector<ImportFault> errors; ///< at most 50, none if anything was written
    [[nodiscard]] QJsonObject toJson() const;
};

/// Reads a whole file of one kind: "org" (nodes, hours, entrustments), "items", "staff", "codes" (wrap-up codes),
/// "calendar" (holiday-cn's shape), "questions" and "synonyms" (for routing), "phrases" (knowledge::phrasesFromJson). Everything or nothing is written: one
/// bad row refuses the file, and the report names every bad row (of "phrases" the first).
/// \errors BadImport if the file is no JSON object of that kind, with "JSON line:column" of where reading stopped (1 is the first) if it is no JSON; Database
Result<ImportReport> runImport(Store &store, const QString &kind, const QByteArray &content, bool dryRun);

/// The kinds above, in the order in which a fresh database wants them.
QStringList importKinds();

} // namespace bangban::server
