// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/net/connection.h"

#include "core/base/log.h"

#include <QNetworkRequest>
#include <QRandomGenerator>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {
constexpr quint64 kMaxIncoming = quint64(protocol::kMaxMessage) + 4096; // a file chunk brings a header of its own
}

Connection::Connection(ServerClock &clock, const LineTimes &times, QObject *parent)
    : QObject(parent), m_clock(clock), m_times(times)
{
    m_redial.setSingleShot(true);
    m_beat.setInterval(m_times.pingEvery);
    m_watch.setInterval(std::clamp(m_times.quietAfter / 10, std::chrono::milliseconds(10), std::chrono::milliseconds(250)));
    connect(&m_redial, &QTimer::timeout, this, &Connection::dial);
    connect(&m_beat, &QTimer::timeout, this, &Connection::beat);
    connect(&m_watch, &QTimer::timeout, this, &Connection::judge);
}

Connection::~Connection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void Connection::open(const QUrl &server)
{
    close();
    m_server = server;
    m_everHeard = false;
    m_failures = 0;
    m_heard = m_clock.monotonic();
    m_watch.start();
    dial();
    judge();
}

void Connection::close()
{
    m_server.clear();
    m_redial.stop();
    m_watch.stop();
    drop("closed here");
    judge();
}

void Connection::hangUp(const char *why) { drop(why); }

void Connection::redialNow()
{
    if (m_server.isEmpty() || m_state == LineState::Online)
        return;
    m_failures = 0;
    drop("asked to dial again");
    dial();
}

bool Connection::send(const QByteArray &message)
{
    return m_up && m_socket && m_socket->sendBinaryMessage(message) == message.size();
}

void Connection::dial()
{
    m_redial.stop();
    if (m_server.isEmpty())
        return;
    m_dialled = m_clock.monotonic();
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingMessageSize(kMaxIncoming);
    m_socket->setMaxAllowedIncomingFrameSize(kMaxIncoming);
    QWebSocket *socket = m_socket.get();
    connect(socket, &QWebSocket::connected, this, &Connection::onConnected);
    connect(socket, &QWebSocket::binaryMessageReceived, this, &Connection::onMessage);
    connect(socket, &QWebSocket::textMessageReceived, this, [this] { drop("a text message came"); });
    connect(socket, &QWebSocket::disconnected, this, [this] { drop("the server hung up"); });
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this, socket] { drop(qPrintable(socket->errorString())); });
    QNetworkRequest request(m_server);
    request.setRawHeader("Sec-WebSocket-Protocol", QByteArray(protocol::kSubprotocol.data(), protocol::kSubprotocol.size()));
    socket->open(request);
}

void Connection::drop(const char *why)
{
    if (!m_socket)
        return;
    qCInfo(logNet, "line dropped: %s", why);
    const bool wasUp = std::exchange(m_up, false);
    // A server that takes every dial and fails at once is dialled ever more slowly, too.
    if (wasUp && m_clock.monotonic() - m_connectedAt >= m_times.longestDelay)
        m_failures = 0;
    m_beat.stop();
    // The socket may stand on the call stack, so it is not deleted here.
    QWebSocket *socket = m_socket.release();
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
    if (!m_server.isEmpty())
        scheduleDial();
    if (wasUp)
        emit closed();
    judge();
}

void Connection::scheduleDial()
{
    const auto ceiling = std::min(m_times.longestDelay, m_times.firstDelay * (1 << std::min(m_failures, 8)));
    ++m_failures;
    // Full jitter: after an outage the desks of a whole centre must not come back in one instant.
    m_redial.start(int(QRandomGenerator::global()->bounded(int(ceiling.count()) + 1)));
}

void Connection::onConnected()
{
    m_up = true;
    m_everHeard = true;
    m_heard = m_clock.monotonic();
    m_connectedAt = m_heard;
    m_beat.start();
    judge();
    emit opened();
    beat();
}

void Connection::onMessage(const QByteArray &message)
{
    m_heard = m_clock.monotonic();
    judge();
    if (protocol::isChunk(message)) {
        if (const auto chunk = protocol::decodeChunk(message))
            emit chunkReceived(*chunk);
        else
            drop("a malformed chunk came");
        return;
    }
    const auto frame = protocol::decode(message);
    if (!frame) {
        qCWarning(logNet, "malformed message: %s", qPrintable(frame.error().detail));
        drop("a malformed message came");
    } else if (!answerHeartbeat(*frame)) {
        emit frameReceived(*frame);
    }
}

bool Connection::answerHeartbeat(const protocol::Frame &frame)
{
    if (frame.type == protocol::wireName<protocol::Ping>()) {
        if (const auto ping = protocol::fromJson<protocol::Ping>(frame.body))
            send(protocol::encode(protocol::Pong{ping->sentAt, m_clock.now()}));
        else
            drop("a malformed ping came");
        return true;
    }
    if (frame.type != protocol::wireName<protocol::Pong>())
        return false;
    if (const auto pong = protocol::fromJson<protocol::Pong>(frame.body)) {
        m_clock.addSample(std::chrono::milliseconds(pong->sentAt), m_clock.monotonic(), pong->serverTime);
        emit roundTripMeasured(m_clock.roundTripMs());
    } else {
        drop("a malformed pong came");
    }
    return true;
}

void Connection::beat() { send(protocol::encode(protocol::Ping{m_clock.monotonic().count()})); }

void Connection::judge()
{
    const auto silence = m_clock.monotonic() - m_heard;
    LineState state = LineState::Off;
    if (!m_server.isEmpty()) {
        if (silence >= m_times.brokenAfter)
            state = LineState::Broken;
        else if (m_up && silence < m_times.quietAfter)
            state = LineState::Online;
        else
            state = m_everHeard ? LineState::Reconnecting : LineState::Connecting;
    }
    if (m_state != state) {
        m_state = state;
        emit stateChanged(state);
    }
    // A dial that hangs (a firewall that swallows packets) is given up as a silent socket is.
    const bool hung = m_socket && !m_up && m_clock.monotonic() - m_dialled >= m_times.brokenAfter;
    if (m_socket && ((state == LineState::Broken && m_up) || hung))
        drop("silent for too long");
}

} // namespace bangban::client
