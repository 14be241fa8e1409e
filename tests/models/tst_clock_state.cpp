// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clock_state.h"

#include <QtTest>

using namespace bangban;
using namespace bangban::models;
using namespace Qt::StringLiterals;
using domain::RequestState;

namespace {

Instant base()
{
    return *instantFromIso(u"2026-11-23T10:00:00+08:00"_s);
}

client::RequestRow waiting()
{
    client::RequestRow row;
    row.id = RequestId(u"r"_s);
    row.queuedAt = base();
    row.clockFrom = base();
    row.dueAt = base() + 60s;
    return row;
}

} // namespace

class TestClockState : public QObject {
    Q_OBJECT

private slots:
    void aRunningMinuteChangesShapeAtItsThresholds_data()
    {
        QTest::addColumn<int>("elapsedMs");
        QTest::addColumn<int>("face");
        QTest::addColumn<QString>("figure");
        const auto row = [](const char *name, int elapsed, ClockFace face, const QString &figure) {
            QTest::newRow(name) << elapsed << int(face) << figure;
        };
        row("start", 0, ClockFace::Quiet, u"60"_s);
        row("41 shows until 40.000", 19'500, ClockFace::Quiet, u"41"_s);
        row("just above 20 s", 39'999, ClockFace::Quiet, u"21"_s);
        row("20 s", 40'000, ClockFace::Amber, u"20"_s);
        row("just above 10 s", 49'999, ClockFace::Amber, u"11"_s);
        row("10 s", 50'000, ClockFace::Red, u"10.0"_s);
        row("tenths", 52'600, ClockFace::Red, u"07.4"_s);
        row("exactly due is still a hit", 60'000, ClockFace::Red, u"00.0"_s);
        row("past due", 60'001, ClockFace::Over, u"+00"_s);
        row("counts up", 67'300, ClockFace::Over, u"+07"_s);
        row("99 s over", 159'900, ClockFace::Over, u"+99"_s);
        row("minutes over", 250'000, ClockFace::Over, u"+3m"_s);
    }
    void aRunningMinuteChangesShapeAtItsThresholds()
    {
        QFETCH(int, elapsedMs);
        QFETCH(int, face);
        const ClockState state = clockOf(waiting(), base() + std::chrono::milliseconds(elapsedMs));
        QCOMPARE(int(state.face), face);
        QCOMPARE(state.kind, ClockKind::FirstResponse);
        QTEST(ringFigure(state, u"m"_s), "figure");
    }

    void anAnswerInTimeIsKeptForEver()
    {
        client::RequestRow row = waiting();
        row.state = RequestState::Serving;
        row.firstHumanAt = base() + 23s;
        const ClockState state = firstResponseOf(row, base() + 1h);
        QCOMPARE(state.face, ClockFace::Kept);
        QCOMPARE(asMinutes(state.takenMs), u"00:23"_s);
    }

    void aLateAnswerStaysAMiss()
    {
        client::RequestRow row = waiting();
        row.state = RequestState::Closed;
        row.firstHumanAt = base() + 72s;
        QCOMPARE(firstResponseOf(row, base() + 1h).face, ClockFace::KeptLate);
        QCOMPARE(clockOf(row, base() + 1h).leftMs, -12'000);
        row.firstHumanAt = base() + 30s;
        row.missed = true; // the server's word stands above the stamps
        QCOMPARE(firstResponseOf(row, base() + 1h).face, ClockFace::KeptLate);
    }

    void acceptingDoesNotStopTheMinute()
    {
        client::RequestRow row = waiting();
        row.state = RequestState::Serving;
        row.claimedAt = base() + 5s;
        QCOMPARE(clockOf(row, base() + 55s).face, ClockFace::Red);
    }

    void aFollowUpRunsFromTheFirstUnansweredMessage()
    {
        client::RequestRow row = waiting();
        row.state = RequestState::Serving;
        row.firstHumanAt = base() + 10s;
        row.followDue = base() + 200s;
        const ClockState state = clockOf(row, base() + 98s);
        QCOMPARE(state.kind, ClockKind::FollowUp);
        QCOMPARE(ringFigure(state, {}), u"1:42"_s);
        row.followDue.reset();
        QCOMPARE(clockOf(row, base() + 98s).face, ClockFace::Paused);
        QCOMPARE(clockOf(row, base() + 98s).takenMs, 88'000);
    }

    void aTransferGetsItsOwnMinuteOnceTheFirstIsAnswered()
    {
        client::RequestRow row = waiting();
        row.transferDue = base() + 100s;
        QCOMPARE(clockOf(row, base() + 50s).kind, ClockKind::FirstResponse);
        row.firstHumanAt = base() + 20s;
        QCOMPARE(clockOf(row, base() + 50s).kind, ClockKind::Transfer);
        QCOMPARE(clockOf(row, base() + 50s).leftMs, 50'000);
    }

    void aCallBackAndAHeldRequestShowTheirTimeAndRunNothing()
    {
        client::RequestRow row = waiting();
        row.dueAt.reset();
        row.state = RequestState::CallBack;
        row.callBackDue = base() + 24h;
        QCOMPARE(clockOf(row, base()).face, ClockFace::Due);
        QVERIFY(!clockOf(row, base()).isLate);
        QVERIFY(clockOf(row, base() + 25h).isLate);
        QVERIFY(ringFigure(clockOf(row, base()), {}).isEmpty());
        row.state = RequestState::Held;
        row.reopensAt = base() + 90min;
        QCOMPARE(clockOf(row, base()).kind, ClockKind::Reopening);
        QCOMPARE(clockOf(row, base()).due, base() + 90min);
    }

    void anOfferIsNeverRedBeforeItIsOver()
    {
        QCOMPARE(runningClock(ClockKind::Offer, base() + 10s, base() + 5s, kOfferClock).face, ClockFace::Quiet);
        QCOMPARE(runningClock(ClockKind::Offer, base() + 10s, base() + 7s, kOfferClock).face, ClockFace::Amber);
        QCOMPARE(runningClock(ClockKind::Offer, base() + 10s, base() + 11s, kOfferClock).face, ClockFace::Over);
    }
};

QTEST_GUILESS_MAIN(TestClockState)
#include "tst_clock_state.moc"
