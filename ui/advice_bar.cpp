// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/advice_bar.h"

#include "ui/controls.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

AdviceBar::AdviceBar(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_icon(iconLabel(desk, u"alert"_s, Colour::AmberInk, 16, this)), m_bold(label({}, "bold", this)),
      m_advice(label({}, "", this)), m_head(new QHBoxLayout), m_close(iconButton(desk, u"close"_s, tr("Close"), this))
{
    const Theme &theme = desk.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(10), theme.px(6), theme.px(6), theme.px(8));
    layout->setSpacing(theme.px(2));
    m_head->setSpacing(theme.px(6));
    m_head->addWidget(m_icon);
    m_head->addWidget(m_bold, 1);
    m_close->setFixedSize(theme.px(24), theme.px(24));
    m_close->setProperty("flat", true);
    m_close->setFocusPolicy(Qt::NoFocus);
    m_head->addWidget(m_close);
    layout->addLayout(m_head);
    for (QLabel *text : {m_bold, m_advice}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::NoTextInteraction);
    }
    m_advice->setContentsMargins(theme.px(22), 0, theme.px(6), 0);
    layout->addWidget(m_advice);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    hide();
}

void AdviceBar::say(const QString &bold, const QString &advice, bool isGrave)
{
    const bool isNew = isHidden() || m_bold->text() != bold;
    m_isGrave = isGrave;
    const Colour ink = isGrave ? Colour::RedInk : Colour::AmberInk;
    m_icon->setPixmap(m_desk.icons.pixmap(u"alert"_s, ink, m_desk.theme.px(16), devicePixelRatioF()));
    m_bold->setStyleSheet(u"color: "_s + m_desk.theme(ink).name());
    m_bold->setText(bold);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    setAccessibleName(bold + u' ' + advice);
    show();
    update();
    if (!isNew)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QPushButton *AdviceBar::addButton(const QString &text)
{
    QPushButton *made = button(text, "small", this);
    made->setFocusPolicy(Qt::TabFocus);
    m_head->insertWidget(m_head->count() - 1, made);
    return made;
}

void AdviceBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_desk.theme(m_isGrave ? Colour::RedLine : Colour::AmberLine));
    painter.setBrush(m_desk.theme(m_isGrave ? Colour::RedSoft : Colour::AmberSoft));
    painter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), m_desk.theme.px(4), m_desk.theme.px(4));
}

} // namespace bangban::ui
