// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/knowledge.h"
#include "core/search/decision.h"
#include "core/search/finder.h"

#include <QHash>

/// The knowledge base as it is searched: the same class at the desk and at the server, so that both find the same.
namespace bangban::knowledge {

struct Question {
    QString words;     ///< as typed or said; may be empty
    ItemId item;       ///< of the request; empty for none
    NodeId unit;       ///< whose desk asks: what holds for another district alone is not found; empty for all
    LocalDate today{}; ///< at the office
    NodeId owner = {}; ///< only what this unit answers for, in force or not; without words all of it, by id
};

/// What an office asks of the assistant before it answers alone. \source measured on 2,274 questions to public offices with 33,859
/// entries: careful answers 17.1 % alone, 95.6 % right; usual 22.2 %, 92.9 %; often 25.2 %, 89.9 %
search::Sureness surenessOf(domain::AssistantLevel level);

struct Ruling {
    search::Decision decision = search::Decision::Person;
    std::vector<search::Suggestion> found; ///< in force, best first; none for a person
};

/// Entries that can be found, each with its item's names and its unit's district. What is not in force on the day of the question
/// is not found. The same rows, in whatever order they came, give the same suggestions for a question. Not for several
/// threads at once.
class KnowledgeBase {
public:
    /// All rows in place of what was there.
    void build(const std::vector<protocol::EntryRow> &rows);
    /// Many at once, each in place of the one with its id; faster than one by one, and ends the same.
    void putAll(const std::vector<protocol::EntryRow> &rows);
    void put(const protocol::EntryRow &row); ///< in place of the one with its id
    void remove(const EntryId &id);
    /// Items, by whose name and code an entry is found, and the organisation, by which it belongs to a district; what is not among
    /// the rows stays as it was. Builds anew what they change.
    void setCatalogue(const QList<protocol::ItemRow> &items, const QList<protocol::NodeRow> &nodes);
    void setSynonyms(const std::vector<protocol::SynonymRow> &synonyms);

    [[nodiscard]] std::vector<search::Suggestion> find(const Question &question, int limit) const;
    /// What the assistant may do with the question: answer alone with the first, offer the first few, or leave it to a person.
    [[nodiscard]] Ruling rule(const Question &question, const search::Sureness &sureness = {}) const;
    [[nodiscard]] qsizetype size() const { return m_finder.size(); }

private:
    struct Facts {
        NodeId unit;
        LocalDate from{};
        std::optional<LocalDate> to;
    };
    [[nodiscard]] std::vector<search::Suggestion> ownedBy(const NodeId &owner) const;
    [[nodiscard]] search::Entry entryOf(const protocol::EntryRow &row);
    void place(search::Entry &entry, const NodeId &unit) const;
    [[nodiscard]] QString districtOf(const NodeId &unit) const;

    search::Finder m_finder;
    QHash<QString, Facts> m_facts;
    QHash<ItemId, protocol::ItemRow> m_items;
    QHash<NodeId, protocol::NodeRow> m_nodes;
};

} // namespace bangban::knowledge
