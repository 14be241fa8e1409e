// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/live.h"
#include "server/store/files.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::days kUnusedFor{7};

/// Files for entries that no version and no draft shows: taken out again, or of a draft that was thrown away.
Result<void> dropUnusedMedia(Office &office)
{
    Files files(office.store);
    TAKE(unpublished, files.unpublished(office.now() - kUnusedFor));
    for (const FileId &file : unpublished) {
        const bool isUsed = std::ranges::any_of(office.store.drafts.live(), [&](const protocol::EntryDraftRow &draft) {
            return std::ranges::count(draft.entry.media, file, &protocol::EntryMedia::file) > 0;
        });
        if (!isUsed)
            TRY(files.drop(file));
    }
    return {};
}

} // namespace

Result<int> eraseOverdue(Office &office)
{
    const Instant before = office.now() - std::chrono::days(office.store.office().retentionDays);
    TAKE(query, office.store.database().run(u"SELECT r.id FROM request r JOIN data_key k ON k.owner = r.id WHERE r.closed_at > 0 AND "
                                            "r.closed_at < ? AND length(k.wrapped) > 0 ORDER BY r.closed_at LIMIT ?"_s,
                                            {toMs(before), kErasedAtOnce}));
    QStringList overdue;
    while (query->next())
        overdue.append(query->value(0).toString());
    query->finish();
    for (const QString &id : std::as_const(overdue))
        TRY(office.store.erase(RequestId(id)));
    TRY(office.store.database().run(u"DELETE FROM assistant_turn WHERE at < ?"_s, {toMs(before)}));
    TRY(dropUnusedMedia(office));
    if (!overdue.isEmpty())
        TRY(office.audit({}, u"retention"_s, overdue.constFirst(), R"({"count":)" + QByteArray::number(overdue.size()) + '}'));
    return int(overdue.size());
}

} // namespace bangban::server
