// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_office.h"
#include "tests/sim/world.h"

#include <QDir>

namespace bangban::sim {

using namespace Qt::StringLiterals;

const char *nameOf(Fault fault)
{
    static const char *const names[kFaults] = {
        "server killed", "server's power cut", "server killed at a step of its disk", "server's power cut at a step of its disk",
        "server's disk full", "server's sync fails", "server's clock set", "server restored from a backup", "server's file put back by hand", "desk killed",
        "desk's power cut", "desk killed at a step of its disk", "desk's power cut at a step of its disk", "desk's disk full",
        "desk's sync fails", "desk's clock wrong", "line cut", "line half-open", "line slow", "line gone for minutes",
        "rights changed", "page loaded anew", "command said twice"};
    return names[int(fault)];
}

Stage::Stage(VirtualTime &theTime, MemoryDisk &theDisk)
    : time(theTime), disk(theDisk), folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/bangban-sim-XXXXXX"_s : QString())
{
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
    if (const auto prepared = prepare(); !prepared)
        qFatal("the stage: %s", qPrintable(prepared.error().detail));
}

server::RecordPlace Stage::place() const
{
    return {u"sqlite:"_s + prefixOf(u"server"_s) + u"office.db"_s, folder.filePath(u"master.key"_s)};
}

Instant Stage::start() { return fromMs(1'795'399'200'000); } // a Monday, ten o'clock in Shanghai

Result<void> Stage::prepare()
{
    DiskMachine &machine = disk.addMachine(prefixOf(u"server"_s), 1);
    TAKE(made, makeSmallOffice(place(), SimClock(time, start() - time.now())));
    seats = std::move(made);
    record = std::exchange(machine.files, {});
    disk.clear();
    return {};
}

} // namespace bangban::sim
