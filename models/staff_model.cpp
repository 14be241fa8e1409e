// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff_model.h"

#include "core/domain/capacity.h"

namespace bangban::models {

using namespace Qt::StringLiterals;

StaffModel::StaffModel(client::Feed &feed, QObject *parent) : RowsTable(parent), m_feed(feed)
{
    connect(&feed, &client::Feed::cleared, this, [this] {
        m_accounts.clear();
        clear();
    });
    connect(&feed, &client::Feed::accountsLoaded, this, [this](const QList<client::AccountState> &accounts) {
        m_accounts.clear();
        for (const client::AccountState &account : accounts)
            m_accounts.insert(account.staff, account);
        if (rowCount() > 0)
            emit dataChanged(index(0, Login), index(rowCount() - 1, State));
    });
    connect(&feed, &client::Feed::staffChanged, this, [this](const QList<client::StaffRow> &rows) {
        for (const client::StaffRow &row : rows)
            upsert(row);
    });
}

int StaffModel::freeRoom(const client::StaffRow &row)
{
    const bool takesTransfers = row.presence == domain::Presence::Ready
        || row.presence == domain::Presence::TransferOnly;
    if (!row.active || !takesTransfers || row.link == domain::Link::Gone)
        return 0;
    const int fit = (domain::kBudget - row.used) / domain::weightOf(domain::Channel::Text);
    return std::clamp(fit, 0, row.maxChats);
}

QVariant StaffModel::cell(const client::StaffRow &row, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return row.name;
    case Login:
        return loginOf(row.id);
    case Unit:
        return row.unit.value;
    case Roles: {
        QStringList names;
        for (const domain::Role one : row.roles)
            names.append(domain::nameOf(one));
        return names.join(QChar(u' '));
    }
    case PresenceCell:
        return int(row.presence);
    case Room:
        return freeRoom(row);
    default:
        return stateOf(row);
    }
}

QString StaffModel::stateOf(const client::StaffRow &row) const
{
    const auto account = m_accounts.constFind(row.id);
    if (!row.active)
        return u"off"_s;
    if (account == m_accounts.constEnd())
        return u"active"_s;
    if (account->lockedUntil && *account->lockedUntil > m_feed.serverNow())
        return u"locked"_s;
    return domain::nameOf(account->password);
}

} // namespace bangban::models
