// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"

#include <QRandomGenerator>
#include <QUuid>

namespace bangban {

QString makeUuid7(Instant now)
{
    const auto ms = quint64(toMs(now));
    const quint64 high = QRandomGenerator::system()->generate64();
    const quint64 low = QRandomGenerator::system()->generate64();
    const QUuid uuid(uint(ms >> 16), ushort(ms & 0xffff), ushort(0x7000 | (high & 0x0fff)),
                     uchar(0x80 | ((high >> 16) & 0x3f)), uchar(high >> 24), uchar(low), uchar(low >> 8),
                     uchar(low >> 16), uchar(low >> 24), uchar(low >> 32), uchar(low >> 40));
    return uuid.toString(QUuid::WithoutBraces);
}

Instant timeOfUuid7(QStringView text)
{
    return fromMs(qint64((text.left(8).toULongLong(nullptr, 16) << 16) | text.mid(9, 4).toULongLong(nullptr, 16)));
}

bool isUuid7(QStringView text)
{
    if (text.size() != 36 || text[14] != u'7')
        return false;
    for (qsizetype i = 0; i < 36; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (text[i] >= u'0' && text[i] <= u'9') || (text[i] >= u'a' && text[i] <= u'f');
        if (dash ? text[i] != u'-' : !hex)
            return false;
    }
    return true;
}

} // namespace bangban
