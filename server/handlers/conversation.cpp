// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/domain/permissions.h"
#include "server/handlers/handlers.h"
#include "server/handlers/tasks.h"
#include "server/store/files.h"
#include "server/store/knowledge.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::MessageKind, domain::RequestEvent, domain::RequestState, domain::ResponseEventKind, domain::Sender,
    domain::TimerKind;
using protocol::MessageRow, protocol::MessageSend, protocol::RequestRow;

namespace {

constexpr std::chrono::minutes kRecallTime{2};
constexpr std::chrono::seconds kFollowUp{120}; ///< behaviour §4

bool takesMessages(RequestState state)
{
    return state == RequestState::Choosing || state == RequestState::Held || state == RequestState::Waiting
        || state == RequestState::Serving || state == RequestState::WrapUp || state == RequestState::CallBack;
}

Result<void> fillCard(Office &office, const protocol::EntryCite &cite, MessageRow &message)
{
    TAKE(entry, entryToSay(office, cite));
    message.words.text = wordsToSay(entry);
    message.card = protocol::cardOf(entry, unitOf(office, entry));
    return {};
}

/// \errors BadMessage, NotFound, BadFile, EntryWithdrawn, OtherVersion
Result<MessageRow> messageOf(Office &office, const Actor &actor, const MessageSend &send)
{
    const bool isAttachment = send.kind == MessageKind::Image || send.kind == MessageKind::File;
    const bool isText = send.kind == MessageKind::Text || (send.kind == MessageKind::Note && actor.isStaff());
    if (!send.cites.empty() && !actor.isStaff())
        return fail(ErrorCode::BadMessage, u"cites"_s);
    if (send.asCard && (!actor.isStaff() || send.kind != MessageKind::Text || send.cites.size() != 1))
        return fail(ErrorCode::BadMessage, u"as_card"_s);
    if (!isUuid7(send.message.value) || (!isAttachment && !isText) || (isText && send.words.text.isEmpty() && !send.asCard))
        return fail(ErrorCode::BadMessage, u"kind"_s);
    MessageRow message;
    message.id = send.message;
    message.kind = send.kind;
    message.words = send.words;
    if (send.asCard)
        TRY(fillCard(office, send.cites.front(), message));
    if (!send.quote.isEmpty()) {
        TAKE(quoted, office.store.messages.find(send.quote.value));
        if (quoted.request != send.request)
            return fail(ErrorCode::NotFound, send.quote.value);
        message.quote = send.quote;
    }
    if (isAttachment) {
        TAKE(file, Files(office.store).find(send.file));
        if (file.request != send.request || file.owner != actor.name())
            return fail(ErrorCode::NotFound, send.file.value);
        if (!file.complete || (send.kind == MessageKind::Image && !isPicture(file.type)))
            return fail(ErrorCode::BadFile, file.type);
        message.file = file.id;
        message.fileName.text = file.name;
        message.fileType = file.type;
        message.fileSize = file.size;
    }
    return message;
}

/// The first human text, picture or file stops the minute; nothing else does (behaviour §4).
Result<void> noteAnswer(Office &office, const Actor &actor, RequestRow &request)
{
    TRY(office.timeline.add(request.id, ResponseEventKind::HumanMessage, office.now(), actor.staff.value));
    if (!request.firstHumanAt) {
        request.firstHumanAt = office.now();
        request.firstHumanBy = actor.staff;
        request.missed = request.missed || (request.dueAt && office.now() > *request.dueAt);
        TRY(office.timeline.stop(request.id, TimerKind::FirstResponse, office.now(), u"human"_s));
        office.touchFigures(actor.staff);
    }
    if (request.transferDue) {
        TRY(office.timeline.stop(request.id, TimerKind::TransferResponse, office.now(), u"human"_s));
        request.transferDue.reset();
    }
    if (request.followSince) {
        TRY(office.timeline.stop(request.id, TimerKind::FollowUp, office.now(), u"human"_s));
        request.followSince.reset();
        request.followDue.reset();
    }
    return {};
}

/// 120 s from the first unanswered citizen message, one timer at a time, paused outside hours (behaviour §11).
Result<void> startFollowUp(Office &office, RequestRow &request)
{
    const bool isAnswered = request.state == RequestState::Serving && request.firstHumanAt;
    if (!isAnswered || request.followSince)
        return {};
    const auto due = office.catalogue().calendarOf(office.clockNode(request)).addWorkingTime(office.now(), kFollowUp);
    request.followSince = office.now();
    // An office without any opening in sight cannot pause: the two minutes count as they are.
    request.followDue = due && office.isStaffed(office.clockNode(request)) ? due->due : office.now() + kFollowUp;
    return office.timeline.start(request.id, TimerKind::FollowUp, office.now(), *request.followDue, request.unit,
                                 request.owner);
}

Result<QJsonObject> sendByCitizen(Office &office, const Actor &actor, const MessageSend &send)
{
    TAKE(request, office.ownRequest(actor, send.request));
    const bool isFromBefore = office.isFromBefore(send.cmdId);
    if (!takesMessages(request.state) && !isFromBefore)
        return fail(ErrorCode::TooLate, QString(domain::nameOf(request.state)));
    TAKE(message, messageOf(office, actor, send));
    message.sender = Sender::Citizen;
    if (isFromBefore) { // only its words are missing; what came of them the desks have said
        message.sentAt = std::max(timeOfUuid7(send.cmdId.value), request.queuedAt);
        TAKE(stored, office.append(request, message));
        TRY(office.put(request));
        return QJsonObject{{u"seq"_s, stored.seq}};
    }
    if (request.state == RequestState::WrapUp) {
        TRY(office.advance(request, RequestEvent::CitizenWrote));
        TRY(office.timeline.stopAs(request.id, TimerKind::WrapUp, office.now(), domain::TimerOutcome::Void, u"citizen_wrote"_s));
        request.wrapDue.reset();
        request.endedAt.reset();
    }
    TAKE(stored, office.append(request, message));
    TRY(startFollowUp(office, request));
    TRY(office.put(request));
    if (!request.owner.isEmpty())
        TRY(office.recount(request.owner));
    return QJsonObject{{u"seq"_s, stored.seq}};
}

/// Words of a version that is over by now are told all the same – they may have been written offline – and followed up.
Result<void> citeIn(Office &office, const MessageRow &message, const protocol::EntryCite &cite)
{
    Knowledge knowledge(office.store);
    TRY(knowledge.cite(cite, message));
    TAKE(entry, knowledge.find(cite.entry));
    return cite.version == entry.version ? Result<void>() : followUp(office, entry, entry.title, message.request).map([](int) {});
}

Result<QJsonObject> sendByStaff(Office &office, const Actor &actor, const MessageSend &send)
{
    TAKE(request, office.claimedRequest(actor, send.request, send.claimNo));
    if (request.state != RequestState::Serving && request.state != RequestState::WrapUp)
        return fail(ErrorCode::BadState, QString(domain::nameOf(request.state)));
    TAKE(message, messageOf(office, actor, send));
    message.sender = Sender::Staff;
    message.staff = actor.staff;
    TAKE(staff, office.store.staff.find(actor.staff.value));
    message.staffName = staff.name;
    // A note tells the citizen nothing.
    if ((send.kind == MessageKind::Note && !send.cites.empty()) || send.cites.size() > protocol::kMostCites
        || std::ranges::any_of(send.cites, [&](const auto &cite) { return std::ranges::count(send.cites, cite) > 1; }))
        return fail(ErrorCode::BadMessage, u"cites"_s);
    message.cites = send.cites;
    TRY(checkWords(office, request, message));
    TAKE(stored, office.append(request, message));
    for (const protocol::EntryCite &cite : send.cites)
        TRY(citeIn(office, stored, cite));
    if (send.kind == MessageKind::Note)
        TRY(office.timeline.add(request.id, ResponseEventKind::Note, office.now(), actor.staff.value));
    else {
        TRY(noteAnswer(office, actor, request));
        TRY(noteAnswered(office, request, send.offered));
    }
    TRY(office.put(request));
    TRY(office.recount(actor.staff));
    return QJsonObject{{u"seq"_s, stored.seq}};
}

/// Said again under another command, after the record was put back: the sender's own message that is there.
std::optional<MessageRow> alreadyThere(Office &office, const Actor &actor, const MessageSend &send)
{
    if (!office.isLatelyRestored())
        return std::nullopt;
    const auto known = office.store.messages.find(send.message.value);
    if (!known || known->request != send.request || known->kind != send.kind || (known->words != send.words && !send.asCard) || known->file != send.file)
        return std::nullopt;
    const bool isOwn = actor.isStaff() ? known->staff == actor.staff
                                       : known->sender == Sender::Citizen && office.ownRequest(actor, send.request).has_value();
    return isOwn ? std::optional(*known) : std::nullopt;
}

Result<RequestRow> talkRequest(Office &office, const Actor &actor, const RequestId &id)
{
    if (!actor.isStaff())
        return office.ownRequest(actor, id);
    TAKE(request, office.store.requests.find(id.value));
    if (request.owner != actor.staff)
        return fail(ErrorCode::NotFound, id.value);
    return request;
}

/// \errors NotFound, TooLate
Result<void> mayAttach(Office &office, const Actor &actor, const RequestId &id)
{
    TAKE(request, talkRequest(office, actor, id));
    return takesMessages(request.state) ? Result<void>() : fail(ErrorCode::TooLate, QString(domain::nameOf(request.state)));
}

/// An entry of the person's unit, or one that is not there yet. \errors Forbidden, BadMessage
Result<void> mayWriteFor(Office &office, const Actor &actor, const EntryId &id)
{
    if (!domain::isGranted(actor.roles, domain::Permission::WriteKnowledge))
        return fail(ErrorCode::Forbidden, u"entry"_s);
    if (!protocol::isPlainCode(id.value))
        return fail(ErrorCode::BadMessage, u"entry"_s);
    TAKE(unit, editorUnit(office, actor));
    const auto entry = Knowledge(office.store).find(id);
    if (!entry && entry.error().code != ErrorCode::NotFound)
        return tl::unexpected<Error>(entry.error());
    return entry && entry->unit != unit ? fail(ErrorCode::Forbidden, u"entry"_s) : Result<void>();
}

} // namespace

Result<QJsonObject> handle(Office &office, const Actor &actor, const MessageSend &send)
{
    if (const auto there = alreadyThere(office, actor, send))
        return QJsonObject{{u"seq"_s, there->seq}};
    const auto done = actor.isStaff() ? sendByStaff(office, actor, send) : sendByCitizen(office, actor, send);
    if (done)
        TRY(office.audit(actor, protocol::wireName<MessageSend>(), send.message.value));
    return done;
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::MessageRecall &recall)
{
    TAKE(request, talkRequest(office, actor, recall.request));
    TAKE(message, office.store.messages.find(recall.message.value));
    const bool isOwn = actor.isStaff() ? message.staff == actor.staff : message.sender == Sender::Citizen;
    if (message.request != request.id || !isOwn)
        return fail(ErrorCode::NotFound, recall.message.value);
    if (message.recalledAt)
        return QJsonObject();
    if (office.now() - message.sentAt > kRecallTime)
        return fail(ErrorCode::TooLate, QString::number(std::chrono::seconds(kRecallTime).count()));
    message.recalledAt = office.now();
    message.words = {};
    message.file = {};
    message.fileName = {};
    message.cites.clear();
    message.card.reset();
    TRY(office.store.put(message, request));
    TRY(Knowledge(office.store).uncite(message.id));
    TRY(office.audit(actor, protocol::wireName<protocol::MessageRecall>(), message.id.value));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::MessageRead &read)
{
    TAKE(request, talkRequest(office, actor, read.request));
    int &seq = actor.isStaff() ? request.staffReadSeq : request.citizenReadSeq;
    const int through = std::min(read.through, request.lastSeq);
    if (through <= seq)
        return QJsonObject();
    seq = through;
    TRY(office.put(request));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::FileBegin &begin)
{
    if (!isUuid7(begin.file.value))
        return fail(ErrorCode::BadMessage, u"file"_s);
    if (begin.request.isEmpty() == begin.entry.isEmpty())
        return fail(ErrorCode::BadMessage, u"request"_s);
    TRY(begin.entry.isEmpty() ? mayAttach(office, actor, begin.request) : mayWriteFor(office, actor, begin.entry));
    TRY(Files(office.store).begin({begin.file, begin.request, actor.name(), 0, false, begin.name.text, begin.type, begin.size,
                                   begin.sha256, begin.entry}, office.now()));
    return QJsonObject();
}

Result<bool> mayReadFile(Office &office, const Actor &actor, const StoredFile &file)
{
    if (!file.entry.isEmpty()) {
        const View view = office.viewOf(actor);
        const auto isOurs = [&](const protocol::EntryDraftRow &draft) {
            return draft.entry.unit == view.editor && std::ranges::count(draft.entry.media, file.id, &protocol::EntryMedia::file) > 0;
        };
        return file.isPublished || (actor.isStaff() && (file.owner == actor.name() || std::ranges::any_of(office.store.drafts.live(), isOurs)));
    }
    TAKE(request, office.store.requests.find(file.request.value));
    return actor.isStaff() ? request.owner == actor.staff && !actor.roles.empty() : request.citizen == actor.citizen;
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::FileFinish &finish)
{
    if (office.isBadFile(finish.file))
        return fail(ErrorCode::BadFile, finish.file.value);
    TAKE(file, Files(office.store).find(finish.file));
    const auto finished = Files(office.store).finish(finish.file, actor.name());
    if (!finished && finished.error().code == ErrorCode::BadFile && file.chunks == file.chunksWanted())
        office.noteBadFile(finish.file);
    TRY(finished);
    TRY(office.audit(actor, protocol::wireName<protocol::FileFinish>(), finish.file.value));
    return QJsonObject();
}

} // namespace bangban::server
