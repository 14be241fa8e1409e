// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures.h"

#include <algorithm>

namespace bangban::domain {

namespace {

using std::chrono::milliseconds;

bool touches(std::span<const Outage> outages, Instant from, Instant to)
{
    return std::any_of(outages.begin(), outages.end(),
                       [&](const Outage &outage) { return outage.from <= to && from < outage.to; });
}

/// Whether somebody answered in time counted from `start`; nothing if that is still open at `now`.
std::optional<bool> answeredInTime(Instant start, const std::optional<Instant> &answer, Instant now, milliseconds target)
{
    if (answer)
        return *answer - start <= target;
    if (now - start > target)
        return false;
    return std::nullopt;
}

Verdict verdictOf(const std::optional<bool> &good)
{
    if (!good)
        return Verdict::Pending;
    return *good ? Verdict::Hit : Verdict::Miss;
}

void noteHuman(FirstResponseCase &request, Instant when)
{
    if (!request.firstHuman)
        request.firstHuman = when;
    for (Transfer &transfer : request.transfers)
        if (!transfer.firstHuman)
            transfer.firstHuman = when;
}

void noteQueued(FirstResponseCase &request, Instant when, const WorkCalendar &calendar, bool coveredInGap)
{
    request.queuedAt = when;
    request.arrived = calendar.gapAt(when);
    if (request.arrived == GapKind::Lunch && coveredInGap)
        request.arrived = GapKind::Open;
    if (request.arrived == GapKind::Open)
        request.runningSince = when;
}

void noteEvent(FirstResponseCase &request, const ResponseEvent &event, const WorkCalendar &calendar)
{
    switch (event.kind) {
    case ResponseEventKind::HumanMessage:
    case ResponseEventKind::CallAnswered:
        noteHuman(request, event.at);
        break;
    case ResponseEventKind::ChoseToWait:
        if (request.arrived == GapKind::Lunch && !request.choseCallBackAt)
            request.runningSince = calendar.nextOpening(request.queuedAt);
        break;
    case ResponseEventKind::ChoseCallBack:
        if (!request.choseCallBackAt)
            request.choseCallBackAt = event.at;
        break;
    case ResponseEventKind::Left:
        if (!request.leftAt)
            request.leftAt = event.at;
        break;
    case ResponseEventKind::TurnedIntoCallBack:
        request.turnedIntoCallBackAt = event.at;
        break;
    case ResponseEventKind::Transferred:
        request.transfers.push_back(Transfer{event.unit, event.at, std::nullopt});
        break;
    case ResponseEventKind::Queued: // a re-queued request keeps its age
    case ResponseEventKind::Greeting:
    case ResponseEventKind::AssistantMessage:
    case ResponseEventKind::Accepted:
    case ResponseEventKind::Note:
    case ResponseEventKind::Whisper:
    case ResponseEventKind::Contacted:
        break;
    }
}

/// When the person must be contacted, if this request is or became a call-back.
std::optional<CallBackDue> callBackOf(const FirstResponseCase &request, const WorkCalendar &calendar,
                                      const FirstResponseRules &rules)
{
    const auto found = [](const Result<CallBackDue> &due) {
        return due ? std::optional<CallBackDue>(*due) : std::nullopt;
    };
    if (request.turnedIntoCallBackAt)
        return found(calendar.closingCallBackDue(*request.turnedIntoCallBackAt, rules.callBackTime));
    if (request.arrived == GapKind::Closed)
        return found(calendar.callBackDue(request.queuedAt, rules.callBackTime));
    if (request.choseCallBackAt)
        return found(calendar.gapCallBackDue(*request.choseCallBackAt, rules.gapCallBackAfter));
    return std::nullopt;
}

TransferTimer transferTimer(const Transfer &transfer, const std::optional<Instant> &leftAt, Instant now,
                            milliseconds target)
{
    TransferTimer timer{transfer.unit, Verdict::Pending, std::nullopt};
    const bool left = leftAt && *leftAt >= transfer.at && (!transfer.firstHuman || *leftAt < *transfer.firstHuman);
    if (left) {
        timer.verdict = *leftAt - transfer.at < target ? Verdict::Apart : Verdict::Miss;
        return timer;
    }
    timer.verdict = verdictOf(answeredInTime(transfer.at, transfer.firstHuman, now, target));
    if (transfer.firstHuman)
        timer.taken = *transfer.firstHuman - transfer.at;
    return timer;
}

/// When the person was gone from the queue before anybody answered.
std::optional<Instant> goneAt(const FirstResponseCase &request)
{
    std::optional<Instant> gone = request.leftAt;
    if (request.choseCallBackAt && (!gone || *request.choseCallBackAt < *gone))
        gone = request.choseCallBackAt;
    return gone && request.firstHuman && *request.firstHuman <= *gone ? std::nullopt : gone;
}

/// Came while nobody had to answer, or chose in the gap to be called back.
bool isOutsidePopulation(const FirstResponseCase &request)
{
    if (request.arrived == GapKind::Closed)
        return true;
    return request.choseCallBackAt && (!request.runningSince || *request.choseCallBackAt < *request.runningSince);
}

/// The verdict of a request whose minute is running or will run from `start`.
void judgeMinute(FigureRow &row, const FirstResponseCase &request, Instant start, Instant now, milliseconds target)
{
    if (const auto gone = goneAt(request)) {
        const bool early = *gone - start < target;
        row.verdict = early ? Verdict::Apart : Verdict::Miss;
        row.apart = early ? ApartReason::LeftEarly : ApartReason::None;
        return;
    }
    row.verdict = verdictOf(answeredInTime(start, request.firstHuman, now, target));
    // Somebody may answer before the office reopens; that took no time at all.
    if (request.firstHuman)
        row.taken = std::max(milliseconds(0), *request.firstHuman - start);
}

} // namespace

Figure figureOf(std::vector<FigureRow> rows)
{
    Figure figure;
    for (const FigureRow &row : rows) {
        figure.legs += row.legs;
        if (row.verdict == Verdict::Apart)
            figure.listedApart.push_back(row.id);
        if (row.verdict == Verdict::Hit)
            ++figure.numerator;
        if (row.verdict == Verdict::Hit || row.verdict == Verdict::Miss)
            ++figure.denominator;
    }
    if (figure.denominator > 0)
        figure.rate = double(figure.numerator) / figure.denominator;
    figure.rows = std::move(rows);
    return figure;
}

Result<FirstResponseCase> firstResponseCase(RequestId id, std::span<const ResponseEvent> events,
                                            const WorkCalendar &calendar, bool coveredInGap)
{
    FirstResponseCase request;
    request.id = std::move(id);
    bool isQueued = false;
    for (const ResponseEvent &event : events) {
        if (isQueued) {
            noteEvent(request, event, calendar);
        } else if (event.kind == ResponseEventKind::Queued) {
            noteQueued(request, event.at, calendar, coveredInGap);
            isQueued = true;
        }
    }
    if (!isQueued)
        return fail(ErrorCode::BadState, request.id.value);
    return request;
}

FigureRow firstResponseRow(const FirstResponseCase &request, const WorkCalendar &calendar,
                           std::span<const Outage> outages, Instant now, const FirstResponseRules &rules)
{
    FigureRow row;
    row.id = request.id.value;
    row.callBack = callBackOf(request, calendar, rules);
    for (const Transfer &transfer : request.transfers)
        row.transfers.push_back(transferTimer(transfer, request.leftAt, now, rules.target));
    if (isOutsidePopulation(request)) {
        row.verdict = Verdict::NotCounted;
        return row;
    }
    if (request.runningSince) {
        judgeMinute(row, request, *request.runningSince, now, rules.target);
    } else {
        // In the lunch gap, asked to wait or to be called back, and has not said which.
        row.verdict = request.leftAt ? Verdict::Apart : Verdict::NotCounted;
        row.apart = request.leftAt ? ApartReason::LeftEarly : ApartReason::None;
    }
    if (row.verdict == Verdict::Miss)
        row.duringOutage = touches(outages, *request.runningSince, *request.runningSince + rules.target);
    return row;
}

} // namespace bangban::domain
