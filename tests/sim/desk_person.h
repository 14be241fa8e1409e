// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/workstation.h"
#include "tests/sim/dice.h"
#include "tests/sim/history.h"

namespace bangban::sim {

/// A member of staff as the record of a run begins: with a session.
struct Seat {
    StaffId staff;
    client::SavedSession session;
};

/// The real workstation, and a person who does what one may do at it.
class DeskPerson : public QObject {
public:
    /// \param profile  folder of what the desk keeps
    DeskPerson(Seat seat, QString profile, const Clock &clock, client::Dial dial, Dice dice, History &history);

    void start();
    /// The program is gone, as after kill -9: nothing is finished.
    void stop();
    [[nodiscard]] bool isUp() const { return m_station != nullptr; }
    [[nodiscard]] bool isSettled() const;

    /// One thing that a person might do now.
    void act();
    void beReady();
    void putAccount(const protocol::AccountPut &account);

    [[nodiscard]] QString name() const { return m_seat.staff.value; }
    [[nodiscard]] const Seat &seat() const { return m_seat; }
    [[nodiscard]] QString folder() const; ///< of the account, in the profile
    [[nodiscard]] QByteArray key() const { return m_seat.session.deskKey; }

protected:
    /// The machine has crashed under the program: what it still says counts for nothing.
    [[nodiscard]] virtual bool isGone() const { return false; }

private:
    void watch();
    [[nodiscard]] std::optional<RequestId> oneOf(const std::function<bool(const protocol::RequestRow &)> &fits) const;
    void claim(const RequestId &request);
    void say(const RequestId &request, bool isNote);

    Seat m_seat;
    QString m_profile;
    const Clock &m_clock;
    client::Dial m_dial;
    mutable Dice m_dice;
    History &m_history;
    std::unique_ptr<client::Workstation> m_station;
    client::Line m_line;
    bool m_isIn = false;
    int m_sentences = 0;
    QHash<RequestId, protocol::RequestRow> m_requests;
    QList<std::pair<RequestId, MessageId>> m_own; ///< messages of this person that arrived
    QList<CommandId> m_failed;
    QHash<CommandId, MessageId> m_messageOf;
};

} // namespace bangban::sim
