// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/knowledge_base.h"
#include "server/catalogue/catalogue.h"

#include <functional>

namespace bangban::server {

/// The knowledge base in the server's memory, for 小申: brought up to what the record holds when it is asked for. A large one takes
/// seconds to read, which nobody is to wait for: it is read beside (readAll) and then taken over.
class Library {
public:
    struct Read {
        knowledge::KnowledgeBase base;
        qint64 through = 0; ///< revision
    };

    explicit Library(Store &store) : m_store(store) {}

    /// \errors Busy while a large one is not there; Database
    Result<const knowledge::KnowledgeBase *> current(const Catalogue &catalogue);
    void catalogueChanged() { m_isPlaced = false; }

    /// More entries than are read while somebody waits. \errors Database
    Result<bool> isLarge();
    /// All of the record's entries, over a connection of its own; for any thread. \errors Database
    static Result<Read> readAll(const QString &url);
    void adopt(Read read);
    /// readAll() failed: the next question asks for it again.
    void readFailed() { m_isAskedFor = false; }
    /// Somebody wants a large one that is not there: calls readAll() beside, and then adopt().
    std::function<void()> onWanted;

private:
    Result<void> lookAgain(const QList<EntryId> &entries);
    Result<void> readOn(qint64 revision);

    Store &m_store;
    knowledge::KnowledgeBase m_base;
    qint64 m_through = 0;
    bool m_isAskedFor = false; ///< onWanted was called
    bool m_isPlaced = false; ///< names, districts and synonyms are the catalogue's
};

} // namespace bangban::server
