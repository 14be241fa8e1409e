// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/catalogue.h"
#include "core/domain/organisation.h"
#include "core/domain/roster.h"
#include "core/domain/routing.h"
#include "core/knowledge/phrases.h"
#include "server/store/store.h"

namespace bangban::server {

/// Documents that are kept as they were imported, beside the rows that people see.
namespace document {
inline constexpr QLatin1String kCalendar{"calendar"};       ///< id = year, holiday-cn's shape
inline constexpr QLatin1String kEntrustment{"entrustment"}; ///< id = the entrustment's
inline constexpr QLatin1String kRouting{"routing"};         ///< id "questions" or "synonyms"
}

/// What the rules need of organisation, items and calendar, read out of the rows. Built anew after an import; cheap
/// to keep, never changed in place.
class Catalogue {
public:
    /// \errors Database
    static Result<std::unique_ptr<Catalogue>> read(Store &store);

    [[nodiscard]] const domain::Organisation &organisation() const { return m_organisation; }
    [[nodiscard]] const domain::Holidays &holidays() const { return m_holidays; }
    [[nodiscard]] const domain::Router &router() const { return *m_router; }
    [[nodiscard]] const std::vector<domain::Synonym> &synonyms() const { return m_synonyms; }
    [[nodiscard]] const knowledge::PhraseBook &phrases() const { return m_phrases; }
    [[nodiscard]] const domain::Roster &roster() const { return m_roster; }
    /// nullptr for an unknown id
    [[nodiscard]] const domain::Item *item(const ItemId &id) const;
    /// Hours of the node with its ancestors' behind them.
    [[nodiscard]] const domain::WorkCalendar &calendarOf(const NodeId &node);
    /// The district that this server answers for; empty without an organisation.
    [[nodiscard]] NodeId district() const { return m_district; }
    [[nodiscard]] bool isSample() const { return m_isSample; }
    [[nodiscard]] QString officeName() const { return m_officeName; }

private:
    Catalogue() = default;
    Result<void> readDocuments(Store &store);
    void readRows(Store &store);

    domain::Organisation m_organisation;
    domain::Holidays m_holidays;
    domain::Roster m_roster;
    std::vector<domain::Entrustment> m_entrustments;
    QHash<ItemId, domain::Item> m_items;
    QHash<ItemId, std::pair<QStringList, QStringList>> m_questions; ///< per item: questions, plain answers
    std::vector<domain::Synonym> m_synonyms;
    knowledge::PhraseBook m_phrases;
    std::optional<domain::Router> m_router;
    QHash<NodeId, domain::WorkCalendar> m_calendars;
    NodeId m_district;
    QString m_officeName;
    bool m_isSample = false;
};

/// The other way round than domain::blocksFromText().
QString textOf(const std::vector<domain::Block> &blocks);

} // namespace bangban::server
