// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sheet/sheet.h"

#include "core/sheet/parts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

namespace bangban::sheet {

using namespace Qt::StringLiterals;

Result<void> Rows::put(qsizetype row, qsizetype column, const QString &cell)
{
    if (cell.isEmpty()) // sheets are full of cells that hold nothing
        return {};
    if (row >= kMostRows)
        return broken("rows");
    if (column >= kMostColumns)
        return broken("columns");
    m_characters += cell.size();
    if (cell.size() > kLongestCell || m_characters > kMostCharacters)
        return broken("cell");
    while (m_rows.size() <= row)
        m_rows.append(QStringList());
    while (m_rows[row].size() <= column)
        m_rows[row].append(QString());
    m_rows[row][column] = QString(cell).remove(QChar::Null).replace(u"\r\n"_s, u"\n"_s);
    return {};
}

QList<QStringList> Rows::take()
{
    qsizetype widest = 0;
    for (const QStringList &row : std::as_const(m_rows))
        widest = std::max(widest, row.size());
    for (QStringList &row : m_rows)
        while (row.size() < widest)
            row.append(QString());
    return std::move(m_rows);
}

namespace {

/// UTF-8 where it is, for nothing else is by chance; else what office programs save.
Result<QString> decoded(const QByteArray &content)
{
    if (const auto mark = QStringConverter::encodingForData(content)) {
        QStringDecoder decoder(*mark);
        QString text = decoder(content);
        return decoder.hasError() ? Result<QString>(broken("characters")) : text;
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(content);
    if (!utf8.hasError())
        return text;
    QStringDecoder office("GB18030");
    if (!office.isValid())
        return broken("characters");
    text = office(content);
    return office.hasError() || text.contains(QChar::ReplacementCharacter) ? Result<QString>(broken("characters")) : text;
}

/// What stands between cells: of the first line the most frequent outside quotes.
QChar separatorOf(const QString &text)
{
    const QString candidates = u",;\t"_s;
    qsizetype counts[] = {0, 0, 0};
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (c == u'\n' && !isQuoted)
            break;
        else if (const auto place = candidates.indexOf(c); place >= 0 && !isQuoted)
            ++counts[place];
    }
    return candidates[std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts)];
}

Result<QList<QStringList>> readCsv(const QString &text)
{
    const QChar separator = separatorOf(text);
    Rows rows;
    QString cell;
    qsizetype row = 0, column = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else
                isQuoted = false;
        } else if (c == u'"' && cell.isEmpty()) {
            isQuoted = true;
        } else if (c == separator || c == u'\n') {
            TRY(rows.put(row, column, cell));
            cell.clear();
            ++column;
            if (c == u'\n') {
                ++row;
                column = 0;
            }
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (isQuoted)
        return broken("quote");
    TRY(rows.put(row, column, cell));
    return rows.take();
}

QString cellOf(const QJsonValue &value)
{
    if (!value.isArray())
        return value.isString() ? value.toString() : value.toVariant().toString();
    QStringList lines;
    for (const QJsonValue &one : value.toArray())
        lines.append(cellOf(one));
    return lines.join(u'\n');
}

Result<QList<QStringList>> readJson(const QByteArray &content)
{
    const QJsonDocument document = QJsonDocument::fromJson(content);
    if (!document.isArray())
        return broken("json");
    QStringList names;
    Rows rows;
    const QJsonArray list = document.array();
    for (qsizetype row = 0; row < list.size(); ++row) {
        if (!list[row].isObject())
            return broken("json");
        const QJsonObject object = list[row].toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!names.contains(it.key())) {
                TRY(rows.put(0, names.size(), it.key()));
                names.append(it.key());
            }
            TRY(rows.put(row + 1, names.indexOf(it.key()), cellOf(*it)));
        }
    }
    return rows.take();
}

} // namespace

Result<QList<QStringList>> read(const QByteArray &content)
{
    if (content.size() > kLargestFile)
        return broken("size");
    if (content.startsWith("PK\x03\x04"))
        return readWorkbook(content);
    const QByteArray text = content.trimmed();
    if (text.isEmpty())
        return broken("empty");
    if (text.startsWith('[') || text.startsWith("\xEF\xBB\xBF["))
        return readJson(text.startsWith('[') ? text : text.mid(3));
    TAKE(characters, decoded(content));
    TAKE(rows, readCsv(characters.startsWith(QChar::ByteOrderMark) ? characters.mid(1) : characters));
    return rows.isEmpty() ? Result<QList<QStringList>>(broken("empty")) : rows;
}

} // namespace bangban::sheet
