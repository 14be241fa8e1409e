// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/phrases.h"

#include <QSet>

#include <algorithm>

namespace bangban::knowledge {

using namespace Qt::StringLiterals;
using domain::PhraseKind;
using protocol::PhraseForm, protocol::PhraseRow;

namespace {

QStringList strings(const QJsonValue &list)
{
    QStringList texts;
    const auto array = list.toArray();
    for (const QJsonValue &one : array)
        texts.append(one.toString());
    return texts;
}

std::optional<PhraseKind> kindOf(const QString &severity)
{
    static const QHash<QString, PhraseKind> kinds{
        {u"block"_s, PhraseKind::Blocked}, {u"warn"_s, PhraseKind::Discouraged}, {u"scope"_s, PhraseKind::OutOfScope}, {u"off"_s, PhraseKind::Off}};
    const auto found = kinds.constFind(severity);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

search::PhraseForm formOf(const PhraseForm &form) { return {form.text, form.exceptions, form.clause, form.leads, form.tails}; }

bool isStop(QChar c) { return QStringView(u"\n\r。！？!?；;，,").contains(c); }

} // namespace

PhraseBook::PhraseBook(std::vector<PhraseRow> phrases) : m_phrases(std::move(phrases))
{
    // By id: the same list, the same finds, in whatever order its rows came.
    std::ranges::sort(m_phrases, {}, &PhraseRow::id);
    for (std::size_t i = 0; i < m_phrases.size(); ++i) {
        const PhraseKind kind = m_phrases[i].kind;
        for (const PhraseForm &form : m_phrases[i].forms)
            if (kind != PhraseKind::Off) // a form that nothing can be found by was refused when it was imported
                (void)(kind == PhraseKind::OutOfScope ? m_questions : m_answers).add(i, formOf(form));
    }
}

std::vector<PhraseFind> PhraseBook::inAnswer(QStringView text) const
{
    std::vector<PhraseFind> found;
    qsizetype end = 0;
    for (const search::PhrasePlace &place : m_answers.check(text)) {
        const bool isWithin = place.begin + place.size <= end;
        end = std::max(end, place.begin + place.size);
        // What may not be sent is told even where a milder find has it within.
        if (!isWithin || (m_phrases[place.phrase].kind == PhraseKind::Blocked && !isBlocked(found.back())))
            found.push_back({m_phrases[place.phrase], place.begin, place.size});
    }
    return found;
}

std::vector<PhraseFind> PhraseBook::inQuestion(QStringView text) const
{
    std::vector<PhraseFind> found;
    QSet<std::size_t> seen;
    for (const search::PhrasePlace &place : m_questions.check(text))
        if (!seen.contains(place.phrase)) {
            seen.insert(place.phrase);
            found.push_back({m_phrases[place.phrase], place.begin, place.size});
        }
    return found;
}

const PhraseFind &worstOf(const std::vector<PhraseFind> &finds)
{
    const auto blocked = std::ranges::find_if(finds, &isBlocked);
    return blocked == finds.end() ? finds.front() : *blocked;
}

QString clauseAround(QStringView text, const PhraseFind &find)
{
    constexpr qsizetype kMost = 80;
    qsizetype begin = find.begin;
    qsizetype end = find.begin + find.size;
    const qsizetype room = std::max<qsizetype>(0, kMost - find.size) / 2;
    while (begin > 0 && find.begin - begin < room && !isStop(text[begin - 1]))
        --begin;
    while (end < text.size() && end - find.begin - find.size < room && !isStop(text[end]))
        ++end;
    return text.sliced(begin, end - begin).trimmed().toString();
}

Result<std::vector<PhraseRow>> phrasesFromJson(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument file = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return fail(ErrorCode::BadImport, u"JSON: "_s + fault.errorString());
    std::vector<PhraseRow> rows;
    const auto phrases = file[u"phrases"_s].toArray();
    for (const QJsonValue &one : phrases) {
        const QString id = one[u"id"_s].toString();
        const auto bad = [&](const char *field) { return fail(ErrorCode::BadImport, id + u": "_s + QLatin1String(field)); };
        const auto kind = kindOf(one[u"severity"_s].toString());
        const QString boundary = one[u"boundary"_s].toString(u"none"_s);
        if (id.isEmpty() || !protocol::isPlainCode(id) || std::ranges::find(rows, id, &PhraseRow::id) != rows.end())
            return bad("id");
        if (!kind)
            return bad("severity");
        if (boundary != "none"_L1 && boundary != "clause"_L1)
            return bad("boundary");
        PhraseRow row{id, *kind, {}, one[u"suggest"_s].toString(), file[u"is_sample"_s].toBool()};
        QStringList texts = strings(one[u"variants"_s]);
        texts.prepend(one[u"text"_s].toString());
        for (const QString &text : std::as_const(texts))
            row.forms.push_back({text, strings(one[u"exceptions"_s]), boundary == "clause"_L1, strings(one[u"lead"_s]), strings(one[u"tail"_s])});
        const auto strict = one[u"strict_variants"_s].toArray();
        for (const QJsonValue &variant : strict)
            row.forms.push_back({variant[u"text"_s].toString(), strings(variant[u"exceptions"_s]), false, {}, {}});
        search::PhraseFinder trial;
        if (!std::ranges::all_of(row.forms, [&](const PhraseForm &form) { return trial.add(0, formOf(form)); }))
            return bad("text");
        if (const auto read = protocol::fromJson<PhraseRow>(protocol::toJson(row)); !read) // too long, too many
            return bad(qPrintable(read.error().detail));
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        return fail(ErrorCode::BadImport, u"phrases is missing"_s);
    return rows;
}

} // namespace bangban::knowledge
