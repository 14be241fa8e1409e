// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "server/handlers/handlers.h"
#include "tests/support/office_fixture.h"

using namespace bangban;
using namespace bangban::domain;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// Outside hours, in the lunch gap, at closing time: nobody is dropped and everybody is told when.
class TestHours : public QObject {
    Q_OBJECT

private slots:
    void outsideHoursARequestIsACallBack_data();
    void outsideHoursARequestIsACallBack();
    void aCallBackThatIsNoLongerWantedIsNoMiss();
    void inTheLunchGapTheCitizenChoosesToWait();
    void inTheLunchGapTheCitizenChoosesACallBack();
    void whoDoesNotChooseWaitsUntilTheReopening();
    void atClosingTimeTheMissStaysAndItBecomesACallBack();
    void aCallBackIsKeptByItsContact();
    void aNumberIsShownMaskedAndKeptApart();
    void anItemNotYetOfferedGoesToItsUnitAndSaysSo();
    void wordsWithoutASubjectGoToThePool();
    void theSamePersonsSecondRequestIsAPossibleDuplicate();
    void aSecondBatchTakesEffectByItself();
    void onePageKeepsNoEndlessCallBacks();
};

void TestHours::outsideHoursARequestIsACallBack_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("why"); // first reason: name, or "make-up"
    QTest::newRow("07:00 of a working day") << u"2026-11-23T07:00:00+08:00"_s << u"2026-11-23T10:00:00+08:00"_s << u""_s;
    QTest::newRow("evening") << u"2026-11-23T18:00:00+08:00"_s << u"2026-11-24T10:00:00+08:00"_s << u""_s;
    QTest::newRow("Friday night") << u"2026-11-27T21:00:00+08:00"_s << u"2026-11-30T10:00:00+08:00"_s << u""_s;
    QTest::newRow("before the national holiday") << u"2026-09-30T20:00:00+08:00"_s << u"2026-10-08T10:00:00+08:00"_s << u"国庆节"_s;
    QTest::newRow("before a make-up Saturday") << u"2026-10-09T20:00:00+08:00"_s << u"2026-10-10T10:00:00+08:00"_s << u"make-up"_s;
}

void TestHours::outsideHoursARequestIsACallBack()
{
    QFETCH(QString, at);
    QFETCH(QString, due);
    QFETCH(QString, why);
    OfficeFixture f(at);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, u"IT004"_s, u"13800000000"_s);
    QCOMPARE(request.state, RequestState::CallBack);
    QVERIFY(!request.clockFrom);
    QCOMPARE(toIso(*request.callBackDue), due);
    const auto reason = request.callBackWhy.empty() ? QString()
        : request.callBackWhy[0].makeUpDay          ? u"make-up"_s
                                                    : request.callBackWhy[0].name;
    QCOMPARE(reason, why);
    QCOMPARE(f.timers(request.id), u"call_back running"_s);
    // What the page was told before it asked is what came of it.
    const auto outlook = server::outlookFor(*f.office, ItemId(u"IT004"_s));
    VERIFY_OK(outlook);
    QCOMPARE(outlook->state, RequestState::CallBack);
    QCOMPARE(outlook->callBackDue, request.callBackDue);
    QCOMPARE(outlook->callBackWhy.size(), request.callBackWhy.size());
}

void TestHours::aCallBackThatIsNoLongerWantedIsNoMiss()
{
    OfficeFixture f(u"2026-11-23T18:00:00+08:00"_s);
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"增资怎么办"_s, u"IT004"_s, u"13800000000"_s);
    VERIFY_OK(f.send(citizen, protocol::RequestWithdraw{{}, request.id}));
    QCOMPARE(f.timers(request.id), u"call_back apart"_s);
    f.ask(citizen, u"换一个问题"_s, u"IT004"_s, {}); // and the place of an open one is free again
}

void TestHours::inTheLunchGapTheCitizenChoosesToWait()
{
    OfficeFixture f(u"2026-11-23T12:10:00+08:00"_s);
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"单位公积金怎么开户"_s, u"IT046"_s); // the district's hours: a gap from 12:00 to 13:30
    QCOMPARE(request.state, RequestState::Choosing);
    QCOMPARE(toIso(*request.reopensAt), u"2026-11-23T13:30:00+08:00"_s);
    VERIFY_OK(f.send(citizen, protocol::RequestChoose{{}, request.id, true, {}}));
    QCOMPARE(f.request(request.id).state, RequestState::Held);
    QVERIFY(f.timers(request.id).isEmpty());
    f.clock.set(*request.reopensAt - 1s);
    f.pass(2s);
    const auto waiting = f.request(request.id);
    QCOMPARE(waiting.state, RequestState::Waiting);
    QCOMPARE(toIso(*waiting.clockFrom), u"2026-11-23T13:30:00+08:00"_s);
    QCOMPARE(waiting.queuedAt, request.queuedAt);
}

void TestHours::inTheLunchGapTheCitizenChoosesACallBack()
{
    OfficeFixture f(u"2026-11-23T12:10:00+08:00"_s);
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"单位公积金怎么开户"_s, u"IT046"_s);
    QCOMPARE(request.state, RequestState::Choosing);
    VERIFY_OK(f.send(citizen, protocol::RequestChoose{{}, request.id, false, {u"021-5550-0199"_s}}));
    const auto row = f.request(request.id);
    QCOMPARE(row.state, RequestState::CallBack);
    QCOMPARE(toIso(*row.callBackDue), u"2026-11-23T14:30:00+08:00"_s); // one working hour after reopening
    QCOMPARE(row.phoneMask, u"021****0199"_s);
}

void TestHours::whoDoesNotChooseWaitsUntilTheReopening()
{
    OfficeFixture f(u"2026-11-23T12:10:00+08:00"_s);
    const auto request = f.ask(f.citizen(), u"单位公积金怎么开户"_s, u"IT046"_s);
    f.clock.set(*request.reopensAt);
    f.pass(1s);
    QCOMPARE(f.request(request.id).state, RequestState::Waiting);
}

void TestHours::atClosingTimeTheMissStaysAndItBecomesACallBack()
{
    OfficeFixture f(u"2026-11-23T16:58:30+08:00"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, u"IT004"_s);
    QCOMPARE(request.state, RequestState::Waiting);
    f.pass(70s);
    QVERIFY(f.request(request.id).missed);
    f.pass(30s);
    const auto row = f.request(request.id);
    QCOMPARE(row.state, RequestState::CallBack);
    QVERIFY(row.missed);
    QCOMPARE(toIso(*row.callBackDue), u"2026-11-24T10:00:00+08:00"_s);
    QCOMPARE(f.timers(request.id), u"first_response miss; call_back running"_s);
}

void TestHours::aCallBackIsKeptByItsContact()
{
    OfficeFixture f(u"2026-11-22T20:00:00+08:00"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, u"IT004"_s, u"13800000000"_s);
    f.clock.set(instantFromIso(u"2026-11-23T09:20:00+08:00"_s).value());
    const auto agent = f.ready(u"SF001"_s);
    VERIFY_OK(f.send(agent, protocol::CallBackRecord{{}, request.id, ContactResult::NoAnswer, {}, {}}));
    QCOMPARE(f.request(request.id).state, RequestState::CallBack);
    QCOMPARE(f.request(request.id).callBackAttempts, 1);
    VERIFY_REFUSED(f.send(agent, protocol::CallBackRecord{{}, request.id, ContactResult::Rescheduled, {}, {}}),
                   ErrorCode::BadMessage);
    VERIFY_OK(f.send(agent, protocol::CallBackRecord{{}, request.id, ContactResult::Contacted, {}, {u"已说明"_s}}));
    QCOMPARE(f.request(request.id).state, RequestState::Closed);
    QCOMPARE(f.request(request.id).outcome, Outcome::CalledBack);
    QCOMPARE(f.timers(request.id), u"call_back hit"_s);
}

void TestHours::aNumberIsShownMaskedAndKeptApart()
{
    OfficeFixture f(u"2026-11-22T20:00:00+08:00"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, u"IT004"_s, u"138 0000 0000"_s);
    QCOMPARE(request.phoneMask, u"138****0000"_s);
    QVERIFY(!server::rowBytes(request).contains("13800000000"));
    const auto called = server::phoneFor(*f.office, f.staff(u"SF001"_s), protocol::PhoneGet{request.id, domain::RevealReason::Verify});
    VERIFY_OK(called);
    QCOMPARE(called->phone.text, u"13800000000"_s);
    VERIFY_REFUSED(server::phoneFor(*f.office, f.staff(u"SF004"_s), protocol::PhoneGet{request.id, domain::RevealReason::Verify}), ErrorCode::NotFound); // another unit's
    VERIFY_REFUSED(server::phoneFor(*f.office, f.staff(u"SF066"_s), protocol::PhoneGet{request.id, domain::RevealReason::Verify}), ErrorCode::Forbidden); // an administrator
    protocol::RequestCallMe wish{{}, request.id, {u"not a number"_s}};
    VERIFY_REFUSED(f.send({{}, request.citizen, {}}, wish), ErrorCode::BadText);
}

void TestHours::anItemNotYetOfferedGoesToItsUnitAndSaysSo()
{
    OfficeFixture f;
    for (const auto &item : f.store->items.live()) {
        if (item.validFrom != "2027-01-04"_L1)
            continue;
        const auto request = f.ask(f.citizen(), u"想问这个事项"_s, item.id.value);
        QCOMPARE(request.routeReason, RouteReason::ItemUnavailable);
        QCOMPARE(request.unit, item.unit);
        return;
    }
    QFAIL("the sample has a batch that begins on 2027-01-04");
}

void TestHours::wordsWithoutASubjectGoToThePool()
{
    OfficeFixture f;
    const auto request = f.ask(f.citizen(), u"你好，请问一下"_s);
    QVERIFY(request.unit.isEmpty());
    QCOMPARE(request.ring, Ring::Pool);
    QCOMPARE(request.routeReason, RouteReason::Unclear);
    const auto pool = f.ready(u"SF017"_s); // the centre's people stand in for the pool
    f.pass(1s);
    QCOMPARE(f.openOffers().size(), std::size_t(1));
    QCOMPARE(f.openOffers()[0].staff, pool.staff);
}

void TestHours::theSamePersonsSecondRequestIsAPossibleDuplicate()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto first = f.ask(f.citizen(), u"增资怎么办"_s, u"IT004"_s, u"13800000000"_s);
    f.pass(1s);
    f.answer(agent, first.id, u"您好"_s);
    const auto second = f.ask(f.citizen(), u"再问增资"_s, u"IT004"_s, u"13800000000"_s);
    QCOMPARE(second.duplicateOf, first.id);
    VERIFY_OK(f.send(agent, protocol::RequestJoin{{}, second.id, first.id}));
    QCOMPARE(f.request(second.id).state, RequestState::Joined);
    const auto messages = f.store->messagesOf(first.id);
    VERIFY_OK(messages);
    QCOMPARE(messages->back().words.text, u"再问增资"_s); // nothing that was asked is lost
    QCOMPARE(messages->back().kind, MessageKind::Note);     // and no stranger reads it: another page token, the same number
}

void TestHours::onePageKeepsNoEndlessCallBacks()
{
    OfficeFixture f(u"2026-11-23T21:00:00+08:00"_s);
    const auto citizen = f.citizen();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(f.ask(citizen, u"夜里的问题"_s, u"IT002"_s, u"13800000000"_s).state, RequestState::CallBack);
    protocol::RequestAsk ask;
    ask.request = RequestId(makeUuid7(f.clock.now()));
    ask.words.text = u"再问一个"_s;
    VERIFY_REFUSED(f.send(citizen, ask), ErrorCode::OneOpenRequest);
}

void TestHours::aSecondBatchTakesEffectByItself()
{
    OfficeFixture f(u"2027-01-03T10:00:00+08:00"_s);
    ItemId later;
    for (const auto &item : f.store->items.live())
        if (item.validFrom == "2027-01-04"_L1 && item.chat)
            later = item.id;
    QVERIFY(!later.isEmpty());
    QCOMPARE(availabilityOf(f.office->catalogue().item(later), dateOf(f.clock.now())), Availability::NotYet);
    f.clock.advance(24h);
    QCOMPARE(availabilityOf(f.office->catalogue().item(later), dateOf(f.clock.now())), Availability::Available);
}

QTEST_GUILESS_MAIN(TestHours)
#include "tst_hours.moc"
