// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/offers.h"

#include <algorithm>
#include <tuple>

namespace bangban::domain {

namespace {

template<typename T>
bool contains(const std::vector<T> &values, const T &value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool isHandedTo(const WaitingRequest &request, const Candidate &candidate)
{
    return request.transferTo && *request.transferTo == candidate.staff;
}

bool standsIn(const Candidate &candidate, const NodeId &node)
{
    return !node.isEmpty() && contains(candidate.nodes, node);
}

bool isSkilled(const Candidate &candidate, const WaitingRequest &request)
{
    return !request.item || contains(candidate.skills, *request.item);
}

bool isInRing(const Candidate &candidate, const WaitingRequest &request, Ring widest)
{
    if (standsIn(candidate, request.nodes.own) && isSkilled(candidate, request))
        return true;
    if (widest == Ring::Own)
        return false;
    if (standsIn(candidate, request.nodes.other) && isSkilled(candidate, request))
        return true;
    // The last ring asks for no skill: somebody answers rather than nobody.
    return widest == Ring::Pool
        && (candidate.inPool || standsIn(candidate, request.nodes.own) || standsIn(candidate, request.nodes.other));
}

bool anyoneMayTake(const std::vector<Candidate> &candidates, const WaitingRequest &request, Ring widest)
{
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](const Candidate &c) { return mayTake(c, request, widest); });
}

} // namespace

RingNodes ringNodes(const Organisation &organisation, const NodeId &unit, const std::optional<ItemId> &item,
                    LocalDate date)
{
    if (unit.isEmpty())
        return {};
    if (item)
        if (const auto entrustment = organisation.entrustmentOf(unit, *item, date))
            return {entrustment->centre, unit};
    const NodeId centre = organisation.centreFor(unit, date);
    return {unit, centre == unit ? NodeId() : centre};
}

bool standsInPool(std::span<const Role> roles)
{
    return std::any_of(roles.begin(), roles.end(),
                       [](Role role) { return role == Role::CentreAgent || role == Role::PlatformSupport; });
}

RingState ringAt(std::chrono::milliseconds age, bool hasUnit, const OfferSettings &settings)
{
    RingState state;
    if (!hasUnit || age >= settings.poolRing)
        state.ring = Ring::Pool;
    else if (age >= settings.otherRing)
        state.ring = Ring::Other;
    state.onePersonOnly = age < settings.firstOffer;
    state.supervisorAlarm = age >= settings.supervisorAlarm;
    state.missed = age > settings.promise;
    return state;
}

RingState ringNow(const WaitingRequest &request, const std::vector<Candidate> &candidates, Instant now,
                  const OfferSettings &settings)
{
    RingState state = ringAt(now - request.ringsSince, !request.unit.isEmpty(), settings);
    if (!settings.widenWhenEmpty)
        return state;
    while (state.ring != Ring::Pool && !anyoneMayTake(candidates, request, state.ring)) {
        state.ring = state.ring == Ring::Own ? Ring::Other : Ring::Pool;
        state.widenedEarly = true;
    }
    return state;
}

bool isWorkingFor(const Candidate &candidate, const WaitingRequest &request)
{
    const bool works = takesOffers(candidate.presence, candidate.link) || candidate.load.of(request.channel).open > 0;
    return candidate.isOnDuty && works && isInRing(candidate, request, Ring::Pool);
}

bool mayTake(const Candidate &candidate, const WaitingRequest &request, Ring widest)
{
    if (!candidate.isOnDuty || candidate.alreadyDeclined)
        return false;
    const bool isAvailable = request.isTransfer ? takesTransfers(candidate.presence, candidate.link)
                                                : takesOffers(candidate.presence, candidate.link);
    if (!isAvailable || !canTake(candidate.load, request.channel, request.priority, candidate.limits))
        return false;
    return isHandedTo(request, candidate) || isInRing(candidate, request, widest);
}

std::optional<StaffId> firstOffer(const WaitingRequest &request, const std::vector<Candidate> &candidates, Instant now,
                                  const OfferSettings &settings)
{
    const RingState state = ringNow(request, candidates, now, settings);
    if (!state.onePersonOnly)
        return std::nullopt;
    const auto rank = [&request](const Candidate &c) {
        const bool isLastAgent = request.lastAgent && *request.lastAgent == c.staff;
        return std::make_tuple(!isHandedTo(request, c), !isLastAgent, c.idleSince, c.staff);
    };
    const Candidate *best = nullptr;
    for (const Candidate &candidate : candidates)
        if (mayTake(candidate, request, state.ring) && (!best || rank(candidate) < rank(*best)))
            best = &candidate;
    return best ? std::optional(best->staff) : std::nullopt;
}

std::vector<StaffId> cardReceivers(const WaitingRequest &request, const std::vector<Candidate> &candidates, Instant now,
                                   const OfferSettings &settings)
{
    const RingState state = ringNow(request, candidates, now, settings);
    std::vector<StaffId> receivers;
    if (state.onePersonOnly)
        return receivers;
    for (const Candidate &candidate : candidates)
        if (mayTake(candidate, request, state.ring))
            receivers.push_back(candidate.staff);
    return receivers;
}

} // namespace bangban::domain
