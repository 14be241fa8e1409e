// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/clusters.h"

#include "core/search/tokens.h"

#include <QHash>
#include <QSet>

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace bangban::search {

namespace {

/// Characters that stand in every sort of question. A pair with one of them still counts.
constexpr QStringView kFunctionWords = u"的了吗呢吧啊呀么嘛是在我你您他她它和与就都也还请问";

constexpr std::size_t kTooMany = 1'000; ///< questions with a word, that it makes them alike: it would make all of them be looked at

using Weights = std::vector<std::pair<int, float>>; ///< term and weight, of length 1 altogether

std::vector<Token> tokensOf(const QString &text)
{
    std::vector<Token> tokens;
    forEachToken(fold(text), [&](Token token) {
        if (!isSingle(token) || !kFunctionWords.contains(QChar(char16_t(token))))
            tokens.push_back(token);
    });
    std::ranges::sort(tokens);
    const auto repeats = std::ranges::unique(tokens);
    tokens.erase(repeats.begin(), repeats.end());
    return tokens;
}

/// How rare a word is among these questions is its weight.
std::vector<Weights> weightsOf(const std::vector<Question> &questions, bool byRarity)
{
    boost::unordered_flat_map<Token, int> terms;
    std::vector<int> counts;
    std::vector<Weights> all(questions.size());
    for (std::size_t at = 0; at < questions.size(); ++at)
        for (const Token token : tokensOf(questions[at].text)) {
            const int term = terms.try_emplace(token, int(counts.size())).first->second;
            if (std::size_t(term) == counts.size())
                counts.push_back(0);
            ++counts[std::size_t(term)];
            all[at].emplace_back(term, 0.0F);
        }
    for (Weights &weights : all) {
        float squares = 0;
        for (auto &[term, weight] : weights) {
            weight = byRarity ? std::log(1.0F + float(questions.size()) / float(counts[std::size_t(term)])) : 1.0F;
            squares += weight * weight;
        }
        for (auto &[term, weight] : weights)
            weight /= std::sqrt(squares);
    }
    return all;
}

/// Disjoint sets of numbers; each is named by its least one.
class Sets {
public:
    explicit Sets(std::size_t size) : m_to(size) { std::iota(m_to.begin(), m_to.end(), 0); }
    [[nodiscard]] int of(int one)
    {
        while (m_to[std::size_t(one)] != one)
            one = m_to[std::size_t(one)] = m_to[std::size_t(m_to[std::size_t(one)])];
        return one;
    }
    void join(int one, int other)
    {
        const auto [least, most] = std::minmax({of(one), of(other)});
        m_to[std::size_t(most)] = least;
    }

private:
    std::vector<int> m_to;
};

class Clusterer {
public:
    Clusterer(const std::vector<Question> &questions, const std::vector<Verdict> &verdicts, const ClusterOptions &options)
        : m_options(options), m_weights(weightsOf(questions, options.byRarity)), m_rootOf(questions.size()), m_groups(questions.size()),
          m_same(questions.size()), m_likeness(questions.size())
    {
        QHash<QString, int> places;
        for (std::size_t at = 0; at < questions.size(); ++at)
            places.insert(questions[at].id, int(at));
        std::map<std::pair<int, int>, bool> words;
        for (const Verdict &verdict : verdicts)
            if (places.contains(verdict.one) && places.contains(verdict.other) && verdict.one != verdict.other)
                words[std::minmax({places[verdict.one], places[verdict.other]})] = verdict.isSame;
        for (const auto &[pair, isSame] : words)
            if (isSame)
                m_same.join(pair.first, pair.second);
        for (const auto &[pair, isSame] : words) // of words that contradict each other those count that put together
            if (const int one = m_same.of(pair.first), other = m_same.of(pair.second); !isSame && one != other) {
                m_apart[one].insert(other);
                m_apart[other].insert(one);
            }
    }

    /// All but the last one stand already. \returns the cluster of the last one
    std::optional<int> place(const std::vector<int> &clusters)
    {
        std::map<int, int> firsts;
        for (int at = 0; at < int(clusters.size()); ++at)
            stand(at, firsts.try_emplace(clusters[std::size_t(at)], at).first->second);
        const int last = int(clusters.size());
        const int root = rootFor(last);
        return root == last ? std::nullopt : std::optional(clusters[std::size_t(root)]);
    }

    std::vector<int> run()
    {
        for (int at = 0; at < int(m_rootOf.size()); ++at) {
            stand(at, rootFor(at));
            const int word = m_same.of(at); // what editors put together has one group
            if (const auto first = m_firstOf.try_emplace(word, at).first->second; first != at)
                join(groupOf(first), groupOf(at));
            m_wordsOf[groupOf(at)].insert(word);
        }
        std::vector<int> firsts;
        for (int at = 0; at < int(m_rootOf.size()); ++at)
            firsts.push_back(groupOf(at));
        return firsts;
    }

private:
    void stand(int at, int root)
    {
        m_rootOf[std::size_t(at)] = root;
        m_members[root].push_back(at);
        for (const auto &[term, weight] : m_weights[std::size_t(at)])
            m_postings[term].emplace_back(at, weight);
    }

    /// The nearest cluster by words, as far as no editor spoke against it; the question itself if there is none.
    int rootFor(int at)
    {
        // Who joins brings along all that editors put with it.
        const int word = m_same.of(at);
        const auto first = m_firstOf.find(word);
        const QSet<int> mine = first == m_firstOf.end() ? QSet<int>{word} : m_wordsOf[groupOf(first->second)];
        std::map<int, std::vector<float>> byRoot;
        for (const int one : likeOnes(at)) {
            const float likeness = std::exchange(m_likeness[std::size_t(one)], 0.0F);
            if (!areApart(mine, m_wordsOf[groupOf(one)]))
                byRoot[m_rootOf[std::size_t(one)]].push_back(likeness);
        }
        int best = at;
        float most = m_options.least;
        for (auto &[root, likenesses] : byRoot) {
            std::ranges::sort(likenesses, std::greater());
            const std::size_t count = std::min(m_members[root].size(), std::size_t(std::max(1, m_options.nearest)));
            float sum = 0;
            for (std::size_t i = 0; i < std::min(count, likenesses.size()); ++i)
                sum += likenesses[i];
            if (sum / float(count) >= most) {
                most = std::nextafter(sum / float(count), 2.0F); // of equal ones the first that was asked
                best = root;
            }
        }
        return best;
    }

    /// Clusters that editors put together stay apart by words, so that each is joined as easily as before.
    [[nodiscard]] int groupOf(int at) { return m_groups.of(m_rootOf[std::size_t(at)]); }

    void join(int one, int other)
    {
        const QSet<int> words = m_wordsOf[one] + m_wordsOf[other];
        m_groups.join(one, other);
        m_wordsOf[m_groups.of(one)] = words;
    }

    [[nodiscard]] bool areApart(const QSet<int> &some, const QSet<int> &others) const
    {
        return std::ranges::any_of(some, [&](int one) {
            const auto apart = m_apart.find(one);
            return apart != m_apart.end() && apart->second.intersects(others);
        });
    }

    /// Earlier questions with a word in common that not everybody uses; their likeness stands in m_likeness.
    std::vector<int> likeOnes(int at)
    {
        std::vector<int> like;
        for (const auto &[term, weight] : m_weights[std::size_t(at)])
            if (const auto found = m_postings.find(term); found != m_postings.end() && found->second.size() <= kTooMany)
                for (const auto &[one, other] : found->second) {
                    if (m_likeness[std::size_t(one)] == 0)
                        like.push_back(one);
                    m_likeness[std::size_t(one)] += weight * other;
                }
        return like;
    }

    ClusterOptions m_options;
    std::vector<Weights> m_weights;
    std::vector<int> m_rootOf; ///< by question: the first of its cluster by words
    Sets m_groups;             ///< clusters that editors put together
    Sets m_same;               ///< questions that editors put together
    std::map<int, QSet<int>> m_apart;   ///< by set of m_same: the sets from which it is kept
    std::map<int, QSet<int>> m_wordsOf; ///< by group: the sets of m_same in it
    std::map<int, int> m_firstOf;       ///< by set of m_same: the question of it that came first
    std::vector<float> m_likeness; ///< by question; all zero between two of them
    std::map<int, std::vector<int>> m_members;
    boost::unordered_flat_map<int, std::vector<std::pair<int, float>>> m_postings;
};

} // namespace

std::vector<int> cluster(const std::vector<Question> &questions, const std::vector<Verdict> &verdicts, const ClusterOptions &options)
{
    return Clusterer(questions, verdicts, options).run();
}

std::optional<int> nearestCluster(const std::vector<Question> &questions, const std::vector<int> &clusters, const QString &text,
                                  const ClusterOptions &options)
{
    std::vector<Question> all = questions;
    all.push_back({{}, text});
    return Clusterer(all, {}, options).place(clusters);
}

} // namespace bangban::search
