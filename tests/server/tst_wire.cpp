// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/store/cursor.h"
#include "tests/support/running_server.h"

#include <QCryptographicHash>
#include <QTcpSocket>
#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

class TestWire : public QObject {
    Q_OBJECT

    std::unique_ptr<Running> m_shared; ///< of the rows that hurt nobody

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }
    void cleanupTestCase() { m_shared.reset(); }
    void aQuestionReachesTheDeskAsABatchAndTheAnswerThePage();
    void aReaderGoesOnFromItsCursorAndASecondServerKeepsIt();
    void aDeskGoesOnAfterARestartFromWhereItStood();
    void aForgedCursorTakesASnapshotAndNothingElse();
    void aSignedCursorOfAnotherLogProvesThatTheRecordWentBack_data();
    void aSignedCursorOfAnotherLogProvesThatTheRecordWentBack();
    void nobodySeesAnotherCitizensWords();
    void oneRequestTakesNoEndlessFiles();
    void aFileComesInChunksAndIsCheckedByItsHash();
    void hostileFramesGetTypedErrors_data();
    void hostileFramesGetTypedErrors();
    void twentyThousandCharactersArriveAsTyped();
    void fortyDesksThatComeBackAtOnceAllGetTheirSnapshots();
    void oneAddressHasItsShareOfSockets();
    void theWebSocketNeedsTheSubprotocol();
    void aPageOfAnotherSiteIsTurnedAway();
    void theHttpFrontServesHealthAndRefusesTheRest();
    void metricsCountWhatHappened();
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

void TestWire::aSignedCursorOfAnotherLogProvesThatTheRecordWentBack_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<QByteArray>("chain");
    QTest::newRow("of the future") << qint64(1'000'000'000) << QByteArray();
    QTest::newRow("of another history") << qint64(0) << QByteArray("0000000000000000");
}

void TestWire::aSignedCursorOfAnotherLogProvesThatTheRecordWentBack()
{
    QFETCH(qint64, ahead);
    QFETCH(QByteArray, chain);
    Running server;
    const QString epoch = server.hub->facts().epoch, scope = server.hub->facts().scope;
    const QByteArray key = server.hub->facts().key;
    WireClient page(server.url());
    const QString token = page.beCitizen();
    const QStringList genuine = page.takeSnapshots();
    const auto ofScope = [&](const QString &text) { return server::decodeCursor(text, key)->scope == scope; };
    server::Cursor cursor = server::decodeCursor(*std::find_if(genuine.begin(), genuine.end(), ofScope), key).value();
    cursor.rev += ahead;
    if (!chain.isEmpty())
        cursor.chain = chain;
    page.send(protocol::Resume{{server::encodeCursor(cursor, key)}});
    if (server.place.url.startsWith("postgresql:"_L1)) { // which its database keeps alive: this reader begins anew, nobody else notices
        protocol::SnapshotRequired required;
        while (required.scope != scope) {
            required = page.next<protocol::SnapshotRequired>();
            QVERIFY(!required.reason.isEmpty());
        }
        QCOMPARE(required.reason, u"too_old"_s);
        QCOMPARE(server.hub->facts().epoch, epoch);
        QVERIFY(page.isOpen());
        return;
    }
    QVERIFY(page.waitForClose());
    QVERIFY(server.hub->facts().epoch != epoch);
    WireClient again(server.url());
    QCOMPARE(again.beCitizen(token), token);
    again.send(protocol::Resume{genuine});
    QCOMPARE(again.next<protocol::SnapshotRequired>().reason, u"epoch"_s);
    // As after a restore nobody writes for a minute.
    const auto refused = again.command(question(u"问"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error(), (Error{ErrorCode::Busy, u"refill"_s}));
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
    if (!m_shared)
        m_shared = std::make_unique<Running>();
    WireClient page(m_shared->url());
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

void TestWire::fortyDesksThatComeBackAtOnceAllGetTheirSnapshots()
{
    Running server;
    std::vector<std::unique_ptr<WireClient>> pages;
    for (int i = 0; i < 80; ++i) {
        pages.push_back(std::make_unique<WireClient>(server.url()));
        QVERIFY(!pages.back()->beCitizen().isEmpty());
    }
    for (const auto &page : pages)
        page->send(protocol::Resume{});
    // Every other one hangs up while it waits or is served: its turn goes to the next.
    for (std::size_t i = 0; i < pages.size(); i += 2)
        pages[i].reset();
    for (std::size_t i = 1; i < pages.size(); i += 2)
        for (int scope = 0; scope < 2; ++scope)
            while (!pages[i]->next<protocol::Snapshot>().last)
                QVERIFY2(pages[i]->countOf(u"refused"_s) == 0, qPrintable(QString::number(i)));
}

void TestWire::oneAddressHasItsShareOfSockets()
{
    server::Limits limits = server::Limits::raised();
    limits.connectionsPerAddress = 2;
    Running server(limits);
    const auto connectOne = [&](QTcpSocket &socket) {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.listener->port());
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::ConnectedState, 5000);
    };
    // A handshake that is refused gives its place back, however often it is tried.
    for (int i = 0; i < 5; ++i) {
        QTcpSocket broken;
        connectOne(broken);
        broken.write("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(broken.state(), QAbstractSocket::UnconnectedState, 5000);
    }
    QTcpSocket silent; // counts though it never says a word
    connectOne(silent);
    {
        WireClient page(server.url());
        QVERIFY(!page.beCitizen().isEmpty());
        WireClient tooMany(server.url());
        QVERIFY(tooMany.waitForClose());
    }
    const auto getsIn = [&] { return !WireClient(server.url()).beCitizen().isEmpty(); };
    QTRY_VERIFY_WITH_TIMEOUT(getsIn(), 5000); // the server hears of it a moment later
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

void TestWire::metricsCountWhatHappened()
{
    Running server;
    const auto read = [&] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server.listener->port());
        socket.write("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }))
            qFatal("no end");
        return QString::fromUtf8(socket.readAll());
    };
    // Prometheus reads lines "name value", each after its HELP and TYPE.
    const auto values = [&] {
        QHash<QString, double> found;
        const auto lines = read().section(u"\r\n\r\n"_s, 1).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            if (!line.startsWith(u'#'))
                found.insert(line.section(u' ', 0, 0), line.section(u' ', 1).toDouble());
        return found;
    };
    const auto before = values();
    QCOMPARE(before.value(u"bangban_record_reachable"_s), 1);
    QCOMPARE(before.value(u"bangban_waiting_requests"_s, -1), 0);
    WireClient page(server.url());
    page.beCitizen();
    QVERIFY(page.command(question(u"增资"_s)));
    QVERIFY(!page.command(question(u"还有"_s))); // one open question a person
    QTRY_COMPARE_WITH_TIMEOUT(values().value(u"bangban_waiting_requests"_s), 1, 5000);
    const auto after = values();
    QCOMPARE(after.value(u"bangban_connections"_s), 1);
    QCOMPARE(after.value(u"bangban_commands_done_total"_s) - before.value(u"bangban_commands_done_total"_s), 1);
    QCOMPARE(after.value(u"bangban_commands_refused_total"_s) - before.value(u"bangban_commands_refused_total"_s), 1);
    QVERIFY(after.value(u"bangban_log_rows_total"_s) > before.value(u"bangban_log_rows_total"_s));
    QVERIFY(after.value(u"bangban_longest_wait_seconds"_s) < 60);
    QVERIFY(read().contains(u"# TYPE bangban_commands_done_total counter\n"_s));
}

void TestWire::theHttpFrontServesHealthAndRefusesTheRest()
{
    const server::HttpFront front;
    bool isWell = true;
    const auto health = [&](const QString &path) {
        return path == u"/health"_s ? std::optional(server::LivePage{"application/json", R"({"ok":true})", isWell}) : std::nullopt;
    };
    QVERIFY(front.answer("GET /health HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 200"));
    isWell = false;
    QVERIFY(front.answer("GET /health HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 503"));
    QVERIFY(front.answer("GET /etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 404"));
    QVERIFY(front.answer("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 404"));
    QVERIFY(front.answer("POST / HTTP/1.1\r\nHost: x\r\n\r\n", health).startsWith("HTTP/1.1 405"));
    QVERIFY(front.answer("nonsense\r\n\r\n", health).startsWith("HTTP/1.1 400"));
    QCOMPARE(server::HttpFront::kindOf("GET /ws HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"), server::HttpFront::Kind::WebSocket);
    QCOMPARE(server::HttpFront::kindOf("GET /other HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"), server::HttpFront::Kind::Http);
    QCOMPARE(server::HttpFront::kindOf("GET / HT"), server::HttpFront::Kind::Incomplete);
    QCOMPARE(server::HttpFront::kindOf(QByteArray(server::kMaxHead, 'a')), server::HttpFront::Kind::TooLarge);
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
