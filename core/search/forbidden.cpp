// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/forbidden.h"

#include "core/search/fold.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace bangban::search {

using namespace Qt::StringLiterals;

namespace {

/// A text without all that can be put between its characters, and where each that is left stood.
struct Squeezed {
    QString text;
    std::vector<qsizetype> from;  ///< by unit of `text`, into what was written
    std::vector<qsizetype> to;    ///< likewise, behind its last unit
    std::vector<bool> isFirst;    ///< by unit, and one more for the end: a clause may begin here, and end before
    std::vector<bool> isSentence; ///< likewise: a sentence
};

bool endsClause(char32_t written)
{
    if (written == U'\n' || written == U'\r' || written == 0x2028 || written == 0x2029)
        return true;
    switch (QChar::category(written)) {
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Other:
        return true;
    default:
        return false;
    }
}

bool endsSentence(char32_t written)
{
    return QStringView(u"\n\r\u2028\u2029。！？!?").contains(QChar(char16_t(written))) && !QChar::requiresSurrogates(written);
}

bool isDropped(char32_t folded)
{
    if (endsClause(folded))
        return true;
    switch (QChar::category(folded)) {
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Mark_NonSpacing: // struck out is still said
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return true;
    default:
        return false;
    }
}

Squeezed squeeze(QStringView written)
{
    Squeezed out;
    bool isFirst = true;
    bool isSentence = true;
    qsizetype from = 0;
    for (const char32_t character : written.toUcs4()) {
        const qsizetype to = from + (QChar::requiresSurrogates(character) ? 2 : 1);
        isFirst = isFirst || endsClause(character);
        isSentence = isSentence || endsSentence(character);
        for (char32_t kept : fold(written.sliced(from, to - from)).toUcs4()) {
            if (isDropped(kept))
                continue;
            if (kept == U'您' || kept == U'妳')
                kept = U'你';
            const QString units = QString::fromUcs4(&kept, 1);
            for (const QChar unit : units) {
                out.text += unit;
                out.from.push_back(from);
                out.to.push_back(to);
                out.isFirst.push_back(std::exchange(isFirst, false));
                out.isSentence.push_back(std::exchange(isSentence, false));
            }
        }
        from = to;
    }
    out.isFirst.push_back(true);
    out.isSentence.push_back(true);
    out.text.replace(u"甚么"_s, u"什么"_s); // 甚 alone is a simplified character as well
    return out;
}

QStringList squeezedAll(const QJsonValue &list)
{
    QStringList texts;
    const auto array = list.toArray();
    for (const QJsonValue &one : array)
        texts.append(squeeze(one.toString()).text);
    return texts;
}

/// Whether a clause begins at `begin`, or before one of the leads that stands there.
bool beginsClause(const Squeezed &in, qsizetype begin, const QStringList &leads)
{
    if (in.isFirst[std::size_t(begin)])
        return true;
    return std::ranges::any_of(leads, [&](const QString &lead) {
        const qsizetype at = begin - lead.size();
        return at >= 0 && in.isFirst[std::size_t(at)] && QStringView(in.text).sliced(at, lead.size()) == lead;
    });
}

bool endsClause(const Squeezed &in, qsizetype end, const QStringList &tails)
{
    if (in.isFirst[std::size_t(end)])
        return true;
    return std::ranges::any_of(tails, [&](const QString &tail) {
        const qsizetype at = end + tail.size();
        return at <= in.text.size() && in.isFirst[std::size_t(at)] && QStringView(in.text).sliced(end, tail.size()) == tail;
    });
}

/// An exception goes on before the find or behind it, in the same sentence: “连这个都不会。再见” is none of “都不会再”.
bool isExcepted(const Squeezed &in, qsizetype begin, qsizetype end, const QStringList &exceptions)
{
    return std::ranges::any_of(exceptions, [&](const QString &exception) {
        const QStringView near = QStringView(in.text).first(std::min(in.text.size(), begin + exception.size()));
        for (qsizetype at = near.indexOf(exception, std::max<qsizetype>(0, end - exception.size())); at >= 0; at = near.indexOf(exception, at + 1)) {
            const qsizetype last = at + exception.size();
            if (at > begin || last < end)
                continue;
            const auto begins = [&](qsizetype from, qsizetype to) { // a sentence within
                return std::find(in.isSentence.begin() + from, in.isSentence.begin() + to, true) != in.isSentence.begin() + to;
            };
            if (!begins(at + 1, begin + 1) && !begins(end, last))
                return true;
        }
        return false;
    });
}

} // namespace

Result<ForbiddenList> ForbiddenList::fromJson(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument file = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return fail(ErrorCode::BadImport, u"JSON: "_s + fault.errorString());
    ForbiddenList list;
    const auto phrases = file[u"phrases"_s].toArray();
    for (const QJsonValue &one : phrases) {
        const QString id = one[u"id"_s].toString();
        const auto bad = [&](const char *field) { return fail(ErrorCode::BadImport, id + u": "_s + QLatin1String(field)); };
        const QString severity = one[u"severity"_s].toString();
        const QString boundary = one[u"boundary"_s].toString(u"none"_s);
        if (severity != "block"_L1 && severity != "warn"_L1)
            return bad("severity");
        if (boundary != "none"_L1 && boundary != "clause"_L1)
            return bad("boundary");
        const std::size_t phrase = list.m_phrases.size();
        list.m_phrases.push_back({id, one[u"text"_s].toString(), severity == "block"_L1, one[u"suggest"_s].toString()});
        const bool isClause = boundary == "clause"_L1;
        QStringList texts = squeezedAll(one[u"variants"_s]);
        texts.prepend(squeeze(one[u"text"_s].toString()).text);
        for (const QString &text : texts)
            list.m_patterns.push_back({phrase, text, isClause, squeezedAll(one[u"exceptions"_s]), squeezedAll(one[u"lead"_s]), squeezedAll(one[u"tail"_s])});
        const auto strict = one[u"strict_variants"_s].toArray();
        for (const QJsonValue &variant : strict)
            list.m_patterns.push_back({phrase, squeeze(variant[u"text"_s].toString()).text, false, squeezedAll(variant[u"exceptions"_s]), {}, {}});
        for (std::size_t at = list.m_patterns.size(); at-- > 0 && list.m_patterns[at].phrase == phrase;)
            if (list.m_patterns[at].text.isEmpty()) // it would stand everywhere
                return bad("text");
    }
    if (list.m_phrases.empty())
        return fail(ErrorCode::BadImport, u"phrases is missing"_s);
    return list;
}

std::vector<ForbiddenPlace> ForbiddenList::check(QStringView text) const
{
    const Squeezed in = squeeze(text);
    std::vector<ForbiddenPlace> found;
    for (const Pattern &pattern : m_patterns)
        for (qsizetype begin = in.text.indexOf(pattern.text); begin >= 0; begin = in.text.indexOf(pattern.text, begin + 1)) {
            const qsizetype end = begin + pattern.text.size();
            const bool stands = (!pattern.isClause || (beginsClause(in, begin, pattern.leads) && endsClause(in, end, pattern.tails)))
                && !isExcepted(in, begin, end, pattern.exceptions);
            if (!stands)
                continue;
            const qsizetype from = in.from[std::size_t(begin)];
            found.push_back({&m_phrases[pattern.phrase], from, in.to[std::size_t(end - 1)] - from});
        }
    std::ranges::sort(found, [](const ForbiddenPlace &a, const ForbiddenPlace &b) {
        return std::tuple(a.begin, -a.size, a.phrase->id) < std::tuple(b.begin, -b.size, b.phrase->id);
    });
    return found;
}

} // namespace bangban::search
