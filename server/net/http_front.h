// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>

namespace bangban::server {

/// What the HTTP front serves: the citizen's page out of the program itself, and a health word.
class HttpFront {
public:
    HttpFront();

    /// Whether the bytes so far are a whole request head, and of which kind.
    enum class Kind { Incomplete, TooLarge, WebSocket, Http };
    static Kind kindOf(const QByteArray &head);
    /// False for an upgrade that a page of another site asks for with its visitor's browser; desks send no Origin.
    static bool isFromOwnPage(const QByteArray &head);

    /// The complete answer to one request; the connection is closed behind it. Only GET and HEAD are served.
    /// \param health called for /health: a JSON object
    [[nodiscard]] QByteArray answer(const QByteArray &request, const std::function<QByteArray()> &health) const;

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
