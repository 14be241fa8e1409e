// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/tasks.h"

#include "core/base/uuid7.h"
#include "core/domain/knowledge.h"
#include "server/handlers/handlers.h"
#include "server/store/contacts.h"
#include "server/store/knowledge.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::TaskKind, domain::TaskState;
using protocol::EntryRow, protocol::RequestRow, protocol::TaskRow;

namespace {

constexpr int kMostJoins = 8;
constexpr std::chrono::days kToldBefore{30}; ///< behaviour §11: wrong is what is corrected within 30 days

QString nameOf(Office &office, const StaffId &staff)
{
    const auto found = office.store.staff.live().constFind(staff.value);
    return found == office.store.staff.live().constEnd() ? QString() : found->name;
}

/// Five working days from now; none where the calendar does not reach. \source duties 45 and 89
void promise(Office &office, TaskRow &task)
{
    task.markedAt = office.now();
    const auto due = domain::wordingDue(office.catalogue().calendarOf(task.unit), task.markedAt);
    if (!due)
        return;
    task.dueAt = due->due;
    task.dueReasons = Office::reasonsOf(*due);
}

Result<TaskRow> openTask(Office &office, const TaskId &id)
{
    TAKE(task, office.store.tasks.find(id.value));
    if (!RowLayout<TaskRow>::isLive(task))
        return fail(ErrorCode::TooLate, QString(domain::nameOf(task.state)));
    return task;
}

/// Who may see to it: the unit's editors.
Result<TaskRow> ownTask(Office &office, const Actor &actor, const TaskId &id)
{
    TAKE(task, openTask(office, id));
    if (!sees(office.viewOf(actor), audienceOf(task)))
        return fail(ErrorCode::NotFound, id.value);
    return task;
}

/// A call that says what could not be said then. Nothing where no number was left.
Result<void> callAsker(Office &office, const RequestRow &before, const EntryRow &entry)
{
    const auto phone = Contacts(office.store).phoneOf(before.id);
    if (!phone)
        return phone.error().code == ErrorCode::NotFound ? Result<void>() : tl::unexpected<Error>(phone.error());
    RequestRow call;
    call.id = RequestId(makeUuid7(office.now()));
    call.scope = before.scope;
    call.state = domain::RequestState::CallBack;
    call.purpose = call.askedPurpose = before.purpose;
    call.priority = before.priority;
    call.item = before.item;
    call.itemName = before.itemName;
    call.unit = before.unit;
    call.servingNode = before.servingNode;
    call.citizen = before.citizen;
    call.source = before.source;
    call.enterprise = before.enterprise;
    call.citizenName = before.citizenName;
    call.words = before.words;
    call.phoneMask = before.phoneMask;
    call.previous = before.id;
    call.previousOwner = before.firstHumanBy;
    call.queuedAt = office.now();
    TRY(Contacts(office.store).putPhone(call.id, *phone));
    protocol::MessageRow asked;
    asked.id = MessageId(makeUuid7(office.now()));
    asked.words = before.words;
    asked.sentAt = before.queuedAt;
    TRY(office.append(call, asked));
    TRY(office.note(call, u"wording_known"_s, entry.title)); // what is to be said
    TRY(office.makeCallBack(call, office.catalogue().calendarOf(office.clockNode(call)).callBackDue(office.now())));
    return office.put(call);
}

Result<void> tellAsker(Office &office, const TaskRow &task, const EntryRow &entry)
{
    auto found = office.store.requests.find(task.request.value);
    if (!found) // erased since
        return found.error().code == ErrorCode::NotFound ? Result<void>() : tl::unexpected<Error>(found.error());
    for (int joins = 0; joins < kMostJoins && !found->joinedTo.isEmpty(); ++joins) { // they go on in another one
        auto other = office.store.requests.find(found->joinedTo.value);
        if (!other)
            break;
        found = std::move(other);
    }
    RequestRow &request = *found;
    if (domain::isOpen(request.state) && request.state != domain::RequestState::WrapUp) {
        TRY(office.note(request, u"wording_known"_s, entry.title));
        return office.put(request);
    }
    TAKE(isOnline, office.isOnline(request.citizen));
    if (!isOnline)
        return callAsker(office, request, entry);
    protocol::MessageRow message;
    message.id = MessageId(makeUuid7(office.now()));
    message.sender = domain::Sender::Assistant;
    message.words.text = entry.plain.isEmpty() ? entry.official : entry.plain;
    message.cites = {{entry.id, entry.version}};
    TAKE(stored, office.append(request, message));
    TRY(Knowledge(office.store).cite(message.cites.front(), stored));
    return office.put(request);
}

} // namespace

Result<NodeId> editorUnit(Office &office, const Actor &actor)
{
    const NodeId unit = office.viewOf(actor).editor;
    return unit.isEmpty() ? fail(ErrorCode::Forbidden, u"unit"_s) : Result<NodeId>(unit);
}

Result<void> answerTask(Office &office, const TaskId &id, const EntryRow &entry)
{
    TAKE(task, office.store.tasks.find(id.value));
    if (!RowLayout<TaskRow>::isLive(task))
        return {};
    task.state = TaskState::Done;
    task.entry = entry.id;
    task.doneAt = office.now();
    TRY(office.store.put(task));
    return task.kind == TaskKind::Wording ? tellAsker(office, task, entry) : Result<void>();
}

Result<int> followUp(Office &office, const EntryRow &entry, const QString &why, const RequestId &only)
{
    TAKE(told, Knowledge(office.store).toldSince(entry.id, office.now() - kToldBefore));
    QSet<RequestId> followed;
    for (const TaskRow &task : office.store.tasks.live())
        if (task.kind == TaskKind::FollowUp && task.entry == entry.id)
            followed.insert(task.request);
    int opened = 0;
    for (const auto &[request, staff] : told) {
        if (followed.contains(request) || (!only.isEmpty() && request != only))
            continue;
        const auto row = office.store.requests.find(request.value);
        if (!row && row.error().code != ErrorCode::NotFound)
            return tl::unexpected<Error>(row.error());
        if (!row) // erased since
            continue;
        TaskRow task;
        task.id = TaskId(makeUuid7(office.now()));
        task.kind = TaskKind::FollowUp;
        task.unit = entry.unit;
        task.item = row->item;
        task.itemName = row->itemName;
        task.request = request;
        task.entry = entry.id;
        task.words.text = why;
        task.openedBy = staff;
        task.openedByName = nameOf(office, staff);
        promise(office, task);
        TRY(office.store.put(task));
        ++opened;
    }
    return opened;
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::TaskOpen &open)
{
    if (!isUuid7(open.task.value) || open.kind == TaskKind::FollowUp || open.words.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"task"_s);
    const bool isProposal = open.kind == TaskKind::Proposal;
    if (isProposal == open.answer.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"answer"_s);
    TaskRow task;
    task.id = open.task;
    task.kind = open.kind;
    task.words = open.words;
    task.answer = open.answer;
    task.openedBy = actor.staff;
    task.openedByName = nameOf(office, actor.staff);
    if (!open.request.isEmpty()) {
        TAKE(request, office.visibleRequest(actor, open.request));
        task.request = request.id;
        task.item = request.item;
        task.itemName = request.itemName;
        task.unit = request.unit;
    }
    if (open.kind == TaskKind::Correction) {
        TAKE(entry, Knowledge(office.store).find(open.entry));
        task.entry = entry.id;
        task.unit = entry.unit;
    } else if (task.request.isEmpty()) {
        return fail(ErrorCode::BadMessage, u"request"_s);
    }
    if (task.unit.isEmpty()) // of the pool: who found it out sees to it
        task.unit = office.catalogue().organisation().unitOf(office.store.staff.live().value(actor.staff.value).node, office.today());
    for (const TaskRow &there : office.store.tasks.live())
        if (there.request == task.request && there.kind == task.kind && there.entry == task.entry && there.words == task.words
            && there.answer == task.answer)
            return QJsonObject{{u"task"_s, there.id.value}};
    if (const auto taken = office.store.tasks.find(task.id.value); taken || taken.error().code != ErrorCode::NotFound)
        return fail(ErrorCode::BadMessage, u"task"_s);
    if (isProposal) // nobody waits for it, and no duty names a time
        task.markedAt = office.now();
    else
        promise(office, task);
    TRY(office.store.put(task));
    TRY(office.audit(actor, protocol::wireName<protocol::TaskOpen>(), task.id.value));
    return QJsonObject{{u"task"_s, task.id.value}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::TaskTake &take)
{
    TAKE(task, ownTask(office, actor, take.task));
    task.state = TaskState::Taken;
    task.takenBy = actor.staff;
    task.takenByName = nameOf(office, actor.staff);
    TRY(office.store.put(task));
    TRY(office.audit(actor, protocol::wireName<protocol::TaskTake>(), task.id.value));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::TaskClose &close)
{
    TAKE(task, ownTask(office, actor, close.task));
    const bool isDone = close.state == TaskState::Done;
    if (!isDone && close.state != TaskState::Dropped)
        return fail(ErrorCode::BadMessage, u"state"_s);
    if (isDone && task.kind != TaskKind::FollowUp) // words are owed, and only a version has them
        return fail(ErrorCode::BadState, QString(domain::nameOf(task.kind)));
    if (close.note.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"note"_s);
    task.state = close.state;
    task.note = close.note;
    task.doneAt = office.now();
    TRY(office.store.put(task));
    TRY(office.audit(actor, protocol::wireName<protocol::TaskClose>(), task.id.value));
    return QJsonObject();
}

} // namespace bangban::server
