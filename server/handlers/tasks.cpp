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

/// None where the calendar does not reach.
void promise(TaskRow &task, const Result<domain::Due> &due)
{
    if (!due)
        return;
    task.dueAt = due->due;
    task.dueReasons = Office::reasonsOf(*due);
}

/// Five working days from now. \source duties 45 and 89
void promiseWording(Office &office, TaskRow &task)
{
    task.markedAt = office.now();
    promise(task, domain::wordingDue(office.catalogue().calendarOf(task.unit), task.markedAt));
}

Result<TaskRow> openTask(Office &office, const TaskId &id)
{
    TAKE(task, office.store.tasks.find(id.value));
    if (!RowLayout<TaskRow>::isLive(task))
        return fail(ErrorCode::TooLate, QString(domain::nameOf(task.state)));
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

/// \param told  those who were told already: one who asked twice hears it once
Result<void> tellAsker(Office &office, const TaskRow &task, const EntryRow &entry, QSet<RequestId> &told)
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
    if (told.contains(request.id))
        return {};
    told.insert(request.id);
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
    message.words.text = wordsToSay(entry);
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

Result<TaskRow> ownTask(Office &office, const Actor &actor, const TaskId &id)
{
    TAKE(task, openTask(office, id));
    if (!sees(office.viewOf(actor), audienceOf(task)))
        return fail(ErrorCode::NotFound, id.value);
    return task;
}

Result<void> answerTask(Office &office, const TaskId &id, const EntryRow &entry)
{
    auto found = office.store.tasks.find(id.value);
    if (!found) // its case was erased since the draft was written
        return found.error().code == ErrorCode::NotFound ? Result<void>() : tl::unexpected<Error>(found.error());
    TaskRow &named = *found;
    if (!RowLayout<TaskRow>::isLive(named))
        return {};
    if (named.kind == TaskKind::Policy) {
        if (std::ranges::count(named.answers, entry.id) == 0)
            named.answers.push_back(entry.id);
        return office.store.put(named);
    }
    auto asked = sameQuestion(office, named);
    QSet<RequestId> told;
    for (TaskRow &task : asked) {
        task.state = TaskState::Done;
        task.entry = entry.id;
        task.doneAt = office.now();
        TRY(office.store.put(task));
        if (task.kind == TaskKind::Wording)
            TRY(tellAsker(office, task, entry, told));
    }
    return {};
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
        promiseWording(office, task);
        TRY(office.store.put(task));
        ++opened;
    }
    return opened;
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::TaskOpen &open)
{
    if (!isUuid7(open.task.value) || open.kind == TaskKind::FollowUp || open.kind == TaskKind::Policy || open.words.text.trimmed().isEmpty())
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
        promiseWording(office, task);
    if (task.kind == TaskKind::Wording)
        groupTask(office, task);
    TRY(office.store.put(task));
    TRY(office.audit(actor, protocol::wireName<protocol::TaskOpen>(), task.id.value));
    return QJsonObject{{u"task"_s, task.id.value}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::PolicyOpen &open)
{
    TAKE(unit, editorUnit(office, actor));
    const auto effective = dateFromIso(open.effective);
    if (!isUuid7(open.task.value) || open.title.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"title"_s);
    if (!effective)
        return fail(ErrorCode::BadMessage, u"effective"_s);
    for (const TaskRow &there : office.store.tasks.live())
        if (there.kind == TaskKind::Policy && there.unit == unit && there.words == open.title && there.effective == open.effective)
            return QJsonObject{{u"task"_s, there.id.value}};
    if (const auto taken = office.store.tasks.find(open.task.value); taken || taken.error().code != ErrorCode::NotFound)
        return fail(ErrorCode::BadMessage, u"task"_s);
    TaskRow task;
    task.id = open.task;
    task.kind = TaskKind::Policy;
    task.unit = unit;
    task.words = open.title;
    task.effective = open.effective;
    if (!open.item.isEmpty()) {
        const auto item = office.store.items.live().constFind(open.item.value);
        if (item == office.store.items.live().constEnd())
            return fail(ErrorCode::NotFound, open.item.value);
        task.item = item->id;
        task.itemName = item->name;
    }
    task.openedBy = actor.staff;
    task.openedByName = nameOf(office, actor.staff);
    task.markedAt = office.now();
    promise(task, domain::policyDue(office.catalogue().calendarOf(unit), *effective));
    TRY(office.store.put(task));
    TRY(office.audit(actor, protocol::wireName<protocol::PolicyOpen>(), task.id.value));
    return QJsonObject{{u"task"_s, task.id.value}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::TaskTake &take)
{
    TAKE(task, ownTask(office, actor, take.task));
    auto asked = sameQuestion(office, task);
    for (TaskRow &one : asked) {
        one.state = TaskState::Taken;
        one.takenBy = actor.staff;
        one.takenByName = nameOf(office, actor.staff);
        TRY(office.store.put(one));
    }
    TRY(office.audit(actor, protocol::wireName<protocol::TaskTake>(), task.id.value));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::TaskClose &close)
{
    TAKE(task, ownTask(office, actor, close.task));
    const bool isDone = close.state == TaskState::Done;
    if (!isDone && close.state != TaskState::Dropped)
        return fail(ErrorCode::BadMessage, u"state"_s);
    const bool hasAnswers = task.kind == TaskKind::Policy && !task.answers.empty();
    if (isDone && task.kind != TaskKind::FollowUp && !hasAnswers) // words are owed, and only a version has them
        return fail(ErrorCode::BadState, QString(domain::nameOf(task.kind)));
    if (close.note.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"note"_s);
    auto asked = sameQuestion(office, task);
    for (TaskRow &one : asked) {
        one.state = close.state;
        one.note = close.note;
        one.doneAt = office.now();
        TRY(office.store.put(one));
    }
    TRY(office.audit(actor, protocol::wireName<protocol::TaskClose>(), task.id.value));
    return QJsonObject();
}

} // namespace bangban::server
