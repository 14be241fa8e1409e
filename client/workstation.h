// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "client/knowledge/knowledge_lane.h"
#include "client/net/connection.h"
#include "client/store/token_store.h"
#include "client/sync/file_lane.h"
#include "client/sync/outbox_run.h"
#include "client/sync/scope_sync.h"

#include <QTemporaryDir>
#include <QThread>

namespace bangban::client {

/// The headless workstation: the line, the replica and the outbox of one signed-in person behind the feed that the
/// screen sees. The screen shows server truth with what is on its way on top (architecture §2, 12–15).
class Workstation final : public Feed {
    Q_OBJECT
public:
    struct Options {
        QString folder; ///< of the profile; replicas lie in it, one for each server and account
        LineTimes times;
        Dial dial = dialWebSocket;
        bool hasKnowledge = true; ///< only tests of something else go without
    };
    /// \param tokens  where session tokens are remembered
    Workstation(Options options, const Clock &clock, std::unique_ptr<TokenStore> tokens, QObject *parent = nullptr);
    ~Workstation() override;

    [[nodiscard]] Instant serverNow() const override { return m_clock.now(); }

    void connectTo(const QUrl &server) override;
    void reconnectNow() override;
    void signIn(const protocol::SignIn &words) override;
    void signOut() override;
    void lock() override;
    void unlock(const QString &password) override;
    void changePassword(const QString &present, const QString &next) override;

    CommandId setPresence(domain::Presence presence, const QString &reason, bool whenFree) override;
    CommandId claim(const RequestId &request) override;
    CommandId declineOffer(const QString &offer, const QString &reason) override;
    CommandId sendText(const RequestId &request, const QString &text, const MessageId &quote,
                       const QList<InsertedAnswer> &inserted = {}) override;
    void noteOffered(const RequestId &request) override { m_offered.insert(request); }
    CommandId sendNote(const RequestId &request, const QString &text) override;
    CommandId sendCard(const RequestId &request, const EntryRow &entry) override;
    CommandId sendFile(const RequestId &request, const QString &name, const QString &type, const QByteArray &bytes) override;
    CommandId recall(const RequestId &request, const MessageId &message) override;
    void markRead(const RequestId &request, int throughSeq) override;
    void showTyping(const RequestId &request, bool on) override;
    CommandId transfer(const RequestId &request, const NodeId &toUnit, const StaffId &toStaff, const QString &reason) override;
    CommandId blockSender(const RequestId &request, bool lifted, const QString &reason) override;
    CommandId prioritise(const RequestId &request, domain::Purpose purpose, const QString &reason) override;
    CommandId arrangeCall(const RequestId &request, const QString &phone) override;
    CommandId end(const RequestId &request) override;
    CommandId wrapUp(const RequestId &request, const QString &category, const QString &result) override;
    CommandId extendWrapUp(const RequestId &request) override;
    CommandId join(const RequestId &request, const RequestId &into) override;
    CommandId recordCallBack(const RequestId &request, domain::ContactResult result, std::optional<Instant> appointment,
                             const QString &note) override;
    void retry(const CommandId &command) override;
    void discard(const CommandId &command) override;
    void saveDraft(const RequestId &request, const QString &text) override;
    void fetchFile(const FileId &file) override;
    void fetchMedia(const EntryMedia &media) override;
    CommandId uploadMedia(const EntryId &entry, const EntryMedia &media, const QByteArray &bytes) override;
    void fetchHistory(const RequestId &request) override;
    void fetchAccounts() override;
    void fetchCalendars() override;
    void fetchPhone(const RequestId &request, domain::RevealReason reason) override;
    quint64 findEntries(const EntryQuery &query) override;
    quint64 findEntry(const EntryId &entry) override;
    CommandId markUnanswered(const RequestId &request, const QString &question) override;
    CommandId reportEntry(const EntryId &entry, const RequestId &request, const QString &what) override;
    CommandId proposeEntry(const RequestId &request, const QString &question, const QString &answer) override;
    CommandId takeTask(const TaskId &task) override;
    CommandId closeTask(const TaskId &task, domain::TaskState state, const QString &note) override;
    CommandId openPolicy(const QString &title, const QString &effective, const ItemId &item) override;
    CommandId groupTask(const TaskId &task, const TaskId &into) override;
    CommandId saveEntry(const EntryRow &entry, int base, bool review, const std::vector<TaskId> &tasks) override;
    CommandId dropEntry(const EntryId &entry) override;
    CommandId returnEntry(const EntryDraftRow &draft, const QString &note) override;
    CommandId publishEntry(const EntryDraftRow &draft) override;
    CommandId reportSlip(const RequestId &request, const QString &words) override;
    CommandId seeSlip(const SlipId &slip) override;
    CommandId markUseful(const EntryRow &entry, const RequestId &request) override;
    CommandId putCanned(CannedRow row) override;
    void fetchPast(const EntryId &entry) override;
    void fetchRates(const LocalDate &from, const LocalDate &to) override;
    void fetchHot() override;
    CommandId answerHot(const std::vector<RequestId> &requests, const EntryRow &entry) override;
    CommandId openInspection(const NodeId &unit, int count) override;
    CommandId checkInspected(const InspectionId &round, const EntryRow &entry, const std::vector<domain::InspectionFault> &faults, const QString &note) override;
    CommandId closeInspection(const InspectionId &round) override;
    CommandId withdrawEntry(const EntryRow &entry, const QString &note) override;

    CommandId putAccount(const protocol::AccountPut &account) override;
    CommandId switchItem(const ItemId &item, bool chat, bool call) override;
    CommandId putHours(const HoursRow &row) override;
    CommandId putNode(const NodeRow &row) override;
    CommandId runImport(const QString &kind, const QString &content, bool dryRun) override;
    CommandId putSettings(const SettingsRow &row) override;

private:
    struct Waiting {
        QString type;
        RequestId request;
    };

    // ---- the line
    void greet();
    void lineClosed();
    void goOffline(); ///< what waits is answered; text and files wait for the next sign-in
    void takeFrame(const protocol::Frame &frame);
    void takeWelcome(const protocol::Welcome &welcome);
    void takeSignedIn(const protocol::SignedIn &signedIn);
    void takeAnswer(const CommandId &command, const std::optional<Error> &error, const QJsonObject &data);
    void takeRows(const RowChanges &changes);
    void dropMalformed(const QString &type, const Error &error);
    void tellLine();

    // ---- the account
    /// False: its folder cannot be used, and signInRefused was told.
    bool openAccount(const QString &account, const QByteArray &deskKey);
    void closeAccount();
    void tellHeld();
    void tellDrafts();
    void endSession(const Error &why);
    void refuseSignIn(const Error &error);
    void takeUnlocked();
    void lookUp(const QByteArray &frame);
    void takeRefusal(const Error &error, const QString &about);

    // ---- the knowledge base
    void startKnowledge();
    CommandId tellSlip(const RequestId &request, const SlipId &slip, const QString &words);
    [[nodiscard]] static EntryId draftedBy(const OutboxEntry &entry); ///< empty if it is about none
    /// What the outbox will do last to the person's draft of an entry; null once the server has answered all of it.
    [[nodiscard]] const OutboxEntry *waitingDraft(const EntryId &entry) const;
    /// The person's draft as they wrote it last, which may be on its way; once nothing is, as the server has it.
    void tellOwnDraft(const EntryId &entry);
    void settleDraft(const OutboxEntry &entry, const EntryId &draft, bool isRefused);
    [[nodiscard]] EntryDraftRow shownDraft(const protocol::EntrySave &save) const;
    void takeDrafts(const QList<EntryDraftRow> &rows, const QStringList &gone);
    /// Calls it in its thread, after what was called before. Nothing without a knowledge base.
    template<typename Call>
    void inKnowledge(Call &&call)
    {
        if (m_knowledge)
            m_knowledge->inbox.post([lane = m_knowledge, call = std::forward<Call>(call)] { call(*lane); });
    }

    // ---- messages on their way
    [[nodiscard]] MessageView viewOf(const MessageRow &row) const;
    [[nodiscard]] MessageView viewOf(const OutboxEntry &entry) const;
    void tellRead(const RequestRow &before, const RequestRow &after);

    // ---- commands
    [[nodiscard]] int claimNoOf(const RequestId &request) const;
    CommandId newCommand() const;
    /// Sent now or not at all. \param frame already encoded, with the command's id in it
    CommandId ask(const CommandId &id, const QString &type, const RequestId &request, const QByteArray &frame);
    template<typename T>
    CommandId ask(T command, const RequestId &request = {})
    {
        command.cmdId = newCommand();
        return ask(command.cmdId, protocol::wireName<T>(), request, protocol::encode(command));
    }
    /// \param lane  what is to come in order; empty for the request's
    template<typename T>
    OutboxEntry entryOf(T command, const RequestId &request, const QString &lane = {})
    {
        command.cmdId = newCommand();
        OutboxEntry entry;
        entry.command = command.cmdId;
        entry.type = protocol::wireName<T>();
        entry.lane = lane.isEmpty() ? request.value : lane;
        entry.request = request;
        entry.body = protocol::toJson(command);
        entry.at = m_clock.now();
        return entry;
    }
    CommandId write(std::vector<OutboxEntry> entries, const std::vector<OutboxEntry> &instead = {});
    CommandId refuse(const CommandAnswer &answer); ///< by the desk itself
    Result<void> backToDraft(const RequestId &request, const QString &words);
    void giveBack(const QString &scope, const QString &cursor);
    CommandId openTask(protocol::TaskOpen open);
    CommandId say(const RequestId &request, const QString &text, domain::MessageKind kind, const MessageId &quote,
                  const std::vector<protocol::EntryCite> &cites = {});
    [[nodiscard]] MessageRow shownRow(const protocol::MessageSend &send, const protocol::EntryCard *card = nullptr) const;

    Options m_options;
    ServerClock m_clock;
    std::unique_ptr<TokenStore> m_tokens;
    Connection m_connection;
    ScopeSync m_sync;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Outbox> m_outbox;
    OutboxRun m_run;
    FileLane m_files;
    Mailbox m_fromKnowledge; ///< what it tells
    QThread m_knowledgeThread;
    KnowledgeLane *m_knowledge = nullptr; ///< lives in the thread, and ends with it
    quint64 m_questions = 0;

    QUrl m_server;
    QString m_token;
    std::unique_ptr<QTemporaryDir> m_shownFiles; ///< in memory, where the desktop has such a place; gone with the account
    QString m_accountId;
    Account m_account;
    bool m_signedIn = false;    ///< on this connection
    bool m_isSigningIn = false; ///< a password is on its way
    bool m_isUnlocking = false;
    QByteArrayList m_lookUps; ///< asked for before the session was there
    bool m_wasTold = false;     ///< the screen knows of the account
    std::optional<Instant> m_dataAsOf;
    std::chrono::milliseconds m_greetedAt{0};
    QHash<RequestId, RequestRow> m_requests;
    QHash<MessageId, MessageRow> m_messages;
    QSet<RequestId> m_offered; ///< cases beside which entries were suggested
    QHash<QString, EntryDraftRow> m_overtaken; ///< drafts that came while newer words of them waited
    QHash<CommandId, Waiting> m_waiting;
    QHash<RequestId, std::chrono::milliseconds> m_typedAt;
    QHash<RequestId, int> m_readThrough;
};

} // namespace bangban::client
