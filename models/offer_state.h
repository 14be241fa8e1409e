// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/offers.h"
#include "models/clock_state.h"
#include "models/nodes_model.h"
#include "models/request_book.h"
#include "models/staff_model.h"

#include <QTimer>

namespace bangban::models {

/// The one request put before the person.
struct ShownOffer {
    RequestPtr request;
    QString offer; ///< id of an offer to me alone; empty for a card that every free desk sees
    QString why;   ///< longest_idle, last_agent, transfer; empty for a card to all
    Instant until{}; ///< end of the ten seconds, or of the minute for a card to all
    friend bool operator==(const ShownOffer &, const ShownOffer &) = default;
};

/// Finds the offer to show: an open one made to me, else the first waiting request whose first ten seconds are over
/// and which I may take. The rule is domain::mayTake, the same that the server asks.
class OfferState : public QObject {
    Q_OBJECT
public:
    OfferState(client::Feed &feed, RequestBook &book, const StaffModel &staff, const NodesModel &nodes,
               QObject *parent = nullptr);

    void setMe(const StaffId &me);
    [[nodiscard]] const std::optional<ShownOffer> &shown() const { return m_shown; }
    /// What "take next" takes: the shown offer's request, else the first waiting one I may take; empty if none.
    [[nodiscard]] RequestId nextToTake() const;
    /// Not shown again to this person after they declined it.
    void forget(const RequestId &request);
    /// The rule for one request.
    [[nodiscard]] bool mayTake(const client::RequestRow &row) const;
    [[nodiscard]] domain::Load loadInHand() const;

signals:
    void changed(const std::optional<bangban::models::ShownOffer> &shown);

private:
    void refresh();
    void refreshSoon();
    [[nodiscard]] std::optional<ShownOffer> find() const;
    [[nodiscard]] RequestPtr firstOpenToAll() const;

    client::Feed &m_feed;
    RequestBook &m_book;
    const StaffModel &m_staff;
    const NodesModel &m_nodes;
    StaffId m_me;
    QHash<QString, client::OfferRow> m_offers;
    QSet<RequestId> m_declined;
    std::optional<ShownOffer> m_shown;
    QTimer m_soon;
};

} // namespace bangban::models
