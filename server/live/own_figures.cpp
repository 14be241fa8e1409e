// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/queue_order.h"
#include "core/domain/wrap_up.h"
#include "server/live/live.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::RequestState;
using protocol::RequestRow;

namespace {

domain::QueueEntry entryOf(const RequestRow &request, const Office &office)
{
    const domain::WaitingRequest waiting = office.waitingOf(request);
    const Instant running = request.clockFrom.value_or(request.queuedAt);
    return {request.id, request.priority, request.queuedAt, running,
            request.transferDue.value_or(request.dueAt.value_or(running + office.offerSettings.promise))};
}

/// Median time from claim to end of the last fifty closed; zero if there are none.
Result<std::chrono::seconds> typicalHandle(Office &office)
{
    TAKE(rows, office.store.requests.where(u" WHERE state = 'closed' ORDER BY closed_at DESC LIMIT 50"_s, {}));
    std::vector<std::chrono::seconds> times;
    for (const RequestRow &row : rows)
        if (row.claimedAt && row.endedAt)
            times.push_back(std::chrono::duration_cast<std::chrono::seconds>(*row.endedAt - *row.claimedAt));
    if (times.empty())
        return std::chrono::seconds(0);
    std::nth_element(times.begin(), times.begin() + qsizetype(times.size() / 2), times.end());
    return times[times.size() / 2];
}

} // namespace

std::vector<protocol::Place> placesNow(Office &office)
{
    std::vector<std::pair<domain::QueueKey, RequestRow>> queue;
    for (const RequestRow &request : office.store.requests.live())
        if (request.state == RequestState::Waiting)
            queue.emplace_back(domain::sortKey(entryOf(request, office), office.now()), request);
    std::sort(queue.begin(), queue.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    if (queue.empty())
        return {};
    const auto &candidates = office.candidatesFor({});
    // Nothing can be said of the time of work while there is none to look at; that is no error.
    const std::chrono::seconds typical = typicalHandle(office).value_or(std::chrono::seconds(0));
    std::vector<protocol::Place> places;
    QHash<NodeId, int> aheadOf;
    for (const auto &[key, request] : queue) {
        const domain::WaitingRequest waiting = office.waitingOf(request);
        int freePlaces = 0;
        int onDuty = 0;
        for (const domain::Candidate &candidate : candidates) {
            if (domain::isWorkingFor(candidate, waiting))
                onDuty += candidate.limits.maxChats;
            const int room = candidate.limits.maxChats - candidate.load.of(request.channel).open;
            if (domain::mayTake(candidate, waiting, domain::Ring::Pool))
                freePlaces += std::max(0, room);
        }
        const int ahead = aheadOf[request.servingNode]++;
        const domain::WaitEstimate estimate = domain::estimateWait(ahead, freePlaces, onDuty, typical);
        places.push_back({request.id, ahead, estimate.wait ? int(estimate.wait->count()) : -1, estimate.nobodyOn});
    }
    return places;
}

Result<protocol::Figures> ownFigures(Office &office, const StaffId &staff)
{
    const qint64 midnight = toMs(at(office.today(), std::chrono::minutes(0)));
    TAKE(rows, office.store.requests.where(u" WHERE queued_at >= ? AND (owner = ? OR id IN "
                                           "(SELECT request FROM request_event WHERE who = ? AND at >= ?))"_s,
                                           {midnight, staff.value, staff.value, midnight}));
    protocol::Figures figures;
    figures.asOf = office.now();
    figures.taken = int(rows.size());
    std::vector<domain::FigureRow> first;
    std::vector<domain::ResolutionCase> resolutions;
    for (const RequestRow &row : rows) {
        // The first answer is whose it was; whether it was solved is for who ended it.
        if (row.owner == staff)
            resolutions.push_back({row.id, row.citizen, row.item, row.queuedAt, row.closedAt, row.firstHumanAt.has_value(),
                                   domain::isOutOfScope(row.wrapCategory), row.wrapResult == domain::kWorkOrder, std::nullopt,
                                   row.citizenSolved, row.agentSolved});
        if (row.firstHumanAt ? row.firstHumanBy != staff : row.owner != staff)
            continue;
        TAKE(events, office.timeline.eventsOf(row.id));
        const auto &calendar = office.catalogue().calendarOf(office.clockNode(row));
        const auto response = domain::firstResponseCase(row.id, events, calendar, row.clockFrom == row.queuedAt);
        if (response)
            first.push_back(domain::firstResponseRow(*response, calendar, {}, office.now()));
        else // a record that was put back may lack them; nobody is kept out for it
            ++figures.apart;
    }
    const domain::Figure response = domain::figureOf(std::move(first));
    const domain::Figure resolution = domain::figureOf(
        domain::resolutionRows(resolutions, office.catalogue().calendarOf(office.catalogue().district())));
    figures.firstHits = response.numerator;
    figures.firstPopulation = response.denominator;
    figures.solved = resolution.numerator;
    figures.solvedPopulation = resolution.denominator;
    figures.apart += int(response.listedApart.size() + resolution.listedApart.size());
    return figures;
}

} // namespace bangban::server
