// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/desk_person.h"
#include "tests/sim/memory_disk.h"
#include "tests/sim/sim_line.h"
#include "tests/sim/virtual_time.h"

namespace bangban::sim {

/// A desk on a machine of its own in virtual time.
class SimDesk final : public DeskPerson {
public:
    SimDesk(SimNet &net, DiskMachine &machine, const VirtualTime &time, Instant start, Seat seat, History &history)
        : DeskPerson(seat, machine.prefix().chopped(1), clock, [this, &net](const QUrl &) { return net.dial(host); }, Dice(net.dice().any()), history),
          host{seat.staff.value, {}, false, false}, clock(time, start), disk(machine)
    {
    }

    void turnOn()
    {
        host.isDead = host.isSilent = false;
        start();
    }
    /// The program is gone, or the machine; turnOn() begins it anew with what was on the disk.
    void crash(Crash how)
    {
        disk.crash(how);
        host.isDead = true;
        host.isSilent = how == Crash::PowerCut;
        takeAway();
    }
    /// The disk crashed under it.
    void takeAway()
    {
        stop();
        disk.reboot();
    }

    Host host;
    SimClock clock;
    DiskMachine &disk;

protected:
    [[nodiscard]] bool isGone() const override { return disk.isCrashed(); }
};

} // namespace bangban::sim
