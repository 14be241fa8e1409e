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
        v("sample", &R::sample);
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
    std::vector<EntryRow> rows;
    std::vector<EntryId> gone; ///< out of view
    template<typename V>
    static void fields(V &&v)
    {
        v("epoch", &KnowledgePage::epoch, kRequired);
        v("after", &KnowledgePage::after);
        v("through", &KnowledgePage::through);
        v("last", &KnowledgePage::last);
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
