// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/presence.h"

#include <QTest>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;

namespace {

const Instant kThen = fromMs(1'000'000);
const Instant kNow = fromMs(2'000'000);

PresenceStatus in(Presence state)
{
    return {state, kThen, {}, std::nullopt, {}};
}

Result<PresenceStatus> clicks(const PresenceStatus &status, Presence wanted, bool whenFree = false,
                              bool hasWork = false, const QString &reason = {})
{
    return setByPerson(status, wanted, reason, whenFree, hasWork, kNow);
}

} // namespace

class TestPresence : public QObject {
    Q_OBJECT

private slots:
    void signingInMakesNobodyReady();
    void aClickIsMadeAtOnce();
    void nobodySetsThemselvesMissed();
    void aBreakNeedsAReason();
    void goingOfflineWithWorkInHandIsRefused();
    void aStateForLaterIsTakenWhenTheWorkEnds();
    void aStateForLaterWithoutWorkIsTakenAtOnce();
    void aLaterClickDropsTheQueuedState();
    void choosingThePresentStateCancelsTheQueuedOne();
    void aMissedOfferTakesNothingUntilAClick();
    void aMissedOfferKeepsAQueuedBreakOnly();
    void aMissedOfferLeavesABreakAlone();
    void idlenessBecomesABreak_data();
    void idlenessBecomesABreak();
    void whoTakesWhat_data();
    void whoTakesWhat();
    void silenceDecidesTheLink_data();
    void silenceDecidesTheLink();
    void openRequestsReturnAfterThreeMinutes();
};

void TestPresence::signingInMakesNobodyReady()
{
    QCOMPARE(afterSignIn(kNow), (PresenceStatus{Presence::Busy, kNow, {}, std::nullopt, {}}));
}

void TestPresence::aClickIsMadeAtOnce()
{
    const auto status = clicks(in(Presence::Busy), Presence::Ready);
    QCOMPARE(status->state, Presence::Ready);
    QCOMPARE(status->since, kNow);
}

void TestPresence::nobodySetsThemselvesMissed()
{
    QCOMPARE(clicks(in(Presence::Ready), Presence::Missed).error().code, ErrorCode::BadState);
}

void TestPresence::aBreakNeedsAReason()
{
    QCOMPARE(clicks(in(Presence::Ready), Presence::Break, false, false, u"  "_s).error().code, ErrorCode::BadMessage);
    QCOMPARE(clicks(in(Presence::Ready), Presence::Break, false, false, u"用餐"_s)->breakReason, u"用餐"_s);
}

void TestPresence::goingOfflineWithWorkInHandIsRefused()
{
    QCOMPARE(clicks(in(Presence::Ready), Presence::Offline, false, true).error().code, ErrorCode::BadState);
    QCOMPARE(clicks(in(Presence::Ready), Presence::Offline, true, true)->next, std::optional(Presence::Offline));
    QCOMPARE(clicks(in(Presence::Ready), Presence::Offline)->state, Presence::Offline);
}

void TestPresence::aStateForLaterIsTakenWhenTheWorkEnds()
{
    const auto queued = clicks(in(Presence::Ready), Presence::Break, true, true, u"用餐"_s);
    QCOMPARE(queued->state, Presence::Ready);
    QCOMPARE(queued->since, kThen);
    QCOMPARE(afterWorkEnded(*queued, true, kNow), *queued);
    const PresenceStatus taken = afterWorkEnded(*queued, false, kNow);
    QCOMPARE(taken, (PresenceStatus{Presence::Break, kNow, u"用餐"_s, std::nullopt, {}}));
    QCOMPARE(afterWorkEnded(taken, false, kNow + 1s), taken);
}

void TestPresence::aStateForLaterWithoutWorkIsTakenAtOnce()
{
    QCOMPARE(clicks(in(Presence::Ready), Presence::Busy, true, false)->state, Presence::Busy);
}

/// amazon-connect-streams #613: a queued next state swallowed the manual change.
void TestPresence::aLaterClickDropsTheQueuedState()
{
    const auto queued = clicks(in(Presence::Ready), Presence::Break, true, true, u"用餐"_s);
    const auto changed = clicks(*queued, Presence::TransferOnly, false, true);
    QCOMPARE(changed->state, Presence::TransferOnly);
    QVERIFY(!changed->next);
    QCOMPARE(afterWorkEnded(*changed, false, kNow).state, Presence::TransferOnly);
}

void TestPresence::choosingThePresentStateCancelsTheQueuedOne()
{
    const auto queued = clicks(in(Presence::Ready), Presence::Busy, true, true);
    const auto cancelled = clicks(*queued, Presence::Ready, false, true);
    QCOMPARE(*cancelled, in(Presence::Ready));
}

void TestPresence::aMissedOfferTakesNothingUntilAClick()
{
    const PresenceStatus missed = afterMissedOffer(in(Presence::Ready), kNow);
    QCOMPARE(missed.state, Presence::Missed);
    QVERIFY(!takesOffers(missed, Link::Online));
    QVERIFY(!takesTransfers(missed, Link::Online));
    QCOMPARE(afterWorkEnded(missed, false, kNow).state, Presence::Missed);
    QVERIFY(takesOffers(*clicks(missed, Presence::Ready), Link::Online));
}

void TestPresence::aMissedOfferKeepsAQueuedBreakOnly()
{
    const auto lunch = clicks(in(Presence::Ready), Presence::Break, true, true, u"用餐"_s);
    QCOMPARE(afterWorkEnded(afterMissedOffer(*lunch, kNow), false, kNow).state, Presence::Break);
    const auto back = clicks(in(Presence::TransferOnly), Presence::Ready, true, true);
    QCOMPARE(afterWorkEnded(afterMissedOffer(*back, kNow), false, kNow).state, Presence::Missed);
}

void TestPresence::aMissedOfferLeavesABreakAlone()
{
    QCOMPARE(afterMissedOffer(in(Presence::Break), kNow), in(Presence::Break));
    QCOMPARE(afterMissedOffer(in(Presence::Busy), kNow), in(Presence::Busy));
}

void TestPresence::idlenessBecomesABreak_data()
{
    QTest::addColumn<Presence>("state");
    QTest::addColumn<int>("idleSeconds");
    QTest::addColumn<bool>("hasWork");
    QTest::addColumn<Presence>("expected");
    QTest::newRow("just before") << Presence::Ready << 599 << false << Presence::Ready;
    QTest::newRow("ten minutes") << Presence::Ready << 600 << false << Presence::Break;
    QTest::newRow("with work") << Presence::Ready << 6000 << true << Presence::Ready;
    QTest::newRow("transfer only") << Presence::TransferOnly << 600 << false << Presence::Break;
    QTest::newRow("busy stays busy") << Presence::Busy << 6000 << false << Presence::Busy;
    QTest::newRow("missed stays missed") << Presence::Missed << 6000 << false << Presence::Missed;
}

void TestPresence::idlenessBecomesABreak()
{
    QFETCH(Presence, state);
    QFETCH(int, idleSeconds);
    QFETCH(bool, hasWork);
    QFETCH(Presence, expected);
    const auto after = afterIdle(in(state), std::chrono::seconds(idleSeconds), hasWork, kNow);
    QCOMPARE(after.state, expected);
    QCOMPARE(after.breakReason, expected == Presence::Break ? QString(kIdleBreak) : QString());
}

void TestPresence::whoTakesWhat_data()
{
    QTest::addColumn<Presence>("state");
    QTest::addColumn<Link>("link");
    QTest::addColumn<bool>("offers");
    QTest::addColumn<bool>("transfers");
    QTest::newRow("ready") << Presence::Ready << Link::Online << true << true;
    QTest::newRow("ready, reconnecting") << Presence::Ready << Link::Reconnecting << false << false;
    QTest::newRow("ready, gone") << Presence::Ready << Link::Gone << false << false;
    QTest::newRow("transfer only") << Presence::TransferOnly << Link::Online << false << true;
    QTest::newRow("busy") << Presence::Busy << Link::Online << false << false;
    QTest::newRow("break") << Presence::Break << Link::Online << false << false;
    QTest::newRow("missed") << Presence::Missed << Link::Online << false << false;
    QTest::newRow("offline") << Presence::Offline << Link::Online << false << false;
}

void TestPresence::whoTakesWhat()
{
    QFETCH(Presence, state);
    QFETCH(Link, link);
    QFETCH(bool, offers);
    QFETCH(bool, transfers);
    QCOMPARE(takesOffers(in(state), link), offers);
    QCOMPARE(takesTransfers(in(state), link), transfers);
}

void TestPresence::silenceDecidesTheLink_data()
{
    QTest::addColumn<int>("silenceMs");
    QTest::addColumn<Link>("link");
    QTest::newRow("none") << 0 << Link::Online;
    QTest::newRow("4.499 s") << 4499 << Link::Online;
    QTest::newRow("4.5 s") << 4500 << Link::Reconnecting;
    QTest::newRow("14.999 s") << 14999 << Link::Reconnecting;
    QTest::newRow("15 s") << 15000 << Link::Gone;
}

void TestPresence::silenceDecidesTheLink()
{
    QFETCH(int, silenceMs);
    QFETCH(Link, link);
    QCOMPARE(linkOf(std::chrono::milliseconds(silenceMs)), link);
}

void TestPresence::openRequestsReturnAfterThreeMinutes()
{
    QVERIFY(!casesReturn(180s));
    QVERIFY(casesReturn(180s + 1ms));
}

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
