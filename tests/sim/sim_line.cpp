// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/sim_line.h"

#include "tests/sim/virtual_time.h"

#include <QTimer>

namespace bangban::sim {

using namespace Qt::StringLiterals;

milliseconds SimLine::delay()
{
    const Weather &weather = m_client.weather;
    return weather.fastest + milliseconds(m_dice.below(int((weather.slowest - weather.fastest).count()) + 1));
}

wire::Channel *SimNet::dial(Host &host)
{
    auto *line = new SimLine(*this, host, host);
    QTimer::singleShot(line->delay(), line, [this, line, &host] {
        if (host.weather.isHole)
            return; // nobody answers, nobody refuses
        if (host.weather.isRefused || !onCall || !server || server->isDead)
            return line->end(milliseconds(0), u"refused"_s);
        auto *other = new SimLine(*this, *server, host);
        line->m_peer = other;
        other->m_peer = line;
        line->m_wasOpen = other->m_wasOpen = true;
        onCall(other);
        emit line->opened();
    });
    return line;
}

void SimNet::cut(const Host &host)
{
    const auto lines = m_lines; // an end that learns of it may take the other away
    for (SimLine *line : lines)
        if (m_lines.contains(line) && &line->m_client == &host) {
            line->m_isCut = true;
            line->m_isLost = random(2) == 0;
            line->end(milliseconds(random(3'000)), u"cut"_s);
        }
}

void SimNet::heal(const Host &host)
{
    const auto lines = m_lines;
    for (SimLine *line : lines) {
        if (!m_lines.contains(line) || &line->m_client != &host)
            continue;
        const QPointer<SimLine> alive(line);
        const auto held = std::exchange(line->m_held, {});
        for (const QByteArray &message : held)
            if (alive)
                line->deliver(message);
    }
}

SimLine::SimLine(SimNet &net, Host &self, Host &client) : m_net(net), m_dice(net.dice().any()), m_self(self), m_client(client) { m_net.m_lines.append(this); }

SimLine::~SimLine()
{
    m_net.m_lines.removeOne(this);
    hangUp();
}

milliseconds SimLine::now() { return static_cast<VirtualTime *>(QAbstractEventDispatcher::instance())->now(); }

bool SimLine::send(const QByteArray &message)
{
    if (m_isOver || m_self.isDead)
        return false;
    if (!m_peer) { // a machine that came back knows nothing of this line and says so
        const Host &other = &m_self == &m_client ? *m_net.server : m_client;
        if (m_wasOpen && !other.isDead && !m_client.weather.isHole)
            end(delay(), u"reset"_s);
        return false;
    }
    if (m_isCut)
        return true;
    const bool isToServer = &m_self == &m_client;
    const QList<QByteArray> messages = m_net.onMessage ? m_net.onMessage(m_client, isToServer, message) : QList{message};
    for (const QByteArray &bytes : messages) {
        m_busyUntil = std::max(m_busyUntil, now() + delay());
        m_unsent += bytes.size();
        QTimer::singleShot(m_busyUntil - now(), m_peer, [this, self = QPointer<SimLine>(this), peer = m_peer, bytes] {
            if (self) {
                m_unsent -= bytes.size();
                emit written();
            }
            if (peer && !peer->m_isLost)
                peer->deliver(bytes);
        });
    }
    return true;
}

void SimLine::deliver(const QByteArray &message)
{
    if (m_isOver || m_self.isDead)
        return;
    if (m_client.weather.isHole || !m_held.isEmpty())
        m_held.append(message);
    else
        emit received(message);
}

void SimLine::end(milliseconds after, const QString &why)
{
    QTimer::singleShot(after, this, [this, why] {
        if (std::exchange(m_isOver, true) || m_self.isDead)
            return;
        emit closed(why);
    });
}

/// The other end learns of it after all that is on its way, unless nothing gets through.
void SimLine::hangUp()
{
    if (m_peer && !m_client.weather.isHole && !m_self.isSilent)
        m_peer->end(std::max(m_busyUntil - now(), delay()), u"the other side hung up"_s);
    m_peer = nullptr;
}

void SimLine::close(const QString &why)
{
    if (m_isOver)
        return;
    hangUp();
    end(milliseconds(0), why);
}

void SimLine::abort()
{
    if (m_isOver)
        return;
    hangUp();
    end(milliseconds(0), u"aborted"_s);
}

} // namespace bangban::sim
