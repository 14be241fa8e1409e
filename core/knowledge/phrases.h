// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/rows.h"
#include "core/search/phrase_finder.h"

namespace bangban::knowledge {

/// A phrase found in a text; in UTF-16 units of the text as written.
struct PhraseFind {
    protocol::PhraseRow phrase;
    qsizetype begin = 0;
    qsizetype size = 0;
};

/// The office's phrases: the same class at the desk, which asks before it sends, and at the server, which has the last word.
class PhraseBook {
public:
    PhraseBook() = default;
    explicit PhraseBook(std::vector<protocol::PhraseRow> phrases);

    /// What staff may not send, or better say another way, in the order of the text. What stands within another find is none.
    [[nodiscard]] std::vector<PhraseFind> inAnswer(QStringView text) const;
    /// By what a citizen asks for something that is no matter of this desk; one find a phrase.
    [[nodiscard]] std::vector<PhraseFind> inQuestion(QStringView text) const;
    [[nodiscard]] const std::vector<protocol::PhraseRow> &phrases() const { return m_phrases; }

private:
    std::vector<protocol::PhraseRow> m_phrases;
    search::PhraseFinder m_answers;
    search::PhraseFinder m_questions;
};

[[nodiscard]] inline bool isBlocked(const PhraseFind &find) { return find.phrase.kind == domain::PhraseKind::Blocked; }

/// The one to speak of: the first that may not be said, else the first. Of none it may not be asked.
[[nodiscard]] const PhraseFind &worstOf(const std::vector<PhraseFind> &finds);

/// The clause around a find, at most 80 characters: what a supervisor is shown.
QString clauseAround(QStringView text, const PhraseFind &find);

/// \param json  {"is_sample", "phrases": [{id, text, variants, severity block|warn|scope|off, suggest, boundary none|clause, lead, tail,
///              exceptions, strict_variants: [{text, exceptions}]}]}
/// \errors BadImport naming the phrase and the field
Result<std::vector<protocol::PhraseRow>> phrasesFromJson(const QByteArray &json);

} // namespace bangban::knowledge
