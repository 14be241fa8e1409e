// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/catalogue.h"

namespace bangban::domain {

Availability availabilityOf(const Item *item, LocalDate date)
{
    if (!item)
        return Availability::Unknown;
    if (date < item->validFrom)
        return Availability::NotYet;
    if (item->validTo && date > *item->validTo)
        return Availability::Ended;
    return item->chatEnabled ? Availability::Available : Availability::ChatOff;
}

Priority initialPriority(Purpose purpose, const Item *item)
{
    if (purpose != Purpose::Question)
        return {1, purpose};
    if (item && !item->hotPolicy.isEmpty())
        return {1, Purpose::HotPolicy};
    return {2, Purpose::Question};
}

Purpose preselectedPurpose(const Item *item)
{
    if (!item)
        return Purpose::Question;
    if (!item->hotPolicy.isEmpty())
        return Purpose::HotPolicy;
    return item->priority == 1 ? Purpose::Errand : Purpose::Question;
}

} // namespace bangban::domain
