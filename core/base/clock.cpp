// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>

namespace bangban {

Instant wallClockNow() { return fromMs(QDateTime::currentMSecsSinceEpoch()); }

SteadyClock::SteadyClock(std::chrono::milliseconds shift)
    : m_start(wallClockNow() + shift), m_monotonicStart(monotonic()), m_shift(shift)
{
}

Instant SteadyClock::now() const { return m_start + (monotonic() - m_monotonicStart); }

std::chrono::milliseconds SteadyClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Instant SteadyClock::wall() const { return wallClockNow() + m_shift; }

} // namespace bangban
