// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/fold.h"

namespace bangban::search {

/// A word as a number: one unit of a script without spaces, two that are neighbours, or a hash of a run of letters and digits.
/// The same on every machine. Two runs with one hash would be found as one word; at 63 bits nobody will meet that.
using Token = quint64;

inline constexpr Token kPair = Token(1) << 32;
inline constexpr Token kRun = Token(1) << 63;

inline bool isSingle(Token token) { return token < kPair; }

inline Token tokenOfRun(QStringView run)
{
    quint64 hash = 0xCBF29CE484222325; // FNV-1a, 64 bits
    for (const QChar c : run)
        hash = (hash ^ c.unicode()) * 0x100000001B3;
    return hash | kRun;
}

/// Calls `visit(Token)` for every word of a folded text, in order, repeats included. No dictionary: beside bigrams one gained
/// nothing. \source measured with jieba on 33,859 entries
template<typename Visit>
void forEachToken(QStringView folded, Visit &&visit)
{
    for (qsizetype at = 0; at < folded.size();) {
        const char16_t unit = folded[at].unicode();
        const Sort sort = sortOf(unit);
        if (sort == Sort::Word) {
            const qsizetype begin = at;
            while (at < folded.size() && sortOf(folded[at].unicode()) == Sort::Word)
                ++at;
            visit(tokenOfRun(folded.sliced(begin, at - begin)));
            continue;
        }
        ++at;
        if (sort != Sort::Script)
            continue;
        visit(Token(unit));
        if (at < folded.size() && sortOf(folded[at].unicode()) == Sort::Script)
            visit(kPair | Token(unit) << 16 | folded[at].unicode());
    }
}

} // namespace bangban::search
