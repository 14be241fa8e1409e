// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/client/desk_bench.h"

#include <QDirIterator>
#include <QFile>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using client::EntryHit;
using protocol::EntryRow, protocol::KnowledgeChanged, protocol::KnowledgeGet, protocol::KnowledgePage;

namespace {

EntryRow entry(int n, const QString &title)
{
    EntryRow row;
    row.id = EntryId(u"QA%1"_s.arg(n, 4, 10, QChar(u'0')));
    row.state = domain::EntryState::Approved;
    row.unit = NodeId(u"D01"_s);
    row.title = title;
    row.plain = u"带上证件来办。"_s;
    row.from = u"2022-01-01"_s;
    return row;
}

/// An office whose knowledge base is pages by their first revision, of one entry a revision.
struct Library {
    explicit Library(ScriptedServer &server) : office(server)
    {
        office.on<KnowledgeGet>([this](const KnowledgeGet &get) {
            asked.append(get);
            if (refusals > 0) {
                --refusals;
                office.say(protocol::Refused{{}, wireName(ErrorCode::Busy), {}, protocol::wireName<KnowledgeGet>()});
                return;
            }
            if (silentAfter > 0 && get.after >= silentAfter)
                return;
            office.say(page(get.epoch == epoch ? get.after : 0));
        });
    }
    [[nodiscard]] KnowledgePage page(qint64 after) const
    {
        KnowledgePage made;
        made.epoch = epoch;
        made.after = after;
        made.revision = qint64(entries.size());
        made.through = std::min(after + pageSize, made.revision);
        made.last = made.through == made.revision;
        for (qint64 at = after; at < made.through; ++at) {
            const EntryRow &row = entries[std::size_t(at)];
            if (row.state == domain::EntryState::Approved)
                made.rows.push_back(row);
            else
                made.gone.push_back(row.id);
        }
        if (made.last)
            made.synonyms = {{u"关门"_s, {u"注销"_s}}};
        return made;
    }
    void add(const EntryRow &row)
    {
        entries.push_back(row);
        office.say(KnowledgeChanged{qint64(entries.size())});
    }

    ScriptedServer &office;
    QString epoch = u"epoch-1"_s;
    std::vector<EntryRow> entries; ///< in the order of their changes: the place is the revision
    qint64 pageSize = 2;
    qint64 silentAfter = 0; ///< nothing is answered from there on
    int refusals = 0;
    QList<KnowledgeGet> asked;
};

/// What a screen hears of the knowledge base.
struct Reader {
    explicit Reader(client::Workstation &desk) : station(desk)
    {
        QObject::connect(&station, &client::Feed::entriesFound, &context, [this](quint64 ticket, const QList<EntryHit> &found) {
            last = ticket;
            hits = found;
        });
        QObject::connect(&station, &client::Feed::knowledgeChanged, &context, [this](const auto &now) { state = now; });
        QObject::connect(&station, &client::Feed::entriesGone, &context, [this](const QList<EntryId> &ids) { gone += ids; });
    }
    QString find(const QString &words)
    {
        const quint64 ticket = station.findEntries({words});
        if (!QTest::qWaitFor([&] { return last == ticket; }))
            return u"no answer"_s;
        QStringList ids;
        for (const EntryHit &hit : hits)
            ids.append(hit.row.id.value);
        return ids.join(u' ');
    }
    bool has(int entries)
    {
        return QTest::qWaitFor([&] { return state.entries == entries && state.percent == 100; });
    }

    QObject context;
    client::Workstation &station;
    quint64 last = 0;
    QList<EntryHit> hits;
    client::KnowledgeState state;
    QList<EntryId> gone;
};

} // namespace

/// The desk's copy of the knowledge base: how it comes, stays and is found in.
class TestKnowledgeLane : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void itComesPageByPageAndIsFound()
    {
        Home home;
        SteadyClock clock;
        ScriptedServer office;
        office.keepOffice(staffRow());
        Library library(office);
        for (int i = 1; i <= 5; ++i)
            library.entries.push_back(entry(i, u"第%1种情况怎么注销"_s.arg(i)));
        Desk desk(home, clock);
        Reader reader(desk.station);
        QCOMPARE(reader.find(u"注销"_s), QString()); // nobody is signed in
        QVERIFY(desk.comeIn(office));
        QVERIFY(reader.has(5));
        QCOMPARE(library.asked.size(), 3);
        QCOMPARE(library.asked[0].after, 0);
        QCOMPARE(library.asked[1].after, 2);
        QCOMPARE(library.asked[2].epoch, u"epoch-1"_s);
        QCOMPARE(reader.find(u"第3种情况"_s).section(u' ', 0, 0), u"QA0003"_s);
        QCOMPARE(reader.hits[0].marks, (QList<search::Mark>{{1, 4}}));
        QVERIFY(reader.find(u"怎么关门"_s).contains(u"QA0001"_s)); // the office's synonyms came with it
    }

    void itIsThereWithoutALine()
    {
        Home home;
        SteadyClock clock;
        ScriptedServer office;
        office.keepOffice(staffRow());
        Library library(office);
        library.entries = {entry(1, u"企业注销"_s)};
        {
            Desk desk(home, clock);
            Reader reader(desk.station);
            QVERIFY(desk.comeIn(office));
            QVERIFY(reader.has(1));
        }
        office.goAway();
        Desk desk(home, clock);
        Reader reader(desk.station);
        desk.station.connectTo(office.url());
        QTRY_COMPARE(reader.state.entries, 1);
        QCOMPARE(reader.find(u"注销"_s), u"QA0001"_s);
        // Nothing of it can be read on the disk.
        const QString folder = home.folder.path();
        QDirIterator files(folder, {u"knowledge.db*"_s}, QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("注销") && !bytes.contains("证件"));
            ++read;
        }
        QVERIFY(read > 0);
    }

    void whatWasCutOffGoesOnWhereItStood()
    {
        Home home;
        SteadyClock clock;
        ScriptedServer office;
        office.keepOffice(staffRow());
        Library library(office);
        for (int i = 1; i <= 7; ++i)
            library.entries.push_back(entry(i, u"企业注销%1"_s.arg(i)));
        library.silentAfter = 4;
        {
            Desk desk(home, clock);
            Reader reader(desk.station);
            QVERIFY(desk.comeIn(office));
            QTRY_COMPARE(library.asked.size(), 3); // the third is never answered; the desk is killed
            QTRY_VERIFY(reader.state.percent == 57);
        }
        library.silentAfter = 0;
        library.asked.clear();
        Desk desk(home, clock);
        Reader reader(desk.station);
        desk.station.connectTo(office.url());
        QVERIFY(reader.has(7));
        QCOMPARE(library.asked[0].after, 4);
        QCOMPARE(library.asked.size(), 2);
    }

    void whatChangesComesAtOnce()
    {
        Home home;
        SteadyClock clock;
        ScriptedServer office;
        office.keepOffice(staffRow());
        Library library(office);
        library.entries = {entry(1, u"企业注销"_s), entry(2, u"企业设立"_s)};
        Desk desk(home, clock);
        Reader reader(desk.station);
        QVERIFY(desk.comeIn(office));
        QVERIFY(reader.has(2));
        library.add(entry(3, u"企业歇业备案"_s));
        QVERIFY(reader.has(3));
        QCOMPARE(reader.find(u"歇业备案"_s).section(u' ', 0, 0), u"QA0003"_s);
        EntryRow changed = entry(1, u"简易注销"_s);
        changed.version = 2;
        library.add(changed);
        QVERIFY(QTest::qWaitFor([&] { return reader.find(u"简易注销"_s).startsWith(u"QA0001"_s) && reader.hits[0].row.version == 2; }));
        EntryRow withdrawn = entry(3, u"企业歇业备案"_s);
        withdrawn.state = domain::EntryState::Withdrawn;
        library.add(withdrawn);
        QVERIFY(reader.has(2));
        QCOMPARE(reader.gone, (QList<EntryId>{EntryId(u"QA0003"_s)}));
        QVERIFY(!reader.find(u"歇业备案"_s).contains(u"QA0003"_s));
    }

    void aServerThatWasPutBackFillsItAnew()
    {
        Home home;
        SteadyClock clock;
        ScriptedServer office;
        office.keepOffice(staffRow());
        Library library(office);
        library.entries = {entry(1, u"企业注销"_s), entry(2, u"企业设立"_s), entry(3, u"住所变更"_s)};
        Desk desk(home, clock);
        Reader reader(desk.station);
        QVERIFY(desk.comeIn(office));
        QVERIFY(reader.has(3));
        library.epoch = u"epoch-2"_s;
        library.entries = {entry(2, u"企业设立"_s)};
        office.hangUp();
        QVERIFY(reader.has(1));
        QCOMPARE(reader.find(u"企业注销"_s), u"QA0002"_s); // "企业" of the only one that is left
        QCOMPARE(reader.find(u"住所"_s), QString());
    }

    void aDamagedCopyIsFilledAnew()
    {
        Home home;
        SteadyClock clock;
        ScriptedServer office;
        office.keepOffice(staffRow());
        Library library(office);
        library.entries = {entry(1, u"企业注销"_s)};
        {
            Desk desk(home, clock);
            Reader reader(desk.station);
            QVERIFY(desk.comeIn(office));
            QVERIFY(reader.has(1));
        }
        QDirIterator files(home.folder.path(), {u"knowledge.db*"_s}, QDir::Files, QDirIterator::Subdirectories);
        int spoiled = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5000, 'x'));
            ++spoiled;
        }
        QVERIFY(spoiled > 0);
        Desk desk(home, clock);
        Reader reader(desk.station);
        desk.station.connectTo(office.url());
        QVERIFY(reader.has(1));
        QCOMPARE(reader.find(u"注销"_s), u"QA0001"_s);
        QVERIFY(desk.screen.refusals.isEmpty()); // the person's own record is another file
    }

    void aBusyServerIsAskedAgain()
    {
        Home home;
        SteadyClock clock;
        ScriptedServer office;
        office.keepOffice(staffRow());
        Library library(office);
        library.entries = {entry(1, u"企业注销"_s)};
        library.refusals = 1;
        Desk desk(home, clock);
        Reader reader(desk.station);
        QVERIFY(desk.comeIn(office));
        QVERIFY(reader.has(1));
        QCOMPARE(library.asked.size(), 2);
    }

    void aMalformedPageCostsTheLine()
    {
        Home home;
        SteadyClock clock;
        ScriptedServer office;
        office.keepOffice(staffRow());
        Library library(office);
        library.entries = {entry(1, u"企业注销"_s)};
        Desk desk(home, clock);
        Reader reader(desk.station);
        QVERIFY(desk.comeIn(office));
        QVERIFY(reader.has(1));
        const int dials = office.dials();
        office.sayBytes(R"({"t":"knowledge.page","epoch":"epoch-1","after":1,"through":2,"last":true,"rows":[{"id":7}]})");
        QTRY_COMPARE(office.dials(), dials + 1);
        QCOMPARE(reader.find(u"注销"_s), u"QA0001"_s);
        // A page that nobody asked for changes nothing.
        KnowledgePage stray = library.page(0);
        stray.after = 77;
        stray.through = 99;
        stray.rows = {entry(9, u"凭空而来"_s)};
        QTRY_VERIFY(office.say(stray));
        QCOMPARE(reader.find(u"凭空"_s), QString());
    }

    void messagesCiteWhatStillStandsInThem()
    {
        Bench bench;
        const QString answer = u"企业注销先公示二十日，期满后申请注销登记。"_s;
        const auto cites = [&](const QString &text, const QList<client::InsertedAnswer> &inserted) {
            bench.station().sendText(kFirst, text, {}, inserted);
            QStringList ids;
            const auto sent = bench.office.next<protocol::MessageSend>();
            bench.office.accept(sent.cmdId); // the next one waits for it
            for (const protocol::EntryCite &cite : sent.cites)
                ids.append(cite.entry.value + u"v%1"_s.arg(cite.version));
            return ids.join(u' ');
        };
        const client::InsertedAnswer one{EntryId(u"QA0001"_s), 2, answer};
        QCOMPARE(cites(answer, {one}), u"QA0001v2"_s);
        QCOMPARE(cites(u"您好，"_s + answer + u"请带好证件。"_s, {one, one}), u"QA0001v2"_s);
        QCOMPARE(cites(u"企业注销先公示二十日就可以了。"_s, {one}), u"QA0001v2"_s);
        QCOMPARE(cites(u"这件事我问一下再回复您。"_s, {one}), QString());
        QCOMPARE(cites(answer, {}), QString());
    }
};

QTEST_GUILESS_MAIN(TestKnowledgeLane)
#include "tst_knowledge_lane.moc"
