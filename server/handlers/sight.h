// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/audience.h"

#include <QVariantList>

namespace bangban::server {

/// Of which units a person may look at what was asked and answered: who writes or reviews for one, or supervises it; the coordinator of all.
class Sight {
public:
    explicit Sight(const View &view) : m_all(view.all), m_units(view.supervised)
    {
        if (!view.editor.isEmpty())
            m_units.push_back(view.editor);
    }
    [[nodiscard]] bool isEmpty() const { return !m_all && m_units.empty(); }
    /// " AND unit IN (?, ?)" with its values; nothing where all are seen.
    [[nodiscard]] std::pair<QString, QVariantList> clause() const
    {
        QVariantList values;
        for (const NodeId &unit : m_units)
            values.append(unit.value);
        const QString marks = QStringList(values.size(), QStringLiteral("?")).join(QStringLiteral(", "));
        return m_all ? std::pair<QString, QVariantList>() : std::pair(QString(QStringLiteral(" AND unit IN (") + marks + u')'), values);
    }
    [[nodiscard]] bool holds(const NodeId &unit) const { return m_all || std::ranges::find(m_units, unit) != m_units.end(); }

private:
    bool m_all;
    std::vector<NodeId> m_units;
};

} // namespace bangban::server
