// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace bangban::server {

/// What is made anew for each who asks.
struct LivePage {
    QByteArray type;
    QByteArray body;
    bool isWell = true; ///< else 503, for whoever only looks at the status
};
/// Nothing for a path that is none of these.
using LivePages = std::function<std::optional<LivePage>(const QString &path)>;

/// What the HTTP front serves: the citizen's page out of the program itself, and how the server does.
class HttpFront {
public:
    HttpFront();

    /// Whether the bytes so far are a whole request head, and of which kind.
    enum class Kind { Incomplete, TooLarge, WebSocket, Http };
    static Kind kindOf(const QByteArray &head);
    /// False for an upgrade that a page of another site asks for with its visitor's browser; desks send no Origin.
    static bool isFromOwnPage(const QByteArray &head);

    /// The complete answer to one request; the connection is closed behind it. Only GET and HEAD are served.
    /// \param live  /health, a JSON object, and /metrics, Prometheus text
    [[nodiscard]] QByteArray answer(const QByteArray &request, const LivePages &live) const;

private:
    struct Page {
        QByteArray type;
        QByteArray body;
        QByteArray tag;
    };
    QHash<QString, Page> m_pages; ///< by path
};

inline constexpr qsizetype kMaxHead = 16 * 1024;

} // namespace bangban::server
