// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/restored.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"restored"_s;

QByteArray toBytes(const Restored &restored)
{
    QJsonObject through;
    for (auto it = restored.through.constBegin(); it != restored.through.constEnd(); ++it)
        through.insert(it.key(), *it);
    return QJsonDocument(QJsonObject{{u"epoch"_s, restored.epoch}, {u"through"_s, through}, {u"until"_s, toMs(restored.until)}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

Result<void> markRestored(sql::Database &copy)
{
    Restored restored;
    TAKE(epoch, copy.run(u"SELECT value FROM meta WHERE key = 'epoch'"_s));
    if (epoch->next())
        restored.epoch = QString::fromLatin1(epoch->value(0).toByteArray());
    epoch->finish();
    TAKE(scopes, copy.run(u"SELECT scope, rev FROM scope"_s));
    while (scopes->next())
        restored.through.insert(scopes->value(0).toString(), scopes->value(1).toLongLong());
    scopes->finish();
    TRY(copy.run(u"DELETE FROM meta WHERE key = 'epoch' OR key = ?"_s, {kKey}));
    return copy.run(u"INSERT INTO meta VALUES (?, ?)"_s, {kKey, toBytes(restored)}).map([](auto) {});
}

Result<void> markWentBack(Store &store, const QHash<QString, qint64> &through)
{
    TRY(store.begin());
    TRY(store.setMeta(kKey, toBytes({store.epoch(), through, {}})));
    return store.database().run(u"DELETE FROM meta WHERE key = 'epoch'"_s).map([](auto) {});
}

Result<std::optional<Restored>> restoredOf(Store &store)
{
    TAKE(bytes, store.meta(kKey));
    if (!bytes)
        return std::optional<Restored>();
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    Restored restored{object["epoch"_L1].toString(), {}, fromMs(object["until"_L1].toInteger())};
    const QJsonObject through = object["through"_L1].toObject();
    for (auto it = through.constBegin(); it != through.constEnd(); ++it)
        restored.through.insert(it.key(), it->toInteger());
    return std::optional(restored);
}

Result<void> beginRefill(Store &store, Restored &restored, Instant now)
{
    restored.until = now + kRefillTime;
    TRY(store.begin());
    return store.setMeta(kKey, toBytes(restored));
}

} // namespace bangban::server
