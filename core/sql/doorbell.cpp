// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/doorbell.h"

#include "core/base/log.h"
#include "core/sql/database.h"

#include <QSqlDriver>

namespace bangban::sql {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Doorbell::Doorbell(QString url, QString channel) : m_url(std::move(url)), m_channel(std::move(channel))
{
    connect(&m_look, &QTimer::timeout, this, &Doorbell::look);
    m_look.start(1s);
    connectAnew();
}

Doorbell::~Doorbell() = default;

void Doorbell::look()
{
    if (m_database)
        if (auto stands = m_database->run(u"SELECT 1"_s); stands)
            return (*stands)->finish();
    connectAnew();
}

void Doorbell::connectAnew()
{
    m_database.reset();
    auto opened = Database::open(m_url);
    if (opened) {
        // A ring is not worth waiting for the disk.
        auto isReady = (*opened)->runScript(u"SET synchronous_commit = off"_s);
        QSqlDriver *driver = (*opened)->driver();
        if (isReady && driver->subscribeToNotification(m_channel)) {
            connect(driver, &QSqlDriver::notification, this,
                    [this](const QString &, QSqlDriver::NotificationSource source, const QVariant &words) {
                        if (source != QSqlDriver::SelfSource)
                            emit rang(words.toString());
                    });
            m_database = std::move(*opened);
            emit connected();
            return;
        }
    }
    qCWarning(logStore, "doorbell: %s", qPrintable(opened ? u"cannot listen"_s : opened.error().detail));
}

void Doorbell::ring(const QString &words)
{
    if (!m_database)
        return;
    const auto rung = m_database->run(u"SELECT pg_notify(?, ?)"_s, {m_channel, words});
    if (rung)
        return (*rung)->finish();
    qCWarning(logStore, "doorbell: %s", qPrintable(rung.error().detail));
}

} // namespace bangban::sql
