// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "client/net/server_clock.h"
#include "core/protocol/codec.h"
#include "core/wire/channel.h"

#include <QTimer>
#include <QUrl>

#include <functional>

namespace bangban::client {

/// How long the line may be silent, and how often it is tried. Only tests change these.
struct LineTimes {
    std::chrono::milliseconds pingEvery{2000};
    std::chrono::milliseconds quietAfter{4500};  ///< Reconnecting; the socket is kept and work goes on
    std::chrono::milliseconds brokenAfter{15000}; ///< Broken; the socket is dropped
    std::chrono::milliseconds firstDelay{250};
    std::chrono::milliseconds longestDelay{5000}; ///< cap of the jittered wait between two tries
};

/// Begins a channel to a server; it opens later, or closes.
using Dial = std::function<wire::Channel *(const QUrl &)>;
/// Over a WebSocket.
wire::Channel *dialWebSocket(const QUrl &server);

/// The line to one server: dials, pings, notices silence, dials again. What the server sends malformed is logged and costs
/// it the connection.
class Connection : public QObject {
    Q_OBJECT
public:
    Connection(ServerClock &clock, const LineTimes &times, Dial dial = dialWebSocket);
    ~Connection() override;

    void open(const QUrl &server); ///< keeps trying until close()
    void close();
    void hangUp(const char *why); ///< dials again after the delay; what was received is not worth going on
    void redialNow(); ///< does not wait for the delay; drops a silent socket
    /// Hands one message to the socket; false if there is none. Nothing is queued here.
    bool send(const QByteArray &message);

    [[nodiscard]] LineState state() const { return m_state; }
    [[nodiscard]] bool isUp() const { return m_up; }
    [[nodiscard]] QUrl server() const { return m_server; }

signals:
    void opened();
    void closed();
    void frameReceived(const bangban::protocol::Frame &frame);
    void chunkReceived(const bangban::protocol::Chunk &chunk);
    void stateChanged(bangban::client::LineState state);
    void roundTripMeasured(int ms);

private:
    void dial();
    void drop(const char *why);
    void scheduleDial();
    void onConnected();
    void onMessage(const QByteArray &message);
    bool answerHeartbeat(const protocol::Frame &frame);
    void beat();
    /// The only place that decides the state.
    void judge();

    ServerClock &m_clock;
    LineTimes m_times;
    QUrl m_server;
    Dial m_dialServer;
    wire::Channel *m_channel = nullptr;
    QTimer m_beat;
    QTimer m_watch;
    QTimer m_redial;
    std::chrono::milliseconds m_heard{0}; ///< monotonic, of the last message
    std::chrono::milliseconds m_dialled{0};
    std::chrono::milliseconds m_connectedAt{0};
    bool m_everHeard = false;
    bool m_up = false;
    int m_failures = 0;
    LineState m_state = LineState::Off;
};

} // namespace bangban::client
