// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace bangban;
using namespace Qt::StringLiterals;

/// What an administrator sets for all desks of a PC, and what a person chose instead.
class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void init();
    void withoutAnySettingTheServerIsThisMachine();
    void theAdministratorsAddressIsForEveryProfile();
    void aPersonsOwnAddressWinsInTheirProfileOnly();
    void anAddressThatWasOnlyConfirmedStillFollowsTheAdministrator();

private:
    void administratorSets(const QByteArray &address);
    [[nodiscard]] QString serverOf(const QString &profile) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSettings::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_DIRS", m_dir->path().toUtf8());
}

void TestSettings::administratorSets(const QByteArray &address)
{
    QFile file(m_dir->filePath(u"bangban-desk.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("[server]\naddress=" + address + '\n');
}

QString TestSettings::serverOf(const QString &profile) const
{
    QSettings settings = ui::deskSettings(m_dir->path(), profile);
    return ui::Preferences(settings).server();
}

void TestSettings::withoutAnySettingTheServerIsThisMachine()
{
    QCOMPARE(serverOf(u"default"_s), u"ws://127.0.0.1:8420/ws"_s);
}

void TestSettings::theAdministratorsAddressIsForEveryProfile()
{
    administratorSets("wss://desk.example/ws");
    QCOMPARE(serverOf(u"default"_s), u"wss://desk.example/ws"_s);
    QCOMPARE(serverOf(u"b"_s), u"wss://desk.example/ws"_s);
}

void TestSettings::aPersonsOwnAddressWinsInTheirProfileOnly()
{
    administratorSets("wss://desk.example/ws");
    {
        QSettings settings = ui::deskSettings(m_dir->path(), u"default"_s);
        ui::Preferences(settings).setServer(u"wss://other.example/ws"_s);
        QCOMPARE(settings.fileName(), m_dir->filePath(u"bangban-desk/default/desk.ini"_s));
    }
    QCOMPARE(serverOf(u"default"_s), u"wss://other.example/ws"_s);
    QCOMPARE(serverOf(u"b"_s), u"wss://desk.example/ws"_s);
}

void TestSettings::anAddressThatWasOnlyConfirmedStillFollowsTheAdministrator()
{
    administratorSets("wss://desk.example/ws");
    {
        QSettings settings = ui::deskSettings(m_dir->path(), u"default"_s);
        ui::Preferences(settings).setServer(u"wss://desk.example/ws"_s);
    }
    // Of another length: a file that QSettings has read before is read again if its size or its time differs.
    administratorSets("wss://moved.desk.example/ws");
    QCOMPARE(serverOf(u"default"_s), u"wss://moved.desk.example/ws"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
