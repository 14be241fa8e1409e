// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"

/// The knowledge base on the wire. Its rows do not travel in the log: a desk asks for what changed after the revision it has, so
/// a fresh one and one that was cut off ask in the same way (decision D-040).
namespace bangban::protocol {

inline constexpr int kMaxTitle = 200;
inline constexpr int kMaxPlain = 2'000;       ///< what is sent to the citizen
inline constexpr int kMaxOfficial = 20'000;
inline constexpr int kMaxSource = 60'000;     ///< the clauses an answer rests on
inline constexpr int kMaxAliases = 200;

/// One answer of the knowledge base in its three layers. \source duties 38, 45, 81 to 85
struct EntryRow {
    EntryId id;
    int version = 1;
    domain::EntryState state = domain::EntryState::Draft;
    ItemId item;         ///< that it is about; empty for none
    NodeId unit;         ///< whose word it is
    QString topic;       ///< 专题
    QString title;       ///< the question
    QStringList aliases; ///< 相似问
    QString plain;       ///< 大白话
    QString official;    ///< 答复口径
    QString sourceTitle; ///< 原文条款: of what document
    QString sourceWords; ///< and in which words
    QString authority;   ///< 解读单位
    QString from;        ///< first day in force, "2026-11-23"
    QString to;          ///< last one; empty without end
    QString reviewDue;   ///< day by which somebody looks at it again
    QString origin;      ///< 政策文件, 线上人工帮办, 12345三方通话, 窗口 …
    QString owner;       ///< who answers for it
    std::vector<EntryMedia> media; ///< 图解, 视频, 语音, 文件, 链接
    bool sample = false;

    friend bool operator==(const EntryRow &, const EntryRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = EntryRow;
        v("id", &R::id, kRequired);
        v("version", &R::version);
        v("state", &R::state);
        v("item", &R::item);
        v("unit", &R::unit, kRequired);
        v("topic", &R::topic);
        v("title", &R::title, requiredUpTo(kMaxTitle));
        v("aliases", &R::aliases, optionalUpTo(kMaxAliases));
        v("plain", &R::plain, optionalUpTo(kMaxPlain));
        v("official", &R::official, optionalUpTo(kMaxOfficial));
        v("source_title", &R::sourceTitle);
        v("source_words", &R::sourceWords, optionalUpTo(kMaxSource));
        v("authority", &R::authority);
        v("from", &R::from, kRequired);
        v("to", &R::to);
        v("review_due", &R::reviewDue);
        v("origin", &R::origin);
        v("owner", &R::owner);
        v("media", &R::media, optionalUpTo(kMostMedia));
        v("sample", &R::sample);
    }
};

/// The entry as a card. \param unit  the name of the unit whose word it is
inline EntryCard cardOf(const EntryRow &entry, const QString &unit)
{
    return {entry.title, entry.authority.isEmpty() ? unit : entry.authority, entry.from, entry.sourceTitle, entry.media};
}

/// A version of an entry that is being written: one a person and entry, so that two who write at once both keep theirs. Its entry's
/// state is draft or review; or scheduled, of one that was approved and waits for its first day, one an entry and day.
/// \source duties 42 and 82
struct EntryDraftRow {
    QString id; ///< draftId(), or scheduledId()
    EntryRow entry;
    StaffId author;
    QString authorName;
    int base = 0; ///< version that it began from; 0 for a new entry
    std::vector<TaskId> tasks; ///< that it answers
    QString note; ///< of the reviewer who gave it back
    Instant savedAt;
    StaffId reviewer; ///< who let it pass; of a scheduled one
    QString reviewerName;

    friend bool operator==(const EntryDraftRow &, const EntryDraftRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = EntryDraftRow;
        v("id", &R::id, kRequired);
        v("entry", &R::entry, kRequired);
        v("author", &R::author, kRequired);
        v("author_name", &R::authorName);
        v("base", &R::base);
        v("tasks", &R::tasks);
        v("note", &R::note);
        v("saved_at", &R::savedAt);
        v("reviewer", &R::reviewer);
        v("reviewer_name", &R::reviewerName);
    }
};

inline QString draftId(const EntryId &entry, const StaffId &author) { return entry.value + u'/' + author.value; }
/// \param from  its first day, "2026-12-01"
inline QString scheduledId(const EntryId &entry, const QString &from) { return entry.value + u'@' + from; }

/// What the knowledge base owes, with its clock. \source duties 43 to 45, 48, 86 and 89
struct TaskRow {
    TaskId id;
    domain::TaskKind kind = domain::TaskKind::Wording;
    domain::TaskState state = domain::TaskState::Open;
    NodeId unit; ///< that owes it
    ItemId item;
    QString itemName;
    RequestId request; ///< it came from; who asked is told
    EntryId entry;     ///< that is wrong, or was withdrawn; of what is done, the one that answers
    Words words;       ///< the question, what is wrong, or the policy's title
    Words answer;      ///< of a proposal: as it was given
    Words note;        ///< why it was dropped
    StaffId openedBy;
    QString openedByName;
    StaffId takenBy;
    QString takenByName;
    Instant markedAt;
    std::optional<Instant> dueAt; ///< none where the calendar does not reach
    std::vector<DueReason> dueReasons;
    std::optional<Instant> doneAt;
    TaskId cluster;    ///< of a wording: of those that are alike by their words the one that came first
    TaskId group;      ///< those that ask the same: as the cluster, until an editor says otherwise
    QString effective; ///< of a policy: its first day in force, "2026-12-01"
    std::vector<EntryId> answers; ///< of a policy: the entries that were published for it

    friend bool operator==(const TaskRow &, const TaskRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = TaskRow;
        v("id", &R::id, kRequired);
        v("kind", &R::kind);
        v("state", &R::state);
        v("unit", &R::unit, kRequired);
        v("item", &R::item);
        v("item_name", &R::itemName);
        v("request", &R::request);
        v("entry", &R::entry);
        v("words", &R::words);
        v("answer", &R::answer);
        v("note", &R::note);
        v("opened_by", &R::openedBy);
        v("opened_by_name", &R::openedByName);
        v("taken_by", &R::takenBy);
        v("taken_by_name", &R::takenByName);
        v("marked_at", &R::markedAt);
        v("due_at", &R::dueAt);
        v("due_reasons", &R::dueReasons);
        v("done_at", &R::doneAt);
        v("cluster", &R::cluster);
        v("group", &R::group);
        v("effective", &R::effective);
        v("answers", &R::answers);
    }
};

inline TaskId groupOf(const TaskRow &task) { return task.group.isEmpty() ? task.id : task.group; }

/// 答不上来 (F8), 有错, or an answer to be kept (Ctrl+Shift+K): opens a task of the unit that answers for the request, or for the entry.
/// Once a request, kind, entry, words and answer.
struct TaskOpen {
    CommandId cmdId;
    TaskId task; ///< UUIDv7 made by the sender
    domain::TaskKind kind = domain::TaskKind::Wording; ///< none of follow_up and policy
    RequestId request; ///< wording and proposal: needed; correction: where it was noticed, or none
    EntryId entry;     ///< correction: needed
    Words words;
    Words answer;      ///< proposal: needed; else none
    template<typename V>
    static void fields(V &&v)
    {
        using R = TaskOpen;
        v("cmd_id", &R::cmdId, kRequired);
        v("task", &R::task, kRequired);
        v("kind", &R::kind);
        v("request", &R::request);
        v("entry", &R::entry);
        v("words", &R::words, requiredUpTo(2000));
        v("answer", &R::answer, optionalUpTo(kMaxPlain));
    }
};

/// Asks 小申. Answered with {"decision": "alone"|"buttons"|"person", "answers": [AssistantAnswer]}: of alone one, with its words; of
/// buttons some, of which the citizen picks; of person none. \source duties 64, 90 and 91
struct AssistantAsk {
    CommandId cmdId;
    MessageId turn; ///< UUIDv7 made by the page
    Words words;
    ItemId item;
    template<typename V>
    static void fields(V &&v)
    {
        using R = AssistantAsk;
        v("cmd_id", &R::cmdId, kRequired);
        v("turn", &R::turn, kRequired);
        v("words", &R::words, requiredUpTo(2000));
        v("item", &R::item);
    }
};

/// The citizen chose one of the buttons; answered with {"answers": [the one]}.
struct AssistantPick {
    CommandId cmdId;
    MessageId turn;
    EntryId entry;
    template<typename V>
    static void fields(V &&v)
    {
        using R = AssistantPick;
        v("cmd_id", &R::cmdId, kRequired);
        v("turn", &R::turn, kRequired);
        v("entry", &R::entry, kRequired);
    }
};

/// 解决了 / 没解决, of 小申 alone; people are rated apart. \source duty 93
struct AssistantRate {
    CommandId cmdId;
    MessageId turn;
    bool solved = false;
    template<typename V>
    static void fields(V &&v)
    {
        using R = AssistantRate;
        v("cmd_id", &R::cmdId, kRequired);
        v("turn", &R::turn, kRequired);
        v("solved", &R::solved, kRequired);
    }
};

/// What 小申 says, with its source; of a button the title only.
struct AssistantAnswer {
    EntryId entry;
    int version = 1;
    QString title;
    QString words;
    QString unit; ///< that answers for it, by name
    QString from; ///< first day in force
    QString sourceTitle;
    std::vector<EntryMedia> media;
    template<typename V>
    static void fields(V &&v)
    {
        using R = AssistantAnswer;
        v("entry", &R::entry, kRequired);
        v("version", &R::version);
        v("title", &R::title);
        v("words", &R::words, optionalUpTo(kMaxOfficial));
        v("unit", &R::unit);
        v("from", &R::from);
        v("source_title", &R::sourceTitle);
        v("media", &R::media, optionalUpTo(kMostMedia));
    }
};

/// Registers a policy document of the sender's unit, so that its questions and answers are in before it takes effect. Once a title
/// and first day. \source duties 43 and 86
struct PolicyOpen {
    CommandId cmdId;
    TaskId task; ///< UUIDv7 made by the sender
    Words title;
    QString effective; ///< its first day in force, "2026-12-01"
    ItemId item;       ///< that it is about; empty for none
    template<typename V>
    static void fields(V &&v)
    {
        using R = PolicyOpen;
        v("cmd_id", &R::cmdId, kRequired);
        v("task", &R::task, kRequired);
        v("title", &R::title, requiredUpTo(kMaxTitle));
        v("effective", &R::effective, kRequired);
        v("item", &R::item);
    }
};

/// An editor's word on unanswered questions: all that ask what this one asks ask what `into` does; without it this one asks something
/// of its own. \source duty 48
struct TaskGroup {
    CommandId cmdId;
    TaskId task;
    TaskId into;
    template<typename V>
    static void fields(V &&v)
    {
        using R = TaskGroup;
        v("cmd_id", &R::cmdId, kRequired);
        v("task", &R::task, kRequired);
        v("into", &R::into);
    }
};

/// Says that one sees to it, and of a wording to all of the unit that ask the same; again by another: that one does now.
struct TaskTake {
    CommandId cmdId;
    TaskId task;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &TaskTake::cmdId, kRequired);
        v("task", &TaskTake::task, kRequired);
    }
};

/// Without a new version: a follow-up that was made, a policy with all its answers in, or what needs none, with the reason; of a
/// wording all of the unit that ask the same.
struct TaskClose {
    CommandId cmdId;
    TaskId task;
    domain::TaskState state = domain::TaskState::Dropped; ///< done (a follow-up or a policy) or dropped
    Words note;
    template<typename V>
    static void fields(V &&v)
    {
        using R = TaskClose;
        v("cmd_id", &R::cmdId, kRequired);
        v("task", &R::task, kRequired);
        v("state", &R::state);
        v("note", &R::note, requiredUpTo(2000));
    }
};

/// Keeps the sender's draft of an entry; id, title, words and days are the entry's, its version and state the server's.
struct EntrySave {
    CommandId cmdId;
    EntryRow entry;
    int base = 0;
    bool review = false; ///< and asks somebody else to look at it
    std::vector<TaskId> tasks;
    template<typename V>
    static void fields(V &&v)
    {
        using R = EntrySave;
        v("cmd_id", &R::cmdId, kRequired);
        v("entry", &R::entry, kRequired);
        v("base", &R::base);
        v("review", &R::review);
        v("tasks", &R::tasks);
    }
};

/// Throws the sender's draft away.
struct EntryDrop {
    CommandId cmdId;
    EntryId entry;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &EntryDrop::cmdId, kRequired);
        v("entry", &EntryDrop::entry, kRequired);
    }
};

/// 有用: the entry answered what was asked, by word of mouth or on a screen; who was told it is known then, as if it had been sent.
struct EntryUseful {
    CommandId cmdId;
    EntryId entry;
    int version = 1;
    RequestId request;
    template<typename V>
    static void fields(V &&v)
    {
        using R = EntryUseful;
        v("cmd_id", &R::cmdId, kRequired);
        v("entry", &R::entry, kRequired);
        v("version", &R::version, kRequired);
        v("request", &R::request, kRequired);
    }
};

/// Asks what became of an entry of the sender's unit; answered by EntryPast.
struct EntryPastGet {
    EntryId entry;
    template<typename V>
    static void fields(V &&v)
    {
        v("entry", &EntryPastGet::entry, kRequired);
    }
};

/// A version as it was published.
struct PastVersion {
    EntryRow row;
    QString author;   ///< by name; empty of one that was imported
    QString reviewer;
    Instant at;

    friend bool operator==(const PastVersion &, const PastVersion &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = PastVersion;
        v("row", &R::row, kRequired);
        v("author", &R::author);
        v("reviewer", &R::reviewer);
        v("at", &R::at);
    }
};

/// How people asked what the entry answered, without numbers.
struct PastWords {
    QString words;
    int times = 1;

    friend bool operator==(const PastWords &, const PastWords &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        v("words", &PastWords::words, requiredUpTo(kMaxCode));
        v("times", &PastWords::times);
    }
};

/// The last one first: its versions, in as far as a message holds them; the wordings of 90 days that are none of its own yet, the most
/// frequent first; and in how many requests it was told within 30 days. \source duties 82 and 130
struct EntryPast {
    EntryId entry;
    std::vector<PastVersion> versions;
    std::vector<PastWords> asked;
    int told = 0;
    template<typename V>
    static void fields(V &&v)
    {
        using R = EntryPast;
        v("entry", &R::entry, kRequired);
        v("versions", &R::versions);
        v("asked", &R::asked);
        v("told", &R::told);
    }
};

/// Gives a draft in review, or a version that waits for its day, back to its author, with the reason.
struct EntryReturn {
    CommandId cmdId;
    EntryId entry;
    StaffId author;
    QString note;
    QString from; ///< first day of the version that waits for it; empty for the draft in review
    template<typename V>
    static void fields(V &&v)
    {
        using R = EntryReturn;
        v("cmd_id", &R::cmdId, kRequired);
        v("entry", &R::entry, kRequired);
        v("author", &R::author, kRequired);
        v("note", &R::note, requiredUpTo(2000));
        v("from", &R::from);
    }
};

/// Makes a draft in review the version that holds, or lets it wait for its first day while another holds. When it holds, its tasks
/// are done and who asked is told.
struct EntryPublish {
    CommandId cmdId;
    EntryId entry;
    StaffId author;
    Instant savedAt; ///< of the draft that was read: one that was written anew since is not published unread
    template<typename V>
    static void fields(V &&v)
    {
        using R = EntryPublish;
        v("cmd_id", &R::cmdId, kRequired);
        v("entry", &R::entry, kRequired);
        v("author", &R::author, kRequired);
        v("saved_at", &R::savedAt, kRequired);
    }
};

/// Nobody says it any more; whoever was told it in the last 30 days is followed up.
struct EntryWithdraw {
    CommandId cmdId;
    EntryId entry;
    int version = 0; ///< that was read
    QString note;
    template<typename V>
    static void fields(V &&v)
    {
        using R = EntryWithdraw;
        v("cmd_id", &R::cmdId, kRequired);
        v("entry", &R::entry, kRequired);
        v("version", &R::version, kRequired);
        v("note", &R::note, requiredUpTo(2000));
    }
};

/// An everyday word and the words of the office for it.
struct SynonymRow {
    QString said;
    QStringList means;

    friend bool operator==(const SynonymRow &, const SynonymRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        v("said", &SynonymRow::said, kRequired);
        v("means", &SynonymRow::means);
    }
};

/// Asks for the rows that changed after a revision; 0 for all. Whoever asked hears of changes from then on.
struct KnowledgeGet {
    QString epoch; ///< of the page before; empty at first
    qint64 after = 0;
    template<typename V>
    static void fields(V &&v)
    {
        v("epoch", &KnowledgeGet::epoch);
        v("after", &KnowledgeGet::after);
    }
};

/// Rows in the order of their last change: at most 256 KiB, or one. If `epoch` is another than asked, or `after` is 0, what was there
/// before counts for nothing.
struct KnowledgePage {
    QString epoch;
    qint64 after = 0;
    qint64 through = 0; ///< ask for what comes after this next
    bool last = false;  ///< nothing comes after it now
    qint64 revision = 0; ///< of the last change there is now
    std::vector<SynonymRow> synonyms; ///< of the last page only: all that hold
    std::vector<EntryRow> rows;
    std::vector<EntryId> gone; ///< out of view
    template<typename V>
    static void fields(V &&v)
    {
        v("epoch", &KnowledgePage::epoch, kRequired);
        v("after", &KnowledgePage::after);
        v("through", &KnowledgePage::through);
        v("last", &KnowledgePage::last);
        v("revision", &KnowledgePage::revision);
        v("synonyms", &KnowledgePage::synonyms);
        v("rows", &KnowledgePage::rows);
        v("gone", &KnowledgePage::gone);
    }
};

/// Something changed: ask for what comes after the revision you have.
struct KnowledgeChanged {
    qint64 revision = 0;
    template<typename V>
    static void fields(V &&v)
    {
        v("revision", &KnowledgeChanged::revision);
    }
};

} // namespace bangban::protocol
