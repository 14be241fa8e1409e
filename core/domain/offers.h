// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/domain/capacity.h"
#include "core/domain/organisation.h"
#include "core/domain/presence.h"

#include <span>

namespace bangban::domain {

/// Who is asked to take a waiting request, and when the circle widens.
/// \source behaviour §3; duties 25, 92

struct OfferSettings {
    std::chrono::milliseconds firstOffer{10s};     ///< one person alone; also how long the last agent is preferred
    std::chrono::milliseconds otherRing{20s};
    std::chrono::milliseconds poolRing{30s};
    std::chrono::milliseconds supervisorAlarm{35s};
    std::chrono::milliseconds promise{60s};
    /// A ring in which nobody could take the request is passed over at once: nobody waits for an empty room.
    bool widenWhenEmpty = true;
};

/// The offices asked first and second for a request.
struct RingNodes {
    NodeId own;   ///< the entrusted centre on that date, else the unit
    NodeId other; ///< the other of the two; may be empty
    friend bool operator==(const RingNodes &, const RingNodes &) = default;
};

/// \param unit  the unit that answers for the item, or that the words point to; empty gives two empty nodes (pool)
RingNodes ringNodes(const Organisation &organisation, const NodeId &unit, const std::optional<ItemId> &item,
                    LocalDate date);

struct WaitingRequest {
    RequestId id;
    std::optional<ItemId> item;
    NodeId unit;      ///< empty: nobody knows, so it starts in the pool
    RingNodes nodes;
    int priority = 2;
    Channel channel = Channel::Text;
    /// Start of the rings: queueing, reopening after a gap, or the transfer for a receiving unit.
    Instant ringsSince{};
    std::optional<StaffId> lastAgent;  ///< who served this person before: preferred in the first 10 s
    std::optional<StaffId> transferTo; ///< handed to this person by name: alone for the first 10 s
    bool isTransfer = false;
};

struct Candidate {
    StaffId staff;
    std::vector<NodeId> nodes; ///< their node and its ancestors on the date (Organisation::lineOf)
    bool inPool = false;       ///< stands in for the district pool
    std::vector<ItemId> skills;
    PresenceStatus presence;
    Link link = Link::Gone;
    Load load;
    CapacityLimits limits;
    Instant idleSince{};
    bool isOnDuty = true;
    bool alreadyDeclined = false; ///< this very request, or missed its offer
};

struct RingState {
    Ring ring = Ring::Own;        ///< the widest ring open; narrower ones stay open
    bool onePersonOnly = true;    ///< before 10 s: an offer to one person; after that a card at all free desks
    bool supervisorAlarm = false; ///< from 35 s
    bool missed = false;          ///< more than 60 s; the request stays first
    bool widenedEarly = false;    ///< a ring was passed over because nobody there could take it
    friend bool operator==(const RingState &, const RingState &) = default;
};

/// Who stands in for the district pool: the service centre's entrusted agents and platform support (duties 30, 78).
bool standsInPool(std::span<const Role> roles);

/// The rings by age alone: 0–10 s one person of Own; 10–20 s a card for Own; from 20 s Own and Other; from 30 s the
/// pool too. A request without a unit is in the pool from the start.
RingState ringAt(std::chrono::milliseconds age, bool hasUnit = true, const OfferSettings &settings = {});

/// ringAt() for the request now, widened past rings in which nobody could take it.
RingState ringNow(const WaitingRequest &request, const std::vector<Candidate> &candidates, Instant now,
                  const OfferSettings &settings = {});

/// Whether the person may take the request while `widest` is the widest ring open: on duty, ready, line up, room for
/// it, in an open ring, skilled for the item (not asked once the pool is open), has not declined it. A transfer by name asks
/// neither ring nor skill.
bool mayTake(const Candidate &candidate, const WaitingRequest &request, Ring widest);

/// Whether the person's work brings the request's turn nearer, taken up as they may be: for the estimate.
bool isWorkingFor(const Candidate &candidate, const WaitingRequest &request);

/// Whom to ask alone: the person named by a transfer, else the last agent, else who has been idle longest (ties by
/// id). Nothing if nobody may take it, or if the time for one person alone is over.
std::optional<StaffId> firstOffer(const WaitingRequest &request, const std::vector<Candidate> &candidates, Instant now,
                                  const OfferSettings &settings = {});

/// Who sees the card, in the order of the candidates; empty while one person alone is asked.
std::vector<StaffId> cardReceivers(const WaitingRequest &request, const std::vector<Candidate> &candidates, Instant now,
                                   const OfferSettings &settings = {});

} // namespace bangban::domain
