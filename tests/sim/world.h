// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/hub.h"
#include "tests/sim/sim_desk.h"
#include "tests/sim/page_person.h"

#include <QTemporaryDir>

#include <map>

namespace bangban::sim {

enum class Fault {
    ServerKill, ServerPowerCut, ServerKillAtStep, ServerPowerCutAtStep, ServerDiskFull, ServerSyncFails, ServerClockSet,
    ServerRestored, ServerPutBack, DeskKill, DeskPowerCut, DeskKillAtStep, DeskPowerCutAtStep, DeskDiskFull, DeskSyncFails, DeskClockSet,
    LineCut, LineHole, LineSlow, LineGoneForLong, RightsChange, PageReload, CommandTwice,
};
inline constexpr int kFaults = int(Fault::CommandTwice) + 1;
const char *nameOf(Fault fault);

/// What all runs share: the disk, the time, and a record of a small office with sessions for its staff.
class Stage {
public:
    Stage(VirtualTime &time, MemoryDisk &disk);

    VirtualTime &time;
    MemoryDisk &disk;
    QTemporaryDir folder; ///< of real files: the master key
    std::vector<Seat> seats; ///< agents, then the security administrator
    QHash<QString, std::shared_ptr<DiskFile>> record;

    [[nodiscard]] QString prefixOf(const QString &machine) const { return folder.path() + u'/' + machine + u'/'; }
    [[nodiscard]] server::RecordPlace place() const;
    [[nodiscard]] static Instant start();

private:
    Result<void> prepare();
};

/// What happens in a run beside what its seed says: a bug of the product that is not there, put where the product cannot help
/// it, in its transport, its disk, its clock; or a fault at a chosen place.
struct Planted {
    std::function<QList<QByteArray>(const Host &, bool toServer, const QByteArray &)> onMessage{};
    std::function<void(class World &)> onHeal{}; ///< when all faults are over, before all is compared
    std::function<void(class World &)> onStart{};
    bool isCalm = false; ///< nothing breaks by chance, and the run is short
};

/// One run: people work at desks and pages for a while, things break, everything is mended, and then what everybody was
/// told is held against the record. The same seed gives the same run.
class World final : public QObject {
public:
    World(Stage &stage, quint32 seed, Planted planted = {});
    ~World() override;

    /// \returns what is wrong at the end; nothing if all is as it must be
    QStringList run();

    [[nodiscard]] const QStringList &story() const { return m_story; } ///< what broke, and when
    [[nodiscard]] const std::map<Fault, int> &faults() const { return m_faults; }
    [[nodiscard]] int crashes() const { return m_crashes; } ///< at a step of a disk
    [[nodiscard]] int acknowledged() const { return m_history.commands; }
    [[nodiscard]] milliseconds convergedAfter() const { return m_convergedAfter; }

    // ---- for planted bugs
    [[nodiscard]] server::RecordPlace place() const { return m_stage.place(); }
    std::vector<std::unique_ptr<SimDesk>> &desks() { return m_desks; }
    DiskMachine &serverDisk() { return m_disk; }
    void causeOften(const std::vector<Fault> &faults); ///< beside those that happen anyway
    void crashDeskAtStep(SimDesk &desk, int step, Crash how);
    void crashServerAtStep(int step, Crash how);
    /// The server stops, what `work` does to its record happens, and it starts again.
    void whileServerIsDown(const std::function<void()> &work);

private:
    void startServer();
    void crashServer(Crash how);
    void takeServerAway();
    void restore(bool isTold);
    void cause(Fault fault);
    void causeSometime();
    void letAct(QObject *actor, std::function<void()> act, int everyMs);
    void actAsCitizen(PagePerson &page, int number);
    void mend();
    [[nodiscard]] QStringList unsettled() const;
    [[nodiscard]] QStringList differences();
    [[nodiscard]] QStringList differencesIn(server::Office &office);
    [[nodiscard]] int random(int below) { return m_dice.below(below); }
    SimDesk &anyDesk() { return *m_desks[size_t(random(int(m_desks.size()) - 1))]; } ///< of an agent
    Host &anyHost();

    /// The stage on which a run begins at time zero.
    static Stage &cleared(Stage &stage);

    Stage &m_stage;
    Planted m_planted;
    Dice m_dice;
    SimNet m_net;
    Host m_host{QStringLiteral("server"), {}, false, false};
    DiskMachine &m_disk;
    SimClock m_clock;
    std::unique_ptr<server::Hub> m_hub;
    QHash<QString, std::shared_ptr<DiskFile>> m_backup;
    History m_history;
    std::vector<std::unique_ptr<SimDesk>> m_desks; ///< of the seats
    std::vector<std::unique_ptr<Host>> m_pageHosts;
    std::vector<std::unique_ptr<PagePerson>> m_pages;
    std::map<Fault, int> m_faults;
    QStringList m_story;
    milliseconds m_began{0};
    milliseconds m_wallJump{0};
    milliseconds m_convergedAfter{0};
    bool m_isWorking = true;
    bool m_wasRestored = false;
    int m_words = 0;
    int m_crashes = 0;
};

} // namespace bangban::sim
