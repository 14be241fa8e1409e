// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/office/office.h"

/// What the knowledge base owes, as far as a new or withdrawn version of an entry moves it.
namespace bangban::server {

/// The unit that somebody writes or reviews for. \errors Forbidden
Result<NodeId> editorUnit(Office &office, const Actor &actor);

/// One that is open, to who may see to it: the unit's editors. \errors NotFound, TooLate
Result<protocol::TaskRow> ownTask(Office &office, const Actor &actor, const TaskId &id);

/// Gives a new unanswered question its place among those that are there.
void groupTask(Office &office, protocol::TaskRow &task);

/// Of a wording all of its unit that ask the same, itself among them; of anything else itself alone.
std::vector<protocol::TaskRow> sameQuestion(Office &office, const protocol::TaskRow &task);

/// The entry answers the task, and all of the unit that ask the same: it is done, and who asked is told – in the conversation while somebody serves them, on the page where
/// it is still open, else by a call. One that is done already stays as it is.
/// A policy has one answer more, and stays until its editor says that they are all there.
Result<void> answerTask(Office &office, const TaskId &task, const protocol::EntryRow &entry);

/// Whoever was told the entry in the last 30 days, and is not followed up yet, is to hear that it does not hold.
/// \returns how many
/// \param only  of this request alone; empty for all
Result<int> followUp(Office &office, const protocol::EntryRow &entry, const QString &why, const RequestId &only = {});

} // namespace bangban::server
