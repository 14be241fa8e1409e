// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/support/running_server.h"

#include <QNetworkInterface>
#include <QTest>

#include <future>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// Who comes in, who stays, and what each may see and do.
class TestRights : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }
    void aWrongPasswordLocksAfterFive();
    void aTokenSignsInWithoutAPassword();
    void aSessionThatRunsOutEndsItsLiveConnection();
    void demoAccountsSignInFromThisMachineOnly();
    void guessesThatComeAtOnceLockAsWell();
    void whoHangsUpWhileSigningInTakesNoPlaceForEver();
    void oneConnectionIsOnePerson();
    void aNewPasswordEndsWhatWasBegunWithTheOldOne();
    void rightsThatChangeWhileASnapshotIsMadeAreObeyed();
    void twoWhoKeepEachOtherOutAtOnceAreNotBothOut();
    void signingOutEndsTheTokenOfThisSignIn();
    void aBlockedSenderIsToldAndStaysOutUntilItIsLifted();
    void historyIsForWhoServes();
};

void TestRights::aWrongPasswordLocksAfterFive()
{
    Running server;
    WireClient desk(server.url());
    QVERIFY(desk.waitForOpen());
    desk.send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
    for (int attempt = 0; attempt < server::kFailuresToLock; ++attempt) {
        desk.send(protocol::SignIn{u"sample003"_s, {u"wrong"_s}, domain::Presence::Busy});
        QCOMPARE(desk.next<protocol::Refused>().code, u"bad_credentials"_s);
    }
    desk.send(protocol::SignIn{u"sample003"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
    QCOMPARE(desk.next<protocol::Refused>().code, u"account_locked"_s);
    desk.send(protocol::SignIn{u"nobody"_s, {u"wrong"_s}, domain::Presence::Busy});
    QCOMPARE(desk.next<protocol::Refused>().code, u"bad_credentials"_s);
    desk.send(protocol::SignIn{u"sample001"_s, {QString(server::kDemoPassword)}, domain::Presence::Ready});
    QCOMPARE(desk.next<protocol::Refused>().code, u"bad_message"_s); // nobody signs in as ready
}

void TestRights::aTokenSignsInWithoutAPassword()
{
    Running server;
    const QString token = WireClient(server.url()).signIn(u"sample001"_s, QString(server::kDemoPassword));
    QVERIFY(!token.isEmpty());
    WireClient again(server.url());
    QVERIFY(again.waitForOpen());
    again.send(protocol::Hello{u"test"_s, domain::Role::Agent, token, {}});
    QVERIFY(again.next<protocol::Welcome>().signedIn);
    QCOMPARE(again.next<protocol::SignedIn>().staff.id, StaffId(u"SF001"_s));
    WireClient stranger(server.url());
    QVERIFY(stranger.waitForOpen());
    stranger.send(protocol::Hello{u"test"_s, domain::Role::Agent, u"made up"_s, {}});
    QCOMPARE(stranger.next<protocol::Welcome>().refused, u"session_expired"_s);
    stranger.send(protocol::Resume{});
    QCOMPARE(stranger.next<protocol::Refused>().code, u"not_signed_in"_s);
}

void TestRights::aSessionThatRunsOutEndsItsLiveConnection()
{
    Running server;
    const QString token = WireClient(server.url()).signIn(u"sample001"_s, QString(server::kDemoPassword));
    const qint64 soon = toMs(server.clock.now() + std::chrono::seconds(2));
    server.hub->writer().post([soon](server::Office &office) -> server::Completion {
        if (!office.store.begin() || !office.store.database().run(u"UPDATE session SET expires = ?"_s, {soon}))
            qFatal("expires");
        return {};
    });
    const auto hello = [&](WireClient &desk) {
        desk.send(protocol::Hello{u"test"_s, domain::Role::Agent, token, {}});
        return desk.next<protocol::Welcome>();
    };
    WireClient desk(server.url());
    QVERIFY(desk.waitForOpen());
    QVERIFY(hello(desk).signedIn);
    QVERIFY(desk.waitForClose());
    QVERIFY(toMs(server.clock.now()) >= soon);
    WireClient again(server.url());
    QVERIFY(again.waitForOpen());
    QCOMPARE(hello(again).refused, u"session_expired"_s);
}

void TestRights::demoAccountsSignInFromThisMachineOnly()
{
    server::Limits limits = server::Limits::raised();
    limits.staffFromThisMachineOnly = true;
    Running server(limits);
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample001"_s, QString(server::kDemoPassword)));
    for (const QString &here : {u"127.0.0.1"_s, u"127.8.9.10"_s, u"::1"_s, u"::ffff:127.0.0.1"_s})
        QVERIFY2(limits.mayStaffSignInFrom(here), qPrintable(here));
    for (const QString &away : {u"192.0.2.2"_s, u"::ffff:192.0.2.2"_s, u"2001:db8::1"_s, u""_s, u"localhost"_s})
        QVERIFY2(!limits.mayStaffSignInFrom(away), qPrintable(away));
    // The same on the network, at each address that this machine has.
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.protocol() != QAbstractSocket::IPv4Protocol || address.isLoopback())
            continue;
        server::Listener onNetwork(*server.hub);
        QVERIFY(onNetwork.listen(address, 0).has_value());
        const QUrl url(u"ws://%1:%2/ws"_s.arg(address.toString()).arg(onNetwork.port()));
        WireClient stranger(url);
        QVERIFY(stranger.waitForOpen());
        stranger.send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
        stranger.send(protocol::SignIn{u"sample001"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
        QCOMPARE(stranger.next<protocol::Refused>().code, u"forbidden"_s);
        QVERIFY(stranger.waitForClose());
        QCOMPARE(stranger.countOf(u"signed_in"_s), 0);
        WireClient page(url);
        QVERIFY(!page.beCitizen().isEmpty());
    }
}

void TestRights::guessesThatComeAtOnceLockAsWell()
{
    Running server;
    std::vector<std::unique_ptr<WireClient>> guesses;
    for (int i = 0; i < 8; ++i) {
        guesses.push_back(std::make_unique<WireClient>(server.url()));
        QVERIFY(guesses.back()->waitForOpen());
        guesses.back()->send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
        guesses.back()->next<protocol::Welcome>();
    }
    for (std::size_t i = 0; i < guesses.size(); ++i)
        guesses[i]->send(protocol::SignIn{u"sample001"_s, {i + 1 < guesses.size() ? u"wrong-one"_s : QString(server::kDemoPassword)},
                                          domain::Presence::Busy});
    QStringList codes;
    for (const auto &guess : guesses)
        codes.append(guess->next<protocol::Refused>().code);
    QCOMPARE(codes.count(u"bad_credentials"_s), 5);
    QCOMPARE(codes.last(), u"account_locked"_s); // the right password comes too late
}

void TestRights::whoHangsUpWhileSigningInTakesNoPlaceForEver()
{
    Running server;
    std::promise<void> stands, go;
    server.hub->writer().post([&stands, held = go.get_future().share()](server::Office &) -> server::Completion {
        stands.set_value();
        held.wait();
        return {};
    });
    stands.get_future().wait();
    std::vector<std::unique_ptr<WireClient>> gone;
    for (int i = 0; i < server::Limits().maxWaitingSignIns; ++i) {
        gone.push_back(std::make_unique<WireClient>(server.url()));
        QVERIFY(gone.back()->waitForOpen());
        gone.back()->send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
        gone.back()->send(protocol::SignIn{u"nobody"_s, {u"x"_s}, domain::Presence::Busy});
    }
    QTRY_VERIFY(server.hub->writer().waiting() >= gone.size());
    gone.clear();
    QTRY_COMPARE(server.hub->connections(), 0);
    go.set_value();
    QVERIFY(!WireClient(server.url()).beCitizen().isEmpty()); // behind all of them in the writer's queue
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample001"_s, QString(server::kDemoPassword)));
}

void TestRights::oneConnectionIsOnePerson()
{
    Running server;
    WireClient desk(server.url());
    QVERIFY(desk.waitForOpen());
    desk.send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
    desk.next<protocol::Welcome>();
    desk.send(protocol::SignIn{u"sample001"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
    desk.send(protocol::SignIn{u"sample003"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
    QCOMPARE(desk.next<protocol::Refused>().code, u"bad_state"_s);
    QCOMPARE(desk.next<protocol::SignedIn>().staff.id, StaffId(u"SF001"_s));
    WireClient page(server.url());
    QVERIFY(page.waitForOpen());
    page.send(protocol::Hello{u"page"_s, domain::Role::Citizen, {}, {}});
    page.send(protocol::SignIn{u"sample003"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
    QCOMPARE(page.next<protocol::Refused>().code, u"bad_state"_s);
}

void TestRights::aNewPasswordEndsWhatWasBegunWithTheOldOne()
{
    Running server;
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample003"_s, QString(server::kDemoPassword)));
    WireClient security(server.url());
    QVERIFY(security.beStaff(u"sample067"_s, QString(server::kDemoPassword)));
    protocol::AccountPut account;
    account.staff = StaffId(u"SF003"_s);
    account.name = u"示例坐席03"_s;
    account.node = NodeId(u"D01"_s);
    account.roles = {domain::Role::Agent};
    account.password.text = u"another-one"_s; // the login stays as it is
    QVERIFY(security.command(account));
    QVERIFY(desk.waitForClose());
    WireClient again(server.url());
    QVERIFY(again.beStaff(u"sample003"_s, u"another-one"_s, u"a third one"_s));
}

namespace {

/// The server's writer waits, with all that comes behind it, until the promise is kept.
std::promise<void> standStill(Running &server)
{
    std::promise<void> stands, go;
    server.hub->writer().post([&stands, gone = go.get_future().share()](server::Office &) -> server::Completion {
        stands.set_value();
        gone.wait();
        return {};
    });
    stands.get_future().wait();
    return go;
}

protocol::AccountPut securityAdministrator(const QString &staff, bool active)
{
    protocol::AccountPut account;
    account.cmdId = WireClient::newCommandId();
    account.staff = StaffId(staff);
    account.name = u"示例"_s + staff;
    account.node = NodeId(u"D01"_s);
    account.roles = {domain::Role::SecurityAdmin};
    account.active = active;
    return account;
}

} // namespace

void TestRights::twoWhoKeepEachOtherOutAtOnceAreNotBothOut()
{
    Running server;
    WireClient one(server.url());
    QVERIFY(one.beStaff(u"sample067"_s, QString(server::kDemoPassword)));
    QVERIFY(one.command(securityAdministrator(u"SF003"_s, true)));
    WireClient other(server.url());
    QVERIFY(other.beStaff(u"sample003"_s, QString(server::kDemoPassword)));
    std::promise<void> go = standStill(server);
    const auto before = server.hub->writer().waiting();
    const auto first = securityAdministrator(u"SF003"_s, false);
    const auto second = securityAdministrator(u"SF067"_s, false);
    one.send(first);
    QTRY_VERIFY(server.hub->writer().waiting() > before);
    other.send(second);
    QTRY_VERIFY(server.hub->writer().waiting() > before + 1); // taken from somebody who has every right yet
    go.set_value();
    QVERIFY(one.answerTo(first.cmdId));
    const auto refused = other.answerTo(second.cmdId);
    QVERIFY(!refused && refused.error().code == ErrorCode::Forbidden);
    QVERIFY(other.waitForClose());
    QVERIFY(one.command(securityAdministrator(u"SF003"_s, true))); // who came first is in
}

void TestRights::rightsThatChangeWhileASnapshotIsMadeAreObeyed()
{
    Running server;
    WireClient page(server.url());
    page.beCitizen();
    const auto ask = question(u"增资"_s);
    QVERIFY(page.command(ask));
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample003"_s, QString(server::kDemoPassword)));
    // The writer stands still; behind it wait another place for the person, the look at their rights, the snapshots.
    std::promise<void> go = standStill(server);
    server.hub->writer().post([](server::Office &office) -> server::Completion {
        auto row = office.store.staff.find(u"SF003"_s).value();
        row.unit = row.node = NodeId(u"D20"_s);
        if (!office.store.put(row))
            qFatal("the person is not moved");
        return {};
    });
    server.hub->staffChanged(StaffId(u"SF003"_s));
    desk.send(protocol::Resume{});
    QTRY_VERIFY(server.hub->writer().waiting() >= 4); // the snapshots have been asked for, with the old rights
    go.set_value();
    QCOMPARE(desk.next<protocol::SnapshotRequired>().reason, u"rights"_s);
    QCOMPARE(desk.next<protocol::SnapshotRequired>().reason, u"rights"_s);
    for (int scope = 0; scope < 2; ++scope)
        for (const auto &row : desk.next<protocol::Snapshot>().rows)
            QVERIFY2(row.id != ask.request.value, "the old office's request is shown");
}

void TestRights::signingOutEndsTheTokenOfThisSignIn()
{
    Running server;
    WireClient desk(server.url());
    const QString token = desk.signIn(u"sample001"_s, QString(server::kDemoPassword));
    desk.send(protocol::SignOut{});
    QVERIFY(desk.waitForClose());
    WireClient again(server.url());
    QVERIFY(again.waitForOpen());
    again.send(protocol::Hello{u"test"_s, domain::Role::Agent, token, {}});
    QCOMPARE(again.next<protocol::Welcome>().refused, u"session_expired"_s);
}

void TestRights::aBlockedSenderIsToldAndStaysOutUntilItIsLifted()
{
    Running server;
    WireClient page(server.url());
    const QString token = page.beCitizen();
    const auto ask = question(u"x"_s);
    QVERIFY(page.command(ask));
    WireClient agent(server.url());
    QVERIFY(agent.beStaff(u"sample001"_s, QString(server::kDemoPassword)));
    QCOMPARE(agent.command(protocol::CitizenBlock{{}, ask.request, false, {u"辱骂"_s}}).error().code, ErrorCode::Forbidden);
    WireClient supervisor(server.url());
    QVERIFY(supervisor.beStaff(u"sample058"_s, QString(server::kDemoPassword)));
    QCOMPARE(supervisor.command(protocol::CitizenBlock{{}, ask.request, false, {u" "_s}}).error().code, ErrorCode::BadMessage);
    QVERIFY(supervisor.command(protocol::CitizenBlock{{}, ask.request, false, {u"辱骂"_s}}));
    QCOMPARE(page.next<protocol::Refused>().code, u"blocked"_s);
    QVERIFY(page.waitForClose());

    WireClient again(server.url());
    QVERIFY(again.waitForOpen());
    again.send(protocol::Hello{u"page"_s, domain::Role::Citizen, token, {}});
    QCOMPARE(again.next<protocol::Refused>().code, u"blocked"_s);
    QVERIFY(again.waitForClose());

    QVERIFY(supervisor.command(protocol::CitizenBlock{{}, ask.request, true, {u"误封"_s}}));
    WireClient back(server.url());
    QCOMPARE(back.beCitizen(token), token); // no new one: the same person
    QList<protocol::Change> rows;
    back.takeSnapshots(&rows);
    QVERIFY(std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.id == ask.request.value; }));

    // A request that is over, on a server that was started since: the page is found all the same.
    QVERIFY(back.command(protocol::RequestWithdraw{{}, ask.request}));
    server.stop();
    server.start();
    WireClient later(server.url());
    QCOMPARE(later.beCitizen(token), token);
    WireClient coordinator(server.url());
    QVERIFY(coordinator.beStaff(u"sample058"_s, QString(server::kDemoPassword)));
    QVERIFY(coordinator.command(protocol::CitizenBlock{{}, ask.request, false, {u"辱骂"_s}}));
    QCOMPARE(later.next<protocol::Refused>().code, u"blocked"_s);
    QVERIFY(later.waitForClose());
}

void TestRights::historyIsForWhoServes()
{
    Running server;
    WireClient page(server.url());
    page.beCitizen();
    const auto ask = question(u"第一个问题"_s);
    QVERIFY(page.command(ask));
    page.send(protocol::HistoryGet{ask.request}); // the row of staff is not for citizens
    QCOMPARE(page.next<protocol::Refused>().code, u"not_found"_s);
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample001"_s, QString(server::kDemoPassword)));
    QVERIFY(desk.command(protocol::PresenceSet{{}, domain::Presence::Ready, {}, false}));
    desk.send(protocol::HistoryGet{ask.request}); // in view, not served
    QCOMPARE(desk.next<protocol::Refused>().code, u"not_found"_s);
    QVERIFY(desk.command(protocol::RequestClaim{{}, ask.request}));
    desk.send(protocol::HistoryGet{ask.request});
    QCOMPARE(desk.next<protocol::History>().request, ask.request);
}

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
