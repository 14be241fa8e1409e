// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sheet/parts.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <memory>
#include <zip.h>

/// ECMA-376 part 1, 18.2 (workbook), 18.3 (sheet), 18.4 (shared strings): cells and their text, nothing else.
namespace bangban::sheet {

using namespace Qt::StringLiterals;

namespace {

class Archive {
public:
    explicit Archive(const QByteArray &content)
    {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t *source = zip_source_buffer_create(content.constData(), zip_uint64_t(content.size()), 0, &error);
        if (source)
            m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (source && !m_zip)
            zip_source_free(source);
        zip_error_fini(&error);
    }
    ~Archive()
    {
        if (m_zip)
            zip_discard(m_zip);
    }
    Q_DISABLE_COPY_MOVE(Archive)
    [[nodiscard]] bool isOpen() const { return m_zip != nullptr; }
    [[nodiscard]] bool has(const QString &name) const { return zip_name_locate(m_zip, name.toUtf8().constData(), 0) >= 0; }

    /// Unpacked, and no more than a part may be, whatever the archive says of its size. \errors BadImport
    Result<QByteArray> part(const QString &name) const
    {
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(zip_fopen(m_zip, name.toUtf8().constData(), 0), &zip_fclose);
        if (!file)
            return broken("zip");
        QByteArray bytes;
        char block[65'536];
        for (;;) {
            const zip_int64_t got = zip_fread(file.get(), block, sizeof block);
            if (got < 0)
                return broken("zip");
            if (got == 0)
                return bytes;
            bytes.append(block, qsizetype(got));
            if (bytes.size() > kLargestPart)
                return broken("size");
        }
    }

private:
    zip_t *m_zip = nullptr;
};

/// The part that holds the first sheet. \errors BadImport
Result<QString> firstSheet(const Archive &archive)
{
    TAKE(book, archive.part(u"xl/workbook.xml"_s));
    QString relation;
    for (QXmlStreamReader xml(book); !xml.atEnd() && relation.isEmpty();) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "workbookPr"_L1 && (xml.attributes().value("date1904"_L1) == "1"_L1 || xml.attributes().value("date1904"_L1) == "true"_L1))
            return broken("1904");
        if (xml.name() == "sheet"_L1)
            for (const QXmlStreamAttribute &one : xml.attributes())
                if (one.name() == "id"_L1 && !one.prefix().isEmpty())
                    relation = one.value().toString();
    }
    TAKE(relations, archive.part(u"xl/_rels/workbook.xml.rels"_s));
    for (QXmlStreamReader xml(relations); !xml.atEnd();) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.attributes().value("Id"_L1) != relation)
            continue;
        const QString target = xml.attributes().value("Target"_L1).toString();
        return target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
    }
    return broken("xml");
}

/// The text of an element, of all its runs, without how it is read aloud. Ends behind the element.
Result<QString> textOf(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1, silent = 0;
    while (depth > 0 && !xml.atEnd()) {
        const auto token = xml.readNext();
        const bool isReading = xml.name() == "rPh"_L1;
        if (token == QXmlStreamReader::StartElement) {
            ++depth;
            silent += isReading;
            if (xml.name() == "t"_L1 && silent == 0) {
                text += xml.readElementText();
                --depth;
            }
        } else if (token == QXmlStreamReader::EndElement) {
            --depth;
            silent -= isReading;
        }
        if (text.size() > kLongestCell)
            return broken("cell");
    }
    return text;
}

/// Characters that XML cannot hold, as office programs write them (ECMA-376, 22.9.2.19): "_x000D_".
QString unescaped(QString text)
{
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    for (auto match = escape.match(text); match.hasMatch(); match = escape.match(text, match.capturedStart() + 1))
        text.replace(match.capturedStart(), match.capturedLength(), QChar(char16_t(match.captured(1).toUShort(nullptr, 16))));
    return text;
}

Result<QStringList> sharedStrings(const Archive &archive)
{
    const QString name = u"xl/sharedStrings.xml"_s;
    QStringList strings;
    if (!archive.has(name))
        return strings;
    TAKE(part, archive.part(name));
    qsizetype characters = 0;
    QXmlStreamReader xml(part);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "si"_L1) {
            TAKE(text, textOf(xml));
            characters += text.size();
            if (characters > kMostCharacters || strings.size() == kMostStrings)
                return broken("cell");
            strings.append(unescaped(text));
        }
    return xml.hasError() ? Result<QStringList>(broken("xml")) : strings;
}

struct Place {
    qsizetype row;
    qsizetype column;
};

/// "BC12" is row 11, column 54; nothing for what is no place.
std::optional<Place> placeOf(QStringView name)
{
    qsizetype i = 0, column = 0;
    for (; i < name.size() && name[i] >= u'A' && name[i] <= u'Z'; ++i)
        column = std::min<qsizetype>(column * 26 + (name[i].unicode() - u'A' + 1), kMostColumns + 1); // further right is all the same
    bool ok = false;
    const int row = name.mid(i).toInt(&ok);
    return i > 0 && ok && row > 0 ? std::optional(Place{row - 1, column - 1}) : std::nullopt;
}

/// The value of a cell as text. Ends behind the cell. \errors BadImport
Result<QString> valueOf(QXmlStreamReader &xml, const QStringList &strings)
{
    const QString type = xml.attributes().value("t"_L1).toString();
    QString value;
    while (!xml.atEnd() && !(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "c"_L1)) {
        if (xml.tokenType() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "is"_L1) {
            TAKE(text, textOf(xml));
            value = text;
        } else if (xml.name() == "v"_L1) {
            value = xml.readElementText();
        } else {
            xml.skipCurrentElement(); // a formula: its value stands beside it
        }
    }
    if (type == "s"_L1) {
        bool ok = false;
        const qsizetype place = value.toLongLong(&ok);
        return ok && place >= 0 && place < strings.size() ? Result<QString>(strings[place]) : Result<QString>(broken("xml"));
    }
    return type == "e"_L1 ? QString() : unescaped(value); // an error is no value
}

} // namespace

Result<QList<QStringList>> readWorkbook(const QByteArray &content)
{
    const Archive archive(content);
    if (!archive.isOpen())
        return broken("zip");
    TAKE(name, firstSheet(archive));
    TAKE(strings, sharedStrings(archive));
    TAKE(part, archive.part(name));
    Rows rows;
    QXmlStreamReader xml(part);
    Place next{-1, 0}; // where a cell is that does not say it
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "row"_L1) {
            bool ok = false;
            const int number = xml.attributes().value("r"_L1).toInt(&ok);
            next = {ok && number > 0 ? number - 1 : next.row + 1, 0};
        } else if (xml.name() == "c"_L1) {
            const Place place = placeOf(xml.attributes().value("r"_L1)).value_or(next);
            TAKE(value, valueOf(xml, strings));
            if (place.row < 0)
                return broken("xml");
            TRY(rows.put(place.row, place.column, value));
            next = {place.row, place.column + 1};
        }
    }
    if (xml.hasError())
        return broken("xml");
    QList<QStringList> table = rows.take();
    return table.isEmpty() ? Result<QList<QStringList>>(broken("empty")) : table;
}

} // namespace bangban::sheet
