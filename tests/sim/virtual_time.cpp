// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/virtual_time.h"

#include <QCoreApplication>
#include <QTimerEvent>

namespace bangban::sim {

bool VirtualTime::step(milliseconds end)
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (m_timers.empty() || m_timers.begin()->first.first > end) {
        m_now = std::max(m_now, end);
        return false;
    }
    const auto [due, timer] = *m_timers.begin();
    m_timers.erase(m_timers.begin());
    m_now = std::max(m_now, due.first);
    m_timers.emplace(Due{m_now + timer.interval, ++m_order}, timer);
    QTimerEvent event(timer.id);
    QCoreApplication::sendEvent(timer.object, &event);
    return true;
}

void VirtualTime::restart()
{
    for (std::size_t left = m_timers.size(); left > 0 && !m_timers.empty(); --left)
        step(m_timers.begin()->first.first);
    if (!m_timers.empty())
        qFatal("a timer of the run before is left");
    m_now = milliseconds(0);
}

void VirtualTime::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    m_timers.emplace(Due{m_now + milliseconds(interval), ++m_order}, Timer{id, milliseconds(interval), type, object});
}

bool VirtualTime::unregisterTimer(int id)
{
    return std::erase_if(m_timers, [id](const auto &entry) { return entry.second.id == id; }) > 0;
}

bool VirtualTime::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [object](const auto &entry) { return entry.second.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> VirtualTime::registeredTimers(QObject *object) const
{
    QList<TimerInfo> found;
    for (const auto &[due, timer] : m_timers)
        if (timer.object == object)
            found.append({timer.id, int(timer.interval.count()), timer.type});
    return found;
}

int VirtualTime::remainingTime(int id)
{
    for (const auto &[due, timer] : m_timers)
        if (timer.id == id)
            return int((due.first - m_now).count());
    return -1;
}

} // namespace bangban::sim
