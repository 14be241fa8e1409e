// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/handlers/handlers.h"
#include "tests/server/library.h"

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using protocol::RateRow;

namespace {

struct Rates : Library {
    /// A case that was answered. \param offered  entries were suggested   \param said  and this one was sent
    RequestId answered(const QString &words, bool offered, const QString &said = {}, int version = 1)
    {
        const RequestRow row = served(words);
        protocol::MessageSend send;
        send.message = MessageId(newId());
        send.request = row.id;
        send.claimNo = row.claimNo;
        send.words.text = u"当天办好，不收费。"_s;
        send.offered = offered;
        if (!said.isEmpty())
            send.cites = {{EntryId(said), version}};
        if (!this->send(agent, send))
            qFatal("not sent");
        end(row);
        pass(1s);
        return row.id;
    }
    Result<protocol::Rates> rates(const server::Actor &who, const QString &from = u"2026-11-23"_s, const QString &to = u"2026-12-31"_s)
    {
        return server::ratesFor(*office, who, {from, to});
    }
    RateRow week(const QString &monday = u"2026-11-23"_s)
    {
        const auto found = rates(author);
        for (const RateRow &row : found->rows)
            if (row.week == monday)
                return row;
        return {};
    }
};

} // namespace

/// How often the knowledge base had the answer. \source duty 130
class TestRates : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void hitsAndMissesAreCases()
    {
        Rates f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        f.answered(u"歇业几天办好"_s, true, u"N1"_s);
        f.answered(u"歇业要钱吗"_s, true); // there were some, none was said
        const RequestId none = f.answered(u"歇业后怎么恢复营业"_s, false);
        f.answered(u"歇业多久"_s, false, u"N1"_s); // looked up, not suggested
        RateRow row = f.week();
        QCOMPARE(row.unit, f.unit);
        QCOMPARE(row.answered, 4);
        QCOMPARE(row.offered, 3);
        QCOMPARE(row.hits, 2);
        QCOMPARE(row.misses, 2);
        QCOMPARE(row.said, 2);
        QCOMPARE(row.wrong, 0);
        const auto gaps = f.rates(f.author)->gaps;
        QCOMPARE(gaps.size(), 2U);
        QCOMPARE(gaps[0].request, none); // the newest first
        QCOMPARE(gaps[0].words, u"歇业后怎么恢复营业"_s);
        QVERIFY(!gaps[0].marked);

        const RequestRow marked = f.served(u"电话13800000000，歇业备案能异地办吗"_s); // F8, though something was said
        QVERIFY(f.mark(marked));
        QVERIFY(f.tell(marked, EntryId(u"N1"_s), 1));
        f.end(marked);
        f.pass(1s);
        row = f.week();
        QCOMPARE(row.hits, 3);
        QCOMPARE(row.misses, 3);
        const protocol::GapRow gap = f.rates(f.author)->gaps[0];
        QVERIFY(gap.marked);
        QVERIFY2(!gap.words.contains(u"13800000000"_s), qPrintable(gap.words));
        f.reopen();
        QCOMPARE(f.week(), row);
    }

    /// Who goes on with it answers for it.
    void aCaseIsOfTheUnitThatHasIt()
    {
        Rates f;
        RequestRow row = f.served(u"歇业几天办好"_s);
        QVERIFY(server::noteAnswered(*f.office, row, true));
        row.unit = f.office->viewOf(f.otherAuthor).editor;
        QVERIFY(server::noteAnswered(*f.office, row, false));
        QCOMPARE(f.rates(f.author)->rows.size(), 0U);
        QCOMPARE(f.rates(f.otherAuthor)->rows.size(), 1U);
        QCOMPARE(f.rates(f.otherAuthor)->rows[0].offered, 1); // there it was, at the first one's desk
        QCOMPARE(f.rates(f.otherAuthor)->gaps.size(), 1U);
    }

    /// \source behaviour §11: solved ÷ (marked either way + asked for a person); what nobody marked apart
    void theAssistantIsCountedByItsQuestions()
    {
        Rates f;
        const server::Actor asker = f.citizen();
        const auto turn = [&](const QString &words) {
            const MessageId id(f.newId());
            if (!f.send(asker, protocol::AssistantAsk{{}, id, {words}, {}}))
                qFatal("not asked");
            f.pass(1s);
            return id;
        };
        for (const bool solved : {true, true, false})
            QVERIFY(f.send(asker, protocol::AssistantRate{{}, turn(u"变更法定代表人，原法人不配合签字怎么办？"_s), solved}));
        turn(u"没有评价的问题"_s);
        protocol::RequestAsk ask; // a person, with what was said; the mark of the first counts, not that it went along
        ask.request = RequestId(f.newId());
        ask.words.text = u"请人工"_s;
        const MessageId marked = turn(u"不配合怎么办"_s), unmarked = turn(u"需要人工"_s);
        QVERIFY(f.send(asker, protocol::AssistantRate{{}, marked, false}));
        ask.turns = {marked, unmarked};
        VERIFY_OK(f.send(asker, ask));
        f.pass(1s);
        const auto rates = f.rates(f.author);
        QCOMPARE(rates->assistant.size(), 1U);
        QCOMPARE(rates->assistant[0], (protocol::AssistantRateRow{u"2026-11-23"_s, 2, 2, 1, 1}));
    }

    void saidByWordOfMouthIsAHit()
    {
        Rates f;
        QVERIFY(f.bring(f.entry(u"N1"_s)));
        const RequestRow served = f.served(u"公司歇业几天能办好"_s);
        QVERIFY(f.send(f.agent, protocol::EntryUseful{{}, EntryId(u"N1"_s), 1, served.id}));
        QCOMPARE(f.week().hits, 1);
        QCOMPARE(f.week().misses, 0);
        QCOMPARE(f.week().answered, 1);
    }

    /// Reported, and not unfounded; or put right within 30 days, unless it was right when it was said.
    void wrongIsWhatWasReportedOrPutRight()
    {
        Rates f;
        for (const QString &id : {u"N1"_s, u"N2"_s, u"N3"_s, u"N4"_s, u"N5"_s})
            QVERIFY(f.bring(f.entry(id, u"问题"_s + id)));
        for (const QString &id : {u"N1"_s, u"N2"_s, u"N3"_s, u"N4"_s, u"N5"_s})
            f.answered(u"歇业怎么办"_s + id, true, id);
        QCOMPARE(f.week().said, 5);
        QCOMPARE(f.week().wrong, 0);
        const auto report = [&](const QString &id) {
            const TaskId task(f.newId());
            if (!f.send(f.agent, protocol::TaskOpen{{}, task, TaskKind::Correction, {}, EntryId(id), {u"期限不对"_s}, {}}))
                qFatal("not reported");
            return task;
        };
        report(u"N1"_s);
        QCOMPARE(f.week().wrong, 1);
        const TaskId unfounded = report(u"N2"_s);
        QCOMPARE(f.week().wrong, 2);
        QVERIFY(f.send(f.author, protocol::TaskClose{{}, unfounded, TaskState::Dropped, {u"口径无误"_s}}));
        QCOMPARE(f.week().wrong, 1);
        EntryRow other = f.entry(u"N3"_s, u"问题N3"_s);
        other.aliases = {u"歇业多久"_s};
        QVERIFY(f.bring(other, 1)); // the same words
        QCOMPARE(f.week().wrong, 1);
        other.plain = u"三天办好。"_s;
        QVERIFY(f.bring(other, 2));
        QCOMPARE(f.week().wrong, 2);
        EntryRow fresh = f.entry(u"N4"_s, u"问题N4"_s); // a rule that begins later makes nothing wrong
        fresh.plain = u"两天办好。"_s;
        fresh.from = toIso(f.office->today() + std::chrono::days(1));
        QVERIFY(f.bring(fresh, 1));
        f.clock.advance(std::chrono::days(2));
        f.pass(1s);
        QCOMPARE(f.published(u"N4"_s).version, 2);
        QCOMPARE(f.week().wrong, 2);
        f.clock.advance(std::chrono::days(30));
        f.pass(1s);
        EntryRow late = f.entry(u"N5"_s, u"问题N5"_s);
        late.plain = u"五天办好。"_s;
        QVERIFY(f.bring(late, 1)); // after more than 30 days
        QCOMPARE(f.week().wrong, 2);
    }

    void weeksBeginOnMonday()
    {
        Rates f;
        f.answered(u"歇业几天办好"_s, true);
        f.clock.advance(std::chrono::days(7));
        f.pass(1s);
        f.answered(u"歇业几天办好呢"_s, true);
        const auto found = f.rates(f.author);
        QCOMPARE(found->rows.size(), 2U);
        QCOMPARE(found->rows[0].week, u"2026-11-23"_s);
        QCOMPARE(found->rows[1].week, u"2026-11-30"_s);
        QCOMPARE(f.rates(f.author, u"2026-11-23"_s, u"2026-11-29"_s)->rows.size(), 1U);
    }

    void whoMayLook()
    {
        Rates f;
        f.answered(u"歇业几天办好"_s, true);
        QCOMPARE(f.rates(f.author)->rows.size(), 1U);
        QCOMPARE(f.rates(f.staff(f.whoIs(u"sample053"_s)))->rows.size(), 1U); // the unit's supervisor
        QCOMPARE(f.rates(f.staff(f.whoIs(u"sample058"_s)))->rows.size(), 1U); // the coordinator
        QCOMPARE(f.rates(f.otherAuthor)->rows.size(), 0U);
        QVERIFY(f.rates(f.otherAuthor)->gaps.empty());
        QCOMPARE(f.rates(f.staff(kAgent)).error().code, ErrorCode::Forbidden);
        QCOMPARE(f.rates(f.citizen()).error().code, ErrorCode::Forbidden);
        QCOMPARE(f.rates(f.author, u"gestern"_s).error().detail, u"from"_s);
        QCOMPARE(f.rates(f.author, u"2026-11-23"_s, u"2026-11-22"_s).error().detail, u"to"_s);
        QCOMPARE(f.rates(f.author, u"2026-01-01"_s, u"2026-12-31"_s).error().detail, u"to"_s);
    }
};

QTEST_GUILESS_MAIN(TestRates)
#include "tst_rates.moc"
