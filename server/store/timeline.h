// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures.h"
#include "server/store/store.h"

namespace bangban::server {

/// What happened to each request, and its timers. Both are only ever added to: a timer that was stopped keeps how it
/// ended, a late answer stays a miss (behaviour §4).
class Timeline {
public:
    explicit Timeline(Store &store) : m_store(store) {}

    Result<void> add(const RequestId &request, domain::ResponseEventKind kind, Instant at, const QString &who = {},
                     const NodeId &unit = {});
    /// In order of time. \errors Database
    Result<std::vector<domain::ResponseEvent>> eventsOf(const RequestId &request);

    Result<void> start(const RequestId &request, domain::TimerKind kind, Instant from, Instant due,
                       const NodeId &unit = {}, const StaffId &staff = {});
    /// Stops the running timer of that kind as hit or miss by its due time; nothing happens if none runs.
    Result<void> stop(const RequestId &request, domain::TimerKind kind, Instant at, const QString &reason);
    /// Stops it with an outcome that time does not decide (Apart, Void).
    Result<void> stopAs(const RequestId &request, domain::TimerKind kind, Instant at, domain::TimerOutcome outcome,
                        const QString &reason);
    /// Marks a running timer as missed while it runs on; it can never become a hit again.
    Result<void> miss(const RequestId &request, domain::TimerKind kind);

private:
    Store &m_store;
};

} // namespace bangban::server
