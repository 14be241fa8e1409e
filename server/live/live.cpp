// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/live.h"

#include "core/base/uuid7.h"
#include "core/domain/wrap_up.h"
#include "server/handlers/handlers.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::OfferState, domain::RequestEvent, domain::RequestState, domain::ResponseEventKind, domain::TimerKind;
using protocol::OfferRow, protocol::RequestRow;

namespace {

/// A minute that ran out is a fact from then on, whatever comes later.
Result<bool> noteMisses(Office &office, RequestRow &request)
{
    if (request.transferDue && office.now() > *request.transferDue)
        TRY(office.timeline.miss(request.id, TimerKind::TransferResponse));
    const bool isOver = request.dueAt && !request.firstHumanAt && office.now() > *request.dueAt;
    if (!isOver || request.missed)
        return false;
    request.missed = true;
    TRY(office.timeline.miss(request.id, TimerKind::FirstResponse));
    return true;
}

Result<void> closeExpiredOffers(Office &office)
{
    const auto open = office.store.offers.live().values();
    for (OfferRow offer : open) {
        if (offer.until > office.now())
            continue;
        offer.state = OfferState::Missed;
        office.notePassed(offer.request, offer.staff);
        TRY(office.store.put(offer));
        TAKE(row, office.store.staff.find(offer.staff.value));
        TRY(office.setPresence(row, domain::afterMissedOffer(Office::presenceOf(row), office.now())));
        TRY(office.recount(offer.staff));
    }
    return {};
}

bool hasOpenOffer(const Office &office, const RequestId &request)
{
    return std::any_of(office.store.offers.live().begin(), office.store.offers.live().end(),
                       [&](const OfferRow &offer) { return offer.request == request; });
}

Result<void> offerTo(Office &office, const RequestRow &request, const domain::WaitingRequest &waiting, const StaffId &staff,
                     Instant until)
{
    OfferRow offer;
    offer.id = makeUuid7(office.now());
    offer.request = request.id;
    offer.staff = staff;
    offer.offeredAt = office.now();
    offer.until = until;
    const bool isHanded = waiting.transferTo && *waiting.transferTo == staff;
    const bool isLast = waiting.lastAgent && *waiting.lastAgent == staff;
    offer.why = isHanded ? u"transfer"_s : isLast ? u"last_agent"_s : u"longest_idle"_s;
    TRY(office.store.put(offer));
    return office.recount(staff);
}

/// The machine's clock was set: nothing moves by it, but somebody must look after that machine.
Result<void> noteClockJump(Office &office)
{
    const auto jump = office.takeClockJump();
    if (jump.count() == 0)
        return {};
    return office.tellSupervisors("clock_jumped"_L1, QString::number(std::chrono::duration_cast<std::chrono::seconds>(jump).count()));
}

Result<void> alarm(Office &office, RequestRow &request)
{
    protocol::NoticeRow notice;
    notice.id = makeUuid7(office.now());
    notice.kind = u"alarm_unanswered"_s;
    notice.unit = request.unit.isEmpty() ? office.catalogue().district() : request.unit;
    notice.request = request.id;
    notice.at = office.now();
    notice.text = request.itemName;
    request.alarmedAt = office.now();
    return office.store.put(notice, request.scope);
}

/// Rings and offers of one waiting request; true if its row changed.
Result<bool> serveWaiting(Office &office, RequestRow &request)
{
    const domain::WaitingRequest waiting = office.waitingOf(request);
    const auto &candidates = office.candidatesFor(request.id);
    const domain::RingState ring = domain::ringNow(waiting, candidates, office.now(), office.offerSettings);
    bool changed = false;
    if (request.ring != ring.ring || request.openToAll != !ring.onePersonOnly) {
        request.ring = ring.ring;
        request.openToAll = !ring.onePersonOnly;
        changed = true;
    }
    if (ring.onePersonOnly && !hasOpenOffer(office, request.id)) {
        const auto staff = domain::firstOffer(waiting, candidates, office.now(), office.offerSettings);
        // Ten seconds are what is left of the time for one person; a stub of an offer helps nobody.
        const Instant until = waiting.ringsSince + office.offerSettings.firstOffer;
        if (staff && until - office.now() >= std::chrono::seconds(3))
            TRY(offerTo(office, request, waiting, *staff, until));
    }
    if (ring.supervisorAlarm && !request.alarmedAt) {
        TRY(alarm(office, request));
        changed = true;
    }
    return changed;
}

/// At closing time nobody is dropped: the miss stays, and it becomes a call-back of the next working day.
Result<void> closingTime(Office &office, RequestRow &request)
{
    TRY(office.advance(request, RequestEvent::ClosingTime));
    TRY(office.timeline.add(request.id, ResponseEventKind::TurnedIntoCallBack, office.now()));
    const bool isMiss = request.missed;
    TRY(office.timeline.stopAs(request.id, TimerKind::FirstResponse, office.now(),
                               isMiss ? domain::TimerOutcome::Miss : domain::TimerOutcome::Void, u"closing_time"_s));
    const auto &calendar = office.catalogue().calendarOf(office.clockNode(request));
    TRY(office.makeCallBack(request, calendar.closingCallBackDue(office.now())));
    TRY(office.note(request, u"closing_time"_s));
    return office.put(request);
}

Result<void> reopen(Office &office, RequestRow &request)
{
    TRY(office.advance(request, RequestEvent::Reopened));
    TRY(office.startMinute(request, *request.reopensAt));
    return office.put(request);
}

/// A desk that stays away for more than three minutes loses its open requests to the head of the queue.
Result<void> returnToQueue(Office &office, RequestRow &request)
{
    const RequestRow before = request;
    const StaffId owner = request.owner;
    TRY(office.advance(request, RequestEvent::OwnerLost));
    office.release(request);
    TRY(office.note(request, u"requeued"_s));
    TRY(office.putMoved(before, request));
    return office.recount(owner);
}

Result<void> stepRequest(Office &office, RequestRow request)
{
    TAKE(missed, noteMisses(office, request));
    switch (request.state) {
    case RequestState::Choosing:
    case RequestState::Held:
        if (request.reopensAt && *request.reopensAt <= office.now())
            return reopen(office, request);
        return {};
    case RequestState::Waiting: {
        if (!office.isStaffed(office.clockNode(request)))
            return closingTime(office, request);
        TAKE(changed, serveWaiting(office, request));
        return changed || missed ? office.put(request) : Result<void>();
    }
    case RequestState::Serving: {
        const auto gone = office.goneSince(request.owner);
        // The line counts as gone 15 s after the last word was heard.
        if (gone && domain::casesReturn(office.now() - *gone + domain::kGoneAfter))
            return returnToQueue(office, request);
        if (request.followDue && office.now() > *request.followDue)
            TRY(office.timeline.miss(request.id, TimerKind::FollowUp));
        return missed ? office.put(request) : Result<void>();
    }
    case RequestState::WrapUp:
        if (request.wrapDue && *request.wrapDue <= office.now())
            return closeWith(office, request, QString(domain::kNotWrappedUp), QString(domain::kNotWrappedUp));
        return {};
    default:
        return {};
    }
}

} // namespace

Result<void> tick(Office &office)
{
    TRY(noteClockJump(office));
    TRY(closeExpiredOffers(office));
    auto requests = office.store.requests.live().values();
    // Whoever waits longest is offered first.
    std::sort(requests.begin(), requests.end(), [](const RequestRow &a, const RequestRow &b) {
        return std::tie(a.priority, a.queuedAt, a.id) < std::tie(b.priority, b.queuedAt, b.id);
    });
    for (const RequestRow &request : std::as_const(requests)) {
        if (request.state == RequestState::CallBack || office.isSetAside(request.id))
            continue;
        if (auto done = stepRequest(office, request); !done) {
            // The whole tick is taken back; the next one goes on without this request, so nobody else waits for it.
            office.setAside(request.id);
            return fail(done.error().code, request.id.value + u": "_s + done.error().detail);
        }
    }
    return {};
}

} // namespace bangban::server
