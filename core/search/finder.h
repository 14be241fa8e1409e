// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/exact.h"
#include "core/search/pinyin.h"

namespace bangban::search {

/// What is asked, and of whom.
struct Inquiry {
    QString words;    ///< as typed or said; may be empty
    QString item;     ///< of the request
    QString district; ///< of the desk
};

/// Why an entry is shown, in the order in which they are shown.
enum class Reason {
    Name, ///< the words name it
    Code,
    Document,
    Article,
    Number,
    Letters, ///< the words are the letters of its pinyin
    Words,   ///< it fits the words best
    Item,    ///< it is about the item, and nothing fits the words well
};

struct Suggestion {
    QString id;
    Reason reason = Reason::Words;
    float score = 0;    ///< of Reason::Words
    float coverage = 0; ///< likewise
};

/// Everything that finds an entry, in one order: what was named, what was typed in letters, what fits best. An entry about the
/// request's item or for the desk's district counts a little more; where nothing fits well, the item's entries come first. The same entries give the same suggestions. Not for
/// several threads at once. \source kb-search §6.5 to 6.8
class Finder {
public:
    /// Takes all entries at once, in place of what was there; one without an id, or with one that came before, is left out.
    void build(std::vector<Entry> entries);
    void put(Entry entry); ///< in place of the one with its id; one without an id is left out
    void remove(const QString &id);
    void setSynonyms(const std::vector<Synonym> &synonyms) { m_index.setSynonyms(synonyms); }

    [[nodiscard]] std::vector<Suggestion> find(const Inquiry &inquiry, int limit) const;
    [[nodiscard]] const Entry *entry(const QString &id) const { return m_index.find(id); }
    [[nodiscard]] qsizetype size() const { return m_index.size(); }
    /// Calls `visit(const Entry &)` for each, in no order.
    template<typename Visit>
    void forEach(Visit &&visit) const
    {
        m_index.forEach(visit);
    }

private:
    void note(const Entry &entry);

    Index m_index;
    Exact m_exact;
    Pinyin m_pinyin;
    std::multimap<QString, QString> m_ofItem;
};

} // namespace bangban::search
