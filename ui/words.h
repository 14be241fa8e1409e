// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "models/clock_state.h"

#include <QCoreApplication>

namespace bangban::ui {

/// The words for values: one word a concept, everywhere the same. English here, Chinese in translations.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
public:
    static QString presence(domain::Presence presence);
    static QString breakReason(const QString &reason);
    static QString purpose(domain::Purpose purpose);
    static QString role(domain::Role role);
    static QString nodeKind(const QString &kind);
    /// How a request's party is called: what is known of it, else that it left no name.
    static QString party(const QString &known);
    static QString source(const QString &source);
    static QString systemLine(const QString &code, const QString &name);
    static QString whyMe(const QString &why, const client::RequestRow &row);
    static QString revealReason(domain::RevealReason reason);
    static QString secondFactor(domain::SecondFactorRule rule);
    static QString accountState(const QString &state); ///< of models::StaffModel
    static QString contact(domain::ContactResult result);
    static QString outcome(const client::RequestRow &row);
    static QString assistantLevel(domain::AssistantLevel level);
    static QString inspectionFault(domain::InspectionFault fault);
    static QString entryPhase(domain::EntryPhase phase);
    /// "41 s", "over by 12 s", "answered in 23 s": the words beside a ring.
    static QString clock(const models::ClockState &state);
    static QString clockKind(models::ClockKind kind);
    static QString minuteMark(); ///< behind the figure of an over clock
    /// "10月8日(周四) 10:00"
    static QString moment(Instant at);
    static QString dayOf(const QString &isoDay);
    static QString timeOfDay(Instant at);
    /// "剔除 10/1–10/7 国庆节": why a due time is what it is; empty if no day was skipped.
    static QString dueReason(const std::vector<protocol::DueReason> &why);
    static QString fileSize(qint64 bytes);
    static QString notice(const client::NoticeRow &row, const QString &unitName, const client::RequestRow *request);
};

} // namespace bangban::ui
