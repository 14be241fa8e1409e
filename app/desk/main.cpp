// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/workstation.h"
#include "ui/desk.h"
#include "ui/desk_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLockFile>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>

using namespace bangban;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kKeyringPatience{250};
constexpr QLatin1String kWordsOnly[] = {"--help"_L1, "-h"_L1, "--help-all"_L1, "--version"_L1, "-v"_L1};

/// BANGBAN_PROFILE=b gives a second desk on the same PC, with its own settings, session and replica.
QString profileName()
{
    QString profile = qEnvironmentVariable("BANGBAN_PROFILE", u"default"_s);
    for (QChar &c : profile)
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_')
            c = u'_';
    return profile;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto asksForWords = [](const char *argument) { return std::ranges::count(kWordsOnly, QLatin1String(argument)) > 0; };
    if (std::any_of(argv + 1, argv + argc, asksForWords)) // they are printed where there is no display, too
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"bangban-desk"_s);
    QApplication::setApplicationVersion(u"0.1.0"_s);
    QApplication::setApplicationDisplayName(u"帮办工作台"_s);
    QApplication::setDesktopFileName(u"bangban-desk"_s);
    ui::Theme::prepare(app);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The workstation of Bangban Desk."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"server"_s, u"Address of the server: ws://host:port/ws."_s, u"url"_s},
                       {u"login"_s, u"Account to fill in on the sign-in page."_s, u"login"_s}});
    parser.process(app);

    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString profile = profileName();
    const QString folder = data + u"/bangban-desk/"_s + profile;
    QDir().mkpath(folder);
    QLockFile lock(folder + u"/lock"_s);
    if (!lock.tryLock()) {
        QMessageBox::information(nullptr, QApplication::applicationDisplayName(),
                                 QApplication::translate("main", "This desk is open already. Start with BANGBAN_PROFILE=b for a second one."));
        return 1;
    }
    QSettings settings = ui::deskSettings(data, profile);
    if (parser.isSet(u"server"_s))
        settings.setValue(u"server/address"_s, parser.value(u"server"_s));
    if (parser.isSet(u"login"_s))
        settings.setValue(u"server/login"_s, parser.value(u"login"_s));
    const SteadyClock clock;
    client::Workstation workstation({folder, {}}, clock, client::makeKeychainTokenStore());
    ui::DeskWindow window(workstation, settings);
    // The line is spoken of when the keyring has been asked: a held session shows its queue first, not a sign-in page
    // for a blink. A keyring that takes its time, or asks for its own password, is not waited for.
    QObject::connect(&workstation, &client::Feed::lineChanged, &window, &QWidget::show, Qt::SingleShotConnection);
    QTimer::singleShot(kKeyringPatience, &window, &QWidget::show);
    workstation.connectTo(QUrl(window.desk().preferences.server()));
    return app.exec();
}
