// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task_column.h"

#include "core/domain/permissions.h"
#include "ui/controls.h"
#include "ui/hot_dialog.h"
#include "ui/inspection_dialog.h"
#include "ui/policy_dialog.h"
#include "ui/question_list.h"
#include "ui/rates_dialog.h"
#include "ui/task_line.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::TaskKind;

namespace {

constexpr std::size_t kMostOffered = 40; ///< questions to put one with
constexpr int kMenuWords = 36;

QSet<QString> pairsOf(const QString &words)
{
    QSet<QString> pairs;
    for (qsizetype at = 0; at + 1 < words.size(); ++at)
        if (words[at].isLetterOrNumber() && words[at + 1].isLetterOrNumber())
            pairs.insert(words.mid(at, 2));
    return pairs;
}

} // namespace

TaskColumn::TaskColumn(const Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_rows(nullptr)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    m_rows = addScrollingRows(layout);
    m_refill.setSingleShot(true);
    connect(&m_refill, &QTimer::timeout, this, &TaskColumn::refill);
    const auto soon = [this] { m_refill.start(0); };
    const QList<const QAbstractItemModel *> models{&desk.bench.tasks, &desk.bench.entryDrafts, &desk.bench.inspections};
    for (const QAbstractItemModel *model : models)
        followRows(*model, this, soon);
    connect(&desk.bench, &models::Workbench::lineChanged, this, [this, wasOnline = desk.bench.isOnline(), day = desk.bench.today()]() mutable {
        const bool isOnline = m_desk.bench.isOnline();
        const QString today = m_desk.bench.today();
        if (std::exchange(wasOnline, isOnline) != isOnline || std::exchange(day, today) != today)
            m_refill.start(0); // what can be pressed, and how many days are left
    });
    refill();
}

void TaskColumn::refill()
{
    clearRows(m_rows);
    const auto &tasks = m_desk.bench.tasks.rows();
    const auto questions = models::sameQuestions(tasks);
    addHead(tr("Answers owed"), int(questions.size()), tr("within 5 working days of “cannot answer”"), listButton());
    for (const models::SameQuestion &same : questions)
        addTask(same);
    const std::tuple<TaskKind, QString, QString> sections[] = {
        {TaskKind::Policy, tr("Policies to begin"), tr("answers in a working day before")},
        {TaskKind::Correction, tr("Corrections"), tr("within 5 working days")},
        {TaskKind::FollowUp, tr("Told the old words"), tr("to be told what holds now")},
        {TaskKind::Proposal, tr("Answers worth keeping"), tr("given at a desk, not yet an entry")}};
    for (const auto &[kind, title, remark] : sections) {
        const auto isOf = [kind = kind](const client::TaskRow &task) { return task.kind == kind; };
        addHead(title, int(std::ranges::count_if(tasks, isOf)), remark, kind == TaskKind::Policy ? policyButton() : nullptr);
        for (const client::TaskRow &task : tasks)
            if (isOf(task))
                addTask({task});
    }
    const auto &drafts = m_desk.bench.entryDrafts.rows();
    const auto waits = [](const client::EntryDraftRow &draft) { return draft.entry.state == domain::EntryState::Review; };
    addHead(tr("To be reviewed"), int(std::ranges::count_if(drafts, waits)), tr("nobody reviews their own"));
    for (const client::EntryDraftRow &draft : drafts)
        if (waits(draft))
            addDraft(draft);
    const auto begins = [](const client::EntryDraftRow &draft) { return draft.entry.state == domain::EntryState::Scheduled; };
    if (const auto count = std::ranges::count_if(drafts, begins))
        addHead(tr("Versions to begin"), int(count), tr("let pass; each begins by itself"));
    for (const client::EntryDraftRow &draft : drafts)
        if (begins(draft))
            addDraft(draft);
    addInspection();
    m_rows->addStretch(1);
}

/// Where the round stands that is open, or how the last one ended. \source duty 88
void TaskColumn::addInspection()
{
    const auto &rounds = m_desk.bench.inspections.rows();
    const auto open = std::ranges::find_if(rounds, [](const client::InspectionRow &round) { return !round.closedAt; });
    QToolButton *look = iconButton(m_desk, u"eye"_s, tr("Rounds of inspection"));
    connect(look, &QToolButton::clicked, this, [this] { (new InspectionDialog(m_desk, window()))->open(); });
    addHead(tr("Inspection"), open == rounds.end() ? 0 : open->count(domain::InspectionState::Open), tr("entries to be read"), look);
    const auto shown = open != rounds.end() ? open : rounds.begin();
    if (shown == rounds.end())
        return;
    auto *words = label(InspectionDialog::standing(*shown), "secondary");
    words->setWordWrap(true);
    words->setContentsMargins(m_desk.theme.px(12), m_desk.theme.px(6), m_desk.theme.px(12), m_desk.theme.px(8));
    m_rows->addWidget(words);
}

void TaskColumn::addHead(const QString &title, int count, const QString &remark, QToolButton *act)
{
    const Theme &theme = m_desk.theme;
    auto *head = new QWidget;
    head->setObjectName(u"sunken"_s);
    head->setMinimumHeight(theme.px(36));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4));
    layout->addWidget(label(title + u"  %1"_s.arg(count), "bold"));
    layout->addStretch(1);
    auto *words = new ElidedLabel;
    words->setObjectName(u"secondary"_s);
    words->setFullText(remark);
    layout->addWidget(words);
    if (act) {
        act->setProperty("flat", true);
        act->setFixedSize(theme.px(24), theme.px(24));
        layout->addWidget(act);
    }
    m_rows->addWidget(head);
}

/// What is owed as a table, for the morning's meeting and for the one with other units. \source duties 41 and 48
QToolButton *TaskColumn::listButton()
{
    QToolButton *made = iconButton(m_desk, u"save"_s, tr("Save as a list"));
    connect(made, &QToolButton::clicked, this, [this, made] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Questions nobody could answer…"), this, [this] { QuestionList::save(m_desk, QuestionList::Which::Owed, window()); });
        if (domain::isGranted(m_desk.bench.me().roles, domain::Permission::SeeAll)) // the others see their own unit's alone
            menu->addAction(tr("Agenda: questions of several units…"), this, [this] { QuestionList::save(m_desk, QuestionList::Which::Agenda, window()); });
        const auto roles = m_desk.bench.me().roles;
        using domain::Permission;
        const bool sees = std::ranges::any_of(std::array{Permission::WriteKnowledge, Permission::ReviewKnowledge, Permission::SeeUnit, Permission::SeeAll},
                                              [&](Permission permission) { return domain::isGranted(roles, permission); });
        menu->addSeparator();
        if (sees) // who only tests reads entries, not what was asked
            menu->addAction(tr("Hot questions of today…"), this, [this] { (new HotDialog(m_desk, window()))->open(); });
        if (sees)
            menu->addAction(tr("Hit, miss and wrong answers…"), this, [this] { (new RatesDialog(m_desk, window()))->open(); });
        menu->popup(made->mapToGlobal(QPoint(0, made->height())));
    });
    return made;
}

QToolButton *TaskColumn::policyButton()
{
    if (!domain::isGranted(m_desk.bench.me().roles, domain::Permission::WriteKnowledge))
        return nullptr;
    QToolButton *made = iconButton(m_desk, u"plus"_s, tr("Register a policy"));
    made->setEnabled(m_desk.bench.isOnline());
    connect(made, &QToolButton::clicked, this, [this] { (new PolicyDialog(m_desk, window()))->open(); });
    return made;
}

void TaskColumn::addTask(const models::SameQuestion &same)
{
    const client::TaskRow &task = same.front();
    const TaskId group = protocol::groupOf(task);
    auto *row = new TaskLine(m_desk, same, same.size() > 1 && m_open.contains(group));
    connect(row, &TaskLine::actAsked, this, [this, task] {
        if (task.state != domain::TaskState::Taken || task.takenBy != m_desk.bench.me().id)
            m_desk.bench.feed.takeTask(task.id);
        else if (task.kind == TaskKind::FollowUp)
            emit closeAsked(task, true);
        else
            emit answerAsked(task);
    });
    connect(row, &TaskLine::openAsked, this, [this, group] {
        if (!m_open.remove(group))
            m_open.insert(group);
        m_refill.start(0);
    });
    connect(row, &TaskLine::moreAsked, this, [this, same](const QWidget *at) { showMore(same, at); });
    connect(row, &TaskLine::partAsked, this, [this](const TaskId &id) { m_desk.bench.feed.groupTask(id, {}); });
    m_rows->addWidget(row);
    m_rows->addWidget(line("hline"));
}

/// What else can be done with it. The rows may be others before one chooses; the menu is of what it was opened for.
void TaskColumn::showMore(const models::SameQuestion &same, const QWidget *at)
{
    const client::TaskRow &task = same.front();
    const bool isTaken = task.state == domain::TaskState::Taken && task.takenBy == m_desk.bench.me().id;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (task.kind == TaskKind::Wording) {
        QMenu *into = menu->addMenu(tr("Asks the same as"));
        auto others = models::sameQuestions(m_desk.bench.tasks.rows());
        std::erase_if(others, [&](const models::SameQuestion &other) {
            return protocol::groupOf(other.front()) == protocol::groupOf(task) || other.front().unit != task.unit;
        });
        const QSet<QString> own = pairsOf(task.words.text);
        std::vector<std::pair<qsizetype, const client::TaskRow *>> offered; // those with most in common first
        for (const models::SameQuestion &other : others)
            offered.emplace_back((pairsOf(other.front().words.text) & own).size(), &other.front());
        std::ranges::stable_sort(offered, std::greater(), &std::pair<qsizetype, const client::TaskRow *>::first);
        if (offered.size() > kMostOffered)
            offered.resize(kMostOffered);
        for (const auto &[common, other] : offered) {
            QString words = other->words.text.simplified();
            if (words.size() > kMenuWords)
                words = words.left(kMenuWords) + u'…';
            into->addAction(words.replace(u'&', u"&&"_s), this, [this, id = task.id, to = other->id] { m_desk.bench.feed.groupTask(id, to); });
        }
        into->setEnabled(!others.empty());
    }
    if (isTaken && task.kind == TaskKind::Policy && !task.answers.empty())
        menu->addAction(tr("All its answers are in"), this, [this, task] { emit closeAsked(task, true); });
    if (isTaken)
        menu->addAction(tr("Close without an answer"), this, [this, task] { emit closeAsked(task, false); });
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void TaskColumn::addDraft(const client::EntryDraftRow &draft)
{
    const Theme &theme = m_desk.theme;
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    auto *text = new QVBoxLayout;
    text->setSpacing(theme.px(2));
    auto *title = new ElidedLabel;
    title->setFullText(draft.entry.title);
    text->addWidget(title);
    auto *below = new ElidedLabel;
    below->setObjectName(u"secondary"_s);
    const bool begins = draft.entry.state == domain::EntryState::Scheduled;
    below->setFullText(draft.authorName + u" · "_s + (begins ? tr("from %1").arg(draft.entry.from) : u"v%1 · "_s.arg(draft.entry.version) + Words::moment(draft.savedAt)));
    text->addWidget(below);
    layout->addLayout(text, 1);
    QPushButton *look = button(tr("Look"), "small");
    connect(look, &QPushButton::clicked, this, [this, draft] { emit draftChosen(draft); });
    layout->addWidget(look);
    m_rows->addWidget(row);
    m_rows->addWidget(line("hline"));
}

} // namespace bangban::ui
