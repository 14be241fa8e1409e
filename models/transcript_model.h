// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message_book.h"

#include <QAbstractListModel>

namespace bangban::models {

/// One conversation as rows: messages in their order with a separator before each new day. Words are plain text and
/// stay as typed.
class TranscriptModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IsDayRole = Qt::UserRole, ///< a separator; DisplayRole is then the ISO day
        MessageRole,              ///< client::MessageView
        QuoteRole,                ///< words of the quoted message, empty if none
        ReadRole,                 ///< the citizen has read up to here
    };

    explicit TranscriptModel(MessageBook &book, QObject *parent = nullptr);

    void setRequest(const RequestId &request);
    [[nodiscard]] const RequestId &request() const { return m_request; }
    /// Up to where the citizen has read; a sent message up to it counts as read.
    void setCitizenRead(int throughSeq);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const client::MessageView *messageAt(int row) const; ///< nullptr on a separator
    [[nodiscard]] int lastSeq() const;
    /// The newest own text that can still be taken back at `now`; nullptr if none.
    [[nodiscard]] const client::MessageView *recallable(Instant now) const;

private:
    struct Line {
        QString day; ///< set on separators
        client::MessageView message;
        [[nodiscard]] QString key() const { return day.isEmpty() ? message.row.id.value : day; }
        friend bool operator==(const Line &, const Line &) = default;
    };
    [[nodiscard]] std::vector<Line> linesNow() const;
    void refresh();

    MessageBook &m_book;
    RequestId m_request;
    int m_citizenRead = 0;
    std::vector<Line> m_lines;
};

} // namespace bangban::models

Q_DECLARE_METATYPE(bangban::client::MessageView)
