// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/ledger.h"

#include <QTest>

using namespace bangban;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::MessageKind, domain::Sender;
using load::Ledger, load::Side;
using protocol::MessageRow;

namespace {

const RequestId kRequest(u"r"_s);

MessageRow row(int seq, const QString &id, Sender sender, const QString &words, MessageKind kind = MessageKind::Text)
{
    MessageRow message;
    message.id = MessageId(id);
    message.request = kRequest;
    message.seq = seq;
    message.kind = kind;
    message.sender = sender;
    message.words.text = words;
    message.sentAt = Instant(std::chrono::seconds(seq));
    return message;
}

const MessageRow kQuestion = row(1, u"q"_s, Sender::Citizen, u"how"_s);
const MessageRow kClaimed = row(2, u"c"_s, Sender::System, u"claimed"_s, MessageKind::System);
const MessageRow kAnswer = row(3, u"a"_s, Sender::Staff, u"so"_s);
const MessageRow kThanks = row(4, u"t"_s, Sender::Citizen, u"thanks"_s);

/// A question, its answer and the thanks for it, as two lines are told of them when nothing goes wrong.
struct Talk {
    Ledger ledger;
    int desk = ledger.addViewer(Side::Desk);
    int citizen = ledger.addViewer(Side::Citizen);
    std::vector<std::vector<MessageRow>> toDesk{{kClaimed, kQuestion, kClaimed}, {kAnswer}, {kThanks}};
    std::vector<std::vector<MessageRow>> toCitizen{{kQuestion}, {kClaimed, kQuestion, kClaimed}, {kAnswer}, {kThanks}};
    std::vector<MessageRow> fetched{kQuestion, kClaimed, kAnswer, kThanks};

    QJsonObject judged()
    {
        ledger.asked(kRequest, citizen, u"how"_s, 1'000ms);
        ledger.askAcknowledged(kRequest, false);
        ledger.claimed(kRequest, desk, u"sample001"_s);
        ledger.sent(kRequest, kAnswer.id, Side::Desk, u"so"_s, 2'000ms);
        ledger.acknowledged(kAnswer.id, 3);
        ledger.sent(kRequest, kThanks.id, Side::Citizen, u"thanks"_s, 3'000ms);
        ledger.acknowledged(kThanks.id, 4);
        for (const auto &batch : toDesk)
            ledger.told(desk, batch, 4'000ms);
        for (const auto &batch : toCitizen)
            ledger.told(citizen, batch, 4'000ms);
        ledger.fetched(desk, fetched, true);
        ledger.fetched(citizen, fetched, true);
        ledger.judge();
        return ledger.report(10s);
    }
};

} // namespace

/// A check that never fails would show nothing: each fault is made once and must be counted.
class TestLedger : public QObject {
    Q_OBJECT

private slots:
    void aTalkWithoutFaultHolds()
    {
        Talk talk;
        const QJsonObject report = talk.judged();
        QVERIFY2(talk.ledger.holds(), qPrintable(talk.ledger.faults().join(u'\n')));
        QCOMPARE(report["requests"_L1].toInt(), 1);
        QCOMPARE(report["answered"_L1].toInt(), 1);
        QCOMPARE(report["first_response_s"_L1]["p50"_L1].toDouble(), 3.0);
        QCOMPARE(report["message_latency_ms"_L1]["p99"_L1].toDouble(), 2'000.0);
        QCOMPARE(report["within_minute_ratio"_L1].toDouble(), 1.0);
    }
    void whatOneSideWasNotToldIsLost()
    {
        Talk talk;
        talk.toDesk.pop_back();
        QCOMPARE(talk.judged()["lost"_L1].toInt(), 1);
        QVERIFY(!talk.ledger.holds());
    }
    void whatIsNotInTheRecordIsLost()
    {
        Talk talk;
        talk.fetched.pop_back();
        QCOMPARE(talk.judged()["lost"_L1].toInt(), 1);
    }
    void otherWordsAreALoss()
    {
        Talk talk;
        talk.toDesk[2][0].words.text = u"than"_s;
        talk.toCitizen[3][0].words.text = u"than"_s;
        talk.fetched[3].words.text = u"than"_s;
        QCOMPARE(talk.judged()["lost"_L1].toInt(), 1);
    }
    void toldTwiceIsDoubled()
    {
        Talk talk;
        talk.toCitizen.push_back({kAnswer});
        const QJsonObject report = talk.judged();
        QCOMPARE(report["doubled"_L1].toInt(), 1);
        QCOMPARE(report["lost"_L1].toInt(), 0);
        QVERIFY(!talk.ledger.holds());
    }
    void aMessageNobodySentIsDoubled()
    {
        Talk talk;
        const MessageRow again = row(5, u"t2"_s, Sender::Citizen, u"thanks"_s);
        talk.toDesk.push_back({again});
        talk.toCitizen.push_back({again});
        talk.fetched.push_back(again);
        QCOMPARE(talk.judged()["doubled"_L1].toInt(), 1);
    }
    void twoMessagesWithOneNumberAreDoubled()
    {
        Talk talk;
        talk.toDesk.push_back({row(4, u"x"_s, Sender::System, u"ended"_s, MessageKind::System)});
        QCOMPARE(talk.judged()["doubled"_L1].toInt(), 1);
    }
    void toldBehindALaterOneIsReordered()
    {
        Talk talk;
        std::swap(talk.toCitizen[2], talk.toCitizen[3]);
        const QJsonObject report = talk.judged();
        QCOMPARE(report["reordered"_L1].toInt(), 1);
        QCOMPARE(report["lost"_L1].toInt(), 0);
        QVERIFY(!talk.ledger.holds());
    }
    void timesThatRunBackwardsAreReordered()
    {
        Talk talk;
        talk.toCitizen[3][0].sentAt = talk.toDesk[2][0].sentAt = talk.fetched[3].sentAt = Instant(1s);
        QCOMPARE(talk.judged()["reordered"_L1].toInt(), 1);
    }
    void withoutAnAnswerNothingHolds()
    {
        Ledger ledger;
        ledger.judge();
        QVERIFY(!ledger.holds());
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
