// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/move.h"
#include "tests/support/running_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace bangban;
using namespace bangban::tests;

namespace {

const QString kPassword = QString(server::kDemoPassword);

/// Waits for a change of this entity and id; what came before goes.
QJsonObject nextRow(WireClient &wire, QLatin1String entity, const QString &id)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 5000) {
        const auto batch = wire.next<protocol::Batch>();
        for (const auto &change : batch.changes)
            if (change.entity == entity && change.id == id)
                return change.row;
    }
    return {};
}

template<typename Row>
Row next(WireClient &wire, const QString &id)
{
    return protocol::fromJson<Row>(nextRow(wire, protocol::wireName<Row>(), id)).value_or(Row());
}

struct Desk {
    WireClient wire;
    QStringList cursors;
    Desk(const Running &server, const QString &login, domain::Presence presence = domain::Presence::Busy) : wire(server.url())
    {
        if (!wire.beStaff(login, kPassword))
            qFatal("%s is not in", qPrintable(login));
        cursors = wire.takeSnapshots();
        if (presence != domain::Presence::Busy && !wire.command(protocol::PresenceSet{{}, presence, {}, false}))
            qFatal("%s is not ready", qPrintable(login));
    }
};

struct Page {
    WireClient wire;
    QString token;
    explicit Page(const Running &server, const QString &known = {}) : wire(server.url())
    {
        token = wire.beCitizen(known);
        wire.takeSnapshots();
    }
};

/// Two servers on one PostgreSQL.
struct Two {
    Running a;
    Running b{a.place};
};

qint64 countOf(const Two &two, const QString &text)
{
    const auto database = sql::Database::open(two.a.place.url);
    const auto query = (*database)->run(text);
    return query && (*query)->next() ? (*query)->value(0).toLongLong() : -1;
}

} // namespace

/// What holds on one server holds across several (architecture §2, 12).
class TestServers : public QObject {
    Q_OBJECT

private slots:
    void aCitizenAtOneIsServedByADeskAtTheOther()
    {
        Two two;
        Desk desk(two.b, u"sample001"_s, domain::Presence::Ready);
        Page page(two.a);
        const auto ask = question(u"增资怎么办"_s);
        QVERIFY(page.wire.command(ask));
        const auto offered = next<protocol::RequestRow>(desk.wire, ask.request.value);
        QCOMPARE(offered.words.text, u"增资怎么办"_s);
        const auto claimed = desk.wire.command(protocol::RequestClaim{{}, ask.request});
        QVERIFY(claimed);
        protocol::MessageSend message;
        message.message = MessageId(WireClient::newId());
        message.request = ask.request;
        message.claimNo = (*claimed)["claim_no"_L1].toInt();
        message.words.text = u"您好，请带章程修正案。"_s;
        QVERIFY(desk.wire.command(message));
        QCOMPARE(next<protocol::MessageRow>(page.wire, message.message.value).words.text, message.words.text);
        page.wire.send(protocol::Typing{ask.request, true});
        QCOMPARE(desk.wire.next<protocol::TypingShown>().request, ask.request);
        desk.wire.send(protocol::Typing{ask.request, true});
        QCOMPARE(page.wire.next<protocol::TypingShown>().sender, domain::Sender::Staff);
    }

    void oneOfTwoWhoTakeAtOnceHasIt()
    {
        Two two;
        Desk one(two.a, u"sample001"_s, domain::Presence::Ready), other(two.b, u"sample003"_s, domain::Presence::Ready);
        for (int i = 0; i < 40; ++i) {
            Page page(i % 2 ? two.a : two.b);
            const auto ask = question(u"问题%1"_s.arg(i));
            QVERIFY(page.wire.command(ask));
            const protocol::RequestClaim first{WireClient::newCommandId(), ask.request}, second{WireClient::newCommandId(), ask.request};
            one.wire.send(first);
            other.wire.send(second);
            const auto a = one.wire.answerTo(first.cmdId), b = other.wire.answerTo(second.cmdId);
            QCOMPARE(int(a.has_value()) + int(b.has_value()), 1);
            QCOMPARE((a ? b : a).error().code, ErrorCode::ClaimTaken);
            WireClient &winner = a ? one.wire : other.wire;
            protocol::MessageSend answer;
            answer.message = MessageId(WireClient::newId());
            answer.request = ask.request;
            answer.claimNo = (a ? *a : *b)["claim_no"_L1].toInt();
            answer.words.text = u"您好"_s;
            QVERIFY(winner.command(answer));
            QVERIFY(winner.command(protocol::RequestEnd{{}, ask.request, answer.claimNo}));
            QVERIFY(winner.command(protocol::RequestWrapUp{{}, ask.request, answer.claimNo, u"CL01"_s, u"JG1"_s}));
        }
        QCOMPARE(countOf(two, u"SELECT COUNT(*) FROM request WHERE owner <> ''"_s), 40);
    }

    void aCommandSaidToBothIsDoneOnce()
    {
        Two two;
        Page page(two.a);
        WireClient same(two.b.url());
        same.beCitizen(page.token);
        for (int i = 0; i < 40; ++i) {
            protocol::RequestAsk ask = question(u"同一句话"_s);
            ask.cmdId = WireClient::newCommandId();
            page.wire.send(ask);
            same.send(ask);
            const auto one = page.wire.answerTo(ask.cmdId), other = same.answerTo(ask.cmdId);
            QCOMPARE(one.has_value(), other.has_value());
            if (one)
                QCOMPARE(*one, *other);
            else
                QCOMPARE(one.error(), other.error());
        }
        QCOMPARE(countOf(two, u"SELECT COUNT(*) FROM request"_s), 1); // one open question a person
        QCOMPARE(countOf(two, u"SELECT COUNT(*) FROM command_result"_s), 40);
    }

    void whoComesBackToTheOtherGoesOnWhereTheyWere()
    {
        Two two;
        Desk watcher(two.b, u"sample017"_s);
        auto desk = std::make_unique<Desk>(two.a, u"sample001"_s);
        const QStringList cursors = desk->cursors;
        Page page(two.a);
        const auto ask = question(u"还在吗"_s);
        QVERIFY(page.wire.command(ask));
        desk.reset();
        WireClient again(two.b.url());
        QVERIFY(again.beStaff(u"sample001"_s, kPassword));
        protocol::Resume resume;
        resume.cursors = cursors;
        again.send(resume);
        QCOMPARE(next<protocol::RequestRow>(again, ask.request.value).words.text, u"还在吗"_s);
        QCOMPARE(again.countOf(protocol::wireName<protocol::SnapshotRequired>()), 0);
        QCOMPARE(again.countOf(protocol::wireName<protocol::Snapshot>()), 0);
        // Nobody was gone in between: a colleague's desk never showed it.
        WireClient settled(two.b.url());
        QVERIFY(settled.beStaff(u"sample003"_s, kPassword));
        QVERIFY(QTest::qWaitFor([&] { return watcher.wire.countOf(protocol::wireName<protocol::Batch>()) > 3; }, 7000));
        while (watcher.wire.countOf(protocol::wireName<protocol::Batch>()) > 0)
            for (const auto &change : watcher.wire.next<protocol::Batch>().changes)
                QVERIFY(change.id != u"SF001"_s || change.row["link"_L1].toString() != u"gone"_s);
    }

    void whoWasAtAServerThatDiedIsGoneAndTheOtherGoesOn()
    {
        auto a = std::make_unique<Running>();
        Running b(a->place);
        Desk there(*a, u"sample001"_s, domain::Presence::Ready);
        Desk here(b, u"sample003"_s);
        a.reset(); // the eldest, which led
        QElapsedTimer waited;
        waited.start();
        protocol::StaffRow row;
        do
            row = next<protocol::StaffRow>(here.wire, u"SF001"_s);
        while (row.link != domain::Link::Gone && waited.elapsed() < 15'000);
        QCOMPARE(row.link, domain::Link::Gone);
        // What happens by itself happens here now: an offer is made.
        QVERIFY(here.wire.command(protocol::PresenceSet{{}, domain::Presence::Ready, {}, false}));
        Page page(b);
        const auto ask = question(u"有人吗"_s);
        QVERIFY(page.wire.command(ask));
        protocol::OfferRow offer;
        while (offer.request != ask.request && waited.elapsed() < 20'000)
            for (const auto &change : here.wire.next<protocol::Batch>().changes)
                if (change.entity == protocol::wireName<protocol::OfferRow>())
                    offer = protocol::fromJson<protocol::OfferRow>(change.row).value_or(offer);
        QCOMPARE(offer.staff, StaffId(u"SF003"_s));
    }

    void rightsThatChangeAtOneHoldAtTheOther()
    {
        Two two;
        Desk desk(two.b, u"sample003"_s);
        WireClient security(two.a.url());
        QVERIFY(security.beStaff(u"sample067"_s, kPassword));
        protocol::AccountPut account;
        account.staff = StaffId(u"SF003"_s);
        account.name = u"示例坐席03"_s;
        account.node = NodeId(u"D20"_s); // another unit
        account.roles = {domain::Role::Agent};
        QVERIFY(security.command(account));
        QCOMPARE(desk.wire.next<protocol::SnapshotRequired>().reason, u"rights"_s);
        account.active = false;
        QVERIFY(security.command(account));
        QVERIFY(desk.wire.waitForClose());
    }

    void anEntryThatIsPublishedAtOneIsToldAtTheOther()
    {
        Two two;
        Desk desk(two.b, u"sample003"_s);
        desk.wire.send(protocol::KnowledgeGet{});
        const auto page = desk.wire.next<protocol::KnowledgePage>();
        QVERIFY(page.last && !page.rows.empty());
        WireClient system(two.a.url());
        QVERIFY(system.beStaff(u"sample066"_s, kPassword));
        protocol::ImportRun run;
        run.kind = u"questions"_s;
        run.dryRun = false;
        run.content.text = uR"({"faqs":[{"id":"new","question":"问","answer":"答","owner_department_id":"D01","effective_from":"2026-01-01","status":"已发布"}]})"_s;
        const auto report = system.command(run);
        QVERIFY(report && (*report)[u"added"_s].toInt() == 1);
        QCOMPARE(desk.wire.next<protocol::KnowledgeChanged>().revision, page.through + 1);
        desk.wire.send(protocol::KnowledgeGet{page.epoch, page.through});
        const auto news = desk.wire.next<protocol::KnowledgePage>();
        QCOMPARE(news.rows.size(), 1U);
        QCOMPARE(news.rows[0].title, u"问"_s);
    }

    void aServerWhoseClockDiffersFromTheDatabasesIsToldOf()
    {
        Two two;
        Desk coordinator(two.a, u"sample058"_s);
        const auto told = [&] {
            QStringList texts;
            while (texts.isEmpty())
                for (const auto &change : coordinator.wire.next<protocol::Batch>().changes)
                    if (change.entity == protocol::wireName<protocol::NoticeRow>() && change.row["kind"_L1] == "clock_differs"_L1)
                        texts.append(change.row["text"_L1].toString());
            return texts;
        };
        Running late(two.a.place, std::chrono::seconds(-90));
        QCOMPARE(told(), QStringList{u"-90"_s});
        Running right(two.a.place, std::chrono::milliseconds(300)); // within what is tolerated
        Running early(two.a.place, std::chrono::seconds(5));
        QCOMPARE(told(), QStringList{u"5"_s});
    }

    void aBlockedSenderIsPutOutWhereverTheyAre()
    {
        Two two;
        Page page(two.b);
        const auto ask = question(u"骚扰"_s);
        QVERIFY(page.wire.command(ask));
        Desk supervisor(two.a, u"sample058"_s);
        QVERIFY(supervisor.wire.command(protocol::CitizenBlock{{}, ask.request, false, {u"辱骂"_s}}));
        QVERIFY(page.wire.waitForClose());
    }

    /// The whole way of an office that outgrows its machine: the same people go on where they were.
    void aRecordMovesFromSqliteToPostgresqlAndBack()
    {
        QTemporaryDir folder;
        const QString key = folder.filePath(u"master.key"_s), file = u"sqlite:"_s + folder.filePath(u"old.db"_s);
        const server::RecordPlace there{recordIn(folder).url, key};
        RequestId request;
        QString token;
        {
            Running old(server::RecordPlace{file, key});
            Page page(old);
            const auto ask = question(u"搬家之前问的"_s);
            QVERIFY(page.wire.command(ask));
            request = ask.request;
            token = page.token;
        }
        const auto copy = [](const QString &from, const QString &to) {
            const auto source = sql::Database::open(from), target = sql::Database::open(to);
            return source && target ? server::moveRecord(**source, **target) : Result<qint64>(fail(ErrorCode::Database));
        };
        const auto moved = copy(file, there.url);
        QVERIFY(moved && *moved > 500);
        QCOMPARE(copy(file, there.url).error().code, ErrorCode::BadConfiguration); // not over another record
        {
            Running one(there), two(there);
            Desk desk(two, u"sample001"_s);
            WireClient page(one.url());
            QCOMPARE(page.beCitizen(token), token);
            QList<protocol::Change> rows;
            page.takeSnapshots(&rows);
            QVERIFY(std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.id == request.value; }));
            protocol::MessageSend more;
            more.message = MessageId(WireClient::newId());
            more.request = request;
            more.words.text = u"搬家之后说的"_s;
            QVERIFY(page.command(more));
            int lastSeq = 0; // that the page is open again may be told before
            for (int told = 0; told < 3 && lastSeq < 2; ++told)
                lastSeq = next<protocol::RequestRow>(desk.wire, request.value).lastSeq;
            QCOMPARE(lastSeq, 2);
        }
        const QString back = u"sqlite:"_s + folder.filePath(u"back.db"_s);
        QVERIFY(copy(there.url, back));
        const auto store = server::Store::open({back, key});
        QVERIFY(store);
        QCOMPARE((*store)->firstBadAuditRow().value(), QString());
        const auto talk = (*store)->messagesOf(request);
        QVERIFY(talk && talk->size() == 2);
        QCOMPARE(talk->back().words.text, u"搬家之后说的"_s);
    }

    void aRecordThatWentBackIsNotWrittenOn()
    {
        QTemporaryDir folder;
        const server::RecordPlace place = recordIn(folder);
        const auto store = server::Store::open(place);
        QVERIFY(store && server::fillWithSample(**store, wallClockNow()));
        const auto other = sql::Database::open(place.url);
        QVERIFY((*store)->begin() && (*store)->commit(wallClockNow()));
        QVERIFY((*other)->run(u"UPDATE scope SET rev = rev - 1 WHERE rev > 0"_s)); // as after a standby that lacked something
        const auto begun = (*store)->begin();
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, ErrorCode::RecordDamaged);
    }

    void anItemSwitchedOffAtOneIsOffAtTheOther()
    {
        Two two;
        Desk system(two.a, u"sample066"_s), coordinator(two.a, u"sample058"_s);
        Page page(two.b);
        QVERIFY(system.wire.command(protocol::ItemSwitch{{}, ItemId(u"IT004"_s), false, false}));
        QVERIFY(!next<protocol::ItemRow>(page.wire, u"IT004"_s).chat);
        const auto ask = question(u"还能问吗"_s);
        QVERIFY(page.wire.command(ask));
        QCOMPARE(next<protocol::RequestRow>(coordinator.wire, ask.request.value).routeReason, domain::RouteReason::ItemUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestServers)
#include "tst_servers.moc"
