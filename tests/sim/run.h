// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/world.h"

namespace bangban::sim {

/// How a run ended.
struct Outcome {
    QStringList wrong;
    QStringList story;
    QMap<int, int> faults; ///< Fault, how often
    int acknowledged = 0;
    int crashes = 0;
    qint64 convergedAfterMs = 0;
};

/// One run in a process of its own, split off from this one: one that crashes is told like any other, and several go side by
/// side.
class Run {
public:
    Run(Stage &stage, quint32 seed, const Planted &planted = {});
    [[nodiscard]] quint32 seed() const { return m_seed; }
    Outcome wait();

private:
    quint32 m_seed;
    int m_from = -1;
    int m_process = -1;
};

/// As many at a time as the machine has cores; `each` is told one after the other, in order, and ends it by false.
void runAll(const std::function<std::optional<Run>(int number)> &next, const std::function<bool(quint32 seed, const Outcome &)> &each);

} // namespace bangban::sim
