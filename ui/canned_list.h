// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace bangban::ui {

/// 常用语 above the message that is being written, while "/" and some letters stand at its cursor.
class CannedList : public QWidget {
    Q_OBJECT
public:
    explicit CannedList(const Desk &desk, QWidget *parent = nullptr);
    void look(const QString &typed); ///< null: nobody looks for one
    void step(int by);
    void pick();
    /// Return takes the current one: it is meant, or was chosen.
    [[nodiscard]] bool isReady() const { return !m_found.empty() && (m_isChosen || m_desk.bench.canned.isMeant(m_typed)); }
    [[nodiscard]] QListWidget *list() const { return m_list; }

signals:
    void found(); ///< others than before
    void picked(const QString &words);
    void newAsked();

private:
    void fill();
    void change();
    [[nodiscard]] bool mayChange(const client::CannedRow &row) const;

    const Desk &m_desk;
    QString m_typed;
    bool m_isChosen = false; ///< with an arrow key
    std::vector<client::CannedRow> m_found;
    QListWidget *m_list;
    QPushButton *m_change;
};

} // namespace bangban::ui
