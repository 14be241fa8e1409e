// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/writer.h"

#include "core/base/log.h"
#include "core/base/uuid7.h"
#include "core/crypto/secrets.h"
#include "server/handlers/handlers.h"
#include "server/live/live.h"

#include <QElapsedTimer>

#include <future>

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMaxBatch = 512;
constexpr std::chrono::milliseconds kAskAgainAfter{500};
constexpr std::chrono::seconds kPlacesEvery{1};
constexpr std::chrono::hours kPruneEvery{1};
constexpr std::chrono::seconds kBeginEvery{10}; ///< of a day
constexpr std::chrono::hours kKeepLog{8 * 24}; ///< log and results (architecture §2, 3)

/// Refusals that depend on the moment are not kept: the same command may succeed a second later.
bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Busy || code == ErrorCode::Database || code == ErrorCode::RecordDamaged
        || code == ErrorCode::RateLimited;
}

Result<QJsonObject> answerOf(const StoredResult &stored)
{
    if (stored.code.isEmpty())
        return QJsonDocument::fromJson(stored.data).object();
    TAKE(code, errorCodeFromWire(stored.code));
    return fail(code, QString::fromUtf8(stored.data));
}

} // namespace

Command::Command(Actor who, protocol::Frame said)
    : actor(std::move(who)),
      frame(std::move(said)),
      id(frame.body.value("cmd_id"_L1).toString()),
      fingerprint(crypto::hash(actor.name().toUtf8() + '\n' + frame.type.toUtf8() + '\n'
                               + QJsonDocument(frame.body).toJson(QJsonDocument::Compact)))
{
}

Writer::Writer(const Clock &clock, std::function<void(Committed)> committed, Runs runs)
    : m_clock(clock), m_committed(std::move(committed)), m_runs(runs)
{
    m_turns.setSingleShot(true);
    QObject::connect(&m_turns, &QTimer::timeout, &m_turns, [this] {
        turn(*m_office);
        m_turns.start(waiting() > 0 ? std::chrono::milliseconds(0) : kTick);
    });
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    wake();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> Writer::start(const RecordPlace &place, Prepare prepare, Ready ready)
{
    if (m_runs == Runs::WithReceiver)
        return open(place, prepare, ready).map([this] { wake(); });
    std::promise<Result<void>> opened;
    auto future = opened.get_future();
    m_thread = std::thread([this, place, prepare = std::move(prepare), ready = std::move(ready), &opened] {
        const auto isOpen = open(place, prepare, ready);
        opened.set_value(isOpen);
        while (isOpen && waitForWork())
            turn(*m_office);
        m_office.reset();
        m_store.reset(); // on the thread that opened it
    });
    return future.get();
}

void Writer::wake()
{
    if (m_runs == Runs::WithReceiver)
        m_turns.start(0);
    else
        m_woken.notify_one();
}

void Writer::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    wake();
}

void Writer::look()
{
    {
        const std::lock_guard lock(m_mutex);
        m_mustLook = true;
    }
    wake();
}

std::size_t Writer::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

Result<void> Writer::open(const RecordPlace &place, const Prepare &prepare, const Ready &ready)
{
    TAKE(store, Store::open(place));
    TRY(prepare(*store));
    m_store = std::move(store);
    TAKE(office, Office::open(*m_store, m_clock));
    m_office = std::move(office);
    return ready(*m_office);
}

void Writer::turn(Office &office)
{
    if (!reach(office))
        return;
    auto jobs = takeJobs();
    auto completions = runJobs(office, jobs);
    jobs.clear(); // what they hold, such as a place in the waiting room, is free before anybody hears of it
    tickIfDue(office);
    finishBatch(office, std::move(completions));
}

bool Writer::waitForWork()
{
    std::unique_lock lock(m_mutex);
    m_woken.wait_for(lock, kTick, [this] { return m_stopping || !m_jobs.empty() || m_mustLook; });
    m_mustLook = false;
    return !m_stopping || !m_jobs.empty();
}

std::deque<Job> Writer::takeJobs()
{
    const std::lock_guard lock(m_mutex);
    std::deque<Job> jobs;
    while (!m_jobs.empty() && jobs.size() < kMaxBatch) {
        jobs.push_back(std::move(m_jobs.front()));
        m_jobs.pop_front();
    }
    return jobs;
}

bool Writer::reach(Office &office)
{
    if (!office.store.isShared())
        return true;
    office.beginAt(m_clock.now());
    const bool isTickDue = m_clock.monotonic() >= m_nextTick && (office.servers.leads() || m_clock.monotonic() >= m_nextBeat);
    const auto reached = (isTickDue || waiting() > 0 ? office.store.begin() : office.store.look()).and_then([&] { return office.refresh(); });
    m_metrics.isReachable = reached.has_value();
    if (reached)
        return true;
    qCCritical(logStore, "the record cannot be reached: %s", qPrintable(reached.error().detail));
    std::unique_lock lock(m_mutex);
    m_woken.wait_for(lock, kAskAgainAfter, [this] { return m_stopping; });
    if (m_stopping)
        m_jobs.clear();
    return false;
}

std::vector<Completion> Writer::runJobs(Office &office, std::deque<Job> &jobs)
{
    std::vector<Completion> completions;
    for (const Job &job : jobs) {
        office.beginAt(m_clock.now());
        office.store.setCommand({});
        if (auto completion = job(office))
            completions.push_back(std::move(completion));
    }
    return completions;
}

void Writer::tickIfDue(Office &office)
{
    if (m_clock.monotonic() < m_nextTick)
        return;
    m_nextTick = m_clock.monotonic() + kTick;
    const bool isBeat = office.store.isShared() && m_clock.monotonic() >= m_nextBeat;
    if (isBeat) {
        m_nextBeat = m_clock.monotonic() + kBeat;
        byItself(office, "beat", [&] {
            return office.beat().map([&](bool wasForgotten) { m_wasForgotten = m_wasForgotten || wasForgotten; });
        });
    }
    office.beginAt(m_clock.now());
    if (!office.servers.leads() || office.isRefilling())
        return;
    byItself(office, "tick", [&] { return tick(office); });
    if (m_clock.monotonic() >= m_nextBegin) {
        m_nextBegin = m_clock.monotonic() + kBeginEvery;
        for (const QString &id : scheduledNow(office)) // each by itself: one that cannot begin keeps none from it
            byItself(office, "scheduled", [&] { return beginScheduled(office, id); });
    }
    if (m_clock.monotonic() < m_nextPrune)
        return;
    m_nextPrune = m_clock.monotonic() + kPruneEvery;
    office.forgetEnded();
    byItself(office, "prune", [&] { return office.store.prune(m_clock.now() - kKeepLog); });
    byItself(office, "retention", [&] {
        return eraseOverdue(office).map([&](int erased) {
            if (erased == kErasedAtOnce) // a batch stays short; the rest follows soon
                m_nextPrune = m_clock.monotonic() + kTick;
        });
    });
}

/// A step that nobody asked for, all of it or nothing.
void Writer::byItself(Office &office, const char *what, const std::function<Result<void>()> &step)
{
    office.beginAt(m_clock.now());
    office.store.setCommand({});
    auto done = office.store.save().and_then(step);
    if (done)
        done = office.store.release();
    else if (auto undone = office.store.undo(); !undone)
        qCCritical(logServer, "%s: undo failed: %s", what, qPrintable(undone.error().detail));
    if (!done)
        qCCritical(logServer, "%s: %s", what, qPrintable(done.error().detail));
}

void Writer::countQueue(const Office &office)
{
    qint64 waiting = 0;
    Instant oldest = m_clock.now();
    for (const protocol::RequestRow &row : office.store.requests.live())
        if (row.state == domain::RequestState::Waiting) {
            ++waiting;
            oldest = std::min(oldest, row.clockFrom.value_or(row.queuedAt));
        }
    m_metrics.waiting = waiting;
    m_metrics.longestWaitMs = (m_clock.now() - oldest).count();
    m_metrics.leads = office.servers.leads();
}

void Writer::finishBatch(Office &office, std::vector<Completion> completions)
{
    Committed committed;
    committed.wasForgotten = std::exchange(m_wasForgotten, false);
    QElapsedTimer timer;
    timer.start();
    auto entries = office.store.commit(m_clock.now());
    if (entries && !entries->empty()) {
        ++m_metrics.commits;
        m_metrics.commitMicros += quint64(timer.nsecsElapsed() / 1'000);
        m_metrics.logRows += entries->size();
    }
    committed.entries = office.store.takeForeign();
    if (entries) {
        committed.isOwn = !entries->empty();
        std::move(entries->begin(), entries->end(), std::back_inserter(committed.entries));
    } else {
        committed.error = entries.error();
        ++m_metrics.failedCommits;
        qCCritical(logStore, "commit: %s", qPrintable(entries.error().detail));
        // Memory that does not hold what the record holds must not serve; the next start reads it anew.
        if (auto reloaded = office.store.rollback(); !reloaded)
            qFatal("reload: %s", qPrintable(reloaded.error().detail));
    }
    committed.completions = std::move(completions);
    if (m_clock.monotonic() >= m_nextPlaces) {
        m_nextPlaces = m_clock.monotonic() + kPlacesEvery;
        committed.places = placesNow(office);
        countQueue(office);
    }
    const auto touched = office.takeTouched();
    for (const StaffId &staff : touched)
        if (auto figures = ownFigures(office, staff))
            committed.figures.emplace_back(staff, *figures);
        else
            qCWarning(logServer, "figures: %s", qPrintable(figures.error().detail));
    const bool isEmpty = committed.entries.empty() && !committed.wasForgotten && committed.completions.empty() && committed.places.empty()
        && committed.figures.empty() && !committed.error;
    if (isEmpty)
        return;
    m_toReceiver.post([this, committed = std::move(committed)]() mutable { m_committed(std::move(committed)); });
}

Result<QJsonObject> Writer::runCommand(Office &office, const Command &command)
{
    const auto &[actor, frame, id, plainFingerprint] = command;
    if (!isUuid7(id.value))
        return fail(ErrorCode::BadMessage, u"cmd_id"_s);
    Store &store = office.store;
    // Keyed, for a short text could be found from a plain hash by trying.
    const QByteArray fingerprint = crypto::keyedHash(store.key(), plainFingerprint);
    store.setCommand(id);
    TRY(store.save());
    auto done = dispatch(office, actor, frame);
    std::optional<Error> failed;
    if (done) {
        // A repeat is rare: it is found when its result would be written, and what it did meanwhile is taken back.
        const StoredResult result{fingerprint, {}, QJsonDocument(*done).toJson(QJsonDocument::Compact)};
        const auto isFirst = store.storeResult(id, result, office.now());
        if (isFirst && *isFirst) {
            if (const auto released = store.release(); released)
                return done;
            else
                failed = released.error();
        } else if (!isFirst) {
            failed = isFirst.error();
        }
    }
    TRY(store.undo());
    if (failed) // without its stored answer a command must not stand: it would be done again
        return tl::unexpected<Error>(*failed);
    TAKE(stored, store.storedResult(id));
    if (stored)
        return stored->fingerprint == fingerprint ? answerOf(*stored) : fail(ErrorCode::CommandReused, id.value);
    if (done)
        return fail(ErrorCode::Internal, u"a result that was there is gone: "_s + id.value);
    if (!isPassing(done.error().code)) {
        const StoredResult refusal{fingerprint, wireName(done.error().code), done.error().detail.toUtf8()};
        TRY(store.storeResult(id, refusal, office.now()));
    }
    return done;
}

} // namespace bangban::server
