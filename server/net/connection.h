// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/codec.h"
#include "core/wire/channel.h"
#include "server/live/snapshot.h"
#include "server/net/fanout.h"
#include "server/net/limits.h"
#include "server/store/knowledge.h"

#include <QObject>
#include <QPointer>


namespace bangban::server {

class Hub;

/// One WebSocket: who it is, what it may see, how far it has been told. Decodes and checks; the hub does the rest.
class Connection final : public QObject {
    Q_OBJECT
public:
    /// Takes the channel over.
    Connection(wire::Channel *channel, Hub &hub);
    ~Connection() override;

    [[nodiscard]] const Actor &actor() const { return m_actor; }
    [[nodiscard]] bool isIdentified() const { return !m_actor.staff.isEmpty() || !m_actor.citizen.isEmpty(); }
    [[nodiscard]] std::chrono::milliseconds lastHeard() const { return m_lastHeard; }
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] std::optional<Instant> expiresAt() const { return m_expiresAt; }
    /// Time in which everything must have been said that identifies the other side.
    [[nodiscard]] std::chrono::milliseconds openedAt() const { return m_openedAt; }

    template<protocol::Described T>
    void send(const T &message)
    {
        sendBytes(protocol::encode(message));
    }
    void sendBytes(const QByteArray &bytes);
    /// \param about  the wire name of the message, if it is no command and a client must know
    void refuse(const Error &error, const CommandId &command = {}, const QString &about = {});
    /// Tells what is new in every subscribed scope; a reader that is too far behind gets a snapshot.
    void flush();
    void keepAlive(qint64 monotonicMs); ///< a ping, and the cursors' way to the head
    /// \param expiresAt  of the session; a citizen's has none
    void identify(const Actor &actor, const View &view, std::optional<Instant> expiresAt = {});
    /// False if somebody is signed in already, or is just being looked at: one connection, one person.
    [[nodiscard]] bool beginSignIn();
    /// The authenticator's secret that was offered here and is not proved yet.
    [[nodiscard]] const QByteArray &offeredSecret() const { return m_offeredSecret; }
    void keepOffer(const QByteArray &secret) { m_offeredSecret = secret; }
    void endSignIn() { m_isSigningIn = false; } ///< refused; another try may follow
    [[nodiscard]] QString token() const { return m_token; }
    void keepToken(const QString &token) { m_token = token; } ///< of a sign-in on this connection: sign_out ends it
    void setView(const Actor &actor, const View &view); ///< rights changed: erases and sends anew
    [[nodiscard]] qint64 unsentBytes() const;
    void takeSnapshots(); ///< it is this connection's turn
    void tellKnowledge(qint64 revision); ///< to who asked for entries before
    void close(const QString &why);

private:
    void receive(const QByteArray &bytes);
    void receiveFrame(const protocol::Frame &frame);
    void receivePing(const protocol::Ping &ping);
    void receiveUnlock(const protocol::Unlock &attempt);
    void receivePasswordChange(const protocol::PasswordChange &change);
    void receiveAccountsGet(const protocol::AccountsGet &get);
    void receiveCalendarsGet(const protocol::CalendarsGet &get);
    void receiveKnowledgeGet(const protocol::KnowledgeGet &get);
    void sendKnowledge(const KnowledgeRows &page);
    template<typename Asked, typename T>
    void answerWith(std::function<Result<T>(Office &)> look);
    void receiveHello(const protocol::Hello &hello);
    void receiveResume(const protocol::Resume &resume);
    void receiveCommand(const protocol::Frame &frame);
    void receiveChunk(const protocol::Chunk &chunk);
    void receiveTyping(const protocol::Typing &typing);
    void receiveFileStatus(const protocol::FileStatus &status);
    void receiveFileGet(const protocol::FileGet &get);
    void receiveHistory(const protocol::HistoryGet &get);
    void receiveOutlookGet(const protocol::OutlookGet &get);
    void receivePhoneGet(const protocol::PhoneGet &get);
    void receiveEntryPastGet(const protocol::EntryPastGet &get);
    void receiveHotGet(const protocol::HotGet &get);
    void receiveRatesGet(const protocol::RatesGet &get);
    void goOnFromLog(const Cursor &cursor);
    void requestSnapshot(const QString &scope, const QString &reason);
    void sendSnapshot(const SnapshotRows &snapshot);
    void endTurnIfServed();

    QPointer<wire::Channel> m_channel;
    Hub &m_hub;
    QString m_address;
    QString m_token;
    QByteArray m_offeredSecret;
    Actor m_actor;
    View m_view;
    QByteArray m_digest;
    QHash<QString, ReaderMark> m_marks; ///< subscribed scopes
    QStringList m_wantedSnapshots; ///< scopes
    int m_snapshotsAsked = 0;      ///< of the writer, not answered yet
    Bucket m_bucket;
    std::optional<Instant> m_expiresAt;
    std::chrono::milliseconds m_openedAt;
    std::chrono::milliseconds m_lastHeard;
    bool m_greeted = false;
    bool m_isSigningIn = false;
    bool m_followsKnowledge = false;
};

} // namespace bangban::server
