// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/crypto/secrets.h"
#include "server/store/backup.h"
#include "server/store/contacts.h"
#include "server/store/files.h"
#include "tests/support/office_fixture.h"

#include <QCryptographicHash>

#include <atomic>
#include <thread>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// Nightly copies, tried before they are needed.
class TestBackup : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }
    void aDrillReadsAllThatIsThereAndLeavesNothing();
    void aDrillFindsWhatCannotBeRead_data();
    void aDrillFindsWhatCannotBeRead();
    void aCopyIsOneStateWhileTheRecordIsWritten();
    void aCopyIsPutIntoAnEmptyDatabase();
};

namespace {

/// An attachment of two chunks.
void attach(OfficeFixture &f, const server::Actor &citizen, const RequestId &request)
{
    const QByteArray bytes(protocol::kChunkSize + 5, 'x');
    server::Files files(*f.store);
    const server::StoredFile file{FileId(makeUuid7(f.clock.now())), request, citizen.name(), 0, false, u"合同.txt"_s, u"text/plain"_s,
                                  bytes.size(), QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), {}, false};
    if (!files.begin(file, f.clock.now()) || !files.addChunk({file.id, 0, bytes.left(protocol::kChunkSize)}, file.owner)
        || !files.addChunk({file.id, 1, bytes.mid(protocol::kChunkSize)}, file.owner) || !files.finish(file.id, file.owner)
        || !f.store->commit(f.clock.now()))
        qFatal("attach");
}

/// Two conversations, one with a file, and a third whose key was destroyed.
RequestId fill(OfficeFixture &f)
{
    const server::Actor agent = f.ready(u"SF003"_s);
    const server::Actor first = f.citizen(), second = f.citizen(), erased = f.citizen();
    const RequestId talk = f.ask(first, u"增资要带什么材料"_s, u"IT004"_s, u"13912345678"_s).id;
    f.answer(agent, talk, u"请带营业执照"_s);
    attach(f, first, talk);
    f.ask(second, u"什么时候能办好"_s);
    const RequestId gone = f.ask(erased, u"不问了"_s).id;
    protocol::RequestWithdraw withdraw;
    withdraw.request = gone;
    if (!f.send(erased, withdraw) || !f.store->erase(gone) || !f.store->commit(f.clock.now()))
        qFatal("erase");
    return talk;
}

} // namespace

void TestBackup::aDrillReadsAllThatIsThereAndLeavesNothing()
{
    OfficeFixture f;
    const RequestId talk = fill(f);
    QTemporaryDir copies;
    const QString file = copies.filePath(u"copy.db"_s);
    VERIFY_OK(server::backUp(f.place, file));
    VERIFY_REFUSED(server::backUp(f.place, file), ErrorCode::BadConfiguration); // nothing is written over
    const auto read = server::drill(file, f.place.masterKey);
    VERIFY_OK(read);
    QCOMPARE(read->requests, 2);
    QCOMPARE(read->messages, qint64(f.store->messagesOf(talk)->size()) + 1); // the other one was only asked
    QCOMPARE(read->attachments, 1);
    QVERIFY(read->entries > 100); // the sample's
    QVERIFY(read->logRows > 5);
    QCOMPARE(toMs(read->lastChange), toMs(f.clock.now()));
    QCOMPARE(QDir(copies.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList(u"copy.db"_s));
    VERIFY_REFUSED(server::drill(copies.filePath(u"none.db"_s), f.place.masterKey), ErrorCode::BadConfiguration);
    QFile empty(copies.filePath(u"empty.db"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    VERIFY_REFUSED(server::drill(empty.fileName(), f.place.masterKey), ErrorCode::RecordDamaged);
}

void TestBackup::aDrillFindsWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("a message that was changed") << u"UPDATE message SET row = substr(row, 1, length(row) - 1) || x'00'"_s;
    QTest::newRow("a request in another's place") << u"UPDATE request SET row = (SELECT row FROM request ORDER BY id LIMIT 1)"_s;
    QTest::newRow("a chunk that is missing") << u"DELETE FROM file_chunk WHERE number = 1"_s;
    QTest::newRow("a chunk that was changed") << u"UPDATE file_chunk SET bytes = zeroblob(length(bytes)) WHERE number = 1"_s;
    QTest::newRow("an entry that was changed") << u"UPDATE entry SET row = substr(row, 1, length(row) - 1) || x'00' WHERE id = 'QA0001'"_s;
    QTest::newRow("a number that was changed") << u"UPDATE contact SET phone = x'0102'"_s;
    QTest::newRow("the log without its end") << u"DELETE FROM change_log WHERE rev = (SELECT MAX(rev) FROM change_log)"_s;
    QTest::newRow("a row of the log that was changed") << u"UPDATE change_log SET body = x'0102' WHERE sealed_for <> ''"_s;
    QTest::newRow("an audit row that is missing") << u"DELETE FROM audit WHERE number = 2"_s;
    QTest::newRow("a page of the file") << QString();
}

void TestBackup::aDrillFindsWhatCannotBeRead()
{
    QFETCH(QString, damage);
    OfficeFixture f;
    fill(f);
    const QString file = f.folder.filePath(u"copy.db"_s);
    VERIFY_OK(server::backUp(f.place, file));
    VERIFY_OK(server::drill(file, f.place.masterKey));
    if (damage.isEmpty()) {
        QFile raw(file);
        QVERIFY(raw.open(QIODevice::ReadWrite) && raw.seek(raw.size() / 2 / 4096 * 4096) && raw.write(QByteArray(4096, '\7')) == 4096);
    } else {
        auto copy = sql::Database::open(u"sqlite:"_s + file);
        QVERIFY(copy);
        VERIFY_OK((*copy)->run(damage));
        QVERIFY((*copy)->changedRows() > 0);
    }
    const auto read = server::drill(file, f.place.masterKey);
    QVERIFY(!read);
    QVERIFY2(read.error().code == ErrorCode::RecordDamaged || read.error().code == ErrorCode::Database, qPrintable(bangban::wireName(read.error().code)));
    QVERIFY(!read.error().detail.isEmpty());
}

void TestBackup::aCopyIsOneStateWhileTheRecordIsWritten()
{
    OfficeFixture f;
    const RequestId talk = fill(f);
    const server::Actor agent = f.staff(u"SF003"_s);
    std::atomic<bool> isCopied = false;
    Result<void> copied;
    const QString file = f.folder.filePath(u"copy.db"_s);
    std::jthread other([&] {
        copied = server::backUp(f.place, file);
        isCopied = true;
    });
    int said = 0;
    for (; !isCopied || said < 5; ++said) {
        f.clock.advance(std::chrono::milliseconds(1));
        protocol::MessageSend send;
        send.message = MessageId(makeUuid7(f.clock.now()));
        send.request = talk;
        send.claimNo = f.request(talk).claimNo;
        send.words.text = u"第%1句"_s.arg(said);
        VERIFY_OK(f.send(agent, send));
    }
    other.join();
    VERIFY_OK(copied);
    const auto read = server::drill(file, f.place.masterKey);
    VERIFY_OK(read);
    QVERIFY(read->messages <= qint64(f.store->messagesOf(talk)->size()) + 1);
}

void TestBackup::aCopyIsPutIntoAnEmptyDatabase()
{
    OfficeFixture f;
    const RequestId talk = fill(f);
    const QString epoch = f.store->epoch();
    const QString file = f.folder.filePath(u"copy.db"_s);
    VERIFY_OK(server::backUp(f.place, file));
    QTemporaryDir fresh;
    const QString url = recordIn(fresh).url;
    VERIFY_OK(server::restoreInto(url, file, f.place.masterKey));
    QFile left(fresh.filePath(u"again.db-wal"_s)); // of a restore that was cut short
    QVERIFY(left.open(QIODevice::WriteOnly) && left.write(QByteArray(4096, 'x')) == 4096);
    left.close();
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    VERIFY_OK(server::unpackBackup(file, f.place.masterKey, fresh.filePath(u"again.db"_s)));
    QVERIFY(!(QFile::permissions(fresh.filePath(u"again.db"_s)) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!left.exists());
    VERIFY_REFUSED(server::restoreInto(url, file, f.place.masterKey), ErrorCode::BadConfiguration); // not over another record
    const auto store = server::Store::open({url, f.place.masterKey});
    QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
    QVERIFY((*store)->epoch() != epoch);
    QCOMPARE((*store)->messagesOf(talk)->size(), f.store->messagesOf(talk)->size());
    QCOMPARE(server::Contacts(**store).phoneOf(talk).value(), u"13912345678"_s);
    QCOMPARE((*store)->firstBadAuditRow().value(), QString());
    VERIFY_REFUSED(server::restoreInto(recordIn(fresh).url + u"x"_s, file, fresh.filePath(u"another.key"_s)), ErrorCode::KeyMissing);
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
