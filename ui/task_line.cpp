// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task_line.h"

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

ElidedLabel *elided(const QString &text, const QString &look = {})
{
    auto *made = new ElidedLabel;
    made->setObjectName(look);
    made->setFullText(QString(text).replace(u'\n', u' '));
    return made;
}

} // namespace

TaskLine::TaskLine(const Desk &desk, const models::SameQuestion &same, bool isOpen, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    const client::TaskRow &task = same.front();
    const Theme &theme = desk.theme;
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8));
    all->setSpacing(theme.px(4));
    auto *layout = new QHBoxLayout;
    layout->setSpacing(theme.px(10));
    layout->addWidget(new DayRing(desk, task, this));
    auto *text = new QVBoxLayout;
    text->setSpacing(theme.px(2));
    text->addWidget(elided(task.words.text));
    addFacts(text, same, isOpen);
    layout->addLayout(text, 1);
    const bool mayWrite = domain::isGranted(desk.bench.me().roles, domain::Permission::WriteKnowledge);
    const bool isTaken = task.state == domain::TaskState::Taken && task.takenBy == desk.bench.me().id;
    QPushButton *act = button(!isTaken ? tr("Take") : task.kind == TaskKind::FollowUp ? tr("Told") : tr("Answer"), "small");
    act->setEnabled(mayWrite && desk.bench.isOnline());
    act->setVisible(mayWrite);
    connect(act, &QPushButton::clicked, this, &TaskLine::actAsked);
    layout->addWidget(act);
    QToolButton *more = iconButton(desk, u"more"_s, tr("More"));
    more->setProperty("flat", true);
    more->setFixedSize(theme.px(24), theme.px(24));
    more->setEnabled(desk.bench.isOnline());
    more->setVisible(mayWrite && (task.kind == TaskKind::Wording || (isTaken && task.kind != TaskKind::FollowUp)));
    connect(more, &QToolButton::clicked, this, [this, more] { emit moreAsked(more); });
    layout->addWidget(more);
    all->addLayout(layout);
    if (isOpen)
        for (const client::TaskRow &one : same)
            addAsked(all, one, mayWrite && same.size() > 1);
}

void TaskLine::addFacts(QVBoxLayout *to, const models::SameQuestion &same, bool isOpen)
{
    const client::TaskRow &task = same.front();
    auto *line = new QHBoxLayout;
    line->setSpacing(m_desk.theme.px(6));
    if (same.size() > 1) {
        auto *asked = new QToolButton;
        asked->setProperty("flat", true);
        asked->setText(tr("%n asked", nullptr, int(same.size())) + (isOpen ? u" ▴"_s : u" ▾"_s));
        asked->setToolTip(isOpen ? tr("Hide what each of them asked") : tr("Show what each of them asked"));
        connect(asked, &QToolButton::clicked, this, &TaskLine::openAsked);
        line->addWidget(asked);
    }
    QStringList units;
    for (const client::TaskRow &one : same)
        if (const QString unit = m_desk.bench.unitName(one.unit); one.unit != m_desk.bench.me().unit && !units.contains(unit))
            units.append(unit);
    QStringList facts{task.kind == TaskKind::Policy ? tr("in force from %1").arg(task.effective) : QString(),
                      task.kind == TaskKind::Policy ? tr("%n answers in", nullptr, int(task.answers.size())) : QString(),
                      task.dueAt ? tr("until %1").arg(Words::moment(*task.dueAt)) : QString(),
                      task.takenByName.isEmpty() ? task.openedByName : tr("%1 sees to it").arg(task.takenByName),
                      task.itemName, units.join(u'、')};
    facts.removeAll(QString());
    line->addWidget(elided(facts.join(u" · "_s), u"secondary"_s), 1);
    to->addLayout(line);
}

void TaskLine::addAsked(QVBoxLayout *to, const client::TaskRow &task, bool mayPart)
{
    const Theme &theme = m_desk.theme;
    auto *line = new QHBoxLayout;
    line->setContentsMargins(theme.size("ringRow") + theme.px(10), 0, 0, 0);
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(elided(task.words.text));
    text->addWidget(elided(task.openedByName + u" · "_s + Words::moment(task.markedAt), u"secondary"_s));
    line->addLayout(text, 1);
    QPushButton *part = button(tr("Asks something else"), "small");
    part->setVisible(mayPart && task.unit == m_desk.bench.me().unit);
    part->setEnabled(m_desk.bench.isOnline());
    connect(part, &QPushButton::clicked, this, [this, id = task.id] { emit partAsked(id); });
    line->addWidget(part);
    to->addLayout(line);
}

} // namespace bangban::ui
