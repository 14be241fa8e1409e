// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_feed.h"
#include "ui/desk.h"
#include "ui/desk_window.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace bangban::tests {

/// A window on a fake feed with settings of its own.
struct DeskFixture {
    explicit DeskFixture(const QString &theme = QStringLiteral("light"), const QString &language = QStringLiteral("en"))
        : settings(dir.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat)
    {
        settings.setValue("look/theme", theme);
        settings.setValue("look/language", language);
        settings.setValue("sound/volume", 0);
        settings.setValue("server/login", QStringLiteral("sample001"));
        feed.setLine(client::LineState::Online);
        window = std::make_unique<ui::DeskWindow>(feed, settings);
        feed.setLine(client::LineState::Online);
    }
    void signIn(domain::Presence presence = domain::Presence::Busy)
    {
        feed.signIn({feed.acceptedLogin, {feed.acceptedPassword}, presence});
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 5; ++i) {
            feed.settle();
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    QTemporaryDir dir;
    QSettings settings;
    FakeFeed feed;
    std::unique_ptr<ui::DeskWindow> window;
};

} // namespace bangban::tests
