// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/readers.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>
#include <QWebSocketServer>

namespace bangban::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kChanges = 2'000;      ///< of a throughput run
constexpr int kChangeBytes = 400;
constexpr auto kPace = 20ms;         ///< 50 changes a second for the latency run
constexpr int kPacedChanges = 250;

QJsonObject figuresOf(double seconds, qint64 expected, qint64 delivered, std::vector<double> latencies)
{
    return {{u"deliveries_per_s"_s, std::round(double(delivered) / seconds)},
            {u"p99_ms"_s, percentile(std::move(latencies), 0.99)},
            {u"lost"_s, expected - delivered},
            {u"connections"_s, kConnections}};
}

/// What each of the connections costs a process, in KB. \param bare  its PSS without them, in MiB
double kbEach(qint64 pid, double bare)
{
    return std::round((pssMiB(pid) - bare) * 1024 / kConnections * 10) / 10;
}

// ---- the product ---------------------------------------------------------------------------------------------------

QJsonObject measureProduct()
{
    ServerProcess server;
    Changer changer(server.url(), u"sample003"_s);
    Changer reader(server.url(), u"sample001"_s);
    if (!runUntil([&] { return !changer.token.isEmpty() && !reader.token.isEmpty(); }, 20s))
        qFatal("fanout: sign-in");
    Readers readers;
    const double bare = pssMiB(server.pid());
    int welcomed = 0;
    int subscribed = 0;
    std::vector<double> latencies;
    qint64 sentAt = 0;
    bool paced = false;
    const bool isOpen = readers.open(server.url(), [&](QWebSocket *socket) {
        QObject::connect(socket, &QWebSocket::binaryMessageReceived, socket, [&, socket](const QByteArray &bytes) {
            if (bytes.startsWith(R"({"t":"batch","scope":"DIST")")) {
                const qint64 changes = numberAfter(bytes, R"("through":)") - numberAfter(bytes, R"("from":)");
                // An empty batch only moves the cursor over what was not for this reader.
                if (bytes.endsWith(R"("changes":[]})"))
                    return;
                readers.delivered += changes;
                if (paced)
                    latencies.push_back(double(readers.clock.monotonic().count() - sentAt));
                return;
            }
            const auto frame = protocol::decode(bytes);
            if (!frame)
                return;
            if (frame->type == protocol::wireName<protocol::SignedIn>())
                ++welcomed;
            else if (frame->type == protocol::wireName<protocol::Snapshot>() && frame->body["last"_L1].toBool())
                ++subscribed;
        });
        socket->sendBinaryMessage(protocol::encode(protocol::Hello{u"bench"_s, domain::Role::Agent, reader.token, {}}));
    });
    if (!isOpen || !runUntil([&] { return welcomed == kConnections; }, 30s))
        qFatal("fanout: %d welcomed", welcomed);
    const double welcome = kbEach(server.pid(), bare);
    // All desks come back at once to a server that knows none of their cursors.
    for (const auto &socket : readers.sockets)
        socket->sendBinaryMessage(protocol::encode(protocol::Resume{}));
    if (!runUntil([&] { return subscribed == 2 * kConnections; }, 120s))
        qFatal("fanout: %d subscriptions", subscribed);
    const double filled = kbEach(server.pid(), bare);

    readers.delivered = 0;
    const auto begin = readers.clock.monotonic();
    int sent = 0;
    // A hundred on the way at any time, as from that many desks.
    const bool isThrough = runUntil(
        [&] {
            while (sent < kChanges && sent - changer.answered < 100) {
                changer.change(readers.clock);
                ++sent;
            }
            return readers.delivered >= qint64(kChanges) * kConnections;
        },
        120s);
    const double seconds = double((readers.clock.monotonic() - begin).count()) / 1000;
    const qint64 delivered = readers.delivered;
    if (!isThrough)
        qWarning("fanout: %lld of %lld", static_cast<long long>(delivered), static_cast<long long>(kChanges) * kConnections);

    paced = true;
    for (int i = 0; i < kPacedChanges; ++i) {
        const qint64 wanted = readers.delivered + kConnections;
        const auto next = readers.clock.monotonic() + kPace;
        sentAt = readers.clock.monotonic().count();
        changer.change(readers.clock);
        runUntil([&] { return readers.delivered >= wanted && readers.clock.monotonic() >= next; }, 5s);
    }
    QJsonObject figures = figuresOf(seconds, qint64(kChanges) * kConnections, delivered, std::move(latencies));
    figures.insert(u"connection_kb"_s, welcome);
    figures.insert(u"filled_desk_kb"_s, filled);
    return figures;
}

// ---- the reference: one message a change ---------------------------------------------------------------------------

/// Measures any server that sends each change of 400 bytes to everybody on the word "go N" (as fast as it can) or
/// "one". The same readers and the same loop as for the product.
QJsonObject measurePlain(const QUrl &url, qint64 pid)
{
    Readers readers;
    const double bare = pssMiB(pid);
    std::vector<double> latencies;
    qint64 sentAt = 0;
    bool paced = false;
    const bool isOpen = readers.open(url, [&](QWebSocket *socket) {
        QObject::connect(socket, &QWebSocket::binaryMessageReceived, socket, [&](const QByteArray &) {
            ++readers.delivered;
            if (paced)
                latencies.push_back(double(readers.clock.monotonic().count() - sentAt));
        });
    });
    if (!isOpen)
        qFatal("fanout: reference does not open");
    const double connection = kbEach(pid, bare);
    const auto begin = readers.clock.monotonic();
    readers.sockets.front()->sendBinaryMessage("go " + QByteArray::number(kChanges));
    runUntil([&] { return readers.delivered >= qint64(kChanges) * kConnections; }, 120s);
    const double seconds = double((readers.clock.monotonic() - begin).count()) / 1000;
    const qint64 delivered = readers.delivered;
    paced = true;
    for (int i = 0; i < kPacedChanges; ++i) {
        const qint64 wanted = readers.delivered + kConnections;
        const auto next = readers.clock.monotonic() + kPace;
        sentAt = readers.clock.monotonic().count();
        readers.sockets.front()->sendBinaryMessage("one");
        runUntil([&] { return readers.delivered >= wanted && readers.clock.monotonic() >= next; }, 5s);
    }
    QJsonObject figures = figuresOf(seconds, qint64(kChanges) * kConnections, delivered, std::move(latencies));
    figures.insert(u"connection_kb"_s, connection);
    return figures;
}

QJsonObject measureChild(const QString &program, const QStringList &arguments)
{
    QProcess child;
    child.setStandardErrorFile(QProcess::nullDevice());
    child.start(program, arguments);
    if (!child.waitForReadyRead(20'000))
        qFatal("fanout: %s does not start", qPrintable(program));
    const QUrl url(u"ws://127.0.0.1:"_s + QString::fromUtf8(child.readLine()).trimmed());
    const QJsonObject figures = measurePlain(url, child.processId());
    child.kill();
    child.waitForFinished();
    return figures;
}

} // namespace

Outcome fanout()
{
    Outcome outcome;
    outcome.figures = measureProduct();
    outcome.reference = measureChild(QCoreApplication::applicationFilePath(), {u"--plain-websocket-server"_s});
    const QString ws = QStringLiteral(BANGBAN_SOURCE_DIR "/tests/bench/ws_server.mjs");
    outcome.peers[u"ws"_s] = measureChild(u"node"_s, {ws});
    return outcome;
}

/// The reference's server half: a bare QWebSocketServer, one message a change to each connection.
int plainWebSocketServer()
{
    QWebSocketServer server(u"plain"_s, QWebSocketServer::NonSecureMode);
    server.setSupportedSubprotocols({QString(protocol::kSubprotocol)});
    server.setMaxPendingConnections(4096);
    if (!server.listen(QHostAddress::LocalHost, 0))
        return 1;
    QList<QWebSocket *> sockets;
    const QByteArray change(kChangeBytes, 'x');
    QTimer pump;
    int left = 0;
    QObject::connect(&pump, &QTimer::timeout, &server, [&] {
        for (QWebSocket *socket : std::as_const(sockets))
            socket->sendBinaryMessage(change);
        if (--left <= 0)
            pump.stop();
    });
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&] {
        while (QWebSocket *socket = server.nextPendingConnection()) {
            sockets.append(socket);
            QObject::connect(socket, &QWebSocket::binaryMessageReceived, &server, [&](const QByteArray &word) {
                left += word.startsWith("go ") ? word.mid(3).toInt() : 1;
                pump.start(0);
            });
        }
    });
    printf("%d\n", server.serverPort());
    fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace bangban::bench
