// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"

#include <sodium.h>

namespace bangban::crypto {
namespace {
constexpr unsigned long long kPasses = 2;
constexpr size_t kMemory = 19 * 1024 * 1024;

const unsigned char *bytesOf(const QByteArray &a) { return reinterpret_cast<const unsigned char *>(a.constData()); }
} // namespace

Result<void> prepare()
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, QStringLiteral("sodium_init"));
    return {};
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

QString makeToken()
{
    return QString::fromLatin1(randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<QByteArray> hashPassword(const QString &password)
{
    const QByteArray utf8 = password.toUtf8();
    QByteArray encoded(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(encoded.data(), utf8.constData(), size_t(utf8.size()), kPasses, kMemory) != 0)
        return fail(ErrorCode::Internal, QStringLiteral("crypto_pwhash_str"));
    encoded.truncate(qsizetype(qstrlen(encoded.constData())));
    return encoded;
}

bool isPassword(const QByteArray &stored, const QString &password)
{
    const QByteArray utf8 = password.toUtf8();
    // libsodium wants the whole zero-padded buffer.
    const QByteArray padded = stored.leftJustified(crypto_pwhash_STRBYTES, '\0', true);
    return crypto_pwhash_str_verify(padded.constData(), utf8.constData(), size_t(utf8.size())) == 0;
}

QByteArray keyedHash(const QByteArray &key, const QByteArray &bytes)
{
    QByteArray out(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(out.data()), 32, bytesOf(bytes),
                       static_cast<unsigned long long>(bytes.size()), bytesOf(key), size_t(key.size()));
    return out;
}

QByteArray hash(const QByteArray &bytes) { return keyedHash({}, bytes); }

bool isEqual(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

} // namespace bangban::crypto
