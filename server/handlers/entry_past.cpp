// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mask.h"
#include "core/search/fold.h"
#include "server/handlers/handlers.h"
#include "server/handlers/tasks.h"
#include "server/store/knowledge.h"

/// What became of an entry: its versions, how people asked for it, who was told.
namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::EntryRow, protocol::MessageRow;

namespace {

constexpr int kMostTold = 60;     ///< of which the talk is read, the newest: it is read on the writer's thread
constexpr int kMostLooked = 12;   ///< messages before the answer
constexpr int kLeastAsked = 5;    ///< characters: 好的, 谢谢您 ask nothing
constexpr int kMostWordings = 20;
constexpr int kLongestWording = protocol::kMaxCode;
constexpr std::chrono::days kAskedBefore{90};
constexpr std::chrono::days kToldBefore{30};

/// What the citizen had asked when the answer was given: the last they said that is more than thanks; else what the request says.
Result<QString> askedBefore(Office &office, const Telling &telling)
{
    const auto said = office.store.messages.find(telling.message.value); // none where it was said by word of mouth
    if (!said && said.error().code != ErrorCode::NotFound)
        return tl::unexpected<Error>(said.error());
    TAKE(talk, office.store.messages.where(u" WHERE request = ? AND seq < ? ORDER BY seq DESC LIMIT ?"_s,
                                           {telling.request.value, said ? said->seq : std::numeric_limits<int>::max(), kMostLooked}));
    for (const MessageRow &row : talk)
        if (row.sender == domain::Sender::Citizen && row.kind == domain::MessageKind::Text && row.sentAt <= telling.at
            && search::bare(row.words.text).size() >= kLeastAsked)
            return row.words.text.simplified();
    const auto request = office.store.requests.find(telling.request.value);
    return request ? request->words.text.simplified() : QString(); // erased since
}

/// The wordings that are none of the entry's own yet, the most frequent first.
Result<std::vector<protocol::PastWords>> wordings(Office &office, const EntryRow &entry)
{
    QSet<QString> known{search::bare(entry.title)};
    for (const QString &alias : entry.aliases)
        known.insert(search::bare(alias));
    std::vector<protocol::PastWords> found;
    QHash<QString, std::size_t> places;
    TAKE(tellings, Knowledge(office.store).tellings(entry.id, office.now() - kAskedBefore, kMostTold));
    for (const Telling &telling : tellings) {
        TAKE(asked, askedBefore(office, telling));
        const QString words = withoutNumbers(asked);
        const QString folded = search::bare(words);
        if (folded.isEmpty() || known.contains(folded) || words.size() > kLongestWording)
            continue;
        const auto place = places.constFind(folded);
        if (place != places.constEnd()) {
            ++found[*place].times;
        } else {
            places.insert(folded, found.size());
            found.push_back({words, 1});
        }
    }
    std::ranges::stable_sort(found, std::greater(), &protocol::PastWords::times);
    if (found.size() > kMostWordings)
        found.resize(kMostWordings);
    return found;
}

} // namespace

Result<protocol::EntryPast> entryPastFor(Office &office, const Actor &actor, const protocol::EntryPastGet &get)
{
    TAKE(unit, editorUnit(office, actor));
    Knowledge knowledge(office.store);
    TAKE(entry, knowledge.find(get.entry));
    if (entry.unit != unit)
        return fail(ErrorCode::Forbidden, u"unit"_s);
    protocol::EntryPast past;
    past.entry = entry.id;
    TAKE(versions, knowledge.versions(entry.id));
    for (const KeptVersion &one : versions)
        past.versions.push_back({one.row, office.store.staff.live().value(one.author.value).name, office.store.staff.live().value(one.reviewer.value).name, one.at});
    TAKE(asked, wordings(office, entry));
    past.asked = std::move(asked);
    TAKE(told, knowledge.toldSince(entry.id, office.now() - kToldBefore));
    past.told = int(told.size());
    TRY(office.audit(actor, protocol::wireName<protocol::EntryPastGet>(), entry.id.value));
    return past;
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::EntryUseful &useful)
{
    TAKE(request, office.visibleRequest(actor, useful.request));
    if (request.owner != actor.staff && request.firstHumanBy != actor.staff) // who has not talked to them has told nothing
        return fail(ErrorCode::Forbidden, u"owner"_s);
    MessageRow said; // by word of mouth: no message, so the request stands for it
    said.id = MessageId(request.id.value);
    said.request = request.id;
    said.staff = actor.staff;
    said.sentAt = office.now();
    TRY(Knowledge(office.store).cite({useful.entry, useful.version}, said));
    TRY(noteAnswered(office, request, true));
    TRY(office.audit(actor, protocol::wireName<protocol::EntryUseful>(), useful.entry.value));
    return QJsonObject();
}

} // namespace bangban::server
