// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/snapshot_turns.h"

#include "server/net/connection.h"

namespace bangban::server {

using namespace std::chrono_literals;

namespace {
constexpr qsizetype kAtOnce = 16;
constexpr auto kLongestTurn = 2s;
} // namespace

void SnapshotTurns::ask(Connection *connection, Ms now)
{
    if (m_served.contains(connection))
        return connection->takeSnapshots();
    if (std::find(m_waiting.begin(), m_waiting.end(), connection) == m_waiting.end())
        m_waiting.push_back(connection);
    letIn(now);
}

void SnapshotTurns::end(Connection *connection, Ms now)
{
    std::erase(m_waiting, connection);
    m_served.remove(connection);
    letIn(now);
}

void SnapshotTurns::expire(Ms now)
{
    m_served.removeIf([now](const auto &turn) { return now - turn.value() > kLongestTurn; });
    letIn(now);
}

void SnapshotTurns::letIn(Ms now)
{
    while (!m_waiting.empty() && m_served.size() < kAtOnce) {
        Connection *next = m_waiting.front();
        m_waiting.pop_front();
        m_served.insert(next, now);
        next->takeSnapshots();
    }
}

} // namespace bangban::server
