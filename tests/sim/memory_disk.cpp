// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/memory_disk.h"

#include <sqlite3.h>

#include <cstring>

/// \source https://www.sqlite.org/c3ref/io_methods.html, https://www.sqlite.org/vfs.html
namespace bangban::sim {
namespace {

constexpr int kSector = 4096;
constexpr int kTear = 512; ///< a write is torn at such a boundary
constexpr int kSlots = SQLITE_SHM_NLOCK;

void applyWrite(std::vector<char> &to, const DiskFile::Write &write)
{
    if (write.cutTo >= 0) {
        to.resize(size_t(write.cutTo));
        return;
    }
    if (to.size() < size_t(write.at) + write.bytes.size())
        to.resize(size_t(write.at) + write.bytes.size());
    std::copy(write.bytes.begin(), write.bytes.end(), to.begin() + write.at);
}

/// What an open file is to SQLite.
struct Handle {
    std::shared_ptr<DiskFile> file;
    DiskMachine *machine;
    int level = SQLITE_LOCK_NONE;
    unsigned slotsRead = 0;
    unsigned slotsWritten = 0;
    bool deleteOnClose = false;
    QString path;
};
struct OpenFile {
    sqlite3_file base;
    Handle *handle;
};
Handle &handleOf(sqlite3_file *file) { return *reinterpret_cast<OpenFile *>(file)->handle; }

int closeFile(sqlite3_file *file)
{
    Handle &handle = handleOf(file);
    --handle.file->handles;
    if (handle.deleteOnClose)
        handle.machine->files.remove(handle.path);
    delete &handle;
    return SQLITE_OK;
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    const auto &live = handleOf(file).file->live;
    const qint64 has = std::clamp<qint64>(qint64(live.size()) - at, 0, size);
    if (has > 0)
        std::memcpy(to, live.data() + at, size_t(has));
    if (has == size)
        return SQLITE_OK;
    std::memset(static_cast<char *>(to) + has, 0, size_t(size - has));
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    Handle &handle = handleOf(file);
    if (handle.machine->failingWrites > 0) {
        --handle.machine->failingWrites;
        return SQLITE_FULL;
    }
    handle.machine->step();
    handle.file->write(static_cast<const char *>(from), size, at);
    return SQLITE_OK;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    handleOf(file).machine->step();
    handleOf(file).file->cut(size);
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int)
{
    Handle &handle = handleOf(file);
    if (handle.machine->failingSyncs > 0) {
        --handle.machine->failingSyncs;
        return SQLITE_IOERR_FSYNC;
    }
    handle.machine->step();
    if (!handle.machine->liesAboutSync)
        handle.file->unsafe.clear();
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = sqlite3_int64(handleOf(file).file->live.size());
    return SQLITE_OK;
}

int lockFile(sqlite3_file *file, int level)
{
    Handle &handle = handleOf(file);
    if (level <= handle.level)
        return SQLITE_OK;
    const bool isFirst = handle.level == SQLITE_LOCK_NONE;
    const bool isWriter = handle.level > SQLITE_LOCK_SHARED;
    const int otherWriters = handle.file->writers - int(isWriter);
    const int otherReaders = handle.file->readers - int(!isFirst);
    if (otherWriters > 0 || (level == SQLITE_LOCK_EXCLUSIVE && otherReaders > 0))
        return SQLITE_BUSY;
    handle.file->readers += int(isFirst);
    handle.file->writers += int(!isWriter && level > SQLITE_LOCK_SHARED);
    handle.level = level;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file *file, int level)
{
    Handle &handle = handleOf(file);
    if (handle.level > SQLITE_LOCK_SHARED && level <= SQLITE_LOCK_SHARED)
        --handle.file->writers;
    if (handle.level > SQLITE_LOCK_NONE && level == SQLITE_LOCK_NONE)
        --handle.file->readers;
    handle.level = std::min(handle.level, level);
    return SQLITE_OK;
}

int isReserved(sqlite3_file *file, int *reserved)
{
    *reserved = handleOf(file).file->writers > 0;
    return SQLITE_OK;
}

int control(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file *) { return kSector; }
int characteristics(sqlite3_file *) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; } // as SQLite's own for Unix says

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **at)
{
    auto &shared = handleOf(file).file->shared;
    while (extend && int(shared.size()) <= region)
        shared.push_back(std::make_unique<char[]>(size_t(size)));
    *at = region < int(shared.size()) ? shared[size_t(region)].get() : nullptr;
    return SQLITE_OK;
}

int lockShared(sqlite3_file *file, int first, int count, int flags)
{
    Handle &handle = handleOf(file);
    DiskFile &disk = *handle.file;
    for (int slot = first; slot < first + count; ++slot) {
        const unsigned bit = 1U << slot;
        const int others = disk.slotReaders[slot] - int((handle.slotsRead & bit) != 0);
        const bool isTaken = disk.slotWriter[slot] && !(handle.slotsWritten & bit);
        if ((flags & SQLITE_SHM_LOCK) && (isTaken || ((flags & SQLITE_SHM_EXCLUSIVE) && others > 0)))
            return SQLITE_BUSY;
    }
    for (int slot = first; slot < first + count; ++slot) {
        const unsigned bit = 1U << slot;
        if (flags & SQLITE_SHM_EXCLUSIVE) {
            disk.slotWriter[slot] = flags & SQLITE_SHM_LOCK;
            handle.slotsWritten = (flags & SQLITE_SHM_LOCK) ? handle.slotsWritten | bit : handle.slotsWritten & ~bit;
        } else if (bool((flags & SQLITE_SHM_LOCK) != 0) != bool((handle.slotsRead & bit) != 0)) {
            disk.slotReaders[slot] += (flags & SQLITE_SHM_LOCK) ? 1 : -1;
            handle.slotsRead ^= bit;
        }
    }
    return SQLITE_OK;
}

void barrier(sqlite3_file *) {}

int unmapShared(sqlite3_file *file, int isLast)
{
    if (isLast && handleOf(file).file->handles == 1)
        handleOf(file).file->shared.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods kMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile, lockFile, unlockFile,
                                  isReserved, control, sectorSize, characteristics, mapShared, lockShared, barrier,
                                  unmapShared, nullptr, nullptr};
static_assert(kSlots == 8);

MemoryDisk &diskOf(sqlite3_vfs *vfs) { return *static_cast<MemoryDisk *>(vfs->pAppData); }

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *open = reinterpret_cast<OpenFile *>(file);
    open->base.pMethods = nullptr;
    const QString path = name ? QString::fromUtf8(name) : QString();
    DiskMachine &machine = diskOf(vfs).machineOf(path);
    auto found = path.isEmpty() ? nullptr : machine.files.value(path);
    if (!found) {
        if (!(flags & SQLITE_OPEN_CREATE))
            return SQLITE_CANTOPEN;
        found = std::make_shared<DiskFile>();
        machine.files.insert(path, found);
    }
    ++found->handles;
    open->handle = new Handle{found, &machine, SQLITE_LOCK_NONE, 0, 0, bool(flags & SQLITE_OPEN_DELETEONCLOSE), path};
    open->base.pMethods = &kMethods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *name, int)
{
    const QString path = QString::fromUtf8(name);
    DiskMachine &machine = diskOf(vfs).machineOf(path);
    machine.step();
    return machine.files.remove(path) ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int accessFile(sqlite3_vfs *vfs, const char *name, int, int *result)
{
    const QString path = QString::fromUtf8(name);
    *result = diskOf(vfs).machineOf(path).files.contains(path);
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *to)
{
    qstrncpy(to, name, size_t(size));
    return SQLITE_OK;
}

int randomBytes(sqlite3_vfs *, int size, char *to)
{
    for (int i = 0; i < size; ++i)
        to[i] = char(i);
    return size;
}

int passTime(sqlite3_vfs *, int micros) { return micros; }

int currentTime(sqlite3_vfs *, sqlite3_int64 *time)
{
    *time = 0; // nothing of ours asks the database for the time
    return SQLITE_OK;
}

int lastError(sqlite3_vfs *, int, char *) { return 0; }

} // namespace

// ---- a file ------------------------------------------------------------------------------------------------------

void DiskFile::write(const char *bytes, int size, qint64 at) { take({at, std::vector<char>(bytes, bytes + size), -1, {}, 0}); }

void DiskFile::cut(qint64 size) { take({0, {}, size, {}, 0}); }

void DiskFile::take(Write write)
{
    write.sizeBefore = live.size();
    const std::size_t from = std::min(live.size(), std::size_t(write.cutTo >= 0 ? write.cutTo : write.at));
    const std::size_t to = write.cutTo >= 0 ? live.size() : std::min(live.size(), from + write.bytes.size());
    write.before.assign(live.begin() + qint64(from), live.begin() + qint64(to));
    applyWrite(live, write);
    unsafe.push_back(std::move(write));
}

std::vector<char> DiskFile::afterPowerCut(const std::function<bool(Write &)> &isKept) const
{
    std::vector<char> left = live;
    for (auto write = unsafe.rbegin(); write != unsafe.rend(); ++write) {
        const auto from = std::min(write->sizeBefore, std::size_t(write->cutTo >= 0 ? write->cutTo : write->at));
        left.resize(write->sizeBefore);
        std::copy(write->before.begin(), write->before.end(), left.begin() + qint64(from));
    }
    for (Write write : unsafe)
        if (isKept(write))
            applyWrite(left, write);
    return left;
}

// ---- a machine ---------------------------------------------------------------------------------------------------

void DiskMachine::step()
{
    ++m_steps;
    if (m_isCrashed || m_crashAt < 0 || m_steps < m_crashAt)
        return;
    m_crashAt = -1;
    crash(m_how);
    if (m_onCrash)
        m_onCrash();
}

void DiskMachine::crashAtStep(int step, Crash how, std::function<void()> onCrash)
{
    m_crashAt = m_steps + step;
    m_how = how;
    m_onCrash = std::move(onCrash);
}

void DiskMachine::crash(Crash how)
{
    if (m_isCrashed)
        return;
    m_isCrashed = true;
    m_left.clear();
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        auto left = std::make_shared<DiskFile>();
        if (how == Crash::Kill) {
            left->live = (*it)->live;
            left->unsafe = (*it)->unsafe;
        } else {
            left->live = (*it)->afterPowerCut([this](DiskFile::Write &write) {
                if (m_dice.below(2) == 0)
                    return false;
                if (write.bytes.size() > kTear && m_dice.below(4) == 0)
                    write.bytes.resize(size_t(kTear) * size_t(1 + m_dice.below(int(write.bytes.size() / kTear))));
                return true;
            });
        }
        m_left.insert(it.key(), left);
    }
}

void DiskMachine::reboot()
{
    m_crashAt = -1;
    failingWrites = failingSyncs = 0;
    if (!std::exchange(m_isCrashed, false))
        return;
    for (const auto &file : std::as_const(files))
        if (file->handles > 0)
            qFatal("the program still holds files");
    files = std::exchange(m_left, {});
}

// ---- the disk ----------------------------------------------------------------------------------------------------

MemoryDisk::MemoryDisk() : m_vfs(std::make_unique<sqlite3_vfs>())
{
    *m_vfs = {};
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = sizeof(OpenFile);
    m_vfs->mxPathname = 1024;
    m_vfs->zName = "bangban-memory";
    m_vfs->pAppData = this;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = deleteFile;
    m_vfs->xAccess = accessFile;
    m_vfs->xFullPathname = fullPath;
    m_vfs->xRandomness = randomBytes;
    m_vfs->xSleep = passTime;
    m_vfs->xCurrentTimeInt64 = currentTime;
    m_vfs->xGetLastError = lastError;
    if (sqlite3_vfs_register(m_vfs.get(), 1) != SQLITE_OK)
        qFatal("SQLite takes no other file system");
}

MemoryDisk::~MemoryDisk() { sqlite3_vfs_unregister(m_vfs.get()); }

DiskMachine &MemoryDisk::addMachine(const QString &prefix, quint32 seed)
{
    m_machines.push_back(std::make_unique<DiskMachine>(prefix, seed));
    return *m_machines.back();
}

void MemoryDisk::clear()
{
    m_machines.clear();
    m_nobodys.files.clear();
}

DiskMachine &MemoryDisk::machineOf(const QString &path)
{
    for (const auto &machine : m_machines)
        if (path.startsWith(machine->prefix()))
            return *machine;
    return m_nobodys;
}

} // namespace bangban::sim
