// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration_page.h"

#include "core/domain/permissions.h"
#include "ui/administration_tabs.h"
#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/import_tab.h"
#include "ui/office_settings_tab.h"

#include <QHBoxLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

AdministrationPage::AdministrationPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_tabs(new QTabWidget(this)), m_answer(label({}, "secondary", this))
{
    const Theme &theme = desk.theme;
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    auto *head = new QHBoxLayout;
    head->addWidget(label(tr("Administration"), "title", this));
    head->addStretch(1);
    head->addWidget(m_answer);
    layout->addLayout(head);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the administration"));
    layout->addWidget(m_tabs, 1);

    const client::StaffRow me = desk.bench.me();
    QList<AdministrationTab *> made;
    if (domain::isGranted(me.roles, domain::Permission::ManageAccounts))
        made.append({new AccountsTab(desk), new OfficeSettingsTab(desk)});
    if (domain::isGranted(me.roles, domain::Permission::ManageCatalogue))
        made.append({new OrganisationTab(desk), new ItemsTab(desk), new HoursTab(desk)});
    if (domain::isGranted(me.roles, domain::Permission::Import))
        made.append(new ImportTab(desk));
    for (AdministrationTab *tab : made) {
        m_tabs->addTab(tab, tab->title());
        connect(tab, &AdministrationTab::sent, this, [this](const CommandId &command, const QString &what) {
            m_sent.insert(command, what);
            m_answer->setText(tr("%1: sent").arg(what));
        });
    }
    connect(m_tabs, &QTabWidget::currentChanged, m_answer, &QLabel::clear);
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        const QString what = m_sent.take(answer.command);
        if (what.isEmpty())
            return;
        m_answer->setText(answer.error ? QString(what + u": "_s + errorWords(*answer.error)) : tr("%1: done").arg(what));
        m_answer->setStyleSheet(
            u"color: "_s + m_desk.theme(answer.error ? Colour::RedInk : Colour::Text2).name());
    });
}

} // namespace bangban::ui
