// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace bangban::ui {

/// 设置: theme, language, text size, send key, sound, keys, the own password. Every change holds at once.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(const Desk &desk, QWidget *parent = nullptr);

private:
    void addRow(QVBoxLayout *layout, const QString &name, const QString &hint, QWidget *control);
    QWidget *makeLook();
    void changePassword();
    const Desk &m_desk;
    QLabel *m_changed;
};

} // namespace bangban::ui
