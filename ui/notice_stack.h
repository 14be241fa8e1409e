// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QSet>
#include <QWidget>

namespace bangban::ui {

class NoticeBar;

/// The bars under the strip: the lost connection with the age of what is shown, and the supervisor's alarms.
class NoticeStack : public QWidget {
    Q_OBJECT
public:
    /// \param seen  notices the person has put away; outlives the widget
    NoticeStack(const Desk &desk, QSet<QString> &seen, QWidget *parent = nullptr);
    void showLine(); ///< also once a second, for the age

private:
    void showNotices();
    [[nodiscard]] bool isOpen(const client::NoticeRow &row) const;

    const Desk &m_desk;
    QSet<QString> &m_seen;
    NoticeBar *m_line;
    NoticeBar *m_alarm;
};

} // namespace bangban::ui
