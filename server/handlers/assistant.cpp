// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "server/handlers/handlers.h"
#include "server/store/knowledge.h"

#include <QJsonArray>

/// 小申: answers alone where it is sure, else offers a choice, else a person. \source duties 64, 90, 91 and 93
namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::AssistantAnswer, protocol::AssistantAsk, protocol::EntryRow, protocol::MessageRow;

namespace {

constexpr std::array kDecisions{"alone"_L1, "buttons"_L1, "person"_L1}; ///< by search::Decision

QByteArray placeOf(const QString &turn) { return "assistant_turn/" + turn.toUtf8(); }

AssistantAnswer titleOf(const EntryRow &entry)
{
    AssistantAnswer answer;
    answer.entry = entry.id;
    answer.version = entry.version;
    answer.title = entry.title;
    return answer;
}

AssistantAnswer answerOf(Office &office, const EntryRow &entry)
{
    AssistantAnswer answer = titleOf(entry);
    answer.words = wordsToSay(entry);
    answer.unit = unitOf(office, entry);
    answer.from = entry.from;
    answer.sourceTitle = entry.sourceTitle;
    answer.media = entry.media;
    return answer;
}

QJsonObject asData(QLatin1String decision, const std::vector<AssistantAnswer> &answers)
{
    QJsonArray list;
    for (const AssistantAnswer &one : answers)
        list.append(protocol::toJson(one));
    return {{u"decision"_s, decision}, {u"answers"_s, list}};
}

/// The citizen's own turn. \errors NotFound
Result<void> ownTurn(Office &office, const Actor &actor, const MessageId &turn)
{
    TAKE(query, office.store.database().run(u"SELECT citizen FROM assistant_turn WHERE id = ?"_s, {turn.value}));
    const bool isOwn = query->next() && query->value(0).toString() == actor.citizen.value;
    query->finish();
    return isOwn ? Result<void>() : fail(ErrorCode::NotFound, turn.value);
}

} // namespace

Result<QJsonObject> handle(Office &office, const Actor &actor, const AssistantAsk &ask)
{
    if (!isUuid7(ask.turn.value) || ask.words.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"turn"_s);
    TAKE(base, office.knowledge());
    const knowledge::Ruling ruling = base->rule({ask.words.text, ask.item, {}, office.today()}, knowledge::surenessOf(office.store.office().assistant.value_or(domain::AssistantLevel::Usual)));
    std::vector<AssistantAnswer> answers;
    Knowledge knowledge(office.store);
    for (const search::Suggestion &one : ruling.found) {
        TAKE(entry, knowledge.find(EntryId(one.id)));
        answers.push_back(ruling.decision == search::Decision::Alone ? answerOf(office, entry) : titleOf(entry));
    }
    const QLatin1String decision = kDecisions[std::size_t(ruling.decision)];
    const bool isAlone = ruling.decision == search::Decision::Alone;
    TRY(office.store.begin());
    TAKE(words, office.store.vault().seal({}, ask.words.text.toUtf8(), placeOf(ask.turn.value)));
    TRY(office.store.database().run(u"INSERT INTO assistant_turn(id, citizen, at, words, decision, entry, version, solved, request) "
                                    "VALUES (?, ?, ?, ?, ?, ?, ?, -1, '') ON CONFLICT(id) DO NOTHING"_s,
                                    {ask.turn.value, actor.citizen.value, toMs(office.now()), words, QString(decision),
                                     isAlone ? answers.front().entry.value : u""_s, isAlone ? answers.front().version : 0}));
    TRY(ownTurn(office, actor, ask.turn)); // a number that is somebody else's answers like one that is not there
    return asData(decision, answers);
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::AssistantPick &pick)
{
    TRY(ownTurn(office, actor, pick.turn));
    TAKE(entry, Knowledge(office.store).find(pick.entry));
    if (!isInForce(office, entry))
        return fail(ErrorCode::EntryWithdrawn, pick.entry.value);
    TRY(office.store.begin());
    TRY(office.store.database().run(u"UPDATE assistant_turn SET entry = ?, version = ? WHERE id = ?"_s,
                                    {entry.id.value, entry.version, pick.turn.value}));
    return asData(kDecisions[0], {answerOf(office, entry)});
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::AssistantRate &rate)
{
    TRY(ownTurn(office, actor, rate.turn));
    TRY(office.store.begin());
    TRY(office.store.database().run(u"UPDATE assistant_turn SET solved = ? WHERE id = ?"_s, {rate.solved ? 1 : 0, rate.turn.value}));
    return QJsonObject();
}

Result<QString> appendTurns(Office &office, protocol::RequestRow &request, const std::vector<MessageId> &turns)
{
    QString said;
    for (const MessageId &turn : turns) {
        TAKE(query, office.store.database().run(u"SELECT citizen, at, words, entry, request FROM assistant_turn WHERE id = ?"_s, {turn.value}));
        const bool isOwn = query->next() && query->value(0).toString() == request.citizen.value && query->value(4).toString().isEmpty();
        const Instant at = isOwn ? fromMs(query->value(1).toLongLong()) : Instant();
        const QByteArray sealed = isOwn ? query->value(2).toByteArray() : QByteArray();
        const EntryId entry(isOwn ? query->value(3).toString() : QString());
        query->finish();
        if (!isOwn)
            continue;
        TAKE(words, office.store.vault().unseal({}, sealed, placeOf(turn.value)));
        MessageRow message;
        message.id = turn;
        message.words.text = said = QString::fromUtf8(words);
        message.sentAt = at;
        TRY(office.append(request, message));
        const auto known = Knowledge(office.store).find(entry);
        if (known) {
            MessageRow answer;
            answer.id = MessageId(makeUuid7(office.now()));
            answer.sender = domain::Sender::Assistant;
            answer.words.text = wordsToSay(*known);
            answer.sentAt = at;
            TRY(office.append(request, answer));
        } else if (known.error().code != ErrorCode::NotFound) {
            return tl::unexpected<Error>(known.error());
        }
        TRY(office.store.database().run(u"UPDATE assistant_turn SET request = ? WHERE id = ?"_s, {request.id.value, turn.value}));
    }
    return said;
}

} // namespace bangban::server
