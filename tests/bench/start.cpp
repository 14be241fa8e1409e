// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/setup/first_start.h"
#include "tests/bench/display.h"
#include "tests/support/wire_client.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QStandardPaths>

namespace bangban::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRows = 72; ///< waiting citizens, and rows of the bare table
constexpr int kRuns = 7;
constexpr auto kSettled = 3s; ///< after the last paint, before memory is read

double msSince(std::chrono::steady_clock::time_point from)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

/// Where the programs of one measurement live: no bus but their own, if they have one.
struct Home {
    QTemporaryDir folder;
    QString bus; ///< address of the session bus
    [[nodiscard]] QProcessEnvironment environment(QProcessEnvironment environment) const
    {
        environment.insert(u"XDG_DATA_HOME"_s, folder.path());
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        if (!bus.isEmpty()) {
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
            environment.insert(u"XDG_RUNTIME_DIR"_s, folder.path());
        }
        return environment;
    }
};

/// A session bus with an open, empty keyring on it, as after a person has logged in to the PC.
class Keyring {
public:
    [[nodiscard]] static bool isInstalled()
    {
        return !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()
            && !QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty();
    }
    explicit Keyring(Home &home)
    {
        startBound(m_bus, u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_bus.waitForReadyRead(20'000))
            qFatal("dbus-daemon: %s", qPrintable(m_bus.errorString()));
        home.bus = QString::fromLatin1(m_bus.readLine()).trimmed();
        m_keyring.setProcessEnvironment(home.environment(QProcessEnvironment::systemEnvironment()));
        startBound(m_keyring, u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--components=secrets"_s, u"--foreground"_s});
        m_keyring.write("bench");
        m_keyring.closeWriteChannel();
        QDBusConnection bus = QDBusConnection::connectToBus(home.bus, u"bench"_s);
        if (!runUntil([&] { return bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s); }, 20s))
            qFatal("gnome-keyring-daemon: %s", qPrintable(m_keyring.errorString()));
        QDBusConnection::disconnectFromBus(u"bench"_s);
    }
    ~Keyring()
    {
        for (QProcess *process : {&m_keyring, &m_bus}) {
            process->kill();
            process->waitForFinished();
        }
    }

private:
    QProcess m_bus;
    QProcess m_keyring;
};

/// One program alone on the display, from its start on.
class Program {
public:
    Program(const Display &display, const QString &name, const QStringList &words, const Home &home) : m_display(display)
    {
        QProcessEnvironment environment = home.environment(display.environment());
        environment.insert(u"QT_LOGGING_RULES"_s, u"bangban.start.debug=true"_s);
        m_process.setProcessEnvironment(environment);
        m_from = std::chrono::steady_clock::now();
        startBound(m_process, QCoreApplication::applicationDirPath() + u'/' + name, words);
        if (!runUntil([&] { return display.isPainted(); }, 20s, 1ms))
            fail("no window");
        firstWindow = msSince(m_from);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
        if (!runUntil([this] { return !m_display.isPainted(); }, 20s))
            qFatal("the window stays");
    }
    /// Waits until the waiting list is painted with everybody in it, by the desk's log; ms from the program's start.
    double waitForQueue()
    {
        const QByteArray words = "waiting list painted, " + QByteArray::number(kRows) + " rows";
        const auto isThere = [&] {
            m_log += m_process.readAllStandardError();
            return m_log.contains(words);
        };
        if (!runUntil(isThere, 20s, 1ms))
            fail(words);
        return msSince(m_from);
    }
    /// Works it by keys, as a person would.
    QByteArray xdotool(const QStringList &words)
    {
        QProcess tool;
        tool.setProcessEnvironment(m_display.environment());
        tool.start(u"xdotool"_s, words);
        if (!runUntil([&] { return tool.state() == QProcess::NotRunning; }, 20s, 1ms) || tool.exitCode() != 0)
            fail("xdotool " + words.join(u' ').toUtf8() + ": " + tool.readAllStandardError());
        return tool.readAllStandardOutput();
    }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    double firstWindow = 0;

private:
    [[noreturn]] void fail(const QByteArray &what)
    {
        qFatal("%s %s: %s: %s", qPrintable(m_process.program()), qPrintable(m_process.errorString()), what.constData(), m_log.constData());
    }
    const Display &m_display;
    std::chrono::steady_clock::time_point m_from;
    QProcess m_process;
    QByteArray m_log;
};

/// The medians of what the runs of one program gave.
class Runs {
public:
    void add(const QString &key, double value) { m_values[key].push_back(value); }
    [[nodiscard]] QJsonObject medians() const
    {
        QJsonObject object;
        for (const auto &[key, values] : m_values)
            object.insert(key, percentile(values, 0.5));
        return object;
    }

private:
    std::map<QString, std::vector<double>> m_values;
};

void rest(std::chrono::milliseconds time)
{
    runUntil([] { return false; }, time);
}

void runDesk(const Display &display, const QStringList &words, const Home &home, Runs &runs)
{
    Program desk(display, u"bangban-desk"_s, words, home);
    runs.add(u"first_window_ms"_s, desk.firstWindow);
    rest(1s); // the line to the server
    const QByteArray windows =
        desk.xdotool({u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--pid"_s, QString::number(desk.pid())});
    desk.xdotool({u"windowfocus"_s, u"--sync"_s, QString::fromLatin1(windows.trimmed().split('\n').constLast())});
    desk.xdotool({u"type"_s, u"--delay"_s, u"20"_s, QString(server::kDemoPassword)});
    rest(500ms);
    const auto from = std::chrono::steady_clock::now();
    desk.xdotool({u"key"_s, u"Return"_s});
    desk.waitForQueue();
    runs.add(u"queue_painted_ms"_s, msSince(from));
    rest(kSettled);
    runs.add(u"pss_mb"_s, pssMiB(desk.pid()));
}

void runBare(const Display &display, const Home &home, Runs &runs)
{
    const Program bare(display, u"bangban-bench-bare"_s, {QString::number(kRows)}, home);
    runs.add(u"first_window_ms"_s, bare.firstWindow);
    rest(kSettled);
    runs.add(u"pss_mb"_s, pssMiB(bare.pid()));
}

/// The session is in the keyring: from the program's start to the queue, without a password.
void runHeld(const Display &display, const QStringList &words, const Home &home, Runs &runs)
{
    Program desk(display, u"bangban-desk"_s, words, home);
    runs.add(u"first_queue_ms"_s, desk.waitForQueue());
}

} // namespace

Outcome start()
{
    const Display display;
    const ServerProcess server;
    std::vector<std::unique_ptr<tests::WireClient>> citizens;
    for (int i = 0; i < kRows; ++i) {
        citizens.push_back(std::make_unique<tests::WireClient>(server.url()));
        protocol::RequestAsk ask;
        ask.request = RequestId(tests::WireClient::newId());
        ask.item = ItemId(u"IT004"_s);
        ask.words.text = u"公司增资要准备什么"_s;
        if (citizens.back()->beCitizen().isEmpty() || !citizens.back()->command(ask))
            qFatal("start: a citizen cannot ask");
    }
    const QStringList words{u"--server"_s, server.url().toString(), u"--login"_s, u"sample001"_s};
    Home home;
    Home keyringHome;
    const auto keyring = Keyring::isInstalled() ? std::make_unique<Keyring>(keyringHome) : nullptr;
    Runs warm; // fills the replicas, the keyring and the caches: an ordinary morning, not the first of all
    runDesk(display, words, home, warm);
    runBare(display, home, warm);
    if (keyring)
        runDesk(display, words, keyringHome, warm);
    Runs desk;
    Runs bare;
    for (int i = 0; i < kRuns; ++i) {
        runDesk(display, words, home, desk);
        runBare(display, home, bare);
        if (keyring)
            runHeld(display, words, keyringHome, desk);
    }
    return {desk.medians(), bare.medians(), {}};
}

} // namespace bangban::bench
