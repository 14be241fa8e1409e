// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/net/connection.h"

#include "core/base/log.h"
#include "core/wire/web_channel.h"

#include <QRandomGenerator>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMaxIncoming = protocol::kMaxMessage + 4096; // a file chunk brings a header of its own
}

wire::Channel *dialWebSocket(const QUrl &server) { return wire::WebChannel::dial(server, protocol::kSubprotocol, kMaxIncoming); }

Connection::Connection(ServerClock &clock, const LineTimes &times, Dial dial)
    : m_clock(clock), m_times(times), m_dialServer(std::move(dial))
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
    if (!m_channel)
        return;
    m_channel->disconnect(this);
    delete m_channel;
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
    return m_up && m_channel && m_channel->send(message);
}

void Connection::dial()
{
    m_redial.stop();
    if (m_server.isEmpty())
        return;
    m_dialled = m_clock.monotonic();
    m_channel = m_dialServer(m_server);
    connect(m_channel, &wire::Channel::opened, this, &Connection::onConnected);
    connect(m_channel, &wire::Channel::received, this, &Connection::onMessage);
    connect(m_channel, &wire::Channel::receivedText, this, [this] { drop("a text message came"); });
    connect(m_channel, &wire::Channel::closed, this,
            [this](const QString &why) { drop(why.isEmpty() ? "the server hung up" : qPrintable(why)); });
}

void Connection::drop(const char *why)
{
    if (!m_channel)
        return;
    qCInfo(logNet, "line dropped: %s", why);
    const bool wasUp = std::exchange(m_up, false);
    // A server that takes every dial and fails at once is dialled ever more slowly, too.
    if (wasUp && m_clock.monotonic() - m_connectedAt >= m_times.longestDelay)
        m_failures = 0;
    m_beat.stop();
    // It may stand on the call stack, so it is not deleted here.
    wire::Channel *channel = std::exchange(m_channel, nullptr);
    channel->disconnect(this);
    channel->abort();
    channel->deleteLater();
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
    const bool hung = m_channel && !m_up && m_clock.monotonic() - m_dialled >= m_times.brokenAfter;
    if (m_channel && ((state == LineState::Broken && m_up) || hung))
        drop("silent for too long");
}

} // namespace bangban::client
