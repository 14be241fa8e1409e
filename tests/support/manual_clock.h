// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace bangban::tests {

/// Time that passes only when the test says so.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : m_now(start) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    [[nodiscard]] Instant wall() const override { return m_now + m_wallAhead; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void set(Instant to) { m_now = to; }
    /// Somebody sets the machine's clock.
    void jumpWall(std::chrono::milliseconds by) { m_wallAhead += by; }

private:
    Instant m_now;
    std::chrono::milliseconds m_wallAhead{0};
};

} // namespace bangban::tests
