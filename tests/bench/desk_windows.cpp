// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The windows that the desk benches look at, each in a process of its own: "--window KIND" prints what it measured as
// one line of JSON. The desk's windows are the product's own, over the product's own feed or the tests' fake one.
#include "client/workstation.h"
#include "server/setup/first_start.h"
#include "tests/bench/bench.h"
#include "tests/support/fake_feed.h"
#include "ui/desk.h"
#include "ui/desk_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QJsonDocument>
#include <QSettings>
#include <QStandardItemModel>
#include <QTableView>
#include <QTextStream>
#include <QTimer>

#include <ctime>
#include <numeric>
#include <sys/resource.h>

namespace bangban::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRows = 10'000;
constexpr auto kWatched = 20s;

double threadCpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

double processCpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &t) { return double(t.tv_sec) * 1000 + double(t.tv_usec) / 1000; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// Times every paint event by the CPU time of its thread, and says when the first window was painted.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    std::vector<double> paints;
    std::function<void()> painted;
    bool notify(QObject *receiver, QEvent *event) override
    {
        const bool isPaint = event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest;
        if (!isPaint)
            return QApplication::notify(receiver, event);
        const double before = threadCpuMs();
        const bool done = QApplication::notify(receiver, event);
        // A window's update repaints all of its widgets in one go: that is what a person waits for.
        if (event->type() == QEvent::UpdateRequest) {
            paints.push_back(threadCpuMs() - before);
            if (painted)
                painted();
        }
        return done;
    }
};

void print(const QJsonObject &object)
{
    QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
}

/// A plain table with the same Chinese text; what Qt itself costs.
std::unique_ptr<QTableView> bareTable(QStandardItemModel &model, int rows)
{
    for (int row = 0; row < rows; ++row)
        model.appendRow({new QStandardItem(u"P1 企业法定代表人变更登记"_s), new QStandardItem(u"示例甲软件有限公司 %1"_s.arg(row)),
                         new QStandardItem(u"60"_s), new QStandardItem(u"网页"_s)});
    auto table = std::make_unique<QTableView>();
    table->setModel(&model);
    table->verticalHeader()->setDefaultSectionSize(36);
    table->resize(1366, 768);
    return table;
}

/// Watches the window for a while and gives share of a core and the slowest paints.
int watch(WatchedApplication &app, int rows)
{
    QTimer::singleShot(2000, &app, [&] { // the first seconds are those of building, not of running
        app.paints.clear();
        const double cpu = processCpuMs();
        QTimer::singleShot(kWatched, &app, [&app, cpu, rows] {
            if (qEnvironmentVariableIsSet("BANGBAN_BENCH_VERBOSE"))
                qInfo("%zu paints, mean %.2f ms", app.paints.size(),
                      std::accumulate(app.paints.begin(), app.paints.end(), 0.0) / double(app.paints.size()));
            print({{u"rows"_s, rows},
                   {u"cpu_percent"_s, (processCpuMs() - cpu) / std::chrono::milliseconds(kWatched).count() * 100},
                   {u"paint_p999_ms"_s, percentile(app.paints, 0.999)}});
            app.quit();
        });
    });
    return app.exec();
}

int bareQueue(WatchedApplication &app)
{
    QStandardItemModel model;
    const auto table = bareTable(model, kRows);
    table->show();
    QTimer second;
    int left = 60;
    QObject::connect(&second, &QTimer::timeout, &app, [&] {
        const int first = table->rowAt(0);
        --left;
        for (int row = first; row < first + 20; ++row)
            model.item(row, 2)->setText(QString::number(left));
    });
    second.start(1000);
    return watch(app, kRows);
}

/// The fake feed on a clock that runs; the tests' own stands still.
class RunningFeed final : public tests::FakeFeed {
public:
    [[nodiscard]] Instant serverNow() const override { return m_clock.now(); }

private:
    SteadyClock m_clock;
};

/// Due times as in a real morning: a fifth overdue, a fifth in their minute, the rest coming on over four minutes.
int deskQueue(WatchedApplication &app)
{
    RunningFeed feed;
    feed.setNow(feed.serverNow());
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
    ui::Theme::prepare(app);
    ui::DeskWindow window(feed, settings);
    window.resize(1366, 768);
    window.show();
    feed.setLine(client::LineState::Online);
    feed.signIn(feed.acceptedLogin, feed.acceptedPassword, domain::Presence::Busy);
    QTimer::singleShot(300, &app, [&] {
        feed.settle();
        for (int i = 0; i < kRows; ++i) {
            client::RequestRow row;
            row.id = RequestId(u"01a00000-0000-7000-8000-%1"_s.arg(i, 12, 10, QChar(u'0')));
            row.item = ItemId(u"IT003"_s);
            row.itemName = u"企业法定代表人变更登记"_s;
            row.enterprise.text = u"示例甲软件有限公司 %1"_s.arg(i);
            row.unit = row.servingNode = NodeId(u"D01"_s);
            row.priority = i % 3 == 0 ? 2 : 1;
            row.queuedAt = feed.serverNow() - 120s + std::chrono::milliseconds(i * 30LL);
            row.clockFrom = row.queuedAt;
            row.dueAt = row.queuedAt + 60s;
            feed.putRequest(row);
        }
    });
    return watch(app, kRows);
}

/// \param startedNs CLOCK_MONOTONIC when the process was asked for
double msSince(qint64 startedNs)
{
    return double(std::chrono::steady_clock::now().time_since_epoch().count() - startedNs) / 1e6;
}

int bareStart(WatchedApplication &app, qint64 startedNs)
{
    QStandardItemModel model;
    const auto table = bareTable(model, 72);
    double first = 0;
    app.painted = [&] { first = first > 0 ? first : msSince(startedNs); };
    table->show();
    QTimer::singleShot(3000, &app, [&] {
        print({{u"first_window_ms"_s, first}, {u"pss_mb"_s, pssMiB(QCoreApplication::applicationPid())}});
        app.quit();
    });
    return app.exec();
}

/// The desk from sign-in on: first window, then from the password to the painted queue out of the kept replica.
int deskStart(WatchedApplication &app, qint64 startedNs, const QUrl &server, const QString &folder)
{
    ui::Theme::prepare(app);
    const SteadyClock clock;
    QSettings settings(folder + u"/desk.ini"_s, QSettings::IniFormat);
    client::Workstation workstation({folder, {}}, clock, client::makeMemoryTokenStore());
    ui::DeskWindow window(workstation, settings);
    window.resize(1366, 768);
    double first = 0;
    double queue = 0;
    double asked = 0;
    bool isSignedIn = false;
    app.painted = [&] {
        first = first > 0 ? first : msSince(startedNs);
        if (isSignedIn && queue <= 0)
            queue = msSince(startedNs) - asked;
    };
    QObject::connect(&workstation, &client::Feed::lineChanged, &app, [&](const client::Line &line) {
        if (asked > 0 || line.state != client::LineState::Online || line.roundTripMs < 0)
            return;
        asked = msSince(startedNs);
        workstation.signIn(u"sample001"_s, QString(server::kDemoPassword), domain::Presence::Busy);
    });
    QObject::connect(&workstation, &client::Feed::itemsChanged, &app, [&] { isSignedIn = true; });
    window.show();
    workstation.connectTo(server);
    QTimer::singleShot(4000, &app, [&] {
        print({{u"first_window_ms"_s, first}, {u"pss_mb"_s, pssMiB(QCoreApplication::applicationPid())},
               {u"queue_painted_ms"_s, queue}});
        app.quit();
    });
    return app.exec();
}

} // namespace

/// \param words  KIND [STARTED_NS [URL FOLDER]]
int showWindow(int argc, char *argv[], const QStringList &words)
{
    WatchedApplication app(argc, argv);
    const QString kind = words.value(0);
    const qint64 started = words.value(1).toLongLong();
    if (kind == "bare-queue"_L1)
        return bareQueue(app);
    if (kind == "desk-queue"_L1)
        return deskQueue(app);
    if (kind == "bare-start"_L1)
        return bareStart(app, started);
    if (kind == "desk-start"_L1)
        return deskStart(app, started, QUrl(words.value(2)), words.value(3));
    return 2;
}

} // namespace bangban::bench
