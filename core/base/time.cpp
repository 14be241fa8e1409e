// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <QDateTime>

namespace bangban {

QString toIso(Instant t)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(toMs(t), Qt::OffsetFromUTC,
                                                      int(std::chrono::seconds(kOfficeOffset).count()));
    return local.toString(toMs(t) % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

Result<Instant> instantFromIso(QStringView text)
{
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    // A time without an offset would silently mean the machine's own zone.
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return fail(ErrorCode::BadMessage, text.toString());
    return fromMs(parsed.toMSecsSinceEpoch());
}

QString toIso(LocalDate date)
{
    const std::chrono::year_month_day ymd(date);
    return QDate(int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day()))).toString(Qt::ISODate);
}

Result<LocalDate> dateFromIso(QStringView text)
{
    const QDate parsed = text.size() == 10 ? QDate::fromString(text.toString(), Qt::ISODate) : QDate();
    if (!parsed.isValid())
        return fail(ErrorCode::BadMessage, text.toString());
    return LocalDate(std::chrono::days(parsed.toJulianDay() - QDate(1970, 1, 1).toJulianDay()));
}

} // namespace bangban
