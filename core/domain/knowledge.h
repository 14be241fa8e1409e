// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/domain/work_calendar.h"

namespace bangban::domain {

/// How an entry of the knowledge base stands today: an approved one begins and ends by itself.
/// \param from  first day in force   \param to  last one; none for no end
EntryPhase phaseOf(EntryState state, LocalDate from, std::optional<LocalDate> to, LocalDate today);

/// Days in which the wording of an unanswered question, or of a correction order, is in the knowledge base.
inline constexpr int kWordingDays = 5;

/// When the wording must be in: closing time of the fifth working day after the question was marked, or the order came.
/// \source duties 45 and 89   \errors NotFound
Result<Due> wordingDue(const WorkCalendar &calendar, Instant marked);

/// When the questions and answers of a policy must be in: closing time of the working day before its first day.
/// \source duties 43 and 86   \errors NotFound
Result<Due> policyDue(const WorkCalendar &calendar, LocalDate effective);

} // namespace bangban::domain
