// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/protocol/fields.h"

/// What is said with a key, what is better not said, and what was said all the same.
namespace bangban::protocol {

/// How a phrase is said. \source the rule of matching in resources/sample-data/forbidden-phrases.json
struct PhraseForm {
    QString text;
    QStringList exceptions; ///< within which it is none
    bool clause = false;    ///< only as a clause of its own,
    QStringList leads;      ///< behind one of these,
    QStringList tails;      ///< or before one of these

    friend bool operator==(const PhraseForm &, const PhraseForm &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = PhraseForm;
        v("text", &R::text, requiredUpTo(200));
        v("exceptions", &R::exceptions, optionalUpTo(200));
        v("clause", &R::clause);
        v("leads", &R::leads, optionalUpTo(200));
        v("tails", &R::tails, optionalUpTo(200));
    }
};

/// A phrase that the desk looks out for in what is said. \source duties 59 and 79
struct PhraseRow {
    QString id;
    domain::PhraseKind kind = domain::PhraseKind::Blocked;
    std::vector<PhraseForm> forms; ///< the first names it
    QString suggestion; ///< how staff say it kindly, or what they answer to it
    bool sample = false;

    friend bool operator==(const PhraseRow &, const PhraseRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = PhraseRow;
        v("id", &R::id, kRequired);
        v("kind", &R::kind);
        v("forms", &R::forms, requiredUpTo(200));
        v("suggestion", &R::suggestion, optionalUpTo(1000));
        v("sample", &R::sample);
    }
};

/// 常用语: words that staff put into a message with "/" and a few letters: a person's own, a unit's, or, with neither, the office's.
struct CannedRow {
    CannedId id;
    StaffId staff;
    NodeId unit;
    QString code; ///< short letters that find it
    QString text;
    bool off = false; ///< thrown away
    bool sample = false;

    friend bool operator==(const CannedRow &, const CannedRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = CannedRow;
        v("id", &R::id, kRequired);
        v("staff", &R::staff);
        v("unit", &R::unit);
        v("code", &R::code);
        v("text", &R::text, requiredUpTo(kMaxCanned));
        v("off", &R::off);
        v("sample", &R::sample);
    }
};

/// The field that makes it no phrase, "text" or "code"; empty if it is one.
inline QString cannedFault(const CannedRow &row)
{
    if (row.text.trimmed().isEmpty())
        return QStringLiteral("text");
    const bool isCode = row.code.size() <= kMaxCannedCode && std::none_of(row.code.cbegin(), row.code.cend(), [](QChar c) { return c.isSpace() || c == u'/'; });
    return isCode ? QString() : QStringLiteral("code");
}

/// That staff wanted to say what they may not, or said what they better had not; for their supervisor. \source duty 79
struct SlipRow {
    SlipId id;
    RequestId request;
    NodeId unit; ///< of the member of staff
    QString itemName;
    StaffId staff;
    QString staffName;
    bool blocked = false; ///< the citizen has not read it
    QStringList phrases;
    Words words; ///< the clause it stands in
    Instant at;
    std::optional<Instant> seenAt;
    StaffId seenBy;

    friend bool operator==(const SlipRow &, const SlipRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = SlipRow;
        v("id", &R::id, kRequired);
        v("request", &R::request, kRequired);
        v("unit", &R::unit, kRequired);
        v("item_name", &R::itemName);
        v("staff", &R::staff, kRequired);
        v("staff_name", &R::staffName);
        v("blocked", &R::blocked);
        v("phrases", &R::phrases);
        v("words", &R::words);
        v("at", &R::at);
        v("seen_at", &R::seenAt);
        v("seen_by", &R::seenBy);
    }
};

} // namespace bangban::protocol
