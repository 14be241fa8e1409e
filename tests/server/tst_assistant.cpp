// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/crypto/secrets.h"
#include "server/store/knowledge.h"
#include "tests/support/office_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

struct Counter : OfficeFixture {
    server::Actor asker = citizen();
    MessageId turn;

    Result<QJsonObject> say(const QString &words, const QString &item = {})
    {
        turn = MessageId(makeUuid7(clock.now()));
        return send(asker, protocol::AssistantAsk{{}, turn, {words}, ItemId(item)});
    }
    QString decide(const QString &words)
    {
        const auto said = say(words);
        return said ? (*said)[u"decision"_s].toString() : said.error().detail;
    }
    bool offers(const QString &words, const QString &entry)
    {
        const auto said = say(words);
        const auto answers = said ? (*said)[u"answers"_s].toArray() : QJsonArray();
        return std::ranges::any_of(answers, [&](const QJsonValue &one) { return one[u"entry"_s].toString() == entry; });
    }
    /// An entry as an import writes it.
    void put(const QString &id, const QString &title, domain::EntryState state = domain::EntryState::Approved, const QString &from = u"2022-01-01"_s)
    {
        protocol::EntryRow row;
        row.id = EntryId(id);
        row.unit = NodeId(u"D01"_s);
        row.state = state;
        row.title = title;
        row.plain = u"答案 "_s + id;
        row.from = from;
        QVERIFY(server::Knowledge(*store).put(row));
        QVERIFY(store->commit(clock.now()));
    }
    QStringList talk(const RequestId &id)
    {
        QStringList lines;
        const auto rows = store->messagesOf(id);
        for (const protocol::MessageRow &row : *rows)
            lines.append(QString(domain::nameOf(row.sender)) + u": "_s + row.words.text);
        return lines;
    }
};

QJsonObject first(const Result<QJsonObject> &said) { return said ? (*said)[u"answers"_s][0].toObject() : QJsonObject(); }

} // namespace

/// 小申 in front of the people: what it says alone, what it offers, what it leaves, and what goes along to a person.
class TestAssistant : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void whatIsNamedIsAnsweredAloneWithItsSource()
    {
        Counter f;
        const auto said = f.say(u"变更法定代表人，原法人不配合签字怎么办？"_s);
        QVERIFY(said);
        QCOMPARE((*said)[u"decision"_s].toString(), u"alone"_s);
        QCOMPARE((*said)[u"answers"_s].toArray().size(), 1);
        const QJsonObject answer = first(said);
        QCOMPARE(answer[u"entry"_s].toString(), u"QA0008"_s);
        QVERIFY(!answer[u"words"_s].toString().isEmpty());
        QVERIFY(!answer[u"unit"_s].toString().isEmpty());
        QCOMPARE(answer[u"from"_s].toString(), u"2022-03-01"_s);
    }

    void whatItIsNotSureOfIsAChoice()
    {
        Counter f;
        const auto said = f.say(u"法定代表人变更"_s);
        QVERIFY(said);
        QCOMPARE((*said)[u"decision"_s].toString(), u"buttons"_s);
        const auto answers = (*said)[u"answers"_s].toArray();
        QVERIFY(answers.size() >= 3 && answers.size() <= 5);
        for (const QJsonValue &one : answers) {
            QVERIFY(!one[u"title"_s].toString().isEmpty());
            QVERIFY(one[u"words"_s].toString().isEmpty()); // of a button the title only
        }
        const auto picked = f.send(f.asker, protocol::AssistantPick{{}, f.turn, EntryId(answers[1][u"entry"_s].toString())});
        QVERIFY(picked);
        QVERIFY(!first(picked)[u"words"_s].toString().isEmpty());
    }

    void whatItDoesNotKnowIsForAPerson_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing of it") << u"zzz qqq"_s;
        QTest::newRow("stops") << u"？？？！！"_s;
        QTest::newRow("a picture") << u"😀😀"_s;
        QTest::newRow("one character") << u"签"_s;
        QTest::newRow("letters of a title") << u"bgfddbr"_s; // that is staff's way to search
        QTest::newRow("long") << QString(2000, u'嗯');
    }
    void whatItDoesNotKnowIsForAPerson()
    {
        QFETCH(QString, words);
        Counter f;
        QCOMPARE(f.decide(words), u"person"_s);
    }

    void onlyWhatHoldsTodayIsSaid()
    {
        Counter f;
        f.put(u"X1"_s, u"无人机备案要几天"_s);
        f.put(u"X2"_s, u"无人机驾照要几天"_s, domain::EntryState::Approved, u"2027-01-01"_s);
        QCOMPARE(f.decide(u"无人机备案要几天"_s), u"alone"_s);
        QVERIFY(!f.offers(u"无人机驾照要几天"_s, u"X2"_s));
        f.put(u"X1"_s, u"无人机备案要几天"_s, domain::EntryState::Withdrawn);
        QVERIFY(!f.offers(u"无人机备案要几天"_s, u"X1"_s));
        QCOMPARE(f.send(f.asker, protocol::AssistantPick{{}, f.turn, EntryId(u"X1"_s)}).error().code, ErrorCode::EntryWithdrawn);
    }

    void whatATransactionTookBackWasNeverSaid()
    {
        Counter f;
        f.put(u"X1"_s, u"无人机备案要几天"_s);
        QCOMPARE(f.decide(u"无人机备案要几天"_s), u"alone"_s);
        protocol::EntryRow row;
        row.id = EntryId(u"X9"_s);
        row.unit = NodeId(u"D01"_s);
        row.state = domain::EntryState::Approved;
        row.title = u"无人机年检要几天"_s;
        row.plain = u"x"_s;
        row.from = u"2022-01-01"_s;
        QVERIFY(server::Knowledge(*f.store).put(row));
        QVERIFY(f.office->knowledge());
        QVERIFY(f.store->rollback());
        QVERIFY(!f.offers(u"无人机年检要几天"_s, u"X9"_s));
        f.put(u"X8"_s, u"无人机报废要几天"_s); // takes the same revision
        QCOMPARE(f.decide(u"无人机报废要几天"_s), u"alone"_s);
    }

    /// A city's knowledge base takes seconds to read: 小申 is busy meanwhile, and the record serves.
    void aLargeOneIsReadBeside()
    {
        Counter f;
        for (int i = 0; i < 2'500; ++i) {
            protocol::EntryRow row;
            row.id = EntryId(u"L%1"_s.arg(i));
            row.unit = NodeId(u"D01"_s);
            row.state = i == 7 ? domain::EntryState::Withdrawn : domain::EntryState::Approved;
            row.title = u"第%1号无人机备案要几天"_s.arg(i);
            row.plain = u"答案"_s;
            row.from = u"2022-01-01"_s;
            QVERIFY(server::Knowledge(*f.store).put(row));
        }
        QVERIFY(f.store->commit(f.clock.now()));
        f.reopen(); // as after a start
        QVERIFY(*f.office->library().isLarge());
        QCOMPARE(f.say(u"第9号无人机备案要几天"_s).error().code, ErrorCode::Busy);
        auto read = server::Library::readAll(f.place.url);
        QVERIFY(read);
        f.put(u"X1"_s, u"无人机报废要几天"_s); // meanwhile
        f.office->library().adopt(std::move(*read));
        QCOMPARE(f.decide(u"第9号无人机备案要几天"_s), u"alone"_s);
        QCOMPARE(f.decide(u"无人机报废要几天"_s), u"alone"_s);
        QVERIFY(!f.offers(u"第7号无人机备案要几天"_s, u"L7"_s));
    }

    void theTurnsGoAlongToThePerson()
    {
        Counter f;
        f.put(u"X1"_s, u"无人机备案要几天"_s);
        QVERIFY(f.say(u"无人机备案要几天"_s));
        const MessageId one = f.turn;
        f.pass(5s);
        QVERIFY(f.say(u"能不能快一点呢"_s));
        const MessageId two = f.turn;
        protocol::RequestAsk ask;
        ask.request = RequestId(makeUuid7(f.clock.now()));
        ask.purpose = domain::Purpose::Errand;
        ask.words.text = u"能不能快一点呢"_s;
        ask.turns = {one, two, MessageId(makeUuid7(f.clock.now()))}; // the last one never was
        QVERIFY(f.send(f.asker, ask));
        QCOMPARE(f.talk(ask.request),
                 (QStringList{u"citizen: 无人机备案要几天"_s, u"assistant: 答案 X1"_s, u"citizen: 能不能快一点呢"_s})); // said once
        QVERIFY(!f.request(ask.request).firstHumanAt); // no person has answered
        // Somebody else cannot take them.
        Counter g;
        const server::Actor other = f.citizen();
        protocol::RequestAsk stolen = ask;
        stolen.cmdId = {};
        stolen.request = RequestId(makeUuid7(f.clock.now()));
        QVERIFY(f.send(other, stolen));
        QCOMPARE(f.talk(stolen.request), (QStringList{u"citizen: 能不能快一点呢"_s}));
    }

    void aQuestionWithoutTurnsIsAsBefore()
    {
        Counter f;
        const auto row = f.ask(f.asker, u"你好"_s);
        QCOMPARE(f.talk(row.id), (QStringList{u"citizen: 你好"_s}));
    }

    void itIsRatedByWhoAsked()
    {
        Counter f;
        QVERIFY(f.say(u"变更法定代表人，原法人不配合签字怎么办？"_s));
        QVERIFY(f.send(f.asker, protocol::AssistantRate{{}, f.turn, true}));
        const auto count = f.store->database().run(u"SELECT solved FROM assistant_turn WHERE id = ?"_s, {f.turn.value});
        QVERIFY(count && (*count)->next());
        QCOMPARE((*count)->value(0).toInt(), 1);
        (*count)->finish();
        const server::Actor other = f.citizen();
        QCOMPARE(f.send(other, protocol::AssistantRate{{}, f.turn, false}).error().code, ErrorCode::NotFound);
        QCOMPARE(f.send(other, protocol::AssistantPick{{}, f.turn, EntryId(u"QA0008"_s)}).error().code, ErrorCode::NotFound);
        QCOMPARE(f.send(other, protocol::AssistantAsk{{}, f.turn, {u"也来问"_s}, {}}).error().code, ErrorCode::NotFound);
    }

    void itAnswersAsSureAsTheOfficeWantsIt()
    {
        Counter f;
        QString sure; // by its words, and not because it names an entry
        for (const QString &words : {u"原法人不肯配合签字，法定代表人怎么变更"_s, u"住所变更还要重新交产权证吗"_s, u"外籍员工换了单位怎么办"_s, u"股东人在外地怎么签字"_s, u"经营范围的用语怎么填"_s})
            if (sure.isEmpty() && f.decide(words) == u"alone"_s)
                sure = words;
        QVERIFY(!sure.isEmpty());
        protocol::SettingsRow settings = f.store->office();
        settings.assistant = domain::AssistantLevel::Never;
        QVERIFY(f.store->put(settings));
        QVERIFY(f.store->commit(f.clock.now()));
        QVERIFY(f.decide(sure) != u"alone"_s);
        settings.assistant = domain::AssistantLevel::Often;
        QVERIFY(f.store->put(settings));
        QVERIFY(f.store->commit(f.clock.now()));
        QCOMPARE(f.decide(sure), u"alone"_s);
    }

    /// \source measured: see knowledge::surenessOf
    void anOfficeMayAskForMoreOrLess()
    {
        using domain::AssistantLevel, search::Decision;
        const auto ruled = [](AssistantLevel level, float second) {
            return search::decide({{u"A"_s, 1.0F, 0.8F}, {u"B"_s, second, 0.5F}}, knowledge::surenessOf(level));
        };
        QCOMPARE(ruled(AssistantLevel::Careful, 0.5F), Decision::Alone);
        QVERIFY(ruled(AssistantLevel::Careful, 0.6F) != Decision::Alone);
        QCOMPARE(ruled(AssistantLevel::Usual, 0.6F), Decision::Alone);
        QVERIFY(ruled(AssistantLevel::Usual, 0.68F) != Decision::Alone);
        QCOMPARE(ruled(AssistantLevel::Often, 0.68F), Decision::Alone);
        QVERIFY(ruled(AssistantLevel::Often, 0.75F) != Decision::Alone);
        QVERIFY(search::decide({{u"A"_s, 1.0F, 0.9F}}, knowledge::surenessOf(AssistantLevel::Never)) != Decision::Alone);
    }

    void theWordsAreSealed()
    {
        Counter f;
        QVERIFY(f.say(u"我叫示例某某，电话是多少多少"_s));
        const auto row = f.store->database().run(u"SELECT words FROM assistant_turn"_s);
        QVERIFY(row && (*row)->next());
        QVERIFY(!(*row)->value(0).toByteArray().contains("示例某某"));
        (*row)->finish();
    }
};

QTEST_GUILESS_MAIN(TestAssistant)
#include "tst_assistant.moc"
