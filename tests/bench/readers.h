// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/uuid7.h"
#include "core/protocol/codec.h"
#include "server/setup/first_start.h"
#include "tests/bench/bench.h"

#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

/// Many desks that only listen, and one whose changes they hear of.
namespace bangban::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline constexpr int kConnections = 1'000;

inline QWebSocketHandshakeOptions handshake()
{
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QString(protocol::kSubprotocol)});
    return options;
}

inline qint64 numberAfter(const QByteArray &bytes, QByteArrayView key)
{
    const qsizetype at = bytes.indexOf(key);
    return at < 0 ? -1 : bytes.mid(at + key.size(), 20).split(',')[0].split('}')[0].toLongLong();
}

inline QByteArray textAfter(const QByteArray &bytes, QByteArrayView key)
{
    const qsizetype at = bytes.indexOf(key);
    return at < 0 ? QByteArray() : bytes.mid(at + key.size(), bytes.indexOf('"', at + key.size()) - at - key.size());
}

/// What all readers of one run have in common.
struct Readers {
    std::vector<std::unique_ptr<QWebSocket>> sockets;
    qint64 delivered = 0;
    SteadyClock clock;
    /// Opens them in groups, as a whole office does that comes back at once.
    bool open(const QUrl &url, const std::function<void(QWebSocket *)> &greet)
    {
        int connected = 0;
        for (int i = 0; i < kConnections; ++i) {
            sockets.push_back(std::make_unique<QWebSocket>());
            QWebSocket *socket = sockets.back().get();
            QObject::connect(socket, &QWebSocket::connected, socket, [&connected, socket, greet] {
                ++connected;
                greet(socket);
            });
            socket->open(url, handshake());
            if (i % 100 == 99 && !runUntil([&] { return connected == i + 1; }, 30s))
                return false;
        }
        return runUntil([&] { return connected == kConnections; }, 30s);
    }
};

/// One member of staff who changes their presence again and again: a row of about 400 bytes that every desk is told of.
class Changer {
public:
    Changer(const QUrl &url, const QString &login) : m_login(login)
    {
        QObject::connect(&m_socket, &QWebSocket::connected, &m_socket,
                         [this] { send(protocol::Hello{u"bench"_s, domain::Role::Agent, {}, {}}); });
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray &bytes) {
            const auto frame = protocol::decode(bytes);
            if (!frame)
                return;
            if (frame->type == protocol::wireName<protocol::Welcome>())
                send(protocol::SignIn{m_login, {QString(server::kDemoPassword)}, domain::Presence::Busy});
            else if (frame->type == protocol::wireName<protocol::SignedIn>())
                token = frame->body["token"_L1].toString();
            else if (frame->type == protocol::wireName<protocol::CommandResult>())
                ++answered;
            else if (const qint64 saved = numberAfter(bytes, R"("saved_at":)"); saved > 0)
                draftSavedAt = fromMs(saved);
        });
        m_socket.open(url, handshake());
    }
    template<typename T>
    void send(const T &message)
    {
        m_socket.sendBinaryMessage(protocol::encode(message));
    }
    void change(const SteadyClock &clock)
    {
        m_even = !m_even;
        send(protocol::PresenceSet{CommandId(makeUuid7(clock.now())),
                                   m_even ? domain::Presence::Break : domain::Presence::Busy,
                                   m_even ? QString(150, u'休') : QString(), false});
    }
    QString token;
    int answered = 0;
    std::optional<Instant> draftSavedAt; ///< of the draft of an entry that was told last; only after resume

private:
    QWebSocket m_socket;
    QString m_login;
    bool m_even = false;
};

} // namespace bangban::bench
