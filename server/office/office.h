// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/offers.h"
#include "core/domain/request_state.h"
#include "server/catalogue/catalogue.h"
#include "server/office/library.h"
#include "server/store/accounts.h"
#include "server/store/cursor.h"
#include "server/store/restored.h"
#include "server/store/servers.h"
#include "server/store/timeline.h"

#include <QSet>

namespace bangban::server {

/// Who sends a command: a member of staff, a citizen, or the server itself (both empty).
struct Actor {
    StaffId staff;
    CitizenId citizen;
    std::vector<domain::Role> roles;
    [[nodiscard]] bool isStaff() const { return !staff.isEmpty(); }
    [[nodiscard]] QString name() const { return isStaff() ? staff.value : citizen.value; }
};

/// The office as the writer thread sees it: the record, the rules' tables, and who is there now. Everything that
/// changes the record goes through here, so that events, timers, log and audit are written together.
class Office {
public:
    /// \errors Database
    static Result<std::unique_ptr<Office>> open(Store &store, const Clock &clock);

    Store &store;
    Accounts accounts;
    Timeline timeline;
    Servers servers;
    domain::OfferSettings offerSettings;

    /// One moment for the whole of a command; set before each.
    void beginAt(Instant now) { m_now = now; }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] LocalDate today() const { return dateOf(m_now); }
    [[nodiscard]] Catalogue &catalogue() { return *m_catalogue; }
    /// The knowledge base as it stands now. \errors Busy while a large one is still being read; Database
    Result<const knowledge::KnowledgeBase *> knowledge() { return m_library.current(*m_catalogue); }
    [[nodiscard]] Library &library() { return m_library; }
    /// After items, organisation, hours or calendar changed.
    Result<void> reloadCatalogue();
    /// The catalogue anew if another server changed it.
    Result<void> refresh();

    // ---- a record that was put back from a backup
    /// Not longer than that, even if somebody sets the clock back meanwhile.
    [[nodiscard]] bool isRefilling() const { return m_restored && m_now < m_restored->until && m_restored->until - m_now <= kRefillTime; }
    /// A reader proved that the log was another once: from the next start on it is a restored record. \errors Database
    Result<void> wentBack() { return markWentBack(store, m_openedAt); }
    /// Whether the reader had heard more than the backup has. \param cursor  of the epoch before
    [[nodiscard]] bool isBeyondBackup(const Cursor &cursor) const;
    /// It went back so lately that people still say again what they had said.
    [[nodiscard]] bool isLatelyRestored() const;
    /// A command that was made before the record went back, and is said again.
    [[nodiscard]] bool isFromBefore(const CommandId &command) const;
    /// How far the desk had heard that gave this request back; what the backup has if none did.
    [[nodiscard]] qint64 refilledThrough(const RequestId &request) const { return m_refilled.value(request); }
    void noteRefilled(const RequestId &request, qint64 rev) { m_refilled.insert(request, rev); }

    /// How far the wall clock jumped since the last call; zero if it did not. Deadlines do not follow it.
    std::chrono::milliseconds takeClockJump();
    /// A notice of the whole district: something that somebody must look after.
    Result<void> tellSupervisors(QLatin1String kind, const QString &text = {});

    // ---- who may what
    [[nodiscard]] View viewOf(const Actor &actor) const;
    [[nodiscard]] Actor actorOf(const StaffId &staff) const; ///< without a role if there is none or they are kept out
    /// With the rights of this moment: a connection hears of a change later than the record.
    [[nodiscard]] Actor asOfNow(const Actor &actor) const { return actor.isStaff() ? actorOf(actor.staff) : actor; }
    /// The request if the actor is its citizen, its owner with the present claim number, or may see it.
    /// \errors NotFound; Forbidden; StaleClaim with the owner's name
    Result<protocol::RequestRow> ownRequest(const Actor &citizen, const RequestId &id);
    Result<protocol::RequestRow> claimedRequest(const Actor &staff, const RequestId &id, int claimNo);
    Result<protocol::RequestRow> visibleRequest(const Actor &staff, const RequestId &id);

    // ---- the calendar of a request
    [[nodiscard]] NodeId clockNode(const protocol::RequestRow &request) const; ///< whose hours run its clocks
    [[nodiscard]] bool isStaffed(const NodeId &node);

    // ---- steps; each writes its events and timers, the caller puts the row once at the end
    /// \errors BadState if the step is not in the table
    Result<void> advance(protocol::RequestRow &request, domain::RequestEvent event, bool contacted = false);
    /// Sends the request to the queue: the minute runs from `from`.
    Result<void> startMinute(protocol::RequestRow &request, Instant from);
    Result<void> makeCallBack(protocol::RequestRow &request, const Result<domain::CallBackDue> &due);
    /// As the screen explains them: a weekend needs no explanation; a holiday does.
    static std::vector<protocol::DueReason> reasonsOf(const domain::Due &due);
    /// Only writes due time and reasons into the row.
    static void promiseCall(protocol::RequestRow &request, const domain::CallBackDue &due);
    /// Nobody holds it any more; the conversation leaves the owner's view when the row is put by putMoved().
    void release(protocol::RequestRow &request);
    Result<void> closeOffers(const RequestId &request, domain::OfferState state, const StaffId &accepted = {});
    /// Appends a message with the next number; gives the row back as stored. \errors BadState if its id is taken
    Result<protocol::MessageRow> append(protocol::RequestRow &request, protocol::MessageRow message);
    /// A line of the system in the conversation; `code` is worded by the reader (PROTOCOL.md, "System lines").
    Result<void> note(protocol::RequestRow &request, const QString &code, const QString &name = {});
    Result<void> put(const protocol::RequestRow &request) { return store.put(request); }
    /// put(), and the conversation moves from the old owner's view to the new one's.
    Result<void> putMoved(const protocol::RequestRow &before, const protocol::RequestRow &after);
    Result<void> audit(const Actor &actor, const QString &action, const QString &id, const QByteArray &detail = {});

    // ---- people
    [[nodiscard]] domain::Load loadOf(const StaffId &staff) const;
    [[nodiscard]] bool hasWork(const StaffId &staff) const;
    /// Everybody who is connected; who declined this request is marked. Valid until the next call or change.
    [[nodiscard]] const std::vector<domain::Candidate> &candidatesFor(const RequestId &request) const;
    [[nodiscard]] domain::WaitingRequest waitingOf(const protocol::RequestRow &request) const;
    /// Recomputes load and queued presence after work came or went.
    Result<void> recount(const StaffId &staff);
    /// \param silence  how long the desk has not been heard of
    Result<void> linkChanged(const StaffId &staff, domain::Link link);
    Result<void> citizenChanged(const CitizenId &citizen, bool online);
    /// Whether the citizen's page is open, at this server or another. A request's row says it only while it is open. \errors Database
    Result<bool> isOnline(const CitizenId &citizen);
    /// Who was connected to a server that died is gone, unless connected to another. \returns whether this one was itself
    /// taken for dead
    Result<bool> beat();
    Result<void> setPresence(protocol::StaffRow row, const domain::PresenceStatus &status);
    [[nodiscard]] static domain::PresenceStatus presenceOf(const protocol::StaffRow &row);
    [[nodiscard]] std::optional<Instant> goneSince(const StaffId &staff) const;

    /// A request whose step failed is left alone for a minute; the failure is logged each time.
    void setAside(const RequestId &request) { m_setAside.insert(request, m_now + std::chrono::minutes(1)); }
    [[nodiscard]] bool isSetAside(const RequestId &request) const { return m_setAside.value(request) > m_now; }

    /// Files whose bytes were not what they were said to be: looked at once, not as often as somebody asks.
    void noteBadFile(const FileId &file) { m_badFiles.insert(file); }
    [[nodiscard]] bool isBadFile(const FileId &file) const { return m_badFiles.contains(file); }
    void notePassed(const RequestId &request, const StaffId &staff) { m_passed[request].insert(staff); }
    /// Drops what was noted of requests that are over.
    void forgetEnded();
    /// Whose own figures changed since the last call.
    QSet<StaffId> takeTouched() { return std::exchange(m_touched, {}); }
    void touchFigures(const StaffId &staff);

private:
    Result<void> compareClock(Instant databaseNow);
    Office(Store &theStore, const Clock &clock);

    const QHash<StaffId, domain::Load> &loads() const;
    Result<void> takeForeign(const LogEntry &entry); ///< what another server wrote
    Result<void> setLink(const StaffId &staff, domain::Link link);
    Result<void> setCitizenOnline(const CitizenId &citizen, bool online);
    [[nodiscard]] domain::Candidate candidateOf(const protocol::StaffRow &row) const;

    const Clock &m_clock;
    bool m_isClockWrong = false; ///< it differs from the shared record's database, and that was said
    std::chrono::milliseconds m_wallAhead{0}; ///< wall clock minus ours, when last looked at
    Instant m_now;
    std::unique_ptr<Catalogue> m_catalogue;
    Library m_library;
    bool m_isCatalogueOld = false;
    std::optional<Restored> m_restored;
    QHash<QString, qint64> m_openedAt; ///< where the log stood
    QHash<RequestId, qint64> m_refilled;
    QHash<StaffId, Instant> m_goneSince;
    QSet<CitizenId> m_citizensHere;
    QSet<FileId> m_badFiles;
    QHash<RequestId, QSet<StaffId>> m_passed; ///< who declined or missed an offer of a waiting request
    QHash<RequestId, Instant> m_setAside;
    QSet<StaffId> m_touched;
    mutable QHash<StaffId, domain::Load> m_loads; ///< as of m_loadsVersion
    mutable quint64 m_loadsVersion = 0;
    mutable std::vector<domain::Candidate> m_candidates; ///< as of m_candidatesVersion
    mutable quint64 m_candidatesVersion = 0;
};

} // namespace bangban::server
