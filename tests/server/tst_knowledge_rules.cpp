// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/catalogue/import.h"
#include "tests/server/library.h"

#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// How an entry comes to hold, and stops to; what the knowledge base owes and to whom it is told.
class TestKnowledgeRules : public QObject {
    Q_OBJECT

private slots:
    void anAnswerThatWasGivenBecomesAnEntry()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        const auto propose = [&](const QString &answer) {
            return f.send(f.agent, protocol::TaskOpen{{}, TaskId(f.newId()), TaskKind::Proposal, served.id, {}, {u"歇业备案能异地办吗"_s}, {answer}});
        };
        QCOMPARE(codeOf(propose(u" "_s)), ErrorCode::BadMessage);
        const auto opened = propose(u"能，网上办。"_s);
        QVERIFY(opened);
        QCOMPARE(f.tasks().size(), 1);
        const TaskRow task = f.tasks().first();
        QCOMPARE(task.kind, TaskKind::Proposal);
        QCOMPARE(task.answer.text, u"能，网上办。"_s);
        QCOMPARE(task.request, served.id);
        QCOMPARE(task.unit, f.unit);
        QVERIFY(!task.dueAt);
        const auto again = propose(u"能，网上办。"_s); // pressed twice
        QVERIFY(again && (*again)["task"_L1] == (*opened)["task"_L1]);
        const QStringList before = f.saidTo(served.id);
        QVERIFY(f.send(f.author, protocol::TaskTake{{}, task.id}));
        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {task.id}));
        QVERIFY(f.tasks().isEmpty());
        QCOMPARE(f.saidTo(served.id), before); // the citizen has had the answer
    }

    void initTestCase() { QVERIFY(crypto::prepare()); }

    void anEntryIsWrittenReviewedAndHolds()
    {
        Library f;
        QVERIFY(!f.unit.isEmpty());
        QVERIFY(f.save(f.author, f.entry(u"N1"_s)));
        QCOMPARE(codeOf(f.publish(f.reviewer, EntryId(u"N1"_s))), ErrorCode::BadState); // nobody asked for it yet
        QVERIFY(f.save(f.author, f.entry(u"N1"_s), 0, true));
        QCOMPARE(f.published(u"N1"_s).id, EntryId()); // until then nobody sees it
        const auto done = f.publish(f.reviewer, EntryId(u"N1"_s));
        QVERIFY(done);
        QCOMPARE((*done)[u"version"_s].toInt(), 1);
        QCOMPARE(f.published(u"N1"_s).state, EntryState::Approved);
        QVERIFY(f.store->drafts.live().isEmpty());
        QCOMPARE(codeOf(f.publish(f.reviewer, EntryId(u"N1"_s))), ErrorCode::NotFound);
    }

    /// A file of the office is older than what editors published, or took away, since.
    void aFileDoesNotOverwriteWhatEditorsPublished()
    {
        Library f;
        const auto bring = [&](const QString &answer, int version) {
            const QString file = uR"({"faqs": [{"id": "N1", "version": %2, "status": "已发布", "question": "歇业备案要几天", "answer": "%1",
                                     "owner_department_id": "D01", "effective_from": "2026-01-01"}]})"_s.arg(answer).arg(version);
            return server::runImport(*f.store, u"questions"_s, file.toUtf8(), false);
        };
        QVERIFY(bring(u"当天办好。"_s, 1)->errors.empty());
        QVERIFY(bring(u"两天办好。"_s, 1)->errors.empty()); // nobody published meanwhile
        QCOMPARE(f.published(u"N1"_s).official, u"两天办好。"_s);
        QVERIFY(f.bring(f.entry(u"N1"_s), 1));
        const EntryRow holds = f.published(u"N1"_s);
        const auto old = bring(u"当天办好。"_s, 1);
        QCOMPARE(old->errors.size(), 1U);
        QCOMPARE(old->errors[0].problem, u"newer"_s);
        QCOMPARE(f.published(u"N1"_s), holds);
        QVERIFY(f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N1"_s), 2, u"写错了"_s}));
        QCOMPARE(bring(u"当天办好。"_s, 2)->errors.size(), 1U); // it stays away
        QVERIFY(bring(u"五天办好。"_s, 3)->errors.empty());
        QCOMPARE(f.published(u"N1"_s).official, u"五天办好。"_s);
    }

    void nobodyReviewsTheirOwn()
    {
        Library f;
        server::Actor both = f.author;
        protocol::StaffRow row = f.store->staff.live().value(f.author.staff.value);
        row.roles.push_back(domain::Role::KbReviewer);
        QVERIFY(f.store->put(row));
        both = f.staff(f.author.staff.value);
        QVERIFY(f.save(both, f.entry(u"N1"_s), 0, true));
        QCOMPARE(codeOf(f.publish(both, EntryId(u"N1"_s))), ErrorCode::OwnReview);
        QVERIFY(f.publish(f.reviewer, EntryId(u"N1"_s)));
    }

    void onlyTheUnitsOwnPeopleWrite()
    {
        Library f;
        QCOMPARE(codeOf(f.save(f.otherAuthor, f.entry(u"N1"_s))), ErrorCode::Forbidden);
        QCOMPARE(codeOf(f.save(f.reviewer, f.entry(u"N1"_s))), ErrorCode::Forbidden);
        QCOMPARE(codeOf(f.save(f.staff(kAgent), f.entry(u"N1"_s))), ErrorCode::Forbidden);
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        EntryRow stolen = f.entry(u"N1"_s);
        stolen.unit = f.office->viewOf(f.otherAuthor).editor;
        QVERIFY(stolen.unit != f.unit);
        QCOMPARE(codeOf(f.save(f.otherAuthor, stolen, 1)), ErrorCode::Forbidden);
    }

    void twoWhoWriteAtOnceBothKeepTheirs()
    {
        Library f;
        protocol::StaffRow row = f.store->staff.live().value(f.reviewer.staff.value);
        row.roles.push_back(domain::Role::KbAuthor);
        QVERIFY(f.store->put(row));
        const server::Actor second = f.staff(f.reviewer.staff.value);
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        EntryRow mine = f.entry(u"N1"_s), theirs = f.entry(u"N1"_s);
        mine.plain = u"一天办好。"_s;
        theirs.plain = u"半天办好。"_s;
        QVERIFY(f.save(f.author, mine, 1, true));
        QVERIFY(f.save(second, theirs, 1, true));
        QCOMPARE(f.store->drafts.live().size(), 2);
        QVERIFY(f.publish(second, EntryId(u"N1"_s))); // the author's
        QCOMPARE(f.published(u"N1"_s).version, 2);
        // The other one began from a version that is gone: it stays, and is not published over it.
        QCOMPARE(f.store->drafts.live().size(), 1);
        const auto left = f.store->drafts.live().begin().value();
        QCOMPARE(codeOf(f.send(f.staff(f.author.staff.value), protocol::EntryPublish{{}, left.entry.id, left.author, left.savedAt})), ErrorCode::Forbidden);
        protocol::StaffRow again = f.store->staff.live().value(f.author.staff.value);
        again.roles.push_back(domain::Role::KbReviewer);
        QVERIFY(f.store->put(again));
        QCOMPARE(codeOf(f.send(f.staff(f.author.staff.value), protocol::EntryPublish{{}, left.entry.id, left.author, left.savedAt})), ErrorCode::OtherVersion);
        const auto outdated = f.save(second, theirs, 1, true);
        QCOMPARE(codeOf(outdated), ErrorCode::OtherVersion);
        QCOMPARE(outdated.error().detail, u"2"_s); // from which to go on
        QVERIFY(f.save(second, theirs, 2, true));
        const auto now = f.store->drafts.live().begin().value();
        QVERIFY(f.send(f.staff(f.author.staff.value), protocol::EntryPublish{{}, now.entry.id, now.author, now.savedAt}));
        QCOMPARE(f.published(u"N1"_s).plain, u"半天办好。"_s);
        QCOMPARE(f.published(u"N1"_s).version, 3);
    }

    void whatWasWrittenAnewSinceItWasReadIsNotPublished()
    {
        Library f;
        QVERIFY(f.save(f.author, f.entry(u"N1"_s), 0, true));
        const Instant read = f.store->drafts.live().begin()->savedAt;
        f.pass(1min);
        QVERIFY(f.save(f.author, f.entry(u"N1"_s, u"另一个题目"_s), 0, true));
        QCOMPARE(codeOf(f.send(f.reviewer, protocol::EntryPublish{{}, EntryId(u"N1"_s), f.author.staff, read})), ErrorCode::OtherVersion);
    }

    void aDraftIsGivenBackWithTheReasonOrThrownAway()
    {
        Library f;
        QVERIFY(f.save(f.author, f.entry(u"N1"_s), 0, true));
        QVERIFY(f.send(f.reviewer, protocol::EntryReturn{{}, EntryId(u"N1"_s), f.author.staff, u"请写明收费依据"_s, {}}));
        const auto draft = f.store->drafts.live().begin().value();
        QCOMPARE(draft.entry.state, EntryState::Draft);
        QCOMPARE(draft.note, u"请写明收费依据"_s);
        QVERIFY(f.send(f.author, protocol::EntryDrop{{}, EntryId(u"N1"_s)}));
        QVERIFY(f.store->drafts.live().isEmpty());
        QCOMPARE(codeOf(f.send(f.author, protocol::EntryDrop{{}, EntryId(u"N1"_s)})), ErrorCode::NotFound);
    }

    void aDraftMayBeHalfOfWhatItWillBe()
    {
        Library f;
        EntryRow row = f.entry(u"N1"_s);
        row.from = u"2026-1"_s; // being typed
        row.item = ItemId(u"none"_s);
        QVERIFY(f.save(f.author, row, 7, false, {TaskId(f.newId())}));
        const auto draft = f.store->drafts.live().begin().value();
        QCOMPARE(draft.base, 0);
        QVERIFY(draft.tasks.empty());
    }

    void aSecondQuestionOfARequestIsOwedToo()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        QVERIFY(f.mark(served));
        QVERIFY(f.mark(served, u"那要带什么材料"_s));
        QCOMPARE(f.tasks().size(), 2);
    }

    void wordsOfAVersionThatIsOverAreFollowedUp()
    {
        Library f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"歇业备案要几天"_s);
        EntryRow second = f.entry(u"N1"_s);
        second.plain = u"半天办好。"_s;
        QVERIFY(f.bring(second, 1));
        QVERIFY(f.tell(served, EntryId(u"N1"_s), 1)); // written while the desk was cut off
        QCOMPARE(f.tasks().size(), 1);
        QCOMPARE(f.tasks().first().kind, TaskKind::FollowUp);
        QCOMPARE(f.tasks().first().request, served.id);
    }

    void aFaultyEntryIsRefusedByField_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"title", "from", "to", "review_due", "plain"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void aFaultyEntryIsRefusedByField()
    {
        QFETCH(QString, field);
        Library f;
        EntryRow row = f.entry(u"N1"_s);
        if (field == u"title"_s)
            row.title = u"  "_s;
        else if (field == u"from"_s)
            row.from = u"明天"_s;
        else if (field == u"to"_s)
            row.to = u"2026-10-01"_s;
        else if (field == u"review_due"_s)
            row.reviewDue = u"2026-13-01"_s;
        else
            row.plain.clear();
        const auto refused = f.save(f.author, row, 0, true);
        QCOMPARE(codeOf(refused), ErrorCode::BadMessage);
        QCOMPARE(refused.error().detail, field);
        QVERIFY(f.store->drafts.live().isEmpty());
    }

    void whatNobodyCouldAnswerIsOwedInFiveWorkingDays()
    {
        Library f; // Monday, 23 November
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        QVERIFY(f.mark(served));
        QVERIFY(f.mark(served)); // one key, pressed twice
        QCOMPARE(f.tasks().size(), 1);
        const TaskRow task = f.tasks().first();
        QCOMPARE(task.kind, TaskKind::Wording);
        QCOMPARE(task.unit, served.unit);
        QCOMPARE(task.openedBy, StaffId(kAgent));
        QCOMPARE(task.words.text, u"歇业备案能异地办吗"_s);
        QVERIFY(task.dueAt);
        QCOMPARE(toIso(dateOf(*task.dueAt)), u"2026-11-30"_s);
        QVERIFY(f.send(f.author, protocol::TaskTake{{}, task.id}));
        QCOMPARE(f.tasks().first().state, TaskState::Taken);
        QCOMPARE(codeOf(f.send(f.otherAuthor, protocol::TaskTake{{}, task.id})), ErrorCode::NotFound);
        QCOMPARE(codeOf(f.send(f.author, protocol::TaskClose{{}, task.id, TaskState::Done, {u"好了"_s}})), ErrorCode::BadState); // words are owed
        QVERIFY(f.send(f.author, protocol::TaskClose{{}, task.id, TaskState::Dropped, {u"已有条目"_s}}));
        QVERIFY(f.tasks().isEmpty());
        QCOMPARE(codeOf(f.send(f.author, protocol::TaskTake{{}, task.id})), ErrorCode::TooLate);
    }

    void whoIsStillServedHearsThatTheAnswerIsKnown()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        QVERIFY(f.mark(served));
        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {f.tasks().first().id}));
        QVERIFY(f.tasks().isEmpty());
        QVERIFY(f.saidTo(served.id).contains(u"wording_known"_s));
    }

    void whoHasThePageOpenReadsTheAnswerThere()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s, u"13800000000"_s);
        QVERIFY(f.mark(served));
        f.end(served);
        QVERIFY(f.office->citizenChanged(f.asker.citizen, true));
        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {f.tasks().first().id}));
        QVERIFY(f.saidTo(served.id).contains(u"当天办好，不收费。"_s));
        QCOMPARE(f.store->requests.live().size(), 0); // and nobody calls them
    }

    void whoLeftIsCalled()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s, u"13800000000"_s);
        QVERIFY(f.mark(served));
        f.end(served);
        QVERIFY(f.office->citizenChanged(f.asker.citizen, false));
        const TaskId task = f.tasks().first().id;
        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {task}));
        QCOMPARE(f.store->requests.live().size(), 1);
        const RequestRow call = f.store->requests.live().begin().value();
        QCOMPARE(call.state, domain::RequestState::CallBack);
        QCOMPARE(call.previous, served.id);
        QVERIFY(call.callBackDue);
        QCOMPARE(toIso(*call.callBackDue).left(16), u"2026-11-24T10:00"_s);
        // Told once: a later version tells nobody again.
        EntryRow second = f.entry(u"N1"_s);
        second.plain = u"半天办好。"_s;
        QVERIFY(f.bring(second, 1, {task}));
        QCOMPARE(f.store->requests.live().size(), 1);
    }

    void whoLeftWithoutANumberIsNotInvented()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        QVERIFY(f.mark(served));
        f.end(served);
        QVERIFY(f.office->citizenChanged(f.asker.citizen, false));
        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {f.tasks().first().id}));
        QVERIFY(f.tasks().isEmpty());
        QCOMPARE(f.store->requests.live().size(), 0);
    }

    void whoWasToldOldWordsIsFollowedUp()
    {
        Library f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"歇业备案要几天"_s);
        QVERIFY(f.tell(served, EntryId(u"N1"_s), 1));
        QVERIFY(f.tell(served, EntryId(u"N1"_s), 1)); // twice to the same
        QCOMPARE(codeOf(f.tell(served, EntryId(u"N1"_s), 2)), ErrorCode::NotFound); // there is no such version
        EntryRow alias = f.entry(u"N1"_s);
        alias.aliases = {u"歇业多久"_s};
        const auto same = f.bring(alias, 1);
        QVERIFY(same);
        QCOMPARE((*same)[u"told"_s].toInt(), 0); // another way to ask changes nothing for them
        const auto withdrawn = f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N1"_s), 2, u"收费改了"_s});
        QVERIFY(withdrawn);
        QCOMPARE((*withdrawn)[u"told"_s].toInt(), 1);
        const TaskRow task = f.tasks().first();
        QCOMPARE(task.kind, TaskKind::FollowUp);
        QCOMPARE(task.request, served.id);
        QCOMPARE(task.openedBy, StaffId(kAgent));
        QCOMPARE(codeOf(f.tell(served, EntryId(u"N1"_s), 2)), ErrorCode::EntryWithdrawn);
        QVERIFY(!server::sees(f.office->viewOf(f.otherAuthor), server::audienceOf(task)));
        QCOMPARE(codeOf(f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N1"_s), 2, u"再撤"_s})), ErrorCode::EntryWithdrawn);
    }

    void whatWasTakenBackOrSaidLongAgoIsNotFollowedUp()
    {
        Library f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"歇业备案要几天"_s);
        QVERIFY(f.tell(served, EntryId(u"N1"_s), 1));
        const auto talk = f.store->messagesOf(served.id);
        QCOMPARE(talk->back().cites, (std::vector<protocol::EntryCite>{{EntryId(u"N1"_s), 1}}));
        QVERIFY(f.send(f.agent, protocol::MessageRecall{{}, talk->back().id, served.id}));
        QVERIFY(f.store->messagesOf(served.id)->back().cites.empty());
        const auto withdrawn = f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N1"_s), 1, u"错了"_s});
        QCOMPARE((*withdrawn)[u"told"_s].toInt(), 0);
    }

    void aNoteCitesNothing()
    {
        Library f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"歇业备案要几天"_s);
        protocol::MessageSend send;
        send.message = MessageId(f.newId());
        send.request = served.id;
        send.claimNo = served.claimNo;
        send.kind = domain::MessageKind::Note;
        send.words.text = u"当天办好"_s;
        send.cites = {{EntryId(u"N1"_s), 1}};
        QCOMPARE(codeOf(f.send(f.agent, send)), ErrorCode::BadMessage);
    }

    void citizensCiteNothing()
    {
        Library f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"歇业备案要几天"_s);
        protocol::MessageSend send;
        send.message = MessageId(f.newId());
        send.request = served.id;
        send.words.text = u"好的"_s;
        send.cites = {{EntryId(u"N1"_s), 1}};
        QCOMPARE(codeOf(f.send(f.asker, send)), ErrorCode::BadMessage);
    }

    void whatIsWrongGoesToTheUnitOfTheEntry()
    {
        Library f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const server::Actor agent = f.ready(kAgent);
        const auto open = [&](const QString &words) {
            return f.send(agent, protocol::TaskOpen{{}, TaskId(f.newId()), TaskKind::Correction, {}, EntryId(u"N1"_s), {words}, {}});
        };
        QVERIFY(open(u"收费标准过时了"_s));
        QCOMPARE(f.tasks().first().unit, f.unit);
        QCOMPARE(f.tasks().first().kind, TaskKind::Correction);
        QVERIFY(open(u"收费标准过时了"_s)); // said again, after a break
        QCOMPARE(f.tasks().size(), 1);
        QCOMPARE(codeOf(open(u" "_s)), ErrorCode::BadMessage);
        QCOMPARE(codeOf(f.send(agent, protocol::TaskOpen{{}, TaskId(f.newId()), TaskKind::Correction, {}, EntryId(u"none"_s), {u"x"_s}, {}})),
                 ErrorCode::NotFound);
        QCOMPARE(codeOf(f.send(agent, protocol::TaskOpen{{}, TaskId(u"no id"_s), TaskKind::Correction, {}, EntryId(u"N1"_s), {u"x"_s}, {}})), ErrorCode::BadMessage);
    }

    void itAllSurvivesAStop()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        QVERIFY(f.mark(served));
        QVERIFY(f.save(f.author, f.entry(u"N1"_s), 0, true));
        const auto tasks = f.tasks();
        const auto drafts = f.store->drafts.live();
        f.reopen();
        QCOMPARE(f.tasks(), tasks);
        QCOMPARE(f.store->drafts.live(), drafts);
    }

    void anErasedRequestOwesNothing()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        QVERIFY(f.mark(served));
        f.end(served);
        QVERIFY(f.store->erase(served.id));
        QVERIFY(f.store->commit(f.clock.now()));
        QVERIFY(f.tasks().isEmpty());
        f.reopen();
        QVERIFY(f.tasks().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKnowledgeRules)
#include "tst_knowledge_rules.moc"
