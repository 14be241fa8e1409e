// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <deque>

namespace bangban::client {

/// The server's time on this PC: an offset to the monotonic clock, taken from ping samples. Of the last samples the
/// one with the smallest round trip wins, for its error is at most half of that. Neither a wrong PC clock nor a jump
/// of it changes anything (architecture §2, 14). now() may be called from any thread.
class ServerClock {
public:
    explicit ServerClock(const Clock &clock);

    /// \param sent, received  monotonic milliseconds of this PC
    void addSample(std::chrono::milliseconds sent, std::chrono::milliseconds received, Instant serverTime);
    /// Another server: what is known of the last one counts no longer, but time does not step until it answers.
    void forget();

    [[nodiscard]] Instant now() const;
    /// Server minus what this PC's wall clock says.
    [[nodiscard]] qint64 offsetToWallMs() const;
    [[nodiscard]] int roundTripMs() const { return m_roundTripMs; } ///< of the newest sample, -1: none
    [[nodiscard]] std::chrono::milliseconds monotonic() const { return m_clock.monotonic(); }

private:
    struct Sample {
        qint64 roundTripMs;
        qint64 offsetMs;
    };
    static constexpr std::size_t kKept = 16;

    const Clock &m_clock;
    std::deque<Sample> m_samples;
    std::atomic<qint64> m_offsetMs;
    std::atomic<int> m_roundTripMs = -1;
};

} // namespace bangban::client
