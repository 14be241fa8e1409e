// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace bangban {

/// Time comes in as an object, so that a 60 s countdown is tested in microseconds.
class Clock {
public:
    virtual ~Clock() = default;
    /// The time that rules and rows use.
    [[nodiscard]] virtual Instant now() const = 0;
    /// Never steps and never runs backwards; only differences mean something.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    /// What the machine's wall clock says; differs from now() after the wall clock was set.
    [[nodiscard]] virtual Instant wall() const = 0;
};

/// Reads the wall clock once at construction and runs on the monotonic clock from there: a jump of the wall
/// clock moves no deadline. The server's clock on SQLite, and every program's idea of elapsed time.
class SteadyClock final : public Clock {
public:
    /// \param shift added to the wall clock's start, for --demo-now
    explicit SteadyClock(std::chrono::milliseconds shift = std::chrono::milliseconds(0));
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] Instant wall() const override;

private:
    Instant m_start;
    std::chrono::milliseconds m_monotonicStart;
    std::chrono::milliseconds m_shift;
};

/// What the machine's wall clock says now; the only place that asks it.
Instant wallClockNow();

} // namespace bangban
