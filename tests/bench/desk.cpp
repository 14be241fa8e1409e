// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/display.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace bangban::bench {

using namespace Qt::StringLiterals;

namespace {

QJsonObject windowFigures(const Display &display, const QString &kind)
{
    QProcess window;
    window.setProcessEnvironment(display.environment());
    window.setStandardErrorFile(QProcess::nullDevice());
    window.start(QCoreApplication::applicationFilePath(), {u"--window"_s, kind});
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
    outcome.figures.insert(u"cpu_percent_red"_s, windowFigures(display, u"desk-queue-red"_s)["cpu_percent"_L1]);
    outcome.reference = windowFigures(display, u"bare-queue"_s);
    return outcome;
}

} // namespace bangban::bench
