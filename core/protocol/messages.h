// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/rows.h"

namespace bangban::protocol {

/// The WebSocket subprotocol; a breaking change takes a new number (architecture §2, 18).
inline constexpr QLatin1String kSubprotocol{"bangban.v1"};
inline constexpr qsizetype kMaxMessage = 1024 * 1024;      ///< bytes of one WebSocket message
inline constexpr qsizetype kMaxPiece = 256 * 1024;         ///< bytes of one snapshot piece (or one row)
inline constexpr qsizetype kChunkSize = 256 * 1024;        ///< bytes of one file chunk
inline constexpr qint64 kMaxFile = 20 * 1024 * 1024;       ///< bytes of one attachment

// ---- session -------------------------------------------------------------------------------------------------

struct Hello {
    QString client; ///< "desk", "page", "load" with its version, for the log
    domain::Role role = domain::Role::Agent; ///< citizen, or any staff role: who the token must belong to
    QString token;  ///< a staff session or a citizen's page token; empty when none
    QStringList features;
    template<typename V>
    static void fields(V &&v)
    {
        v("client", &Hello::client, kRequired);
        v("role", &Hello::role);
        v("token", &Hello::token);
        v("features", &Hello::features);
    }
};

struct Welcome {
    Instant serverTime;
    QString epoch;
    QStringList features;
    QString office; ///< the name of the centre
    bool sample = false; ///< sample data: shown as 示例
    bool signedIn = false; ///< the token was good
    QString token; ///< a new page token for a citizen who brought none
    QString refused; ///< why the token was not good: an error name
    template<typename V>
    static void fields(V &&v)
    {
        v("server_time", &Welcome::serverTime, kRequired);
        v("epoch", &Welcome::epoch, kRequired);
        v("features", &Welcome::features);
        v("office", &Welcome::office);
        v("sample", &Welcome::sample);
        v("signed_in", &Welcome::signedIn);
        v("token", &Welcome::token);
        v("refused", &Welcome::refused);
    }
};

struct SignIn {
    QString login;
    Words password;
    Presence presence = Presence::Busy; ///< busy or offline, never ready
    QString code{}; ///< the authenticator's six digits, where the account has one
    Words newPassword{}; ///< in place of one that another person set, or that is too old
    template<typename V>
    static void fields(V &&v)
    {
        v("login", &SignIn::login, kRequired);
        v("password", &SignIn::password, requiredUpTo(kMaxCode));
        v("presence", &SignIn::presence);
        v("code", &SignIn::code);
        v("new_password", &SignIn::newPassword, optionalUpTo(kMaxCode));
    }
};

/// A desk that locked its screen asks whether this is the person signed in on this connection. Wrong ones are counted
/// like those of sign_in.
struct Unlock {
    Words password;
    template<typename V>
    static void fields(V &&v)
    {
        v("password", &Unlock::password, requiredUpTo(kMaxCode));
    }
};

struct Unlocked {
    template<typename V>
    static void fields(V &&)
    {
    }
};

/// The person signed in on this connection takes another password. Other sessions of theirs end; this one stays. A wrong
/// present one is counted like those of sign_in.
struct PasswordChange {
    Words password;
    Words newPassword;
    template<typename V>
    static void fields(V &&v)
    {
        v("password", &PasswordChange::password, requiredUpTo(kMaxCode));
        v("new_password", &PasswordChange::newPassword, requiredUpTo(kMaxCode));
    }
};

struct PasswordChanged {
    template<typename V>
    static void fields(V &&)
    {
    }
};

/// The office asks for a second factor and this account has none yet: the person's authenticator takes the secret, and the
/// next sign_in on this connection proves it with a code.
struct SecondFactorOffer {
    QString secret; ///< base32 (RFC 4648), for typing in
    QString uri;    ///< otpauth://totp/…, for a QR code
    template<typename V>
    static void fields(V &&v)
    {
        v("secret", &SecondFactorOffer::secret, kRequired);
        v("uri", &SecondFactorOffer::uri, requiredUpTo(1000));
    }
};

struct SignedIn {
    QString token;
    Instant expiresAt;
    StaffRow staff;
    QString unitName;
    QString deskKey; ///< base64, 32 bytes: seals what the desk keeps of this person on its disk
    template<typename V>
    static void fields(V &&v)
    {
        v("token", &SignedIn::token);
        v("expires_at", &SignedIn::expiresAt);
        v("staff", &SignedIn::staff);
        v("unit_name", &SignedIn::unitName);
        v("desk_key", &SignedIn::deskKey);
    }
};

struct SignOut {
    template<typename V>
    static void fields(V &&)
    {
    }
};

struct Ping {
    qint64 sentAt = 0; ///< the sender's own monotonic ms, sent back as it is
    template<typename V>
    static void fields(V &&v)
    {
        v("sent_at", &Ping::sentAt, kRequired);
    }
};

struct Pong {
    qint64 sentAt = 0;
    Instant serverTime;
    template<typename V>
    static void fields(V &&v)
    {
        v("sent_at", &Pong::sentAt, kRequired);
        v("server_time", &Pong::serverTime, kRequired);
    }
};

// ---- state ---------------------------------------------------------------------------------------------------

struct Resume {
    QStringList cursors; ///< one a scope, as last received; none asks for snapshots
    template<typename V>
    static void fields(V &&v)
    {
        v("cursors", &Resume::cursors, optionalUpTo(64));
    }
};

/// One row of a snapshot or one change of a batch. With `gone` set the row left the view and `row` is empty.
struct Change {
    QString entity;
    QString id;
    QJsonObject row;
    QString gone; ///< taken, moved, gone
    friend bool operator==(const Change &, const Change &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        v("e", &Change::entity, kRequired);
        v("id", &Change::id, kRequired);
        v("row", &Change::row);
        v("gone", &Change::gone);
    }
};

/// A piece of a scope's snapshot; the desk swaps all pieces in when `last` came.
struct Snapshot {
    QString scope;
    int piece = 0;
    bool last = false;
    std::vector<Change> rows;
    QString cursor; ///< on the last piece
    template<typename V>
    static void fields(V &&v)
    {
        v("scope", &Snapshot::scope, kRequired);
        v("piece", &Snapshot::piece);
        v("last", &Snapshot::last);
        v("rows", &Snapshot::rows, optionalUpTo(100'000));
        v("cursor", &Snapshot::cursor);
    }
};

/// Everything due in one loop turn: all changes with from < rev ≤ through that this session may see.
struct Batch {
    QString scope;
    qint64 from = 0;
    qint64 through = 0;
    QString cursor;
    std::vector<Change> changes;
    template<typename V>
    static void fields(V &&v)
    {
        v("scope", &Batch::scope, kRequired);
        v("from", &Batch::from, kRequired);
        v("through", &Batch::through, kRequired);
        v("cursor", &Batch::cursor);
        v("changes", &Batch::changes, optionalUpTo(100'000));
    }
};

struct SnapshotRequired {
    QString scope;
    QString reason; ///< rights, epoch, bad_cursor, too_old
    template<typename V>
    static void fields(V &&v)
    {
        v("scope", &SnapshotRequired::scope);
        v("reason", &SnapshotRequired::reason, kRequired);
    }
};

struct CommandResult {
    CommandId cmdId;
    QJsonObject data;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &CommandResult::cmdId, kRequired);
        v("data", &CommandResult::data);
    }
};

/// The answer to a command that was refused (with cmd_id) or to a message that could not be taken (without).
struct Refused {
    CommandId cmdId;
    QString code; ///< a name of core/base/errors.def
    QString detail; ///< values for the wording: a name, a field, a number of seconds
    QString about{}; ///< the wire name of what was refused, if it has no number
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &Refused::cmdId);
        v("code", &Refused::code, kRequired);
        v("detail", &Refused::detail, optionalUpTo(2000));
        v("about", &Refused::about);
    }
};

// ---- ephemeral: droppable, never in the log -------------------------------------------------------------------

struct Typing {
    RequestId request;
    bool on = false;
    template<typename V>
    static void fields(V &&v)
    {
        v("request", &Typing::request, kRequired);
        v("on", &Typing::on);
    }
};

struct TypingShown {
    RequestId request;
    Sender sender = Sender::Citizen;
    bool on = false;
    template<typename V>
    static void fields(V &&v)
    {
        v("request", &TypingShown::request, kRequired);
        v("sender", &TypingShown::sender);
        v("on", &TypingShown::on);
    }
};

/// The citizen's place in line with an honest estimate.
struct Place {
    RequestId request;
    int ahead = 0;
    int estimateSeconds = -1; ///< -1: no honest estimate
    bool nobodyOn = false;    ///< nobody who could take it is on now
    template<typename V>
    static void fields(V &&v)
    {
        v("request", &Place::request, kRequired);
        v("ahead", &Place::ahead);
        v("estimate_s", &Place::estimateSeconds);
        v("nobody_on", &Place::nobodyOn);
    }
};

/// A member of staff's own figures of today, by the formulas of domain/figures.h.
struct Figures {
    int firstHits = 0;
    int firstPopulation = 0;
    int solved = 0;
    int solvedPopulation = 0;
    int taken = 0;
    int apart = 0;
    Instant asOf;
    template<typename V>
    static void fields(V &&v)
    {
        v("first_hits", &Figures::firstHits);
        v("first_population", &Figures::firstPopulation);
        v("solved", &Figures::solved);
        v("solved_population", &Figures::solvedPopulation);
        v("taken", &Figures::taken);
        v("apart", &Figures::apart);
        v("as_of", &Figures::asOf, kRequired);
    }
};

// ---- files ---------------------------------------------------------------------------------------------------

/// Announces an attachment; chunks follow as binary frames (PROTOCOL.md, "Files"). Resumable.
struct FileBegin {
    CommandId cmdId;
    FileId file; ///< UUIDv7 made by the sender
    RequestId request; ///< whose conversation it belongs to, or
    EntryId entry;     ///< the entry of the knowledge base that shows it: one of both
    Words name;
    QString type;
    qint64 size = 0;
    QString sha256; ///< of the whole file, 64 lower-case hex digits
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &FileBegin::cmdId, kRequired);
        v("file", &FileBegin::file, kRequired);
        v("request", &FileBegin::request);
        v("entry", &FileBegin::entry);
        v("name", &FileBegin::name, requiredUpTo(255));
        v("type", &FileBegin::type, kRequired);
        v("size", &FileBegin::size, kRequired);
        v("sha256", &FileBegin::sha256, kRequired);
    }
};

struct FileFinish {
    CommandId cmdId;
    FileId file;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &FileFinish::cmdId, kRequired);
        v("file", &FileFinish::file, kRequired);
    }
};

struct FileStatus {
    FileId file;
    template<typename V>
    static void fields(V &&v)
    {
        v("file", &FileStatus::file, kRequired);
    }
};

/// How far an upload has come: chunks 0 … chunks-1 are stored.
struct FileState {
    FileId file;
    int chunks = 0;
    bool complete = false;
    template<typename V>
    static void fields(V &&v)
    {
        v("file", &FileState::file, kRequired);
        v("chunks", &FileState::chunks);
        v("complete", &FileState::complete);
    }
};

/// Asks for the chunks of a file from `chunk` on; they come as binary frames.
struct FileGet {
    FileId file;
    int chunk = 0;
    template<typename V>
    static void fields(V &&v)
    {
        v("file", &FileGet::file, kRequired);
        v("chunk", &FileGet::chunk);
    }
};

// ---- history -------------------------------------------------------------------------------------------------

/// Earlier requests of the same person, newest first; for the member of staff who serves the request.
struct HistoryGet {
    RequestId request;
    template<typename V>
    static void fields(V &&v)
    {
        v("request", &HistoryGet::request, kRequired);
    }
};

struct History {
    RequestId request;
    std::vector<RequestRow> rows;
    template<typename V>
    static void fields(V &&v)
    {
        v("request", &History::request, kRequired);
        v("rows", &History::rows, optionalUpTo(50));
    }
};

// ---- what an administrator looks up --------------------------------------------------------------------------

struct AccountsGet {
    template<typename V>
    static void fields(V &&)
    {
    }
};

/// How a member of staff comes in. It rests on no desk: the answer is shown and forgotten.
struct AccountState {
    StaffId staff;
    QString login;
    domain::PasswordState password = domain::PasswordState::None;
    bool secondFactor = false;
    std::optional<Instant> lockedUntil; ///< none: not locked now
    friend bool operator==(const AccountState &, const AccountState &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        v("staff", &AccountState::staff, kRequired);
        v("login", &AccountState::login, kRequired);
        v("password", &AccountState::password);
        v("second_factor", &AccountState::secondFactor);
        v("locked_until", &AccountState::lockedUntil);
    }
};

struct AccountStates {
    std::vector<AccountState> rows;
    template<typename V>
    static void fields(V &&v)
    {
        v("rows", &AccountStates::rows, optionalUpTo(5'000));
    }
};

struct CalendarsGet {
    template<typename V>
    static void fields(V &&)
    {
    }
};

/// A year that was imported. \source duty 28
struct CalendarYear {
    int year = 0;
    int off = 0;     ///< days that its notice gives off
    int working = 0; ///< weekend days that its notice makes working days
    friend bool operator==(const CalendarYear &, const CalendarYear &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        v("year", &CalendarYear::year, kRequired);
        v("off", &CalendarYear::off);
        v("working", &CalendarYear::working);
    }
};

/// By year. One without days waits for its notice.
struct CalendarYears {
    std::vector<CalendarYear> rows;
    template<typename V>
    static void fields(V &&v)
    {
        v("rows", &CalendarYears::rows, optionalUpTo(200));
    }
};

// ---- the number to call ---------------------------------------------------------------------------------------

/// Asks for the whole number of a promised call-back, or of a request that one serves. Each asking is audited.
struct PhoneGet {
    RequestId request;
    domain::RevealReason reason = domain::RevealReason::CallBack; ///< stands in the audit log
    template<typename V>
    static void fields(V &&v)
    {
        v("request", &PhoneGet::request, kRequired);
        v("reason", &PhoneGet::reason);
    }
};

struct Phone {
    RequestId request;
    Words phone;
    template<typename V>
    static void fields(V &&v)
    {
        v("request", &Phone::request, kRequired);
        v("phone", &Phone::phone, requiredUpTo(30));
    }
};

/// What would come of asking about the item now; an empty item is the district's.
struct OutlookGet {
    ItemId item;
    template<typename V>
    static void fields(V &&v)
    {
        v("item", &OutlookGet::item);
    }
};

/// Waiting, choosing in a gap of the day, or a call-back; the fields are those of the request row that it would be.
struct Outlook {
    ItemId item;
    domain::RequestState state = domain::RequestState::Waiting;
    std::optional<Instant> reopensAt;
    std::optional<Instant> callBackDue;
    std::vector<DueReason> callBackWhy;
    template<typename V>
    static void fields(V &&v)
    {
        v("item", &Outlook::item);
        v("state", &Outlook::state);
        v("reopens_at", &Outlook::reopensAt);
        v("call_back_due", &Outlook::callBackDue);
        v("call_back_why", &Outlook::callBackWhy, optionalUpTo(30));
    }
};

} // namespace bangban::protocol
