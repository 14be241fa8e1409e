// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/office/library.h"

#include "server/store/knowledge.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::EntryRow;

namespace {

constexpr qint64 kAtOnce = 2'000; ///< revisions: some 30 ms

} // namespace

Result<bool> Library::isLarge()
{
    return Knowledge(m_store).revision().map([](qint64 revision) { return revision > kAtOnce; });
}

Result<const knowledge::KnowledgeBase *> Library::current(const Catalogue &catalogue)
{
    TAKE(revision, Knowledge(m_store).revision());
    if (m_through == 0 && revision > kAtOnce) {
        if (onWanted && !std::exchange(m_isAskedFor, true))
            onWanted();
        return fail(ErrorCode::Busy, u"knowledge"_s);
    }
    const QList<EntryId> undone = m_store.takeKnowledgeUndone();
    TRY(lookAgain(undone));
    // A revision that was taken back is given to another entry.
    m_through = std::clamp<qint64>(m_through - undone.size(), std::min<qint64>(1, m_through), revision);
    if (m_through < revision)
        TRY(readOn(revision));
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

Result<void> Library::lookAgain(const QList<EntryId> &entries)
{
    for (const EntryId &id : entries) {
        const auto row = Knowledge(m_store).find(id);
        if (!row && row.error().code != ErrorCode::NotFound)
            return tl::unexpected<Error>(row.error());
        if (row && row->state == domain::EntryState::Approved)
            m_base.put(*row);
        else
            m_base.remove(id);
    }
    return {};
}

Result<void> Library::readOn(qint64 revision)
{
    while (m_through < revision) {
        TAKE(page, Knowledge(m_store).after(m_through));
        for (const QByteArray &bytes : page.rows) {
            TAKE(row, rowFromBytes<EntryRow>(bytes));
            m_base.put(row);
        }
        for (const EntryId &id : page.gone)
            m_base.remove(id);
        m_through = std::max(page.through, m_through + 1); // a page holds something, or there is nothing after it
    }
    return {};
}

Result<Library::Read> Library::readAll(const QString &url)
{
    TAKE(database, sql::Database::open(url));
    TRY(database->beginReading()); // one state of all rows, whoever writes meanwhile
    TAKE(query, database->pass(u"SELECT rev, state, row FROM entry"_s));
    Read read;
    std::vector<EntryRow> rows;
    while (query->next()) {
        read.through = std::max(read.through, query->value(0).toLongLong());
        if (query->value(1).toString() != domain::nameOf(domain::EntryState::Approved))
            continue;
        TAKE(row, rowFromBytes<EntryRow>(query->value(2).toByteArray()));
        rows.push_back(std::move(row));
    }
    query.reset();
    database->rollback();
    read.base.build(rows);
    return read;
}

void Library::adopt(Read read)
{
    m_base = std::move(read.base);
    m_through = read.through;
    m_isPlaced = false;
}

} // namespace bangban::server
