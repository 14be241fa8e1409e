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

namespace bangban::search {

namespace {

/// Characters that stand in every sort of question. A pair with one of them still counts.
constexpr QStringView kFunctionWords = u"的了吗呢吧啊呀么嘛是在我你您他她它和与就都也还请问";

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
std::vector<Weights> weightsOf(const std::vector<Question> &questions)
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
            weight = std::log(1.0F + float(questions.size()) / float(counts[std::size_t(term)]));
            squares += weight * weight;
        }
        for (auto &[term, weight] : weights)
            weight /= std::sqrt(squares);
    }
    return all;
}

class Clusterer {
public:
    Clusterer(const std::vector<Question> &questions, const std::vector<Verdict> &verdicts, const ClusterOptions &options)
        : m_options(options), m_weights(weightsOf(questions)), m_rootOf(questions.size()), m_likeness(questions.size())
    {
        QHash<QString, int> places;
        for (std::size_t at = 0; at < questions.size(); ++at)
            places.insert(questions[at].id, int(at));
        std::map<std::pair<int, int>, bool> words;
        for (const Verdict &verdict : verdicts)
            if (places.contains(verdict.one) && places.contains(verdict.other) && verdict.one != verdict.other)
                words[std::minmax(places[verdict.one], places[verdict.other])] = verdict.isSame;
        for (const auto &[pair, isSame] : words)
            (isSame ? m_same : m_other)[pair.second].push_back(pair.first);
    }

    std::vector<int> run()
    {
        for (int at = 0; at < int(m_rootOf.size()); ++at) {
            const int root = rootFor(at);
            m_rootOf[std::size_t(at)] = root;
            m_members[root].push_back(at);
            m_groupOf.push_back(at);
            for (const int one : m_same[at])
                bringTogether(groupOf(at), groupOf(one));
            for (const auto &[term, weight] : m_weights[std::size_t(at)])
                m_postings[term].emplace_back(at, weight);
        }
        std::vector<int> groups;
        for (int at = 0; at < int(m_rootOf.size()); ++at)
            groups.push_back(groupOf(at));
        return groups;
    }

private:
    /// The nearest cluster by words, as far as no editor spoke against it; the question itself if there is none.
    int rootFor(int at)
    {
        QSet<int> closed;
        for (const int one : m_other[at])
            closed.insert(groupOf(one));
        std::map<int, std::vector<float>> byRoot;
        for (const int one : likeOnes(at)) {
            const float likeness = std::exchange(m_likeness[std::size_t(one)], 0.0F);
            if (!closed.contains(groupOf(one)))
                byRoot[m_rootOf[std::size_t(one)]].push_back(likeness);
        }
        int best = at;
        float most = m_options.least;
        for (auto &[root, likenesses] : byRoot) {
            std::ranges::sort(likenesses, std::greater());
            const std::size_t count = std::min(m_members[root].size(), std::size_t(m_options.nearest));
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
    [[nodiscard]] int groupOf(int at) const
    {
        int group = m_rootOf[std::size_t(at)];
        while (m_groupOf[std::size_t(group)] != group)
            group = m_groupOf[std::size_t(group)];
        return group;
    }

    void bringTogether(int one, int other) { m_groupOf[std::size_t(std::max(one, other))] = std::min(one, other); }

    /// Earlier questions with a word in common; their likeness stands in m_likeness.
    std::vector<int> likeOnes(int at)
    {
        std::vector<int> like;
        for (const auto &[term, weight] : m_weights[std::size_t(at)])
            if (const auto found = m_postings.find(term); found != m_postings.end())
                for (const auto &[one, other] : found->second) {
                    if (m_likeness[std::size_t(one)] == 0)
                        like.push_back(one);
                    m_likeness[std::size_t(one)] += weight * other;
                }
        return like;
    }

    ClusterOptions m_options;
    std::vector<Weights> m_weights;
    std::vector<int> m_rootOf;  ///< by question: the first of its cluster by words
    std::vector<int> m_groupOf; ///< by first of a cluster: an earlier one that it was put with, or itself
    std::vector<float> m_likeness; ///< by question; all zero between two of them
    std::map<int, std::vector<int>> m_members;
    std::map<int, std::vector<int>> m_same;  ///< by the later of two: the earlier ones
    std::map<int, std::vector<int>> m_other; ///< likewise
    boost::unordered_flat_map<int, std::vector<std::pair<int, float>>> m_postings;
};

} // namespace

std::vector<int> cluster(const std::vector<Question> &questions, const std::vector<Verdict> &verdicts, const ClusterOptions &options)
{
    return Clusterer(questions, verdicts, options).run();
}

} // namespace bangban::search
