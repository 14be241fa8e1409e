// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/desk_person.h"

#include <QDirIterator>
#include <QTimer>

namespace bangban::sim {

using namespace Qt::StringLiterals;
using domain::RequestState;
using protocol::RequestRow;

namespace {

/// A desktop's secret service, with the session that the run gave.
class GivenSession final : public client::TokenStore {
public:
    explicit GivenSession(client::SavedSession session) : m_session(std::move(session)) {}
    void load(const QString &, QObject *, std::function<void(client::SavedSession)> done) override { done(m_session); }
    void save(const QString &, const client::SavedSession &session) override { m_session = session; }
    void erase(const QString &) override { m_session = {}; }

private:
    client::SavedSession m_session;
};

const QUrl kServer(u"ws://server:1/ws"_s);

} // namespace

DeskPerson::DeskPerson(Seat seat, QString profile, const Clock &clock, client::Dial dial, Dice dice, History &history)
    : m_seat(std::move(seat)), m_profile(std::move(profile)), m_clock(clock), m_dial(std::move(dial)), m_dice(dice), m_history(history)
{
}

void DeskPerson::start()
{
    m_station = std::make_unique<client::Workstation>(client::Workstation::Options{m_profile, {}, m_dial, false}, m_clock,
                                                      std::make_unique<GivenSession>(m_seat.session));
    watch();
    m_station->connectTo(kServer);
}

void DeskPerson::stop()
{
    m_station.reset();
    m_requests.clear();
    m_own.clear();
    m_failed.clear();
    m_messageOf.clear();
    m_isIn = false;
    m_line = {};
}

bool DeskPerson::isSettled() const
{
    return m_station && m_isIn && m_line.state == client::LineState::Online && m_line.pending == 0;
}

QString DeskPerson::folder() const
{
    QDirIterator folders(m_profile, QDir::Dirs | QDir::NoDotAndDotDot);
    return folders.hasNext() ? folders.next() : QString();
}

void DeskPerson::watch()
{
    using client::Feed;
    client::Workstation &feed = *m_station;
    connect(&feed, &Feed::lineChanged, this, [this](const client::Line &line) { m_line = line; });
    connect(&feed, &Feed::signedIn, this, [this](const client::Account &) { m_isIn = true; });
    connect(&feed, &Feed::signedOut, this, [this](const Error &error) {
        m_history.faults.append(name() + u" was signed out: "_s + wireName(error.code));
    });
    connect(&feed, &Feed::signInRefused, this, [this](const Error &error) {
        if (!isGone() && error.code != ErrorCode::Database)
            m_history.faults.append(name() + u" was refused: "_s + wireName(error.code) + u' ' + error.detail);
    });
    connect(&feed, &Feed::cleared, this, [this] {
        m_requests.clear();
        m_own.clear();
    });
    connect(&feed, &Feed::requestsChanged, this, [this](const QList<RequestRow> &rows) {
        for (const RequestRow &row : rows) {
            // Several people reach for it in the same moment.
            if (row.state == RequestState::Waiting && !m_requests.contains(row.id) && m_dice.below(2) == 0)
                QTimer::singleShot(m_dice.below(60), m_station.get(), [this, id = row.id] { claim(id); });
            m_requests.insert(row.id, row);
        }
    });
    connect(&feed, &Feed::requestsGone, this, [this](const QList<RequestId> &ids, const QString &) {
        for (const RequestId &id : ids)
            m_requests.remove(id);
    });
    connect(&feed, &Feed::messagesChanged, this, [this](const QList<client::MessageView> &views) {
        for (const client::MessageView &view : views) {
            if (!view.row.words.text.isEmpty() && view.row.kind != domain::MessageKind::System)
                m_history.seen[m_seat.staff].insert(view.row.words.text);
            if (!view.command.isEmpty())
                m_messageOf.insert(view.command, view.row.id);
            if (view.mine && view.row.seq > 0 && !view.row.recalledAt)
                m_own.append({view.row.request, view.row.id});
        }
    });
    connect(&feed, &Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        if (isGone() || (answer.error && answer.error->code == ErrorCode::Unreachable))
            return;
        // A disk that would not take it: nothing was promised, and whether it stands the next start knows. (SQLite may
        // find a transaction whole whose sync had failed.)
        if (answer.error && answer.error->code == ErrorCode::Database)
            return;
        m_history.answer(answer.command, {answer.error ? std::optional(answer.error->code) : std::nullopt, answer.data["claim_no"_L1].toInt()});
        if (answer.error && answer.type == protocol::wireName<protocol::MessageSend>())
            m_failed.append(answer.command);
    });
}

std::optional<RequestId> DeskPerson::oneOf(const std::function<bool(const RequestRow &)> &fits) const
{
    QList<RequestId> fitting;
    for (const RequestRow &row : m_requests)
        if (fits(row))
            fitting.append(row.id);
    if (fitting.isEmpty())
        return std::nullopt;
    std::sort(fitting.begin(), fitting.end()); // the same one in each run of the same seed
    return fitting[m_dice.below(int(fitting.size()))];
}

void DeskPerson::say(const RequestId &request, bool isNote)
{
    const QString text = u"%1的第%2句"_s.arg(name()).arg(++m_sentences);
    const CommandId command = isNote ? m_station->sendNote(request, text) : m_station->sendText(request, text, {});
    // A refusal on the spot, or a machine that went in the middle of it, promised nothing.
    const bool isPromised = !isGone() && m_messageOf.contains(command);
    m_history.said.push_back({name(), true, request, m_messageOf.value(command), text, command, isPromised});
}

void DeskPerson::claim(const RequestId &request) { m_history.claims.insert(m_station->claim(request), {m_seat.staff, request}); }

void DeskPerson::beReady() { m_station->setPresence(domain::Presence::Ready, {}, false); }

void DeskPerson::putAccount(const protocol::AccountPut &account) { m_station->putAccount(account); }

void DeskPerson::act()
{
    if (!m_station || !m_isIn)
        return;
    const auto isOwn = [this](RequestState state) {
        return [this, state](const RequestRow &row) { return row.owner == m_seat.staff && row.state == state; };
    };
    const auto waiting = [](const RequestRow &row) { return row.state == RequestState::Waiting; };
    const auto serving = oneOf(isOwn(RequestState::Serving));
    const auto wrapping = oneOf(isOwn(RequestState::WrapUp));
    const int dice = m_dice.below(100);
    if (dice < 25) {
        if (const auto request = oneOf(waiting))
            claim(*request);
    } else if (dice < 65) {
        if (serving)
            say(*serving, dice < 30);
    } else if (dice < 70) {
        if (serving) {
            m_station->transfer(*serving, NodeId(m_dice.below(2) ? u"D01"_s : u"D02"_s), {}, u"请看一下"_s);
            if (m_dice.below(2) == 0)
                say(*serving, false); // one more word, too late
        }
    } else if (dice < 75) {
        if (serving)
            m_station->end(*serving);
    } else if (dice < 82) {
        if (wrapping)
            m_station->wrapUp(*wrapping, u"ZX01"_s, u"JG1"_s);
    } else if (dice < 87) {
        if (serving)
            m_station->markRead(*serving, m_requests.value(*serving).lastSeq);
    } else if (dice < 90) {
        if (!m_own.isEmpty()) {
            const auto message = m_own[m_dice.below(int(m_own.size()))];
            m_history.recalls.insert(message.second);
            m_station->recall(message.first, message.second);
        }
    } else if (dice < 93) {
        if (!m_failed.isEmpty())
            m_station->discard(m_failed.takeLast());
    } else {
        beReady();
    }
}

} // namespace bangban::sim
