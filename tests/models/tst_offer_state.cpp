// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workbench.h"
#include "tests/support/fake_feed.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace bangban;
using namespace bangban::models;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    FakeFeed feed;
    Workbench bench{feed};
    Fixture()
    {
        feed.setLine(client::LineState::Online);
        feed.signIn({feed.acceptedLogin, {feed.acceptedPassword}, domain::Presence::Busy});
        feed.settle();
        be(domain::Presence::Ready);
    }
    void be(domain::Presence presence)
    {
        client::StaffRow me = feed.me();
        me.presence = presence;
        feed.putStaff(me);
        QCoreApplication::processEvents();
    }
    client::RequestRow waiting(const QString &id, const QString &item = u"IT001"_s)
    {
        client::RequestRow row;
        row.id = RequestId(id);
        row.item = ItemId(item);
        row.unit = NodeId(u"D01"_s);
        row.servingNode = row.unit;
        row.queuedAt = feed.serverNow() - 12s;
        row.clockFrom = row.queuedAt;
        row.dueAt = row.queuedAt + 60s;
        row.openToAll = true;
        feed.putRequest(row);
        QCoreApplication::processEvents();
        return row;
    }
};

} // namespace

class TestOfferState : public QObject {
    Q_OBJECT

private slots:
    void anOfferToMeIsShownBeforeACardToAll()
    {
        Fixture f;
        f.waiting(u"card"_s);
        QCOMPARE(f.bench.offer.shown()->request->id, RequestId(u"card"_s));
        QVERIFY(f.bench.offer.shown()->offer.isEmpty());
        client::RequestRow own = f.waiting(u"own"_s);
        f.feed.putOffer({u"o"_s, own.id, f.feed.me().id, domain::OfferState::Open, f.feed.serverNow(),
                         f.feed.serverNow() + 10s, u"longest_idle"_s, {}});
        QCOMPARE(f.bench.offer.shown()->offer, u"o"_s);
        QCOMPARE(f.bench.offer.nextToTake(), RequestId(u"own"_s));
        f.feed.offersGone({u"o"_s});
        QVERIFY(f.bench.offer.shown()->offer.isEmpty());
    }

    void offersToOthersAreNotMine()
    {
        Fixture f;
        client::RequestRow row = f.waiting(u"a"_s);
        row.openToAll = false;
        f.feed.putRequest(row);
        f.feed.putOffer({u"o"_s, row.id, StaffId(u"SF002"_s), domain::OfferState::Open, f.feed.serverNow(),
                         f.feed.serverNow() + 10s, {}, {}});
        QCoreApplication::processEvents();
        QVERIFY(!f.bench.offer.shown());
    }

    void whoIsBusyOrOutsideTheRingSeesNoCard()
    {
        Fixture f;
        client::RequestRow row = f.waiting(u"a"_s);
        QVERIFY(f.bench.offer.shown());
        f.be(domain::Presence::Busy);
        QVERIFY(!f.bench.offer.shown());
        f.be(domain::Presence::Ready);
        QVERIFY(f.bench.offer.shown());
        row.unit = row.servingNode = NodeId(u"D02"_s);
        f.feed.putRequest(row);
        QCoreApplication::processEvents();
        QVERIFY(!f.bench.offer.shown());
    }

    void whatOneDeclinedDoesNotComeBack()
    {
        Fixture f;
        const client::RequestRow row = f.waiting(u"a"_s);
        QSignalSpy changed(&f.bench.offer, &OfferState::changed);
        f.bench.offer.forget(row.id);
        QVERIFY(!f.bench.offer.shown());
        QCOMPARE(changed.count(), 1);
        f.feed.putRequest(row);
        QCoreApplication::processEvents();
        QVERIFY(!f.bench.offer.shown());
    }

    void theCardGoesWhenAnotherTookIt()
    {
        Fixture f;
        client::RequestRow row = f.waiting(u"a"_s);
        row.state = domain::RequestState::Serving;
        row.owner = StaffId(u"SF002"_s);
        f.feed.putRequest(row);
        QCoreApplication::processEvents();
        QVERIFY(!f.bench.offer.shown());
    }

    void everyTableKeepsTheModelContract()
    {
        FakeFeed feed;
        Workbench bench(feed);
        using Tester = QAbstractItemModelTester;
        std::vector<std::unique_ptr<Tester>> testers;
        for (QAbstractItemModel *model : std::initializer_list<QAbstractItemModel *>{
                 &bench.nodes, &bench.staff, &bench.items, &bench.hours, &bench.codes, &bench.notices})
            testers.push_back(std::make_unique<Tester>(model, Tester::FailureReportingMode::QtTest));
        feed.loadCatalogue();
        QVERIFY(bench.nodes.rowCount() > 100);
        QVERIFY(bench.items.rowCount() >= 72);
        QCOMPARE(bench.codes.ofKind(u"category"_s).size(), 6);
        QCOMPARE(bench.codes.ofKind(u"sub"_s, u"ZX"_s).size(), 5);
        client::StaffRow moved = *bench.staff.find(u"SF001"_s);
        const int before = bench.staff.rowOf(u"SF001"_s);
        moved.unit = NodeId(u"ZZ"_s);
        feed.putStaff(moved);
        QVERIFY(bench.staff.rowOf(u"SF001"_s) != before);
        feed.noticesChanged({{u"n1"_s, u"alarm_unanswered"_s, {}, {}, feed.serverNow(), {}},
                             {u"n2"_s, u"alarm_unanswered"_s, {}, {}, feed.serverNow() + 1s, {}}});
        QCOMPARE(bench.notices.rows().front().id, u"n2"_s);
        feed.cleared();
        QCOMPARE(bench.items.rowCount(), 0);
    }

    void theLineOfANodeEndsEvenWhereTheDataRunsInARing()
    {
        FakeFeed feed;
        NodesModel nodes(feed);
        feed.nodesChanged({{NodeId(u"A"_s), NodeId(u"B"_s), u"unit"_s, u"A"_s, u"2020-01-01"_s, {}, {}, false},
                           {NodeId(u"B"_s), NodeId(u"A"_s), u"unit"_s, u"B"_s, u"2020-01-01"_s, {}, {}, false}});
        QVERIFY(nodes.lineOf(NodeId(u"A"_s), u"2026-01-01"_s).size() < 20);
    }

    void freeRoomIsWhatFitsNow()
    {
        client::StaffRow row;
        row.presence = domain::Presence::Ready;
        row.link = domain::Link::Online;
        row.used = 50;
        QCOMPARE(StaffModel::freeRoom(row), 2);
        row.maxChats = 1;
        QCOMPARE(StaffModel::freeRoom(row), 1);
        row.presence = domain::Presence::Busy;
        QCOMPARE(StaffModel::freeRoom(row), 0);
    }
};

QTEST_GUILESS_MAIN(TestOfferState)
#include "tst_offer_state.moc"
