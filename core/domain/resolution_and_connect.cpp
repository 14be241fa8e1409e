// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures.h"

#include <algorithm>
#include <map>

namespace bangban::domain {

namespace {

using Requests = std::span<const ResolutionCase>;
using SamePersonAndItem = std::pair<CitizenId, ItemId>;
using AskedAgain = std::map<SamePersonAndItem, std::vector<Instant>>; ///< sorted

AskedAgain whoAsked(Requests requests)
{
    AskedAgain asked;
    for (const ResolutionCase &request : requests)
        if (!request.person.isEmpty() && !request.item.isEmpty())
            asked[{request.person, request.item}].push_back(request.askedAt);
    for (auto &[key, times] : asked)
        std::sort(times.begin(), times.end());
    return asked;
}

bool cameBack(const ResolutionCase &request, const AskedAgain &asked, const WorkCalendar &calendar, int workingDays)
{
    const auto times = asked.find({request.person, request.item});
    if (times == asked.end())
        return false;
    const auto next = std::upper_bound(times->second.begin(), times->second.end(), *request.closedAt);
    if (next == times->second.end())
        return false;
    const auto lastDay = calendar.addWorkingDays(dateOf(*request.closedAt), workingDays);
    return lastDay && dateOf(*next) <= *lastDay;
}

FigureRow resolutionRow(const ResolutionCase &request, const AskedAgain &asked, const WorkCalendar &calendar,
                        const ResolutionRules &rules)
{
    FigureRow row;
    row.id = request.id.value;
    if (!request.closedAt) {
        row.verdict = Verdict::NotCounted;
    } else if (request.outOfScope) {
        row.verdict = Verdict::Apart;
        row.apart = ApartReason::OutOfScope;
    } else if (!request.answeredByPerson) {
        row.verdict = Verdict::Apart;
        row.apart = ApartReason::LeftBeforeAnswer;
    } else if (request.becameWorkOrder && !request.workOrderClosedAt) {
        row.verdict = Verdict::Pending;
    } else {
        const bool marked = request.citizenSaysSolved.value_or(request.staffSaysSolved.value_or(false));
        const bool solved = marked && !cameBack(request, asked, calendar, rules.returnWithinWorkingDays);
        row.verdict = solved ? Verdict::Hit : Verdict::Miss;
    }
    return row;
}

} // namespace

std::vector<FigureRow> resolutionRows(Requests requests, const WorkCalendar &calendar, const ResolutionRules &rules)
{
    const AskedAgain asked = whoAsked(requests);
    std::vector<FigureRow> rows;
    rows.reserve(requests.size());
    for (const ResolutionCase &request : requests)
        rows.push_back(resolutionRow(request, asked, calendar, rules));
    return rows;
}

void addLeg(ConnectCall &call, const CallLeg &leg)
{
    const auto isTalking = [](LegEnd end) { return end == LegEnd::Expert || end == LegEnd::HotlineSeat; };
    if (leg.end == LegEnd::CitizenHungUp) {
        call.isTrying = false;
        if (!call.legs.empty() && isTalking(call.legs.back().end))
            return;
    }
    call.legs.push_back(leg);
}

FigureRow connectRow(const ConnectCall &call, std::span<const Outage> outages)
{
    FigureRow row;
    row.id = call.id;
    row.legs = int(call.legs.size());
    const bool connected = std::any_of(call.legs.begin(), call.legs.end(),
                                       [](const CallLeg &leg) { return leg.end == LegEnd::Expert; });
    if (connected)
        row.verdict = Verdict::Hit;
    else
        row.verdict = call.isTrying ? Verdict::Pending : Verdict::Miss;
    const Instant last = call.legs.empty() ? call.attemptedAt : call.legs.back().at;
    if (row.verdict == Verdict::Miss)
        row.duringOutage = std::any_of(outages.begin(), outages.end(), [&](const Outage &outage) {
            return outage.from <= last && call.attemptedAt < outage.to;
        });
    return row;
}

} // namespace bangban::domain
