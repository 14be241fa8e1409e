// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/knowledge.h"
#include "server/handlers/handlers.h"
#include "server/handlers/tasks.h"
#include "server/store/files.h"
#include "server/store/knowledge.h"

#include <QUrl>

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

/// \param id  draftId() or scheduledId()   \errors NotFound, Forbidden for another unit's
Result<EntryDraftRow> draftOf(Office &office, const Actor &actor, const QString &id)
{
    TAKE(unit, editorUnit(office, actor));
    const auto draft = office.store.drafts.live().constFind(id);
    if (draft == office.store.drafts.live().constEnd())
        return fail(ErrorCode::NotFound, id);
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

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty() && url.userInfo().isEmpty();
}

/// Files that were sent for the entry, as the record has them, and links.
/// \param isWhole  all are here; a draft keeps also what is on its way, or was lost with a record that was put back: its author sees it
/// \errors BadMessage; BadFile with the title of what is not here; NotFound for another entry's
Result<std::vector<protocol::EntryMedia>> mediaOf(Office &office, const EntryRow &entry, bool isWhole)
{
    std::vector<protocol::EntryMedia> media;
    for (const protocol::EntryMedia &one : entry.media) {
        if (one.title.trimmed().isEmpty())
            return fail(ErrorCode::BadMessage, u"media"_s);
        if (one.isLink()) {
            if (!isWebAddress(one.url))
                return fail(ErrorCode::BadMessage, u"url"_s);
            media.push_back({{}, one.title, {}, 0, one.url});
            continue;
        }
        const auto file = Files(office.store).find(one.file);
        if (!file && file.error().code != ErrorCode::NotFound)
            return tl::unexpected<Error>(file.error());
        if (file && file->entry != entry.id)
            return fail(ErrorCode::NotFound, one.file.value);
        if (isWhole && (!file || !file->complete))
            return fail(ErrorCode::BadFile, one.title);
        if (!file && std::ranges::count(protocol::kMediaTypes, one.type) == 0)
            return fail(ErrorCode::BadMessage, u"type"_s);
        media.push_back({one.file, one.title, file ? file->type : one.type, file ? file->size : one.size, {}});
    }
    return media;
}

/// An entry has one version at a time. One that begins later, put in its place, would leave nothing to say until then; and one before
/// which another begins would be written over by that.
bool mustWait(Office &office, const EntryRow &before, const EntryRow &next)
{
    const LocalDate today = office.today(), begins = *dateFromIso(next.from), began = dateFromIso(before.from).value_or(LocalDate::min());
    if (begins <= today)
        return false;
    const auto to = dateFromIso(before.to);
    const bool holds = before.state == EntryState::Approved && began < begins && (!to || *to >= today);
    return holds || std::ranges::any_of(office.store.drafts.live(), [&](const EntryDraftRow &draft) {
        return draft.entry.state == EntryState::Scheduled && draft.entry.id == next.id && draft.entry.from < next.from;
    });
}

Result<void> finish(Office &office, EntryDraftRow draft, EntryState state)
{
    draft.entry.state = state;
    return office.store.put(draft);
}

bool isPolicy(const Office &office, const TaskId &task)
{
    return office.store.tasks.live().value(task.value).kind == domain::TaskKind::Policy;
}

/// It holds from now on: desks have it, its tasks are done, who asked is told. \returns how many are followed up
Result<int> putInForce(Office &office, const EntryDraftRow &draft, const StaffId &reviewer)
{
    TAKE(before, published(office, draft.entry.id));
    EntryRow entry = draft.entry;
    entry.state = EntryState::Approved;
    entry.version = before ? before->version + 1 : 1;
    Knowledge knowledge(office.store);
    if (before) // one that was imported
        TRY(knowledge.keepVersion(*before, {}, {}, office.now()));
    TRY(knowledge.put(entry));
    TRY(knowledge.keepVersion(entry, draft.author, reviewer, office.now()));
    TRY(knowledge.announce());
    for (const protocol::EntryMedia &one : entry.media)
        TRY(Files(office.store).publish(one.file));
    TRY(finish(office, draft, EntryState::Approved));
    for (const TaskId &task : draft.tasks)
        TRY(answerTask(office, task, entry));
    // Who was told words that are others now is followed up; a new alias changes nothing for them.
    if (!before || before->state != EntryState::Approved || tellsTheSame(*before, entry))
        return 0;
    return followUp(office, *before, entry.title);
}

/// It waits for its first day. The policies that it answers have their answer in time; others who asked are told when it holds.
Result<void> schedule(Office &office, const EntryDraftRow &draft, const StaffId &reviewer)
{
    EntryDraftRow waiting = draft;
    waiting.id = protocol::scheduledId(draft.entry.id, draft.entry.from);
    waiting.entry.state = EntryState::Scheduled;
    waiting.reviewer = reviewer;
    waiting.reviewerName = office.store.staff.live().value(reviewer.value).name;
    waiting.note.clear();
    if (const auto same = office.store.drafts.live().constFind(waiting.id); same != office.store.drafts.live().constEnd()) {
        if (same->author != draft.author) // what somebody else wrote is not lost unread
            return fail(ErrorCode::BadState, u"same_day"_s);
        for (const TaskId &task : same->tasks)
            if (std::ranges::count(waiting.tasks, task) == 0)
                waiting.tasks.push_back(task);
    }
    for (const TaskId &task : waiting.tasks)
        if (isPolicy(office, task))
            TRY(answerTask(office, task, draft.entry));
    TRY(finish(office, draft, EntryState::Approved));
    return office.store.put(waiting);
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
    TAKE(media, mediaOf(office, save.entry, save.review));
    EntryDraftRow draft;
    draft.id = protocol::draftId(save.entry.id, actor.staff);
    draft.entry = save.entry;
    draft.entry.media = media;
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
    TAKE(draft, draftOf(office, actor, protocol::draftId(drop.entry, actor.staff)));
    TRY(finish(office, draft, EntryState::Withdrawn));
    TRY(office.audit(actor, protocol::wireName<protocol::EntryDrop>(), draft.id));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::EntryReturn &give)
{
    const QString own = protocol::draftId(give.entry, give.author);
    const bool isScheduled = !give.from.isEmpty();
    TAKE(draft, draftOf(office, actor, isScheduled ? protocol::scheduledId(give.entry, give.from) : own));
    if (draft.author != give.author || (draft.entry.state != EntryState::Review && !isScheduled))
        return fail(ErrorCode::BadState, QString(domain::nameOf(draft.entry.state)));
    if (isScheduled) {
        if (office.store.drafts.live().contains(own)) // its author writes another one: neither is lost
            return fail(ErrorCode::BadState, u"being_written"_s);
        TRY(finish(office, draft, EntryState::Withdrawn));
        for (const TaskId &id : draft.tasks)
            if (isPolicy(office, id)) { // it has no answer yet, after all
                protocol::TaskRow task = office.store.tasks.live().value(id.value);
                std::erase(task.answers, draft.entry.id);
                TRY(office.store.put(task));
            }
        draft.id = own;
        draft.savedAt = office.now();
    }
    draft.entry.state = EntryState::Draft;
    draft.note = give.note;
    draft.reviewer = {};
    draft.reviewerName.clear();
    TRY(office.store.put(draft));
    TRY(office.audit(actor, protocol::wireName<protocol::EntryReturn>(), draft.id, give.note.toUtf8()));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::EntryPublish &publish)
{
    TAKE(draft, draftOf(office, actor, protocol::draftId(publish.entry, publish.author)));
    if (draft.entry.state != EntryState::Review)
        return fail(ErrorCode::BadState, QString(domain::nameOf(draft.entry.state)));
    if (draft.author == actor.staff)
        return fail(ErrorCode::OwnReview, draft.id);
    TRY(checked(office, draft.entry)); // an item may have gone since, or a file
    TRY(mediaOf(office, draft.entry, true));
    TAKE(before, published(office, publish.entry));
    if (draft.savedAt != publish.savedAt || draft.base != (before ? before->version : 0))
        return fail(ErrorCode::OtherVersion, draft.id);
    TRY(office.audit(actor, protocol::wireName<protocol::EntryPublish>(), draft.entry.id.value, rowBytes(draft.entry)));
    if (before && mustWait(office, *before, draft.entry)) {
        TRY(schedule(office, draft, actor.staff));
        return QJsonObject{{u"begins"_s, draft.entry.from}};
    }
    TAKE(told, putInForce(office, draft, actor.staff));
    return QJsonObject{{u"version"_s, draft.base + 1}, {u"told"_s, told}};
}

bool tellsTheSame(const EntryRow &before, const EntryRow &next)
{
    const auto isThere = [&](const protocol::EntryMedia &one) {
        return std::ranges::any_of(next.media, [&](const protocol::EntryMedia &other) { return other.file == one.file && other.url == one.url; });
    };
    return before.plain == next.plain && before.official == next.official && std::ranges::all_of(before.media, isThere);
}

bool isInForce(const Office &office, const EntryRow &entry)
{
    const auto from = dateFromIso(entry.from), to = dateFromIso(entry.to);
    return domain::phaseOf(entry.state, from.value_or(LocalDate::max()), to ? std::optional(*to) : std::nullopt, office.today())
        == domain::EntryPhase::InForce;
}

Result<EntryRow> entryToSay(Office &office, const protocol::EntryCite &cite)
{
    TAKE(entry, Knowledge(office.store).find(cite.entry));
    if (!isInForce(office, entry))
        return fail(ErrorCode::EntryWithdrawn, cite.entry.value);
    return entry.version == cite.version ? Result<EntryRow>(entry) : fail(ErrorCode::OtherVersion, QString::number(entry.version));
}

QString unitOf(const Office &office, const EntryRow &entry)
{
    return entry.authority.isEmpty() ? office.store.nodes.live().value(entry.unit.value).name : entry.authority;
}

std::vector<QString> scheduledNow(const Office &office)
{
    std::vector<std::pair<QString, QString>> due;
    for (const EntryDraftRow &draft : office.store.drafts.live())
        if (draft.entry.state == EntryState::Scheduled && dateFromIso(draft.entry.from).value_or(LocalDate::max()) <= office.today())
            due.emplace_back(draft.entry.from, draft.id);
    std::ranges::sort(due); // the last one stays
    std::vector<QString> ids;
    for (const auto &[from, id] : due)
        ids.push_back(id);
    return ids;
}

Result<void> beginScheduled(Office &office, const QString &id)
{
    TAKE(draft, office.store.drafts.find(id));
    return putInForce(office, draft, draft.reviewer).map([](int) {});
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
