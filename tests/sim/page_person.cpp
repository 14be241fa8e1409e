// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/page_person.h"

#include "core/base/uuid7.h"
#include "tests/sim/check.h"

namespace bangban::sim {

using namespace Qt::StringLiterals;
using protocol::wireName;

namespace {

constexpr milliseconds kBeat{5'000};
constexpr milliseconds kSilent{15'000};

bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Busy || code == ErrorCode::RateLimited || code == ErrorCode::Database || code == ErrorCode::RecordDamaged;
}

} // namespace

PagePerson::PagePerson(QString name, client::Dial dial, Dice dice, const Clock &clock, History &history)
    : m_name(std::move(name)), m_dialServer(std::move(dial)), m_dice(dice), m_clock(clock), m_history(history)
{
    m_redial.setSingleShot(true);
    m_redial.callOnTimeout(this, &PagePerson::dial);
    m_beat.setInterval(kBeat);
    m_beat.callOnTimeout(this, [this] {
        if (m_clock.monotonic() - m_heard > kSilent)
            lost();
        else
            send(protocol::Ping{m_clock.monotonic().count()});
    });
    m_beat.start();
}

PagePerson::~PagePerson()
{
    if (m_line)
        m_line->disconnect(this);
    delete m_line;
}

void PagePerson::open() { m_redial.start(m_dice.below(200)); }

void PagePerson::reload()
{
    m_rows.clear();
    m_scopeOf.clear();
    m_cursors.clear();
    m_through.clear();
    lost();
}

void PagePerson::dial()
{
    m_heard = m_clock.monotonic();
    m_line = m_dialServer({});
    connect(m_line, &wire::Channel::opened, this,
            [this] { send(protocol::Hello{u"page/0.1"_s, domain::Role::Citizen, m_token, {}}); });
    connect(m_line, &wire::Channel::received, this, &PagePerson::hear);
    connect(m_line, &wire::Channel::closed, this, &PagePerson::lost);
}

void PagePerson::lost()
{
    m_isIn = false;
    for (Entry &entry : m_entries)
        entry.isSent = false;
    m_pieces.clear();
    if (m_line) {
        m_line->disconnect(this);
        m_line->abort();
        m_line->deleteLater();
        m_line = nullptr;
    }
    m_redial.start(250 + m_dice.below(1'000));
}

// ---- commands ----------------------------------------------------------------------------------------------------

template<protocol::Described T>
CommandId PagePerson::write(T command)
{
    command.cmdId = CommandId(makeUuid7(m_clock.now()));
    m_entries.append({command.cmdId, command.request, protocol::encode(command)});
    push();
    return command.cmdId;
}

void PagePerson::push()
{
    if (!m_isIn)
        return;
    QSet<RequestId> lanes;
    const bool isAgain = std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.isAgain; });
    for (Entry &entry : m_entries) {
        const RequestId lane = isAgain ? RequestId() : entry.request;
        if (lanes.contains(lane))
            continue;
        lanes.insert(lane);
        if (!std::exchange(entry.isSent, true))
            m_line->send(entry.frame);
    }
}

void PagePerson::sendTwice()
{
    for (const Entry &entry : std::as_const(m_entries))
        if (m_isIn && entry.isSent)
            m_line->send(entry.frame);
}

void PagePerson::ask(const ItemId &item, const QString &text)
{
    protocol::RequestAsk ask;
    ask.request = RequestId(makeUuid7(m_clock.now()));
    ask.item = item;
    ask.purpose = domain::Purpose::Errand;
    ask.words.text = text;
    m_request = ask.request;
    m_said = 1;
    const CommandId id = write(ask);
    m_history.said.push_back({m_name, false, m_request, {}, text, id});
}

void PagePerson::say(const QString &text)
{
    protocol::MessageSend send;
    send.message = MessageId(makeUuid7(m_clock.now()));
    send.request = m_request;
    send.words.text = text;
    ++m_said;
    const CommandId id = write(send);
    m_history.said.push_back({m_name, false, m_request, send.message, text, id});
}

void PagePerson::withdraw() { write(protocol::RequestWithdraw{{}, m_request}); }

void PagePerson::rate(bool solved)
{
    protocol::RatingGive rating;
    rating.request = m_request;
    rating.solved = solved;
    rating.stars = 4;
    write(rating);
}

void PagePerson::answered(const CommandId &id, const std::optional<Error> &error)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == id; });
    if (error && isPassing(error->code)) {
        if (found != m_entries.end())
            QTimer::singleShot(1'000 + m_dice.below(2'000), this, [this, id] {
                for (Entry &entry : m_entries)
                    if (entry.id == id)
                        entry.isSent = false;
                push();
            });
        return;
    }
    if (found == m_entries.end() || !found->isAgain)
        m_history.answer(id, {error ? std::optional(error->code) : std::nullopt});
    else if (error)
        m_history.refusedAgain.insert(id, error->code);
    if (found == m_entries.end())
        return;
    if (!error)
        m_done.append(*found);
    m_entries.erase(found);
    push();
}

// ---- what the server says ------------------------------------------------------------------------------------------

void PagePerson::hear(const QByteArray &bytes)
{
    m_heard = m_clock.monotonic();
    const auto frame = protocol::decode(bytes);
    if (!frame) {
        m_history.faults.append(u"a page got a malformed message"_s);
        return lost();
    }
    const auto is = [&](QLatin1String name) { return frame->type == name; };
    if (is(wireName<protocol::Ping>())) {
        send(protocol::Pong{protocol::fromJson<protocol::Ping>(frame->body).value_or(protocol::Ping()).sentAt, m_clock.now()});
    } else if (is(wireName<protocol::Welcome>())) {
        const auto welcome = protocol::fromJson<protocol::Welcome>(frame->body).value_or(protocol::Welcome());
        if (!welcome.token.isEmpty())
            m_token = welcome.token;
        if (!m_epoch.isEmpty() && m_epoch != welcome.epoch) {
            for (Entry &entry : m_done)
                entry.isAgain = true, entry.isSent = false;
            m_entries = std::exchange(m_done, {}) + m_entries;
        }
        m_epoch = welcome.epoch;
        m_isIn = true;
        resume();
        push();
    } else if (is(wireName<protocol::CommandResult>())) {
        answered(CommandId(frame->body["cmd_id"_L1].toString()), std::nullopt);
    } else if (is(wireName<protocol::Refused>())) {
        const auto refused = protocol::fromJson<protocol::Refused>(frame->body).value_or(protocol::Refused());
        const Error error{errorCodeFromWire(refused.code).value_or(ErrorCode::Internal), refused.detail};
        if (!refused.cmdId.isEmpty())
            answered(refused.cmdId, error);
    } else if (is(wireName<protocol::Snapshot>())) {
        takeSnapshot(protocol::fromJson<protocol::Snapshot>(frame->body).value_or(protocol::Snapshot()));
    } else if (is(wireName<protocol::Batch>())) {
        takeBatch(protocol::fromJson<protocol::Batch>(frame->body).value_or(protocol::Batch()));
    }
}

void PagePerson::resume() { send(protocol::Resume{m_cursors.values()}); }

void PagePerson::takeSnapshot(const protocol::Snapshot &piece)
{
    auto &rows = m_pieces[piece.scope];
    if (piece.piece == 0)
        rows.clear();
    rows.insert(rows.end(), piece.rows.begin(), piece.rows.end());
    if (!piece.last)
        return;
    const auto keys = m_scopeOf.keys(piece.scope);
    for (const Key &key : keys) {
        m_rows.remove(key);
        m_scopeOf.remove(key);
    }
    for (const protocol::Change &change : rows)
        put(piece.scope, change);
    m_pieces.remove(piece.scope);
    m_cursors.insert(piece.scope, piece.cursor);
    m_through.remove(piece.scope);
}

void PagePerson::takeBatch(const protocol::Batch &batch)
{
    if (!m_cursors.contains(batch.scope))
        return;
    const auto through = m_through.constFind(batch.scope);
    if (through != m_through.constEnd() && batch.from > *through) { // a hole
        m_cursors.remove(batch.scope);
        m_through.remove(batch.scope);
        return resume();
    }
    for (const protocol::Change &change : batch.changes)
        put(batch.scope, change);
    m_through.insert(batch.scope, batch.through);
    if (!batch.cursor.isEmpty())
        m_cursors.insert(batch.scope, batch.cursor);
}

void PagePerson::put(const QString &scope, const protocol::Change &change)
{
    const Key key{change.entity, change.id};
    if (!change.gone.isEmpty()) {
        m_rows.remove(key);
        m_scopeOf.remove(key);
        return;
    }
    m_rows.insert(key, change.row);
    m_scopeOf.insert(key, scope);
}

QStringList PagePerson::rows() const
{
    QStringList lines;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
        lines.append(lineOf({it.key().first, it.key().second, *it, {}}));
    lines.sort();
    return lines;
}

} // namespace bangban::sim
