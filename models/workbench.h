// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/canned_book.h"
#include "models/catalogue_models.h"
#include "models/draft_book.h"
#include "models/knowledge_models.h"
#include "models/message_book.h"
#include "models/offer_state.h"
#include "models/phrase_models.h"
#include "models/queue_model.h"
#include "models/transcript_model.h"

namespace bangban::models {

/// Every model of one desk, connected to one feed, and the few facts that are no table: who is signed in, the line,
/// today's figures. Made once by the window; it outlives every page.
class Workbench : public QObject {
    Q_OBJECT
public:
    explicit Workbench(client::Feed &feed, QObject *parent = nullptr);

    client::Feed &feed;
    RequestBook requests;
    MessageBook messages;
    DraftBook drafts;
    NodesModel nodes;
    StaffModel staff;
    ItemsModel items;
    HoursModel hours;
    CodesModel codes;
    NoticesModel notices;
    TasksModel tasks;
    EntryDraftsModel entryDrafts;
    PhraseCheck phrases;
    CannedBook canned;
    SlipsModel slips;
    InspectionsModel inspections;
    QueueModel waiting;
    QueueModel mine;
    QueueModel callBacks;
    OfferState offer;

    [[nodiscard]] const std::optional<client::Account> &account() const { return m_account; }
    /// My row as the server sees it now; before it came, the one of signing in.
    [[nodiscard]] client::StaffRow me() const;
    [[nodiscard]] const client::Line &line() const { return m_line; }
    [[nodiscard]] const std::optional<client::Figures> &figures() const { return m_figures; }
    [[nodiscard]] const client::SettingsRow &settings() const { return m_settings; }
    [[nodiscard]] const client::KnowledgeState &knowledge() const { return m_knowledge; }
    /// The desk has all entries: what is not found is not there.
    [[nodiscard]] bool hasAllEntries() const { return m_knowledge.percent == 100 && !m_knowledge.error; }
    [[nodiscard]] bool isOnline() const { return m_line.state == client::LineState::Online; }
    [[nodiscard]] QString today() const; ///< ISO day at the office, by the server's clock
    [[nodiscard]] QString unitName(const NodeId &id) const { return nodes.nameOf(id, today()); }

signals:
    void signedIn();
    void signedOut(const bangban::Error &why);
    void meChanged();
    void lineChanged();
    void figuresChanged();
    void settingsChanged();

private:
    std::optional<client::Account> m_account;
    client::Line m_line;
    std::optional<client::Figures> m_figures;
    client::KnowledgeState m_knowledge;
    client::SettingsRow m_settings; ///< the office's; until they came, the defaults
};

} // namespace bangban::models
