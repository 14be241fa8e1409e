// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/hostile_room.h"

namespace bangban::tests {

/// A room in which requests stand in every state, so that a message can come too early, too late or from the wrong
/// person. Names for texts of messages, each with a $ before it:
///
/// | name       | whose request, and where it stands                                              |
/// |------------|---------------------------------------------------------------------------------|
/// | serving    | of the citizen, served by the agent with claim 1, answered                      |
/// | wrapup     | of the citizen, ended by the agent                                              |
/// | closed     | of the citizen, wrapped up by the agent                                         |
/// | withdrawn  | of the citizen, never taken                                                     |
/// | callback   | of the citizen, promised by the agent, held by nobody                           |
/// | waiting    | of the neighbour, taken by nobody                                               |
/// | unanswered | of somebody, claimed by the agent, without a word                               |
/// | moved      | of somebody, claimed by the agent, transferred, now the colleague's with claim 2 |
/// | theirs     | of somebody, the colleague's with claim 1                                       |
/// | said, answer, theirsaid | messages: the citizen's and the agent's in serving, the colleague's in theirs |
/// | file, half | files of the citizen in serving: text/plain, whole; and begun only              |
/// | new        | an id that nobody has                                                           |
class HostileScene : public HostileRoom {
    Q_OBJECT
public:
    HostileScene();
    /// The text with every $name replaced.
    [[nodiscard]] QString filled(QString text) const;
    [[nodiscard]] QString id(const QString &name) const { return m_ids.value(name); }

private:
    QString askFor(const QString &name, WireClient &page);
    void claim(const QString &name, Who who);
    QString answer(const QString &name, Who who, int claimNo = 1);
    void sendFiles();
    template<protocol::Described T>
    void must(Who who, const T &command);

    std::vector<std::unique_ptr<WireClient>> m_somebody;
    QHash<QString, QString> m_ids;
};

} // namespace bangban::tests
