// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/crypto/secrets.h"
#include "server/net/hub.h"
#include "server/net/listener.h"
#include "server/setup/first_start.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTextStream>

#include <csignal>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace bangban;
using namespace Qt::StringLiterals;

namespace {

int explain(const Error &error)
{
    QTextStream(stderr) << "bangban-server: " << advice(error.code) << "\n  (" << bangban::wireName(error.code) << ": "
                        << error.detail << ")\n";
    return 1;
}

/// One line of JSON a message, for journald and anything that reads it.
void logAsJson(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *levels[] = {"debug", "warning", "critical", "fatal", "info"};
    const QJsonObject line{{u"at"_s, toIso(wallClockNow())},
                           {u"level"_s, QLatin1String(levels[type])},
                           {u"category"_s, QLatin1String(context.category ? context.category : "default")},
                           {u"message"_s, message}};
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    fwrite(text.constData(), 1, size_t(text.size()), stderr);
}

/// Desks by the thousand need more than the usual 1,024 files.
void raiseFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
            qCWarning(logServer, "the file limit stays at %lu", static_cast<unsigned long>(limit.rlim_cur));
    }
}

/// Ctrl+C and systemd's stop end the event loop like any other event.
void quitOnSignal(QCoreApplication &app)
{
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGTERM);
    sigprocmask(SIG_BLOCK, &wanted, nullptr);
    const int fd = signalfd(-1, &wanted, SFD_CLOEXEC);
    auto *notifier = new QSocketNotifier(fd, QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
}

Result<std::chrono::milliseconds> shiftFor(const QString &demoNow)
{
    if (demoNow.isEmpty())
        return std::chrono::milliseconds(0);
    const auto wanted = instantFromIso(demoNow);
    if (!wanted)
        return fail(ErrorCode::BadConfiguration, u"--demo-now "_s + demoNow);
    return *wanted - wallClockNow();
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The server of Bangban Desk: keeps the record, serves desks and the citizen's page."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"Folder of the database."_s, u"folder"_s,
         QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/bangban-server"_s},
        {u"master-key"_s, u"File of the key that opens the record; made at the first start. Keep a copy apart from the backups. "
                          "Default: master.key in the data folder."_s, u"file"_s},
        {u"database"_s, u"postgresql://user@host:port,host:port/database?option=value: the record lies there, and several servers "
                        "with the same master key may share it. The password may stand in ~/.pgpass. Default: a file in the data folder."_s, u"url"_s},
        {u"listen"_s, u"Address to listen on."_s, u"address"_s, u"127.0.0.1"_s},
        {u"port"_s, u"Port of page and WebSocket; 0 takes a free one."_s, u"port"_s, u"8420"_s},
        {u"tls-listen"_s, u"Address of the TLS port."_s, u"address"_s, u"0.0.0.0"_s},
        {u"tls-port"_s, u"Port of the same over TLS; needs --tls-cert and --tls-key."_s, u"port"_s},
        {u"tls-cert"_s, u"Certificate chain, PEM."_s, u"file"_s},
        {u"tls-key"_s, u"Private key, PEM."_s, u"file"_s},
        {u"demo"_s, u"A demonstration: two sample units are open day and night, sample accounts have a known password."_s},
        {u"demo-now"_s, u"With --demo: the time at which the server starts (ISO 8601 with offset)."_s, u"time"_s},
        {u"connections-per-address"_s, u"Most connections of one address; behind a proxy all come from the proxy's."_s, u"count"_s, u"500"_s},
        {u"new-citizens-per-minute"_s, u"Most pages of one address that come for the first time; behind a proxy that of all."_s, u"count"_s, u"30"_s},
        {u"raised-limits"_s, u"For load runs on the loopback address: limits per address and connection are raised."_s},
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"bangban-server"_s);
    QCoreApplication::setApplicationVersion(u"0.1.0"_s);
    qInstallMessageHandler(logAsJson);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    raiseFileLimit();
    quitOnSignal(app);
    if (const auto ready = crypto::prepare(); !ready)
        return explain(ready.error());

    const bool isDemo = parser.isSet(u"demo"_s);
    const auto shift = shiftFor(isDemo ? parser.value(u"demo-now"_s) : QString());
    if (!shift)
        return explain(shift.error());
    const SteadyClock clock(*shift);
    const QString folder = parser.value(u"data"_s);
    umask(S_IRWXG | S_IRWXO); // the record holds people's words and numbers
    if (!QDir().mkpath(folder))
        return explain({ErrorCode::BadConfiguration, u"--data "_s + folder});
    QLockFile lock(folder + u"/lock"_s);
    if (!lock.tryLock())
        return explain({ErrorCode::BadConfiguration, u"another server uses "_s + folder + u"; stop it or choose another --data"_s});

    server::Limits limits = parser.isSet(u"raised-limits"_s) ? server::Limits::raised() : server::Limits();
    if (!parser.isSet(u"raised-limits"_s)) {
        limits.connectionsPerAddress = parser.value(u"connections-per-address"_s).toInt();
        limits.newCitizensPerMinute = parser.value(u"new-citizens-per-minute"_s).toInt();
    }
    if (limits.connectionsPerAddress < 1 || limits.newCitizensPerMinute < 1)
        return explain({ErrorCode::BadConfiguration, u"--connections-per-address, --new-citizens-per-minute"_s});
    limits.staffFromThisMachineOnly = isDemo; // their passwords are printed
    server::Hub hub(clock, limits);
    const QString masterKey = parser.isSet(u"master-key"_s) ? parser.value(u"master-key"_s) : folder + u"/master.key"_s;
    const QString url = parser.isSet(u"database"_s) ? parser.value(u"database"_s) : QString(u"sqlite:"_s + folder + u"/bangban.db"_s);
    const auto started = hub.start({url, masterKey}, [&](server::Store &store) -> Result<void> {
        TRY(server::fillWithSample(store, clock.now()));
        TRY(server::bringUp(store, clock.now()));
        return isDemo ? server::prepareDemo(store, clock.now()) : Result<void>();
    });
    if (!started)
        return explain(started.error());

    server::Listener listener(hub, folder);
    const auto open = listener.listen(QHostAddress(parser.value(u"listen"_s)), quint16(parser.value(u"port"_s).toUInt()));
    if (!open)
        return explain(open.error());
    if (parser.isSet(u"tls-port"_s)) {
        const auto secure = listener.listenTls(QHostAddress(parser.value(u"tls-listen"_s)),
                                               quint16(parser.value(u"tls-port"_s).toUInt()), parser.value(u"tls-cert"_s),
                                               parser.value(u"tls-key"_s));
        if (!secure)
            return explain(secure.error());
    }
    QTextStream out(stdout);
    out << "listening http://" << parser.value(u"listen"_s) << ':' << listener.port() << "/\n";
    if (isDemo)
        for (const server::DemoAccount &account : server::demoAccounts())
            out << "account " << account.login << ' ' << server::kDemoPassword << ' ' << account.name << ' ' << account.what
                << '\n';
    out.flush();
    return app.exec();
}
