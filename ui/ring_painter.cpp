// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ring_painter.h"

#include <QPainter>
#include <QStyleOptionViewItem>
#include <QPainterPath>
#include <QPixmapCache>

#include <cmath>

namespace bangban::ui {

using models::ClockFace;

namespace {

struct Ink {
    Colour line;
    Colour soft;
    Colour words;
};

Ink inkOf(ClockFace face)
{
    switch (face) {
    case ClockFace::Amber:
        return {Colour::Amber, Colour::AmberSoft, Colour::AmberInk};
    case ClockFace::Red:
        return {Colour::Red, Colour::RedSoft, Colour::RedInk};
    case ClockFace::Over:
        return {Colour::Red, Colour::Red, Colour::TextOnRed};
    case ClockFace::Kept:
        return {Colour::Green, Colour::GreenSoft, Colour::GreenInk};
    case ClockFace::KeptLate:
        return {Colour::Red, Colour::Surface, Colour::RedInk};
    default:
        return {Colour::RingQuiet, Colour::Surface, Colour::Text};
    }
}

QPainterPath octagon(const QRectF &r)
{
    const qreal cut = r.width() * 0.2929;
    QPainterPath path(QPointF(r.center().x(), r.top())); // from the top, clockwise, as the arc runs
    path.lineTo(r.right() - cut, r.top());
    path.lineTo(r.right(), r.top() + cut);
    path.lineTo(r.right(), r.bottom() - cut);
    path.lineTo(r.right() - cut, r.bottom());
    path.lineTo(r.left() + cut, r.bottom());
    path.lineTo(r.left(), r.bottom() - cut);
    path.lineTo(r.left(), r.top() + cut);
    path.lineTo(r.left() + cut, r.top());
    path.closeSubpath();
    return path;
}

QPainterPath roundedSquare(const QRectF &r)
{
    const qreal radius = r.width() / 4;
    const qreal d = radius * 2;
    QPainterPath path(QPointF(r.center().x(), r.top()));
    path.lineTo(r.right() - radius, r.top());
    path.arcTo(QRectF(r.right() - d, r.top(), d, d), 90, -90);
    path.lineTo(r.right(), r.bottom() - radius);
    path.arcTo(QRectF(r.right() - d, r.bottom() - d, d, d), 0, -90);
    path.lineTo(r.left() + radius, r.bottom());
    path.arcTo(QRectF(r.left(), r.bottom() - d, d, d), 270, -90);
    path.lineTo(r.left(), r.top() + radius);
    path.arcTo(QRectF(r.left(), r.top(), d, d), 180, -90);
    path.closeSubpath();
    return path;
}

QPainterPath circle(const QRectF &r)
{
    QPainterPath path;
    path.moveTo(r.center().x(), r.top());
    path.arcTo(r, 90, -360);
    return path;
}

QPainterPath shapeOf(ClockFace face, const QRectF &r)
{
    switch (face) {
    case ClockFace::Amber:
        return roundedSquare(r);
    case ClockFace::Red:
    case ClockFace::Over:
    case ClockFace::KeptLate:
        return octagon(r);
    default:
        return circle(r);
    }
}

void strokeRemaining(QPainter &painter, const QPainterPath &path, qreal remaining, const QColor &colour, qreal width)
{
    if (remaining <= 0)
        return;
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (remaining < 1) { // the remaining part as one dash; dashes count in pen widths
        const qreal length = path.length();
        pen.setDashPattern({length * remaining / width, length / width + 1});
    }
    painter.strokePath(path, pen);
}

void paintSign(QPainter &painter, const QRectF &r, ClockFace face, const QColor &colour)
{
    painter.setPen(QPen(colour, std::max(1.5, r.width() / 20), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = r.center();
    const qreal u = r.width() / 36;
    if (face == ClockFace::Kept || face == ClockFace::KeptLate)
        painter.drawPolyline(QPolygonF{c + QPointF(-6, 0.5) * u, c + QPointF(-1.5, 5) * u, c + QPointF(7, -5) * u});
    else if (face == ClockFace::Due)
        painter.drawPolyline(QPolygonF{c + QPointF(0, -9) * u, c, c + QPointF(5, 4) * u});
    else {
        painter.drawLine(c + QPointF(-3, -5) * u, c + QPointF(-3, 5) * u);
        painter.drawLine(c + QPointF(3, -5) * u, c + QPointF(3, 5) * u);
    }
}

void drawRing(QPainter &painter, const QRectF &rect, const models::ClockState &state, const Theme &theme,
              const QString &figure, const QColor &colourOfArc)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Ink ink = inkOf(state.face);
    const bool isBold = state.face == ClockFace::Amber || state.face == ClockFace::Red;
    const qreal width = (isBold ? 3.0 : 2.5) * rect.width() / 36;
    const QRectF inner = rect.adjusted(width / 2 + 0.5, width / 2 + 0.5, -width / 2 - 0.5, -width / 2 - 0.5);
    const QPainterPath path = shapeOf(state.face, inner);
    const QColor line = colourOfArc.isValid() && state.face == ClockFace::Quiet ? colourOfArc : theme(ink.line);

    switch (state.face) {
    case ClockFace::Over:
        painter.fillPath(path, theme(Colour::Red));
        break;
    case ClockFace::Kept:
    case ClockFace::KeptLate:
        painter.fillPath(path, theme(ink.soft));
        painter.strokePath(path, QPen(line, width * 0.75));
        paintSign(painter, rect, state.face, line);
        break;
    case ClockFace::Due:
        painter.strokePath(path, QPen(state.isLate ? theme(Colour::Red) : line, width * 0.65));
        paintSign(painter, rect, state.face, state.isLate ? theme(Colour::Red) : line);
        break;
    case ClockFace::Paused:
        painter.strokePath(path, QPen(theme(Colour::RingTrack), width));
        paintSign(painter, rect, state.face, theme(Colour::RingQuiet));
        break;
    default:
        painter.fillPath(path, theme(ink.soft));
        painter.strokePath(path, QPen(theme(Colour::RingTrack), width));
        strokeRemaining(painter, path, state.remaining, line, width);
    }
    if (!figure.isEmpty() && rect.width() >= 30) {
        QFont font = theme.font(TextSize::Text, state.face != ClockFace::Quiet || colourOfArc.isValid());
        const qreal share = figure.size() > 3 ? 0.333 : 0.361;
        font.setPixelSize(qRound(rect.width() * share));
        painter.setFont(font);
        painter.setPen(theme(ink.words));
        painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, figure);
    }
    painter.restore();
}

/// A red ring changes ten times a second, and in a busy minute every row in sight has one: each tenth is drawn once.
QPixmap redRing(const QSizeF &size, qreal pixelRatio, models::ClockState state, const Theme &theme, const QString &figure)
{
    state.remaining = std::round(state.remaining * 600) / 600;
    const Ink ink = inkOf(state.face);
    const QString key = QString::number(qHashMulti(0, figure, state.remaining, size.width(), pixelRatio, theme(ink.line).rgba(),
                                                   theme(ink.soft).rgba(), theme(ink.words).rgba(),
                                                   theme(Colour::RingTrack).rgba(), theme.font(TextSize::Text, true)));
    QPixmap drawn;
    if (QPixmapCache::find(key, &drawn))
        return drawn;
    drawn = QPixmap((size * pixelRatio).toSize());
    drawn.setDevicePixelRatio(pixelRatio);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    drawRing(painter, QRectF(QPointF(), size), state, theme, figure, {});
    painter.end();
    QPixmapCache::insert(key, drawn);
    return drawn;
}

} // namespace

void paintRing(QPainter &painter, const QRectF &rect, const models::ClockState &state, const Theme &theme,
               const QString &figure, const QColor &colourOfArc)
{
    if (state.face == ClockFace::Red)
        painter.drawPixmap(rect.topLeft(), redRing(rect.size(), painter.device()->devicePixelRatioF(), state, theme, figure));
    else if (state.face != ClockFace::Nothing)
        drawRing(painter, rect, state, theme, figure, colourOfArc);
}

int chipHeight(const Theme &theme)
{
    return theme.px(18);
}

int chipWidth(const QString &text, const Theme &theme)
{
    return QFontMetrics(theme.font(TextSize::Secondary, true)).horizontalAdvance(text) + theme.px(10);
}

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const QRect row = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected)
        painter.fillRect(row, theme(Colour::AccentSoft));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(row, theme(Colour::Hover));
    if (isSelected)
        painter.fillRect(row.left(), row.top(), 3, row.height(), theme(Colour::Accent));
    painter.fillRect(row.left(), row.bottom(), row.width(), 1, theme(Colour::Border));
}

int paintChip(QPainter &painter, QPointF topLeft, const QString &text, ChipLook look, const Theme &theme)
{
    const int width = chipWidth(text, theme);
    const QRectF box(topLeft, QSizeF(width, chipHeight(theme)));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Colour fill = Colour::Surface;
    Colour line = Colour::BorderStrong;
    Colour words = Colour::Text2;
    if (look == ChipLook::Filled) {
        fill = line = Colour::Text;
        words = Colour::Surface;
    } else if (look == ChipLook::Outlined) {
        line = words = Colour::Text2;
    } else if (look == ChipLook::Accent) {
        fill = Colour::AccentSoft;
        line = Colour::AccentLine;
        words = Colour::Accent;
    } else if (look == ChipLook::Amber) {
        fill = Colour::AmberSoft;
        line = Colour::AmberLine;
        words = Colour::AmberInk;
    }
    painter.setPen(QPen(theme(line), 1, look == ChipLook::Dashed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(look == ChipLook::Dashed ? QBrush(Qt::NoBrush) : QBrush(theme(fill)));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme(words));
    painter.setFont(theme.font(TextSize::Secondary, look == ChipLook::Filled));
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

} // namespace bangban::ui
