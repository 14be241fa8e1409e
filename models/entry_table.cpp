// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entry_table.h"

#include "core/search/fold.h"

#include <QRegularExpression>

namespace bangban::models {

using namespace Qt::StringLiterals;
using client::EntryDraftRow, client::EntryRow;
using Fault = EntryLine::Fault;
using State = EntryLine::State;

namespace {

/// A column: its wire name, and as offices name it, the usual name first.
struct Column {
    QString field;
    QStringList names;
    QString EntryRow::*member = nullptr; ///< none of what is no text
    int longest = protocol::kMaxCode;
};

const QList<Column> &columns()
{
    static const QList<Column> all{
        {u"title"_s, {u"问题"_s, u"标题"_s, u"question"_s}, &EntryRow::title, protocol::kMaxTitle},
        {u"plain"_s, {u"大白话"_s, u"通俗解答"_s}, &EntryRow::plain, protocol::kMaxPlain},
        {u"official"_s, {u"答复口径"_s, u"口径"_s, u"答案"_s, u"答复"_s, u"answer"_s}, &EntryRow::official, protocol::kMaxOfficial},
        {u"item"_s, {u"事项"_s, u"事项名称"_s, u"事项编码"_s}},
        {u"aliases"_s, {u"相似问法"_s, u"相似问"_s, u"similar_questions"_s}},
        {u"topic"_s, {u"专题"_s}, &EntryRow::topic},
        {u"source_title"_s, {u"文件与条款"_s, u"依据"_s, u"依据文件"_s, u"文件"_s}, &EntryRow::sourceTitle},
        {u"source_words"_s, {u"原文条款"_s, u"原文"_s}, &EntryRow::sourceWords, protocol::kMaxSource},
        {u"authority"_s, {u"解读单位"_s}, &EntryRow::authority},
        {u"from"_s, {u"施行日"_s, u"施行日期"_s, u"生效日期"_s, u"effective_from"_s}, &EntryRow::from},
        {u"to"_s, {u"截止日"_s, u"截止日期"_s, u"失效日期"_s, u"effective_to"_s}, &EntryRow::to},
        {u"review_due"_s, {u"复核期限"_s, u"复核日期"_s}, &EntryRow::reviewDue},
        {u"id"_s, {u"编号"_s, u"条目编号"_s}},
    };
    return all;
}

bool isDay(const QString &field) { return field == "from"_L1 || field == "to"_L1 || field == "review_due"_L1; }

/// As people and office programs write a day; nothing for what is none.
std::optional<QString> dayOf(const QString &cell)
{
    static const QRegularExpression written(u"^(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]0{1,2}:00(?::00)?)?$"_s);
    if (const auto match = written.match(cell); match.hasMatch()) {
        const QString day = u"%1-%2-%3"_s.arg(match.captured(1), match.captured(2).rightJustified(2, u'0'), match.captured(3).rightJustified(2, u'0'));
        return dateFromIso(day) ? std::optional(day) : std::nullopt;
    }
    bool isNumber = false;
    const double count = cell.toDouble(&isNumber);
    constexpr double kFirst = 20'000, kLast = 100'000; // 1954 and 2173: other numbers are no days
    if (!isNumber || count < kFirst || count > kLast)
        return {};
    using namespace std::chrono;
    return toIso(LocalDate(year(1899) / December / 30) + days(qint64(count)));
}

QStringList linesOf(const QString &cell)
{
    static const QRegularExpression between(u"[\\n;；|]"_s);
    QStringList lines;
    for (const QString &one : cell.split(between))
        if (const QString line = one.trimmed(); !line.isEmpty() && !lines.contains(line))
            lines.append(line);
    return lines;
}

/// What a row says of one entry, in its own words.
using Cells = QHash<QString, QString>;

class Reader {
public:
    Reader(const EntryPlace &place, const std::function<EntryId()> &newId) : m_place(place), m_newId(newId)
    {
        for (const EntryRow &row : place.published) {
            m_byId.insert(row.id, &row);
            if (row.to.isEmpty() || row.to >= toIso(place.today)) // what is over is not asked for any more
                m_byTitle.insert(search::bare(row.title), &row);
        }
    }

    EntryLine lineOf(const Cells &cells)
    {
        EntryLine line;
        const QString code = cells.value(u"id"_s), title = search::bare(cells.value(u"title"_s));
        const EntryRow *before = code.isEmpty() ? named(line, title, cells.value(u"item"_s)) : m_byId.value(EntryId(code));
        if (before) {
            line.entry = *before;
            line.base = before->version;
        } else {
            line.entry.id = code.isEmpty() ? m_newId() : EntryId(code);
            line.entry.unit = m_place.unit;
            line.entry.authority = m_place.authority;
            line.entry.from = toIso(m_place.today);
        }
        fill(line, cells);
        if (line.fault == Fault::None)
            check(line, code);
        if (line.fault != Fault::None)
            line.state = State::Faulty;
        else if (before)
            compare(line, *before);
        return line;
    }

private:
    /// The one of that question. The same is asked of many items.
    const EntryRow *named(EntryLine &line, const QString &title, const QString &item) const
    {
        QList<const EntryRow *> same = m_byTitle.values(title);
        if (!item.isEmpty())
            same.removeIf([&](const EntryRow *row) { return row->item != m_place.items.value(item); });
        if (same.size() > 1)
            complain(line, Fault::Ambiguous, u"title"_s);
        return same.isEmpty() ? nullptr : same.front();
    }

    static void complain(EntryLine &line, Fault fault, const QString &field)
    {
        if (line.fault != Fault::None) // the first one is told
            return;
        line.fault = fault;
        line.field = field;
    }

    void fill(EntryLine &line, const Cells &cells) const
    {
        for (const Column &column : columns()) {
            const QString cell = cells.value(column.field);
            if (cell.isEmpty())
                continue;
            if (column.field == "item"_L1) {
                const auto item = m_place.items.constFind(cell);
                if (item == m_place.items.constEnd() || item->isEmpty())
                    complain(line, item == m_place.items.constEnd() ? Fault::UnknownItem : Fault::Ambiguous, column.field);
                else
                    line.entry.item = *item;
            } else if (column.field == "aliases"_L1) {
                line.entry.aliases = linesOf(cell);
                if (line.entry.aliases.size() > protocol::kMaxAliases || std::ranges::any_of(line.entry.aliases, [](const QString &one) { return one.size() > protocol::kMaxCode; }))
                    complain(line, Fault::TooLong, column.field);
            } else if (isDay(column.field)) {
                const auto day = dayOf(cell);
                day ? void(line.entry.*column.member = *day) : complain(line, Fault::NoDay, column.field);
            } else if (column.member) {
                if (cell.size() > column.longest)
                    complain(line, Fault::TooLong, column.field);
                line.entry.*column.member = cell;
            }
        }
    }

    void check(EntryLine &line, const QString &code)
    {
        const EntryRow &entry = line.entry;
        static const QRegularExpression plain(u"^[A-Za-z0-9_-]{1,64}$"_s);
        if (!code.isEmpty() && !plain.match(code).hasMatch())
            complain(line, Fault::BadCode, u"id"_s);
        if (entry.title.isEmpty())
            complain(line, Fault::Missing, u"title"_s);
        if (entry.plain.isEmpty() && entry.official.isEmpty())
            complain(line, Fault::Missing, u"plain"_s);
        if (!entry.to.isEmpty() && entry.to < entry.from) // days as they are written sort as they come
            complain(line, Fault::EndsBefore, u"to"_s);
        const std::pair title(search::bare(entry.title), entry.item);
        if (m_codes.contains(entry.id) || m_titles.contains(title))
            complain(line, Fault::Twice, u"title"_s);
        m_codes.insert(entry.id);
        m_titles.insert(title);
        for (const EntryDraftRow &draft : m_place.drafts)
            if (draft.entry.state != domain::EntryState::Scheduled && (draft.entry.id == entry.id || std::pair(search::bare(draft.entry.title), draft.entry.item) == title))
                complain(line, Fault::BeingWritten, u"title"_s);
    }

    static void compare(EntryLine &line, const EntryRow &before)
    {
        QStringList changed;
        for (const Column &column : columns())
            if (column.field == "item"_L1   ? line.entry.item != before.item
                : column.field == "aliases"_L1 ? line.entry.aliases != before.aliases
                                               : column.member && line.entry.*column.member != before.*column.member)
                changed.append(column.field);
        line.state = changed.isEmpty() ? State::Same : State::Changed;
        line.field = changed.join(u' ');
    }

    const EntryPlace &m_place;
    const std::function<EntryId()> &m_newId;
    QHash<EntryId, const EntryRow *> m_byId;
    QMultiHash<QString, const EntryRow *> m_byTitle;
    QSet<EntryId> m_codes;
    QSet<std::pair<QString, ItemId>> m_titles;
};

} // namespace

QStringList entryColumns()
{
    QStringList names;
    for (const Column &column : columns())
        names.append(column.names.front());
    return names;
}

QString entryColumn(const QString &field)
{
    const auto column = std::ranges::find(columns(), field, &Column::field);
    return column == columns().end() ? field : column->names.front();
}

Result<EntryTable> entryTable(const QList<QStringList> &rows, const EntryPlace &place, const std::function<EntryId()> &newId)
{
    EntryTable table;
    if (rows.isEmpty())
        return fail(ErrorCode::BadImport, u"title"_s);
    QStringList fields; // of each column; empty for one that means nothing
    for (const QString &cell : rows.front()) {
        const QString name = cell.simplified();
        const auto column = std::ranges::find_if(columns(), [&](const Column &one) { return one.field.compare(name, Qt::CaseInsensitive) == 0 || one.names.contains(name, Qt::CaseInsensitive); });
        const bool isKnown = column != columns().end() && !fields.contains(column->field);
        fields.append(isKnown ? column->field : QString());
        if (!isKnown && !name.isEmpty())
            table.unknown.append(name);
    }
    if (!fields.contains(u"title"_s))
        return fail(ErrorCode::BadImport, u"title"_s);
    Reader reader(place, newId);
    for (qsizetype row = 1; row < rows.size(); ++row) {
        Cells cells;
        for (qsizetype i = 0; i < std::min(fields.size(), rows[row].size()); ++i)
            if (const QString cell = rows[row][i].trimmed(); !fields[i].isEmpty() && !cell.isEmpty())
                cells.insert(fields[i], cell);
        if (cells.isEmpty())
            continue;
        if (std::ssize(table.lines) == kMostImported)
            return fail(ErrorCode::BadImport, u"rows"_s);
        table.lines.push_back(reader.lineOf(cells));
        table.lines.back().line = int(row) + 1;
    }
    return table;
}

} // namespace bangban::models
