// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Source {
    QString path; ///< from the root
    QStringList lines;
};

/// What each folder may include; more than one entry for a folder is read from the longest on.
const QList<std::pair<QString, QStringList>> &arrows()
{
    static const QList<std::pair<QString, QStringList>> table{
        {u"core/base"_s, {}},
        {u"core/domain"_s, {u"core/base"_s}},
        {u"core/protocol"_s, {u"core/base"_s, u"core/domain"_s}},
        {u"core/sql"_s, {u"core/base"_s}},
        {u"core/wire"_s, {u"core/base"_s}},
        {u"core/crypto"_s, {u"core/base"_s}},
        {u"core/search"_s, {u"core/base"_s}},
        {u"core/sheet"_s, {u"core/base"_s}},
        {u"core/knowledge"_s, {u"core/base"_s, u"core/domain"_s, u"core/protocol"_s, u"core/search"_s}},
        {u"client"_s, {u"core"_s}},
        {u"models"_s, {u"core/base"_s, u"core/domain"_s, u"core/protocol"_s, u"core/knowledge/phrases.h"_s, u"core/search/fold.h"_s, u"core/search/pinyin.h"_s, u"client/feed.h"_s}},
        {u"ui"_s, {u"core/base"_s, u"core/domain"_s, u"core/protocol"_s, u"core/search/changes.h"_s, u"core/search/contradictions.h"_s, u"core/search/readability.h"_s, u"core/sheet/sheet.h"_s, u"client/feed.h"_s, u"models"_s}},
        {u"server"_s, {u"core"_s}},
        {u"app"_s, {u"core"_s, u"client"_s, u"models"_s, u"ui"_s, u"server"_s}},
    };
    return table;
}

QList<Source> sources(const QStringList &folders, const QStringList &filters)
{
    QList<Source> found;
    for (const QString &folder : folders) {
        QDirIterator files(QStringLiteral(BANGBAN_SOURCE_DIR) + u'/' + folder, filters, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().contains("/node_modules/"_L1))
                continue;
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(file.fileName()));
            found.append({file.fileName().mid(qsizetype(qstrlen(BANGBAN_SOURCE_DIR)) + 1),
                          QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    return found;
}

QList<Source> ours()
{
    return sources({u"core"_s, u"client"_s, u"models"_s, u"ui"_s, u"server"_s, u"app"_s}, {u"*.h"_s, u"*.cpp"_s, u"*.def"_s});
}

QString withoutComment(const QString &line) { return line.section("//"_L1, 0, 0); }

} // namespace

/// The fences of ARCHITECTURE.md, read from the sources themselves.
class TestLayers : public QObject {
    Q_OBJECT

private slots:
    void includesFollowTheArrows();
    void wireNamesStandInTheOneListOnly();
    void theWallClockIsAskedInOnePlace();
    void nothingOldFashioned_data();
    void nothingOldFashioned();
    void filesAndWindowsStaySmall();
    void testsDoNotSleep();
};

void TestLayers::includesFollowTheArrows()
{
    static const QRegularExpression include(u"^#include \"([^\"]+)\""_s);
    QStringList faults;
    for (const Source &source : ours()) {
        const std::pair<QString, QStringList> *rule = nullptr;
        for (const auto &entry : arrows())
            if (source.path.startsWith(entry.first + u'/'))
                rule = &entry;
        QVERIFY2(rule, qPrintable(source.path));
        for (const QString &line : source.lines) {
            const auto match = include.match(line);
            const QString target = match.captured(1);
            if (!match.hasMatch() || !target.contains(u'/') || target.startsWith(rule->first + u'/'))
                continue;
            const bool isAllowed = std::any_of(rule->second.begin(), rule->second.end(), [&](const QString &allowed) {
                return target == allowed || target.startsWith(allowed + u'/');
            });
            if (!isAllowed)
                faults.append(source.path + u" → "_s + target);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n"_s)));
}

void TestLayers::wireNamesStandInTheOneListOnly()
{
    static const QRegularExpression row(u"^(?:TO_SERVER|TO_CLIENT|COMMAND)\\(\\w+,\\s*\"([a-z_]+\\.[a-z_]+)\""_s);
    QStringList names;
    for (const Source &source : sources({u"core/protocol"_s}, {u"messages.def"_s}))
        for (const QString &line : source.lines)
            if (const auto match = row.match(line); match.hasMatch())
                names.append(u'"' + match.captured(1) + u'"');
    QVERIFY(names.size() > 20);
    QStringList faults;
    for (const Source &source : ours())
        for (const QString &line : source.lines)
            for (const QString &name : std::as_const(names))
                if (!source.path.endsWith("messages.def"_L1) && withoutComment(line).contains(name))
                    faults.append(source.path + u": "_s + name);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n"_s)));
}

void TestLayers::theWallClockIsAskedInOnePlace()
{
    static const QRegularExpression wall(u"(QDateTime|QDate|QTime)::current|system_clock::now|\\btime\\(nullptr\\)"_s);
    QStringList faults;
    for (const Source &source : ours())
        for (const QString &line : source.lines)
            if (!source.path.startsWith("core/base/"_L1) && wall.match(withoutComment(line)).hasMatch())
                faults.append(source.path + u": "_s + line.trimmed());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n"_s)));
}

void TestLayers::nothingOldFashioned_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("connect by string") << u"\\b(SIGNAL|SLOT)\\("_s;
    QTest::newRow("singletons") << u"\\binstance\\("_s;
    QTest::newRow("text WebSocket messages") << u"sendTextMessage"_s;
    QTest::newRow("unfinished work") << u"\\b(TODO|FIXME|XXX)\\b"_s;
    QTest::newRow("names without a meaning") << u"class \\w*(Manager|Helper|Util|Data)\\b"_s;
}

void TestLayers::nothingOldFashioned()
{
    QFETCH(QString, pattern);
    const QRegularExpression expression(pattern);
    QStringList faults;
    for (const Source &source : ours())
        for (const QString &line : source.lines)
            if (expression.match(line).hasMatch())
                faults.append(source.path + u": "_s + line.trimmed());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n"_s)));
}

void TestLayers::filesAndWindowsStaySmall()
{
    QStringList faults;
    auto all = ours();
    all += sources({u"tests"_s, u"server/web"_s}, {u"*.cpp"_s, u"*.h"_s, u"*.js"_s, u"*.mjs"_s});
    for (const Source &source : std::as_const(all)) {
        const int limit = source.path.startsWith("ui/"_L1) && source.path.contains("window"_L1) ? 300 : 600;
        if (source.lines.size() > limit + 1)
            faults.append(u"%1: %2 lines, limit %3"_s.arg(source.path).arg(source.lines.size()).arg(limit));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n"_s)));
}

void TestLayers::testsDoNotSleep()
{
    static const QRegularExpression sleeping(u"qWait\\(|qSleep\\(|msleep\\(|sleep_for|usleep\\("_s);
    QStringList faults;
    for (const Source &source : sources({u"tests"_s}, {u"*.cpp"_s, u"*.h"_s}))
        for (const QString &line : source.lines)
            if (!source.path.startsWith("tests/arch/"_L1) && sleeping.match(line).hasMatch())
                faults.append(source.path + u": "_s + line.trimmed());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n"_s)));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
