// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/load/script.h"
#include "tests/load/wire_line.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <memory>

namespace bangban::load {

/// What a citizen asked, known to both players by the request's id: the words to speak and who of an account's desks
/// is to serve it.
struct Play {
    const Script *script = nullptr;
    int number = 0;
};
using Plays = QHash<RequestId, Play>;

/// One account, shared by all desks that sign in with it: one presence, one capacity.
struct Account {
    QString login;
    int desks = 0;
    int open = 0; ///< conversations and claims on their way
    QSet<RequestId> taken;
};

/// How many of the messages told so far were spoken by the two; the place in the script.
class Spoken {
public:
    /// True if this was news.
    bool add(const protocol::MessageRow &row);
    [[nodiscard]] int count() const { return int(m_ids.size()); }

private:
    QSet<MessageId> m_ids;
};

/// A desk: is ready, takes what is offered and the cards open to all while there is room, answers turn by turn, ends
/// and wraps up with the script's codes.
class DeskPlayer final : public QObject {
    Q_OBJECT
public:
    DeskPlayer(client::ServerClock &clock, Ledger &ledger, Plays &plays, std::shared_ptr<Account> account,
               const QString &password, Choice choice, int thinkMs);

    WireLine &line() { return m_line; }
    /// Begins to take work.
    void beReady();
    /// Says and takes nothing more.
    void stop() { m_isStopped = true; }
    [[nodiscard]] const QHash<ItemId, protocol::ItemRow> &items() const { return m_items; }

private:
    struct Talk {
        const Script *script = nullptr;
        int claimNo = 0;
        Spoken spoken;
        bool isOurs = false;  ///< the claim was answered
        bool isBusy = false;  ///< thinks, or waits for an answer
    };

    void takeRows(const std::vector<protocol::Change> &rows);
    void takeRequest(const protocol::RequestRow &row);
    void takeStaff(const protocol::StaffRow &row);
    void setReady();
    void lookForWork();
    [[nodiscard]] bool mayTake(const RequestId &request) const;
    void claim(const RequestId &request);
    void goOn(const RequestId &request);
    void say(const RequestId &request);
    void end(const RequestId &request);
    void wrapUp(const RequestId &request);
    void leave(const RequestId &request);
    /// Runs after a seeded while of thinking, unless the play was stopped.
    void think(std::function<void()> then);

    Ledger &m_ledger;
    Plays &m_plays;
    std::shared_ptr<Account> m_account;
    int m_ordinal; ///< among the desks of the account
    Choice m_choice;
    int m_thinkMs;
    WireLine m_line;
    QHash<ItemId, protocol::ItemRow> m_items;
    QHash<RequestId, protocol::RequestRow> m_waiting; ///< open to all, or offered here
    QSet<RequestId> m_offered;
    QHash<RequestId, Talk> m_talks;
    bool m_isWorking = false;
    bool m_isSettingReady = false;
    bool m_isStopped = false;
};

/// A citizen: asks with the first turn, answers turn by turn, says at the end whether it is solved and rates.
class CitizenPlayer final : public QObject {
    Q_OBJECT
public:
    CitizenPlayer(client::ServerClock &clock, Ledger &ledger, Plays &plays, Play play, const ItemId &item, Choice choice,
                  int thinkMs);

    WireLine &line() { return m_line; }
    void stop() { m_isStopped = true; }
    [[nodiscard]] bool isDone() const { return m_isDone; }

signals:
    void done(); ///< rated, or given over to a call-back, or refused

private:
    void ask();
    void askAnswered(const Result<QJsonObject> &answer);
    void takeRows(const std::vector<protocol::Change> &rows);
    void takeRequest(const protocol::RequestRow &row);
    void goOn();
    void say();
    void rate();
    void finish();
    void think(std::function<void()> then);

    Ledger &m_ledger;
    Plays &m_plays;
    Play m_play;
    ItemId m_item;
    Choice m_choice;
    int m_thinkMs;
    WireLine m_line;
    RequestId m_request;
    Spoken m_spoken;
    bool m_isBusy = false;
    bool m_isRated = false;
    bool m_isRatingAnswered = false;
    bool m_isClosed = false;
    bool m_isDone = false;
    bool m_isStopped = false;
};

} // namespace bangban::load
