// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/cursor.h"

#include "core/crypto/secrets.h"

#include <QList>

namespace bangban::server {
namespace {
QByteArray signatureOf(const QByteArray &text, const QByteArray &key) { return crypto::keyedHash(key, text).toHex().left(32); }
} // namespace

QString encodeCursor(const Cursor &cursor, const QByteArray &key)
{
    const QByteArray text = cursor.epoch.toLatin1() + '.' + cursor.scope.toUtf8().toBase64(QByteArray::Base64UrlEncoding)
        + '.' + QByteArray::number(cursor.rev) + '.' + cursor.chain + '.' + cursor.view;
    return QString::fromLatin1(text + '.' + signatureOf(text, key));
}

Result<Cursor> decodeCursor(const QString &text, const QByteArray &key)
{
    const QByteArray bytes = text.toLatin1();
    const qsizetype end = bytes.lastIndexOf('.');
    if (end < 0 || !crypto::isEqual(signatureOf(bytes.left(end), key), bytes.mid(end + 1)))
        return fail(ErrorCode::BadCursor);
    const QList<QByteArray> parts = bytes.left(end).split('.');
    if (parts.size() != 5)
        return fail(ErrorCode::BadCursor);
    return Cursor{QString::fromLatin1(parts[0]),
                  QString::fromUtf8(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding)), parts[2].toLongLong(),
                  parts[3], parts[4]};
}

} // namespace bangban::server
