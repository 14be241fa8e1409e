// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <QRegularExpression>

namespace bangban {

using namespace Qt::StringLiterals;

QByteArray toCsv(const QList<QStringList> &rows)
{
    QString text(QChar::ByteOrderMark);
    for (const QStringList &row : rows) {
        QStringList cells;
        for (QString cell : row) {
            cell.remove(QChar::Null);
            static const QRegularExpression number(u"^-?[0-9]+$"_s); // days that are over have a sign
            if (!cell.isEmpty() && !number.match(cell).hasMatch() && u"=+-@\t\r＝＋－＠"_s.contains(cell.front()))
                cell.prepend(u'\'');
            if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            cells.append(cell);
        }
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

} // namespace bangban
