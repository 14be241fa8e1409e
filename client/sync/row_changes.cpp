// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/row_changes.h"

#include "core/base/log.h"
#include "core/protocol/codec.h"

namespace bangban::client {

namespace {

template<typename Row>
bool take(const protocol::Change &change, QList<Row> &rows)
{
    if (change.entity != protocol::wireName<Row>())
        return false;
    if (!change.gone.isEmpty())
        return true; // the screen keeps staff, items and the like: their rows say themselves that they ended
    if (auto row = protocol::fromJson<Row>(change.row))
        rows.append(std::move(*row));
    else
        qCWarning(logSync, "row %s %s: %s", qPrintable(change.entity), qPrintable(change.id), qPrintable(row.error().detail));
    return true;
}

} // namespace

void RowChanges::add(const protocol::Change &change)
{
    if (!change.gone.isEmpty()) {
        if (change.entity == protocol::wireName<RequestRow>())
            requestsGone[change.gone].append(RequestId(change.id));
        else if (change.entity == protocol::wireName<MessageRow>())
            messagesGone.append(MessageId(change.id));
        else if (change.entity == protocol::wireName<OfferRow>())
            offersGone.append(change.id);
        else if (change.entity == protocol::wireName<TaskRow>())
            tasksGone.append(TaskId(change.id));
        else if (change.entity == protocol::wireName<EntryDraftRow>())
            draftsGone.append(change.id);
        else if (change.entity == protocol::wireName<SlipRow>())
            slipsGone.append(SlipId(change.id));
        else if (change.entity == protocol::wireName<CannedRow>())
            cannedGone.append(CannedId(change.id));
        else if (change.entity == protocol::wireName<InspectionRow>())
            inspectionsGone.append(InspectionId(change.id));
    }
    take(change, requests) || take(change, messages) || take(change, offers) || take(change, tasks) || take(change, drafts)
        || take(change, staff) || take(change, notices) || take(change, items) || take(change, nodes) || take(change, codes) || take(change, hours) || take(change, settings)
        || take(change, phrases) || take(change, slips) || take(change, canned) || take(change, inspections);
}

} // namespace bangban::client
