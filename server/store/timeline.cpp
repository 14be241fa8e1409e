// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/timeline.h"

#include "core/base/uuid7.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::nameOf, domain::TimerKind, domain::TimerOutcome;

Result<void> Timeline::add(const RequestId &request, domain::ResponseEventKind kind, Instant at, const QString &who,
                           const NodeId &unit)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"INSERT INTO request_event SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ? FROM "
                               "request_event WHERE request = ?"_s,
                               {request.value, QString(nameOf(kind)), who, unit.value, toMs(at), request.value}));
    return {};
}

Result<std::vector<domain::ResponseEvent>> Timeline::eventsOf(const RequestId &request)
{
    TAKE(query, m_store.database().run(u"SELECT at, kind, unit FROM request_event WHERE request = ? ORDER BY number"_s,
                                       {request.value}));
    std::vector<domain::ResponseEvent> events;
    while (query->next()) {
        TAKE(kind, domain::fromName<domain::ResponseEventKind>(query->value(1).toString()));
        events.push_back({fromMs(query->value(0).toLongLong()), kind, NodeId(query->value(2).toString())});
    }
    return events;
}

Result<void> Timeline::start(const RequestId &request, TimerKind kind, Instant from, Instant due, const NodeId &unit,
                             const StaffId &staff)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"INSERT INTO timer VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, '', 0)"_s,
                               {makeUuid7(from), request.value, QString(nameOf(kind)), unit.value, staff.value,
                                toMs(from), toMs(due), QString(nameOf(TimerOutcome::Running))}));
    return {};
}

Result<void> Timeline::stop(const RequestId &request, TimerKind kind, Instant at, const QString &reason)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"UPDATE timer SET stopped = ?, reason = ?, outcome = CASE WHEN outcome = 'miss' OR ? > due "
                               "THEN 'miss' ELSE 'hit' END WHERE request = ? AND kind = ? AND stopped IS NULL"_s,
                               {toMs(at), reason, toMs(at), request.value, QString(nameOf(kind))}));
    return {};
}

Result<void> Timeline::stopAs(const RequestId &request, TimerKind kind, Instant at, TimerOutcome outcome,
                              const QString &reason)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"UPDATE timer SET stopped = ?, reason = ?, outcome = CASE WHEN outcome = 'miss' THEN 'miss' "
                               "ELSE ? END WHERE request = ? AND kind = ? AND stopped IS NULL"_s,
                               {toMs(at), reason, QString(nameOf(outcome)), request.value, QString(nameOf(kind))}));
    return {};
}

Result<void> Timeline::miss(const RequestId &request, TimerKind kind)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"UPDATE timer SET outcome = 'miss' WHERE request = ? AND kind = ? AND stopped IS NULL AND "
                               "outcome <> 'miss'"_s,
                               {request.value, QString(nameOf(kind))}));
    return {};
}

} // namespace bangban::server
