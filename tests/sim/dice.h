// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <random>

namespace bangban::sim {

/// Chance that is the same for the same seed.
class Dice {
public:
    explicit Dice(quint32 seed) : m_engine(seed) {}
    quint32 any() { return m_engine(); }
    /// 0 … below - 1
    int below(int limit) { return int(m_engine() % quint32(limit)); }

private:
    std::mt19937 m_engine;
};

/// From here on all that Qt and libsodium call random in this program comes from the seed: ids, keys, and the waits of desks
/// that dial again. The first call must come before libsodium is prepared.
void seedEverything(quint32 seed);

} // namespace bangban::sim
