// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace bangban::bench {

using namespace Qt::StringLiterals;

namespace {

/// An X server of its own: what a window costs is asked of the platform that offices have.
class Display {
public:
    Display()
    {
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1366x768x24"_s, u"-nolisten"_s, u"tcp"_s});
        if (!m_server.waitForReadyRead(20'000))
            qFatal("Xvfb does not start");
        m_name = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    }
    ~Display()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    [[nodiscard]] QString name() const { return m_name; }

private:
    QProcess m_server;
    QString m_name;
};

QJsonObject windowFigures(const Display &display, const QString &kind, const QStringList &more = {})
{
    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, display.name());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    window.setProcessEnvironment(environment);
    window.setStandardErrorFile(QProcess::nullDevice());
    const QString started = QString::number(std::chrono::steady_clock::now().time_since_epoch().count());
    window.start(QCoreApplication::applicationFilePath(), QStringList{u"--window"_s, kind, started} + more);
    if (!window.waitForFinished(60'000) || window.exitCode() != 0)
        qFatal("window %s: %s", qPrintable(kind), qPrintable(window.errorString()));
    return QJsonDocument::fromJson(window.readAllStandardOutput()).object();
}

} // namespace

Outcome queueTable()
{
    const Display display;
    Outcome outcome;
    outcome.figures = windowFigures(display, u"desk-queue"_s);
    outcome.reference = windowFigures(display, u"bare-queue"_s);
    return outcome;
}

Outcome start()
{
    const Display display;
    const ServerProcess server;
    QTemporaryDir folder;
    Outcome outcome;
    // The first run fills the replica; the second is an ordinary morning.
    windowFigures(display, u"desk-start"_s, {server.url().toString(), folder.path()});
    outcome.figures = windowFigures(display, u"desk-start"_s, {server.url().toString(), folder.path()});
    outcome.reference = windowFigures(display, u"bare-start"_s);
    return outcome;
}

} // namespace bangban::bench
