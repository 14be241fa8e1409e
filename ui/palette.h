// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace bangban::ui {

/// Finds any action by its words or by the initials of their pinyin, and runs it.
class Palette : public QDialog {
    Q_OBJECT
public:
    Palette(const Desk &desk, QWidget *parent);

    /// How well the typed text fits; 0: not at all.
    static int score(const QString &typed, const QString &text, const QString &initials);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void run();

    const Desk &m_desk;
    QLineEdit *m_edit;
    QListWidget *m_list;
};

} // namespace bangban::ui
