// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/time.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

namespace bangban::sim {

/// What was said in a run, who was told what about it, and when: the people's side, to be held against the record.
struct History {
    struct Said {
        QString who; ///< staff or host name; one for each author
        bool isDesk = false;
        RequestId request;
        MessageId message;
        QString text;
        CommandId command;
        bool isPromised = true; ///< false: the machine went before the person was told that it is written down
    };
    struct Answer {
        std::optional<ErrorCode> refused;
        int claimNo = 0;
    };

    std::vector<Said> said; ///< in the order in which each author said them
    QHash<CommandId, Answer> answers;
    QHash<CommandId, std::pair<StaffId, RequestId>> claims; ///< asked by desks
    QHash<StaffId, QSet<QString>> seen; ///< texts that a desk was shown
    QSet<MessageId> recalls; ///< asked for
    QHash<CommandId, ErrorCode> refusedAgain; ///< said once more to a record that went back, and refused
    QStringList faults; ///< found while it ran
    int commands = 0;   ///< acknowledged

    /// An answer to a command; the second one to the same command must be the first one again.
    void answer(const CommandId &command, const Answer &answer);
};

} // namespace bangban::sim
