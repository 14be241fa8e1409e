// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/run.h"

#include <QDataStream>
#include <QFile>
#include <QThread>

#include <deque>

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bangban::sim {

using namespace Qt::StringLiterals;

namespace {

/// ThreadSanitizer still counts QTest's watchdog thread, which the child has not, and does not bear that another one is given
/// its stack: those of the child are of another size.
void useOtherStacks()
{
#ifdef __SANITIZE_THREAD__
    pthread_attr_t kind;
    pthread_attr_init(&kind);
    pthread_attr_setstacksize(&kind, 64 * 1024 * 1024);
    pthread_setattr_default_np(&kind);
    pthread_attr_destroy(&kind);
#endif
}

} // namespace

Run::Run(Stage &stage, quint32 seed, const Planted &planted) : m_seed(seed)
{
    int ends[2];
    if (pipe(ends) != 0)
        qFatal("pipe");
    const pid_t child = fork();
    if (child < 0)
        qFatal("fork");
    if (child == 0) {
        useOtherStacks();
        close(ends[0]);
        QFile out;
        if (!out.open(ends[1], QIODevice::WriteOnly))
            _exit(2);
        {
            World world(stage, seed, planted);
            const QStringList wrong = world.run();
            QMap<int, int> faults;
            for (const auto &[fault, count] : world.faults())
                faults.insert(int(fault), count);
            QDataStream told(&out);
            told << wrong << world.story() << faults << world.acknowledged() << world.crashes() << qint64(world.convergedAfter().count());
        }
        out.flush();
        _exit(0); // what is open belongs to the other one
    }
    close(ends[1]);
    m_from = ends[0];
    m_process = child;
}

Outcome Run::wait()
{
    QFile in;
    Outcome outcome;
    if (!in.open(m_from, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        qFatal("the other end");
    const QByteArray bytes = in.readAll();
    int status = 0;
    waitpid(m_process, &status, 0);
    if (status != 0) {
        outcome.wrong = {u"the run crashed: %1"_s.arg(status)};
        return outcome;
    }
    QDataStream stream(bytes);
    stream >> outcome.wrong >> outcome.story >> outcome.faults >> outcome.acknowledged >> outcome.crashes >> outcome.convergedAfterMs;
    if (stream.status() != QDataStream::Ok)
        outcome.wrong.append(u"the run did not tell how it ended"_s);
    return outcome;
}

void runAll(const std::function<std::optional<Run>(int number)> &next, const std::function<bool(quint32 seed, const Outcome &)> &each)
{
    const auto atOnce = std::size_t(std::max(1, QThread::idealThreadCount()));
    std::deque<Run> running;
    bool isOn = true;
    for (int number = 0; isOn || !running.empty(); ++number) {
        const auto run = isOn ? next(number) : std::nullopt;
        if (run)
            running.push_back(*run);
        isOn = run.has_value();
        if (running.empty() || (isOn && running.size() < atOnce))
            continue;
        Run first = running.front();
        running.pop_front();
        isOn = each(first.seed(), first.wait()) && isOn;
    }
}

} // namespace bangban::sim
