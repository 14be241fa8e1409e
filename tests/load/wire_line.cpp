// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/wire_line.h"

#include <algorithm>

namespace bangban::load {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::wireName;

namespace {

constexpr int kScopes = 2; ///< catalogue and district
constexpr auto kLater = 250ms;

bool meansLater(ErrorCode code)
{
    return code == ErrorCode::Busy || code == ErrorCode::RateLimited || code == ErrorCode::Database;
}

} // namespace

WireLine::WireLine(client::ServerClock &clock, Ledger &ledger, Caller caller)
    : m_clock(clock),
      m_ledger(ledger),
      m_caller(std::move(caller)),
      m_viewer(ledger.addViewer(m_caller.role == domain::Role::Citizen ? Side::Citizen : Side::Desk)),
      m_connection(clock, client::LineTimes())
{
    connect(&m_connection, &client::Connection::opened, this, &WireLine::greet);
    connect(&m_connection, &client::Connection::frameReceived, this, &WireLine::take);
    connect(&m_connection, &client::Connection::closed, this, [this] {
        m_isIn = false;
        m_pieces.clear();
        if (!std::exchange(m_isLeaving, false))
            m_ledger.disconnected();
    });
}

void WireLine::close()
{
    m_isLeaving = m_connection.isUp();
    m_connection.close();
}

void WireLine::comeBack()
{
    m_isAgain = true;
    m_cursors.clear();
    m_through.clear();
    // A line that is down anyway dials by itself.
    m_isLeaving = m_connection.isUp();
    m_connection.hangUp("comes back to fetch everything anew");
}

void WireLine::post(const CommandId &id, const QByteArray &bytes, Answer answer)
{
    m_waiting.insert(id, {bytes, std::move(answer)});
    if (m_isIn)
        m_connection.send(bytes);
}

// ---- getting in --------------------------------------------------------------------------------------------------

void WireLine::greet() { m_connection.send(protocol::encode(protocol::Hello{u"load"_s, m_caller.role, m_token, {}})); }

void WireLine::signIn()
{
    m_connection.send(protocol::encode(protocol::SignIn{m_caller.login, {m_caller.password}, domain::Presence::Busy, {}}));
}

void WireLine::takeWelcome(const protocol::Welcome &welcome)
{
    if (m_caller.role != domain::Role::Citizen) {
        if (!welcome.signedIn)
            signIn();
        return;
    }
    if (!m_token.isEmpty() && !welcome.token.isEmpty())
        return emit failed(u"the page token was not taken: "_s + welcome.refused);
    if (!welcome.token.isEmpty())
        m_token = welcome.token;
    subscribe();
}

void WireLine::subscribe()
{
    m_through.clear();
    m_pieces.clear();
    m_connection.send(protocol::encode(protocol::Resume{m_cursors.values()}));
    m_isIn = true;
    for (const Waiting &each : std::as_const(m_waiting))
        m_connection.send(each.bytes);
}

// ---- what comes --------------------------------------------------------------------------------------------------

void WireLine::take(const protocol::Frame &frame)
{
    const auto handOn = [&]<typename T>(void (WireLine::*method)(const T &)) {
        if (frame.type != wireName<T>())
            return;
        if (const auto message = protocol::fromJson<T>(frame.body))
            (this->*method)(*message);
        else
            emit failed(frame.type + u": "_s + message.error().detail);
    };
    handOn(&WireLine::takeWelcome);
    handOn(&WireLine::takeSnapshot);
    handOn(&WireLine::takeBatch);
    handOn(&WireLine::takeResult);
    handOn(&WireLine::takeRefusal);
    if (frame.type == wireName<protocol::SignedIn>()) {
        const auto in = protocol::fromJson<protocol::SignedIn>(frame.body);
        if (!in)
            return emit failed(in.error().detail);
        m_staff = in->staff;
        if (!in->token.isEmpty())
            m_token = in->token;
        subscribe();
    } else if (frame.type == wireName<protocol::SnapshotRequired>()) {
        const QString scope = frame.body["scope"_L1].toString();
        m_cursors.remove(scope);
        m_through.remove(scope);
    }
}

std::vector<protocol::MessageRow> WireLine::messagesIn(const std::vector<protocol::Change> &rows)
{
    std::vector<protocol::MessageRow> messages;
    for (const protocol::Change &change : rows) {
        if (change.entity != wireName<protocol::MessageRow>() || !change.gone.isEmpty())
            continue;
        if (const auto row = protocol::fromJson<protocol::MessageRow>(change.row))
            messages.push_back(*row);
        else
            emit failed(u"message row: "_s + row.error().detail);
    }
    return messages;
}

void WireLine::takeSnapshot(const protocol::Snapshot &piece)
{
    auto &rows = m_pieces[piece.scope];
    if (piece.piece == 0)
        rows.clear();
    rows.insert(rows.end(), piece.rows.begin(), piece.rows.end());
    if (!piece.last)
        return;
    const auto whole = m_pieces.take(piece.scope);
    m_cursors.insert(piece.scope, piece.cursor);
    m_through.remove(piece.scope);
    const bool isCatalogue = std::any_of(whole.begin(), whole.end(),
                                         [](const auto &row) { return row.entity == wireName<protocol::ItemRow>(); });
    if (!isCatalogue)
        m_ledger.fetched(m_viewer, messagesIn(whole), m_isAgain);
    emit rowsTold(whole);
    if (m_cursors.size() < kScopes)
        return;
    if (m_isAgain)
        emit cameBack();
    else if (!std::exchange(m_wasIn, true))
        emit entered();
}

void WireLine::takeBatch(const protocol::Batch &batch)
{
    const auto through = m_through.constFind(batch.scope);
    const bool isKnown = m_cursors.contains(batch.scope);
    if (isKnown && through != m_through.cend() && batch.through < *through)
        return;
    if (!isKnown || (through != m_through.cend() && batch.from > *through)) {
        m_connection.send(protocol::encode(protocol::Resume{m_cursors.values()}));
        return;
    }
    m_through.insert(batch.scope, batch.through);
    if (!batch.cursor.isEmpty())
        m_cursors.insert(batch.scope, batch.cursor);
    if (batch.changes.empty())
        return;
    if (!m_isAgain)
        m_ledger.told(m_viewer, messagesIn(batch.changes), m_clock.monotonic());
    emit rowsTold(batch.changes);
}

void WireLine::takeResult(const protocol::CommandResult &result)
{
    if (!m_waiting.contains(result.cmdId))
        return; // the repeat of one whose first answer came after all
    m_ledger.answered();
    m_waiting.take(result.cmdId).answer(result.data);
}

void WireLine::takeRefusal(const protocol::Refused &refused)
{
    m_ledger.refused(refused.code);
    const ErrorCode code = errorCodeFromWire(refused.code).value_or(ErrorCode::Internal);
    if (refused.cmdId.isEmpty()) {
        if (m_caller.role != domain::Role::Citizen && !m_isIn) {
            if (!meansLater(code))
                return emit failed(m_caller.login + u": "_s + refused.code);
            QTimer::singleShot(kLater, this, &WireLine::signIn);
        }
        return;
    }
    const auto waiting = m_waiting.constFind(refused.cmdId);
    if (waiting == m_waiting.cend())
        return;
    if (meansLater(code)) {
        QTimer::singleShot(kLater, this, [this, id = refused.cmdId] {
            if (m_isIn && m_waiting.contains(id))
                m_connection.send(m_waiting.value(id).bytes);
        });
        return;
    }
    m_ledger.answered();
    m_waiting.take(refused.cmdId).answer(fail(code, refused.detail));
}

} // namespace bangban::load
