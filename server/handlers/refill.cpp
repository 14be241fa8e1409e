// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/handlers.h"
#include "server/store/cursor.h"

#include <QJsonArray>

namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::MessageRow, protocol::RequestRow;

namespace {

/// What the row tells of its times, where the record has not: without it nothing could be counted.
Result<void> rebuildTimes(Office &office, const RequestRow &row)
{
    using Kind = domain::ResponseEventKind;
    TAKE(events, office.timeline.eventsOf(row.id));
    const auto isMissing = [&](Kind kind) {
        return std::none_of(events.begin(), events.end(), [&](const auto &event) { return event.kind == kind; });
    };
    const Instant from = row.clockFrom.value_or(row.queuedAt);
    if (events.empty())
        TRY(office.timeline.add(row.id, Kind::Queued, from, row.citizen.value, row.unit));
    if (events.empty() && row.dueAt)
        TRY(office.timeline.start(row.id, domain::TimerKind::FirstResponse, from, *row.dueAt, row.unit));
    if (row.claimedAt && isMissing(Kind::Accepted))
        TRY(office.timeline.add(row.id, Kind::Accepted, *row.claimedAt, row.owner.value, row.unit));
    if (row.firstHumanAt && isMissing(Kind::HumanMessage)) {
        TRY(office.timeline.add(row.id, Kind::HumanMessage, *row.firstHumanAt, row.firstHumanBy.value, row.unit));
        TRY(office.timeline.stop(row.id, domain::TimerKind::FirstResponse, *row.firstHumanAt, u"refill"_s));
    }
    return {};
}

/// The row as this desk held it, unless the record or another desk knows a newer one. Its conversation is as long as what is
/// there of it: what nobody here heard the citizen's page says again.
Result<bool> takeRequest(Office &office, const Actor &actor, RequestRow row, qint64 rev)
{
    if (row.scope != office.store.defaultScope() || !sees(office.viewOf(actor), audienceOf(row)))
        return false;
    const auto known = office.store.requests.find(row.id.value);
    if (!known && known.error().code != ErrorCode::NotFound)
        return tl::unexpected<Error>(known.error());
    const bool isNewest = office.isRefilling() ? rev > office.refilledThrough(row.id) : !known;
    if (!isNewest)
        return false;
    row.citizenOnline = known && known->citizenOnline;
    row.lastSeq = known ? known->lastSeq : 0;
    TRY(known ? office.putMoved(*known, row) : office.store.put(row));
    office.noteRefilled(row.id, rev);
    TRY(rebuildTimes(office, row));
    if (!row.owner.isEmpty() && office.store.staff.live().contains(row.owner.value))
        TRY(office.recount(row.owner));
    return true;
}

/// A message that the record has not; where its place is taken it goes to the end, for no word is lost.
Result<bool> takeMessage(Office &office, const Actor &actor, MessageRow message)
{
    auto request = office.store.requests.find(message.request.value);
    if (!request && request.error().code != ErrorCode::NotFound)
        return tl::unexpected<Error>(request.error());
    if (!request) // another desk may still bring it
        return office.isRefilling() ? fail(ErrorCode::Busy, u"refill"_s) : Result<bool>(false);
    const auto known = office.store.messages.find(message.id.value);
    if (known || known.error().code != ErrorCode::NotFound)
        return known ? Result<bool>(false) : tl::unexpected<Error>(known.error());
    const bool isOwn = message.sender == domain::Sender::Staff && message.staff == actor.staff;
    if (!isOwn && !sees(office.viewOf(actor), audienceOf(message, *request)))
        return false;
    TAKE(taken, office.store.database().run(u"SELECT COUNT(*) FROM message WHERE request = ? AND seq = ?"_s,
                                            {message.request.value, message.seq}));
    const bool isTaken = !taken->next() || taken->value(0).toInt() > 0;
    taken->finish();
    // Some of it may stand elsewhere by now; no place stays empty.
    if (isTaken || message.seq <= 0 || message.seq > request->lastSeq)
        message.seq = request->lastSeq + 1;
    if (message.seq > request->lastSeq) {
        request->lastSeq = message.seq;
        TRY(office.store.put(*request));
    }
    TRY(office.store.add(message, *request));
    return true;
}

} // namespace

/// \source decision D-030
Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::RecordRefill &refill)
{
    TAKE(cursor, decodeCursor(refill.cursor, office.store.key()));
    QJsonArray taken;
    if (office.isBeyondBackup(cursor))
        for (const QLatin1String entity : {protocol::wireName<RequestRow>(), protocol::wireName<MessageRow>()})
            for (const protocol::Change &change : refill.rows) {
                if (change.entity != entity || !change.gone.isEmpty())
                    continue;
                Result<bool> isTaken = false;
                if (entity == protocol::wireName<RequestRow>())
                    isTaken = protocol::fromJson<RequestRow>(change.row).and_then([&](const RequestRow &row) {
                        return takeRequest(office, actor, row, cursor.rev);
                    });
                else
                    isTaken = protocol::fromJson<MessageRow>(change.row).and_then([&](const MessageRow &row) {
                        return takeMessage(office, actor, row);
                    });
                if (!isTaken)
                    return tl::unexpected<Error>(isTaken.error());
                if (*isTaken)
                    taken.append(change.id);
            }
    if (!taken.isEmpty())
        TRY(office.audit(actor, protocol::wireName<protocol::RecordRefill>(), office.store.defaultScope(),
                         QJsonDocument(QJsonObject{{u"taken"_s, taken}}).toJson(QJsonDocument::Compact)));
    return QJsonObject{{u"taken"_s, taken.size()}};
}

} // namespace bangban::server
