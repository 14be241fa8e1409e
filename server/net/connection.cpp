// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/connection.h"

#include "core/base/log.h"
#include "server/handlers/handlers.h"
#include "server/net/hub.h"
#include "server/store/files.h"

#include <QTimer>

namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::Frame;

namespace {

constexpr int kMaxLogRows = 5'000; ///< farther behind than that a snapshot is shorter
constexpr int kMaxHistory = 50;
constexpr std::chrono::seconds kAskAgainAfter{1};
constexpr qint64 kHopeless = 8; ///< times the limit of unsent bytes: whoever reads so little is let go

double perSecond(const Limits &limits, bool isStaff)
{
    return isStaff ? limits.staffMessagesPerSecond : limits.citizenMessagesPerSecond;
}

} // namespace

Connection::Connection(wire::Channel *channel, Hub &hub)
    : m_channel(channel),
      m_hub(hub),
      m_address(channel->peer()),
      m_bucket(perSecond(hub.limits(), false), perSecond(hub.limits(), false) * hub.limits().burstSeconds),
      m_openedAt(hub.clock().monotonic()),
      m_lastHeard(m_openedAt)
{
    channel->setParent(this);
    connect(channel, &wire::Channel::received, this, &Connection::receive);
    connect(channel, &wire::Channel::receivedText, this, [this] { refuse({ErrorCode::BadMessage, u"binary messages only"_s}); });
    connect(channel, &wire::Channel::closed, this, [this] { m_hub.closed(this); });
    connect(channel, &wire::Channel::written, this, [this] {
        flush();
        endTurnIfServed();
    });
}

Connection::~Connection() = default;

void Connection::sendBytes(const QByteArray &bytes)
{
    if (!m_channel)
        return;
    if (m_channel->unsentBytes() > kHopeless * m_hub.limits().maxUnsentBytes)
        return m_channel->abort();
    m_channel->send(bytes);
}

void Connection::refuse(const Error &error, const CommandId &command, const QString &about)
{
    send(protocol::Refused{command, wireName(error.code), error.detail.left(2000), about.left(protocol::kMaxCode)});
}

void Connection::close(const QString &why)
{
    if (m_channel)
        m_channel->close(why);
}

qint64 Connection::unsentBytes() const { return m_channel ? m_channel->unsentBytes() : 0; }

void Connection::receive(const QByteArray &bytes)
{
    m_lastHeard = m_hub.clock().monotonic();
    if (!m_bucket.take(m_lastHeard)) {
        const Frame frame = protocol::decode(bytes).value_or(Frame());
        refuse({ErrorCode::RateLimited, {}}, CommandId(frame.body["cmd_id"_L1].toString()), frame.type);
        return;
    }
    if (protocol::isChunk(bytes)) {
        const auto chunk = protocol::decodeChunk(bytes);
        chunk ? receiveChunk(*chunk) : refuse(chunk.error());
        return;
    }
    const auto frame = protocol::decode(bytes);
    frame ? receiveFrame(*frame) : refuse(frame.error());
}

void Connection::receiveFrame(const Frame &frame)
{
    const auto as = [&]<protocol::Described T>(void (Connection::*then)(const T &)) {
        const auto message = protocol::fromJson<T>(frame.body);
        if (message)
            (this->*then)(*message);
        else
            refuse(message.error(), {}, protocol::wireName<T>());
    };
    if (frame.type == protocol::wireName<protocol::Hello>())
        return as(&Connection::receiveHello);
    if (!m_greeted)
        return refuse({ErrorCode::NotSignedIn, frame.type});
    if (frame.type == protocol::wireName<protocol::Ping>())
        return as(&Connection::receivePing);
    if (frame.type == protocol::wireName<protocol::Pong>())
        return;
    if (frame.type == protocol::wireName<protocol::SignIn>()) {
        const auto attempt = protocol::fromJson<protocol::SignIn>(frame.body);
        return attempt ? m_hub.signIn(this, *attempt) : refuse(attempt.error());
    }
    if (!isIdentified())
        return refuse({ErrorCode::NotSignedIn, frame.type}, CommandId(frame.body["cmd_id"_L1].toString()));
    if (frame.type == protocol::wireName<protocol::Unlock>())
        return as(&Connection::receiveUnlock);
    if (frame.type == protocol::wireName<protocol::PasswordChange>())
        return as(&Connection::receivePasswordChange);
    if (frame.type == protocol::wireName<protocol::Resume>())
        return as(&Connection::receiveResume);
    if (frame.type == protocol::wireName<protocol::Typing>())
        return as(&Connection::receiveTyping);
    if (frame.type == protocol::wireName<protocol::FileStatus>())
        return as(&Connection::receiveFileStatus);
    if (frame.type == protocol::wireName<protocol::FileGet>())
        return as(&Connection::receiveFileGet);
    if (frame.type == protocol::wireName<protocol::HistoryGet>())
        return as(&Connection::receiveHistory);
    if (frame.type == protocol::wireName<protocol::PhoneGet>())
        return as(&Connection::receivePhoneGet);
    if (frame.type == protocol::wireName<protocol::OutlookGet>())
        return as(&Connection::receiveOutlookGet);
    if (frame.type == protocol::wireName<protocol::EntryPastGet>())
        return as(&Connection::receiveEntryPastGet);
    if (frame.type == protocol::wireName<protocol::RatesGet>())
        return as(&Connection::receiveRatesGet);
    if (frame.type == protocol::wireName<protocol::HotGet>())
        return as(&Connection::receiveHotGet);
    if (frame.type == protocol::wireName<protocol::AccountsGet>())
        return as(&Connection::receiveAccountsGet);
    if (frame.type == protocol::wireName<protocol::CalendarsGet>())
        return as(&Connection::receiveCalendarsGet);
    if (frame.type == protocol::wireName<protocol::KnowledgeGet>())
        return as(&Connection::receiveKnowledgeGet);
    if (frame.type == protocol::wireName<protocol::SignOut>()) {
        m_hub.ask<bool>(
            this, [token = m_token](Office &office) { return office.accounts.endSession(token).map([] { return true; }); },
            [this](const Result<bool> &) { close(u"signed out"_s); });
        return;
    }
    if (isCommand(frame.type))
        return receiveCommand(frame);
    refuse({ErrorCode::UnknownMessage, frame.type}, CommandId(frame.body["cmd_id"_L1].toString()));
}

void Connection::receiveHello(const protocol::Hello &hello)
{
    if (m_greeted)
        return refuse({ErrorCode::BadState, u"hello"_s});
    m_greeted = true;
    m_token = hello.token;
    // A token is looked at first; a page has no password.
    m_isSigningIn = hello.role == domain::Role::Citizen || !hello.token.isEmpty();
    if (hello.role == domain::Role::Citizen)
        m_hub.identifyCitizen(this, hello.token);
    else
        m_hub.identifyStaff(this, hello.token);
}

void Connection::receivePing(const protocol::Ping &ping) { send(protocol::Pong{ping.sentAt, m_hub.clock().now()}); }

void Connection::receiveUnlock(const protocol::Unlock &attempt)
{
    if (!m_actor.isStaff())
        return refuse({ErrorCode::Forbidden, protocol::wireName<protocol::Unlock>()}, {}, protocol::wireName<protocol::Unlock>());
    m_hub.unlock(this, attempt);
}

void Connection::receivePasswordChange(const protocol::PasswordChange &change)
{
    if (!m_actor.isStaff())
        return refuse({ErrorCode::Forbidden, protocol::wireName<protocol::PasswordChange>()}, {}, protocol::wireName<protocol::PasswordChange>());
    m_hub.changePassword(this, change);
}

bool Connection::beginSignIn()
{
    return !isIdentified() && !std::exchange(m_isSigningIn, true);
}

void Connection::identify(const Actor &actor, const View &view, std::optional<Instant> expiresAt)
{
    if (isIdentified())
        return close(u"identity"_s);
    m_actor = actor;
    m_view = view;
    m_expiresAt = expiresAt;
    m_digest = digestOf(view);
    const double rate = perSecond(m_hub.limits(), actor.isStaff());
    m_bucket = Bucket(rate, rate * m_hub.limits().burstSeconds);
    m_hub.identified(this);
}

void Connection::setView(const Actor &actor, const View &view)
{
    m_actor = actor;
    if (digestOf(view) == m_digest)
        return;
    m_view = view;
    m_digest = digestOf(view);
    const auto scopes = m_marks.keys();
    for (const QString &scope : scopes)
        requestSnapshot(scope, u"rights"_s);
}

// ---- state -------------------------------------------------------------------------------------------------------

void Connection::receiveResume(const protocol::Resume &resume)
{
    QHash<QString, Cursor> cursors;
    QSet<QString> refused;
    for (const QString &text : resume.cursors) {
        if (const auto cursor = decodeCursor(text, m_hub.facts().key))
            cursors.insert(cursor->scope, *cursor);
        else
            refused.insert(text);
    }
    for (const QString &scope : {QString(kCatalogueScope), m_hub.facts().scope}) {
        const auto cursor = cursors.constFind(scope);
        if (cursor == cursors.constEnd()) {
            requestSnapshot(scope, refused.isEmpty() ? QString() : u"bad_cursor"_s);
            continue;
        }
        switch (m_hub.fanout().fit(*cursor, m_view)) {
        case Fanout::Fit::Here:
            m_marks[scope] = {cursor->rev, cursor->rev};
            break;
        case Fanout::Fit::Log:
            goOnFromLog(*cursor);
            break;
        case Fanout::Fit::Lost:
            if (m_hub.recordWentBack(cursor->scope, cursor->rev))
                return;
            requestSnapshot(scope, u"too_old"_s);
            break;
        case Fanout::Fit::Snapshot:
            requestSnapshot(scope, cursor->epoch != m_hub.facts().epoch ? u"epoch"_s
                                       : cursor->view != m_digest       ? u"rights"_s
                                                                        : u"too_old"_s);
            break;
        }
    }
    flush();
}

void Connection::goOnFromLog(const Cursor &cursor)
{
    using Entries = std::vector<LogEntry>;
    m_marks.remove(cursor.scope);
    m_hub.ask<Entries>(
        this,
        [cursor](Office &office) -> Result<Entries> {
            TAKE(mark, office.store.mark(cursor.scope));
            const auto fits = [&](const QByteArray &chain) { return chainMark(chain) == cursor.chain; };
            TAKE(isHere, office.store.isInLog(cursor.scope, cursor.rev, fits));
            if (!isHere)
                return fail(ErrorCode::RecordDamaged);
            if (cursor.rev < mark.floorRev || mark.rev - cursor.rev > kMaxLogRows)
                return fail(ErrorCode::TooLate);
            return office.store.logAfter(cursor.scope, cursor.rev, kMaxLogRows);
        },
        [this, cursor, digest = m_digest](const Result<Entries> &entries) {
            if (digest != m_digest) // the rights changed meanwhile
                return requestSnapshot(cursor.scope, u"rights"_s);
            const bool isLost = !entries && entries.error().code == ErrorCode::RecordDamaged;
            if (isLost && m_hub.recordWentBack(cursor.scope, cursor.rev))
                return;
            if (m_hub.fanout().fit(cursor, m_view) == Fanout::Fit::Here) { // this server has caught up with the one before
                m_marks[cursor.scope] = {cursor.rev, cursor.rev};
                return flush();
            }
            const qint64 head = m_hub.fanout().head(cursor.scope);
            if (!entries || entries->empty() || entries->back().rev > head)
                return requestSnapshot(cursor.scope, u"too_old"_s);
            Fanout past(m_hub.facts().epoch, m_hub.facts().key);
            past.open(cursor.scope, {cursor.rev, 0, {}});
            past.add(*entries);
            ReaderMark mark{cursor.rev, cursor.rev};
            while (mark.scanned < past.head(cursor.scope)) {
                const auto batch = past.batchFor(cursor.scope, m_view, m_digest, mark);
                if (!batch) // rows are missing in the log: what stands in the tables counts
                    return requestSnapshot(cursor.scope, u"too_old"_s);
                if (!batch->isEmpty())
                    sendBytes(*batch);
            }
            m_marks[cursor.scope] = mark;
            flush();
        });
}

void Connection::requestSnapshot(const QString &scope, const QString &reason)
{
    if (!reason.isEmpty())
        send(protocol::SnapshotRequired{scope, reason});
    m_marks.remove(scope);
    if (!m_wantedSnapshots.contains(scope))
        m_wantedSnapshots.append(scope);
    m_hub.snapshotTurns().ask(this, m_hub.clock().monotonic());
}

void Connection::takeSnapshots()
{
    const QStringList scopes = std::exchange(m_wantedSnapshots, {});
    m_snapshotsAsked += int(scopes.size());
    for (const QString &scope : scopes)
        m_hub.ask<SnapshotRows>(
            this, [view = m_view, scope](Office &office) { return snapshotFor(office, view, scope); },
            [this, scope, digest = m_digest](const Result<SnapshotRows> &snapshot) {
                --m_snapshotsAsked;
                if (digest != m_digest) {
                    requestSnapshot(scope, u"rights"_s);
                } else if (snapshot) {
                    sendSnapshot(*snapshot);
                } else { // without its rows a line only looks healthy
                    refuse(snapshot.error());
                    QTimer::singleShot(kAskAgainAfter, this, [this, scope] { requestSnapshot(scope, {}); });
                }
                flush();
                endTurnIfServed();
            });
}

void Connection::endTurnIfServed()
{
    if (m_snapshotsAsked == 0 && m_hub.snapshotTurns().has(this) && (!m_channel || m_channel->unsentBytes() == 0))
        m_hub.snapshotTurns().end(this, m_hub.clock().monotonic());
}

void Connection::sendSnapshot(const SnapshotRows &snapshot)
{
    const QByteArray scope = QJsonDocument(QJsonArray{snapshot.scope}).toJson(QJsonDocument::Compact);
    const QByteArray head = R"({"t":")" + QByteArray(protocol::wireName<protocol::Snapshot>().data()) + R"(","scope":)"
        + scope.mid(1, scope.size() - 2);
    std::size_t next = 0;
    int piece = 0;
    do {
        QByteArray rows;
        while (next < snapshot.rows.size()
               && (rows.isEmpty() || rows.size() + snapshot.rows[next].size() < protocol::kMaxPiece)) {
            if (!rows.isEmpty())
                rows += ',';
            rows += snapshot.rows[next++];
        }
        QByteArray message = head + R"(,"piece":)" + QByteArray::number(piece++);
        if (next == snapshot.rows.size())
            message += R"(,"last":true,"cursor":")"
                + m_hub.fanout().cursorAt(snapshot.scope, snapshot.mark.rev, m_digest).toLatin1() + '"';
        sendBytes(message + R"(,"rows":[)" + rows + "]}");
    } while (next < snapshot.rows.size());
    m_marks[snapshot.scope] = {snapshot.mark.rev, snapshot.mark.rev};
}

void Connection::flush()
{
    if (!m_channel || m_channel->unsentBytes() > m_hub.limits().maxUnsentBytes)
        return;
    QStringList lost;
    for (auto it = m_marks.begin(); it != m_marks.end(); ++it)
        // What does not fit now goes on when the reader has taken some of it.
        while (it->scanned < m_hub.fanout().head(it.key()) && unsentBytes() <= m_hub.limits().maxUnsentBytes) {
            const auto batch = m_hub.fanout().batchFor(it.key(), m_view, m_digest, *it);
            if (!batch) {
                lost.append(it.key());
                break;
            }
            if (!batch->isEmpty())
                sendBytes(*batch);
        }
    for (const QString &scope : std::as_const(lost))
        requestSnapshot(scope, u"too_old"_s);
}

void Connection::keepAlive(qint64 monotonicMs)
{
    if (!m_greeted)
        return;
    send(protocol::Ping{monotonicMs});
    for (auto it = m_marks.begin(); it != m_marks.end(); ++it)
        if (const auto batch = m_hub.fanout().emptyBatch(it.key(), m_digest, *it))
            sendBytes(*batch);
}

// ---- commands ----------------------------------------------------------------------------------------------------

void Connection::receiveCommand(const Frame &frame)
{
    const CommandId id(frame.body["cmd_id"_L1].toString());
    if (m_hub.isWriterBusy())
        return refuse({ErrorCode::Busy, {}}, id);
    QPointer<Connection> alive(this);
    m_hub.writer().post([alive, command = Command(m_actor, frame), &writer = m_hub.writer()](Office &office) -> Completion {
        auto result = std::make_shared<Result<QJsonObject>>(Writer::runCommand(office, command));
        writer.note(*result);
        return [alive, result, id = command.id](const std::optional<Error> &commitError) {
            if (!alive)
                return;
            if (commitError)
                alive->refuse(*commitError, id);
            else if (*result)
                alive->send(protocol::CommandResult{id, **result});
            else
                alive->refuse(result->error(), id);
        };
    });
}

void Connection::receiveTyping(const protocol::Typing &typing) { m_hub.showTyping(this, typing); }

// ---- files -------------------------------------------------------------------------------------------------------

void Connection::receiveChunk(const protocol::Chunk &chunk)
{
    if (!isIdentified())
        return refuse({ErrorCode::NotSignedIn, {}});
    m_hub.ask<StoredFile>(
        this,
        [chunk, owner = m_actor.name()](Office &office) { return Files(office.store).addChunk(chunk, owner); },
        [this](const Result<StoredFile> &file) {
            file ? send(protocol::FileState{file->id, file->chunks, file->complete}) : refuse(file.error());
        });
}

void Connection::receiveFileStatus(const protocol::FileStatus &status)
{
    m_hub.ask<StoredFile>(
        this,
        [status, owner = m_actor.name()](Office &office) -> Result<StoredFile> {
            TAKE(file, Files(office.store).find(status.file));
            return file.owner == owner ? Result<StoredFile>(file) : fail(ErrorCode::NotFound, status.file.value);
        },
        [this, status](const Result<StoredFile> &file) {
            // An upload that never began is one with nothing stored: the sender begins it again.
            send(file ? protocol::FileState{file->id, file->chunks, file->complete}
                      : protocol::FileState{status.file, 0, false});
        });
}

void Connection::receiveFileGet(const protocol::FileGet &get)
{
    // One chunk a question: the reader asks for the next when it has this one.
    if (m_channel && m_channel->unsentBytes() > m_hub.limits().maxUnsentBytes)
        return refuse({ErrorCode::Busy, {}});
    m_hub.ask<QByteArray>(
        this,
        [get, from = m_actor](Office &office) -> Result<QByteArray> {
            const Actor actor = office.asOfNow(from);
            Files files(office.store);
            TAKE(file, files.find(get.file));
            TAKE(mayRead, mayReadFile(office, actor, file));
            if (!file.complete || !mayRead)
                return fail(ErrorCode::NotFound, get.file.value);
            return files.chunk(file, get.chunk);
        },
        [this, get](const Result<QByteArray> &bytes) {
            bytes ? sendBytes(protocol::encodeChunk({get.file, get.chunk, *bytes})) : refuse(bytes.error());
        });
}

void Connection::receiveHistory(const protocol::HistoryGet &get)
{
    m_hub.ask<protocol::History>(
        this,
        [get, from = m_actor](Office &office) -> Result<protocol::History> {
            const Actor actor = office.asOfNow(from);
            // Only who serves the person now: earlier words are no business of whoever else sees the queue.
            TAKE(request, office.store.requests.find(get.request.value));
            if (!actor.isStaff() || actor.roles.empty() || request.owner != actor.staff)
                return fail(ErrorCode::NotFound, get.request.value);
            TAKE(rows, office.store.requests.where(u" WHERE citizen = ? AND id <> ? ORDER BY queued_at DESC LIMIT ?"_s,
                                                   {request.citizen.value, request.id.value, kMaxHistory}));
            return protocol::History{get.request, std::move(rows)};
        },
        [this](const Result<protocol::History> &history) { history ? send(*history) : refuse(history.error(), {}, protocol::wireName<protocol::HistoryGet>()); });
}

/// What is looked up and sent as it is.
template<typename Asked, typename T>
void Connection::answerWith(std::function<Result<T>(Office &)> look)
{
    m_hub.ask<T>(this, std::move(look), [this](const Result<T> &found) {
        found ? send(*found) : refuse(found.error(), {}, protocol::wireName<Asked>());
    });
}

void Connection::receiveOutlookGet(const protocol::OutlookGet &get)
{
    answerWith<protocol::OutlookGet, protocol::Outlook>([get](Office &office) { return outlookFor(office, get.item); });
}

void Connection::receivePhoneGet(const protocol::PhoneGet &get)
{
    answerWith<protocol::PhoneGet, protocol::Phone>([get, actor = m_actor](Office &office) { return phoneFor(office, office.asOfNow(actor), get); });
}

void Connection::receiveEntryPastGet(const protocol::EntryPastGet &get)
{
    answerWith<protocol::EntryPastGet, protocol::EntryPast>([get, actor = m_actor](Office &office) { return entryPastFor(office, office.asOfNow(actor), get); });
}

void Connection::receiveHotGet(const protocol::HotGet &)
{
    answerWith<protocol::HotGet, protocol::HotQuestions>([actor = m_actor](Office &office) { return hotFor(office, office.asOfNow(actor)); });
}

void Connection::receiveRatesGet(const protocol::RatesGet &get)
{
    answerWith<protocol::RatesGet, protocol::Rates>([get, actor = m_actor](Office &office) { return ratesFor(office, office.asOfNow(actor), get); });
}

void Connection::receiveAccountsGet(const protocol::AccountsGet &)
{
    answerWith<protocol::AccountsGet, protocol::AccountStates>([actor = m_actor](Office &office) { return accountsFor(office, office.asOfNow(actor)); });
}

void Connection::receiveCalendarsGet(const protocol::CalendarsGet &)
{
    answerWith<protocol::CalendarsGet, protocol::CalendarYears>([actor = m_actor](Office &office) { return calendarsFor(office, office.asOfNow(actor)); });
}

// ---- knowledge ---------------------------------------------------------------------------------------------------

namespace {

std::vector<protocol::SynonymRow> synonymRows(const std::vector<domain::Synonym> &synonyms)
{
    std::vector<protocol::SynonymRow> rows;
    for (const domain::Synonym &one : synonyms)
        rows.push_back({one.said, one.means});
    return rows;
}

} // namespace

void Connection::receiveKnowledgeGet(const protocol::KnowledgeGet &get)
{
    if (unsentBytes() > m_hub.limits().maxUnsentBytes) // one page a question: the next when this one was taken
        return refuse({ErrorCode::Busy, {}}, {}, protocol::wireName<protocol::KnowledgeGet>());
    m_hub.ask<KnowledgeRows>(
        this,
        [get, from = m_actor](Office &office) -> Result<KnowledgeRows> {
            if (office.asOfNow(from).roles.empty())
                return fail(ErrorCode::Forbidden, protocol::wireName<protocol::KnowledgeGet>());
            Knowledge knowledge(office.store);
            TAKE(revision, knowledge.revision());
            const bool goesOn = get.epoch == office.store.epoch() && get.after > 0 && get.after <= revision;
            TAKE(page, knowledge.after(goesOn ? get.after : 0));
            if (page.isLast)
                page.synonyms = synonymRows(office.catalogue().synonyms());
            return page;
        },
        [this](const Result<KnowledgeRows> &page) {
            if (!page)
                return refuse(page.error(), {}, protocol::wireName<protocol::KnowledgeGet>());
            m_followsKnowledge = true;
            sendKnowledge(*page);
        });
}

/// The rows are put in as they are: reading a hundred thousand only to write them again would take most of the time.
void Connection::sendKnowledge(const KnowledgeRows &page)
{
    protocol::KnowledgePage frame;
    frame.epoch = m_hub.facts().epoch;
    frame.after = page.after;
    frame.through = page.through;
    frame.last = page.isLast;
    frame.revision = page.revision;
    frame.synonyms = page.synonyms;
    frame.gone = page.gone;
    QByteArray bytes = protocol::encode(frame);
    if (!page.rows.empty()) {
        bytes.chop(1);
        bytes += R"(,"rows":[)";
        for (const QByteArray &row : page.rows)
            bytes += row + ',';
        bytes.chop(1);
        bytes += "]}";
    }
    sendBytes(bytes);
}

void Connection::tellKnowledge(qint64 revision)
{
    if (m_followsKnowledge)
        send(protocol::KnowledgeChanged{revision});
}

} // namespace bangban::server
