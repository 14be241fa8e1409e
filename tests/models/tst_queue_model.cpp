// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue_model.h"
#include "tests/support/fake_feed.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace bangban;
using namespace bangban::models;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::RequestState;

namespace {

client::RequestRow rowOf(const FakeFeed &feed, const QString &id, std::chrono::milliseconds left, int priority = 1)
{
    client::RequestRow row;
    row.id = RequestId(id);
    row.priority = priority;
    row.queuedAt = feed.serverNow() + left - 60s;
    row.clockFrom = row.queuedAt;
    row.dueAt = row.queuedAt + 60s;
    return row;
}

QStringList ids(const QueueModel &model)
{
    QStringList out;
    for (int i = 0; i < model.rowCount(); ++i)
        out.append(model.at(i)->id.value);
    return out;
}

struct Fixture {
    FakeFeed feed;
    RequestBook book{feed};
    QueueModel waiting{Section::Waiting, book, feed};
    QueueModel mine{Section::Mine, book, feed};
    QueueModel calls{Section::CallBacks, book, feed};
    QAbstractItemModelTester a{&waiting, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester b{&mine, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester c{&calls, QAbstractItemModelTester::FailureReportingMode::QtTest};
    Fixture() { mine.setMe(StaffId(u"SF001"_s)); }
};

} // namespace

class TestQueueModel : public QObject {
    Q_OBJECT

private slots:
    void waitingStandsInTheOrderOfTheRule()
    {
        Fixture f;
        f.feed.putRequest(rowOf(f.feed, u"p2"_s, 55s, 2));
        f.feed.putRequest(rowOf(f.feed, u"p1"_s, 58s, 1));
        f.feed.putRequest(rowOf(f.feed, u"nearly"_s, 15s, 2));
        f.feed.putRequest(rowOf(f.feed, u"over"_s, -5s, 2));
        QCOMPARE(ids(f.waiting), QStringList({u"over"_s, u"nearly"_s, u"p1"_s, u"p2"_s}));
    }

    void aKeyThatChangesMovesOneRowAndResetsNothing()
    {
        Fixture f;
        f.feed.putRequest(rowOf(f.feed, u"a"_s, 50s, 1));
        f.feed.putRequest(rowOf(f.feed, u"b"_s, 31s, 2)); // counts as first class from 30 s on, and was queued before
        QCOMPARE(ids(f.waiting), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(*f.waiting.nextChange(), f.feed.serverNow() + 1s);
        QSignalSpy moved(&f.waiting, &QAbstractItemModel::rowsMoved);
        QSignalSpy reset(&f.waiting, &QAbstractItemModel::modelReset);
        f.feed.pass(500ms);
        f.waiting.advance(f.feed.serverNow());
        QCOMPARE(moved.count(), 0);
        f.feed.pass(500ms);
        f.waiting.advance(f.feed.serverNow());
        QCOMPARE(moved.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(ids(f.waiting), QStringList({u"b"_s, u"a"_s}));
    }

    void orderIsHeldWhileThePointerIsOnTheList()
    {
        Fixture f;
        f.feed.putRequest(rowOf(f.feed, u"a"_s, 50s, 1));
        f.feed.putRequest(rowOf(f.feed, u"b"_s, 31s, 2));
        f.waiting.holdOrder(true);
        f.feed.pass(2s);
        f.waiting.advance(f.feed.serverNow());
        QCOMPARE(ids(f.waiting), QStringList({u"a"_s, u"b"_s}));
        f.feed.putRequest(rowOf(f.feed, u"c"_s, 60s, 1));
        QCOMPARE(f.waiting.rowCount(), 3);
        f.feed.requestsGone({RequestId(u"a"_s)}, u"taken"_s);
        QCOMPARE(ids(f.waiting), QStringList({u"c"_s, u"b"_s})); // b keeps the place of its old key
        f.waiting.holdOrder(false);
        QCOMPARE(ids(f.waiting), QStringList({u"b"_s, u"c"_s}));
    }

    void aRequestGoesFromSectionToSection()
    {
        Fixture f;
        client::RequestRow row = rowOf(f.feed, u"a"_s, 50s);
        f.feed.putRequest(row);
        row.state = RequestState::Serving;
        row.owner = StaffId(u"SF001"_s);
        f.feed.putRequest(row);
        QCOMPARE(f.waiting.rowCount(), 0);
        QCOMPARE(f.mine.rowCount(), 1);
        row.owner = StaffId(u"SF002"_s);
        f.feed.putRequest(row);
        QCOMPARE(f.mine.rowCount(), 0);
        row.state = RequestState::CallBack;
        row.callBackDue = f.feed.serverNow() + 24h;
        f.feed.putRequest(row);
        QCOMPARE(f.calls.rowCount(), 1);
    }

    void requestsThatRunNoMinuteStandBehind()
    {
        Fixture f;
        client::RequestRow held = rowOf(f.feed, u"held"_s, -100s);
        held.state = RequestState::Held;
        held.dueAt.reset();
        held.reopensAt = f.feed.serverNow() + 1h;
        f.feed.putRequest(held);
        f.feed.putRequest(rowOf(f.feed, u"runs"_s, 59s, 2));
        QCOMPARE(ids(f.waiting), QStringList({u"runs"_s, u"held"_s}));
    }

    void mineAreTheSignedInPersonsEvenIfRowsCameFirst()
    {
        FakeFeed feed;
        RequestBook book(feed);
        QueueModel mine(Section::Mine, book, feed);
        client::RequestRow row = rowOf(feed, u"a"_s, 50s);
        row.state = RequestState::Serving;
        row.owner = StaffId(u"SF009"_s);
        feed.putRequest(row);
        QCOMPARE(mine.rowCount(), 0);
        mine.setMe(StaffId(u"SF009"_s));
        QCOMPARE(mine.rowCount(), 1);
        feed.cleared();
        QCOMPARE(mine.rowCount(), 0);
    }

    /// Whatever comes and whenever it is advanced, the order is the rule's.
    void afterAnyHistoryTheOrderIsTheRules()
    {
        FakeFeed feed;
        RequestBook book(feed);
        QueueModel model(Section::Waiting, book, feed);
        QRandomGenerator random(7);
        for (int step = 0; step < 2'000; ++step) {
            const QString id = QString::number(random.bounded(150));
            const int what = random.bounded(10);
            if (what < 6)
                feed.putRequest(rowOf(feed, id, std::chrono::milliseconds(random.bounded(-20'000, 60'000)),
                                      1 + random.bounded(2)));
            else if (what < 7)
                feed.requestsGone({RequestId(id)}, {});
            else
                feed.pass(std::chrono::milliseconds(random.bounded(3'000)));
            model.advance(feed.serverNow());
            for (int i = 1; i < model.rowCount(); ++i) {
                const auto key = [&](int at) {
                    const RequestPtr row = model.at(at);
                    return domain::sortKey({row->id, row->priority, row->queuedAt, *row->clockFrom, *row->dueAt},
                                           feed.serverNow());
                };
                QVERIFY2(key(i - 1) < key(i), qPrintable(QString::number(step)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestQueueModel)
#include "tst_queue_model.moc"
