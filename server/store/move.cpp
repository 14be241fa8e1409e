// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/move.h"

#include "server/store/schema.h"

#include <QRegularExpression>
#include <QSqlError>
#include <QSqlRecord>

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

/// As the steps of the schema make them; who is connected where is not moved.
QStringList tables()
{
    static const QRegularExpression made(u"CREATE TABLE (\\w+)"_s);
    QStringList names;
    for (const sql::Migration &step : schema())
        for (const auto &match : made.globalMatch(QString(step.script)))
            if (const QString name = match.captured(1); name != "server"_L1 && name != "presence"_L1)
                names.append(name);
    return names;
}

Result<qint64> countOf(sql::Database &database, const QString &text)
{
    TAKE(query, database.run(text));
    const qint64 count = query->next() ? query->value(0).toLongLong() : 0;
    query->finish();
    return count;
}

Result<qint64> copyTable(sql::Database &from, sql::Database &to, const QString &table)
{
    TAKE(rows, from.pass(u"SELECT * FROM "_s + table));
    QStringList names, marks;
    for (int i = 0; i < rows->record().count(); ++i) {
        names.append(rows->record().fieldName(i));
        marks.append(u"?"_s);
    }
    const QString insert = u"INSERT INTO %1(%2) VALUES (%3)"_s.arg(table, names.join(u", "_s), marks.join(u", "_s));
    qint64 count = 0;
    for (; rows->next(); ++count) {
        QVariantList values;
        for (int i = 0; i < names.size(); ++i)
            values.append(rows->isNull(i) ? QVariant() : rows->value(i));
        TRY(to.run(insert, values));
    }
    if (rows->lastError().isValid()) // the connection was lost on the way
        return fail(ErrorCode::Database, rows->lastError().text());
    return count;
}

} // namespace

Result<qint64> moveRecord(sql::Database &from, sql::Database &to)
{
    TRY(sql::migrate(to, schema()));
    TAKE(step, countOf(from, u"SELECT COALESCE(MAX(number), 0) FROM schema_step"_s));
    if (step != schema().back().number)
        return fail(ErrorCode::WrongVersion, u"%1 instead of %2"_s.arg(step).arg(schema().back().number));
    TAKE(present, countOf(to, u"SELECT COUNT(*) FROM meta"_s));
    if (present > 0)
        return fail(ErrorCode::BadConfiguration, u"there is a record in the new database already"_s);
    TRY(from.beginReading());
    TRY(to.begin());
    const auto copied = [&]() -> Result<qint64> {
        qint64 total = 0;
        for (const QString &table : tables()) {
            TAKE(count, copyTable(from, to, table));
            TAKE(arrived, countOf(to, u"SELECT COUNT(*) FROM "_s + table));
            if (arrived != count)
                return fail(ErrorCode::Database, table);
            total += count;
        }
        TRY(to.commit());
        return total;
    }();
    if (!copied)
        to.rollback();
    from.rollback();
    return copied;
}

} // namespace bangban::server
