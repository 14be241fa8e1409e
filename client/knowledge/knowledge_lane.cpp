// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/knowledge/knowledge_lane.h"

#include "core/base/log.h"
#include "core/protocol/codec.h"
#include "core/search/marks.h"

namespace bangban::client {

using namespace Qt::StringLiterals;
using protocol::EntryRow, protocol::KnowledgePage;

void KnowledgeLane::open(const QString &folder, const QByteArray &key)
{
    m_state = {};
    m_heard = 0;
    auto book = EntryBook::open(folder, key);
    if (!book)
        return giveUp(book.error());
    m_book = std::move(*book);
    index();
}

void KnowledgeLane::close()
{
    m_book.reset();
    m_base = {};
    m_coming.clear();
    m_going.clear();
    m_state = {};
    m_isAsking = false;
    tell();
}

/// Reads all of the book.
void KnowledgeLane::index()
{
    auto rows = m_book->all();
    if (!rows)
        return giveUp(rows.error());
    m_base.build(*rows);
    m_base.setSynonyms(m_book->synonyms());
    tell();
}

void KnowledgeLane::giveUp(const Error &error)
{
    qCCritical(logSync, "knowledge base: %s", qPrintable(error.detail));
    m_book.reset();
    m_state.error = error;
    tell();
}

void KnowledgeLane::tell()
{
    m_state.entries = m_base.size();
    emit stateChanged(m_state);
}

void KnowledgeLane::setCatalogue(const QList<protocol::ItemRow> &items, const QList<protocol::NodeRow> &nodes)
{
    m_base.setCatalogue(items, nodes);
    tell();
}

void KnowledgeLane::goOn()
{
    m_heard = 0;
    ask();
}

void KnowledgeLane::hear(qint64 revision)
{
    m_heard = std::max(m_heard, revision);
    if (!m_isAsking)
        ask();
}

void KnowledgeLane::ask()
{
    if (!m_book)
        return;
    m_isAsking = true;
    emit wanted({m_book->epoch(), m_book->through()});
}

void KnowledgeLane::take(const QJsonObject &body)
{
    if (!m_book)
        return;
    const auto read = protocol::fromJson<KnowledgePage>(body);
    if (!read)
        return emit malformed(read.error());
    const KnowledgePage &page = *read;
    const bool goesOn = page.epoch == m_book->epoch() && page.after == m_book->through();
    if (!goesOn && page.after != 0)
        return; // asked for on a line that is gone
    m_isAsking = false;
    if (auto kept = m_book->put(page); !kept)
        return giveUp(kept.error());
    const bool moved = page.through > page.after;
    if (!page.last || (moved && page.through < m_heard))
        ask();
    if (page.after == 0) {
        m_base.build({});
        m_coming.clear();
        m_going.clear();
    }
    // What comes in many pages is read in one go when all is here: that is faster, and is not seen in parts.
    m_coming.insert(m_coming.end(), page.rows.begin(), page.rows.end());
    for (const EntryRow &row : page.rows)
        m_going.removeAll(row.id);
    m_going += QList<EntryId>(page.gone.begin(), page.gone.end());
    m_state.percent = page.last || page.revision <= 0 ? 100 : int(std::min<qint64>(99, 100 * page.through / page.revision));
    if (page.last) {
        m_base.putAll(std::exchange(m_coming, {}));
        for (const EntryId &id : std::exchange(m_going, {}))
            m_base.remove(id);
        m_base.setSynonyms(m_book->synonyms());
    }
    tell();
    if (!page.gone.empty())
        emit entriesGone({page.gone.begin(), page.gone.end()});
}

void KnowledgeLane::find(quint64 ticket, const knowledge::Question &question, int limit)
{
    QList<EntryHit> hits;
    if (m_book)
        for (const search::Suggestion &one : m_base.find(question, limit)) {
            auto row = m_book->find(one.id);
            if (!row) {
                giveUp(row.error());
                break;
            }
            if (*row)
                hits.append({**row, search::marksIn((*row)->title, question.words)});
        }
    emit found(ticket, hits);
}

void KnowledgeLane::findOne(quint64 ticket, const EntryId &entry)
{
    QList<EntryHit> hits;
    if (m_book) {
        const auto row = m_book->find(entry.value);
        if (!row)
            giveUp(row.error());
        else if (*row)
            hits.append({**row, {}});
    }
    emit found(ticket, hits);
}

} // namespace bangban::client
