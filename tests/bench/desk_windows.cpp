// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The windows that the desk benches look at, each in a process of its own: "--window KIND" prints what it measured as
// one line of JSON. The desk's window is the product's own, over the tests' fake feed.
#include "tests/bench/bare_table.h"
#include "tests/bench/bench.h"
#include "tests/support/fake_feed.h"
#include "ui/desk.h"
#include "ui/desk_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QJsonDocument>
#include <QSettings>
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
constexpr auto kBuilding = 2s; ///< the first seconds are those of building, not of running
constexpr auto kWatched = 20s;
constexpr auto kRedWatched = 8s; ///< of the ten in which a clock shows tenths

double processCpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &t) { return double(t.tv_sec) * 1000 + double(t.tv_usec) / 1000; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// Times every paint event by the CPU time of its thread.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    std::vector<double> paints;
    bool notify(QObject *receiver, QEvent *event) override
    {
        const bool isPaint = event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest;
        if (!isPaint)
            return QApplication::notify(receiver, event);
        const double before = threadCpuMs();
        const bool done = QApplication::notify(receiver, event);
        // A window's update repaints all of its widgets in one go: that is what a person waits for.
        if (event->type() == QEvent::UpdateRequest)
            paints.push_back(threadCpuMs() - before);
        return done;
    }
};

void print(const QJsonObject &object)
{
    QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
}

/// Watches the window for a while and gives share of a core and the slowest paints.
int watch(WatchedApplication &app, std::chrono::milliseconds watched)
{
    QTimer::singleShot(kBuilding, &app, [&app, watched] {
        app.paints.clear();
        const double cpu = processCpuMs();
        QTimer::singleShot(watched, &app, [&app, cpu, watched] {
            if (qEnvironmentVariableIsSet("BANGBAN_BENCH_VERBOSE"))
                qInfo("%zu paints, mean %.2f ms", app.paints.size(),
                      std::accumulate(app.paints.begin(), app.paints.end(), 0.0) / double(app.paints.size()));
            print({{u"rows"_s, kRows},
                   {u"cpu_percent"_s, (processCpuMs() - cpu) / double(watched.count()) * 100},
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
    return watch(app, kWatched);
}

/// The fake feed on a clock that runs; the tests' own stands still.
class RunningFeed final : public tests::FakeFeed {
public:
    [[nodiscard]] Instant serverNow() const override { return m_clock.now(); }

private:
    SteadyClock m_clock;
};

/// \param firstDue  of the first row, from now on; the others follow every 30 ms, over five minutes
int deskQueue(WatchedApplication &app, std::chrono::milliseconds firstDue, std::chrono::milliseconds watched)
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
    feed.signIn({feed.acceptedLogin, {feed.acceptedPassword}, domain::Presence::Busy});
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
            row.dueAt = feed.serverNow() + firstDue + std::chrono::milliseconds(i * 30LL);
            row.clockFrom = row.queuedAt = *row.dueAt - 60s;
            feed.putRequest(row);
        }
    });
    return watch(app, watched);
}

} // namespace

/// \param words  KIND
int showWindow(int argc, char *argv[], const QStringList &words)
{
    WatchedApplication app(argc, argv);
    const QString kind = words.value(0);
    if (kind == "bare-queue"_L1)
        return bareQueue(app);
    // As in a real morning: a fifth overdue, a fifth in their minute, the rest coming on over four minutes.
    if (kind == "desk-queue"_L1)
        return deskQueue(app, -60s, kWatched);
    // All rows in sight are in their last ten seconds while they are watched.
    if (kind == "desk-queue-red"_L1)
        return deskQueue(app, kBuilding + 9s, kRedWatched);
    return 2;
}

} // namespace bangban::bench
