// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_program.h"
#include "tests/support/running_server.h"
#include "tests/support/writing_citizen.h"

#include <QElapsedTimer>
#include <QTest>

using namespace bangban;
using namespace bangban::tests;

namespace {

bool cluster(const QStringList &words)
{
    return runProgram(QStringLiteral(BANGBAN_SOURCE_DIR "/tests/support/postgresql.sh"), words) == 0;
}

QString wordsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace

/// What was acknowledged stands when the database goes: it comes back, or its standby takes over (architecture §2, 13).
class TestFailover : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_primary = m_folder.filePath(u"primary"_s);
    QString m_standby = m_folder.filePath(u"standby"_s);

    /// Writes at both servers until everybody has `more` further acknowledgements.
    static QString writeOn(std::vector<std::unique_ptr<WritingCitizen>> &people, qsizetype more)
    {
        QList<qsizetype> wanted;
        for (const auto &person : people)
            wanted.append(person->acknowledged.size() + more);
        QElapsedTimer waited;
        waited.start();
        for (bool isDone = false; !isDone;) {
            isDone = true;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
            for (std::size_t i = 0; i < people.size(); ++i) {
                if (const QString refused = people[i]->look(); !refused.isEmpty())
                    return refused;
                isDone = isDone && people[i]->acknowledged.size() >= wanted[qsizetype(i)];
            }
            if (waited.elapsed() > 40'000)
                return u"no answer for 40 s"_s;
        }
        return {};
    }

    static void eachOnce(const std::vector<std::unique_ptr<WritingCitizen>> &people, const QString &url)
    {
        const auto database = sql::Database::open(url);
        QVERIFY(database);
        for (const auto &person : people) {
            for (const MessageId &message : std::as_const(person->acknowledged)) {
                const auto found = (*database)->run(u"SELECT COUNT(*) FROM message WHERE id = ?"_s, {message.value});
                QVERIFY(found && (*found)->next());
                QCOMPARE((*found)->value(0).toInt(), 1);
            }
            const auto gaps = (*database)->run(u"SELECT MAX(seq) - COUNT(*) FROM message WHERE request = ?"_s, {person->request.value});
            QVERIFY(gaps && (*gaps)->next());
            QCOMPARE((*gaps)->value(0).toInt(), 0);
        }
    }

private slots:
    void init() { QVERIFY(cluster({u"start"_s, m_primary})); }
    void cleanup() { QVERIFY(cluster({u"stop"_s, m_primary}) && cluster({u"stop"_s, m_standby})); }

    void aDatabaseThatFallsAndComesBackLosesNothing()
    {
        const server::RecordPlace place{wordsOf(m_primary + u"/url"_s) + u"/postgres"_s, m_folder.filePath(u"one.key"_s)};
        Running a(place), b(place);
        std::vector<std::unique_ptr<WritingCitizen>> people;
        for (int i = 0; i < 8; ++i)
            people.push_back(std::make_unique<WritingCitizen>((i % 2 ? a : b).url()));
        QCOMPARE(writeOn(people, 10), QString());
        for (int round = 0; round < 3; ++round) {
            QVERIFY(cluster({u"crash"_s, m_primary}));
            QVERIFY(cluster({u"restart"_s, m_primary}));
            QCOMPARE(writeOn(people, 10), QString());
        }
        eachOnce(people, place.url);
    }

    void aStandbyThatTakesOverHasEveryAcknowledgedWord()
    {
        QVERIFY(cluster({u"standby"_s, m_standby, m_primary}));
        const QString hosts = wordsOf(m_primary + u"/url"_s) + u','
            + wordsOf(m_standby + u"/url"_s).section(u'@', 1);
        const server::RecordPlace place{hosts + u"/postgres?target_session_attrs=read-write"_s, m_folder.filePath(u"two.key"_s)};
        Running a(place), b(place);
        std::vector<std::unique_ptr<WritingCitizen>> people;
        for (int i = 0; i < 8; ++i)
            people.push_back(std::make_unique<WritingCitizen>((i % 2 ? a : b).url()));
        QCOMPARE(writeOn(people, 20), QString());
        QVERIFY(cluster({u"crash"_s, m_primary}));
        QVERIFY(cluster({u"promote"_s, m_standby}));
        QCOMPARE(writeOn(people, 20), QString());
        eachOnce(people, wordsOf(m_standby + u"/url"_s) + u"/postgres"_s);
    }
};

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
