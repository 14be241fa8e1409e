// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/codec.h"
#include "server/office/office.h"

/// One function a command: check, rule, store. The result's object is the "data" of the answer. Called inside a
/// savepoint on the writer thread; an error leaves no trace.
namespace bangban::server {

struct StoredFile;

Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestAsk &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestChoose &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestCallMe &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestWithdraw &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RatingGive &);

Result<QJsonObject> handle(Office &, const Actor &, const protocol::MessageSend &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::MessageRecall &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::MessageRead &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::FileBegin &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::FileFinish &);

Result<QJsonObject> handle(Office &, const Actor &, const protocol::PresenceSet &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestClaim &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::OfferDecline &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestTransfer &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestPrioritise &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestArrangeCall &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestEnd &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestWrapUp &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestExtendWrapUp &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RequestJoin &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::CallBackRecord &);

Result<QJsonObject> handle(Office &, const Actor &, const protocol::AccountPut &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::CitizenBlock &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::ItemSwitch &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::HoursPut &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::NodePut &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::ImportRun &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::SettingsPut &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::RecordRefill &);

Result<QJsonObject> handle(Office &, const Actor &, const protocol::TaskOpen &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::PolicyOpen &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::TaskGroup &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::TaskTake &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::TaskClose &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::EntrySave &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::EntryDrop &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::EntryReturn &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::EntryPublish &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::EntryWithdraw &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::EntryUseful &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::CannedPut &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::SlipReport &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::SlipSee &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::HotAnswer &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::InspectionOpen &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::InspectionCheck &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::InspectionClose &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::AssistantAsk &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::AssistantPick &);
Result<QJsonObject> handle(Office &, const Actor &, const protocol::AssistantRate &);

/// Decodes the body, asks the permission table and handles. \errors UnknownMessage, Forbidden, BadMessage, and the
/// handler's own
Result<QJsonObject> dispatch(Office &, const Actor &, const protocol::Frame &);
/// True if the wire name is a command of messages.def.
bool isCommand(const QString &type);

/// Appends what the citizen said to 小申, and heard; turns of somebody else, or that went along before, are left out.
/// \returns the citizen's last words there \errors Database
Result<QString> appendTurns(Office &, protocol::RequestRow &, const std::vector<MessageId> &turns);
/// Puts a request where its unit's people find it. \param unit empty for the district pool
void place(Office &, protocol::RequestRow &, const NodeId &unit);
/// Keeps the number in its own table; the row shows the mask. Empty text changes nothing.
/// \errors BadText for something that is no phone number
Result<void> keepPhone(Office &, protocol::RequestRow &, const QString &phone);
/// Of a conversation whoever talks in it, of a published entry everybody, of another one the editors. \errors NotFound, Database
Result<bool> mayReadFile(Office &, const Actor &, const StoredFile &);
/// Whoever was told the one knows the other: the same words, and nothing that was shown is gone.
bool tellsTheSame(const protocol::EntryRow &before, const protocol::EntryRow &next);
/// Today, by its state and its days.
bool isInForce(const Office &, const protocol::EntryRow &);
/// An entry as it is now, to be said. \errors NotFound, EntryWithdrawn; OtherVersion if it says something else than what was read
Result<protocol::EntryRow> entryToSay(Office &, const protocol::EntryCite &);
/// Of the plain layer, or of the official one where there is none.
inline QString wordsToSay(const protocol::EntryRow &entry) { return entry.plain.isEmpty() ? entry.official : entry.plain; }
/// The name of who answers for it.
QString unitOf(const Office &, const protocol::EntryRow &);
/// Staff answered in the case; with `offered` entries were suggested to them. \errors Database
Result<void> noteAnswered(Office &, const protocol::RequestRow &, bool offered);
/// Versions whose first day has come, in the order in which they begin.
std::vector<QString> scheduledNow(const Office &);
/// One of them takes the place of what held. \errors NotFound, Database
Result<void> beginScheduled(Office &, const QString &id);
/// Writes an audit row. \errors Forbidden, BadMessage, Database
Result<protocol::Rates> ratesFor(Office &, const Actor &, const protocol::RatesGet &);
/// What many ask today; writes an audit row, for it holds citizens' words. \errors Forbidden, Database
Result<protocol::HotQuestions> hotFor(Office &, const Actor &);
/// To who writes or reviews for the entry's unit; writes an audit row, for it holds citizens' words. \errors Forbidden, NotFound
Result<protocol::EntryPast> entryPastFor(Office &, const Actor &, const protocol::EntryPastGet &);
/// The whole number of a request that the person serves or may call back; writes an audit row with the reason.
/// \errors Forbidden, NotFound
Result<protocol::Phone> phoneFor(Office &, const Actor &, const protocol::PhoneGet &);
/// How everybody comes in. \errors Forbidden
Result<protocol::AccountStates> accountsFor(Office &, const Actor &);
/// The years whose calendars were imported. \errors Forbidden
Result<protocol::CalendarYears> calendarsFor(Office &, const Actor &);
/// What would come of asking about the item now; changes nothing. \errors CalendarUnknown
Result<protocol::Outlook> outlookFor(Office &, const ItemId &item);
/// What staff may not say is not sent; what they better had not is, and their supervisor is shown it. \source duty 79
/// \errors ForbiddenPhrase with the words that may not be sent
Result<void> checkWords(Office &, const protocol::RequestRow &, const protocol::MessageRow &);
/// Wraps up with the given codes and closes. \errors BadState
Result<void> closeWith(Office &, protocol::RequestRow &, const QString &category, const QString &result);

} // namespace bangban::server
