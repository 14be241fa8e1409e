// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/crypto/secrets.h"

#include <QMap>

#include <optional>

namespace bangban::server {

/// A link of a hash chain: over the one before, what it is about, and its body as it is stored.
inline QByteArray chainLink(const QByteArray &previous, const QByteArray &about, const QByteArray &body)
{
    return crypto::hash(previous + about + '\0' + body);
}

/// A link of the audit chain. Keyed: who can change the rows but has not the master key cannot make a chain that fits.
struct AuditRow {
    QString who;
    QString action;
    QString id;
    qint64 at = 0;
    QByteArray detail; ///< as stored
};
inline QByteArray auditLink(const QByteArray &key, const QByteArray &previous, const AuditRow &row)
{
    const QString about = row.who + u'\n' + row.action + u'\n' + row.id + u'\n' + QString::number(row.at);
    return crypto::keyedHash(key, previous + about.toUtf8() + '\0' + row.detail);
}

/// Where the audit chain of each scope ends; a tail that was cut off shows by it.
using AuditEnds = QMap<QString, std::pair<qint64, QByteArray>>;
inline QByteArray toBytes(const AuditEnds &ends, const QByteArray &key)
{
    QByteArray text;
    for (auto it = ends.constBegin(); it != ends.constEnd(); ++it)
        text += it.key().toUtf8() + '\t' + QByteArray::number(it->first) + '\t' + it->second.toHex() + '\n';
    return text + crypto::keyedHash(key, text).toHex();
}
/// Nothing if it was changed.
inline std::optional<AuditEnds> auditEndsFrom(const QByteArray &bytes, const QByteArray &key)
{
    const qsizetype end = bytes.lastIndexOf('\n') + 1;
    if (!crypto::isEqual(crypto::keyedHash(key, bytes.left(end)).toHex(), bytes.mid(end)))
        return std::nullopt;
    AuditEnds ends;
    const auto lines = bytes.left(end).split('\n');
    for (const QByteArray &line : lines)
        if (const auto parts = line.split('\t'); parts.size() == 3)
            ends.insert(QString::fromUtf8(parts[0]), {parts[1].toLongLong(), QByteArray::fromHex(parts[2])});
    return ends;
}

// Where sealed bytes lie: they open in no other place.
inline QByteArray placeOf(const char *table, const QString &id) { return QByteArray(table) + '/' + id.toUtf8(); }
inline QByteArray placeOf(const char *table, const QString &scope, qint64 number)
{
    return placeOf(table, scope) + '/' + QByteArray::number(number);
}

} // namespace bangban::server
