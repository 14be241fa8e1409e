// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/queue_order.h"
#include "tests/domain/property.h"

#include <algorithm>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;

namespace {

const Instant kStart = fromMs(1'800'000'000'000);

/// Queued so many seconds after the start, its minute running from then.
QueueEntry entry(const QString &id, int priority, int queuedAfter)
{
    const Instant queued = kStart + std::chrono::seconds(queuedAfter);
    return {RequestId(id), priority, queued, queued, queued + 60s};
}

QString order(std::vector<QueueEntry> entries, int nowAfter)
{
    const Instant now = kStart + std::chrono::seconds(nowAfter);
    std::sort(entries.begin(), entries.end(),
              [now](const QueueEntry &a, const QueueEntry &b) { return goesBefore(a, b, now); });
    QStringList ids;
    for (const QueueEntry &e : entries)
        ids.append(e.id.value);
    return ids.join(u' ');
}

/// A request as one office with one promise sees it: it waits for reopening or not, is of either class.
rc::Gen<QueueEntry> anyEntry()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 40), rc::gen::inRange(1, 3), rc::gen::inRange(0, 120'000)),
                        [](const std::tuple<int, int, int> &t) {
                            const Instant reopening = kStart + 30s;
                            QueueEntry e;
                            e.id = RequestId(QString::number(std::get<0>(t)));
                            e.priority = std::get<1>(t);
                            e.queuedAt = kStart + std::chrono::milliseconds(std::get<2>(t) / 500 * 500);
                            e.runningSince = std::max(e.queuedAt, reopening);
                            e.due = e.runningSince + 60s;
                            return e;
                        });
}

rc::Gen<Instant> anyNow()
{
    return rc::gen::map(rc::gen::inRange(0, 300'000), [](int ms) { return kStart + std::chrono::milliseconds(ms); });
}

} // namespace

namespace rc {
template<>
struct Arbitrary<QueueEntry> {
    static Gen<QueueEntry> arbitrary() { return anyEntry(); }
};
template<>
struct Arbitrary<Instant> {
    static Gen<Instant> arbitrary() { return anyNow(); }
};
} // namespace rc

namespace bangban::domain {
// NOLINTNEXTLINE(readability-identifier-naming): the name rapidcheck looks up
void showValue(const QueueEntry &e, std::ostream &os)
{
    os << e.id.value.toStdString() << " P" << e.priority << " +" << (e.queuedAt - kStart).count() << "ms";
}
} // namespace bangban::domain

class TestQueueOrder : public QObject {
    Q_OBJECT

private slots:
    void orderOfWaitingRequests_data();
    void orderOfWaitingRequests();
    void exactlyAtTheDueTimeIsNotOverdue();
    void whoWaitedForReopeningKeepsTheirPlace();
    void theOrderIsAStrictWeakOrder();
    void nobodyOvertakesAnOlderRequestOfTheSameClass();
    void secondClassNeverStarves();
    void theEstimateIsHonest_data();
    void theEstimateIsHonest();
    void theEstimateNeverShrinksWithMorePeopleAhead();
};

void TestQueueOrder::orderOfWaitingRequests_data()
{
    QTest::addColumn<QString>("entries"); // id priority queued-after, separated by commas
    QTest::addColumn<int>("now");
    QTest::addColumn<QString>("expected");
    QTest::newRow("older first") << u"a 1 5,b 1 3"_s << 10 << u"b a"_s;
    QTest::newRow("first class before second") << u"a 2 0,b 1 20"_s << 25 << u"b a"_s;
    QTest::newRow("second class 29.9 s old") << u"a 2 0,b 1 20"_s << 29 << u"b a"_s;
    QTest::newRow("second class counts as first after 30 s") << u"a 2 0,b 1 20"_s << 30 << u"a b"_s;
    QTest::newRow("20 s left goes before first class") << u"a 1 20,b 1 0,c 1 10"_s << 45 << u"b c a"_s;
    QTest::newRow("overdue first, oldest due first") << u"a 1 30,b 2 10,c 2 0"_s << 75 << u"c b a"_s;
    QTest::newRow("ties by id") << u"b 1 0,a 1 0"_s << 5 << u"a b"_s;
}

void TestQueueOrder::orderOfWaitingRequests()
{
    QFETCH(QString, entries);
    QFETCH(int, now);
    QFETCH(QString, expected);
    std::vector<QueueEntry> all;
    for (const QString &one : entries.split(u',')) {
        const QStringList words = one.split(u' ');
        all.push_back(entry(words[0], words[1].toInt(), words[2].toInt()));
    }
    QCOMPARE(order(all, now), expected);
}

void TestQueueOrder::exactlyAtTheDueTimeIsNotOverdue()
{
    const QueueEntry e = entry(u"a"_s, 1, 0);
    QCOMPARE(sortKey(e, e.due).overdueRank, 1);
    QCOMPARE(sortKey(e, e.due).nearlyDueRank, 0);
    QCOMPARE(sortKey(e, e.due + 1ms).overdueRank, 0);
    QCOMPARE(sortKey(e, e.due - 20s).nearlyDueRank, 0);
    QCOMPARE(sortKey(e, e.due - 20s - 1ms).nearlyDueRank, 1);
}

void TestQueueOrder::whoWaitedForReopeningKeepsTheirPlace()
{
    QueueEntry early = entry(u"z"_s, 2, -3600);
    QueueEntry late = entry(u"a"_s, 2, -600);
    for (QueueEntry *e : {&early, &late}) {
        e->runningSince = kStart;
        e->due = kStart + 60s;
    }
    QCOMPARE(order({late, early}, 5), u"z a"_s);
    QCOMPARE(order({late, early}, 70), u"z a"_s);
    // An hour in the gap is no waiting in the sense of the 30 s.
    QCOMPARE(order({early, entry(u"p"_s, 1, 3)}, 5), u"p z"_s);
}

void TestQueueOrder::theOrderIsAStrictWeakOrder()
{
    verifyProperty("irreflexive, asymmetric, transitive, total up to equality",
                   [](const QueueEntry &a, const QueueEntry &b, const QueueEntry &c, Instant now) {
                       const auto before = [now](const QueueEntry &x, const QueueEntry &y) {
                           return goesBefore(x, y, now);
                       };
                       RC_ASSERT(!before(a, a));
                       RC_ASSERT(!(before(a, b) && before(b, a)));
                       if (before(a, b) && before(b, c))
                           RC_ASSERT(before(a, c));
                       if (!before(a, b) && !before(b, a))
                           RC_ASSERT(sortKey(a, now) == sortKey(b, now));
                   });
}

void TestQueueOrder::nobodyOvertakesAnOlderRequestOfTheSameClass()
{
    verifyProperty("of two of one class the one queued earlier goes first", [](QueueEntry a, QueueEntry b, Instant now) {
        b.priority = a.priority;
        RC_PRE(a.queuedAt < b.queuedAt);
        RC_ASSERT(goesBefore(a, b, now));
    });
}

void TestQueueOrder::secondClassNeverStarves()
{
    verifyProperty("after 30 s nobody queued later goes before a request of second class",
                   [](QueueEntry second, QueueEntry other, Instant now) {
                       if (other.queuedAt < second.queuedAt)
                           std::swap(second, other);
                       RC_PRE(second.queuedAt < other.queuedAt);
                       second.priority = 2;
                       RC_ASSERT(goesBefore(second, other, std::max(now, second.runningSince + 30s)));
                   });
}

void TestQueueOrder::theEstimateIsHonest_data()
{
    QTest::addColumn<int>("ahead");
    QTest::addColumn<int>("free");
    QTest::addColumn<int>("places");
    QTest::addColumn<int>("handle");
    QTest::addColumn<int>("seconds"); // -1: nothing said
    QTest::addColumn<bool>("nobodyOn");
    QTest::newRow("a place is free") << 0 << 1 << 5 << 300 << 0 << false;
    QTest::newRow("free ones are for those ahead") << 2 << 2 << 5 << 300 << 60 << false;
    QTest::newRow("next in line, one place") << 0 << 0 << 1 << 300 << 300 << false;
    QTest::newRow("third in line, two places") << 2 << 0 << 2 << 300 << 450 << false;
    QTest::newRow("rounded up") << 0 << 0 << 7 << 100 << 15 << false;
    QTest::newRow("nobody on duty") << 3 << 0 << 0 << 300 << -1 << true;
    QTest::newRow("nothing known of the work") << 3 << 0 << 2 << 0 << -1 << false;
    QTest::newRow("nonsense") << -3 << -1 << 1 << 60 << 60 << false;
}

void TestQueueOrder::theEstimateIsHonest()
{
    QFETCH(int, ahead);
    QFETCH(int, free);
    QFETCH(int, places);
    QFETCH(int, handle);
    QFETCH(int, seconds);
    QFETCH(bool, nobodyOn);
    const WaitEstimate estimate = estimateWait(ahead, free, places, std::chrono::seconds(handle));
    QCOMPARE(estimate.ahead, std::max(0, ahead));
    QCOMPARE(estimate.nobodyOn, nobodyOn);
    QCOMPARE(estimate.wait ? int(estimate.wait->count()) : -1, seconds);
}

void TestQueueOrder::theEstimateNeverShrinksWithMorePeopleAhead()
{
    verifyProperty("one more ahead is never quicker", [] {
        const int ahead = *rc::gen::inRange(0, 500);
        const int free = *rc::gen::inRange(0, 20);
        const int places = *rc::gen::inRange(1, 100);
        const std::chrono::seconds handle(*rc::gen::inRange(1, 3600));
        RC_ASSERT(*estimateWait(ahead + 1, free, places, handle).wait >= *estimateWait(ahead, free, places, handle).wait);
    });
}

QTEST_GUILESS_MAIN(TestQueueOrder)
#include "tst_queue_order.moc"
