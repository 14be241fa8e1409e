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
    [[nodiscard]] Instant wall() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void set(Instant to) { m_now = to; }

private:
    Instant m_now;
};

} // namespace bangban::tests
