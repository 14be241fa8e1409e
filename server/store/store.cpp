// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/store.h"

#include "server/store/schema.h"
#include "server/store/seal_old_rows.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::wireName;

namespace {
const QString kAuditEnds = u"audit_ends"_s;
} // namespace

Store::Store(std::unique_ptr<sql::Database> database, std::unique_ptr<Vault> vault)
    : requests(*database, *vault), messages(*database, *vault), offers(*database, *vault), notices(*database, *vault),
      tasks(*database, *vault), drafts(*database, *vault), staff(*database, *vault), items(*database, *vault), nodes(*database, *vault), codes(*database, *vault),
      hours(*database, *vault), settings(*database, *vault), phrases(*database, *vault), canned(*database, *vault), slips(*database, *vault), inspections(*database, *vault), m_database(std::move(database)), m_vault(std::move(vault))
{
}

Result<std::unique_ptr<Store>> Store::open(const RecordPlace &place)
{
    TAKE(database, sql::Database::open(place.url));
    const bool isShared = database->dialect() == sql::Dialect::PostgreSql;
    if (isShared) // another server may start in the same moment
        TRY(database->run(u"SELECT pg_advisory_lock(?)"_s, {kRecordLock}).map([](QSqlQuery *query) { query->finish(); }));
    TRY(sql::migrate(*database, schema()));
    auto vault = std::make_unique<Vault>(*database);
    TRY(vault->open(place.masterKey));
    TRY(sealOldRows(*database, *vault));
    std::unique_ptr<Store> store(new Store(std::move(database), std::move(vault)));
    TRY(store->load());
    if (isShared)
        TRY(store->database().run(u"SELECT pg_advisory_unlock(?)"_s, {kRecordLock}).map([](QSqlQuery *query) { query->finish(); }));
    return store;
}

Result<void> Store::load()
{
    const auto secret = [&](const QString &key, const QByteArray &fresh) -> Result<QByteArray> {
        auto value = meta(key);
        if (!value)
            return tl::unexpected<Error>(value.error());
        if (*value)
            return **value;
        return setMeta(key, fresh).map([&] { return fresh; });
    };
    TAKE(epoch, secret(u"epoch"_s, crypto::makeToken().left(16).toLatin1()));
    m_epoch = QString::fromLatin1(epoch);
    m_key = m_vault->derived("cursor");
    TRY(loadAuditEnds());
    return loadRows().and_then([&] { return loadMarks(); });
}

Result<void> Store::loadRows()
{
    ++m_liveVersion;
    Result<void> done;
    std::apply([&](auto &...table) { ((done = done.and_then([&] { return table.load(); })), ...); }, tables());
    return done;
}

template<typename T>
Result<void> Store::putRow(RowTable<T> &table, const T &row, const QString &id, const QString &scope,
                           const Audience &was, const Audience &now)
{
    if (auto begun = begin(); !begun)
        return begun;
    ++m_liveVersion;
    const QByteArray bytes = rowBytes(row);
    TRY(table.put(row, bytes));
    logChange(scope, row, id, was, now, bytes);
    return {};
}

template<typename T>
void Store::logChange(const QString &scope, const T &row, const QString &id, const Audience &was, const Audience &now,
                      const QByteArray &bytes)
{
    QByteArray shown;
    if (now.everyone || !now.citizen.isEmpty())
        shown = protocol::toBytes(row, [](QLatin1String field) { return isForCitizen(wireName<T>(), field); });
    m_pending.push_back({scope, m_command, wireName<T>(), id, sealedFor(row), was, now, bytes, shown});
}

Result<void> Store::put(const protocol::RequestRow &row)
{
    Audience was;
    if (auto before = requests.find(row.id.value))
        was = keptBy(*before);
    else if (before.error().code != ErrorCode::NotFound)
        return tl::unexpected<Error>(before.error());
    return putRow(requests, row, row.id.value, row.scope, was, keptBy(row));
}

Result<void> Store::put(const protocol::MessageRow &row, const protocol::RequestRow &request)
{
    const Audience audience = audienceOf(row, request);
    return putRow(messages, row, row.id.value, request.scope, audience, audience);
}

Result<void> Store::add(const protocol::MessageRow &row, const protocol::RequestRow &request)
{
    TRY(begin());
    const QByteArray bytes = rowBytes(row);
    TAKE(isNew, messages.add(row, bytes));
    if (!isNew)
        return fail(ErrorCode::BadState, row.id.value);
    const Audience audience = audienceOf(row, request);
    logChange(request.scope, row, row.id.value, audience, audience, bytes);
    return {};
}

Result<void> Store::put(const protocol::OfferRow &row)
{
    const Audience open = audienceOf(row);
    const bool isOpen = row.state == protocol::OfferState::Open;
    return putRow(offers, row, row.id, m_defaultScope, isOpen ? Audience() : open, isOpen ? open : Audience());
}

Result<void> Store::put(const protocol::NoticeRow &row, const QString &scope)
{
    return putRow(notices, row, row.id, scope, {}, audienceOf(row));
}

Result<void> Store::put(const protocol::TaskRow &row)
{
    const auto before = tasks.live().constFind(row.id.value);
    return putRow(tasks, row, row.id.value, m_defaultScope, before == tasks.live().constEnd() ? Audience() : audienceOf(*before), audienceOf(row));
}

Result<void> Store::put(const protocol::EntryDraftRow &row)
{
    const auto before = drafts.live().constFind(row.id);
    return putRow(drafts, row, row.id, m_defaultScope, before == drafts.live().constEnd() ? Audience() : audienceOf(*before), audienceOf(row));
}

Result<void> Store::put(const protocol::StaffRow &row)
{
    return putRow(staff, row, row.id.value, m_defaultScope, forAllStaff(), forAllStaff());
}

Result<void> Store::put(const protocol::ItemRow &row)
{
    return putRow(items, row, row.id.value, kCatalogueScope, forEveryone(), forEveryone());
}

Result<void> Store::put(const protocol::NodeRow &row)
{
    return putRow(nodes, row, row.id.value, kCatalogueScope, forAllStaff(), forAllStaff());
}

Result<void> Store::put(const protocol::CodeRow &row)
{
    return putRow(codes, row, row.id, kCatalogueScope, forAllStaff(), forAllStaff());
}

Result<void> Store::put(const protocol::HoursRow &row)
{
    return putRow(hours, row, row.id, kCatalogueScope, forAllStaff(), forAllStaff());
}

Result<void> Store::put(const protocol::SettingsRow &row)
{
    return putRow(settings, row, row.id, kCatalogueScope, forAllStaff(), forAllStaff());
}

Result<void> Store::put(const protocol::PhraseRow &row)
{
    return putRow(phrases, row, row.id, kCatalogueScope, forAllStaff(), forAllStaff());
}

Result<void> Store::put(const protocol::CannedRow &row)
{
    const auto before = canned.live().constFind(row.id.value);
    return putRow(canned, row, row.id.value, m_defaultScope, before == canned.live().constEnd() ? Audience() : audienceOf(*before), audienceOf(row));
}

Result<void> Store::put(const protocol::SlipRow &row)
{
    const auto before = slips.live().constFind(row.id.value);
    return putRow(slips, row, row.id.value, m_defaultScope, before == slips.live().constEnd() ? Audience() : audienceOf(*before), audienceOf(row));
}

Result<void> Store::put(const protocol::InspectionRow &row)
{
    const auto before = inspections.live().constFind(row.id.value);
    return putRow(inspections, row, row.id.value, m_defaultScope, before == inspections.live().constEnd() ? Audience() : audienceOf(*before), audienceOf(row));
}

Result<std::vector<protocol::MessageRow>> Store::messagesOf(const RequestId &request)
{
    return messages.where(u" WHERE request = ? ORDER BY seq"_s, {request.value});
}

Result<void> Store::erase(const RequestId &request)
{
    TRY(begin());
    TAKE(row, requests.find(request.value));
    if (RowLayout<protocol::RequestRow>::isLive(row))
        return fail(ErrorCode::BadState, request.value);
    const auto drop = [&]<typename Row>(RowTable<Row> &table) { // nobody is left to be told, or talked about
        const auto live = table.live();
        for (const Row &one : live)
            if (one.request == request) {
                m_pending.push_back({m_defaultScope, m_command, wireName<Row>(), one.id.value, {}, audienceOf(one), {}, "{}", {}});
                table.forget(one.id.value);
            }
    };
    drop(tasks);
    drop(slips);
    TAKE(talk, messagesOf(request));
    for (const protocol::MessageRow &message : talk)
        m_pending.push_back({row.scope, m_command, wireName<protocol::MessageRow>(), message.id.value, {}, audienceOf(message, row), {}, "{}", {}});
    m_pending.push_back({row.scope, m_command, wireName<protocol::RequestRow>(), request.value, {}, audienceOf(row), {}, "{}", {}});
    TRY(m_database->run(u"DELETE FROM assistant_turn WHERE request = ?"_s, {request.value}));
    TRY(m_database->run(u"DELETE FROM contact WHERE request = ?"_s, {request.value}));
    TRY(m_database->run(u"DELETE FROM file_chunk WHERE file IN (SELECT id FROM file WHERE request = ?)"_s, {request.value}));
    TRY(m_database->run(u"DELETE FROM file WHERE request = ?"_s, {request.value}));
    return m_vault->destroy(request.value);
}

Result<void> Store::audit(const QString &scope, Instant at, const QString &who, const QString &action,
                          const QString &id, const QByteArray &detail)
{
    TRY(begin());
    auto &[number, chain] = m_auditEnds[scope];
    ++number;
    AuditRow row{who, action, id, toMs(at), {}};
    if (!detail.isEmpty()) {
        TAKE(sealed, m_vault->seal({}, detail, placeOf("audit", scope, number)));
        row.detail = sealed;
    }
    chain = auditLink(m_vault->derived("audit"), chain, row);
    return m_database->run(u"INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {scope, number, row.at, who, action, id, row.detail, chain}).map([](auto) {});
}

Result<void> Store::loadAuditEnds()
{
    TAKE(bytes, meta(kAuditEnds));
    m_auditStored = bytes ? auditEndsFrom(*bytes, m_vault->derived("audit ends")).value_or(AuditEnds()) : AuditEnds();
    m_auditEnds = m_auditSaved = m_auditStored;
    return {};
}

Result<QString> Store::firstBadAuditRow()
{
    TAKE(bytes, meta(kAuditEnds));
    const auto ends = bytes ? auditEndsFrom(*bytes, m_vault->derived("audit ends")) : AuditEnds();
    if (!ends)
        return u"ends"_s;
    const QByteArray key = m_vault->derived("audit");
    AuditEnds found;
    TAKE(query, m_database->run(u"SELECT scope, number, at, who, action, entity_id, detail, chain FROM audit ORDER BY "
                                "scope, number"_s));
    while (query->next()) {
        const QString scope = query->value(0).toString();
        auto &[number, chain] = found[scope];
        chain = auditLink(key, chain, {query->value(3).toString(), query->value(4).toString(), query->value(5).toString(),
                                       query->value(2).toLongLong(), query->value(6).toByteArray()});
        if (query->value(1).toLongLong() != ++number || query->value(7).toByteArray() != chain) {
            query->finish();
            return scope + u'/' + QString::number(number);
        }
    }
    for (auto it = ends->constBegin(); it != ends->constEnd(); ++it)
        if (const qint64 last = found.value(it.key()).first; last < it->first)
            return it.key() + u'/' + QString::number(last + 1);
    for (auto it = found.constBegin(); it != found.constEnd(); ++it)
        if (const qint64 last = ends->value(it.key()).first; it->first > last)
            return it.key() + u'/' + QString::number(last + 1);
    return QString();
}

Result<std::optional<StoredResult>> Store::storedResult(const CommandId &id)
{
    auto query = m_database->run(u"SELECT fingerprint, code, data FROM command_result WHERE cmd_id = ?"_s, {id.value});
    if (!query)
        return tl::unexpected<Error>(query.error());
    std::optional<StoredResult> found;
    if ((*query)->next())
        found = StoredResult{(*query)->value(0).toByteArray(), (*query)->value(1).toString(),
                             (*query)->value(2).toByteArray()};
    (*query)->finish();
    if (found) {
        TAKE(data, m_vault->unseal({}, found->data, placeOf("command_result", id.value)));
        found->data = data;
    }
    return found;
}

Result<bool> Store::storeResult(const CommandId &id, const StoredResult &result, Instant at)
{
    TRY(begin());
    TAKE(data, m_vault->seal({}, result.data, placeOf("command_result", id.value)));
    TRY(m_database->run(u"INSERT INTO command_result VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                        {id.value, result.fingerprint, result.code, data, toMs(at)}));
    return m_database->changedRows() == 1;
}

Result<void> Store::save()
{
    forgetUndo();
    TRY(begin());
    TRY(m_database->save(u"command"_s));
    m_saved = true;
    return {};
}

Result<void> Store::release()
{
    TRY(m_database->release(u"command"_s));
    m_saved = false;
    forgetUndo();
    return {};
}

Result<void> Store::undo()
{
    if (!m_saved)
        return {};
    m_saved = false;
    ++m_liveVersion;
    m_knowledgeUndone += m_knowledgeTouched;
    m_pending.resize(m_savedPending);
    m_auditEnds = m_auditSaved;
    m_vault->undo();
    std::apply([](auto &...table) { (table.undo(), ...); }, tables());
    return m_database->undo(u"command"_s);
}

void Store::forgetUndo()
{
    m_savedPending = m_pending.size();
    m_auditSaved = m_auditEnds;
    m_vault->keep();
    std::apply([](auto &...table) { (table.keep(), ...); }, tables());
}

Result<std::vector<LogEntry>> Store::commit(Instant at)
{
    std::vector<LogEntry> written;
    if (!m_open)
        return written;
    const auto marksBefore = m_marks;
    auto done = writeLog(at, written);
    if (done && m_auditEnds != m_auditStored)
        done = setMeta(kAuditEnds, toBytes(m_auditEnds, m_vault->derived("audit ends")));
    done = done.and_then([&] { return m_database->commit(); });
    if (!done) {
        m_marks = marksBefore;
        return tl::unexpected<Error>(done.error());
    }
    m_pending.clear();
    m_open = false;
    m_knowledgeTouched.clear();
    m_auditStored = m_auditEnds;
    return written;
}

Result<std::vector<StoredDocument>> Store::documents()
{
    TAKE(query, m_database->run(u"SELECT kind, id, body FROM document ORDER BY kind, id"_s));
    std::vector<StoredDocument> found;
    while (query->next())
        found.push_back({query->value(0).toString(), query->value(1).toString(), query->value(2).toByteArray()});
    return found;
}

Result<void> Store::putDocument(const StoredDocument &document)
{
    TRY(begin());
    TRY(m_database->run(u"INSERT INTO document VALUES (?, ?, ?) ON CONFLICT(kind, id) DO UPDATE SET body = excluded.body"_s,
                        {document.kind, document.id, document.body}));
    return {};
}

Result<std::optional<QByteArray>> Store::meta(const QString &key)
{
    auto query = m_database->run(u"SELECT value FROM meta WHERE key = ?"_s, {key});
    if (!query)
        return tl::unexpected<Error>(query.error());
    std::optional<QByteArray> value;
    if ((*query)->next())
        value = (*query)->value(0).toByteArray();
    (*query)->finish();
    return value;
}

Result<void> Store::setMeta(const QString &key, const QByteArray &value)
{
    return m_database->run(u"INSERT INTO meta VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
                           {key, value}).map([](auto) {});
}

} // namespace bangban::server
