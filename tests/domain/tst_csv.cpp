// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <QTest>

using namespace bangban;
using namespace Qt::StringLiterals;

/// What is saved for a spreadsheet program.
class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void cellsAreQuotedWhereTheyMustBe()
    {
        QCOMPARE(toCsv({{u"问题"_s, u"人数"_s}, {u"要\"原件\"吗,还是复印件"_s, u"3"_s}, {u"一行\n两行"_s, QString()}}),
                 QByteArray("\xEF\xBB\xBF" "问题,人数\r\n" "\"要\"\"原件\"\"吗,还是复印件\",3\r\n" "\"一行\n两行\",\r\n"));
        QCOMPARE(toCsv({}), QByteArray("\xEF\xBB\xBF"));
    }

    void nothingBecomesAFormula_data()
    {
        QTest::addColumn<QString>("cell");
        for (const QString &cell : {u"=HYPERLINK(\"http://x\",\"办\")"_s, u"+1"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"＝1"_s})
            QTest::newRow(qPrintable(cell)) << cell;
    }
    void nothingBecomesAFormula()
    {
        QFETCH(QString, cell);
        const QString line = QString::fromUtf8(toCsv({{cell}}).mid(3));
        QVERIFY2(line.startsWith(u'\'') || line.startsWith(u"\"'"_s), qPrintable(line));
        QVERIFY(!toCsv({{u"办" + cell}}).contains('\'')); // within a text it is none
    }

    void aNumberStaysOne() { QCOMPARE(toCsv({{u"-3"_s, u"12"_s}}).mid(3), QByteArray("-3,12\r\n")); }

    void aNullDoesNotCutTheLine() { QCOMPARE(toCsv({{u"前"_s + QChar(0) + u"后"_s}}).mid(3), QByteArray("前后\r\n")); }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
