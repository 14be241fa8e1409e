// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transcript_model.h"
#include "tests/support/fake_feed.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace bangban;
using namespace bangban::models;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using client::Delivery, client::MessageView;

namespace {

MessageView message(const FakeFeed &feed, const QString &id, int seq, const QString &words)
{
    MessageView view;
    view.row.id = MessageId(id);
    view.row.request = RequestId(u"r"_s);
    view.row.seq = seq;
    view.row.words = {words};
    view.row.sentAt = feed.serverNow();
    view.mine = seq == 0;
    view.delivery = seq == 0 ? Delivery::Pending : Delivery::Sent;
    return view;
}

struct Fixture {
    FakeFeed feed;
    MessageBook book{feed};
    TranscriptModel model{book};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    Fixture() { model.setRequest(RequestId(u"r"_s)); }
    [[nodiscard]] QStringList words() const
    {
        QStringList out;
        for (int i = 0; i < model.rowCount(); ++i)
            out.append(model.index(i).data().toString());
        return out;
    }
};

} // namespace

class TestTranscriptModel : public QObject {
    Q_OBJECT

private slots:
    void messagesStandBySeqAndPendingOnesLast()
    {
        Fixture f;
        f.feed.messagesChanged({message(f.feed, u"p1"_s, 0, u"first pending"_s)});
        f.feed.messagesChanged({message(f.feed, u"b"_s, 2, u"two"_s), message(f.feed, u"a"_s, 1, u"one"_s)});
        f.feed.messagesChanged({message(f.feed, u"p2"_s, 0, u"second pending"_s)});
        QCOMPARE(f.words(), QStringList({u"2026-11-25"_s, u"one"_s, u"two"_s, u"first pending"_s, u"second pending"_s}));
    }

    void aPendingMessageTakesItsPlaceWithoutAReset()
    {
        Fixture f;
        f.feed.messagesChanged({message(f.feed, u"p"_s, 0, u"mine"_s), message(f.feed, u"a"_s, 1, u"one"_s)});
        QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
        MessageView sent = message(f.feed, u"p"_s, 3, u"mine"_s);
        f.feed.messagesChanged({sent, message(f.feed, u"b"_s, 2, u"two"_s)});
        QCOMPARE(f.words(), QStringList({u"2026-11-25"_s, u"one"_s, u"two"_s, u"mine"_s}));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(f.book.pendingOf(RequestId(u"r"_s)), 0);
    }

    void aNewDayGetsASeparator()
    {
        Fixture f;
        f.feed.messagesChanged({message(f.feed, u"a"_s, 1, u"one"_s)});
        f.feed.pass(12h);
        f.feed.messagesChanged({message(f.feed, u"b"_s, 2, u"two"_s)});
        QCOMPARE(f.words(), QStringList({u"2026-11-25"_s, u"one"_s, u"2026-11-26"_s, u"two"_s}));
        QVERIFY(!f.model.messageAt(2));
        f.feed.messagesGone({MessageId(u"b"_s)});
        QCOMPARE(f.words(), QStringList({u"2026-11-25"_s, u"one"_s}));
    }

    void wordsStayAsTyped()
    {
        Fixture f;
        const QString hostile = u"<b>x</b> \u202Eabc \U0002000B "_s + QChar(0) + u"&amp;"_s;
        f.feed.messagesChanged({message(f.feed, u"a"_s, 1, hostile)});
        QCOMPARE(f.words().last(), hostile);
    }

    void whatTheCitizenReadCountsAsRead()
    {
        Fixture f;
        f.feed.messagesChanged({message(f.feed, u"a"_s, 1, u"one"_s), message(f.feed, u"b"_s, 2, u"two"_s)});
        f.model.setCitizenRead(1);
        QVERIFY(f.model.index(1).data(TranscriptModel::ReadRole).toBool());
        QVERIFY(!f.model.index(2).data(TranscriptModel::ReadRole).toBool());
    }

    void onlyTheLastOwnMessageOfTwoMinutesCanBeTakenBack()
    {
        Fixture f;
        QVERIFY(!f.model.recallable(f.feed.serverNow()));
        MessageView mine = message(f.feed, u"a"_s, 1, u"one"_s);
        mine.mine = true;
        f.feed.messagesChanged({mine, message(f.feed, u"b"_s, 2, u"theirs"_s)});
        QCOMPARE(f.model.recallable(f.feed.serverNow() + 120s)->row.id, MessageId(u"a"_s));
        QVERIFY(!f.model.recallable(f.feed.serverNow() + 121s));
        mine.row.recalledAt = f.feed.serverNow();
        f.feed.messagesChanged({mine});
        QVERIFY(!f.model.recallable(f.feed.serverNow()));
    }

    void aRecalledMessageIsNotReadInItsQuotesEither()
    {
        Fixture f;
        MessageView first = message(f.feed, u"a"_s, 1, u"one"_s);
        MessageView answer = message(f.feed, u"b"_s, 2, u"two"_s);
        answer.row.quote = MessageId(u"a"_s);
        f.feed.messagesChanged({first, answer});
        QCOMPARE(f.model.index(2).data(TranscriptModel::QuoteRole).toString(), u"one"_s);
        QSignalSpy changes(&f.model, &QAbstractItemModel::dataChanged);
        first.row.recalledAt = f.feed.serverNow();
        f.feed.messagesChanged({first});
        QVERIFY(f.model.index(2).data(TranscriptModel::QuoteRole).toString().isEmpty());
        QCOMPARE(changes.last().at(1).toModelIndex().row(), 2); // and its line is told to paint anew
    }

    void anotherRequestsMessagesDoNotShow()
    {
        Fixture f;
        MessageView other = message(f.feed, u"x"_s, 1, u"other"_s);
        other.row.request = RequestId(u"s"_s);
        f.feed.messagesChanged({other});
        QCOMPARE(f.model.rowCount(), 0);
        f.model.setRequest(RequestId(u"s"_s));
        QCOMPARE(f.model.rowCount(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTranscriptModel)
#include "tst_transcript_model.moc"
