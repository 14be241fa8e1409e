// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/domain/sample_files.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <memory>
#include <tuple>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;

namespace {

struct RoutingCase {
    QString text;
    QSet<QString> units; ///< acceptable; empty: belongs to the pool
};

struct Tally {
    int right = 0;
    int wrong = 0;
    int pooled = 0;
    int all = 0;
    [[nodiscard]] double rightShare() const { return 100.0 * right / all; }
    [[nodiscard]] double wrongShare() const { return 100.0 * wrong / all; }
};

} // namespace

class TestRouting : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sampleRequestsReachTheirUnit();
    void wordsWithoutASubjectGoToThePool_data();
    void wordsWithoutASubjectGoToThePool();
    void aBareKeywordOfOneUnitIsEnough();
    void aBareKeywordOfSeveralUnitsIsNot();
    void aGuessSaysWhichWordsMatched();
    void anItemNotYetOfferedIsStillRecognised();
    void theSameTextIsRoutedTheSameWayByAnotherRouter();
    void everydayWordsCountAsTheOnesTheyStandFor();
    void oddTextIsHarmless_data();
    void oddTextIsHarmless();
    void aRouterWithoutDocumentsSendsAllToThePool();
    void twoHundredCharactersTakeLessThanTwoMilliseconds();
    void synonymsWithoutAMeaningAreRefused();

private:
    std::vector<RoutingCase> m_cases;
    std::unique_ptr<Router> m_router;
};

void TestRouting::initTestCase()
{
    QHash<QString, QString> unitOf;
    for (const QJsonValue &item : samples::object(u"resources/sample-data/items.json"_s)["items"_L1].toArray())
        unitOf[item["id"_L1].toString()] = item["department_id"_L1].toString();
    for (const QJsonValue &c : samples::object(u"tests/data/conversations.json"_s)["routing_cases"_L1].toArray()) {
        RoutingCase one{c["text"_L1].toString(), {}};
        if (!c["item_id"_L1].isNull()) {
            one.units.insert(unitOf.value(c["item_id"_L1].toString()));
            for (const QJsonValue &also : c["also"_L1].toArray())
                one.units.insert(unitOf.value(also.toString()));
        }
        m_cases.push_back(std::move(one));
    }
    m_router = std::make_unique<Router>(samples::routingDocuments(), samples::synonyms());
}

void TestRouting::sampleRequestsReachTheirUnit()
{
    QCOMPARE(m_cases.size(), std::size_t(200));
    Tally halves[2]; // 0: odd numbers; 1: even numbers, on which the weights were chosen
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        Tally &tally = halves[i % 2];
        const QString unit = m_router->route(m_cases[i].text).unit.value;
        ++tally.all;
        if (m_cases[i].units.isEmpty() ? unit.isEmpty() : m_cases[i].units.contains(unit))
            ++tally.right;
        else if (unit.isEmpty())
            ++tally.pooled;
        else
            ++tally.wrong;
    }
    const Tally whole{halves[0].right + halves[1].right, halves[0].wrong + halves[1].wrong,
                      halves[0].pooled + halves[1].pooled, halves[0].all + halves[1].all};
    const auto print = [](const char *name, const Tally &t) {
        qInfo("%s: %.1f %% right, %.1f %% wrong unit, %d to the pool", name, t.rightShare(), t.wrongShare(), t.pooled);
    };
    print("odd half (not tuned on)", halves[0]);
    print("even half", halves[1]);
    print("all", whole);
    QVERIFY(whole.rightShare() >= 80.0);
    QVERIFY(whole.wrongShare() <= 5.0);
}

void TestRouting::wordsWithoutASubjectGoToThePool_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("greeting") << u"您好，请问有人吗"_s;
    QTest::newRow("weather") << u"明天下雨吗"_s;
    QTest::newRow("shopping") << u"手机充电器哪里买便宜"_s;
    QTest::newRow("thanks") << u"谢谢你们，辛苦了"_s;
    QTest::newRow("football") << u"昨晚的球赛谁赢了"_s;
}

void TestRouting::wordsWithoutASubjectGoToThePool()
{
    QFETCH(QString, text);
    const RouteGuess guess = m_router->route(text);
    QVERIFY(guess.unit.isEmpty());
    QVERIFY(!guess.item);
    QCOMPARE(guess.reason, RouteReason::Unclear);
}

void TestRouting::aBareKeywordOfOneUnitIsEnough()
{
    const RouteGuess guess = m_router->route(u"「生育津贴」！"_s);
    QCOMPARE(guess.unit.value, u"D05"_s);
    QCOMPARE(guess.item->value, u"IT049"_s);
    QCOMPARE(guess.reason, RouteReason::Words);
}

void TestRouting::aBareKeywordOfSeveralUnitsIsNot()
{
    // 登记 is a keyword of tax, employment and technology items.
    QVERIFY(m_router->route(u"登记"_s).unit.isEmpty());
}

void TestRouting::aGuessSaysWhichWordsMatched()
{
    const RouteGuess guess = m_router->route(u"我们想申请工伤认定，材料交到哪里"_s);
    QCOMPARE(guess.item->value, u"IT040"_s);
    QVERIFY(!guess.matchedWords.empty());
    QVERIFY(guess.matchedWords.front().contains(u"工伤认定"_s));
    QVERIFY(guess.best.size() <= 5);
    QCOMPARE(guess.best.front().first.value, u"IT040"_s);
    QVERIFY(std::is_sorted(guess.best.begin(), guess.best.end(),
                           [](const auto &a, const auto &b) { return a.second > b.second; }));
}

void TestRouting::anItemNotYetOfferedIsStillRecognised()
{
    QCOMPARE(m_router->route(u"建设项目环境影响报告表怎么报批"_s).item->value, u"IT061"_s);
}

void TestRouting::theSameTextIsRoutedTheSameWayByAnotherRouter()
{
    const Router other(samples::routingDocuments(), samples::synonyms());
    for (const RoutingCase &c : m_cases) {
        const RouteGuess a = m_router->route(c.text);
        const RouteGuess b = other.route(c.text);
        QCOMPARE(a.unit.value, b.unit.value);
        QCOMPARE(a.score, b.score);
        QCOMPARE(a.matchedWords, b.matchedWords);
    }
}

void TestRouting::everydayWordsCountAsTheOnesTheyStandFor()
{
    RoutingDocument permit;
    permit.item = ItemId(u"A"_s);
    permit.unit = NodeId(u"U1"_s);
    permit.name = u"污水排入排水管网许可"_s;
    RoutingDocument stamp;
    stamp.item = ItemId(u"B"_s);
    stamp.unit = NodeId(u"U2"_s);
    stamp.name = u"公章刻制备案"_s;
    const QString text = u"戳子掉了"_s;
    const RoutingSettings anything{0.1, 0.0, 0.0};
    QVERIFY(Router({permit, stamp}, {}, anything).route(text).unit.isEmpty());
    const RouteGuess guess = Router({permit, stamp}, {{u"戳子"_s, {u"公章"_s}}}, anything).route(text);
    QCOMPARE(guess.unit.value, u"U2"_s);
}

void TestRouting::oddTextIsHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces") << u" \t\n　"_s;
    QTest::newRow("emoji") << u"😀😀👨‍👩‍👧🇨🇳"_s;
    QTest::newRow("half an emoji") << QString(QChar(0xD83D));
    QTest::newRow("NUL") << QString(QChar(0)) + u"？"_s + QChar(0);
    QTest::newRow("expanding ligatures") << QString(3000, QChar(0xFDFA));
    QTest::newRow("punctuation") << u"？？？！！！……"_s;
    QTest::newRow("latin") << u"hello world 12345"_s;
}

void TestRouting::oddTextIsHarmless()
{
    QFETCH(QString, text);
    const RouteGuess guess = m_router->route(text);
    QVERIFY(guess.unit.isEmpty());
    QVERIFY(std::isfinite(guess.score) && std::isfinite(guess.margin));
}

void TestRouting::aRouterWithoutDocumentsSendsAllToThePool()
{
    QVERIFY(Router({}).route(u"公积金怎么交"_s).unit.isEmpty());
    QVERIFY(Router(std::vector<RoutingDocument>(3)).route(u"公积金怎么交"_s).unit.isEmpty());
}

void TestRouting::twoHundredCharactersTakeLessThanTwoMilliseconds()
{
    QString text;
    for (std::size_t i = 0; text.size() < 200; ++i)
        text += m_cases[i].text;
    text.truncate(200);
    const QString huge = text.repeated(500);
    QElapsedTimer timer;
    qint64 best = std::numeric_limits<qint64>::max();
    qint64 bestHuge = best;
    for (int i = 0; i < 20; ++i) {
        timer.start();
        std::ignore = m_router->route(text);
        best = std::min(best, timer.nsecsElapsed());
        timer.start();
        std::ignore = m_router->route(huge);
        bestHuge = std::min(bestHuge, timer.nsecsElapsed());
    }
    qInfo("200 characters: %.2f ms, 100,000 characters: %.2f ms", double(best) / 1e6, double(bestHuge) / 1e6);
    QVERIFY(best < 2'000'000);
    QVERIFY(bestHuge < 20'000'000);
}

void TestRouting::synonymsWithoutAMeaningAreRefused()
{
    QVERIFY(!synonymsFromJson("{}"));
    const auto bad = synonymsFromJson(R"({"synonyms":[{"said":"a","means":["b"]},{"said":"c","means":[""]}]})");
    QCOMPARE(bad.error(), (Error{ErrorCode::BadImport, u"2"_s}));
    QCOMPARE(samples::synonyms().front().means.isEmpty(), false);
}

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
