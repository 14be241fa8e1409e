// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/load/players.h"

#include <QUrl>

#include <list>

namespace bangban::load {

struct RunOptions {
    QUrl url; ///< of the WebSocket
    quint64 seed = 1;
    int desks = 4;
    int citizens = 40;
    double asksPerSecond = 2;
    int seconds = 300; ///< after that nothing new is said; what was said is compared
    int thinkMs = 600; ///< mean of a person's reading and typing
    QStringList logins;
    QString password;
};

/// The whole play: desks in, citizens one after another, and at the end everybody comes back and fetches everything
/// anew. Takes at most the given seconds and twenty.
class LoadRun final : public QObject {
    Q_OBJECT
public:
    LoadRun(const Clock &clock, RunOptions options, const std::vector<Script> &scripts);

    void start();
    [[nodiscard]] QJsonObject report() const;
    [[nodiscard]] const Ledger &ledger() const { return m_ledger; }
    /// The ledger holds, and everybody came back to compare.
    [[nodiscard]] bool holds() const { return m_ledger.holds() && m_cameBack == int(m_desks.size() + m_citizens.size()); }

signals:
    void finished();
    void failed(const QString &why);

private:
    void addDesk(int number);
    void deskEntered();
    void nextCitizen();
    [[nodiscard]] ItemId itemFor(const Script &script, Choice &choice) const;
    void citizenDone();
    void stop();      ///< nobody says anything more
    void fetchAnew(); ///< everybody comes back
    void finish();

    RunOptions m_options;
    const std::vector<Script> &m_scripts;
    client::ServerClock m_clock;
    Ledger m_ledger;
    Plays m_plays;
    std::vector<std::shared_ptr<Account>> m_accounts;
    std::list<DeskPlayer> m_desks;
    std::list<CitizenPlayer> m_citizens;
    std::vector<ItemId> m_items; ///< that the desks' units answer for
    QTimer m_asking;
    QTimer m_limit;
    QTimer m_settling;
    std::chrono::milliseconds m_began{0};
    std::chrono::milliseconds m_stopped{0};
    int m_entered = 0;
    int m_done = 0;
    int m_cameBack = 0;
    bool m_isStopping = false;
    bool m_isFinished = false;
};

} // namespace bangban::load
