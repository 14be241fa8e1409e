// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/doorbell.h"
#include "server/office/sign_in.h"
#include "server/net/connection.h"
#include "server/net/side_thread.h"
#include "server/net/snapshot_turns.h"
#include "server/writer/writer.h"

#include <QSet>
#include <QTimer>

#include <atomic>

namespace bangban::server {

/// What every connection needs to know of this server.
struct ServerFacts {
    QString epoch;
    QByteArray key;
    QString office;
    QString scope; ///< the district's
    bool sample = false;
};

/// The middle of the server, on the thread of the sockets: connections on one side, the writer on the other. Keeps
/// who is there, tells changes, watches for silence.
class Hub final : public QObject {
    Q_OBJECT
public:
    Hub(const Clock &clock, const Limits &limits, Writer::Runs runs = Writer::Runs::OnItsOwn);
    ~Hub() override;

    /// \errors as Writer::start
    Result<void> start(const RecordPlace &place, std::function<Result<void>(Store &)> prepare);
    void accept(wire::Channel *channel);
    /// Counts a socket of the address until it is destroyed; false, and it is not counted, if there are too many.
    [[nodiscard]] bool admit(QObject *socket, const QString &address);

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    [[nodiscard]] const ServerFacts &facts() const { return m_facts; }
    [[nodiscard]] Fanout &fanout() { return *m_fanout; }
    [[nodiscard]] Writer &writer() { return *m_writer; }
    [[nodiscard]] SnapshotTurns &snapshotTurns() { return m_snapshotTurns; }
    [[nodiscard]] int connections() const { return int(m_connections.size()); }
    [[nodiscard]] qint64 unsentBytes() const; ///< of all connections: what slow readers cost
    [[nodiscard]] bool isWriterBusy() const { return m_writer->waiting() > std::size_t(m_limits.maxWaitingJobs); }

    /// Runs work on the writer and hands its result back here, if the connection still lives.
    template<typename T>
    void ask(Connection *connection, std::function<Result<T>(Office &)> work, std::function<void(Result<T>)> then);

    // ---- called by connections
    void signIn(Connection *connection, const protocol::SignIn &attempt);
    void unlock(Connection *connection, const protocol::Unlock &attempt);
    void changePassword(Connection *connection, const protocol::PasswordChange &change);
    void identifyStaff(Connection *connection, const QString &token);
    void identifyCitizen(Connection *connection, const QString &token);
    void identified(Connection *connection);
    void closed(Connection *connection);
    /// A reader's signed cursor stands where this log never was: what it heard is gone. The record gets another epoch and is
    /// filled up again, as after a restore. \returns false of a shared record, which its database keeps alive: the operators
    /// are told, and the reader takes a snapshot
    bool recordWentBack(const QString &scope, qint64 rev);
    void everyoneMayHaveChanged(); ///< after an import
    void staffChanged(const StaffId &staff); ///< an account was changed: view and session are looked at again
    void senderBlocked(const CitizenId &citizen); ///< tells and closes their pages
    void showTyping(const Connection *from, const protocol::Typing &typing);

private:
    void startAnew();
    void readLibrary(const QString &url);
    void tell(Committed committed);
    void heed(const LogEntry &entry);
    void knowledgeChanged(qint64 revision);
    void hear(const QString &words);
    void deliver(const protocol::TypingShown &shown);
    void flush();
    void watchSilence();
    void forgetEnded();
    void noteLink(const StaffId &staff, domain::Link link);
    void noteCitizenOnline(const CitizenId &citizen, bool online);
    /// Hashes off this thread; an unknown login costs as much time as a wrong password. Nothing if the connection went.
    void checkPassword(Connection *connection, QLatin1String about, const protocol::SignIn &attempt,
                       std::function<Result<SignInAccount>(Office &)> find, std::function<void(const SignInTry &)> then);
    /// What whoever is signed in here may do with their password. \param attempt  on the record; why not, if not
    void proveThen(Connection *connection, QLatin1String about, const protocol::SignIn &said,
                   std::function<Result<std::optional<Error>>(Office &, const SignInTry &)> attempt, std::function<void()> done);
    void finishSignIn(Connection *connection, const SignInTry &attempt);
    void sendPlaces(const std::vector<protocol::Place> &places);
    void sendFigures(const StaffId &staff, const protocol::Figures &figures);
    [[nodiscard]] bool mayMakeCitizen(const QString &address);

    const Clock &m_clock;
    Limits m_limits;
    Writer::Runs m_runs;
    RecordPlace m_place;
    std::function<Result<void>(Store &)> m_prepare;
    bool m_isStartingAnew = false;
    ServerFacts m_facts;
    std::unique_ptr<Fanout> m_fanout;
    SnapshotTurns m_snapshotTurns;
    QSet<Connection *> m_connections;
    QMultiHash<StaffId, Connection *> m_ofStaff;
    QMultiHash<CitizenId, Connection *> m_ofCitizen;
    QHash<QString, int> m_perAddress;
    QHash<QString, Bucket> m_newCitizens;
    struct Known {
        domain::Link link = domain::Link::Gone;
        std::chrono::milliseconds heard{0};
    };
    QHash<StaffId, Known> m_links;
    QHash<CitizenId, std::chrono::milliseconds> m_leavingCitizens; ///< without a connection, since
    QHash<RequestId, protocol::Place> m_places;
    /// Who talks in a request, as far as batches told: for typing marks.
    QHash<RequestId, std::pair<CitizenId, StaffId>> m_talks;
    std::vector<Committed> m_told; ///< on disk, not told yet
    QTimer m_flushTimer;
    QTimer m_bellTimer;
    QTimer m_silenceTimer;
    QTimer m_pingTimer;
    QTimer m_forgetTimer;
    Mailbox m_checkedPasswords;
    /// Password hashing is slow on purpose; one core at most, so that the promise of a minute never waits for it.
    SideThread m_passwordThread;
    std::unique_ptr<SideThread> m_libraryThread; ///< while a large knowledge base is read, and after it
    /// Shared with what waits: a place is given back also when the connection is gone before its answer.
    std::shared_ptr<std::atomic<int>> m_signInsWaiting = std::make_shared<std::atomic<int>>(0);
    std::unique_ptr<sql::Doorbell> m_doorbell; ///< to the other servers of a shared record
    std::unique_ptr<Writer> m_writer; ///< last: stops first
};

template<typename T>
void Hub::ask(Connection *connection, std::function<Result<T>(Office &)> work, std::function<void(Result<T>)> then)
{
    QPointer<Connection> alive(connection);
    m_writer->post([alive, work = std::move(work), then = std::move(then)](Office &office) -> Completion {
        auto result = std::make_shared<Result<T>>(fail(ErrorCode::Internal));
        if (auto saved = office.store.save(); !saved) {
            *result = tl::unexpected<Error>(saved.error());
        } else {
            *result = work(office);
            if (auto ended = *result ? office.store.release() : office.store.undo(); !ended)
                *result = tl::unexpected<Error>(ended.error());
        }
        return [alive, result, then](const std::optional<Error> &commitError) {
            if (alive)
                then(commitError ? Result<T>(tl::unexpected<Error>(*commitError)) : std::move(*result));
        };
    });
}

} // namespace bangban::server
