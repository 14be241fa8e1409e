// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/readability.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// Whether an answer is said plainly.
class TestReadability : public QObject {
    Q_OBJECT

private slots:
    void sentencesAreMeasured()
    {
        const auto plain = readabilityOf(u"带上身份证。当天就能办好！\n要不要预约？不用。"_s, {}, {});
        QCOMPARE(plain.sentences, 4);
        QCOMPARE(plain.longest, 6);
        QVERIFY(!plain.isLong() && !plain.isCopied() && plain.jargon.isEmpty());
        const auto hard = readabilityOf(u"申请人应当自法定情形发生之日起三十个工作日内向其住所地县级以上地方人民政府市场监督管理部门提出变更登记申请并提交加盖公章的变更登记申请书。"_s, {}, {});
        QCOMPARE(hard.sentences, 1);
        QVERIFY(hard.isLong());
        for (const QString &nothing : {QString(), u"。。！"_s, u" \n"_s}) {
            const auto empty = readabilityOf(nothing, nothing, {u"的"_s, QString()});
            QVERIFY(empty.sentences == 0 && empty.meanLength == 0 && empty.copied == 0 && !empty.isLong());
        }
    }

    void whatIsCopiedIsSeenThroughItsDress()
    {
        const QString source = u"市场主体变更登记事项，应当自作出变更决议之日起三十日内申请变更登记。"_s;
        QCOMPARE(readabilityOf(source, source, {}).copied, 1.0);
        QCOMPARE(readabilityOf(u"市場主體變更登記事項 應當自作出變更決議之日起 三十日內申請變更登記"_s, source, {}).copied, 1.0);
        const auto own = readabilityOf(u"决定换人以后一个月内来改执照就行。"_s, source, {});
        QCOMPARE(own.copied, 0.0);
        const auto half = readabilityOf(u"自作出变更决议之日起三十日内来改就行，一个月。"_s, source, {});
        QVERIFY2(half.copied > 0.5 && half.copied < 0.8, qPrintable(QString::number(half.copied)));
        QVERIFY(half.isCopied());
        QCOMPARE(readabilityOf(u"三十日内"_s, source, {}).copied, 0.0); // four characters are chance
    }

    void wordsOfTheOfficeAreNamed()
    {
        const auto found = readabilityOf(u"请先完成「主体资格」核验；主体资格通过后再来。"_s, {}, {u"主体资格"_s, u"容缺受理"_s, u"主体资格"_s});
        QCOMPARE(found.jargon, QStringList{u"主体资格"_s});
    }

    void theSamplesPlainLayerIsPlainerThanItsOfficialOne()
    {
        QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/resources/sample-data/faqs.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int plain = 0, official = 0, both = 0;
        for (const auto &faq : QJsonDocument::fromJson(file.readAll())[u"faqs"_s].toArray()) {
            const QString words = faq[u"layers"_s][u"plain"_s].toString();
            if (words.isEmpty())
                continue;
            ++both;
            plain += readabilityOf(words, {}, {}).isLong() ? 1 : 0;
            official += readabilityOf(faq[u"answer"_s].toString(), {}, {}).isLong() ? 1 : 0;
        }
        QVERIFY(both > 100);
        QVERIFY2(plain * 5 < both && plain * 2 < official, qPrintable(u"%1 and %2 of %3"_s.arg(plain).arg(official).arg(both)));
    }

    void aLongTextIsMeasuredSoon()
    {
        const QString book = u"办理变更登记。"_s.repeated(50'000);
        const auto found = readabilityOf(book, book, {});
        QCOMPARE(found.sentences, 50'000);
        QCOMPARE(found.copied, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestReadability)
#include "tst_readability.moc"
