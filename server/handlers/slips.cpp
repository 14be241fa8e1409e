// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "server/handlers/handlers.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using knowledge::PhraseFind;
using protocol::RequestRow, protocol::SlipRow;

namespace {

Result<void> note(Office &office, const SlipId &id, const RequestRow &request, const StaffId &staff, const QString &words,
                  const std::vector<PhraseFind> &finds)
{
    TAKE(person, office.store.staff.find(staff.value));
    SlipRow slip;
    slip.id = id;
    slip.request = request.id;
    slip.unit = person.unit;
    slip.itemName = request.itemName;
    slip.staff = staff;
    slip.staffName = person.name;
    slip.blocked = std::ranges::any_of(finds, &knowledge::isBlocked);
    for (const PhraseFind &find : finds)
        if (const QString phrase = find.phrase.forms.front().text; !slip.phrases.contains(phrase))
            slip.phrases.append(phrase);
    slip.words.text = knowledge::clauseAround(words, knowledge::worstOf(finds));
    slip.at = office.now();
    return office.store.put(slip);
}

} // namespace

Result<void> checkWords(Office &office, const RequestRow &request, const protocol::MessageRow &message)
{
    if (message.kind != domain::MessageKind::Text)
        return {};
    const QString &words = message.words.text;
    const auto finds = office.catalogue().phrases().inAnswer(words);
    if (finds.empty())
        return {};
    if (const PhraseFind &worst = knowledge::worstOf(finds); knowledge::isBlocked(worst)) // named by the list: what was typed may hold anything
        return fail(ErrorCode::ForbiddenPhrase, worst.phrase.forms.front().text);
    return note(office, SlipId(message.id.value), request, message.staff, words, finds);
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::SlipReport &report)
{
    if (!isUuid7(report.slip.value))
        return fail(ErrorCode::BadMessage, u"slip"_s);
    TAKE(request, office.store.requests.find(report.request.value));
    TAKE(talk, office.store.messagesOf(request.id));
    const bool hasServed = std::ranges::any_of(talk, [&](const auto &said) { return said.staff == actor.staff; });
    // A desk without a line tells of it later, when a colleague may have the case.
    if (!hasServed && !sees(office.viewOf(actor), audienceOf(request)))
        return fail(ErrorCode::NotFound, report.request.value);
    const auto finds = office.catalogue().phrases().inAnswer(report.words.text);
    // A list that was changed meanwhile allows it now: nothing is to be told.
    if (std::ranges::none_of(finds, &knowledge::isBlocked) || office.store.slips.find(report.slip.value))
        return QJsonObject();
    TRY(note(office, report.slip, request, actor.staff, report.words.text, finds));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::SlipSee &see)
{
    TAKE(slip, office.store.slips.find(see.slip.value));
    if (slip.seenAt)
        return QJsonObject();
    if (!sees(office.viewOf(actor), audienceOf(slip)))
        return fail(ErrorCode::NotFound, see.slip.value);
    if (slip.staff == actor.staff) // somebody else is to look at it
        return fail(ErrorCode::Forbidden, u"own"_s);
    slip.seenAt = office.now();
    slip.seenBy = actor.staff;
    TRY(office.store.put(slip));
    TRY(office.audit(actor, protocol::wireName<protocol::SlipSee>(), see.slip.value));
    return QJsonObject();
}

} // namespace bangban::server
