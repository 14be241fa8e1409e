// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words.h"

#include <QDate>
#include <QLocale>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using models::ClockFace, models::ClockKind;

QString Words::presence(domain::Presence presence)
{
    switch (presence) {
    case domain::Presence::Offline:
        return tr("Offline");
    case domain::Presence::Ready:
        return tr("Ready");
    case domain::Presence::Busy:
        return tr("Busy");
    case domain::Presence::Break:
        return tr("Break");
    case domain::Presence::Missed:
        return tr("Missed");
    case domain::Presence::TransferOnly:
        return tr("Transfers only");
    }
    return {};
}

QString Words::breakReason(const QString &reason)
{
    if (reason == "meal"_L1)
        return tr("Meal");
    if (reason == "rest"_L1)
        return tr("Rest");
    if (reason == "meeting"_L1)
        return tr("Meeting");
    if (reason == "training"_L1)
        return tr("Training");
    if (reason == "idle"_L1)
        return tr("No activity for 10 minutes");
    return reason;
}

QString Words::purpose(domain::Purpose purpose)
{
    switch (purpose) {
    case domain::Purpose::Errand:
        return tr("Errand");
    case domain::Purpose::Help:
        return tr("Help");
    case domain::Purpose::HotPolicy:
        return tr("Hot policy");
    case domain::Purpose::Question:
        return tr("Question");
    }
    return {};
}

QString Words::role(domain::Role role)
{
    using R = domain::Role;
    switch (role) {
    case R::Citizen:
        return tr("Citizen");
    case R::Agent:
        return tr("Agent");
    case R::CentreAgent:
        return tr("Entrusted agent of the centre");
    case R::Expert:
        return tr("Expert of the unit");
    case R::WindowStaff:
        return tr("Window staff");
    case R::Volunteer:
        return tr("Volunteer");
    case R::KbAuthor:
        return tr("Knowledge author");
    case R::KbReviewer:
        return tr("Knowledge reviewer");
    case R::KbTester:
        return tr("Knowledge tester");
    case R::UnitSupervisor:
        return tr("Supervisor of the unit");
    case R::Coordinator:
        return tr("Coordinator of the district");
    case R::PlatformSupport:
        return tr("Platform support");
    case R::HotlineSeat:
        return tr("Hotline seat");
    case R::FirstResponsible:
        return tr("First responsible");
    case R::SystemAdmin:
        return tr("System administrator");
    case R::SecurityAdmin:
        return tr("Security administrator");
    case R::AuditAdmin:
        return tr("Audit administrator");
    }
    return {};
}

QString Words::nodeKind(const QString &kind)
{
    const auto known = domain::fromName<domain::NodeKind>(kind);
    if (!known)
        return kind;
    switch (*known) {
    case domain::NodeKind::City:
        return tr("City");
    case domain::NodeKind::CityUnit:
        return tr("City unit");
    case domain::NodeKind::District:
        return tr("District");
    case domain::NodeKind::Unit:
        return tr("Unit");
    case domain::NodeKind::Town:
        return tr("Town");
    case domain::NodeKind::Centre:
        return tr("Service centre");
    case domain::NodeKind::Section:
        return tr("Section");
    case domain::NodeKind::Team:
        return tr("Team");
    case domain::NodeKind::Window:
        return tr("Window");
    }
    return {};
}

QString Words::party(const QString &known) { return known.isEmpty() ? tr("Citizen without a name") : known; }

QString Words::source(const QString &source)
{
    if (source == "web"_L1 || source.isEmpty())
        return tr("web");
    if (source == "assistant"_L1)
        return tr("from assistant");
    if (source == "app"_L1)
        return tr("app");
    if (source == "portal"_L1)
        return tr("portal");
    if (source == "12345"_L1)
        return tr("from 12345");
    return source;
}

QString Words::systemLine(const QString &code, const QString &name)
{
    if (code == "claimed"_L1)
        return name.isEmpty() ? tr("An agent took the request") : tr("%1 took the request").arg(name);
    if (code == "transferred"_L1)
        return name.isEmpty() ? tr("Transferred") : tr("Transferred to %1").arg(name);
    if (code == "requeued"_L1)
        return tr("The desk was silent; the request went back to the head of the queue");
    if (code == "closing_time"_L1)
        return tr("The office closed; the request became a call-back");
    if (code == "call_back"_L1)
        return tr("A call-back was arranged");
    if (code == "ended"_L1)
        return tr("The agent ended the conversation");
    if (code == "joined"_L1)
        return tr("Joined with another request of the same person");
    if (code == "wording_known"_L1)
        return tr("The knowledge base has the answer now: %1").arg(name);
    return code;
}

QString Words::whyMe(const QString &why, const client::RequestRow &row)
{
    if (why == "transfer"_L1 || row.transferDue)
        return row.transferReason.text.isEmpty() ? tr("Transferred to you")
                                                 : tr("Transferred to you: %1").arg(row.transferReason.text);
    if (why == "last_agent"_L1)
        return tr("You served this person before");
    if (why == "longest_idle"_L1)
        return tr("You have been free the longest");
    switch (row.ring) {
    case domain::Ring::Own:
        return tr("Circle 1: every free desk of the unit");
    case domain::Ring::Other:
        return tr("Circle 2: unit and service centre");
    case domain::Ring::Pool:
        return row.routeReason == domain::RouteReason::Unclear ? tr("No unit was clear from the words; district pool")
                                                               : tr("Circle 3: district pool");
    }
    return {};
}

QString Words::revealReason(domain::RevealReason reason)
{
    switch (reason) {
    case domain::RevealReason::CallBack:
        return tr("To call back now");
    case domain::RevealReason::Verify:
        return tr("To check that it is the same person");
    case domain::RevealReason::CitizenAsked:
        return tr("The citizen asked for it");
    }
    return {};
}

QString Words::accountState(const QString &state)
{
    if (state == "off"_L1)
        return tr("switched off");
    if (state == "locked"_L1)
        return tr("locked: wrong passwords");
    const auto password = domain::fromName<domain::PasswordState>(state);
    if (password == domain::PasswordState::None)
        return tr("has no password");
    return password == domain::PasswordState::Given || password == domain::PasswordState::Old ? tr("must choose a password") : tr("active");
}

QString Words::secondFactor(domain::SecondFactorRule rule)
{
    switch (rule) {
    case domain::SecondFactorRule::Nobody:
        return tr("Nobody");
    case domain::SecondFactorRule::Administrators:
        return tr("Administrators");
    case domain::SecondFactorRule::Everyone:
        return tr("Everyone");
    }
    return {};
}

QString Words::contact(domain::ContactResult result)
{
    switch (result) {
    case domain::ContactResult::Contacted:
        return tr("Contacted");
    case domain::ContactResult::NoAnswer:
        return tr("No answer");
    case domain::ContactResult::Rescheduled:
        return tr("Another time agreed");
    }
    return {};
}

QString Words::assistantLevel(domain::AssistantLevel level)
{
    using domain::AssistantLevel;
    switch (level) {
    case AssistantLevel::Never: return tr("Never");
    case AssistantLevel::Careful: return tr("Careful");
    case AssistantLevel::Usual: return tr("Usual");
    case AssistantLevel::Often: return tr("Often");
    }
    return {};
}

QString Words::inspectionFault(domain::InspectionFault fault)
{
    using domain::InspectionFault;
    switch (fault) {
    case InspectionFault::Wrong: return tr("Not right");
    case InspectionFault::Outdated: return tr("Out of date");
    case InspectionFault::Incomplete: return tr("Something is missing");
    case InspectionFault::Unclear: return tr("Hard to understand");
    case InspectionFault::DeadEnd: return tr("A link, number or place is dead");
    }
    return {};
}

QString Words::entryPhase(domain::EntryPhase phase)
{
    switch (phase) {
    case domain::EntryPhase::Draft:
        return tr("draft");
    case domain::EntryPhase::Review:
        return tr("in review");
    case domain::EntryPhase::Scheduled:
        return tr("scheduled");
    case domain::EntryPhase::InForce:
        return tr("in force");
    case domain::EntryPhase::Ended:
        return tr("ended");
    case domain::EntryPhase::Withdrawn:
        return tr("withdrawn");
    }
    return {};
}

QString Words::outcome(const client::RequestRow &row)
{
    switch (row.outcome) {
    case domain::Outcome::Answered:
        return row.citizenSolved.value_or(row.agentSolved.value_or(false)) ? tr("Solved") : tr("Answered");
    case domain::Outcome::CalledBack:
        return tr("Called back");
    case domain::Outcome::Redirected:
        return tr("Proper channel named");
    case domain::Outcome::None:
        break;
    }
    return tr("Open");
}

QString Words::clockKind(ClockKind kind)
{
    switch (kind) {
    case ClockKind::FirstResponse:
        return tr("First reply");
    case ClockKind::FollowUp:
        return tr("Reply due");
    case ClockKind::Transfer:
        return tr("After transfer");
    case ClockKind::CallBack:
        return tr("Call-back");
    case ClockKind::WrapUp:
        return tr("Wrap-up");
    case ClockKind::Offer:
        return tr("Offer");
    case ClockKind::Reopening:
        return tr("Reopens");
    case ClockKind::None:
        return tr("Waiting for citizen");
    }
    return {};
}

QString Words::minuteMark()
{
    return tr("m", "minutes, behind a figure in a ring");
}

QString Words::clock(const models::ClockState &state)
{
    const auto seconds = [](qint64 ms) { return int(qAbs(ms) / 1000); };
    switch (state.face) {
    case ClockFace::Quiet:
    case ClockFace::Amber:
        return tr("%1 s left").arg((state.leftMs + 999) / 1000);
    case ClockFace::Red:
        return tr("%1 s left").arg(double(state.leftMs / 100) / 10, 0, 'f', 1);
    case ClockFace::Over:
        return tr("over by %1 s").arg(seconds(state.leftMs));
    case ClockFace::Kept:
        return tr("answered in %1 s").arg(seconds(state.takenMs));
    case ClockFace::KeptLate:
        return tr("answered late by %1 s").arg(seconds(state.leftMs));
    case ClockFace::Due:
        return state.isLate ? tr("was due %1").arg(moment(state.due)) : tr("due %1").arg(moment(state.due));
    case ClockFace::Paused:
        return state.takenMs < 60'000 ? tr("waiting for the citizen")
                                      : tr("waiting for the citizen for %n min", nullptr, int(state.takenMs / 60'000));
    case ClockFace::Nothing:
        break;
    }
    return {};
}

QString Words::dayOf(const QString &isoDay)
{
    const QDate date = QDate::fromString(isoDay, Qt::ISODate);
    static const char *const kDays[] = {QT_TR_NOOP("Mon"), QT_TR_NOOP("Tue"), QT_TR_NOOP("Wed"), QT_TR_NOOP("Thu"),
                                        QT_TR_NOOP("Fri"), QT_TR_NOOP("Sat"), QT_TR_NOOP("Sun")};
    if (!date.isValid())
        return isoDay;
    //: %1 month, %2 day of the month, %3 day of the week
    return tr("%3 %1/%2").arg(date.month()).arg(date.day()).arg(tr(kDays[date.dayOfWeek() - 1]));
}

QString Words::timeOfDay(Instant at)
{
    const auto ofDay = toLocal(at) - std::chrono::floor<std::chrono::days>(toLocal(at));
    return models::asHours(ofDay.count());
}

QString Words::moment(Instant at)
{
    return dayOf(toIso(dateOf(at))) + u' ' + timeOfDay(at).left(5);
}

QString Words::dueReason(const std::vector<protocol::DueReason> &why)
{
    const auto shortDay = [](const QString &iso) {
        const QDate date = QDate::fromString(iso, Qt::ISODate);
        return u"%1/%2"_s.arg(date.month()).arg(date.day());
    };
    QStringList parts;
    for (const protocol::DueReason &one : why) {
        if (one.calendarUnknown)
            parts.append(tr("holiday notice for that year not published"));
        else if (one.makeUpDay)
            parts.append(tr("%1 is a make-up working day").arg(shortDay(one.from)));
        else
            parts.append(tr("without %1 %2")
                             .arg(one.from == one.to ? shortDay(one.from)
                                                     : QString(shortDay(one.from) + u'–' + shortDay(one.to)),
                                  one.name.isEmpty() ? tr("weekend") : one.name));
    }
    return parts.join(tr(", "));
}

QString Words::fileSize(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
}

QString Words::notice(const client::NoticeRow &row, const QString &unitName, const client::RequestRow *request)
{
    if (row.kind == "alarm_unanswered"_L1)
        return request ? tr("%1: waiting for 35 s, nobody has taken it · %2").arg(unitName, request->itemName)
                       : tr("%1: a request has waited for 35 s and nobody has taken it").arg(unitName);
    if (row.kind == "clock_jumped"_L1)
        return tr("The server's wall clock was set by %1; running clocks are not touched").arg(row.text);
    if (row.kind == "clock_differs"_L1)
        return tr("The clock of one of the servers is %1 s from the database's; set it right").arg(row.text);
    if (row.kind == "record_went_back"_L1)
        return tr("The server's record went back to an earlier time; the desks are filling it up");
    if (row.kind == "calendar_unknown"_L1)
        return tr("The holiday notice for %1 is not in; import it in Administration › Calendar").arg(row.text);
    return row.kind;
}

} // namespace bangban::ui
