// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/desk_bench.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using client::LineState;
using std::chrono::milliseconds;

namespace {

/// A PC clock whose wall and monotonic time are told apart.
class WrongClock final : public Clock {
public:
    explicit WrongClock(milliseconds wrongBy) : m_wrongBy(wrongBy) {}
    [[nodiscard]] Instant now() const override { return m_steady.now() + m_wrongBy; }
    [[nodiscard]] milliseconds monotonic() const override { return m_steady.monotonic(); }
    [[nodiscard]] Instant wall() const override { return wallClockNow() + m_wrongBy; }
    void jump(milliseconds by) { m_wrongBy += by; }

private:
    SteadyClock m_steady;
    milliseconds m_wrongBy;
};

client::LineTimes times()
{
    client::LineTimes times = quickTimes();
    times.pingEvery = milliseconds(20);
    times.quietAfter = milliseconds(1000);
    times.brokenAfter = milliseconds(3000);
    return times;
}

const Instant kNoon = at(LocalDate(std::chrono::local_days(std::chrono::year(2026) / 11 / 23)), std::chrono::hours(12));

} // namespace

class TestLine : public QObject {
    Q_OBJECT

private slots:
    void silenceMakesReconnectingThenBrokenAndTheNextDialMendsIt();
    void aWordInTimeMendsTheLineWithoutDialling();
    void aServerThatIsNotThereIsConnectingAndThenBroken();
    void whatComesMalformedDropsTheLine_data();
    void whatComesMalformedDropsTheLine();
    void anUnknownMessageIsPassedOver();
    void dialsGrowRarerWhileTheServerHangsUpAtOnce();
    void ofAllSamplesTheSmallestRoundTripWins();
    void aShortSleepOfThePcIsMendedByTheNextSample();
    void aNewLineForgetsTheSamplesOfTheLast();
    void aWrongPcClockChangesNothing_data();
    void aWrongPcClockChangesNothing();
    void theServersPingIsAnswered();
};

void TestLine::silenceMakesReconnectingThenBrokenAndTheNextDialMendsIt()
{
    ManualClock clock(kNoon);
    Home home;
    ScriptedServer office;
    office.keepOffice(staffRow());
    Desk desk(home, clock, times());
    QVERIFY(desk.comeIn(office));
    office.ignore<protocol::Ping>();
    office.next<protocol::Ping>(); // nothing more is on its way back
    QTRY_VERIFY_WITH_TIMEOUT(office.all<protocol::Ping>().size() > 3, 5000);
    clock.advance(milliseconds(999));
    const auto before = office.all<protocol::Ping>().size();
    QTRY_VERIFY_WITH_TIMEOUT(office.all<protocol::Ping>().size() > before + 10, 5000);
    QCOMPARE(desk.screen.now.state, LineState::Online);
    clock.advance(milliseconds(1));
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Reconnecting, 5000);
    const CommandId text = desk.station.sendText(kFirst, u"照样写"_s, {}); // the socket is kept and work goes on
    QCOMPARE(office.next<protocol::MessageSend>().cmdId, text);
    QCOMPARE(office.dials(), 1);
    office.goAway(); // nor does the next dial succeed
    clock.advance(milliseconds(2000));
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Broken, 5000);
    office.keepOffice(staffRow());
    QVERIFY(office.comeBack());
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Online, 5000);
    QCOMPARE(desk.screen.states(), (QList{LineState::Connecting, LineState::Online, LineState::Reconnecting, LineState::Broken,
                                          LineState::Online}));
}

void TestLine::aWordInTimeMendsTheLineWithoutDialling()
{
    ManualClock clock(kNoon);
    Home home;
    ScriptedServer office;
    office.keepOffice(staffRow());
    Desk desk(home, clock, times());
    QVERIFY(desk.comeIn(office));
    office.ignore<protocol::Ping>();
    const auto before = office.all<protocol::Ping>().size();
    QTRY_VERIFY_WITH_TIMEOUT(office.all<protocol::Ping>().size() > before + 2, 5000);
    clock.advance(milliseconds(2999));
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Reconnecting, 5000);
    QVERIFY(office.say(protocol::Ping{7}));
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Online, 5000);
    QCOMPARE(office.dials(), 1);
}

void TestLine::aServerThatIsNotThereIsConnectingAndThenBroken()
{
    ManualClock clock(kNoon);
    Home home;
    ScriptedServer office;
    office.goAway();
    Desk desk(home, clock, times());
    desk.station.connectTo(office.url());
    QCOMPARE(desk.screen.now.state, LineState::Connecting);
    QCOMPARE(desk.screen.now.server, u"127.0.0.1:%1"_s.arg(office.url().port()));
    clock.advance(milliseconds(3000));
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Broken, 5000);
    desk.station.signIn({u"chen"_s, {u"secret"_s}, domain::Presence::Busy});
    QCOMPARE(desk.screen.refusals.last().code, ErrorCode::Unreachable);
    QVERIFY(office.comeBack());
    desk.station.reconnectNow();
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Online, 5000);
}

void TestLine::whatComesMalformedDropsTheLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("no name") << QByteArray("{}");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("cut chunk") << QByteArray("\x01" "abc");
    QTest::newRow("batch without numbers") << QByteArray(R"({"t":"batch","scope":"310100"})");
    QTest::newRow("snapshot of words") << QByteArray(R"({"t":"snapshot","scope":"310100","rows":"all"})");
    QTest::newRow("pong of words") << QByteArray(R"({"t":"pong","sent_at":"now","server_time":1})");
    QTest::newRow("result without a number") << QByteArray(R"({"t":"result"})");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"t\":\"typing_shown\",\"request\":\"\xff\xfe\"}");
    QTest::newRow("text") << QByteArray("text");
}

void TestLine::whatComesMalformedDropsTheLine()
{
    QFETCH(QByteArray, bytes);
    Bench bench;
    QCOMPARE(bench.office.dials(), 1);
    QVERIFY(bytes == "text" ? bench.office.sayText(u"{\"t\":\"pong\"}"_s) : bench.office.sayBytes(bytes));
    QTRY_COMPARE_WITH_TIMEOUT(bench.office.dials(), 2, 5000);
    bench.office.next<protocol::Resume>();
    QCOMPARE(bench.office.next<protocol::Resume>().cursors, QStringList{u"cursor-1"_s}); // and it goes on where it was
    QCOMPARE(bench.screen().requests.size(), 2);
}

void TestLine::anUnknownMessageIsPassedOver()
{
    Bench bench;
    QVERIFY(bench.office.sayBytes(R"({"t":"news.of_v2","n":1})"));
    protocol::Batch batch{kDistrict, 0, 2, u"cursor-2"_s, {{u"new_entity"_s, u"x"_s, {{u"a"_s, 1}}, {}}}};
    batch.changes.push_back(changeOf(messageRow(kFirst, 2, u"之后"_s)));
    QVERIFY(bench.office.say(batch));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"之后"_s).row.seq, 2, 5000);
    QCOMPARE(bench.office.dials(), 1);
}

void TestLine::dialsGrowRarerWhileTheServerHangsUpAtOnce()
{
    SteadyClock clock;
    Home home;
    ScriptedServer office;
    office.on<protocol::Hello>([&](const protocol::Hello &) { office.hangUp(); });
    client::LineTimes slow = times();
    slow.firstDelay = milliseconds(1);
    slow.longestDelay = milliseconds(100'000);
    Desk desk(home, clock, slow);
    desk.station.connectTo(office.url());
    // Each wait is drawn from 0 … 1, 2, 4, … 256 ms: twelve late ones take a second and a half, all early ones a blink.
    QTRY_VERIFY_WITH_TIMEOUT(office.dials() >= 8, 5000);
    const auto began = clock.monotonic();
    const int before = office.dials();
    QTRY_VERIFY_WITH_TIMEOUT(office.dials() >= before + 12, 20'000);
    QVERIFY2((clock.monotonic() - began) > milliseconds(250), "dials do not slow down");
}

void TestLine::ofAllSamplesTheSmallestRoundTripWins()
{
    ManualClock pc(kNoon);
    client::ServerClock clock(pc);
    const auto sent = pc.monotonic();
    clock.addSample(sent, sent + milliseconds(400), kNoon + milliseconds(5200));
    QCOMPARE(toMs(clock.now()), toMs(kNoon) + 5000); // 5200 + 200 on the way − 400 passed
    clock.addSample(sent, sent + milliseconds(20), kNoon + milliseconds(4010));
    QCOMPARE(toMs(clock.now()), toMs(kNoon) + 4000);
    clock.addSample(sent, sent + milliseconds(900), kNoon + milliseconds(4600));
    QCOMPARE(toMs(clock.now()), toMs(kNoon) + 4000);
    QCOMPARE(clock.roundTripMs(), 900);
    clock.addSample(sent + milliseconds(5), sent, kNoon); // answered before it was asked
    QCOMPARE(clock.roundTripMs(), 900);
    clock.addSample(sent, sent + milliseconds(20), kNoon + milliseconds(4510)); // of equal ones the newest
    QCOMPARE(toMs(clock.now()), toMs(kNoon) + 4500);
    for (int i = 0; i < 16; ++i) // an old sample does not rule for ever
        clock.addSample(sent, sent + milliseconds(100), kNoon + milliseconds(7050));
    QCOMPARE(toMs(clock.now()), toMs(kNoon) + 7000);
}

void TestLine::aShortSleepOfThePcIsMendedByTheNextSample()
{
    ManualClock clock(fromMs(1'000'000));
    client::ServerClock server(clock);
    const Instant base = fromMs(2'000'000);
    server.addSample(clock.monotonic(), clock.monotonic() + 2ms, base);
    // Ten seconds pass for the server while the monotonic clock of this PC stands still.
    server.addSample(clock.monotonic(), clock.monotonic() + 8ms, base + 10s);
    QVERIFY(std::chrono::abs(server.now() - (base + 10s)) < 50ms);
}

void TestLine::aNewLineForgetsTheSamplesOfTheLast()
{
    ManualClock clock(kNoon);
    Home home;
    ScriptedServer office;
    office.keepOffice(staffRow());
    office.time = [&] { return clock.now() + std::chrono::hours(1); };
    client::LineTimes rarePings = times();
    rarePings.pingEvery = std::chrono::minutes(1);
    Desk desk(home, clock, rarePings);
    QVERIFY(desk.comeIn(office));
    QTRY_COMPARE_WITH_TIMEOUT(desk.station.serverNow(), clock.now() + std::chrono::hours(1), 5000);
    office.time = [&] { return clock.now() + std::chrono::hours(3); }; // the PC slept for two hours
    office.hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(desk.station.serverNow(), clock.now() + std::chrono::hours(3), 5000);
}

void TestLine::aWrongPcClockChangesNothing_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("right") << 0;
    QTest::newRow("eight hours fast") << 8;
    QTest::newRow("eight hours slow") << -8;
}

void TestLine::aWrongPcClockChangesNothing()
{
    QFETCH(int, hours);
    WrongClock clock{std::chrono::hours(hours)};
    SteadyClock right;
    Home home;
    ScriptedServer office;
    office.keepOffice(staffRow());
    office.time = [&] { return right.now(); };
    Desk desk(home, clock, times());
    QVERIFY(desk.comeIn(office));
    const auto error = [&] { return std::abs((desk.station.serverNow() - right.now()).count()); };
    QTRY_VERIFY_WITH_TIMEOUT(desk.screen.now.roundTripMs >= 0, 5000);
    QVERIFY2(error() < 500, qPrintable(QString::number(error())));
    QVERIFY(std::abs(desk.screen.now.clockOffsetMs + hours * 3'600'000LL) < 500);
    clock.jump(std::chrono::hours(5)); // somebody sets the clock
    QVERIFY2(error() < 500, qPrintable(QString::number(error())));
    desk.station.sendText(kFirst, u"几点"_s, {});
    QVERIFY(std::abs((desk.screen.said(u"几点"_s).row.sentAt - right.now()).count()) < 1000);
}

void TestLine::theServersPingIsAnswered()
{
    Bench bench;
    QVERIFY(bench.office.say(protocol::Ping{42}));
    QCOMPARE(bench.office.next<protocol::Pong>().sentAt, 42);
}

QTEST_GUILESS_MAIN(TestLine)
#include "tst_line.moc"
