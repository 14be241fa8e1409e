// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workbench.h"

#include <QElapsedTimer>
#include <QTimer>

namespace bangban::ui {

/// Nobody at a ready desk for ten minutes, and nothing in hand: a break with the reason "idle", so that no offer
/// waits for an empty chair; later the screen is locked. Any key or movement in the desk's windows counts as somebody. \source behaviour §1
class IdleWatch : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(models::Workbench &bench, QObject *parent = nullptr);
    void check(std::chrono::milliseconds idle); ///< called by an own timer; public for tests

signals:
    void lockDue(); ///< nobody at the desk for as long as the office's settings say

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    models::Workbench &m_bench;
    QElapsedTimer m_since;
    QTimer m_timer;
    bool m_isSaid = false;
};

} // namespace bangban::ui
