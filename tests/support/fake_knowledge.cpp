// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_feed.h"
#include "tests/support/sample_rows.h"

/// The feed's knowledge base: the real search over the sample data's entries, and what editors do with them.
namespace bangban::tests {

using namespace Qt::StringLiterals;

void FakeFeed::loadKnowledge()
{
    QList<client::ItemRow> items = m_items.values();
    m_knowledge.setCatalogue(items, sampleNodes());
    std::vector<client::EntryRow> rows;
    for (const client::EntryRow &row : sampleEntries()) {
        m_entries.insert(row.id.value, row);
        rows.push_back(row);
    }
    m_knowledge.build(rows);
    emit knowledgeChanged({m_knowledge.size(), 100, {}});
}

void FakeFeed::putEntry(const client::EntryRow &row)
{
    m_entries.insert(row.id.value, row);
    m_knowledge.put(row);
    emit knowledgeChanged({m_knowledge.size(), 100, {}});
}

void FakeFeed::withdraw(const EntryId &entry)
{
    m_entries.remove(entry.value);
    m_knowledge.remove(entry);
    emit knowledgeChanged({m_knowledge.size(), 100, {}});
    emit entriesGone({entry});
}

quint64 FakeFeed::findEntries(const client::EntryQuery &query)
{
    searches.append(query.words);
    post([this, ticket = ++m_questions, query] {
        QList<client::EntryHit> hits;
        const auto found = m_knowledge.find({query.words, query.item, me().unit, dateOf(m_now), query.owner}, query.limit);
        for (const auto &one : found)
            hits.append({m_entries.value(one.id), search::marksIn(m_entries.value(one.id).title, query.words)});
        emit entriesFound(ticket, hits);
    });
    return m_questions;
}

quint64 FakeFeed::findEntry(const EntryId &entry)
{
    post([this, ticket = ++m_questions, entry] {
        const auto found = m_entries.constFind(entry.value);
        emit entriesFound(ticket, found == m_entries.constEnd() ? QList<client::EntryHit>() : QList<client::EntryHit>{{*found, {}}});
    });
    return m_questions;
}

void FakeFeed::putTask(const client::TaskRow &row)
{
    const bool isOpen = row.state == domain::TaskState::Open || row.state == domain::TaskState::Taken;
    m_tasks.insert(row.id, row);
    if (isOpen)
        emit tasksChanged({row});
    else
        emit tasksGone({row.id});
}

void FakeFeed::putEntryDraft(const client::EntryDraftRow &row)
{
    const bool isOpen = row.entry.state != domain::EntryState::Approved && row.entry.state != domain::EntryState::Withdrawn;
    m_entryDrafts.insert(row.id, row);
    if (isOpen)
        emit entryDraftsChanged({row});
    else
        emit entryDraftsGone({row.id});
}

void FakeFeed::loadPhrases()
{
    emit phrasesChanged(samplePhrases());
}

CommandId FakeFeed::reportSlip(const RequestId &request, const QString &words)
{
    slips.append(words);
    return answer("reportSlip", u"slip.report"_s, request, [] { return std::optional<Error>(); });
}

CommandId FakeFeed::seeSlip(const SlipId &slip)
{
    return answer("seeSlip", u"slip.see"_s, {}, [this, slip]() -> std::optional<Error> {
        emit slipsGone({slip});
        return std::nullopt;
    });
}

CommandId FakeFeed::markUnanswered(const RequestId &request, const QString &question)
{
    return answer("markUnanswered", u"task.open"_s, request, [this, request, question]() -> std::optional<Error> {
        client::TaskRow task;
        task.id = TaskId(u"task%1"_s.arg(++m_ids));
        task.request = request;
        task.unit = m_requests.value(request).unit;
        task.item = m_requests.value(request).item;
        task.itemName = m_requests.value(request).itemName;
        task.words = {question};
        task.openedBy = m_me;
        task.openedByName = me().name;
        task.markedAt = m_now;
        task.dueAt = m_now + std::chrono::days(7);
        putTask(task);
        return std::nullopt;
    });
}

CommandId FakeFeed::reportEntry(const EntryId &entry, const RequestId &request, const QString &what)
{
    return answer("reportEntry", u"task.open"_s, request, [this, entry, request, what]() -> std::optional<Error> {
        client::TaskRow task;
        task.id = TaskId(u"task%1"_s.arg(++m_ids));
        task.kind = domain::TaskKind::Correction;
        task.request = request;
        task.entry = entry;
        task.unit = m_entries.value(entry.value).unit;
        task.words = {what};
        task.markedAt = m_now;
        putTask(task);
        return std::nullopt;
    });
}

CommandId FakeFeed::proposeEntry(const RequestId &request, const QString &question, const QString &given)
{
    return answer("proposeEntry", u"task.open"_s, request, [this, request, question, given]() -> std::optional<Error> {
        client::TaskRow task;
        task.id = TaskId(u"task%1"_s.arg(++m_ids));
        task.kind = domain::TaskKind::Proposal;
        task.request = request;
        task.unit = m_requests.value(request).unit;
        task.item = m_requests.value(request).item;
        task.words = {question};
        task.answer = {given};
        task.openedByName = me().name;
        task.markedAt = m_now;
        putTask(task);
        return std::nullopt;
    });
}

CommandId FakeFeed::openPolicy(const QString &title, const QString &effective, const ItemId &item)
{
    return answer("openPolicy", u"policy.open"_s, {}, [this, title, effective, item]() -> std::optional<Error> {
        client::TaskRow task;
        task.id = TaskId(u"task%1"_s.arg(++m_ids));
        task.kind = domain::TaskKind::Policy;
        task.unit = me().unit;
        task.item = item;
        task.words = {title};
        task.effective = effective;
        task.openedByName = me().name;
        task.markedAt = m_now;
        putTask(task);
        return std::nullopt;
    });
}

CommandId FakeFeed::groupTask(const TaskId &id, const TaskId &into)
{
    return answer("groupTask", u"task.group"_s, {}, [this, id, into]() -> std::optional<Error> {
        const TaskId from = protocol::groupOf(m_tasks.value(id));
        const auto tasks = m_tasks.values();
        for (client::TaskRow task : tasks)
            if (into.isEmpty() ? task.id == id : protocol::groupOf(task) == from) {
                task.group = into.isEmpty() ? id : protocol::groupOf(m_tasks.value(into));
                putTask(task);
            }
        return std::nullopt;
    });
}

CommandId FakeFeed::markUseful(const client::EntryRow &, const RequestId &request)
{
    return answer("markUseful", u"entry.useful"_s, request, []() -> std::optional<Error> { return std::nullopt; });
}

CommandId FakeFeed::putCanned(client::CannedRow row)
{
    if (row.id.isEmpty())
        row.id = CannedId(u"canned%1"_s.arg(++m_ids));
    return answer("putCanned", u"canned.put"_s, {}, [this, row]() -> std::optional<Error> {
        if (row.off)
            emit cannedGone({row.id});
        else
            emit cannedChanged({row});
        return std::nullopt;
    });
}

void FakeFeed::fetchRates(const LocalDate &from, const LocalDate &to)
{
    calls.append("fetchRates"_L1);
    protocol::Rates answer = rates;
    answer.from = toIso(from);
    answer.to = toIso(to);
    emit ratesLoaded(answer);
}

void FakeFeed::fetchPast(const EntryId &entry)
{
    calls.append("fetchPast"_L1);
    post([this, entry] {
        past.entry = entry;
        emit pastLoaded(past);
    });
}

CommandId FakeFeed::takeTask(const TaskId &id)
{
    return answer("takeTask", u"task.take"_s, {}, [this, id]() -> std::optional<Error> {
        client::TaskRow task = m_tasks.value(id);
        task.state = domain::TaskState::Taken;
        task.takenBy = m_me;
        task.takenByName = me().name;
        putTask(task);
        return std::nullopt;
    });
}

CommandId FakeFeed::closeTask(const TaskId &id, domain::TaskState state, const QString &note)
{
    return answer("closeTask", u"task.close"_s, {}, [this, id, state, note]() -> std::optional<Error> {
        client::TaskRow task = m_tasks.value(id);
        task.state = state;
        task.note = {note};
        putTask(task);
        return std::nullopt;
    });
}

CommandId FakeFeed::saveEntry(const client::EntryRow &entry, int base, bool review, const std::vector<TaskId> &tasks)
{
    client::EntryDraftRow draft;
    draft.id = protocol::draftId(entry.id, m_me);
    draft.entry = entry;
    draft.entry.state = review && !refuseNext ? domain::EntryState::Review : domain::EntryState::Draft;
    draft.entry.version = base + 1;
    draft.author = m_me;
    draft.authorName = me().name;
    draft.base = base;
    draft.tasks = tasks;
    draft.savedAt = m_now;
    const CommandId command = answer("saveEntry", u"entry.save"_s, {}, []() -> std::optional<Error> { return std::nullopt; });
    putEntryDraft(draft); // shown before it is answered, as the workstation does
    return command;
}

CommandId FakeFeed::dropEntry(const EntryId &entry)
{
    return answer("dropEntry", u"entry.drop"_s, {}, [this, entry]() -> std::optional<Error> {
        client::EntryDraftRow draft = m_entryDrafts.value(protocol::draftId(entry, m_me));
        draft.entry.state = domain::EntryState::Withdrawn;
        putEntryDraft(draft);
        return std::nullopt;
    });
}

CommandId FakeFeed::returnEntry(const client::EntryDraftRow &row, const QString &note)
{
    return answer("returnEntry", u"entry.return"_s, {}, [this, row, note]() -> std::optional<Error> {
        client::EntryDraftRow draft = row;
        if (draft.entry.state == domain::EntryState::Scheduled) {
            draft.entry.state = domain::EntryState::Withdrawn;
            putEntryDraft(draft);
            draft.id = protocol::draftId(draft.entry.id, draft.author);
        }
        draft.entry.state = domain::EntryState::Draft;
        draft.note = note;
        putEntryDraft(draft);
        return std::nullopt;
    });
}

CommandId FakeFeed::publishEntry(const client::EntryDraftRow &row)
{
    return answer("publishEntry", u"entry.publish"_s, {}, [this, row]() -> std::optional<Error> {
        if (row.author == m_me)
            return Error{ErrorCode::OwnReview, row.id};
        client::EntryDraftRow draft = row;
        draft.entry.state = domain::EntryState::Approved;
        putEntryDraft(draft);
        putEntry(draft.entry);
        return std::nullopt;
    });
}

CommandId FakeFeed::withdrawEntry(const client::EntryRow &entry, const QString &)
{
    return answer("withdrawEntry", u"entry.withdraw"_s, {}, [this, id = entry.id]() -> std::optional<Error> {
        withdraw(id);
        return std::nullopt;
    });
}

void FakeFeed::fetchHot()
{
    calls.append("fetchHot"_L1);
    post([this] { emit hotLoaded(hot); });
}

CommandId FakeFeed::answerHot(const std::vector<RequestId> &requests, const client::EntryRow &)
{
    return answer("answerHot", u"hot.answer"_s, {}, [this, requests]() -> std::optional<Error> {
        for (protocol::HotRow &row : hot.rows)
            if (row.waiting == requests)
                row.waiting.clear();
        return std::nullopt;
    }, {{u"told"_s, int(requests.size())}});
}

void FakeFeed::putInspection(const client::InspectionRow &row)
{
    m_inspections.insert(row.id, row);
    emit inspectionsChanged({row});
}

CommandId FakeFeed::openInspection(const NodeId &unit, int count)
{
    return answer("openInspection", u"inspection.open"_s, {}, [this, unit, count]() -> std::optional<Error> {
        client::InspectionRow round;
        round.id = InspectionId(u"round%1"_s.arg(++m_ids));
        round.unit = unit.isEmpty() ? me().unit : unit;
        round.openedByName = me().name;
        round.openedAt = m_now;
        for (const client::EntryRow &row : std::as_const(m_entries))
            if (row.unit == round.unit && std::ssize(round.entries) < count)
                round.entries.push_back({row.id, row.version, row.title, {}, {}, {}, {}, {}, {}, {}});
        round.outOf = int(round.entries.size());
        putInspection(round);
        return std::nullopt;
    });
}

CommandId FakeFeed::checkInspected(const InspectionId &id, const client::EntryRow &entry, const std::vector<domain::InspectionFault> &faults, const QString &note)
{
    return answer("checkInspected", u"inspection.check"_s, {}, [this, id, entry, faults, note]() -> std::optional<Error> {
        client::InspectionRow round = m_inspections.value(id);
        for (protocol::InspectedEntry &one : round.entries)
            if (one.entry == entry.id) {
                one.state = faults.empty() ? domain::InspectionState::Passed : domain::InspectionState::Faulty;
                one.faults = faults;
                one.note = {note};
                one.byName = me().name;
                one.at = m_now;
            }
        if (round.count(domain::InspectionState::Open) == 0)
            round.closedAt = m_now;
        putInspection(round);
        return std::nullopt;
    });
}

CommandId FakeFeed::closeInspection(const InspectionId &id)
{
    return answer("closeInspection", u"inspection.close"_s, {}, [this, id]() -> std::optional<Error> {
        client::InspectionRow round = m_inspections.value(id);
        round.closedAt = m_now;
        putInspection(round);
        return std::nullopt;
    });
}

CommandId FakeFeed::sendCard(const RequestId &request, const client::EntryRow &entry)
{
    client::MessageRow row;
    row.request = request;
    row.words = {entry.plain.isEmpty() ? entry.official : entry.plain};
    row.cites = {{entry.id, entry.version}};
    row.card = protocol::cardOf(entry, {});
    return write("sendCard", u"message.send"_s, row);
}

CommandId FakeFeed::uploadMedia(const EntryId &, const client::EntryMedia &, const QByteArray &)
{
    return answer("uploadMedia", u"file.finish"_s, {}, [] { return std::optional<Error>(); });
}

} // namespace bangban::tests
