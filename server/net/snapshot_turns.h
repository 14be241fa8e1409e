// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <chrono>
#include <deque>

namespace bangban::server {

class Connection;

/// Who takes a snapshot now. A thousand desks may come back to a server that knows none of their cursors: they are
/// served a few at a time, so that commands do not wait behind a thousand snapshots in the writer's queue, and memory
/// holds a few of them and not all (1,000 desks: 100 KB each in one go, 51 in turns).
class SnapshotTurns {
public:
    using Ms = std::chrono::milliseconds;

    /// Whoever has a turn goes on at once, whoever waits goes on waiting.
    void ask(Connection *connection, Ms now);
    /// The connection has everything that it asked for, or is gone.
    void end(Connection *connection, Ms now);
    /// Lets others in before readers that are slower than the rest.
    void expire(Ms now);
    [[nodiscard]] bool has(Connection *connection) const { return m_served.contains(connection); }

private:
    void letIn(Ms now);

    std::deque<Connection *> m_waiting;
    QHash<Connection *, Ms> m_served; ///< since
};

} // namespace bangban::server
