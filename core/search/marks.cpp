// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/marks.h"

#include "core/search/tokens.h"

#include <boost/unordered/unordered_flat_set.hpp>

namespace bangban::search {

QList<Mark> marksIn(QStringView text, QStringView question)
{
    boost::unordered_flat_set<Token> asked;
    forEachToken(fold(question), [&](Token token) { asked.insert(token); });
    const bool isOne = asked.size() == 1; // a single character without neighbours
    // Each unit is folded by itself, so that its place is known.
    QString folded;
    QList<int> places;
    for (int at = 0; at < text.size(); ++at)
        for (const QChar c : fold(text.sliced(at, 1))) {
            folded.append(c);
            places.append(at);
        }
    QList<Mark> marks;
    const auto mark = [&](qsizetype from, qsizetype to) {
        const int begin = places[from], end = places[to] + 1;
        if (!marks.isEmpty() && marks.last().begin + marks.last().size >= begin)
            marks.last().size = end - marks.last().begin;
        else
            marks.append({begin, end - begin});
    };
    for (qsizetype at = 0; at < folded.size(); ++at) {
        const char16_t unit = folded[at].unicode();
        if (sortOf(unit) == Sort::Word) {
            const qsizetype begin = at;
            while (at + 1 < folded.size() && sortOf(folded[at + 1].unicode()) == Sort::Word)
                ++at;
            if (asked.contains(tokenOfRun(QStringView(folded).sliced(begin, at - begin + 1))))
                mark(begin, at);
        } else if (sortOf(unit) == Sort::Script) {
            const bool hasNext = at + 1 < folded.size() && sortOf(folded[at + 1].unicode()) == Sort::Script;
            if (hasNext && asked.contains(kPair | Token(unit) << 16 | folded[at + 1].unicode()))
                mark(at, at + 1);
            else if (isOne && asked.contains(unit))
                mark(at, at);
        }
    }
    return marks;
}

} // namespace bangban::search
