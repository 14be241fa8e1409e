// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task_column.h"

#include "core/domain/permissions.h"
#include "ui/controls.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::TaskKind;

namespace {

constexpr int kSoonDays = 1;    ///< amber
constexpr qint64 kDayMs = 86'400'000;
constexpr int kWholeDays = 7;   ///< of a full ring: five working days

/// The ring of a clock that counts days; over, it stands with its figure.
models::ClockState ringOf(const client::TaskRow &task, Instant now)
{
    models::ClockState state;
    if (!task.dueAt)
        return state;
    const int days = models::daysLeft(task, now);
    state.kind = models::ClockKind::CallBack;
    state.due = *task.dueAt;
    state.leftMs = days * kDayMs;
    state.remaining = std::clamp(double(days) / kWholeDays, 0.0, 1.0);
    state.face = days < 0 ? models::ClockFace::Over : days <= kSoonDays ? models::ClockFace::Amber : models::ClockFace::Quiet;
    return state;
}

/// A ring with days inside.
class DayRing : public QWidget {
public:
    DayRing(const Desk &desk, const client::TaskRow &task, QWidget *parent) : QWidget(parent), m_desk(desk), m_state(ringOf(task, desk.bench.feed.serverNow()))
    {
        const int days = models::daysLeft(task, desk.bench.feed.serverNow());
        m_figure = days < 0 ? u"+%1"_s.arg(-days) : QString::number(days);
        const int size = desk.theme.size("ringRow");
        setFixedSize(size, size);
        setToolTip(task.dueAt ? QString(Words::moment(*task.dueAt) + u'\n' + Words::dueReason(task.dueReasons)).trimmed() : QString());
        setAccessibleName(toolTip());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_state.face != models::ClockFace::Nothing)
            paintRing(painter, rect(), m_state, m_desk.theme, m_figure);
    }

private:
    const Desk &m_desk;
    models::ClockState m_state;
    QString m_figure;
};

} // namespace

TaskColumn::TaskColumn(const Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_rows(nullptr)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    m_rows = addScrollingRows(layout);
    m_refill.setSingleShot(true);
    connect(&m_refill, &QTimer::timeout, this, &TaskColumn::refill);
    const auto soon = [this] { m_refill.start(0); };
    const QList<const QAbstractItemModel *> models{&desk.bench.tasks, &desk.bench.entryDrafts};
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
    const std::tuple<TaskKind, QString, QString> sections[] = {
        {TaskKind::Wording, tr("Answers owed"), tr("within 5 working days of “cannot answer”")},
        {TaskKind::Correction, tr("Corrections"), tr("within 5 working days")},
        {TaskKind::FollowUp, tr("Told the old words"), tr("to be told what holds now")},
        {TaskKind::Proposal, tr("Answers worth keeping"), tr("given at a desk, not yet an entry")}};
    for (const auto &[kind, title, remark] : sections) {
        const auto isOf = [kind = kind](const client::TaskRow &task) { return task.kind == kind; };
        addHead(title, int(std::ranges::count_if(tasks, isOf)), remark);
        for (const client::TaskRow &task : tasks)
            if (isOf(task))
                addTask(task);
    }
    const auto &drafts = m_desk.bench.entryDrafts.rows();
    const auto waits = [](const client::EntryDraftRow &draft) { return draft.entry.state == domain::EntryState::Review; };
    addHead(tr("To be reviewed"), int(std::ranges::count_if(drafts, waits)), tr("nobody reviews their own"));
    for (const client::EntryDraftRow &draft : drafts)
        if (waits(draft))
            addDraft(draft);
    m_rows->addStretch(1);
}

void TaskColumn::addHead(const QString &title, int count, const QString &remark)
{
    const Theme &theme = m_desk.theme;
    auto *head = new QWidget;
    head->setObjectName(u"sunken"_s);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    layout->addWidget(label(title + u"  %1"_s.arg(count), "bold"));
    layout->addStretch(1);
    auto *words = new ElidedLabel;
    words->setObjectName(u"secondary"_s);
    words->setFullText(remark);
    layout->addWidget(words);
    m_rows->addWidget(head);
}

void TaskColumn::addTask(const client::TaskRow &task)
{
    const Theme &theme = m_desk.theme;
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    layout->setSpacing(theme.px(10));
    layout->addWidget(new DayRing(m_desk, task, row));
    auto *text = new QVBoxLayout;
    text->setSpacing(theme.px(2));
    auto *words = new ElidedLabel;
    words->setFullText(QString(task.words.text).replace(u'\n', u' '));
    text->addWidget(words);
    QStringList facts{task.dueAt ? tr("until %1").arg(Words::moment(*task.dueAt)) : QString(),
                      task.takenByName.isEmpty() ? task.openedByName : tr("%1 sees to it").arg(task.takenByName), task.itemName};
    facts.removeAll(QString());
    auto *below = new ElidedLabel;
    below->setObjectName(u"secondary"_s);
    below->setFullText(facts.join(u" · "_s));
    text->addWidget(below);
    layout->addLayout(text, 1);
    const bool mayWrite = domain::isGranted(m_desk.bench.me().roles, domain::Permission::WriteKnowledge);
    const bool isTaken = task.state == domain::TaskState::Taken && task.takenBy == m_desk.bench.me().id;
    const bool isFollowUp = task.kind == TaskKind::FollowUp;
    QPushButton *act = button(!isTaken ? tr("Take") : isFollowUp ? tr("Told") : tr("Answer"), "small");
    act->setEnabled(mayWrite && m_desk.bench.isOnline());
    connect(act, &QPushButton::clicked, this, [this, task, isTaken, isFollowUp] {
        if (!isTaken)
            m_desk.bench.feed.takeTask(task.id);
        else if (isFollowUp)
            emit closeAsked(task);
        else
            emit answerAsked(task);
    });
    layout->addWidget(act);
    QToolButton *drop = iconButton(m_desk, u"close"_s, tr("Close without an answer"));
    drop->setProperty("flat", true);
    drop->setFixedSize(theme.px(24), theme.px(24));
    drop->setVisible(isTaken && !isFollowUp);
    connect(drop, &QToolButton::clicked, this, [this, task] { emit closeAsked(task); });
    layout->addWidget(drop);
    m_rows->addWidget(row);
    m_rows->addWidget(line("hline"));
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
    below->setFullText(draft.authorName + u" · v%1 · "_s.arg(draft.entry.version) + Words::moment(draft.savedAt));
    text->addWidget(below);
    layout->addLayout(text, 1);
    QPushButton *look = button(tr("Look"), "small");
    connect(look, &QPushButton::clicked, this, [this, draft] { emit draftChosen(draft); });
    layout->addWidget(look);
    m_rows->addWidget(row);
    m_rows->addWidget(line("hline"));
}

} // namespace bangban::ui
