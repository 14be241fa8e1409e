// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/listener.h"

#include "core/base/log.h"
#include "core/protocol/messages.h"
#include "core/wire/web_channel.h"
#include "server/net/hub.h"
#include "server/store/backup.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

namespace bangban::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kBacklog = 4096; ///< Qt's default of 50 drops desks that all come back at once
constexpr auto kAcceptAgainAfter = 1s;

/// The same for a WebSocket and for the socket under it.
QString peerOf(const auto &socket)
{
    return u"%1 %2 %3"_s.arg(socket.peerAddress().toString()).arg(socket.peerPort()).arg(socket.localPort());
}
} // namespace

Listener::Listener(Hub &hub, const QString &folder)
    : m_hub(hub), m_folder(folder), m_sockets(std::make_unique<QWebSocketServer>(u"bangban"_s, QWebSocketServer::NonSecureMode))
{
    m_sockets->setSupportedSubprotocols({QString(protocol::kSubprotocol)});
    m_sockets->setMaxPendingConnections(kBacklog);
    connect(m_sockets.get(), &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_sockets->nextPendingConnection()) {
            // Qt never deletes the socket under one that it was handed; with this parent it goes when the other goes.
            if (QTcpSocket *under = m_upgrading.take(peerOf(*socket)))
                under->setParent(socket);
            if (socket->subprotocol() == protocol::kSubprotocol) {
                m_hub.accept(new wire::WebChannel(socket, protocol::kMaxMessage));
                continue;
            }
            socket->close(QWebSocketProtocol::CloseCodeProtocolError, u"subprotocol"_s);
            socket->deleteLater();
        }
    });
}

Listener::~Listener() = default;

Result<void> Listener::open(QTcpServer *server, const QHostAddress &address, quint16 port)
{
    // Without a free descriptor Qt stops accepting for good; others hang up and make room.
    connect(server, &QTcpServer::acceptError, this, [server] {
        qCWarning(logNet, "accept: %s", qPrintable(server->errorString()));
        QTimer::singleShot(kAcceptAgainAfter, server, &QTcpServer::resumeAccepting);
    });
    server->setListenBacklogSize(kBacklog);
    server->setMaxPendingConnections(kBacklog);
    if (!server->listen(address, port))
        return fail(ErrorCode::PortTaken, u"%1: %2"_s.arg(port).arg(server->errorString()));
    return {};
}

Result<void> Listener::listen(const QHostAddress &address, quint16 port)
{
    m_plain = new QTcpServer(this);
    connect(m_plain, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_plain->nextPendingConnection())
            greet(socket);
    });
    return open(m_plain, address, port);
}

Result<void> Listener::listenTls(const QHostAddress &address, quint16 port, const QString &certificate,
                                 const QString &key)
{
    QFile keyFile(key);
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificate);
    if (chain.isEmpty() || !keyFile.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadConfiguration, certificate + u", "_s + key);
    const QByteArray keyBytes = keyFile.readAll();
    QSslKey privateKey(keyBytes, QSsl::Rsa);
    if (privateKey.isNull())
        privateKey = QSslKey(keyBytes, QSsl::Ec);
    if (privateKey.isNull())
        return fail(ErrorCode::BadConfiguration, key);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(privateKey);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    auto *server = new QSslServer(this);
    server->setSslConfiguration(configuration);
    connect(server, &QTcpServer::pendingConnectionAvailable, this, [this, server] {
        while (QTcpSocket *socket = server->nextPendingConnection())
            greet(socket);
    });
    return open(server, address, port);
}

quint16 Listener::port() const { return m_plain ? m_plain->serverPort() : 0; }

void Listener::greet(QTcpSocket *socket)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (!m_hub.admit(socket, socket->peerAddress().toString())) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { look(socket); });
    QTimer::singleShot(m_hub.limits().headWithin, socket, [socket] {
        // Handed over by then, this timer's context is gone or the socket has another parent.
        if (socket->property("looking").toBool())
            socket->abort();
    });
    socket->setProperty("looking", true);
    if (socket->bytesAvailable() > 0)
        look(socket);
}

void Listener::look(QTcpSocket *socket)
{
    if (!socket->isOpen())
        return;
    const QByteArray head = socket->peek(kMaxHead);
    switch (HttpFront::kindOf(head)) {
    case HttpFront::Kind::Incomplete:
        return;
    case HttpFront::Kind::TooLarge:
        socket->abort();
        return;
    case HttpFront::Kind::WebSocket:
        if (!HttpFront::isFromOwnPage(head)) {
            socket->abort();
            return;
        }
        socket->setProperty("looking", false);
        disconnect(socket, nullptr, this, nullptr);
        disconnect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        m_upgrading.insert(peerOf(*socket), socket);
        connect(socket, &QTcpSocket::disconnected, this, [this, socket, peer = peerOf(*socket)] {
            if (m_upgrading.remove(peer)) // its handshake was refused
                socket->deleteLater();
        });
        m_sockets->handleConnection(socket);
        // The upgrade is read on the next readyRead, which has come already.
        emit socket->readyRead();
        return;
    case HttpFront::Kind::Http:
        socket->setProperty("looking", false);
        disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
        socket->readAll();
        socket->write(m_http.answer(head, [this](const QString &path) { return livePage(path); }));
        socket->disconnectFromHost();
        return;
    }
}

std::optional<LivePage> Listener::livePage(const QString &path) const
{
    if (path == "/health"_L1)
        return LivePage{"application/json", health(), m_hub.writer().metrics().isReachable};
    if (path == "/metrics"_L1)
        return LivePage{"text/plain; version=0.0.4", metrics()};
    return std::nullopt;
}

QByteArray Listener::health() const
{
    return QJsonDocument(QJsonObject{{u"ok"_s, m_hub.writer().metrics().isReachable.load()},
                                     {u"connections"_s, m_hub.connections()},
                                     {u"unsent_bytes"_s, m_hub.unsentBytes()},
                                     {u"waiting_jobs"_s, qint64(m_hub.writer().waiting())},
                                     {u"server_time"_s, toIso(m_hub.clock().now())}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

/// \source Prometheus text format 0.0.4
QByteArray Listener::metrics() const
{
    const Metrics &writer = m_hub.writer().metrics();
    QByteArray text;
    const auto add = [&](const char *name, const char *type, const char *help, double value) {
        const QByteArray full = QByteArray("bangban_") + name;
        text += "# HELP " + full + ' ' + help + "\n# TYPE " + full + ' ' + type + '\n' + full + ' '
            + QByteArray::number(value, 'g', 15) + '\n';
    };
    add("connections", "gauge", "Open WebSockets.", m_hub.connections());
    add("unsent_bytes", "gauge", "Bytes that slow readers have not taken yet.", double(m_hub.unsentBytes()));
    add("waiting_jobs", "gauge", "Jobs before the writer.", double(m_hub.writer().waiting()));
    add("waiting_requests", "gauge", "Requests in the queue.", double(writer.waiting));
    add("longest_wait_seconds", "gauge", "Of the requests in the queue, since their minute began.", double(writer.longestWaitMs) / 1'000);
    add("commands_done_total", "counter", "Commands that were done.", double(writer.done));
    add("commands_refused_total", "counter", "Commands that were refused.", double(writer.refused));
    add("commits_total", "counter", "Batches that wrote something.", double(writer.commits));
    add("commits_failed_total", "counter", "Batches that could not be written.", double(writer.failedCommits));
    add("commit_seconds_total", "counter", "Time of all commits.", double(writer.commitMicros) / 1e6);
    add("log_rows_total", "counter", "Rows of the change log written by this server.", double(writer.logRows));
    add("record_reachable", "gauge", "Whether the record can be reached.", writer.isReachable);
    add("leads", "gauge", "Whether what happens by itself happens here.", writer.leads);
    if (!m_folder.isEmpty()) {
        const QFileInfo mark(m_folder + u'/' + kDrillFile);
        add("restore_drill_timestamp_seconds", "gauge", "When a backup was last restored for trial, in Unix time; 0: never.",
            mark.exists() ? double(mark.lastModified().toMSecsSinceEpoch()) / 1'000 : 0);
    }
    return text;
}

} // namespace bangban::server
