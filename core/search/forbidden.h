// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

#include <vector>

namespace bangban::search {

/// What staff may not say to a citizen. \source duty 79
struct ForbiddenPhrase {
    QString id;
    QString text;
    bool isBlocked = false; ///< may not be sent; else it is asked whether it is meant
    QString suggestion;     ///< how to say it kindly
};

/// A place of a text where a forbidden phrase stands; in UTF-16 units of the text as written.
struct ForbiddenPlace {
    const ForbiddenPhrase *phrase = nullptr; ///< as long as the list lives
    qsizetype begin = 0;
    qsizetype size = 0;
};

/// The list of forbidden phrases, found however they are spaced, widened, punctuated or written in traditional characters. A phrase
/// that must be a clause of its own, after one of its leads or before one of its tails, is no find within another word; nor
/// is one within an exception of it. \source the list's own rule of matching
class ForbiddenList {
public:
    /// \param json  {"phrases": [{id, text, variants, severity, suggest, boundary, lead, tail, exceptions, strict_variants}]}
    /// \errors BadImport naming the phrase and the field
    static Result<ForbiddenList> fromJson(const QByteArray &json);

    /// All finds, in the order of the text; they may overlap.
    [[nodiscard]] std::vector<ForbiddenPlace> check(QStringView text) const;
    [[nodiscard]] const std::vector<ForbiddenPhrase> &phrases() const { return m_phrases; }

private:
    struct Pattern {
        std::size_t phrase;
        QString text;
        bool isClause;
        QStringList exceptions;
        QStringList leads;
        QStringList tails;
    };
    std::vector<ForbiddenPhrase> m_phrases;
    std::vector<Pattern> m_patterns;
};

} // namespace bangban::search
