// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

#include <QObject>

#include <map>

namespace bangban::models {

/// 常用语: the person's own, their unit's and the office's, found by a few letters.
class CannedBook : public QObject {
    Q_OBJECT
public:
    explicit CannedBook(client::Feed &feed, QObject *parent = nullptr);

    /// First those whose code begins with what was typed, then those whose words do by their pinyin initials, then those that hold it;
    /// of each the person's own first. All for nothing typed.
    [[nodiscard]] std::vector<client::CannedRow> find(const QString &typed) const;
    /// Whether the first one is meant: what was typed is its code's beginning or its initials, not a word that stands somewhere in it.
    [[nodiscard]] bool isMeant(const QString &typed) const;

signals:
    void changed();

private:
    std::map<QString, client::CannedRow> m_rows;
};

} // namespace bangban::models
