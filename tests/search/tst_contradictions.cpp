// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/contradictions.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// Answers to one question that give other figures.
class TestContradictions : public QObject {
    Q_OBJECT

private:
    static std::vector<Contradiction> between(const QString &one, const QString &other)
    {
        return contradictions({{u"1"_s, u"歇业备案要几天"_s, one}, {u"2"_s, u"歇业备案需要几天"_s, other}});
    }

private slots:
    void otherFiguresAreFound_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("here");
        QTest::addColumn<QString>("there");
        QTest::newRow("days") << u"3个工作日办好。"_s << u"五个工作日内办结。"_s << u"3个工作日"_s << u"五个工作日"_s;
        QTest::newRow("width") << u"３个工作日"_s << u"5个工作日"_s << u"3个工作日"_s << u"5个工作日"_s;
        QTest::newRow("days of the calendar") << u"3天"_s << u"3个工作日"_s << u"3天"_s << u"3个工作日"_s;
        QTest::newRow("the same day") << u"材料齐全当天就能办。"_s << u"十五天"_s << u"当天"_s << u"十五天"_s;
        QTest::newRow("a fee") << u"免费办理。"_s << u"收费50元。"_s << u"免费"_s << u"50元"_s;
        QTest::newRow("money") << u"补贴1万元"_s << u"补贴2000元"_s << u"1万元"_s << u"2000元"_s;
        QTest::newRow("a share") << u"比例为５％"_s << u"比例为7%"_s << u"5%"_s << u"7%"_s;
        QTest::newRow("copies") << u"一式两份"_s << u"要3份"_s << u"两份"_s << u"3份"_s;
    }
    void otherFiguresAreFound()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        const auto found = between(one, other);
        QCOMPARE(found.size(), 1U);
        QTEST(found[0].here, "here");
        QTEST(found[0].there, "there");
    }

    void whatAgreesIsNotFound_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("the same") << u"3个工作日"_s << u"三个工作日办结，免费。"_s;
        QTest::newRow("money in other words") << u"1万元"_s << u"10000元"_s;
        QTest::newRow("no fee in other words") << u"免费"_s << u"不收费"_s;
        QTest::newRow("one in common") << u"3个工作日，最长5个工作日"_s << u"5个工作日"_s;
        QTest::newRow("other kinds") << u"3个工作日"_s << u"50元"_s;
        QTest::newRow("dates") << u"2026年3月1日起施行"_s << u"2025年12月31日前"_s;
        QTest::newRow("many cases") << u"1天、2天、3天、4天"_s << u"5天"_s;
        QTest::newRow("nothing") << QString() << u"。"_s;
    }
    void whatAgreesIsNotFound()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(between(one, other).empty());
        QVERIFY(between(other, one).empty());
    }

    void otherQuestionsDoNotContradictEachOther()
    {
        QVERIFY(contradictions({{u"1"_s, u"歇业备案要几天"_s, u"3天"_s}, {u"2"_s, u"食品经营许可证怎么延续"_s, u"5天"_s}}).empty());
        QVERIFY(contradictions({}).empty());
    }

    /// The sample office's drill: entries that contradict each other on purpose, and a hundred and fifty that do not.
    void theDrillIsFoundAndNothingElse()
    {
        QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/resources/sample-data/faqs.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::map<QString, std::vector<Statement>> items;
        for (const QJsonValue &one : QJsonDocument::fromJson(file.readAll())["faqs"_L1].toArray()) {
            const QString answer = one["layers"_L1]["plain"_L1].toString() + u"。"_s + one["answer"_L1].toString();
            items[one["item_id"_L1].toString()].push_back({one["id"_L1].toString(), one["question"_L1].toString(), answer});
        }
        QVERIFY(items.size() > 10);
        QStringList found;
        for (const auto &[item, statements] : items)
            for (const Contradiction &one : contradictions(statements))
                found.append(one.one + u'/' + one.other + u' ' + one.here + u" / "_s + one.there);
        QCOMPARE(found, (QStringList{u"QA0028/QA0154 15个工作日、90个工作日 / 30个工作日"_s, u"QA0154/QA0155 30个工作日 / 15个工作日、90个工作日"_s}));
    }
};

QTEST_GUILESS_MAIN(TestContradictions)
#include "tst_contradictions.moc"
