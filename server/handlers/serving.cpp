// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/domain/permissions.h"
#include "core/domain/wrap_up.h"
#include "server/handlers/handlers.h"
#include "server/store/contacts.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::OfferState, domain::RequestEvent, domain::RequestState, domain::ResponseEventKind, domain::TimerKind,
    domain::TimerOutcome;
using protocol::RequestRow;

namespace {

Result<void> auditStep(Office &office, const Actor &actor, QLatin1String action, const RequestId &request)
{
    return office.audit(actor, action, request.value);
}

/// \errors NotReady, NoCapacity
Result<void> mayTakeNow(Office &office, const protocol::StaffRow &staff, const RequestRow &request)
{
    const auto presence = Office::presenceOf(staff);
    const bool isAvailable = request.transferDue ? domain::takesTransfers(presence, staff.link)
                                                 : domain::takesOffers(presence, staff.link);
    if (!isAvailable)
        return fail(ErrorCode::NotReady, QString(domain::nameOf(staff.presence)));
    domain::Load load = office.loadOf(staff.id);
    // The offer for this very request holds a place that the claim takes over.
    for (const protocol::OfferRow &offer : office.store.offers.live())
        if (offer.staff == staff.id && offer.request == request.id)
            --load.of(request.channel).offered;
    if (!domain::canTake(load, request.channel, request.priority, {domain::kBudget, staff.maxChats}))
        return fail(ErrorCode::NoCapacity, QString::number(domain::used(load)));
    return {};
}

/// \errors NotFound, BadState with "unit_closed" if nobody would be there
Result<NodeId> targetUnit(Office &office, const protocol::RequestTransfer &transfer)
{
    const auto &organisation = office.catalogue().organisation();
    NodeId unit = transfer.toUnit;
    if (!transfer.toStaff.isEmpty()) {
        TAKE(colleague, office.store.staff.find(transfer.toStaff.value));
        if (!colleague.active || !domain::takesTransfers(Office::presenceOf(colleague), colleague.link))
            return fail(ErrorCode::BadState, u"not_there"_s);
        unit = organisation.unitOf(colleague.node, office.today());
    }
    unit = organisation.unitOf(organisation.successorOf(unit, office.today()), office.today());
    if (unit.isEmpty())
        return fail(ErrorCode::NotFound, transfer.toUnit.value);
    return unit;
}

} // namespace

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::PresenceSet &wish)
{
    TAKE(row, office.store.staff.find(actor.staff.value));
    TAKE(status, domain::setByPerson(Office::presenceOf(row), wish.presence, wish.reason, wish.whenFree,
                                     office.hasWork(actor.staff), office.now()));
    TRY(office.setPresence(row, status));
    TRY(office.audit(actor, protocol::wireName<protocol::PresenceSet>(), QString(domain::nameOf(status.state))));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestClaim &claim)
{
    TAKE(request, office.store.requests.find(claim.request.value));
    const RequestRow before = request;
    TAKE(staff, office.store.staff.find(actor.staff.value));
    bool isOffered = false;
    for (const protocol::OfferRow &offer : office.store.offers.live())
        isOffered = isOffered || (offer.staff == actor.staff && offer.request == request.id);
    if (request.owner == actor.staff && request.state == RequestState::Serving)
        return QJsonObject{{u"claim_no"_s, request.claimNo}};
    if (!request.owner.isEmpty())
        return fail(ErrorCode::ClaimTaken, request.ownerName);
    if (!isOffered && !sees(office.viewOf(actor), audienceOf(request)))
        return fail(ErrorCode::NotFound, claim.request.value);
    if (request.state != RequestState::CallBack)
        TRY(mayTakeNow(office, staff, request));
    TRY(office.advance(request, RequestEvent::Claimed));
    request.owner = actor.staff;
    request.ownerName = staff.name;
    request.claimedAt = office.now();
    ++request.claimNo;
    request.openToAll = false;
    request.directedTo = {};
    TRY(office.closeOffers(request.id, OfferState::Gone, actor.staff));
    TRY(office.timeline.add(request.id, ResponseEventKind::Accepted, office.now(), actor.staff.value));
    TRY(office.note(request, u"claimed"_s, staff.name));
    TRY(office.putMoved(before, request));
    TRY(office.recount(actor.staff));
    office.touchFigures(actor.staff);
    TRY(auditStep(office, actor, protocol::wireName<protocol::RequestClaim>(), request.id));
    return QJsonObject{{u"claim_no"_s, request.claimNo}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::OfferDecline &decline)
{
    TAKE(offer, office.store.offers.find(decline.offer));
    if (offer.staff != actor.staff)
        return fail(ErrorCode::NotFound, decline.offer);
    if (offer.state != OfferState::Open)
        return fail(ErrorCode::TooLate, QString(domain::nameOf(offer.state)));
    if (decline.reason.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"reason"_s);
    offer.state = OfferState::Declined;
    offer.reason = decline.reason;
    office.notePassed(offer.request, offer.staff);
    TRY(office.store.put(offer));
    TRY(office.recount(actor.staff));
    TRY(auditStep(office, actor, protocol::wireName<protocol::OfferDecline>(), offer.request));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestTransfer &transfer)
{
    TAKE(request, office.claimedRequest(actor, transfer.request, transfer.claimNo));
    if (transfer.reason.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"reason"_s);
    if (transfer.toStaff == actor.staff)
        return fail(ErrorCode::BadState, u"self"_s);
    TAKE(unit, targetUnit(office, transfer));
    const RequestRow before = request;
    place(office, request, unit);
    if (!office.isStaffed(office.clockNode(request)))
        return fail(ErrorCode::BadState, u"unit_closed"_s);
    TRY(office.advance(request, RequestEvent::Transferred));
    TRY(office.timeline.stopAs(request.id, TimerKind::TransferResponse, office.now(), TimerOutcome::Void, u"transferred"_s));
    office.release(request);
    request.directedTo = transfer.toStaff;
    request.transferReason = transfer.reason;
    request.transferDue = office.now() + office.offerSettings.promise;
    request.alarmedAt.reset();
    TRY(office.timeline.add(request.id, ResponseEventKind::Transferred, office.now(), actor.staff.value, unit));
    TRY(office.timeline.start(request.id, TimerKind::TransferResponse, office.now(), *request.transferDue, unit));
    const domain::Node *node = office.catalogue().organisation().find(unit, office.today());
    const auto person = office.store.staff.live().constFind(transfer.toStaff.value);
    const bool isToPerson = person != office.store.staff.live().constEnd();
    TRY(office.note(request, u"transferred"_s, isToPerson ? person->name : node ? node->name : QString()));
    TRY(office.putMoved(before, request));
    TRY(office.recount(actor.staff));
    office.touchFigures(actor.staff);
    TRY(auditStep(office, actor, protocol::wireName<protocol::RequestTransfer>(), request.id));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestPrioritise &wish)
{
    TAKE(request, office.claimedRequest(actor, wish.request, wish.claimNo));
    if (!domain::isOpen(request.state)) // what is over counts as it was
        return fail(ErrorCode::BadState, QString(domain::nameOf(request.state)));
    if (wish.reason.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"reason"_s);
    const domain::Priority priority = domain::initialPriority(wish.purpose, office.catalogue().item(request.item));
    request.purpose = wish.purpose;
    request.priority = priority.priority;
    request.priorityReason = wish.reason;
    TRY(office.put(request));
    TRY(auditStep(office, actor, protocol::wireName<protocol::RequestPrioritise>(), request.id));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestArrangeCall &wish)
{
    TAKE(request, office.claimedRequest(actor, wish.request, wish.claimNo));
    const RequestRow before = request;
    if (request.phoneMask.isEmpty() && wish.phone.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"phone"_s);
    if (!wish.phone.text.trimmed().isEmpty())
        TRY(keepPhone(office, request, wish.phone.text));
    TRY(office.advance(request, RequestEvent::CallArranged));
    office.release(request);
    const auto &calendar = office.catalogue().calendarOf(office.clockNode(request));
    TRY(office.makeCallBack(request, calendar.gapCallBackDue(office.now())));
    TRY(office.note(request, u"call_back"_s));
    TRY(office.putMoved(before, request));
    TRY(office.recount(actor.staff));
    TRY(auditStep(office, actor, protocol::wireName<protocol::RequestArrangeCall>(), request.id));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestEnd &end)
{
    TAKE(request, office.claimedRequest(actor, end.request, end.claimNo));
    TRY(office.advance(request, RequestEvent::Ended));
    request.endedAt = office.now();
    request.wrapDue = office.now() + domain::kWrapUpTime;
    request.wrapExtensions = 0;
    for (const TimerKind kind : {TimerKind::FollowUp, TimerKind::TransferResponse})
        TRY(office.timeline.stopAs(request.id, kind, office.now(), TimerOutcome::Void, u"ended"_s));
    request.transferDue.reset();
    request.followSince.reset();
    request.followDue.reset();
    TRY(office.timeline.start(request.id, TimerKind::WrapUp, office.now(), *request.wrapDue, request.unit, actor.staff));
    TRY(office.note(request, u"ended"_s));
    TRY(office.put(request));
    TRY(office.recount(actor.staff));
    TRY(auditStep(office, actor, protocol::wireName<protocol::RequestEnd>(), request.id));
    return QJsonObject();
}

Result<void> closeWith(Office &office, RequestRow &request, const QString &category, const QString &result)
{
    request.wrapCategory = category;
    request.wrapResult = result;
    request.agentSolved = domain::agentMark(result);
    if (result == domain::kRedirected)
        request.outcome = domain::Outcome::Redirected;
    TRY(office.advance(request, RequestEvent::WrappedUp));
    TRY(office.timeline.stop(request.id, TimerKind::WrapUp, office.now(), result));
    office.touchFigures(request.firstHumanBy);
    TRY(office.put(request));
    return office.recount(request.owner);
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestWrapUp &wrap)
{
    TAKE(request, office.claimedRequest(actor, wrap.request, wrap.claimNo));
    const auto category = office.store.codes.find(wrap.category);
    const auto result = office.store.codes.find(wrap.result);
    const bool isKnown = category && result && category->kind != "result"_L1 && result->kind == "result"_L1;
    if (!isKnown || !domain::isAllowed(wrap.category, wrap.result))
        return fail(ErrorCode::BadMessage, wrap.category + u'/' + wrap.result);
    TRY(closeWith(office, request, wrap.category, wrap.result));
    TRY(auditStep(office, actor, protocol::wireName<protocol::RequestWrapUp>(), request.id));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestExtendWrapUp &wish)
{
    TAKE(request, office.claimedRequest(actor, wish.request, wish.claimNo));
    if (request.state != RequestState::WrapUp || !request.wrapDue)
        return fail(ErrorCode::BadState, QString(domain::nameOf(request.state)));
    if (request.wrapExtensions >= domain::kWrapUpExtensions)
        return fail(ErrorCode::TooLate, QString::number(domain::kWrapUpExtensions));
    ++request.wrapExtensions;
    request.wrapDue = *request.wrapDue + domain::kWrapUpTime;
    TRY(office.put(request));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestJoin &join)
{
    TAKE(request, office.visibleRequest(actor, join.request));
    TAKE(into, office.visibleRequest(actor, join.into));
    if (request.id == into.id || !domain::isOpen(into.state) || request.duplicateOf != into.id)
        return fail(ErrorCode::BadState, join.into.value);
    if (!request.owner.isEmpty() && request.owner != actor.staff)
        return fail(ErrorCode::StaleClaim, request.ownerName);
    const RequestRow before = request;
    const StaffId owner = request.owner;
    TRY(office.advance(request, RequestEvent::JoinedToOther));
    request.joinedTo = into.id;
    request.closedAt = office.now();
    office.release(request);
    for (const TimerKind kind : {TimerKind::FirstResponse, TimerKind::FollowUp, TimerKind::TransferResponse})
        TRY(office.timeline.stopAs(request.id, kind, office.now(), TimerOutcome::Void, u"joined"_s));
    TRY(office.closeOffers(request.id, OfferState::Gone));
    // What was asked there is not lost: it stands in the conversation that goes on.
    protocol::MessageRow words;
    words.id = MessageId(makeUuid7(office.now()));
    words.words = request.words;
    // Two page tokens with one phone number need not be one person: then only staff read the other's words.
    if (request.citizen != into.citizen)
        words.kind = domain::MessageKind::Note;
    TRY(office.append(into, words));
    TRY(office.put(into));
    TRY(office.note(request, u"joined"_s));
    TRY(office.putMoved(before, request));
    if (!owner.isEmpty())
        TRY(office.recount(owner));
    TRY(auditStep(office, actor, protocol::wireName<protocol::RequestJoin>(), request.id));
    return QJsonObject();
}

Result<protocol::Phone> phoneFor(Office &office, const Actor &actor, const protocol::PhoneGet &get)
{
    if (!domain::isGranted(actor.roles, domain::Permission::Serve))
        return fail(ErrorCode::Forbidden);
    TAKE(request, office.visibleRequest(actor, get.request));
    const bool isTheirs = request.owner == actor.staff || request.state == RequestState::CallBack;
    if (!isTheirs)
        return fail(ErrorCode::NotFound, get.request.value);
    TAKE(digits, Contacts(office.store).phoneOf(get.request));
    const QJsonObject why{{u"reason"_s, QString(domain::nameOf(get.reason))}};
    TRY(office.audit(actor, protocol::wireName<protocol::PhoneGet>(), get.request.value, QJsonDocument(why).toJson(QJsonDocument::Compact)));
    return protocol::Phone{get.request, {digits}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::CallBackRecord &record)
{
    TAKE(request, office.visibleRequest(actor, record.request));
    if (request.state != RequestState::CallBack)
        return fail(ErrorCode::BadState, QString(domain::nameOf(request.state)));
    if (record.result == domain::ContactResult::Rescheduled && (!record.appointment || *record.appointment <= office.now()))
        return fail(ErrorCode::BadMessage, u"appointment"_s);
    TRY(Contacts(office.store).addAttempt(request.id, actor.staff, office.now(), record.result, record.note.text));
    ++request.callBackAttempts;
    if (record.result == domain::ContactResult::Contacted) {
        TRY(office.advance(request, RequestEvent::Contacted, true));
        TRY(office.timeline.add(request.id, ResponseEventKind::Contacted, office.now(), actor.staff.value));
        TRY(office.timeline.stop(request.id, TimerKind::CallBack, office.now(), u"contacted"_s));
    } else if (record.result == domain::ContactResult::Rescheduled) {
        request.appointment = record.appointment;
    }
    TRY(office.put(request));
    TRY(auditStep(office, actor, protocol::wireName<protocol::CallBackRecord>(), request.id));
    return QJsonObject();
}

} // namespace bangban::server
