// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace bangban {

/// A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits from the system's generator, so ids made
/// later sort later and nobody can guess one. 36 lower-case characters.
QString makeUuid7(Instant now);
/// True for a 36-character lower-case version-7 UUID.
/// When it was made, by its maker's clock. \pre isUuid7(text)
Instant timeOfUuid7(QStringView text);
bool isUuid7(QStringView text);

} // namespace bangban
