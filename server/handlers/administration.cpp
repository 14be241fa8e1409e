// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "core/domain/passwords.h"
#include "core/domain/permissions.h"
#include "server/catalogue/import.h"
#include "server/handlers/handlers.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {
constexpr int kShortestRetention = 30; ///< days: figures of a month and the rating need their rows
constexpr int kLongestPasswordDays = 3'650;
constexpr std::size_t kMostAccounts = 5'000; ///< one message holds them
constexpr int kDeepest = 32; ///< as domain::Organisation reads it

bool isOver(const protocol::NodeRow &row, const QString &today) { return !row.validTo.isEmpty() && row.validTo <= today; }

/// \errors NotFound with the node that is named and not there; BadState "parent" for a circle
Result<void> checkPlace(const Office &office, const protocol::NodeRow &row)
{
    const auto &nodes = office.store.nodes.live();
    NodeId at = row.parent;
    for (int depth = 0; !at.isEmpty(); ++depth) {
        const auto above = nodes.constFind(at.value);
        if (above == nodes.constEnd())
            return fail(ErrorCode::NotFound, at.value);
        if (at == row.id || depth == kDeepest)
            return fail(ErrorCode::BadState, u"parent"_s);
        at = above->parent;
    }
    if (!row.mergedInto.isEmpty() && (row.mergedInto == row.id || !nodes.contains(row.mergedInto.value)))
        return fail(ErrorCode::NotFound, row.mergedInto.value);
    return {};
}

/// Nobody and nothing may be left in what is over: they would have no unit. \errors BadState with who is
Result<void> checkEmpty(const Office &office, const protocol::NodeRow &row, const QString &today)
{
    if (!isOver(row, today))
        return {};
    for (const protocol::NodeRow &below : office.store.nodes.live())
        if (below.parent == row.id && !isOver(below, today))
            return fail(ErrorCode::BadState, below.name);
    for (const protocol::StaffRow &person : office.store.staff.live())
        if (person.node == row.id && person.active)
            return fail(ErrorCode::BadState, person.name);
    return {};
}

/// Whoever sits in a part that was moved now belongs to another unit, with its rights.
Result<void> followNodes(Office &office)
{
    const auto people = office.store.staff.live();
    for (protocol::StaffRow person : people) {
        const NodeId unit = office.catalogue().organisation().unitOf(person.node, office.today());
        if (unit.isEmpty() || unit == person.unit)
            continue;
        person.unit = unit;
        TRY(office.store.put(person));
        office.store.signal(kRightsSignal, person.id.value);
    }
    return {};
}
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::AccountPut &account)
{
    if (account.staff.isEmpty() || account.name.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"login"_s);
    const NodeId unit = office.catalogue().organisation().unitOf(account.node, office.today());
    if (unit.isEmpty())
        return fail(ErrorCode::NotFound, account.node.value);
    const int administrators = int(std::count_if(account.roles.begin(), account.roles.end(), [](domain::Role role) {
        return role == domain::Role::SystemAdmin || role == domain::Role::SecurityAdmin || role == domain::Role::AuditAdmin;
    }));
    // Three administrators, apart from each other and from serving.
    // Who asks is not an account: a member of staff with that role would ask in nobody's name.
    const bool isCitizen = std::find(account.roles.begin(), account.roles.end(), domain::Role::Citizen) != account.roles.end();
    if (isCitizen || administrators > 1 || (administrators == 1 && account.roles.size() > 1))
        return fail(ErrorCode::BadState, u"roles"_s);
    // Nobody could undo it on a desk if it was the last one.
    if (account.staff == actor.staff && (!account.active || !domain::isGranted(account.roles, domain::Permission::ManageAccounts)))
        return fail(ErrorCode::BadState, u"own_account"_s);
    protocol::StaffRow row = office.store.staff.find(account.staff.value).value_or(protocol::StaffRow());
    row.id = account.staff;
    row.name = account.name.trimmed();
    row.unit = unit;
    row.node = account.node;
    row.roles = account.roles;
    row.skills = account.skills;
    row.maxChats = std::clamp(account.maxChats, 0, 20);
    row.active = account.active;
    const auto put = office.accounts.put(row.id, account.login.trimmed(), row.active);
    if (!put && put.error().code == ErrorCode::BadImport)
        return fail(ErrorCode::BadState, u"login"_s);
    TRY(put);
    if (!account.password.text.isEmpty()) {
        TAKE(present, office.accounts.findBy(row.id));
        if (const auto fault = domain::faultOf(account.password.text, present.login, {}))
            return tl::unexpected<Error>(domain::newPasswordError(*fault));
        TAKE(hash, crypto::hashPassword(account.password.text));
        TRY(office.accounts.setPassword(row.id, hash));
    }
    if (account.resetSecondFactor) {
        TRY(office.accounts.setSecondFactor(row.id, {}, 0));
        TRY(office.accounts.endSessions(row.id));
    }
    TRY(office.store.put(row));
    office.store.signal(kRightsSignal, row.id.value);
    TRY(office.audit(actor, protocol::wireName<protocol::AccountPut>(), row.id.value));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::CitizenBlock &block)
{
    TAKE(request, office.store.requests.find(block.request.value));
    if (!sees(office.viewOf(actor), audienceOf(request)))
        return fail(ErrorCode::NotFound, block.request.value);
    if (block.reason.text.trimmed().isEmpty())
        return fail(ErrorCode::BadMessage, u"reason"_s);
    TRY(office.accounts.setBlocked(request.citizen, !block.lifted));
    if (!block.lifted)
        office.store.signal(kBlockedSignal, request.citizen.value);
    const QJsonObject detail{{u"citizen"_s, request.citizen.value}, {u"lifted"_s, block.lifted}, {u"reason"_s, block.reason.text}};
    TRY(office.audit(actor, protocol::wireName<protocol::CitizenBlock>(), request.id.value,
                     QJsonDocument(detail).toJson(QJsonDocument::Compact)));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::ItemSwitch &change)
{
    TAKE(row, office.store.items.find(change.item.value));
    row.chat = change.chat;
    row.call = change.call;
    TRY(office.store.put(row));
    TRY(office.audit(actor, protocol::wireName<protocol::ItemSwitch>(), row.id.value));
    TRY(office.reloadCatalogue());
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::HoursPut &change)
{
    protocol::HoursRow row = change.row;
    row.id = row.node.value + u'/' + row.from;
    if (!office.store.nodes.live().contains(row.node.value))
        return fail(ErrorCode::NotFound, row.node.value);
    if (row.week.size() != 7 || !dateFromIso(row.from) || (!row.to.isEmpty() && !dateFromIso(row.to)))
        return fail(ErrorCode::BadMessage, u"week"_s);
    domain::WeekHours week;
    for (std::size_t day = 0; day < 7; ++day) {
        TAKE(blocks, domain::blocksFromText(row.week[qsizetype(day)]));
        week.days[day] = blocks;
    }
    TRY(domain::checked(week));
    TRY(protocol::fromJson<protocol::HoursRow>(protocol::toJson(row))); // the id of two parts may have become too long to read
    TRY(office.store.put(row));
    TRY(office.audit(actor, protocol::wireName<protocol::HoursPut>(), row.id));
    TRY(office.reloadCatalogue());
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::NodePut &change)
{
    protocol::NodeRow row = change.row;
    row.name = row.name.trimmed();
    const auto from = dateFromIso(row.validFrom);
    const auto to = dateFromIso(row.validTo);
    if (row.id.isEmpty() || row.name.isEmpty())
        return fail(ErrorCode::BadMessage, u"name"_s);
    if (!domain::fromName<domain::NodeKind>(row.kind))
        return fail(ErrorCode::BadMessage, u"kind"_s);
    if (!from || (!row.validTo.isEmpty() && (!to || *to < *from)))
        return fail(ErrorCode::BadMessage, u"valid_to"_s);
    const auto before = office.store.nodes.find(row.id.value);
    if (!before && before.error().code != ErrorCode::NotFound)
        return tl::unexpected<Error>(before.error());
    // What a node is decides who answers for items; one that becomes something else is another one.
    if (before && before->kind != row.kind)
        return fail(ErrorCode::BadState, u"kind"_s);
    if (row.parent.isEmpty() && !(before && before->parent.isEmpty()))
        return fail(ErrorCode::BadState, u"parent"_s); // there is one root
    const auto kind = domain::fromName<domain::NodeKind>(row.kind);
    if (!before && (kind == domain::NodeKind::City || kind == domain::NodeKind::District))
        return fail(ErrorCode::BadState, u"kind"_s); // of each there is one, and the office is that of the district
    row.sample = before && before->sample;
    const QString today = toIso(office.today());
    TRY(checkPlace(office, row));
    TRY(checkEmpty(office, row, today));
    TRY(office.store.put(row));
    TRY(office.audit(actor, protocol::wireName<protocol::NodePut>(), row.id.value, protocol::toBytes(row)));
    office.store.signal(kCatalogueSignal, u"org"_s); // who supervises what was moved sees other things now
    TRY(office.reloadCatalogue());
    TRY(followNodes(office));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::SettingsPut &change)
{
    protocol::SettingsRow row = change.row;
    row.id = protocol::SettingsRow().id;
    if (row.idleLockMinutes < 0 || row.idleLockMinutes > 240)
        return fail(ErrorCode::BadMessage, u"idle_lock_minutes"_s);
    if (row.retentionDays < kShortestRetention || row.retentionDays > 36'500)
        return fail(ErrorCode::BadMessage, u"retention_days"_s);
    if (!row.passwordDays) // of a desk that does not know it
        row.passwordDays = office.store.office().passwordDays;
    if (!row.assistant)
        row.assistant = office.store.office().assistant;
    if (row.passwordDays && (*row.passwordDays < 0 || *row.passwordDays > kLongestPasswordDays))
        return fail(ErrorCode::BadMessage, u"password_days"_s);
    TRY(office.store.put(row));
    TRY(office.audit(actor, protocol::wireName<protocol::SettingsPut>(), row.id, protocol::toBytes(row)));
    return QJsonObject();
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::ImportRun &run)
{
    const auto needed = run.kind == "staff"_L1 ? domain::Permission::ManageAccounts : domain::Permission::ManageCatalogue;
    if (!domain::isGranted(actor.roles, needed))
        return fail(ErrorCode::Forbidden, run.kind);
    TAKE(report, runImport(office.store, run.kind, run.content.text.toUtf8(), run.dryRun));
    if (!run.dryRun && report.errors.empty()) {
        TRY(office.audit(actor, protocol::wireName<protocol::ImportRun>(), run.kind));
        office.store.signal(kCatalogueSignal, run.kind);
        TRY(office.reloadCatalogue());
    }
    return report.toJson();
}

Result<protocol::AccountStates> accountsFor(Office &office, const Actor &actor)
{
    if (!domain::isGranted(actor.roles, domain::Permission::ManageAccounts))
        return fail(ErrorCode::Forbidden, protocol::wireName<protocol::AccountsGet>());
    TAKE(states, office.accounts.states(office.now()));
    if (states.size() > kMostAccounts)
        return fail(ErrorCode::TooLarge, QString::number(states.size()));
    return protocol::AccountStates{std::move(states)};
}

Result<protocol::CalendarYears> calendarsFor(Office &office, const Actor &actor)
{
    if (!domain::isGranted(actor.roles, domain::Permission::ManageCatalogue))
        return fail(ErrorCode::Forbidden, protocol::wireName<protocol::CalendarsGet>());
    protocol::CalendarYears years;
    for (const domain::Holidays::YearCount &year : office.catalogue().holidays().years())
        years.rows.push_back({year.year, year.off, year.working});
    return years;
}

} // namespace bangban::server
