// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/row_changes.h"
#include "core/protocol/codec.h"
#include "tests/fuzz/fuzz.h"

#include <QLoggingCategory>

using namespace bangban;
using namespace bangban::protocol;
using namespace bangban::tests;

namespace {

void sort(const std::vector<Change> &changes)
{
    client::RowChanges rows;
    for (const Change &change : changes)
        rows.add(change);
    const qsizetype taken = rows.requests.size() + rows.messages.size() + rows.offers.size() + rows.staff.size()
        + rows.notices.size() + rows.items.size() + rows.nodes.size() + rows.codes.size() + rows.hours.size() + rows.settings.size();
    hold(taken <= qsizetype(changes.size()), "no row comes twice");
}

} // namespace

/// The desk's reader of what a server sends: snapshots and batches, down to the rows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isQuiet = [] {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
        return true;
    }();
    hold(isQuiet, "the log is quiet");
    const auto frame = decode(bytesOf(data, size));
    if (!frame)
        return 0;
    if (const auto snapshot = fromJson<Snapshot>(frame->body))
        sort(snapshot->rows);
    if (const auto batch = fromJson<Batch>(frame->body))
        sort(batch->changes);
    return 0;
}
