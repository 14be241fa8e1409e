// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/pinyin.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <memory>

namespace bangban::search {

namespace {

constexpr std::size_t kLongestKey = 32; ///< letters: nobody types more of a name
constexpr std::size_t kMostReadings = 4;

/// What ICU reads in one way and offices in another as well: 银行, 会计, 重要, 长宁, 人参.
constexpr std::pair<char16_t, const char *> kSecondReadings[] = {
    {u'重', "zhong"}, {u'行', "hang"}, {u'长', "chang"}, {u'参', "shen"}, {u'会', "kuai"}, {u'调', "diao"}, {u'还', "huan"}, {u'率', "shuai"},
    {u'传', "zhuan"}, {u'校', "jiao"}, {u'给', "ji"}, {u'朝', "chao"}, {u'曾', "zeng"}, {u'厦', "sha"}, {u'降', "xiang"}, {u'乐', "yue"}, {u'都', "dou"}};

class Readings {
public:
    Readings()
    {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Transliterator> reader(icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
        if (U_FAILURE(status))
            qFatal("ICU without Han-Latin: %s", u_errorName(status));
        icu::UnicodeString all; // each on a line of its own, so that no word is seen
        for (int unit = kFirst; unit < kEnd; ++unit)
            all.append(char16_t(unit)).append(u'\n');
        reader->transliterate(all);
        const QStringList lines = QString::fromUtf16(all.getBuffer(), all.length()).split(u'\n');
        for (int unit = kFirst; unit < kEnd; ++unit)
            m_first[std::size_t(unit - kFirst)] = plain(lines[unit - kFirst]);
    }

    /// One or two; none for what is not read.
    [[nodiscard]] std::vector<std::string> of(char16_t unit) const
    {
        if (unit < 0x80)
            return u_isalnum(unit) ? std::vector{std::string(1, char(u_tolower(unit)))} : std::vector<std::string>();
        if (unit < kFirst || unit >= kEnd || m_first[std::size_t(unit - kFirst)].empty())
            return {};
        std::vector<std::string> readings{m_first[std::size_t(unit - kFirst)]};
        for (const auto &[other, second] : kSecondReadings)
            if (other == unit && readings.front() != second)
                readings.emplace_back(second);
        return readings;
    }

private:
    static constexpr int kFirst = 0x4E00;
    static constexpr int kEnd = 0xA000;

    static std::string plain(const QString &syllable)
    {
        std::string letters;
        const QString apart = syllable.normalized(QString::NormalizationForm_D);
        for (const QChar c : apart) {
            if (c == QChar(0x0308) && !letters.empty()) // two dots
                letters.back() = 'v';
            else if (c >= u'a' && c <= u'z')
                letters += char(c.unicode());
            else if (c.unicode() >= 0x3000)
                return {}; // not read
        }
        return letters;
    }

    std::array<std::string, std::size_t(kEnd - kFirst)> m_first;
};

const Readings &readings()
{
    static const auto made = std::make_unique<Readings>();
    return *made;
}

template<typename Part>
std::vector<std::string> spell(const QString &text, Part &&part)
{
    std::vector<std::string> spelt{std::string()};
    const QString folded = fold(text);
    for (const QChar c : folded) {
        if (spelt.front().size() >= kLongestKey)
            break;
        std::vector<std::string> parts;
        for (const std::string &reading : readings().of(c.unicode()))
            if (const std::string one = part(reading); std::ranges::find(parts, one) == parts.end())
                parts.push_back(one);
        if (parts.empty())
            continue;
        std::vector<std::string> longer;
        for (const std::string &begun : spelt)
            for (const std::string &one : parts)
                if (longer.size() < kMostReadings)
                    longer.push_back(begun + one);
        spelt = std::move(longer);
    }
    for (std::string &one : spelt)
        one.resize(std::min(one.size(), kLongestKey));
    std::erase(spelt, std::string());
    return spelt;
}

template<typename Visit>
void forEachKey(const Entry &entry, Visit &&visit)
{
    for (const QString &name : QStringList{entry.title} + entry.aliases + entry.names) {
        for (const std::string &key : initialsOf(name))
            visit(key);
        for (const std::string &key : readingsOf(name))
            visit(key);
    }
}

} // namespace

std::vector<std::string> readingsOf(const QString &text)
{
    return spell(text, [](const std::string &reading) { return reading; });
}

std::vector<std::string> initialsOf(const QString &text)
{
    return spell(text, [](const std::string &reading) { return reading.substr(0, 1); });
}

void Pinyin::put(const Entry &entry)
{
    forEachKey(entry, [&](const std::string &key) { m_ids.emplace(key, entry.id); });
}

void Pinyin::remove(const Entry &entry)
{
    forEachKey(entry, [&](const std::string &key) {
        const auto [from, to] = m_ids.equal_range(key);
        if (const auto found = std::find_if(from, to, [&](const auto &one) { return one.second == entry.id; }); found != to)
            m_ids.erase(found);
    });
}

QStringList Pinyin::find(QStringView typed, int limit) const
{
    constexpr std::size_t kMostLooked = 2'000; // one letter is the beginning of thousands
    const QString folded = fold(typed).trimmed();
    std::string letters;
    for (const QChar c : folded) {
        if (c.unicode() >= 0x80 || !u_isalnum(c.unicode()))
            return {};
        letters += char(c.unicode());
    }
    if (letters.empty() || letters.size() > kLongestKey)
        return {};
    std::vector<std::pair<std::size_t, QString>> found;
    for (auto at = m_ids.lower_bound(letters); at != m_ids.end() && at->first.starts_with(letters) && found.size() < kMostLooked; ++at)
        found.emplace_back(at->first.size(), at->second);
    std::ranges::sort(found);
    QStringList ids;
    for (const auto &[size, id] : found)
        if (ids.size() < limit && !ids.contains(id))
            ids.append(id);
    return ids;
}

} // namespace bangban::search
