// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>

#include <functional>

namespace bangban::kb {

/// Reads what stands in the fields of entries: those of `search` {id, title, answer, aliases}, and of an office's file of questions, which
/// has more. \source duties 3, 11, 82, 84 and 137
class Lint {
public:
    /// \param where  "faqs.json:12"
    void add(const QString &where, const QJsonObject &entry);
    /// Calls it with each finding, those of one entry in their order, then those of several.
    /// \returns how many of them are faults and not mere advice
    int tell(const std::function<void(const QString &where, bool isFault, const QString &what)> &say) const;

private:
    struct Entry {
        QString where;
        QString id;
        QString title;
        QString item;
        QString answer; ///< all layers
        QStringList asked; ///< title and aliases, bare
    };
    struct Finding {
        QString where;
        bool isFault;
        QString what;
    };
    void note(const QString &where, bool isFault, const QString &what) { m_findings.push_back({where, isFault, what}); }

    std::vector<Entry> m_entries;
    std::vector<Finding> m_findings;
};

} // namespace bangban::kb
