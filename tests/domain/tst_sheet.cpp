// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"
#include "core/sheet/sheet.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace bangban;
using namespace Qt::StringLiterals;

namespace {

using Parts = QList<std::pair<QByteArray, QByteArray>>;

/// A workbook as office programs write it.
QByteArray workbook(const Parts &parts)
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(u"book.xlsx"_s));
    int error = 0;
    zip_t *zip = zip_open(path.constData(), ZIP_CREATE, &error);
    for (const auto &[name, bytes] : parts)
        zip_file_add(zip, name.constData(), zip_source_buffer(zip, bytes.constData(), zip_uint64_t(bytes.size()), 0), ZIP_FL_ENC_UTF_8);
    zip_close(zip);
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Parts parts(const QByteArray &sheet, const QByteArray &strings = {})
{
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    Parts made{{"xl/workbook.xml", head + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                                          " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                                          "<sheet name=\"条目\" sheetId=\"3\" r:id=\"rId7\"/><sheet name=\"说明\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
               {"xl/_rels/workbook.xml.rels", head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                                     "<Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/>"
                                                     "<Relationship Id=\"rId7\" Type=\"x\" Target=\"worksheets/sheet3.xml\"/></Relationships>"},
               {"xl/worksheets/sheet1.xml", head + "<worksheet/>"},
               {"xl/worksheets/sheet3.xml", head + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + sheet + "</sheetData></worksheet>"}};
    if (!strings.isEmpty())
        made.append({"xl/sharedStrings.xml", head + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + strings + "</sst>"});
    return made;
}

QString whyNot(const QByteArray &content)
{
    const auto rows = sheet::read(content);
    return rows ? u"it was read"_s : rows.error().code == ErrorCode::BadImport ? rows.error().detail : u"other"_s;
}

} // namespace

/// Tables that people bring.
class TestSheet : public QObject {
    Q_OBJECT

private slots:
    void csvIsReadAsItIsSaved()
    {
        const QList<QStringList> table{{u"问题"_s, u"大白话"_s}, {u"要\"原件\"吗,还是复印件"_s, u"第一行\n第二行"_s}, {QString(), u"好"_s}};
        QCOMPARE(*sheet::read(toCsv(table)), table);
        QCOMPARE(*sheet::read("\xE9\x97\xAE;\xE7\xAD\x94\r\n1;2\n\r\n"), (QList<QStringList>{{u"问"_s, u"答"_s}, {u"1"_s, u"2"_s}})); // of another locale
        QCOMPARE(*sheet::read("a\tb\n1,2\t3"), (QList<QStringList>{{u"a"_s, u"b"_s}, {u"1,2"_s, u"3"_s}}));
        QStringEncoder office("GB18030");
        const QByteArray old = office.encode(u"问题,大白话\n歇业要几天,当天办好"_s);
        QCOMPARE(*sheet::read(old), (QList<QStringList>{{u"问题"_s, u"大白话"_s}, {u"歇业要几天"_s, u"当天办好"_s}}));
        QStringEncoder wide(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
        QCOMPARE(*sheet::read(QByteArray(wide.encode(u"问题\t答\n歇业\t好"_s))), (QList<QStringList>{{u"问题"_s, u"答"_s}, {u"歇业"_s, u"好"_s}}));
        QCOMPARE(*sheet::read("[{\"title\":\"\xE9\x97\xAE\",\"n\":3},{\"aliases\":[\"a\",\"b\"]}]"),
                 (QList<QStringList>{{u"n"_s, u"title"_s, u"aliases"_s}, {u"3"_s, u"问"_s, QString()}, {QString(), QString(), u"a\nb"_s}}));
    }

    void whatIsNoTableIsSaid()
    {
        QCOMPARE(whyNot({}), u"empty"_s);
        QCOMPARE(whyNot(" \n\n"), u"empty"_s);
        QCOMPARE(whyNot("a,\"b\n1,2\n"), u"quote"_s);
        QCOMPARE(whyNot("\xff\xff\xff\xff\x81"), u"characters"_s);
        QCOMPARE(whyNot("[1,2]"), u"json"_s);
        QCOMPARE(whyNot("[{\"a\":"), u"json"_s);
        QCOMPARE(whyNot(QByteArray(sheet::kMostColumns, ',') + "x"), u"columns"_s);
        QCOMPARE(whyNot(QByteArray(sheet::kMostRows, '\n') + "x"), u"rows"_s);
        QCOMPARE(whyNot(QByteArray(sheet::kLongestCell + 1, 'x')), u"cell"_s);
        QCOMPARE(whyNot(QByteArray(sheet::kLargestFile + 1, 'x')), u"size"_s);
        QCOMPARE(whyNot("PK\x03\x04 and nothing else"), u"zip"_s);
    }

    /// Shared, inline and computed words, runs, readings, numbers, gaps.
    void theFirstSheetOfAWorkbookIsRead()
    {
        const QByteArray book = workbook(parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>施行日</t></is></c></row>"
                                               "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c><c r=\"C3\" s=\"2\"><v>46357</v></c>"
                                               "<c r=\"D3\" t=\"e\"><v>#N/A</v></c></row><row><c t=\"str\"><v>4_x000D_\n4</v></c><c><v>5</v></c></row>",
                                               "<si><t>问题</t></si><si><r><rPr><b/></rPr><t>歇业</t></r><r><t xml:space=\"preserve\"> 几天</t></r><rPh sb=\"0\" eb=\"1\"><t>xie</t></rPh></si>"));
        const auto rows = sheet::read(book);
        QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().detail));
        QCOMPARE(*rows, (QList<QStringList>{{u"问题"_s, QString(), u"施行日"_s}, {QString(), QString(), QString()}, {u"歇业 几天"_s, u"ab"_s, u"46357"_s}, {u"4\n4"_s, u"5"_s, QString()}}));
    }

    void aBrokenWorkbookIsSaid()
    {
        QCOMPARE(whyNot(workbook({{"a.txt", "x"}})), u"zip"_s);
        QCOMPARE(whyNot(workbook(parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "<si><t>x</t></si>"))), u"xml"_s);
        QCOMPARE(whyNot(workbook(parts("<row r=\"1\"><c r=\"A1\"><v>7</c></row>"))), u"xml"_s);
        QCOMPARE(whyNot(workbook(parts("<row r=\"1\"><c r=\"ZZZZZZZZZZZZ1\"><v>7</v></c></row>"))), u"columns"_s);
        QCOMPARE(whyNot(workbook(parts("<row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row>"))), u"rows"_s);
        QCOMPARE(whyNot(workbook(parts({}))), u"empty"_s);
        QCOMPARE(whyNot(workbook(parts("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>", QByteArray("<si/>").repeated(sheet::kMostStrings + 1)))), u"cell"_s);
        Parts apple = parts("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>");
        apple[0].second.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
        QCOMPARE(whyNot(workbook(apple)), u"1904"_s);
        // What unpacks to far more than it is.
        const QByteArray bomb = workbook(parts("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + QByteArray(sheet::kLargestPart + 1, 'x') + "</v></c></row>"));
        QVERIFY(bomb.size() < sheet::kLargestFile);
        QCOMPARE(whyNot(bomb), u"size"_s);
        // Entities that grow.
        QByteArray grows = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">";
        for (char c = 'b'; c < 'k'; ++c)
            grows += QByteArray("<!ENTITY ") + c + " \"" + QByteArray{QByteArray("&") + char(c - 1) + ";"}.repeated(10) + "\">";
        Parts made = parts({});
        made[3].second = "<?xml version=\"1.0\"?>" + grows + "]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&j;</v></c></row></sheetData></worksheet>";
        QCOMPARE(whyNot(workbook(made)), u"xml"_s);
    }

    /// Whatever is torn or turned in a file, it is read or said.
    void nothingBreaksTheReader()
    {
        const QByteArray book = workbook(parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "<si><t>问题</t></si>"));
        QRandomGenerator random(7);
        for (int i = 0; i < 2'000; ++i) {
            QByteArray torn = book;
            for (int j = 0; j < 3; ++j)
                torn[random.bounded(torn.size())] = char(random.bounded(256));
            torn.truncate(random.bounded(4) == 0 ? random.bounded(torn.size()) : torn.size());
            whyNot(torn);
        }
    }
};

QTEST_GUILESS_MAIN(TestSheet)
#include "tst_sheet.moc"
