// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration_tabs.h"

namespace bangban::ui {

/// What the office settles for all its desks: second factor, when a screen locks itself, how long requests are kept.
class OfficeSettingsTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit OfficeSettingsTab(const Desk &desk);

private:
    void show();
    void save(); ///< asks first, if what is old would be lost
    void send();

    QComboBox *m_factor;
    QSpinBox *m_lock;
    QSpinBox *m_days;
    QSpinBox *m_passwordDays;
    QComboBox *m_assistant;
};

} // namespace bangban::ui
