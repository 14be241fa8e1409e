// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/workstation.h"

#include "core/base/uuid7.h"

#include <ranges>

/// The workstation's share in the knowledge base: the lane in its thread, and what editors command.
namespace bangban::client {

using namespace Qt::StringLiterals;

void Workstation::startKnowledge()
{
    m_knowledge = new KnowledgeLane;
    m_knowledge->moveToThread(&m_knowledgeThread);
    connect(&m_knowledgeThread, &QThread::finished, m_knowledge, &QObject::deleteLater);
    const auto hear = [this](auto signal, auto act) { // said in its thread, done in ours
        connect(m_knowledge, signal, this, [this, act](const auto &...said) { m_fromKnowledge.post([act, said...] { act(said...); }); }, Qt::DirectConnection);
    };
    hear(&KnowledgeLane::wanted, [this](const protocol::KnowledgeGet &get) {
        if (m_signedIn)
            m_connection.send(protocol::encode(get));
    });
    hear(&KnowledgeLane::malformed, [this](const Error &error) { dropMalformed(protocol::wireName<protocol::KnowledgePage>(), error); });
    hear(&KnowledgeLane::found, [this](quint64 ticket, const QList<EntryHit> &hits) { emit entriesFound(ticket, hits); });
    hear(&KnowledgeLane::entriesGone, [this](const QList<EntryId> &ids) { emit entriesGone(ids); });
    hear(&KnowledgeLane::stateChanged, [this](const KnowledgeState &state) { emit knowledgeChanged(state); });
    m_knowledgeThread.start(QThread::LowPriority);
}

quint64 Workstation::findEntries(const EntryQuery &query)
{
    const knowledge::Question question{query.words, query.item, m_account.staff.unit, dateOf(serverNow()), query.owner};
    inKnowledge([ticket = ++m_questions, question, limit = query.limit](KnowledgeLane &lane) { lane.find(ticket, question, limit); });
    return m_questions;
}

quint64 Workstation::findEntry(const EntryId &entry)
{
    inKnowledge([ticket = ++m_questions, entry](KnowledgeLane &lane) { lane.findOne(ticket, entry); });
    return m_questions;
}

CommandId Workstation::openTask(protocol::TaskOpen open)
{
    open.task = TaskId(makeUuid7(m_clock.now()));
    return write({entryOf(open, open.request)});
}

CommandId Workstation::markUnanswered(const RequestId &request, const QString &question)
{
    return openTask({{}, {}, domain::TaskKind::Wording, request, {}, {question}, {}});
}

CommandId Workstation::reportEntry(const EntryId &entry, const RequestId &request, const QString &what)
{
    return openTask({{}, {}, domain::TaskKind::Correction, request, entry, {what}, {}});
}

CommandId Workstation::proposeEntry(const RequestId &request, const QString &question, const QString &answer)
{
    return openTask({{}, {}, domain::TaskKind::Proposal, request, {}, {question}, {answer}});
}

CommandId Workstation::takeTask(const TaskId &task) { return ask(protocol::TaskTake{{}, task}); }

CommandId Workstation::closeTask(const TaskId &task, domain::TaskState state, const QString &note)
{
    return ask(protocol::TaskClose{{}, task, state, {note}});
}

CommandId Workstation::openPolicy(const QString &title, const QString &effective, const ItemId &item)
{
    return ask(protocol::PolicyOpen{{}, TaskId(makeUuid7(m_clock.now())), {title}, effective, item});
}

CommandId Workstation::groupTask(const TaskId &task, const TaskId &into) { return ask(protocol::TaskGroup{{}, task, into}); }

CommandId Workstation::reportSlip(const RequestId &request, const QString &words)
{
    return tellSlip(request, SlipId(makeUuid7(m_clock.now())), words);
}

CommandId Workstation::tellSlip(const RequestId &request, const SlipId &slip, const QString &words)
{
    return write({entryOf(protocol::SlipReport{{}, slip, request, {words}}, request)});
}

CommandId Workstation::seeSlip(const SlipId &slip) { return ask(protocol::SlipSee{{}, slip}); }

CommandId Workstation::markUseful(const EntryRow &entry, const RequestId &request)
{
    return write({entryOf(protocol::EntryUseful{{}, entry.id, entry.version, request}, request)});
}

CommandId Workstation::putCanned(CannedRow row)
{
    if (row.id.isEmpty())
        row.id = CannedId(makeUuid7(m_clock.now()));
    return ask(protocol::CannedPut{{}, row});
}

void Workstation::fetchPast(const EntryId &entry)
{
    if (m_signedIn)
        m_connection.send(protocol::encode(protocol::EntryPastGet{entry}));
}

void Workstation::fetchRates(const LocalDate &from, const LocalDate &to)
{
    if (m_signedIn)
        m_connection.send(protocol::encode(protocol::RatesGet{toIso(from), toIso(to)}));
}

EntryId Workstation::draftedBy(const OutboxEntry &entry)
{
    if (entry.type == protocol::wireName<protocol::EntrySave>())
        return EntryId(entry.body["entry"_L1]["id"_L1].toString());
    return EntryId(entry.type == protocol::wireName<protocol::EntryDrop>() ? entry.body["entry"_L1].toString() : QString());
}

const OutboxEntry *Workstation::waitingDraft(const EntryId &entry) const
{
    for (const OutboxEntry &one : m_run.entries() | std::views::reverse)
        if (one.state == OutboxState::Pending && draftedBy(one) == entry)
            return &one;
    return nullptr;
}

void Workstation::tellOwnDraft(const EntryId &entry)
{
    const QString id = protocol::draftId(entry, StaffId(m_accountId));
    const OutboxEntry *last = waitingDraft(entry);
    if (!last) {
        if (const auto held = m_overtaken.constFind(id); held != m_overtaken.constEnd()) {
            const EntryDraftRow row = *held;
            m_overtaken.erase(held);
            emit entryDraftsChanged({row});
        }
        return;
    }
    if (const auto save = protocol::fromJson<protocol::EntrySave>(last->body))
        emit entryDraftsChanged({shownDraft(*save)});
    else // thrown away
        emit entryDraftsGone({id});
}

EntryDraftRow Workstation::shownDraft(const protocol::EntrySave &save) const
{
    EntryDraftRow row;
    row.author = StaffId(m_accountId);
    row.id = protocol::draftId(save.entry.id, row.author);
    row.authorName = m_account.staff.name;
    row.entry = save.entry;
    row.entry.state = save.review ? domain::EntryState::Review : domain::EntryState::Draft;
    row.entry.version = save.base + 1;
    row.base = save.base;
    row.tasks = save.tasks;
    row.savedAt = m_clock.now();
    return row;
}

/// What was not let to review is a draft all the same; other refused words stay on the screen as they were written.
void Workstation::settleDraft(const OutboxEntry &entry, const EntryId &draft, bool isRefused)
{
    auto save = protocol::fromJson<protocol::EntrySave>(entry.body);
    if (isRefused && save && save->review && !waitingDraft(draft)) {
        save->review = false;
        write({entryOf(*save, {})});
    }
    if (!isRefused || waitingDraft(draft))
        tellOwnDraft(draft);
    else
        m_overtaken.remove(protocol::draftId(draft, StaffId(m_accountId)));
}

void Workstation::takeDrafts(const QList<EntryDraftRow> &rows, const QStringList &gone)
{
    QList<EntryDraftRow> shown;
    for (const EntryDraftRow &row : rows)
        if (row.id == protocol::draftId(row.entry.id, StaffId(m_accountId)) && waitingDraft(row.entry.id))
            m_overtaken.insert(row.id, row);
        else
            shown.append(row);
    QStringList left;
    for (const QString &id : gone) {
        m_overtaken.remove(id);
        const bool isWrittenOn = std::ranges::any_of(m_run.entries(), [&](const OutboxEntry &one) { // it comes back with what waits
            return one.state == OutboxState::Pending && one.type == protocol::wireName<protocol::EntrySave>()
                && protocol::draftId(draftedBy(one), StaffId(m_accountId)) == id;
        });
        if (!isWrittenOn)
            left.append(id);
    }
    if (!shown.isEmpty())
        emit entryDraftsChanged(shown);
    if (!left.isEmpty())
        emit entryDraftsGone(left);
}

CommandId Workstation::saveEntry(const EntryRow &entry, int base, bool review, const std::vector<TaskId> &tasks)
{
    const protocol::EntrySave save{{}, entry, base, review, tasks};
    const CommandId command = write({entryOf(save, {})});
    emit entryDraftsChanged({shownDraft(save)}); // on the screen, even if the disk is full
    return command;
}

CommandId Workstation::dropEntry(const EntryId &entry)
{
    const CommandId command = write({entryOf(protocol::EntryDrop{{}, entry}, {})}); // behind a draft that waits
    tellOwnDraft(entry);
    return command;
}

CommandId Workstation::returnEntry(const EntryDraftRow &draft, const QString &note)
{
    return ask(protocol::EntryReturn{{}, draft.entry.id, draft.author, note, draft.entry.state == domain::EntryState::Scheduled ? draft.entry.from : QString()});
}

CommandId Workstation::publishEntry(const EntryDraftRow &draft)
{
    return ask(protocol::EntryPublish{{}, draft.entry.id, draft.author, draft.savedAt});
}

void Workstation::fetchHot()
{
    if (m_signedIn)
        m_connection.send(protocol::encode(protocol::HotGet()));
}

CommandId Workstation::answerHot(const std::vector<RequestId> &requests, const EntryRow &entry)
{
    return ask(protocol::HotAnswer{{}, requests, entry.id, entry.version});
}

CommandId Workstation::openInspection(const NodeId &unit, int count)
{
    return ask(protocol::InspectionOpen{{}, InspectionId(makeUuid7(m_clock.now())), unit, count});
}

CommandId Workstation::checkInspected(const InspectionId &round, const EntryRow &entry, const std::vector<domain::InspectionFault> &faults,
                                      const QString &note)
{
    return ask(protocol::InspectionCheck{{}, round, entry.id, entry.version, faults, {note}});
}

CommandId Workstation::closeInspection(const InspectionId &round) { return ask(protocol::InspectionClose{{}, round}); }

CommandId Workstation::withdrawEntry(const EntryRow &entry, const QString &note)
{
    return ask(protocol::EntryWithdraw{{}, entry.id, entry.version, note});
}

} // namespace bangban::client
