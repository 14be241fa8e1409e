// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

namespace bangban::client {

/// Changes of one batch, sorted by what the screen holds. Rows of unknown entities are left out (a newer server),
/// and so are rows that cannot be read; those are logged.
struct RowChanges {
    QList<RequestRow> requests;
    QList<MessageRow> messages;
    QList<OfferRow> offers;
    QList<TaskRow> tasks;
    QList<EntryDraftRow> drafts;
    QList<StaffRow> staff;
    QList<NoticeRow> notices;
    QList<ItemRow> items;
    QList<NodeRow> nodes;
    QList<CodeRow> codes;
    QList<HoursRow> hours;
    QList<SettingsRow> settings;
    QList<PhraseRow> phrases;
    QList<SlipRow> slips;
    QList<CannedRow> canned;
    QList<InspectionRow> inspections;
    QHash<QString, QList<RequestId>> requestsGone; ///< by reason
    QList<MessageId> messagesGone;
    QStringList offersGone;
    QList<TaskId> tasksGone;
    QStringList draftsGone;
    QList<SlipId> slipsGone;
    QList<CannedId> cannedGone;
    QList<InspectionId> inspectionsGone;

    void add(const protocol::Change &change);
};

} // namespace bangban::client
