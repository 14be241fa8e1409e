// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/net/server_clock.h"

#include <algorithm>

namespace bangban::client {
namespace {
constexpr std::chrono::milliseconds kDrift{50}; ///< two honest clocks part by less within the kept samples
}

ServerClock::ServerClock(const Clock &clock)
    : m_clock(clock), m_offsetMs(toMs(clock.now()) - clock.monotonic().count())
{
}

void ServerClock::addSample(std::chrono::milliseconds sent, std::chrono::milliseconds received, Instant serverTime)
{
    const qint64 roundTrip = (received - sent).count();
    if (roundTrip < 0)
        return; // an answer to something never asked
    const qint64 offset = toMs(serverTime) + roundTrip / 2 - received.count();
    // Samples that lie further apart than their errors allow: this PC slept meanwhile, the older ones count no longer.
    std::erase_if(m_samples, [&](const Sample &old) {
        return std::abs(old.offsetMs - offset) > (old.roundTripMs + roundTrip) / 2 + kDrift.count();
    });
    m_samples.push_back({roundTrip, offset});
    if (m_samples.size() > kKept)
        m_samples.pop_front();
    const auto best = std::min_element(m_samples.rbegin(), m_samples.rend(), [](const Sample &a, const Sample &b) {
        return a.roundTripMs < b.roundTripMs;
    });
    m_offsetMs = best->offsetMs;
    m_roundTripMs = int(roundTrip);
}

void ServerClock::forget()
{
    m_samples.clear();
    m_roundTripMs = -1;
}

Instant ServerClock::now() const { return fromMs(m_clock.monotonic().count() + m_offsetMs); }

qint64 ServerClock::offsetToWallMs() const { return toMs(now()) - toMs(m_clock.wall()); }

} // namespace bangban::client
