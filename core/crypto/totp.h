// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace bangban::crypto {

inline constexpr std::chrono::seconds kTotpStep{30};

/// The six digits of one 30 s step. \source RFC 6238 with SHA-1, what every authenticator app speaks
QString totp(const QByteArray &secret, qint64 step);
/// The step that the code belongs to, the present one or its neighbours (a phone's clock is a little off); nothing if it is
/// wrong or not after `usedStep`: a code is good once.
std::optional<qint64> totpStep(const QByteArray &secret, const QString &code, Instant now, qint64 usedStep);
/// As people type it and otpauth links carry it (RFC 4648, no padding).
QString toBase32(const QByteArray &bytes);

} // namespace bangban::crypto
