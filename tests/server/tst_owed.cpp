// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "core/domain/knowledge.h"
#include "server/handlers/handlers.h"
#include "tests/server/library.h"

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// Questions that ask the same, policies before their day, and what became of an entry.
class TestOwed : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    /// Who asked the same is answered by one entry; what editors say of it stays.
    void questionsThatAskTheSameAreAnsweredTogether()
    {
        Library f;
        const auto marked = [&](const QString &words) {
            const RequestRow asked = f.served(words);
            const auto task = f.mark(asked, words);
            f.end(asked);
            f.pass(1min);
            return std::pair(asked.id, TaskId((*task)["task"_L1].toString()));
        };
        const auto row = [&](const TaskId &id) { return f.store->tasks.find(id.value).value_or(TaskRow()); };
        const auto [a, first] = marked(u"歇业备案能异地办理吗"_s);
        const auto [b, second] = marked(u"请问歇业备案能异地办理吗"_s);
        const auto [c, other] = marked(u"食品经营许可证到期怎么延续"_s);
        QCOMPARE(protocol::groupOf(row(second)), first);
        QCOMPARE(protocol::groupOf(row(other)), other);

        QVERIFY(f.send(f.author, protocol::TaskTake{{}, second})); // one sees to all of it
        QCOMPARE(row(first).takenBy, f.author.staff);
        QCOMPARE(row(other).state, domain::TaskState::Open);

        QVERIFY(f.send(f.author, protocol::TaskGroup{{}, other, second})); // an editor says they are the same
        QCOMPARE(protocol::groupOf(row(other)), first);
        const auto [d, third] = marked(u"食品经营许可证到期了怎么延续"_s);
        QCOMPARE(protocol::groupOf(row(third)), first); // what is like it goes along
        QVERIFY(f.send(f.author, protocol::TaskGroup{{}, first, {}})); // and that the first is not
        QCOMPARE(protocol::groupOf(row(first)), first);
        QVERIFY(protocol::groupOf(row(second)) != first);
        QCOMPARE(protocol::groupOf(row(other)), protocol::groupOf(row(second)));
        QCOMPARE(protocol::groupOf(row(third)), protocol::groupOf(row(second)));

        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {second})); // the draft names one
        QCOMPARE(row(second).state, domain::TaskState::Done);
        QCOMPARE(row(other).state, domain::TaskState::Done);
        QCOMPARE(row(third).state, domain::TaskState::Done);
        QCOMPARE(row(first).state, domain::TaskState::Taken);
        QCOMPARE(codeOf(f.send(f.author, protocol::TaskGroup{{}, first, second})), ErrorCode::TooLate);

        const auto [e, again] = marked(u"歇业备案能否异地办理"_s);
        QCOMPARE(protocol::groupOf(row(again)), first);
        QVERIFY(f.send(f.author, protocol::TaskClose{{}, first, domain::TaskState::Dropped, {u"窗口已答复"_s}}));
        QVERIFY(f.tasks().isEmpty());
    }

    /// Another unit answers for itself, whatever is said here of the same question.
    void anotherUnitsQuestionStaysItsOwn()
    {
        Library f;
        TaskRow theirs;
        theirs.id = TaskId(f.newId());
        theirs.unit = f.office->viewOf(f.otherAuthor).editor;
        theirs.words = {u"歇业备案能异地办理吗"_s};
        theirs.markedAt = f.clock.now();
        theirs.group = theirs.cluster = theirs.id;
        QVERIFY(f.store->put(theirs));
        f.pass(1min);
        const RequestRow served = f.served(u"请问歇业备案能异地办理吗"_s);
        const auto task = f.mark(served, u"请问歇业备案能异地办理吗"_s);
        const TaskId ours((*task)["task"_L1].toString());
        const auto row = [&](const TaskId &id) { return f.store->tasks.find(id.value).value_or(TaskRow()); };
        QCOMPARE(protocol::groupOf(row(ours)), theirs.id); // one question of the city
        QVERIFY(f.send(f.author, protocol::TaskTake{{}, ours}));
        QCOMPARE(row(theirs.id).state, domain::TaskState::Open);
        QCOMPARE(codeOf(f.send(f.author, protocol::TaskGroup{{}, ours, theirs.id})), ErrorCode::NotFound);
        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {ours}));
        QCOMPARE(row(ours).state, domain::TaskState::Done);
        QCOMPARE(row(theirs.id).state, domain::TaskState::Open);
        QVERIFY(f.send(f.otherAuthor, protocol::TaskClose{{}, theirs.id, domain::TaskState::Dropped, {u"不归本单位"_s}}));
    }

    /// Who asked it twice, in other words, hears it once.
    void oneWhoAskedTwiceIsToldOnce()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办理吗"_s);
        const auto first = f.mark(served, u"歇业备案能异地办理吗"_s), second = f.mark(served, u"请问歇业备案能异地办理吗"_s);
        QVERIFY(first && second && *first != *second);
        const auto before = f.saidTo(served.id).size();
        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {TaskId((*first)["task"_L1].toString())}));
        QVERIFY(f.tasks().isEmpty());
        QCOMPARE(f.saidTo(served.id).size(), before + 1);
    }

    void onlyTheUnitsEditorsGroupItsQuestions()
    {
        Library f;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        const auto task = f.mark(served);
        const auto otherTask = f.mark(served, u"食品经营许可证怎么延续"_s);
        const TaskId id((*task)["task"_L1].toString()), other((*otherTask)["task"_L1].toString());
        QCOMPARE(codeOf(f.send(f.otherAuthor, protocol::TaskGroup{{}, id, {}})), ErrorCode::NotFound);
        QCOMPARE(codeOf(f.send(f.agent, protocol::TaskGroup{{}, id, other})), ErrorCode::Forbidden);
        QCOMPARE(codeOf(f.send(f.author, protocol::TaskGroup{{}, id, TaskId(f.newId())})), ErrorCode::NotFound);
        QVERIFY(f.send(f.author, protocol::TaskGroup{{}, id, id}));
        QCOMPARE(f.tasks().size(), 2);
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        QVERIFY(f.send(f.agent, protocol::TaskOpen{{}, TaskId(f.newId()), TaskKind::Correction, {}, EntryId(u"N1"_s), {u"过时"_s}, {}}));
        for (const TaskRow &row : f.tasks())
            if (row.kind == TaskKind::Correction)
                QCOMPARE(codeOf(f.send(f.author, protocol::TaskGroup{{}, row.id, id})), ErrorCode::BadState);
    }

    /// D-1: its questions and answers are in by the closing time of the working day before it takes effect.
    void aPolicyIsOwedBeforeItsDay()
    {
        Library f;
        const auto open = [&](const server::Actor &who, const QString &title, const QString &effective) {
            return f.send(who, protocol::PolicyOpen{{}, TaskId(f.newId()), {title}, effective, ItemId(u"IT001"_s)});
        };
        QCOMPARE(codeOf(open(f.author, u" "_s, u"2026-12-01"_s)), ErrorCode::BadMessage);
        QCOMPARE(codeOf(open(f.author, u"登记新规"_s, u"明天"_s)), ErrorCode::BadMessage);
        QCOMPARE(codeOf(open(f.agent, u"登记新规"_s, u"2026-12-01"_s)), ErrorCode::Forbidden);
        const LocalDate effective = f.office->today() + std::chrono::days(7);
        const auto opened = open(f.author, u"登记新规"_s, toIso(effective));
        QVERIFY(opened);
        const auto twice = open(f.author, u"登记新规"_s, toIso(effective));
        QVERIFY(twice && (*twice)["task"_L1] == (*opened)["task"_L1]);
        QCOMPARE(f.tasks().size(), 1);
        const TaskRow task = f.tasks().first();
        QCOMPARE(task.kind, TaskKind::Policy);
        QCOMPARE(task.unit, f.unit);
        const auto due = domain::policyDue(f.office->catalogue().calendarOf(f.unit), effective);
        QVERIFY(due && task.dueAt);
        QCOMPARE(*task.dueAt, due->due);
        QVERIFY(dateOf(*task.dueAt) < effective);

        const protocol::TaskClose done{{}, task.id, domain::TaskState::Done, {u"都写好了"_s}};
        QCOMPARE(codeOf(f.send(f.author, done)), ErrorCode::BadState); // nothing is in
        QVERIFY(f.bring(f.entry(u"N1"_s), 0, {task.id}));
        QVERIFY(f.bring(f.entry(u"N2"_s), 0, {task.id}));
        EntryRow better = f.entry(u"N1"_s);
        better.plain = u"半天办好。"_s;
        QVERIFY(f.bring(better, 1, {task.id}));
        QCOMPARE(f.tasks().first().answers, (std::vector{EntryId(u"N1"_s), EntryId(u"N2"_s)})); // it stays until all are there
        QVERIFY(f.send(f.author, done));
        QVERIFY(f.tasks().isEmpty());
    }

    /// How people asked it, without what names them; what the entry has among its aliases is not said again.
    void howPeopleAskedIsKept()
    {
        Library f;
        EntryRow entry = f.entry(u"N1"_s);
        entry.aliases = {u"歇业要等多久"_s};
        QVERIFY(f.bring(entry));
        const auto past = [&](const server::Actor &who) { return server::entryPastFor(*f.office, who, {EntryId(u"N1"_s)}); };
        QCOMPARE(past(f.author)->told, 0);
        for (const QString &words : {u"公司歇业几天能办好"_s, u"公司歇业，几天能办好？"_s, u"歇业要等多久？"_s, u"我电话13812345678，歇业快吗"_s}) {
            const RequestRow served = f.served(words);
            QVERIFY(f.tell(served, EntryId(u"N1"_s), 1));
            f.end(served);
            f.pass(1min);
        }
        const auto now = past(f.author);
        QVERIFY(now);
        QCOMPARE(now->told, 4);
        QCOMPARE(now->asked.size(), 2U);
        QCOMPARE(now->asked[0].times, 2);
        QCOMPARE(now->asked[0].words, u"公司歇业，几天能办好？"_s); // as it was said last
        QCOMPARE(now->asked[1].words, u"我电话******，歇业快吗"_s);
        QCOMPARE(past(f.otherAuthor).error().code, ErrorCode::Forbidden);
        QCOMPARE(past(f.agent).error().code, ErrorCode::Forbidden);
        QCOMPARE(server::entryPastFor(*f.office, f.author, {EntryId(u"none"_s)}).error().code, ErrorCode::NotFound);
        const RequestRow thankful = f.served(u"分公司歇业要备案吗"_s); // thanks ask nothing
        f.pass(1min);
        protocol::MessageSend thanks;
        thanks.message = MessageId(f.newId());
        thanks.request = thankful.id;
        thanks.words.text = u"好的"_s;
        QVERIFY(f.send(f.asker, thanks));
        QVERIFY(f.tell(thankful, EntryId(u"N1"_s), 1));
        QCOMPARE(past(f.author)->asked.size(), 3U);
        QVERIFY(std::ranges::count(past(f.author)->asked, u"分公司歇业要备案吗"_s, &protocol::PastWords::words) == 1);
        f.end(thankful);
        f.clock.advance(std::chrono::days(31)); // nobody works here meanwhile
        f.pass(1s);
        QCOMPARE(past(f.author)->told, 0);
        QCOMPARE(past(f.author)->asked.size(), 3U);
        f.clock.advance(std::chrono::days(60));
        f.pass(1s);
        QCOMPARE(past(f.author)->asked.size(), 0U);
    }

    void versionsAreKeptWithWhoWroteThem()
    {
        Library f;
        EntryRow entry = f.entry(u"N1"_s);
        QVERIFY(f.bring(entry));
        f.pass(1min);
        entry.plain = u"半天办好。"_s;
        QVERIFY(f.bring(entry, 1));
        const auto past = server::entryPastFor(*f.office, f.reviewer, {entry.id});
        QVERIFY(past);
        QCOMPARE(past->versions.size(), 2U);
        QCOMPARE(past->versions[0].row.version, 2);
        QCOMPARE(past->versions[0].row.plain, u"半天办好。"_s);
        QCOMPARE(past->versions[0].author, f.store->staff.find(f.author.staff.value)->name);
        QCOMPARE(past->versions[0].reviewer, f.store->staff.find(f.reviewer.staff.value)->name);
        QVERIFY(past->versions[0].at > past->versions[1].at);
    }

    /// 有用, at a window: nothing was sent, and who was told is known all the same.
    void whatWasSaidByWordOfMouthIsKnown()
    {
        Library f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"公司歇业几天能办好"_s);
        const auto useful = [&](const server::Actor &who, const QString &id, int version) {
            return f.send(who, protocol::EntryUseful{{}, EntryId(id), version, served.id});
        };
        QVERIFY(useful(f.agent, u"N1"_s, 1));
        QVERIFY(useful(f.agent, u"N1"_s, 1)); // pressed twice
        QCOMPARE(codeOf(useful(f.agent, u"N1"_s, 2)), ErrorCode::NotFound);
        QCOMPARE(codeOf(useful(f.agent, u"none"_s, 1)), ErrorCode::NotFound);
        QCOMPARE(codeOf(useful(f.asker, u"N1"_s, 1)), ErrorCode::Forbidden);
        QVERIFY(!useful(f.ready(u"SF002"_s), u"N1"_s, 1)); // a colleague has not talked to them
        const auto past = server::entryPastFor(*f.office, f.author, {EntryId(u"N1"_s)});
        QCOMPARE(past->told, 1);
        QCOMPARE(past->asked.size(), 1U);
        QCOMPARE(past->asked[0].words, u"公司歇业几天能办好"_s);
        QVERIFY(f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N1"_s), 1, u"已失效"_s}));
        QCOMPARE(f.tasks().size(), 1); // to be told that it does not hold
        QCOMPARE(codeOf(useful(f.agent, u"N1"_s, 1)), ErrorCode::EntryWithdrawn);
    }
};

QTEST_GUILESS_MAIN(TestOwed)
#include "tst_owed.moc"
