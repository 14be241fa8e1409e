// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/load_run.h"
#include "tests/load/office_process.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QTextStream>

#include <sys/resource.h>

using namespace bangban;
using namespace Qt::StringLiterals;

namespace {

/// The agents whose office is open day and night in a demonstration.
constexpr QLatin1String kLogins{"sample001,sample002,sample003,sample017,sample018,sample019,sample020,sample021,sample022"};

int explain(const QString &why)
{
    QTextStream(stderr) << "bangban-load: " << why << '\n';
    return 2;
}

void raiseFileLimit()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0)
        qWarning("the file limit stays as it is");
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Plays desks and citizens against a server on this machine and checks that every message arrives once and in order."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"url"_s, u"A running server, ws://127.0.0.1:PORT/ws; only the loopback address."_s, u"url"_s},
        {u"server"_s, u"Or: the server program, started with sample data in a temporary folder."_s, u"program"_s},
        {u"seed"_s, u"What the players choose follows from it."_s, u"number"_s, u"1"_s},
        {u"desks"_s, u"How many desks."_s, u"count"_s, u"4"_s},
        {u"citizens"_s, u"How many citizens; each asks once."_s, u"count"_s, u"40"_s},
        {u"rate"_s, u"Questions a second."_s, u"rate"_s, u"2"_s},
        {u"think"_s, u"Mean time to read and type, in milliseconds."_s, u"ms"_s, u"600"_s},
        {u"seconds"_s, u"After that nothing more is said."_s, u"seconds"_s, u"300"_s},
        {u"conversations"_s, u"The conversations to play."_s, u"file"_s,
         QStringLiteral(BANGBAN_SOURCE_DIR "/tests/data/conversations.json")},
        {u"logins"_s, u"Accounts of the desks, with commas; shared when there are more desks."_s, u"names"_s, QString(kLogins)},
        {u"password"_s, u"Password of all of them."_s, u"text"_s, u"demo-demo"_s},
        {u"json"_s, u"Where the report goes; - is standard output."_s, u"file"_s, u"-"_s},
    });
}

Result<load::RunOptions> optionsFrom(const QCommandLineParser &parser)
{
    load::RunOptions options;
    bool isSeed = false, isRate = false;
    options.seed = parser.value(u"seed"_s).toULongLong(&isSeed);
    options.asksPerSecond = parser.value(u"rate"_s).toDouble(&isRate);
    const auto number = [&](const QString &name, int &value) {
        bool isNumber = false;
        value = parser.value(name).toInt(&isNumber);
        return isNumber && value > 0;
    };
    options.logins = parser.value(u"logins"_s).split(u',', Qt::SkipEmptyParts);
    options.password = parser.value(u"password"_s);
    const bool isGood = isSeed && isRate && options.asksPerSecond > 0 && number(u"desks"_s, options.desks)
        && number(u"citizens"_s, options.citizens) && number(u"think"_s, options.thinkMs)
        && number(u"seconds"_s, options.seconds) && !options.logins.isEmpty();
    if (!isGood)
        return fail(ErrorCode::BadConfiguration, u"numbers must be above zero, see --help"_s);
    if (parser.isSet(u"url"_s) == parser.isSet(u"server"_s))
        return fail(ErrorCode::BadConfiguration, u"give either --url or --server"_s);
    options.url = QUrl(parser.value(u"url"_s));
    const bool isHere = options.url.host() == "localhost"_L1 || QHostAddress(options.url.host()).isLoopback();
    if (parser.isSet(u"url"_s) && (options.url.scheme() != "ws"_L1 || !isHere))
        return fail(ErrorCode::BadConfiguration, u"--url: only ws:// on the loopback address"_s);
    return options;
}

bool writeReport(const QString &path, const QJsonObject &report)
{
    const QByteArray text = QJsonDocument(report).toJson(QJsonDocument::Indented);
    if (path == "-"_L1) {
        QTextStream(stdout) << QString::fromUtf8(text);
        return true;
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

} // namespace

/// Ends with 0 if at least one question was answered, everybody came back to compare, and nothing was lost, doubled or
/// reordered; 1 if not so; 2 if the play could not be played.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"bangban-load"_s);
    QLoggingCategory::setFilterRules(u"*.info=false"_s);
    raiseFileLimit();
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    auto options = optionsFrom(parser);
    if (!options)
        return explain(options.error().detail);
    const auto scripts = load::readScripts(parser.value(u"conversations"_s));
    if (!scripts)
        return explain(u"cannot play "_s + scripts.error().detail);
    load::OfficeProcess office;
    if (parser.isSet(u"server"_s)) {
        const auto url = office.start(parser.value(u"server"_s));
        if (!url)
            return explain(url.error().detail);
        options->url = *url;
    }
    const SteadyClock clock;
    load::LoadRun run(clock, *options, *scripts);
    QString why;
    QObject::connect(&run, &load::LoadRun::finished, &app, &QCoreApplication::quit);
    const auto giveUp = [&](const QString &reason) {
        why = reason;
        QCoreApplication::quit();
    };
    QObject::connect(&run, &load::LoadRun::failed, &app, giveUp);
    QObject::connect(&office, &load::OfficeProcess::gone, &app, giveUp);
    QTimer::singleShot(0, &run, &load::LoadRun::start);
    QCoreApplication::exec();
    if (!why.isEmpty())
        return explain(why);
    if (!writeReport(parser.value(u"json"_s), run.report()))
        return explain(u"cannot write "_s + parser.value(u"json"_s));
    const QStringList faults = run.ledger().faults();
    for (const QString &fault : faults)
        QTextStream(stderr) << fault << '\n';
    return run.holds() ? 0 : 1;
}
