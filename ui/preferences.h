// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

class QSettings;

namespace bangban::ui {

/// The settings of one profile in dataFolder/bangban-desk/PROFILE/desk.ini. What a person did not choose is read from
/// bangban-desk.ini in the system's configuration folders (/etc/xdg): there an administrator sets it for all desks of a PC.
[[nodiscard]] QSettings deskSettings(const QString &dataFolder, const QString &profile);

enum class SendKey { CtrlEnter, Enter };

/// What a person chose for this desk, kept in the settings that the program hands in.
class Preferences : public QObject {
    Q_OBJECT
public:
    explicit Preferences(QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] ThemeKind theme() const;
    [[nodiscard]] double textScale() const;
    [[nodiscard]] QString language() const; ///< zh_CN or en
    [[nodiscard]] SendKey sendKey() const;
    [[nodiscard]] int volume() const; ///< 0…100; 0 is off
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString lastLogin() const;
    void setTheme(ThemeKind kind);
    void setTextScale(double scale);
    void setLanguage(const QString &language);
    void setSendKey(SendKey key);
    void setVolume(int percent);
    void setServer(const QString &server);
    void setLastLogin(const QString &login);
    [[nodiscard]] QSettings &settings() { return m_settings; }

signals:
    void changed();
    void languageChanged(const QString &language);

private:
    QSettings &m_settings;
};

} // namespace bangban::ui
