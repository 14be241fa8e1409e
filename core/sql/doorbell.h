// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace bangban::sql {

class Database;

/// Short words between the programs that share a PostgreSQL database (LISTEN and NOTIFY), on a connection of its own. They
/// may get lost: whoever listens looks at the record now and then all the same.
class Doorbell : public QObject {
    Q_OBJECT
public:
    /// \param url  as for Database::open(); of PostgreSQL
    Doorbell(QString url, QString channel);
    ~Doorbell() override;

    /// \param words  at most 7,000 bytes. Lost, and logged, while there is no connection
    void ring(const QString &words);

signals:
    void rang(const QString &words); ///< of others, not of this one
    void connected();                ///< after a time in which something may have been missed

private:
    void look(); ///< whether the connection still stands; once a second
    void connectAnew();
    QString m_url;
    QString m_channel;
    std::unique_ptr<Database> m_database;
    QTimer m_look;
};

} // namespace bangban::sql
