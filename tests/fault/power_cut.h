// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cstring>
#include <vector>

namespace bangban::tests {

/// Makes of the files of a killed program what a power cut might have left: what was synced stands, of what was not each
/// write is there, is not, or is there up to some sector. Reads the journals of unsynced_writes.cpp and empties them.
/// \returns the number of writes that were not synced
inline int cutPower(const QString &folder, const QString &journals, QRandomGenerator &random)
{
    struct Write {
        qint64 offset, sizeBefore, oldLength, newLength; ///< newLength -1: the file was cut to `offset`
        QByteArray old, fresh;
    };
    int unsynced = 0;
    const auto names = QDir(journals).entryList(QDir::Files);
    for (const QString &name : names) {
        QFile journal(journals + QLatin1Char('/') + name), file(folder + QLatin1Char('/') + name);
        if (!journal.open(QIODevice::ReadWrite))
            qFatal("%s", qPrintable(journal.errorString()));
        std::vector<Write> writes;
        for (;;) {
            Write write{};
            const QByteArray head = journal.read(4 * sizeof(qint64));
            if (head.size() < qsizetype(4 * sizeof(qint64)))
                break;
            std::memcpy(&write.offset, head.constData(), 4 * sizeof(qint64));
            write.old = journal.read(write.oldLength);
            write.fresh = write.newLength > 0 ? journal.read(write.newLength) : QByteArray();
            if (write.old.size() != write.oldLength || (write.newLength > 0 && write.fresh.size() != write.newLength))
                break; // killed while it noted it: the write itself never began
            writes.push_back(std::move(write));
        }
        journal.resize(0);
        unsynced += int(writes.size());
        if (writes.empty() || !file.exists())
            continue; // removed since: names count as written at once
        if (!file.open(QIODevice::ReadWrite))
            qFatal("%s", qPrintable(file.errorString()));
        for (auto write = writes.rbegin(); write != writes.rend(); ++write) {
            file.seek(write->offset);
            file.write(write->old);
            file.resize(write->sizeBefore);
        }
        for (const Write &write : writes) {
            const int fate = random.bounded(3);
            if (fate == 0)
                continue;
            if (write.newLength < 0) {
                file.resize(write.offset);
                continue;
            }
            constexpr qint64 kSector = 512;
            const qint64 sectors = (write.newLength + kSector - 1) / kSector;
            const qint64 length = fate == 1 ? write.newLength : std::min(write.newLength, kSector * random.bounded(sectors + 1));
            file.seek(write.offset);
            file.write(write.fresh.left(length));
        }
        file.close();
    }
    return unsynced;
}

} // namespace bangban::tests
