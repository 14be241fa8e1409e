// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/phrase_finder.h"

#include "core/search/fold.h"

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

QStringList squeezedAll(QStringList texts)
{
    for (QString &text : texts)
        text = squeeze(text).text;
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

bool PhraseFinder::add(std::size_t phrase, const PhraseForm &form)
{
    const QString text = squeeze(form.text).text;
    if (text.isEmpty())
        return false;
    m_patterns.push_back({phrase, {text, squeezedAll(form.exceptions), form.isClause, squeezedAll(form.leads), squeezedAll(form.tails)}});
    return true;
}

std::vector<PhrasePlace> PhraseFinder::check(QStringView text) const
{
    const Squeezed in = squeeze(text);
    std::vector<PhrasePlace> found;
    for (const auto &[phrase, form] : m_patterns)
        for (qsizetype begin = in.text.indexOf(form.text); begin >= 0; begin = in.text.indexOf(form.text, begin + 1)) {
            const qsizetype end = begin + form.text.size();
            const bool stands = (!form.isClause || (beginsClause(in, begin, form.leads) && endsClause(in, end, form.tails)))
                && !isExcepted(in, begin, end, form.exceptions);
            if (!stands)
                continue;
            const qsizetype from = in.from[std::size_t(begin)];
            found.push_back({phrase, from, in.to[std::size_t(end - 1)] - from});
        }
    std::ranges::sort(found, {}, [](const PhrasePlace &place) { return std::tuple(place.begin, -place.size, place.phrase); });
    return found;
}

} // namespace bangban::search
