// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/knowledge_base.h"
#include "server/catalogue/catalogue.h"

namespace bangban::server {

/// The knowledge base in the server's memory, for 小申: brought up to what the record holds when it is asked for.
class Library {
public:
    explicit Library(Store &store) : m_store(store) {}

    /// \errors Database
    Result<const knowledge::KnowledgeBase *> current(const Catalogue &catalogue);
    void catalogueChanged() { m_isPlaced = false; }

private:
    Result<void> readFrom(qint64 revision);

    Store &m_store;
    knowledge::KnowledgeBase m_base;
    qint64 m_through = 0;
    quint64 m_undone = 0; ///< of the store, when it was read
    bool m_isPlaced = false; ///< names, districts and synonyms are the catalogue's
};

} // namespace bangban::server
