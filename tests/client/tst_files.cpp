// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/desk_bench.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>
#include <QDirIterator>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using client::Delivery;

namespace {

constexpr qsizetype kChunk = protocol::kChunkSize;

QByteArray bytesOf(qsizetype size)
{
    QByteArray bytes("%PDF-1.7\n");
    while (bytes.size() < size)
        bytes += QByteArray::number(bytes.size());
    return bytes.left(size);
}

protocol::MessageRow fileRow(const QString &file, const QString &name, qint64 size)
{
    auto row = messageRow(kFirst, 2, {});
    row.kind = domain::MessageKind::File;
    row.file = FileId(file);
    row.fileName.text = name;
    row.fileSize = size;
    return row;
}

/// Keeps what is uploaded as the server does.
struct Shelf {
    int stored = 0;
    int cutAfter = -1; ///< hangs up when that many are stored, once
    bool isGone = false; ///< and does not come back
    QByteArray bytes;

    void serve(ScriptedServer &office)
    {
        office.on<protocol::FileBegin>([&](const protocol::FileBegin &m) { office.accept(m.cmdId); });
        office.on<protocol::FileStatus>([&](const protocol::FileStatus &m) { office.say(protocol::FileState{m.file, stored, false}); });
        office.on<protocol::FileFinish>([&](const protocol::FileFinish &m) { office.accept(m.cmdId); });
        office.onChunk([&](const protocol::Chunk &chunk) {
            if (chunk.number != stored)
                return;
            bytes += chunk.bytes;
            ++stored;
            if (stored == cutAfter) {
                cutAfter = -1;
                return isGone ? office.goAway() : office.hangUp();
            }
            office.say(protocol::FileState{chunk.file, stored, false});
        });
    }
};

void showFile(Bench &bench, const protocol::MessageRow &row)
{
    QVERIFY(bench.office.say(protocol::Batch{kDistrict, 0, 2, u"cursor-2"_s, {changeOf(row)}}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().messages.contains(row.id), 5000);
}

void serveFile(ScriptedServer &office, const QByteArray &bytes)
{
    office.on<protocol::FileGet>([&office, bytes](const protocol::FileGet &get) {
        office.sayBytes(protocol::encodeChunk({get.file, get.chunk, bytes.mid(get.chunk * kChunk, kChunk)}));
    });
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void aFileGoesInChunksAndThenItsMessage();
    void anUploadGoesOnAtTheChunkTheServerNames();
    void anUploadGoesOnAfterAKill();
    void aPhotoDoesNotDelayAMessage();
    void aRefusedFileFailsItsMessageAndCanBeRetriedOrDiscarded();
    void aChunkRefusedForTheRateIsSentAgain();
    void aDownloadGoesOnAtTheMissingChunk();
    void aDownloadIsHereTheSecondTime();
    void aBusyServerDoesNotFailADownload();
    void aRefusedDownloadSaysSo();
    void aFileOfAnotherLengthFails();
    void aFileThatIsTooLargeIsRefusedHere();
    void namesFromOutsideStayInTheFolder_data();
    void namesFromOutsideStayInTheFolder();
};

void TestFiles::aFileGoesInChunksAndThenItsMessage()
{
    Bench bench;
    Shelf shelf;
    shelf.serve(bench.office);
    const QByteArray bytes = bytesOf(5 * kChunk + 100);
    const CommandId id = bench.station().sendFile(kFirst, u"章程.pdf"_s, u"application/pdf"_s, bytes);
    const auto begin = bench.office.next<protocol::FileBegin>();
    QCOMPARE(begin.name.text, u"章程.pdf"_s);
    QCOMPARE(begin.size, bytes.size());
    QCOMPARE(begin.sha256.toLatin1(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(bench.office.next<protocol::FileFinish>().file, begin.file);
    QCOMPARE(shelf.bytes, bytes);
    const auto send = bench.office.next<protocol::MessageSend>();
    QCOMPARE(send.cmdId, id);
    QCOMPARE(send.file, begin.file);
    QCOMPARE(send.kind, domain::MessageKind::File);
    QCOMPARE(bench.office.chunks().size(), 6); // nothing was sent twice
    QVERIFY(bench.office.accept(id));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(id), 5000);
    QDirIterator kept(bench.home.folder.path(), {begin.file.value}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(!kept.hasNext());
}

void TestFiles::anUploadGoesOnAtTheChunkTheServerNames()
{
    Bench bench;
    Shelf shelf;
    shelf.cutAfter = 7;
    shelf.serve(bench.office);
    const QByteArray bytes = bytesOf(12 * kChunk);
    const CommandId id = bench.station().sendFile(kFirst, u"a.pdf"_s, u"application/pdf"_s, bytes);
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, id);
    QCOMPARE(shelf.bytes, bytes);
    QCOMPARE(bench.office.dials(), 2);
    // At most four unanswered ones were on the line that was cut.
    QVERIFY2(bench.office.chunks().size() <= 12 + 4, qPrintable(QString::number(bench.office.chunks().size())));
    QCOMPARE(bench.office.all<protocol::FileBegin>().size(), 1);
}

void TestFiles::anUploadGoesOnAfterAKill()
{
    Bench bench;
    Shelf shelf;
    shelf.cutAfter = 3;
    shelf.isGone = true;
    shelf.serve(bench.office);
    const QByteArray bytes = bytesOf(6 * kChunk + 1);
    const CommandId id = bench.station().sendFile(kFirst, u"a.png"_s, u"image/png"_s, bytes);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.office.hasDesk(), 5000);
    QCOMPARE(shelf.stored, 3);
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QCOMPARE(bench.screen().messages.size(), 2); // the picture is shown before the network is up
    QVERIFY(bench.office.comeBack());
    const auto send = bench.office.next<protocol::MessageSend>();
    QCOMPARE(send.cmdId, id);
    QCOMPARE(send.kind, domain::MessageKind::Image);
    QCOMPARE(shelf.bytes, bytes);
}

void TestFiles::aPhotoDoesNotDelayAMessage()
{
    Bench bench;
    bench.station().sendFile(kFirst, u"a.png"_s, u"image/png"_s, bytesOf(20));
    bench.office.next<protocol::FileBegin>(); // unanswered
    const CommandId text = bench.station().sendText(kFirst, u"不等照片"_s, {});
    QCOMPARE(bench.office.next<protocol::MessageSend>().cmdId, text);
}

void TestFiles::aRefusedFileFailsItsMessageAndCanBeRetriedOrDiscarded()
{
    Bench bench;
    Shelf shelf;
    shelf.serve(bench.office);
    bench.office.on<protocol::FileBegin>([&](const protocol::FileBegin &m) { bench.office.refuse(m.cmdId, ErrorCode::TooLate, u"closed"_s); });
    const CommandId id = bench.station().sendFile(kFirst, u"a.exe"_s, u"application/pdf"_s, bytesOf(20));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(id), 5000);
    QCOMPARE(bench.screen().answerTo(id)->error, (Error{ErrorCode::TooLate, u"closed"_s}));
    const auto failed = [&] {
        for (const auto &view : std::as_const(bench.screen().messages))
            if (view.delivery == Delivery::Failed)
                return view;
        return client::MessageView();
    };
    QCOMPARE(failed().command, id);
    QCOMPARE(bench.screen().now.pending, 0);
    QVERIFY(bench.office.all<protocol::FileFinish>().isEmpty());
    bench.station().retry(id);
    QTRY_COMPARE_WITH_TIMEOUT(bench.office.all<protocol::FileBegin>().size(), 2, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(!failed().command.isEmpty(), 5000);
    shelf.serve(bench.office);
    bench.station().retry(failed().command);
    const auto send = bench.office.next<protocol::MessageSend>();
    QCOMPARE(shelf.bytes, bytesOf(20));
    QVERIFY(bench.office.refuse(send.cmdId, ErrorCode::StaleClaim));
    QTRY_COMPARE_WITH_TIMEOUT(failed().command, send.cmdId, 5000);
    bench.station().discard(send.cmdId);
    QVERIFY(failed().command.isEmpty());
    bench.restart();
    bench.station().connectTo(bench.office.url());
    QVERIFY(failed().command.isEmpty());
    QCOMPARE(bench.screen().now.pending, 0);
}

void TestFiles::aChunkRefusedForTheRateIsSentAgain()
{
    Bench bench;
    Shelf shelf;
    shelf.serve(bench.office);
    int refused = 0;
    bench.office.onChunk([&](const protocol::Chunk &chunk) {
        if (chunk.number == 1 && refused++ < 1) {
            bench.office.refuse({}, ErrorCode::RateLimited);
            return;
        }
        if (chunk.number != shelf.stored)
            return;
        shelf.bytes += chunk.bytes;
        bench.office.say(protocol::FileState{chunk.file, ++shelf.stored, false});
    });
    bench.station().sendFile(kFirst, u"a.pdf"_s, u"application/pdf"_s, bytesOf(3 * kChunk));
    QVERIFY(!bench.office.next<protocol::MessageSend>().cmdId.isEmpty());
    QCOMPARE(shelf.bytes, bytesOf(3 * kChunk));
}

void TestFiles::aDownloadGoesOnAtTheMissingChunk()
{
    Bench bench;
    const QByteArray bytes = bytesOf(4 * kChunk + 7);
    const auto row = fileRow(u"018f0000-0000-7000-8000-00000000f11e"_s, u"报告.pdf"_s, bytes.size());
    showFile(bench, row);
    bool isCut = false;
    bench.office.on<protocol::FileGet>([&](const protocol::FileGet &get) {
        if (get.chunk == 2 && !std::exchange(isCut, true))
            return bench.office.hangUp();
        bench.office.sayBytes(protocol::encodeChunk({get.file, get.chunk, bytes.mid(get.chunk * kChunk, kChunk)}));
    });
    bench.station().fetchFile(row.file);
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().files.size(), 1, 5000);
    QFile file(bench.screen().files.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == bytes);
    QVERIFY(file.fileName().endsWith(u"报告.pdf"_s));
    QList<int> asked;
    for (const auto &get : bench.office.all<protocol::FileGet>())
        asked.append(get.chunk);
    QCOMPARE(asked, (QList{0, 1, 2, 2, 3, 4}));
}

void TestFiles::aDownloadIsHereTheSecondTime()
{
    Bench bench;
    const auto row = fileRow(u"018f0000-0000-7000-8000-00000000f11e"_s, u"a.pdf"_s, 30);
    showFile(bench, row);
    serveFile(bench.office, bytesOf(30));
    bench.station().fetchFile(row.file);
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().files.size(), 1, 5000);
    bench.office.goAway();
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().now.state != client::LineState::Online, 5000);
    bench.station().fetchFile(row.file);
    QCOMPARE(bench.screen().files.size(), 2);
    bench.station().fetchFile(FileId(u"unknown"_s));
    QCOMPARE(bench.screen().fileErrors.size(), 1);
    QCOMPARE(bench.screen().fileErrors.first().code, ErrorCode::NotFound);
}

void TestFiles::aBusyServerDoesNotFailADownload()
{
    Bench bench;
    const auto row = fileRow(u"018f0000-0000-7000-8000-00000000f11e"_s, u"a.pdf"_s, 30);
    showFile(bench, row);
    bench.office.on<protocol::FileGet>([&](const protocol::FileGet &) {
        serveFile(bench.office, bytesOf(30));
        bench.office.refuse({}, ErrorCode::RateLimited);
    });
    bench.station().fetchFile(row.file);
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().files.size(), 1, 5000);
    QVERIFY(bench.screen().fileErrors.isEmpty());
}

void TestFiles::aRefusedDownloadSaysSo()
{
    Bench bench;
    const auto row = fileRow(u"018f0000-0000-7000-8000-00000000f11e"_s, u"a.pdf"_s, 30);
    showFile(bench, row);
    bench.office.on<protocol::FileGet>([&](const protocol::FileGet &get) { bench.office.refuse({}, ErrorCode::NotFound, get.file.value); });
    bench.station().fetchFile(row.file);
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().fileErrors.size(), 1, 5000);
    QCOMPARE(bench.screen().fileErrors.first().code, ErrorCode::NotFound);
    serveFile(bench.office, bytesOf(30));
    bench.station().fetchFile(row.file); // asked again, it is asked for again
    QTRY_COMPARE_WITH_TIMEOUT(bench.screen().files.size(), 1, 5000);
}

void TestFiles::aFileOfAnotherLengthFails()
{
    Bench bench;
    const auto row = fileRow(u"018f0000-0000-7000-8000-00000000f11e"_s, u"a.pdf"_s, 30);
    showFile(bench, row);
    for (const qsizetype size : {qsizetype(29), qsizetype(31)}) {
        bench.screen().fileErrors.clear();
        serveFile(bench.office, bytesOf(size));
        bench.station().fetchFile(row.file);
        QTRY_COMPARE_WITH_TIMEOUT(bench.screen().fileErrors.size(), 1, 5000);
        QCOMPARE(bench.screen().fileErrors.first().code, ErrorCode::BadFile);
    }
    QVERIFY(bench.screen().files.isEmpty());
}

void TestFiles::aFileThatIsTooLargeIsRefusedHere()
{
    Bench bench;
    const CommandId id = bench.station().sendFile(kFirst, u"a.zip"_s, u"application/zip"_s, QByteArray(protocol::kMaxFile + 1, 'P'));
    QTRY_VERIFY_WITH_TIMEOUT(bench.screen().answerTo(id), 5000);
    QCOMPARE(bench.screen().answerTo(id)->error->code, ErrorCode::TooLarge);
    QCOMPARE(bench.screen().messages.size(), 1);
    QDirIterator kept(bench.home.folder.path(), {u"outgoing"_s}, QDir::Dirs, QDirIterator::Subdirectories);
    QVERIFY(kept.hasNext());
    QVERIFY(QDir(kept.next()).isEmpty());
}

void TestFiles::namesFromOutsideStayInTheFolder_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    const QString good = u"018f0000-0000-7000-8000-00000000f11e"_s;
    QTest::newRow("name upwards") << good << u"../../../../evil.pdf"_s;
    QTest::newRow("name upwards, other slashes") << good << u"..\\..\\evil.pdf"_s;
    QTest::newRow("name of dots") << good << u".."_s;
    QTest::newRow("empty name") << good << QString();
    QTest::newRow("id upwards") << u"../../../evil"_s << u"a.pdf"_s;
    QTest::newRow("absolute id") << u"/tmp/evil"_s << u"a.pdf"_s;
    QTest::newRow("long Chinese name") << good << QString(250, u'章') + u".pdf"_s;
    QTest::newRow("NUL and controls") << good << u"a"_s + QChar(0) + QChar(10) + QChar(0x202e) + u"fdp.exe"_s;
}

void TestFiles::namesFromOutsideStayInTheFolder()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    Bench bench;
    const auto row = fileRow(file, name, 30);
    showFile(bench, row);
    serveFile(bench.office, bytesOf(30));
    bench.office.on<protocol::FileGet>([&](const protocol::FileGet &get) {
        if (get.file.value.size() == 36)
            bench.office.sayBytes(protocol::encodeChunk({get.file, get.chunk, bytesOf(30)}));
    });
    bench.station().fetchFile(row.file);
    if (file.size() != 36) { // no file of ours has such an id
        QCOMPARE(bench.screen().fileErrors.size(), 1);
        QCOMPARE(bench.screen().fileErrors.first().code, ErrorCode::BadFile);
    } else {
        QTRY_COMPARE_WITH_TIMEOUT(bench.screen().files.size(), 1, 5000);
        const QFileInfo info(bench.screen().files.first());
        QVERIFY(info.exists());
        // In memory: what a citizen sent lies on no disk of the desk but sealed.
        QVERIFY(info.canonicalPath().startsWith(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)));
        if (name.endsWith(u".pdf"_s))
            QCOMPARE(info.suffix(), u"pdf"_s);
        for (const QChar c : info.fileName())
            QVERIFY(c.isPrint());
    }
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
