// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bangban::search {

namespace {

// Tuned on questions of four kinds of public-service text (letters, matters, statutes, official replies), not on any one of them.
constexpr float kSaturation = 1.0F; ///< k1
constexpr float kTitleWeight = 2.5F;
constexpr float kTextWeight = 1.0F;
constexpr float kTitleLength = 0.5F; ///< b: how much a long title is held against it
constexpr float kTextLength = 0.75F;
constexpr float kSingleWeight = 0.8F; ///< of one character beside a pair
// Lengths in words that neither help nor harm. Constants, so that an entry's weights do not hang on what else is there.
constexpr float kUsualTitle = 24.0F;
constexpr float kUsualText = 260.0F;
constexpr std::size_t kMostTerms = 40;
constexpr qsizetype kLongestQuestion = 4'096;
constexpr int kMostMeanings = 8;
constexpr float kMeaningWeight = 0.5F; ///< of a word that was meant, beside one that was said
constexpr float kWholeImpact = 65'535.0F;

/// A word that stands in more rows tells nothing and costs most: a fifth of a small base, a twentieth of a great one.
quint32 mostRows(quint32 rows)
{
    constexpr quint32 kNeverTooMany = 100; // of a few dozen entries all may be about one word
    const float share = std::clamp(6'800.0F / float(std::max(rows, 1U)), 0.05F, 0.2F);
    return std::max(kNeverTooMany, quint32(share * float(rows)));
}

float fieldWeight(float weight, float count, float length, float usual, float b)
{
    return weight * count / (1.0F - b + b * length / usual);
}

/// Whether the words stand there: letters and digits not as a part of a longer run.
bool says(const QString &folded, const QString &words)
{
    const auto goesOn = [](QChar one, QChar other) { return sortOf(one.unicode()) == Sort::Word && sortOf(other.unicode()) == Sort::Word; };
    for (qsizetype at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
        const qsizetype end = at + words.size();
        if ((at == 0 || !goesOn(folded[at - 1], folded[at])) && (end == folded.size() || !goesOn(folded[end - 1], folded[end])))
            return true;
    }
    return false;
}

/// Each once; of equally rare ones by their numbers, so that sums are the same everywhere.
void sortRarestFirst(auto &terms)
{
    std::ranges::sort(terms, [](const auto &a, const auto &b) { return std::tie(b.weight, a.token) < std::tie(a.weight, b.token); });
    const auto repeats = std::ranges::unique(terms, {}, [](const auto &term) { return term.token; });
    terms.erase(repeats.begin(), repeats.end());
}

} // namespace

/// The terms of a row and how much each weighs there; counted in place, without sorting.
class Index::Counter {
public:
    struct Count {
        quint32 seen = 0;
        quint32 inTitle = 0;
        quint32 inText = 0;
    };

    template<typename TermOf>
    void count(QStringView title, QStringView text, TermOf &&termOf)
    {
        ++m_turn;
        m_terms.clear();
        m_titleLength = m_textLength = 0;
        const auto add = [&](Token token, bool isTitle) {
            const Term term = termOf(token);
            if (term >= m_counts.size())
                m_counts.resize(std::max<std::size_t>(term + 1, m_counts.size() * 2));
            Count &count = m_counts[term];
            if (count.seen != m_turn) {
                count = {m_turn, 0, 0};
                m_terms.push_back(term);
            }
            ++(isTitle ? count.inTitle : count.inText);
        };
        forEachToken(title, [&](Token token) { add(token, true); ++m_titleLength; });
        forEachToken(text, [&](Token token) { add(token, false); ++m_textLength; });
    }

    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    [[nodiscard]] Impact impact(Term term) const
    {
        const Count &count = m_counts[term];
        const float weight = fieldWeight(kTitleWeight, float(count.inTitle), float(m_titleLength), kUsualTitle, kTitleLength)
            + fieldWeight(kTextWeight, float(count.inText), float(m_textLength), kUsualText, kTextLength);
        return Impact(std::max(1L, std::lround(weight / (kSaturation + weight) * kWholeImpact)));
    }

private:
    std::vector<Count> m_counts; ///< by term
    std::vector<Term> m_terms;
    quint32 m_turn = 0;
    int m_titleLength = 0;
    int m_textLength = 0;
};

Index::Index() : m_counter(std::make_unique<Counter>()) {}
Index::~Index() = default;
Index::Index(Index &&) noexcept = default;
Index &Index::operator=(Index &&) noexcept = default;

template<typename Take>
void Index::forEachRow(const Entry &entry, Take &&take)
{
    const auto termOf = [this](Token token) { return this->termOf(token); };
    m_counter->count(fold(entry.title), fold(entry.text), termOf);
    take();
    for (const QString &alias : entry.aliases) {
        m_counter->count(fold(alias), {}, termOf);
        take();
    }
}

Index::Term Index::termOf(Token token)
{
    const auto [at, isNew] = m_terms.try_emplace(token, Term(m_rowsOf.size()));
    if (isNew)
        m_rowsOf.push_back(0);
    return at->second;
}

void Index::build(std::vector<Entry> entries)
{
    std::vector<Synonym> synonyms = std::move(m_synonyms);
    *this = Index();
    m_synonyms = std::move(synonyms);
    std::erase_if(entries, [this](const Entry &entry) { return entry.id.isEmpty() || !m_places.emplace(entry.id, 0).second; });
    m_entries = std::move(entries);
    // All is read twice, first to count: what would hold the terms between would be as large as the index itself.
    for (quint32 place = 0; place < m_entries.size(); ++place) {
        m_places[m_entries[place].id] = place;
        forEachRow(m_entries[place], [&] {
            for (const Term term : m_counter->terms())
                ++m_rowsOf[term];
            m_rows.push_back({place, true});
        });
    }
    m_aliveRows = quint32(m_rows.size());
    m_begin.assign(m_rowsOf.size() + 1, 0);
    std::partial_sum(m_rowsOf.begin(), m_rowsOf.end(), m_begin.begin() + 1);
    m_built.resize(m_begin.back());
    m_impacts.resize(m_begin.back());
    std::vector<quint32> next(m_begin.begin(), m_begin.end() - 1);
    quint32 row = 0;
    for (const Entry &entry : m_entries)
        forEachRow(entry, [&] {
            for (const Term term : m_counter->terms()) {
                const quint32 to = next[term]++;
                m_built[to] = row;
                m_impacts[to] = m_counter->impact(term);
            }
            ++row;
        });
    m_touched.assign(m_rows.size(), {});
}

void Index::put(Entry entry)
{
    if (entry.id.isEmpty())
        return;
    remove(entry.id);
    const auto place = quint32(m_entries.size());
    m_places.emplace(entry.id, place);
    m_entries.push_back(std::move(entry));
    forEachRow(m_entries[place], [&] {
        const auto row = quint32(m_rows.size());
        for (const Term term : m_counter->terms()) {
            m_added[term].push_back({row, m_counter->impact(term)});
            ++m_rowsOf[term];
            ++m_addedCount;
        }
        m_rows.push_back({place, true});
        m_touched.emplace_back();
        ++m_aliveRows;
    });
    compactIfDue();
}

void Index::remove(const QString &id)
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return;
    const quint32 place = found->second;
    m_places.erase(found);
    forEachRow(m_entries[place], [&] {
        for (const Term term : m_counter->terms())
            --m_rowsOf[term];
        m_deadCount += m_counter->terms().size();
        --m_aliveRows;
    });
    for (Row &row : std::ranges::equal_range(m_rows, place, {}, &Row::entry)) // they come in the order of their entries
        row.isAlive = false;
    m_entries[place] = {};
    compactIfDue();
}

/// Searching reads what is dead and what came one by one at more cost; beyond a tenth all is laid out anew.
void Index::compactIfDue()
{
    constexpr std::size_t kSmall = 4'096;
    if (m_addedCount + m_deadCount < std::max(kSmall, m_built.size() / 10))
        return;
    std::vector<Entry> entries;
    std::vector<quint32> newPlace(m_entries.size());
    for (std::size_t place = 0; place < m_entries.size(); ++place)
        if (!m_entries[place].id.isEmpty()) {
            newPlace[place] = quint32(entries.size());
            m_places[m_entries[place].id] = newPlace[place];
            entries.push_back(std::move(m_entries[place]));
        }
    std::vector<Row> rows;
    std::vector<quint32> newRow(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].isAlive) {
            newRow[row] = quint32(rows.size());
            rows.push_back({newPlace[m_rows[row].entry], true});
        }
    std::vector<quint32> begin(m_rowsOf.size() + 1, 0);
    std::partial_sum(m_rowsOf.begin(), m_rowsOf.end(), begin.begin() + 1);
    std::vector<quint32> built(begin.back());
    std::vector<Impact> impacts(begin.back());
    for (Term term = 0; term < m_rowsOf.size(); ++term) {
        quint32 next = begin[term];
        forEachPosting(term, [&](quint32 row, Impact impact) {
            if (!m_rows[row].isAlive)
                return;
            built[next] = newRow[row];
            impacts[next++] = impact;
        });
    }
    m_entries = std::move(entries);
    m_rows = std::move(rows);
    m_begin = std::move(begin);
    m_built = std::move(built);
    m_impacts = std::move(impacts);
    m_added.clear();
    m_addedCount = m_deadCount = 0;
    m_touched.assign(m_rows.size(), {});
}

const Entry *Index::find(const QString &id) const
{
    const auto found = m_places.find(id);
    return found == m_places.end() ? nullptr : &m_entries[found->second];
}

template<typename Visit>
void Index::forEachPosting(Term term, Visit &&visit) const
{
    if (term + 1 < m_begin.size())
        for (quint32 at = m_begin[term]; at < m_begin[term + 1]; ++at)
            visit(m_built[at], m_impacts[at]);
    if (const auto added = m_added.find(term); added != m_added.end())
        for (const Posting &posting : added->second)
            visit(posting.row, posting.impact);
}

void Index::setSynonyms(const std::vector<Synonym> &synonyms)
{
    m_synonyms.clear();
    for (const Synonym &synonym : synonyms) {
        QStringList means;
        for (const QString &mean : synonym.means)
            means.append(fold(mean));
        if (const QString said = fold(synonym.said).trimmed(); !said.isEmpty())
            m_synonyms.push_back({said, means});
    }
    std::ranges::stable_sort(m_synonyms, [](const Synonym &a, const Synonym &b) {
        return std::tuple(-a.said.size(), a.said) < std::tuple(-b.said.size(), b.said);
    });
}

/// Nothing if the word stands in too many rows to tell anything.
std::optional<Index::QueryTerm> Index::queryTerm(Token token) const
{
    const auto found = m_terms.find(token);
    const quint32 rows = found == m_terms.end() ? 0 : m_rowsOf[found->second];
    if (rows > mostRows(m_aliveRows))
        return std::nullopt;
    float idf = std::log(1.0F + (float(m_aliveRows - rows) + 0.5F) / (float(rows) + 0.5F));
    if (isSingle(token))
        idf *= kSingleWeight;
    return QueryTerm{rows == 0 ? kUnknown : found->second, token, idf, idf};
}

std::vector<Index::QueryTerm> Index::termsOf(const QString &folded, float &asked) const
{
    std::vector<QueryTerm> terms;
    forEachToken(folded, [&](Token token) {
        if (const auto term = queryTerm(token))
            terms.push_back(*term);
    });
    sortRarestFirst(terms);
    for (const QueryTerm &term : terms)
        asked += term.covers;
    std::erase_if(terms, [](const QueryTerm &term) { return term.term == kUnknown; });
    if (terms.size() > kMostTerms)
        terms.resize(kMostTerms);
    addMeanings(folded, terms);
    return terms;
}

/// Each meaning stands for at most half of what was said.
void Index::addMeanings(const QString &folded, std::vector<QueryTerm> &terms) const
{
    int left = kMostMeanings;
    for (const Synonym &synonym : m_synonyms) {
        if (left == 0)
            break;
        if (!says(folded, synonym.said))
            continue;
        float said = 0;
        forEachToken(synonym.said, [&](Token token) {
            if (const auto term = queryTerm(token))
                said += term->covers;
        });
        for (const QString &mean : synonym.means) {
            if (left == 0)
                break;
            --left;
            std::vector<QueryTerm> meant;
            forEachToken(mean, [&](Token token) {
                if (const auto term = queryTerm(token); term && term->term != kUnknown && std::ranges::find(terms, token, &QueryTerm::token) == terms.end())
                    meant.push_back(*term);
            });
            sortRarestFirst(meant);
            float sum = 0;
            for (const QueryTerm &term : meant)
                sum += term.covers;
            for (QueryTerm &term : meant) {
                term.weight *= kMeaningWeight;
                term.covers *= std::min(1.0F, said / sum) * kMeaningWeight;
                terms.push_back(term);
            }
        }
    }
}

std::vector<Hit> Index::search(QStringView question, int limit) const
{
    float asked = 0;
    std::vector<quint32> rows;
    for (const QueryTerm &term : termsOf(fold(question.first(std::min(question.size(), kLongestQuestion))), asked))
        forEachPosting(term.term, [&, weight = term.weight / kWholeImpact](quint32 row, Impact impact) {
            Touched &touched = m_touched[row];
            if (touched.score == 0)
                rows.push_back(row);
            touched.score += weight * float(impact);
            touched.matched += term.covers;
        });
    std::vector<Candidate> candidates;
    candidates.reserve(rows.size());
    for (const quint32 row : rows) {
        const Touched touched = std::exchange(m_touched[row], {});
        if (!m_rows[row].isAlive)
            continue;
        // Of words that say nothing only what they mean may be found: that covers none of them.
        const float coverage = asked > 0 ? std::min(1.0F, touched.matched / asked) : 0.0F;
        candidates.push_back({m_rows[row].entry, touched.score * (1.0F + coverage), coverage});
    }
    return bestOf(candidates, std::size_t(std::max(limit, 0)));
}

/// An entry counts with its best row. Taken from the front until enough different ones are there.
std::vector<Hit> Index::bestOf(std::vector<Candidate> &candidates, std::size_t limit) const
{
    const auto better = [this](const Candidate &a, const Candidate &b) {
        return std::tie(b.score, b.coverage, m_entries[a.entry].id) < std::tie(a.score, a.coverage, m_entries[b.entry].id);
    };
    std::vector<Hit> hits;
    for (std::size_t begin = 0, size = limit; begin < candidates.size() && hits.size() < limit; begin += size, size *= 2) {
        const std::size_t end = std::min(begin + size, candidates.size());
        const auto from = candidates.begin() + qptrdiff(begin), to = candidates.begin() + qptrdiff(end);
        std::nth_element(from, to, candidates.end(), better);
        std::sort(from, to, better);
        for (auto one = from; one != to && hits.size() < limit; ++one) {
            const QString &id = m_entries[one->entry].id;
            if (std::ranges::find(hits, id, &Hit::id) == hits.end())
                hits.push_back({id, one->score, one->coverage});
        }
    }
    return hits;
}

qsizetype Index::bytes() const
{
    std::size_t bytes = m_rows.capacity() * sizeof(Row) + m_rowsOf.capacity() * sizeof(quint32) + m_begin.capacity() * sizeof(quint32)
        + m_built.capacity() * sizeof(quint32) + m_impacts.capacity() * sizeof(Impact) + m_touched.capacity() * sizeof(Touched)
        + m_terms.bucket_count() * (sizeof(Token) + sizeof(Term) + 1);
    for (const auto &[term, postings] : m_added)
        bytes += sizeof(term) + sizeof(postings) + postings.capacity() * sizeof(Posting);
    return qsizetype(bytes);
}

} // namespace bangban::search
