// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rail.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Icon 20 px with a 12 px label below; a bar on the left and a soft ground for the page shown.
class RailButton : public QAbstractButton {
public:
    RailButton(const Desk &desk, const QString &icon, const QString &text, QWidget *parent)
        : QAbstractButton(parent), m_desk(desk), m_icon(icon)
    {
        setText(text);
        setAccessibleName(text);
        setToolTip(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(desk.theme.px(56));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = m_desk.theme;
        if (isChecked())
            painter.fillRect(rect(), theme(Colour::AccentSoft));
        else if (underMouse())
            painter.fillRect(rect(), theme(Colour::Hover));
        if (isChecked())
            painter.fillRect(0, 0, 3, height(), theme(Colour::Accent));
        const Colour ink = isChecked() ? Colour::Accent : Colour::Text2;
        const int size = theme.px(20);
        painter.drawPixmap((width() - size) / 2, theme.px(9),
                           m_desk.icons.pixmap(m_icon, ink, size, devicePixelRatio()));
        painter.setPen(theme(ink));
        painter.setFont(theme.font(TextSize::Secondary, isChecked()));
        painter.drawText(QRect(0, theme.px(31), width(), theme.px(18)), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 4));
        if (hasFocus()) {
            painter.setPen(QPen(theme(Colour::Focus), 2));
            painter.drawRect(rect().adjusted(2, 2, -2, -2));
        }
    }

private:
    const Desk &m_desk;
    QString m_icon;
};

} // namespace

Rail::Rail(const Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_group(new QButtonGroup(this))
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 1, 0);
    m_layout->setSpacing(0);
    auto *logo = new QLabel(this);
    logo->setPixmap(desk.icons.pixmap(u"logo"_s, Colour::Accent, desk.theme.px(28), devicePixelRatioF()));
    logo->setAlignment(Qt::AlignCenter);
    logo->setFixedHeight(desk.theme.size("strip"));
    m_layout->addWidget(logo);
    m_layout->addStretch(1);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit pageChosen(Page(id)); });
}

std::pair<QString, QString> Rail::faceOf(Page page)
{
    switch (page) {
    case Page::Service:
        return {u"service"_s, tr("Service")};
    case Page::Knowledge:
        return {u"book"_s, tr("Knowledge")};
    case Page::Slips:
        return {u"quote"_s, tr("Phrases")};
    case Page::Administration:
        return {u"administration"_s, tr("Admin", "page of the rail: administration")};
    case Page::Settings:
        return {u"settings"_s, tr("Settings")};
    }
    return {};
}

void Rail::setPages(const QList<Page> &pages)
{
    const auto old = m_group->buttons();
    for (QAbstractButton *button : old) {
        m_group->removeButton(button);
        delete button;
    }
    int top = 1;
    for (const Page page : pages) {
        const auto [icon, text] = faceOf(page);
        auto *button = new RailButton(m_desk, icon, text, this);
        m_group->addButton(button, int(page));
        if (page == Page::Settings)
            m_layout->addWidget(button);
        else
            m_layout->insertWidget(top++, button);
    }
}

void Rail::select(Page page)
{
    if (QAbstractButton *button = m_group->button(int(page)))
        button->setChecked(true);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_desk.theme(Colour::Surface));
    painter.fillRect(width() - 1, 0, 1, height(), m_desk.theme(Colour::Border));
}

} // namespace bangban::ui
