// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace bangban::crypto {

/// Call once before anything else here. \errors Internal if the system's generator cannot be used
Result<void> prepare();

/// `count` unpredictable bytes.
QByteArray randomBytes(int count);
/// A bearer token: 32 random bytes as base64url, 43 characters.
QString makeToken();

/// argon2id with 19 MiB and 2 passes (OWASP's first choice, 2023), encoded with its salt and parameters.
/// Takes some 20 ms of a core: never on the thread that serves sockets. \errors Internal if memory is short
Result<QByteArray> hashPassword(const QString &password);
bool isPassword(const QByteArray &stored, const QString &password);

/// Keyed BLAKE2b, 32 bytes: blind indexes, signatures of cursors, links of chains.
QByteArray keyedHash(const QByteArray &key, const QByteArray &bytes);
/// Plain BLAKE2b, 32 bytes, for comparing contents.
QByteArray hash(const QByteArray &bytes);
/// Compares without telling by its time where the first difference is.
bool isEqual(const QByteArray &a, const QByteArray &b);

} // namespace bangban::crypto
