// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;

/// bangban-kb as an editor calls it: files as they are and packed, whole and broken.
class TestKbProgram : public QObject {
    Q_OBJECT

private:
    struct Said {
        int code = -1;
        QString out;
        QString err;
    };

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    static Said run(const QStringList &words)
    {
        QProcess program;
        program.start(QStringLiteral(BANGBAN_KB), words);
        if (!program.waitForFinished(30'000))
            return {};
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()), QString::fromUtf8(program.readAllStandardError())};
    }

    static QList<QJsonObject> lines(const QString &path)
    {
        QFile file(path);
        QList<QJsonObject> found;
        if (file.open(QIODevice::ReadOnly))
            for (const QByteArray &line : file.readAll().split('\n'))
                if (!line.isEmpty())
                    found.append(QJsonDocument::fromJson(line).object());
        return found;
    }

    QString docs()
    {
        return write(u"docs.jsonl"_s, R"({"id":"close","title":"企业简易注销登记","answer":"公示期满后提交申请。"}
{"id":"fund","title":"住房公积金提取","answer":"购房、租房、离职可以提取。","aliases":["公积金怎么取"]}

{"id":"card","title":"社会保障卡补领","answer":"挂失后补领。"})"); // an empty line, and none at the end
    }

private slots:
    void theBestEntriesArePrinted()
    {
        const Said said = run({u"search"_s, u"--docs"_s, docs(), u"公積金怎麼取"_s});
        QCOMPARE(said.code, 0);
        QVERIFY2(said.out.startsWith(u"3 entries"_s), qPrintable(said.out));
        const QStringList best = said.out.section(u'\n', 1, 1).split(u'\t');
        QCOMPARE(best.value(2), u"fund"_s);
        QCOMPARE(best.value(3), u"住房公积金提取"_s);
    }

    void everyQuestionGetsALine()
    {
        const QString queries = write(u"queries.jsonl"_s, "{\"id\":\"q1\",\"text\":\"社保卡补领\"}\n{\"id\":\"q2\",\"text\":\"？\"}\n");
        const QString packed = m_folder.filePath(u"more.jsonl.gz"_s);
        gzFile file = gzopen(QFile::encodeName(packed).constData(), "wb");
        const QByteArray more = "{\"id\":\"long\",\"title\":\"" + QByteArray(200'000, 'x') + "\",\"answer\":\"\"}\n"; // a line of several pieces
        QCOMPARE(gzwrite(file, more.constData(), unsigned(more.size())), int(more.size()));
        QCOMPARE(gzclose(file), Z_OK);
        const QString to = m_folder.filePath(u"run.jsonl"_s);
        const Said said = run({u"eval"_s, u"--docs"_s, docs(), packed, u"--queries"_s, queries, u"--run"_s, to});
        QVERIFY2(said.code == 0, qPrintable(said.err));
        QVERIFY(said.out.startsWith(u"4 entries"_s));
        const auto ranks = lines(to);
        QCOMPARE(ranks.size(), 2);
        QCOMPARE(ranks[0][u"query_id"_s].toString(), u"q1"_s);
        QCOMPARE(ranks[0][u"ranked"_s][0].toString(), u"card"_s);
        QCOMPARE(ranks[0][u"decision"_s].toString(), u"alone"_s);
        QVERIFY(ranks[0][u"coverage"_s].toDouble() > 0.5 && ranks[0][u"latency_us"_s].isDouble());
        QVERIFY(ranks[1][u"ranked"_s].toArray().isEmpty());
        QCOMPARE(ranks[1][u"decision"_s].toString(), u"person"_s);
    }

    void questionsThatAskTheSameGetOneId()
    {
        const QString in = write(u"in.jsonl"_s, "{\"id\":\"a\",\"text\":\"离职以后怎么提取公积金\"}\n{\"id\":\"b\",\"text\":\"企业简易注销\"}\n"
                                                "{\"id\":\"c\",\"text\":\"离职后公积金怎么提取？\"}\n");
        const QString to = m_folder.filePath(u"clusters.jsonl"_s);
        QCOMPARE(run({u"cluster"_s, u"--in"_s, in, u"--out"_s, to}).code, 0);
        QStringList ids;
        for (const QJsonObject &line : lines(to))
            ids.append(line[u"cluster"_s].toString());
        QCOMPARE(ids, (QStringList{u"a"_s, u"b"_s, u"a"_s}));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        const QString broken = write(u"broken.jsonl"_s, "{\"id\":\"a\"}\n\n{\"id\":\n");
        QTest::newRow("a broken line") << QStringList{u"search"_s, u"--docs"_s, broken, u"x"_s} << u"broken.jsonl:3:"_s;
        QTest::newRow("a list") << QStringList{u"search"_s, u"--docs"_s, write(u"list.jsonl"_s, "[1]\n"), u"x"_s} << u"list.jsonl:1:"_s;
        QTest::newRow("no such file") << QStringList{u"search"_s, u"--docs"_s, m_folder.filePath(u"none"_s), u"x"_s} << u"cannot open"_s;
        QTest::newRow("nothing to ask") << QStringList{u"search"_s, u"--docs"_s, docs()} << u"something is missing"_s;
        QTest::newRow("an unknown word") << QStringList{u"frob"_s} << u"frob: unknown"_s;
        QTest::newRow("a place that cannot be written") << QStringList{u"cluster"_s, u"--in"_s, docs(), u"--out"_s, u"/nowhere/x"_s} << u"/nowhere/x"_s;
        QTest::newRow("a full disk") << QStringList{u"cluster"_s, u"--in"_s, docs(), u"--out"_s, u"/dev/full"_s} << u"/dev/full"_s;
        QTest::newRow("synonyms that are none") << QStringList{u"search"_s, u"--docs"_s, docs(), u"--synonyms"_s, broken, u"x"_s} << u"broken.jsonl"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const Said said = run(words);
        QCOMPARE(said.code, 1);
        QVERIFY2(said.err.startsWith(u"bangban-kb: "_s) && said.err.contains(says), qPrintable(said.err));
    }

    void itSaysWhatTheAssistantWouldDo()
    {
        const QString file = docs();
        const Said sure = run({u"suggest"_s, u"--docs"_s, file, u"住房公积金提取"_s});
        QCOMPARE(sure.code, 0);
        QVERIFY2(sure.out.contains(u"alone\nfund\t住房公积金提取"_s), qPrintable(sure.out));
        QVERIFY(run({u"suggest"_s, u"--assistant"_s, u"never"_s, u"--docs"_s, file, u"住房公积金提取"_s}).out.contains(u"alone\n"_s)); // named as it is called
        QVERIFY(!run({u"suggest"_s, u"--assistant"_s, u"never"_s, u"--docs"_s, file, u"我想提取公积金去租房"_s}).out.contains(u"alone"_s));
        QVERIFY(run({u"suggest"_s, u"--docs"_s, file, u"zzz qqq"_s}).out.contains(u"person\n"_s));
        const Said none = run({u"suggest"_s, u"--assistant"_s, u"bold"_s, u"--docs"_s, file, u"公积金"_s});
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains(u"never|careful|usual|often"_s));
    }

    void entriesAreReadForFaults()
    {
        const QString file = write(u"bad.jsonl"_s, R"({"id":"a","title":"歇业几天办好","answer":"当天办好。","item_id":"I","effective_from":"2026-12-01","effective_to":"2026-11-01"}
{"id":"a","title":"","answer":"<b>快</b>"}
{"id":"c","title":"歇业 几天办好？","answer":"","effective_from":"明年"}
{"title":"没有编号","answer":"有。"}
)"_ba);
        const Said said = run({u"lint"_s, file});
        QCOMPARE(said.code, 1);
        for (const QString &words : {u":1: fault: it ends on 2026-11-01, before it begins on 2026-12-01"_s, u":2: fault: has no question"_s, u":2: advice: holds markup, which is shown as it is: <b>"_s,
                                     u":2: fault: has the id a of"_s, u":3: fault: has no answer"_s, u":3: fault: “明年” is no day"_s, u":3: advice: is asked in the words of"_s,
                                     u":4: fault: has no id"_s})
            QVERIFY2(said.out.contains(words), qPrintable(words + u"\n"_s + said.out));
        QVERIFY(said.err.contains(u"faults"_s));
        QCOMPARE(run({u"lint"_s, file + u".gone"_s}).code, 1);
    }

    void theSampleOfficesQuestionsHaveNoFault()
    {
        const Said said = run({u"lint"_s, QStringLiteral(BANGBAN_SOURCE_DIR "/resources/sample-data/faqs.json")});
        QVERIFY2(said.code == 0, qPrintable(said.out.right(2000)));
        QVERIFY(said.out.contains(u" 0 of them faults"_s));
    }
};

QTEST_GUILESS_MAIN(TestKbProgram)
#include "tst_kb_program.moc"
