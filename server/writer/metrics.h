// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace bangban::server {

/// What the writer counts, for whoever watches over the server; read from other threads.
struct Metrics {
    std::atomic<quint64> done = 0;         ///< commands that were done, or found to be done already
    std::atomic<quint64> refused = 0;
    std::atomic<quint64> commits = 0;      ///< that wrote something
    std::atomic<quint64> failedCommits = 0;
    std::atomic<quint64> commitMicros = 0; ///< all commits together
    std::atomic<quint64> logRows = 0;      ///< written by this server
    std::atomic<qint64> waiting = 0;       ///< requests in the queue
    std::atomic<qint64> longestWaitMs = 0; ///< of them, since their minute began
    std::atomic<bool> isReachable = true;  ///< the record
    std::atomic<bool> leads = true;        ///< what happens by itself happens here
};

} // namespace bangban::server
