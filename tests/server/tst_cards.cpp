// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/handlers/handlers.h"
#include "server/store/files.h"
#include "tests/server/library.h"

#include <QCryptographicHash>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using protocol::EntryMedia, protocol::MessageRow;

namespace {

const QByteArray kPicture = QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(100, 'p');
const QByteArray kVideo = QByteArray("\x1a\x45\xdf\xa3") + QByteArray(protocol::kChunkSize + 100, 'v');

struct Cards : Library {
    protocol::FileBegin beginOf(const EntryId &entry, const QByteArray &bytes, const QString &type)
    {
        protocol::FileBegin begin;
        begin.file = FileId(newId());
        begin.entry = entry;
        begin.name.text = u"步骤"_s;
        begin.type = type;
        begin.size = bytes.size();
        begin.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        return begin;
    }
    Result<void> give(const server::Actor &who, const protocol::FileBegin &begin, const QByteArray &bytes)
    {
        server::Files files(*store);
        for (int i = 0; i * protocol::kChunkSize < bytes.size(); ++i)
            TRY(files.addChunk({begin.file, i, bytes.mid(i * protocol::kChunkSize, protocol::kChunkSize)}, who.name()));
        return {};
    }
    /// Sent by the author for the entry, whole.
    EntryMedia uploaded(const EntryId &entry, const QByteArray &bytes, const QString &type, const QString &title)
    {
        const auto begin = beginOf(entry, bytes, type);
        if (!send(author, begin) || !give(author, begin, bytes) || !send(author, protocol::FileFinish{{}, begin.file}))
            qFatal("not sent");
        return {begin.file, title, type, bytes.size(), {}};
    }
    Result<QJsonObject> sendCard(const RequestRow &served, const EntryId &id, int version)
    {
        protocol::MessageSend send;
        send.message = MessageId(newId());
        send.request = served.id;
        send.claimNo = served.claimNo;
        send.words.text = u"不算数的话"_s;
        send.cites = {{id, version}};
        send.asCard = true;
        return this->send(agent, send);
    }
    MessageRow last(const RequestId &id) { return store->messagesOf(id)->back(); }
    bool mayRead(const server::Actor &who, const FileId &id)
    {
        const auto file = server::Files(*store).find(id);
        return file && server::mayReadFile(*office, who, *file).value_or(false);
    }
};

} // namespace

/// An entry with what it shows and plays, and as a card in a conversation. \source duties 44 and 67
class TestCards : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void aCardHasTheWordsAndMediaOfTheEntry()
    {
        Cards f;
        EntryRow row = f.entry(u"N1"_s);
        row.authority = u"市市场监管局"_s;
        row.sourceTitle = u"市场主体登记管理条例第三十条"_s;
        row.media = {f.uploaded(row.id, kPicture, u"image/png"_s, u"办理步骤图解"_s), f.uploaded(row.id, kVideo, u"video/webm"_s, u"一分钟看懂歇业"_s),
                     {{}, u"办事指南"_s, {}, 0, u"https://zwdt.sh.gov.cn/guide?id=1"_s}};
        VERIFY_OK(f.bring(row));
        const RequestRow served = f.served(u"公司歇业几天能办好"_s);
        VERIFY_OK(f.sendCard(served, row.id, 1));
        const MessageRow message = f.last(served.id);
        QCOMPARE(message.words.text, row.plain);
        QVERIFY(message.card);
        QCOMPARE(message.card->title, row.title);
        QCOMPARE(message.card->unit, row.authority);
        QCOMPARE(message.card->sourceTitle, row.sourceTitle);
        QCOMPARE(message.card->media, row.media);
        const QJsonObject seen = server::forCitizen(u"message"_s, protocol::toJson(message));
        QCOMPARE(seen["card"_L1]["media"_L1].toArray().size(), 3);
        QVERIFY(!seen.contains("cites"_L1));
        QVERIFY(f.mayRead(f.asker, row.media[0].file));
        QVERIFY(f.mayRead(f.citizen(), row.media[1].file)); // what was published is everybody's
        QCOMPARE(server::Knowledge(*f.store).toldSince(row.id, f.clock.now() - 1h)->size(), 1U); // who was told is known
        f.reopen();
        QCOMPARE(f.last(served.id).card, message.card);
    }

    void takenBackItShowsNothing()
    {
        Cards f;
        EntryRow row = f.entry(u"N1"_s);
        row.media = {f.uploaded(row.id, kPicture, u"image/png"_s, u"图"_s)};
        VERIFY_OK(f.bring(row));
        const RequestRow served = f.served(u"公司歇业几天能办好"_s);
        VERIFY_OK(f.sendCard(served, row.id, 1));
        VERIFY_OK(f.send(f.agent, protocol::MessageRecall{{}, f.last(served.id).id, served.id}));
        QVERIFY(!f.last(served.id).card);
    }

    void aCardSaysWhatHoldsNow()
    {
        Cards f;
        EntryRow row = f.entry(u"N1"_s);
        VERIFY_OK(f.bring(row));
        row.plain = u"两个工作日办好。"_s;
        VERIFY_OK(f.bring(row, 1));
        const RequestRow served = f.served(u"公司歇业几天能办好"_s);
        VERIFY_REFUSED(f.sendCard(served, row.id, 1), ErrorCode::OtherVersion);
        VERIFY_OK(f.sendCard(served, row.id, 2));
        VERIFY_OK(f.send(f.reviewer, protocol::EntryWithdraw{{}, row.id, 2, u"不再办理"_s}));
        VERIFY_REFUSED(f.sendCard(served, row.id, 2), ErrorCode::EntryWithdrawn);
        protocol::MessageSend two;
        two.message = MessageId(f.newId());
        two.request = served.id;
        two.claimNo = served.claimNo;
        two.asCard = true;
        VERIFY_REFUSED(f.send(f.agent, two), ErrorCode::BadMessage); // of nothing
        two.claimNo = 0;
        two.cites = {{row.id, 2}};
        VERIFY_REFUSED(f.send(f.asker, two), ErrorCode::BadMessage); // a citizen has none
    }

    void aDraftsFilesAreTheEditors()
    {
        Cards f;
        EntryRow row = f.entry(u"N1"_s);
        row.media = {f.uploaded(row.id, kPicture, u"image/png"_s, u"图"_s)};
        VERIFY_OK(f.save(f.author, row, 0, true));
        const FileId file = row.media[0].file;
        const server::Actor asker = f.citizen();
        QVERIFY(!f.mayRead(asker, file));
        QVERIFY(!f.mayRead(f.staff(kAgent), file));
        QVERIFY(f.mayRead(f.reviewer, file));
        QVERIFY(!f.mayRead(f.otherAuthor, file)); // another unit's
        QVERIFY(!f.mayRead(f.staff(f.whoIs(u"sample046"_s)), file)); // who tests reads what holds
        VERIFY_OK(f.publish(f.reviewer, row.id));
        QVERIFY(f.mayRead(asker, file));
        QVERIFY(f.mayRead(f.staff(kAgent), file));
    }

    void onlyAnEntrysEditorsSendFilesForIt()
    {
        Cards f;
        VERIFY_OK(f.bring(f.entry(u"N1"_s)));
        const auto begin = f.beginOf(EntryId(u"N1"_s), kPicture, u"image/png"_s);
        VERIFY_REFUSED(f.send(f.otherAuthor, begin), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.send(f.reviewer, begin), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.send(f.staff(kAgent), begin), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.send(f.citizen(), begin), ErrorCode::Forbidden);
        auto both = begin;
        both.request = RequestId(f.newId());
        VERIFY_REFUSED(f.send(f.author, both), ErrorCode::BadMessage);
        both.request = {};
        both.entry = {};
        VERIFY_REFUSED(f.send(f.author, both), ErrorCode::BadMessage);
        VERIFY_OK(f.send(f.author, begin));
    }

    void aFileIsWhatItSays_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isTaken");
        const QByteArray mp4 = QByteArray("\0\0\0\x18", 4) + "ftypmp42";
        QTest::newRow("png") << u"image/png"_s << kPicture << true;
        QTest::newRow("mp4") << u"video/mp4"_s << mp4 << true;
        QTest::newRow("m4a") << u"audio/mp4"_s << mp4 << true;
        QTest::newRow("webm") << u"video/webm"_s << kVideo << true;
        QTest::newRow("mp3 with tags") << u"audio/mpeg"_s << QByteArray("ID3\4 and more") << true;
        QTest::newRow("mp3 without") << u"audio/mpeg"_s << QByteArray("\xff\xfb\x90 and more") << true;
        QTest::newRow("wav") << u"audio/wav"_s << QByteArray("RIFF and more") << true;
        QTest::newRow("pdf") << u"application/pdf"_s << QByteArray("%PDF-1.7") << true;
        QTest::newRow("a page as mp4") << u"video/mp4"_s << QByteArray("<html><script>alert(1)</script>") << false;
        QTest::newRow("too short for mp4") << u"video/mp4"_s << QByteArray("ab") << false;
        QTest::newRow("a picture as a recording") << u"audio/mpeg"_s << kPicture << false;
        QTest::newRow("svg") << u"image/svg+xml"_s << QByteArray("<svg/>") << false;
        QTest::newRow("a document of an office") << u"application/zip"_s << QByteArray("PK") << false;
    }
    void aFileIsWhatItSays()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isTaken);
        Cards f;
        const auto begin = f.beginOf(EntryId(u"N1"_s), bytes, type);
        const auto begun = f.send(f.author, begin);
        if (begun)
            QVERIFY(f.give(f.author, begin, bytes));
        const auto done = begun ? f.send(f.author, protocol::FileFinish{{}, begin.file}) : begun;
        QCOMPARE(done.has_value(), isTaken);
        if (!isTaken)
            QCOMPARE(done.error().code, ErrorCode::BadFile);
    }

    /// A video is no attachment of a conversation, as before.
    void aConversationTakesWhatItTook()
    {
        QVERIFY(!server::isAcceptedType(u"video/mp4"_s));
        QVERIFY(!server::isAcceptedType(u"audio/mpeg"_s));
        QVERIFY(server::isAcceptedType(u"image/png"_s));
        QVERIFY(server::isAcceptedType(u"application/zip"_s));
    }

    void whatAnEntryShowsIsItsOwn()
    {
        Cards f;
        EntryRow row = f.entry(u"N1"_s);
        const EntryMedia ours = f.uploaded(row.id, kPicture, u"image/png"_s, u"图"_s);
        const EntryMedia others = f.uploaded(EntryId(u"N2"_s), kPicture, u"image/png"_s, u"图"_s);
        row.media = {others};
        VERIFY_REFUSED(f.save(f.author, row), ErrorCode::NotFound);
        row.media = {{FileId(f.newId()), u"网页"_s, u"text/html"_s, 5, {}}};
        VERIFY_REFUSED(f.save(f.author, row), ErrorCode::BadMessage);
        for (const QString &address : {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"https://"_s, u"https://user:word@host/"_s, u"data:text/html,x"_s}) {
            row.media = {{{}, u"链接"_s, {}, 0, address}};
            VERIFY_REFUSED(f.save(f.author, row), ErrorCode::BadMessage);
        }
        EntryMedia lies = ours; // the record knows better
        lies.type = u"text/html"_s;
        lies.size = 1;
        row.media = {lies};
        VERIFY_OK(f.save(f.author, row));
        QCOMPARE(f.store->drafts.live().value(protocol::draftId(row.id, f.author.staff)).entry.media, std::vector{ours});
        row.media.assign(protocol::kMostMedia + 1, ours);
        VERIFY_REFUSED(f.save(f.author, row), ErrorCode::TooLarge);
    }

    /// A draft is kept whatever became of its files; what others are to read is whole.
    void aDraftWaitsForItsFiles()
    {
        Cards f;
        EntryRow row = f.entry(u"N1"_s);
        const auto begin = f.beginOf(row.id, kPicture, u"image/png"_s);
        row.media = {{begin.file, u"三步办好"_s, u"image/png"_s, kPicture.size(), {}}};
        VERIFY_OK(f.save(f.author, row)); // the words came before the file
        const auto refused = f.save(f.author, row, 0, true);
        VERIFY_REFUSED(refused, ErrorCode::BadFile);
        QCOMPARE(refused.error().detail, u"三步办好"_s);
        VERIFY_OK(f.send(f.author, begin));
        VERIFY_REFUSED(f.save(f.author, row, 0, true), ErrorCode::BadFile); // half of it
        VERIFY_OK(f.give(f.author, begin, kPicture));
        VERIFY_OK(f.send(f.author, protocol::FileFinish{{}, begin.file}));
        VERIFY_OK(f.save(f.author, row, 0, true));
        VERIFY_OK(server::Files(*f.store).drop(begin.file)); // a record that was put back
        VERIFY_REFUSED(f.publish(f.reviewer, row.id), ErrorCode::BadFile);
    }

    void whatIsNotPublishedIsCountedByItsSender()
    {
        Cards f;
        auto large = f.beginOf(EntryId(u"N1"_s), kPicture, u"video/mp4"_s);
        large.size = protocol::kMaxFile;
        for (int i = 0; i < 2 * protocol::kMostMedia; ++i) {
            large.file = FileId(f.newId());
            large.entry = EntryId(u"N%1"_s.arg(i)); // whatever it is for
            VERIFY_OK(f.send(f.author, large));
        }
        large.file = FileId(f.newId());
        VERIFY_REFUSED(f.send(f.author, large), ErrorCode::TooLarge);
        VERIFY_OK(f.send(f.otherAuthor, f.beginOf(EntryId(u"M1"_s), kPicture, u"image/png"_s)));
        const auto query = f.store->database().run(u"UPDATE file SET published = 1"_s);
        QVERIFY(query);
        VERIFY_OK(f.send(f.author, large));
    }

    void whoWasShownAPictureThatIsGoneHearsOfIt()
    {
        Cards f;
        EntryRow row = f.entry(u"N1"_s);
        row.media = {f.uploaded(row.id, kPicture, u"image/png"_s, u"收费表"_s)};
        VERIFY_OK(f.bring(row));
        const RequestRow served = f.served(u"公司歇业几天能办好"_s);
        VERIFY_OK(f.sendCard(served, row.id, 1));
        row.media.push_back({{}, u"办事指南"_s, {}, 0, u"https://zwdt.sh.gov.cn/"_s});
        QCOMPARE(f.bring(row, 1)->value("told"_L1).toInt(), 0); // one more changes nothing for them
        row.media[0] = f.uploaded(row.id, kPicture + 'x', u"image/png"_s, u"收费表"_s);
        QCOMPARE(f.bring(row, 2)->value("told"_L1).toInt(), 1);
    }

    void anOfficesFileOfQuestionsLeavesThemThere()
    {
        Cards f;
        const EntryRow there = f.published(u"QA0001"_s);
        EntryRow shown = there;
        shown.media = {{{}, u"办事指南"_s, {}, 0, u"https://zwdt.sh.gov.cn/"_s}};
        QVERIFY(server::Knowledge(*f.store).put(shown));
        QVERIFY(f.store->commit(f.clock.now()));
        QFile file(u":/resources/sample-data/faqs.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString content = QString::fromUtf8(file.readAll());
        content.replace(there.plain, there.plain + u"（更新）"_s);
        VERIFY_OK(f.send(f.staff(f.whoIs(u"sample066"_s)), protocol::ImportRun{{}, u"questions"_s, {content}, false}));
        QVERIFY(f.published(u"QA0001"_s).plain.endsWith(u"（更新）"_s));
        QCOMPARE(f.published(u"QA0001"_s).media, shown.media);
    }

    void whatNothingShowsGoesInTime()
    {
        Cards f;
        EntryRow row = f.entry(u"N1"_s), draft = f.entry(u"N2"_s);
        const EntryMedia shown = f.uploaded(row.id, kPicture, u"image/png"_s, u"图"_s), unused = f.uploaded(row.id, kPicture, u"image/png"_s, u"图"_s);
        row.media = {shown};
        VERIFY_OK(f.bring(row));
        row.media.clear();
        VERIFY_OK(f.bring(row, 1)); // an old version shows it still
        draft.media = {f.uploaded(draft.id, kPicture, u"image/png"_s, u"图"_s)};
        VERIFY_OK(f.save(f.author, draft));
        server::Files files(*f.store);
        f.clock.advance(6 * 24h);
        f.pass(1s);
        QVERIFY(server::eraseOverdue(*f.office));
        VERIFY_OK(files.find(unused.file));
        f.clock.advance(2 * 24h);
        f.pass(1s);
        QVERIFY(server::eraseOverdue(*f.office));
        VERIFY_REFUSED(files.find(unused.file), ErrorCode::NotFound);
        VERIFY_OK(files.find(shown.file));
        VERIFY_OK(files.find(draft.media[0].file));
    }
};

QTEST_GUILESS_MAIN(TestCards)
#include "tst_cards.moc"
