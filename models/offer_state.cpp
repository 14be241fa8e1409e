// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offer_state.h"

#include "core/domain/queue_order.h"

namespace bangban::models {

using domain::RequestState;

OfferState::OfferState(client::Feed &feed, RequestBook &book, const StaffModel &staff, const NodesModel &nodes,
                       QObject *parent)
    : QObject(parent), m_feed(feed), m_book(book), m_staff(staff), m_nodes(nodes)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &OfferState::refresh);
    connect(&feed, &client::Feed::offersChanged, this, [this](const QList<client::OfferRow> &rows) {
        for (const client::OfferRow &row : rows) {
            if (row.staff != m_me)
                continue;
            m_offers.insert(row.id, row);
            if (row.state == domain::OfferState::Declined || row.state == domain::OfferState::Missed)
                m_declined.insert(row.request);
        }
        refresh();
    });
    connect(&feed, &client::Feed::offersGone, this, [this](const QStringList &ids) {
        for (const QString &id : ids)
            m_offers.remove(id);
        refresh();
    });
    connect(&feed, &client::Feed::cleared, this, [this] {
        m_offers.clear();
        m_declined.clear();
        refresh();
    });
    connect(&book, &RequestBook::changed, this, &OfferState::refreshSoon);
    connect(&book, &RequestBook::gone, this, &OfferState::refreshSoon);
    connect(&staff, &QAbstractItemModel::dataChanged, this, &OfferState::refreshSoon);
    connect(&feed, &client::Feed::lineChanged, this, &OfferState::refreshSoon);
}

void OfferState::setMe(const StaffId &me)
{
    m_me = me;
    refresh();
}

void OfferState::forget(const RequestId &request)
{
    m_declined.insert(request);
    refresh();
}

// A batch of rows comes as several signals; the answer is sought once after them.
void OfferState::refreshSoon()
{
    if (!m_soon.isActive())
        m_soon.start(0);
}

void OfferState::refresh()
{
    std::optional<ShownOffer> found = find();
    if (found == m_shown)
        return;
    m_shown = std::move(found);
    emit changed(m_shown);
}

domain::Load OfferState::loadInHand() const
{
    domain::Load load;
    domain::ChannelLoad &chats = load.of(domain::Channel::Text);
    for (const RequestPtr &row : m_book.rows()) {
        if (row->owner != m_me || row->state != RequestState::Serving)
            continue;
        ++chats.open;
        if (row->firstHumanAt && !row->followSince)
            ++chats.waiting;
    }
    return load;
}

bool OfferState::mayTake(const client::RequestRow &row) const
{
    const client::StaffRow *me = m_staff.staff(m_me);
    if (!me || row.state != RequestState::Waiting)
        return false;
    const Instant now = m_feed.serverNow();
    domain::Candidate candidate;
    candidate.staff = m_me;
    candidate.nodes = m_nodes.lineOf(me->node, toIso(dateOf(now)));
    candidate.inPool = domain::standsInPool(me->roles);
    for (const QString &skill : me->skills)
        candidate.skills.push_back(ItemId(skill));
    candidate.presence.state = me->presence;
    candidate.presence.since = me->since;
    candidate.link = me->link;
    candidate.load = loadInHand();
    candidate.limits.maxChats = me->maxChats;
    candidate.idleSince = me->since;
    candidate.alreadyDeclined = m_declined.contains(row.id);

    domain::WaitingRequest request;
    request.id = row.id;
    if (!row.item.isEmpty())
        request.item = row.item;
    request.unit = row.unit;
    request.nodes = {row.servingNode, row.otherNode};
    request.priority = row.priority;
    request.channel = row.channel;
    request.ringsSince = row.clockFrom.value_or(row.queuedAt);
    if (!row.directedTo.isEmpty())
        request.transferTo = row.directedTo;
    request.isTransfer = row.transferDue.has_value();
    return domain::mayTake(candidate, request, row.ring);
}

RequestPtr OfferState::firstOpenToAll() const
{
    const Instant now = m_feed.serverNow();
    RequestPtr best;
    domain::QueueKey bestKey;
    for (const RequestPtr &row : m_book.rows()) {
        if (row->state != RequestState::Waiting || !row->openToAll || !row->dueAt || !mayTake(*row))
            continue;
        const domain::QueueKey key = domain::sortKey(
            {row->id, row->priority, row->queuedAt, row->clockFrom.value_or(row->queuedAt), *row->dueAt}, now);
        if (!best || key < bestKey) {
            best = row;
            bestKey = key;
        }
    }
    return best;
}

std::optional<ShownOffer> OfferState::find() const
{
    if (m_me.isEmpty())
        return std::nullopt;
    const client::OfferRow *mine = nullptr;
    for (const client::OfferRow &offer : m_offers)
        if (offer.state == domain::OfferState::Open && (!mine || offer.offeredAt < mine->offeredAt))
            mine = &offer;
    if (mine)
        if (const RequestPtr row = m_book.find(mine->request))
            return ShownOffer{row, mine->id, mine->why, mine->until};
    if (const RequestPtr row = firstOpenToAll())
        return ShownOffer{row, {}, {}, *row->dueAt};
    return std::nullopt;
}

RequestId OfferState::nextToTake() const
{
    return m_shown ? m_shown->request->id : RequestId();
}

} // namespace bangban::models
