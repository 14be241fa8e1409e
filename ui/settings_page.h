// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QVBoxLayout;

namespace bangban::ui {

/// 设置: theme, language, text size, send key, sound, keys. Every change holds at once.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(const Desk &desk, QWidget *parent = nullptr);

private:
    void addRow(QVBoxLayout *layout, const QString &name, const QString &hint, QWidget *control);
    QWidget *makeLook();
    const Desk &m_desk;
};

} // namespace bangban::ui
