// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript_delegate.h"

#include "ui/error_words.h"
#include "ui/media_strip.h"
#include "ui/ring_painter.h"
#include "ui/words.h"

#include <QPainter>
#include <QPainterPath>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using client::Delivery, client::MessageView, models::TranscriptModel;
using domain::MessageKind, domain::Sender;

namespace {

constexpr int kShownId = 12; ///< characters of an entry's number; a longer one is no name for people

/// \source drawings: bubbles 84 % and 600 px at most
constexpr double kShare = 0.84;
constexpr int kWidest = 600;
constexpr int kSide = 16;

bool isFile(const MessageView &view)
{
    return view.row.kind == MessageKind::File || view.row.kind == MessageKind::Image;
}

QString wordsOf(const MessageView &view)
{
    if (view.row.recalledAt)
        return TranscriptDelegate::tr("This message was taken back");
    if (!view.row.card)
        return view.row.words.text;
    QStringList lines{TranscriptDelegate::tr("Card: %1").arg(view.row.card->title), view.row.words.text, MediaStrip::summary(view.row.card->media)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

TranscriptDelegate::TranscriptDelegate(const Desk &desk, QObject *parent) : QStyledItemDelegate(parent), m_desk(desk) {}

void TranscriptDelegate::setProgress(const FileId &file, int percent)
{
    if (percent < 0)
        m_progress.remove(file);
    else
        m_progress.insert(file, percent);
}

const TranscriptDelegate::Block &TranscriptDelegate::block(const QString &text, int width) const
{
    const QString key = QString::number(width) + u'|' + text;
    if (const Block *found = m_layouts.object(key))
        return *found;
    auto *made = new Block;
    QString shown = text;
    shown.replace(u'\n', QChar::LineSeparator);
    shown.replace(QChar(0), QChar(0xFFFD)); // what cannot be seen is still shown to be there
    made->layout = std::make_unique<QTextLayout>(shown, m_desk.theme.font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    made->layout->setTextOption(option);
    made->layout->setCacheEnabled(true);
    made->layout->beginLayout();
    const qreal step = m_desk.theme.px(21); // 14 px at line height 1.5
    qreal y = 0;
    qreal widest = 0;
    for (QTextLine one = made->layout->createLine(); one.isValid(); one = made->layout->createLine()) {
        one.setLineWidth(width);
        one.setPosition({0, y + (step - one.height()) / 2});
        y += step;
        widest = std::max(widest, one.naturalTextWidth());
    }
    made->layout->endLayout();
    made->size = {std::ceil(widest), y};
    m_layouts.insert(key, made, 1 + int(text.size() / 200));
    return *made;
}

QString TranscriptDelegate::pressWords(const MessageView &view) const
{
    if (view.delivery == Delivery::Failed)
        return tr("Retry");
    if (isFile(view) && !view.row.recalledAt && view.row.seq > 0)
        return tr("Save");
    return {};
}

// The row names the picture's size, so that its room is kept before it arrives and nothing jumps.
QSize TranscriptDelegate::pictureSize(const MessageView &view) const
{
    if (view.row.kind != MessageKind::Image || view.row.recalledAt)
        return {};
    QSize size(view.row.width, view.row.height);
    if (const auto found = m_pictures.constFind(view.row.file); found != m_pictures.cend())
        size = found->size();
    if (size.isEmpty())
        return {};
    const QSize room = pictureRoom();
    return size.width() > room.width() || size.height() > room.height() ? size.scaled(room, Qt::KeepAspectRatio) : size;
}

TranscriptDelegate::Shape TranscriptDelegate::shape(const QModelIndex &index, int width) const
{
    const Theme &theme = m_desk.theme;
    const auto view = index.data(TranscriptModel::MessageRole).value<MessageView>();
    Shape shape;
    shape.isMine = view.row.sender == Sender::Staff;
    const int side = theme.px(kSide);
    const int inner = theme.px(12);
    const int widest = std::min(int((width - 2 * side) * kShare), theme.px(kWidest)) - 2 * inner;
    int y = theme.px(5);
    if (!shape.isMine || !view.mine) {
        shape.head = QRect(side, y, width - 2 * side, theme.px(20));
        y += theme.px(22);
    }
    int contentWidth = 0;
    int contentHeight = 0;
    const QString quote = index.data(TranscriptModel::QuoteRole).toString();
    const QFontMetrics small(theme.font(TextSize::Secondary));
    if (!quote.isEmpty()) {
        contentWidth = std::min(widest, small.horizontalAdvance(quote.simplified()) + theme.px(12));
        shape.quote = QRect(0, 0, contentWidth, theme.px(22));
        contentHeight = theme.px(26);
    }
    if (isFile(view) && !view.row.recalledAt) {
        const QFontMetrics text(theme.font());
        const int wanted = theme.px(28) + text.horizontalAdvance(view.row.fileName.text) + theme.px(12)
            + small.horizontalAdvance(Words::fileSize(view.row.fileSize)) + theme.px(12)
            + small.horizontalAdvance(pressWords(view));
        shape.file = QRect(0, contentHeight, std::min(wanted, widest), theme.px(22));
        contentWidth = std::max(contentWidth, shape.file.width());
        contentHeight += shape.file.height();
        if (const QSize picture = pictureSize(view); !picture.isEmpty()) {
            shape.picture = QRect(QPoint(0, contentHeight + theme.px(6)), picture);
            contentWidth = std::max(contentWidth, picture.width());
            contentHeight += picture.height() + theme.px(6);
        }
    } else {
        const QSizeF size = block(wordsOf(view), widest).size;
        shape.words = QRect(0, contentHeight, int(size.width()), int(size.height()));
        contentWidth = std::max(contentWidth, shape.words.width());
        contentHeight += shape.words.height();
    }
    const int bubbleWidth = contentWidth + 2 * inner + 1;
    const int left = shape.isMine ? width - side - bubbleWidth : side;
    shape.bubble = QRect(left, y, bubbleWidth, contentHeight + 2 * theme.px(7) + 1);
    const QPoint origin(left + inner, y + theme.px(7));
    shape.quote.translate(origin);
    shape.words.translate(origin);
    shape.file.translate(origin);
    shape.picture.translate(origin);
    y = shape.bubble.bottom() + 1;
    if (shape.isMine) {
        shape.foot = QRect(side, y + theme.px(1), width - 2 * side, theme.px(20));
        y = shape.foot.bottom() + 1;
    }
    shape.height = y + theme.px(5);
    return shape;
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Theme &theme = m_desk.theme;
    if (index.data(TranscriptModel::IsDayRole).toBool())
        return {m_width, theme.px(32)};
    const auto view = index.data(TranscriptModel::MessageRole).value<MessageView>();
    if (view.row.kind == MessageKind::System)
        return {m_width, theme.px(30)};
    if (view.row.kind == MessageKind::Note) {
        const QSizeF size = block(wordsOf(view), m_width - theme.px(2 * kSide + 60)).size;
        return {m_width, int(size.height()) + theme.px(12 + 10 + 18)};
    }
    return {m_width, shape(index, m_width).height};
}

void TranscriptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const auto view = index.data(TranscriptModel::MessageRole).value<MessageView>();
    if (option.state & QStyle::State_HasFocus && option.widget && option.widget->hasFocus()) {
        painter->setPen(QPen(m_desk.theme(Colour::Focus), 1, Qt::DotLine));
        painter->drawRect(option.rect.adjusted(4, 0, -5, -1));
    }
    if (index.data(TranscriptModel::IsDayRole).toBool())
        paintSystem(*painter, option.rect, Words::dayOf(index.data().toString()));
    else if (view.row.kind == MessageKind::System)
        paintSystem(*painter, option.rect,
                    Words::systemLine(view.row.words.text, view.row.staffName) + u"  "_s
                        + Words::timeOfDay(view.row.sentAt));
    else if (view.row.kind == MessageKind::Note)
        paintNote(*painter, option.rect, view);
    else
        paintBubble(*painter, option.rect, index);
    painter->restore();
}

void TranscriptDelegate::paintSystem(QPainter &painter, const QRect &row, const QString &text) const
{
    const Theme &theme = m_desk.theme;
    painter.setFont(theme.font(TextSize::Secondary));
    const int width = painter.fontMetrics().horizontalAdvance(text) + theme.px(24);
    const int y = row.center().y();
    painter.setPen(theme(Colour::Border));
    painter.drawLine(row.left() + theme.px(kSide), y, row.center().x() - width / 2, y);
    painter.drawLine(row.center().x() + width / 2, y, row.right() - theme.px(kSide), y);
    painter.setPen(theme(Colour::Text2));
    painter.drawText(row, Qt::AlignCenter, text);
}

void TranscriptDelegate::paintNote(QPainter &painter, const QRect &row, const MessageView &view) const
{
    const Theme &theme = m_desk.theme;
    const int side = theme.px(kSide);
    const QRect box = row.adjusted(side, theme.px(5), -side, -theme.px(5));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme(Colour::BorderStrong), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const int icon = theme.px(18);
    painter.drawPixmap(box.left() + theme.px(12), box.top() + theme.px(8),
                       m_desk.icons.pixmap(u"whisper"_s, Colour::Text2, icon, painter.device()->devicePixelRatioF()));
    const int left = box.left() + theme.px(40);
    painter.setPen(theme(Colour::Text));
    const Block &words = block(wordsOf(view), row.width() - theme.px(2 * kSide + 60));
    words.layout->draw(&painter, QPointF(left, box.top() + theme.px(6)));
    painter.setFont(theme.font(TextSize::Secondary));
    painter.setPen(theme(Colour::Text2));
    painter.drawText(QRect(left, box.bottom() - theme.px(22), box.width() - theme.px(52), theme.px(18)),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Note by %1 · not seen by the citizen · %2")
                         .arg(view.row.staffName, Words::timeOfDay(view.row.sentAt)));
}

void TranscriptDelegate::paintFile(QPainter &painter, const QRect &box, const MessageView &view) const
{
    const Theme &theme = m_desk.theme;
    const int icon = theme.px(20);
    const QString name = view.row.kind == MessageKind::Image ? u"image"_s : u"file"_s;
    painter.drawPixmap(box.left(), box.top() + (box.height() - icon) / 2,
                       m_desk.icons.pixmap(name, Colour::Text2, icon, painter.device()->devicePixelRatioF()));
    painter.setFont(theme.font(TextSize::Secondary));
    const QString press = pressWords(view);
    const int pressWidth = painter.fontMetrics().horizontalAdvance(press);
    QString size = Words::fileSize(view.row.fileSize);
    if (const auto progress = m_progress.constFind(view.row.file); progress != m_progress.cend())
        size = u"%1%"_s.arg(*progress);
    const int sizeWidth = painter.fontMetrics().horizontalAdvance(size);
    int right = box.right() + 1;
    if (view.delivery != Delivery::Failed && !press.isEmpty()) {
        painter.setPen(theme(Colour::Accent));
        painter.drawText(QRect(right - pressWidth, box.top(), pressWidth, box.height()), Qt::AlignVCenter, press);
        right -= pressWidth + theme.px(12);
    }
    painter.setPen(theme(Colour::Text2));
    painter.drawText(QRect(right - sizeWidth, box.top(), sizeWidth, box.height()), Qt::AlignVCenter, size);
    right -= sizeWidth + theme.px(10);
    painter.setFont(theme.font());
    painter.setPen(theme(Colour::Text));
    const int left = box.left() + theme.px(28);
    painter.drawText(QRect(left, box.top(), right - left, box.height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(view.row.fileName.text.simplified(), Qt::ElideMiddle, right - left));
}

void TranscriptDelegate::paintFoot(QPainter &painter, const QRect &box, const MessageView &view, bool isRead) const
{
    const Theme &theme = m_desk.theme;
    QString icon = u"check"_s;
    QString words = tr("Sent");
    Colour ink = Colour::Text2;
    if (view.delivery == Delivery::Pending) {
        icon = u"clock"_s;
        words = m_desk.bench.isOnline() ? tr("Sending") : tr("Pending, sent by itself when the line is back");
        ink = Colour::AmberInk;
    } else if (view.delivery == Delivery::Failed) {
        icon = u"alert"_s;
        words = tr("Not sent: %1 · Retry").arg(view.error ? errorWords(*view.error) : QString());
        ink = Colour::RedInk;
    } else if (isRead || view.delivery == Delivery::Read) {
        icon = u"checks"_s;
        words = tr("Read");
        ink = Colour::Accent;
    }
    painter.setFont(theme.font(TextSize::Secondary));
    const QString shown = painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width() - theme.px(90));
    const int width = painter.fontMetrics().horizontalAdvance(shown);
    painter.setPen(theme(ink));
    painter.drawText(QRect(box.right() - width + 1, box.top(), width, box.height()), Qt::AlignVCenter, shown);
    const int size = theme.px(16);
    painter.drawPixmap(box.right() - width - size - theme.px(3), box.top() + (box.height() - size) / 2,
                       m_desk.icons.pixmap(icon, ink, size, painter.device()->devicePixelRatioF()));
    painter.setPen(theme(Colour::Text2));
    QStringList parts; // the answers that it gives, and when it was said
    for (const protocol::EntryCite &cite : view.row.cites)
        parts.append(u"%1 v%2"_s.arg(cite.entry.value.left(kShownId)).arg(cite.version));
    parts.append(Words::timeOfDay(view.row.sentAt));
    const QRect left(box.left(), box.top(), box.width() - width - size - theme.px(10), box.height());
    painter.drawText(left, Qt::AlignVCenter | Qt::AlignRight, painter.fontMetrics().elidedText(parts.join(u" · "_s), Qt::ElideLeft, left.width()));
}

void TranscriptDelegate::paintBubble(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const Theme &theme = m_desk.theme;
    const auto view = index.data(TranscriptModel::MessageRole).value<MessageView>();
    Shape s = shape(index, row.width());
    painter.translate(row.topLeft());
    if (!s.head.isNull()) {
        painter.setFont(theme.font(TextSize::Secondary));
        painter.setPen(theme(Colour::Text2));
        const models::RequestPtr request = m_desk.bench.requests.find(view.row.request);
        QString who = view.row.staffName;
        if (view.row.sender == Sender::Assistant)
            who = tr("Assistant");
        else if (!s.isMine)
            who = tr("Citizen") + u' ' + (request ? request->phoneMask : QString());
        painter.drawText(s.head, (s.isMine ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                         s.isMine ? who : QString(who + u"  "_s + Words::timeOfDay(view.row.sentAt)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme(s.isMine ? Colour::AccentLine : Colour::Border));
    painter.setBrush(theme(s.isMine ? Colour::BubbleMe : Colour::BubbleThem));
    painter.drawRoundedRect(QRectF(s.bubble).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QString quote = index.data(TranscriptModel::QuoteRole).toString();
    if (!quote.isEmpty()) {
        painter.fillRect(QRect(s.quote.left(), s.quote.top(), 2, s.quote.height()), theme(Colour::BorderStrong));
        painter.setFont(theme.font(TextSize::Secondary));
        painter.setPen(theme(Colour::Text2));
        painter.drawText(s.quote.adjusted(theme.px(8), 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(quote.simplified(), Qt::ElideRight,
                                                          s.quote.width() - theme.px(8)));
    }
    if (!s.file.isEmpty()) {
        paintFile(painter, s.file, view);
        if (const auto found = m_pictures.constFind(view.row.file); found != m_pictures.cend() && !s.picture.isEmpty()) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(s.picture, *found);
        }
    } else {
        painter.setPen(theme(view.row.recalledAt ? Colour::Text3 : Colour::Text));
        const int widest = std::min(int((row.width() - 2 * theme.px(kSide)) * kShare), theme.px(kWidest))
            - 2 * theme.px(12);
        block(wordsOf(view), widest).layout->draw(&painter, s.words.topLeft());
    }
    if (!s.foot.isNull())
        paintFoot(painter, s.foot, view, index.data(TranscriptModel::ReadRole).toBool());
}

QRect TranscriptDelegate::pressRect(const QRect &row, const QModelIndex &index) const
{
    const auto view = index.data(TranscriptModel::MessageRole).value<MessageView>();
    if (pressWords(view).isEmpty())
        return {};
    const Shape s = shape(index, row.width());
    return (view.delivery == Delivery::Failed ? s.foot : s.bubble).translated(row.topLeft());
}

} // namespace bangban::ui
