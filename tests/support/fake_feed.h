// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "core/knowledge/knowledge_base.h"

#include <deque>
#include <functional>

namespace bangban::tests {

/// A feed without a network: it holds rows, does what the server would do with a command, and answers when settle()
/// is called, never inside the call. Its clock stands still until it is moved.
class FakeFeed : public client::Feed {
    Q_OBJECT
public:
    explicit FakeFeed(QObject *parent = nullptr);

    // ---- what tests set up
    void setNow(Instant now) { m_now = now; }
    void pass(std::chrono::milliseconds time) { m_now += time; }
    void settle(); ///< delivers everything posted, also what that causes
    void setLine(client::LineState state, int pending = 0);
    void putRequest(const client::RequestRow &row);
    void putMessage(const client::MessageRow &row, client::Delivery delivery = client::Delivery::Sent);
    void putOffer(const client::OfferRow &row);
    void putItem(const client::ItemRow &row) { emit itemsChanged({row}); }
    void putStaff(const client::StaffRow &row);
    void loadCatalogue(); ///< nodes, items, staff, codes and hours of the sample data
    /// The picture's morning: seven waiting, three in hand, two call-backs, talks from conversations.json.
    void loadMorning();
    void citizenWrites(const RequestId &request, const QString &text);
    [[nodiscard]] client::RequestRow request(const RequestId &id) const { return m_requests.value(id); }
    [[nodiscard]] client::StaffRow me() const { return m_staff.value(m_me); }
    [[nodiscard]] QList<client::MessageRow> messagesOf(const RequestId &request) const;
    [[nodiscard]] QString draftOf(const RequestId &request) const { return m_drafts.value(request); }
    QString acceptedLogin = QStringLiteral("sample001");
    QString acceptedPassword = QStringLiteral("correct horse");
    bool isPasswordGiven = false; ///< signing in asks for a new one
    QList<client::AccountState> accounts;
    QList<client::CalendarYear> calendars{{2025, 28, 5}, {2026, 33, 6}, {2027, 0, 0}};
    QString acceptedCode; ///< empty: no second factor is asked for
    QString offeredUri;   ///< not empty: an authenticator is offered first
    std::optional<ErrorCode> refuseNext; ///< the next command is refused with it
    void loadKnowledge(); ///< the sample data's entries, as the desk finds them
    void putEntry(const client::EntryRow &row);
    void withdraw(const EntryId &entry);
    protocol::EntryPast past; ///< of any entry that is asked for
    protocol::Rates rates;    ///< of any days
    protocol::HotQuestions hot;
    QSet<RequestId> offered;  ///< cases beside which entries were suggested
    void loadPhrases(); ///< the sample data's
    QStringList slips; ///< words that were kept back
    void putTask(const client::TaskRow &row);
    void putEntryDraft(const client::EntryDraftRow &row);
    QStringList searches; ///< words that were looked for
    QList<client::InsertedAnswer> inserted; ///< of the last text that was sent
    QHash<FileId, QString> files; ///< paths that fetchFile delivers
    QStringList calls; ///< names of the methods called, in order

    // ---- Feed
    [[nodiscard]] Instant serverNow() const override { return m_now; }
    void connectTo(const QUrl &server) override;
    void reconnectNow() override;
    void signIn(const protocol::SignIn &words) override;
    void lock() override { calls.append(QStringLiteral("lock")); }
    void unlock(const QString &password) override;
    void changePassword(const QString &present, const QString &next) override;
    void fetchAccounts() override;
    void fetchCalendars() override;
    void signOut() override;
    CommandId setPresence(domain::Presence presence, const QString &reason, bool whenFree) override;
    CommandId claim(const RequestId &request) override;
    CommandId declineOffer(const QString &offer, const QString &reason) override;
    CommandId sendText(const RequestId &request, const QString &text, const MessageId &quote,
                       const QList<client::InsertedAnswer> &inserted = {}) override;
    quint64 findEntries(const client::EntryQuery &query) override;
    quint64 findEntry(const EntryId &entry) override;
    CommandId markUnanswered(const RequestId &request, const QString &question) override;
    CommandId reportEntry(const EntryId &entry, const RequestId &request, const QString &what) override;
    CommandId proposeEntry(const RequestId &request, const QString &question, const QString &answer) override;
    CommandId openPolicy(const QString &title, const QString &effective, const ItemId &item) override;
    CommandId groupTask(const TaskId &task, const TaskId &into) override;
    CommandId takeTask(const TaskId &task) override;
    CommandId closeTask(const TaskId &task, domain::TaskState state, const QString &note) override;
    CommandId saveEntry(const client::EntryRow &entry, int base, bool review, const std::vector<TaskId> &tasks) override;
    CommandId dropEntry(const EntryId &entry) override;
    CommandId returnEntry(const client::EntryDraftRow &draft, const QString &note) override;
    CommandId publishEntry(const client::EntryDraftRow &draft) override;
    CommandId reportSlip(const RequestId &request, const QString &words) override;
    CommandId seeSlip(const SlipId &slip) override;
    CommandId markUseful(const client::EntryRow &entry, const RequestId &request) override;
    CommandId putCanned(client::CannedRow row) override;
    void fetchPast(const EntryId &entry) override;
    void fetchRates(const LocalDate &from, const LocalDate &to) override;
    void fetchHot() override;
    CommandId answerHot(const std::vector<RequestId> &requests, const client::EntryRow &entry) override;
    CommandId openInspection(const NodeId &unit, int count) override;
    CommandId checkInspected(const InspectionId &round, const client::EntryRow &entry, const std::vector<domain::InspectionFault> &faults, const QString &note) override;
    CommandId closeInspection(const InspectionId &round) override;
    void putInspection(const client::InspectionRow &row);
    void noteOffered(const RequestId &request) override { offered.insert(request); }
    CommandId withdrawEntry(const client::EntryRow &entry, const QString &note) override;
    CommandId sendCard(const RequestId &request, const client::EntryRow &entry) override;
    CommandId sendNote(const RequestId &request, const QString &text) override;
    CommandId sendFile(const RequestId &request, const QString &name, const QString &type,
                       const QByteArray &bytes) override;
    CommandId recall(const RequestId &request, const MessageId &message) override;
    void markRead(const RequestId &request, int throughSeq) override;
    void showTyping(const RequestId &request, bool on) override;
    CommandId transfer(const RequestId &request, const NodeId &toUnit, const StaffId &toStaff,
                       const QString &reason) override;
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
    void fetchMedia(const client::EntryMedia &media) override { fetchFile(media.file); }
    CommandId uploadMedia(const EntryId &entry, const client::EntryMedia &media, const QByteArray &bytes) override;
    void fetchHistory(const RequestId &request) override;
    void fetchPhone(const RequestId &request, domain::RevealReason reason) override;
    CommandId putAccount(const protocol::AccountPut &account) override;
    CommandId switchItem(const ItemId &item, bool chat, bool call) override;
    CommandId putHours(const client::HoursRow &row) override;
    CommandId putNode(const client::NodeRow &row) override;
    CommandId putSettings(const client::SettingsRow &row) override;
    CommandId runImport(const QString &kind, const QString &content, bool dryRun) override;

private:
    CommandId answer(const char *name, const QString &type, const RequestId &request,
                     std::function<std::optional<Error>()> act, const QJsonObject &data = {});
    CommandId write(const char *name, const QString &type, client::MessageRow row);
    CommandId change(const char *name, const QString &type, const RequestId &request,
                     std::function<std::optional<Error>(client::RequestRow &)> act);
    void post(std::function<void()> what) { m_posted.push_back(std::move(what)); }

    Instant m_now;
    client::Line m_line;
    StaffId m_me;
    int m_ids = 0;
    std::deque<std::function<void()>> m_posted;
    QHash<RequestId, client::RequestRow> m_requests;
    QList<client::MessageRow> m_messages;
    QHash<QString, client::OfferRow> m_offers;
    QHash<StaffId, client::StaffRow> m_staff;
    QHash<ItemId, client::ItemRow> m_items;
    QHash<RequestId, QString> m_drafts;
    knowledge::KnowledgeBase m_knowledge;
    QHash<QString, client::EntryRow> m_entries;
    QHash<TaskId, client::TaskRow> m_tasks;
    QHash<QString, client::EntryDraftRow> m_entryDrafts;
    QHash<InspectionId, client::InspectionRow> m_inspections;
    quint64 m_questions = 0;
};

} // namespace bangban::tests
