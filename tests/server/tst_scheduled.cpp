// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/handlers/handlers.h"
#include "tests/server/library.h"

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using protocol::EntryDraftRow;

namespace {

constexpr auto kDay = std::chrono::days(1);

struct Waiting : Library {
    LocalDate today = office->today();
    QString tomorrow = toIso(today + kDay);

    EntryRow later(const QString &id, const QString &plain = u"三天办好。"_s, int days = 1) const
    {
        EntryRow row = entry(id);
        row.plain = plain;
        row.from = toIso(today + std::chrono::days(days));
        return row;
    }
    std::vector<EntryDraftRow> scheduled() const
    {
        std::vector<EntryDraftRow> found;
        for (const EntryDraftRow &draft : store->drafts.live())
            if (draft.entry.state == EntryState::Scheduled)
                found.push_back(draft);
        std::ranges::sort(found, {}, &EntryDraftRow::id);
        return found;
    }
    /// The beginning of the n-th day from today.
    void untilDay(int n)
    {
        clock.advance(at(today + std::chrono::days(n), std::chrono::minutes(0)) - clock.now());
        pass(1s);
    }
};

} // namespace

/// Versions that begin later wait beside the one that holds.
class TestScheduled : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void aLaterVersionWaitsForItsDay()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"公司歇业几天能办好"_s);
        QVERIFY(f.tell(served, EntryId(u"N1"_s), 1));
        f.end(served);
        const auto let = f.bring(f.later(u"N1"_s), 1);
        QVERIFY(let);
        QCOMPARE((*let)["begins"_L1].toString(), f.tomorrow);
        QCOMPARE(f.published(u"N1"_s).version, 1); // it holds today
        QCOMPARE(f.scheduled().size(), 1U);
        QCOMPARE(f.scheduled()[0].author, f.author.staff);
        QCOMPARE(f.scheduled()[0].reviewer, f.reviewer.staff);
        QVERIFY(server::sees(f.office->viewOf(f.author), server::audienceOf(f.scheduled()[0])));
        QVERIFY(!server::sees(f.office->viewOf(f.otherAuthor), server::audienceOf(f.scheduled()[0])));
        QVERIFY(f.tasks().empty()); // nobody was told what does not hold
        f.reopen(); // it is written
        f.untilDay(1);
        const EntryRow holds = f.published(u"N1"_s);
        QCOMPARE(holds.version, 2);
        QCOMPARE(holds.plain, u"三天办好。"_s);
        QCOMPARE(holds.state, EntryState::Approved);
        QVERIFY(f.scheduled().empty());
        QCOMPARE(f.tasks().size(), 1); // who was told yesterday is followed up
        QCOMPARE(f.tasks()[0].kind, TaskKind::FollowUp);
        const auto past = server::entryPastFor(*f.office, f.author, {holds.id});
        QCOMPARE(past->versions.size(), 2U);
        QCOMPARE(past->versions[0].author, f.store->staff.find(f.author.staff.value)->name);
        QCOMPARE(past->versions[0].reviewer, f.store->staff.find(f.reviewer.staff.value)->name);
        f.pass(5s);
        QCOMPARE(f.published(u"N1"_s).version, 2); // once
    }

    /// The last day of the one is the day before the first of the other.
    void anEndAndABeginning()
    {
        Waiting f;
        EntryRow first = f.entry(u"N1"_s);
        first.to = toIso(f.today);
        QVERIFY(f.bring(first));
        QVERIFY(f.bring(f.later(u"N1"_s), 1));
        QCOMPARE(f.published(u"N1"_s).version, 1);
        f.untilDay(1);
        QCOMPARE(f.published(u"N1"_s).version, 2);
    }

    /// An entry that holds nothing yet needs nobody to wait: desks get it at once and it begins there by itself.
    void whatHoldsNothingYetGoesToTheDesks()
    {
        Waiting f;
        QVERIFY(f.bring(f.later(u"N2"_s, u"三天办好。"_s, 3)));
        QVERIFY(f.bring(f.later(u"N2"_s, u"两天办好。"_s, 2), 1)); // it begins earlier
        QCOMPARE(f.published(u"N2"_s).version, 2);
        QVERIFY(f.scheduled().empty());
        QVERIFY(f.bring(f.later(u"N2"_s, u"五天办好。"_s, 9), 2)); // from then on, and no day earlier
        QCOMPARE(f.published(u"N2"_s).version, 2);
        QCOMPARE(f.scheduled().size(), 1U);
        f.untilDay(9);
        QCOMPARE(f.published(u"N2"_s).plain, u"五天办好。"_s);
    }

    /// What held is gone, and one waits: another for a later day waits, too, or the first would take its place.
    void theOrderOfDaysIsKept()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        QVERIFY(f.bring(f.later(u"N1"_s, u"三天办好。"_s, 3), 1));
        QVERIFY(f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N1"_s), 1, u"写错了"_s}));
        QVERIFY(f.bring(f.later(u"N1"_s, u"九天办好。"_s, 9), 1));
        QCOMPARE(f.published(u"N1"_s).state, EntryState::Withdrawn);
        f.untilDay(3);
        QCOMPARE(f.published(u"N1"_s).plain, u"三天办好。"_s);
        f.untilDay(9);
        QCOMPARE(f.published(u"N1"_s).plain, u"九天办好。"_s);
    }

    /// What somebody else wrote for the same day is not lost unread.
    void oneDayHasOneAuthor()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        QVERIFY(f.bring(f.later(u"N1"_s), 1));
        protocol::StaffRow row = f.store->staff.live().value(f.reviewer.staff.value);
        row.roles.push_back(domain::Role::KbAuthor);
        QVERIFY(f.store->put(row));
        const server::Actor second = f.staff(f.reviewer.staff.value);
        QVERIFY(f.save(second, f.later(u"N1"_s, u"五天办好。"_s), 1, true));
        row = f.store->staff.live().value(f.author.staff.value);
        row.roles.push_back(domain::Role::KbReviewer);
        QVERIFY(f.store->put(row));
        const auto draft = f.store->drafts.live().value(protocol::draftId(EntryId(u"N1"_s), second.staff));
        const auto refused = f.send(f.staff(f.author.staff.value), protocol::EntryPublish{{}, draft.entry.id, second.staff, draft.savedAt});
        QCOMPARE(codeOf(refused), ErrorCode::BadState);
        QCOMPARE(refused.error().detail, u"same_day"_s);
        QCOMPARE(f.scheduled()[0].entry.plain, u"三天办好。"_s);
        QVERIFY(f.store->drafts.live().contains(draft.id)); // and is there still
    }

    void eachDayHasItsVersion()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        QVERIFY(f.bring(f.later(u"N1"_s, u"五天办好。"_s, 3), 1));
        QVERIFY(f.bring(f.later(u"N1"_s, u"三天办好。"_s, 1), 1));
        QVERIFY(f.bring(f.later(u"N1"_s, u"四天办好。"_s, 3), 1)); // in place of the one for that day
        QCOMPARE(f.scheduled().size(), 2U);
        EntryRow now = f.entry(u"N1"_s);
        now.aliases = {u"歇业多久办好"_s};
        QVERIFY(f.bring(now, 1)); // what holds may change meanwhile
        QCOMPARE(f.published(u"N1"_s).version, 2);
        f.untilDay(1);
        QCOMPARE(f.published(u"N1"_s).plain, u"三天办好。"_s);
        QCOMPARE(f.published(u"N1"_s).version, 3);
        f.untilDay(3);
        QCOMPARE(f.published(u"N1"_s).plain, u"四天办好。"_s);
        QCOMPARE(f.published(u"N1"_s).version, 4);
    }

    /// The server stood still for days: the last one is what holds.
    void daysThatWereMissed()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        QVERIFY(f.bring(f.later(u"N1"_s, u"五天办好。"_s, 3), 1));
        QVERIFY(f.bring(f.later(u"N1"_s, u"三天办好。"_s, 1), 1));
        f.untilDay(5);
        QCOMPARE(f.published(u"N1"_s).plain, u"五天办好。"_s);
        QCOMPARE(f.published(u"N1"_s).version, 3);
        QVERIFY(f.scheduled().empty());
    }

    void whatWaitsCanBeGivenBack()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        QVERIFY(f.bring(f.later(u"N1"_s), 1));
        const auto give = [&](const server::Actor &who, const QString &from) {
            return f.send(who, protocol::EntryReturn{{}, EntryId(u"N1"_s), f.author.staff, u"施行日推迟了"_s, from});
        };
        QCOMPARE(codeOf(give(f.author, f.tomorrow)), ErrorCode::Forbidden); // who reviews lets pass, and takes back
        QCOMPARE(codeOf(give(f.reviewer, u"2027-01-01"_s)), ErrorCode::NotFound);
        QCOMPARE(codeOf(give(f.reviewer, {})), ErrorCode::NotFound); // no draft of it is in review
        QVERIFY(f.save(f.author, f.entry(u"N1"_s, u"另一稿"_s), 1));
        QCOMPARE(codeOf(give(f.reviewer, f.tomorrow)), ErrorCode::BadState); // it would be written over
        QCOMPARE(give(f.reviewer, f.tomorrow).error().detail, u"being_written"_s);
        QVERIFY(f.send(f.author, protocol::EntryDrop{{}, EntryId(u"N1"_s)}));
        QVERIFY(give(f.reviewer, f.tomorrow));
        QVERIFY(f.scheduled().empty());
        const EntryDraftRow draft = f.store->drafts.live().value(protocol::draftId(EntryId(u"N1"_s), f.author.staff));
        QCOMPARE(draft.entry.state, EntryState::Draft);
        QCOMPARE(draft.entry.plain, u"三天办好。"_s);
        QCOMPARE(draft.note, u"施行日推迟了"_s);
        QVERIFY(draft.reviewer.isEmpty());
        f.untilDay(1);
        QCOMPARE(f.published(u"N1"_s).version, 1);
    }

    /// The case a task came from may be erased before the day comes.
    void aTaskThatWasErasedIsNoHindrance()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        const auto marked = f.mark(served);
        f.end(served);
        QVERIFY(f.bring(f.later(u"N1"_s, u"可以异地办。"_s, 2), 1, {TaskId((*marked)["task"_L1].toString())}));
        QVERIFY(f.store->erase(served.id));
        QVERIFY(f.store->commit(f.clock.now()));
        f.untilDay(2);
        QCOMPARE(f.published(u"N1"_s).version, 2);
    }

    /// A policy was promised an answer before its day; who asked is told what holds, when it does.
    void policiesAreAnsweredAtOnceAndPeopleOnTheDay()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const QString day = toIso(f.today + 2 * kDay);
        QVERIFY(f.send(f.author, protocol::PolicyOpen{{}, TaskId(f.newId()), {u"市场主体歇业办法"_s}, day, {}}));
        const TaskId policy = f.tasks()[0].id;
        const RequestRow served = f.served(u"歇业备案能异地办吗"_s);
        const auto marked = f.mark(served);
        const TaskId question((*marked)["task"_L1].toString());
        f.end(served);
        const auto row = [&](const TaskId &id) { return f.store->tasks.find(id.value).value_or(TaskRow()); };
        QVERIFY(f.bring(f.later(u"N1"_s, u"可以异地办。"_s, 2), 1, {policy, question}));
        QCOMPARE(row(policy).answers, std::vector{EntryId(u"N1"_s)});
        QCOMPARE(row(question).state, TaskState::Open);
        QVERIFY(!f.saidTo(served.id).contains(u"可以异地办。"_s));
        f.untilDay(2);
        QCOMPARE(row(question).state, TaskState::Done);
        QCOMPARE(row(policy).answers.size(), 1U);

        QVERIFY(f.bring(f.later(u"N1"_s, u"可以跨区办。"_s, 5), 2, {policy}));
        QVERIFY(f.send(f.reviewer, protocol::EntryReturn{{}, EntryId(u"N1"_s), f.author.staff, u"再核一下"_s, toIso(f.today + 5 * kDay)}));
        QCOMPARE(row(policy).answers.size(), 0U); // that one has no answer yet
    }

    void itComesAfterAWithdrawalToo()
    {
        Waiting f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        QVERIFY(f.bring(f.later(u"N1"_s), 1));
        QVERIFY(f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N1"_s), 1, u"写错了"_s}));
        f.untilDay(1);
        QCOMPARE(f.published(u"N1"_s).state, EntryState::Approved);
        QCOMPARE(f.published(u"N1"_s).version, 2);
    }
};

QTEST_GUILESS_MAIN(TestScheduled)
#include "tst_scheduled.moc"
