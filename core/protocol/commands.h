// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/hot.h"
#include "core/protocol/knowledge.h"
#include "core/protocol/rates.h"

/// Commands change the record. Each carries cmd_id (UUIDv7, made by the client) and is done exactly once: a repeat
/// gets the stored result, the same id with another body is command_reused.
namespace bangban::protocol {

// ---- the citizen ---------------------------------------------------------------------------------------------

inline constexpr int kMostTurns = 20; ///< with 小申, that a request brings

struct RequestAsk {
    CommandId cmdId;
    RequestId request; ///< made by the page
    ItemId item;
    Purpose purpose = Purpose::Question;
    Words words;
    QString source;
    QString pageUrl;
    QString pageStep;
    QString pageField;
    Words name;
    Words enterprise;
    Words phone; ///< needed for a call-back only
    RequestId previous;
    std::vector<MessageId> turns; ///< with 小申, that go along; at most kMostTurns
    template<typename V>
    static void fields(V &&v)
    {
        using R = RequestAsk;
        v("cmd_id", &R::cmdId, kRequired);
        v("request", &R::request, kRequired);
        v("item", &R::item);
        v("purpose", &R::purpose, kRequired);
        v("words", &R::words, kRequired);
        v("source", &R::source);
        v("page_url", &R::pageUrl, optionalUpTo(2000));
        v("page_step", &R::pageStep);
        v("page_field", &R::pageField);
        v("name", &R::name, optionalUpTo(50));
        v("enterprise", &R::enterprise, optionalUpTo(kMaxCode));
        v("phone", &R::phone, optionalUpTo(30));
        v("previous", &R::previous);
        v("turns", &R::turns);
    }
};

/// In a lunch gap: wait for the reopening, or be called back today.
struct RequestChoose {
    CommandId cmdId;
    RequestId request;
    bool wait = false;
    Words phone;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RequestChoose::cmdId, kRequired);
        v("request", &RequestChoose::request, kRequired);
        v("wait", &RequestChoose::wait);
        v("phone", &RequestChoose::phone, optionalUpTo(30));
    }
};

/// 不等了，请工作人员打给我; also leaves the number for a call-back that arose without one.
struct RequestCallMe {
    CommandId cmdId;
    RequestId request;
    Words phone;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RequestCallMe::cmdId, kRequired);
        v("request", &RequestCallMe::request, kRequired);
        v("phone", &RequestCallMe::phone, requiredUpTo(30));
    }
};

struct RequestWithdraw {
    CommandId cmdId;
    RequestId request;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RequestWithdraw::cmdId, kRequired);
        v("request", &RequestWithdraw::request, kRequired);
    }
};

/// Solved or not, and one of the five levels; both voluntary (GB/T 39734).
struct RatingGive {
    CommandId cmdId;
    RequestId request;
    std::optional<bool> solved;
    int stars = 0; ///< 5 … 1, 0 = not rated
    QStringList reasons; ///< from the fixed list, for 2 and 1
    Words words;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RatingGive::cmdId, kRequired);
        v("request", &RatingGive::request, kRequired);
        v("solved", &RatingGive::solved);
        v("stars", &RatingGive::stars);
        v("reasons", &RatingGive::reasons, optionalUpTo(10));
        v("words", &RatingGive::words, optionalUpTo(2000));
    }
};

// ---- both sides ----------------------------------------------------------------------------------------------

inline constexpr int kMostCites = 8; ///< answers of the knowledge base in one message

struct MessageSend {
    CommandId cmdId;
    MessageId message; ///< UUIDv7 made by the sender
    RequestId request;
    int claimNo = 0; ///< staff only: the claim they hold
    MessageKind kind = MessageKind::Text;
    Words words;
    FileId file;
    MessageId quote;
    std::vector<EntryCite> cites; ///< staff only: at most kMostCites
    bool offered = false; ///< staff only: entries were suggested in the case
    bool asCard = false;  ///< staff only: the words and media of the one entry that is cited; the sender's words count for nothing
    template<typename V>
    static void fields(V &&v)
    {
        using R = MessageSend;
        v("cmd_id", &R::cmdId, kRequired);
        v("message", &R::message, kRequired);
        v("request", &R::request, kRequired);
        v("claim_no", &R::claimNo);
        v("kind", &R::kind);
        v("words", &R::words);
        v("file", &R::file);
        v("quote", &R::quote);
        v("cites", &R::cites);
        v("offered", &R::offered);
        v("as_card", &R::asCard);
    }
};

/// Within two minutes of sending; the words are erased, the place stays.
struct MessageRecall {
    CommandId cmdId;
    MessageId message;
    RequestId request;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &MessageRecall::cmdId, kRequired);
        v("message", &MessageRecall::message, kRequired);
        v("request", &MessageRecall::request, kRequired);
    }
};

struct MessageRead {
    CommandId cmdId;
    RequestId request;
    int through = 0; ///< seq
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &MessageRead::cmdId, kRequired);
        v("request", &MessageRead::request, kRequired);
        v("through", &MessageRead::through, kRequired);
    }
};

// ---- staff ---------------------------------------------------------------------------------------------------

struct PresenceSet {
    CommandId cmdId;
    Presence presence = Presence::Busy;
    QString reason; ///< for a break
    bool whenFree = false; ///< take the state when the current work is done
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &PresenceSet::cmdId, kRequired);
        v("presence", &PresenceSet::presence, kRequired);
        v("reason", &PresenceSet::reason);
        v("when_free", &PresenceSet::whenFree);
    }
};

struct RequestClaim {
    CommandId cmdId;
    RequestId request;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RequestClaim::cmdId, kRequired);
        v("request", &RequestClaim::request, kRequired);
    }
};

struct OfferDecline {
    CommandId cmdId;
    QString offer;
    QString reason;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &OfferDecline::cmdId, kRequired);
        v("offer", &OfferDecline::offer, kRequired);
        v("reason", &OfferDecline::reason, kRequired);
    }
};

/// To another unit, or to one person (then `toStaff`); keeps the start, the receiver gets 60 s of its own.
struct RequestTransfer {
    CommandId cmdId;
    RequestId request;
    int claimNo = 0;
    NodeId toUnit;
    StaffId toStaff;
    Words reason;
    template<typename V>
    static void fields(V &&v)
    {
        using R = RequestTransfer;
        v("cmd_id", &R::cmdId, kRequired);
        v("request", &R::request, kRequired);
        v("claim_no", &R::claimNo, kRequired);
        v("to_unit", &R::toUnit);
        v("to_staff", &R::toStaff);
        v("reason", &R::reason, requiredUpTo(1000));
    }
};

/// The agent corrects the citizen's purpose, with a reason; both are kept.
struct RequestPrioritise {
    CommandId cmdId;
    RequestId request;
    int claimNo = 0;
    Purpose purpose = Purpose::Question;
    Words reason;
    template<typename V>
    static void fields(V &&v)
    {
        using R = RequestPrioritise;
        v("cmd_id", &R::cmdId, kRequired);
        v("request", &R::request, kRequired);
        v("claim_no", &R::claimNo, kRequired);
        v("purpose", &R::purpose, kRequired);
        v("reason", &R::reason, requiredUpTo(1000));
    }
};

/// The agent promises a call-back instead of an answer; due by the calendar.
struct RequestArrangeCall {
    CommandId cmdId;
    RequestId request;
    int claimNo = 0;
    Words phone;
    template<typename V>
    static void fields(V &&v)
    {
        using R = RequestArrangeCall;
        v("cmd_id", &R::cmdId, kRequired);
        v("request", &R::request, kRequired);
        v("claim_no", &R::claimNo, kRequired);
        v("phone", &R::phone, optionalUpTo(30));
    }
};

struct RequestEnd {
    CommandId cmdId;
    RequestId request;
    int claimNo = 0;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RequestEnd::cmdId, kRequired);
        v("request", &RequestEnd::request, kRequired);
        v("claim_no", &RequestEnd::claimNo, kRequired);
    }
};

/// The two wrap-up codes: a category (or its sub-code) and a result.
struct RequestWrapUp {
    CommandId cmdId;
    RequestId request;
    int claimNo = 0;
    QString category;
    QString result;
    template<typename V>
    static void fields(V &&v)
    {
        using R = RequestWrapUp;
        v("cmd_id", &R::cmdId, kRequired);
        v("request", &R::request, kRequired);
        v("claim_no", &R::claimNo, kRequired);
        v("category", &R::category, kRequired);
        v("result", &R::result, kRequired);
    }
};

struct RequestExtendWrapUp {
    CommandId cmdId;
    RequestId request;
    int claimNo = 0;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RequestExtendWrapUp::cmdId, kRequired);
        v("request", &RequestExtendWrapUp::request, kRequired);
        v("claim_no", &RequestExtendWrapUp::claimNo, kRequired);
    }
};

/// Joins a possible duplicate into the request it repeats.
struct RequestJoin {
    CommandId cmdId;
    RequestId request; ///< ends as joined
    RequestId into;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RequestJoin::cmdId, kRequired);
        v("request", &RequestJoin::request, kRequired);
        v("into", &RequestJoin::into, kRequired);
    }
};

struct CallBackRecord {
    CommandId cmdId;
    RequestId request;
    ContactResult result = ContactResult::Contacted;
    std::optional<Instant> appointment;
    Words note;
    template<typename V>
    static void fields(V &&v)
    {
        using R = CallBackRecord;
        v("cmd_id", &R::cmdId, kRequired);
        v("request", &R::request, kRequired);
        v("result", &R::result, kRequired);
        v("appointment", &R::appointment);
        v("note", &R::note, optionalUpTo(2000));
    }
};

// ---- administration ------------------------------------------------------------------------------------------

struct AccountPut {
    CommandId cmdId;
    StaffId staff;
    QString login; ///< empty keeps the present one
    QString name;
    NodeId node;
    std::vector<domain::Role> roles;
    QStringList skills;
    int maxChats = 5;
    bool active = true;
    Words password; ///< empty keeps the present one
    bool resetSecondFactor = false; ///< the authenticator was lost: the next sign-in offers a new secret
    template<typename V>
    static void fields(V &&v)
    {
        using R = AccountPut;
        v("cmd_id", &R::cmdId, kRequired);
        v("staff", &R::staff, kRequired);
        v("login", &R::login);
        v("name", &R::name, kRequired);
        v("node", &R::node, kRequired);
        v("roles", &R::roles, optionalUpTo(20));
        v("skills", &R::skills);
        v("max_chats", &R::maxChats);
        v("active", &R::active);
        v("password", &R::password, optionalUpTo(kMaxCode));
        v("reset_second_factor", &R::resetSecondFactor);
    }
};

/// After snapshot_required with the reason "epoch": what this desk held in the epoch before, for a record that was put back
/// from a backup. One that was not takes nothing.
struct RecordRefill {
    CommandId cmdId;
    QString cursor; ///< of the scope, as last received: how far the desk had heard
    std::vector<Change> rows; ///< requests and messages, the request before its messages
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &RecordRefill::cmdId, kRequired);
        v("cursor", &RecordRefill::cursor, kRequired);
        v("rows", &RecordRefill::rows, optionalUpTo(10'000));
    }
};

/// The office's own settings, for the server and every desk.
struct SettingsPut {
    CommandId cmdId;
    SettingsRow row;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &SettingsPut::cmdId, kRequired);
        v("row", &SettingsPut::row, kRequired);
    }
};

/// Keeps the sender of a request out of the page, or lets them in again. What they asked already is still answered.
struct CitizenBlock {
    CommandId cmdId;
    RequestId request;
    bool lifted = false;
    Words reason;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &CitizenBlock::cmdId, kRequired);
        v("request", &CitizenBlock::request, kRequired);
        v("lifted", &CitizenBlock::lifted);
        v("reason", &CitizenBlock::reason, requiredUpTo(500));
    }
};

struct ItemSwitch {
    CommandId cmdId;
    ItemId item;
    bool chat = false;
    bool call = false;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &ItemSwitch::cmdId, kRequired);
        v("item", &ItemSwitch::item, kRequired);
        v("chat", &ItemSwitch::chat);
        v("call", &ItemSwitch::call);
    }
};

struct HoursPut {
    CommandId cmdId;
    HoursRow row;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &HoursPut::cmdId, kRequired);
        v("row", &HoursPut::row, kRequired);
    }
};

/// A new node of the organisation, or what is to stand of one that is there; one that ended is not taken away.
struct NodePut {
    CommandId cmdId;
    NodeRow row;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &NodePut::cmdId, kRequired);
        v("row", &NodePut::row, kRequired);
    }
};

/// Imports a file of the named kind. A dry run changes nothing and reports what would change.
struct ImportRun {
    CommandId cmdId;
    QString kind; ///< calendar, items, org, staff
    Words content; ///< the file's text, JSON
    bool dryRun = true;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &ImportRun::cmdId, kRequired);
        v("kind", &ImportRun::kind, kRequired);
        v("content", &ImportRun::content, requiredUpTo(900'000));
        v("dry_run", &ImportRun::dryRun);
    }
};

/// Makes, changes or throws away a canned phrase: the sender's own, or, of editors and supervisors who serve, their unit's.
struct CannedPut {
    CommandId cmdId;
    CannedRow row; ///< its id a UUIDv7 made by the sender
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &CannedPut::cmdId, kRequired);
        v("row", &CannedPut::row, kRequired);
    }
};

/// The desk held back what the person wanted to send; the citizen has not read it. \source duty 79
struct SlipReport {
    CommandId cmdId;
    SlipId slip; ///< UUIDv7 made by the sender
    RequestId request;
    Words words; ///< of the message
    template<typename V>
    static void fields(V &&v)
    {
        using R = SlipReport;
        v("cmd_id", &R::cmdId, kRequired);
        v("slip", &R::slip, kRequired);
        v("request", &R::request, kRequired);
        v("words", &R::words, kRequired);
    }
};

/// A supervisor has seen it; it leaves the list.
struct SlipSee {
    CommandId cmdId;
    SlipId slip;
    template<typename V>
    static void fields(V &&v)
    {
        using R = SlipSee;
        v("cmd_id", &R::cmdId, kRequired);
        v("slip", &R::slip, kRequired);
    }
};

} // namespace bangban::protocol
