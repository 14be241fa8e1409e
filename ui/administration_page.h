// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace bangban::ui {

/// 管理: accounts; organisation; items; calendar; working hours; imports. Tabs that the role may not change do not
/// show. What the server refuses stands in words above the tabs.
class AdministrationPage : public QWidget {
    Q_OBJECT
public:
    explicit AdministrationPage(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

private:
    const Desk &m_desk;
    QTabWidget *m_tabs;
    QLabel *m_answer;
    QHash<CommandId, QString> m_sent;
};

} // namespace bangban::ui
