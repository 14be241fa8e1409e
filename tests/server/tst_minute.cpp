// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "server/store/files.h"
#include "tests/support/office_fixture.h"

using namespace bangban;
using namespace bangban::domain;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kCapitalItem = "IT004"_L1; // not entrusted: the market supervision's own people answer

protocol::MessageSend textTo(OfficeFixture &f, const RequestId &request, const QString &text, int claimNo = 0)
{
    protocol::MessageSend message;
    message.message = MessageId(makeUuid7(f.clock.now()));
    message.request = request;
    message.claimNo = claimNo;
    message.words.text = text;
    return message;
}

/// The one of the kind; none if there is none, or another. (The time of these stories is not the database's: it says so.)
std::optional<protocol::NoticeRow> theNotice(OfficeFixture &f, const QString &kind)
{
    std::optional<protocol::NoticeRow> found;
    auto *query = f.store->database().run(u"SELECT row FROM notice"_s).value();
    while (query->next()) {
        const auto notice = server::rowFromBytes<protocol::NoticeRow>(query->value(0).toByteArray());
        if (!notice || (notice->kind == kind && found))
            return std::nullopt;
        if (notice->kind == kind)
            found = *notice;
    }
    query->finish();
    return found;
}

} // namespace

/// The story of the minute, on virtual time.
class TestMinute : public QObject {
    Q_OBJECT

private slots:
    void aQuestionIsOfferedTakenAnsweredRatedAndCounted();
    void onlyTheFirstHumanMessageStopsTheMinute();
    void aLateAnswerStaysAMiss();
    void aMissedOfferGoesToEverybodyAndSetsThePersonAside();
    void aDeclinedOfferGoesToTheNextPerson();
    void ofTwoWhoTakeItTheSecondIsToldWhoHasIt();
    void whoeverIsNoLongerReadyHoldsNoOffer();
    void aTakenConversationIsToldToItsOwnerOnceAndNotAgainToTheCitizen();
    void afterThirtyFiveSecondsTheSupervisorIsTold();
    void aJumpOfTheWallClockRaisesANoticeAndMovesNoDeadline();
    void aTransferKeepsTheStartAndGivesTheReceiverAMinuteOfItsOwn();
    void aTransferThatNobodyAnswersIsAMiss();
    void aRatingIsTakenForAWeekAfterTheEnd();
    void whatNobodyFinishedSendingGoes();
    void aDeskThatStaysAwayLosesItsRequestsToTheHeadOfTheQueue();
    void nothingEndsWithoutAnAnswer();
    void wrapUpThatRunsOutFreesThePerson();
    void aCitizenWhoWritesDuringWrapUpIsServedOn();
    void aRepeatedCommandGetsTheStoredAnswer();
    void aRefusalIsStoredToo();
    void oneCommandNumberForTwoCommandsIsRefused();
    void theSystemAdministratorImportsNoRoles();
    void aLockedRecordTakesNothingBackThatWasAcknowledged();
    void whatWasAcknowledgedIsThereAfterACrash();
};

void TestMinute::aQuestionIsOfferedTakenAnsweredRatedAndCounted()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"公司要增资，章程要不要改？"_s, kCapitalItem);
    QCOMPARE(request.state, RequestState::Waiting);
    QCOMPARE(request.unit, NodeId(u"D01"_s));
    QCOMPARE(request.priority, 1);
    QCOMPARE(*request.dueAt - request.queuedAt, std::chrono::milliseconds(60s));
    f.pass(1s);
    QCOMPARE(f.openOffers().size(), std::size_t(1));
    QCOMPARE(f.openOffers()[0].staff, agent.staff);
    f.pass(5s);
    f.answer(agent, request.id, u"要改，带章程修正案。"_s);
    QVERIFY(f.openOffers().empty());
    const auto answered = f.request(request.id);
    QCOMPARE(answered.state, RequestState::Serving);
    QVERIFY(answered.firstHumanAt && !answered.missed);
    QCOMPARE(f.timers(request.id), u"first_response hit"_s);
    QCOMPARE(f.staffRow(u"SF001"_s).used, 10); // it waits for the citizen: half the weight

    VERIFY_OK(f.send(agent, protocol::RequestEnd{{}, request.id, answered.claimNo}));
    VERIFY_OK(f.send(agent, protocol::RequestWrapUp{{}, request.id, answered.claimNo, u"CL01"_s, u"JG1"_s}));
    protocol::RatingGive rating;
    rating.request = request.id;
    rating.solved = true;
    rating.stars = 5;
    VERIFY_OK(f.send(citizen, rating));
    const auto closed = f.request(request.id);
    QCOMPARE(closed.state, RequestState::Closed);
    QCOMPARE(closed.outcome, Outcome::Answered);
    QCOMPARE(f.staffRow(u"SF001"_s).used, 0);

    const auto figures = server::ownFigures(*f.office, agent.staff);
    VERIFY_OK(figures);
    QCOMPARE(figures->firstHits, 1);
    QCOMPARE(figures->firstPopulation, 1);
    QCOMPARE(figures->solved, 1);
    QCOMPARE(figures->solvedPopulation, 1);
    QCOMPARE(figures->taken, 1);
}

void TestMinute::onlyTheFirstHumanMessageStopsTheMinute()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, kCapitalItem);
    f.pass(1s);
    VERIFY_OK(f.send(agent, protocol::RequestClaim{{}, request.id}));
    QVERIFY(!f.request(request.id).firstHumanAt); // taking it is no answer
    auto note = textTo(f, request.id, u"先查一下"_s, 1);
    note.kind = MessageKind::Note;
    VERIFY_OK(f.send(agent, note));
    QVERIFY(!f.request(request.id).firstHumanAt); // nor is a note
    QCOMPARE(f.timers(request.id), u"first_response running"_s);
    VERIFY_OK(f.send(agent, textTo(f, request.id, u"您好"_s, 1)));
    QCOMPARE(f.timers(request.id), u"first_response hit"_s);
}

void TestMinute::aLateAnswerStaysAMiss()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, kCapitalItem);
    f.pass(1s);
    VERIFY_OK(f.send(agent, protocol::RequestClaim{{}, request.id}));
    f.pass(60s);
    QVERIFY(f.request(request.id).missed);
    VERIFY_OK(f.send(agent, textTo(f, request.id, u"久等了"_s, 1)));
    QVERIFY(f.request(request.id).missed);
    QCOMPARE(f.timers(request.id), u"first_response miss"_s);
    const auto figures = server::ownFigures(*f.office, agent.staff);
    VERIFY_OK(figures);
    QCOMPARE(figures->firstHits, 0);
    QCOMPARE(figures->firstPopulation, 1);
}

void TestMinute::aMissedOfferGoesToEverybodyAndSetsThePersonAside()
{
    OfficeFixture f;
    f.ready(u"SF001"_s);
    f.pass(2s);
    f.ready(u"SF003"_s);
    const auto request = f.ask(f.citizen(), u"名称预先登记怎么弄"_s, u"IT002"_s);
    f.pass(1s);
    QCOMPARE(f.openOffers().size(), std::size_t(1));
    QCOMPARE(f.openOffers()[0].staff, StaffId(u"SF001"_s)); // idle longest
    f.pass(10s);
    QVERIFY(f.openOffers().empty());
    QCOMPARE(f.staffRow(u"SF001"_s).presence, Presence::Missed);
    QVERIFY(f.request(request.id).openToAll);
    QCOMPARE(f.staffRow(u"SF003"_s).presence, Presence::Ready); // missing the card sets nobody aside
}

void TestMinute::aDeclinedOfferGoesToTheNextPerson()
{
    OfficeFixture f;
    const auto first = f.ready(u"SF001"_s);
    f.pass(2s);
    const auto second = f.ready(u"SF003"_s);
    f.ask(f.citizen(), u"名称预先登记怎么弄"_s, u"IT002"_s);
    f.pass(1s);
    VERIFY_REFUSED(f.send(first, protocol::OfferDecline{{}, f.openOffers()[0].id, u" "_s}), ErrorCode::BadMessage);
    VERIFY_REFUSED(f.send(second, protocol::OfferDecline{{}, f.openOffers()[0].id, u"busy"_s}), ErrorCode::NotFound);
    VERIFY_OK(f.send(first, protocol::OfferDecline{{}, f.openOffers()[0].id, u"不熟悉"_s}));
    f.pass(1s);
    QCOMPARE(f.openOffers().size(), std::size_t(1));
    QCOMPARE(f.openOffers()[0].staff, second.staff);
}

void TestMinute::ofTwoWhoTakeItTheSecondIsToldWhoHasIt()
{
    OfficeFixture f;
    const auto first = f.ready(u"SF001"_s);
    const auto second = f.ready(u"SF003"_s);
    const auto request = f.ask(f.citizen(), u"名称预先登记怎么弄"_s, u"IT002"_s);
    f.pass(12s);
    VERIFY_OK(f.send(second, protocol::RequestClaim{{}, request.id}));
    const auto late = f.send(first, protocol::PresenceSet{{}, Presence::Ready, {}, false});
    VERIFY_OK(late);
    const auto taken = f.send(first, protocol::RequestClaim{{}, request.id});
    VERIFY_REFUSED(taken, ErrorCode::ClaimTaken);
    QCOMPARE(taken.error().detail, u"示例坐席03"_s);
    QCOMPARE(f.request(request.id).owner, second.staff);
}

void TestMinute::whoeverIsNoLongerReadyHoldsNoOffer()
{
    OfficeFixture f;
    const auto first = f.ready(u"SF001"_s);
    f.pass(2s);
    const auto second = f.ready(u"SF003"_s);
    f.ask(f.citizen(), u"名称预先登记怎么弄"_s, u"IT002"_s);
    f.pass(1s);
    QCOMPARE(f.openOffers().at(0).staff, first.staff);
    // As a second sign-in of the same person does.
    VERIFY_OK(f.office->setPresence(f.staffRow(u"SF001"_s), domain::afterSignIn(f.clock.now())));
    f.pass(1s);
    QCOMPARE(f.openOffers().at(0).staff, second.staff);
}

void TestMinute::aTakenConversationIsToldToItsOwnerOnceAndNotAgainToTheCitizen()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto request = f.ask(f.citizen(), u"名称预先登记怎么弄"_s, u"IT002"_s);
    f.pass(1s);
    const auto mark = f.store->mark(request.scope);
    VERIFY_OK(f.send(agent, protocol::RequestClaim{{}, request.id}));
    const auto log = f.store->logAfter(request.scope, mark->rev, 100);
    VERIFY_OK(log);
    QStringList toldToOwner;
    int toldToCitizen = 0;
    for (const server::LogEntry &entry : *log) {
        if (entry.entity != protocol::wireName<protocol::MessageRow>())
            continue;
        if (entry.now.staff == agent.staff)
            toldToOwner.append(entry.id);
        toldToCitizen += entry.now.citizen == request.citizen ? 1 : 0;
    }
    QCOMPARE(toldToOwner.size(), 2); // the question, and that it was taken
    toldToOwner.removeDuplicates();
    QCOMPARE(toldToOwner.size(), 2);
    QCOMPARE(toldToCitizen, 1);
}

void TestMinute::afterThirtyFiveSecondsTheSupervisorIsTold()
{
    OfficeFixture f;
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, kCapitalItem);
    f.pass(34s);
    QVERIFY(!f.request(request.id).alarmedAt);
    f.pass(2s);
    QVERIFY(f.request(request.id).alarmedAt);
    const auto notice = theNotice(f, u"alarm_unanswered"_s);
    QVERIFY(notice);
    const auto audience = server::audienceOf(*notice);
    QVERIFY(sees(f.office->viewOf(f.staff(u"SF053"_s)), audience));  // the unit's supervisor
    QVERIFY(!sees(f.office->viewOf(f.staff(u"SF001"_s)), audience)); // not an agent
    QVERIFY(!sees(f.office->viewOf(f.staff(u"SF054"_s)), audience)); // not another unit's supervisor
}

void TestMinute::aJumpOfTheWallClockRaisesANoticeAndMovesNoDeadline()
{
    OfficeFixture f;
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, kCapitalItem);
    f.clock.jumpWall(8h);
    f.pass(2s);
    QCOMPARE(f.request(request.id).dueAt, request.dueAt);
    QVERIFY(!f.request(request.id).missed);
    const auto notice = theNotice(f, u"clock_jumped"_s); // told once
    QVERIFY(notice);
    QCOMPARE(notice->text, u"28800"_s);
    QVERIFY(sees(f.office->viewOf(f.staff(u"SF058"_s)), server::audienceOf(*notice))); // the coordinator
}

void TestMinute::aTransferKeepsTheStartAndGivesTheReceiverAMinuteOfItsOwn()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto request = f.ask(f.citizen(), u"增资以后税怎么交"_s, kCapitalItem);
    f.pass(1s);
    f.answer(agent, request.id, u"这个请税务的同事来"_s);
    f.pass(10s);
    protocol::RequestTransfer transfer{{}, request.id, 1, NodeId(u"D02"_s), {}, {u"涉税问题"_s}};
    VERIFY_OK(f.send(agent, transfer));
    const auto moved = f.request(request.id);
    QCOMPARE(moved.state, RequestState::Waiting);
    QCOMPARE(moved.unit, NodeId(u"D02"_s));
    QCOMPARE(moved.queuedAt, request.queuedAt);
    QCOMPARE(*moved.transferDue - f.clock.now(), std::chrono::milliseconds(60s));
    QCOMPARE(f.timers(request.id), u"first_response hit; transfer_response running"_s);
    VERIFY_REFUSED(f.send(agent, textTo(f, request.id, u"还有一句"_s, 1)), ErrorCode::StaleClaim);
}

void TestMinute::aTransferThatNobodyAnswersIsAMiss()
{
    for (const bool isLate : {false, true}) {
        OfficeFixture f;
        const auto agent = f.ready(u"SF001"_s);
        const auto citizen = f.citizen();
        const auto request = f.ask(citizen, u"增资以后税怎么交"_s, kCapitalItem);
        f.pass(1s);
        f.answer(agent, request.id, u"这个请税务的同事来"_s);
        VERIFY_OK(f.send(agent, protocol::RequestTransfer{{}, request.id, 1, NodeId(u"D02"_s), {}, {u"涉税问题"_s}}));
        f.pass(isLate ? 61s : 30s);
        VERIFY_OK(f.send(citizen, protocol::RequestWithdraw{{}, request.id}));
        QCOMPARE(f.timers(request.id), isLate ? u"first_response hit; transfer_response miss"_s
                                              : u"first_response hit; transfer_response void"_s);
    }
}

void TestMinute::aRatingIsTakenForAWeekAfterTheEnd()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"增资怎么办"_s, kCapitalItem);
    f.pass(1s);
    f.answer(agent, request.id, u"您好"_s);
    VERIFY_OK(f.send(agent, protocol::RequestEnd{{}, request.id, 1}));
    VERIFY_OK(f.send(agent, protocol::RequestWrapUp{{}, request.id, 1, u"CL01"_s, u"JG1"_s}));
    protocol::RatingGive rating;
    rating.request = request.id;
    rating.stars = 4;
    f.clock.advance(std::chrono::days(7) - 1s);
    VERIFY_OK(f.send(citizen, rating));
    f.clock.advance(2s);
    rating.stars = 1;
    VERIFY_REFUSED(f.send(citizen, rating), ErrorCode::TooLate);
    QCOMPARE(f.request(request.id).stars, 4);
}

void TestMinute::whatNobodyFinishedSendingGoes()
{
    OfficeFixture f;
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"增资怎么办"_s, kCapitalItem);
    protocol::FileBegin begin;
    begin.file = FileId(makeUuid7(f.clock.now()));
    begin.request = request.id;
    begin.name.text = u"a.txt"_s;
    begin.type = u"text/plain"_s;
    begin.size = 5;
    begin.sha256 = QString(64, u'0');
    VERIFY_OK(f.send(citizen, begin));
    server::Files files(*f.store);
    VERIFY_OK(f.store->prune(f.clock.now()));
    VERIFY_OK(files.find(begin.file));
    VERIFY_OK(f.store->prune(f.clock.now() + 1s));
    VERIFY_REFUSED(files.find(begin.file), ErrorCode::NotFound);
}

void TestMinute::aDeskThatStaysAwayLosesItsRequestsToTheHeadOfTheQueue()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, kCapitalItem);
    f.pass(1s);
    f.answer(agent, request.id, u"您好"_s);
    f.office->beginAt(f.clock.now());
    VERIFY_OK(f.office->linkChanged(agent.staff, Link::Gone));
    f.pass(160s);
    QCOMPARE(f.request(request.id).owner, agent.staff);
    f.pass(10s);
    const auto back = f.request(request.id);
    QCOMPARE(back.state, RequestState::Waiting);
    QVERIFY(back.owner.isEmpty());
    QCOMPARE(back.queuedAt, request.queuedAt);
    VERIFY_REFUSED(f.send(agent, textTo(f, request.id, u"我回来了"_s, 1)), ErrorCode::StaleClaim);
}

void TestMinute::nothingEndsWithoutAnAnswer()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, kCapitalItem);
    f.pass(1s);
    VERIFY_OK(f.send(agent, protocol::RequestClaim{{}, request.id}));
    VERIFY_REFUSED(f.send(agent, protocol::RequestEnd{{}, request.id, 1}), ErrorCode::BadState);
    QCOMPARE(f.request(request.id).state, RequestState::Serving);
}

void TestMinute::wrapUpThatRunsOutFreesThePerson()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, kCapitalItem);
    f.pass(1s);
    f.answer(agent, request.id, u"您好"_s);
    VERIFY_OK(f.send(agent, protocol::RequestEnd{{}, request.id, 1}));
    VERIFY_OK(f.send(agent, protocol::RequestExtendWrapUp{{}, request.id, 1}));
    VERIFY_OK(f.send(agent, protocol::RequestExtendWrapUp{{}, request.id, 1}));
    VERIFY_REFUSED(f.send(agent, protocol::RequestExtendWrapUp{{}, request.id, 1}), ErrorCode::TooLate);
    f.pass(179s);
    QCOMPARE(f.request(request.id).state, RequestState::WrapUp);
    f.pass(2s);
    const auto closed = f.request(request.id);
    QCOMPARE(closed.state, RequestState::Closed);
    QCOMPARE(closed.wrapResult, u"unsorted"_s);
    QCOMPARE(f.staffRow(u"SF001"_s).used, 0);
}

void TestMinute::aCitizenWhoWritesDuringWrapUpIsServedOn()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"增资怎么办"_s, kCapitalItem);
    f.pass(1s);
    f.answer(agent, request.id, u"您好"_s);
    VERIFY_OK(f.send(agent, protocol::RequestEnd{{}, request.id, 1}));
    VERIFY_OK(f.send(citizen, textTo(f, request.id, u"还有一个问题"_s)));
    const auto row = f.request(request.id);
    QCOMPARE(row.state, RequestState::Serving);
    QCOMPARE(*row.followDue - f.clock.now(), std::chrono::milliseconds(120s));
}

void TestMinute::aRepeatedCommandGetsTheStoredAnswer()
{
    OfficeFixture f;
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"增资怎么办"_s, kCapitalItem);
    auto message = textTo(f, request.id, u"在吗"_s);
    message.cmdId = CommandId(makeUuid7(f.clock.now()));
    const auto once = f.send(citizen, message);
    const auto twice = f.send(citizen, message);
    VERIFY_OK(once);
    VERIFY_OK(twice);
    QCOMPARE(*once, *twice);
    QCOMPARE(f.request(request.id).lastSeq, 2); // the question and this one
}

void TestMinute::aRefusalIsStoredToo()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto request = f.ask(f.citizen(), u"增资怎么办"_s, kCapitalItem);
    protocol::RequestClaim claim{CommandId(makeUuid7(f.clock.now())), request.id};
    VERIFY_OK(f.send(agent, protocol::PresenceSet{{}, Presence::Busy, {}, false}));
    VERIFY_REFUSED(f.send(agent, claim), ErrorCode::NotReady);
    VERIFY_OK(f.send(agent, protocol::PresenceSet{{}, Presence::Ready, {}, false}));
    VERIFY_REFUSED(f.send(agent, claim), ErrorCode::NotReady); // the same command has the same answer
    VERIFY_OK(f.send(agent, protocol::RequestClaim{{}, request.id}));
}

void TestMinute::oneCommandNumberForTwoCommandsIsRefused()
{
    OfficeFixture f;
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"增资怎么办"_s, kCapitalItem);
    auto message = textTo(f, request.id, u"一"_s);
    message.cmdId = CommandId(makeUuid7(f.clock.now()));
    VERIFY_OK(f.send(citizen, message));
    message.words.text = u"二"_s;
    VERIFY_REFUSED(f.send(citizen, message), ErrorCode::CommandReused);
}

void TestMinute::theSystemAdministratorImportsNoRoles()
{
    OfficeFixture f;
    VERIFY_REFUSED(f.send(f.staff(u"SF066"_s), protocol::ImportRun{{}, u"staff"_s, {u"{}"_s}, true}), ErrorCode::Forbidden);
}

void TestMinute::aLockedRecordTakesNothingBackThatWasAcknowledged()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, u"名称预先登记怎么弄"_s, u"IT002"_s);
    f.pass(1s);
    f.answer(agent, request.id, u"您好"_s);
    const int lastSeq = f.request(request.id).lastSeq;
    const auto other = sql::Database::open(f.place.url);
    QVERIFY(other);
    VERIFY_OK((*other)->begin()); // SQLite: BEGIN IMMEDIATE. Another program writes
    if (isOnPostgresql()) {
        QVERIFY((*other)->run(u"SELECT pg_advisory_xact_lock(?)"_s, {server::kRecordLock}));
        VERIFY_OK(f.store->database().runScript(u"SET lock_timeout = '20ms'"_s));
    } else {
        QVERIFY(f.store->database().run(u"PRAGMA busy_timeout=20"_s));
    }
    VERIFY_REFUSED(f.store->save(), ErrorCode::Database);
    VERIFY_OK(f.store->undo());
    QCOMPARE(f.request(request.id).lastSeq, lastSeq);
    QCOMPARE(f.request(request.id).owner, agent.staff);
    (*other)->rollback();
    const auto message = textTo(f, request.id, u"还有一句"_s, f.request(request.id).claimNo);
    VERIFY_OK(f.send(agent, message)); // the conversation goes on
    QCOMPARE(f.request(request.id).lastSeq, lastSeq + 1);
}

void TestMinute::whatWasAcknowledgedIsThereAfterACrash()
{
    OfficeFixture f;
    const auto agent = f.ready(u"SF001"_s);
    const auto citizen = f.citizen();
    const QString words = u"𠮷野家（上海）<b>增资</b>\u202Eabc\u0000尾"_s + QChar(0) + u"完"_s;
    const auto request = f.ask(citizen, words, kCapitalItem);
    f.pass(1s);
    f.answer(agent, request.id, words);
    f.reopen();
    const auto row = f.request(request.id);
    QCOMPARE(row.words.text, words);
    QCOMPARE(row.state, RequestState::Serving);
    const auto messages = f.store->messagesOf(request.id);
    VERIFY_OK(messages);
    QCOMPARE(messages->size(), std::size_t(3)); // question, "taken by", answer
    QCOMPARE(messages->back().words.text, words);
    QCOMPARE(f.timers(request.id), u"first_response hit"_s);
}

QTEST_GUILESS_MAIN(TestMinute)
#include "tst_minute.moc"
