// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/contradictions.h"

#include "core/search/clusters.h"
#include "core/search/fold.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

namespace bangban::search {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kManyFigures = 3; ///< of a kind: more of them are of several cases
constexpr qsizetype kBefore = 14, kBehind = 8; ///< characters around a figure that say what it is of
/// Pairs of characters in common around two figures of one thing. \source sample office: 14 and more of those that contradict each
/// other, 5 and less of all others
constexpr qsizetype kAlike = 9;

/// "十五" is 15. \returns -1 for what is none
int numberOf(const QString &text)
{
    bool isNumber = false;
    if (const int number = text.toInt(&isNumber); isNumber)
        return number;
    static const QString kDigits = u"零一二三四五六七八九"_s;
    int sum = 0, digit = 0;
    for (const QChar c : text) {
        if (c == u'十') {
            sum += (digit == 0 ? 1 : digit) * 10;
            digit = 0;
        } else if (c == u'两') {
            digit = 2;
        } else if (const auto at = kDigits.indexOf(c); at >= 0) {
            digit = int(at);
        } else {
            return -1;
        }
    }
    return sum + digit;
}

struct Figure {
    QString words;         ///< as it stands in the text
    QSet<QString> around;  ///< pairs of characters
};
using Worths = std::map<QString, Figure>; ///< by what they are worth
using Figures = std::map<QString, Worths>; ///< by kind

void addPairs(QSet<QString> &to, QStringView text)
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at)
        if (sortOf(text[at].unicode()) != Sort::Gap && sortOf(text[at + 1].unicode()) != Sort::Gap)
            to.insert(text.sliced(at, 2).toString());
}

void add(Figures &to, const QString &kind, const QString &worth, const QString &words, QStringView text, qsizetype start)
{
    Figure &figure = to[kind][worth];
    if (figure.words.isEmpty())
        figure.words = words;
    const qsizetype from = std::max<qsizetype>(0, start - kBefore), end = start + words.size();
    addPairs(figure.around, text.sliced(from, start - from));
    addPairs(figure.around, text.sliced(end, std::min(kBehind, text.size() - end)));
}

Figures figuresIn(const QString &answer)
{
    static const QRegularExpression date(u"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}[日号]|[0-9]{4}年(?:[0-9]{1,2}月)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"_s);
    static const QRegularExpression figure(u"([0-9]{1,7}|[零一二两三四五六七八九十]{1,3})\\s*(个工作日|工作日|天|日|小时|分钟|个月|年|万元|元|%|份)"_s);
    static const QRegularExpression free(u"免费|不收费|不收取费用|不收取任何费用|零收费|无需缴费"_s);
    static const QRegularExpression sameDay(u"(?:当天|当日|当场)(?:就|即|即可|可以|可|就能|能)?(?:办|出|领|取|完成)"_s);
    static const QHash<QString, std::pair<QString, QString>> kinds{
        {u"个工作日"_s, {u"days"_s, u"w"_s}}, {u"工作日"_s, {u"days"_s, u"w"_s}}, {u"天"_s, {u"days"_s, u"d"_s}}, {u"日"_s, {u"days"_s, u"d"_s}},
        {u"小时"_s, {u"hours"_s, {}}}, {u"分钟"_s, {u"minutes"_s, {}}}, {u"个月"_s, {u"months"_s, {}}}, {u"年"_s, {u"years"_s, {}}},
        {u"万元"_s, {u"money"_s, u"0000"_s}}, {u"元"_s, {u"money"_s, {}}}, {u"%"_s, {u"share"_s, {}}}, {u"份"_s, {u"copies"_s, {}}}};
    QString text = fold(answer);
    text.remove(date);
    Figures found;
    for (auto all = figure.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        const int number = numberOf(match.captured(1));
        if (number < 0)
            continue;
        const auto &[kind, unit] = kinds[match.captured(2)];
        add(found, kind, QString::number(number) + unit, match.captured(0), text, match.capturedStart());
    }
    if (const auto match = free.match(text); match.hasMatch())
        add(found, u"money"_s, u"0"_s, match.captured(0), text, match.capturedStart());
    if (const auto match = sameDay.match(text); match.hasMatch())
        add(found, u"days"_s, u"0"_s, match.captured(0).left(2), text, match.capturedStart());
    return found;
}

QString wordsOf(const Worths &figures)
{
    QStringList words;
    for (const auto &[worth, figure] : figures)
        words.append(figure.words);
    return words.join(u'、');
}

bool haveOneInCommon(const Worths &some, const Worths &others)
{
    return std::ranges::any_of(some, [&](const auto &one) { return others.contains(one.first); });
}

/// Whether some two of them are said of the same thing.
bool areOfOne(const Worths &some, const Worths &others)
{
    for (const auto &[worth, one] : some)
        for (const auto &[otherWorth, other] : others)
            if (std::ranges::count_if(one.around, [&](const QString &pair) { return other.around.contains(pair); }) >= kAlike)
                return true;
    return false;
}

} // namespace

std::vector<Contradiction> contradictions(const std::vector<Statement> &statements)
{
    std::vector<Question> questions;
    std::vector<Figures> figures;
    for (const Statement &one : statements) {
        questions.push_back({one.id, one.question});
        figures.push_back(figuresIn(one.answer));
    }
    const std::vector<int> groups = cluster(questions);
    std::vector<Contradiction> found;
    for (std::size_t one = 0; one < statements.size(); ++one)
        for (std::size_t other = one + 1; other < statements.size(); ++other) {
            for (const auto &[kind, here] : figures[one]) {
                const auto there = figures[other].find(kind);
                if (there == figures[other].end() || here.size() > kManyFigures || there->second.size() > kManyFigures || haveOneInCommon(here, there->second))
                    continue;
                if (groups[one] != groups[other] && !areOfOne(here, there->second))
                    continue;
                found.push_back({statements[one].id, statements[other].id, wordsOf(here), wordsOf(there->second)});
                break;
            }
        }
    return found;
}

} // namespace bangban::search
