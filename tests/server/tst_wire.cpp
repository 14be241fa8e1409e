// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/net/hub.h"
#include "server/net/listener.h"
#include "server/setup/first_start.h"
#include "tests/support/wire_client.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

/// The real server in this process, on a free port of the loopback address.
struct Running {
    SteadyClock clock;
    QTemporaryDir folder;
    std::unique_ptr<server::Hub> hub;
    std::unique_ptr<server::Listener> listener;

    Running() { start(); }
    void start()
    {
        hub = std::make_unique<server::Hub>(clock, server::Limits::raised());
        const auto started = hub->start(u"sqlite:"_s + folder.filePath(u"wire.db"_s), [this](server::Store &store) -> Result<void> {
            TRY(server::fillWithSample(store, clock.now()));
            return server::prepareDemo(store, clock.now());
        });
        if (!started)
            qFatal("start: %s", qPrintable(started.error().detail));
        listener = std::make_unique<server::Listener>(*hub);
        if (auto open = listener->listen(QHostAddress::LocalHost, 0); !open)
            qFatal("listen: %s", qPrintable(open.error().detail));
    }
    void stop()
    {
        listener.reset();
        hub.reset();
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(listener->port())); }
};

protocol::RequestAsk question(const QString &words)
{
    protocol::RequestAsk ask;
    ask.request = RequestId(WireClient::newId());
    ask.item = ItemId(u"IT004"_s);
    ask.purpose = domain::Purpose::Errand;
    ask.words.text = words;
    return ask;
}

} // namespace

class TestWire : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }
    void aQuestionReachesTheDeskAsABatchAndTheAnswerThePage();
    void aReaderGoesOnFromItsCursorAndASecondServerKeepsIt();
    void aDeskGoesOnAfterARestartFromWhereItStood();
    void aForgedCursorTakesASnapshotAndNothingElse();
    void nobodySeesAnotherCitizensWords();
    void aWrongPasswordLocksAfterFive();
    void aTokenSignsInWithoutAPassword();
    void guessesThatComeAtOnceLockAsWell();
    void whoHangsUpWhileSigningInTakesNoPlaceForEver();
    void oneConnectionIsOnePerson();
    void aNewPasswordEndsWhatWasBegunWithTheOldOne();
    void rightsThatChangeWhileASnapshotIsMadeAreObeyed();
    void signingOutEndsTheTokenOfThisSignIn();
    void aBlockedSenderIsToldAndStaysOutUntilItIsLifted();
    void historyIsForWhoServes();
    void oneRequestTakesNoEndlessFiles();
    void aFileComesInChunksAndIsCheckedByItsHash();
    void hostileFramesGetTypedErrors_data();
    void hostileFramesGetTypedErrors();
    void twentyThousandCharactersArriveAsTyped();
    void theWebSocketNeedsTheSubprotocol();
    void aPageOfAnotherSiteIsTurnedAway();
    void theHttpFrontServesHealthAndRefusesTheRest();
};

void TestWire::aQuestionReachesTheDeskAsABatchAndTheAnswerThePage()
{
    Running server;
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample001"_s, QString(server::kDemoPassword)));
    QCOMPARE(desk.takeSnapshots().size(), 2);
    QVERIFY(desk.command(protocol::PresenceSet{{}, domain::Presence::Ready, {}, false}));

    WireClient page(server.url());
    QVERIFY(!page.beCitizen().isEmpty());
    page.takeSnapshots();
    const auto ask = question(u"公司要增资"_s);
    QVERIFY(page.command(ask));
    // The desk is told without asking: first the request, then the offer that is made for it.
    bool offered = false;
    bool shown = false;
    while (!offered) {
        const auto batch = desk.next<protocol::Batch>();
        QVERIFY(!batch.scope.isEmpty());
        for (const auto &change : batch.changes) {
            shown = shown || (change.entity == "request"_L1 && change.id == ask.request.value);
            offered = offered || (change.entity == "offer"_L1 && change.row["request"_L1] == ask.request.value);
        }
    }
    QVERIFY(shown);
    const auto claim = desk.command(protocol::RequestClaim{{}, ask.request});
    QVERIFY(claim);
    protocol::MessageSend answer;
    answer.message = MessageId(WireClient::newId());
    answer.request = ask.request;
    answer.claimNo = (*claim)["claim_no"_L1].toInt();
    answer.words.text = u"您好，可以"_s;
    QVERIFY(desk.command(answer));
    bool heard = false;
    while (!heard) {
        const auto batch = page.next<protocol::Batch>();
        QVERIFY(!batch.scope.isEmpty());
        for (const auto &change : batch.changes)
            heard = heard || (change.id == answer.message.value && change.row["words"_L1] == answer.words.text);
    }
}

void TestWire::aReaderGoesOnFromItsCursorAndASecondServerKeepsIt()
{
    Running server;
    QString token;
    QStringList cursors;
    {
        WireClient page(server.url());
        token = page.beCitizen();
        cursors = page.takeSnapshots();
        QVERIFY(page.command(question(u"第一个问题"_s)));
    }
    server.stop();
    server.start(); // what the ring held is gone; the log is not
    WireClient page(server.url());
    QCOMPARE(page.beCitizen(token), token);
    page.send(protocol::Resume{cursors});
    const auto batch = page.next<protocol::Batch>();
    QVERIFY(batch.changes.size() >= 2); // the request and the question
    QCOMPARE(page.countOf(protocol::wireName<protocol::Snapshot>()), 0);
    QCOMPARE(page.countOf(protocol::wireName<protocol::SnapshotRequired>()), 0);
}

void TestWire::aDeskGoesOnAfterARestartFromWhereItStood()
{
    Running server;
    QStringList cursors;
    {
        WireClient desk(server.url());
        QVERIFY(desk.beStaff(u"sample001"_s, QString(server::kDemoPassword)));
        cursors = desk.takeSnapshots();
        QVERIFY(desk.command(protocol::PresenceSet{{}, domain::Presence::Ready, {}, false}));
    }
    server.stop();
    server.start(); // at its start it writes who is not connected any more, before anybody reads
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample001"_s, QString(server::kDemoPassword)));
    desk.send(protocol::Resume{cursors});
    qint64 through = -1;
    bool sawItself = false;
    while (!sawItself) {
        const auto batch = desk.next<protocol::Batch>();
        QVERIFY(!batch.scope.isEmpty());
        QVERIFY(through < 0 || batch.from == through);
        through = batch.through;
        for (const auto &change : batch.changes)
            sawItself = sawItself || (change.id == "SF001"_L1 && change.row["link"_L1] == "online"_L1);
    }
    QCOMPARE(desk.countOf(protocol::wireName<protocol::SnapshotRequired>()), 0);
}

void TestWire::aForgedCursorTakesASnapshotAndNothingElse()
{
    Running server;
    WireClient page(server.url());
    page.beCitizen();
    auto cursors = page.takeSnapshots();
    cursors[0].chop(1);
    cursors[0].append(u'!');
    page.send(protocol::Resume{cursors});
    QCOMPARE(page.next<protocol::SnapshotRequired>().reason, u"bad_cursor"_s);
    QVERIFY(!page.next<protocol::Snapshot>().scope.isEmpty());
}

void TestWire::nobodySeesAnotherCitizensWords()
{
    Running server;
    WireClient one(server.url());
    one.beCitizen();
    one.takeSnapshots();
    const auto ask = question(u"我的秘密"_s);
    QVERIFY(one.command(ask));
    WireClient two(server.url());
    two.beCitizen();
    QList<protocol::Change> rows;
    two.takeSnapshots(&rows);
    for (const auto &row : rows)
        QVERIFY2(row.entity == "item"_L1, qPrintable(row.entity));
    protocol::MessageSend message;
    message.message = MessageId(WireClient::newId());
    message.request = ask.request;
    message.words.text = u"插一句"_s;
    QCOMPARE(two.command(message).error().code, ErrorCode::NotFound);
    QCOMPARE(two.command(protocol::RequestWithdraw{{}, ask.request}).error().code, ErrorCode::NotFound);
    QCOMPARE(two.command(protocol::RequestClaim{{}, ask.request}).error().code, ErrorCode::Forbidden);
    two.send(protocol::HistoryGet{ask.request});
    QCOMPARE(two.next<protocol::Refused>().code, u"not_found"_s);
}

void TestWire::aWrongPasswordLocksAfterFive()
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

void TestWire::aTokenSignsInWithoutAPassword()
{
    Running server;
    QString token;
    {
        WireClient desk(server.url());
        QVERIFY(desk.waitForOpen());
        desk.send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
        desk.send(protocol::SignIn{u"sample001"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
        token = desk.next<protocol::SignedIn>().token;
        QVERIFY(!token.isEmpty());
    }
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

void TestWire::guessesThatComeAtOnceLockAsWell()
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

void TestWire::whoHangsUpWhileSigningInTakesNoPlaceForEver()
{
    Running server;
    std::promise<void> go;
    server.hub->writer().post([held = go.get_future().share()](server::Office &) { return held.wait(), server::Completion(); });
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
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample001"_s, QString(server::kDemoPassword)));
}

void TestWire::oneConnectionIsOnePerson()
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

void TestWire::aNewPasswordEndsWhatWasBegunWithTheOldOne()
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
    QVERIFY(again.beStaff(u"sample003"_s, u"another-one"_s));
}

void TestWire::rightsThatChangeWhileASnapshotIsMadeAreObeyed()
{
    Running server;
    WireClient page(server.url());
    page.beCitizen();
    const auto ask = question(u"增资"_s);
    QVERIFY(page.command(ask));
    WireClient desk(server.url());
    QVERIFY(desk.beStaff(u"sample003"_s, QString(server::kDemoPassword)));
    // The writer stands still; behind it wait another place for the person, the look at their rights, the snapshots.
    std::promise<void> go;
    server.hub->writer().post([gone = go.get_future().share()](server::Office &) -> server::Completion {
        gone.wait();
        return {};
    });
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

void TestWire::signingOutEndsTheTokenOfThisSignIn()
{
    Running server;
    WireClient desk(server.url());
    QVERIFY(desk.waitForOpen());
    desk.send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
    desk.send(protocol::SignIn{u"sample001"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
    const QString token = desk.next<protocol::SignedIn>().token;
    desk.send(protocol::SignOut{});
    QVERIFY(desk.waitForClose());
    WireClient again(server.url());
    QVERIFY(again.waitForOpen());
    again.send(protocol::Hello{u"test"_s, domain::Role::Agent, token, {}});
    QCOMPARE(again.next<protocol::Welcome>().refused, u"session_expired"_s);
}

void TestWire::aBlockedSenderIsToldAndStaysOutUntilItIsLifted()
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
}

void TestWire::historyIsForWhoServes()
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

void TestWire::oneRequestTakesNoEndlessFiles()
{
    Running server;
    WireClient page(server.url());
    page.beCitizen();
    const auto ask = question(u"看附件"_s);
    QVERIFY(page.command(ask));
    protocol::FileBegin begin;
    begin.request = ask.request;
    begin.name.text = u"a.txt"_s;
    begin.type = u"text/plain"_s;
    begin.size = protocol::kMaxFile;
    begin.sha256 = QString(64, u'0');
    for (int i = 0; i < 10; ++i) {
        begin.file = FileId(WireClient::newId());
        QVERIFY(page.command(begin));
    }
    begin.file = FileId(WireClient::newId());
    QCOMPARE(page.command(begin).error().code, ErrorCode::TooLarge);
}

void TestWire::aFileComesInChunksAndIsCheckedByItsHash()
{
    Running server;
    WireClient page(server.url());
    page.beCitizen();
    page.takeSnapshots();
    const auto ask = question(u"看附件"_s);
    QVERIFY(page.command(ask));
    QByteArray bytes("%PDF-1.7\n");
    while (bytes.size() < 600'000)
        bytes += QByteArray::number(bytes.size());
    protocol::FileBegin begin;
    begin.file = FileId(WireClient::newId());
    begin.request = ask.request;
    begin.name.text = u"章程.pdf"_s;
    begin.type = u"application/pdf"_s;
    begin.size = bytes.size();
    begin.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QVERIFY(page.command(begin));
    for (int chunk = 0; chunk * protocol::kChunkSize < bytes.size(); ++chunk) {
        page.sendBytes(protocol::encodeChunk({begin.file, chunk, bytes.mid(chunk * protocol::kChunkSize, protocol::kChunkSize)}));
        QCOMPARE(page.next<protocol::FileState>().chunks, chunk + 1);
    }
    QVERIFY(page.command(protocol::FileFinish{{}, begin.file}));
    protocol::MessageSend message;
    message.message = MessageId(WireClient::newId());
    message.request = ask.request;
    message.kind = domain::MessageKind::File;
    message.file = begin.file;
    QVERIFY(page.command(message));
    page.send(protocol::FileGet{begin.file, 1});
    const auto chunk = protocol::decodeChunk(page.nextChunk());
    QVERIFY(chunk);
    QCOMPARE(chunk->bytes, bytes.mid(protocol::kChunkSize, protocol::kChunkSize));

    begin.file = FileId(WireClient::newId());
    begin.sha256 = QString(64, u'0');
    begin.size = 9;
    QVERIFY(page.command(begin));
    page.sendBytes(protocol::encodeChunk({begin.file, 0, bytes.left(9)}));
    QCOMPARE(page.next<protocol::FileState>().chunks, 1);
    QCOMPARE(page.command(protocol::FileFinish{{}, begin.file}).error().code, ErrorCode::BadFile);
    begin.file = FileId(WireClient::newId());
    begin.type = u"image/svg+xml"_s;
    QCOMPARE(page.command(begin).error().code, ErrorCode::BadFile);
}

void TestWire::hostileFramesGetTypedErrors_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray("{}") << u"bad_message"_s;
    QTest::newRow("no JSON") << QByteArray("hello") << u"bad_message"_s;
    QTest::newRow("a list") << QByteArray("[1]") << u"bad_message"_s;
    QTest::newRow("unknown type") << QByteArray(R"({"t":"no.such"})") << u"unknown_message"_s;
    QTest::newRow("command without a number") << QByteArray(R"({"t":"request.withdraw","request":"x"})") << u"bad_message"_s;
    QTest::newRow("number that is no UUIDv7") << QByteArray(R"({"t":"request.withdraw","cmd_id":"1","request":"x"})") << u"bad_message"_s;
    QTest::newRow("second hello") << QByteArray(R"({"t":"hello","client":"x"})") << u"bad_state"_s;
    QTest::newRow("field of another kind") << QByteArray(R"({"t":"resume","cursors":5})") << u"bad_message"_s;
    QTest::newRow("too many cursors") << QByteArray(R"({"t":"resume","cursors":[)") + QByteArray(R"("a",)").repeated(99) + R"("a"]})" << u"too_large"_s;
    QTest::newRow("chunk of nothing") << QByteArray(1, '\x01') << u"bad_message"_s;
    QTest::newRow("message to a client") << QByteArray(R"({"t":"welcome"})") << u"unknown_message"_s;
}

void TestWire::hostileFramesGetTypedErrors()
{
    QFETCH(QByteArray, frame);
    QFETCH(QString, code);
    static Running server;
    WireClient page(server.url());
    page.beCitizen();
    page.sendBytes(frame);
    QCOMPARE(page.next<protocol::Refused>().code, code);
    page.send(protocol::Ping{1}); // and the connection lives on
    QCOMPARE(page.next<protocol::Pong>().sentAt, 1);
}

void TestWire::twentyThousandCharactersArriveAsTyped()
{
    Running server;
    WireClient page(server.url());
    page.beCitizen();
    page.takeSnapshots();
    const QString words = QString(19'990, u'办') + u"😀𠮷"_s + QChar(0) + QChar(0x202e) + u"<b>x"_s;
    auto ask = question(words);
    QVERIFY(page.command(ask));
    bool heard = false;
    while (!heard) {
        const auto batch = page.next<protocol::Batch>();
        QVERIFY(!batch.scope.isEmpty());
        for (const auto &change : batch.changes)
            if (change.entity == "message"_L1) {
                QCOMPARE(change.row["words"_L1].toString(), words);
                heard = true;
            }
    }
    protocol::MessageSend message;
    message.message = MessageId(WireClient::newId());
    message.request = ask.request;
    message.words.text = QString(20'001, u'办');
    QCOMPARE(page.command(message).error().code, ErrorCode::TooLarge);
}

void TestWire::theWebSocketNeedsTheSubprotocol()
{
    Running server;
    QWebSocket socket;
    socket.open(server.url());
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 5000);
    QCOMPARE(server.hub->connections(), 0);
}

void TestWire::aPageOfAnotherSiteIsTurnedAway()
{
    Running server;
    WireClient stranger(server.url(), u"https://evil.example"_s);
    QVERIFY(stranger.waitForClose());
    QVERIFY(stranger.beCitizen().isEmpty());
    WireClient own(server.url(), u"http://127.0.0.1:%1"_s.arg(server.listener->port()));
    QVERIFY(!own.beCitizen().isEmpty());
}

void TestWire::theHttpFrontServesHealthAndRefusesTheRest()
{
    const server::HttpFront front;
    const auto health = [] { return QByteArray(R"({"ok":true})"); };
    QVERIFY(front.answer("GET /health HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 200"));
    QVERIFY(front.answer("GET /etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 404"));
    QVERIFY(front.answer("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 404"));
    QVERIFY(front.answer("POST / HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 405"));
    QVERIFY(front.answer("nonsense\r\n\r\n", health).startsWith("HTTP/1.1 400"));
    QCOMPARE(server::HttpFront::kindOf("GET / HT"), server::HttpFront::Kind::Incomplete);
    QCOMPARE(server::HttpFront::kindOf(QByteArray(server::kMaxHead, 'a')), server::HttpFront::Kind::TooLarge);
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
