// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/load_run.h"

#include <algorithm>

namespace bangban::load {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kSettle = 100ms;     ///< between two looks whether every command is answered
constexpr int kSettleLooks = 50;    ///< five seconds; then it is compared as it stands
constexpr auto kComeBackTime = 15s;
constexpr auto kLastWords = 500ms;  ///< for what is on its way to the other side when the last answer came

} // namespace

LoadRun::LoadRun(const Clock &clock, RunOptions options, const std::vector<Script> &scripts)
    : m_options(std::move(options)), m_scripts(scripts), m_clock(clock)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &LoadRun::stop);
    connect(&m_asking, &QTimer::timeout, this, &LoadRun::nextCitizen);
    m_asking.setInterval(std::max(1, int(1000 / m_options.asksPerSecond)));
    for (const QString &login : std::as_const(m_options.logins))
        m_accounts.push_back(std::make_shared<Account>(Account{login, 0, 0, {}}));
}

void LoadRun::start()
{
    m_began = m_stopped = m_clock.monotonic();
    m_limit.start(std::chrono::seconds(m_options.seconds));
    for (int number = 0; number < m_options.desks; ++number)
        addDesk(number);
}

void LoadRun::addDesk(int number)
{
    const auto &account = m_accounts[std::size_t(number) % m_accounts.size()];
    DeskPlayer &desk = m_desks.emplace_back(m_clock, m_ledger, m_plays, account, m_options.password,
                                            Choice(m_options.seed, -1 - number), m_options.thinkMs);
    connect(&desk.line(), &WireLine::entered, this, &LoadRun::deskEntered);
    connect(&desk.line(), &WireLine::cameBack, this, [this] { ++m_cameBack; });
    connect(&desk.line(), &WireLine::failed, this, &LoadRun::failed);
    desk.line().open(m_options.url);
}

void LoadRun::deskEntered()
{
    if (++m_entered < m_options.desks || m_isStopping)
        return;
    std::set<NodeId> units;
    for (DeskPlayer &desk : m_desks)
        units.insert(desk.line().staff().unit);
    const QString today = toIso(dateOf(m_clock.now()));
    for (const protocol::ItemRow &item : m_desks.front().items())
        if (units.contains(item.unit) && item.chat && item.validFrom <= today && (item.validTo.isEmpty() || today <= item.validTo))
            m_items.push_back(item.id);
    if (m_items.empty())
        return emit failed(u"no item belongs to the units of these desks"_s);
    std::sort(m_items.begin(), m_items.end());
    for (DeskPlayer &desk : m_desks)
        desk.beReady();
    m_asking.start();
}

ItemId LoadRun::itemFor(const Script &script, Choice &choice) const
{
    const bool isServed = std::binary_search(m_items.begin(), m_items.end(), script.item);
    return isServed ? script.item : m_items[std::size_t(choice.between(0, int(m_items.size()) - 1))];
}

void LoadRun::nextCitizen()
{
    const int number = int(m_citizens.size());
    if (number + 1 >= m_options.citizens)
        m_asking.stop();
    if (number >= m_options.citizens)
        return;
    Choice choice(m_options.seed, number);
    const Script &script = m_scripts[std::size_t(choice.between(0, int(m_scripts.size()) - 1))];
    const ItemId item = itemFor(script, choice);
    CitizenPlayer &citizen = m_citizens.emplace_back(m_clock, m_ledger, m_plays, Play{&script, number}, item,
                                                     std::move(choice), m_options.thinkMs);
    connect(&citizen, &CitizenPlayer::done, this, &LoadRun::citizenDone);
    connect(&citizen.line(), &WireLine::cameBack, this, [this] { ++m_cameBack; });
    connect(&citizen.line(), &WireLine::failed, this, &LoadRun::failed);
    citizen.line().open(m_options.url);
}

void LoadRun::citizenDone()
{
    if (++m_done == m_options.citizens)
        stop();
}

void LoadRun::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    m_stopped = m_clock.monotonic();
    m_limit.stop();
    m_asking.stop();
    for (DeskPlayer &desk : m_desks)
        desk.stop();
    for (CitizenPlayer &citizen : m_citizens)
        citizen.stop();
    connect(&m_settling, &QTimer::timeout, this, [this, looks = 0]() mutable {
        const bool isIdle = std::all_of(m_desks.begin(), m_desks.end(), [](auto &desk) { return desk.line().isIdle(); })
            && std::all_of(m_citizens.begin(), m_citizens.end(), [](auto &citizen) { return citizen.line().isIdle(); });
        if (!isIdle && ++looks < kSettleLooks)
            return;
        m_settling.stop();
        QTimer::singleShot(kLastWords, this, &LoadRun::fetchAnew);
    });
    m_settling.start(kSettle);
}

void LoadRun::fetchAnew()
{
    for (DeskPlayer &desk : m_desks)
        desk.line().comeBack();
    for (CitizenPlayer &citizen : m_citizens)
        citizen.line().comeBack();
    m_settling.disconnect(this);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        if (m_cameBack >= int(m_desks.size() + m_citizens.size()))
            finish();
    });
    m_settling.start(kSettle);
    QTimer::singleShot(kComeBackTime, this, &LoadRun::finish);
}

void LoadRun::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    m_settling.stop();
    for (DeskPlayer &desk : m_desks)
        desk.line().close();
    for (CitizenPlayer &citizen : m_citizens)
        citizen.line().close();
    m_ledger.judge();
    emit finished();
}

QJsonObject LoadRun::report() const
{
    QJsonObject report = m_ledger.report(m_stopped - m_began);
    report.insert(u"seed"_s, qint64(m_options.seed));
    report.insert(u"desks"_s, m_options.desks);
    report.insert(u"citizens"_s, m_options.citizens);
    report.insert(u"unfinished"_s, m_options.citizens - m_done);
    report.insert(u"came_back"_s, m_cameBack);
    return report;
}

} // namespace bangban::load
