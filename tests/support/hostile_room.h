// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/permissions.h"
#include "tests/support/running_server.h"

#include <QTimer>

#include <map>

namespace bangban::tests {

/// Who says a hostile message.
enum class Who {
    Stranger, ///< the socket is open, nothing was said
    Greeted,  ///< said hello as staff, did not sign in
    Newcomer, ///< a citizen who was never here before, each time another
    Citizen,
    Neighbour, ///< another citizen
    Agent,     ///< sample001 of D01
    Colleague, ///< sample003 of D01
    Elsewhere, ///< an agent of the centre, who does not see D01's conversations
    Supervisor,
    System,
    Security,
    Audit,
    Author,   ///< of D01's knowledge base
    Reviewer, ///< likewise
};

/// What must come of it.
struct Expected {
    enum class Kind { Refused, Answered, Silence, Closed };
    Kind kind = Kind::Refused;
    QString name;   ///< the refusal's code, or the type of the answer
    QString detail; ///< exactly; null: not fixed
};
inline Expected refused(const QString &code, const QString &detail = {}) { return {Expected::Kind::Refused, code, detail}; }
inline Expected refused(ErrorCode code, const QString &detail = {}) { return refused(QString(wireName(code)), detail); }
inline Expected answered(const QString &type) { return {Expected::Kind::Answered, type, {}}; }
inline Expected done() { return answered(QString(protocol::wireName<protocol::CommandResult>())); }
inline Expected silence() { return {Expected::Kind::Silence, {}, {}}; }
inline Expected closed() { return {Expected::Kind::Closed, {}, {}}; }

/// One server with everybody signed in, who live through whatever is said, and one citizen who only wants to be served.
class HostileRoom : public QObject {
    Q_OBJECT
public:
    explicit HostileRoom(const server::Limits &limits = server::Limits::raised());

    Running server;

    /// Strangers and newcomers are new each time; all others keep their connection as long as it lives.
    WireClient &client(Who who);
    /// Says it and gives back what is wrong with what came of it; empty if all is as expected.
    [[nodiscard]] QString faultOf(Who who, const QByteArray &bytes, const Expected &expected);
    /// The good citizen asks something that the writer answers; empty if that comes within a second.
    [[nodiscard]] QString faultOfService();
    /// The same office again from what it wrote: everything that was stored can be read.
    void restart();

private:
    void comeIn(Who who, WireClient &client);
    [[nodiscard]] QString faultOfRefusal(WireClient &client, const QByteArray &bytes, const Expected &expected);

    std::map<Who, std::unique_ptr<WireClient>> m_clients;
    std::map<Who, QString> m_tokens; ///< of citizens, who are the same when they come back
    std::unique_ptr<WireClient> m_good;
    QTimer m_pings; ///< a desk that says nothing is not on line
    qint64 m_count = 1'000;
};

/// {"t": type, …} with a cmd_id of its own if the body has none and the type is a command.
QByteArray frameOf(const QString &type, QJsonObject body);
/// Somebody who has the permission; PROTOCOL.md groups the commands so.
Who speakerFor(domain::Permission permission);
bool isCommandName(const QString &type);
/// The golden frames by type, without "t".
const QHash<QString, QJsonObject> &goldenFrames();

} // namespace bangban::tests
