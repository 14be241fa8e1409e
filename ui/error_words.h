// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace bangban::ui {

/// Two sentences for a person: what happened, and what to do. Never a bare code.
QString errorWords(const Error &error);

} // namespace bangban::ui
