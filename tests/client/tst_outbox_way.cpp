// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/desk_bench.h"

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using client::Delivery;

class TestOutboxWay : public QObject {
    Q_OBJECT

private slots:
    void textIsPendingUntilTheServerHasIt();
    void textSurvivesAKilledDeskAndIsSentOnceUnderTheSameNumber();
    void textWhoseRowCameBeforeTheKillIsNotShownAsPending();
    void textIsKeptAsTyped();
    void oneRequestKeepsItsOrderAndAnotherDoesNotWait();
    void refusedTextKeepsItsWordsAndHoldsUpNothing();
    void retryMakesANewCommandOfTheSameMessage();
    void discardGivesTheWordsBackAsDraft();
    void discardKeepsADraftThatIsThereAlready();
    void aRefusedTextIsThereAfterAKill();
    void draftsSurvive();
    void busyIsTriedAgainUnderTheSameNumber();
    void whatIsBusyWaitsThoughOthersGo();
    void wordsTooLongForTheLineAreRefusedHere();
    void signingOutAndInSendsNothingTwice();
    void aRefusedRecallIsToldAndForgotten();
    void whatTheServerKeepsBackIsReportedOnce();
    void anOwnDraftIsAsItWasWrittenLast();
    void aDraftThatIsThrownAwayDoesNotComeBack();
    void whatIsNotLetToReviewIsADraft();
    void whatIsPublishedWhileOneWritesOnIsNotTakenAway();
};

void TestOutboxWay::textIsPendingUntilTheServerHasIt()
{
    Bench bench;
    const CommandId id = bench.station().sendText(kFirst, u"您好"_s, MessageId(u"quoted"_s));
    const auto shown = bench.screen().said(u"您好"_s);
    QCOMPARE(shown.delivery, Delivery::Pending);
    QCOMPARE(shown.command, id);
    QCOMPARE(shown.row.seq, 0);
    QVERIFY(shown.mine);
    QCOMPARE(bench.screen().now.pending, 1);
    const auto send = bench.office.next<protocol::MessageSend>();
    QCOMPARE(send.cmdId, id);
    QCOMPARE(send.claimNo, 1);
    QCOMPARE(send.quote, MessageId(u"quoted"_s));
    QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 2, u"cursor-2"_s, {changeOf(rowOf(send, 2))}}));
    QVERIFY(bench.office.accept(id, {{u"seq"_s, 2}}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(id), 5000);
    QVERIFY(!bench.screen().answerTo(id)->error);
    QCOMPARE(bench.screen().said(u"您好"_s).delivery, Delivery::Sent);
    QCOMPARE(bench.screen().said(u"您好"_s).row.seq, 2);
    QCOMPARE(bench.screen().now.pending, 0);
}

void TestOutboxWay::textSurvivesAKilledDeskAndIsSentOnceUnderTheSameNumber()
{
    Bench bench;
    bench.office.goAway();
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().now.state != client::LineState::Online, 5000);
    const CommandId id = bench.station().sendText(kFirst, u"断线时写的"_s, {});
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().said(u"断线时写的"_s).delivery, Delivery::Pending);
    QCOMPARE(bench.screen().said(u"断线时写的"_s).command, id);
    QVERIFY(bench.office.comeBack());
    const auto send = bench.office.next<protocol::MessageSend>();
    QCOMPARE(send.cmdId, id);
    QCOMPARE(send.words.text, u"断线时写的"_s);
    QVERIFY(bench.office.accept(id));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(id), 5000);
    bench.restart();
    bench.station().connectTo(bench.office.url());
    bench.office.next<protocol::Resume>();
    bench.office.next<protocol::Resume>();
    bench.office.next<protocol::Resume>();
    const CommandId later = bench.station().sendText(kFirst, u"后来写的"_s, {});
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, later);
    QCOMPARE(bench.office.all<protocol::MessageSend>().size(), 2);
}

void TestOutboxWay::textWhoseRowCameBeforeTheKillIsNotShownAsPending()
{
    Bench bench;
    bench.station().sendText(kFirst, u"已经到了"_s, {});
    const auto send = bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 2, u"cursor-2"_s, {changeOf(rowOf(send, 2))}}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"已经到了"_s).delivery, Delivery::Sent, 5000);
    bench.office.goAway(); // the answer never came
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().said(u"已经到了"_s).delivery, Delivery::Sent);
    QCOMPARE(bench.screen().said(u"已经到了"_s).row.seq, 2);
    QVERIFY(bench.office.comeBack());
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, send.cmdId);
}

void TestOutboxWay::textIsKeptAsTyped()
{
    Bench bench;
    bench.office.goAway();
    const QString words = u"零"_s + QChar(0) + QChar(0xd800) + u"😀"_s + QChar(0x202e) + u"<b>\n𠮷"_s;
    bench.station().sendText(kFirst, words, {});
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().said(words).delivery, Delivery::Pending);
    QVERIFY(bench.office.comeBack());
    QCOMPARE(bench.office.next<protocol::MessageSend>().words.text, words);
}

void TestOutboxWay::oneRequestKeepsItsOrderAndAnotherDoesNotWait()
{
    Bench bench;
    const CommandId one = bench.station().sendText(kFirst, u"一"_s, {});
    const CommandId two = bench.station().sendText(kFirst, u"二"_s, {});
    const CommandId other = bench.station().sendText(kSecond, u"另一件"_s, {});
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, one);
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, other);
    QVERIFY(bench.office.accept(other));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(other), 5000);
    QCOMPARE(bench.office.all<protocol::MessageSend>().size(), 2);
    QVERIFY(bench.office.accept(one));
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, two);
}

void TestOutboxWay::refusedTextKeepsItsWordsAndHoldsUpNothing()
{
    Bench bench;
    const CommandId one = bench.station().sendText(kFirst, u"过期的"_s, {});
    const CommandId two = bench.station().sendText(kFirst, u"下一句"_s, {});
    bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.refuse(one, ErrorCode::StaleClaim, u"王芳"_s));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(one), 5000);
    const auto failed = bench.screen().said(u"过期的"_s);
    QCOMPARE(failed.delivery, Delivery::Failed);
    QCOMPARE(failed.error, (Error{ErrorCode::StaleClaim, u"王芳"_s}));
    QCOMPARE(failed.command, one);
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, two);
}

void TestOutboxWay::retryMakesANewCommandOfTheSameMessage()
{
    Bench bench;
    const CommandId one = bench.station().sendText(kFirst, u"再发"_s, {});
    const auto first = bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.refuse(one, ErrorCode::StaleClaim));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"再发"_s).delivery, Delivery::Failed, 5000);
    auto again = requestRow(kFirst);
    again.claimNo = 3;
    QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 2, u"cursor-2"_s, {changeOf(again)}}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().requests.value(kFirst).claimNo, 3, 5000);
    bench.station().retry(one);
    const auto second = bench.office.next<protocol::MessageSend>();
    QVERIFY(second.cmdId != one && !second.cmdId.isEmpty());
    QCOMPARE(second.message, first.message);
    QCOMPARE(second.words.text, u"再发"_s);
    QCOMPARE(second.claimNo, 3);
    QCOMPARE(bench.screen().said(u"再发"_s).delivery, Delivery::Pending);
    QVERIFY(!bench.screen().said(u"再发"_s).error);
    bench.station().retry(one); // there is nothing left to retry
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, second.cmdId);
    QCOMPARE(bench.screen().messages.size(), 2);
}

void TestOutboxWay::discardGivesTheWordsBackAsDraft()
{
    Bench bench;
    const CommandId one = bench.station().sendText(kFirst, u"不发了"_s, {});
    bench.office.next<protocol::MessageSend>();
    bench.station().discard(one); // on its way: it cannot be taken back
    QCOMPARE(bench.screen().said(u"不发了"_s).delivery, Delivery::Pending);
    QVERIFY(bench.office.refuse(one, ErrorCode::TooLate));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"不发了"_s).delivery, Delivery::Failed, 5000);
    bench.station().discard(one);
    QVERIFY(bench.screen().said(u"不发了"_s).row.id.isEmpty());
    QCOMPARE(bench.screen().drafts.value(kFirst), u"不发了"_s);
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().drafts.value(kFirst), u"不发了"_s);
    QVERIFY(bench.screen().said(u"不发了"_s).row.id.isEmpty());
}

void TestOutboxWay::discardKeepsADraftThatIsThereAlready()
{
    Bench bench;
    const CommandId one = bench.station().sendText(kFirst, u"先前的话"_s, {});
    bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.refuse(one, ErrorCode::StaleClaim));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"先前的话"_s).delivery, Delivery::Failed, 5000);
    bench.station().saveDraft(kFirst, u"正在写的"_s);
    bench.station().discard(one);
    QCOMPARE(bench.screen().drafts.value(kFirst), u"先前的话\n正在写的"_s);
}

void TestOutboxWay::aRefusedTextIsThereAfterAKill()
{
    Bench bench;
    const CommandId one = bench.station().sendText(kFirst, u"被拒的"_s, {});
    bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.refuse(one, ErrorCode::StaleClaim, u"王芳"_s));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(one), 5000);
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().said(u"被拒的"_s).delivery, Delivery::Failed);
    QCOMPARE(bench.screen().said(u"被拒的"_s).error, (Error{ErrorCode::StaleClaim, u"王芳"_s}));
}

void TestOutboxWay::draftsSurvive()
{
    Bench bench;
    bench.station().saveDraft(kFirst, u"写了一半"_s);
    bench.station().saveDraft(kSecond, u"要删的"_s);
    bench.station().saveDraft(kSecond, {});
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().drafts, (QHash<RequestId, QString>{{kFirst, u"写了一半"_s}}));
}

void TestOutboxWay::busyIsTriedAgainUnderTheSameNumber()
{
    Bench bench;
    const CommandId one = bench.station().sendText(kFirst, u"忙时"_s, {});
    bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.refuse(one, ErrorCode::Busy));
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, one);
    QCOMPARE(bench.screen().said(u"忙时"_s).delivery, Delivery::Pending);
    QVERIFY(!bench.screen().answerTo(one));
}

void TestOutboxWay::whatIsBusyWaitsThoughOthersGo()
{
    Bench bench;
    const CommandId one = bench.station().sendText(kFirst, u"忙时"_s, {});
    bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.refuse(one, ErrorCode::RateLimited));
    const CommandId typed = bench.station().sendText(kSecond, u"别的"_s, {});
    bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.accept(typed));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(typed), 5000);
    const CommandId last = bench.station().sendText(kSecond, u"又一句"_s, {});
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, last); // not the one that is to wait
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, one);
}

void TestOutboxWay::wordsTooLongForTheLineAreRefusedHere()
{
    Bench bench;
    const CommandId huge = bench.station().sendText(kFirst, QString(400'000, u'办'), {});
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(huge), 5000);
    QCOMPARE(bench.screen().answerTo(huge)->error->code, ErrorCode::TooLarge);
    QCOMPARE(bench.screen().drafts.value(kFirst), QString(400'000, u'办')); // the words are the person's
    const CommandId import = bench.station().runImport(u"items"_s, QString(1'100'000, u'x'), true);
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(import), 5000);
    QCOMPARE(bench.screen().answerTo(import)->error->code, ErrorCode::TooLarge);
    const CommandId small = bench.station().sendText(kFirst, u"短"_s, {});
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, small);
    QVERIFY(bench.office.all<protocol::ImportRun>().isEmpty());
}

void TestOutboxWay::signingOutAndInSendsNothingTwice()
{
    Bench bench;
    bench.station().sendText(kFirst, u"等答复"_s, {});
    bench.office.next<protocol::MessageSend>();
    const CommandId claim = bench.station().claim(kSecond);
    bench.office.next<protocol::RequestClaim>();
    bench.station().signOut(); // this office keeps the line
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(claim), 5000);
    bench.station().signIn({u"chen"_s, {u"secret"_s}, domain::Presence::Busy});
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().accounts.size(), 2, 5000);
    const CommandId other = bench.station().sendText(kSecond, u"之后"_s, {});
    for (QString words; words != u"之后"_s;) {
        words = bench.office.next<protocol::MessageSend>().words.text;
        QVERIFY(!words.isEmpty());
    }
    QVERIFY(!other.isEmpty());
    QCOMPARE(bench.office.all<protocol::MessageSend>().size(), 3);
}

void TestOutboxWay::aRefusedRecallIsToldAndForgotten()
{
    Bench bench;
    const CommandId recall = bench.station().recall(kFirst, MessageId(u"m"_s));
    bench.office.next<protocol::MessageRecall>();
    QVERIFY(bench.office.refuse(recall, ErrorCode::TooLate));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(recall), 5000);
    QCOMPARE(bench.screen().answerTo(recall)->error->code, ErrorCode::TooLate);
    bench.station().retry(recall); // nothing stands on the screen that could be retried
    const CommandId text = bench.station().sendText(kFirst, u"之后"_s, {});
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, text);
    QCOMPARE(bench.office.all<protocol::MessageRecall>().size(), 1);
}

void TestOutboxWay::whatTheServerKeepsBackIsReportedOnce()
{
    Bench bench;
    const CommandId text = bench.station().sendText(kFirst, u"这事不归我管"_s, {});
    const MessageId message = bench.office.next<protocol::MessageSend>().message;
    QVERIFY(bench.office.refuse(text, ErrorCode::ForbiddenPhrase, u"这事不归我管"_s));
    const auto report = bench.office.next<protocol::SlipReport>();
    QCOMPARE(report.request, kFirst);
    QCOMPARE(report.slip.value, message.value); // tried again, it is the same one
    QCOMPARE(report.words.text, u"这事不归我管"_s);
    QCOMPARE(bench.screen().said(u"这事不归我管"_s).delivery, Delivery::Failed); // and the words are the person's still
}

namespace {

client::EntryRow entryRow(const QString &plain)
{
    client::EntryRow row;
    row.id = EntryId(u"N1"_s);
    row.unit = NodeId(u"BM01"_s);
    row.title = u"变更要带什么"_s;
    row.plain = plain;
    row.from = u"2026-11-01"_s;
    return row;
}

/// As the server has it once it took a save.
client::EntryDraftRow draftRow(const protocol::EntrySave &save)
{
    client::EntryDraftRow row;
    row.entry = save.entry;
    row.author = StaffId(u"SF001"_s);
    row.id = protocol::draftId(save.entry.id, row.author);
    row.base = save.base;
    return row;
}

} // namespace

void TestOutboxWay::anOwnDraftIsAsItWasWrittenLast()
{
    Bench bench;
    const QString id = protocol::draftId(EntryId(u"N1"_s), StaffId(u"SF001"_s));
    const auto shown = [&] { return bench.screen().entryDrafts.value(id); };
    bench.station().saveEntry(entryRow(u"带身份证"_s), 2, false, {TaskId(u"T1"_s)});
    QCOMPARE(shown().entry.plain, u"带身份证"_s); // nobody has answered yet
    QCOMPARE(shown().entry.version, 3);
    QCOMPARE(shown().tasks, std::vector{TaskId(u"T1"_s)});
    const auto first = bench.office.next<protocol::EntrySave>();
    const CommandId second = bench.station().saveEntry(entryRow(u"带身份证原件"_s), 2, false, {});
    QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 2, u"cursor-2"_s, {changeOf(draftRow(first)), changeOf(messageRow(kFirst, 2, u"到了"_s))}}));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.screen().said(u"到了"_s).row.id.isEmpty(), 5000);
    QCOMPARE(shown().entry.plain, u"带身份证原件"_s); // the older words do not come over it

    bench.office.goAway();
    bench.restart(); // killed: what was written last is there, from the disk
    bench.station().connectTo(bench.office.url());
    QCOMPARE(shown().entry.plain, u"带身份证原件"_s);
    QVERIFY(bench.office.comeBack());
    QCOMPARE(bench.office.next<protocol::EntrySave>().cmdId, first.cmdId);
    QVERIFY(bench.office.accept(first.cmdId));
    const auto last = bench.office.next<protocol::EntrySave>();
    QCOMPARE(last.cmdId, second);
    client::EntryDraftRow theirs = draftRow(last);
    theirs.authorName = u"示例"_s;
    QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 3, u"cursor-3"_s, {changeOf(theirs)}}));
    QVERIFY(bench.office.accept(second));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), theirs, 5000); // all is answered: as the server has it
}

void TestOutboxWay::whatIsNotLetToReviewIsADraft()
{
    Bench bench;
    const QString id = protocol::draftId(EntryId(u"N1"_s), StaffId(u"SF001"_s));
    const CommandId asked = bench.station().saveEntry(entryRow(u"带身份证"_s), 2, true, {});
    QCOMPARE(bench.screen().entryDrafts.value(id).entry.state, domain::EntryState::Review);
    bench.office.next<protocol::EntrySave>();
    QVERIFY(bench.office.refuse(asked, ErrorCode::OtherVersion, u"3"_s));
    const auto again = bench.office.next<protocol::EntrySave>();
    QVERIFY(!again.review);
    QCOMPARE(again.entry.plain, u"带身份证"_s);
    QCOMPARE(bench.screen().entryDrafts.value(id).entry.state, domain::EntryState::Draft);
    QVERIFY(bench.screen().answerTo(asked)->error);
}

void TestOutboxWay::whatIsPublishedWhileOneWritesOnIsNotTakenAway()
{
    Bench bench;
    const QString id = protocol::draftId(EntryId(u"N1"_s), StaffId(u"SF001"_s));
    bench.station().saveEntry(entryRow(u"带身份证"_s), 0, false, {});
    bench.office.next<protocol::EntrySave>();
    const protocol::Change gone{protocol::wireName<protocol::EntryDraftRow>(), id, {}, u"done"_s};
    QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 2, u"cursor-2"_s, {gone, changeOf(messageRow(kFirst, 2, u"到了"_s))}}));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.screen().said(u"到了"_s).row.id.isEmpty(), 5000);
    QCOMPARE(bench.screen().entryDrafts.value(id).entry.plain, u"带身份证"_s); // it comes back with the answer
}

void TestOutboxWay::aDraftThatIsThrownAwayDoesNotComeBack()
{
    Bench bench;
    const QString id = protocol::draftId(EntryId(u"N1"_s), StaffId(u"SF001"_s));
    bench.station().saveEntry(entryRow(u"带身份证"_s), 0, false, {});
    const auto save = bench.office.next<protocol::EntrySave>();
    bench.station().dropEntry(EntryId(u"N1"_s));
    QVERIFY(!bench.screen().entryDrafts.contains(id));
    QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 2, u"cursor-2"_s, {changeOf(draftRow(save)), changeOf(messageRow(kFirst, 2, u"到了"_s))}}));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.screen().said(u"到了"_s).row.id.isEmpty(), 5000);
    QVERIFY(!bench.screen().entryDrafts.contains(id));
}

QTEST_GUILESS_MAIN(TestOutboxWay)
#include "tst_outbox_way.moc"
