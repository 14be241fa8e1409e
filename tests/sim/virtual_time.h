// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QAbstractEventDispatcher>

#include <map>

namespace bangban::sim {

using std::chrono::milliseconds;

/// Time that passes only when nothing is left to do at this moment: every QTimer of the program runs on it, so an hour of
/// pings, rings and countdowns is over as soon as its work is done, and in the same order each time.
class VirtualTime final : public QAbstractEventDispatcher {
public:
    [[nodiscard]] milliseconds now() const { return m_now; }
    /// Begins anew. What is left to come must be over by itself, as single shots for objects that are gone.
    void restart();
    void runUntil(milliseconds end)
    {
        while (step(end)) { }
    }
    /// \returns false if it did not come true in that time
    template<typename Condition>
    bool runUntil(Condition isTrue, milliseconds atMost)
    {
        const milliseconds end = m_now + atMost;
        while (!isTrue())
            if (!step(end))
                return isTrue();
        return true;
    }
    /// One event. \returns false, and it is `end`, if there is none until then
    bool step(milliseconds end);

    bool processEvents(QEventLoop::ProcessEventsFlags) override { return step(m_now); }
    void registerSocketNotifier(QSocketNotifier *) override { qFatal("a socket in virtual time"); }
    void unregisterSocketNotifier(QSocketNotifier *) override {}
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;
    void wakeUp() override {}
    void interrupt() override {}

private:
    struct Timer {
        int id;
        milliseconds interval;
        Qt::TimerType type;
        QObject *object;
    };
    using Due = std::pair<milliseconds, quint64>; ///< when, and which was set first
    milliseconds m_now{0};
    quint64 m_order = 0;
    std::map<Due, Timer> m_timers;
};

/// A machine's clock in virtual time: set wrongly, running too fast, set by somebody.
class SimClock final : public Clock {
public:
    SimClock(const VirtualTime &time, Instant start) : m_time(time), m_start(start) {}
    [[nodiscard]] Instant now() const override { return m_start + m_ahead + monotonic(); }
    [[nodiscard]] milliseconds monotonic() const override
    {
        return m_time.now() + m_drifted + milliseconds(qint64(double((m_time.now() - m_driftsFrom).count()) * m_drift));
    }
    [[nodiscard]] Instant wall() const override { return now() + m_wallAhead; }

    void setAhead(milliseconds by) { m_ahead = by; }      ///< from the start on
    void setDrift(double share) ///< from now on; 0.01: a hundredth too fast
    {
        m_drifted = monotonic() - m_time.now();
        m_driftsFrom = m_time.now();
        m_drift = share;
    }
    void jumpWall(milliseconds by) { m_wallAhead += by; } ///< nothing that was read before follows

private:
    const VirtualTime &m_time;
    Instant m_start;
    milliseconds m_ahead{0};
    milliseconds m_wallAhead{0};
    milliseconds m_drifted{0};
    milliseconds m_driftsFrom{0};
    double m_drift = 0;
};

} // namespace bangban::sim
