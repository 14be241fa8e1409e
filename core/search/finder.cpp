// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/finder.h"

#include <algorithm>

namespace bangban::search {

namespace {

constexpr float kSameItem = 1.3F;
constexpr float kSameDistrict = 1.1F;
static_assert(int(Reason::Number) == int(ExactKind::Number)); // the first reasons are those kinds
constexpr int kWeighed = 50; ///< best by words, among which item and district are looked at
constexpr float kFits = 0.3F; ///< coverage below which the item says more than the words. Remarks between two questions stay below a quarter

} // namespace

void Finder::note(const Entry &entry)
{
    m_exact.put(entry);
    m_pinyin.put(entry);
    if (!entry.item.isEmpty())
        m_ofItem.emplace(entry.item, entry.id);
}

void Finder::build(std::vector<Entry> entries)
{
    m_exact = {};
    m_pinyin = {};
    m_ofItem.clear();
    m_index.build(std::move(entries));
    m_index.forEach([this](const Entry &entry) { note(entry); });
}

void Finder::put(Entry entry)
{
    if (entry.id.isEmpty())
        return;
    remove(entry.id);
    note(entry);
    m_index.put(std::move(entry));
}

void Finder::remove(const QString &id)
{
    const Entry *old = m_index.find(id);
    if (!old)
        return;
    m_exact.remove(*old);
    m_pinyin.remove(*old);
    const auto [from, to] = m_ofItem.equal_range(old->item);
    if (const auto found = std::find_if(from, to, [&](const auto &one) { return one.second == id; }); found != to)
        m_ofItem.erase(found);
    m_index.remove(id);
}

std::vector<Suggestion> Finder::find(const Inquiry &inquiry, int limit) const
{
    std::vector<Suggestion> found;
    const auto add = [&](const Suggestion &one) {
        const Entry *entry = m_index.find(one.id);
        const bool isElsewhere = !entry->district.isEmpty() && !inquiry.district.isEmpty() && entry->district != inquiry.district;
        if (int(found.size()) < limit && !isElsewhere && std::ranges::find(found, one.id, &Suggestion::id) == found.end())
            found.push_back(one);
    };
    for (const ExactHit &hit : m_exact.find(inquiry.words, kWeighed))
        add({hit.id, Reason(int(hit.kind)), 0, 0});
    for (const QString &id : m_pinyin.find(inquiry.words, kWeighed))
        add({id, Reason::Letters, 0, 0});
    std::vector<Suggestion> ranked;
    for (const Hit &hit : m_index.search(inquiry.words, std::max(limit, kWeighed))) {
        const Entry *entry = m_index.find(hit.id);
        const float item = !inquiry.item.isEmpty() && entry->item == inquiry.item ? kSameItem : 1.0F;
        const float district = !inquiry.district.isEmpty() && entry->district == inquiry.district ? kSameDistrict : 1.0F;
        ranked.push_back({hit.id, Reason::Words, hit.score * item * district, hit.coverage});
    }
    std::ranges::stable_sort(ranked, std::greater(), &Suggestion::score);
    const auto addIf = [&](auto &&is) {
        for (const Suggestion &one : ranked)
            if (is(one))
                add(one);
    };
    const auto any = [](const Suggestion &) { return true; };
    if (inquiry.item.isEmpty()) {
        addIf(any);
        return found;
    }
    addIf([](const Suggestion &one) { return one.coverage >= kFits; });
    addIf([&](const Suggestion &one) { return m_index.find(one.id)->item == inquiry.item; });
    QStringList ids;
    for (auto [at, to] = m_ofItem.equal_range(inquiry.item); at != to; ++at)
        ids.append(at->second);
    ids.sort();
    for (const QString &id : ids)
        add({id, Reason::Item, 0, 0});
    addIf(any);
    return found;
}

} // namespace bangban::search
