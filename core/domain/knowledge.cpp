// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/knowledge.h"

namespace bangban::domain {

EntryPhase phaseOf(EntryState state, LocalDate from, std::optional<LocalDate> to, LocalDate today)
{
    switch (state) {
    case EntryState::Draft:
        return EntryPhase::Draft;
    case EntryState::Review:
        return EntryPhase::Review;
    case EntryState::Withdrawn:
        return EntryPhase::Withdrawn;
    case EntryState::Scheduled:
        return EntryPhase::Scheduled;
    case EntryState::Approved:
        break;
    }
    if (today < from)
        return EntryPhase::Scheduled;
    return to && *to < today ? EntryPhase::Ended : EntryPhase::InForce;
}

Result<Due> wordingDue(const WorkCalendar &calendar, Instant marked)
{
    return calendar.dueAfterWorkingDays(marked, kWordingDays);
}

Result<Due> policyDue(const WorkCalendar &calendar, LocalDate effective)
{
    return calendar.dueBefore(effective);
}

} // namespace bangban::domain
