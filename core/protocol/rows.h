// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/cards.h"
#include "core/protocol/fields.h"
#include "core/protocol/inspection.h"
#include "core/protocol/phrase_rows.h"

namespace bangban::protocol {

using domain::Channel, domain::ContactResult, domain::Link, domain::MessageKind, domain::Outcome, domain::OfferState,
    domain::Presence, domain::Purpose, domain::RequestState, domain::Ring, domain::RouteReason, domain::Sender;

/// One skipped stretch of days before a due time, for "剔除 10/1–10/7 放假". Dates are ISO days, both ends included.
struct DueReason {
    QString from;
    QString to;
    QString name;  ///< the holiday's name from the notice; empty for a weekend
    bool makeUpDay = false; ///< not skipped: the due day itself is a make-up working day
    bool calendarUnknown = false; ///< that year's notice is not in (日历未发布)

    friend bool operator==(const DueReason &, const DueReason &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        v("from", &DueReason::from);
        v("to", &DueReason::to);
        v("name", &DueReason::name);
        v("make_up_day", &DueReason::makeUpDay);
        v("calendar_unknown", &DueReason::calendarUnknown);
    }
};

/// 诉求: one question of one citizen, from asking to its end. The server's row; desks and pages see it through
/// their view (architecture §2, 7). Times are server time. Stamps are never rewritten.
struct RequestRow {
    RequestId id;
    QString scope;
    RequestState state = RequestState::Waiting;
    NodeId unit;        ///< responsible unit; empty while only the district pool knows it
    NodeId servingNode; ///< ring 1: the entrusted centre on dates with an entrustment, else the unit; empty = pool
    NodeId otherNode;   ///< ring 2: the other of unit and centre
    Ring ring = Ring::Own; ///< the widest ring open now
    bool openToAll = false; ///< the first ten seconds are over: every free desk of the ring shows the card
    ItemId item;
    QString itemName;
    RouteReason routeReason = RouteReason::Item;
    QString routeWords; ///< the words that decided, for "why you"
    Channel channel = Channel::Text;
    QString source;    ///< entrance: web, 12345, portal …
    QString pageUrl;   ///< link-out to where the citizen was
    QString pageStep;
    QString pageField;
    CitizenId citizen;
    Words citizenName;
    QString phoneMask; ///< 138****0000; the number itself lies in a table of its own
    Words enterprise;
    Purpose askedPurpose = Purpose::Question; ///< as the citizen said; kept beside a correction
    Purpose purpose = Purpose::Question;
    int priority = 2;
    Words priorityReason; ///< the agent's reason for a correction
    Words words;          ///< the question, as typed
    Instant queuedAt;
    std::optional<Instant> clockFrom; ///< start of the minute; empty while no minute runs
    std::optional<Instant> dueAt;     ///< end of the minute
    std::optional<Instant> firstHumanAt;
    StaffId firstHumanBy;
    bool missed = false; ///< the minute was missed: stays true for ever
    StaffId owner;
    QString ownerName;
    int claimNo = 0;
    std::optional<Instant> claimedAt;
    StaffId directedTo; ///< a transfer to one person
    Words transferReason;
    std::optional<Instant> transferDue;
    std::optional<Instant> followSince; ///< first unanswered citizen message
    std::optional<Instant> followDue;
    int lastSeq = 0;
    int citizenReadSeq = 0;
    int staffReadSeq = 0;
    bool citizenOnline = false;
    std::optional<Instant> citizenLeftAt;
    std::optional<Instant> endedAt;
    std::optional<Instant> wrapDue;
    int wrapExtensions = 0;
    QString wrapCategory;
    QString wrapResult;
    std::optional<bool> agentSolved;
    std::optional<bool> citizenSolved;
    int stars = 0;
    Outcome outcome = Outcome::None;
    std::optional<Instant> closedAt;
    std::optional<Instant> callBackDue;
    std::vector<DueReason> callBackWhy;
    std::optional<Instant> appointment; ///< what was agreed when a call-back was rescheduled; the due stays
    int callBackAttempts = 0;
    std::optional<Instant> reopensAt; ///< lunch gap: when the clock starts
    RequestId duplicateOf; ///< an open request of the same person and item within 24 h
    RequestId joinedTo;
    RequestId previous; ///< this one follows up a closed one
    StaffId previousOwner; ///< who served that one: asked first
    std::optional<Instant> alarmedAt;

    friend bool operator==(const RequestRow &, const RequestRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = RequestRow;
        v("id", &R::id, kRequired);
        v("scope", &R::scope, kRequired);
        v("state", &R::state);
        v("unit", &R::unit);
        v("serving_node", &R::servingNode);
        v("other_node", &R::otherNode);
        v("ring", &R::ring);
        v("open_to_all", &R::openToAll);
        v("item", &R::item);
        v("item_name", &R::itemName);
        v("route_reason", &R::routeReason);
        v("route_words", &R::routeWords, optionalUpTo(400));
        v("channel", &R::channel);
        v("source", &R::source);
        v("page_url", &R::pageUrl, optionalUpTo(2000));
        v("page_step", &R::pageStep);
        v("page_field", &R::pageField);
        v("citizen", &R::citizen);
        v("citizen_name", &R::citizenName, optionalUpTo(kMaxCode));
        v("phone_mask", &R::phoneMask);
        v("enterprise", &R::enterprise, optionalUpTo(kMaxCode));
        v("asked_purpose", &R::askedPurpose);
        v("purpose", &R::purpose);
        v("priority", &R::priority);
        v("priority_reason", &R::priorityReason, optionalUpTo(1000));
        v("words", &R::words);
        v("queued_at", &R::queuedAt);
        v("clock_from", &R::clockFrom);
        v("due_at", &R::dueAt);
        v("first_human_at", &R::firstHumanAt);
        v("first_human_by", &R::firstHumanBy);
        v("missed", &R::missed);
        v("owner", &R::owner);
        v("owner_name", &R::ownerName);
        v("claim_no", &R::claimNo);
        v("claimed_at", &R::claimedAt);
        v("directed_to", &R::directedTo);
        v("transfer_reason", &R::transferReason, optionalUpTo(1000));
        v("transfer_due", &R::transferDue);
        v("follow_since", &R::followSince);
        v("follow_due", &R::followDue);
        v("last_seq", &R::lastSeq);
        v("citizen_read_seq", &R::citizenReadSeq);
        v("staff_read_seq", &R::staffReadSeq);
        v("citizen_online", &R::citizenOnline);
        v("citizen_left_at", &R::citizenLeftAt);
        v("ended_at", &R::endedAt);
        v("wrap_due", &R::wrapDue);
        v("wrap_extensions", &R::wrapExtensions);
        v("wrap_category", &R::wrapCategory);
        v("wrap_result", &R::wrapResult);
        v("agent_solved", &R::agentSolved);
        v("citizen_solved", &R::citizenSolved);
        v("stars", &R::stars);
        v("outcome", &R::outcome);
        v("closed_at", &R::closedAt);
        v("call_back_due", &R::callBackDue);
        v("call_back_why", &R::callBackWhy, optionalUpTo(30));
        v("appointment", &R::appointment);
        v("call_back_attempts", &R::callBackAttempts);
        v("reopens_at", &R::reopensAt);
        v("duplicate_of", &R::duplicateOf);
        v("joined_to", &R::joinedTo);
        v("previous", &R::previous);
        v("previous_owner", &R::previousOwner);
        v("alarmed_at", &R::alarmedAt);
    }
};

/// One message of a conversation. `seq` is dense from 1 in each request and gives the order on both sides.
struct MessageRow {
    MessageId id;
    RequestId request;
    int seq = 0;
    MessageKind kind = MessageKind::Text;
    Sender sender = Sender::Citizen;
    StaffId staff;
    QString staffName;
    Words words; ///< empty after a recall; for System: a code that the reader words
    FileId file;
    Words fileName;
    QString fileType; ///< media type
    qint64 fileSize = 0;
    int width = 0;
    int height = 0;
    MessageId quote;
    Instant sentAt;
    std::optional<Instant> recalledAt;
    std::vector<EntryCite> cites;
    std::optional<EntryCard> card; ///< around the words, where an entry was sent as a card

    friend bool operator==(const MessageRow &, const MessageRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = MessageRow;
        v("id", &R::id, kRequired);
        v("request", &R::request, kRequired);
        v("seq", &R::seq);
        v("kind", &R::kind);
        v("sender", &R::sender);
        v("staff", &R::staff);
        v("staff_name", &R::staffName);
        v("words", &R::words);
        v("file", &R::file);
        v("file_name", &R::fileName, optionalUpTo(255));
        v("file_type", &R::fileType);
        v("file_size", &R::fileSize);
        v("width", &R::width);
        v("height", &R::height);
        v("quote", &R::quote);
        v("sent_at", &R::sentAt);
        v("recalled_at", &R::recalledAt);
        v("cites", &R::cites);
        v("card", &R::card);
    }
};

/// A waiting request shown to one free person for ten seconds.
struct OfferRow {
    QString id;
    RequestId request;
    StaffId staff;
    OfferState state = OfferState::Open;
    Instant offeredAt;
    Instant until;
    QString why; ///< longest_idle, last_agent or transfer
    QString reason; ///< the reason given for declining

    friend bool operator==(const OfferRow &, const OfferRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = OfferRow;
        v("id", &R::id, kRequired);
        v("request", &R::request, kRequired);
        v("staff", &R::staff, kRequired);
        v("state", &R::state);
        v("offered_at", &R::offeredAt);
        v("until", &R::until);
        v("why", &R::why);
        v("reason", &R::reason);
    }
};

/// A member of staff as colleagues see them: name, place, presence.
struct StaffRow {
    StaffId id;
    QString name;
    NodeId unit;
    NodeId node;
    std::vector<domain::Role> roles;
    QStringList skills; ///< item ids
    Presence presence = Presence::Offline;
    Instant since;
    QString breakReason;
    std::optional<Presence> next;
    QString nextReason; ///< only while next is a break
    Link link = Link::Gone;
    int used = 0; ///< of a budget of 100
    int maxChats = 5;
    bool sample = false;
    bool active = true;

    friend bool operator==(const StaffRow &, const StaffRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = StaffRow;
        v("id", &R::id, kRequired);
        v("name", &R::name);
        v("unit", &R::unit);
        v("node", &R::node);
        v("roles", &R::roles, optionalUpTo(20));
        v("skills", &R::skills);
        v("presence", &R::presence);
        v("since", &R::since);
        v("break_reason", &R::breakReason);
        v("next", &R::next);
        v("next_reason", &R::nextReason);
        v("link", &R::link);
        v("used", &R::used);
        v("max_chats", &R::maxChats);
        v("sample", &R::sample);
        v("active", &R::active);
    }
};

/// Something a supervisor must know now.
struct NoticeRow {
    QString id;
    QString kind; ///< alarm_unanswered, clock_jumped, clock_differs, calendar_unknown, record_went_back
    NodeId unit;
    RequestId request;
    Instant at;
    QString text; ///< values for the wording, never the wording itself

    friend bool operator==(const NoticeRow &, const NoticeRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = NoticeRow;
        v("id", &R::id, kRequired);
        v("kind", &R::kind, kRequired);
        v("unit", &R::unit);
        v("request", &R::request);
        v("at", &R::at);
        v("text", &R::text);
    }
};

struct MaterialRow {
    QString id;
    QString name;
    bool required = false;
    bool exempt = false; ///< 免交: comes by data sharing
    QString note;

    friend bool operator==(const MaterialRow &, const MaterialRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = MaterialRow;
        v("id", &R::id, kRequired);
        v("name", &R::name, requiredUpTo(500));
        v("required", &R::required);
        v("exempt", &R::exempt);
        v("note", &R::note, optionalUpTo(1000));
    }
};

/// 事项, as staff and citizens see it. Days are ISO days, both ends included; an empty end is open.
struct ItemRow {
    ItemId id;
    QString code;
    QString name;
    QString category;
    QString level;
    QString version;
    QString batch;
    NodeId unit;
    std::vector<NodeId> joinedUnits;
    bool chat = false;
    bool call = false;
    int priority = 2;
    QString hotPolicy;
    QString validFrom;
    QString validTo;
    QString summary;
    QString consultUnit;
    QString fee;
    int promisedWorkdays = 0;
    QStringList keywords;
    std::vector<MaterialRow> materials;
    bool sample = false;

    friend bool operator==(const ItemRow &, const ItemRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = ItemRow;
        v("id", &R::id, kRequired);
        v("code", &R::code);
        v("name", &R::name, kRequired);
        v("category", &R::category);
        v("level", &R::level);
        v("version", &R::version);
        v("batch", &R::batch);
        v("unit", &R::unit, kRequired);
        v("joined_units", &R::joinedUnits);
        v("chat", &R::chat);
        v("call", &R::call);
        v("priority", &R::priority);
        v("hot_policy", &R::hotPolicy);
        v("valid_from", &R::validFrom, kRequired);
        v("valid_to", &R::validTo);
        v("summary", &R::summary, optionalUpTo(4000));
        v("consult_unit", &R::consultUnit);
        v("fee", &R::fee, optionalUpTo(1000));
        v("promised_workdays", &R::promisedWorkdays);
        v("keywords", &R::keywords);
        v("materials", &R::materials);
        v("sample", &R::sample);
    }
};

/// A node of the organisation tree, dated.
struct NodeRow {
    NodeId id;
    NodeId parent;
    QString kind; ///< city, city_unit, district, unit, town, centre, section, team, window
    QString name;
    QString validFrom;
    QString validTo;
    NodeId mergedInto;
    bool sample = false;

    friend bool operator==(const NodeRow &, const NodeRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = NodeRow;
        v("id", &R::id, kRequired);
        v("parent", &R::parent);
        v("kind", &R::kind, kRequired);
        v("name", &R::name, kRequired);
        v("valid_from", &R::validFrom, kRequired);
        v("valid_to", &R::validTo);
        v("merged_into", &R::mergedInto);
        v("sample", &R::sample);
    }
};

/// One wrap-up code: a category, a sub-code of one, or a result.
struct CodeRow {
    QString id; ///< ZX, ZX01, JG1 …
    QString kind; ///< category, sub, result
    QString parent;
    QString text;
    int position = 0;

    friend bool operator==(const CodeRow &, const CodeRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = CodeRow;
        v("id", &R::id, kRequired);
        v("kind", &R::kind, kRequired);
        v("parent", &R::parent);
        v("text", &R::text, kRequired);
        v("position", &R::position);
    }
};

/// Working hours of a node, with dates, for the administration page.
struct HoursRow {
    QString id; ///< node + "/" + from
    NodeId node;
    HoursId hours;
    QString name;
    QString from;
    QString to;
    QStringList week; ///< seven entries, Monday first: "09:00-12:00,13:30-17:00" or ""
    bool ignoresHolidays = false;

    friend bool operator==(const HoursRow &, const HoursRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = HoursRow;
        v("id", &R::id, kRequired);
        v("node", &R::node, kRequired);
        v("hours", &R::hours, kRequired);
        v("name", &R::name);
        v("from", &R::from, kRequired);
        v("to", &R::to);
        v("week", &R::week, optionalUpTo(7));
        v("ignores_holidays", &R::ignoresHolidays);
    }
};

/// What one office settles for all its desks. There is one row.
struct SettingsRow {
    QString id = QStringLiteral("office");
    domain::SecondFactorRule secondFactor = domain::SecondFactorRule::Nobody;
    int idleLockMinutes = 10;  ///< a desk that nobody touches asks for the password again; 0 never
    int retentionDays = 1095;  ///< closed requests older than that become unreadable for ever
    std::optional<domain::AssistantLevel> assistant; ///< how sure 小申 must be to answer alone; none: usual
    std::optional<int> passwordDays; ///< an older password must be replaced at the next sign-in; 0 or none never

    friend bool operator==(const SettingsRow &, const SettingsRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = SettingsRow;
        v("id", &R::id, kRequired);
        v("second_factor", &R::secondFactor);
        v("idle_lock_minutes", &R::idleLockMinutes);
        v("retention_days", &R::retentionDays);
        v("assistant", &R::assistant);
        v("password_days", &R::passwordDays);
    }
};

} // namespace bangban::protocol
