// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/commands.h"
#include "core/protocol/knowledge.h"
#include "core/search/marks.h"

#include <QObject>
#include <QUrl>

/// What the screen knows of the workstation. `models` and `ui` see this header and nothing else of `client`:
/// facts come up as past-tense signals that carry values, wishes go down as method calls that return at once.
namespace bangban::client {

using protocol::AccountState, protocol::CalendarYear, protocol::CodeRow, protocol::EntryDraftRow, protocol::EntryRow, protocol::Figures, protocol::HoursRow, protocol::ItemRow, protocol::MessageRow,
    protocol::NodeRow, protocol::NoticeRow, protocol::OfferRow, protocol::PhraseRow, protocol::CannedRow, protocol::EntryMedia, protocol::InspectionRow, protocol::RequestRow, protocol::SettingsRow, protocol::SlipRow, protocol::StaffRow, protocol::TaskRow;

/// The line to the server, apart from the person's presence (architecture §2, 14).
enum class LineState {
    Off,          ///< no server chosen, or signed out
    Connecting,   ///< first connection
    Online,
    Reconnecting, ///< after 4.5 s of silence; work goes on
    Broken,       ///< after 15 s; no new offers
};

struct Line {
    LineState state = LineState::Off;
    int roundTripMs = -1;
    qint64 clockOffsetMs = 0;        ///< server minus this PC
    std::optional<Instant> dataAsOf; ///< server time of the newest thing heard
    int pending = 0;                 ///< commands written down here and not yet confirmed
    QString server;                  ///< host:port
    friend bool operator==(const Line &, const Line &) = default;
};

struct Account {
    StaffRow staff;
    QString unitName;
    QString office;
    bool sample = false; ///< the server holds sample data: shown as 示例
};

enum class Delivery { Pending, Sent, Read, Failed };

/// A message with its way: pending ones have seq 0 and stand after all others of their request.
struct MessageView {
    MessageRow row;
    Delivery delivery = Delivery::Sent;
    CommandId command;          ///< of a pending or failed one
    std::optional<Error> error; ///< why it failed
    bool mine = false;          ///< written by the signed-in person
    friend bool operator==(const MessageView &, const MessageView &) = default;
};

/// An answer to a command that the person waits for (claim, transfer, end …).
struct CommandAnswer {
    CommandId command;
    QString type; ///< wire name of the command
    RequestId request;
    std::optional<Error> error;
    QJsonObject data;
};

/// What is looked for in the knowledge base.
struct EntryQuery {
    QString words; ///< may be empty
    ItemId item = {}; ///< of the request; empty for none
    int limit = 5;
    NodeId owner = {}; ///< only what this unit answers for, in force or not
};

/// An entry of the knowledge base that fits a question.
struct EntryHit {
    EntryRow row;
    QList<search::Mark> marks; ///< where words of the question stand in its title
};

/// An answer that was put into a message; the person may have changed its words since.
struct InsertedAnswer {
    EntryId entry;
    int version = 1;
    QString words;
};

/// How the desk's copy of the knowledge base stands.
struct KnowledgeState {
    qint64 entries = 0;          ///< that can be found now
    int percent = 0;             ///< of what the server has; 0 until it was asked
    std::optional<Error> error;  ///< it cannot be kept here
};

class Feed : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Server time by the last known offset and the monotonic clock; any thread.
    [[nodiscard]] virtual Instant serverNow() const = 0;

    virtual void connectTo(const QUrl &server) = 0; ///< ws:// or wss://; keeps trying
    virtual void reconnectNow() = 0;
    virtual void signIn(const protocol::SignIn &words) = 0; ///< code and new password only if they were asked for
    virtual void signOut() = 0;
    /// The screen asks for the password before it shows anything again. The line stays; a program started anew does not
    /// find the session.
    virtual void lock() = 0;
    virtual void unlock(const QString &password) = 0;
    virtual void changePassword(const QString &present, const QString &next) = 0;

    // Commands return their id; the answer comes as commandAnswered. Text and files are written to disk first.
    virtual CommandId setPresence(domain::Presence presence, const QString &reason, bool whenFree) = 0;
    virtual CommandId claim(const RequestId &request) = 0;
    virtual CommandId declineOffer(const QString &offer, const QString &reason) = 0;
    /// \param inserted  the message cites those whose words still stand in it, at least half of them
    virtual CommandId sendText(const RequestId &request, const QString &text, const MessageId &quote,
                               const QList<InsertedAnswer> &inserted = {}) = 0;
    /// The entry with what it shows and plays; refused if it says something else by now.
    virtual CommandId sendCard(const RequestId &request, const EntryRow &entry) = 0;
    /// Entries stood beside the case: what is sent in it from now on says so. \source duty 130, hit rate
    virtual void noteOffered(const RequestId &request) = 0;
    virtual CommandId sendNote(const RequestId &request, const QString &text) = 0;
    virtual CommandId sendFile(const RequestId &request, const QString &name, const QString &type,
                               const QByteArray &bytes) = 0;
    virtual CommandId recall(const RequestId &request, const MessageId &message) = 0;
    virtual void markRead(const RequestId &request, int throughSeq) = 0;
    virtual void showTyping(const RequestId &request, bool on) = 0;
    virtual CommandId transfer(const RequestId &request, const NodeId &toUnit, const StaffId &toStaff,
                               const QString &reason) = 0;
    virtual CommandId prioritise(const RequestId &request, domain::Purpose purpose, const QString &reason) = 0;
    virtual CommandId arrangeCall(const RequestId &request, const QString &phone) = 0;
    virtual CommandId end(const RequestId &request) = 0;
    virtual CommandId wrapUp(const RequestId &request, const QString &category, const QString &result) = 0;
    virtual CommandId extendWrapUp(const RequestId &request) = 0;
    virtual CommandId join(const RequestId &request, const RequestId &into) = 0;
    virtual CommandId recordCallBack(const RequestId &request, domain::ContactResult result,
                                     std::optional<Instant> appointment, const QString &note) = 0;
    virtual CommandId blockSender(const RequestId &request, bool lifted, const QString &reason) = 0;
    virtual void retry(const CommandId &command) = 0;   ///< sends a failed message again, as a new command
    virtual void discard(const CommandId &command) = 0; ///< drops a failed message; its words come back as draft
    virtual void saveDraft(const RequestId &request, const QString &text) = 0;
    virtual void fetchFile(const FileId &file) = 0;
    virtual void fetchMedia(const EntryMedia &media) = 0; ///< answered like a file of a conversation
    /// Sends a file for an entry; written to disk first. Its progress is told, and its answer when the server has it whole.
    /// \param media  its number is the sender's
    virtual CommandId uploadMedia(const EntryId &entry, const EntryMedia &media, const QByteArray &bytes) = 0;
    virtual void fetchHistory(const RequestId &request) = 0;
    /// The whole number of a call-back; the reason stands in the audit log.
    virtual void fetchPhone(const RequestId &request, domain::RevealReason reason) = 0;

    /// What fits, best first; answered by entriesFound with the number returned.
    virtual quint64 findEntries(const EntryQuery &query) = 0;
    /// This one, in force or not; answered likewise, with nothing if it was withdrawn or is not here.
    virtual quint64 findEntry(const EntryId &entry) = 0;
    /// 答不上来: the unit owes an answer to what is asked in the request. Written to disk first.
    virtual CommandId markUnanswered(const RequestId &request, const QString &question) = 0;
    /// 有错: the unit of the entry is to put it right. Written to disk first. \param request  where it was noticed; may be empty
    virtual CommandId reportEntry(const EntryId &entry, const RequestId &request, const QString &what) = 0;
    /// The answer that was given is worth keeping: the unit's editors make an entry of it. Written to disk first.
    virtual CommandId proposeEntry(const RequestId &request, const QString &question, const QString &answer) = 0;
    virtual CommandId takeTask(const TaskId &task) = 0;
    /// A policy whose questions and answers are to be in before its first day. \param effective  "2026-12-01" \param item  may be empty
    virtual CommandId openPolicy(const QString &title, const QString &effective, const ItemId &item) = 0;
    /// An editor's word: the question, with all that ask the same, asks what `into` does; or, without it, something of its own.
    virtual CommandId groupTask(const TaskId &task, const TaskId &into) = 0;
    virtual CommandId closeTask(const TaskId &task, domain::TaskState state, const QString &note) = 0;
    /// The person's own draft. \param base  version it began from, 0 for a new entry \param review  others may look at it now
    virtual CommandId saveEntry(const EntryRow &entry, int base, bool review, const std::vector<TaskId> &tasks) = 0;
    virtual CommandId dropEntry(const EntryId &entry) = 0;
    virtual CommandId returnEntry(const EntryDraftRow &draft, const QString &note) = 0; ///< in review, or scheduled
    virtual CommandId publishEntry(const EntryDraftRow &draft) = 0;
    /// What was not sent, because it holds a phrase that may not be. Written to disk first.
    virtual CommandId reportSlip(const RequestId &request, const QString &words) = 0;
    virtual CommandId seeSlip(const SlipId &slip) = 0;
    /// 有用: the entry answered what was asked in the request. Written to disk first.
    virtual CommandId markUseful(const EntryRow &entry, const RequestId &request) = 0;
    /// Makes, changes or throws away a canned phrase. \param row  its id may be empty: a new one
    virtual CommandId putCanned(CannedRow row) = 0;
    /// What became of an entry of the person's unit; answered by pastLoaded. Nothing comes without the line.
    virtual void fetchPast(const EntryId &entry) = 0;
    /// How well the knowledge base served, by unit and week; answered by ratesLoaded or ratesRefused. Nothing comes without the line.
    virtual void fetchRates(const LocalDate &from, const LocalDate &to) = 0;
    /// What many ask today; answered by hotLoaded or hotRefused. Nothing comes without the line.
    virtual void fetchHot() = 0;
    /// The entry to all who wait with the question, each in their own conversation.
    virtual CommandId answerHot(const std::vector<RequestId> &requests, const EntryRow &entry) = 0;
    /// 巡检. \param unit  empty for the person's own \param count  how many entries are drawn
    virtual CommandId openInspection(const NodeId &unit, int count) = 0;
    /// \param faults  none: it is in order; else with a note
    virtual CommandId checkInspected(const InspectionId &round, const EntryRow &entry, const std::vector<domain::InspectionFault> &faults,
                                     const QString &note) = 0;
    virtual CommandId closeInspection(const InspectionId &round) = 0;
    virtual CommandId withdrawEntry(const EntryRow &entry, const QString &note) = 0;

    virtual void fetchAccounts() = 0;
    virtual void fetchCalendars() = 0;
    virtual CommandId putAccount(const protocol::AccountPut &account) = 0; ///< cmdId is filled in
    virtual CommandId switchItem(const ItemId &item, bool chat, bool call) = 0;
    virtual CommandId putHours(const HoursRow &row) = 0;
    virtual CommandId putNode(const NodeRow &row) = 0;
    virtual CommandId runImport(const QString &kind, const QString &content, bool dryRun) = 0;
    virtual CommandId putSettings(const SettingsRow &row) = 0;

signals:
    void lineChanged(const bangban::client::Line &line);
    void signedIn(const bangban::client::Account &account);
    void signInRefused(const bangban::Error &error);
    /// Before a refusal for the second factor: what the person's authenticator is to take.
    void authenticatorOffered(const QString &secret, const QString &uri);
    void unlocked();
    void unlockRefused(const bangban::Error &error);
    void passwordChanged();
    void passwordRefused(const bangban::Error &error);
    void signedOut(const bangban::Error &why); ///< SessionExpired, AccountDisabled; Internal/"" when wished

    /// All rows are about to be replaced (other account, rights changed). Models empty themselves.
    void cleared();
    void requestsChanged(const QList<bangban::client::RequestRow> &rows);
    void requestsGone(const QList<bangban::RequestId> &ids, const QString &reason);
    void messagesChanged(const QList<bangban::client::MessageView> &messages);
    void messagesGone(const QList<bangban::MessageId> &ids);
    void offersChanged(const QList<bangban::client::OfferRow> &rows);
    void offersGone(const QStringList &ids);
    void tasksChanged(const QList<bangban::client::TaskRow> &rows);
    void tasksGone(const QList<bangban::TaskId> &ids);
    void entryDraftsChanged(const QList<bangban::client::EntryDraftRow> &rows);
    void entryDraftsGone(const QStringList &ids);
    void staffChanged(const QList<bangban::client::StaffRow> &rows);
    void noticesChanged(const QList<bangban::client::NoticeRow> &rows);
    void itemsChanged(const QList<bangban::client::ItemRow> &rows);
    void nodesChanged(const QList<bangban::client::NodeRow> &rows);
    void codesChanged(const QList<bangban::client::CodeRow> &rows);
    void hoursChanged(const QList<bangban::client::HoursRow> &rows);
    void settingsChanged(const bangban::client::SettingsRow &row);
    void phrasesChanged(const QList<bangban::client::PhraseRow> &rows);
    void cannedChanged(const QList<bangban::client::CannedRow> &rows);
    void cannedGone(const QList<bangban::CannedId> &ids);
    void pastLoaded(const bangban::protocol::EntryPast &past);
    void ratesLoaded(const bangban::protocol::Rates &rates);
    void ratesRefused(const bangban::Error &error);
    void hotLoaded(const bangban::protocol::HotQuestions &hot);
    void hotRefused(const bangban::Error &error);
    void slipsChanged(const QList<bangban::client::SlipRow> &rows);
    void slipsGone(const QList<bangban::SlipId> &ids);
    void inspectionsChanged(const QList<bangban::client::InspectionRow> &rows);
    void inspectionsGone(const QList<bangban::InspectionId> &ids);

    void entriesFound(quint64 ticket, const QList<bangban::client::EntryHit> &hits);
    void entriesGone(const QList<bangban::EntryId> &ids); ///< withdrawn: nobody may say them any more
    void knowledgeChanged(const bangban::client::KnowledgeState &state);

    void figuresChanged(const bangban::client::Figures &figures);
    void typingShown(const bangban::RequestId &request, bool on);
    void draftLoaded(const bangban::RequestId &request, const QString &text);
    void fileProgress(const bangban::FileId &file, qint64 done, qint64 total);
    void fileReady(const bangban::FileId &file, const QString &path);
    void fileFailed(const bangban::FileId &file, const bangban::Error &error);
    void phoneShown(const bangban::RequestId &request, const QString &phone);
    void historyLoaded(const bangban::RequestId &request, const QList<bangban::client::RequestRow> &rows);
    void accountsLoaded(const QList<bangban::client::AccountState> &accounts);
    void calendarsLoaded(const QList<bangban::client::CalendarYear> &years);
    void commandAnswered(const bangban::client::CommandAnswer &answer);
};

} // namespace bangban::client
