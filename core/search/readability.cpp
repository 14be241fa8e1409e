// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/readability.h"

#include "core/search/fold.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace bangban::search {

namespace {

constexpr qsizetype kStretch = 6; ///< characters in a row that are no chance

std::vector<int> sentenceLengths(const QString &text)
{
    std::vector<int> lengths;
    int length = 0;
    const auto end = [&] {
        if (length > 0)
            lengths.push_back(std::exchange(length, 0));
    };
    for (const QChar c : text) {
        if (QStringView(u"。！？；!?;\n").contains(c))
            end();
        else if (sortOf(c.unicode()) != Sort::Gap)
            ++length;
    }
    end();
    return lengths;
}

/// Characters that lie in a stretch of both.
double shareOf(const QString &answer, const QString &source)
{
    QSet<QStringView> known;
    for (qsizetype at = 0; at + kStretch <= source.size(); ++at)
        known.insert(QStringView(source).sliced(at, kStretch));
    qsizetype copied = 0;
    qsizetype reached = 0; // characters counted already end here
    for (qsizetype at = 0; at + kStretch <= answer.size(); ++at)
        if (known.contains(QStringView(answer).sliced(at, kStretch))) {
            copied += at + kStretch - std::max(at, reached);
            reached = at + kStretch;
        }
    return answer.isEmpty() ? 0 : double(copied) / double(answer.size());
}

} // namespace

Readability readabilityOf(const QString &answer, const QString &source, const QStringList &jargon)
{
    Readability found;
    const std::vector<int> lengths = sentenceLengths(answer);
    found.sentences = int(lengths.size());
    if (!lengths.empty()) {
        found.meanLength = std::accumulate(lengths.begin(), lengths.end(), 0) / int(lengths.size());
        found.longest = *std::ranges::max_element(lengths);
    }
    const QString plain = bare(answer);
    for (const QString &word : jargon)
        if (const QString wanted = bare(word); !wanted.isEmpty() && plain.contains(wanted) && !found.jargon.contains(word))
            found.jargon.append(word);
    found.copied = shareOf(plain, bare(source));
    return found;
}

} // namespace bangban::search
