// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bangban {

/// A citizen's words without the numbers that name a person or a firm: telephones, identity cards, credit codes, bank accounts, with up to
/// three signs between their digits. Numbers of fewer than six digits, of which laws and forms are full, and days like 2026-12-01 stay;
/// large sums do not. Names stay: nothing here knows them.
QString withoutNumbers(QString words);

} // namespace bangban
