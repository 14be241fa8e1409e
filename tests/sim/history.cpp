// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/history.h"

namespace bangban::sim {

using namespace Qt::StringLiterals;

void History::answer(const CommandId &command, const Answer &answer)
{
    const auto known = answers.constFind(command);
    if (known == answers.constEnd()) {
        answers.insert(command, answer);
        commands += answer.refused ? 0 : 1;
    } else if (known->refused != answer.refused || known->claimNo != answer.claimNo) {
        const auto word = [](const Answer &one) { return one.refused ? QString(wireName(*one.refused)) : u"done"_s; };
        faults.append(u"two answers to %1: %2, %3"_s.arg(command.value, word(*known), word(answer)));
    }
}

} // namespace bangban::sim
