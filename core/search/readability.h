// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bangban::search {

/// What makes an answer hard to read, counted while it is written. \source duties 3 and 11
struct Readability {
    int sentences = 0;
    int meanLength = 0; ///< characters of a sentence, stops and spaces left out
    int longest = 0;    ///< likewise
    QStringList jargon; ///< words of the office that stand in it, each once
    double copied = 0;  ///< 0 to 1: share of the answer that stands in the source word for word

    [[nodiscard]] bool isLong() const { return meanLength > kMeanLength || longest > kLongest; }
    [[nodiscard]] bool isCopied() const { return copied > kMostCopied; }

    /// A person reads some 30 characters at one breath; twice that is read twice.
    static constexpr int kMeanLength = 30;
    static constexpr int kLongest = 60;
    static constexpr double kMostCopied = 0.5;
};

/// \param source  the clauses that the answer rests on; may be empty
/// \param jargon  words that a citizen need not know
Readability readabilityOf(const QString &answer, const QString &source, const QStringList &jargon);

} // namespace bangban::search
