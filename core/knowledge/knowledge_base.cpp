// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/knowledge_base.h"

#include "core/domain/knowledge.h"

#include <QSet>

namespace bangban::knowledge {

using namespace Qt::StringLiterals;
using protocol::EntryRow;

namespace {

constexpr int kSpare = 40;      ///< found beyond what is asked, for what is not in force
constexpr int kDeepSearch = 1'000; ///< looked at where only one unit's count
constexpr int kShortestQuestion = 2; ///< characters; one says nothing
constexpr int kFewOf = 8; ///< an eighth of all: more are read in one go
constexpr int kDeepest = 32;    ///< levels of the organisation; a ring of parents ends there
constexpr QLatin1String kDistrict{"district"};

QString layersOf(const EntryRow &row)
{
    QStringList layers{row.plain, row.official, row.sourceTitle, row.sourceWords};
    layers.removeAll(QString());
    return layers.join(u'\n');
}

} // namespace

QString KnowledgeBase::districtOf(const NodeId &unit) const
{
    auto node = m_nodes.constFind(unit);
    for (int level = 0; level < kDeepest && node != m_nodes.constEnd(); ++level) {
        if (node->kind == kDistrict)
            return node->id.value;
        node = m_nodes.constFind(node->parent);
    }
    return {};
}

void KnowledgeBase::place(search::Entry &entry, const NodeId &unit) const
{
    const auto item = m_items.constFind(ItemId(entry.item));
    entry.names = item == m_items.constEnd() ? QStringList() : QStringList{item->name, item->code};
    entry.district = districtOf(unit);
}

search::Entry KnowledgeBase::entryOf(const EntryRow &row)
{
    const auto from = dateFromIso(row.from);
    const auto to = dateFromIso(row.to);
    // A row whose first day cannot be read is never in force; one without a last day has no end.
    m_facts.insert(row.id.value, {row.unit, from.value_or(LocalDate::max()), to ? std::optional(*to) : std::nullopt});
    search::Entry entry{row.id.value, row.title, row.aliases, layersOf(row), {}, row.item.value, {}};
    place(entry, row.unit);
    return entry;
}

void KnowledgeBase::build(const std::vector<EntryRow> &rows)
{
    m_facts.clear();
    std::vector<search::Entry> entries;
    entries.reserve(rows.size());
    for (const EntryRow &row : rows)
        entries.push_back(entryOf(row));
    m_finder.build(std::move(entries));
}

void KnowledgeBase::putAll(const std::vector<EntryRow> &rows)
{
    if (std::ssize(rows) <= size() / kFewOf) {
        for (const EntryRow &row : rows)
            put(row);
        return;
    }
    std::vector<search::Entry> entries;
    QSet<QString> ids;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) // the last of one id counts
        if (!ids.contains(row->id.value)) {
            ids.insert(row->id.value);
            entries.push_back(entryOf(*row));
        }
    m_finder.forEach([&](const search::Entry &entry) {
        if (!ids.contains(entry.id))
            entries.push_back(entry);
    });
    m_finder.build(std::move(entries));
}

void KnowledgeBase::put(const EntryRow &row)
{
    m_finder.put(entryOf(row));
}

void KnowledgeBase::remove(const EntryId &id)
{
    m_facts.remove(id.value);
    m_finder.remove(id.value);
}

void KnowledgeBase::setCatalogue(const QList<protocol::ItemRow> &items, const QList<protocol::NodeRow> &nodes)
{
    for (const protocol::ItemRow &row : items)
        m_items.insert(row.id, row);
    for (const protocol::NodeRow &row : nodes)
        if (const auto known = m_nodes.constFind(row.id); known == m_nodes.constEnd() || known->validFrom <= row.validFrom)
            m_nodes.insert(row.id, row);
    std::vector<search::Entry> changed, all;
    m_finder.forEach([&](const search::Entry &entry) {
        search::Entry placed = entry;
        place(placed, m_facts.value(entry.id).unit);
        if (placed.names != entry.names || placed.district != entry.district)
            changed.push_back(placed);
        all.push_back(std::move(placed));
    });
    if (changed.size() > all.size() / kFewOf)
        return m_finder.build(std::move(all));
    for (search::Entry &entry : changed)
        m_finder.put(std::move(entry));
}

void KnowledgeBase::setSynonyms(const std::vector<protocol::SynonymRow> &synonyms)
{
    std::vector<search::Synonym> known;
    for (const protocol::SynonymRow &row : synonyms)
        known.push_back({row.said, row.means});
    m_finder.setSynonyms(known);
}

std::vector<search::Suggestion> KnowledgeBase::ownedBy(const NodeId &owner) const
{
    std::vector<search::Suggestion> found;
    for (auto it = m_facts.constBegin(); it != m_facts.constEnd(); ++it)
        if (it->unit == owner)
            found.push_back({it.key(), search::Reason::Item, 0, 0});
    std::ranges::sort(found, {}, &search::Suggestion::id);
    return found;
}

std::vector<search::Suggestion> KnowledgeBase::find(const Question &question, int limit) const
{
    const bool isOwn = !question.owner.isEmpty();
    auto found = isOwn && question.words.trimmed().isEmpty()
                     ? ownedBy(question.owner)
                     : m_finder.find({question.words, question.item.value, districtOf(question.unit)}, isOwn ? kDeepSearch : limit + kSpare);
    std::erase_if(found, [&](const search::Suggestion &one) {
        const Facts facts = m_facts.value(one.id);
        if (isOwn)
            return facts.unit != question.owner;
        return domain::phaseOf(domain::EntryState::Approved, facts.from, facts.to, question.today) != domain::EntryPhase::InForce;
    });
    if (std::ssize(found) > limit)
        found.resize(std::size_t(limit));
    return found;
}

search::Sureness surenessOf(domain::AssistantLevel level)
{
    search::Sureness sureness;
    switch (level) {
    case domain::AssistantLevel::Never: sureness.aloneMargin = -1; break;
    case domain::AssistantLevel::Careful: sureness.aloneMargin = 0.55F; break;
    case domain::AssistantLevel::Usual: break;
    case domain::AssistantLevel::Often: sureness.aloneMargin = 0.7F; break;
    }
    return sureness;
}

Ruling KnowledgeBase::rule(const Question &question, const search::Sureness &sureness) const
{
    if (search::bare(question.words).size() < kShortestQuestion)
        return {};
    Ruling ruling{search::Decision::Person, find(question, search::kMostButtons + kSpare)};
    // Best by words first: the item's entries may stand before them.
    std::ranges::stable_sort(ruling.found, std::greater(), &search::Suggestion::score);
    // Who names an entry means it; two with one name are a choice.
    const auto isNamed = [](const search::Suggestion &one) { return one.reason == search::Reason::Name; };
    const auto named = std::ranges::count_if(ruling.found, isNamed);
    std::vector<search::Hit> hits;
    for (const search::Suggestion &one : ruling.found)
        if (one.reason == search::Reason::Words)
            hits.push_back({one.id, one.score, one.coverage});
    ruling.decision = named == 1 ? search::Decision::Alone : named > 1 ? search::Decision::Buttons : search::decide(hits, sureness);
    if (named > 0)
        std::ranges::stable_partition(ruling.found, isNamed);
    else // codes, letters and the item's other entries are staff's ways
        std::erase_if(ruling.found, [](const search::Suggestion &one) { return one.reason != search::Reason::Words; });
    const std::size_t most = ruling.decision == search::Decision::Person ? 0 : ruling.decision == search::Decision::Alone ? 1 : search::kMostButtons;
    if (ruling.found.size() > most)
        ruling.found.resize(most);
    return ruling;
}

} // namespace bangban::knowledge
