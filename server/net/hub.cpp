// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/hub.h"

#include "core/base/log.h"
#include "server/live/live.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPingEvery = 2s;
constexpr auto kRingEvery = 20ms; ///< one NOTIFY for all that was written in that time
constexpr auto kLookForSilence = 500ms;
constexpr auto kForgetEvery = 10min;

/// Ends what save() began; says the first thing that went wrong.
void keepOrUndo(Office &office, const Result<void> &done, const char *what)
{
    const auto ended = done ? office.store.release() : office.store.undo();
    if (!done || !ended)
        qCWarning(logServer, "%s: %s", what, qPrintable((done ? ended : done).error().detail));
}

} // namespace

Hub::Hub(const Clock &clock, const Limits &limits, Writer::Runs runs) : m_clock(clock), m_limits(limits), m_runs(runs)
{
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(0);
    connect(&m_flushTimer, &QTimer::timeout, this, &Hub::flush);
    m_bellTimer.setSingleShot(true);
    m_bellTimer.setInterval(kRingEvery);
    connect(&m_bellTimer, &QTimer::timeout, this, [this] { m_doorbell->ring({}); });
    connect(&m_silenceTimer, &QTimer::timeout, this, &Hub::watchSilence);
    connect(&m_forgetTimer, &QTimer::timeout, this, &Hub::forgetEnded);
    connect(&m_pingTimer, &QTimer::timeout, this, [this] {
        const auto connections = m_connections; // sending may find that one of them is gone
        for (Connection *connection : connections)
            connection->keepAlive(m_clock.monotonic().count());
    });
}

Hub::~Hub()
{
    m_passwordThread.finish();
    m_libraryThread.reset(); // it hands over to the writer
    m_writer.reset();
    const auto connections = std::exchange(m_connections, {});
    qDeleteAll(connections);
}

Result<void> Hub::start(const RecordPlace &place, std::function<Result<void>(Store &)> prepare)
{
    m_place = place;
    m_prepare = prepare;
    m_libraryThread.reset(); // it hands over to the writer that was
    m_writer = std::make_unique<Writer>(m_clock, [this](Committed committed) { tell(std::move(committed)); }, m_runs);
    QHash<QString, ScopeMark> marks;
    bool isLibraryLarge = false;
    TRY(m_writer->start(place, std::move(prepare), [this, &marks, &isLibraryLarge](Office &office) -> Result<void> {
        TAKE(isLarge, office.library().isLarge());
        isLibraryLarge = isLarge;
        office.library().onWanted = [this, url = m_place.url] { // it grew since the start, or could not be read then
            QMetaObject::invokeMethod(this, [this, url] { readLibrary(url); });
        };
        TRY(office.store.begin()); // of a shared record: nothing comes between the marks
        Catalogue &catalogue = office.catalogue();
        m_facts = {office.store.epoch(), office.store.key(), catalogue.officeName(), office.store.defaultScope(),
                   catalogue.isSample()};
        for (const QString &scope : {QString(kCatalogueScope), m_facts.scope}) {
            TAKE(mark, office.store.mark(scope));
            marks.insert(scope, mark);
        }
        TRY(office.store.commit(m_clock.now()));
        (void)office.store.takeForeign(); // before the marks
        for (const protocol::RequestRow &row : office.store.requests.live())
            m_talks.insert(row.id, {row.citizen, row.owner});
        return {};
    }));
    m_fanout = std::make_unique<Fanout>(m_facts.epoch, m_facts.key);
    for (auto it = marks.constBegin(); it != marks.constEnd(); ++it)
        m_fanout->open(it.key(), *it);
    if (place.url.startsWith("postgresql:"_L1)) {
        m_doorbell = std::make_unique<sql::Doorbell>(place.url, u"bangban"_s);
        connect(m_doorbell.get(), &sql::Doorbell::rang, this, &Hub::hear);
    }
    m_silenceTimer.start(kLookForSilence);
    m_pingTimer.start(kPingEvery);
    m_forgetTimer.start(kForgetEvery);
    if (isLibraryLarge)
        readLibrary(place.url);
    return {};
}

void Hub::readLibrary(const QString &url)
{
    m_libraryThread = std::make_unique<SideThread>();
    m_libraryThread->start([this, url] {
        auto read = std::make_shared<Result<Library::Read>>(Library::readAll(url));
        m_writer->post([read](Office &office) -> Completion {
            if (*read) {
                office.library().adopt(std::move(**read));
            } else {
                qCCritical(logStore, "the knowledge base is not read, 小申 answers nothing: %s", qPrintable(read->error().detail));
                office.library().readFailed();
            }
            return {};
        });
    });
}

bool Hub::recordWentBack(const QString &scope, qint64 rev)
{
    if (m_isStartingAnew)
        return true;
    qCCritical(logServer, "the record went back: a reader has heard %s/%lld of it", qPrintable(scope), rev);
    if (m_doorbell)
        return false;
    m_isStartingAnew = true;
    m_writer->post([this](Office &office) -> Completion {
        keepOrUndo(office, office.store.save().and_then([&] { return office.wentBack(); }), "another epoch");
        // Also if it could not be written: who dials again proves it again, ever more slowly.
        return [this](const std::optional<Error> &) { QTimer::singleShot(0, this, &Hub::startAnew); };
    });
    return true;
}

/// The same process on the same record, as after a start: everybody dials again and finds another epoch.
void Hub::startAnew()
{
    m_writer.reset(); // and what it still had to tell
    const auto connections = m_connections;
    for (Connection *connection : connections) {
        closed(connection);
        connection->close(u"epoch"_s);
    }
    m_told.clear();
    m_links.clear(); // the record says so itself when it is opened; who of the citizens does not return is noted later
    m_places.clear();
    m_talks.clear();
    if (const auto started = start(m_place, m_prepare); !started)
        qFatal("the record cannot be opened again: %s", qPrintable(started.error().detail));
    m_isStartingAnew = false;
}

// ---- connections -------------------------------------------------------------------------------------------------

bool Hub::admit(QObject *socket, const QString &address)
{
    if (m_perAddress.value(address) >= m_limits.connectionsPerAddress)
        return false;
    ++m_perAddress[address];
    // A child, because QWebSocket ends all connections to the signals of its socket before that one goes.
    connect(new QObject(socket), &QObject::destroyed, this, [this, address] {
        if (--m_perAddress[address] <= 0)
            m_perAddress.remove(address);
    });
    return true;
}

qint64 Hub::unsentBytes() const
{
    qint64 bytes = 0;
    for (const Connection *connection : m_connections)
        bytes += connection->unsentBytes();
    return bytes;
}

void Hub::accept(wire::Channel *channel)
{
    auto *connection = new Connection(channel, *this);
    m_connections.insert(connection);
}

void Hub::closed(Connection *connection)
{
    if (!m_connections.remove(connection))
        return;
    m_snapshotTurns.end(connection, m_clock.monotonic());
    m_ofStaff.remove(connection->actor().staff, connection);
    const CitizenId citizen = connection->actor().citizen;
    m_ofCitizen.remove(citizen, connection);
    if (!citizen.isEmpty() && !m_ofCitizen.contains(citizen))
        m_leavingCitizens.insert(citizen, m_clock.monotonic());
    connection->deleteLater();
}

void Hub::identified(Connection *connection)
{
    const Actor &actor = connection->actor();
    if (actor.isStaff()) {
        m_ofStaff.insert(actor.staff, connection);
        noteLink(actor.staff, domain::Link::Online);
    } else if (!actor.citizen.isEmpty()) {
        const bool wasAway = !m_ofCitizen.contains(actor.citizen);
        m_ofCitizen.insert(actor.citizen, connection);
        // Back before anybody noticed: nothing to tell.
        if (wasAway && m_leavingCitizens.remove(actor.citizen) == 0)
            noteCitizenOnline(actor.citizen, true);
    }
}

void Hub::everyoneMayHaveChanged()
{
    const auto known = m_ofStaff.uniqueKeys();
    for (const StaffId &staff : known)
        staffChanged(staff);
}

void Hub::staffChanged(const StaffId &staff)
{
    const auto connections = m_ofStaff.values(staff);
    for (Connection *connection : connections)
        ask<Identity>(
            connection,
            [staff, token = connection->token()](Office &office) -> Result<Identity> {
                TRY(office.accounts.sessionOf(token, office.now())); // a new password ends what was begun with the old one
                return identityOf(office, staff);
            },
            [connection](const Result<Identity> &identity) {
                if (!identity || !identity->staff.active)
                    return connection->close(u"account"_s);
                connection->setView(identity->actor, identity->view);
            });
}

void Hub::senderBlocked(const CitizenId &citizen)
{
    const auto connections = m_ofCitizen.values(citizen);
    for (Connection *connection : connections) {
        connection->refuse({ErrorCode::Blocked, {}});
        connection->close(u"blocked"_s);
    }
}

void Hub::knowledgeChanged(qint64 revision)
{
    const auto connections = m_connections; // sending may find that one of them is gone
    for (Connection *connection : connections)
        connection->tellKnowledge(revision);
}

/// What was written, here or on another server, for people who are connected here, beside the rows.
void Hub::heed(const LogEntry &entry)
{
    if (entry.entity == kRightsSignal)
        staffChanged(StaffId(entry.id));
    else if (entry.entity == kCatalogueSignal)
        everyoneMayHaveChanged();
    else if (entry.entity == kBlockedSignal)
        senderBlocked(CitizenId(entry.id));
    else if (entry.entity == kKnowledgeSignal)
        knowledgeChanged(entry.id.toLongLong());
}

// ---- telling -----------------------------------------------------------------------------------------------------

void Hub::tell(Committed committed)
{
    m_fanout->add(committed.entries);
    for (const LogEntry &entry : committed.entries)
        if (entry.entity == protocol::wireName<protocol::RequestRow>())
            m_talks.insert(RequestId(entry.id), {entry.now.citizen, entry.now.staff});
    if (committed.wasForgotten) { // the others took this server for dead: everybody here is noted anew
        m_links.clear();
        const auto citizens = m_ofCitizen.uniqueKeys();
        for (const CitizenId &citizen : citizens)
            noteCitizenOnline(citizen, true);
    }
    if (m_doorbell && committed.isOwn && !m_bellTimer.isActive())
        m_bellTimer.start();
    m_told.push_back(std::move(committed));
    if (!m_flushTimer.isActive())
        m_flushTimer.start();
}

/// All that came in one turn of the loop goes out as one message a reader; this is what makes the fan-out cheap.
/// Changes first: whoever gets an answer has already been told what it changed.
void Hub::flush()
{
    const auto connections = m_connections; // sending may find that one of them is gone
    for (Connection *connection : connections)
        connection->flush();
    m_fanout->endRound();
    const auto told = std::exchange(m_told, {});
    for (const Committed &committed : told) {
        for (const LogEntry &entry : committed.entries)
            heed(entry);
        for (const Completion &completion : committed.completions)
            completion(committed.error);
        for (const auto &[staff, figures] : committed.figures)
            sendFigures(staff, figures);
        sendPlaces(committed.places);
    }
}

void Hub::sendPlaces(const std::vector<protocol::Place> &places)
{
    for (const protocol::Place &place : places) {
        const auto known = m_places.constFind(place.request);
        if (known != m_places.constEnd() && known->ahead == place.ahead && known->estimateSeconds == place.estimateSeconds
            && known->nobodyOn == place.nobodyOn)
            continue;
        m_places.insert(place.request, place);
        const auto connections = m_ofCitizen.values(m_talks.value(place.request).first);
        for (Connection *connection : connections)
            connection->send(place);
    }
}

void Hub::sendFigures(const StaffId &staff, const protocol::Figures &figures)
{
    const auto connections = m_ofStaff.values(staff);
    for (Connection *connection : connections)
        connection->send(figures);
}

void Hub::showTyping(const Connection *from, const protocol::Typing &typing)
{
    const auto [citizen, staff] = m_talks.value(typing.request);
    const bool isStaff = from->actor().isStaff();
    if (isStaff ? staff != from->actor().staff : citizen != from->actor().citizen)
        return;
    const protocol::TypingShown shown{typing.request, isStaff ? domain::Sender::Staff : domain::Sender::Citizen, typing.on};
    deliver(shown);
    if (m_doorbell)
        m_doorbell->ring(QString::fromUtf8(protocol::encode(shown)));
}

void Hub::deliver(const protocol::TypingShown &shown)
{
    const auto [citizen, staff] = m_talks.value(shown.request);
    const auto connections = shown.sender == domain::Sender::Staff ? m_ofCitizen.values(citizen) : m_ofStaff.values(staff);
    for (Connection *connection : connections)
        connection->send(shown);
}

/// Words of another server: somebody types there, or there is something new in the record.
void Hub::hear(const QString &words)
{
    const auto frame = words.isEmpty() ? Result<protocol::Frame>(fail(ErrorCode::BadMessage)) : protocol::decode(words.toUtf8());
    if (!frame)
        return m_writer->look();
    if (const auto shown = protocol::fromJson<protocol::TypingShown>(frame->body); shown && frame->type == protocol::wireName<protocol::TypingShown>())
        deliver(*shown);
}

// ---- silence -----------------------------------------------------------------------------------------------------

void Hub::watchSilence()
{
    const auto now = m_clock.monotonic();
    m_snapshotTurns.expire(now);
    const auto connections = m_connections.values();
    for (Connection *connection : connections) {
        if (!connection->isIdentified() && now - connection->openedAt() > m_limits.greetWithin
            && now - connection->lastHeard() > m_limits.greetWithin)
            connection->close(u"silent"_s);
        else if (now - connection->lastHeard() > m_limits.dropAfter)
            connection->close(u"silent"_s);
        else if (connection->expiresAt() && m_clock.now() >= *connection->expiresAt())
            connection->close(u"session"_s); // told what it is when the desk comes back with its token
    }
    for (auto it = m_ofStaff.constBegin(); it != m_ofStaff.constEnd(); ++it)
        m_links[it.key()].heard = std::max(m_links[it.key()].heard, it.value()->lastHeard());
    const auto known = m_links.keys();
    for (const StaffId &staff : known)
        noteLink(staff, domain::linkOf(now - m_links[staff].heard));
    for (auto it = m_leavingCitizens.begin(); it != m_leavingCitizens.end();) {
        if (now - *it < domain::kGoneAfter) {
            ++it;
            continue;
        }
        noteCitizenOnline(it.key(), false);
        it = m_leavingCitizens.erase(it);
    }
}

/// A server runs for months: what is over is not kept in memory.
void Hub::forgetEnded()
{
    m_newCitizens.removeIf([now = m_clock.monotonic()](const auto &bucket) { return bucket.value().isFull(now); });
    m_writer->post([this, known = m_talks.keys()](Office &office) -> Completion {
        QList<RequestId> over;
        for (const RequestId &request : known)
            if (!office.store.requests.live().contains(request.value))
                over.append(request);
        return [this, over](const std::optional<Error> &) {
            for (const RequestId &request : over) {
                m_talks.remove(request);
                m_places.remove(request);
            }
        };
    });
}

void Hub::noteLink(const StaffId &staff, domain::Link link)
{
    Known &known = m_links[staff];
    if (link == domain::Link::Online)
        known.heard = std::max(known.heard, m_clock.monotonic() - 1s);
    if (known.link == link)
        return;
    known.link = link;
    m_writer->post([staff, link](Office &office) -> Completion {
        keepOrUndo(office, office.store.save().and_then([&] { return office.linkChanged(staff, link); }), "link");
        return {};
    });
    if (link == domain::Link::Gone)
        m_links.remove(staff);
}

void Hub::noteCitizenOnline(const CitizenId &citizen, bool online)
{
    m_writer->post([citizen, online](Office &office) -> Completion {
        keepOrUndo(office, office.store.save().and_then([&] { return office.citizenChanged(citizen, online); }), "citizen online");
        return {};
    });
}

} // namespace bangban::server
