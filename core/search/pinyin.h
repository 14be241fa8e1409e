// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/index.h"

#include <map>
#include <string>

namespace bangban::search {

/// Readings of a text without tones, as typed: "营业执照" is {"yingyezhizhao"}; ü is v. Characters that are read in two ways in the words
/// of offices give both, at most four readings together. Letters and digits stand for themselves. \source ICU's Han-Latin
std::vector<std::string> readingsOf(const QString &text);
/// The first letters: "yyzz".
std::vector<std::string> initialsOf(const QString &text);

/// Finds entries by what is typed of their titles, aliases and names in letters: first letters or whole syllables, from the start.
/// Not for several threads at once.
class Pinyin {
public:
    void put(const Entry &entry);
    void remove(const Entry &entry);
    /// \param typed  letters and digits; anything else finds nothing
    /// \returns ids, the shortest names first; after a letter or two not all are looked at
    [[nodiscard]] QStringList find(QStringView typed, int limit) const;

private:
    std::multimap<std::string, QString> m_ids;
};

} // namespace bangban::search
