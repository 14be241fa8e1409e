// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A library to preload. It remembers each write to files in BANGBAN_CUT_FOLDER, what stood there before and what came, in
// BANGBAN_CUT_JOURNAL/NAME until that file is synced. Whoever kills the program can then make of its files what a power cut
// might have left (power_cut.h). Names of files count as written at once.

#include <algorithm>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace {

struct Watched {
    std::string name; ///< in the folder
    int journal = -1;
};

std::mutex &mutex()
{
    static std::mutex one;
    return one;
}
std::map<int, Watched> &watched()
{
    static std::map<int, Watched> all;
    return all;
}

template<typename F>
F real(const char *name)
{
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

void writeAll(int fd, const void *data, std::size_t size)
{
    const char *at = static_cast<const char *>(data);
    while (size > 0) {
        const long written = syscall(SYS_write, fd, at, size);
        if (written <= 0)
            abort(); // a test that forgets a write would find nothing
        at += written;
        size -= std::size_t(written);
    }
}

void watch(int fd, const char *path)
{
    const char *folder = getenv("BANGBAN_CUT_FOLDER");
    const char *journal = getenv("BANGBAN_CUT_JOURNAL");
    if (fd < 0 || !folder || !journal || std::strncmp(path, folder, std::strlen(folder)) != 0)
        return;
    const std::string name = std::strrchr(path, '/') + 1;
    if (name.ends_with("-shm")) // SQLite makes it anew from the log
        return;
    const std::string file = std::string(journal) + '/' + name;
    const std::lock_guard lock(mutex());
    watched()[fd] = {name, int(syscall(SYS_openat, AT_FDCWD, file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600))};
}

/// As power_cut.h reads it: offset, size of the file before, lengths, old bytes, new bytes.
void note(int fd, std::int64_t offset, const void *data, std::size_t size)
{
    const auto found = watched().find(fd);
    if (found == watched().end())
        return;
    struct stat now {};
    if (fstat(fd, &now) != 0 || size > std::size_t(1) << 31)
        abort();
    const auto length = std::int64_t(size);
    const std::int64_t old = std::max<std::int64_t>(0, std::min<std::int64_t>(length, now.st_size - offset));
    std::vector<char> before(std::size_t(old), '\0');
    if (old > 0 && syscall(SYS_pread64, fd, before.data(), before.size(), offset) != old)
        abort();
    const std::int64_t head[] = {offset, now.st_size, old, length};
    std::vector<char> entry(sizeof head + std::size_t(old) + size);
    std::memcpy(entry.data(), head, sizeof head);
    std::copy(before.begin(), before.end(), entry.begin() + sizeof head); // may be none, which memcpy() does not take
    std::memcpy(entry.data() + sizeof head + before.size(), data, size);
    writeAll(found->second.journal, entry.data(), entry.size());
}

/// After the real one: until that is done a cut may come.
int synced(int fd, int done)
{
    const std::lock_guard lock(mutex());
    if (const auto found = watched().find(fd); done == 0 && found != watched().end())
        return int(syscall(SYS_ftruncate, found->second.journal, 0));
    return done;
}

} // namespace

extern "C" {

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const unsigned mode = va_arg(more, unsigned);
    va_end(more);
    const int fd = real<int (*)(const char *, int, ...)>("open64")(path, flags, mode);
    watch(fd, path);
    return fd;
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const unsigned mode = va_arg(more, unsigned);
    va_end(more);
    const int fd = real<int (*)(const char *, int, ...)>("open")(path, flags, mode);
    watch(fd, path);
    return fd;
}

int close(int fd)
{
    {
        const std::lock_guard lock(mutex());
        if (const auto found = watched().find(fd); found != watched().end()) {
            syscall(SYS_close, found->second.journal);
            watched().erase(found);
        }
    }
    return real<int (*)(int)>("close")(fd);
}

ssize_t pwrite64(int fd, const void *data, std::size_t size, off64_t offset)
{
    const std::lock_guard lock(mutex());
    note(fd, offset, data, size);
    return syscall(SYS_pwrite64, fd, data, size, offset);
}

ssize_t pwrite(int fd, const void *data, std::size_t size, off_t offset) { return pwrite64(fd, data, size, offset); }

ssize_t write(int fd, const void *data, std::size_t size)
{
    const std::lock_guard lock(mutex());
    if (watched().contains(fd))
        note(fd, lseek(fd, 0, SEEK_CUR), data, size);
    return syscall(SYS_write, fd, data, size);
}

int ftruncate64(int fd, off64_t size)
{
    const std::lock_guard lock(mutex());
    if (watched().contains(fd)) {
        struct stat now {};
        if (fstat(fd, &now) != 0)
            abort();
        if (size < now.st_size) { // what is cut off is noted as a write of nothing
            const std::int64_t length = now.st_size - size;
            std::vector<char> before(std::size_t(length), '\0');
            if (syscall(SYS_pread64, fd, before.data(), before.size(), size) != length)
                abort();
            const std::int64_t head[] = {size, now.st_size, length, -1};
            std::vector<char> entry(sizeof head + std::size_t(length));
            std::memcpy(entry.data(), head, sizeof head);
            std::memcpy(entry.data() + sizeof head, before.data(), before.size());
            writeAll(watched()[fd].journal, entry.data(), entry.size());
        }
    }
    return int(syscall(SYS_ftruncate, fd, size));
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int fsync(int fd) { return synced(fd, real<int (*)(int)>("fsync")(fd)); }

int fdatasync(int fd) { return synced(fd, real<int (*)(int)>("fdatasync")(fd)); }

} // extern "C"
