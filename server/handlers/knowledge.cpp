// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/knowledge.h"
#include "server/handlers/handlers.h"
#include "server/handlers/tasks.h"
#include "server/store/knowledge.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::EntryState;
using protocol::EntryDraftRow, protocol::EntryRow;

namespace {

/// The version that holds; nothing if the entry is new. \errors Database
Result<std::optional<EntryRow>> published(Office &office, const EntryId &id)
{
    auto found = Knowledge(office.store).find(id);
    if (found)
        return std::optional(*found);
    return found.error().code == ErrorCode::NotFound ? Result<std::optional<EntryRow>>(std::nullopt) : tl::unexpected<Error>(found.error());
}

/// \errors Forbidden for another unit's
Result<EntryDraftRow> draftOf(Office &office, const Actor &actor, const EntryId &entry, const StaffId &author)
{
    TAKE(unit, editorUnit(office, actor));
    const auto draft = office.store.drafts.live().constFind(protocol::draftId(entry, author));
    if (draft == office.store.drafts.live().constEnd())
        return fail(ErrorCode::NotFound, entry.value);
    if (draft->entry.unit != unit)
        return fail(ErrorCode::Forbidden, u"unit"_s);
    return *draft;
}

/// \errors BadMessage naming the field
Result<void> checked(Office &office, const EntryRow &entry)
{
    const auto from = dateFromIso(entry.from);
    const auto to = dateFromIso(entry.to);
    if (entry.title.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"title"_s);
    if (!from)
        return fail(ErrorCode::BadMessage, u"from"_s);
    if (!entry.to.isEmpty() && (!to || *to < *from))
        return fail(ErrorCode::BadMessage, u"to"_s);
    if (!entry.reviewDue.isEmpty() && !dateFromIso(entry.reviewDue))
        return fail(ErrorCode::BadMessage, u"review_due"_s);
    if (!entry.item.isEmpty() && !office.store.items.live().contains(entry.item.value))
        return fail(ErrorCode::NotFound, entry.item.value);
    return {};
}

/// An entry has one version at a time: one that begins later would leave nothing to say until then.
bool wouldLeaveAGap(Office &office, const EntryRow &before, const EntryRow &next)
{
    const auto to = dateFromIso(before.to);
    return domain::phaseOf(before.state, dateFromIso(before.from).value_or(LocalDate::min()), to ? std::optional(*to) : std::nullopt, office.today())
        == domain::EntryPhase::InForce
        && *dateFromIso(next.from) > office.today();
}

Result<void> finish(Office &office, EntryDraftRow draft, EntryState state)
{
    draft.entry.state = state;
    return office.store.put(draft);
}

} // namespace

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::EntrySave &save)
{
    TAKE(unit, editorUnit(office, actor));
    TAKE(now, published(office, save.entry.id));
    if (save.entry.unit != unit || (now && now->unit != unit))
        return fail(ErrorCode::Forbidden, u"unit"_s);
    if (!protocol::isPlainCode(save.entry.id.value))
        return fail(ErrorCode::BadMessage, u"id"_s);
    const int version = now ? now->version : 0;
    if (save.review) // a draft may be half of what it will be
        TRY(checked(office, save.entry));
    if (save.review && save.base != version)
        return fail(ErrorCode::OtherVersion, QString::number(version));
    if (save.review && save.entry.plain.trimmed().isEmpty() && save.entry.official.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"plain"_s);
    if (save.base < 0)
        return fail(ErrorCode::BadMessage, u"base"_s);
    EntryDraftRow draft;
    draft.id = protocol::draftId(save.entry.id, actor.staff);
    draft.entry = save.entry;
    draft.entry.state = save.review ? EntryState::Review : EntryState::Draft;
    draft.base = std::min(save.base, version); // more after a restore
    draft.entry.version = draft.base + 1;
    draft.author = actor.staff;
    draft.authorName = office.store.staff.live().value(actor.staff.value).name;
    for (const TaskId &task : save.tasks) // one that was erased, or is another unit's, is not answered by it
        if (const auto row = office.store.tasks.live().constFind(task.value); row != office.store.tasks.live().constEnd() && row->unit == unit)
            draft.tasks.push_back(task);
    draft.savedAt = office.now();
    TRY(office.store.put(draft));
    TRY(office.audit(actor, protocol::wireName<protocol::EntrySave>(), draft.id));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::EntryDrop &drop)
{
    TAKE(draft, draftOf(office, actor, drop.entry, actor.staff));
    TRY(finish(office, draft, EntryState::Withdrawn));
    TRY(office.audit(actor, protocol::wireName<protocol::EntryDrop>(), draft.id));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::EntryReturn &give)
{
    TAKE(draft, draftOf(office, actor, give.entry, give.author));
    if (draft.entry.state != EntryState::Review)
        return fail(ErrorCode::BadState, QString(domain::nameOf(draft.entry.state)));
    draft.entry.state = EntryState::Draft;
    draft.note = give.note;
    TRY(office.store.put(draft));
    TRY(office.audit(actor, protocol::wireName<protocol::EntryReturn>(), draft.id, give.note.toUtf8()));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::EntryPublish &publish)
{
    TAKE(draft, draftOf(office, actor, publish.entry, publish.author));
    if (draft.entry.state != EntryState::Review)
        return fail(ErrorCode::BadState, QString(domain::nameOf(draft.entry.state)));
    if (draft.author == actor.staff)
        return fail(ErrorCode::OwnReview, draft.id);
    TRY(checked(office, draft.entry)); // an item may have gone since
    TAKE(before, published(office, publish.entry));
    if (draft.savedAt != publish.savedAt || draft.base != (before ? before->version : 0))
        return fail(ErrorCode::OtherVersion, draft.id);
    if (before && wouldLeaveAGap(office, *before, draft.entry))
        return fail(ErrorCode::BadState, u"in_force"_s);
    EntryRow entry = draft.entry;
    entry.state = EntryState::Approved;
    entry.version = draft.base + 1;
    Knowledge knowledge(office.store);
    if (before) // one that was imported
        TRY(knowledge.keepVersion(*before, {}, {}, office.now()));
    TRY(knowledge.put(entry));
    TRY(knowledge.keepVersion(entry, draft.author, actor.staff, office.now()));
    TRY(knowledge.announce());
    TRY(finish(office, draft, EntryState::Approved));
    for (const TaskId &task : draft.tasks)
        TRY(answerTask(office, task, entry));
    // Who was told words that are others now is followed up; a new alias changes nothing for them.
    int told = 0;
    if (before && before->state == EntryState::Approved && (before->plain != entry.plain || before->official != entry.official)) {
        TAKE(opened, followUp(office, *before, entry.title));
        told = opened;
    }
    TRY(office.audit(actor, protocol::wireName<protocol::EntryPublish>(), entry.id.value, rowBytes(entry)));
    return QJsonObject{{u"version"_s, entry.version}, {u"told"_s, told}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::EntryWithdraw &withdraw)
{
    TAKE(unit, editorUnit(office, actor));
    Knowledge knowledge(office.store);
    TAKE(entry, knowledge.find(withdraw.entry));
    if (entry.unit != unit)
        return fail(ErrorCode::Forbidden, u"unit"_s);
    if (entry.state != EntryState::Approved)
        return fail(ErrorCode::EntryWithdrawn, entry.id.value);
    if (entry.version != withdraw.version)
        return fail(ErrorCode::OtherVersion, entry.id.value);
    entry.state = EntryState::Withdrawn;
    TRY(knowledge.put(entry));
    TRY(knowledge.announce());
    TAKE(told, followUp(office, entry, withdraw.note));
    TRY(office.audit(actor, protocol::wireName<protocol::EntryWithdraw>(), entry.id.value, withdraw.note.toUtf8()));
    return QJsonObject{{u"told"_s, told}};
}

} // namespace bangban::server
