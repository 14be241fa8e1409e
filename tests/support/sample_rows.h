// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

/// The sample files as the rows that a desk receives. A file that cannot be read ends the test.
namespace bangban::tests {

QJsonObject sampleFile(const QString &pathInSource);
QList<client::NodeRow> sampleNodes();
QList<client::ItemRow> sampleItems();
QList<client::StaffRow> sampleStaff();
QList<client::EntryRow> sampleEntries(); ///< those that were published
QList<client::CodeRow> sampleCodes();
QList<client::PhraseRow> samplePhrases();
QList<client::HoursRow> sampleHours();

/// One scripted talk: who says what.
struct Talk {
    QString id;
    ItemId item;
    QList<std::pair<domain::Sender, QString>> turns; ///< citizen and staff only
};
QList<Talk> sampleTalks();
QStringList sampleEnterprises();

} // namespace bangban::tests
