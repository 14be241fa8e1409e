// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "models/rows_table.h"

namespace bangban::models {

struct StaffTraits {
    using Row = client::StaffRow;
    static QString id(const Row &row) { return row.id.value; }
    static std::pair<QString, QString> place(const Row &row) { return {row.unit.value, row.id.value}; }
    static int columns() { return 7; }
};

/// Colleagues: for the transfer dialog and the accounts page. Presence comes as an int, roles and state by name; pages word
/// them. Login and state are those of Feed::fetchAccounts: empty, and "active" or "off", before.
class StaffModel : public RowsTable<StaffTraits> {
public:
    enum Column { Name, Login, Unit, Roles, PresenceCell, Room, State };
    explicit StaffModel(client::Feed &feed, QObject *parent = nullptr);

    [[nodiscard]] const client::StaffRow *staff(const StaffId &id) const { return find(id.value); }
    [[nodiscard]] QString loginOf(const StaffId &id) const { return m_accounts.value(id).login; } ///< empty if not known here
    /// Text conversations that still fit; 0 for whoever takes nothing now.
    [[nodiscard]] static int freeRoom(const client::StaffRow &row);

protected:
    [[nodiscard]] QVariant cell(const client::StaffRow &row, int column, int role) const override;

private:
    [[nodiscard]] QString stateOf(const client::StaffRow &row) const;
    client::Feed &m_feed;
    QHash<StaffId, client::AccountState> m_accounts;
};

} // namespace bangban::models
