// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"

namespace bangban::server {

/// Fills an empty database with the sample office (示例): organisation, items, staff, questions, codes, calendar. Does
/// nothing if there is an organisation already. \param now time of the import
Result<void> fillWithSample(Store &store, Instant now);

/// Gives a record of the release before what it lacks: its questions and answers become entries of the knowledge base. Does nothing
/// where there are entries. \errors Database
Result<void> bringUp(Store &store, Instant now);

struct DemoAccount {
    QString login;
    QString name;
    QString what; ///< its roles, as stored
};
inline constexpr QLatin1String kDemoPassword{"demo-demo"};

/// Opens one 示例 unit and the centre day and night from today on, and gives every sample account the demo password.
/// Only for databases that hold nothing but the sample. \errors BadConfiguration for any other
Result<void> prepareDemo(Store &store, Instant now);
/// The accounts to try first: two agents of the unit that is open day and night, its supervisor, two administrators.
std::vector<DemoAccount> demoAccounts();

} // namespace bangban::server
