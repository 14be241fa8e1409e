// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/crypto/sealed.h"
#include "core/crypto/secrets.h"
#include "server/store/accounts.h"
#include "server/store/contacts.h"
#include "server/store/files.h"
#include "tests/support/files_with.h"
#include "tests/support/office_fixture.h"
#include "tests/support/run_program.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

const QString kWords = u"我的公司在四平路要增资"_s;
const QString kName = u"欧阳示例"_s;
const QString kPhone = u"13912345678"_s;
const QString kReason = u"来电人情绪激动"_s;

protocol::RequestRow askWithEverything(OfficeFixture &f, const server::Actor &citizen)
{
    protocol::RequestAsk ask;
    ask.request = RequestId(makeUuid7(f.clock.now()));
    ask.item = ItemId(u"IT004"_s);
    ask.purpose = domain::Purpose::Errand;
    ask.words.text = kWords;
    ask.phone.text = kPhone;
    ask.name.text = kName;
    if (auto sent = f.send(citizen, ask); !sent)
        qFatal("ask: %s", qPrintable(sent.error().detail));
    return f.request(ask.request);
}

/// An attachment of the request whose bytes are the words themselves.
FileId attachWords(OfficeFixture &f, const server::Actor &citizen, const RequestId &request)
{
    const QByteArray bytes = kWords.toUtf8();
    server::Files files(*f.store);
    server::StoredFile file{FileId(makeUuid7(f.clock.now())), request, citizen.name(), 0, false, kName + u".txt"_s,
                            u"text/plain"_s, bytes.size(),
                            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), {}, false};
    if (!files.begin(file, f.clock.now()) || !files.addChunk({file.id, 0, bytes}, file.owner)
        || !files.finish(file.id, file.owner) || !f.store->commit(f.clock.now()))
        qFatal("attach");
    return file.id;
}

} // namespace

/// What people said rests sealed, wherever it rests (architecture §7).
class TestSealing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }
    void sealedBytesOpenOnlyWithTheirKeyAndPlace();
    void plantedWordsAreInNoFile();
    void anOldRecordIsSealedAndReadsTheSame();
    void aRecordWithoutItsKeyIsNotOpened();
    void aRowInAnothersPlaceIsNotBelieved();
    void anUndoneCommandLeavesNoKeyBehind();
    void whatIsErasedIsGoneForEverybody();
    void whatIsOlderThanTheOfficeKeepsBecomesUnreadable();
    void aNewMasterKeyOpensWhatTheOldOneDid();
    void everyChangeOfTheAuditLogIsFound();
};

void TestSealing::sealedBytesOpenOnlyWithTheirKeyAndPlace()
{
    const QByteArray key = crypto::randomBytes(32), other = crypto::randomBytes(32);
    const QByteArray sealed = crypto::seal(key, kWords.toUtf8(), "message/1");
    QCOMPARE(crypto::unseal(key, sealed, "message/1").value(), kWords.toUtf8());
    QVERIFY(!crypto::unseal(key, sealed, "message/2"));
    QVERIFY(!crypto::unseal(other, sealed, "message/1"));
    QVERIFY(crypto::seal(key, kWords.toUtf8(), "message/1") != sealed);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = char(changed[i] ^ 1);
        QVERIFY2(!crypto::unseal(key, changed, "message/1"), qPrintable(QString::number(i)));
        QVERIFY(!crypto::unseal(key, sealed.left(i), "message/1"));
    }
    QCOMPARE(crypto::unseal(key, crypto::seal(key, {}, "empty"), "empty").value(), QByteArray());
}

void TestSealing::plantedWordsAreInNoFile()
{
    OfficeFixture f;
    const server::Actor citizen = f.citizen();
    const server::Actor agent = f.ready(u"SF001"_s);
    const auto request = askWithEverything(f, citizen);
    attachWords(f, citizen, request.id);
    f.answer(agent, request.id, u"您好，"_s + kWords);
    VERIFY_OK(f.send(f.staff(u"SF058"_s), protocol::CitizenBlock{{}, request.id, false, {kReason}}));
    auto again = protocol::RequestClaim{};
    again.request = request.id;
    QVERIFY(!f.send(f.ready(u"SF003"_s), again)); // a refusal is stored with its detail
    QStringList places{f.folder.path()};
    if (isOnPostgresql()) {
        VERIFY_OK(f.store->database().runScript(u"CHECKPOINT"_s));
        const auto own = f.store->database().run(u"SELECT oid FROM pg_database WHERE datname = current_database()"_s);
        QVERIFY(own && (*own)->next());
        const QString oid = (*own)->value(0).toString();
        const QString where = clusterFile(u"where"_s);
        places += {where + u"/data/base/"_s + oid, where + u"/data/pg_wal"_s};
        QVERIFY(QFile::copy(where + u"/log"_s, f.folder.filePath(u"server.log"_s)));
        QCOMPARE(runProgram(u"pg_dump"_s, {u"--file"_s, f.folder.filePath(u"backup.sql"_s), f.place.url}), 0);
        QCOMPARE(runProgram(u"pg_dump"_s, {u"--encoding=UTF8"_s, u"--inserts"_s, u"--file"_s, f.folder.filePath(u"rows.sql"_s), f.place.url}), 0);
    } else {
        QVERIFY(f.store->database().run(u"VACUUM INTO ?"_s, {f.folder.filePath(u"backup.db"_s)}));
    }

    for (const QString &place : std::as_const(places)) {
        for (const QString &planted : {kWords, kName, kPhone, kReason})
            QCOMPARE(filesWith(place, planted), QStringList());
        // The search itself works: ids are no secret. PostgreSQL uses the files of its log again.
        QVERIFY(!filesWith(place, request.id.value).isEmpty() || place.endsWith(u"pg_wal"_s));
    }
    f.reopen();
    QCOMPARE(f.request(request.id).words.text, kWords);
    QCOMPARE(f.request(request.id).citizenName.text, kName);
    QCOMPARE(server::Contacts(*f.store).phoneOf(request.id).value(), kPhone);
}

void TestSealing::anOldRecordIsSealedAndReadsTheSame()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"old.db"_s);
    QFile script(QStringLiteral(BANGBAN_SOURCE_DIR "/tests/data/records/step-2.sql"));
    QVERIFY(script.open(QIODevice::ReadOnly));
    {
        auto old = sql::Database::open(u"sqlite:"_s + path);
        QVERIFY(old);
        VERIFY_OK((*old)->runScript(QString::fromUtf8(script.readAll())));
        VERIFY_OK((*old)->run(u"INSERT INTO account VALUES ('SF001', 'old001', 'a hash', 0, 0, 1)"_s));
    }
    QVERIFY(!filesWith(folder.path(), u"章程修正案"_s).isEmpty());
    const auto store = server::Store::open({u"sqlite:"_s + path, folder.filePath(u"master.key"_s)});
    QVERIFY(store);
    const auto requests = (*store)->requests.where({}, {});
    QCOMPARE(requests->size(), 1u);
    const auto &request = requests->front();
    QCOMPARE(request.words.text, u"公司要增资，章程要不要一起改？"_s);
    const auto messages = (*store)->messagesOf(request.id);
    QCOMPARE(messages->size(), 6u);
    QCOMPARE(messages->at(2).words.text, u"您好，要改，请带章程修正案。"_s);
    QCOMPARE(server::Contacts(**store).phoneOf(request.id).value(), u"13800000000"_s);
    QCOMPARE(server::Contacts(**store).withPhone(u"13800000000"_s).value(), QStringList{request.id.value});
    const auto accounts = server::Accounts(**store).states(fromMs(1'700'000'000'000)).value();
    QCOMPARE(accounts.size(), 1u);
    QCOMPARE(accounts.front().password, domain::PasswordState::Own); // an old desk could not choose a new one
    QCOMPARE((*store)->firstBadAuditRow().value(), QString());
    QCOMPARE((*store)->mark(request.scope)->floorRev, (*store)->mark(request.scope)->rev);
    for (const QString &gone : {u"章程"_s, u"13800000000"_s, u"没有人接"_s})
        QCOMPARE(filesWith(folder.path(), gone), QStringList());
}

void TestSealing::aRecordWithoutItsKeyIsNotOpened()
{
    OfficeFixture f;
    const auto request = f.ask(f.citizen(), kWords, u"IT004"_s);
    f.office.reset();
    f.store.reset();
    const QString key = f.folder.filePath(u"master.key"_s);
    const QString &url = f.place.url;
    QVERIFY(QFile::rename(key, key + u".away"_s));
    VERIFY_REFUSED(server::Store::open({url, key}), ErrorCode::KeyMissing);
    QVERIFY(!QFile::exists(key)); // and none is made in its place
    QFile other(key);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(crypto::randomBytes(32).toBase64());
    other.close();
    VERIFY_REFUSED(server::Store::open({url, key}), ErrorCode::KeyMissing);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("not a key\n");
    other.close();
    VERIFY_REFUSED(server::Store::open({url, key}), ErrorCode::BadConfiguration);
    QVERIFY(QFile::remove(key) && QFile::rename(key + u".away"_s, key));
    const auto store = server::Store::open({url, key});
    QVERIFY(store);
    QCOMPARE((*store)->requests.find(request.id.value)->words.text, kWords);
    QCOMPARE(QFile::permissions(key) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestSealing::aRowInAnothersPlaceIsNotBelieved()
{
    OfficeFixture f;
    const auto citizen = f.citizen();
    const auto request = f.ask(citizen, kWords, u"IT004"_s);
    f.answer(f.ready(u"SF001"_s), request.id, u"您好"_s);
    QVERIFY(f.store->database().run(u"UPDATE message SET row = (SELECT row FROM message WHERE request = ? AND seq = 1) WHERE "
                                    "request = ? AND seq = 3"_s, {request.id.value, request.id.value}));
    QVERIFY(!f.store->messagesOf(request.id));
}

void TestSealing::anUndoneCommandLeavesNoKeyBehind()
{
    OfficeFixture f;
    const auto citizen = f.citizen();
    f.office->beginAt(f.clock.now());
    protocol::RequestRow row;
    row.id = RequestId(makeUuid7(f.clock.now()));
    row.scope = f.store->defaultScope();
    row.words.text = kWords;
    for (const bool stands : {false, true}) {
        VERIFY_OK(f.store->save());
        VERIFY_OK(f.store->put(row));
        VERIFY_OK(stands ? f.store->release() : f.store->undo());
    }
    VERIFY_OK(f.store->commit(f.clock.now()));
    row.id = RequestId(makeUuid7(f.clock.now()));
    VERIFY_OK(f.store->put(row));
    VERIFY_OK(f.store->rollback());
    VERIFY_OK(f.store->put(row));
    VERIFY_OK(f.store->commit(f.clock.now()));
    f.reopen();
    QCOMPARE(f.store->requests.live().size(), 2);
    QCOMPARE(f.request(row.id).words.text, kWords);
}

void TestSealing::whatIsErasedIsGoneForEverybody()
{
    OfficeFixture f;
    const server::Actor citizen = f.citizen();
    const server::Actor agent = f.ready(u"SF001"_s);
    const auto request = askWithEverything(f, citizen);
    const FileId file = attachWords(f, citizen, request.id);
    f.answer(agent, request.id, u"您好"_s);
    VERIFY_REFUSED(f.store->erase(request.id), ErrorCode::BadState); // while it is open
    VERIFY_OK(f.store->rollback());
    const int claimNo = f.request(request.id).claimNo;
    VERIFY_OK(f.send(agent, protocol::RequestEnd{{}, request.id, claimNo}));
    f.pass(std::chrono::minutes(20));
    QCOMPARE(f.request(request.id).state, domain::RequestState::Closed);
    const qint64 before = f.store->mark(request.scope)->rev;

    VERIFY_OK(f.store->erase(request.id));
    const auto told = f.store->commit(f.clock.now());
    QCOMPARE(told->size(), f.store->mark(request.scope)->rev - before);
    for (const server::LogEntry &entry : *told) {
        QVERIFY(entry.now.isEmpty());
        QVERIFY(!entry.was.isEmpty());
    }
    VERIFY_REFUSED(f.store->requests.find(request.id.value), ErrorCode::NotFound);
    QCOMPARE(f.store->messagesOf(request.id)->size(), 0u);
    VERIFY_REFUSED(server::Contacts(*f.store).phoneOf(request.id), ErrorCode::NotFound);
    VERIFY_REFUSED(server::Files(*f.store).find(file), ErrorCode::NotFound);
    // The log from its beginning: nothing of it can be read there either, and it is shown to nobody.
    const auto log = f.store->logAfter(request.scope, 0, 10'000);
    for (const server::LogEntry &entry : *log)
        QVERIFY(entry.id != request.id.value || (entry.body == "{}" && entry.now.isEmpty()));
    f.reopen();
    VERIFY_REFUSED(f.store->requests.find(request.id.value), ErrorCode::NotFound);
    QVERIFY(f.timers(request.id).contains(u"first_response hit"_s)); // what is counted stays
}

void TestSealing::whatIsOlderThanTheOfficeKeepsBecomesUnreadable()
{
    OfficeFixture f;
    const server::Actor agent = f.ready(u"SF001"_s);
    const auto closed = [&] {
        const auto request = askWithEverything(f, f.citizen());
        f.answer(agent, request.id, u"您好，"_s + kWords);
        if (!f.send(agent, protocol::RequestEnd{{}, request.id, f.request(request.id).claimNo}))
            qFatal("end");
        f.pass(std::chrono::minutes(20));
        return request.id;
    };
    const RequestId old = closed();
    protocol::SettingsPut put;
    put.row.retentionDays = 30;
    VERIFY_OK(f.send(f.staff(u"SF067"_s), put));
    const auto erase = [&] {
        f.office->beginAt(f.clock.now());
        const auto count = server::eraseOverdue(*f.office);
        return f.store->commit(f.clock.now()) ? count : Result<int>(fail(ErrorCode::Database));
    };
    f.clock.advance(std::chrono::days(29));
    const RequestId young = closed(), open = askWithEverything(f, f.citizen()).id;
    QCOMPARE(erase().value(), 0);
    f.clock.advance(std::chrono::days(1));
    QCOMPARE(erase().value(), 1);
    QCOMPARE(erase().value(), 0); // once
    VERIFY_REFUSED(f.store->requests.find(old.value), ErrorCode::NotFound);
    QCOMPARE(f.store->messagesOf(old)->size(), 0u);
    for (const RequestId &kept : {young, open})
        QCOMPARE(f.request(kept).words.text, kWords);
    QCOMPARE(f.store->firstBadAuditRow().value(), QString());
    f.clock.advance(std::chrono::days(400)); // an open one is never too old
    QCOMPARE(erase().value(), 1);
    QCOMPARE(f.request(open).words.text, kWords);
}

void TestSealing::aNewMasterKeyOpensWhatTheOldOneDid()
{
    OfficeFixture f;
    const auto request = f.ask(f.citizen(), kWords, u"IT004"_s);
    QFile file(f.folder.filePath(u"master.key"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray old = file.readAll();
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray fresh = crypto::randomBytes(32).toBase64() + '\n';
    file.write(fresh + old);
    file.close();
    f.reopen();
    VERIFY_OK(f.store->begin());
    QVERIFY(f.store->vault().rewrap().value() >= 2);
    VERIFY_OK(f.store->commit(f.clock.now()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fresh); // the old key is no longer needed
    file.close();
    f.reopen();
    QCOMPARE(f.request(request.id).words.text, kWords);
}

void TestSealing::everyChangeOfTheAuditLogIsFound()
{
    OfficeFixture f;
    for (int i = 0; i < 60; ++i)
        VERIFY_OK(f.store->audit(i % 3 ? u"DIST"_s : u"admin"_s, f.clock.now(), u"SF%1"_s.arg(i), u"step"_s,
                                 QString::number(i), i % 2 ? "{\"reason\":\"x\"}" : QByteArray()));
    VERIFY_OK(f.store->commit(f.clock.now()));
    auto &database = f.store->database();
    QCOMPARE(f.store->firstBadAuditRow().value(), QString());
    struct Row {
        QString scope;
        qint64 number;
    };
    std::vector<Row> rows;
    auto *query = database.run(u"SELECT scope, number FROM audit ORDER BY scope, number"_s).value();
    while (query->next())
        rows.push_back({query->value(0).toString(), query->value(1).toLongLong()});
    QHash<QString, qint64> last;
    for (const Row &row : rows)
        last[row.scope] = row.number;
    QRandomGenerator random(20261126);
    const QStringList columns{u"who"_s, u"action"_s, u"entity_id"_s, u"detail"_s, u"at"_s, u"chain"_s};
    for (int run = 0; run < 1000; ++run) {
        const Row victim = rows[random.bounded(quint32(rows.size()))];
        QString expected = victim.scope + u'/' + QString::number(victim.number);
        VERIFY_OK(database.begin());
        const int kind = int(random.bounded(4));
        if (kind == 0) { // an edit
            const QString column = columns[random.bounded(columns.size())];
            const QVariant value = column == "at"_L1 ? QVariant(qint64(random.generate()))
                : column == "detail"_L1 || column == "chain"_L1 ? QVariant(crypto::randomBytes(32)) : QVariant(u"edited"_s);
            QVERIFY(database.run(u"UPDATE audit SET "_s + column + u" = ? WHERE scope = ? AND number = ?"_s,
                                 {value, victim.scope, victim.number}));
        } else if (kind == 1) { // a deletion
            QVERIFY(database.run(u"DELETE FROM audit WHERE scope = ? AND number = ?"_s, {victim.scope, victim.number}));
        } else if (kind == 2) { // two rows change places
            if (victim.number == last[victim.scope]) {
                database.rollback();
                --run; // it has no next one
                continue;
            }
            for (const auto &[from, to] : {std::pair(victim.number, qint64(-1)), {victim.number + 1, victim.number}, {-1, victim.number + 1}})
                QVERIFY(database.run(u"UPDATE audit SET number = ? WHERE scope = ? AND number = ?"_s, {to, victim.scope, from}));
        } else { // the tail is cut off
            QVERIFY(database.run(u"DELETE FROM audit WHERE scope = ? AND number >= ?"_s, {victim.scope, victim.number}));
        }
        QCOMPARE(f.store->firstBadAuditRow().value(), expected);
        database.rollback();
    }
    QVERIFY(database.run(u"UPDATE meta SET value = ? WHERE key = 'audit_ends'"_s, {QByteArray("DIST\t1\t00\n00")}));
    QCOMPARE(f.store->firstBadAuditRow().value(), u"ends"_s);
}

QTEST_GUILESS_MAIN(TestSealing)
#include "tst_sealing.moc"
