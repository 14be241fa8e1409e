// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/idle_watch.h"

#include "core/domain/presence.h"

#include <QCoreApplication>
#include <QEvent>

namespace bangban::ui {

using namespace std::chrono_literals;

IdleWatch::IdleWatch(models::Workbench &bench, QObject *parent) : QObject(parent), m_bench(bench)
{
    m_since.start();
    qApp->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, [this] { check(std::chrono::milliseconds(m_since.elapsed())); });
    m_timer.start(std::chrono::seconds(10));
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::InputMethod:
        m_since.restart();
        m_isSaid = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatch::check(std::chrono::milliseconds idle)
{
    const std::chrono::minutes toLock(m_bench.settings().idleLockMinutes);
    if (toLock > 0min && idle >= toLock)
        emit lockDue();
    const bool isAway = m_bench.account() && m_bench.me().presence == domain::Presence::Ready
        && m_bench.mine.rowCount() == 0 && !m_bench.offer.shown() && idle >= domain::kIdleLimit;
    if (!isAway || m_isSaid || !m_bench.isOnline())
        return;
    m_isSaid = true; // once; the server's answer changes the presence
    m_bench.feed.setPresence(domain::Presence::Break, QString(domain::kIdleBreak), false);
}

} // namespace bangban::ui
