// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/readers.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>

namespace bangban::bench {

namespace {

constexpr int kResuming = 2'000;
constexpr int kPaced = 500;
constexpr auto kPace = 20ms; ///< 50 changes a second

/// A cluster of PostgreSQL of its own, gone with this object.
class Cluster {
public:
    Cluster()
    {
        if (run(u"start"_s) != 0)
            qFatal("servers: no PostgreSQL");
    }
    ~Cluster() { run(u"stop"_s); }
    [[nodiscard]] QString url() const
    {
        QFile file(m_folder.filePath(u"cluster/url"_s));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("servers: %s", qPrintable(file.errorString()));
        return QString::fromUtf8(file.readAll()).trimmed() + u"/postgres"_s;
    }

private:
    int run(const QString &what) const
    {
        return QProcess::execute(QStringLiteral(BANGBAN_SOURCE_DIR "/tests/support/postgresql.sh"), {what, m_folder.filePath(u"cluster"_s)});
    }
    QTemporaryDir m_folder;
};

/// A desk that keeps its cursors, and hears of the district's changes.
struct Listener {
    std::unique_ptr<QWebSocket> socket;
    QByteArray catalogue, district;
    bool isIn = false;
    int snapshots = 0;
    qint64 heard = 0;
};

/// Desks of one account at one server.
class Office {
public:
    Office(int desks, QString token) : m_desks(std::size_t(desks)), m_token(std::move(token)) {}

    /// Opens all of them at once, with the cursors they have, and waits until each is told where it stands.
    bool comeIn(const QUrl &url, std::chrono::milliseconds limit)
    {
        for (Listener &desk : m_desks)
            dial(desk, url);
        return runUntil([&] { return count([](const Listener &desk) { return desk.isIn; }) == int(m_desks.size()); }, limit);
    }
    [[nodiscard]] int count(const std::function<bool(const Listener &)> &is) const
    {
        return int(std::count_if(m_desks.begin(), m_desks.end(), is));
    }
    [[nodiscard]] int snapshots() const
    {
        int all = 0;
        for (const Listener &desk : m_desks)
            all += desk.snapshots;
        return all;
    }
    void forget()
    {
        for (Listener &desk : m_desks)
            desk.snapshots = 0, desk.heard = 0;
    }
    std::function<void(qint64 changes)> onChanges;

private:
    void dial(Listener &desk, const QUrl &url)
    {
        desk.isIn = false;
        desk.heard = 0;
        desk.socket = std::make_unique<QWebSocket>();
        QWebSocket *socket = desk.socket.get();
        QObject::connect(socket, &QWebSocket::connected, socket, [this, socket] {
            socket->sendBinaryMessage(protocol::encode(protocol::Hello{u"bench"_s, domain::Role::Agent, m_token, {}}));
        });
        // A full listen backlog refuses: a desk tries again, as the real one does.
        QObject::connect(socket, &QWebSocket::disconnected, socket, [&desk, socket, url] {
            if (!desk.isIn)
                socket->open(url, handshake());
        });
        QObject::connect(socket, &QWebSocket::binaryMessageReceived, socket, [this, &desk](const QByteArray &bytes) { take(desk, bytes); });
        socket->open(url, handshake());
    }
    void take(Listener &desk, const QByteArray &bytes)
    {
        const bool isBatch = bytes.startsWith(R"({"t":"batch")");
        if (isBatch || bytes.startsWith(R"({"t":"snapshot","scope")")) {
            const QByteArray cursor = textAfter(bytes, R"("cursor":")");
            const bool isDistrict = textAfter(bytes, R"("scope":")") != "catalogue";
            desk.snapshots += !isBatch;
            if (!cursor.isEmpty())
                (isDistrict ? desk.district : desk.catalogue) = cursor;
            if (!isBatch)
                desk.isIn = !desk.district.isEmpty() && !desk.catalogue.isEmpty();
            if (!isBatch || !isDistrict || bytes.endsWith(R"("changes":[]})"))
                return;
            const qint64 changes = numberAfter(bytes, R"("through":)") - numberAfter(bytes, R"("from":)");
            desk.heard += changes;
            if (onChanges)
                onChanges(changes);
        } else if (bytes.contains(R"("t":"signed_in")")) {
            protocol::Resume resume;
            for (const QByteArray &cursor : {desk.catalogue, desk.district})
                if (!cursor.isEmpty())
                    resume.cursors.append(QString::fromLatin1(cursor));
            desk.isIn = resume.cursors.size() == 2; // goes on from there; what comes is told by changes
            desk.socket->sendBinaryMessage(protocol::encode(resume));
        }
    }
    std::vector<Listener> m_desks;
    QString m_token;
};

} // namespace

/// Two servers, one PostgreSQL, a thousand desks on each; somebody at the first changes something fifty times a second.
Outcome servers()
{
    const Cluster cluster;
    const QString key = QTemporaryDir().path() + u".key"_s;
    const QStringList shared{u"--database"_s, cluster.url(), u"--master-key"_s, key};
    ServerProcess first(shared), second(shared);
    Changer changer(first.url(), u"sample003"_s), reader(first.url(), u"sample001"_s);
    if (!runUntil([&] { return !changer.token.isEmpty() && !reader.token.isEmpty(); }, 30s))
        qFatal("servers: sign-in");
    Office here(kConnections, reader.token), there(kConnections, reader.token);
    if (!here.comeIn(first.url(), 120s) || !there.comeIn(second.url(), 120s))
        qFatal("servers: not everybody came in");
    const SteadyClock clock;
    qint64 sentAt = 0, told = 0;
    std::vector<double> own, across;
    here.onChanges = [&](qint64 changes) { told += changes, own.push_back(double(clock.monotonic().count() - sentAt)); };
    there.onChanges = [&](qint64 changes) { told += changes, across.push_back(double(clock.monotonic().count() - sentAt)); };
    qint64 wanted = 0;
    for (int i = 0; i < kPaced; ++i) {
        wanted += 2 * kConnections;
        const auto next = clock.monotonic() + kPace;
        sentAt = clock.monotonic().count();
        changer.change(clock);
        runUntil([&] { return told >= wanted && clock.monotonic() >= next; }, 5s);
    }
    QFile::remove(key);
    Outcome outcome;
    const auto figures = [](std::vector<double> latencies, qint64 lost) {
        return QJsonObject{{u"p50_ms"_s, percentile(latencies, 0.5)}, {u"p99_ms"_s, percentile(latencies, 0.99)}, {u"lost"_s, lost},
                           {u"connections"_s, kConnections}};
    };
    outcome.figures = figures(std::move(across), wanted - told);
    outcome.reference = figures(std::move(own), 0); // the desks of the server that wrote it
    return outcome;
}

/// Two hundred desks hear of fifty changes a second, in turns without and with somebody beside them who does not read.
Outcome slowReader()
{
    constexpr int kDesks = 200, kTurns = 6, kChanges = 150;
    ServerProcess server;
    Changer changer(server.url(), u"sample003"_s), reader(server.url(), u"sample001"_s);
    if (!runUntil([&] { return !changer.token.isEmpty() && !reader.token.isEmpty(); }, 20s))
        qFatal("slow-reader: sign-in");
    Office office(kDesks, reader.token);
    if (!office.comeIn(server.url(), 60s))
        qFatal("slow-reader: not everybody came in");
    const SteadyClock clock;
    using std::chrono::steady_clock;
    steady_clock::time_point sentAt;
    qint64 told = 0, wanted = 0;
    std::vector<double> latencies;
    office.onChanges = [&](qint64 changes) {
        told += changes;
        latencies.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - sentAt).count());
    };
    const auto turn = [&] {
        latencies.clear();
        wanted = told;
        for (int i = 0; i < kChanges; ++i) {
            wanted += kDesks;
            const auto next = steady_clock::now() + kPace;
            sentAt = steady_clock::now();
            changer.change(clock);
            runUntil([&] { return told >= wanted && steady_clock::now() >= next; }, 5s);
        }
        return percentile(latencies, 0.99);
    };
    std::vector<double> alone, beside;
    qint64 lost = 0;
    turn(); // warm
    for (int i = 0; i < kTurns; ++i) {
        alone.push_back(turn());
        QProcess slow;
        startBound(slow, QCoreApplication::applicationFilePath(), {u"--slow-reader"_s, server.url().toString(), reader.token});
        if (!slow.waitForReadyRead(20'000))
            qFatal("slow-reader: it does not come in");
        beside.push_back(turn());
        lost += wanted - told;
        slow.kill();
        slow.waitForFinished();
    }
    Outcome outcome;
    outcome.figures = {{u"p99_ms"_s, percentile(beside, 0.5)}, {u"lost"_s, lost}, {u"connections"_s, kDesks}};
    outcome.reference = {{u"p99_ms"_s, percentile(alone, 0.5)}, {u"connections"_s, kDesks}};
    return outcome;
}

/// The other process of slowReader(): comes in, says so, and stands still.
int standStill(const QUrl &url, const QString &token)
{
    Office office(1, token);
    if (!office.comeIn(url, 20s))
        return 1;
    std::fputs("in\n", stdout);
    std::fflush(stdout);
    return std::raise(SIGSTOP);
}

/// Two thousand desks come back to a server that was killed and started again.
Outcome resume()
{
    ServerProcess server;
    Changer reader(server.url(), u"sample001"_s);
    if (!runUntil([&] { return !reader.token.isEmpty(); }, 20s))
        qFatal("resume: sign-in");
    Office office(kResuming, reader.token);
    if (!office.comeIn(server.url(), 180s))
        qFatal("resume: not everybody came in");
    if (office.snapshots() < 2 * kResuming)
        qFatal("resume: %d snapshots", office.snapshots());
    office.forget();
    const SteadyClock clock;
    server.killAndStartAgain();
    const auto begin = clock.monotonic();
    Changer changer(server.url(), u"sample003"_s);
    const bool isBack = office.comeIn(server.url(), 60s);
    // Back is who hears of what happens.
    runUntil([&] { return !changer.token.isEmpty(); }, 20s);
    const int snapshots = office.snapshots();
    office.forget();
    changer.change(clock);
    const auto hears = [](const Listener &desk) { return desk.heard > 0; };
    runUntil([&] { return office.count(hears) == kResuming; }, 60s);
    const double seconds = double((clock.monotonic() - begin).count()) / 1000;
    Outcome outcome;
    outcome.figures = {{u"desks"_s, kResuming}, {u"seconds"_s, seconds}, {u"snapshots"_s, snapshots},
                       {u"lost"_s, isBack ? kResuming - office.count(hears) : kResuming}};
    return outcome;
}

} // namespace bangban::bench
