// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/permissions.h"
#include "server/handlers/handlers.h"

#include <QHash>

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    domain::Permission permission;
    Result<QJsonObject> (*run)(Office &, const Actor &, const QJsonObject &);
};

template<protocol::Described T>
Result<QJsonObject> decodeAndHandle(Office &office, const Actor &actor, const QJsonObject &body)
{
    TAKE(command, protocol::fromJson<T>(body));
    return handle(office, actor, command);
}

const QHash<QString, Entry> &table()
{
    static const QHash<QString, Entry> entries{
#define TO_SERVER(type, wire, since)
#define TO_CLIENT(type, wire, since)
#define ENTITY(type, wire, since)
#define COMMAND(type, wire, since, permission)                                                                         \
    {protocol::wireName<protocol::type>(), {domain::Permission::permission, &decodeAndHandle<protocol::type>}},
#include "core/protocol/messages.def"
#undef TO_SERVER
#undef TO_CLIENT
#undef ENTITY
#undef COMMAND
    };
    return entries;
}

bool isGranted(const Actor &actor, domain::Permission permission)
{
    if (!actor.citizen.isEmpty())
        return domain::isGranted(domain::Role::Citizen, permission);
    return domain::isGranted(actor.roles, permission);
}

} // namespace

bool isCommand(const QString &type) { return table().contains(type); }

Result<QJsonObject> dispatch(Office &office, const Actor &from, const protocol::Frame &frame)
{
    const Actor actor = office.asOfNow(from);
    const auto entry = table().constFind(frame.type);
    if (entry == table().constEnd())
        return fail(ErrorCode::UnknownMessage, frame.type);
    if (!isGranted(actor, entry->permission))
        return fail(ErrorCode::Forbidden, frame.type);
    if (office.isRefilling() && frame.type != protocol::wireName<protocol::RecordRefill>())
        return fail(ErrorCode::Busy, u"refill"_s); // nothing new before the desks gave back what was
    return entry->run(office, actor, frame.body);
}

} // namespace bangban::server
