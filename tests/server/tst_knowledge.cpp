// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/support/running_server.h"

#include <QFile>
#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using protocol::EntryRow, protocol::KnowledgeChanged, protocol::KnowledgeGet, protocol::KnowledgePage;

/// How the knowledge base comes to a desk: page by page, from where it stood, and what changes as it changes.
class TestKnowledge : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }
    void theSampleAnswersCome();
    void aDeskThatWasCutOffGoesOn();
    void whatChangesIsToldAndNothingElseIsSent();
    void anotherEpochOrARevisionThatNeverWasBeginsAnew();
    void itIsForStaff();
    void theServerBeginsWhatWaitedForItsDay();
    void aRecordOfTheReleaseBeforeGetsItsEntries();
    void aFaultyFileChangesNothing_data();
    void aFaultyFileChangesNothing();
};

namespace {

/// A desk that keeps the entries.
struct Desk {
    Desk(const Running &server, const QString &login) : wire(server.url())
    {
        if (!wire.beStaff(login, QString(server::kDemoPassword)))
            qFatal("%s is not let in", qPrintable(login));
    }
    /// Takes one page.
    bool ask()
    {
        wire.send(KnowledgeGet{epoch, through});
        page = wire.next<KnowledgePage>();
        if (page.epoch != epoch || page.after == 0)
            entries.clear();
        epoch = page.epoch;
        through = page.through;
        for (const EntryRow &row : page.rows)
            entries[row.id.value] = row;
        for (const EntryId &id : page.gone)
            entries.remove(id.value);
        return !page.last && !page.epoch.isEmpty();
    }
    void askAll()
    {
        while (ask()) { }
    }
    WireClient wire;
    KnowledgePage page;
    QString epoch;
    qint64 through = 0;
    QHash<QString, EntryRow> entries;
};

QJsonObject faq(const QString &id, const QString &words)
{
    return {{u"id"_s, id}, {u"question"_s, QString(u"问题"_s + id)}, {u"answer"_s, words}, {u"owner_department_id"_s, u"D01"_s},
            {u"item_id"_s, u"IT001"_s}, {u"effective_from"_s, u"2026-01-01"_s}, {u"status"_s, u"已发布"_s}};
}

Result<QJsonObject> import(WireClient &administrator, const QJsonArray &faqs, bool dryRun = false)
{
    protocol::ImportRun run;
    run.kind = u"questions"_s;
    run.content.text = QString::fromUtf8(QJsonDocument(QJsonObject{{u"faqs"_s, faqs}}).toJson());
    run.dryRun = dryRun;
    return administrator.command(run);
}

} // namespace

void TestKnowledge::theSampleAnswersCome()
{
    Running server;
    Desk desk(server, u"sample001"_s);
    desk.askAll();
    QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/resources/sample-data/faqs.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(desk.entries.size(), QJsonDocument::fromJson(file.readAll())[u"faqs"_s].toArray().size());
    const EntryRow entry = desk.entries.value(u"QA0001"_s);
    QCOMPARE(entry.title, u"开办企业一共要跑几个部门？"_s);
    QCOMPARE(entry.item, ItemId(u"IT001"_s));
    QCOMPARE(entry.unit, NodeId(u"D01"_s));
    QCOMPARE(entry.aliases.size(), 2);
    QVERIFY(entry.plain.startsWith(u"不用一个个部门跑"_s) && entry.official.startsWith(u"不需要分别跑"_s));
    QVERIFY(entry.state == domain::EntryState::Approved && entry.sample);
}

void TestKnowledge::aDeskThatWasCutOffGoesOn()
{
    Running server;
    Desk system(server, u"sample066"_s);
    for (int file = 0; file < 4; ++file) {
        QJsonArray many;
        for (int number = 0; number < 150; ++number)
            many.append(faq(u"M%1-%2"_s.arg(file).arg(number), QString(500, u'办')));
        QVERIFY(import(system.wire, many));
    }
    Desk whole(server, u"sample001"_s);
    whole.askAll();
    QVERIFY(whole.entries.size() > 700);
    Desk desk(server, u"sample003"_s);
    QVERIFY(desk.ask()); // there is more
    const auto held = desk.entries;
    QVERIFY(held.size() < whole.entries.size() / 2);
    Desk again(server, u"sample003"_s); // as after a break
    again.epoch = desk.epoch;
    again.through = desk.through;
    again.entries = held;
    again.askAll();
    QCOMPARE(again.entries, whole.entries);
    QVERIFY(again.wire.received().size() + 200'000 < whole.wire.received().size()); // what was there did not come again
}

void TestKnowledge::whatChangesIsToldAndNothingElseIsSent()
{
    Running server;
    Desk system(server, u"sample066"_s);
    Desk desk(server, u"sample001"_s);
    desk.askAll();
    QCOMPARE(desk.wire.countOf(protocol::wireName<KnowledgeChanged>()), 0);
    const auto asIs = desk.entries.value(u"QA0001"_s);
    QVERIFY(import(system.wire, {faq(u"QA0001"_s, u"改了"_s), faq(u"new"_s, u"新的"_s)}));
    const auto changed = desk.wire.next<KnowledgeChanged>();
    QCOMPARE(changed.revision, desk.through + 2);
    desk.ask();
    QVERIFY(desk.page.last && desk.page.rows.size() == 2 && desk.through == changed.revision);
    QCOMPARE(desk.entries.value(u"QA0001"_s).official, u"改了"_s);
    const auto unchanged = import(system.wire, {faq(u"new"_s, u"新的"_s)});
    QVERIFY(unchanged && (*unchanged)[u"unchanged"_s].toInt() == 1);
    desk.wire.send(protocol::Ping{1});
    QCOMPARE(desk.wire.next<protocol::Pong>().sentAt, 1);
    QCOMPARE(desk.wire.countOf(protocol::wireName<KnowledgeChanged>()), 0); // and nobody is woken
    QJsonObject withdrawn = faq(u"new"_s, u"新的"_s);
    withdrawn[u"status"_s] = u"已撤回"_s;
    QVERIFY(import(system.wire, {withdrawn}));
    QCOMPARE(desk.wire.next<KnowledgeChanged>().revision, desk.through + 1);
    desk.ask();
    QVERIFY(desk.page.rows.empty() && desk.page.gone == std::vector{EntryId(u"new"_s)});
    QVERIFY(!desk.entries.contains(u"new"_s));
    desk.ask(); // nothing is left to be said
    QVERIFY(desk.page.last && desk.page.rows.empty() && desk.page.gone.empty());
    QVERIFY(import(system.wire, {faq(u"dry"_s, u"x"_s)}, true));
    desk.ask();
    QVERIFY(desk.page.rows.empty());
}

void TestKnowledge::anotherEpochOrARevisionThatNeverWasBeginsAnew()
{
    Running server;
    Desk desk(server, u"sample001"_s);
    desk.askAll();
    const auto entries = desk.entries;
    desk.epoch = u"another"_s;
    desk.ask();
    QCOMPARE(desk.page.after, 0);
    QCOMPARE(desk.entries, entries);
    desk.through = 1'000'000;
    desk.ask();
    QCOMPARE(desk.page.after, 0);
    QCOMPARE(desk.entries, entries);
    desk.through = -7;
    desk.ask();
    QCOMPARE(desk.entries, entries);
}

void TestKnowledge::itIsForStaff()
{
    Running server;
    WireClient page(server.url());
    page.beCitizen();
    page.send(KnowledgeGet{});
    const auto refused = page.next<protocol::Refused>();
    QCOMPARE(refused.code, u"forbidden"_s);
    QCOMPARE(refused.about, u"knowledge.get"_s);
    Desk system(server, u"sample066"_s);
    QVERIFY(import(system.wire, {faq(u"new"_s, u"新的"_s)}));
    page.send(protocol::Ping{1});
    QCOMPARE(page.next<protocol::Pong>().sentAt, 1);
    QCOMPARE(page.countOf(protocol::wireName<KnowledgeChanged>()), 0); // who is refused follows nothing
}

/// Nobody needs to do anything; and it stood still when the day came.
void TestKnowledge::theServerBeginsWhatWaitedForItsDay()
{
    Running server;
    protocol::EntryDraftRow waiting;
    {
        Desk desk(server, u"sample001"_s);
        desk.askAll();
        waiting.entry = desk.entries.value(u"QA0001"_s);
    }
    server.stop();
    {
        auto store = server::Store::open(server.place);
        QVERIFY(store);
        waiting.entry.state = domain::EntryState::Scheduled;
        waiting.entry.plain = u"自今日起一个窗口办。"_s;
        waiting.entry.from = toIso(dateOf(server.clock.now()));
        waiting.id = protocol::scheduledId(waiting.entry.id, waiting.entry.from);
        waiting.author = StaffId(u"SF044"_s);
        waiting.reviewer = StaffId(u"SF045"_s);
        QVERIFY((*store)->put(waiting));
        QVERIFY((*store)->commit(server.clock.now()));
    }
    server.start();
    Desk desk(server, u"sample001"_s);
    QTRY_COMPARE_WITH_TIMEOUT((desk.askAll(), desk.entries.value(u"QA0001"_s).plain), waiting.entry.plain, 15'000);
    QCOMPARE(desk.entries.value(u"QA0001"_s).version, 2);
}

void TestKnowledge::aRecordOfTheReleaseBeforeGetsItsEntries()
{
    Running server;
    Desk before(server, u"sample001"_s);
    before.askAll();
    QVERIFY(before.entries.size() > 100);
    server.stop();
    {
        auto record = sql::Database::open(server.place.url);
        QVERIFY(record && (*record)->run(u"DELETE FROM entry"_s)); // it knew only the document
    }
    server.start();
    Desk after(server, u"sample001"_s);
    after.askAll();
    QCOMPARE(after.entries, before.entries);
    const qint64 revision = after.through;
    server.stop();
    server.start(); // once is enough
    Desk again(server, u"sample001"_s);
    again.askAll();
    QCOMPARE(again.through, revision);
}

void TestKnowledge::aFaultyFileChangesNothing_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no id") << u"id"_s << QJsonValue(QString()) << u"missing id"_s;
    QTest::newRow("no question") << u"question"_s << QJsonValue(u" "_s) << u"missing question"_s;
    QTest::newRow("no answer") << u"answer"_s << QJsonValue() << u"missing answer"_s;
    QTest::newRow("a unit that is not there") << u"owner_department_id"_s << QJsonValue(u"D999"_s) << u"not_found owner_department_id"_s;
    QTest::newRow("an item that is not there") << u"item_id"_s << QJsonValue(u"IT999"_s) << u"not_found item_id"_s;
    QTest::newRow("a day that is none") << u"effective_from"_s << QJsonValue(u"2026-02-30"_s) << u"no_day effective_from"_s;
    QTest::newRow("a state that is none") << u"status"_s << QJsonValue(u"published"_s) << u"unknown status"_s;
    QTest::newRow("an answer of a book") << u"answer"_s << QJsonValue(QString(100'000, u'办')) << u"unreadable official"_s;
    QTest::newRow("a question of a page") << u"question"_s << QJsonValue(QString(300, u'问')) << u"unreadable title"_s;
}

void TestKnowledge::aFaultyFileChangesNothing()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, problem);
    Running server;
    Desk system(server, u"sample066"_s);
    QJsonObject faulty = faq(u"bad"_s, u"x"_s);
    faulty[field] = value;
    const auto report = import(system.wire, {faq(u"good"_s, u"x"_s), faulty});
    QVERIFY(report);
    const QJsonObject fault = (*report)[u"errors"_s][0].toObject();
    QCOMPARE(fault[u"row"_s].toInt(), 2);
    QCOMPARE(QString(fault[u"problem"_s].toString() + u' ' + fault[u"field"_s].toString()), problem);
    Desk desk(server, u"sample001"_s);
    desk.askAll();
    QVERIFY(!desk.entries.contains(u"good"_s) && !desk.entries.contains(u"bad"_s));
}

QTEST_GUILESS_MAIN(TestKnowledge)
#include "tst_knowledge.moc"
