// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/domain/enums.h"
#include "core/domain/work_calendar.h"

#include <span>

namespace bangban::domain {

/// The three promises, defined once for the desk, the board and the assessment. Every figure keeps its rows.
/// \source architecture §8; duties 25, 54, 93, 94

enum class Verdict {
    Hit,        ///< in numerator and denominator (in time, solved, connected)
    Miss,       ///< in the denominator only
    Apart,      ///< in neither, listed
    NotCounted, ///< not of this population (came outside hours, chose a call-back, not closed yet)
    Pending     ///< of the population, not decided yet
};

enum class ApartReason { None, LeftEarly, LeftBeforeAnswer, OutOfScope };

/// Half-open stretch of time in which the platform was down.
struct Outage {
    Instant from{};
    Instant to{};
};

/// The receiving unit's own minute after a transfer; it never mends the first.
struct TransferTimer {
    NodeId unit;
    Verdict verdict = Verdict::Pending;
    std::optional<std::chrono::milliseconds> taken;
};

struct FigureRow {
    QString id; ///< request or call
    Verdict verdict = Verdict::Pending;
    ApartReason apart = ApartReason::None;
    bool duringOutage = false; ///< a miss while the platform was down: counted all the same, marked
    std::optional<std::chrono::milliseconds> taken; ///< first response only: hits and answered misses
    std::optional<CallBackDue> callBack;            ///< first response only: when the person must be contacted
    std::vector<TransferTimer> transfers;           ///< first response only
    int legs = 0;                                   ///< connect only
};

struct Figure {
    int numerator = 0;
    int denominator = 0;
    std::optional<double> rate; ///< empty for an empty population: show 「—」, never 0 % or 100 %
    std::vector<QString> listedApart; ///< ids, in the order of the rows
    int legs = 0;                     ///< connect only: every number dialled
    std::vector<FigureRow> rows;      ///< one a case, in the order given
};

/// Counts rows; the only place that divides.
Figure figureOf(std::vector<FigureRow> rows);

// ---- first response ---------------------------------------------------------------------------------------------

struct FirstResponseRules {
    std::chrono::milliseconds target{60s}; ///< exactly this long is still a hit
    std::chrono::minutes callBackTime = kCallBackTime;
    std::chrono::minutes gapCallBackAfter = kGapCallBackAfter;
};

struct ResponseEvent {
    Instant at{};
    ResponseEventKind kind = ResponseEventKind::Queued;
    NodeId unit; ///< Transferred only: to whom
};

struct Transfer {
    NodeId unit;
    Instant at{};
    std::optional<Instant> firstHuman; ///< the first after it
};

/// One request, ready to be judged.
struct FirstResponseCase {
    RequestId id;
    Instant queuedAt{};
    GapKind arrived = GapKind::Open; ///< Open also for a gap with lunch cover
    std::optional<Instant> choseCallBackAt;
    std::optional<Instant> runningSince; ///< start of the minute; empty if it does not run (yet)
    std::optional<Instant> firstHuman;
    std::optional<Instant> leftAt;
    std::optional<Instant> turnedIntoCallBackAt;
    std::vector<Transfer> transfers;
};

/// Reads a request's events. The minute runs from queueing if the office is open; in a lunch gap from reopening once
/// the person chose to wait; else not at all.
/// \param events   in order of time, any kinds
/// \param coveredInGap  the unit had lunch cover when the request was queued (isStaffed), so a gap is open time
/// \errors BadState if nothing was queued
Result<FirstResponseCase> firstResponseCase(RequestId id, std::span<const ResponseEvent> events,
                                            const WorkCalendar &calendar, bool coveredInGap = false);

/// Hit: first human message or answered call at most 60 s after the start. Left before 60 s: apart. Left or waiting
/// at or after that: a miss, and a late answer never mends it; neither does closing time. Arrived outside hours, or
/// chose a call-back in the gap: not counted, with the call-back's due time. Who chooses a call-back while the minute
/// runs has left the queue at that moment.
FigureRow firstResponseRow(const FirstResponseCase &request, const WorkCalendar &calendar,
                           std::span<const Outage> outages, Instant now, const FirstResponseRules &rules = {});

// ---- resolution -------------------------------------------------------------------------------------------------

struct ResolutionRules {
    int returnWithinWorkingDays = 3; ///< the day of closing is day 0; the whole of the last day belongs to it
};

struct ResolutionCase {
    RequestId id;
    CitizenId person;
    ItemId item; ///< empty: unknown, never taken for a return
    Instant askedAt{};
    std::optional<Instant> closedAt;
    bool answeredByPerson = false;
    bool outOfScope = false; ///< 涉法, 涉诉, 投诉
    bool becameWorkOrder = false;
    std::optional<Instant> workOrderClosedAt;
    std::optional<bool> citizenSaysSolved; ///< however late
    std::optional<bool> staffSaysSolved;
};

/// Solved = the citizen's mark, else the agent's, unless the same person came back with the same item within three
/// working days. No mark at all is in the denominator and not solved. A work order counts when it is closed.
/// \param requests  the population and all that could be a return, in any order; rows come in the same order
std::vector<FigureRow> resolutionRows(std::span<const ResolutionCase> requests, const WorkCalendar &calendar,
                                      const ResolutionRules &rules = {});

// ---- connect ----------------------------------------------------------------------------------------------------

enum class LegEnd { Expert, HotlineSeat, NoAnswer, Engaged, Declined, WrongNumber, TechnicalFault, CitizenHungUp };

/// One number dialled; `end` Expert and HotlineSeat say who picked up.
struct CallLeg {
    Instant at{}; ///< when it was answered or failed
    int numberOrder = 0;
    LegEnd end = LegEnd::NoAnswer;
};

/// One three-party call, however many numbers were tried.
struct ConnectCall {
    QString id;
    Instant attemptedAt{};
    std::vector<CallLeg> legs; ///< in order of time
    bool isTrying = false;     ///< not given up yet
};

/// Adds what happened to a call. A citizen who hangs up while somebody talks to them ends that leg; else the leg that
/// was ringing ends so.
void addLeg(ConnectCall &call, const CallLeg &leg);

/// Connected = answered by an expert of the unit; a hotline seat is not one.
FigureRow connectRow(const ConnectCall &call, std::span<const Outage> outages);

} // namespace bangban::domain
