// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"
#include "server/store/vault.h"

#include <QFile>
#include <QTemporaryDir>
#include <QUuid>

namespace bangban::tests {

inline bool isOnPostgresql() { return qEnvironmentVariableIsSet("BANGBAN_TEST_POSTGRESQL"); }

/// What postgresql.sh wrote down: "url", "where" (the folder with the cluster's files).
inline QString clusterFile(const QString &name)
{
    QFile file(qEnvironmentVariable("BANGBAN_TEST_POSTGRESQL") + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return QString::fromUtf8(file.readAll()).trimmed();
}

/// Where a test's record lies: a file in its folder, or, where the test runs for PostgreSQL, a database of its own in the
/// cluster that postgresql.sh started in BANGBAN_TEST_POSTGRESQL. The master key always lies in the folder.
inline server::RecordPlace recordIn(const QTemporaryDir &folder)
{
    using namespace Qt::StringLiterals;
    const QString masterKey = folder.filePath(u"master.key"_s);
    if (!isOnPostgresql())
        return {u"sqlite:"_s + folder.filePath(u"office.db"_s), masterKey};
    const QString cluster = clusterFile(u"url"_s);
    const QString name = u"t_"_s + QUuid::createUuid().toString(QUuid::Id128);
    const auto administration = sql::Database::open(cluster + u"/postgres"_s);
    if (!administration)
        qFatal("%s: %s", qPrintable(cluster), qPrintable(administration.error().detail));
    if (auto made = (*administration)->runScript(u"CREATE DATABASE "_s + name); !made)
        qFatal("%s: %s", qPrintable(name), qPrintable(made.error().detail));
    return {cluster + u'/' + name, masterKey};
}

} // namespace bangban::tests
