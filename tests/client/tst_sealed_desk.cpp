// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/outbox.h"
#include "client/store/sealed_file.h"
#include "core/crypto/secrets.h"
#include "tests/client/desk_bench.h"
#include "tests/support/files_with.h"


using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey(32, 'k');

} // namespace

/// What the desk keeps on its disk opens with the account's key only (architecture §7).
class TestSealedDesk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void plantedWordsAreInNoFile()
    {
        const QString words = u"我的公司在四平路要增资"_s, mine = u"请带章程修正案来"_s, draft = u"还没有写完的话"_s,
                      inside = u"附件里面的营业执照号"_s;
        Bench bench;
        bench.office.ignore<protocol::MessageSend>();
        bench.office.ignore<protocol::FileBegin>();
        auto request = requestRow(kFirst);
        request.words.text = words;
        request.citizenName.text = u"欧阳示例"_s;
        QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 5, u"cursor-2"_s, {changeOf(request), changeOf(messageRow(kFirst, 2, words))}}));
        QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(words).row.seq, 2, 5000);
        bench.station().sendText(kFirst, mine, {});
        bench.station().saveDraft(kSecond, draft);
        bench.station().sendFile(kFirst, u"执照.txt"_s, u"text/plain"_s, inside.repeated(20'000).toUtf8());
        QTRY_VERIFY_WITH_TIMEOUT(bench.screen().now.pending >= 3, 5000);
        const auto nowhere = [&] {
            for (const QString &planted : {words, mine, draft, inside, u"欧阳示例"_s, u"陈晓明"_s})
                if (const QStringList found = filesWith(bench.home.folder.path(), planted); !found.isEmpty())
                    return QString(planted + u" in "_s + found.join(u' '));
            return QString();
        };
        QCOMPARE(nowhere(), QString());
        bench.restart(); // and everything is there again, before the network is
        QCOMPARE(nowhere(), QString());
        bench.station().connectTo(bench.office.url());
        QTRY_COMPARE_WITH_TIMEOUT(bench.screen().said(words).row.seq, 2, 5000);
        QVERIFY(!bench.screen().said(mine).row.id.isEmpty());
        QCOMPARE(bench.screen().drafts.value(kSecond), draft);
    }

    void anOldRecordIsSealedAndReadsTheSame()
    {
        QTemporaryDir folder;
        QFile script(QStringLiteral(BANGBAN_SOURCE_DIR "/tests/data/records/desk-step-1.sql"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        {
            auto old = sql::Database::open(u"sqlite:"_s + folder.filePath(u"replica.db"_s));
            QVERIFY(old);
            QVERIFY((*old)->runScript(QString::fromUtf8(script.readAll())));
        }
        QVERIFY(QDir(folder.path()).mkpath(u"outgoing"_s) && QDir(folder.path()).mkpath(u"files"_s));
        const QByteArray bytes = u"章程全文"_s.repeated(50'000).toUtf8();
        for (const QString &name : {u"outgoing/one"_s, u"files/two"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
        QVERIFY(!filesWith(folder.path(), u"章程"_s).isEmpty());
        {
            const auto replica = client::Replica::open(folder.path(), kKey);
            QVERIFY(replica);
            QCOMPARE(filesWith(folder.path(), u"章程"_s), QStringList());
            QCOMPARE((*replica)->drafts()->value(u"018f0000-0000-7000-8000-000000000001"_s), u"章程修正案要股东签字"_s);
            QCOMPARE((*replica)->setting(u"account"_s)->value(u"unit"_s).toString(), u"区市场监督管理局"_s);
            const auto waiting = client::Outbox((*replica)->database(), kKey).entries();
            QCOMPARE(waiting->size(), 1u);
            QCOMPARE(waiting->front().body["words"_L1].toString(), u"请带章程"_s);
            QVERIFY((*replica)->rows()->empty()); // they come anew from the server
            QVERIFY((*replica)->cursors()->isEmpty());
            const auto file = client::SealedFile::open(kKey, folder.filePath(u"outgoing/one"_s));
            QVERIFY(file);
            QCOMPARE((*file)->size(), bytes.size());
            QCOMPARE((*file)->piece(0).value(), bytes.left(protocol::kChunkSize));
        }
        QVERIFY(client::Replica::open(folder.path(), kKey)); // a second time there is nothing to do
        const auto other = client::Replica::open(folder.path(), QByteArray(32, 'x'));
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::RecordDamaged);
        QCOMPARE(client::Replica::open(folder.path(), "short").error().code, ErrorCode::WrongVersion);
    }

    void aPieceOpensOnlyAtItsPlace()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_s);
        const QByteArray bytes(3 * protocol::kChunkSize + 7, 'b');
        QVERIFY(client::SealedFile::write(kKey, path, bytes));
        {
            const auto file = client::SealedFile::open(kKey, path);
            QByteArray whole;
            for (int i = 0; i < 4; ++i)
                whole += (*file)->piece(i).value();
            QCOMPARE(whole, bytes);
        }
        QVERIFY(QFile::rename(path, folder.filePath(u"b"_s)));
        QCOMPARE((*client::SealedFile::open(kKey, folder.filePath(u"b"_s)))->piece(0).error().code, ErrorCode::RecordDamaged);
    }
};

QTEST_GUILESS_MAIN(TestSealedDesk)
#include "tst_sealed_desk.moc"
