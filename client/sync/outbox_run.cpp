// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/outbox_run.h"

#include "core/protocol/codec.h"

#include <QRandomGenerator>

#include <algorithm>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTryAgainMs = 1000;

} // namespace

bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Busy || code == ErrorCode::RateLimited || code == ErrorCode::Database
        || code == ErrorCode::RecordDamaged;
}

OutboxRun::OutboxRun(std::function<bool(const QByteArray &)> send, std::function<bool(const OutboxEntry &)> gate,
                     QObject *parent)
    : QObject(parent), m_send(std::move(send)), m_gate(std::move(gate))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_resting.clear();
        for (const OutboxEntry &entry : std::exchange(m_unstored, {}))
            store(entry);
        push();
    });
}

Result<void> OutboxRun::setOutbox(Outbox *outbox)
{
    m_outbox = outbox;
    m_entries.clear();
    m_sent.clear();
    m_resting.clear();
    m_unstored.clear(); // is asked again, and answered as it was
    if (!m_outbox)
        return {};
    TAKE(entries, m_outbox->entries());
    m_entries = std::move(entries);
    push();
    return {};
}

Result<void> OutboxRun::add(std::vector<OutboxEntry> entries, const std::vector<OutboxEntry> &dropped)
{
    if (!m_outbox)
        return fail(ErrorCode::NotSignedIn);
    QList<CommandId> ids;
    for (const OutboxEntry &entry : dropped)
        ids.append(entry.command);
    TRY(m_outbox->add(entries, ids));
    const auto isDropped = [&](const OutboxEntry &entry) { return ids.contains(entry.command); };
    std::erase_if(m_entries, isDropped);
    std::erase_if(m_unstored, isDropped); // dropped is the newer state
    std::move(entries.begin(), entries.end(), std::back_inserter(m_entries));
    push();
    return {};
}

void OutboxRun::setOnline(bool online)
{
    m_online = online;
    m_sent.clear();
    push();
}

void OutboxRun::push()
{
    if (!m_online)
        return;
    QSet<QString> lanes;
    for (const OutboxEntry &entry : m_entries) {
        // A failed one does not hold up its lane: the person decides about it in their own time.
        if (entry.state != OutboxState::Pending || lanes.contains(entry.lane))
            continue;
        lanes.insert(entry.lane);
        if (m_sent.contains(entry.command) || m_resting.contains(entry.command) || !m_gate(entry))
            continue;
        const QByteArray type = entry.type.toLatin1();
        if (m_send(protocol::encodeFrame(QLatin1String(type), entry.body)))
            m_sent.insert(entry.command);
    }
}

std::vector<OutboxEntry>::iterator OutboxRun::find(const CommandId &command)
{
    return std::find_if(m_entries.begin(), m_entries.end(), [&](const OutboxEntry &e) { return e.command == command; });
}

std::vector<OutboxEntry> OutboxRun::answer(const CommandId &command, const std::optional<Error> &error)
{
    const auto found = find(command);
    if (found == m_entries.end() || found->state != OutboxState::Pending)
        return {};
    m_sent.remove(command);
    if (error && isPassing(error->code)) {
        m_resting.insert(command);
        if (!m_again.isActive())
            m_again.start(kTryAgainMs + int(QRandomGenerator::global()->bounded(kTryAgainMs)));
        return {};
    }
    std::vector<OutboxEntry> settled;
    const auto settle = [&](OutboxEntry &entry) {
        entry.state = !error ? OutboxState::Done : entry.canWait() ? OutboxState::Failed : OutboxState::Dropped;
        entry.error = error;
        store(entry);
        settled.push_back(entry);
    };
    settle(*found);
    for (auto step = found + 1; error && found->isStep() && step != m_entries.end(); ++step)
        if (step->lane == found->lane && step->state == OutboxState::Pending)
            settle(*step);
    std::erase_if(m_entries, [](const OutboxEntry &entry) { return entry.state == OutboxState::Done || entry.state == OutboxState::Dropped; });
    push();
    return settled;
}

void OutboxRun::store(const OutboxEntry &entry)
{
    const auto stored = m_outbox->setState(entry.command, entry.state, entry.error);
    if (stored)
        return;
    emit storeFailed(stored.error());
    m_unstored.push_back(entry);
    if (!m_again.isActive())
        m_again.start(kTryAgainMs);
}

std::vector<OutboxEntry> OutboxRun::failed(const CommandId &command) const
{
    const auto found = std::ranges::find(m_entries, command, &OutboxEntry::command);
    if (found == m_entries.end() || found->state != OutboxState::Failed)
        return {};
    if (!found->isStep())
        return {*found};
    std::vector<OutboxEntry> steps;
    for (const OutboxEntry &entry : m_entries)
        if (entry.lane == found->lane && entry.state == OutboxState::Failed)
            steps.push_back(entry);
    return steps;
}

int OutboxRun::pending() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(),
                             [](const OutboxEntry &e) { return e.state == OutboxState::Pending; }));
}

} // namespace bangban::client
