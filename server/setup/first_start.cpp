// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/setup/first_start.h"

#include "core/base/log.h"
#include "core/crypto/secrets.h"
#include "server/catalogue/catalogue.h"
#include "server/catalogue/import.h"
#include "server/store/accounts.h"
#include "server/store/knowledge.h"

#include <QFile>

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kDemoUnit{"D01"};
constexpr QLatin1String kDemoCentre{"CENTRE"};

Result<void> importResource(Store &store, const QString &kind, const QString &path)
{
    QFile file(u":/resources/"_s + path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadImport, path);
    TAKE(report, runImport(store, kind, file.readAll(), false));
    if (!report.errors.empty())
        return fail(ErrorCode::BadImport, path + u": "_s + report.errors.front().text());
    return {};
}

} // namespace

Result<void> fillWithSample(Store &store, Instant now)
{
    if (!store.nodes.live().isEmpty())
        return {};
    for (int year = 2021; year <= 2027; ++year)
        TRY(importResource(store, u"calendar"_s, u"calendar/%1.json"_s.arg(year)));
    TRY(importResource(store, u"org"_s, u"sample-data/org.json"_s));
    // From here on the district is known, and what belongs to it goes to its scope.
    TAKE(catalogue, Catalogue::read(store));
    store.setDefaultScope(catalogue->district().value);
    TRY(importResource(store, u"items"_s, u"sample-data/items.json"_s));
    TRY(importResource(store, u"staff"_s, u"sample-data/staff.json"_s));
    TRY(importResource(store, u"codes"_s, u"sample-data/enums.json"_s));
    TRY(importResource(store, u"questions"_s, u"sample-data/faqs.json"_s));
    TRY(importResource(store, u"synonyms"_s, u"routing-synonyms.json"_s));
    TRY(importResource(store, u"phrases"_s, u"sample-data/forbidden-phrases.json"_s));
    TRY(importResource(store, u"phrases"_s, u"sample-data/scope-phrases.json"_s));
    TRY(importResource(store, u"canned"_s, u"sample-data/canned.json"_s));
    TRY(store.commit(now));
    return {};
}

Result<void> bringUp(Store &store, Instant now)
{
    TRY(store.begin()); // of a shared record one server does it
    TAKE(revision, Knowledge(store).revision());
    TAKE(documents, store.documents());
    for (const StoredDocument &document : documents) {
        if (revision > 0 || document.kind != document::kRouting || document.id != "questions"_L1)
            continue;
        TAKE(report, runImport(store, u"questions"_s, document.body, false));
        if (!report.errors.empty()) // it was taken under older rules; it serves on as it did
            qCWarning(logStore, "the questions are no entries yet, import them again: %s", qPrintable(report.errors.front().text()));
    }
    return store.commit(now).map([](const auto &) {});
}

Result<void> prepareDemo(Store &store, Instant now)
{
    for (const protocol::NodeRow &node : store.nodes.live())
        if (!node.sample)
            return fail(ErrorCode::BadConfiguration, u"--demo on a database of a real office"_s);
    TAKE(prepared, store.meta(u"demo"_s));
    if (prepared)
        return {};
    for (const QLatin1String node : {kDemoUnit, kDemoCentre}) {
        protocol::HoursRow row;
        row.node = NodeId(node);
        row.from = toIso(dateOf(now) - std::chrono::days(1));
        row.id = row.node.value + u'/' + row.from;
        row.hours = HoursId(u"DEMO"_s);
        row.name = u"示例：全天开放"_s;
        row.week = QStringList(7, u"00:00-24:00"_s);
        row.ignoresHolidays = true;
        TRY(store.put(row));
    }
    TAKE(hash, crypto::hashPassword(QString(kDemoPassword)));
    for (const protocol::StaffRow &row : store.staff.live())
        TRY(Accounts(store).setPassword(row.id, hash, now));
    TRY(store.setMeta(u"demo"_s, "1"));
    TRY(store.commit(now));
    return {};
}

std::vector<DemoAccount> demoAccounts()
{
    return {{u"sample001"_s, u"示例坐席01"_s, u"线上帮办坐席"_s},
            {u"sample003"_s, u"示例坐席03"_s, u"线上帮办坐席"_s},
            {u"sample017"_s, u"示例坐席17"_s, u"受委托中心坐席"_s},
            {u"sample044"_s, u"示例坐席44"_s, u"知识库编写"_s},
            {u"sample045"_s, u"示例坐席45"_s, u"知识库审核"_s},
            {u"sample053"_s, u"示例坐席53"_s, u"单位主管"_s},
            {u"sample058"_s, u"示例坐席58"_s, u"区统筹员"_s},
            {u"sample066"_s, u"示例坐席66"_s, u"系统管理员"_s},
            {u"sample067"_s, u"示例坐席67"_s, u"安全管理员"_s}};
}

} // namespace bangban::server
