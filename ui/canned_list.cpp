// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canned_list.h"

#include "ui/canned_dialog.h"
#include "ui/controls.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostRows = 5; ///< that are seen at once
} // namespace

CannedList::CannedList(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_list(new QListWidget(this)), m_change(button(tr("Change…"), "link", this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(desk.theme.px(2));
    m_list->setObjectName(u"canned"_s);
    m_list->setAccessibleName(tr("Canned phrases"));
    m_list->setFocusPolicy(Qt::NoFocus); // one goes on typing
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_list);
    auto *foot = new QHBoxLayout;
    foot->addWidget(label(tr("↑ ↓ choose, Enter inserts, Esc leaves it"), "secondary", this));
    foot->addStretch(1);
    QPushButton *fresh = button(tr("New phrase…"), "link", this);
    for (QPushButton *one : {m_change, fresh}) {
        one->setFocusPolicy(Qt::NoFocus);
        foot->addWidget(one);
    }
    layout->addLayout(foot);
    connect(m_list, &QListWidget::itemClicked, this, &CannedList::pick);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_change->setVisible(row >= 0 && std::size_t(row) < m_found.size() && mayChange(m_found[std::size_t(row)]));
    });
    connect(m_change, &QPushButton::clicked, this, &CannedList::change);
    connect(fresh, &QPushButton::clicked, this, &CannedList::newAsked);
    connect(&desk.bench.canned, &models::CannedBook::changed, this, [this] {
        if (isVisible())
            fill();
    });
    hide();
}

bool CannedList::mayChange(const client::CannedRow &row) const
{
    const client::StaffRow me = m_desk.bench.me();
    return row.staff == me.id || (!row.unit.isEmpty() && row.unit == me.unit && CannedDialog::mayKeepUnits(m_desk));
}

void CannedList::look(const QString &typed)
{
    const bool isAsked = !typed.isNull();
    m_typed = typed;
    m_isChosen = false;
    setVisible(isAsked);
    if (isAsked)
        return fill();
    m_found.clear();
    m_list->clear();
    emit found();
}

void CannedList::fill()
{
    m_found = m_desk.bench.canned.find(m_typed);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const client::CannedRow &row : m_found) {
        const QString whose = row.staff.isEmpty() && row.unit.isEmpty() ? tr("office") : row.staff.isEmpty() ? tr("unit") : tr("own");
        const QString words = row.text.simplified();
        auto *item = new QListWidgetItem((row.code.isEmpty() ? QString() : u"/%1  "_s.arg(row.code)) + words + u"  · "_s + whose + (row.sample ? u" · "_s + tr("sample") : QString()), m_list);
        item->setToolTip(Qt::convertFromPlainText(row.text));
    }
    if (m_found.empty())
        (new QListWidgetItem(m_typed.isEmpty() ? tr("There is no phrase yet.") : tr("No phrase for “%1”.").arg(m_typed), m_list))->setFlags(Qt::NoItemFlags);
    m_list->setCurrentRow(m_found.empty() ? -1 : 0);
    m_change->setVisible(!m_found.empty() && mayChange(m_found.front()));
    const int shown = std::clamp(m_list->count(), 1, kMostRows);
    m_list->setFixedHeight(shown * std::max(1, m_list->sizeHintForRow(0)) + 2 * m_list->frameWidth() + 2);
    emit found();
}

void CannedList::step(int by)
{
    if (m_found.empty())
        return;
    m_isChosen = true;
    emit found();
    m_list->setCurrentRow(int((std::size_t(m_list->currentRow()) + m_found.size() + std::size_t(by)) % m_found.size()));
}

void CannedList::pick()
{
    const int row = m_list->currentRow();
    if (row >= 0 && std::size_t(row) < m_found.size())
        emit picked(QString(m_found[std::size_t(row)].text));
}

void CannedList::change()
{
    const int row = m_list->currentRow();
    if (row >= 0 && std::size_t(row) < m_found.size())
        (new CannedDialog(m_desk, m_found[std::size_t(row)], window()))->open();
}

} // namespace bangban::ui
