// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/codec.h"

#include <QSignalSpy>
#include <QWebSocket>

namespace bangban::tests {

/// A client that knows nothing but the wire: sends frames, keeps what comes back in order.
class WireClient final : public QObject {
    Q_OBJECT
public:
    explicit WireClient(const QUrl &url, const QString &origin = {});
    ~WireClient() override;

    template<protocol::Described T>
    void send(const T &message)
    {
        sendBytes(protocol::encode(message));
    }
    void sendBytes(const QByteArray &bytes);
    void sendText(const QString &text); ///< which the server does not take
    void forget(); ///< all that has come so far
    [[nodiscard]] bool isOpen() const;
    /// Waits for the next frame of that type and takes it out; an empty type name on time-out.
    protocol::Frame next(const QString &type, int timeoutMs = 5000);
    template<protocol::Described T>
    T next()
    {
        return protocol::fromJson<T>(next(protocol::wireName<T>()).body).value_or(T());
    }
    [[nodiscard]] bool waitForClose(int timeoutMs = 5000);
    [[nodiscard]] bool waitForOpen(int timeoutMs = 5000);
    [[nodiscard]] int countOf(const QString &type) const;
    /// Every byte that ever came.
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    QByteArray nextChunk(int timeoutMs = 5000);

    // ---- dialogues
    /// Says hello as a citizen; gives the page token back.
    QString beCitizen(const QString &token = {});
    bool greet(); ///< says hello as a desk that has no token
    /// Signs in; gives the session's token, empty if it was refused.
    QString signIn(const QString &login, const QString &password, const QString &newPassword = {});
    /// The same, for who needs no token.
    bool beStaff(const QString &login, const QString &password, const QString &newPassword = {});
    /// Subscribes with these cursors and waits for both scopes' snapshots; gives the cursors.
    QStringList takeSnapshots(QList<protocol::Change> *rows = nullptr);
    /// Sends a command and waits for its answer: the data, or the refusal.
    template<protocol::Described T>
    Result<QJsonObject> command(T command)
    {
        if (command.cmdId.isEmpty())
            command.cmdId = newCommandId();
        send(command);
        return answerTo(command.cmdId);
    }
    Result<QJsonObject> answerTo(const CommandId &id);
    static CommandId newCommandId();
    static QString newId();

private:
    QWebSocket m_socket;
    QList<protocol::Frame> m_frames;
    QList<QByteArray> m_chunks;
    QByteArray m_received;
};

} // namespace bangban::tests
