// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/suggestion_row.h"

#include "ui/media_strip.h"
#include "ui/ring_painter.h"

#include <QPainter>
#include <QTextLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestTitle = 3; ///< lines of the current row
constexpr int kSoonDays = 30;    ///< before its last day an entry says so

} // namespace

SuggestionRow::SuggestionRow(const Desk &desk, int number, QWidget *parent) : QAbstractButton(parent), m_desk(desk), m_number(number)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QString SuggestionRow::meta(const Desk &desk, const client::EntryRow &row)
{
    QStringList parts{desk.bench.unitName(row.unit), u"v%1"_s.arg(row.version)};
    parts.removeAll(QString());
    if (!row.from.isEmpty())
        parts.append(tr("from %1").arg(row.from));
    if (!row.media.empty())
        parts.append(MediaStrip::summary(row.media));
    return parts.join(u" · "_s);
}

QString SuggestionRow::ending(const Desk &desk, const client::EntryRow &row)
{
    const auto last = dateFromIso(row.to);
    const auto today = dateFromIso(desk.bench.today());
    if (!last || !today)
        return {};
    const auto left = (*last - *today).count();
    if (left < 0 || left > kSoonDays)
        return {};
    return left == 0 ? tr("ends today") : tr("ends in %n day(s)", nullptr, int(left));
}

void SuggestionRow::show(const client::EntryHit &hit, bool isWithdrawn)
{
    m_hit = hit;
    m_isWithdrawn = isWithdrawn;
    const QString state = isWithdrawn ? tr("withdrawn") : ending(m_desk, hit.row);
    setAccessibleName(hit.row.title);
    setAccessibleDescription(meta(m_desk, hit.row) + (state.isEmpty() ? QString() : u" · "_s + state));
    setToolTip(Qt::convertFromPlainText(hit.row.title));
    updateGeometry();
    update();
}

void SuggestionRow::setCurrent(bool on)
{
    if (std::exchange(m_isCurrent, on) == on)
        return;
    updateGeometry();
    update();
}

QRect SuggestionRow::titleBox(int width) const
{
    const Theme &theme = m_desk.theme;
    const int left = theme.px(38);
    return {left, theme.px(8), width - left - theme.px(12), 0};
}

int SuggestionRow::layOutTitle(QTextLayout &layout, int width) const
{
    const Theme &theme = m_desk.theme;
    layout.setFont(theme.font(TextSize::Text, m_isCurrent));
    QList<QTextLayout::FormatRange> bold;
    for (const search::Mark &mark : m_hit.marks) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        if (m_isCurrent)
            format.setForeground(theme(Colour::Accent));
        bold.append({mark.begin, mark.size, format});
    }
    layout.setFormats(bold);
    int height = 0;
    layout.beginLayout();
    for (int line = 0; line < (m_isCurrent ? kLongestTitle : 1); ++line) {
        QTextLine one = layout.createLine();
        if (!one.isValid())
            break;
        one.setLineWidth(width);
        one.setPosition({0, qreal(height)});
        height += int(std::ceil(one.height()));
    }
    layout.endLayout();
    return height;
}

int SuggestionRow::heightForWidth(int width) const
{
    QTextLayout layout(m_hit.row.title);
    const int title = layOutTitle(layout, titleBox(width).width());
    return title + QFontMetrics(m_desk.theme.font(TextSize::Secondary)).height() + m_desk.theme.px(20);
}

QSize SuggestionRow::sizeHint() const
{
    const int width = m_desk.theme.px(220);
    return {width, heightForWidth(width)};
}

void SuggestionRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_desk.theme;
    QPainter painter(this);
    painter.fillRect(rect(), theme(underMouse() && !m_isCurrent ? Colour::Hover : Colour::Surface));
    if (m_isCurrent)
        painter.fillRect(0, 0, 3, height(), theme(Colour::Accent));
    const QRect box = titleBox(width());
    const QFontMetrics small(theme.font(TextSize::Secondary));
    painter.setFont(theme.font(TextSize::Secondary));
    painter.setPen(theme(Colour::BorderStrong));
    const QRect number(theme.px(12), box.top() + theme.px(1), theme.px(18), theme.px(18));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(number).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme(Colour::Text2));
    painter.drawText(number, Qt::AlignCenter, QString::number(m_number));
    QTextLayout layout(m_hit.row.title);
    const int title = layOutTitle(layout, box.width());
    painter.setPen(theme(m_isWithdrawn ? Colour::Text3 : Colour::Text));
    layout.draw(&painter, box.topLeft());

    QRect below(box.left(), box.top() + title + theme.px(4), box.width(), small.height());
    const QString chip = m_isWithdrawn ? tr("withdrawn") : ending(m_desk, m_hit.row);
    if (!chip.isEmpty()) {
        const int wide = chipWidth(chip, theme);
        paintChip(painter, {qreal(below.right() - wide + 1), qreal(below.center().y() - chipHeight(theme) / 2)}, chip, ChipLook::Amber, theme);
        below.setRight(below.right() - wide - theme.px(6));
    }
    painter.setFont(theme.font(TextSize::Secondary));
    painter.setPen(theme(Colour::Text2));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     small.elidedText(meta(m_desk, m_hit.row), Qt::ElideRight, below.width()));
    if (!m_isCurrent)
        painter.fillRect(0, height() - 1, width(), 1, theme(Colour::Border));
    if (hasFocus()) {
        painter.setPen(QPen(theme(Colour::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace bangban::ui
