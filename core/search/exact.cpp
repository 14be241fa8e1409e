// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/exact.h"

#include <QRegularExpression>

#include <algorithm>

namespace bangban::search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFront = 500;      ///< of what one name finds; more than anybody looks at
constexpr qsizetype kShortestCode = 6; ///< of an item's code, that its beginning tells anything

bool isCode(const QString &folded)
{
    return folded.size() >= kShortestCode && std::ranges::all_of(folded, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || c == u'-';
    });
}

/// "三百二十一" or "321"; 0 if it is none.
int valueOf(QStringView numeral)
{
    if (const int value = numeral.toInt())
        return value;
    constexpr QStringView digits = u"零一二三四五六七八九";
    int sum = 0;
    int digit = 0;
    for (const QChar c : numeral) {
        const int unit = c == u'十' ? 10 : c == u'百' ? 100 : c == u'千' ? 1'000 : 0;
        if (unit > 0) {
            sum += std::max(digit, 1) * unit; // 十二 is 12
            digit = 0;
        } else {
            digit = int(std::max<qsizetype>(c == u'两' ? 2 : digits.indexOf(c), 0));
        }
    }
    return sum + digit;
}

QStringList all(const QRegularExpression &pattern, const QString &folded, QString (*name)(const QRegularExpressionMatch &))
{
    QStringList found;
    for (auto matches = pattern.globalMatch(folded); matches.hasNext();)
        if (const QString one = name(matches.next()); !one.isEmpty())
            found.append(one);
    found.removeDuplicates();
    return found;
}

quint64 hashOf(const QString &name) { return tokenOfRun(name); }

/// In running text a name follows what leads to it without a space. What looks like a lead within a name is cut on both sides alike.
QString withoutLead(QString name)
{
    static const QRegularExpression before(u"^.*(?:请问|想问|咨询|了解|根据|依据|按照|依照|参照|违反|适用|关于|印发|发布|施行|执行|详见|中华人民共和国)(?=.)"_s);
    static const QRegularExpression first(u"^(?:见|和|与|及|或|在|对|以|的|按|是|有|查)(?=.)"_s);
    for (const QRegularExpression &lead : {before, first})
        if (const auto match = lead.match(name); match.hasMatch())
            name.remove(0, match.capturedLength());
    return name;
}

template<typename Visit>
void forEachKey(const Entry &entry, Visit &&visit)
{
    for (const QString &name : entry.names + entry.aliases + QStringList{entry.title})
        if (const QString left = bare(name); !left.isEmpty())
            visit(ExactKind::Name, left);
    const QString title = fold(entry.title);
    for (const QString &name : documentsIn(title) + articlesIn(title)) // it does not cite that, it is that
        visit(ExactKind::Name, name);
    const QString folded = title + u'\n' + fold(entry.text);
    for (const QString &document : documentsIn(folded))
        visit(ExactKind::Document, document);
    for (const QString &article : articlesIn(folded))
        visit(ExactKind::Article, article);
    for (const QString &number : numbersIn(folded))
        visit(ExactKind::Number, number);
}

QStringList codesOf(const Entry &entry)
{
    QStringList codes;
    for (const QString &name : entry.names)
        if (const QString folded = fold(name).trimmed(); isCode(folded))
            codes.append(folded);
    return codes;
}

} // namespace

QStringList documentsIn(const QString &folded)
{
    static const QRegularExpression pattern(
        uR"(([\x{4E00}-\x{9FFF}a-z]{1,12}) *+[〔\[\(【〈<{]?+ *+((?:19|20)\d\d) *+[〕\]\)】〉>}]?+ *+第?+ *+0*+(\d{1,5}) *+号)"_s);
    return all(pattern, folded, [](const QRegularExpressionMatch &match) {
        return QString(withoutLead(match.captured(1)) + u'/' + match.captured(2) + u'/' + match.captured(3));
    });
}

QStringList articlesIn(const QString &folded)
{
    static const QRegularExpression pattern(
        uR"(([\x{4E00}-\x{9FFF}]{1,30}?(?:法典|法|条例|办法|规定|细则|规则|决定|解释)) *+[》>〉]?+ *+第 *+([零一二三四五六七八九十百千两]{1,9}|\d{1,4}) *+条)"_s);
    return all(pattern, folded, [](const QRegularExpressionMatch &match) {
        const int number = valueOf(match.capturedView(2));
        return number == 0 ? QString() : QString(withoutLead(match.captured(1)) + u'/' + QString::number(number));
    });
}

QStringList numbersIn(const QString &folded)
{
    static const QRegularExpression pattern(uR"((?<![0-9a-z.])(?:\(?0(?:10|2\d|[3-9]\d\d)\)?[- ]?)?(\d{5,8}|1\d{10}|[48]00\d{7})(?![0-9a-z.]| ?[元万亿年人]))"_s);
    return all(pattern, folded, [](const QRegularExpressionMatch &match) { return match.captured(1); });
}

void Exact::put(const Entry &entry)
{
    forEachKey(entry, [&](ExactKind kind, const QString &name) { m_ids.emplace(Key(kind, hashOf(name)), entry.id); });
    for (const QString &code : codesOf(entry))
        m_codes.emplace(code, entry.id);
}

void Exact::remove(const Entry &entry)
{
    forEachKey(entry, [&](ExactKind kind, const QString &name) {
        const auto [from, to] = m_ids.equal_range(Key(kind, hashOf(name)));
        if (const auto found = std::find_if(from, to, [&](const auto &one) { return one.second == entry.id; }); found != to)
            m_ids.erase(found);
    });
    for (const QString &code : codesOf(entry)) {
        const auto [from, to] = m_codes.equal_range(code);
        if (const auto found = std::find_if(from, to, [&](const auto &one) { return one.second == entry.id; }); found != to)
            m_codes.erase(found);
    }
}

std::vector<ExactHit> Exact::find(QStringView question, int limit) const
{
    std::vector<ExactHit> hits;
    const auto add = [&](QStringList ids, ExactKind kind) {
        // Half of all entries may cite one number: only the front is put in order.
        std::partial_sort(ids.begin(), ids.begin() + std::min<qsizetype>(ids.size(), kFront), ids.end());
        ids.resize(std::min<qsizetype>(ids.size(), kFront));
        for (const QString &id : ids)
            if (int(hits.size()) < limit && std::ranges::find(hits, id, &ExactHit::id) == hits.end())
                hits.push_back({id, kind});
    };
    const auto named = [&](ExactKind kind, const QStringList &names) {
        QStringList ids;
        for (const QString &name : names)
            for (auto [at, to] = m_ids.equal_range(Key(kind, hashOf(name))); at != to; ++at)
                ids.append(at->second);
        add(ids, kind);
    };
    constexpr qsizetype kLongest = 4'096; // what is longer is no name, and its numbers would be anybody's
    const QString folded = fold(question.first(std::min(question.size(), kLongest)));
    const QStringList documents = documentsIn(folded);
    const QStringList articles = articlesIn(folded);
    named(ExactKind::Name, QStringList{bare(folded)} + documents + articles);
    if (const QString code = folded.trimmed(); isCode(code)) {
        QStringList ids;
        for (auto at = m_codes.lower_bound(code); at != m_codes.end() && at->first.startsWith(code) && ids.size() < kFront; ++at)
            ids.append(at->second);
        add(ids, ExactKind::Code);
    }
    named(ExactKind::Document, documents);
    named(ExactKind::Article, articles);
    named(ExactKind::Number, numbersIn(folded));
    return hits;
}

} // namespace bangban::search
