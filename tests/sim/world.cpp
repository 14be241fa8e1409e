// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include "core/sql/database.h"
#include "server/store/restored.h"
#include "tests/sim/check.h"

#include <QCoreApplication>
#include <QEvent>

namespace bangban::sim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPages = 3;
constexpr auto kWork = 25'000ms;
constexpr auto kShortWork = 8'000ms;
constexpr auto kConverge = 60'000ms; ///< a machine that came back, one refused command after another, a snapshot

QHash<QString, std::shared_ptr<DiskFile>> copied(const QHash<QString, std::shared_ptr<DiskFile>> &files)
{
    QHash<QString, std::shared_ptr<DiskFile>> copy;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        auto file = std::make_shared<DiskFile>();
        file->live = (*it)->live;
        copy.insert(it.key(), file);
    }
    return copy;
}

} // namespace

World::World(Stage &stage, quint32 seed, Planted planted)
    : m_stage(cleared(stage)),
      m_planted(std::move(planted)),
      m_dice(seed),
      m_net(seed ^ 0x5eed),
      m_disk(stage.disk.addMachine(stage.prefixOf(u"server"_s), seed + 1)),
      m_clock(stage.time, Stage::start() - stage.time.now())
{
    seedEverything(seed);
    m_disk.files = copied(stage.record);
    m_net.server = &m_host;
    m_net.onMessage = m_planted.onMessage;
}

Stage &World::cleared(Stage &stage)
{
    stage.time.restart();
    return stage;
}

World::~World()
{
    m_pages.clear();
    m_desks.clear();
    m_hub.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_stage.disk.clear();
}

// ---- the server --------------------------------------------------------------------------------------------------

void World::startServer()
{
    m_host.isDead = m_host.isSilent = false;
    const bool isBroken = m_disk.failingSyncs + m_disk.failingWrites > 0;
    m_hub = std::make_unique<server::Hub>(m_clock, server::Limits::raised(), server::Writer::Runs::WithReceiver);
    if (const auto started = m_hub->start(m_stage.place(), [](server::Store &) { return Result<void>(); }); !started) {
        if (!isBroken && !m_disk.isCrashed())
            m_history.faults.append(u"the server does not start: "_s + started.error().detail);
        return takeServerAway(); // whoever watches over it starts it again
    }
    m_net.onCall = [this](wire::Channel *channel) { m_hub->accept(channel); };
}

void World::crashServer(Crash how)
{
    if (!m_hub)
        return;
    m_disk.crash(how);
    m_host.isDead = true;
    m_host.isSilent = how == Crash::PowerCut;
    takeServerAway();
}

void World::takeServerAway()
{
    m_net.onCall = {};
    m_hub.reset();
    m_disk.reboot();
    // A machine that starts reads its clock, and whoever set it.
    m_clock.setAhead(m_wallJump);
    QTimer::singleShot(200 + random(4'000), this, [this] {
        if (!m_hub)
            startServer();
    });
}

/// The administrator stops the server, puts the backup back and starts it.
/// \param isTold  with the tool for it; else the file is just copied
void World::restore(bool isTold)
{
    crashServer(Crash::Kill);
    m_disk.files = copied(m_backup);
    m_wasRestored = true;
    if (!isTold)
        return;
    const auto copy = sql::Database::open(m_stage.place().url);
    const auto marked = copy ? server::markRestored(**copy) : Result<void>(fail(ErrorCode::Database));
    if (!marked)
        m_history.faults.append(u"the backup cannot be used: "_s + marked.error().detail);
}

void World::whileServerIsDown(const std::function<void()> &work)
{
    crashServer(Crash::Kill);
    work();
    startServer();
}

// ---- faults ------------------------------------------------------------------------------------------------------

Host &World::anyHost()
{
    const int number = random(int(m_desks.size() + m_pageHosts.size()));
    return number < int(m_desks.size()) ? m_desks[size_t(number)]->host : *m_pageHosts[size_t(number) - m_desks.size()];
}

void World::crashDeskAtStep(SimDesk &desk, int step, Crash how)
{
    desk.disk.crashAtStep(step, how, [this, &desk, how] {
        ++m_crashes;
        desk.host.isDead = true;
        desk.host.isSilent = how == Crash::PowerCut;
        // It stands on the call stack.
        QTimer::singleShot(0, &desk, [&desk] { desk.takeAway(); });
        QTimer::singleShot(300 + random(5'000), &desk, [&desk] {
            if (!desk.isUp())
                desk.turnOn();
        });
    });
}

void World::crashServerAtStep(int step, Crash how)
{
    m_disk.crashAtStep(step, how, [this, how] {
        ++m_crashes;
        m_host.isDead = true;
        m_host.isSilent = how == Crash::PowerCut;
        QTimer::singleShot(0, this, [this] { takeServerAway(); });
    });
}

void World::cause(Fault fault)
{
    const bool isBack = fault == Fault::ServerRestored || fault == Fault::ServerPutBack;
    if (isBack && (m_backup.isEmpty() || m_wasRestored))
        return; // there is none yet; and an hour-old one is not put back twice in a minute
    ++m_faults[fault];
    m_story.append(u"%1 s: %2"_s.arg(double((m_stage.time.now() - m_began).count()) / 1e3).arg(QLatin1String(nameOf(fault))));
    const auto later = [this](int ms, QObject *context, std::function<void()> then) { QTimer::singleShot(ms, context, std::move(then)); };
    const auto crashDesk = [&](Crash how) {
        SimDesk &desk = anyDesk();
        if (!desk.isUp())
            return;
        desk.crash(how);
        later(300 + random(5'000), &desk, [&desk] {
            if (!desk.isUp())
                desk.turnOn();
        });
    };
    const auto weather = [&](Weather bad, int ms) {
        Host &host = anyHost();
        host.weather = bad;
        later(ms, this, [this, &host] {
            host.weather = {};
            m_net.heal(host);
        });
    };
    switch (fault) {
    case Fault::ServerKill: return crashServer(Crash::Kill);
    case Fault::ServerPowerCut: return crashServer(Crash::PowerCut);
    case Fault::ServerKillAtStep: return crashServerAtStep(1 + random(60), Crash::Kill);
    case Fault::ServerPowerCutAtStep: return crashServerAtStep(1 + random(60), Crash::PowerCut);
    case Fault::ServerDiskFull: m_disk.failingWrites = 1 + random(8); return;
    case Fault::ServerSyncFails: m_disk.failingSyncs = 1 + random(3); return;
    case Fault::ServerClockSet: {
        const milliseconds by((random(2) ? 1 : -1) * (1'000 + random(3'600'000)));
        m_wallJump += by;
        m_clock.jumpWall(by);
        return;
    }
    case Fault::ServerRestored: return restore(true);
    case Fault::ServerPutBack: return restore(false);
    case Fault::DeskKill: return crashDesk(Crash::Kill);
    case Fault::DeskPowerCut: return crashDesk(Crash::PowerCut);
    case Fault::DeskKillAtStep: return crashDeskAtStep(anyDesk(), 1 + random(30), Crash::Kill);
    case Fault::DeskPowerCutAtStep: return crashDeskAtStep(anyDesk(), 1 + random(30), Crash::PowerCut);
    case Fault::DeskDiskFull: anyDesk().disk.failingWrites = 1 + random(6); return;
    case Fault::DeskSyncFails: anyDesk().disk.failingSyncs = 1 + random(3); return;
    case Fault::DeskClockSet: {
        SimClock &clock = anyDesk().clock;
        clock.jumpWall(milliseconds((random(2) ? 1 : -1) * random(8 * 3'600'000)));
        clock.setDrift((random(3) - 1) * 0.01);
        return;
    }
    case Fault::LineCut: return m_net.cut(anyHost());
    case Fault::LineHole: return weather({1ms, 20ms, true, false}, 500 + random(12'000));
    case Fault::LineSlow: return weather({300ms, 2'000ms, false, false}, 2'000 + random(10'000));
    case Fault::LineGoneForLong: return weather({1ms, 20ms, true, true}, 185'000 + random(5'000));
    case Fault::RightsChange: {
        protocol::AccountPut account;
        account.staff = anyDesk().seat().staff;
        account.name = account.staff.value;
        account.node = NodeId(random(2) ? u"D01"_s : u"D02"_s);
        account.roles = random(2) ? std::vector{domain::Role::Agent} : std::vector{domain::Role::Agent, domain::Role::UnitSupervisor};
        if (m_desks.back()->isUp())
            m_desks.back()->putAccount(account);
        return;
    }
    case Fault::PageReload: m_pages[size_t(random(kPages))]->reload(); return;
    case Fault::CommandTwice: m_pages[size_t(random(kPages))]->sendTwice(); return;
    }
}

void World::causeSometime()
{
    const int dice = random(100);
    // A backup put back and minutes without a line are rare: they are long.
    const Fault fault = dice < 1 ? Fault::ServerPutBack : dice < 2 ? Fault::ServerRestored : dice < 5 ? Fault::LineGoneForLong : Fault(random(kFaults));
    const bool isLong = fault == Fault::ServerRestored || fault == Fault::ServerPutBack || fault == Fault::LineGoneForLong;
    if (!isLong || dice < 5)
        QTimer::singleShot(random(int(kWork.count())), this, [this, fault] { cause(fault); });
}

void World::causeOften(const std::vector<Fault> &faults)
{
    for (const Fault fault : faults)
        for (int i = 0; i < 3; ++i)
            QTimer::singleShot(random(int(kWork.count())), this, [this, fault] { cause(fault); });
}

// ---- people ------------------------------------------------------------------------------------------------------

void World::letAct(QObject *actor, std::function<void()> act, int everyMs)
{
    QTimer::singleShot(everyMs / 2 + random(everyMs), actor, [this, actor, act = std::move(act), everyMs] {
        if (!m_isWorking)
            return;
        act();
        letAct(actor, act, everyMs);
    });
}

void World::actAsCitizen(PagePerson &page, int number)
{
    const QString state = page.state();
    const bool isOver = state == "closed"_L1 || state == "withdrawn"_L1 || state == "joined"_L1;
    const QString text = u"第%1位的第%2句"_s.arg(number).arg(++m_words);
    const int dice = random(100);
    if (!page.hasAsked() || (isOver && dice < 30))
        page.ask(ItemId(random(2) ? u"I1"_s : u"I2"_s), text);
    else if (isOver || (state == "wrap_up"_L1 && dice < 40))
        page.rate(dice % 2);
    else if (dice < 3)
        page.withdraw();
    else if (dice < 8)
        page.sendTwice();
    else
        page.say(text);
}

// ---- a run -------------------------------------------------------------------------------------------------------

QStringList World::run()
{
    m_began = m_stage.time.now();
    startServer();
    for (const Seat &seat : m_stage.seats) {
        DiskMachine &disk = m_stage.disk.addMachine(m_stage.prefixOf(seat.staff.value), m_dice.any());
        m_desks.push_back(std::make_unique<SimDesk>(m_net, disk, m_stage.time, Stage::start() - m_stage.time.now(), seat, m_history));
        SimDesk &desk = *m_desks.back();
        desk.turnOn();
        if (m_desks.size() == m_stage.seats.size())
            break; // the administrator serves nobody
        QTimer::singleShot(1'000 + random(500), &desk, [&desk] {
            if (desk.isUp())
                desk.beReady();
        });
        letAct(&desk, [&desk] { desk.act(); }, 700);
    }
    for (int i = 0; i < kPages; ++i) {
        m_pageHosts.push_back(std::make_unique<Host>(Host{u"第%1位"_s.arg(i), {}, false, false}));
        Host &host = *m_pageHosts.back();
        m_pages.push_back(std::make_unique<PagePerson>(host.name, [this, &host](const QUrl &) { return m_net.dial(host); }, Dice(m_dice.any()), m_clock, m_history));
        PagePerson &page = *m_pages.back();
        page.open();
        letAct(&page, [this, &page, i] { actAsCitizen(page, i); }, 1'000);
    }
    QTimer::singleShot(3'000 + random(10'000), this, [this] {
        if (m_hub && m_disk.failingSyncs + m_disk.failingWrites == 0)
            m_backup = copied(m_disk.files);
    });
    if (m_planted.onStart)
        m_planted.onStart(*this);
    const int faults = m_planted.isCalm ? 0 : random(7);
    for (int i = 0; i < faults; ++i)
        causeSometime();

    m_stage.time.runUntil(m_stage.time.now() + (m_planted.isCalm ? kShortWork : kWork));
    m_isWorking = false;
    if (m_faults.contains(Fault::LineGoneForLong))
        m_stage.time.runUntil(m_stage.time.now() + 190'000ms);
    if (m_wasRestored)
        m_stage.time.runUntil(m_stage.time.now() + server::kRefillTime + 5s);
    mend();
    if (m_planted.onHeal)
        m_planted.onHeal(*this);
    const milliseconds mended = m_stage.time.now();
    QStringList found;
    do {
        m_stage.time.runUntil([this] { return unsettled().isEmpty(); }, kConverge);
        m_stage.time.runUntil(m_stage.time.now() + 500ms);
        found = differences();
    } while ((!found.isEmpty() || !unsettled().isEmpty()) && m_stage.time.now() - mended < kConverge);
    m_convergedAfter = m_stage.time.now() - mended;
    if (const QStringList who = unsettled(); !who.isEmpty())
        found.append(u"not settled after a minute: "_s + who.join(u", "_s));
    return found;
}

void World::mend()
{
    for (const auto &desk : m_desks)
        desk->host.weather = {};
    for (const auto &host : m_pageHosts)
        host->weather = {};
    for (const auto &desk : m_desks)
        m_net.heal(desk->host);
    for (const auto &host : m_pageHosts)
        m_net.heal(*host);
    m_disk.failingWrites = m_disk.failingSyncs = 0;
    m_disk.crashAtStep(1'000'000'000, Crash::Kill, {});
    for (const auto &desk : m_desks) {
        desk->disk.failingWrites = desk->disk.failingSyncs = 0;
        desk->disk.crashAtStep(1'000'000'000, Crash::Kill, {});
    }
}

QStringList World::unsettled() const
{
    QStringList who;
    if (!m_hub)
        who.append(m_host.name);
    for (const auto &desk : m_desks)
        if (!desk->isSettled())
            who.append(desk->name());
    for (const auto &page : m_pages)
        if (!page->isIdle())
            who.append(page->name());
    return who;
}

QStringList World::differences()
{
    if (!m_hub)
        return {u"there is no server"_s};
    std::optional<QStringList> found;
    m_hub->writer().post([&](server::Office &office) -> server::Completion {
        found = differencesIn(office);
        return {};
    });
    m_stage.time.runUntil([&] { return found.has_value(); }, 1'000ms);
    return found.value_or(QStringList{u"the writer stands still"_s});
}

QStringList World::differencesIn(server::Office &office)
{
    std::vector<Held> held;
    for (const auto &desk : m_desks) {
        auto on = heldOn(*desk);
        if (!on)
            return {desk->host.name + u": the replica cannot be read: "_s + on.error().detail};
        on->view = office.viewOf(office.actorOf(desk->seat().staff));
        held.push_back(*on);
    }
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        Held page;
        page.who = m_pageHosts[i]->name;
        page.view.citizen = m_pages[i]->citizen();
        page.rows = m_pages[i]->rows();
        held.push_back(page);
    }
    return check(office, m_history, held, {.wasRestored = m_wasRestored, .compareRows = true});
}

} // namespace bangban::sim
