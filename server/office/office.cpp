// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/office/office.h"

#include "core/base/uuid7.h"
#include "core/domain/permissions.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::RequestEvent, domain::RequestState, domain::ResponseEventKind, domain::TimerKind, domain::TimerOutcome;
using protocol::RequestRow, protocol::StaffRow;

Office::Office(Store &theStore, const Clock &clock)
    : store(theStore), accounts(theStore), timeline(theStore), servers(theStore), m_clock(clock), m_wallAhead(clock.wall() - clock.now()), m_now(clock.now()),
      m_library(theStore)
{
}

Result<std::unique_ptr<Office>> Office::open(Store &store, const Clock &clock)
{
    std::unique_ptr<Office> office(new Office(store, clock));
    for (const QString &scope : store.scopes()) {
        TAKE(mark, store.mark(scope));
        office->m_openedAt.insert(scope, mark.rev);
    }
    store.onForeign = [office = office.get()](const LogEntry &entry) { return office->takeForeign(entry); };
    TRY(office->reloadCatalogue());
    TRY(office->beat());
    // Nobody is connected here yet; what a desk held goes back to the queue only if it does not return.
    const auto rows = store.staff.live().values();
    for (const StaffRow &row : rows) {
        TAKE(link, office->servers.linkOf(row.id.value));
        TRY(office->setLink(row.id, link));
    }
    TAKE(query, store.database().run(u"SELECT request, staff FROM offer WHERE state IN ('declined', 'missed') AND request IN "
                                     "(SELECT id FROM request WHERE state = 'waiting')"_s));
    while (query->next())
        office->notePassed(RequestId(query->value(0).toString()), StaffId(query->value(1).toString()));
    TAKE(restored, restoredOf(store));
    office->m_restored = restored;
    if (restored && restored->until == Instant()) {
        TRY(beginRefill(store, *office->m_restored, office->m_now));
        TRY(office->tellSupervisors("record_went_back"_L1));
    }
    TRY(store.commit(office->m_now));
    return office;
}

Result<void> Office::reloadCatalogue()
{
    TAKE(catalogue, Catalogue::read(store));
    m_catalogue = std::move(catalogue);
    m_library.catalogueChanged();
    store.setDefaultScope(m_catalogue->district().isEmpty() ? u"office"_s : m_catalogue->district().value);
    return {};
}

/// Nobody keeps words of their own for longer; who comes with older ones has no business here.
constexpr std::chrono::hours kOutboxDays{24 * 7};

bool Office::isLatelyRestored() const { return m_restored && m_now < m_restored->until + kOutboxDays; }

bool Office::isFromBefore(const CommandId &command) const
{
    return isLatelyRestored() && timeOfUuid7(command.value) < m_restored->until - kRefillTime;
}

bool Office::isBeyondBackup(const Cursor &cursor) const
{
    return isLatelyRestored() && cursor.epoch == m_restored->epoch && m_restored->through.contains(cursor.scope)
        && cursor.rev > m_restored->through.value(cursor.scope);
}

Result<void> Office::refresh()
{
    return std::exchange(m_isCatalogueOld, false) ? reloadCatalogue() : Result<void>();
}

Result<void> Office::takeForeign(const LogEntry &entry)
{
    if (entry.scope == kCatalogueScope || entry.entity == kCatalogueSignal)
        m_isCatalogueOld = true;
    if (entry.entity == protocol::wireName<StaffRow>()) {
        const StaffRow row = store.staff.live().value(entry.id);
        if (row.link != domain::Link::Gone)
            m_goneSince.remove(row.id);
        else if (!m_goneSince.contains(row.id))
            m_goneSince.insert(row.id, m_clock.now());
    } else if (entry.entity == protocol::wireName<protocol::OfferRow>()) {
        TAKE(row, rowFromBytes<protocol::OfferRow>(entry.body));
        if (row.state == domain::OfferState::Declined || row.state == domain::OfferState::Missed)
            notePassed(row.request, row.staff);
    } else if (entry.entity == protocol::wireName<RequestRow>() && !entry.now.isEmpty()) {
        TAKE(row, rowFromBytes<RequestRow>(entry.body));
        touchFigures(row.owner);
        touchFigures(row.firstHumanBy);
    }
    return {};
}

std::chrono::milliseconds Office::takeClockJump()
{
    constexpr std::chrono::seconds kNoticed{2}; // less is the wall clock being slewed
    const auto ahead = m_clock.wall() - m_clock.now();
    if (std::chrono::abs(ahead - m_wallAhead) < kNoticed)
        return std::chrono::milliseconds(0);
    return ahead - std::exchange(m_wallAhead, ahead);
}

// ---- who may what ------------------------------------------------------------------------------------------------

View Office::viewOf(const Actor &actor) const
{
    View view;
    view.citizen = actor.citizen;
    view.staff = actor.staff;
    if (!actor.isStaff())
        return view;
    const auto found = store.staff.live().constFind(actor.staff.value);
    if (found == store.staff.live().constEnd())
        return view;
    const auto &organisation = m_catalogue->organisation();
    const NodeId unit = organisation.unitOf(found->node, today());
    if (domain::isGranted(actor.roles, domain::Permission::Serve)) {
        for (const NodeId &node : organisation.lineOf(found->node, today())) {
            view.nodes.push_back(node);
            if (node == unit)
                break;
        }
        view.pool = domain::standsInPool(actor.roles);
    }
    if (domain::isGranted(actor.roles, domain::Permission::SeeUnit) && !unit.isEmpty())
        view.supervised.push_back(unit);
    view.all = domain::isGranted(actor.roles, domain::Permission::SeeAll);
    const auto may = [&](domain::Permission permission) { return domain::isGranted(actor.roles, permission); };
    if (may(domain::Permission::WriteKnowledge) || may(domain::Permission::ReviewKnowledge))
        view.editor = unit;
    view.inspector = may(domain::Permission::InspectKnowledge) && !view.all ? unit : view.editor;
    return view;
}

Actor Office::actorOf(const StaffId &staff) const
{
    const auto found = store.staff.live().constFind(staff.value);
    const bool isIn = found != store.staff.live().constEnd() && found->active;
    return {staff, {}, isIn ? found->roles : std::vector<domain::Role>()};
}

Result<RequestRow> Office::ownRequest(const Actor &citizen, const RequestId &id)
{
    TAKE(request, store.requests.find(id.value));
    // Somebody else's request answers like one that does not exist: nobody learns which ids there are.
    if (citizen.citizen.isEmpty() || request.citizen != citizen.citizen)
        return fail(ErrorCode::NotFound, id.value);
    return request;
}

Result<RequestRow> Office::visibleRequest(const Actor &staff, const RequestId &id)
{
    TAKE(request, store.requests.find(id.value));
    if (!sees(viewOf(staff), audienceOf(request)))
        return fail(ErrorCode::NotFound, id.value);
    return request;
}

Result<RequestRow> Office::claimedRequest(const Actor &staff, const RequestId &id, int claimNo)
{
    TAKE(request, store.requests.find(id.value));
    if (request.owner == staff.staff && request.claimNo == claimNo)
        return request;
    // Whoever held it once is told who has it now; to others it does not exist.
    const bool heldIt = claimNo > 0 && claimNo <= request.claimNo;
    if (!heldIt && !sees(viewOf(staff), audienceOf(request)))
        return fail(ErrorCode::NotFound, id.value);
    return fail(ErrorCode::StaleClaim, request.ownerName);
}

// ---- the calendar of a request -----------------------------------------------------------------------------------

NodeId Office::clockNode(const RequestRow &request) const
{
    return request.servingNode.isEmpty() ? m_catalogue->district() : request.servingNode;
}

bool Office::isStaffed(const NodeId &node)
{
    return domain::isStaffed(node, m_now, m_catalogue->calendarOf(node), m_catalogue->roster(),
                             m_catalogue->organisation());
}

// ---- steps -------------------------------------------------------------------------------------------------------

Result<void> Office::advance(RequestRow &request, RequestEvent event, bool contacted)
{
    const domain::RequestFacts facts{request.firstHumanAt.has_value(), request.outcome == domain::Outcome::Redirected,
                                     contacted};
    TAKE(next, domain::step(request.state, event, facts));
    request.state = next;
    if (next == RequestState::Closed) {
        TAKE(outcome, domain::outcomeOf(facts));
        request.outcome = outcome;
        request.closedAt = m_now;
    }
    return {};
}

Result<void> Office::startMinute(RequestRow &request, Instant from)
{
    request.clockFrom = from;
    request.dueAt = from + offerSettings.promise;
    request.ring = request.unit.isEmpty() ? domain::Ring::Pool : domain::Ring::Own;
    request.openToAll = false;
    return timeline.start(request.id, TimerKind::FirstResponse, from, *request.dueAt, request.unit);
}

Result<void> Office::makeCallBack(RequestRow &request, const Result<domain::CallBackDue> &due)
{
    if (!due)
        return tl::unexpected<Error>(due.error());
    // Whatever ran for an answer in the chat has come to its end; what is late already stays a miss.
    const bool isLate = request.clockFrom && m_now - *request.clockFrom > offerSettings.promise;
    TRY(timeline.stopAs(request.id, domain::TimerKind::FirstResponse, m_now,
                        isLate ? domain::TimerOutcome::Miss : domain::TimerOutcome::Apart, u"call_back"_s));
    TRY(timeline.stopAs(request.id, domain::TimerKind::TransferResponse, m_now,
                        request.transferDue && m_now > *request.transferDue ? domain::TimerOutcome::Miss
                                                                            : domain::TimerOutcome::Apart, u"call_back"_s));
    TRY(timeline.stopAs(request.id, domain::TimerKind::FollowUp, m_now, domain::TimerOutcome::Apart, u"call_back"_s));
    request.transferDue.reset();
    promiseCall(request, *due);
    request.openToAll = false;
    TRY(closeOffers(request.id, domain::OfferState::Gone));
    return timeline.start(request.id, TimerKind::CallBack, m_now, due->due, request.unit);
}

std::vector<protocol::DueReason> Office::reasonsOf(const domain::Due &due)
{
    std::vector<protocol::DueReason> reasons;
    for (const domain::Exclusion &why : due.why)
        if (why.kind != domain::ExclusionKind::Weekend)
            reasons.push_back({toIso(why.from), toIso(why.to), why.name, false, false});
    const QString day = toIso(dateOf(due.due));
    if (due.onMakeUpDay)
        reasons.push_back({day, day, {}, true, false});
    if (!due.calendarKnown)
        reasons.push_back({day, day, {}, false, true});
    return reasons;
}

void Office::promiseCall(RequestRow &request, const domain::CallBackDue &due)
{
    request.callBackDue = due.due;
    request.callBackWhy = reasonsOf(due);
}

void Office::release(RequestRow &request)
{
    request.owner = {};
    request.ownerName.clear();
    request.claimedAt.reset();
    request.openToAll = false;
    request.wrapDue.reset();
}

Result<void> Office::closeOffers(const RequestId &request, domain::OfferState state, const StaffId &accepted)
{
    const auto open = store.offers.live().values();
    for (protocol::OfferRow offer : open) {
        if (offer.request != request)
            continue;
        offer.state = offer.staff == accepted ? domain::OfferState::Accepted : state;
        TRY(store.put(offer));
        TRY(recount(offer.staff));
    }
    return {};
}

Result<protocol::MessageRow> Office::append(RequestRow &request, protocol::MessageRow message)
{
    message.request = request.id;
    message.seq = ++request.lastSeq;
    if (message.sentAt == Instant())
        message.sentAt = m_now;
    TRY(store.add(message, request));
    return message;
}

Result<void> Office::note(RequestRow &request, const QString &code, const QString &name)
{
    protocol::MessageRow message;
    message.id = MessageId(makeUuid7(m_now));
    message.kind = domain::MessageKind::System;
    message.sender = domain::Sender::System;
    message.words.text = code;
    message.staffName = name;
    return append(request, std::move(message)).map([](auto) {});
}

Result<void> Office::putMoved(const RequestRow &before, const RequestRow &after)
{
    TRY(store.put(after));
    return store.moveMessages(before, after);
}

Result<void> Office::audit(const Actor &actor, const QString &action, const QString &id, const QByteArray &detail)
{
    return store.audit(store.defaultScope(), m_now, actor.name(), action, id, detail);
}

// ---- people ------------------------------------------------------------------------------------------------------

const QHash<StaffId, domain::Load> &Office::loads() const
{
    if (m_loadsVersion == store.liveVersion())
        return m_loads;
    m_loads.clear();
    for (const RequestRow &request : store.requests.live()) {
        if (request.state != RequestState::Serving && request.state != RequestState::WrapUp)
            continue;
        domain::ChannelLoad &channel = m_loads[request.owner].of(request.channel);
        ++channel.open;
        if (request.state == RequestState::Serving && request.firstHumanAt && !request.followSince)
            ++channel.waiting;
    }
    for (const protocol::OfferRow &offer : store.offers.live()) {
        const auto request = store.requests.live().constFind(offer.request.value);
        if (request != store.requests.live().constEnd())
            ++m_loads[offer.staff].of(request->channel).offered;
    }
    m_loadsVersion = store.liveVersion();
    return m_loads;
}

domain::Load Office::loadOf(const StaffId &staff) const { return loads().value(staff); }

bool Office::hasWork(const StaffId &staff) const
{
    const domain::Load load = loadOf(staff);
    return std::any_of(load.channels.begin(), load.channels.end(), [](const auto &c) { return c.open > 0; });
}

domain::PresenceStatus Office::presenceOf(const StaffRow &row)
{
    return {row.presence, row.since, row.breakReason, row.next, row.nextReason};
}

domain::Candidate Office::candidateOf(const StaffRow &row) const
{
    domain::Candidate candidate;
    candidate.staff = row.id;
    candidate.nodes = m_catalogue->organisation().lineOf(row.node, today());
    candidate.inPool = domain::standsInPool(row.roles);
    for (const QString &skill : row.skills)
        candidate.skills.emplace_back(skill);
    candidate.presence = presenceOf(row);
    candidate.link = row.link;
    candidate.load = loadOf(row.id);
    candidate.limits.maxChats = row.maxChats;
    candidate.idleSince = row.since;
    candidate.isOnDuty = row.active && domain::isGranted(row.roles, domain::Permission::Serve);
    return candidate;
}

const std::vector<domain::Candidate> &Office::candidatesFor(const RequestId &request) const
{
    if (m_candidatesVersion != store.liveVersion()) {
        m_candidates.clear();
        for (const StaffRow &row : store.staff.live())
            if (row.link == domain::Link::Online && row.presence != domain::Presence::Offline)
                m_candidates.push_back(candidateOf(row));
        std::sort(m_candidates.begin(), m_candidates.end(), [](const auto &a, const auto &b) { return a.staff < b.staff; });
        m_candidatesVersion = store.liveVersion();
    }
    const QSet<StaffId> passed = m_passed.value(request);
    for (domain::Candidate &candidate : m_candidates)
        candidate.alreadyDeclined = passed.contains(candidate.staff);
    return m_candidates;
}

domain::WaitingRequest Office::waitingOf(const RequestRow &request) const
{
    domain::WaitingRequest waiting;
    waiting.id = request.id;
    if (!request.item.isEmpty())
        waiting.item = request.item;
    waiting.unit = request.unit;
    waiting.nodes = {request.servingNode, request.otherNode};
    waiting.priority = request.priority;
    waiting.channel = request.channel;
    waiting.isTransfer = request.transferDue.has_value();
    waiting.ringsSince = waiting.isTransfer ? *request.transferDue - offerSettings.promise
                                            : request.clockFrom.value_or(request.queuedAt);
    if (!request.directedTo.isEmpty())
        waiting.transferTo = request.directedTo;
    if (!request.previousOwner.isEmpty())
        waiting.lastAgent = request.previousOwner;
    return waiting;
}

Result<void> Office::setPresence(StaffRow row, const domain::PresenceStatus &status)
{
    row.presence = status.state;
    row.since = status.since;
    row.breakReason = status.breakReason;
    row.next = status.next;
    row.nextReason = status.nextReason;
    TRY(store.put(row));
    if (status.state == domain::Presence::Ready)
        return {};
    const auto open = store.offers.live().values();
    for (protocol::OfferRow offer : open) {
        if (offer.staff != row.id)
            continue;
        offer.state = domain::OfferState::Gone;
        TRY(store.put(offer));
    }
    return {};
}

Result<void> Office::recount(const StaffId &staff)
{
    TAKE(row, store.staff.find(staff.value));
    const int used = domain::used(loadOf(staff));
    const auto before = presenceOf(row);
    const auto after = domain::afterWorkEnded(before, hasWork(staff), m_now);
    if (used == row.used && after == before)
        return {};
    row.used = used;
    return setPresence(row, after);
}

Result<void> Office::linkChanged(const StaffId &staff, domain::Link link)
{
    TAKE(anywhere, servers.note(staff.value, link));
    return setLink(staff, anywhere);
}

Result<void> Office::setLink(const StaffId &staff, domain::Link link)
{
    TAKE(row, store.staff.find(staff.value));
    if (link == domain::Link::Gone)
        m_goneSince.insert(staff, m_now);
    else
        m_goneSince.remove(staff);
    if (row.link == link)
        return {};
    row.link = link;
    return store.put(row);
}

Result<void> Office::citizenChanged(const CitizenId &citizen, bool online)
{
    if (online)
        m_citizensHere.insert(citizen);
    else
        m_citizensHere.remove(citizen);
    TAKE(anywhere, servers.note(citizen.value, online ? domain::Link::Online : domain::Link::Gone));
    return setCitizenOnline(citizen, anywhere != domain::Link::Gone);
}

Result<bool> Office::isOnline(const CitizenId &citizen)
{
    if (m_citizensHere.contains(citizen))
        return true;
    return servers.linkOf(citizen.value).map([](domain::Link link) { return link != domain::Link::Gone; });
}

Result<void> Office::setCitizenOnline(const CitizenId &citizen, bool online)
{
    const auto rows = store.requests.live().values();
    for (RequestRow row : rows) {
        if (row.citizen != citizen || row.citizenOnline == online)
            continue;
        row.citizenOnline = online;
        row.citizenLeftAt = online ? std::nullopt : std::optional(m_now);
        TRY(put(row));
    }
    return {};
}

Result<bool> Office::beat()
{
    TAKE(beat, servers.beat());
    if (beat.databaseNow)
        TRY(compareClock(*beat.databaseNow));
    for (const QString &who : beat.left) {
        TAKE(link, servers.linkOf(who));
        if (store.staff.live().contains(who))
            TRY(setLink(StaffId(who), link));
        else
            TRY(setCitizenOnline(CitizenId(who), link != domain::Link::Gone));
    }
    return beat.wasForgotten;
}

Result<void> Office::compareClock(Instant databaseNow)
{
    constexpr std::chrono::seconds kTolerated{1};
    const auto ahead = m_clock.now() - databaseNow;
    const bool wasWrong = std::exchange(m_isClockWrong, std::chrono::abs(ahead) > kTolerated);
    if (!m_isClockWrong || wasWrong)
        return {};
    return tellSupervisors("clock_differs"_L1, QString::number(std::chrono::round<std::chrono::seconds>(ahead).count()));
}

Result<void> Office::tellSupervisors(QLatin1String kind, const QString &text)
{
    protocol::NoticeRow notice;
    notice.id = makeUuid7(m_now);
    notice.kind = kind;
    notice.unit = m_catalogue->district();
    notice.at = m_now;
    notice.text = text;
    return store.put(notice, store.defaultScope());
}

std::optional<Instant> Office::goneSince(const StaffId &staff) const
{
    const auto found = m_goneSince.constFind(staff);
    return found == m_goneSince.constEnd() ? std::nullopt : std::optional(*found);
}

void Office::forgetEnded()
{
    const auto isOver = [this](const auto &noted) { return !store.requests.live().contains(noted.key().value); };
    m_passed.removeIf(isOver);
    m_setAside.removeIf(isOver);
    m_badFiles.clear(); // costs one more look at a file that is tried again
}

void Office::touchFigures(const StaffId &staff)
{
    if (!staff.isEmpty())
        m_touched.insert(staff);
}

} // namespace bangban::server
