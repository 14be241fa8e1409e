// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge_page.h"

#include "core/base/uuid7.h"
#include "core/domain/permissions.h"
#include "ui/entry_editor.h"
#include "ui/entry_list.h"
#include "ui/reason_dialog.h"
#include "ui/task_column.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNarrowBelow = 1'280;

} // namespace

KnowledgePage::KnowledgePage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_splitter(new QSplitter(this)), m_list(new EntryList(desk)), m_editor(new EntryEditor(desk)), m_tasks(new TaskColumn(desk))
{
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_editor);
    m_splitter->addWidget(m_tasks);
    m_splitter->setStretchFactor(1, 1);
    layout->addWidget(m_splitter);

    connect(m_list, &EntryList::entryChosen, m_editor, &EntryEditor::showEntry);
    connect(m_list, &EntryList::draftChosen, m_editor, &EntryEditor::showDraft);
    connect(m_list, &EntryList::itemChosen, this, [this](const ItemId &item) {
        if (!domain::isGranted(m_desk.bench.me().roles, domain::Permission::WriteKnowledge))
            return;
        client::EntryRow row = fresh();
        row.item = item;
        m_editor->write(row, 0, {});
    });
    connect(m_list, &EntryList::newAsked, this, [this] { m_editor->write(fresh(), 0, {}); });
    connect(m_tasks, &TaskColumn::draftChosen, m_editor, &EntryEditor::showDraft);
    connect(m_tasks, &TaskColumn::answerAsked, this, &KnowledgePage::answer);
    connect(m_tasks, &TaskColumn::closeAsked, this, [this](const client::TaskRow &task, bool isDone) {
        int asked = 0; // of the unit: all of them are closed
        for (const models::SameQuestion &same : models::sameQuestions(m_desk.bench.tasks.rows()))
            if (protocol::groupOf(same.front()) == protocol::groupOf(task))
                asked = int(std::ranges::count(same, task.unit, &client::TaskRow::unit));
        const QString title = !isDone ? tr("Close without an answer") : task.kind == domain::TaskKind::Policy ? tr("All its answers are in") : tr("They were told");
        (new ReasonDialog(
             m_desk, title, asked > 1 ? tr("%1 and %n more who asked the same", nullptr, asked - 1).arg(task.words.text) : task.words.text, isDone ? tr("Done") : tr("Close"),
             [&feed = m_desk.bench.feed, task, isDone](const QString &reason) { // the page may go before the dialog
                 return feed.closeTask(task.id, isDone ? domain::TaskState::Done : domain::TaskState::Dropped, reason);
             },
             window()))
            ->open();
    });
    connect(m_editor, &EntryEditor::returnAsked, this, [this](const client::EntryDraftRow &draft) {
        (new ReasonDialog(m_desk, tr("Give back"), tr("%1 reads why, and goes on writing.").arg(draft.authorName), tr("Give back"),
                          [&feed = m_desk.bench.feed, draft](const QString &reason) { return feed.returnEntry(draft, reason); }, window()))
            ->open();
    });
    connect(m_editor, &EntryEditor::withdrawAsked, this, [this](const client::EntryRow &entry) {
        QString words = tr("No desk can say “%1” any more. Whoever was told it in the last 30 days is followed up.").arg(entry.title);
        for (const client::EntryDraftRow &draft : m_desk.bench.entryDrafts.rows())
            if (draft.entry.id == entry.id && draft.entry.state == domain::EntryState::Scheduled)
                words += u' ' + tr("Another version begins on %1 all the same; give it back, too, if it may not.").arg(draft.entry.from);
        (new ReasonDialog(m_desk, tr("Withdraw"), words,
                          tr("Withdraw"), [&feed = m_desk.bench.feed, entry](const QString &reason) { return feed.withdrawEntry(entry, reason); }, window()))
            ->open();
    });
    connect(&desk.bench.feed, &client::Feed::entriesFound, this, [this](quint64 ticket, const QList<client::EntryHit> &hits) {
        if (ticket != m_ticket || !m_wanted)
            return;
        const client::TaskRow task = *std::exchange(m_wanted, std::nullopt);
        const auto hit = std::ranges::find(hits, task.entry, [](const client::EntryHit &one) { return one.row.id; });
        if (hit != hits.end())
            m_editor->write(hit->row, hit->row.version, {task.id});
        else
            m_editor->write(fresh(), 0, {task.id}); // withdrawn meanwhile: it is written anew
        m_editor->say(task.words.text);
    });
}

/// What is written needs the room; the lists give way.
void KnowledgePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < m_desk.theme.px(kNarrowBelow);
    const int list = m_desk.theme.px(isNarrow ? 210 : 280), tasks = m_desk.theme.px(isNarrow ? 240 : 330);
    m_splitter->setSizes({list, std::max(1, width() - list - tasks), tasks});
}

client::EntryRow KnowledgePage::fresh() const
{
    client::EntryRow row;
    row.id = EntryId(makeUuid7(m_desk.bench.feed.serverNow()));
    row.unit = m_desk.bench.me().unit;
    row.from = m_desk.bench.today();
    row.authority = m_desk.bench.unitName(row.unit);
    return row;
}

void KnowledgePage::answer(const client::TaskRow &task)
{
    for (const client::EntryDraftRow &draft : m_desk.bench.entryDrafts.rows()) {
        const bool isScheduled = draft.entry.state == domain::EntryState::Scheduled; // what is wrong today is put right today
        const bool isFor = std::ranges::count(draft.tasks, task.id) > 0 || (!task.entry.isEmpty() && draft.entry.id == task.entry && !isScheduled);
        const bool isBegun = task.kind != domain::TaskKind::Policy || draft.entry.state == domain::EntryState::Draft; // it has several
        if (draft.author == m_desk.bench.me().id && isFor && isBegun)
            return m_editor->showDraft(draft); // what was begun goes on
    }
    if (task.kind == domain::TaskKind::Correction) {
        m_wanted = task;
        m_ticket = m_desk.bench.feed.findEntry(task.entry);
        return;
    }
    client::EntryRow row = fresh();
    row.item = task.item;
    if (task.kind == domain::TaskKind::Policy) {
        row.from = task.effective;
        row.sourceTitle = task.words.text.left(protocol::kMaxCode);
        m_editor->write(row, 0, {task.id});
        return m_editor->say(tr("A question and answer of: %1").arg(task.words.text));
    }
    if (task.kind == domain::TaskKind::Proposal) { // who proposed it has left out what is the case's alone
        row.title = task.words.text.simplified().left(protocol::kMaxTitle);
        row.plain = task.answer.text;
    }
    m_editor->write(row, 0, {task.id});
    m_editor->say(tr("Asked: %1").arg(task.words.text)); // a citizen's own words; an entry says them its own way
}

} // namespace bangban::ui
