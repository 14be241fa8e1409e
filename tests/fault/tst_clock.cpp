// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/desk_bench.h"
#include "tests/fault/server_victim.h"
#include "tests/support/wire_client.h"

#include <QFile>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kCountdownError = 100ms;

/// A server whose machine's clock is somebody else's (libfaketime).
class Liar {
public:
    /// \param rate  in libfaketime's words, "+8h", "+0 x1.01"
    explicit Liar(const QString &rate, bool alsoMonotonic) : server(m_folder.path())
    {
        say(rate);
        server.preload(QStringLiteral(BANGBAN_FAKETIME));
        server.setEnvironment(u"FAKETIME_TIMESTAMP_FILE"_s, m_folder.filePath(u"time"_s));
        server.setEnvironment(u"FAKETIME_NO_CACHE"_s, u"1"_s);
        server.setEnvironment(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, alsoMonotonic ? u"0"_s : u"1"_s);
    }
    void say(const QString &rate)
    {
        QFile file(m_folder.filePath(u"time"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(rate.toUtf8()) != rate.size())
            qFatal("%s", qPrintable(file.errorString()));
    }

private:
    QTemporaryDir m_folder;

public:
    Victim server;
};

/// The server's time, as it says it now.
Instant timeOf(WireClient &wire)
{
    wire.send(protocol::Ping{7});
    return wire.next<protocol::Pong>().serverTime;
}

std::chrono::milliseconds apart(Instant one, Instant other) { return std::chrono::abs(one - other); }

} // namespace

/// Nobody's wrong clock moves a deadline or a verdict (architecture §2, 14; behaviour §4).
class TestClock : public QObject {
    Q_OBJECT

    static const protocol::NoticeRow *jumpIn(const Screen &screen)
    {
        for (const auto &row : screen.notices)
            if (row.kind == "clock_jumped"_L1)
                return &row;
        return nullptr;
    }

private slots:
    void aDeskCountsByTheServersTime_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<int>("deskHours");
        QTest::addColumn<bool>("alsoMonotonic");
        QTest::addRow("server 8 h ahead") << u"+8h"_s << 0 << false;
        QTest::addRow("server 8 h behind") << u"-8h"_s << 0 << false;
        QTest::addRow("desk 8 h ahead") << u"+0"_s << 8 << false;
        QTest::addRow("desk 8 h behind") << u"+0"_s << -8 << false;
        QTest::newRow("server 1 % fast") << u"+0 x1.01"_s << 0 << true;
        QTest::newRow("server 1 % slow") << u"+0 x0.99"_s << 0 << true;
    }

    void aDeskCountsByTheServersTime()
    {
        QFETCH(QString, server);
        QFETCH(int, deskHours);
        QFETCH(bool, alsoMonotonic);
        Liar liar(server, alsoMonotonic);
        QVERIFY(liar.server.start() >= 0);
        const SteadyClock deskClock{std::chrono::hours(deskHours)};
        Home home;
        Desk desk(home, deskClock);
        desk.station.connectTo(liar.server.url());
        QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, client::LineState::Online, 5000);
        desk.station.signIn({u"sample001"_s, {u"demo-demo"_s}, domain::Presence::Busy});
        QTRY_VERIFY_WITH_TIMEOUT(!desk.screen.accounts.isEmpty(), 5000);
        const auto ready = desk.station.setPresence(domain::Presence::Ready, {}, false);
        QTRY_VERIFY_WITH_TIMEOUT(desk.screen.answerTo(ready).has_value(), 5000);
        WireClient page(liar.server.url());
        page.beCitizen();
        protocol::RequestAsk ask;
        ask.request = RequestId(WireClient::newId());
        ask.item = ItemId(u"IT004"_s);
        ask.purpose = domain::Purpose::Errand;
        ask.words.text = u"几点了"_s;
        QVERIFY(page.command(ask));
        QTRY_VERIFY_WITH_TIMEOUT(desk.screen.requests.contains(ask.request), 5000);
        std::chrono::milliseconds worst{0};
        QElapsedTimer watched;
        watched.start();
        // As long as a few pings: a drift has time to show.
        QVERIFY(QTest::qWaitFor([&] {
            worst = std::max(worst, apart(desk.station.serverNow(), timeOf(page)));
            return watched.elapsed() > 7'000;
        }, 15'000));
        qInfo("worst error of the countdown: %lld ms", static_cast<long long>(worst.count()));
        QVERIFY(worst <= kCountdownError);
        const auto claim = desk.station.claim(ask.request);
        QTRY_VERIFY_WITH_TIMEOUT(desk.screen.answerTo(claim).has_value(), 5000);
        QVERIFY(!desk.screen.answerTo(claim)->error);
        QTRY_COMPARE_WITH_TIMEOUT(desk.screen.requests.value(ask.request).claimNo, 1, 5000);
        desk.station.sendText(ask.request, u"您好"_s, {});
        QTRY_VERIFY_WITH_TIMEOUT(desk.screen.requests.value(ask.request).firstHumanAt.has_value(), 5000);
        const auto row = desk.screen.requests.value(ask.request);
        QVERIFY(!row.missed);
        QVERIFY(*row.firstHumanAt - *row.clockFrom < 15s && *row.firstHumanAt > *row.clockFrom);
    }

    void theServersOwnJumpRaisesAnAlarmAndMovesNothing()
    {
        Liar liar(u"+0"_s, false);
        QVERIFY(liar.server.start() >= 0);
        const SteadyClock clock;
        Home home;
        Desk coordinator(home, clock);
        coordinator.station.connectTo(liar.server.url());
        QTRY_COMPARE_WITH_TIMEOUT(coordinator.screen.now.state, client::LineState::Online, 5000);
        coordinator.station.signIn({u"sample058"_s, {u"demo-demo"_s}, domain::Presence::Busy});
        QTRY_VERIFY_WITH_TIMEOUT(!coordinator.screen.accounts.isEmpty(), 5000);
        WireClient page(liar.server.url());
        page.beCitizen();
        protocol::RequestAsk ask;
        ask.request = RequestId(WireClient::newId());
        ask.item = ItemId(u"IT004"_s);
        ask.purpose = domain::Purpose::Errand;
        ask.words.text = u"钟跳了怎么办"_s;
        QVERIFY(page.command(ask));
        QTRY_VERIFY_WITH_TIMEOUT(coordinator.screen.requests.contains(ask.request), 5000);
        const auto before = coordinator.screen.requests.value(ask.request);
        for (const QString &jump : {u"+8h"_s, u"-8h"_s}) {
            coordinator.screen.notices.clear();
            const Instant then = timeOf(page);
            QElapsedTimer passed;
            passed.start();
            liar.say(jump);
            QTRY_VERIFY_WITH_TIMEOUT(jumpIn(coordinator.screen), 5000);
            QVERIFY(std::abs(jumpIn(coordinator.screen)->text.toLongLong()) >= 8 * 3600 - 5);
            QVERIFY(apart(timeOf(page), then + std::chrono::milliseconds(passed.elapsed())) <= kCountdownError);
        }
        const auto after = coordinator.screen.requests.value(ask.request);
        QCOMPARE(after.dueAt, before.dueAt);
        QVERIFY(!after.missed);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
