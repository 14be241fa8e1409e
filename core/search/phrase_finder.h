// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace bangban::search {

/// One form of a phrase, as it is written in a list.
struct PhraseForm {
    QString text;
    QStringList exceptions; ///< what stands within one of these is no find
    bool isClause = false;  ///< it must be a clause of its own,
    QStringList leads;      ///< or stand behind one of these,
    QStringList tails;      ///< or before one of these
};

/// A place of a text where a phrase stands; in UTF-16 units of the text as written.
struct PhrasePlace {
    std::size_t phrase = 0; ///< as it was added
    qsizetype begin = 0;
    qsizetype size = 0;

    friend auto operator<=>(const PhrasePlace &, const PhrasePlace &) = default;
};

/// Finds phrases however they are spaced, widened, punctuated or written in traditional characters.
/// \source the rule of matching in resources/sample-data/forbidden-phrases.json
class PhraseFinder {
public:
    /// \returns false for a text that has no character to be found by: it would stand everywhere
    [[nodiscard]] bool add(std::size_t phrase, const PhraseForm &form);

    /// All finds, in the order of the text; they may overlap.
    [[nodiscard]] std::vector<PhrasePlace> check(QStringView text) const;

private:
    struct Pattern {
        std::size_t phrase;
        PhraseForm form;
    };
    std::vector<Pattern> m_patterns;
};

} // namespace bangban::search
