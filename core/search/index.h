// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/tokens.h"

#include <QStringList>

#include <boost/unordered/unordered_flat_map.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace bangban::search {

/// What the index knows of an entry of the knowledge base. Texts are as written; the index folds them.
struct Entry {
    QString id;
    QString title;
    QStringList aliases; ///< other ways to ask the same; each is found like a title
    QString text;        ///< the answer's layers, one after the other
    QStringList names = {}; ///< by which it is looked up whole: its item's name, short name and code
    QString item = {};      ///< id of the item that it is about; empty for none
    QString district = {};  ///< that it holds for alone; empty for all
};

/// An everyday word and the words of the office for it: 老板 → 法定代表人.
struct Synonym {
    QString said;
    QStringList means;
};

/// An entry that fits a question.
struct Hit {
    QString id;
    float score = 0;    ///< greater is better; comparable within one question only
    float coverage = 0; ///< 0 to 1: share of the question's weight that stands in its best text, title and answer or one alias
};

/// Ranks entries for a question: BM25F over single characters and neighbouring pairs, with a factor for how much of the
/// question is covered. In memory; the same entries give the same hits, to the last bit, whatever the order in which they came
/// and went, so a desk and a server agree. Not for several threads at once.
/// \source the design and its weights were measured against SQLite FTS5, Xapian and others on 33,859 and 109,537 entries
class Index {
public:
    Index();
    ~Index();
    Index(Index &&) noexcept;
    Index &operator=(Index &&) noexcept;
    /// Takes all entries at once, in place of what was there; one without an id, or with one that came before, is left out. Faster
    /// than put() one by one, and ends the same.
    void build(std::vector<Entry> entries);
    /// Adds the entry, or takes it in place of the one with its id; one without an id is left out.
    void put(Entry entry);
    void remove(const QString &id);

    /// Where a question says one word, the other counts half; at most eight of them in a question, the longest.
    void setSynonyms(const std::vector<Synonym> &synonyms);

    [[nodiscard]] const Entry *find(const QString &id) const;
    /// Calls `visit(const Entry &)` for each, in no order.
    template<typename Visit>
    void forEach(Visit &&visit) const
    {
        for (const Entry &entry : m_entries)
            if (!entry.id.isEmpty())
                visit(entry);
    }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_places.size()); }

    /// The best entries, best first; equal ones by id.
    /// \param question  of any content; its first 4,096 units, and of them the rarest 40 of the words that stand in an entry count
    [[nodiscard]] std::vector<Hit> search(QStringView question, int limit) const;

    /// Bytes held beside the texts.
    [[nodiscard]] qsizetype bytes() const;

private:
    using Term = quint32;
    static constexpr Term kUnknown = ~Term(0); ///< a word that stands nowhere: it counts as asked for
    /// A text that is ranked by itself: an entry's title and text, or one of its aliases.
    struct Row {
        quint32 entry;
        bool isAlive;
    };
    using Impact = quint16; ///< how much a term weighs in a row: of 65,535
    struct Posting {
        quint32 row;
        Impact impact;
    };
    struct QueryTerm {
        Term term;
        Token token;
        float weight; ///< how rare it is
        float covers; ///< how much of the question it stands for
    };
    struct Touched {
        float score = 0;
        float matched = 0;
    };

    struct Candidate {
        quint32 entry;
        float score;
        float coverage;
    };
    struct ById {
        std::size_t operator()(const QString &id) const { return qHash(id); }
    };
    class Counter;

    Term termOf(Token token);
    template<typename Take>
    void forEachRow(const Entry &entry, Take &&take);
    template<typename Visit>
    void forEachPosting(Term term, Visit &&visit) const;
    /// \param asked  the weight of all that was asked, also of what stands nowhere
    [[nodiscard]] std::vector<QueryTerm> termsOf(const QString &folded, float &asked) const;
    void addMeanings(const QString &folded, std::vector<QueryTerm> &terms) const;
    [[nodiscard]] std::optional<QueryTerm> queryTerm(Token token) const;
    [[nodiscard]] std::vector<Hit> bestOf(std::vector<Candidate> &candidates, std::size_t limit) const;
    void compactIfDue();

    std::unique_ptr<Counter> m_counter;
    std::vector<Synonym> m_synonyms; ///< folded, the longest first
    std::vector<Entry> m_entries; ///< by place; an empty id is a place left
    boost::unordered_flat_map<QString, quint32, ById> m_places;
    std::vector<Row> m_rows;
    quint32 m_aliveRows = 0;
    boost::unordered_flat_map<Token, Term> m_terms;
    std::vector<quint32> m_rowsOf; ///< living rows with the term
    // What was there when all was built, one term after the other; and what came since.
    std::vector<quint32> m_begin;
    std::vector<quint32> m_built; ///< rows
    std::vector<Impact> m_impacts; ///< beside m_built
    boost::unordered_flat_map<Term, std::vector<Posting>> m_added;
    std::size_t m_addedCount = 0; ///< postings in m_added
    std::size_t m_deadCount = 0;  ///< postings of dead rows, wherever they are
    mutable std::vector<Touched> m_touched; ///< by row; all zero between searches
};

} // namespace bangban::search
