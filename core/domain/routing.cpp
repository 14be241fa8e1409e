// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/routing.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

namespace bangban::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxText = 2000;
constexpr qsizetype kMaxMatchedWords = 8;
constexpr std::size_t kMaxBest = 5;

// Ranking: BM25 over characters and pairs of characters, fields weighted inside one saturation, which is what did
// best on Chinese without a dictionary. Values chosen on one half of the sample requests.
constexpr double kSaturation = 2.0;
constexpr double kLengthShare = 0.5;
constexpr double kFurtherItems = 0.2; ///< what the unit's second and third item add to its best
constexpr double kSingleCharacter = 0.3;
constexpr double kPairOneFunction = 0.5;
constexpr double kPairAllFunction = 0.1;
constexpr double kSynonym = 0.7;

constexpr double kNameWeight = 3.0;
constexpr double kKeywordWeight = 3.0;
constexpr double kQuestionWeight = 1.5;
constexpr double kSummaryWeight = 1.0;
constexpr double kAnswerWeight = 0.7;
constexpr double kMaterialWeight = 0.5;
constexpr double kCategoryWeight = 0.3;

/// Characters of grammar and of asking, which say nothing about the subject.
bool isFunctionCharacter(QChar c)
{
    static const QSet<QChar> characters = [] {
        QSet<QChar> set;
        for (const QChar each : u"的了吗呢吧啊么是在有和与或及就也都还要能会可以我你他她它们这那个一不没什怎哪几多少请想问下"
                                u"到去来给把被让对从向为里办弄搞做样谁用过上"_s)
            set.insert(each);
        return set;
    }();
    return characters.contains(c);
}

bool isHan(QChar c)
{
    return (c >= u'\u4E00' && c <= u'\u9FFF') || (c >= u'\u3400' && c <= u'\u4DBF');
}

bool isWordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

QString normalised(const QString &text)
{
    return text.left(kMaxText).normalized(QString::NormalizationForm_KC).toLower().left(kMaxText);
}

/// Calls `use(position, length)` for each Han character, each pair of Han characters and each Latin or digit run.
template<typename Use>
void forEachTerm(const QString &text, Use use)
{
    for (qsizetype i = 0; i < text.size();) {
        if (isHan(text[i])) {
            use(i, 1);
            if (i + 1 < text.size() && isHan(text[i + 1]))
                use(i, 2);
            ++i;
        } else if (isWordCharacter(text[i])) {
            qsizetype end = i;
            while (end < text.size() && isWordCharacter(text[end]))
                ++end;
            use(i, end - i);
            i = end;
        } else {
            ++i;
        }
    }
}

double weightOfTerm(QStringView term)
{
    if (!isHan(term.front()))
        return 1.0;
    const auto functions = std::count_if(term.begin(), term.end(), isFunctionCharacter);
    if (term.size() == 1)
        return functions == 0 ? kSingleCharacter : 0.0;
    if (functions == 0)
        return 1.0;
    return functions == term.size() ? kPairAllFunction : kPairOneFunction;
}

/// The text without anything that is no word, for comparing with a whole keyword.
QString bare(const QString &normalisedText)
{
    QString out;
    for (const QChar c : normalisedText)
        if (isHan(c) || isWordCharacter(c))
            out.append(c);
    return out;
}

struct Posting {
    int document = 0;
    double weight = 0; ///< of the term in the document, saturated, times the term's rarity
};

struct Meaning {
    QString said;
    QHash<QString, double> terms;
};

/// In order of the term, so that sums come out the same in every run.
using SaidTerms = std::map<QString, double>;

struct UnitScore {
    NodeId unit;
    double score = 0;
    int document = -1;
};

} // namespace

struct Router::Index {
    std::vector<RoutingDocument> documents;
    QHash<QString, std::vector<Posting>> postings;
    QHash<QString, double> rarity;
    std::vector<Meaning> meanings;
    QHash<QString, std::vector<int>> exact; ///< whole names and keywords
    RoutingSettings settings;

    void addExact(int document);
    void addTerms();
    void addMeanings(const std::vector<Synonym> &synonyms);
    [[nodiscard]] SaidTerms termsOf(const QString &text) const;
    [[nodiscard]] std::vector<UnitScore> unitsByScore(const std::vector<double> &scores) const;
    [[nodiscard]] std::optional<RouteGuess> exactly(const QString &text) const;
    [[nodiscard]] std::vector<QString> matchedWords(const QString &text, int document) const;
    [[nodiscard]] RouteGuess guess(const QString &text) const;
};

namespace {

using TermWeights = QHash<QString, double>;

void addText(TermWeights &weights, double &length, const QString &text, double fieldWeight)
{
    const QString clean = normalised(text);
    QHash<QString, int> counts;
    forEachTerm(clean, [&](qsizetype at, qsizetype size) { ++counts[clean.mid(at, size)]; });
    int said = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        weights[it.key()] += fieldWeight * std::min(it.value(), 2);
        said += it.value();
    }
    length += fieldWeight * said;
}

TermWeights weightsOf(const RoutingDocument &document, double &length)
{
    TermWeights weights;
    const auto add = [&](const QStringList &texts, double weight) {
        for (const QString &text : texts)
            addText(weights, length, text, weight);
    };
    add({document.name}, kNameWeight);
    add({document.summary}, kSummaryWeight);
    add({document.category, document.consultUnit}, kCategoryWeight);
    add(document.keywords, kKeywordWeight);
    add(document.questions, kQuestionWeight);
    add(document.answers, kAnswerWeight);
    add(document.materials, kMaterialWeight);
    return weights;
}

/// BM25's inverse document frequency, scaled to 1 for a term that no document has.
double rarityOf(double documents, double having)
{
    return std::log(1 + (documents - having + 0.5) / (having + 0.5)) / std::log(1 + (documents + 0.5) / 0.5);
}

} // namespace

void Router::Index::addExact(int document)
{
    const RoutingDocument &d = documents[std::size_t(document)];
    QStringList wholes = d.keywords;
    wholes.append(d.name);
    for (const QString &whole : wholes) {
        const QString key = bare(normalised(whole));
        if (!key.isEmpty())
            exact[key].push_back(document);
    }
}

void Router::Index::addTerms()
{
    std::vector<TermWeights> weights;
    std::vector<double> lengths(documents.size(), 0.0);
    double total = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        weights.push_back(weightsOf(documents[i], lengths[i]));
        total += lengths[i];
        for (auto it = weights[i].cbegin(); it != weights[i].cend(); ++it)
            rarity[it.key()] += 1;
    }
    for (auto it = rarity.begin(); it != rarity.end(); ++it)
        it.value() = rarityOf(double(documents.size()), it.value());
    const double average = total > 0 ? total / double(documents.size()) : 1.0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const double length = 1 - kLengthShare + kLengthShare * lengths[i] / average;
        for (auto it = weights[i].cbegin(); it != weights[i].cend(); ++it) {
            const double saturated = it.value() / (it.value() + kSaturation * length);
            postings[it.key()].push_back({int(i), saturated * rarity.value(it.key())});
        }
    }
}

void Router::Index::addMeanings(const std::vector<Synonym> &synonyms)
{
    for (const Synonym &synonym : synonyms) {
        Meaning meaning{normalised(synonym.said), {}};
        if (meaning.said.isEmpty())
            continue;
        for (const QString &word : synonym.means) {
            const QString clean = normalised(word);
            forEachTerm(clean, [&](qsizetype at, qsizetype size) {
                const QString term = clean.mid(at, size);
                meaning.terms[term] = kSynonym * (size == 1 && isHan(term[0]) ? kSingleCharacter : 1.0);
            });
        }
        meanings.push_back(std::move(meaning));
    }
}

/// What was said and what it stands for, each term with its best weight.
SaidTerms Router::Index::termsOf(const QString &text) const
{
    SaidTerms terms;
    forEachTerm(text, [&](qsizetype at, qsizetype size) {
        const QString term = text.mid(at, size);
        terms.insert_or_assign(term, weightOfTerm(term));
    });
    for (const Meaning &meaning : meanings) {
        if (!text.contains(meaning.said))
            continue;
        for (auto it = meaning.terms.cbegin(); it != meaning.terms.cend(); ++it) {
            double &weight = terms[it.key()];
            weight = std::max(weight, it.value());
        }
    }
    return terms;
}

std::vector<UnitScore> Router::Index::unitsByScore(const std::vector<double> &scores) const
{
    std::map<NodeId, std::vector<std::pair<double, int>>> byUnit;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i] > 0)
            byUnit[documents[i].unit].emplace_back(-scores[i], int(i));
    std::vector<UnitScore> units;
    for (auto &[unit, items] : byUnit) {
        std::sort(items.begin(), items.end());
        double score = -items[0].first;
        for (std::size_t i = 1; i < std::min<std::size_t>(3, items.size()); ++i)
            score -= kFurtherItems * items[i].first;
        units.push_back({unit, score, items[0].second});
    }
    std::stable_sort(units.begin(), units.end(),
                     [](const UnitScore &a, const UnitScore &b) { return a.score > b.score; });
    return units;
}

/// A text that is nothing but a name or keyword which only one unit has.
std::optional<RouteGuess> Router::Index::exactly(const QString &text) const
{
    const auto found = exact.constFind(bare(text));
    if (found == exact.cend())
        return std::nullopt;
    RouteGuess guess;
    for (const int document : *found) {
        const RoutingDocument &d = documents[std::size_t(document)];
        if (d.unit.isEmpty() || (!guess.unit.isEmpty() && guess.unit != d.unit))
            return std::nullopt;
        guess.unit = d.unit;
        if (guess.best.size() < kMaxBest)
            guess.best.emplace_back(d.item, 1.0);
    }
    guess.item = guess.best.front().first;
    guess.reason = RouteReason::Words;
    guess.score = guess.margin = 1.0;
    guess.matchedWords = {bare(text)};
    return guess;
}

std::vector<QString> Router::Index::matchedWords(const QString &text, int document) const
{
    const auto has = [&](const QString &term) {
        const auto found = postings.constFind(term);
        return found != postings.cend()
               && std::any_of(found->begin(), found->end(), [&](const Posting &p) { return p.document == document; });
    };
    std::vector<QString> words;
    qsizetype begin = -1;
    qsizetype end = -1;
    const auto flush = [&] {
        const QString word = begin < 0 ? QString() : text.mid(begin, end - begin);
        if (!word.isEmpty() && std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
    };
    forEachTerm(text, [&](qsizetype at, qsizetype size) {
        const QString term = text.mid(at, size);
        if ((size == 1 && isHan(term[0])) || weightOfTerm(term) < kPairOneFunction || !has(term))
            return;
        if (at >= end) {
            flush();
            begin = at;
        }
        end = at + size;
    });
    flush();
    std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    if (words.size() > std::size_t(kMaxMatchedWords))
        words.resize(std::size_t(kMaxMatchedWords));
    return words;
}

RouteGuess Router::Index::guess(const QString &text) const
{
    RouteGuess guess;
    std::vector<double> scores(documents.size(), 0.0);
    double said = 0;
    for (const auto &[term, weight] : termsOf(text)) {
        said += weight * rarity.value(term, 1.0);
        const auto found = postings.constFind(term);
        if (found == postings.cend())
            continue;
        for (const Posting &posting : *found)
            scores[std::size_t(posting.document)] += weight * posting.weight;
    }
    const auto units = unitsByScore(scores);
    if (units.empty())
        return guess;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i] > 0 && !documents[i].item.isEmpty())
            guess.best.emplace_back(documents[i].item, scores[i] / said);
    std::sort(guess.best.begin(), guess.best.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    guess.best.resize(std::min(guess.best.size(), kMaxBest));
    const UnitScore &winner = units[0];
    guess.score = winner.score / said;
    guess.margin = units.size() > 1 ? 1 - units[1].score / winner.score : 1.0;
    guess.matchedWords = matchedWords(text, winner.document);
    if (winner.score < settings.minEvidence || guess.score < settings.minScore || guess.margin < settings.minMargin
        || winner.unit.isEmpty())
        return guess;
    guess.unit = winner.unit;
    guess.item = documents[std::size_t(winner.document)].item;
    guess.reason = RouteReason::Words;
    return guess;
}

Router::Router(std::vector<RoutingDocument> documents, const std::vector<Synonym> &synonyms,
               const RoutingSettings &settings)
{
    auto index = std::make_unique<Index>();
    index->documents = std::move(documents);
    index->settings = settings;
    for (int i = 0; i < int(index->documents.size()); ++i)
        index->addExact(i);
    index->addTerms();
    index->addMeanings(synonyms);
    m_index = std::move(index);
}

Router::~Router() = default;
Router::Router(Router &&) noexcept = default;
Router &Router::operator=(Router &&) noexcept = default;

RouteGuess Router::route(const QString &text) const
{
    const QString clean = normalised(text);
    if (auto guess = m_index->exactly(clean))
        return *guess;
    return m_index->guess(clean);
}

Result<std::vector<Synonym>> synonymsFromJson(const QByteArray &json)
{
    const QJsonValue list = QJsonDocument::fromJson(json).object().value("synonyms"_L1);
    if (!list.isArray())
        return fail(ErrorCode::BadImport, u"synonyms"_s);
    std::vector<Synonym> synonyms;
    for (const QJsonValue &entry : list.toArray()) {
        Synonym synonym{entry["said"_L1].toString().trimmed(), {}};
        for (const QJsonValue &word : entry["means"_L1].toArray())
            synonym.means.append(word.toString().trimmed());
        synonym.means.removeAll(QString());
        if (synonym.said.isEmpty() || synonym.means.isEmpty())
            return fail(ErrorCode::BadImport, QString::number(synonyms.size() + 1));
        synonyms.push_back(std::move(synonym));
    }
    return synonyms;
}

} // namespace bangban::domain
