// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_office.h"

#include "server/catalogue/import.h"
#include "server/office/sign_in.h"

namespace bangban::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr char kOrganisation[] = R"({"nodes":[{"id":"Q","kind":"district","name":"区","valid_from":"2020-01-01"},
    {"id":"D01","parent":"Q","kind":"unit","name":"甲局","valid_from":"2020-01-01"},
    {"id":"D02","parent":"Q","kind":"unit","name":"乙局","valid_from":"2020-01-01"}],"hours":[],"unit_hours":[]})";
constexpr char kItems[] = R"({"items":[
    {"id":"I1","name":"增资","department_id":"D01","valid_from":"2020-01-01","chat_enabled":true},
    {"id":"I2","name":"注销","department_id":"D02","valid_from":"2020-01-01","chat_enabled":true}]})";
constexpr char kStaff[] = R"({"staff":[
    {"id":"甲","login":"a","name":"甲","node_id":"D01","roles":["线上帮办坐席"],"skills":[],"max_chats":5,"active":true},
    {"id":"乙","login":"b","name":"乙","node_id":"D01","roles":["线上帮办坐席","单位主管"],"skills":[],"max_chats":5,"active":true},
    {"id":"丙","login":"c","name":"丙","node_id":"D02","roles":["线上帮办坐席"],"skills":[],"max_chats":5,"active":true},
    {"id":"管","login":"d","name":"管","node_id":"Q","roles":["安全管理员"],"skills":[],"max_chats":0,"active":true}]})";
constexpr char kCodes[] = R"({"disposition":{"categories":[{"code":"ZX","text":"在线操作","subs":[{"code":"ZX01","text":"登录"}]}],
    "results":[{"code":"JG1","text":"已解决"}]}})";

Result<void> import(server::Store &store, const QString &kind, const char *content)
{
    TAKE(report, server::runImport(store, kind, content, false));
    return report.errors.empty() ? Result<void>() : fail(ErrorCode::BadImport, kind + u": "_s + report.errors.front().text());
}

} // namespace

Result<std::vector<Seat>> makeSmallOffice(const server::RecordPlace &place, const Clock &clock)
{
    std::vector<Seat> seats;
    TAKE(store, server::Store::open(place));
    TRY(import(*store, u"org"_s, kOrganisation));
    TAKE(catalogue, server::Catalogue::read(*store));
    store->setDefaultScope(catalogue->district().value);
    TRY(import(*store, u"items"_s, kItems));
    TRY(import(*store, u"staff"_s, kStaff));
    TRY(import(*store, u"codes"_s, kCodes));
    for (const QString &node : {u"Q"_s, u"D01"_s, u"D02"_s}) {
        protocol::HoursRow row;
        row.node = NodeId(node);
        row.from = u"2020-01-01"_s;
        row.id = node + u'/' + row.from;
        row.hours = HoursId(u"H"_s);
        row.name = u"全天"_s;
        row.week = QStringList(7, u"00:00-24:00"_s);
        row.ignoresHolidays = true;
        TRY(store->put(row));
    }
    TRY(store->commit(clock.now()));
    TAKE(office, server::Office::open(*store, clock));
    office->beginAt(clock.now());
    TRY(store->begin());
    for (const QString &id : {u"甲"_s, u"乙"_s, u"丙"_s, u"管"_s}) {
        TAKE(token, office->accounts.beginSession(StaffId(id), clock.now()));
        TAKE(identity, server::identityOf(*office, StaffId(id)));
        seats.push_back({StaffId(id), {id, token.token, QByteArray::fromBase64(identity.deskKey.toLatin1())}});
    }
    TRY(store->commit(clock.now()));
    return seats;
}

} // namespace bangban::sim
