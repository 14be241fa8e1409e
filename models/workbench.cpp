// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workbench.h"

namespace bangban::models {

Workbench::Workbench(client::Feed &source, QObject *parent)
    : QObject(parent), feed(source), requests(source), messages(source), drafts(source), nodes(source), staff(source), items(source),
      hours(source), codes(source), notices(source), tasks(source), entryDrafts(source), phrases(source), canned(source), slips(source), inspections(source), waiting(Section::Waiting, requests, source),
      mine(Section::Mine, requests, source), callBacks(Section::CallBacks, requests, source),
      offer(source, requests, staff, nodes)
{
    connect(&source, &client::Feed::signedIn, this, [this](const client::Account &account) {
        m_account = account;
        mine.setMe(account.staff.id);
        offer.setMe(account.staff.id);
        emit signedIn();
        emit meChanged();
    });
    connect(&source, &client::Feed::signedOut, this, [this](const Error &why) {
        m_account.reset();
        m_figures.reset();
        emit signedOut(why);
    });
    connect(&source, &client::Feed::staffChanged, this, [this](const QList<client::StaffRow> &rows) {
        for (const client::StaffRow &row : rows)
            if (m_account && row.id == m_account->staff.id)
                emit meChanged();
    });
    connect(&source, &client::Feed::lineChanged, this, [this](const client::Line &line) {
        m_line = line;
        emit lineChanged();
    });
    connect(&source, &client::Feed::figuresChanged, this, [this](const client::Figures &figures) {
        m_figures = figures;
        emit figuresChanged();
    });
    connect(&source, &client::Feed::knowledgeChanged, this, [this](const client::KnowledgeState &state) { m_knowledge = state; });
    connect(&source, &client::Feed::settingsChanged, this, [this](const client::SettingsRow &row) {
        m_settings = row;
        emit settingsChanged();
    });
    connect(&messages, &MessageBook::changed, this, [this](const RequestId &request) {
        mine.setPending(request, messages.pendingOf(request));
    });
}

client::StaffRow Workbench::me() const
{
    if (!m_account)
        return {};
    const client::StaffRow *row = staff.staff(m_account->staff.id);
    return row ? *row : m_account->staff;
}

QString Workbench::today() const
{
    return toIso(dateOf(feed.serverNow()));
}

} // namespace bangban::models
