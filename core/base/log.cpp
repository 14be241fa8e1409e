// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

namespace bangban {

Q_LOGGING_CATEGORY(logServer, "bangban.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "bangban.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "bangban.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "bangban.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "bangban.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(logStart, "bangban.start", QtInfoMsg)

} // namespace bangban
