// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mask.h"

#include <QTest>

using namespace bangban;
using namespace Qt::StringLiterals;

/// What of a citizen's words may go to a list.
class TestMask : public QObject {
    Q_OBJECT

private slots:
    void numbersOfPeopleAreMasked_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("masked");
        const auto row = [](const QString &words, const QString &masked) { QTest::newRow(qPrintable(words)) << words << masked; };
        row(u"我电话13812345678。"_s, u"我电话******。"_s);
        row(u"138 1234 5678"_s, u"******"_s);
        row(u"138.1234.5678，歇业"_s, u"******，歇业"_s);
        row(u"138—1234—5678"_s, u"******"_s);
        row(u"021-5888 1234转3"_s, u"******转3"_s);
        row(u"１３８１２３４５６７８"_s, u"******"_s);
        row(u"身份证31010119900101123X能用吗"_s, u"身份证******能用吗"_s);
        row(u"信用代码91310115MA1FL4XX2B"_s, u"信用代码******"_s);
        row(u"第35条，2026年3月1日，12345"_s, u"第35条，2026年3月1日，12345"_s);
        row(u"2026-12-01起施行"_s, u"2026-12-01起施行"_s);
        row(u"不用材料"_s, u"不用材料"_s);
        row(QString(), QString());
    }
    void numbersOfPeopleAreMasked()
    {
        QFETCH(QString, words);
        QTEST(withoutNumbers(words), "masked");
    }
};

QTEST_GUILESS_MAIN(TestMask)
#include "tst_mask.moc"
