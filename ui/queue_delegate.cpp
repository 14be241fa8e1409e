// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue_delegate.h"

#include "ui/ring_painter.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QTextDocument>
#include <QToolTip>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using models::ClockState, models::QueueModel, models::RequestPtr, models::Section;

QueueList::QueueList(QWidget *parent) : QListView(parent)
{
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void QueueList::paintEvent(QPaintEvent *event)
{
    m_painting = event->region();
    QPainter painter(viewport());
    for (const QRect &rect : m_painting)
        painter.fillRect(rect, palette().base());
    painter.end(); // the base class begins its own
    QListView::paintEvent(event);
}

QueueDelegate::QueueDelegate(const Desk &desk, Section section, QObject *parent)
    : QStyledItemDelegate(parent), m_desk(desk), m_section(section)
{
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_desk.theme.px(200), m_desk.theme.size("rowQueue")};
}

QRect QueueDelegate::ringRect(const QRect &row) const
{
    const int size = m_desk.theme.size("ringRow");
    return {row.left() + m_desk.theme.px(12), row.top() + (row.height() - size) / 2, size, size};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_desk.theme;
    painter->save();
    const QRect row = option.rect;
    paintRowGround(*painter, option, theme);

    const auto *list = static_cast<const QueueList *>(option.widget);
    const QRect ring = ringRect(row);
    if (list->isPainting(ring)) {
        const auto clock = index.data(QueueModel::ClockRole).value<ClockState>();
        paintRing(*painter, ring, clock, theme, models::ringFigure(clock, Words::minuteMark()));
    }
    const int left = ring.right() + 1 + theme.px(10);
    const QRect text(left, row.top() + theme.px(7), row.right() - theme.px(12) - left + 1, row.height() - theme.px(14));
    if (list->isPainting(QRect(QPoint(left, row.top()), row.bottomRight())))
        paintWords(*painter, text, index);
    if (option.state & QStyle::State_HasFocus && list->hasFocus()) {
        painter->setPen(QPen(theme(Colour::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(row.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void QueueDelegate::paintWords(QPainter &painter, const QRect &text, const QModelIndex &index) const
{
    switch (m_section) {
    case Section::Waiting:
        paintWaiting(painter, text, index);
        break;
    case Section::Mine:
        paintMine(painter, text, index);
        break;
    case Section::CallBacks:
        paintCallBack(painter, text, index);
        break;
    }
}

void QueueDelegate::paintLine(QPainter &painter, const QRect &box, const QString &left, const QString &right,
                              bool isFirst, bool isBold) const
{
    const Theme &theme = m_desk.theme;
    QRect rest = box;
    if (!right.isEmpty()) {
        painter.setFont(theme.font(TextSize::Secondary));
        painter.setPen(theme(Colour::Text2));
        const int width = std::min(painter.fontMetrics().horizontalAdvance(right) + 2, box.width() / 2);
        painter.drawText(QRect(box.right() - width + 1, box.top(), width, box.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, right);
        rest.setRight(box.right() - width - theme.px(8));
    }
    painter.setFont(theme.font(isFirst ? TextSize::Text : TextSize::Secondary, isBold));
    painter.setPen(theme(isFirst ? Colour::Text : Colour::Text2));
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(left, Qt::ElideRight, rest.width()));
}

void QueueDelegate::paintWaiting(QPainter &painter, const QRect &text, const QModelIndex &index) const
{
    const Theme &theme = m_desk.theme;
    QRect first(text.left(), text.top(), text.width(), theme.px(22));
    const int priority = index.data(QueueModel::PriorityRole).toInt();
    const int chip = paintChip(painter, QPointF(first.left(), first.top() + (first.height() - chipHeight(theme)) / 2.0),
                               u"P%1"_s.arg(priority), chipOfPriority(priority), theme);
    first.setLeft(first.left() + chip + theme.px(6));
    paintLine(painter, first, index.data(QueueModel::TitleRole).toString(), {}, true);
    const QRect second(text.left(), text.top() + theme.px(22), text.width(), theme.px(20));
    const auto row = index.data(QueueModel::RowRole).value<RequestPtr>();
    QString right = Words::source(row->source);
    if (row->state == domain::RequestState::Held && row->reopensAt)
        right = Words::clock(index.data(QueueModel::ClockRole).value<ClockState>());
    else if (row->transferDue)
        right = tr("transferred");
    else if (!row->duplicateOf.isEmpty())
        right = tr("possible duplicate");
    paintLine(painter, second, Words::party(index.data(QueueModel::PartyRole).toString()), right, false);
}

void QueueDelegate::paintMine(QPainter &painter, const QRect &text, const QModelIndex &index) const
{
    const Theme &theme = m_desk.theme;
    QRect first(text.left(), text.top(), text.width(), theme.px(22));
    const int unread = index.data(QueueModel::UnreadRole).toInt();
    if (index.data(QueueModel::PendingRole).toInt() > 0) {
        const QString words = tr("pending");
        const int width = chipWidth(words, theme);
        paintChip(painter, QPointF(first.right() - width + 1, first.top() + 1), words, ChipLook::Amber, theme);
        first.setRight(first.right() - width - theme.px(6));
    } else if (unread > 0) {
        const int size = theme.px(18);
        const QRect badge(first.right() - size + 1, first.top() + 2, size, size);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme(Colour::Accent));
        painter.drawEllipse(badge);
        painter.setPen(theme(Colour::TextOnAccent));
        painter.setFont(theme.font(TextSize::Secondary));
        painter.drawText(badge, Qt::AlignCenter, unread > 9 ? u"9+"_s : QString::number(unread));
        first.setRight(badge.left() - theme.px(6));
    }
    const auto clock = index.data(QueueModel::ClockRole).value<ClockState>();
    paintLine(painter, first, Words::party(index.data(QueueModel::PartyRole).toString()), {}, true, unread > 0);
    const QRect second(text.left(), text.top() + theme.px(22), text.width(), theme.px(20));
    paintLine(painter, second,
              Words::clockKind(clock.kind) + u" · "_s + index.data(QueueModel::TitleRole).toString(), {}, false);
}

void QueueDelegate::paintCallBack(QPainter &painter, const QRect &text, const QModelIndex &index) const
{
    const Theme &theme = m_desk.theme;
    const auto row = index.data(QueueModel::RowRole).value<RequestPtr>();
    const auto clock = index.data(QueueModel::ClockRole).value<ClockState>();
    const QRect first(text.left(), text.top(), text.width(), theme.px(22));
    const QRect second(text.left(), text.top() + theme.px(22), text.width(), theme.px(20));
    painter.setFont(theme.font(TextSize::Text, true));
    painter.setPen(theme(clock.isLate ? Colour::RedInk : Colour::Text));
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     row->callBackDue ? Words::moment(*row->callBackDue) : QString());
    const QString party = index.data(QueueModel::PartyRole).toString();
    paintLine(painter, second, Words::party(party), party == row->phoneMask ? Words::source(row->source) : row->phoneMask, false);
}

bool QueueDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto row = index.data(QueueModel::RowRole).value<RequestPtr>();
    QStringList lines{index.data(QueueModel::TitleRole).toString(),
                      Words::clock(index.data(QueueModel::ClockRole).value<ClockState>())};
    if (const QString why = Words::dueReason(row->callBackWhy); !why.isEmpty())
        lines.append(why);
    if (!row->words.text.isEmpty())
        lines.append(row->words.text.left(200));
    QToolTip::showText(event->globalPos(), Qt::convertFromPlainText(lines.join(u'\n')), view);
    return true;
}

} // namespace bangban::ui
