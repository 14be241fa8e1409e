// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/office/library.h"

#include "server/store/knowledge.h"

namespace bangban::server {

using protocol::EntryRow;

Result<const knowledge::KnowledgeBase *> Library::current(const Catalogue &catalogue)
{
    TAKE(revision, Knowledge(m_store).revision());
    if (m_undone != m_store.knowledgeUndone() || revision < m_through) {
        m_through = 0;
        m_isPlaced = false;
    }
    m_undone = m_store.knowledgeUndone();
    if (m_through < revision)
        TRY(readFrom(m_through));
    if (!m_isPlaced) {
        m_base.setCatalogue(m_store.items.live().values(), m_store.nodes.live().values());
        std::vector<protocol::SynonymRow> synonyms;
        for (const domain::Synonym &one : catalogue.synonyms())
            synonyms.push_back({one.said, one.means});
        m_base.setSynonyms(synonyms);
        m_isPlaced = true;
    }
    return &m_base;
}

Result<void> Library::readFrom(qint64 revision)
{
    std::vector<EntryRow> all;
    Knowledge knowledge(m_store);
    for (bool isLast = false; !isLast;) {
        TAKE(page, knowledge.after(m_through));
        isLast = page.isLast || page.through == m_through;
        m_through = page.through;
        for (const QByteArray &bytes : page.rows) {
            TAKE(row, rowFromBytes<EntryRow>(bytes));
            if (revision == 0)
                all.push_back(std::move(row));
            else
                m_base.put(row);
        }
        for (const EntryId &id : page.gone)
            m_base.remove(id);
    }
    if (revision == 0)
        m_base.build(all);
    return {};
}

} // namespace bangban::server
