// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/desk_bench.h"

#include <QDirIterator>
#include <QSignalSpy>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using client::LineState;

namespace {

protocol::Batch batch(qint64 from, qint64 through, const std::vector<protocol::Change> &changes)
{
    return {kDistrict, from, through, u"cursor-%1"_s.arg(through), changes};
}

} // namespace

class TestWorkstation : public QObject {
    Q_OBJECT

private slots:
    void aSnapshotAndThenABatchReachTheScreen();
    void aSnapshotInPiecesIsSwappedInWhole();
    void aRowThatIsGoneFromTheSnapshotLeavesTheScreen();
    void aHoleInABatchAsksAgainAndShowsNothingMeanwhile();
    void changedRightsEraseFirstAndKeepWhatThePersonWrote();
    void changedRightsOfOneScopeKeepTheOther();
    void aCommandThatWaitsIsAnsweredUnreachableWhenTheLineDrops();
    void readMarksTurnSentToRead();
    void aReadMarkThatDidNotArriveIsSentAgain();
    void anExpiredTokenSignsOutAndIsForgotten();
    void aServerWithoutItsDatabaseDoesNotSignOut();
    void theLastKnownRowsAreThereBeforeTheNetwork();
    void anotherAccountClearsTheScreen();
    void aFolderThatCannotBeMadeRefusesTheSignIn();
    void aDamagedRecordIsPutAsideAndSaidOnce();
    void typingBeforeSigningInSaysNothing();
    void aSignInThatIsCutOffIsAnswered();
    void anotherServerEndsTheSessionOnTheScreenAndKeepsItsToken();
    void rowsThatCannotBeKeptCostTheLine();
};

void TestWorkstation::aSnapshotAndThenABatchReachTheScreen()
{
    Bench bench;
    QCOMPARE(bench.screen().accounts.last().unitName, u"市场监管局"_s);
    QCOMPARE(bench.screen().said(u"要增资"_s).row.seq, 1);
    protocol::OfferRow offer;
    offer.id = u"offer-1"_s;
    offer.request = kSecond;
    offer.staff = StaffId(u"SF001"_s);
    QVERIFY(bench.office.say(batch(0, 5, {changeOf(messageRow(kFirst, 2, u"还在吗"_s)), changeOf(offer)})));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"还在吗"_s).row.seq, 2, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().offers.size(), 1, 5000);
    QVERIFY(bench.office.say(batch(5, 6, {{u"request"_s, kSecond.value, {}, u"taken"_s}})));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().goneFor, QStringList{u"taken"_s}, 5000);
    QVERIFY(!bench.screen().requests.contains(kSecond));
}

void TestWorkstation::aSnapshotInPiecesIsSwappedInWhole()
{
    Bench bench;
    const auto late = messageRow(kFirst, 3, u"第三句"_s);
    QSignalSpy typed(&bench.station(), &client::Feed::typingShown);
    QVERIFY(bench.office.say(protocol::Snapshot{kDistrict, 0, false, {changeOf(requestRow(kFirst)), changeOf(late)}, {}}));
    QVERIFY(bench.office.say(protocol::TypingShown{kFirst, domain::Sender::Citizen, true}));
    QVERIFY(typed.wait());
    QVERIFY(bench.screen().said(u"第三句"_s).row.id.isEmpty());
    QVERIFY(bench.screen().requests.contains(kSecond));
    QVERIFY(bench.office.say(protocol::Snapshot{kDistrict, 1, true, {changeOf(messageRow(kFirst, 4, u"第四句"_s))}, u"cursor-9"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"第四句"_s).row.seq, 4, 5000);
    QCOMPARE(bench.screen().said(u"第三句"_s).row.seq, 3);
}

void TestWorkstation::aRowThatIsGoneFromTheSnapshotLeavesTheScreen()
{
    Bench bench;
    QVERIFY(bench.office.say(protocol::SnapshotRequired{kDistrict, u"too_old"_s}));
    QVERIFY(bench.office.sayScope(kDistrict, {changeOf(requestRow(kFirst))}, u"cursor-9"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.screen().requests.contains(kSecond), 5000);
    QVERIFY(bench.screen().said(u"要增资"_s).row.id.isEmpty());
    QVERIFY(bench.screen().requests.contains(kFirst));
    QCOMPARE(bench.screen().cleared, 0);
}

void TestWorkstation::aHoleInABatchAsksAgainAndShowsNothingMeanwhile()
{
    Bench bench;
    bench.office.next<protocol::Resume>();
    QVERIFY(bench.office.say(batch(3, 5, {})));
    QVERIFY(bench.office.say(batch(7, 8, {changeOf(messageRow(kFirst, 9, u"越过的"_s))})));
    QVERIFY(bench.office.say(batch(8, 9, {changeOf(messageRow(kFirst, 10, u"也越过"_s))})));
    QCOMPARE(bench.office.next<protocol::Resume>().cursors, QStringList{u"cursor-5"_s});
    QVERIFY(bench.screen().said(u"越过的"_s).row.id.isEmpty());
    QVERIFY(bench.office.say(batch(5, 9, {changeOf(messageRow(kFirst, 9, u"越过的"_s)), changeOf(messageRow(kFirst, 10, u"也越过"_s))})));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"也越过"_s).row.seq, 10, 5000);
    QCOMPARE(bench.office.all<protocol::Resume>().size(), 2); // asked once for one hole
}

void TestWorkstation::changedRightsEraseFirstAndKeepWhatThePersonWrote()
{
    Bench bench;
    bench.station().sendText(kFirst, u"还没送到"_s, {});
    bench.station().saveDraft(kSecond, u"写了一半"_s);
    QVERIFY(bench.office.say(protocol::SnapshotRequired{kDistrict, u"rights"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().cleared, 1, 5000);
    QVERIFY(bench.screen().requests.isEmpty());
    QCOMPARE(bench.screen().said(u"还没送到"_s).delivery, client::Delivery::Pending);
    QVERIFY(!bench.screen().said(u"还没送到"_s).command.isEmpty());
    QVERIFY(bench.office.sayScope(kDistrict, {changeOf(requestRow(kFirst))}, u"cursor-9"_s));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().requests.size(), 1, 5000);
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().drafts.value(kSecond), u"写了一半"_s);
    QCOMPARE(bench.screen().said(u"还没送到"_s).delivery, client::Delivery::Pending);
}

void TestWorkstation::changedRightsOfOneScopeKeepTheOther()
{
    Bench bench;
    protocol::ItemRow item;
    item.id = ItemId(u"IT004"_s);
    item.name = u"增资"_s;
    item.unit = NodeId(u"U1"_s);
    item.validFrom = u"2026-01-01"_s;
    QVERIFY(bench.office.sayScope(u"catalogue"_s, {changeOf(item)}, u"catalogue-1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().items.size(), 1, 5000);
    QVERIFY(bench.office.say(protocol::SnapshotRequired{kDistrict, u"rights"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().cleared, 1, 5000);
    QCOMPARE(bench.screen().items.size(), 1);
    bench.office.hangUp();
    bench.office.next<protocol::Resume>();
    QCOMPARE(bench.office.next<protocol::Resume>().cursors, QStringList{u"catalogue-1"_s});
}

void TestWorkstation::aCommandThatWaitsIsAnsweredUnreachableWhenTheLineDrops()
{
    Bench bench;
    const CommandId claim = bench.station().claim(kSecond);
    QCOMPARE(bench.office.next<protocol::RequestClaim>().cmdId, claim);
    bench.office.goAway();
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(claim), 5000);
    QCOMPARE(bench.screen().answerTo(claim)->error->code, ErrorCode::Unreachable);
    QCOMPARE(bench.screen().answerTo(claim)->request, kSecond);
    const CommandId second = bench.station().claim(kSecond);
    QVERIFY(!bench.screen().answerTo(second)); // the caller has the id before the answer
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(second), 5000);
    QVERIFY(bench.office.comeBack());
    bench.office.next<protocol::Resume>();
    bench.office.next<protocol::Resume>();
    QCOMPARE(bench.office.all<protocol::RequestClaim>().size(), 1); // what was answered is not sent later
}

void TestWorkstation::readMarksTurnSentToRead()
{
    Bench bench;
    bench.station().sendText(kFirst, u"您好"_s, {});
    const auto send = bench.office.next<protocol::MessageSend>();
    QVERIFY(bench.office.say(batch(0, 2, {changeOf(rowOf(send, 2))})));
    QVERIFY(bench.office.accept(send.cmdId));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"您好"_s).delivery, client::Delivery::Sent, 5000);
    auto read = requestRow(kFirst);
    read.citizenReadSeq = 2;
    QVERIFY(bench.office.say(batch(2, 3, {changeOf(read)})));
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"您好"_s).delivery, client::Delivery::Read, 5000);
    QCOMPARE(bench.screen().said(u"要增资"_s).delivery, client::Delivery::Sent);
}

void TestWorkstation::aReadMarkThatDidNotArriveIsSentAgain()
{
    Bench bench;
    bench.station().markRead(kFirst, 1);
    bench.station().markRead(kFirst, 1);
    QCOMPARE(bench.office.next<protocol::MessageRead>().through, 1);
    bench.office.hangUp();
    bench.office.next<protocol::Resume>();
    bench.office.next<protocol::Resume>();
    bench.station().markRead(kFirst, 1);
    QCOMPARE(bench.office.next<protocol::MessageRead>().through, 1);
    QCOMPARE(bench.office.all<protocol::MessageRead>().size(), 2);
}

void TestWorkstation::anExpiredTokenSignsOutAndIsForgotten()
{
    Bench bench;
    QCOMPARE(bench.home.tokens->value(bench.office.url().toString()).token, u"good-token"_s);
    bench.office.goodToken = u"another"_s;
    bench.office.hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().ends.size(), 1, 5000);
    QCOMPARE(bench.screen().ends.first().code, ErrorCode::SessionExpired);
    QVERIFY(bench.home.tokens->isEmpty());
    QVERIFY(bench.screen().requests.isEmpty());
    bench.station().signIn({u"chen"_s, {u"secret"_s}, domain::Presence::Busy});
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().accounts.size(), 2, 5000);
    QCOMPARE(bench.home.tokens->value(bench.office.url().toString()).token, u"another"_s);
}

void TestWorkstation::aServerWithoutItsDatabaseDoesNotSignOut()
{
    Bench bench;
    int hellos = 0;
    const auto usual = [&] { bench.office.keepOffice(staffRow()); };
    bench.office.on<protocol::Hello>([&](const protocol::Hello &) {
        if (++hellos == 2)
            usual();
        protocol::Welcome welcome;
        welcome.serverTime = bench.office.time();
        welcome.epoch = u"epoch-1"_s;
        welcome.refused = wireName(ErrorCode::Database);
        bench.office.say(welcome);
    });
    bench.office.hangUp();
    bench.office.next<protocol::Resume>();
    bench.office.next<protocol::Resume>();
    QCOMPARE(bench.office.all<protocol::Resume>().size(), 2);
    QCOMPARE(hellos, 2);
    QVERIFY(bench.screen().ends.isEmpty());
    QCOMPARE(bench.home.tokens->size(), 1);
}

void TestWorkstation::theLastKnownRowsAreThereBeforeTheNetwork()
{
    Bench bench;
    bench.office.goAway();
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().accounts.size(), 1);
    QCOMPARE(bench.screen().accounts.last().office, u"服务中心"_s);
    QCOMPARE(bench.screen().requests.size(), 2);
    QCOMPARE(bench.screen().said(u"要增资"_s).row.seq, 1);
    QVERIFY(bench.screen().now.state != LineState::Online);
    QVERIFY(bench.office.comeBack());
    bench.office.next<protocol::Resume>();
    QCOMPARE(bench.office.next<protocol::Resume>().cursors, QStringList{u"cursor-1"_s});
    QCOMPARE(bench.screen().accounts.size(), 1); // told once
}

void TestWorkstation::anotherAccountClearsTheScreen()
{
    Bench bench;
    bench.station().sendText(kFirst, u"第一位写的"_s, {});
    bench.office.keepOffice(staffRow(u"SF002"_s));
    bench.office.on<protocol::SignOut>([&](const protocol::SignOut &) { bench.office.hangUp(); });
    bench.station().signOut();
    QCOMPARE(bench.screen().cleared, 1);
    QCOMPARE(bench.screen().ends.size(), 1);
    QVERIFY(bench.home.tokens->isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(bench.office.dials() == 2 && bench.office.hasDesk(), 5000);
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().now.state, LineState::Online, 5000);
    bench.office.on<protocol::Resume>([](const protocol::Resume &) {});
    bench.station().signIn({u"wang"_s, {u"secret"_s}, domain::Presence::Busy});
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().accounts.size(), 2, 5000);
    QCOMPARE(bench.screen().accounts.last().staff.id, StaffId(u"SF002"_s));
    QVERIFY(bench.screen().requests.isEmpty());
    QVERIFY(bench.screen().said(u"第一位写的"_s).row.id.isEmpty());
    bench.office.next<protocol::Resume>();
    QVERIFY(bench.office.next<protocol::Resume>().cursors.isEmpty());
    QCOMPARE(bench.office.all<protocol::MessageSend>().size(), 1); // nobody sends another one's words
}

void TestWorkstation::aFolderThatCannotBeMadeRefusesTheSignIn()
{
    SteadyClock clock;
    Home home;
    ScriptedServer office;
    office.keepOffice(staffRow());
    const QString blocked = home.folder.filePath(u"profile"_s);
    QFile file(blocked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    client::Workstation station({blocked, quickTimes()}, clock, std::make_unique<SharedTokens>(home.tokens));
    Screen screen(station);
    station.connectTo(office.url());
    QTRY_COMPARE_WITH_TIMEOUT(screen.now.state, LineState::Online, 5000);
    station.signIn({u"chen"_s, {u"secret"_s}, domain::Presence::Busy});
    QTRY_COMPARE_WITH_TIMEOUT(screen.refusals.size(), 1, 5000);
    QCOMPARE(screen.refusals.first().code, ErrorCode::BadConfiguration);
    QVERIFY(screen.accounts.isEmpty());
    QVERIFY(home.tokens->isEmpty());
    QVERIFY(!office.next(protocol::wireName<protocol::SignOut>()).type.isEmpty());
}

void TestWorkstation::aDamagedRecordIsPutAsideAndSaidOnce()
{
    SteadyClock clock;
    Home home;
    ScriptedServer office;
    office.keepOffice(staffRow());
    const auto open = [&] {
        return std::make_unique<client::Workstation>(client::Workstation::Options{home.folder.path(), quickTimes()}, clock,
                                                     std::make_unique<SharedTokens>(home.tokens));
    };
    {
        const auto station = open();
        Screen screen(*station);
        station->connectTo(office.url());
        QTRY_COMPARE_WITH_TIMEOUT(screen.now.state, LineState::Online, 5000);
        station->signIn({u"chen"_s, {u"secret"_s}, domain::Presence::Busy});
        QTRY_COMPARE_WITH_TIMEOUT(screen.accounts.size(), 1, 5000);
    }
    QDirIterator files(home.folder.path(), {u"replica.db"_s}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    files.next();
    QFile record(files.filePath());
    QVERIFY(record.open(QIODevice::ReadWrite));
    QCOMPARE(record.write(QByteArray(64, 'x')), 64); // no SQLite file any more
    record.close();

    const auto station = open();
    Screen screen(*station);
    station->connectTo(office.url()); // the token is still there
    QTRY_COMPARE_WITH_TIMEOUT(screen.refusals.size(), 1, 5000);
    QCOMPARE(screen.refusals.first().code, ErrorCode::RecordDamaged);
    QVERIFY(QFile::exists(screen.refusals.first().detail));
    QVERIFY(screen.accounts.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(screen.now.state, LineState::Online, 5000);
    station->signIn({u"chen"_s, {u"secret"_s}, domain::Presence::Busy});
    QTRY_COMPARE_WITH_TIMEOUT(screen.accounts.size(), 1, 5000);
    QCOMPARE(screen.refusals.size(), 1);
}

void TestWorkstation::typingBeforeSigningInSaysNothing()
{
    SteadyClock clock;
    Home home;
    ScriptedServer office;
    office.keepOffice(staffRow());
    Desk desk(home, clock);
    desk.station.connectTo(office.url());
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Online, 5000);
    desk.station.showTyping(kFirst, true);
    desk.station.fetchHistory(kFirst);
    desk.station.signIn({u"chen"_s, {u"secret"_s}, domain::Presence::Busy});
    office.next<protocol::SignIn>();
    QVERIFY(office.all<protocol::Typing>().isEmpty());
    QVERIFY(office.all<protocol::HistoryGet>().isEmpty());
}

void TestWorkstation::aSignInThatIsCutOffIsAnswered()
{
    SteadyClock clock;
    Home home;
    ScriptedServer office;
    office.keepOffice(staffRow());
    office.on<protocol::SignIn>([&](const protocol::SignIn &) { office.hangUp(); });
    Desk desk(home, clock);
    desk.station.connectTo(office.url());
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.now.state, LineState::Online, 5000);
    desk.station.signIn({u"chen"_s, {u"secret"_s}, domain::Presence::Busy});
    QTRY_COMPARE_WITH_TIMEOUT(desk.screen.refusals.size(), 1, 5000);
    QCOMPARE(desk.screen.refusals.first().code, ErrorCode::Unreachable);
}

void TestWorkstation::anotherServerEndsTheSessionOnTheScreenAndKeepsItsToken()
{
    Bench bench;
    ScriptedServer other;
    other.keepOffice(staffRow());
    bench.station().connectTo(other.url());
    QCOMPARE(bench.screen().cleared, 1);
    QCOMPARE(bench.screen().ends.size(), 1);
    QCOMPARE(bench.home.tokens->size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().now.state, LineState::Online, 5000);
    QVERIFY(other.next<protocol::Hello>().token.isEmpty()); // one server's token is nothing for another
    bench.station().connectTo(bench.office.url());
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().accounts.size(), 2, 5000);
    QCOMPARE(bench.screen().requests.size(), 2);
}

void TestWorkstation::rowsThatCannotBeKeptCostTheLine()
{
    Bench bench;
    QDirIterator files(bench.home.folder.path(), {u"replica.db"_s}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    files.next();
    const auto replica = client::Replica::open(files.fileInfo().path(), QByteArray(32, 'k'));
    QVERIFY(replica);
    QVERIFY((*replica)->database().run(u"ALTER TABLE held_row RENAME TO lost_row"_s));
    QVERIFY(bench.office.say(batch(0, 5, {changeOf(messageRow(kFirst, 2, u"放不下"_s))})));
    QTRY_COMPARE_WITH_TIMEOUT(bench.office.dials(), 2, 5000); // rather than to work on with an old picture
    QVERIFY(bench.screen().said(u"放不下"_s).row.id.isEmpty());
    QVERIFY((*replica)->database().run(u"ALTER TABLE lost_row RENAME TO held_row"_s));
    bench.office.next<protocol::Resume>();
    QCOMPARE(bench.office.next<protocol::Resume>().cursors, QStringList{u"cursor-1"_s});
    QTRY_VERIFY_WITH_TIMEOUT(bench.office.say(batch(0, 5, {changeOf(messageRow(kFirst, 2, u"放不下"_s))})), 5000);
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(u"放不下"_s).row.seq, 2, 5000);
}

QTEST_GUILESS_MAIN(TestWorkstation)
#include "tst_workstation.moc"
