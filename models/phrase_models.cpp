// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/phrase_models.h"

namespace bangban::models {

PhraseCheck::PhraseCheck(client::Feed &feed, QObject *parent) : QObject(parent)
{
    connect(&feed, &client::Feed::phrasesChanged, this, [this](const QList<client::PhraseRow> &rows) {
        for (const client::PhraseRow &row : rows)
            m_rows[row.id] = row;
        std::vector<client::PhraseRow> all;
        for (const auto &[id, row] : m_rows)
            all.push_back(row);
        m_book = knowledge::PhraseBook(std::move(all));
        emit changed();
    });
    connect(&feed, &client::Feed::cleared, this, [this] {
        m_settled.clear(); // it may be another person's desk now
        m_rows.clear();
        m_book = {};
        emit changed();
    });
}

SlipsModel::SlipsModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    connect(&feed, &client::Feed::cleared, this, [this] { clear(); });
    connect(&feed, &client::Feed::slipsChanged, this, [this](const QList<client::SlipRow> &rows) {
        for (const client::SlipRow &row : rows)
            upsert(row);
    });
    connect(&feed, &client::Feed::slipsGone, this, [this](const QList<SlipId> &ids) {
        for (const SlipId &id : ids)
            remove(id.value);
    });
}

QVariant SlipsModel::cell(const client::SlipRow &row, int, int role) const
{
    return role == Qt::DisplayRole ? row.words.text : QVariant();
}

} // namespace bangban::models
