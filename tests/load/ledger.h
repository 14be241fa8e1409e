// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/rows.h"

#include <QJsonObject>

#include <map>
#include <set>

namespace bangban::load {

enum class Side { Desk, Citizen };

/// Exactly-once accounting: what was sent and acknowledged against what each line was told. A line is told rows, not
/// events: a batch is one step, in which rows of a conversation that changes hands are told again (the claimed line
/// and all before it). Outside of that, telling a message twice or behind a later one counts as a fault.
///
/// - lost: a number of a conversation that a talker was not told, live or on coming back; or with other words
/// - doubled: a message told again without need, two messages with one number, a message nobody sent
/// - reordered: told behind a later one; numbers or times that run against the order of sending
class Ledger {
public:
    using Ms = std::chrono::milliseconds;

    /// A line that is told things; the number names it below.
    int addViewer(Side side);

    // ---- what was said
    void asked(const RequestId &request, int citizen, const QString &words, Ms at);
    void askAcknowledged(const RequestId &request, bool isCallBack);
    void claimed(const RequestId &request, int desk, const QString &login);
    void sent(const RequestId &request, const MessageId &message, Side side, const QString &words, Ms at);
    void acknowledged(const MessageId &message, int seq);
    void turnedIntoCallBack(const RequestId &request);
    void rated(const RequestId &request, bool solved);
    void ended(const RequestId &request);

    // ---- what was told
    void told(int viewer, const std::vector<protocol::MessageRow> &batch, Ms at);
    /// \param again  the person came back at the end and fetched everything anew
    void fetched(int viewer, const std::vector<protocol::MessageRow> &snapshot, bool again);

    // ---- the lines
    void answered() { ++m_commands; }
    void refused(const QString &code) { ++m_refused[code]; }
    void disconnected() { ++m_disconnects; }

    /// One object, keys with the unit last (tests/load/README.md).
    [[nodiscard]] QJsonObject report(Ms duration) const;
    /// The first faults in words, for standard error.
    [[nodiscard]] QStringList faults() const { return m_faults.mid(0, 20); }
    /// Compares both sides; call once, when all is over.
    void judge();
    [[nodiscard]] bool holds() const;

private:
    using Conversation = std::map<int, protocol::MessageRow>; ///< by seq
    struct Viewer {
        Side side = Side::Desk;
        std::map<RequestId, Conversation> live;
        std::map<RequestId, Conversation> again;
        bool cameBack = false;
    };
    struct Sent {
        RequestId request;
        Side side = Side::Citizen;
        QString words;
        Ms at{0};
        bool isRead = false; ///< somebody had the conversation open on the other side
        int seq = 0; ///< 0: not acknowledged
        bool isSeen = false;
    };
    struct Request {
        int citizen = -1;
        int desk = -1;
        QString login;
        QString words;
        Ms askedAt{0};
        std::optional<Ms> firstAnswer;
        bool isAcknowledged = false;
        bool isCallBack = false;
        bool isEnded = false;
        std::optional<bool> solved;
        std::vector<MessageId> sent; ///< in the order of sending
    };

    void note(const Viewer &viewer, const protocol::MessageRow &row, Ms at);
    void put(Conversation &into, const protocol::MessageRow &row);
    void judgeConversation(const RequestId &id, const Request &request);
    void judgeOrder(const RequestId &id, const Request &request, const Conversation &whole);
    [[nodiscard]] std::vector<const Conversation *> sourcesOf(const RequestId &id, const Request &request) const;
    void fault(int &counter, const QString &words);

    std::vector<Viewer> m_viewers;
    std::map<RequestId, Request> m_requests;
    std::map<MessageId, Sent> m_sent;
    std::map<QString, int> m_claims; ///< by login
    std::map<QString, int> m_refused;
    std::vector<double> m_latencies;
    QStringList m_faults;
    int m_commands = 0;
    int m_disconnects = 0;
    int m_toldAgain = 0;
    int m_lost = 0;
    int m_doubled = 0;
    int m_reordered = 0;
};

} // namespace bangban::load
