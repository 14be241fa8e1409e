// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/domain/permissions.h"
#include "server/handlers/handlers.h"

/// 常用语. The office's own come by import; people keep theirs, and their unit's.
namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::Permission;
using protocol::CannedRow;

namespace {

constexpr int kMostOfOne = 300; ///< of a person, or of a unit

/// \errors Forbidden
Result<void> mayKeep(const protocol::StaffRow &person, const Actor &actor, const CannedRow &row)
{
    const bool isOwn = row.staff == actor.staff && row.unit.isEmpty();
    const bool keepsUnits = domain::isGranted(actor.roles, Permission::ReceiveAlarms) || domain::isGranted(actor.roles, Permission::WriteKnowledge);
    const bool isUnits = row.staff.isEmpty() && !row.unit.isEmpty() && row.unit == person.unit && keepsUnits;
    return isOwn || isUnits ? Result<void>() : fail(ErrorCode::Forbidden, u"unit"_s);
}

} // namespace

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::CannedPut &put)
{
    CannedRow row = put.row;
    row.code = row.code.trimmed();
    row.sample = false;
    TAKE(person, office.store.staff.find(actor.staff.value));
    TRY(mayKeep(person, actor, row));
    if (const QString field = cannedFault(row); !field.isEmpty() && !row.off)
        return fail(ErrorCode::BadMessage, field);
    const auto before = office.store.canned.find(row.id.value);
    if (!before && (before.error().code != ErrorCode::NotFound || !isUuid7(row.id.value)))
        return before.error().code == ErrorCode::NotFound ? fail(ErrorCode::BadMessage, u"id"_s) : tl::unexpected<Error>(before.error());
    if (before && (before->staff != row.staff || before->unit != row.unit))
        return fail(ErrorCode::Forbidden, u"id"_s);
    // What may not be said is not kept to be said with two keys.
    const auto finds = office.catalogue().phrases().inAnswer(row.text);
    if (const auto blocked = std::ranges::find_if(finds, &knowledge::isBlocked); blocked != finds.end() && !row.off)
        return fail(ErrorCode::ForbiddenPhrase, blocked->phrase.forms.front().text);
    const auto isSamePlace = [&](const CannedRow &other) { return other.staff == row.staff && other.unit == row.unit; };
    if (!row.off && (!before || before->off) && std::ranges::count_if(office.store.canned.live(), isSamePlace) >= kMostOfOne)
        return fail(ErrorCode::TooLarge, QString::number(kMostOfOne));
    TRY(office.store.put(row));
    TRY(office.audit(actor, protocol::wireName<protocol::CannedPut>(), row.id.value));
    return QJsonObject();
}

} // namespace bangban::server
