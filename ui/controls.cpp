// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls.h"

#include "ui/words.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QPainterPath>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QTextDocument>

namespace bangban::ui {

using namespace Qt::StringLiterals;

KeyButton::KeyButton(const Desk &desk, Act act, const QString &text, const QString &icon, QWidget *parent)
    : QPushButton(parent), m_desk(desk), m_act(act), m_icon(icon)
{
    m_words = text;
    setAct(act);
    connect(this, &QPushButton::clicked, this, [this] { m_desk.actions.action(m_act)->trigger(); });
    connect(&desk.actions, &ActionTable::keysChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void KeyButton::setAct(Act act)
{
    m_act = act;
    disconnect(m_enabling);
    const QAction *action = m_desk.actions.action(act);
    m_enabling = connect(action, &QAction::enabledChanged, this, &QWidget::setEnabled);
    setEnabled(action->isEnabled());
    setWords(m_words);
}

void KeyButton::setWords(const QString &text)
{
    m_words = text;
    const QString name = m_desk.actions.text(m_act);
    setAccessibleName(text.isEmpty() ? name : text);
    const QString key = keyText();
    setToolTip(key.isEmpty() ? name : QString(name + u" ("_s + key + u')'));
    updateGeometry();
    update();
}

void KeyButton::setPrimary(bool on)
{
    setProperty("primary", on);
}

void KeyButton::setSmall(bool on)
{
    m_isSmall = on;
    setProperty("small", on);
}

void KeyButton::setShowsKey(bool on)
{
    m_showsKey = on;
    updateGeometry();
}

QString KeyButton::keyText() const
{
    return m_desk.actions.keyText(m_act);
}

QColor KeyButton::ink() const
{
    if (!isEnabled())
        return m_desk.theme(Colour::Text3);
    if (!property("primary").toBool())
        return m_desk.theme(Colour::Text);
    return m_desk.theme.kind() == ThemeKind::Dark ? QColor(Qt::white) : m_desk.theme(Colour::TextOnAccent);
}

QSize KeyButton::sizeHint() const
{
    const Theme &theme = m_desk.theme;
    const QFontMetrics words(theme.font(m_isSmall ? TextSize::Secondary : TextSize::Text));
    int width = theme.px(m_isSmall ? 16 : 24) + words.horizontalAdvance(m_words);
    if (!m_icon.isEmpty())
        width += theme.px(m_words.isEmpty() ? 20 : 26);
    if (m_showsKey && !keyText().isEmpty())
        width += QFontMetrics(theme.font(TextSize::Secondary)).horizontalAdvance(keyText()) + theme.px(16);
    return {width, theme.size(m_isSmall ? "controlSmall" : "control")};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawControl(QStyle::CE_PushButton, option);

    const Theme &theme = m_desk.theme;
    const QColor colour = ink();
    const QFont wordsFont = theme.font(m_isSmall ? TextSize::Secondary : TextSize::Text);
    const QFont keyFont = theme.font(TextSize::Secondary);
    const QString key = m_showsKey ? keyText() : QString();
    const int wordsWidth = QFontMetrics(wordsFont).horizontalAdvance(m_words);
    const int iconSize = theme.px(20);
    const int iconWidth = m_icon.isEmpty() ? 0 : iconSize + (m_words.isEmpty() ? 0 : theme.px(6));
    const int keyWidth = key.isEmpty() ? 0 : QFontMetrics(keyFont).horizontalAdvance(key) + theme.px(8);
    int x = (width() - iconWidth - wordsWidth - (keyWidth ? keyWidth + theme.px(6) : 0)) / 2;
    if (!m_icon.isEmpty())
        painter.drawPixmap(x, (height() - iconSize) / 2, m_desk.icons.pixmap(m_icon, colour, iconSize, devicePixelRatio()));
    x += iconWidth;
    painter.setPen(colour);
    painter.setFont(wordsFont);
    painter.drawText(QRect(x, 0, wordsWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, m_words);
    if (keyWidth == 0)
        return;
    x += wordsWidth + theme.px(6);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(keyFont);
    QColor frame = colour;
    frame.setAlphaF(0.6F);
    painter.setPen(property("primary").toBool() && isEnabled() ? frame : theme(Colour::BorderStrong));
    const QRectF box(x + 0.5, (height() - theme.px(18)) / 2.0 + 0.5, keyWidth - 1, theme.px(18) - 1);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(property("primary").toBool() ? colour : theme(isEnabled() ? Colour::Text2 : Colour::Text3));
    painter.drawText(box, Qt::AlignCenter, key);
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int size = m_desk.theme.px(18);
    painter.drawPixmap(width() - size - m_desk.theme.px(6), (height() - size) / 2,
                       m_desk.icons.pixmap(QStringLiteral("down"), isEnabled() ? Colour::Text2 : Colour::Text3, size,
                                           devicePixelRatio()));
}

Chip::Chip(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::show(const QString &text, ChipLook look)
{
    m_text = text;
    m_look = look;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {chipWidth(m_text, m_theme), chipHeight(m_theme)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, {0, 0}, m_text, m_look, m_theme);
}

RingWidget::RingWidget(const Theme &theme, int size, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(size, size);
}

void RingWidget::setState(const models::ClockState &state, const QColor &colourOfArc)
{
    m_state = state;
    m_arc = colourOfArc;
    setAccessibleName(Words::clock(state));
    update();
}

void RingWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRing(painter, rect(), m_state, m_theme, models::ringFigure(m_state, Words::minuteMark()), m_arc);
}

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_full = text;
    setToolTip(Qt::convertFromPlainText(text)); // a tool tip would read markup otherwise
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(m_full) + 4, fontMetrics().height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QString shown = fontMetrics().elidedText(m_full.simplified(), Qt::ElideRight, width());
    painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine, shown);
}

QLabel *label(const QString &text, const char *look, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setObjectName(QLatin1String(look));
    return made;
}

QFrame *line(const char *which, QWidget *parent)
{
    auto *made = new QFrame(parent);
    made->setObjectName(QLatin1String(which));
    return made;
}

QLabel *iconLabel(const Desk &desk, const QString &icon, Colour colour, int size, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setPixmap(desk.icons.pixmap(icon, colour, desk.theme.px(size), made->devicePixelRatioF()));
    made->setFixedSize(desk.theme.px(size), desk.theme.px(size));
    return made;
}

QPushButton *button(const QString &text, const char *property, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    if (property)
        made->setProperty(property, true);
    return made;
}

QToolButton *iconButton(const Desk &desk, const QString &icon, const QString &name, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setIcon(desk.icons.icon(icon));
    made->setIconSize({desk.theme.px(20), desk.theme.px(20)});
    made->setFixedSize(desk.theme.size("control"), desk.theme.size("control"));
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

QVBoxLayout *addScrollingRows(QVBoxLayout *to)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget;
    inner->setObjectName(QStringLiteral("surface"));
    auto *rows = new QVBoxLayout(inner);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    area->setWidget(inner);
    to->addWidget(area, 1);
    return rows;
}

void clearRows(QLayout *rows)
{
    while (QLayoutItem *item = rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        if (item->layout())
            clearRows(item->layout());
        delete item;
    }
}

void followRows(const QAbstractItemModel &model, QObject *context, const std::function<void()> &changed)
{
    QObject::connect(&model, &QAbstractItemModel::modelReset, context, changed);
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, context, changed);
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved, context, changed);
    QObject::connect(&model, &QAbstractItemModel::dataChanged, context, changed);
}

} // namespace bangban::ui
