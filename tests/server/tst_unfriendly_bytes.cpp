// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"

#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using namespace std::chrono_literals;

namespace {

constexpr auto kCutOff = ""; ///< instead of a status line: closed without a word

QByteArray upgradeWith(const QByteArray &before, const QByteArray &after) { return RawClient::upgradeHead().replace(before, after); }

QByteArray get(const QByteArray &target, const QByteArray &more = {}) { return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n"; }

} // namespace

/// Bytes that are no request of HTTP and frames that break RFC 6455: an answer or the end, and the next is served.
class TestUnfriendlyBytes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void requestsThatAreNone_data();
    void requestsThatAreNone();
    void framesAgainstTheRules_data();
    void framesAgainstTheRules();

private:
    [[nodiscard]] bool servesOthers()
    {
        WireClient good(m_server->url());
        return !good.beCitizen().isEmpty();
    }

    std::unique_ptr<Running> m_server;
};

void TestUnfriendlyBytes::initTestCase()
{
    QVERIFY(crypto::prepare());
    server::Limits limits = server::Limits::raised();
    limits.headWithin = 500ms;
    m_server = std::make_unique<Running>(limits);
}

void TestUnfriendlyBytes::requestsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &status) { QTest::newRow(name) << bytes << status; };
    row("a line", "hello\r\n\r\n", "400");
    row("line ends alone", "\r\n\r\n\r\n", "400");
    row("zeros", QByteArray(100, '\0') + "\r\n\r\n", "400");
    row("every byte", [] { QByteArray all; for (int i = 0; i < 256; ++i) all += char(i); return all; }() + "\r\n\r\n", "400");
    row("TLS on the plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), kCutOff);
    row("no end of the head", QByteArray("GET / HTTP/1.1\r\n") + QByteArray(server::kMaxHead, 'a'), kCutOff);
    row("a head of a megabyte", get("/", "Cookie: " + QByteArray(1024 * 1024, 'a') + "\r\n"), kCutOff);
    row("ten thousand headers", get("/", QByteArray("A: b\r\n").repeated(10'000)), kCutOff);
    row("a target of sixteen thousand", get('/' + QByteArray(16'000, 'a')), "404");
    row("HTTP/0.9", "GET /\r\n\r\n", "400");
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400");
    row("HTTP/1.0", "GET /health HTTP/1.0\r\n\r\n", "200");
    row("a version of words", "GET / HTTP/one\r\n\r\n", "400");
    row("a method in lower case", "get / HTTP/1.1\r\nHost: x\r\n\r\n", "405");
    row("POST", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", "405");
    row("CONNECT", "CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", "405");
    row("TRACE", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", "405");
    row("DELETE", "DELETE /index.html HTTP/1.1\r\nHost: x\r\n\r\n", "405");
    row("a negative length", get("/", "Content-Length: -1\r\n"), "400");
    row("a length beyond all", get("/", "Content-Length: 99999999999999999999\r\n"), "400");
    row("two lengths", get("/", "Content-Length: 1\r\nContent-Length: 2\r\n"), "400");
    row("a length and chunks", get("/", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), "400");
    row("a folded header", get("/health", "A: b\r\n c\r\n"), "200");
    row("a header without a colon", get("/", "nonsense\r\n"), "400");
    row("a header with NUL", get("/", QByteArray("A: a\0b\r\n", 8)), "400");
    row("two requests in one", get("/health") + get("/health"), "200");
    row("up and away", get("/../../../../etc/passwd"), "404");
    row("up, in per cents", get("/%2e%2e/%2e%2e/etc/passwd"), "404");
    row("up, twice in per cents", get("/%252e%252e/etc/passwd"), "404");
    row("up, with backslashes", get("/..%5c..%5cetc%5cpasswd"), "404");
    row("two slashes", get("//etc/passwd"), "404");
    row("NUL in the target", get("/index.html%00.css"), "404");
    row("no UTF-8 in the target", get("/%ff%fe"), "404");
    row("a broken per cent", get("/%zz%"), "404");
    row("the program's own resources", get("/:/resources/sample-data/staff.json"), "404");
    row("another server's address", "GET http://example.org/ HTTP/1.1\r\nHost: x\r\n\r\n", "404");
    row("an asterisk", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", "404");
    row("the page with a question", get("/help?item=%3Cscript%3E"), "200");
    row("the WebSocket's place without an upgrade", get("/ws"), "404");
    row("an upgrade elsewhere", upgradeWith("GET /ws ", "GET /health "), "200");
    row("an upgrade by POST", upgradeWith("GET ", "POST "), "405");
    row("an upgrade without a key", upgradeWith("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", ""), kCutOff);
    row("an upgrade of another version", upgradeWith("Version: 13", "Version: 8"), "400");
    row("an upgrade without the subprotocol", upgradeWith("bangban.v1", "other.v1"), "101");
    row("an upgrade from another site", upgradeWith("\r\n\r\n", "\r\nOrigin: https://evil.example\r\n\r\n"), kCutOff);
    row("an upgrade from nowhere", upgradeWith("\r\n\r\n", "\r\nOrigin: null\r\n\r\n"), kCutOff);
    row("an upgrade from a longer name", upgradeWith("\r\n\r\n", "\r\nOrigin: http://127.0.0.1.evil.example\r\n\r\n"), kCutOff);
    row("an upgrade to something else", upgradeWith("Upgrade: websocket", "Upgrade: h2c"), "404");
}

void TestUnfriendlyBytes::requestsThatAreNone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    RawClient client(m_server->listener->port());
    client.write(bytes);
    QVERIFY2(client.waitForClose(3'000), "it is not closed");
    QCOMPARE(client.received().left(client.received().indexOf('\r')).mid(9, 3), status);
    QVERIFY(!client.received().contains("root:") && !client.received().contains("sample001"));
    QCOMPARE(m_server->hub->connections(), 0);
    QVERIFY(servesOthers());
    QTRY_COMPARE(m_server->hub->connections(), 0);
}

void TestUnfriendlyBytes::framesAgainstTheRules_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("closeCode"); // 0: served all the same
    const auto row = [](const char *name, const QByteArray &bytes, int closeCode) { QTest::newRow(name) << bytes << closeCode; };
    const QByteArray hello = R"({"t":"hello","client":"x","role":"citizen"})";
    const auto frame = [](int opcode, const QByteArray &payload) {
        RawFrame made;
        made.opcode = opcode;
        made.payload = payload;
        return made;
    };
    const auto with = [](RawFrame made, auto &&change) {
        change(made);
        return made.bytes();
    };
    row("as it should be", frame(2, hello).bytes(), 0);
    // The mask is there for the sake of caches on the way; Qt does not ask for it, and nothing here depends on it.
    row("without a mask", with(frame(2, hello), [](RawFrame &f) { f.masked = false; }), 0);
    for (const int bit : {1, 2, 4})
        row(qPrintable(u"reserved bit %1"_s.arg(bit)), with(frame(2, hello), [bit](RawFrame &f) { f.reserved = bit; }), 1002);
    for (const int opcode : {3, 7, 11, 15})
        row(qPrintable(u"opcode %1"_s.arg(opcode)), frame(opcode, hello).bytes(), 1002);
    row("a ping in pieces", with(frame(9, "x"), [](RawFrame &f) { f.last = false; }), 1002);
    row("a close in pieces", with(frame(8, "\x03\xe8"), [](RawFrame &f) { f.last = false; }), 1002);
    row("a ping too long", frame(9, QByteArray(126, 'x')).bytes(), 1002);
    row("the second piece first", frame(0, hello).bytes(), 1002);
    row("a message amid another", with(frame(2, hello.left(5)), [](RawFrame &f) { f.last = false; }) + frame(2, hello).bytes(), 1002);
    row("a length of eight bytes for a few", with(frame(2, hello), [](RawFrame &f) { f.lengthBytes = 8; }), 1002);
    row("a length of two bytes for a few", with(frame(2, hello), [](RawFrame &f) { f.lengthBytes = 2; }), 1002);
    row("a length beyond all", with(frame(2, hello), [](RawFrame &f) { f.saidLength = std::numeric_limits<qint64>::max(); }), 1009);
    row("one byte more than a message", with(frame(2, hello), [](RawFrame &f) { f.saidLength = protocol::kMaxMessage + 1; }), 1009);
    row("a close of one byte", frame(8, "x").bytes(), 1002);
    row("a close with a code that is none", frame(8, QByteArray("\x00\x01", 2)).bytes(), 1002);
    row("a close with a reason that is no text", frame(8, "\x03\xe8\xff\xff").bytes(), 1007);
    row("a text that is none", frame(1, "\xff\xff").bytes(), 1007);
    row("noise", QByteArray("\xde\xad\xbe\xef", 4).repeated(100), 1002);
    row("pongs that nobody asked for", frame(10, "x").bytes().repeated(1'000) + frame(2, hello).bytes(), 0);
    row("a thousand pings", frame(9, "x").bytes().repeated(1'000) + frame(2, hello).bytes(), 0);
    QByteArray letters;
    for (qsizetype i = 0; i < hello.size(); ++i)
        letters += with(frame(i == 0 ? 2 : 0, hello.mid(i, 1)), [&](RawFrame &f) { f.last = i + 1 == hello.size(); });
    row("letter by letter", letters, 0);
    row("pieces without an end", with(frame(2, {}), [](RawFrame &f) { f.last = false; })
            + with(frame(0, QByteArray(1'000, ' ')), [](RawFrame &f) { f.last = false; }).repeated(1'100), 1009);
    row("empty pieces without an end", with(frame(2, {}), [](RawFrame &f) { f.last = false; })
            + with(frame(0, {}), [](RawFrame &f) { f.last = false; }).repeated(100'000) + frame(0, hello).bytes(), 0);
}

void TestUnfriendlyBytes::framesAgainstTheRules()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, closeCode);
    RawClient client(m_server->listener->port());
    QVERIFY(client.upgrade());
    client.forget();
    client.write(bytes);
    if (closeCode == 0) {
        QVERIFY(client.waitFor("\"welcome\""));
    } else {
        QVERIFY2(client.waitForClose(3'000), "it is not closed");
        QVERIFY(!client.received().contains("\"welcome\""));
        // The last frame says why: 0x88, length, code.
        const qsizetype close = client.received().lastIndexOf('\x88');
        QVERIFY2(close >= 0, client.received().toHex().constData());
        QCOMPARE(int(uchar(client.received()[close + 2])) << 8 | uchar(client.received()[close + 3]), closeCode);
    }
    QVERIFY(servesOthers());
}

QTEST_GUILESS_MAIN(TestUnfriendlyBytes)
#include "tst_unfriendly_bytes.moc"
