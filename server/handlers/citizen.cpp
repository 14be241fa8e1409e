// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "server/handlers/handlers.h"
#include "server/store/contacts.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::GapKind, domain::RequestEvent, domain::RequestState, domain::ResponseEventKind, domain::TimerKind,
    domain::TimerOutcome;
using protocol::RequestRow;

namespace {

constexpr int kMaxReasons = 6;
/// behaviour §11: the fixed list of reasons for a bad rating.
const QStringList &badReasons()
{
    static const QStringList codes{u"attitude"_s, u"unsolved"_s, u"too_long"_s, u"unclear"_s, u"passed_on"_s, u"other"_s};
    return codes;
}

/// 138****0000; a short number keeps its last two digits.
QString maskOf(const QString &digits)
{
    if (digits.size() < 8)
        return QString(digits.size() - 2, u'*') + digits.right(2);
    return digits.left(3) + u"****"_s + digits.right(4);
}

constexpr auto kRatingTime = 7 * 24h; ///< after the end: as long as the page shows the request
constexpr int kOpenCallBacks = 3; ///< of one page token
constexpr int kOpenFromBefore = 3; ///< of one page token, after a restore

bool isTalkOpen(RequestState state)
{
    return state == RequestState::Choosing || state == RequestState::Held || state == RequestState::Waiting
        || state == RequestState::Serving;
}

/// Finds item and unit: by the item the citizen chose, else by what they said (duty 92).
void route(Office &office, RequestRow &request)
{
    const Catalogue &catalogue = office.catalogue();
    NodeId unit;
    if (const domain::Item *item = catalogue.item(request.item)) {
        unit = item->unit;
        request.itemName = item->name;
        const bool isOffered = domain::availabilityOf(item, office.today()) == domain::Availability::Available;
        request.routeReason = isOffered ? domain::RouteReason::Item : domain::RouteReason::ItemUnavailable;
    } else {
        const domain::RouteGuess guess = catalogue.router().route(request.words.text);
        request.item = {};
        request.routeReason = guess.reason;
        request.routeWords = QStringList(guess.matchedWords.begin(), guess.matchedWords.end()).join(u' ').left(400);
        unit = guess.unit;
        if (const domain::Item *guessed = guess.item ? catalogue.item(*guess.item) : nullptr) {
            request.itemName = guessed->name;
            if (domain::availabilityOf(guessed, office.today()) == domain::Availability::Available)
                request.item = guessed->id;
            else
                request.routeReason = domain::RouteReason::ItemUnavailable;
        }
    }
    place(office, request, catalogue.organisation().successorOf(unit, office.today()));
}

/// The same person's open request about the same item within a day (duty 125).
Result<RequestId> duplicateOf(Office &office, const RequestRow &request)
{
    TAKE(samePhone, Contacts(office.store).withPhoneOf(request.id));
    RequestRow best;
    for (const RequestRow &other : office.store.requests.live()) {
        if (other.id == request.id || other.item != request.item || office.now() - other.queuedAt > 24h)
            continue;
        const bool isSamePerson = other.citizen == request.citizen || samePhone.contains(other.id.value);
        if (isSamePerson && (best.id.isEmpty() || other.queuedAt < best.queuedAt))
            best = other;
    }
    return best.id;
}

/// Waiting for the minute, choosing in a gap of the day, or the promise of a call-back; sets state and
/// reopening. \errors CalendarUnknown if no day can be promised
Result<std::optional<domain::CallBackDue>> decideEntry(Office &office, RequestRow &request)
{
    const NodeId node = office.clockNode(request);
    const domain::WorkCalendar &calendar = office.catalogue().calendarOf(node);
    if (office.isStaffed(node)) {
        request.state = RequestState::Waiting;
        return std::optional<domain::CallBackDue>();
    }
    if (calendar.gapAt(office.now()) == GapKind::Lunch) {
        request.state = RequestState::Choosing;
        request.reopensAt = calendar.nextOpening(office.now());
        return std::optional<domain::CallBackDue>();
    }
    request.state = RequestState::CallBack;
    TAKE(due, calendar.callBackDue(office.now()));
    return std::optional(due);
}

/// Takes the request in; its minute or its call-back runs from now.
Result<void> enter(Office &office, RequestRow &request)
{
    TAKE(due, decideEntry(office, request));
    if (request.state == RequestState::Waiting)
        return office.startMinute(request, office.now());
    return due ? office.makeCallBack(request, *due) : Result<void>();
}

Result<void> inheritFrom(Office &office, const Actor &actor, const RequestId &previous, RequestRow &request)
{
    if (previous.isEmpty())
        return {};
    TAKE(earlier, office.ownRequest(actor, previous));
    request.previous = earlier.id;
    request.previousOwner = earlier.firstHumanBy;
    return {};
}

Result<void> appendQuestion(Office &office, RequestRow &request)
{
    protocol::MessageRow first;
    first.id = MessageId(makeUuid7(office.now()));
    first.words = request.words;
    first.sentAt = request.queuedAt; // also if it is said again later
    return office.append(request, first).map([](const auto &) {});
}

/// The question is said again after the record was put back; a desk knew it, but perhaps not the conversation.
Result<void> completeQuestion(Office &office, RequestRow &request)
{
    TAKE(talk, office.store.messagesOf(request.id));
    const bool isThere = std::any_of(talk.begin(), talk.end(), [&](const protocol::MessageRow &row) {
        return row.sender == domain::Sender::Citizen && (row.words == request.words || (row.recalledAt && row.sentAt == request.queuedAt));
    });
    if (isThere)
        return {};
    TRY(appendQuestion(office, request));
    return office.put(request);
}

Result<void> chooseCallBack(Office &office, RequestRow &request)
{
    TRY(office.advance(request, RequestEvent::ChoseCallBack));
    const bool early = !request.clockFrom || office.now() - *request.clockFrom < office.offerSettings.promise;
    TRY(office.timeline.stopAs(request.id, TimerKind::FirstResponse, office.now(),
                               early ? TimerOutcome::Apart : TimerOutcome::Miss, u"chose_call_back"_s));
    TRY(office.timeline.add(request.id, ResponseEventKind::ChoseCallBack, office.now()));
    TRY(office.makeCallBack(request, office.catalogue().calendarOf(office.clockNode(request)).gapCallBackDue(office.now())));
    return office.note(request, u"call_back"_s);
}

} // namespace

Result<void> keepPhone(Office &office, RequestRow &request, const QString &phone)
{
    if (phone.trimmed().isEmpty())
        return {};
    const QString digits = Contacts::digitsOf(phone);
    if (digits.size() < 5 || digits.size() > 20)
        return fail(ErrorCode::BadText, u"phone"_s);
    request.phoneMask = maskOf(digits);
    return Contacts(office.store).putPhone(request.id, digits);
}

void place(Office &office, RequestRow &request, const NodeId &unit)
{
    const auto item = request.item.isEmpty() ? std::nullopt : std::optional(request.item);
    const domain::RingNodes nodes = domain::ringNodes(office.catalogue().organisation(), unit, item, office.today());
    request.unit = unit;
    request.servingNode = nodes.own;
    request.otherNode = nodes.other;
    request.ring = unit.isEmpty() ? domain::Ring::Pool : domain::Ring::Own;
}

Result<protocol::Outlook> outlookFor(Office &office, const ItemId &item)
{
    RequestRow request;
    request.item = item;
    route(office, request);
    TAKE(due, decideEntry(office, request));
    if (due)
        Office::promiseCall(request, *due);
    return protocol::Outlook{item, request.state, request.reopensAt, request.callBackDue, request.callBackWhy};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestAsk &ask)
{
    if (!isUuid7(ask.request.value) || ask.words.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"words"_s);
    if (auto known = office.store.requests.find(ask.request.value)) {
        if (!office.isLatelyRestored() || known->citizen != actor.citizen || known->words != ask.words)
            return fail(ErrorCode::BadState, ask.request.value);
        TRY(completeQuestion(office, *known));
        return QJsonObject{{u"state"_s, QString(domain::nameOf(known->state))}};
    }
    // One that was let in once is let in again, although the record may not have heard that another one is over.
    const int mostTalks = office.isFromBefore(ask.cmdId) ? kOpenFromBefore : 1;
    int talks = 0;
    int callBacks = 0;
    for (const RequestRow &open : office.store.requests.live()) {
        if (open.citizen != actor.citizen)
            continue;
        talks += isTalkOpen(open.state) ? 1 : 0;
        callBacks += open.state == RequestState::CallBack ? 1 : 0;
        if (talks >= mostTalks || callBacks >= kOpenCallBacks)
            return fail(ErrorCode::OneOpenRequest, open.id.value);
    }
    if (ask.turns.size() > protocol::kMostTurns)
        return fail(ErrorCode::BadMessage, u"turns"_s);
    RequestRow request;
    request.id = ask.request;
    request.scope = office.store.defaultScope();
    request.citizen = actor.citizen;
    request.item = ask.item;
    request.words = ask.words;
    request.source = ask.source.isEmpty() ? u"web"_s : ask.source;
    request.pageUrl = ask.pageUrl;
    request.pageStep = ask.pageStep;
    request.pageField = ask.pageField;
    request.citizenName = ask.name;
    request.enterprise = ask.enterprise;
    request.askedPurpose = ask.purpose;
    request.queuedAt = office.now();
    request.citizenOnline = true;
    route(office, request);
    const domain::Priority priority = domain::initialPriority(ask.purpose, office.catalogue().item(request.item));
    request.purpose = priority.reason;
    request.priority = priority.priority;
    TRY(inheritFrom(office, actor, ask.previous, request));
    TRY(keepPhone(office, request, ask.phone.text));
    TAKE(duplicate, duplicateOf(office, request));
    request.duplicateOf = duplicate;
    TRY(office.timeline.add(request.id, ResponseEventKind::Queued, office.now()));
    TRY(enter(office, request));
    TAKE(said, appendTurns(office, request, ask.turns));
    if (said != request.words.text)
        TRY(appendQuestion(office, request));
    TRY(office.put(request));
    TRY(office.audit(actor, protocol::wireName<protocol::RequestAsk>(), request.id.value));
    return QJsonObject{{u"state"_s, QString(domain::nameOf(request.state))}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestChoose &choice)
{
    TAKE(request, office.ownRequest(actor, choice.request));
    TRY(keepPhone(office, request, choice.phone.text));
    if (choice.wait) {
        TRY(office.advance(request, RequestEvent::ChoseWait));
        TRY(office.timeline.add(request.id, ResponseEventKind::ChoseToWait, office.now()));
    } else {
        TRY(chooseCallBack(office, request));
    }
    TRY(office.put(request));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestCallMe &wish)
{
    TAKE(request, office.ownRequest(actor, wish.request));
    TRY(keepPhone(office, request, wish.phone.text));
    if (request.state != RequestState::CallBack)
        TRY(chooseCallBack(office, request));
    TRY(office.put(request));
    TRY(office.audit(actor, protocol::wireName<protocol::RequestCallMe>(), request.id.value));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RequestWithdraw &wish)
{
    TAKE(request, office.ownRequest(actor, wish.request));
    TRY(office.advance(request, RequestEvent::Withdrawn));
    request.citizenLeftAt = office.now();
    TRY(office.timeline.add(request.id, ResponseEventKind::Left, office.now()));
    const bool early = !request.clockFrom || office.now() - *request.clockFrom < office.offerSettings.promise;
    TRY(office.timeline.stopAs(request.id, TimerKind::FirstResponse, office.now(),
                               early ? TimerOutcome::Apart : TimerOutcome::Miss, u"left"_s));
    TRY(office.timeline.stopAs(request.id, TimerKind::CallBack, office.now(), TimerOutcome::Apart, u"left"_s));
    for (const TimerKind kind : {TimerKind::TransferResponse, TimerKind::FollowUp})
        TRY(office.timeline.stopAs(request.id, kind, office.now(), TimerOutcome::Void, u"left"_s));
    TRY(office.closeOffers(request.id, domain::OfferState::Gone));
    TRY(office.put(request));
    TRY(office.audit(actor, protocol::wireName<protocol::RequestWithdraw>(), request.id.value));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RatingGive &rating)
{
    TAKE(request, office.ownRequest(actor, rating.request));
    const bool isDone = request.state == RequestState::WrapUp || request.state == RequestState::Closed;
    if (!request.firstHumanAt && !isDone)
        return fail(ErrorCode::BadState, QString(domain::nameOf(request.state)));
    if (request.closedAt && office.now() - *request.closedAt > kRatingTime)
        return fail(ErrorCode::TooLate, toIso(*request.closedAt));
    if (rating.stars < 0 || rating.stars > 5 || rating.reasons.size() > kMaxReasons)
        return fail(ErrorCode::BadMessage, u"stars"_s);
    for (const QString &reason : rating.reasons)
        if (!badReasons().contains(reason) || rating.stars == 0 || rating.stars > 2)
            return fail(ErrorCode::BadMessage, u"reasons"_s);
    request.citizenSolved = rating.solved;
    request.stars = rating.stars;
    TAKE(words, office.store.vault().seal(request.id.value, rating.words.text.toUtf8(), placeOf("rating", request.id.value)));
    TRY(office.store.database().run(
        u"INSERT INTO rating VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(request) DO UPDATE SET solved = excluded.solved, stars = "
        "excluded.stars, reasons = excluded.reasons, words = excluded.words, at = excluded.at"_s,
        {request.id.value, rating.solved ? QVariant(*rating.solved ? 1 : 0) : QVariant(), rating.stars,
         rating.reasons.join(u','), words, toMs(office.now())}));
    TRY(office.put(request));
    office.touchFigures(request.firstHumanBy);
    TRY(office.audit(actor, protocol::wireName<protocol::RatingGive>(), request.id.value));
    return QJsonObject();
}

} // namespace bangban::server
