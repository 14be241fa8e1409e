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
};

QTEST_GUILESS_MAIN(TestKbProgram)
#include "tst_kb_program.moc"
