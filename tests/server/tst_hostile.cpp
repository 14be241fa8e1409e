// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/support/hostile_scene.h"

#include <QTest>

using namespace bangban;
using namespace bangban::tests;

/// What is no message at all, chunks and cursors that lie, and commands that come twice. The messages of right form stand
/// in tst_hostile_fields and tst_hostile_story.
class TestHostile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void framesThatAreNone_data();
    void framesThatAreNone();
    void textMessagesAreRefused();
    void chunksThatLie_data();
    void chunksThatLie();
    void cursorsThatLie_data();
    void cursorsThatLie();
    void aCommandThatComesTwiceIsDoneOnce_data();
    void aCommandThatComesTwiceIsDoneOnce();
    void aRepeatedQuestionIsOneRequest();
    void whoTypesForOthersIsNotHeard();
    void aFloodIsRefusedAndItsSenderServedLater();
    void whatWasWrittenCanBeReadAgain();

private:
    void say(Who who, const QByteArray &bytes, const Expected &expected);

    std::unique_ptr<HostileScene> m_scene;
};

namespace {

struct Line {
    const char *name;
    QByteArray bytes;
    Expected expected;
};

QByteArray padded(QByteArray frame, qsizetype size) { return frame + QByteArray(size - frame.size(), ' '); }

const QList<Line> &lines()
{
    const auto bad = [](const QString &detail = {}) { return refused(ErrorCode::BadMessage, detail); };
    const auto unknown = [](const QString &name) { return refused(ErrorCode::UnknownMessage, name); };
    const Expected noName = bad(u"t is missing"_s);
    const QByteArray ping = R"({"t":"ping","sent_at":1})";
    static const QList<Line> all{
        {"nothing", "", bad()},
        {"a blank", " ", bad()},
        {"a word", "hello", bad()},
        {"null", "null", bad()},
        {"a number", "7", bad()},
        {"a text", R"("hello")", bad()},
        {"an empty list", "[]", bad()},
        {"a list of messages", R"([{"t":"ping","sent_at":1}])", bad()},
        {"an empty object", "{}", noName},
        {"a name that is a number", R"({"t":7})", noName},
        {"a name that is null", R"({"t":null})", noName},
        {"a name that is a list", R"({"t":["ping"]})", noName},
        {"an empty name", R"({"t":""})", noName},
        {"a name in capitals", R"({"T":"ping","sent_at":1})", noName},
        {"the end is missing", R"({"t":"ping","sent_at":1)", bad()},
        {"something behind the end", ping + "x", bad()},
        {"two in one", ping + ping, bad()},
        {"NUL behind the end", ping + QByteArray(1, '\0'), bad()},
        {"NUL before it", QByteArray(1, '\0') + ping, bad()},
        {"single quotes", "{'t':'ping','sent_at':1}", bad()},
        {"a comment", R"({"t":"ping",/* */"sent_at":1})", bad()},
        {"a comma too many", R"({"t":"ping","sent_at":1,})", bad()},
        {"no number", R"({"t":"ping","sent_at":NaN})", bad()},
        {"a number beyond all", R"({"t":"ping","sent_at":1e999})", bad()},
        {"a number beyond ours", R"({"t":"ping","sent_at":9007199254740994})", bad(u"sent_at: a whole number in range is expected"_s)},
        {"a negative number beyond ours", R"({"t":"ping","sent_at":-9007199254740994})", bad(u"sent_at: a whole number in range is expected"_s)},
        {"bytes that are no UTF-8", "{\"t\":\"ping\xff\"}", bad()},
        {"a slash in two bytes", "{\"t\":\"ping\xc0\xaf\"}", bad()},
        {"half a letter in three bytes", "{\"t\":\"ping\xed\xa0\x80\"}", bad()},
        {"UTF-16", QByteArray("\xff\xfe{\0\"\0t\0\"\0", 10), bad()},
        {"another first byte", QByteArray("\x02") + ping, bad()},
        {"a line", "GET / HTTP/1.1\r\n\r\n", bad()},
        {"lists in lists", QByteArray(2'000, '['), bad()},
        {"deep down", R"({"t":"ping","sent_at":1,"x":)" + QByteArray(2'000, '[') + QByteArray(2'000, ']') + '}', bad()},
        {"a hundred thousand deep", R"({"t":"ping","sent_at":1,"x":)" + QByteArray("{\"a\":").repeated(100'000), bad()},
        {"not too deep", R"({"t":"ping","sent_at":1,"x":)" + QByteArray(500, '[') + QByteArray(500, ']') + '}', answered(u"pong"_s)},
        {"as long as one may be", padded(ping, protocol::kMaxMessage), answered(u"pong"_s)},
        {"one byte longer", padded(ping, protocol::kMaxMessage + 1), closed()},
        {"ten megabytes", padded(ping, 10 * protocol::kMaxMessage), closed()},
        {"a name with NUL", R"({"t":"ping\u0000","sent_at":1})", unknown(u"ping"_s + QChar(0))},
        {"a name with a blank", R"({"t":" ping","sent_at":1})", unknown(u" ping"_s)},
        {"another's spelling", R"({"t":"Ping","sent_at":1})", unknown(u"Ping"_s)},
        {"the last of two names", R"({"t":"ping","t":"no.such"})", unknown(u"no.such"_s)},
        {"a message to clients", R"({"t":"welcome"})", unknown(u"welcome"_s)},
        {"an answer", R"({"t":"result","cmd_id":"x"})", unknown(u"result"_s)},
        {"a row", R"({"t":"request","id":"x","scope":"x"})", unknown(u"request"_s)},
        {"SQL", R"({"t":"x'; DROP TABLE request; --"})", unknown(u"x'; DROP TABLE request; --"_s)},
        {"a very long name", R"({"t":")" + QByteArray(500'000, 'a') + R"("})", unknown(QString(2'000, u'a'))},
        {"too many cursors", R"({"t":"resume","cursors":[)" + QByteArray(R"("a",)").repeated(64) + R"("a"]})", refused(ErrorCode::TooLarge, u"cursors: 65"_s)},
        {"half a million empty fields", R"({"t":"ping","sent_at":1,)" + QByteArray(R"("":0,)").repeated(150'000) + R"("x":0})", answered(u"pong"_s)},
    };
    return all;
}

} // namespace

void TestHostile::initTestCase()
{
    QVERIFY(crypto::prepare());
    m_scene = std::make_unique<HostileScene>();
}

void TestHostile::say(Who who, const QByteArray &bytes, const Expected &expected)
{
    const QString fault = m_scene->faultOf(who, bytes, expected);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QCOMPARE(m_scene->faultOfService(), QString());
}

void TestHostile::framesThatAreNone_data()
{
    QTest::addColumn<int>("line");
    for (int i = 0; i < lines().size(); ++i)
        QTest::newRow(lines()[i].name) << i;
}

void TestHostile::framesThatAreNone()
{
    QFETCH(int, line);
    say(Who::Citizen, lines()[line].bytes, lines()[line].expected);
}

void TestHostile::textMessagesAreRefused()
{
    WireClient &citizen = m_scene->client(Who::Citizen);
    for (const QString &text : {u""_s, uR"({"t":"ping","sent_at":1})"_s, QString(100'000, u'办')}) {
        citizen.forget();
        citizen.sendText(text);
        QCOMPARE(citizen.next<protocol::Refused>().detail, u"binary messages only"_s);
        QCOMPARE(citizen.countOf(u"pong"_s), 0);
    }
    citizen.sendText(QString(2 * protocol::kMaxMessage, u'a'));
    QVERIFY(citizen.waitForClose());
    QCOMPARE(m_scene->faultOfService(), QString());
}

// ---- chunks --------------------------------------------------------------------------------------------------------

void TestHostile::chunksThatLie_data()
{
    QTest::addColumn<int>("who");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, Who who, const QByteArray &frame, ErrorCode code, const QString &detail) {
        QTest::newRow(name) << int(who) << frame << QString(wireName(code)) << detail;
    };
    const QString half = m_scene->id(u"half"_s);
    const auto chunk = [](const QString &file, int number, qsizetype size) {
        return protocol::encodeChunk({FileId(file), number, QByteArray(size, 'x')});
    };
    const QByteArray good = chunk(half, 0, 10);
    row("the mark alone", Who::Citizen, good.left(1), ErrorCode::BadMessage, u"chunk head"_s);
    row("half a head", Who::Citizen, good.left(20), ErrorCode::BadMessage, u"chunk head"_s);
    row("the head alone", Who::Citizen, good.left(41), ErrorCode::BadMessage, u"chunk head"_s);
    row("an id that is none", Who::Citizen, chunk(u"../../etc/passwd"_s, 0, 10), ErrorCode::BadMessage, u"chunk head"_s);
    row("an id of NUL", Who::Citizen, "\x01" + QByteArray(36, '\0') + good.mid(37), ErrorCode::BadMessage, u"chunk head"_s);
    row("an id in capitals", Who::Citizen, chunk(half.toUpper(), 0, 10), ErrorCode::BadMessage, u"chunk head"_s);
    row("behind the last place", Who::Citizen, chunk(half, 80, 10), ErrorCode::BadMessage, u"chunk head"_s);
    row("a negative place", Who::Citizen, chunk(half, -1, 10), ErrorCode::BadMessage, u"chunk head"_s);
    row("the last place of all", Who::Citizen, chunk(half, 79, 10), ErrorCode::BadFile, half);
    row("more than a chunk", Who::Citizen, chunk(half, 0, protocol::kChunkSize + 1), ErrorCode::TooLarge, QString::number(protocol::kChunkSize + 42));
    row("a file that nobody began", Who::Citizen, chunk(WireClient::newId(), 0, 10), ErrorCode::NotFound, {});
    row("a file of somebody else", Who::Neighbour, good, ErrorCode::NotFound, half);
    row("a file of the other side", Who::Agent, good, ErrorCode::NotFound, half);
    row("the second first", Who::Citizen, chunk(half, 1, 10), ErrorCode::BadFile, half);
    row("too short", Who::Citizen, chunk(half, 0, 9), ErrorCode::BadFile, half);
    row("too long", Who::Citizen, chunk(half, 0, 11), ErrorCode::BadFile, half);
    row("before hello", Who::Stranger, good, ErrorCode::NotSignedIn, {});
    row("before sign-in", Who::Greeted, good, ErrorCode::NotSignedIn, {});
}

void TestHostile::chunksThatLie()
{
    QFETCH(int, who);
    QFETCH(QByteArray, frame);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    say(Who(who), frame, refused(code, detail));
    // Nothing of it was stored, and the whole file takes no more.
    WireClient &citizen = m_scene->client(Who::Citizen);
    citizen.send(protocol::FileStatus{FileId(m_scene->id(u"half"_s))});
    QCOMPARE(citizen.next<protocol::FileState>().chunks, 0);
    citizen.sendBytes(protocol::encodeChunk({FileId(m_scene->id(u"file"_s)), 0, "other ten!"}));
    QVERIFY(citizen.next<protocol::FileState>().complete);
    citizen.send(protocol::FileGet{FileId(m_scene->id(u"file"_s)), 0});
    QVERIFY(citizen.nextChunk().endsWith("ten bytes!"));
}

// ---- cursors -------------------------------------------------------------------------------------------------------

void TestHostile::cursorsThatLie_data()
{
    QTest::addColumn<QString>("cursor");
    QTest::addColumn<QString>("reason");
    const auto &facts = m_scene->server.hub->facts();
    const QStringList own = m_scene->client(Who::Citizen).takeSnapshots();
    const QString mine = *std::find_if(own.begin(), own.end(), [&](const QString &text) {
        return server::decodeCursor(text, facts.key)->scope == facts.scope;
    });
    const auto changed = [&](const auto &change) {
        server::Cursor cursor = server::decodeCursor(mine, facts.key).value();
        change(cursor);
        return server::encodeCursor(cursor, facts.key);
    };
    const auto ofScope = [&](const QStringList &cursors) {
        return *std::find_if(cursors.begin(), cursors.end(), [&](const QString &text) {
            return server::decodeCursor(text, facts.key)->scope == facts.scope;
        });
    };
    QTest::newRow("empty") << u""_s << u"bad_cursor"_s;
    QTest::newRow("dots") << u"....."_s << u"bad_cursor"_s;
    QTest::newRow("cut") << mine.left(mine.size() - 1) << u"bad_cursor"_s;
    QTest::newRow("without its signature") << mine.section(u'.', 0, 4) << u"bad_cursor"_s;
    QTest::newRow("another revision") << QString(mine).replace(u'.' + mine.section(u'.', 2, 2) + u'.', u".1."_s) << u"bad_cursor"_s;
    QTest::newRow("in capitals") << mine.toUpper() << u"bad_cursor"_s;
    QTest::newRow("signed by another office") << server::encodeCursor(server::decodeCursor(mine, facts.key).value(), QByteArray(32, 'k')) << u"bad_cursor"_s;
    QTest::newRow("with Chinese in it") << QString(u"办"_s + mine.mid(1)) << u"bad_cursor"_s;
    QTest::newRow("of an old epoch") << changed([](server::Cursor &c) { c.epoch = u"old"_s; }) << u"epoch"_s;
    QTest::newRow("before the beginning") << changed([](server::Cursor &c) { c.rev = -5; }) << u"too_old"_s;
    QTest::newRow("of the neighbour") << ofScope(m_scene->client(Who::Neighbour).takeSnapshots()) << u"rights"_s;
    QTest::newRow("of the agent") << ofScope(m_scene->client(Who::Agent).takeSnapshots()) << u"rights"_s;
}

void TestHostile::cursorsThatLie()
{
    QFETCH(QString, cursor);
    QFETCH(QString, reason);
    WireClient &citizen = m_scene->client(Who::Citizen);
    citizen.forget();
    citizen.send(protocol::Resume{{cursor}});
    QString told;
    while (told.isEmpty()) {
        const auto required = citizen.next<protocol::SnapshotRequired>();
        QVERIFY2(!required.reason.isEmpty(), "no snapshot is required");
        if (required.scope == m_scene->server.hub->facts().scope)
            told = required.reason;
    }
    QCOMPARE(told, reason);
    // What comes is the citizen's own and nobody else's.
    for (int scopes = 0; scopes < 2;) {
        const auto piece = citizen.next<protocol::Snapshot>();
        QVERIFY(!piece.scope.isEmpty());
        scopes += piece.last ? 1 : 0;
        for (const protocol::Change &row : piece.rows)
            QVERIFY2(row.id != m_scene->id(u"waiting"_s) && row.id != m_scene->id(u"theirsaid"_s), qPrintable(row.id));
    }
    QCOMPARE(m_scene->faultOfService(), QString());
}

// ---- twice ---------------------------------------------------------------------------------------------------------

void TestHostile::aCommandThatComesTwiceIsDoneOnce_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("who");
#define TO_SERVER(type, wire, since)
#define TO_CLIENT(type, wire, since)
#define ENTITY(type, wire, since)
#define COMMAND(type, wire, since, permission) QTest::newRow(wire) << QStringLiteral(wire) << int(speakerFor(domain::Permission::permission));
#include "core/protocol/messages.def"
#undef TO_SERVER
#undef TO_CLIENT
#undef ENTITY
#undef COMMAND
}

void TestHostile::aCommandThatComesTwiceIsDoneOnce()
{
    QFETCH(QString, type);
    QFETCH(int, who);
    QJsonObject body = goldenFrames().value(type);
    const CommandId id = WireClient::newCommandId();
    body.insert("cmd_id"_L1, id.value);
    WireClient &speaker = m_scene->client(Who(who));
    const auto say = [&](WireClient &client, const QJsonObject &said) {
        client.sendBytes(frameOf(type, said));
        return client.answerTo(id);
    };
    const auto first = say(speaker, body);
    QVERIFY(first || first.error().code != ErrorCode::Unreachable);
    const auto again = say(speaker, body);
    QCOMPARE(again.has_value(), first.has_value());
    if (first)
        QCOMPARE(*again, *first);
    else
        QCOMPARE(again.error(), first.error());
    // The same number with another content, even where nobody reads the difference, and the same from another person.
    QJsonObject other = body;
    other.insert("x"_L1, 1);
    const auto reused = say(speaker, other);
    QVERIFY(!reused);
    QCOMPARE(reused.error(), (Error{ErrorCode::CommandReused, id.value}));
    const auto stolen = say(m_scene->client(Who::Neighbour), body);
    QVERIFY(!stolen);
    QCOMPARE(stolen.error(), (Error{ErrorCode::CommandReused, id.value}));
    QCOMPARE(m_scene->faultOfService(), QString());
}

void TestHostile::aRepeatedQuestionIsOneRequest()
{
    WireClient &page = m_scene->client(Who::Newcomer);
    auto ask = question(u"只问一次"_s);
    ask.cmdId = WireClient::newCommandId();
    for (int i = 0; i < 20; ++i)
        page.send(ask);
    for (int i = 0; i < 20; ++i)
        QVERIFY(page.answerTo(ask.cmdId));
    protocol::MessageSend send{WireClient::newCommandId(), MessageId(WireClient::newId()), ask.request, 0, {}, {u"在吗"_s}, {}, {}, {}};
    for (int i = 0; i < 20; ++i)
        page.send(send);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(page.answerTo(send.cmdId).value_or(QJsonObject())["seq"_L1].toInt(), 2);
    QList<protocol::Change> rows;
    page.takeSnapshots(&rows);
    const auto count = [&](QLatin1String entity) {
        return std::count_if(rows.begin(), rows.end(), [&](const auto &row) { return row.entity == entity; });
    };
    QCOMPARE(count(protocol::wireName<protocol::RequestRow>()), 1);
    QCOMPARE(count(protocol::wireName<protocol::MessageRow>()), 2);
}

void TestHostile::whoTypesForOthersIsNotHeard()
{
    WireClient &agent = m_scene->client(Who::Agent);
    WireClient &colleague = m_scene->client(Who::Colleague);
    agent.forget();
    colleague.forget();
    for (const QString &request : {m_scene->id(u"serving"_s), m_scene->id(u"theirs"_s), m_scene->id(u"closed"_s), u"none"_s, QString()})
        for (const Who who : {Who::Neighbour, Who::Supervisor, Who::Elsewhere})
            say(who, frameOf(u"typing"_s, {{u"request"_s, request}, {u"on"_s, true}}), silence());
    QCOMPARE(agent.countOf(u"typing_shown"_s), 0);
    QCOMPARE(colleague.countOf(u"typing_shown"_s), 0);
}

void TestHostile::aFloodIsRefusedAndItsSenderServedLater()
{
    server::Limits limits = server::Limits::raised();
    limits.citizenMessagesPerSecond = 10;
    limits.burstSeconds = 2;
    HostileRoom room(limits);
    WireClient &flood = room.client(Who::Citizen);
    const CommandId id = WireClient::newCommandId();
    for (int i = 0; i < 200; ++i)
        flood.send(protocol::RequestWithdraw{id, RequestId(u"none"_s)});
    int limited = 0;
    for (int i = 0; i < 200; ++i) {
        const auto answer = flood.answerTo(id); // each is named in its refusal
        QVERIFY(!answer);
        limited += answer.error().code == ErrorCode::RateLimited ? 1 : 0;
        QVERIFY(answer.error().code == ErrorCode::RateLimited || answer.error().code == ErrorCode::NotFound);
    }
    QVERIFY2(limited >= 170, qPrintable(QString::number(limited)));
    QCOMPARE(room.faultOfService(), QString());
    const auto isServed = [&] { return flood.command(protocol::RequestWithdraw{{}, RequestId(u"none"_s)}).error().code == ErrorCode::NotFound; };
    QVERIFY(QTest::qWaitFor(isServed, 3'000));
}

void TestHostile::whatWasWrittenCanBeReadAgain()
{
    m_scene->restart();
    QCOMPARE(m_scene->faultOfService(), QString());
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
