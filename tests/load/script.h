// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"

#include <optional>
#include <random>
#include <vector>

namespace bangban::load {

/// One thing said, by one of the two who talk.
struct Turn {
    bool isCitizen = false;
    QString words;
};

/// A conversation that two players speak, turn by turn. The first turn is the citizen's question.
struct Script {
    QString id;
    ItemId item; ///< as in the file; empty where the citizen chose none
    std::vector<Turn> turns;
    QString category; ///< the two wrap-up codes
    QString result;
    std::optional<bool> solved; ///< what the citizen says at the end; empty: says nothing
};

/// Reads the conversations a person at a desk takes part in; of their turns those of citizen and agent.
/// \errors BadImport with the place
Result<std::vector<Script>> readScripts(const QString &path);

/// The choices of one player: the same seed and the same number make the same choices, whatever the others do.
class Choice {
public:
    Choice(quint64 seed, int player);
    int between(int least, int most);
    /// Around the mean, from half of it to one and a half.
    int around(int mean) { return between(mean / 2, mean + mean / 2); }

private:
    std::mt19937_64 m_engine;
};

} // namespace bangban::load
