// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace bangban::ui {

/// For supervisors: what staff of theirs wanted to say and may not, or said though it was asked whether they mean it. \source duty 79
class SlipsPage : public QWidget {
    Q_OBJECT
public:
    explicit SlipsPage(const Desk &desk, QWidget *parent = nullptr);

private:
    void refill();
    QWidget *rowOf(const client::SlipRow &slip);

    const Desk &m_desk;
    QLabel *m_count;
    QVBoxLayout *m_rows;
    QSet<CommandId> m_seen; ///< on their way
    QTimer m_refill; ///< many rows change at once
};

} // namespace bangban::ui
