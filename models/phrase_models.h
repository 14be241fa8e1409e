// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "core/knowledge/phrases.h"
#include "models/rows_table.h"

/// What staff may not say, what is no matter of this desk, and what was said all the same.
namespace bangban::models {

/// The office's phrases, as they stand now. \source duties 59 and 79
class PhraseCheck : public QObject {
    Q_OBJECT
public:
    explicit PhraseCheck(client::Feed &feed, QObject *parent = nullptr);
    [[nodiscard]] const knowledge::PhraseBook &book() const { return m_book; }

    /// A card that the person has answered, or waved off, for the phrase in the request.
    void settle(const RequestId &request, const QString &phrase) { m_settled.insert({request, phrase}); }
    [[nodiscard]] bool isSettled(const RequestId &request, const QString &phrase) const { return m_settled.contains({request, phrase}); }

signals:
    void changed();

private:
    QSet<std::pair<RequestId, QString>> m_settled;
    std::map<QString, client::PhraseRow> m_rows;
    knowledge::PhraseBook m_book;
};

struct SlipTraits {
    using Row = client::SlipRow;
    static QString id(const Row &row) { return row.id.value; }
    static std::pair<qint64, QString> place(const Row &row) { return {-toMs(row.at), row.id.value}; }
    static int columns() { return 1; }
};

/// What a supervisor has not seen yet, the last first.
class SlipsModel : public RowsTable<SlipTraits> {
    Q_OBJECT
public:
    explicit SlipsModel(client::Feed &feed, QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant cell(const client::SlipRow &row, int column, int role) const override;
};

} // namespace bangban::models
