// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kb/lint.h"

#include "core/base/time.h"
#include "core/protocol/knowledge.h"
#include "core/search/contradictions.h"
#include "core/search/fold.h"
#include "core/search/readability.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <map>

namespace bangban::kb {

using namespace Qt::StringLiterals;

void Lint::add(const QString &where, const QJsonObject &json)
{
    const QJsonObject layers = json["layers"_L1].toObject();
    const QString plain = layers["plain"_L1].toString(), official = layers["official"_L1].toString(json["answer"_L1].toString());
    Entry entry{where, json["id"_L1].toString(), json["title"_L1].toString(json["question"_L1].toString()), json["item_id"_L1].toString(), plain + u'\n' + official, {}};
    if (entry.id.isEmpty())
        note(where, true, u"has no id"_s);
    if (entry.title.trimmed().isEmpty())
        note(where, true, u"has no question"_s);
    if (entry.title.size() > protocol::kMaxTitle)
        note(where, true, u"its question has %1 characters, %2 at most"_s.arg(entry.title.size()).arg(protocol::kMaxTitle));
    if (entry.answer.trimmed().isEmpty())
        note(where, true, u"has no answer"_s);
    if (plain.size() > protocol::kMaxPlain)
        note(where, true, u"its plain layer has %1 characters, %2 at most"_s.arg(plain.size()).arg(protocol::kMaxPlain));
    const QString from = json["effective_from"_L1].toString(), to = json["effective_to"_L1].toString();
    for (const QString &day : {from, to})
        if (!day.isEmpty() && !dateFromIso(day))
            note(where, true, u"“%1” is no day"_s.arg(day));
    if (!from.isEmpty() && !to.isEmpty() && to < from)
        note(where, true, u"it ends on %1, before it begins on %2"_s.arg(to, from));
    static const QRegularExpression markup(u"</?[a-zA-Z][^<>]*>"_s);
    if (const auto found = markup.match(entry.answer); found.hasMatch())
        note(where, false, u"holds markup, which is shown as it is: %1"_s.arg(found.captured()));
    const QString said = plain.isEmpty() ? official : plain;
    const search::Readability reads = search::readabilityOf(said, layers["source"_L1].toObject()["paraphrase"_L1].toString(), {});
    if (reads.isLong())
        note(where, false, u"sentences are long: %1 characters, %2 on average"_s.arg(reads.longest).arg(reads.meanLength));
    if (reads.isCopied())
        note(where, false, u"%1 % of it stands in the source word for word"_s.arg(int(reads.copied * 100)));
    QJsonArray asked = json["aliases"_L1].toArray();
    if (asked.isEmpty())
        asked = json["similar_questions"_L1].toArray();
    asked.prepend(entry.title);
    for (const QJsonValue &one : std::as_const(asked))
        if (const QString words = search::bare(one.toString()); !words.isEmpty() && !entry.asked.contains(words))
            entry.asked.append(words);
    m_entries.push_back(std::move(entry));
}

int Lint::tell(const std::function<void(const QString &, bool, const QString &)> &say) const
{
    std::vector<Finding> findings = m_findings;
    QHash<QString, const Entry *> ids, questions;
    std::map<QString, std::vector<search::Statement>> items;
    for (const Entry &entry : m_entries) {
        if (const Entry *other = ids.value(entry.id); other && !entry.id.isEmpty())
            findings.push_back({entry.where, true, u"has the id %1 of %2"_s.arg(entry.id, other->where)});
        ids.insert(entry.id, &entry);
        for (const QString &words : entry.asked) {
            if (const Entry *other = questions.value(words); other && other->id != entry.id)
                findings.push_back({entry.where, false, u"is asked in the words of %1: %2"_s.arg(other->where, words)});
            questions.insert(words, &entry);
        }
        if (!entry.item.isEmpty())
            items[entry.item].push_back({entry.id, entry.title, entry.answer});
    }
    for (const auto &[item, statements] : items)
        for (const search::Contradiction &one : search::contradictions(statements))
            findings.push_back({ids.value(one.one)->where, false, u"says %1, but %2 says %3"_s.arg(one.here, ids.value(one.other)->where, one.there)});
    for (const Finding &one : findings)
        say(one.where, one.isFault, one.what);
    return int(std::ranges::count(findings, true, &Finding::isFault));
}

} // namespace bangban::kb
