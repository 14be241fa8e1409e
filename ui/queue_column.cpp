// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue_column.h"

#include "core/base/log.h"
#include "ui/controls.h"
#include "ui/notice_bar.h"
#include "ui/queue_delegate.h"
#include "ui/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using models::QueueModel;

QueueColumn::Part QueueColumn::makePart(QueueModel &model, const QString &title)
{
    Part part;
    part.model = &model;
    part.head = new QWidget(this);
    part.head->setObjectName(&model == &m_desk.bench.waiting ? u"surface"_s : u"sunken"_s);
    part.head->setAttribute(Qt::WA_StyledBackground);
    part.head->setFixedHeight(m_desk.theme.px(&model == &m_desk.bench.waiting ? 40 : 36));
    auto *row = new QHBoxLayout(part.head);
    row->setContentsMargins(m_desk.theme.px(12), 0, m_desk.theme.px(12), 0);
    row->setSpacing(m_desk.theme.px(8));
    row->addWidget(label(title, "bold", part.head));
    part.count = label({}, "bold", part.head);
    row->addWidget(part.count);
    row->addStretch(1);
    part.side = label({}, "secondary", part.head);
    row->addWidget(part.side);

    part.view = new QueueList(this);
    part.view->setModel(&model);
    part.view->setItemDelegate(new QueueDelegate(m_desk, model.section(), part.view));
    part.view->setUniformItemSizes(true);
    part.view->setMouseTracking(true);
    part.view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    part.view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    part.view->setFrameShape(QFrame::NoFrame);
    part.view->setAccessibleName(title);
    part.view->setTabKeyNavigation(false);
    part.view->viewport()->installEventFilter(this);
    connect(part.view, &QueueList::clicked, this, [this, part](const QModelIndex &index) { open(part, index); });
    connect(part.view, &QueueList::activated, this, [this, part](const QModelIndex &index) { open(part, index); });
    connect(&model, &QueueModel::countChanged, this, [this] {
        showCounts();
        layOut();
    });
    return part;
}

QueueColumn::QueueColumn(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_below(label({}, "secondary", this)), m_empty(label({}, "secondary", this)),
      m_stale(new NoticeBar(desk, u"history"_s, this))
{
    setObjectName(u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(desk.theme.px(200));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // the lists take the room there is, never more
    m_waiting = makePart(desk.bench.waiting, tr("Waiting"));
    m_mine = makePart(desk.bench.mine, tr("Mine"));
    m_callBacks = makePart(desk.bench.callBacks, tr("Call-backs"));
    auto *next = new KeyButton(desk, Act::TakeNext, tr("Take next"), {}, m_waiting.head);
    next->setPrimary(true);
    next->setSmall(true);
    m_waiting.side->hide();
    m_waiting.head->layout()->addWidget(next);
    m_stale->setFixedHeight(desk.theme.px(28));
    m_below->setContentsMargins(desk.theme.px(12), 0, desk.theme.px(12), 0);
    m_below->setFixedHeight(desk.theme.px(28));
    m_empty->setText(tr("Nobody is waiting. New requests appear here by themselves."));
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(desk.theme.px(12), desk.theme.px(12), desk.theme.px(12), desk.theme.px(12));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_waiting.head);
    layout->addWidget(line("hline", this));
    layout->addWidget(m_stale);
    layout->addWidget(m_empty);
    layout->addWidget(m_waiting.view);
    layout->addWidget(m_below);
    for (const Part *part : {&m_mine, &m_callBacks}) {
        layout->addWidget(part->head);
        layout->addWidget(part->view);
    }
    layout->addStretch(1);
    connect(m_waiting.view->verticalScrollBar(), &QScrollBar::valueChanged, this, &QueueColumn::showCounts);
    connect(&desk.bench, &models::Workbench::meChanged, this, &QueueColumn::showCounts);
    connect(&desk.bench, &models::Workbench::lineChanged, this, &QueueColumn::showLine);
    showCounts();
    showLine();
}

void QueueColumn::open(const Part &part, const QModelIndex &index)
{
    const models::RequestPtr row = part.model->at(index.row());
    if (!row)
        return;
    if (part.model == &m_desk.bench.callBacks)
        emit callBackOpened(row->id);
    else
        emit chosen(row->id);
}

void QueueColumn::select(const RequestId &id)
{
    m_selected = id;
    for (const Part *part : {&m_waiting, &m_mine}) {
        const int row = part->model->rowOf(id);
        if (row >= 0)
            part->view->setCurrentIndex(part->model->index(row));
        else
            part->view->clearSelection();
    }
}

void QueueColumn::step(int by)
{
    const int count = m_mine.model->rowCount();
    if (count == 0)
        return;
    const int at = m_mine.model->rowOf(m_selected);
    const int next = at < 0 ? 0 : (at + by + count) % count;
    emit chosen(m_mine.model->at(next)->id);
}

/// Whole seconds change once a second; between them only the tenths of red clocks do, and only their rings are painted.
bool QueueColumn::tick()
{
    bool hasTenths = false;
    const auto second = std::chrono::floor<std::chrono::seconds>(m_desk.bench.feed.serverNow());
    const bool isNewSecond = std::exchange(m_second, second) != second;
    for (const Part *part : {&m_waiting, &m_mine}) {
        const auto *delegate = static_cast<QueueDelegate *>(part->view->itemDelegate());
        QModelIndex index = part->view->indexAt(QPoint(4, 1));
        const int bottom = part->view->viewport()->height();
        while (index.isValid()) {
            const QRect rect = part->view->visualRect(index);
            if (rect.top() > bottom)
                break;
            const bool isRed = models::needsTenths(index.data(QueueModel::ClockRole).value<models::ClockState>());
            if (isRed || isNewSecond)
                part->view->viewport()->update(delegate->ringRect(rect));
            hasTenths = hasTenths || isRed;
            index = index.siblingAtRow(index.row() + 1);
        }
    }
    return hasTenths;
}

void QueueColumn::showLine()
{
    const client::Line &line = m_desk.bench.line();
    const bool isStale = line.state == client::LineState::Reconnecting || line.state == client::LineState::Broken;
    if (isStale && line.dataAsOf)
        m_stale->say({}, tr("As of %1, for reference").arg(Words::timeOfDay(*line.dataAsOf)));
    else
        m_stale->say({});
}

void QueueColumn::showCounts()
{
    for (const Part *part : {&m_waiting, &m_mine, &m_callBacks})
        part->count->setText(QString::number(part->model->rowCount()));
    const client::StaffRow me = m_desk.bench.me();
    m_mine.side->setText(tr("Load %1 / 100").arg(me.used));
    m_empty->setVisible(m_waiting.model->rowCount() == 0);
    m_waiting.view->setVisible(m_waiting.model->rowCount() > 0);
    for (const Part *part : {&m_mine, &m_callBacks}) {
        part->head->setVisible(part->model->rowCount() > 0);
        part->view->setVisible(part->model->rowCount() > 0);
    }
    const QModelIndex last = m_waiting.view->indexAt(QPoint(4, m_waiting.view->viewport()->height() - 8));
    const int below = last.isValid() ? m_waiting.model->rowCount() - 1 - last.row() : 0;
    m_below->setText(below > 0 ? tr("%n more below", nullptr, below) : QString());
    m_below->setVisible(below > 0);
}

// Waiting keeps three rows in sight, mine comes next, call-backs give way first; whatever is cut shows whole rows.
void QueueColumn::layOut()
{
    const int row = m_desk.theme.size("rowQueue");
    m_empty->setFixedHeight(std::max(0, m_empty->heightForWidth(width()))); // never squeezed by the lists below
    const int heads = 1 + m_waiting.head->height() + (m_stale->isVisibleTo(this) ? m_stale->height() : 0)
        + (m_mine.model->rowCount() > 0 ? m_mine.head->height() : 0)
        + (m_callBacks.model->rowCount() > 0 ? m_callBacks.head->height() : 0);
    const int room = std::max(row * 3, height() - heads);
    const int wanted = m_waiting.model->rowCount() * row;
    const int kept = wanted > 3 * row ? 3 * row + m_below->height() : wanted;
    const int leastCalls = std::min(m_callBacks.model->rowCount(), 1) * row;
    const int mine = std::min(m_mine.model->rowCount() * row, std::max(row, (room - kept - leastCalls) / row * row));
    const int calls = std::clamp((room - kept - mine) / row * row, leastCalls,
                                 std::max(leastCalls, std::min(m_callBacks.model->rowCount(), 4) * row));
    m_mine.view->setFixedHeight(mine);
    m_callBacks.view->setFixedHeight(calls);
    const int left = room - mine - calls;
    m_waiting.view->setFixedHeight(std::max(row, wanted > left ? (left - m_below->height()) / row * row : wanted));
    if (m_mine.view->currentIndex().isValid()) // what one works on stays in sight
        QMetaObject::invokeMethod(m_mine.view, [this] { m_mine.view->scrollTo(m_mine.view->currentIndex()); },
                                  Qt::QueuedConnection);
    showCounts();
}

void QueueColumn::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void QueueColumn::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    layOut();
}

// Queued: the paint is only about to be done.
void QueueColumn::notePaint(int rows)
{
    if (std::exchange(m_painted, rows) != rows)
        QMetaObject::invokeMethod(this, [rows] { qCDebug(logStart, "waiting list painted, %d rows", rows); },
                                  Qt::QueuedConnection);
}

bool QueueColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_waiting.view->viewport()) {
        if (event->type() == QEvent::Enter)
            m_desk.bench.waiting.holdOrder(true);
        else if (event->type() == QEvent::Leave || event->type() == QEvent::Hide)
            m_desk.bench.waiting.holdOrder(false);
        else if (event->type() == QEvent::Paint && logStart().isDebugEnabled())
            notePaint(m_waiting.model->rowCount());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace bangban::ui
