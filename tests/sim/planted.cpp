// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/planted.h"

#include "client/store/replica.h"
#include "core/base/uuid7.h"
#include "core/sql/database.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace bangban::sim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::MessageRow, protocol::RequestRow;
using protocol::wireName;

namespace {

// ---- on the way --------------------------------------------------------------------------------------------------

enum class Way { ToServer, ToDesk, ToPage };

bool goes(Way way, const Host &host, bool toServer)
{
    const bool isPage = host.name.startsWith(u'第');
    return way == Way::ToServer ? toServer : !toServer && isPage == (way == Way::ToPage);
}

/// Every so many messages of that name that `change` can do something with are changed.
Planted changing(Way way, QLatin1String name, int every, std::function<bool(QJsonObject &)> change)
{
    auto count = std::make_shared<int>(0);
    return {[=](const Host &host, bool toServer, const QByteArray &message) -> QList<QByteArray> {
                const auto frame = goes(way, host, toServer) ? protocol::decode(message) : Result<protocol::Frame>(fail(ErrorCode::BadMessage));
                if (!frame || frame->type != name)
                    return {message};
                QJsonObject body = frame->body;
                if (!change(body) || ++*count % every != 0)
                    return {message};
                return {protocol::encodeFrame(name, body)};
            },
            {}};
}

/// The changes of a batch with one of them replaced by what `change` gives for it.
std::function<bool(QJsonObject &)> inBatch(std::function<std::optional<QJsonArray>(const QJsonObject &)> change)
{
    return [change = std::move(change)](QJsonObject &body) {
        const QJsonArray before = body["changes"_L1].toArray();
        QJsonArray after;
        bool isChanged = false;
        for (const QJsonValue &value : before) {
            const auto instead = isChanged ? std::nullopt : change(value.toObject());
            isChanged = isChanged || instead.has_value();
            if (!instead)
                after.append(value);
            else
                for (const QJsonValue &entry : *instead)
                    after.append(entry);
        }
        body.insert(u"changes"_s, after);
        return isChanged;
    };
}

bool isMessage(const QJsonObject &change) { return change["e"_L1] == wireName<MessageRow>() && change.contains("row"_L1); }

QJsonObject withRow(QJsonObject change, const QString &field, const QJsonValue &value)
{
    QJsonObject row = change["row"_L1].toObject();
    row.insert(field, value);
    change.insert(u"row"_s, row);
    return change;
}

Planted batchLost()
{
    auto lost = std::make_shared<QHash<QString, QJsonValue>>(); // by host, where the lost one began
    auto count = std::make_shared<int>(0);
    return {[=](const Host &host, bool toServer, const QByteArray &message) -> QList<QByteArray> {
                const auto frame = goes(Way::ToDesk, host, toServer) ? protocol::decode(message) : Result<protocol::Frame>(fail(ErrorCode::BadMessage));
                if (!frame || frame->type != wireName<protocol::Batch>())
                    return {message};
                const QString key = host.name + frame->body["scope"_L1].toString();
                if (!frame->body["changes"_L1].toArray().isEmpty() && ++*count % 15 == 0) {
                    lost->insert(key, frame->body["from"_L1]);
                    return {};
                }
                if (!lost->contains(key))
                    return {message};
                QJsonObject body = frame->body;
                body.insert(u"from"_s, lost->take(key));
                return {protocol::encodeFrame(wireName<protocol::Batch>(), body)};
            },
            {}};
}

/// A message of one desk's conversation goes to another desk too.
Planted leak()
{
    auto seen = std::make_shared<std::pair<QString, QJsonObject>>();
    return {[=](const Host &host, bool toServer, const QByteArray &message) -> QList<QByteArray> {
                const auto frame = goes(Way::ToDesk, host, toServer) ? protocol::decode(message) : Result<protocol::Frame>(fail(ErrorCode::BadMessage));
                if (!frame || frame->type != wireName<protocol::Batch>())
                    return {message};
                QJsonObject body = frame->body;
                QJsonArray changes = body["changes"_L1].toArray();
                for (const QJsonValue &change : std::as_const(changes))
                    if (isMessage(change.toObject()) && change["row"_L1]["sender"_L1] == "staff"_L1)
                        *seen = {host.name, change.toObject()};
                if (seen->first.isEmpty() || seen->first == host.name || changes.isEmpty())
                    return {message};
                changes.append(seen->second);
                body.insert(u"changes"_s, changes);
                return {protocol::encodeFrame(wireName<protocol::Batch>(), body)};
            },
            {}};
}

/// Said once more as something new, as by a client that forgets that it was sent.
Planted saidTwice()
{
    auto count = std::make_shared<int>(0);
    return {[=](const Host &, bool toServer, const QByteArray &message) -> QList<QByteArray> {
                const auto frame = toServer ? protocol::decode(message) : Result<protocol::Frame>(fail(ErrorCode::BadMessage));
                if (!frame || frame->type != wireName<protocol::MessageSend>() || ++*count % 10 != 0)
                    return {message};
                QJsonObject again = frame->body;
                again.insert(u"cmd_id"_s, makeUuid7(Stage::start()));
                again.insert(u"message"_s, makeUuid7(Stage::start()));
                return {message, protocol::encodeFrame(wireName<protocol::MessageSend>(), again)};
            },
            {}};
}

Planted neverSent()
{
    auto count = std::make_shared<int>(0);
    auto lost = std::make_shared<QSet<QString>>();
    return {[=](const Host &, bool toServer, const QByteArray &message) -> QList<QByteArray> {
                const auto frame = toServer ? protocol::decode(message) : Result<protocol::Frame>(fail(ErrorCode::BadMessage));
                if (!frame || frame->type != wireName<protocol::MessageSend>())
                    return {message};
                const QString id = frame->body["cmd_id"_L1].toString();
                if (lost->contains(id) || ++*count % 20 != 0)
                    return lost->contains(id) ? QList<QByteArray>() : QList{message};
                lost->insert(id);
                return {};
            },
            {}};
}

/// What one was told of a command: yes for no, or no for yes.
Planted otherAnswer(bool toYes, QLatin1String only = {})
{
    const QLatin1String from = toYes ? wireName<protocol::Refused>() : wireName<protocol::CommandResult>();
    auto count = std::make_shared<int>(0);
    return {[=](const Host &, bool toServer, const QByteArray &message) -> QList<QByteArray> {
                const auto frame = toServer ? Result<protocol::Frame>(fail(ErrorCode::BadMessage)) : protocol::decode(message);
                const bool isIt = frame && frame->type == from && frame->body.contains("cmd_id"_L1)
                    && (only.isEmpty() || frame->body["code"_L1] == only);
                if (!isIt || (only.isEmpty() && ++*count % 5 != 0))
                    return {message};
                const CommandId id(frame->body["cmd_id"_L1].toString());
                if (toYes)
                    return {protocol::encode(protocol::CommandResult{id, {{u"claim_no"_s, 1}, {u"seq"_s, 1}}})};
                return {protocol::encode(protocol::Refused{id, u"too_late"_s, {}})};
            },
            {}};
}

// ---- in the record -----------------------------------------------------------------------------------------------

/// The store opened as the server opens it; what `work` does is committed.
Planted inStore(std::function<void(server::Store &)> work)
{
    return {{}, [work = std::move(work)](World &world) {
                world.whileServerIsDown([&] {
                    const auto store = server::Store::open(world.place());
                    if (!store)
                        qFatal("%s", qPrintable(store.error().detail));
                    work(**store);
                    if (const auto done = (*store)->commit(Stage::start()); !done)
                        qFatal("%s", qPrintable(done.error().detail));
                });
            }};
}

/// The last message of a person, changed and put as the store puts it.
Planted onMessage(std::function<bool(MessageRow &)> change)
{
    return inStore([change](server::Store &store) {
        const auto rows = store.messages.where(u" WHERE 1 = 1 ORDER BY request, seq DESC"_s, {}).value_or(std::vector<MessageRow>());
        for (MessageRow row : rows) {
            if (row.kind == domain::MessageKind::System || row.recalledAt || row.seq == 1 || !change(row))
                continue;
            const auto request = store.requests.find(row.request.value);
            if (!request || !store.put(row, *request))
                qFatal("the bug cannot be planted");
            return;
        }
    });
}

Planted onRequest(std::function<bool(RequestRow &)> change)
{
    return inStore([change](server::Store &store) {
        const auto rows = store.requests.where(u" WHERE 1 = 1 ORDER BY id"_s, {}).value_or(std::vector<RequestRow>());
        for (RequestRow row : rows)
            if (change(row)) {
                if (!store.put(row))
                    qFatal("the bug cannot be planted");
                return;
            }
    });
}

Planted sql(const QString &statement)
{
    return {{}, [statement](World &world) {
                world.whileServerIsDown([&] {
                    const auto database = sql::Database::open(world.place().url);
                    if (!database || !(*database)->run(statement))
                        qFatal("the bug cannot be planted: %s", qPrintable(statement));
                });
            }};
}

/// On the disk of every desk, while its program is not running.
Planted onDesks(const QString &statement)
{
    return {{}, [statement](World &world) {
                for (const auto &desk : world.desks()) {
                    desk->crash(Crash::Kill);
                    const auto database = sql::Database::open(u"sqlite:"_s + desk->folder() + u"/replica.db"_s);
                    if (!database || !(*database)->run(statement))
                        qFatal("the bug cannot be planted: %s", qPrintable(statement));
                    desk->turnOn();
                }
            }};
}

Planted lyingDisk(bool isServer)
{
    return {{}, {}, [isServer](World &world) {
                world.serverDisk().liesAboutSync = isServer;
                for (const auto &desk : world.desks())
                    desk->disk.liesAboutSync = !isServer;
                world.causeOften({isServer ? Fault::ServerPowerCut : Fault::DeskPowerCut, isServer ? Fault::ServerPowerCutAtStep : Fault::DeskPowerCutAtStep});
            }};
}

/// Two messages of one author, one after the other.
Planted swappedPlaces()
{
    return inStore([](server::Store &store) {
        auto rows = store.messages.where(u" WHERE 1 = 1 ORDER BY request, seq"_s, {}).value_or(std::vector<MessageRow>());
        std::erase_if(rows, [](const MessageRow &row) { return row.kind == domain::MessageKind::System || row.recalledAt || row.seq == 1; });
        const auto first = std::adjacent_find(rows.begin(), rows.end(), [](const MessageRow &a, const MessageRow &b) {
            return a.request == b.request && a.sender == b.sender && a.staff == b.staff;
        });
        if (first == rows.end())
            return;
        const auto second = first + 1;
        const auto put = [&](MessageRow row, int seq) {
            row.seq = seq;
            const auto request = store.requests.find(row.request.value);
            if (!request || !store.put(row, *request))
                qFatal("the bug cannot be planted");
        };
        put(*first, 1'000'000);
        put(*second, first->seq);
        put(*first, second->seq);
    });
}

} // namespace

const std::vector<Bug> &bugs()
{
    const auto batch = wireName<protocol::Batch>();
    static const std::vector<Bug> list{
        // what desks and pages are told
        {"a change is left out of a batch", [=] { return changing(Way::ToDesk, batch, 7, inBatch([](const QJsonObject &) { return QJsonArray(); })); }},
        {"a row reaches the desk in other words", [=] {
             return changing(Way::ToDesk, batch, 3, inBatch([](const QJsonObject &change) -> std::optional<QJsonArray> {
                 return isMessage(change) ? std::optional(QJsonArray{withRow(change, u"words"_s, u"别的话"_s)}) : std::nullopt;
             }));
         }},
        {"what left the view is not told", [=] {
             return changing(Way::ToDesk, batch, 1, inBatch([](const QJsonObject &change) {
                 return change.contains("gone"_L1) ? std::optional(QJsonArray()) : std::nullopt;
             }));
         }},
        {"a row is told that is not in the record", [=] {
             return changing(Way::ToDesk, batch, 5, inBatch([](const QJsonObject &change) -> std::optional<QJsonArray> {
                 if (!isMessage(change))
                     return std::nullopt;
                 QJsonObject other = withRow(change, u"id"_s, makeUuid7(Stage::start()));
                 other.insert(u"id"_s, other["row"_L1]["id"_L1]);
                 return QJsonArray{change, other};
             }));
         }},
        {"a batch is lost and the next one hides it", batchLost},
        {"a snapshot misses a row", [] {
             return changing(Way::ToDesk, wireName<protocol::Snapshot>(), 2, [](QJsonObject &body) {
                 QJsonArray rows = body["rows"_L1].toArray();
                 if (rows.isEmpty())
                     return false;
                 rows.removeLast();
                 body.insert(u"rows"_s, rows);
                 return true;
             });
         }},
        {"a row is told in the state before", [=] {
             auto before = std::make_shared<QHash<QString, QJsonObject>>();
             return changing(Way::ToDesk, batch, 2, inBatch([before](const QJsonObject &change) -> std::optional<QJsonArray> {
                 if (change["e"_L1] != wireName<RequestRow>() || change.contains("gone"_L1))
                     return std::nullopt;
                 const QJsonObject old = before->value(change["id"_L1].toString());
                 before->insert(change["id"_L1].toString(), change);
                 return old.isEmpty() ? std::nullopt : std::optional(QJsonArray{old});
             }));
         }},
        {"a page misses a row", [=] { return changing(Way::ToPage, batch, 5, inBatch([](const QJsonObject &) { return QJsonArray(); })); }},
        {"a conversation is told to another desk", leak},
        {"done is said of what was refused", [] { return otherAnswer(true); }},
        {"refused is said of what was done", [] { return otherAnswer(false); }},
        {"two are told that it is theirs", [] { return otherAnswer(true, "claim_taken"_L1); }},
        // what the server is told
        {"a message is said twice", saidTwice},
        {"a message is never sent", neverSent},
        {"a message is sent in other words", [] {
             return changing(Way::ToServer, wireName<protocol::MessageSend>(), 9, [](QJsonObject &body) {
                 body.insert(u"words"_s, u"别的话"_s);
                 return true;
             });
         }},
        // what the record holds
        {"a message is deleted", [] { return sql(u"DELETE FROM message WHERE seq = 2"_s); }},
        {"a request is deleted", [] { return sql(u"DELETE FROM request WHERE id = (SELECT MIN(id) FROM request)"_s); }},
        {"a log row is deleted", [] { return sql(u"DELETE FROM change_log WHERE scope = 'Q' AND rev = 30"_s); }},
        {"a log row is of another request", [] { return sql(u"UPDATE change_log SET entity_id = 'x' WHERE scope = 'Q' AND rev = 30"_s); }},
        {"the log ends elsewhere", [] { return sql(u"UPDATE scope SET rev = rev + 1 WHERE scope = 'Q'"_s); }},
        {"an audit row is deleted", [] { return sql(u"DELETE FROM audit WHERE number = 5"_s); }},
        {"an audit row is changed", [] { return sql(u"UPDATE audit SET who = 'x' WHERE number = 5"_s); }},
        {"a message holds other words", [] { return onMessage([](MessageRow &row) { row.words.text = u"别的话"_s; return true; }); }},
        {"a message is by somebody else", [] {
             return onMessage([](MessageRow &row) {
                 row.staff = StaffId(row.staff.value == u"甲"_s ? u"乙"_s : u"甲"_s);
                 return row.sender == domain::Sender::Staff;
             });
         }},
        {"two messages change places", swappedPlaces},
        {"a message is taken back that nobody took back", [] {
             return onMessage([](MessageRow &row) { row.recalledAt = Stage::start(); row.words = {}; return true; });
         }},
        {"a message is there twice", [] { return onMessage([](MessageRow &row) { row.id = MessageId(makeUuid7(Stage::start())); row.seq = 500; return true; }); }},
        {"a request changes hands without a claim", [] {
             return onRequest([](RequestRow &row) {
                 const bool hasOwner = !row.owner.isEmpty();
                 row.owner = StaffId(row.owner.value == u"甲"_s ? u"乙"_s : u"甲"_s);
                 return hasOwner;
             });
         }},
        {"a claim is counted twice", [] { return onRequest([](RequestRow &row) { row.claimNo += 2; return true; }); }},
        {"the first answer is moved", [] { return onRequest([](RequestRow &row) { return row.firstHumanAt && (*row.firstHumanAt -= 5s, true); }); }},
        {"a deadline is rewritten", [] { return onRequest([](RequestRow &row) { return row.dueAt && (*row.dueAt += 60s, true); }); }},
        {"the time of asking is rewritten", [] { return onRequest([](RequestRow &row) { row.queuedAt += 1s; return true; }); }},
        {"a conversation becomes shorter", [] { return onRequest([](RequestRow &row) { return --row.lastSeq > 0; }); }},
        // what the desk keeps
        {"a desk forgets what was refused", [] { return onDesks(u"DELETE FROM outbox WHERE state = 2"_s); }},
        {"a desk forgets a draft", [] { return onDesks(u"DELETE FROM draft"_s); }},
        {"a desk loses rows", [] { return onDesks(u"DELETE FROM held_row WHERE entity = 'request'"_s); }},
        {"the server's disk says synced and is not", [] { return lyingDisk(true); }},
        {"the desk's disk says synced and is not", [] { return lyingDisk(false); }},
    };
    return list;
}

} // namespace bangban::sim
