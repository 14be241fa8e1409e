// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/knowledge.h"

namespace bangban::server {

/// Who may see one row, as far as the row itself says. Kept in the log before and after each change, so that a
/// reader knows what enters and what leaves a view (architecture §2, 7).
struct Audience {
    std::vector<NodeId> nodes;      ///< staff who serve for one of these
    std::vector<NodeId> supervised; ///< those who may see the whole of one of these
    std::vector<NodeId> editors;    ///< those who write or review for one of these
    std::vector<NodeId> inspectors; ///< those, and who tests for one of these
    StaffId staff;                  ///< this person
    CitizenId citizen;              ///< this citizen
    bool pool = false;              ///< the district pool
    bool allStaff = false;
    bool everyone = false; ///< citizens too: the items of the catalogue

    friend bool operator==(const Audience &, const Audience &) = default;
    [[nodiscard]] bool isEmpty() const { return *this == Audience(); }
};

QByteArray toBytes(const Audience &audience);
Audience audienceFromBytes(const QByteArray &bytes);

/// What one session may see. Views that are equal get the very same bytes.
struct View {
    StaffId staff;
    std::vector<NodeId> nodes;      ///< where this person serves
    std::vector<NodeId> supervised; ///< what they may see the whole of
    NodeId editor;                  ///< whose knowledge base they write or review; empty for none
    NodeId inspector;               ///< whose they write, review or test
    bool pool = false;
    bool all = false; ///< the district's coordinator
    CitizenId citizen;
};

bool sees(const View &view, const Audience &audience);
/// The same for all staff who see the same by their place; of a citizen, the person.
QByteArray digestOf(const View &view);

/// Who may look at it.
Audience audienceOf(const protocol::RequestRow &request);
/// Who is told of it and keeps it: of what is over only the two who talked (architecture §2, 10).
Audience keptBy(const protocol::RequestRow &request);
/// A message is seen by the two who talk; a note by the owner alone.
Audience audienceOf(const protocol::MessageRow &message, const protocol::RequestRow &request);
Audience audienceOf(const protocol::OfferRow &offer);
Audience audienceOf(const protocol::NoticeRow &notice);
/// Of something that is done: nobody.
Audience audienceOf(const protocol::TaskRow &task);
Audience audienceOf(const protocol::EntryDraftRow &draft);
Audience audienceOf(const protocol::SlipRow &slip);
Audience audienceOf(const protocol::CannedRow &canned);
Audience audienceOf(const protocol::InspectionRow &round);
Audience forAllStaff();
Audience forEveryone();

/// Whether a citizen is shown a field of a row: of their own request and messages nothing internal, of an item what
/// they choose by, of anything else nothing.
bool isForCitizen(QLatin1String entity, QLatin1String field);
/// The same of a row that was written already.
QJsonObject forCitizen(const QString &entity, const QJsonObject &row);

} // namespace bangban::server
