// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/protocol/codec.h"
#include "server/office/office.h"
#include "core/base/mailbox.h"
#include "server/writer/metrics.h"

#include <QTimer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace bangban::server {

/// Runs on the receiver's thread once the batch is on disk, or with the error if it is not.
using Completion = std::function<void(const std::optional<Error> &commitError)>;
/// Runs on the writer thread.
using Job = std::function<Completion(Office &)>;

/// One command of one person. Made on the caller's thread, so that the writer does nothing that others can.
struct Command {
    Command(Actor actor, protocol::Frame frame);
    Actor actor;
    protocol::Frame frame;
    CommandId id;
    QByteArray fingerprint; ///< of who says what: the same id with another one is no repeat
};

/// What one commit brought, in the order in which it must be told: changes first, then answers.
struct Committed {
    std::vector<LogEntry> entries; ///< of other servers first, for they came first
    std::vector<Completion> completions;
    bool isOwn = false;        ///< this server wrote something
    bool wasForgotten = false; ///< the other servers of the record took this one for dead
    std::optional<Error> error;
    std::vector<protocol::Place> places;
    std::vector<std::pair<StaffId, protocol::Figures>> figures;
};

/// The one thread that touches the record (architecture §2, 2). A batch is what queued while the last commit ran;
/// there is no timer in it. Sockets never wait for the database: they post and go on.
class Writer {
public:
    enum class Runs {
        OnItsOwn,     ///< on a thread of its own
        WithReceiver, ///< on the receiver's thread, one batch a turn of its loop: for tests in which time is not the world's
    };
    /// \param committed  it and all completions run on the thread on which the writer is made: the receiver's
    Writer(const Clock &clock, std::function<void(Committed)> committed, Runs runs = Runs::OnItsOwn);
    ~Writer(); ///< finishes what is queued, then stops; without a thread of its own it drops it, as a kill does

    using Prepare = std::function<Result<void>(Store &)>;
    using Ready = std::function<Result<void>(Office &)>;
    /// Opens the database on the writer thread and starts serving.
    /// \param prepare  runs on the bare record, for the first start's import
    /// \param ready    runs when nothing more is written before the first job: where the log stands
    /// \errors Database, WrongVersion, BadConfiguration, and those of prepare and ready
    Result<void> start(const RecordPlace &place, Prepare prepare, Ready ready);
    void post(Job job);
    /// Another server wrote something.
    void look();
    /// Jobs that wait; from a limit on the caller answers busy.
    [[nodiscard]] std::size_t waiting() const;
    void note(const Result<QJsonObject> &answer) { ++(answer ? m_metrics.done : m_metrics.refused); } ///< how a command ended

    [[nodiscard]] const Metrics &metrics() const { return m_metrics; }

    /// Exactly once (architecture §2, 3): a repeated cmd_id gets the stored answer. A refusal is an answer too.
    static Result<QJsonObject> runCommand(Office &office, const Command &command);

private:
    Result<void> open(const RecordPlace &place, const Prepare &prepare, const Ready &ready);
    void turn(Office &office); ///< one batch
    void wake();
    /// Until there is something to do. \returns false when it is over
    bool waitForWork();
    /// Begins a batch on a shared record. \returns false while it cannot be reached: what waits goes on waiting, for nothing
    /// of it was acknowledged
    bool reach(Office &office);
    std::deque<Job> takeJobs();
    std::vector<Completion> runJobs(Office &office, std::deque<Job> &jobs);
    void countQueue(const Office &office);
    void finishBatch(Office &office, std::vector<Completion> completions);
    void tickIfDue(Office &office);
    void byItself(Office &office, const char *what, const std::function<Result<void>()> &step);

    const Clock &m_clock;
    std::function<void(Committed)> m_committed;
    Mailbox m_toReceiver;
    Runs m_runs;
    Metrics m_metrics;
    mutable std::mutex m_mutex;
    std::condition_variable m_woken;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    bool m_mustLook = false;
    bool m_wasForgotten = false;
    std::chrono::milliseconds m_nextBeat{0};
    std::chrono::milliseconds m_nextTick{0};
    std::chrono::milliseconds m_nextPlaces{0};
    std::chrono::milliseconds m_nextPrune{0};
    std::chrono::milliseconds m_nextBegin{0}; ///< when versions whose day has come are looked for
    std::unique_ptr<Store> m_store;   ///< on the writer's thread
    std::unique_ptr<Office> m_office; ///< likewise
    QTimer m_turns;                   ///< without a thread
    std::thread m_thread;
};

} // namespace bangban::server
