// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <ctime>
#include <sys/prctl.h>

namespace bangban::bench {

using namespace Qt::StringLiterals;

ServerProcess::ServerProcess(const QStringList &more, const std::function<void(const QString &)> &prepare) : m_more(more)
{
    if (prepare)
        prepare(m_folder.path());
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    start(u"0"_s);
}

void ServerProcess::killAndStartAgain()
{
    m_process.kill();
    m_process.waitForFinished(10'000);
    start(QString::number(m_url.port()));
}

void ServerProcess::start(const QString &port)
{
    startBound(m_process, QCoreApplication::applicationDirPath() + u"/bangban-server"_s,
               QStringList{u"--data"_s, m_folder.path(), u"--port"_s, port, u"--demo"_s, u"--raised-limits"_s} + m_more);
    static const QRegularExpression address(u"http://([0-9.:]+)/"_s);
    QByteArray said;
    while (m_process.waitForReadyRead(20'000)) {
        said += m_process.readAllStandardOutput();
        if (const auto match = address.match(QString::fromUtf8(said)); match.hasMatch()) {
            m_url = QUrl(u"ws://"_s + match.captured(1) + u"/ws"_s);
            return;
        }
    }
    qFatal("bangban-server did not start: %s", qPrintable(m_process.errorString()));
}

ServerProcess::~ServerProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
}

void startBound(QProcess &process, const QString &program, const QStringList &words)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(program, words);
}

double threadCpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = std::size_t(std::ceil(share * double(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

double pssMiB(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression pss(u"\\nPss:\\s+(\\d+) kB"_s);
    return pss.match(QString::fromUtf8(file.readAll())).captured(1).toDouble() / 1024;
}

bool runUntil(const std::function<bool()> &done, std::chrono::milliseconds limit,
              std::chrono::milliseconds step)
{
    const SteadyClock clock;
    const auto end = clock.monotonic() + limit;
    QTimer wake; // QCoreApplication::processEvents with a time never waits: it would spin on one of the two cores
    wake.start(step);
    QEventLoop loop;
    while (!done()) {
        if (clock.monotonic() > end)
            return false;
        loop.processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace bangban::bench
