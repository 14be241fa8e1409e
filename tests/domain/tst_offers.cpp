// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/offers.h"
#include "tests/domain/sample_files.h"

#include <QTest>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;

namespace {

const Instant kQueued = fromMs(1'800'000'000'000);
const QString kUnit = u"D01"_s;
const QString kCentre = u"CENTRE"_s;

Instant later(int seconds)
{
    return kQueued + std::chrono::seconds(seconds);
}

WaitingRequest request()
{
    WaitingRequest r;
    r.id = RequestId(u"r"_s);
    r.item = ItemId(u"IT001"_s);
    r.unit = NodeId(kUnit);
    r.nodes = {NodeId(kCentre), NodeId(kUnit)};
    r.ringsSince = kQueued;
    return r;
}

/// Ready, on line, idle, skilled for the request's item.
Candidate person(const QString &id, const QString &node, int idleMinutes = 1)
{
    Candidate c;
    c.staff = StaffId(id);
    c.nodes = {NodeId(id + u"-team"_s), NodeId(node), NodeId(u"DIST"_s)};
    c.skills = {ItemId(u"IT001"_s)};
    c.presence.state = Presence::Ready;
    c.link = Link::Online;
    c.idleSince = kQueued - std::chrono::minutes(idleMinutes);
    return c;
}

Candidate poolPerson(const QString &id)
{
    Candidate c = person(id, u"D20"_s);
    c.skills.clear();
    c.inPool = true;
    return c;
}

QString first(const WaitingRequest &r, const std::vector<Candidate> &candidates, int seconds)
{
    const auto staff = firstOffer(r, candidates, later(seconds));
    return staff ? staff->value : QString();
}

QString cards(const WaitingRequest &r, const std::vector<Candidate> &candidates, int seconds)
{
    QStringList ids;
    for (const StaffId &staff : cardReceivers(r, candidates, later(seconds)))
        ids.append(staff.value);
    return ids.join(u' ');
}

} // namespace

class TestOffers : public QObject {
    Q_OBJECT

private slots:
    void ringsWidenWithAge_data();
    void ringsWidenWithAge();
    void withoutAUnitThePoolIsAskedAtOnce();
    void theEntrustedCentreIsAskedFirst();
    void onePersonForTenSecondsThenACardForAll();
    void longestIdleIsAskedFirst();
    void theLastAgentIsPreferredForTenSeconds();
    void whoDeclinedIsNotAskedAgain();
    void nobodyWaitsForAnEmptyRoom();
    void anEmptyRoomIsWaitedForIfTheOfficeSaysSo();
    void thePoolIsNotAskedForSkill();
    void aTransferByNameAsksNeitherRingNorSkill();
    void whoMayTake_data();
    void whoMayTake();
};

void TestOffers::ringsWidenWithAge_data()
{
    QTest::addColumn<int>("ageMs");
    QTest::addColumn<Ring>("ring");
    QTest::addColumn<bool>("onePersonOnly");
    QTest::addColumn<bool>("alarm");
    QTest::addColumn<bool>("missed");
    QTest::newRow("at once") << 0 << Ring::Own << true << false << false;
    QTest::newRow("9.999 s") << 9999 << Ring::Own << true << false << false;
    QTest::newRow("10 s") << 10000 << Ring::Own << false << false << false;
    QTest::newRow("19.999 s") << 19999 << Ring::Own << false << false << false;
    QTest::newRow("20 s") << 20000 << Ring::Other << false << false << false;
    QTest::newRow("30 s") << 30000 << Ring::Pool << false << false << false;
    QTest::newRow("34.999 s") << 34999 << Ring::Pool << false << false << false;
    QTest::newRow("35 s") << 35000 << Ring::Pool << false << true << false;
    QTest::newRow("60 s is still in time") << 60000 << Ring::Pool << false << true << false;
    QTest::newRow("60.001 s") << 60001 << Ring::Pool << false << true << true;
}

void TestOffers::ringsWidenWithAge()
{
    QFETCH(int, ageMs);
    QFETCH(Ring, ring);
    QFETCH(bool, onePersonOnly);
    QFETCH(bool, alarm);
    QFETCH(bool, missed);
    QCOMPARE(ringAt(std::chrono::milliseconds(ageMs)), (RingState{ring, onePersonOnly, alarm, missed, false}));
}

void TestOffers::withoutAUnitThePoolIsAskedAtOnce()
{
    WaitingRequest unclear = request();
    unclear.item.reset();
    unclear.unit = NodeId();
    unclear.nodes = {};
    QCOMPARE(ringAt(0ms, false).ring, Ring::Pool);
    const std::vector<Candidate> all{person(u"a"_s, kCentre), poolPerson(u"p"_s), poolPerson(u"q"_s)};
    QCOMPARE(first(unclear, all, 0), u"p"_s);
    QCOMPARE(cards(unclear, all, 10), u"p q"_s);
}

void TestOffers::theEntrustedCentreIsAskedFirst()
{
    const Organisation office = samples::organisation();
    const LocalDate today = samples::day(u"2026-11-23"_s);
    const auto rings = [&](const QString &unit, const QString &item) {
        return ringNodes(office, NodeId(unit), ItemId(item), today);
    };
    QCOMPARE(rings(u"D01"_s, u"IT001"_s), (RingNodes{NodeId(u"CENTRE"_s), NodeId(u"D01"_s)}));
    QCOMPARE(rings(u"D01"_s, u"IT002"_s), (RingNodes{NodeId(u"D01"_s), NodeId(u"CENTRE"_s)}));
    QCOMPARE(rings(u"D17"_s, u"IT030"_s), (RingNodes{NodeId(u"D17"_s), NodeId(u"CENTRE"_s)})); // ended in June
    QCOMPARE(ringNodes(office, NodeId(u"CENTRE"_s), std::nullopt, today), (RingNodes{NodeId(u"CENTRE"_s), NodeId()}));
    QCOMPARE(ringNodes(office, NodeId(), std::nullopt, today), RingNodes());
}

void TestOffers::onePersonForTenSecondsThenACardForAll()
{
    const std::vector<Candidate> all{person(u"a"_s, kCentre, 5), person(u"b"_s, kCentre, 9), person(u"u"_s, kUnit, 99),
                                     poolPerson(u"p"_s)};
    QCOMPARE(first(request(), all, 0), u"b"_s);
    QCOMPARE(cards(request(), all, 9), QString());
    QCOMPARE(first(request(), all, 10), QString());
    QCOMPARE(cards(request(), all, 10), u"a b"_s);
    QCOMPARE(cards(request(), all, 20), u"a b u"_s);
    QCOMPARE(cards(request(), all, 30), u"a b u p"_s);
}

void TestOffers::longestIdleIsAskedFirst()
{
    QCOMPARE(first(request(), {person(u"b"_s, kCentre, 5), person(u"a"_s, kCentre, 5), person(u"c"_s, kCentre, 4)}, 0),
             u"a"_s);
}

void TestOffers::theLastAgentIsPreferredForTenSeconds()
{
    WaitingRequest again = request();
    again.lastAgent = StaffId(u"c"_s);
    std::vector<Candidate> all{person(u"a"_s, kCentre, 9), person(u"c"_s, kCentre, 1)};
    QCOMPARE(first(again, all, 0), u"c"_s);
    QCOMPARE(cards(again, all, 12), u"a c"_s);
    all[1].presence.state = Presence::Break;
    QCOMPARE(first(again, all, 0), u"a"_s);
}

void TestOffers::whoDeclinedIsNotAskedAgain()
{
    std::vector<Candidate> all{person(u"a"_s, kCentre, 9), person(u"b"_s, kCentre, 1)};
    all[0].alreadyDeclined = true;
    QCOMPARE(first(request(), all, 4), u"b"_s);
    QCOMPARE(cards(request(), all, 15), u"b"_s);
}

void TestOffers::nobodyWaitsForAnEmptyRoom()
{
    std::vector<Candidate> all{person(u"u"_s, kUnit), poolPerson(u"p"_s)};
    QCOMPARE(first(request(), all, 0), u"u"_s);
    QCOMPARE(ringNow(request(), all, later(0)), (RingState{Ring::Other, true, false, false, true}));
    all[0].isOnDuty = false;
    QCOMPARE(first(request(), all, 0), u"p"_s);
    all[1].link = Link::Gone;
    QCOMPARE(first(request(), all, 0), QString());
    QCOMPARE(ringNow(request(), all, later(0)).ring, Ring::Pool);
    // As soon as somebody of the first ring is free again, the rings go by age.
    all.push_back(person(u"a"_s, kCentre));
    QCOMPARE(ringNow(request(), all, later(3)).ring, Ring::Own);
}

void TestOffers::anEmptyRoomIsWaitedForIfTheOfficeSaysSo()
{
    OfferSettings patient;
    patient.widenWhenEmpty = false;
    const std::vector<Candidate> all{person(u"u"_s, kUnit)};
    QVERIFY(!firstOffer(request(), all, later(0), patient));
    QVERIFY(cardReceivers(request(), all, later(15), patient).empty());
    QCOMPARE(cardReceivers(request(), all, later(20), patient).size(), std::size_t(1));
}

void TestOffers::thePoolIsNotAskedForSkill()
{
    Candidate unskilled = person(u"a"_s, kCentre);
    unskilled.skills.clear();
    QVERIFY(!mayTake(unskilled, request(), Ring::Own));
    QVERIFY(!mayTake(unskilled, request(), Ring::Other));
    QVERIFY(mayTake(unskilled, request(), Ring::Pool)); // of the same office: somebody answers rather than nobody
    Candidate stranger = poolPerson(u"b"_s);
    QVERIFY(mayTake(stranger, request(), Ring::Pool));
    stranger.inPool = false;
    QVERIFY(!mayTake(stranger, request(), Ring::Pool));
    WaitingRequest withoutItem = request();
    withoutItem.item.reset();
    unskilled.inPool = false;
    QVERIFY(mayTake(unskilled, withoutItem, Ring::Own));
}

void TestOffers::aTransferByNameAsksNeitherRingNorSkill()
{
    WaitingRequest handed = request();
    handed.isTransfer = true;
    handed.transferTo = StaffId(u"x"_s);
    Candidate expert = person(u"x"_s, u"D09"_s);
    expert.skills.clear();
    expert.presence.state = Presence::TransferOnly;
    const std::vector<Candidate> all{person(u"a"_s, kCentre, 99), expert};
    QCOMPARE(first(handed, all, 0), u"x"_s);
    QCOMPARE(cards(handed, all, 10), u"a x"_s);
    handed.isTransfer = false;
    QVERIFY(!mayTake(expert, handed, Ring::Pool));
}

void TestOffers::whoMayTake_data()
{
    QTest::addColumn<Presence>("presence");
    QTest::addColumn<Link>("link");
    QTest::addColumn<int>("chats");
    QTest::addColumn<bool>("onDuty");
    QTest::addColumn<bool>("may");
    QTest::newRow("free") << Presence::Ready << Link::Online << 0 << true << true;
    QTest::newRow("four chats") << Presence::Ready << Link::Online << 4 << true << true;
    QTest::newRow("five chats") << Presence::Ready << Link::Online << 5 << true << false;
    QTest::newRow("busy") << Presence::Busy << Link::Online << 0 << true << false;
    QTest::newRow("missed") << Presence::Missed << Link::Online << 0 << true << false;
    QTest::newRow("transfers only") << Presence::TransferOnly << Link::Online << 0 << true << false;
    QTest::newRow("reconnecting") << Presence::Ready << Link::Reconnecting << 0 << true << false;
    QTest::newRow("gone") << Presence::Ready << Link::Gone << 0 << true << false;
    QTest::newRow("off duty") << Presence::Ready << Link::Online << 0 << false << false;
}

void TestOffers::whoMayTake()
{
    QFETCH(Presence, presence);
    QFETCH(Link, link);
    QFETCH(int, chats);
    QFETCH(bool, onDuty);
    QFETCH(bool, may);
    Candidate c = person(u"a"_s, kCentre);
    c.presence.state = presence;
    c.link = link;
    c.load.of(Channel::Text).open = chats;
    c.isOnDuty = onDuty;
    QCOMPARE(mayTake(c, request(), Ring::Own), may);
}

QTEST_GUILESS_MAIN(TestOffers)
#include "tst_offers.moc"
