// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/server/hostile_rows.h"

#include <QTest>

using namespace bangban;
using namespace bangban::tests;

/// What is said stands in the right form, and must not be done: it comes too early, too late, twice, or from the wrong person.
class TestHostileStory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingOfThisIsDone_data();
    void nothingOfThisIsDone();
    void whatWasWrittenCanBeReadAgain();

private:
    std::unique_ptr<HostileScene> m_scene;
};

void TestHostileStory::initTestCase()
{
    QVERIFY(crypto::prepare());
    m_scene = std::make_unique<HostileScene>();
}

void TestHostileStory::nothingOfThisIsDone_data()
{
    QTest::addColumn<int>("row");
    int number = 0;
    for (const HostileRow &row : hostileRows()) {
        QTest::addRow("%d by %d: %s", number, int(row.who), row.message) << number;
        ++number;
    }
}

void TestHostileStory::nothingOfThisIsDone()
{
    QFETCH(int, row);
    const HostileRow &said = hostileRows()[std::size_t(row)];
    const QJsonObject body = QJsonDocument::fromJson(m_scene->filled(QString::fromUtf8(said.message)).toUtf8()).object();
    QVERIFY2(!body.isEmpty(), "the row itself is no JSON");
    const QString detail = said.detail ? m_scene->filled(QString::fromUtf8(said.detail)) : QString();
    const QByteArray frame = frameOf(body["t"_L1].toString(), body);
    const QString fault = m_scene->faultOf(said.who, frame, refused(QString::fromLatin1(said.code), detail));
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QCOMPARE(m_scene->faultOfService(), QString());
}

void TestHostileStory::whatWasWrittenCanBeReadAgain()
{
    m_scene->restart();
    QCOMPARE(m_scene->faultOfService(), QString());
}

QTEST_GUILESS_MAIN(TestHostileStory)
#include "tst_hostile_story.moc"
