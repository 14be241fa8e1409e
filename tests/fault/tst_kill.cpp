// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/crypto/secrets.h"
#include "server/store/store.h"
#include "tests/fault/power_cut.h"
#include "tests/fault/server_victim.h"
#include "tests/support/writing_citizen.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPeople = 8;
constexpr qint64 kReadyWithinMs = 2'000;
constexpr int kOldRows = 1'000'000;

int roundsWanted() { return qEnvironmentVariableIsSet("BANGBAN_KILLS") ? qEnvironmentVariableIntValue("BANGBAN_KILLS") : 10; }

} // namespace

/// kill -9 at random instants: what was acknowledged stands once, in order, and the record is whole.
class TestKill : public QObject {
    Q_OBJECT

    /// Its writes are remembered until they are synced.
    static void watchWrites(Victim &server, const QString &folder, const QString &journal)
    {
        server.preload(QStringLiteral(BANGBAN_UNSYNCED));
        server.setEnvironment(u"BANGBAN_CUT_FOLDER"_s, folder);
        server.setEnvironment(u"BANGBAN_CUT_JOURNAL"_s, journal);
    }

    /// \param cutsPower  beside the kill, what was not synced may be gone
    static void killAgainAndAgain(bool cutsPower)
    {
        QVERIFY(crypto::prepare());
        QTemporaryDir folder, journal;
        const quint32 seed = qEnvironmentVariableIsSet("BANGBAN_SEED") ? quint32(qEnvironmentVariableIntValue("BANGBAN_SEED"))
                                                                       : QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        // Only some instants lie between a write and its sync.
        const int rounds = cutsPower ? 3 * roundsWanted() : roundsWanted();
        qInfo("seed %u, %d %s", seed, rounds, cutsPower ? "power cuts" : "kills");
        Victim server(folder.path());
        if (cutsPower)
            watchWrites(server, folder.path(), journal.path());
        QVERIFY(server.start() >= 0);
        std::vector<std::unique_ptr<WritingCitizen>> people;
        for (int i = 0; i < kPeople; ++i)
            people.push_back(std::make_unique<WritingCitizen>(server.url()));
        const auto acknowledged = [&] {
            qsizetype all = 0;
            for (const auto &person : people)
                all += person->acknowledged.size();
            return all;
        };
        const auto look = [&] {
            for (const auto &person : people)
                if (const QString refused = person->look(); !refused.isEmpty())
                    return refused;
            return QString();
        };
        qint64 slowest = 0;
        int unsynced = 0;
        for (int round = 0; round < rounds; ++round) {
            const qsizetype wanted = acknowledged() + 1 + random.bounded(60);
            bool isTime = false;
            QTimer moment; // somewhere in the middle of whatever is being done
            moment.setSingleShot(true);
            QObject::connect(&moment, &QTimer::timeout, &moment, [&] { isTime = true; });
            QString refused;
            QVERIFY2(QTest::qWaitFor([&] {
                refused = look();
                if (acknowledged() >= wanted && !moment.isActive() && !isTime)
                    moment.start(random.bounded(cutsPower ? 4 : 15));
                return isTime || !refused.isEmpty();
            }, 30'000), qPrintable(u"round %1: nothing more is acknowledged"_s.arg(round)));
            QCOMPARE(refused, QString());
            QVERIFY(server.kill());
            if (cutsPower)
                unsynced += cutPower(folder.path(), journal.path(), random);
            const qint64 ready = server.start();
            QVERIFY(ready >= 0);
            slowest = std::max(slowest, ready);
            for (const auto &person : people)
                person->comeBack(server.url());
        }
        QVERIFY(server.stop());
        qInfo("%lld acknowledged, slowest start %lld ms, %d writes were not synced", qlonglong(acknowledged()), qlonglong(slowest), unsynced);
        QVERIFY(slowest <= kReadyWithinMs);
        QVERIFY(!cutsPower || unsynced > 0 || rounds < 300); // few cuts may all fall where everything is synced

        const auto store = server::Store::open({u"sqlite:"_s + folder.filePath(u"bangban.db"_s), folder.filePath(u"master.key"_s)});
        QVERIFY(store);
        const auto value = [&](const QString &text, const QVariantList &values = {}) {
            const auto query = (*store)->database().run(text, values);
            return query && (*query)->next() ? (*query)->value(0).toString() : u"no answer"_s;
        };
        QCOMPARE(value(u"PRAGMA integrity_check"_s), u"ok"_s);
        QCOMPARE((*store)->firstBadAuditRow().value(), QString());
        for (const auto &person : people) {
            QString last;
            const auto talk = (*store)->messagesOf(person->request);
            QVERIFY(talk);
            QStringList said;
            int seq = 0;
            for (const auto &message : *talk) {
                QCOMPARE(message.seq, ++seq); // no gap, none twice
                if (message.sender == domain::Sender::Citizen)
                    said.append(message.id.value);
            }
            qsizetype at = 0;
            for (const MessageId &id : std::as_const(person->acknowledged)) {
                at = said.indexOf(id.value, at);
                QVERIFY2(at >= 0, "an acknowledged message is lost or out of order");
                QCOMPARE(said.count(id.value), 1);
            }
        }
    }

private slots:
    void whatWasAcknowledgedSurvivesAKill() { killAgainAndAgain(false); }
    void whatWasAcknowledgedSurvivesAPowerCut() { killAgainAndAgain(true); }

    void aLongLogDoesNotDelayTheStart()
    {
        QTemporaryDir folder;
        Victim server(folder.path());
        QVERIFY(server.start() >= 0);
        QVERIFY(server.stop());
        {
            const auto database = sql::Database::open(u"sqlite:"_s + folder.filePath(u"bangban.db"_s));
            QVERIFY(database);
            const auto filled = (*database)->run(
                u"INSERT INTO change_log SELECT 'OLD', n, '', 'request', 'r' || n, '{}', '{}', zeroblob(400), zeroblob(32), ?, '' FROM "
                "(WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < ?) SELECT n FROM count)"_s,
                {toMs(wallClockNow()), kOldRows});
            QVERIFY2(filled, filled ? "" : qPrintable(filled.error().detail));
        }
        QVERIFY(server.start() >= 0);
        QVERIFY(server.kill()); // with a log to be read again
        const qint64 ready = server.start();
        qInfo("ready after %lld ms with %d log rows", qlonglong(ready), kOldRows);
        QVERIFY(ready >= 0 && ready <= kReadyWithinMs);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
