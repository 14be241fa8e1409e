// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/players.h"

namespace bangban::load {

using namespace Qt::StringLiterals;
using domain::RequestState;
using protocol::wireName;

CitizenPlayer::CitizenPlayer(client::ServerClock &clock, Ledger &ledger, Plays &plays, Play play, const ItemId &item,
                             Choice choice, int thinkMs)
    : m_ledger(ledger),
      m_plays(plays),
      m_play(play),
      m_item(item),
      m_choice(std::move(choice)),
      m_thinkMs(thinkMs),
      m_line(clock, ledger, {domain::Role::Citizen, {}, {}})
{
    connect(&m_line, &WireLine::entered, this, &CitizenPlayer::ask);
    connect(&m_line, &WireLine::rowsTold, this, &CitizenPlayer::takeRows);
}

void CitizenPlayer::think(std::function<void()> then)
{
    QTimer::singleShot(m_choice.around(m_thinkMs), this, [this, then = std::move(then)] {
        if (!m_isStopped)
            then();
    });
}

void CitizenPlayer::ask()
{
    if (m_isStopped)
        return finish();
    m_request = RequestId(m_line.newId());
    m_plays.insert(m_request, m_play);
    protocol::RequestAsk ask;
    ask.request = m_request;
    ask.item = m_item;
    ask.purpose = domain::Purpose(m_choice.between(0, int(domain::enumNames<domain::Purpose>().size()) - 1));
    ask.words.text = m_play.script->turns.front().words;
    m_ledger.asked(m_request, m_line.viewer(), ask.words.text, m_line.monotonic());
    m_isBusy = true;
    m_line.command(ask, [this](const Result<QJsonObject> &answer) { askAnswered(answer); });
}

void CitizenPlayer::askAnswered(const Result<QJsonObject> &answer)
{
    m_isBusy = false;
    if (!answer)
        return finish();
    const auto state = domain::fromName<RequestState>((*answer)["state"_L1].toString());
    const bool isCallBack = state && (*state == RequestState::CallBack || *state == RequestState::Choosing);
    m_ledger.askAcknowledged(m_request, isCallBack);
    // In a gap of the day somebody would choose; what this play measures is over either way.
    isCallBack ? finish() : goOn();
}

void CitizenPlayer::takeRows(const std::vector<protocol::Change> &rows)
{
    for (const protocol::Change &change : rows) {
        if (!change.gone.isEmpty())
            continue;
        if (change.entity == wireName<protocol::MessageRow>()) {
            if (const auto row = protocol::fromJson<protocol::MessageRow>(change.row); row && row->request == m_request)
                m_spoken.add(*row);
        } else if (change.entity == wireName<protocol::RequestRow>()) {
            if (const auto row = protocol::fromJson<protocol::RequestRow>(change.row); row && row->id == m_request)
                takeRequest(*row);
        }
    }
    if (!m_request.isEmpty())
        goOn();
}

void CitizenPlayer::takeRequest(const protocol::RequestRow &row)
{
    if (row.state == RequestState::CallBack) {
        m_ledger.turnedIntoCallBack(m_request);
        return finish();
    }
    m_isClosed = m_isClosed || row.state == RequestState::Closed;
    if ((m_isClosed || row.state == RequestState::WrapUp) && !m_isDone && !m_isStopped)
        rate();
    if (m_isClosed && m_isRatingAnswered)
        finish();
}

void CitizenPlayer::goOn()
{
    const auto next = std::size_t(m_spoken.count());
    if (m_isBusy || m_isDone || m_isRated || next == 0 || next >= m_play.script->turns.size()
        || !m_play.script->turns[next].isCitizen)
        return;
    m_isBusy = true;
    think([this] { say(); });
}

void CitizenPlayer::say()
{
    protocol::MessageSend send;
    send.message = MessageId(m_line.newId());
    send.request = m_request;
    send.words.text = m_play.script->turns[std::size_t(m_spoken.count())].words;
    m_ledger.sent(m_request, send.message, Side::Citizen, send.words.text, m_line.monotonic());
    m_line.command(send, [this, message = send.message](const Result<QJsonObject> &answer) {
        m_isBusy = false;
        if (!answer)
            return;
        m_ledger.acknowledged(message, (*answer)["seq"_L1].toInt());
        goOn();
    });
}

void CitizenPlayer::rate()
{
    if (std::exchange(m_isRated, true))
        return;
    think([this] {
        protocol::RatingGive rating;
        rating.request = m_request;
        rating.solved = m_play.script->solved;
        rating.stars = m_choice.between(3, 5);
        m_line.command(rating, [this, solved = rating.solved](const Result<QJsonObject> &answer) {
            if (answer && solved)
                m_ledger.rated(m_request, *solved);
            m_isRatingAnswered = true;
            if (m_isClosed)
                finish();
        });
    });
}

void CitizenPlayer::finish()
{
    if (!std::exchange(m_isDone, true))
        emit done();
}

} // namespace bangban::load
