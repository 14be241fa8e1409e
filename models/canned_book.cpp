// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/canned_book.h"

#include "core/search/fold.h"
#include "core/search/pinyin.h"

namespace bangban::models {

namespace {

constexpr int kWithin = 3; ///< somewhere in its words
constexpr int kReadInitialsOf = 12; ///< characters: nobody types more of a phrase

/// How well it fits, the least the best; nothing if it does not.
std::optional<int> placeOf(const client::CannedRow &row, const QString &typed)
{
    const QString code = search::fold(row.code), text = search::fold(row.text);
    if (code == typed)
        return 0;
    if (code.startsWith(typed))
        return 1;
    const std::string letters = typed.toStdString();
    if (std::ranges::any_of(search::initialsOf(row.text.left(kReadInitialsOf)), [&](const std::string &one) { return one.starts_with(letters); }))
        return 2;
    return text.contains(typed) ? std::optional(kWithin) : std::nullopt;
}

int ownerOf(const client::CannedRow &row) { return !row.staff.isEmpty() ? 0 : !row.unit.isEmpty() ? 1 : 2; }

} // namespace

CannedBook::CannedBook(client::Feed &feed, QObject *parent) : QObject(parent)
{
    connect(&feed, &client::Feed::cleared, this, [this] {
        m_rows.clear();
        emit changed();
    });
    connect(&feed, &client::Feed::cannedChanged, this, [this](const QList<client::CannedRow> &rows) {
        for (const client::CannedRow &row : rows)
            m_rows.insert_or_assign(row.id.value, row);
        emit changed();
    });
    connect(&feed, &client::Feed::cannedGone, this, [this](const QList<CannedId> &ids) {
        for (const CannedId &id : ids)
            m_rows.erase(id.value);
        emit changed();
    });
}

bool CannedBook::isMeant(const QString &typed) const
{
    const QString folded = search::fold(typed.trimmed());
    return std::ranges::any_of(m_rows, [&](const auto &one) { return folded.isEmpty() || placeOf(one.second, folded).value_or(kWithin) < kWithin; });
}

std::vector<client::CannedRow> CannedBook::find(const QString &typed) const
{
    const QString folded = search::fold(typed.trimmed());
    std::vector<std::pair<std::tuple<int, int, QString>, client::CannedRow>> found;
    for (const auto &[id, row] : m_rows)
        if (const auto place = folded.isEmpty() ? std::optional(0) : placeOf(row, folded))
            found.push_back({{*place, ownerOf(row), row.code}, row});
    std::ranges::stable_sort(found, {}, [](const auto &one) { return one.first; });
    std::vector<client::CannedRow> rows;
    for (auto &[place, row] : found)
        rows.push_back(std::move(row));
    return rows;
}

} // namespace bangban::models
