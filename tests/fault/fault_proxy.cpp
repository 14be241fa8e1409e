// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/fault_proxy.h"

#include <QTcpSocket>

#include <array>

namespace bangban::tests {

namespace {
constexpr qsizetype kRecorded = 64 * 1024; ///< of what a client said, for a replay
}

struct FaultProxy::Line {
    QTcpSocket *client = nullptr;
    QTcpSocket *server = nullptr;
    std::array<QByteArray, 2> held; ///< to the client, to the server
    QByteArray said;                ///< by the client, its beginning
    int cutIn = -1;
    int delayMs = 0;
    bool isHole = false;
    bool isDripping = false;
};

FaultProxy::FaultProxy(std::function<quint16()> server) : m_server(std::move(server))
{
    m_listener.setListenBacklogSize(512);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen");
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_listener.nextPendingConnection())
            accept(client);
    });
    m_second.callOnTimeout(this, [this] {
        const auto lines = m_lines;
        for (Line *line : lines)
            for (const bool toServer : {false, true})
                if (m_lines.contains(line) && line->isDripping && !line->held[toServer].isEmpty()) {
                    send(*line, toServer, line->held[toServer].left(1));
                    if (m_lines.contains(line))
                        line->held[toServer].remove(0, 1);
                }
    });
    m_second.start(1'000);
}

FaultProxy::~FaultProxy()
{
    while (!m_lines.isEmpty())
        drop(m_lines.first());
}

QUrl FaultProxy::url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_listener.serverPort())); }

void FaultProxy::accept(QTcpSocket *client)
{
    client->setParent(this);
    auto *line = new Line{client, new QTcpSocket(this), {}, {}, -1, 0, false, false};
    m_lines.append(line);
    for (QTcpSocket *socket : {line->client, line->server}) {
        const bool toServer = socket == line->client;
        connect(socket, &QTcpSocket::readyRead, this, [this, line, toServer] { pass(*line, toServer); });
        connect(socket, &QTcpSocket::disconnected, this, [this, line] { drop(line); });
        connect(socket, &QTcpSocket::errorOccurred, this, [this, line] { drop(line); });
    }
    const quint16 port = m_server();
    if (port == 0)
        return drop(line);
    connect(line->server, &QTcpSocket::connected, this, [this, line] { pass(*line, true); });
    line->server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

void FaultProxy::pass(Line &line, bool toServer)
{
    if (line.server->state() != QAbstractSocket::ConnectedState)
        return; // read when there is somebody to hear it
    const QByteArray bytes = (toServer ? line.client : line.server)->readAll();
    if (toServer && line.said.size() < kRecorded)
        line.said += bytes.left(kRecorded - line.said.size());
    if (line.isHole || line.isDripping || !line.held[toServer].isEmpty()) {
        line.held[toServer] += bytes;
    } else if (line.delayMs > 0) {
        QTimer::singleShot(line.delayMs, line.client, [this, &line, toServer, bytes] { send(line, toServer, bytes); });
    } else {
        send(line, toServer, bytes);
    }
}

void FaultProxy::send(Line &line, bool toServer, const QByteArray &bytes)
{
    QTcpSocket *to = toServer ? line.server : line.client;
    if (line.cutIn < 0) {
        to->write(bytes);
        return;
    }
    const auto taken = std::min<qsizetype>(line.cutIn, bytes.size());
    line.cutIn -= int(taken);
    to->write(bytes.left(taken));
    to->flush();
    if (line.cutIn == 0)
        drop(&line);
}

void FaultProxy::drop(Line *line)
{
    if (m_lines.removeOne(line))
        free(line);
}

void FaultProxy::free(Line *line)
{
    for (QTcpSocket *socket : {line->client, line->server}) {
        socket->disconnect(this);
        // What waits for a while has the client as its context, and ends here.
        socket->abort();
        socket->deleteLater();
    }
    connect(line->client, &QObject::destroyed, [line] { delete line; });
}

FaultProxy::Line *FaultProxy::lineOf(int choice) { return m_lines.isEmpty() ? nullptr : m_lines[choice % m_lines.size()]; }

/// Two things at once would put its bytes in another order, which no wire does.
FaultProxy::Line *FaultProxy::wholeLineOf(int choice)
{
    Line *line = lineOf(choice);
    return line && !line->isHole && !line->isDripping && line->delayMs == 0 ? line : nullptr;
}

void FaultProxy::cutAfter(int choice, int bytes)
{
    if (Line *line = lineOf(choice))
        line->cutIn = bytes;
}

void FaultProxy::makeHole(int choice, int forMs) { holdBack(wholeLineOf(choice), &Line::isHole, forMs); }

void FaultProxy::drip(int choice, int forMs) { holdBack(wholeLineOf(choice), &Line::isDripping, forMs); }

void FaultProxy::holdBack(Line *line, bool Line::*how, int forMs)
{
    if (!line)
        return;
    line->*how = true;
    QTimer::singleShot(forMs, line->client, [this, line, how] {
        line->*how = false;
        for (const bool toServer : {false, true})
            if (m_lines.contains(line))
                send(*line, toServer, std::exchange(line->held[toServer], {}));
    });
}

void FaultProxy::delay(int choice, int byMs, int forMs)
{
    if (Line *line = wholeLineOf(choice)) {
        line->delayMs = byMs;
        // What comes last must not overtake what waits.
        QTimer::singleShot(forMs, line->client, [this, line] { drop(line); });
    }
}

void FaultProxy::replay(int choice)
{
    Line *line = lineOf(choice);
    const quint16 port = m_server();
    if (!line || port == 0)
        return;
    auto *again = new QTcpSocket(this);
    connect(again, &QTcpSocket::connected, again, [again, said = line->said] { again->write(said); });
    connect(again, &QTcpSocket::readyRead, again, [again] { again->readAll(); });
    connect(again, &QTcpSocket::disconnected, again, &QObject::deleteLater);
    connect(again, &QTcpSocket::errorOccurred, again, &QObject::deleteLater);
    QTimer::singleShot(3'000, again, [again] { again->abort(); });
    again->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

void FaultProxy::cutAll()
{
    while (!m_lines.isEmpty())
        drop(m_lines.first());
}

void FaultProxy::heal()
{
    const auto lines = m_lines;
    for (Line *line : lines) {
        line->cutIn = -1;
        if (line->isHole || line->isDripping || line->delayMs > 0)
            drop(line);
    }
}

} // namespace bangban::tests
