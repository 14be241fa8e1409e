// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/sim/dice.h"
#include "tests/sim/planted.h"
#include "tests/sim/run.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

#include <malloc.h>
#include <sys/personality.h>
#include <unistd.h>

using namespace bangban;
using namespace bangban::sim;
using namespace Qt::StringLiterals;

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int kRuns = 200;
#else
constexpr int kRuns = 2000;
#endif

Q_DECLARE_METATYPE(Crash)
Q_DECLARE_METATYPE(Fault)

/// The real server, real desks and pages of the same rules in one process, on time, lines and disks that the test owns:
/// nothing lost, nothing doubled, no two owners, and every replica as the server has it, whatever broke (decision D-031).
class TestVirtualOffice : public QObject {
    Q_OBJECT

public:
    VirtualTime *time = nullptr;

private slots:
    void initTestCase()
    {
        seedEverything(0);
        QVERIFY(crypto::prepare());
        QLoggingCategory::setFilterRules(u"bangban.*=false"_s);
        m_disk = std::make_unique<MemoryDisk>();
        m_stage = std::make_unique<Stage>(*time, *m_disk);
    }
    void whateverBreaksAllAgreeInTheEnd();
    void theSameSeedIsTheSameRun();
    void itMayCrashAtAnyStepOfADisk_data();
    void itMayCrashAtAnyStepOfADisk();
    void aRecordThatWentBackIsFilledUp_data();
    void aRecordThatWentBackIsFilledUp();
    void aPlantedBugIsFound_data();
    void aPlantedBugIsFound();

private:
    std::unique_ptr<MemoryDisk> m_disk;
    std::unique_ptr<Stage> m_stage;
};

void TestVirtualOffice::whateverBreaksAllAgreeInTheEnd()
{
    const int runs = qEnvironmentVariableIntValue("BANGBAN_RUNS") > 0 ? qEnvironmentVariableIntValue("BANGBAN_RUNS") : kRuns;
    const quint32 first = quint32(qEnvironmentVariableIntValue("BANGBAN_SEED"));
    QStringList wrong;
    int acknowledged = 0;
    std::map<Fault, int> faults;
    std::vector<qint64> converged;
    QElapsedTimer took;
    took.start();
    const auto next = [&](int number) { return number < runs ? std::optional(Run(*m_stage, first + quint32(number))) : std::nullopt; };
    runAll(next, [&](quint32 seed, const Outcome &run) {
        if (!run.wrong.isEmpty())
            wrong.append(u"seed %1 (%2): "_s.arg(seed).arg(run.story.join(u", "_s)) + run.wrong.join(u'\n').left(2'000));
        if (!run.wrong.isEmpty())
            qInfo("%s", qPrintable(wrong.last()));
        acknowledged += run.acknowledged;
        for (auto it = run.faults.cbegin(); it != run.faults.cend(); ++it)
            faults[Fault(it.key())] += *it;
        converged.push_back(run.convergedAfterMs);
        return true;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    std::sort(converged.begin(), converged.end());
    int all = 0;
    for (const auto &[fault, count] : faults) {
        qInfo("%6d × %s", count, nameOf(fault));
        all += count;
    }
    const qint64 p99 = converged[converged.size() * 99 / 100];
    qInfo("%d runs in %.1f s: %d commands acknowledged, %d faults of %d kinds, all agree after %lld ms (p99)", runs,
          double(took.elapsed()) / 1e3, acknowledged, all, int(faults.size()), p99);
    QVERIFY(runs < 1'000 || p99 <= 10'000); // of fewer it is hardly more than the worst one
}

void TestVirtualOffice::theSameSeedIsTheSameRun()
{
    for (quint32 seed = 0; seed < 5; ++seed) {
        const Outcome one = Run(*m_stage, seed).wait(), other = Run(*m_stage, seed).wait();
        QCOMPARE(one.acknowledged, other.acknowledged);
        QCOMPARE(one.convergedAfterMs, other.convergedAfterMs);
        QCOMPARE(one.story, other.story);
    }
}

void TestVirtualOffice::itMayCrashAtAnyStepOfADisk_data()
{
    QTest::addColumn<bool>("isServer");
    QTest::addColumn<Crash>("how");
    QTest::newRow("desk killed") << false << Crash::Kill;
    QTest::newRow("desk's power cut") << false << Crash::PowerCut;
    QTest::newRow("server killed") << true << Crash::Kill;
    QTest::newRow("server's power cut") << true << Crash::PowerCut;
}

/// The same people, the same words, and one crash, before each write, sync and cut of the disk in turn. (The server's disk has
/// ten times as many; every seventh of them is tried.)
void TestVirtualOffice::itMayCrashAtAnyStepOfADisk()
{
    QFETCH(bool, isServer);
    QFETCH(Crash, how);
    const int stride = isServer ? 7 : 1;
    int crashes = 0;
    QStringList wrong;
    const auto next = [&](int number) {
        Planted planted;
        planted.isCalm = true;
        planted.onStart = [=, step = 1 + number * stride](World &world) {
            if (isServer)
                world.crashServerAtStep(step, how);
            else
                world.crashDeskAtStep(*world.desks().front(), step, how);
        };
        return std::optional(Run(*m_stage, 1, planted));
    };
    runAll(next, [&](quint32, const Outcome &run) {
        if (!run.wrong.isEmpty())
            wrong.append(u"step %1: "_s.arg(1 + crashes * stride) + run.wrong.join(u'\n').left(1'000));
        crashes += run.crashes;
        return run.crashes > 0; // else the run has no more steps
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 5).join(u'\n')));
    qInfo("%d crashes, each at another step", crashes);
    QVERIFY(crashes > 50);
}

void TestVirtualOffice::aRecordThatWentBackIsFilledUp_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("with the tool for it") << Fault::ServerRestored;
    QTest::newRow("by hand, and nobody says so") << Fault::ServerPutBack;
}

void TestVirtualOffice::aRecordThatWentBackIsFilledUp()
{
    QFETCH(Fault, fault);
    QStringList wrong;
    int back = 0;
    const auto next = [&](int number) {
        Planted planted;
        planted.onStart = [fault](World &world) { world.causeOften({fault}); };
        return number < 60 ? std::optional(Run(*m_stage, quint32(number), planted)) : std::nullopt;
    };
    runAll(next, [&](quint32 seed, const Outcome &run) {
        if (!run.wrong.isEmpty())
            wrong.append(u"seed %1 (%2): "_s.arg(seed).arg(run.story.join(u", "_s)) + run.wrong.join(u'\n').left(1'000));
        back += run.faults.value(int(fault));
        return true;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(back > 30);
}

void TestVirtualOffice::aPlantedBugIsFound_data()
{
    QTest::addColumn<std::size_t>("number");
    for (std::size_t i = 0; i < bugs().size(); ++i)
        QTest::newRow(bugs()[i].name) << i;
}

void TestVirtualOffice::aPlantedBugIsFound()
{
    QFETCH(std::size_t, number);
    // A bug shows in the runs in which it matters.
    constexpr quint32 kRuns = 60;
    for (quint32 seed = 0; seed < kRuns; ++seed) {
        const QStringList wrong = Run(*m_stage, seed, bugs()[number].plant()).wait().wrong;
        if (wrong.isEmpty())
            continue;
        qInfo("in run %u: %s", seed + 1, qPrintable(wrong.first().section(u'\n', 0, 0).left(150)));
        return;
    }
    QFAIL("nobody noticed");
}

int main(int argc, char **argv)
{
    // The same seed, the same addresses, the same order in every set of pointers.
    if (!(personality(0xffffffff) & ADDR_NO_RANDOMIZE) && personality(ADDR_NO_RANDOMIZE) != -1)
        execv("/proc/self/exe", argv);
    QHashSeed::setDeterministicGlobalSeed();
    mallopt(M_TRIM_THRESHOLD, 1 << 30); // what a run gave back is not given back to the system
    auto *time = new VirtualTime;
    QCoreApplication::setEventDispatcher(time);
    QCoreApplication app(argc, argv);
    TestVirtualOffice test;
    test.time = time;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_virtual_office.moc"
