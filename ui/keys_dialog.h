// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QDialog>
#include <QWidget>

class QLabel;
class QTableWidget;

namespace bangban::ui {

/// F1: every action with its key, as it is now.
class KeysDialog : public QDialog {
    Q_OBJECT
public:
    KeysDialog(const Desk &desk, QWidget *parent);
};

/// The same table with keys that can be changed; a key that is taken is named with its owner and not accepted.
class KeysTable : public QWidget {
    Q_OBJECT
public:
    explicit KeysTable(const Desk &desk, QWidget *parent = nullptr);
    /// \return false if the key belongs to another action already; says so
    bool tryKey(Act act, const QKeySequence &key);

private:
    void fill();
    const Desk &m_desk;
    QTableWidget *m_table;
    QLabel *m_conflict;
};

} // namespace bangban::ui
