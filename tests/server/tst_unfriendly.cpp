// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"

#include <QDir>
#include <QTest>
#include <QtEndian>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace bangban;
using namespace bangban::tests;
using namespace std::chrono_literals;

namespace {

int openDescriptors() { return int(QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size()); }

server::Limits hasty()
{
    server::Limits limits = server::Limits::raised();
    limits.headWithin = 1s;
    limits.greetWithin = 1s;
    limits.dropAfter = 2s;
    return limits;
}

QByteArray binary(const QByteArray &text) { return RawFrame{2, text}.bytes(); }

/// Connected, with something said that is never finished; a bare descriptor, for thousands of them.
int halfHandshake(quint16 port, const QByteArray &said)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (descriptor < 0 || ::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("half handshake: %s", strerror(errno));
    if (!said.isEmpty() && ::send(descriptor, said.constData(), size_t(said.size()), MSG_NOSIGNAL) != said.size())
        qFatal("half handshake: %s", strerror(errno));
    return descriptor;
}

/// While it lives, this process may open so many files.
class FileLimit {
public:
    explicit FileLimit(rlim_t files)
    {
        if (getrlimit(RLIMIT_NOFILE, &m_before) != 0)
            qFatal("getrlimit: %s", strerror(errno));
        set(files);
    }
    ~FileLimit() { setrlimit(RLIMIT_NOFILE, &m_before); }
    void set(rlim_t files)
    {
        const rlimit wanted{files, m_before.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &wanted) != 0)
            qFatal("setrlimit: %s", strerror(errno));
    }

private:
    rlimit m_before{};
};

} // namespace

/// Sockets of people who mean no good, or of networks that are no good.
class TestUnfriendly : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }
    void aHeadThatComesByteByByteIsCutOff_data();
    void aHeadThatComesByteByByteIsCutOff();
    void aMessageThatComesByteByByteIsCutOff();
    void whoNeverSaysHelloIsCutOff();
    void fiveThousandHalfHandshakesDoNotKeepAnybodyOut();
    void aServerWithoutDescriptorsAcceptsAgainWhenThereAreSome();
    void whoNeverTakesTheAnswerIsCutOff();
    void whoIsToldToGoAndReadsNothingIsCutOff();
    void aReaderWhoNeverReadsCostsLittleAndNobodyElse();
};

void TestUnfriendly::aHeadThatComesByteByByteIsCutOff_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("page") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nCookie: ") + QByteArray(1000, 'a');
    QTest::newRow("upgrade") << RawClient::upgradeHead();
    QTest::newRow("a blank each time") << QByteArray(1000, ' ');
    QTest::newRow("line ends") << QByteArray("\r\n").repeated(1000);
}

void TestUnfriendly::aHeadThatComesByteByByteIsCutOff()
{
    QFETCH(QByteArray, head);
    Running server(hasty());
    RawClient slow(server.listener->port());
    slow.drip(head, 50);
    QVERIFY(slow.waitForClose(3'000));
    QVERIFY(!slow.received().startsWith("HTTP/1.1 101"));
    QCOMPARE(server.hub->connections(), 0);
}

void TestUnfriendly::aMessageThatComesByteByByteIsCutOff()
{
    Running server(hasty());
    RawClient stranger(server.listener->port());
    QVERIFY(stranger.upgrade());
    stranger.drip(RawFrame{2, QByteArray(1000, ' ')}.bytes(), 50);
    QVERIFY(stranger.waitForClose(4'000));
    RawClient citizen(server.listener->port());
    QVERIFY(citizen.upgrade());
    citizen.write(binary(R"({"t":"hello","client":"x","role":"citizen"})"));
    QVERIFY(citizen.waitFor("\"welcome\""));
    citizen.drip(RawFrame{2, QByteArray(1000, ' ')}.bytes(), 50);
    QVERIFY(citizen.waitForClose(5'000));
    QTRY_COMPARE(server.hub->connections(), 0);
}

void TestUnfriendly::whoNeverSaysHelloIsCutOff()
{
    Running server(hasty());
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 100; ++i) {
        silent.push_back(std::make_unique<RawClient>(server.listener->port()));
        QVERIFY(silent.back()->upgrade());
        silent.back()->write(RawFrame{9, "ping"}.bytes()); // a ping of the transport says nothing
    }
    QCOMPARE(server.hub->connections(), 100);
    QTRY_COMPARE_WITH_TIMEOUT(server.hub->connections(), 0, 5'000);
    for (const auto &client : silent)
        QVERIFY(client->waitForClose());
}

void TestUnfriendly::fiveThousandHalfHandshakesDoNotKeepAnybodyOut()
{
    constexpr int kMany = 5'000;
    FileLimit files(2 * kMany + 1'000);
    server::Limits limits = hasty();
    limits.headWithin = 3s;
    limits.dropAfter = 60s;
    Running server(limits);
    const int before = openDescriptors();
    const QByteArray beginnings[] = {"", "GET", "GET / HTTP/1.1\r\nHost: x\r\n", RawClient::upgradeHead().chopped(2),
                                     "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"};
    std::vector<int> halves;
    for (int i = 0; i < kMany; ++i) {
        halves.push_back(halfHandshake(server.listener->port(), beginnings[std::size_t(i) % std::size(beginnings)]));
        if (i % 500 == 499)
            QCoreApplication::processEvents(); // the server accepts: it lives in this thread
    }
    QTRY_VERIFY_WITH_TIMEOUT(openDescriptors() >= before + 2 * kMany, 2'000);
    QElapsedTimer time;
    time.start();
    WireClient good(server.url());
    QVERIFY(!good.beCitizen().isEmpty());
    QVERIFY2(time.elapsed() < 1'000, qPrintable(QString::number(time.elapsed())));
    // All of the server's ends go, though the other ends are still open.
    QTRY_VERIFY_WITH_TIMEOUT(openDescriptors() <= before + kMany + 2, 8'000);
    for (const int half : halves)
        ::close(half);
    good.send(protocol::Ping{1});
    QVERIFY(good.next<protocol::Pong>().serverTime != Instant());
}

void TestUnfriendly::aServerWithoutDescriptorsAcceptsAgainWhenThereAreSome()
{
    Running server(hasty());
    std::vector<int> halves;
    {
        // As many connections as there are free descriptors, less one: the server is left with none for its end.
        FileLimit files(rlim_t(openDescriptors() + 20));
        for (int i = 0; i < 15; ++i)
            halves.push_back(halfHandshake(server.listener->port(), "GET"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"accept: "_s));
        const auto isExhausted = [] { // the server has taken the rest
            const int probe = ::dup(0);
            return probe < 0 || ::close(probe) != 0;
        };
        QTRY_VERIFY(isExhausted());
    }
    for (const int half : halves)
        ::close(half);
    WireClient good(server.url());
    QVERIFY(!good.beCitizen().isEmpty());
}

void TestUnfriendly::whoNeverTakesTheAnswerIsCutOff()
{
    Running server(hasty());
    const int before = openDescriptors();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.listener->port()));
        clients.back()->stopReadingForGood();
        clients.back()->write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    QTRY_VERIFY_WITH_TIMEOUT(openDescriptors() <= before + 20, 4'000);
}

void TestUnfriendly::whoIsToldToGoAndReadsNothingIsCutOff()
{
    server::Limits limits = hasty();
    limits.maxUnsentBytes = 64 * 1024 * 1024; // so that it is not the unsent bytes that end it
    Running server(limits);
    RawClient deaf(server.listener->port());
    QVERIFY(deaf.upgrade());
    deaf.write(binary(R"({"t":"hello","client":"x","role":"citizen"})"));
    QVERIFY(deaf.waitFor("\"welcome\""));
    deaf.stopReadingForGood();
    // Snapshots of the catalogue until the system's buffers are full and the server's own are not empty.
    const auto isStuck = [&] {
        deaf.write(binary(R"({"t":"resume"})"));
        return server.hub->unsentBytes() > 100'000;
    };
    QVERIFY(QTest::qWaitFor(isStuck, 10'000));
    QCOMPARE(server.hub->connections(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(server.hub->connections(), 0, 6'000); // it says nothing more, is told to go, and stays
}

void TestUnfriendly::aReaderWhoNeverReadsCostsLittleAndNobodyElse()
{
    constexpr int kChanges = 1'000;
    server::Limits limits = server::Limits::raised();
    limits.maxUnsentBytes = 256 * 1024;
    Running server(limits);
    WireClient page(server.url());
    const QString token = page.beCitizen();
    page.takeSnapshots();
    const auto ask = question(u"我有很多话"_s);
    QVERIFY(page.command(ask));

    RawClient slow(server.listener->port()); // the same person's other window
    QVERIFY(slow.upgrade());
    slow.write(binary(R"({"t":"hello","client":"x","role":"citizen","token":")" + token.toLatin1() + "\"}"));
    QVERIFY(slow.waitFor("\"welcome\""));
    slow.stopReading();
    slow.write(binary(R"({"t":"resume"})"));

    qint64 most = 0;
    qsizetype heard = 0;
    for (int i = 0; i < kChanges; ++i) {
        protocol::MessageSend send;
        send.message = MessageId(WireClient::newId());
        send.request = ask.request;
        send.words.text = QString(5'000, u'办');
        QVERIFY(page.command(send));
        most = std::max(most, server.hub->unsentBytes());
    }
    while (heard < kChanges + 1) {
        const auto batch = page.next<protocol::Batch>();
        QVERIFY2(!batch.scope.isEmpty(), qPrintable(QString::number(heard)));
        heard += std::count_if(batch.changes.begin(), batch.changes.end(), [](const auto &change) { return change.entity == "message"_L1; });
    }
    QVERIFY2(most < limits.maxUnsentBytes + 2 * protocol::kMaxMessage, qPrintable(QString::number(most)));
    qInfo("at most %lld bytes unsent of %d", most, kChanges * 15'000);

    // When it reads again it gets the rest, in messages as long as the protocol allows.
    slow.readAgain();
    const QByteArray last = QByteArray::number(kChanges + 1);
    QVERIFY(slow.waitFor("\"seq\":" + last, 10'000));
    QVERIFY(server.hub->connections() == 2);
    qsizetype at = 0;
    qsizetype longest = 0;
    qsizetype message = 0; // Qt sends a long one in several frames
    const QByteArray &bytes = slow.received();
    while (at + 10 < bytes.size()) {
        quint64 length = uchar(bytes[at + 1]) & 0x7f;
        qsizetype head = 2;
        if (length == 126) {
            length = qFromBigEndian<quint16>(bytes.constData() + at + 2);
            head = 4;
        } else if (length == 127) {
            length = qFromBigEndian<quint64>(bytes.constData() + at + 2);
            head = 10;
        }
        message += qsizetype(length);
        longest = std::max(longest, message);
        if (bytes[at] & 0x80)
            message = 0;
        at += head + qsizetype(length);
    }
    QVERIFY2(longest <= protocol::kMaxMessage, qPrintable(QString::number(longest)));
}

QTEST_GUILESS_MAIN(TestUnfriendly)
#include "tst_unfriendly.moc"
