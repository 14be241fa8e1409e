// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue_model.h"

#include <algorithm>

namespace bangban::models {

using namespace Qt::StringLiterals;
using domain::QueueKey, domain::RequestState;

namespace {

/// Order changes closer together than this are made together: nobody sees a row glide twice in a quarter second.
constexpr std::chrono::milliseconds kTogether{250};

QString titleOf(const client::RequestRow &row)
{
    if (!row.itemName.isEmpty())
        return row.itemName;
    return row.words.text.left(60).simplified();
}

QString partyOf(const client::RequestRow &row)
{
    if (!row.enterprise.text.isEmpty())
        return row.enterprise.text;
    return row.citizenName.text.isEmpty() ? row.phoneMask : row.citizenName.text;
}

} // namespace

struct QueueModel::Entry {
    RequestPtr row;
    QueueKey key;
    std::optional<Instant> change;
    int pending = 0;
};

struct QueueModel::Before {
    bool operator()(const Entry *entry, const QueueKey &key) const { return entry->key < key; }
};

QueueModel::QueueModel(Section section, RequestBook &book, client::Feed &feed, QObject *parent)
    : QAbstractListModel(parent), m_section(section), m_book(book), m_feed(feed)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(m_feed.serverNow()); });
    connect(&book, &RequestBook::cleared, this, [this] {
        beginResetModel();
        qDeleteAll(m_order);
        m_order.clear();
        m_entries.clear();
        m_changes.clear();
        m_displaced.clear();
        endResetModel();
        emit countChanged(0);
    });
    connect(&book, &RequestBook::changed, this, &QueueModel::take);
    connect(&book, &RequestBook::gone, this, [this](const QList<RequestId> &ids) {
        for (const RequestId &id : ids)
            remove(id);
        armTimer();
        emit countChanged(int(m_order.size()));
    });
}

QueueModel::~QueueModel()
{
    qDeleteAll(m_order);
}

void QueueModel::take(const QList<RequestPtr> &rows)
{
    const auto before = m_order.size();
    const Instant now = m_feed.serverNow();
    for (const RequestPtr &row : rows)
        belongs(*row) ? upsert(row, now) : remove(row->id);
    armTimer();
    if (m_order.size() != before)
        emit countChanged(int(m_order.size()));
}

void QueueModel::setMe(const StaffId &me)
{
    if (me == m_me)
        return;
    m_me = me;
    take(m_book.rows().values());
}

bool QueueModel::belongs(const client::RequestRow &row) const
{
    switch (m_section) {
    case Section::Waiting:
        return row.state == RequestState::Waiting || row.state == RequestState::Held
            || row.state == RequestState::Choosing;
    case Section::Mine:
        return row.owner == m_me && (row.state == RequestState::Serving || row.state == RequestState::WrapUp);
    case Section::CallBacks:
        return row.state == RequestState::CallBack;
    }
    return false;
}

QueueKey QueueModel::keyOf(const client::RequestRow &row, Instant now) const
{
    QueueKey key;
    key.id = row.id;
    key.queuedAt = row.queuedAt;
    if (m_section == Section::CallBacks) {
        key.overdueSince = row.callBackDue.value_or(Instant::max());
        return key;
    }
    if (m_section == Section::Mine) { // the order in which they were taken: what one works on stays put
        key.overdueSince = row.claimedAt.value_or(row.queuedAt);
        return key;
    }
    const std::optional<Instant> due = row.firstHumanAt && row.transferDue ? row.transferDue : row.dueAt;
    if (row.state != RequestState::Waiting || !due) { // no minute runs: behind all whose minute does
        key.nearlyDueRank = 2;
        key.classRank = row.priority;
        return key;
    }
    return domain::sortKey({row.id, row.priority, row.queuedAt, row.clockFrom.value_or(row.queuedAt), *due}, now);
}

int QueueModel::positionOf(const QueueKey &key) const
{
    return int(std::lower_bound(m_order.begin(), m_order.end(), key, Before{}) - m_order.begin());
}

void QueueModel::planChange(Entry *entry, Instant now)
{
    if (entry->change)
        m_changes.erase({*entry->change, entry});
    entry->change.reset();
    if (m_section != Section::Waiting || entry->row->state != RequestState::Waiting || !entry->row->dueAt)
        return;
    const domain::QueueSettings settings;
    const client::RequestRow &row = *entry->row;
    const Instant due = row.firstHumanAt && row.transferDue ? *row.transferDue : *row.dueAt;
    for (const Instant when : {row.clockFrom.value_or(row.queuedAt) + settings.agesToFirst, due - settings.nearlyDue,
                               due + 1ms})
        if (when > now && (!entry->change || when < *entry->change))
            entry->change = when;
    if (entry->change)
        m_changes.insert({*entry->change, entry});
}

void QueueModel::place(Entry *entry, const QueueKey &key)
{
    if (key == entry->key)
        return;
    const int from = positionOf(entry->key);
    const auto to = int(std::lower_bound(m_order.begin(), m_order.end(), key, Before{}) - m_order.begin());
    entry->key = key;
    if (to == from || to == from + 1)
        return;
    beginMoveRows({}, from, from, {}, to);
    if (to < from)
        std::rotate(m_order.begin() + to, m_order.begin() + from, m_order.begin() + from + 1);
    else
        std::rotate(m_order.begin() + from, m_order.begin() + from + 1, m_order.begin() + to);
    endMoveRows();
}

void QueueModel::upsert(const RequestPtr &row, Instant now)
{
    Entry *entry = m_entries.value(row->id);
    const QueueKey key = keyOf(*row, now);
    if (!entry) {
        entry = new Entry{row, key, {}, 0};
        const int position = positionOf(key);
        beginInsertRows({}, position, position);
        m_order.insert(m_order.begin() + position, entry);
        m_entries.insert(row->id, entry);
        endInsertRows();
    } else {
        entry->row = row;
        if (m_isHeld)
            m_displaced.insert(entry);
        else
            place(entry, key);
        const QModelIndex here = index(positionOf(entry->key));
        emit dataChanged(here, here);
    }
    planChange(entry, now);
}

void QueueModel::remove(const RequestId &id)
{
    Entry *entry = m_entries.value(id);
    if (!entry)
        return;
    const int position = positionOf(entry->key);
    beginRemoveRows({}, position, position);
    m_order.erase(m_order.begin() + position);
    m_entries.remove(id);
    endRemoveRows();
    if (entry->change)
        m_changes.erase({*entry->change, entry});
    m_displaced.erase(entry);
    delete entry;
}

void QueueModel::advance(Instant now)
{
    while (!m_changes.empty() && m_changes.begin()->first <= now) {
        Entry *entry = m_changes.begin()->second;
        if (m_isHeld)
            m_displaced.insert(entry);
        else
            place(entry, keyOf(*entry->row, now));
        planChange(entry, now);
    }
    armTimer();
}

void QueueModel::holdOrder(bool on)
{
    m_isHeld = on;
    if (on)
        return;
    const Instant now = m_feed.serverNow();
    for (Entry *entry : std::exchange(m_displaced, {}))
        place(entry, keyOf(*entry->row, now));
}

void QueueModel::armTimer()
{
    if (m_changes.empty()) {
        m_timer.stop();
        return;
    }
    const auto wait = std::max(kTogether, m_changes.begin()->first - m_feed.serverNow());
    m_timer.start(std::min<std::chrono::milliseconds>(wait, 1h));
}

std::optional<Instant> QueueModel::nextChange() const
{
    return m_changes.empty() ? std::nullopt : std::optional(m_changes.begin()->first);
}

void QueueModel::setPending(const RequestId &id, int count)
{
    Entry *entry = m_entries.value(id);
    if (!entry || entry->pending == count)
        return;
    entry->pending = count;
    const QModelIndex here = index(positionOf(entry->key));
    emit dataChanged(here, here, {PendingRole});
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

RequestPtr QueueModel::at(int row) const
{
    return row >= 0 && row < int(m_order.size()) ? m_order[std::size_t(row)]->row : nullptr;
}

int QueueModel::rowOf(const RequestId &id) const
{
    const Entry *entry = m_entries.value(id);
    return entry ? positionOf(entry->key) : -1;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = *m_order[std::size_t(index.row())];
    const client::RequestRow &row = *entry.row;
    switch (role) {
    case Qt::DisplayRole: // what a screen reader says
        return QString(u"P%1 "_s.arg(row.priority) + titleOf(row) + u" · "_s + partyOf(row));
    case IdRole:
        return row.id.value;
    case PriorityRole:
        return row.priority;
    case TitleRole:
        return titleOf(row);
    case PartyRole:
        return partyOf(row);
    case SourceRole:
        return row.source;
    case StateRole:
        return int(row.state);
    case ClockRole:
        return QVariant::fromValue(clockOf(row, m_feed.serverNow()));
    case FirstRole:
        return QVariant::fromValue(firstResponseOf(row, m_feed.serverNow()));
    case UnreadRole:
        return row.followSince ? std::max(0, row.lastSeq - row.staffReadSeq) : 0;
    case RowRole:
        return QVariant::fromValue(entry.row);
    case PendingRole:
        return entry.pending;
    default:
        return {};
    }
}

} // namespace bangban::models
