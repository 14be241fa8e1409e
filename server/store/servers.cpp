// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/servers.h"

#include "core/base/clock.h"
#include "core/base/uuid7.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::Link;

Servers::Servers(Store &store) : m_store(store), m_id(makeUuid7(wallClockNow())), m_leads(!store.isShared()) {}

Result<Servers::Beat> Servers::beat()
{
    Beat beat;
    if (!m_store.isShared())
        return beat;
    TRY(m_store.begin());
    sql::Database &database = m_store.database();
    TAKE(clock, database.run(u"SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"_s));
    const qint64 now = clock->next() ? clock->value(0).toLongLong() : 0;
    beat.databaseNow = fromMs(now);
    TRY(database.run(u"UPDATE server SET seen = ? WHERE id = ?"_s, {now, m_id}));
    beat.wasForgotten = database.changedRows() == 0;
    if (beat.wasForgotten)
        TRY(database.run(u"INSERT INTO server(id, seen) VALUES (?, ?)"_s, {m_id, now}));
    const qint64 dead = now - std::chrono::milliseconds(kDeadAfter).count();
    TAKE(left, database.run(u"SELECT DISTINCT who FROM presence WHERE server NOT IN (SELECT id FROM server WHERE seen >= ?)"_s, {dead}));
    while (left->next())
        beat.left.append(left->value(0).toString());
    if (!beat.left.isEmpty())
        TRY(database.run(u"DELETE FROM presence WHERE server NOT IN (SELECT id FROM server WHERE seen >= ?)"_s, {dead}));
    TRY(database.run(u"DELETE FROM server WHERE seen < ?"_s, {dead}));
    TAKE(eldest, database.run(u"SELECT MIN(id) FROM server"_s));
    m_leads = eldest->next() && eldest->value(0).toString() == m_id;
    return beat;
}

Result<Link> Servers::note(const QString &who, Link link)
{
    if (!m_store.isShared())
        return link;
    TRY(m_store.begin());
    if (link == Link::Gone)
        TRY(m_store.database().run(u"DELETE FROM presence WHERE server = ? AND who = ?"_s, {m_id, who}));
    else
        TRY(m_store.database().run(u"INSERT INTO presence(server, who, link) VALUES (?, ?, ?) ON CONFLICT(server, who) DO UPDATE "
                                   "SET link = excluded.link"_s, {m_id, who, QString(domain::nameOf(link))}));
    return linkOf(who);
}

Result<Link> Servers::linkOf(const QString &who)
{
    TAKE(query, m_store.database().run(u"SELECT link FROM presence WHERE who = ?"_s, {who}));
    Link best = Link::Gone;
    while (query->next()) {
        TAKE(link, domain::fromName<Link>(query->value(0).toString()));
        best = std::min(best, link);
    }
    return best;
}

} // namespace bangban::server
