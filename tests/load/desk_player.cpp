// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/players.h"

#include <algorithm>
#include <tuple>

namespace bangban::load {

using namespace Qt::StringLiterals;
using domain::RequestState;
using protocol::wireName;

namespace {

/// An offer stands for ten seconds; who thinks longer is marked as missed.
constexpr int kLongestClaimMs = 6'000;

} // namespace

bool Spoken::add(const protocol::MessageRow &row)
{
    const bool isSpoken = row.sender == domain::Sender::Citizen || row.sender == domain::Sender::Staff;
    if (!isSpoken || m_ids.contains(row.id))
        return false;
    m_ids.insert(row.id);
    return true;
}

DeskPlayer::DeskPlayer(client::ServerClock &clock, Ledger &ledger, Plays &plays, std::shared_ptr<Account> account,
                       const QString &password, Choice choice, int thinkMs)
    : m_ledger(ledger),
      m_plays(plays),
      m_account(std::move(account)),
      m_ordinal(m_account->desks++),
      m_choice(std::move(choice)),
      m_thinkMs(thinkMs),
      m_line(clock, ledger, {domain::Role::Agent, m_account->login, password})
{
    connect(&m_line, &WireLine::rowsTold, this, &DeskPlayer::takeRows);
}

void DeskPlayer::beReady()
{
    m_isWorking = true;
    setReady();
}

void DeskPlayer::setReady()
{
    if (std::exchange(m_isSettingReady, true))
        return;
    protocol::PresenceSet wish;
    wish.presence = domain::Presence::Ready;
    m_line.command(wish, [this](const Result<QJsonObject> &) {
        m_isSettingReady = false;
        lookForWork();
    });
}

void DeskPlayer::think(std::function<void()> then)
{
    QTimer::singleShot(std::min(m_choice.around(m_thinkMs), kLongestClaimMs), this, [this, then = std::move(then)] {
        if (!m_isStopped)
            then();
    });
}

// ---- what is told ------------------------------------------------------------------------------------------------

void DeskPlayer::takeRows(const std::vector<protocol::Change> &rows)
{
    const auto as = [&]<typename T>(const protocol::Change &change, const T &, auto then) {
        if (change.entity != wireName<T>() || !change.gone.isEmpty())
            return;
        if (const auto row = protocol::fromJson<T>(change.row))
            then(*row);
        else
            emit m_line.failed(change.entity + u": "_s + row.error().detail);
    };
    QSet<RequestId> touched;
    for (const protocol::Change &change : rows) {
        if (change.entity == wireName<protocol::RequestRow>() && !change.gone.isEmpty())
            m_waiting.remove(RequestId(change.id));
        as(change, protocol::RequestRow(), [this](const auto &row) { takeRequest(row); });
        as(change, protocol::StaffRow(), [this](const auto &row) { takeStaff(row); });
        as(change, protocol::ItemRow(), [this](const auto &row) { m_items.insert(row.id, row); });
        as(change, protocol::OfferRow(), [this](const auto &row) {
            if (row.staff == m_line.staff().id && row.state == domain::OfferState::Open)
                m_offered.insert(row.request);
            else
                m_offered.remove(row.request);
        });
        as(change, protocol::MessageRow(), [&](const auto &row) {
            // Kept before the claim is answered, too: what it changes is told before its answer.
            if (m_talks[row.request].spoken.add(row))
                touched.insert(row.request);
        });
    }
    for (const RequestId &request : std::as_const(touched))
        goOn(request);
    lookForWork();
}

void DeskPlayer::takeRequest(const protocol::RequestRow &row)
{
    if (row.state == RequestState::Waiting)
        m_waiting.insert(row.id, row);
    else
        m_waiting.remove(row.id);
    const auto talk = m_talks.constFind(row.id);
    const bool isLost = talk != m_talks.cend() && talk->isOurs && row.owner != m_line.staff().id;
    if (isLost)
        leave(row.id);
}

void DeskPlayer::takeStaff(const protocol::StaffRow &row)
{
    // One desk of the account sees to its presence; a sign-in of the next one has set it back.
    if (m_isWorking && !m_isStopped && m_ordinal == 0 && row.id == m_line.staff().id && row.presence != domain::Presence::Ready)
        setReady();
}

// ---- work --------------------------------------------------------------------------------------------------------

bool DeskPlayer::mayTake(const RequestId &request) const
{
    const auto play = m_plays.constFind(request);
    return play != m_plays.cend() && play->number % m_account->desks == m_ordinal && !m_account->taken.contains(request);
}

void DeskPlayer::lookForWork()
{
    if (!m_isWorking || m_isStopped)
        return;
    std::vector<std::pair<bool, protocol::RequestRow>> open;
    for (const auto &row : std::as_const(m_waiting))
        if ((row.openToAll || m_offered.contains(row.id)) && mayTake(row.id))
            open.emplace_back(!m_offered.contains(row.id), row);
    std::sort(open.begin(), open.end(), [](const auto &a, const auto &b) {
        return std::tie(a.first, a.second.priority, a.second.queuedAt, a.second.id)
            < std::tie(b.first, b.second.priority, b.second.queuedAt, b.second.id);
    });
    for (const auto &[isCard, row] : open) {
        if (m_account->open >= m_line.staff().maxChats)
            return;
        claim(row.id);
    }
}

void DeskPlayer::claim(const RequestId &request)
{
    m_account->taken.insert(request);
    ++m_account->open;
    think([this, request] {
        m_line.command(protocol::RequestClaim{{}, request}, [this, request](const Result<QJsonObject> &answer) {
            if (!answer) {
                // Another account was faster, or the offer is over; the next row says what holds now.
                --m_account->open;
                m_account->taken.remove(request);
                if (answer.error().code == ErrorCode::ClaimTaken)
                    m_waiting.remove(request);
                if (answer.error().code == ErrorCode::NotReady)
                    setReady();
                return;
            }
            Talk &talk = m_talks[request];
            talk.script = m_plays[request].script;
            talk.claimNo = (*answer)["claim_no"_L1].toInt();
            talk.isOurs = true;
            m_ledger.claimed(request, m_line.viewer(), m_account->login);
            goOn(request);
        });
    });
}

void DeskPlayer::goOn(const RequestId &request)
{
    Talk &talk = m_talks[request];
    if (!talk.isOurs || talk.isBusy)
        return;
    const auto next = std::size_t(talk.spoken.count());
    if (next < talk.script->turns.size() && talk.script->turns[next].isCitizen)
        return;
    talk.isBusy = true;
    think([this, request] { std::size_t(m_talks[request].spoken.count()) < m_talks[request].script->turns.size() ? say(request) : end(request); });
}

void DeskPlayer::say(const RequestId &request)
{
    Talk &talk = m_talks[request];
    protocol::MessageSend send;
    send.message = MessageId(m_line.newId());
    send.request = request;
    send.claimNo = talk.claimNo;
    send.words.text = talk.script->turns[std::size_t(talk.spoken.count())].words;
    m_ledger.sent(request, send.message, Side::Desk, send.words.text, m_line.monotonic());
    m_line.command(send, [this, request, message = send.message](const Result<QJsonObject> &answer) {
        if (!answer)
            return leave(request);
        m_ledger.acknowledged(message, (*answer)["seq"_L1].toInt());
        m_talks[request].isBusy = false;
        goOn(request);
    });
}

void DeskPlayer::end(const RequestId &request)
{
    m_line.command(protocol::RequestEnd{{}, request, m_talks[request].claimNo}, [this, request](const Result<QJsonObject> &answer) {
        if (!answer)
            return leave(request);
        think([this, request] { wrapUp(request); });
    });
}

void DeskPlayer::wrapUp(const RequestId &request)
{
    const Talk &talk = m_talks[request];
    m_line.command(protocol::RequestWrapUp{{}, request, talk.claimNo, talk.script->category, talk.script->result},
                   [this, request](const Result<QJsonObject> &answer) {
                       if (answer)
                           m_ledger.ended(request);
                       leave(request);
                   });
}

void DeskPlayer::leave(const RequestId &request)
{
    if (!std::exchange(m_talks[request].isOurs, false))
        return;
    --m_account->open;
    lookForWork();
}

} // namespace bangban::load
