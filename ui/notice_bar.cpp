// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice_bar.h"

#include "ui/controls.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace bangban::ui {

NoticeBar::NoticeBar(const Desk &desk, const QString &icon, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_bold(label({}, "bold", this)), m_details(new ElidedLabel(this)),
      m_layout(new QHBoxLayout(this))
{
    setFixedHeight(desk.theme.px(36));
    m_layout->setContentsMargins(desk.theme.px(16), 0, desk.theme.px(12), 0);
    m_layout->setSpacing(desk.theme.px(10));
    m_layout->addWidget(iconLabel(desk, icon, Colour::AmberInk, 20, this));
    m_layout->addWidget(m_bold);
    m_layout->addWidget(m_details, 1);
    const QString ink = QStringLiteral("color: ") + desk.theme(Colour::AmberInk).name();
    m_bold->setStyleSheet(ink);
    m_details->setStyleSheet(ink);
    hide();
}

void NoticeBar::say(const QString &bold, const QString &details)
{
    const bool isSaid = !bold.isEmpty() || !details.isEmpty();
    const bool isNew = isHidden() && isSaid;
    m_bold->setText(bold);
    m_details->setFullText(details);
    setAccessibleName(bold + QChar(u' ') + details);
    m_bold->setVisible(!bold.isEmpty());
    setVisible(isSaid);
    if (!isNew)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::setButton(const QString &text, const std::function<void()> &pressed)
{
    auto *made = button(text, "small", this);
    connect(made, &QPushButton::clicked, this, pressed);
    m_layout->addWidget(made);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_desk.theme(Colour::AmberSoft));
    painter.fillRect(0, height() - 1, width(), 1, m_desk.theme(Colour::AmberLine));
}

} // namespace bangban::ui
