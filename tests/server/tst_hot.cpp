// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/handlers/handlers.h"
#include "tests/server/library.h"

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using protocol::HotRow;

namespace {

struct Hot : Library {
    server::Actor supervisor = staff(whoIs(u"sample053"_s));
    server::Actor coordinator = staff(whoIs(u"sample058"_s));

    RequestRow asks(const server::Actor &who, const QString &words, const QString &item = u"IT001"_s)
    {
        const RequestRow row = ask(who, words, item);
        pass(1s);
        return row;
    }
    std::vector<HotRow> rows(const server::Actor &who) { return server::hotFor(*office, who)->rows; }
    Result<QJsonObject> answerAll(const server::Actor &who, const std::vector<RequestId> &requests, int version = 1)
    {
        return send(who, protocol::HotAnswer{{}, requests, EntryId(u"N1"_s), version});
    }
};

} // namespace

/// What many ask today, and one answer to all who wait with it.
class TestHot : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void whatIsAskedTwiceIsCounted()
    {
        Hot f;
        const RequestRow first = f.asks(f.citizen(), u"您好，歇业备案要几天才能办好？13800000000"_s);
        f.asks(f.citizen(), u"歇业备案几天能办好"_s);
        f.asks(f.citizen(), u"歇业备案要几天办好呢"_s);
        f.asks(f.citizen(), u"开药店需要什么许可证"_s);
        const auto hot = server::hotFor(*f.office, f.reviewer);
        QVERIFY(hot);
        QCOMPARE(hot->day, u"2026-11-23"_s);
        QCOMPARE(hot->asked, 4);
        QCOMPARE(hot->rows.size(), 1U);
        QCOMPARE(hot->rows[0].times, 3);
        QCOMPARE(hot->rows[0].waiting.size(), 3U);
        QCOMPARE(hot->rows[0].waiting[0], first.id);
        QVERIFY(hot->rows[0].words.contains(u"歇业备案"_s));
        QVERIFY2(!hot->rows[0].words.contains(u"13800000000"_s), qPrintable(hot->rows[0].words));
        QCOMPARE(hot->rows[0].itemName, first.itemName);
    }

    /// On a hot day most ask one thing: its words are the most common ones, and are what counts.
    void itIsFoundWhereMostAskIt()
    {
        Hot f;
        const QString ways[] = {u"歇业备案要几天才能办好？"_s, u"歇业备案几天能办好"_s, u"歇业备案要几天办好呢"_s, u"请问歇业备案几天能办完"_s};
        for (int i = 0; i < 40; ++i)
            f.asks(f.citizen(), ways[i % 4]);
        f.asks(f.citizen(), u"开药店需要什么许可证"_s);
        f.asks(f.citizen(), u"变更法定代表人要什么材料"_s);
        const auto hot = f.rows(f.reviewer);
        QCOMPARE(hot.size(), 1U);
        QCOMPARE(hot[0].times, 40);
        QCOMPARE(hot[0].waiting.size(), 40U);
    }

    void itIsForThoseWhoSeeTheUnit()
    {
        Hot f;
        f.asks(f.citizen(), u"歇业备案要几天才能办好？"_s);
        f.asks(f.citizen(), u"歇业备案几天能办好"_s);
        QCOMPARE(f.rows(f.reviewer).size(), 1U);
        QCOMPARE(f.rows(f.supervisor).size(), 1U);
        QCOMPARE(f.rows(f.coordinator).size(), 1U);
        QCOMPARE(f.rows(f.otherAuthor).size(), 0U);
        QCOMPARE(server::hotFor(*f.office, f.staff(kAgent)).error().code, ErrorCode::Forbidden);
        QCOMPARE(server::hotFor(*f.office, f.citizen()).error().code, ErrorCode::Forbidden);
    }

    void yesterdayIsOver()
    {
        Hot f;
        f.asks(f.citizen(), u"歇业备案要几天才能办好？"_s);
        f.asks(f.citizen(), u"歇业备案几天能办好"_s);
        f.clock.advance(24h);
        f.pass(1s);
        QCOMPARE(f.rows(f.reviewer).size(), 0U);
    }

    void oneAnswerGoesToAllWhoWaitOnce()
    {
        Hot f;
        EntryRow row = f.entry(u"N1"_s);
        row.media = {{{}, u"办事指南"_s, {}, 0, u"https://zwdt.sh.gov.cn/"_s}};
        VERIFY_OK(f.bring(row));
        const RequestRow served = f.served(u"歇业备案要几天才能办好？"_s); // somebody answers already
        const RequestRow waiting = f.asks(f.citizen(), u"歇业备案几天能办好"_s), left = f.asks(f.citizen(), u"歇业备案要几天办好呢"_s);
        const auto hot = f.rows(f.reviewer);
        QCOMPARE(hot[0].times, 3);
        QCOMPARE(hot[0].waiting, (std::vector{waiting.id, left.id}));
        const auto told = f.answerAll(f.supervisor, {served.id, waiting.id, waiting.id, left.id, RequestId(f.newId())});
        VERIFY_OK(told);
        QCOMPARE((*told)["told"_L1].toInt(), 2);
        const auto talk = f.store->messagesOf(waiting.id);
        const protocol::MessageRow last = talk->back();
        QCOMPARE(last.words.text, row.plain);
        QCOMPARE(last.sender, domain::Sender::Assistant);
        QVERIFY(last.card);
        QCOMPARE(last.card->media, row.media);
        QCOMPARE(f.request(waiting.id).state, domain::RequestState::Waiting); // their place is kept, and the minute runs
        QVERIFY(!f.request(waiting.id).firstHumanAt);
        QVERIFY(f.timers(waiting.id).contains(u"first_response running"_s));
        QVERIFY(!f.saidTo(served.id).contains(row.plain));
        QCOMPARE((*f.answerAll(f.supervisor, {waiting.id, left.id}))["told"_L1].toInt(), 0); // heard already
        QCOMPARE(f.rows(f.reviewer)[0].times, 3);
        QVERIFY(f.rows(f.reviewer)[0].waiting.empty()); // nobody is left to be told
        row.plain = u"两个工作日办好。"_s;
        VERIFY_OK(f.bring(row, 1));
        QCOMPARE((*f.answerAll(f.supervisor, {waiting.id, left.id}, 2))["told"_L1].toInt(), 2); // what was wrong is put right
        QCOMPARE(server::Knowledge(*f.store).toldSince(row.id, f.clock.now() - 1h)->size(), 2U); // who hears of a change
    }

    void whatTheAssistantSaidIsNotSaidAgain()
    {
        Hot f;
        VERIFY_OK(f.bring(f.entry(u"N1"_s)));
        const server::Actor asker = f.citizen();
        const MessageId turn(f.newId());
        VERIFY_OK(f.send(asker, protocol::AssistantAsk{{}, turn, {u"歇业备案要几天"_s}, {}}));
        VERIFY_OK(f.send(asker, protocol::AssistantPick{{}, turn, EntryId(u"N1"_s)}));
        protocol::RequestAsk ask;
        ask.request = RequestId(f.newId());
        ask.item = ItemId(u"IT001"_s);
        ask.words.text = u"歇业备案到底要几天"_s;
        ask.turns = {turn};
        VERIFY_OK(f.send(asker, ask));
        QCOMPARE((*f.answerAll(f.supervisor, {ask.request}))["told"_L1].toInt(), 0);
    }

    /// A call of ours with an answer that was found is nobody's question of today.
    void whatFollowsAnotherWasAskedBefore()
    {
        Hot f;
        for (int i = 0; i < 2; ++i) {
            RequestRow call = f.asks(f.citizen(), u"歇业备案几天能办好"_s);
            call.previous = RequestId(f.newId());
            QVERIFY(f.store->put(call));
        }
        QVERIFY(f.store->commit(f.clock.now()));
        QCOMPARE(f.rows(f.reviewer).size(), 0U);
        QCOMPARE(server::hotFor(*f.office, f.reviewer)->asked, 0);
    }

    void itIsRefusedToOthersAndOfWhatDoesNotHold()
    {
        Hot f;
        VERIFY_OK(f.bring(f.entry(u"N1"_s)));
        const RequestRow waiting = f.asks(f.citizen(), u"歇业备案几天能办好"_s);
        VERIFY_REFUSED(f.answerAll(f.author, {waiting.id}), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.answerAll(f.staff(kAgent), {waiting.id}), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.answerAll(f.reviewer, {waiting.id}, 2), ErrorCode::OtherVersion);
        const auto foreign = f.answerAll(f.staff(f.whoIs(u"sample048"_s)), {waiting.id}); // another unit's reviewer
        VERIFY_OK(foreign);
        QCOMPARE((*foreign)["told"_L1].toInt(), 0);
        VERIFY_OK(f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N1"_s), 1, u"不再办理"_s}));
        VERIFY_REFUSED(f.answerAll(f.reviewer, {waiting.id}), ErrorCode::EntryWithdrawn);
        QCOMPARE(f.saidTo(waiting.id).filter(u"当天办好"_s).size(), 0);
    }

    void theOfficeSaysHowSureTheAssistantMustBe()
    {
        Hot f;
        const server::Actor administrator = f.staff(f.whoIs(u"sample067"_s));
        protocol::SettingsRow settings = f.store->office();
        QVERIFY(!settings.assistant);
        settings.assistant = domain::AssistantLevel::Careful;
        VERIFY_OK(f.send(administrator, protocol::SettingsPut{{}, settings}));
        QCOMPARE(f.store->office().assistant, domain::AssistantLevel::Careful);
        settings.assistant.reset(); // a desk of the release before knows nothing of it
        VERIFY_OK(f.send(administrator, protocol::SettingsPut{{}, settings}));
        QCOMPARE(f.store->office().assistant, domain::AssistantLevel::Careful);
    }
};

QTEST_GUILESS_MAIN(TestHot)
#include "tst_hot.moc"
