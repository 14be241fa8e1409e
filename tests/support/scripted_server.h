// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/codec.h"

#include <QPointer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>

namespace bangban::tests {

/// A server that says what the test tells it to: the dialogue is the test. Keeps every frame that came, in order;
/// answers by rules (on<T>), else only when the test says something. One desk at a time, on a loopback port.
class ScriptedServer final : public QObject {
    Q_OBJECT
public:
    ScriptedServer();
    ~ScriptedServer() override;

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)); }

    // ---- what it does by itself
    /// What happens when a message of that type comes; replaces the rule before it.
    template<protocol::Described T>
    void on(std::function<void(const T &)> then)
    {
        m_rules.insert(protocol::wireName<T>(), [then = std::move(then)](const QJsonObject &body) {
            if (const auto message = protocol::fromJson<T>(body))
                then(*message);
        });
    }
    void onChunk(std::function<void(const protocol::Chunk &)> then) { m_chunkRule = std::move(then); }
    /// Nothing happens any more when one comes.
    template<protocol::Described T>
    void ignore()
    {
        m_rules.remove(protocol::wireName<T>());
    }
    /// hello, sign_in and ping are answered for this person; a token is good if it is `goodToken`.
    void keepOffice(const protocol::StaffRow &staff);
    QString deskKey = QString::fromLatin1(QByteArray(32, 'k').toBase64());
    QString goodToken{QStringLiteral("good-token")};
    std::function<Instant()> time;

    // ---- what it says
    template<protocol::Described T>
    bool say(const T &message)
    {
        return sayBytes(protocol::encode(message));
    }
    bool sayBytes(const QByteArray &bytes);
    bool sayText(const QString &text);
    /// A whole scope in one piece.
    bool sayScope(const QString &scope, const std::vector<protocol::Change> &rows, const QString &cursor);
    bool accept(const CommandId &command, const QJsonObject &data = {});
    bool refuse(const CommandId &command, ErrorCode code, const QString &detail = {});

    // ---- the line
    void hangUp();   ///< the socket is torn; the next dial is taken
    void goAway();   ///< hangs up and listens no more
    bool comeBack(); ///< listens again on the same port
    [[nodiscard]] bool hasDesk() const { return m_desk && m_desk->isValid(); }
    [[nodiscard]] int dials() const { return m_dials; }

    // ---- what came
    /// Waits for the next frame of that type after those taken before and takes it; an empty one on time-out.
    protocol::Frame next(const QString &type, int timeoutMs = 5000);
    template<protocol::Described T>
    T next()
    {
        return protocol::fromJson<T>(next(protocol::wireName<T>()).body).value_or(T());
    }
    /// All that ever came of that type, taken or not.
    template<protocol::Described T>
    QList<T> all() const
    {
        QList<T> found;
        for (const protocol::Frame &frame : m_heard)
            if (frame.type == protocol::wireName<T>())
                if (auto message = protocol::fromJson<T>(frame.body))
                    found.append(std::move(*message));
        return found;
    }
    [[nodiscard]] const QList<protocol::Chunk> &chunks() const { return m_chunks; }

private:
    void take();
    void hear(const QByteArray &bytes);

    QWebSocketServer m_server;
    QPointer<QWebSocket> m_desk;
    quint16 m_port = 0;
    int m_dials = 0;
    QHash<QString, std::function<void(const QJsonObject &)>> m_rules;
    std::function<void(const protocol::Chunk &)> m_chunkRule;
    QList<protocol::Frame> m_heard;
    QList<protocol::Frame> m_waiting;
    QList<protocol::Chunk> m_chunks;
};

} // namespace bangban::tests
