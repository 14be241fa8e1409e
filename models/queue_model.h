// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/queue_order.h"
#include "models/clock_state.h"
#include "models/request_book.h"

#include <QAbstractListModel>
#include <QTimer>

#include <set>

namespace bangban::models {

/// The parts of the list beside the conversation.
enum class Section {
    Waiting,   ///< everybody's: waiting, choosing in a gap, held until reopening
    Mine,      ///< serving and wrap-up, owned by the signed-in person
    CallBacks, ///< promised calls, by due time
};

/// One section of requests in its order. Rows move one by one, never by a reset while live: 10,000 waiting rows with
/// running countdowns cost only the rows whose place changes, at the known instants when it changes. The seconds
/// inside the rings are no change of the model: the view repaints the rings it shows.
/// \thread the screen's
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        PriorityRole,
        TitleRole,   ///< the item, else the first words of the question
        PartyRole,   ///< enterprise, else citizen, else masked phone
        SourceRole,
        StateRole,   ///< int of domain::RequestState
        ClockRole,   ///< ClockState at serverNow
        FirstRole,   ///< ClockState of the first response
        UnreadRole,  ///< messages of the citizen not yet read here
        RowRole,     ///< RequestPtr
        PendingRole, ///< messages written and not yet confirmed
    };

    QueueModel(Section section, RequestBook &book, client::Feed &feed, QObject *parent = nullptr);
    ~QueueModel() override;

    [[nodiscard]] Section section() const { return m_section; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] RequestPtr at(int row) const;
    [[nodiscard]] int rowOf(const RequestId &id) const; ///< -1 if it is not in this section

    /// Whose rows Mine holds; rows that are there already are sorted in or out.
    void setMe(const StaffId &me);
    /// While held (the pointer is on the list) rows keep their places; new ones come at theirs.
    void holdOrder(bool on);
    void setPending(const RequestId &id, int count);
    /// Puts every row in its place whose key changed until `now`. Called by an own timer; public for tests.
    void advance(Instant now);
    /// The next instant at which a place may change.
    [[nodiscard]] std::optional<Instant> nextChange() const;

signals:
    void countChanged(int count);

private:
    struct Entry;
    struct Before;
    void take(const QList<RequestPtr> &rows);
    [[nodiscard]] bool belongs(const client::RequestRow &row) const;
    [[nodiscard]] domain::QueueKey keyOf(const client::RequestRow &row, Instant now) const;
    [[nodiscard]] int positionOf(const domain::QueueKey &key) const;
    void upsert(const RequestPtr &row, Instant now);
    void remove(const RequestId &id);
    void place(Entry *entry, const domain::QueueKey &key);
    void planChange(Entry *entry, Instant now);
    void armTimer();

    const Section m_section;
    RequestBook &m_book;
    client::Feed &m_feed;
    StaffId m_me;
    std::vector<Entry *> m_order;
    QHash<RequestId, Entry *> m_entries;
    std::set<std::pair<Instant, Entry *>> m_changes;
    std::set<Entry *> m_displaced; ///< keys that changed while the order was held
    bool m_isHeld = false;
    QTimer m_timer;
};

} // namespace bangban::models

Q_DECLARE_METATYPE(bangban::models::RequestPtr)
