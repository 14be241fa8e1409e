// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/net/http_front.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>

#include <memory>

class QTcpServer;
class QTcpSocket;
class QWebSocketServer;

namespace bangban::server {

class Hub;

/// One port for page, files and WebSocket: looks at the head of what comes in and hands an upgrade to
/// QWebSocketServer, anything else to the HTTP front (architecture §2, 17).
class Listener final : public QObject {
    Q_OBJECT
public:
    /// \param folder  of the server's files, where a restore drill leaves its mark; empty: none is told of
    explicit Listener(Hub &hub, const QString &folder = {});
    ~Listener() override;

    /// \errors PortTaken with the port
    Result<void> listen(const QHostAddress &address, quint16 port);
    /// The same over TLS 1.2 and later. \errors PortTaken; BadConfiguration if certificate or key cannot be read
    Result<void> listenTls(const QHostAddress &address, quint16 port, const QString &certificate, const QString &key);
    [[nodiscard]] quint16 port() const;

private:
    Result<void> open(QTcpServer *server, const QHostAddress &address, quint16 port);
    void greet(QTcpSocket *socket);
    void look(QTcpSocket *socket);
    [[nodiscard]] std::optional<LivePage> livePage(const QString &path) const;
    [[nodiscard]] QByteArray health() const;
    [[nodiscard]] QByteArray metrics() const;

    Hub &m_hub;
    const QString m_folder;
    HttpFront m_http;
    std::unique_ptr<QWebSocketServer> m_sockets;
    QHash<QString, QTcpSocket *> m_upgrading; ///< between the two protocols, by peer
    QTcpServer *m_plain = nullptr;
};

} // namespace bangban::server
