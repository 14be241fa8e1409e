// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/crypto/secrets.h"
#include "server/handlers/handlers.h"
#include "server/store/knowledge.h"

/// 巡检找茬. \source duty 88
namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::InspectionState;
using protocol::EntryRow, protocol::InspectedEntry, protocol::InspectionRow;

namespace {

constexpr std::chrono::days kSaidLately{30};
constexpr int kMostShown = 24; ///< rounds of a unit that desks keep: two years of monthly ones

/// \errors Forbidden, NotFound
Result<NodeId> inspectedUnit(Office &office, const Actor &actor, const NodeId &wanted)
{
    const View view = office.viewOf(actor);
    const NodeId unit = wanted.isEmpty() ? view.inspector : wanted;
    if (unit.isEmpty() || (unit != view.inspector && !view.all))
        return fail(ErrorCode::Forbidden, u"unit"_s);
    return office.store.nodes.live().contains(unit.value) ? Result<NodeId>(unit) : fail(ErrorCode::NotFound, unit.value);
}

/// One that is open, to who may read in it. \errors NotFound, TooLate
Result<InspectionRow> openRound(Office &office, const Actor &actor, const InspectionId &id)
{
    TAKE(round, office.store.inspections.find(id.value));
    if (!inspectedUnit(office, actor, round.unit))
        return fail(ErrorCode::NotFound, id.value);
    return round.closedAt ? fail(ErrorCode::TooLate, id.value) : Result<InspectionRow>(round);
}

/// The rounds of a unit, the last one first.
std::vector<InspectionRow> roundsOf(const Office &office, const NodeId &unit)
{
    std::vector<InspectionRow> rounds;
    for (const InspectionRow &round : office.store.inspections.live())
        if (round.unit == unit)
            rounds.push_back(round);
    std::ranges::sort(rounds, std::greater(), [](const InspectionRow &round) { return std::pair(round.openedAt, round.id.value); });
    return rounds;
}

/// In an order that nobody chose, and that can be drawn again: by the hash of the round's lot with each entry's number.
std::vector<EntryId> byLot(std::vector<EntryId> ids, const QString &lot)
{
    std::vector<std::pair<QByteArray, EntryId>> lots;
    for (EntryId &id : ids)
        lots.emplace_back(crypto::hash(lot.toUtf8() + id.value.toUtf8()), std::move(id));
    std::ranges::sort(lots, {}, &std::pair<QByteArray, EntryId>::first);
    std::vector<EntryId> order;
    for (auto &[place, id] : lots)
        order.push_back(std::move(id));
    return order;
}

/// Draws from `ids`, in their order, until there are `upTo`.
/// \param again  those that the round before read in the same version; else the others
Result<void> draw(Office &office, const std::vector<EntryId> &ids, const std::vector<InspectedEntry> &before, bool again, int upTo,
                  std::vector<InspectedEntry> &drawn)
{
    for (const EntryId &id : ids) {
        if (std::ssize(drawn) >= upTo)
            return {};
        if (std::ranges::count(drawn, id, &InspectedEntry::entry) > 0)
            continue;
        TAKE(entry, Knowledge(office.store).find(id));
        const bool isRead = std::ranges::any_of(before, [&](const InspectedEntry &one) {
            return one.entry == id && one.version == entry.version && one.at;
        });
        if (isRead == again && isInForce(office, entry))
            drawn.push_back({id, entry.version, entry.title, InspectionState::Open, {}, {}, {}, {}, {}, {}});
    }
    return {};
}

/// Nobody reads what they wrote or let pass. \errors OwnReview
Result<void> checkIsOthers(Office &office, const Actor &actor, const EntryRow &entry)
{
    const auto kept = Knowledge(office.store).version(entry.id, entry.version);
    if (!kept) // one that was imported
        return kept.error().code == ErrorCode::NotFound ? Result<void>() : tl::unexpected<Error>(kept.error());
    return kept->author == actor.staff || kept->reviewer == actor.staff ? fail(ErrorCode::OwnReview, entry.id.value) : Result<void>();
}

} // namespace

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::InspectionOpen &open)
{
    TAKE(unit, inspectedUnit(office, actor, open.unit));
    if (!isUuid7(open.round.value) || office.store.inspections.find(open.round.value))
        return fail(ErrorCode::BadMessage, u"round"_s);
    if (open.count < protocol::kFewestInspected || open.count > protocol::kMostInspected)
        return fail(ErrorCode::BadMessage, u"count"_s);
    const auto rounds = roundsOf(office, unit);
    if (!rounds.empty() && !rounds.front().closedAt)
        return fail(ErrorCode::BadState, u"open"_s);
    Knowledge knowledge(office.store);
    TAKE(all, knowledge.approvedOf(unit));
    TAKE(told, knowledge.mostTold(unit, office.now() - kSaidLately, protocol::kMostInspected));
    InspectionRow round;
    round.id = open.round;
    round.unit = unit;
    round.openedBy = actor.staff;
    round.openedByName = office.store.staff.live().value(actor.staff.value).name;
    round.openedAt = office.now();
    round.outOf = int(all.size());
    round.lot = QString::fromLatin1(crypto::randomBytes(16).toHex());
    const auto lots = byLot(std::move(all), round.lot);
    const auto before = rounds.empty() ? std::vector<InspectedEntry>() : rounds.front().entries;
    TRY(draw(office, told, before, false, (open.count + 1) / 2, round.entries));
    TRY(draw(office, lots, before, false, open.count, round.entries));
    TRY(draw(office, lots, before, true, open.count, round.entries));
    if (round.entries.empty())
        return fail(ErrorCode::NotFound, u"entry"_s);
    TRY(office.store.put(round));
    for (std::size_t i = kMostShown - 1; i < rounds.size(); ++i) {
        InspectionRow old = rounds[i];
        old.off = true;
        TRY(office.store.put(old));
    }
    TRY(office.audit(actor, protocol::wireName<protocol::InspectionOpen>(), round.id.value));
    return QJsonObject{{u"drawn"_s, int(round.entries.size())}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::InspectionCheck &check)
{
    TAKE(round, openRound(office, actor, check.round));
    const auto one = std::ranges::find(round.entries, check.entry, &InspectedEntry::entry);
    if (one == round.entries.end())
        return fail(ErrorCode::NotFound, check.entry.value);
    if (one->state != InspectionState::Open)
        return fail(ErrorCode::BadState, QString(domain::nameOf(one->state)));
    if (check.faults.empty() != check.note.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"note"_s);
    TAKE(entry, Knowledge(office.store).find(check.entry));
    if (!isInForce(office, entry)) {
        one->state = InspectionState::Gone;
    } else {
        if (entry.version != check.version)
            return fail(ErrorCode::OtherVersion, QString::number(entry.version));
        TRY(checkIsOthers(office, actor, entry));
        one->version = entry.version;
        one->title = entry.title;
        one->state = check.faults.empty() ? InspectionState::Passed : InspectionState::Faulty;
        for (const domain::InspectionFault fault : check.faults)
            if (std::ranges::count(one->faults, fault) == 0)
                one->faults.push_back(fault);
        one->note = check.note;
        if (!check.faults.empty()) {
            TAKE(opened, handle(office, actor, protocol::TaskOpen{check.cmdId, TaskId(makeUuid7(office.now())), domain::TaskKind::Correction, {}, entry.id, check.note, {}}));
            one->task = TaskId(opened["task"_L1].toString());
        }
    }
    one->by = actor.staff;
    one->byName = office.store.staff.live().value(actor.staff.value).name;
    one->at = office.now();
    if (round.count(InspectionState::Open) == 0)
        round.closedAt = office.now();
    TRY(office.store.put(round));
    TRY(office.audit(actor, protocol::wireName<protocol::InspectionCheck>(), round.id.value, check.entry.value.toUtf8()));
    return QJsonObject{{u"state"_s, QString(domain::nameOf(one->state))}};
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::InspectionClose &close)
{
    TAKE(round, openRound(office, actor, close.round));
    round.closedAt = office.now();
    TRY(office.store.put(round));
    TRY(office.audit(actor, protocol::wireName<protocol::InspectionClose>(), round.id.value));
    return QJsonObject();
}

} // namespace bangban::server
