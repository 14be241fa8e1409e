// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/sealed.h"

#include <sodium.h>

namespace bangban::crypto {
namespace {

constexpr char kVersion = 1;
constexpr qsizetype kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

unsigned char *bytesOf(QByteArray &a) { return reinterpret_cast<unsigned char *>(a.data()); }
const unsigned char *bytesOf(const QByteArray &a) { return reinterpret_cast<const unsigned char *>(a.constData()); }

} // namespace

QByteArray seal(const QByteArray &key, const QByteArray &plain, const QByteArray &about)
{
    Q_ASSERT(key.size() == kKeyBytes);
    QByteArray sealed(1 + kNonce + plain.size() + kTag, Qt::Uninitialized);
    sealed[0] = kVersion;
    randombytes_buf(sealed.data() + 1, size_t(kNonce));
    unsigned char *const out = bytesOf(sealed);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + 1 + kNonce, nullptr, bytesOf(plain), size_t(plain.size()),
                                               bytesOf(about), size_t(about.size()), nullptr, out + 1, bytesOf(key));
    return sealed;
}

Result<QByteArray> unseal(const QByteArray &key, const QByteArray &sealed, const QByteArray &about)
{
    const qsizetype length = sealed.size() - 1 - kNonce - kTag;
    if (key.size() != kKeyBytes || length < 0 || sealed[0] != kVersion)
        return fail(ErrorCode::RecordDamaged, QString::fromUtf8(about));
    QByteArray plain(length, Qt::Uninitialized);
    const unsigned char *const in = bytesOf(sealed);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain), nullptr, nullptr, in + 1 + kNonce, size_t(length + kTag),
                                                   bytesOf(about), size_t(about.size()), in + 1, bytesOf(key)) != 0)
        return fail(ErrorCode::RecordDamaged, QString::fromUtf8(about));
    return plain;
}

} // namespace bangban::crypto
