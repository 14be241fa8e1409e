// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/ledger.h"

#include <algorithm>
#include <cmath>

namespace bangban::load {

using namespace Qt::StringLiterals;
using domain::MessageKind;
using protocol::MessageRow;

namespace {

constexpr int kFetchedConversations = 50; ///< closed ones of an account that come with their messages

bool isSystem(const MessageRow &row) { return row.kind == MessageKind::System; }

/// The lines with which a conversation changes hands: what stands before is told again, to its new readers and the old.
bool isMove(const MessageRow &row)
{
    return isSystem(row) && (row.words.text == "claimed"_L1 || row.words.text == "transferred"_L1 || row.words.text == "requeued"_L1);
}

/// Nearest rank; 0 for none.
double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = std::size_t(std::ceil(share * double(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

QJsonObject percentiles(const std::vector<double> &values)
{
    return {{u"p50"_s, percentile(values, 0.5)}, {u"p90"_s, percentile(values, 0.9)}, {u"p99"_s, percentile(values, 0.99)}};
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

} // namespace

int Ledger::addViewer(Side side)
{
    m_viewers.push_back({side, {}, {}, false});
    return int(m_viewers.size()) - 1;
}

void Ledger::asked(const RequestId &request, int citizen, const QString &words, Ms at)
{
    Request &entry = m_requests[request];
    entry.citizen = citizen;
    entry.words = words;
    entry.askedAt = at;
}

void Ledger::askAcknowledged(const RequestId &request, bool isCallBack)
{
    m_requests[request].isAcknowledged = true;
    m_requests[request].isCallBack = isCallBack;
}

void Ledger::claimed(const RequestId &request, int desk, const QString &login)
{
    m_requests[request].desk = desk;
    m_requests[request].login = login;
    ++m_claims[login];
}

void Ledger::sent(const RequestId &request, const MessageId &message, Side side, const QString &words, Ms at)
{
    // What is written before anybody took the request waits for a person, not for the wire.
    m_sent[message] = {request, side, words, at, m_requests[request].desk >= 0};
    m_requests[request].sent.push_back(message);
}

void Ledger::acknowledged(const MessageId &message, int seq) { m_sent[message].seq = seq; }
void Ledger::turnedIntoCallBack(const RequestId &request) { m_requests[request].isCallBack = true; }
void Ledger::rated(const RequestId &request, bool solved) { m_requests[request].solved = solved; }
void Ledger::ended(const RequestId &request) { m_requests[request].isEnded = true; }

void Ledger::fault(int &counter, const QString &words)
{
    ++counter;
    m_faults.append(words);
}

// ---- what was told -----------------------------------------------------------------------------------------------

void Ledger::told(int viewer, const std::vector<MessageRow> &batch, Ms at)
{
    Viewer &line = m_viewers[std::size_t(viewer)];
    std::map<RequestId, int> movedUpTo;
    std::map<RequestId, int> before;
    for (const MessageRow &row : batch) {
        if (isMove(row))
            movedUpTo[row.request] = std::max(movedUpTo[row.request], row.seq);
        const Conversation &known = line.live[row.request];
        before.try_emplace(row.request, known.empty() ? 0 : known.rbegin()->first);
    }
    for (const MessageRow &row : batch) {
        Conversation &known = line.live[row.request];
        const auto found = known.find(row.seq);
        if (found == known.end()) {
            if (row.seq < before[row.request])
                fault(m_reordered, u"told behind a later one: %1 %2"_s.arg(row.request.value).arg(row.seq));
            known.emplace(row.seq, row);
            note(line, row, at);
        } else if (found->second.id != row.id) {
            fault(m_doubled, u"one number, two messages: %1 %2"_s.arg(row.request.value).arg(row.seq));
        } else if (row.seq <= movedUpTo[row.request]) {
            ++m_toldAgain;
        } else {
            fault(m_doubled, u"told twice: %1 %2"_s.arg(row.request.value).arg(row.seq));
        }
    }
}

void Ledger::fetched(int viewer, const std::vector<MessageRow> &snapshot, bool again)
{
    Viewer &line = m_viewers[std::size_t(viewer)];
    line.cameBack = line.cameBack || again;
    auto &conversations = again ? line.again : line.live;
    conversations.clear();
    for (const MessageRow &row : snapshot)
        put(conversations[row.request], row);
}

void Ledger::put(Conversation &into, const MessageRow &row)
{
    if (!into.emplace(row.seq, row).second)
        fault(m_doubled, u"twice in one snapshot: %1 %2"_s.arg(row.request.value).arg(row.seq));
}

void Ledger::note(const Viewer &viewer, const MessageRow &row, Ms at)
{
    const auto request = m_requests.find(row.request);
    if (request != m_requests.end() && viewer.side == Side::Citizen && row.sender == domain::Sender::Staff
        && !request->second.firstAnswer)
        request->second.firstAnswer = at;
    const auto sent = m_sent.find(row.id);
    if (sent == m_sent.end() || sent->second.side == viewer.side || sent->second.isSeen)
        return;
    sent->second.isSeen = true;
    if (sent->second.isRead)
        m_latencies.push_back(double((at - sent->second.at).count()));
}

// ---- the end -----------------------------------------------------------------------------------------------------

void Ledger::judge()
{
    for (const auto &[id, request] : m_requests)
        if (request.isAcknowledged)
            judgeConversation(id, request);
}

std::vector<const Ledger::Conversation *> Ledger::sourcesOf(const RequestId &id, const Request &request) const
{
    static const Conversation nothing;
    const auto in = [&](const std::map<RequestId, Conversation> &all) {
        const auto found = all.find(id);
        return found == all.end() ? &nothing : &found->second;
    };
    std::vector<const Conversation *> sources;
    const Viewer &citizen = m_viewers[std::size_t(request.citizen)];
    sources.push_back(in(citizen.live));
    if (citizen.cameBack)
        sources.push_back(in(citizen.again));
    if (request.desk < 0)
        return sources;
    const Viewer &desk = m_viewers[std::size_t(request.desk)];
    sources.push_back(in(desk.live));
    // Of an account that served more than those, only the newest come along.
    if (desk.cameBack && (!request.isEnded || m_claims.at(request.login) <= kFetchedConversations || desk.again.contains(id)))
        sources.push_back(in(desk.again));
    return sources;
}

void Ledger::judgeConversation(const RequestId &id, const Request &request)
{
    Conversation whole;
    const auto sources = sourcesOf(id, request);
    for (const Conversation *source : sources)
        whole.insert(source->begin(), source->end());
    int last = std::max(1, whole.empty() ? 0 : whole.rbegin()->first);
    for (const MessageId &message : request.sent)
        last = std::max(last, m_sent.at(message).seq);
    for (int seq = 1; seq <= last; ++seq) {
        const bool isEverywhere = std::all_of(sources.begin(), sources.end(),
                                              [&](const Conversation *source) { return source->contains(seq); });
        if (!isEverywhere)
            fault(m_lost, u"not told to everyone: %1 %2"_s.arg(id.value).arg(seq));
    }
    for (const auto &[seq, row] : whole) {
        const auto sent = m_sent.find(row.id);
        const bool isSent = sent != m_sent.end() && sent->second.request == id;
        if (seq == 1 ? row.words.text != request.words : isSent && row.words.text != sent->second.words)
            fault(m_lost, u"other words: %1 %2"_s.arg(id.value).arg(seq));
        if (seq > 1 && !isSent && !isSystem(row))
            fault(m_doubled, u"nobody sent it: %1 %2"_s.arg(id.value).arg(seq));
        if (isSent && sent->second.seq > 0 && sent->second.seq != seq)
            fault(m_doubled, u"two numbers for one message: %1 %2"_s.arg(id.value).arg(seq));
        for (const Conversation *source : sources)
            if (const auto other = source->find(seq); other != source->end() && other->second.id != row.id)
                fault(m_doubled, u"one number, two messages: %1 %2"_s.arg(id.value).arg(seq));
    }
    judgeOrder(id, request, whole);
}

void Ledger::judgeOrder(const RequestId &id, const Request &request, const Conversation &whole)
{
    int seq = 0;
    for (const MessageId &message : request.sent) {
        const int next = m_sent.at(message).seq;
        if (next > 0 && next <= seq)
            fault(m_reordered, u"numbered against the order of sending: %1 %2"_s.arg(id.value).arg(next));
        seq = std::max(seq, next);
    }
    Instant at{};
    for (const auto &[number, row] : whole) {
        if (row.sentAt < at)
            fault(m_reordered, u"time runs backwards: %1 %2"_s.arg(id.value).arg(number));
        at = std::max(at, row.sentAt);
    }
}

bool Ledger::holds() const
{
    const bool isAnswered = std::any_of(m_requests.begin(), m_requests.end(),
                                        [](const auto &entry) { return entry.second.firstAnswer.has_value(); });
    return m_lost == 0 && m_doubled == 0 && m_reordered == 0 && isAnswered;
}

QJsonObject Ledger::report(Ms duration) const
{
    const double seconds = double(duration.count()) / 1000;
    std::vector<double> responses;
    int requests = 0, solved = 0, callBacks = 0, ended = 0, inTime = 0, ratings = 0;
    for (const auto &[id, request] : m_requests) {
        requests += request.isAcknowledged ? 1 : 0;
        callBacks += request.isCallBack ? 1 : 0;
        ended += request.isEnded ? 1 : 0;
        ratings += request.solved ? 1 : 0;
        solved += request.solved.value_or(false) ? 1 : 0;
        if (!request.firstAnswer)
            continue;
        responses.push_back(double((*request.firstAnswer - request.askedAt).count()) / 1000);
        inTime += responses.back() <= 60 ? 1 : 0;
    }
    int messages = requests;
    for (const auto &[id, sent] : m_sent)
        messages += sent.seq > 0 ? 1 : 0;
    QJsonObject refused;
    for (const auto &[code, count] : m_refused)
        refused.insert(code, count);
    const int waited = requests - callBacks;
    return {{u"seconds"_s, rounded(seconds)},
            {u"requests"_s, requests},
            {u"answered"_s, int(responses.size())},
            {u"ended"_s, ended},
            {u"ratings"_s, ratings},
            {u"solved"_s, solved},
            {u"call_backs"_s, callBacks},
            {u"first_response_s"_s, percentiles(responses)},
            {u"within_minute_ratio"_s, waited > 0 ? rounded(double(inTime) / waited) : 0},
            {u"messages"_s, messages},
            {u"message_latency_ms"_s, percentiles(m_latencies)},
            {u"commands"_s, m_commands},
            {u"commands_per_s"_s, rounded(m_commands / seconds)},
            {u"refused"_s, refused},
            {u"told_again"_s, m_toldAgain},
            {u"lost"_s, m_lost},
            {u"doubled"_s, m_doubled},
            {u"reordered"_s, m_reordered},
            {u"disconnects"_s, m_disconnects}};
}

} // namespace bangban::load
