// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/dice.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

struct sqlite3_vfs;

namespace bangban::sim {

/// One file: as programs see it, and as it would be found after the current was cut.
struct DiskFile {
    struct Write {
        qint64 at = 0;
        std::vector<char> bytes;
        qint64 cutTo = -1; ///< no write but a new, smaller size
        std::vector<char> before; ///< what stood there, to the end if it was cut
        std::size_t sizeBefore = 0;
    };
    std::vector<char> live;
    std::vector<Write> unsafe; ///< since the last sync
    std::vector<std::unique_ptr<char[]>> shared; ///< the WAL's index
    int readers = 0;
    int writers = 0; ///< who holds a lock above shared
    int slotReaders[8] = {};
    bool slotWriter[8] = {};
    int handles = 0;

    void write(const char *bytes, int size, qint64 at);
    void cut(qint64 size);
    /// Of what was not synced each write is kept if the caller says so, perhaps as less than it was.
    [[nodiscard]] std::vector<char> afterPowerCut(const std::function<bool(Write &)> &isKept) const;

private:
    void take(Write write);
};

enum class Crash {
    Kill,     ///< kill -9: what was written stands, synced or not
    PowerCut, ///< of what was not synced each write stands or not, whole or torn
};

/// The files of one machine, and what happens to its disk.
class DiskMachine {
public:
    DiskMachine(QString prefix, quint32 seed) : m_prefix(std::move(prefix)), m_dice(seed) {}

    [[nodiscard]] const QString &prefix() const { return m_prefix; }
    /// The program is gone at this moment; whatever it still does before it is taken away leaves no trace.
    void crash(Crash how);
    /// Every change of the disk counts as one step; before the given one, from now on, it crashes and `onCrash` is told.
    void crashAtStep(int step, Crash how, std::function<void()> onCrash);
    [[nodiscard]] bool isCrashed() const { return m_isCrashed; }
    /// After the program was taken away: the disk as the crash left it.
    void reboot();
    [[nodiscard]] int steps() const { return m_steps; }

    int failingWrites = 0; ///< how many more writes find the disk full
    bool liesAboutSync = false; ///< says yes and does nothing
    int failingSyncs = 0;  ///< how many more syncs fail

    // ---- for the file system
    void step();
    QHash<QString, std::shared_ptr<DiskFile>> files; ///< by path

private:
    QString m_prefix;
    Dice m_dice;
    QHash<QString, std::shared_ptr<DiskFile>> m_left; ///< what the crash leaves
    bool m_isCrashed = false;
    int m_steps = 0;
    int m_crashAt = -1;
    Crash m_how = Crash::Kill;
    std::function<void()> m_onCrash;
};

/// A file system for SQLite in memory, the default one while it lives. Each machine has what lies under its prefix.
class MemoryDisk {
public:
    MemoryDisk();
    ~MemoryDisk();
    MemoryDisk(const MemoryDisk &) = delete;

    DiskMachine &addMachine(const QString &prefix, quint32 seed);
    void clear(); ///< no machines are left

    /// The machine with the path; one without a name for what belongs to none.
    DiskMachine &machineOf(const QString &path);

private:
    std::unique_ptr<sqlite3_vfs> m_vfs;
    std::vector<std::unique_ptr<DiskMachine>> m_machines;
    DiskMachine m_nobodys{{}, 1};
};

} // namespace bangban::sim
