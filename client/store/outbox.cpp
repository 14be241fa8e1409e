// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/outbox.h"

#include "core/crypto/sealed.h"

#include <QJsonDocument>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {
QByteArray placeOf(const CommandId &command) { return "outbox/" + command.value.toUtf8(); }
} // namespace

QByteArray Outbox::sealed(const QJsonObject &object, const CommandId &command) const
{
    return crypto::seal(m_key, QJsonDocument(object).toJson(QJsonDocument::Compact), placeOf(command));
}

Result<QJsonObject> Outbox::unsealed(const QVariant &stored, const CommandId &command) const
{
    TAKE(bytes, crypto::unseal(m_key, stored.toByteArray(), placeOf(command)));
    return QJsonDocument::fromJson(bytes).object();
}

Result<OutboxEntry> Outbox::entryOf(const QSqlQuery &query) const
{
    const CommandId command(query.value(0).toString());
    TAKE(body, unsealed(query.value(4), command));
    TAKE(shown, unsealed(query.value(5), command));
    OutboxEntry entry{command, query.value(1).toString(), query.value(2).toString(),
                      RequestId(query.value(3).toString()), body, shown,
                      OutboxState(query.value(6).toInt()), std::nullopt, fromMs(query.value(9).toLongLong())};
    if (const QString code = query.value(7).toString(); !code.isEmpty())
        entry.error = Error{errorCodeFromWire(code).value_or(ErrorCode::Internal), query.value(8).toString()};
    return entry;
}

Result<void> Outbox::add(const std::vector<OutboxEntry> &entries, const QList<CommandId> &dropped)
{
    if (auto begun = m_database.begin(); !begun)
        return begun;
    auto done = insert(entries);
    for (const CommandId &command : dropped)
        done = done.and_then([&] { return setState(command, OutboxState::Dropped); });
    done = done.and_then([&] { return m_database.commit(); });
    if (!done)
        m_database.rollback();
    return done;
}

Result<void> Outbox::insert(const std::vector<OutboxEntry> &entries)
{
    for (const OutboxEntry &entry : entries) {
        auto put = m_database.run(u"INSERT INTO outbox(cmd_id, type, lane, request, body, shown, state, error, detail, at)"
                                  " VALUES (?, ?, ?, ?, ?, ?, 0, '', '', ?)"_s,
                                  {entry.command.value, entry.type, entry.lane, entry.request.isEmpty() ? u""_s : entry.request.value,
                                   sealed(entry.body, entry.command), sealed(entry.shown, entry.command), toMs(entry.at)});
        if (!put)
            return tl::unexpected<Error>(put.error());
    }
    return {};
}

Result<std::vector<OutboxEntry>> Outbox::entries() { return entriesIn(u"0, 2"_s); }

Result<std::vector<OutboxEntry>> Outbox::confirmed() { return entriesIn(u"1"_s); }

Result<std::vector<OutboxEntry>> Outbox::entriesIn(const QString &states)
{
    auto query = m_database.run(u"SELECT cmd_id, type, lane, request, body, shown, state, error, detail, at FROM outbox"
                                " WHERE state IN ("_s + states + u") ORDER BY position"_s);
    if (!query)
        return tl::unexpected<Error>(query.error());
    std::vector<OutboxEntry> entries;
    while ((*query)->next()) {
        TAKE(entry, entryOf(**query));
        entries.push_back(std::move(entry));
    }
    (*query)->finish();
    return entries;
}

Result<void> Outbox::setState(const CommandId &command, OutboxState state, const std::optional<Error> &error)
{
    return m_database
        .run(u"UPDATE outbox SET state = ?, error = ?, detail = ? WHERE cmd_id = ?"_s,
             {int(state), error ? QString(wireName(error->code)) : u""_s, error && !error->detail.isNull() ? error->detail : u""_s,
              command.value})
        .map([](auto) {});
}

Result<void> Outbox::prune(Instant before)
{
    return m_database.run(u"DELETE FROM outbox WHERE state IN (1, 3) AND at < ?"_s, {toMs(before)}).map([](auto) {});
}

} // namespace bangban::client
