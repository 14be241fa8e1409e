// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

#include <functional>

namespace bangban::tests {

/// As QTest::qWaitFor, without its naps of 10 ms: hundreds of short dialogues take seconds instead of minutes.
inline bool waitUntil(const std::function<bool()> &isSo, int timeoutMs)
{
    const QDeadlineTimer end(timeoutMs);
    QTimer alarm;
    alarm.setSingleShot(true);
    alarm.start(timeoutMs);
    while (!isSo()) {
        if (end.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace bangban::tests
