// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/changes.h"

#include <dtl/dtl.hpp>

#include <algorithm>

namespace bangban::search {

namespace {

using Parts = std::vector<QString>;
using In = Stretch::In;

constexpr std::size_t kMostParts = 4'000; ///< that are compared: the work grows with the square of what is other
constexpr qsizetype kLeastKept = 2;       ///< units: a single character between two changes is chance

/// A clause with the mark that ends it, or a word: letters and figures that stand together, else one character.
Parts partsOf(const QString &text, bool clauses)
{
    constexpr QStringView kEnds = u"。；;！!？?\n";
    const auto isWord = [](QChar c) { return c.unicode() < 0x2E80 && c.isLetterOrNumber(); };
    Parts parts;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype begin = at++;
        if (clauses)
            while (at < text.size() && !kEnds.contains(text[at - 1]))
                ++at;
        else if (isWord(text[begin]))
            while (at < text.size() && isWord(text[at]))
                ++at;
        else if (text[begin].isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
            ++at;
        parts.push_back(text.mid(begin, at - begin));
    }
    return parts;
}

void add(std::vector<Stretch> &to, In in, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!to.empty() && to.back().in == in)
        to.back().text += text;
    else
        to.push_back({in, text});
}

/// Runs of what was and what became of it, in turn with what stayed.
/// \param left  parts that may be compared yet: the work of one text is bounded, not of each of its clauses
std::vector<Stretch> compared(const QString &before, const QString &after, bool clauses, std::size_t &left)
{
    Parts olds = partsOf(before, clauses), news = partsOf(after, clauses);
    std::vector<Stretch> stretches;
    const auto [oldMiddle, newMiddle] = std::ranges::mismatch(olds, news);
    for (auto same = olds.begin(); same != oldMiddle; ++same)
        add(stretches, In::Both, *same);
    olds.erase(olds.begin(), oldMiddle);
    news.erase(news.begin(), newMiddle);
    QString end;
    while (!olds.empty() && !news.empty() && olds.back() == news.back()) {
        end.prepend(olds.back());
        olds.pop_back();
        news.pop_back();
    }
    if (olds.size() + news.size() > left) {
        for (const QString &part : olds)
            add(stretches, In::Before, part);
        for (const QString &part : news)
            add(stretches, In::After, part);
        add(stretches, In::Both, end);
        return stretches;
    }
    left -= olds.size() + news.size();
    dtl::Diff<QString, Parts> diff(olds, news);
    diff.compose();
    QString was, became;
    const auto change = [&] {
        add(stretches, In::Before, std::exchange(was, {}));
        add(stretches, In::After, std::exchange(became, {}));
    };
    const auto sequence = diff.getSes().getSequence();
    for (const auto &[part, info] : sequence) {
        if (info.type == dtl::SES_DELETE)
            was += part;
        else if (info.type == dtl::SES_ADD)
            became += part;
        else {
            change();
            add(stretches, In::Both, part);
        }
    }
    change();
    add(stretches, In::Both, end);
    return stretches;
}

/// Single characters that two changes happen to have in common belong to both.
std::vector<Stretch> withoutChance(const std::vector<Stretch> &stretches)
{
    std::vector<Stretch> result;
    QString was, became;
    const auto change = [&] {
        add(result, In::Before, std::exchange(was, {}));
        add(result, In::After, std::exchange(became, {}));
    };
    for (std::size_t at = 0; at < stretches.size(); ++at) {
        const auto &[in, text] = stretches[at];
        const bool isBetween = at > 0 && at + 1 < stretches.size();
        if (in == In::Both && !(isBetween && text.size() < kLeastKept)) {
            change();
            add(result, In::Both, text);
        } else {
            was += in == In::After ? QString() : text;
            became += in == In::Before ? QString() : text;
        }
    }
    change();
    return result;
}

} // namespace

std::vector<Stretch> changesBetween(const QString &before, const QString &after)
{
    std::size_t left = kMostParts;
    const std::vector<Stretch> clauses = compared(before, after, true, left);
    std::vector<Stretch> all;
    for (std::size_t at = 0; at < clauses.size(); ++at) {
        const Stretch &one = clauses[at];
        if (one.in == In::Before && at + 1 < clauses.size() && clauses[at + 1].in == In::After) {
            for (const Stretch &word : withoutChance(compared(one.text, clauses[++at].text, false, left)))
                add(all, word.in, word.text);
        } else {
            add(all, one.in, one.text);
        }
    }
    return all;
}

} // namespace bangban::search
