// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/channel.h"

class QUrl;
class QWebSocket;

namespace bangban::wire {

/// A WebSocket. Binary messages only, for Qt 6.4 cuts long text messages inside a character.
class WebChannel final : public Channel {
    Q_OBJECT
public:
    /// \param socket      is taken over
    /// \param maxMessage  bytes; Qt's own limit is 2 GB
    WebChannel(QWebSocket *socket, qint64 maxMessage);
    /// One that opens, or closes with the reason.
    static WebChannel *dial(const QUrl &url, QLatin1String subprotocol, qint64 maxMessage);

    bool send(const QByteArray &message) override;
    [[nodiscard]] qint64 unsentBytes() const override;
    [[nodiscard]] QString peer() const override;
    void close(const QString &why) override;
    void abort() override;

private:
    QWebSocket *m_socket;
};

} // namespace bangban::wire
