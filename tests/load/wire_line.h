// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/net/connection.h"
#include "core/base/uuid7.h"
#include "tests/load/ledger.h"

#include <functional>

namespace bangban::load {

/// Who a line belongs to.
struct Caller {
    domain::Role role = domain::Role::Citizen;
    QString login; ///< staff only
    QString password;
};

/// One person's line: greets, signs in, subscribes, tells the ledger every message that comes, repeats what was not
/// answered under the same command id after a break, and goes on from its cursors.
class WireLine final : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<QJsonObject> &)>;

    WireLine(client::ServerClock &clock, Ledger &ledger, Caller caller);

    void open(const QUrl &server) { m_connection.open(server); }
    void close();
    /// Hangs up, dials again with the token and fetches everything anew; told by cameBack().
    void comeBack();

    /// Hands the command over now or on the next connection. Refusals that mean "later" are repeated; any other answer
    /// goes to the caller. Every refusal is counted.
    template<protocol::Described T>
    void command(T command, Answer answer)
    {
        command.cmdId = CommandId(makeUuid7(m_clock.now()));
        post(command.cmdId, protocol::encode(command), std::move(answer));
    }
    [[nodiscard]] QString newId() const { return makeUuid7(m_clock.now()); }
    [[nodiscard]] int viewer() const { return m_viewer; }
    [[nodiscard]] bool isIdle() const { return m_waiting.isEmpty(); }
    [[nodiscard]] const protocol::StaffRow &staff() const { return m_staff; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const { return m_clock.monotonic(); }

signals:
    void entered(); ///< signed in, both snapshots taken
    void cameBack();
    void rowsTold(const std::vector<bangban::protocol::Change> &rows);
    void failed(const QString &why); ///< nobody will ever get in this way

private:
    struct Waiting {
        QByteArray bytes;
        Answer answer;
    };

    void post(const CommandId &id, const QByteArray &bytes, Answer answer);
    void greet();
    void signIn();
    void subscribe();
    void take(const protocol::Frame &frame);
    void takeWelcome(const protocol::Welcome &welcome);
    void takeSnapshot(const protocol::Snapshot &piece);
    void takeBatch(const protocol::Batch &batch);
    void takeResult(const protocol::CommandResult &result);
    void takeRefusal(const protocol::Refused &refused);
    [[nodiscard]] std::vector<protocol::MessageRow> messagesIn(const std::vector<protocol::Change> &rows);

    client::ServerClock &m_clock;
    Ledger &m_ledger;
    Caller m_caller;
    int m_viewer;
    client::Connection m_connection;
    QString m_token;
    protocol::StaffRow m_staff;
    QHash<QString, QString> m_cursors; ///< by scope
    QHash<QString, qint64> m_through;  ///< by scope; absent right after a snapshot
    QHash<QString, std::vector<protocol::Change>> m_pieces;
    QMap<CommandId, Waiting> m_waiting;
    bool m_isIn = false;     ///< commands may go out
    bool m_wasIn = false;    ///< entered() was told
    bool m_isLeaving = false; ///< the break is wanted
    bool m_isAgain = false;
};

} // namespace bangban::load
