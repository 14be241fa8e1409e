// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/domain/enums.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace bangban::domain {

/// What the router knows of one item: catalogue words and the knowledge base's questions. A document without a unit
/// holds questions that belong to no item; words that point there point to the pool.
struct RoutingDocument {
    ItemId item;
    NodeId unit;
    QString name;
    QString category;
    QString summary;
    QString consultUnit;
    QStringList keywords;
    QStringList questions; ///< Q&A questions and similar questions of the item
    QStringList answers;   ///< short plain answers of the item
    QStringList materials; ///< names
};

/// Everyday words and the words of the catalogue that they stand for: 老板 → 法定代表人. General word equivalences
/// only, kept by the office as data (resources/routing-synonyms.json).
struct Synonym {
    QString said;
    QStringList means;
};

/// Reads {"synonyms":[{"said":…,"means":[…]}], …}. \errors BadImport with the entry's number
Result<std::vector<Synonym>> synonymsFromJson(const QByteArray &json);

/// When the words are clear enough. Measured on one half of the sample requests, on knowledge-base questions whose
/// own entry was left out, and on 500 questions that are no business of the office (3 % of those find a unit).
struct RoutingSettings {
    double minEvidence = 1.2; ///< weight of what matched: one stands for one word pair that hardly any item has
    double minScore = 0.10;
    double minMargin = 0.10;
};

struct RouteGuess {
    std::optional<ItemId> item; ///< best item of the unit; empty if the request goes to the district pool
    NodeId unit;                ///< empty = district pool
    RouteReason reason = RouteReason::Unclear; ///< Words or Unclear
    double score = 0;  ///< 0…1, how much of what was said the best unit's items explain
    double margin = 0; ///< 0…1, how far the best unit is ahead of the second
    std::vector<QString> matchedWords; ///< longest matching stretches of the text, best first, at most 8: the "why"
    std::vector<std::pair<ItemId, double>> best; ///< at most 5, best first
};

/// Guesses item and unit of a request that named no item by what was said; unclear goes to the district pool, a
/// wrong unit costs the citizen more than the pool does. Dates of validity are the caller's business.
/// Deterministic, does not learn. Text is cut at 2,000 characters.
/// \thread any (immutable)   \source duty 92: routing by item and content
class Router {
public:
    explicit Router(std::vector<RoutingDocument> documents, const std::vector<Synonym> &synonyms = {},
                    const RoutingSettings &settings = {});
    ~Router();
    Router(Router &&) noexcept;
    Router &operator=(Router &&) noexcept;

    [[nodiscard]] RouteGuess route(const QString &text) const;

private:
    struct Index;
    std::unique_ptr<const Index> m_index;
};

} // namespace bangban::domain
