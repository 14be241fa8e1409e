// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/workstation.h"
#include "server/setup/first_start.h"
#include "server/store/knowledge.h"
#include "tests/bench/display.h"
#include "tests/bench/made_up_base.h"
#include "ui/desk.h"
#include "ui/desk_window.h"
#include "ui/knowledge_panel.h"
#include "ui/service_page.h"
#include "ui/side_panel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSettings>
#include <QTextStream>
#include <QThread>

/// The real desk before the real server: how long a city's knowledge base takes to come to a fresh one, and how long a key takes until
/// its suggestions are painted.
namespace bangban::bench {

using namespace std::chrono_literals;

namespace {

constexpr int kTyped = 60; ///< questions, key by key

/// Times what the thread of the screen computes, event by event.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    double longestMs = 0;
    bool hasPainted = false;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread()) // the knowledge base's own events
            return QApplication::notify(receiver, event);
        const bool isOutermost = !std::exchange(m_isInside, true);
        const double begun = threadCpuMs();
        const bool isUpdate = event->type() == QEvent::UpdateRequest;
        const bool done = QApplication::notify(receiver, event);
        if (isOutermost) {
            longestMs = std::max(longestMs, threadCpuMs() - begun);
            m_isInside = false;
        }
        hasPainted = hasPainted || isUpdate;
        return done;
    }

private:
    bool m_isInside = false;
};

/// No session is remembered.
class NoTokens final : public client::TokenStore {
public:
    void load(const QString &, QObject *, std::function<void(client::SavedSession)> done) override { done({}); }
    void save(const QString &, const client::SavedSession &) override {}
    void erase(const QString &) override {}
};

/// Fills the record with the sample office and the made-up entries, in force.
void fill(const QString &folder, const Base &base)
{
    const auto must = [](const auto &done) {
        if (!done)
            qFatal("kb-desk: %s", qPrintable(done.error().detail));
    };
    const SteadyClock clock;
    auto store = server::Store::open({u"sqlite:"_s + folder + u"/bangban.db"_s, folder + u"/master.key"_s});
    must(store);
    must(server::fillWithSample(**store, clock.now()));
    server::Knowledge knowledge(**store);
    for (const search::Entry &entry : base.entries) {
        protocol::EntryRow row;
        row.id = EntryId(entry.id);
        row.state = domain::EntryState::Approved;
        row.unit = NodeId(u"D01"_s);
        row.title = entry.title;
        row.plain = entry.text.left(120);
        row.official = entry.text;
        row.from = u"2022-01-01"_s;
        must(knowledge.put(row));
    }
    must((*store)->commit(clock.now()));
}

QJsonObject windowFigures(const Display &display, const ServerProcess &server, const QString &profile, const QString &until)
{
    QProcess window;
    window.setProcessEnvironment(display.environment());
    window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    startBound(window, QCoreApplication::applicationFilePath(), {u"--window"_s, u"knowledge"_s, server.url().toString(), profile, until});
    if (!window.waitForFinished(240'000) || window.exitStatus() != QProcess::NormalExit || window.exitCode() != 0)
        qFatal("the window ended with %d: %s", window.exitCode(), qPrintable(window.errorString()));
    return QJsonDocument::fromJson(window.readAllStandardOutput()).object();
}

} // namespace

/// \param words  knowledge URL PROFILE [percent at which the process kills itself]
int knowledgeWindow(int argc, char *argv[], const QStringList &words)
{
    TimedApplication app(argc, argv);
    const int fatal = words.value(3).toInt();
    const SteadyClock clock;
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
    settings.setValue("server/address"_L1, words.value(1));
    settings.setValue("look/language"_L1, u"zh_CN"_s);
    ui::Theme::prepare(app);
    client::Workstation station({words.value(2), {}}, clock, std::make_unique<NoTokens>());
    client::KnowledgeState state;
    int firstPercent = -1;
    QObject::connect(&station, &client::Feed::knowledgeChanged, &app, [&](const client::KnowledgeState &now) {
        state = now;
        if (qEnvironmentVariableIsSet("BANGBAN_BENCH_VERBOSE"))
            qInfo("%lld ms: %lld entries, %d %%", qint64(clock.monotonic().count()), now.entries, now.percent);
        if (firstPercent < 0 && now.percent > 0)
            firstPercent = now.percent;
        if (fatal > 0 && now.percent >= fatal)
            ::_exit(0); // as kill -9: nothing is closed
    });
    client::Line line;
    QObject::connect(&station, &client::Feed::lineChanged, &app, [&](const client::Line &now) { line = now; });
    ui::DeskWindow window(station, settings);
    window.resize(1366, 768);
    window.show();
    station.connectTo(QUrl(words.value(1)));
    if (!runUntil([&] { return line.state == client::LineState::Online; }, 10s))
        qFatal("no line");
    const auto begun = clock.monotonic();
    station.signIn({u"sample001"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
    app.longestMs = 0;
    if (!runUntil([&] { return state.percent == 100 && state.entries > 0; }, 200s, 5ms))
        qFatal("the knowledge base did not come: %d %%, %lld", state.percent, state.entries);
    const double seconds = double((clock.monotonic() - begun).count()) / 1e3;
    QJsonObject figures{{u"entries"_s, state.entries}, {u"come_s"_s, seconds}, {u"begins_at_percent"_s, firstPercent},
                        {u"ui_busy_while_coming_max_ms"_s, app.longestMs}};

    window.service()->goToKnowledge();
    auto *panel = window.findChild<ui::KnowledgePanel *>();
    QLineEdit *field = panel->field();
    const Base base(1'000, kTyped); // other words than the entries' own would do; these are as long
    runUntil([] { return false; }, 500ms);
    std::vector<double> painted, busy, longest;
    bool isFound = false;
    QObject::connect(&station, &client::Feed::entriesFound, &app, [&] { isFound = true; }, Qt::QueuedConnection);
    for (const auto &question : base.questions) {
        field->clear();
        runUntil([] { return false; }, 30ms);
        for (const QChar key : question.first) {
            isFound = app.hasPainted = false;
            app.longestMs = 0;
            const double cpu = threadCpuMs();
            const auto at = std::chrono::steady_clock::now();
            QInputMethodEvent typed;
            typed.setCommitString(QString(key));
            QCoreApplication::sendEvent(field, &typed);
            if (!runUntil([&] { return isFound; }, 5s, 1'000ms))
                qFatal("no suggestions");
            app.hasPainted = false;
            panel->update(); // the list may be the same; it is painted all the same
            runUntil([&] { return app.hasPainted; }, 5s, 1'000ms);
            painted.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - at).count());
            busy.push_back(threadCpuMs() - cpu);
            longest.push_back(app.longestMs);
        }
    }
    figures.insert(u"keys"_s, int(painted.size()));
    figures.insert(u"key_to_painted_p50_ms"_s, percentile(painted, 0.5));
    figures.insert(u"key_to_painted_p95_ms"_s, percentile(painted, 0.95));
    figures.insert(u"ui_cpu_of_key_p95_ms"_s, percentile(busy, 0.95));
    figures.insert(u"ui_busy_p99_ms"_s, percentile(longest, 0.99));
    figures.insert(u"ui_busy_max_ms"_s, percentile(longest, 1));
    QTextStream(stdout) << QJsonDocument(figures).toJson(QJsonDocument::Compact) << '\n';
    return 0;
}

Outcome kbDesk()
{
    const Display display;
    Outcome outcome;
    {
        const ServerProcess server({}, [](const QString &folder) { fill(folder, Base()); });
        QTemporaryDir fresh, cut;
        outcome.figures = windowFigures(display, server, fresh.path(), {});
        windowFigures(display, server, cut.path(), u"50"_s); // killed half-way
        const QJsonObject again = windowFigures(display, server, cut.path(), {});
        outcome.figures.insert(u"resumed_at_percent"_s, again["begins_at_percent"_L1]);
        outcome.figures.insert(u"resumed_come_s"_s, again["come_s"_L1]);
    }
    const ServerProcess small; // the same window with the sample's few entries
    QTemporaryDir profile;
    outcome.reference = windowFigures(display, small, profile.path(), {});
    return outcome;
}

} // namespace bangban::bench
