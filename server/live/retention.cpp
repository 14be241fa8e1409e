// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/live.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

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
    if (!overdue.isEmpty())
        TRY(office.audit({}, u"retention"_s, overdue.constFirst(), R"({"count":)" + QByteArray::number(overdue.size()) + '}'));
    return int(overdue.size());
}

} // namespace bangban::server
