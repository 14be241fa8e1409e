// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/channel.h"
#include "tests/sim/dice.h"

#include <QPointer>

#include <chrono>
#include <functional>

namespace bangban::sim {

using std::chrono::milliseconds;
class SimLine;

/// What a machine's way to the server is like, for all its connections.
struct Weather {
    milliseconds fastest{1};
    milliseconds slowest{20};
    bool isHole = false;    ///< half-open: nothing arrives, nobody is told
    bool isRefused = false; ///< no new connection comes about
};

/// A program that talks, and whether it is still there: of one that crashed nothing gets out any more.
struct Host {
    QString name;
    Weather weather;
    bool isDead = false;
    bool isSilent = false; ///< the whole machine is gone: nobody hangs up for it
};

/// The network between the programs of one run: messages arrive whole and in order, after a while, until a line is cut.
class SimNet final : public QObject {
public:
    explicit SimNet(quint32 seed) : m_dice(seed) {}

    /// Who takes calls; nobody if it is empty.
    std::function<void(wire::Channel *)> onCall;
    Host *server = nullptr;

    /// A channel from the host that opens later, or closes.
    wire::Channel *dial(Host &host);
    /// All lines of the host: what is on its way is lost or arrives, and each end learns of it at its own time.
    void cut(const Host &host);
    /// Sends what a hole held back.
    void heal(const Host &host);

    /// What becomes of a message: for planted bugs. \param toServer  its direction
    std::function<QList<QByteArray>(const Host &host, bool toServer, const QByteArray &message)> onMessage;

    [[nodiscard]] Dice &dice() { return m_dice; }
    [[nodiscard]] int random(int below) { return m_dice.below(below); }

private:
    friend class SimLine;
    Dice m_dice;
    QList<SimLine *> m_lines; ///< oldest first
};

/// One end of a line.
class SimLine final : public wire::Channel {
public:
    SimLine(SimNet &net, Host &self, Host &client);
    ~SimLine() override;

    bool send(const QByteArray &message) override;
    [[nodiscard]] qint64 unsentBytes() const override { return m_unsent; }
    [[nodiscard]] QString peer() const override { return QStringLiteral("127.0.0.1"); }
    void close(const QString &why) override;
    void abort() override;

private:
    friend class SimNet;
    void deliver(const QByteArray &message);
    void end(milliseconds after, const QString &why); ///< this end learns that it is over
    void hangUp();
    [[nodiscard]] static milliseconds now();
    [[nodiscard]] milliseconds delay(); ///< of its own chance: in which order others talk in the same moment does not matter

    SimNet &m_net;
    Dice m_dice;
    Host &m_self;
    Host &m_client; ///< whose weather it is
    QPointer<SimLine> m_peer;
    QList<QByteArray> m_held; ///< arrived in a hole
    qint64 m_unsent = 0;
    milliseconds m_busyUntil{0}; ///< of this end's way out
    bool m_isCut = false;  ///< what is sent from now on gets nowhere
    bool m_isLost = false; ///< nor does what is on its way to this end
    bool m_wasOpen = false;
    bool m_isOver = false;
};

} // namespace bangban::sim
