// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/check.h"

#include "client/store/outbox.h"
#include "client/store/replica.h"
#include "server/live/snapshot.h"

#include <QJsonDocument>

namespace bangban::sim {

using namespace Qt::StringLiterals;
using protocol::MessageRow, protocol::RequestRow;
using protocol::wireName;

namespace {

class Check {
public:
    Check(server::Office &office, const History &history, const std::vector<Held> &held, const CheckOptions &options)
        : m_office(office), m_history(history), m_held(held), m_options(options), m_wasRestored(options.wasRestored)
    {
    }

    Result<QStringList> run()
    {
        TRY(read());
        disk();
        TRY(chains());
        words();
        places();
        TRY(walkLog());
        claims();
        if (m_options.compareRows)
            TRY(views());
        return m_faults;
    }

private:
    void fault(const QString &what) { m_faults.append(what); }
    template<typename... Parts>
    void fault(const Parts &...parts)
    {
        QString text;
        ((text += parts), ...);
        m_faults.append(text);
    }

    Result<void> read()
    {
        TAKE(messages, m_office.store.messages.where(u" WHERE 1 = 1"_s, {}));
        m_messages = std::move(messages);
        TAKE(requests, m_office.store.requests.where(u" WHERE 1 = 1"_s, {}));
        for (const RequestRow &row : requests)
            m_requests.insert(row.id, row);
        for (const MessageRow &row : m_messages) {
            if (row.kind == domain::MessageKind::System)
                continue;
            m_byId[row.id].append(&row);
            if (!row.recalledAt)
                m_byText[row.words.text].append(&row);
            else if (!m_history.recalls.contains(row.id))
                fault(u"recalled by nobody: "_s, row.id.value);
        }
        return {};
    }

    void disk()
    {
        m_faults += m_history.faults;
        if (m_office.store.isShared())
            return; // PostgreSQL looks after its pages itself
        const auto whole = m_office.store.database().run(u"PRAGMA integrity_check"_s);
        if (!whole || !(*whole)->next() || (*whole)->value(0).toString() != "ok"_L1)
            fault(u"the record is damaged"_s);
        if (whole)
            (*whole)->finish();
    }

    Result<void> chains()
    {
        TAKE(bad, m_office.store.firstBadAuditRow());
        if (!bad.isEmpty())
            fault(u"the audit chain is broken at "_s, bad);
        TAKE(query, m_office.store.database().run(u"SELECT scope, rev, entity, entity_id, body, chain FROM change_log ORDER BY scope, rev"_s));
        QHash<QString, server::ScopeMark> ends;
        while (query->next()) {
            const QString scope = query->value(0).toString();
            const bool isFirst = !ends.contains(scope);
            auto &end = ends[scope];
            const qint64 rev = query->value(1).toLongLong();
            const QByteArray about = (query->value(2).toString() + u'/' + query->value(3).toString()).toUtf8();
            const QByteArray link = server::chainLink(isFirst ? QByteArray(32, '\0') : end.chain, about, query->value(4).toByteArray());
            if (rev != end.rev + 1 || link != query->value(5).toByteArray())
                fault(u"the log does not fit at "_s, scope, u'/', QString::number(rev));
            end = {rev, 0, query->value(5).toByteArray()};
        }
        for (const QString &scope : m_office.store.scopes()) {
            TAKE(mark, m_office.store.mark(scope));
            if (ends.contains(scope) && (mark.rev != ends[scope].rev || mark.chain != ends[scope].chain))
                fault(u"the log does not end where it says, in "_s, scope);
        }
        return {};
    }

    [[nodiscard]] bool isAccepted(const CommandId &command) const
    {
        const auto answer = m_history.answers.constFind(command);
        return answer != m_history.answers.constEnd() && !answer->refused;
    }
    [[nodiscard]] bool isRefused(const CommandId &command) const
    {
        const auto answer = m_history.answers.constFind(command);
        return answer != m_history.answers.constEnd() && answer->refused;
    }
    [[nodiscard]] bool hasPerson(const History::Said &said) const
    {
        return std::any_of(m_held.begin(), m_held.end(),
                           [&](const Held &held) { return held.who == said.who && held.waitingWords.contains(said.text); });
    }

    /// Nothing lost, nothing doubled, nothing invented, nothing in another order.
    void words()
    {
        QSet<QString> known;
        QHash<std::pair<QString, RequestId>, int> lastSeq;
        for (const History::Said &said : m_history.said) {
            known.insert(said.text);
            // The words of a question get their id from the server.
            const auto rows = said.message.isEmpty() ? m_byText.value(said.text) : m_byId.value(said.message);
            // Taken back after the backup: nobody says it again.
            const bool isSure = said.isPromised && !(m_wasRestored && m_history.recalls.contains(said.message));
            if (isAccepted(said.command) && rows.isEmpty() && isSure)
                fault(u"lost: "_s, said.text, m_history.refusedAgain.contains(said.command)
                          ? u" ("_s + wireName(m_history.refusedAgain.value(said.command)) + u')' : QString());
            if (said.isDesk && rows.isEmpty() && !isAccepted(said.command) && !hasPerson(said) && isSure)
                fault(u"lost on the desk: "_s, said.text);
            if (isRefused(said.command) && !rows.isEmpty() && said.isPromised)
                fault(u"refused and yet there: "_s, said.text);
            if (!m_history.answers.contains(said.command) && !said.isDesk)
                fault(u"never answered: "_s, said.text);
            if (rows.size() > 1 || m_byText.value(said.text).size() > 1)
                fault(u"doubled: "_s, said.text);
            if (rows.isEmpty())
                continue;
            const MessageRow &row = *rows.first();
            if (!row.recalledAt && row.words.text != said.text)
                fault(u"in other words: "_s, said.text);
            if (row.request != said.request)
                fault(u"in another place: "_s, said.text);
            const bool isBy = said.isDesk ? row.sender == domain::Sender::Staff && row.staff.value == said.who
                                          : row.sender == domain::Sender::Citizen;
            if (!isBy)
                fault(u"by another person: "_s, said.text);
            int &last = lastSeq[{said.who, said.request}];
            if (row.seq < last && !m_wasRestored)
                fault(u"in another order: "_s, said.text);
            last = std::max(last, row.seq);
        }
        for (auto it = m_byText.cbegin(); it != m_byText.cend(); ++it)
            if (!known.contains(it.key()))
                fault(u"said by nobody: "_s, it.key());
        for (const Held &held : m_held)
            if (held.hasPending)
                fault(u"still on its way from "_s, held.who);
    }

    /// Places in a conversation are dense and each is taken once.
    void places()
    {
        QHash<RequestId, QSet<int>> taken;
        for (const MessageRow &row : m_messages) {
            if (taken[row.request].contains(row.seq))
                fault(u"two messages in one place of "_s, row.request.value);
            taken[row.request].insert(row.seq);
        }
        for (const RequestRow &row : m_requests) {
            const auto &seqs = taken[row.id];
            if (seqs.size() != row.lastSeq || !seqs.contains(row.lastSeq))
                fault(u"messages are missing in "_s, row.id.value, u": %1 of %2"_s.arg(seqs.size()).arg(row.lastSeq));
        }
        for (auto it = taken.cbegin(); it != taken.cend(); ++it)
            if (!m_requests.contains(it.key()))
                fault(u"messages of no request: "_s, it.key().value);
    }

    /// One owner at a time, claims counted, times never rewritten, and the log ends with what the tables hold.
    Result<void> walkLog()
    {
        const QString scope = m_office.store.defaultScope();
        TAKE(entries, m_office.store.logAfter(scope, 0, 1'000'000));
        QHash<RequestId, RequestRow> now;
        QHash<MessageId, MessageRow> messages;
        for (const server::LogEntry &entry : entries) {
            const QJsonObject json = QJsonDocument::fromJson(entry.body).object();
            if (entry.entity == wireName<RequestRow>()) {
                TAKE(row, protocol::fromJson<RequestRow>(json));
                if (const auto before = now.constFind(row.id); before != now.constEnd())
                    step(*before, row);
                else if (row.claimNo > 1 && !m_wasRestored)
                    fault(u"begins claimed: "_s, row.id.value);
                if (!row.owner.isEmpty())
                    m_owners[row.id].insert(row.claimNo, row.owner);
                now.insert(row.id, row);
            } else if (entry.entity == wireName<MessageRow>()) {
                TAKE(row, protocol::fromJson<MessageRow>(json));
                if (!messages.contains(row.id) && row.sender == domain::Sender::Staff && !m_wasRestored)
                    m_spokenBy[row.request].insert(row.staff);
                messages.insert(row.id, row);
            }
        }
        for (const RequestRow &row : m_requests)
            if (now.contains(row.id) && now.value(row.id) != row)
                fault(u"the log does not end with the row of "_s, row.id.value);
            else if (!now.contains(row.id))
                fault(u"not in the log: "_s, row.id.value);
        for (const MessageRow &row : m_messages)
            if (messages.value(row.id) != row)
                fault(u"the log does not end with the message "_s, row.id.value);
        if (messages.size() != qsizetype(m_messages.size()) || now.size() != m_requests.size())
            fault(u"the log knows rows that are gone"_s);
        for (auto it = m_spokenBy.cbegin(); it != m_spokenBy.cend(); ++it)
            for (const StaffId &staff : *it)
                if (!m_owners.value(it.key()).values().contains(staff))
                    fault(u"spoken by somebody who never had it: "_s, staff.value);
        return {};
    }

    void step(const RequestRow &before, const RequestRow &after)
    {
        const bool isNewOwner = !after.owner.isEmpty() && after.owner != before.owner;
        if (isNewOwner && !before.owner.isEmpty() && !m_wasRestored)
            fault(u"two owners of "_s, after.id.value, u": "_s, before.owner.value, u", "_s, after.owner.value);
        if (after.claimNo != before.claimNo + int(isNewOwner || (after.claimNo > before.claimNo && !after.owner.isEmpty())) && !m_wasRestored)
            fault(u"claims miscounted: "_s, after.id.value);
        if (before.firstHumanAt && after.firstHumanAt != before.firstHumanAt && !m_wasRestored)
            fault(u"the first answer was moved: "_s, after.id.value);
        if (before.missed && !after.missed && !m_wasRestored)
            fault(u"a miss was taken back: "_s, after.id.value);
        if (before.clockFrom == after.clockFrom && before.dueAt != after.dueAt && before.dueAt && !m_wasRestored)
            fault(u"a deadline was rewritten: "_s, after.id.value);
        if (before.queuedAt != after.queuedAt)
            fault(u"the time of asking was rewritten: "_s, after.id.value);
        if (before.lastSeq > after.lastSeq && !m_wasRestored)
            fault(u"a conversation became shorter: "_s, after.id.value);
    }

    /// Who was told that it is theirs had it, and nobody else under that number.
    void claims()
    {
        if (m_wasRestored)
            return;
        for (auto it = m_history.claims.cbegin(); it != m_history.claims.cend(); ++it) {
            const auto &[staff, request] = *it;
            const auto answer = m_history.answers.constFind(it.key());
            if (answer == m_history.answers.constEnd() || answer->refused)
                continue;
            if (m_owners.value(request).value(answer->claimNo) != staff)
                fault(u"told that it is theirs: "_s, staff.value, u", "_s, request.value);
        }
        // What a desk saw, it saw as owner or as the person who wrote it; what came back from the queue too.
        QHash<QString, RequestId> requestOf;
        for (const History::Said &said : m_history.said)
            requestOf.insert(said.text, said.request);
        for (auto it = m_history.seen.cbegin(); it != m_history.seen.cend(); ++it)
            for (const QString &text : *it) {
                if (!requestOf.contains(text))
                    fault(it.key().value, u" was shown what nobody said: "_s, text);
                else if (!m_owners.value(requestOf.value(text)).values().contains(it.key()))
                    fault(it.key().value, u" was shown what is not theirs: "_s, text);
            }
    }

    Result<void> views()
    {
        for (const Held &held : m_held) {
            TAKE(rows, rowsFor(m_office, held.view));
            if (rows == held.rows)
                continue;
            QStringList parts;
            for (const QString &line : held.rows)
                if (!rows.contains(line))
                    parts.append(u"  held "_s + line.left(700));
            for (const QString &line : rows)
                if (!held.rows.contains(line))
                    parts.append(u"  sent "_s + line.left(700));
            fault(held.who, u" holds other rows than the server has\n"_s, parts.join(u'\n'));
        }
        return {};
    }

    server::Office &m_office;
    const History &m_history;
    const std::vector<Held> &m_held;
    CheckOptions m_options;
    bool m_wasRestored;
    QStringList m_faults;
    std::vector<MessageRow> m_messages;
    QHash<RequestId, RequestRow> m_requests;
    QHash<QString, QList<const MessageRow *>> m_byText;
    QHash<MessageId, QList<const MessageRow *>> m_byId;
    QHash<RequestId, QHash<int, StaffId>> m_owners; ///< by claim
    QHash<RequestId, QSet<StaffId>> m_spokenBy;
};

} // namespace

QString lineOf(const protocol::Change &row)
{
    return row.entity + u' ' + row.id + u' ' + QString::fromUtf8(QJsonDocument(row.row).toJson(QJsonDocument::Compact));
}

Result<Held> heldOn(const DeskPerson &desk)
{
    Held held;
    held.who = desk.name();
    TAKE(replica, client::Replica::open(desk.folder(), desk.key()));
    TAKE(rows, replica->rows());
    for (const protocol::Change &row : rows)
        held.rows.append(lineOf(row));
    held.rows.sort();
    TAKE(entries, client::Outbox(replica->database(), desk.key()).entries());
    for (const client::OutboxEntry &entry : entries) {
        held.hasPending = held.hasPending || entry.state == client::OutboxState::Pending;
        held.waitingWords.insert(entry.shown["words"_L1].toString());
    }
    TAKE(drafts, replica->drafts());
    for (const QString &draft : std::as_const(drafts))
        for (const QString &line : draft.split(u'\n'))
            held.waitingWords.insert(line);
    return held;
}

QStringList check(server::Office &office, const History &history, const std::vector<Held> &held, const CheckOptions &options)
{
    const auto faults = Check(office, history, held, options).run();
    return faults ? *faults : QStringList{u"the record cannot be read: "_s + faults.error().detail};
}

Result<QStringList> rowsFor(server::Office &office, const server::View &view)
{
    QStringList lines;
    for (const QString &scope : {QString(server::kCatalogueScope), office.store.defaultScope()}) {
        TAKE(snapshot, server::snapshotFor(office, view, scope));
        for (const QByteArray &bytes : snapshot.rows) {
            TAKE(change, protocol::fromJson<protocol::Change>(QJsonDocument::fromJson(bytes).object()));
            lines.append(lineOf(change));
        }
    }
    lines.sort();
    return lines;
}

} // namespace bangban::sim
