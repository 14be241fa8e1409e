// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace bangban::crypto {

inline constexpr int kKeyBytes = 32;
inline constexpr int kSealedBytes = 1 + 24 + 16; ///< what sealing adds

/// XChaCha20-Poly1305 with a random nonce: 1 byte of version, 24 of nonce, the text, 16 of tag.
/// \param about  what the bytes are and where they lie; they open nowhere else
QByteArray seal(const QByteArray &key, const QByteArray &plain, const QByteArray &about);
/// \errors RecordDamaged for another key, another place or changed bytes
Result<QByteArray> unseal(const QByteArray &key, const QByteArray &sealed, const QByteArray &about);

} // namespace bangban::crypto
