// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

#include <QSettings>

namespace bangban::ui {

using namespace Qt::StringLiterals;

QSettings deskSettings(const QString &dataFolder, const QString &profile)
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, dataFolder);
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"bangban-desk"_s, profile + u"/desk"_s);
}

Preferences::Preferences(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings) {}

ThemeKind Preferences::theme() const
{
    const QString name = m_settings.value("look/theme"_L1).toString();
    if (name == "dark"_L1)
        return ThemeKind::Dark;
    return name == "high_contrast"_L1 ? ThemeKind::HighContrast : ThemeKind::Light;
}

void Preferences::setTheme(ThemeKind kind)
{
    const QLatin1String names[] = {"light"_L1, "dark"_L1, "high_contrast"_L1};
    m_settings.setValue("look/theme"_L1, QString(names[int(kind)]));
    emit changed();
}

double Preferences::textScale() const
{
    return qBound(0.8, m_settings.value("look/text_scale"_L1, 1.0).toDouble(), 2.0);
}

void Preferences::setTextScale(double scale)
{
    m_settings.setValue("look/text_scale"_L1, scale);
    emit changed();
}

QString Preferences::language() const
{
    return m_settings.value("look/language"_L1).toString() == "en"_L1 ? u"en"_s : u"zh_CN"_s;
}

void Preferences::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    m_settings.setValue("look/language"_L1, language);
    emit languageChanged(language);
}

SendKey Preferences::sendKey() const
{
    return m_settings.value("write/send_with_enter"_L1, false).toBool() ? SendKey::Enter : SendKey::CtrlEnter;
}

void Preferences::setSendKey(SendKey key)
{
    m_settings.setValue("write/send_with_enter"_L1, key == SendKey::Enter);
    emit changed();
}

int Preferences::volume() const
{
    return qBound(0, m_settings.value("sound/volume"_L1, 70).toInt(), 100);
}

void Preferences::setVolume(int percent)
{
    m_settings.setValue("sound/volume"_L1, percent);
    emit changed();
}

QString Preferences::server() const
{
    return m_settings.value("server/address"_L1, u"ws://127.0.0.1:8420/ws"_s).toString();
}

void Preferences::setServer(const QString &server)
{
    if (server != this->server()) // else the administrator's address would become this person's own and no longer follow
        m_settings.setValue("server/address"_L1, server);
}

QString Preferences::lastLogin() const
{
    return m_settings.value("server/login"_L1).toString();
}

void Preferences::setLastLogin(const QString &login)
{
    m_settings.setValue("server/login"_L1, login);
}

} // namespace bangban::ui
