// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/net/hub.h"
#include "server/net/listener.h"
#include "server/setup/first_start.h"
#include "server/store/restored.h"
#include "tests/client/desk_bench.h"
#include "tests/support/wire_client.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QJsonDocument>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using client::Delivery;

namespace {

/// The real server in this process; it can be destroyed and started again on the same port and database.
struct Running {
    SteadyClock clock;
    QTemporaryDir folder;
    quint16 port = 0;
    std::unique_ptr<server::Hub> hub;
    std::unique_ptr<server::Listener> listener;

    Running() { start(); }
    void start()
    {
        hub = std::make_unique<server::Hub>(clock, server::Limits::raised());
        const auto started = hub->start({u"sqlite:"_s + folder.filePath(u"office.db"_s), folder.filePath(u"master.key"_s)}, [this](server::Store &store) -> Result<void> {
            TRY(server::fillWithSample(store, clock.now()));
            return server::prepareDemo(store, clock.now());
        });
        if (!started)
            qFatal("start: %s", qPrintable(started.error().detail));
        listener = std::make_unique<server::Listener>(*hub);
        if (auto open = listener->listen(QHostAddress::LocalHost, port); !open)
            qFatal("listen: %s", qPrintable(open.error().detail));
        port = listener->port();
    }
    void stop()
    {
        listener.reset();
        hub.reset();
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(port)); }
};

/// A person at a desk who is ready.
struct Agent {
    SteadyClock clock;
    Home home;
    std::unique_ptr<Desk> desk;

    Agent(const Running &server, const QString &login)
    {
        desk = std::make_unique<Desk>(home, clock);
        desk->station.connectTo(server.url());
        if (!QTest::qWaitFor([&] { return desk->screen.now.state == client::LineState::Online; }))
            qFatal("no line");
        desk->station.signIn({login, {QString(server::kDemoPassword)}, domain::Presence::Busy});
        if (!QTest::qWaitFor([&] { return !desk->screen.accounts.isEmpty() && !desk->screen.items.isEmpty(); }))
            qFatal("%s is not in", qPrintable(login));
        if (!done(desk->station.setPresence(domain::Presence::Ready, {}, false)))
            qFatal("%s is not ready", qPrintable(login));
    }
    [[nodiscard]] client::Workstation &station() const { return desk->station; }
    [[nodiscard]] Screen &screen() const { return desk->screen; }
    /// As after kill -9: another process on the same folder.
    void kill(const Running &server)
    {
        desk.reset();
        desk = std::make_unique<Desk>(home, clock);
        desk->station.connectTo(server.url());
    }
    /// The command's answer; Unreachable if none came.
    std::optional<Error> answer(const CommandId &command)
    {
        if (!QTest::qWaitFor([&] { return screen().answerTo(command).has_value(); }))
            return Error{ErrorCode::Unreachable, u"no answer"_s};
        return screen().answerTo(command)->error;
    }
    bool done(const CommandId &command) { return !answer(command); }
    /// The words of a conversation by their place.
    [[nodiscard]] QMap<int, QString> talk(const RequestId &request) const
    {
        QMap<int, QString> words;
        for (const auto &view : std::as_const(screen().messages))
            if (view.row.request == request && view.row.seq > 0 && view.row.kind == domain::MessageKind::Text)
                words.insert(view.row.seq, view.row.words.text);
        return words;
    }
};

/// A citizen whose page writes its messages again until they are confirmed, as the real one does.
struct Citizen {
    std::unique_ptr<WireClient> page;
    QString token;
    RequestId request;

    explicit Citizen(const Running &server)
    {
        page = std::make_unique<WireClient>(server.url());
        token = page->beCitizen();
        page->takeSnapshots();
    }
    bool ask(const QString &words)
    {
        protocol::RequestAsk ask;
        ask.request = RequestId(WireClient::newId());
        ask.item = ItemId(u"IT004"_s);
        ask.purpose = domain::Purpose::Errand;
        ask.words.text = words;
        request = ask.request;
        return page->command(ask).has_value();
    }
    [[nodiscard]] protocol::MessageSend message(const QString &words) const
    {
        protocol::MessageSend send;
        send.cmdId = WireClient::newCommandId();
        send.message = MessageId(WireClient::newId());
        send.request = request;
        send.words.text = words;
        return send;
    }
    void comeBack(const Running &server)
    {
        page = std::make_unique<WireClient>(server.url());
        page->beCitizen(token);
    }
};

/// Every row in one order and one form: the same view gives the same text.
QStringList dump(const QList<protocol::Change> &rows)
{
    QStringList lines;
    for (const auto &row : rows)
        lines.append(row.entity + u' ' + row.id + u' '
                     + QString::fromUtf8(QJsonDocument(row.row).toJson(QJsonDocument::Compact)));
    lines.sort();
    return lines;
}

QStringList heldBy(const Agent &agent)
{
    QDirIterator files(agent.home.folder.path(), {u"replica.db"_s}, QDir::Files, QDirIterator::Subdirectories);
    if (!files.hasNext())
        return {u"no replica"_s};
    files.next();
    const auto replica = client::Replica::open(files.fileInfo().path(), agent.home.tokens->constBegin()->deskKey);
    const auto rows = replica ? (*replica)->rows() : Result<std::vector<protocol::Change>>(fail(ErrorCode::Database));
    return rows ? dump(QList<protocol::Change>(rows->begin(), rows->end())) : QStringList{u"no rows"_s};
}

/// The same person's view, fetched anew over the wire with their token.
QStringList seenBy(const Agent &agent, const Running &server)
{
    WireClient wire(server.url());
    if (!wire.waitForOpen())
        return {u"no line"_s};
    wire.send(protocol::Hello{u"test"_s, domain::Role::Agent, agent.home.tokens->value(server.url().toString()).token, {}});
    if (!wire.next<protocol::Welcome>().signedIn)
        return {u"not signed in"_s};
    QList<protocol::Change> rows;
    wire.takeSnapshots(&rows);
    return dump(rows);
}

/// Empty when the desk holds what the server would send anew; else the first lines that differ.
QString difference(const Agent &agent, const Running &server)
{
    QStringList held;
    QStringList seen;
    for (int attempt = 0; attempt < 5; ++attempt) {
        seen = seenBy(agent, server);
        // A change between the two readings is no difference: it arrives, or the next snapshot has it.
        if (QTest::qWaitFor([&] { return (held = heldBy(agent)) == seen; }, 1000))
            return {};
    }
    QString text;
    for (const QString &line : std::as_const(held))
        if (!seen.contains(line))
            text += u"\nheld: "_s + line.left(900);
    for (const QString &line : std::as_const(seen))
        if (!held.contains(line))
            text += u"\nseen: "_s + line.left(900);
    return text.isEmpty() ? u"order"_s : text;
}

} // namespace

class TestConvergence : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }
    void oneOfTwoClaimsAndTheOtherIsToldWho();
    void nothingIsLostDoubledOrReorderedWhenTheServerFalls();
    void aFileReachesTheOtherSideAndComesBack();
    void aServerPutBackFromABackupEndsEqualToWhatDesksKnow_data();
    void aServerPutBackFromABackupEndsEqualToWhatDesksKnow();
};

void TestConvergence::oneOfTwoClaimsAndTheOtherIsToldWho()
{
    Running server;
    Agent one(server, u"sample001"_s);
    Agent two(server, u"sample003"_s);
    Citizen citizen(server);
    QVERIFY(citizen.ask(u"公司要增资"_s));
    QTRY_VERIFY_WITH_TIMEOUT(one.screen().requests.contains(citizen.request) && two.screen().requests.contains(citizen.request), 5000);
    QTRY_VERIFY_WITH_TIMEOUT(one.screen().offers.size() + two.screen().offers.size() > 0, 5000);
    Agent &winner = one.screen().offers.isEmpty() ? two : one;
    Agent &loser = &winner == &one ? two : one;
    const CommandId first = winner.station().claim(citizen.request);
    QVERIFY(winner.done(first));
    const CommandId late = loser.station().claim(citizen.request);
    const auto error = loser.answer(late);
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::ClaimTaken);
    QCOMPARE(error->detail, winner.screen().accounts.last().staff.name);
    QTRY_COMPARE_WITH_TIMEOUT(winner.screen().requests.value(citizen.request).claimNo, 1, 5000);

    QVERIFY(winner.done(winner.station().sendText(citizen.request, u"您好，可以"_s, {})));
    QVERIFY(citizen.page->command(citizen.message(u"谢谢"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(winner.talk(citizen.request).values(), (QStringList{u"公司要增资"_s, u"您好，可以"_s, u"谢谢"_s}), 5000);
    QCOMPARE(winner.screen().said(u"您好，可以"_s).delivery, Delivery::Sent);
    QVERIFY(citizen.page->command(protocol::MessageRead{{}, citizen.request, winner.screen().said(u"您好，可以"_s).row.seq}));
    QTRY_COMPARE_WITH_TIMEOUT(winner.screen().said(u"您好，可以"_s).delivery, Delivery::Read, 5000);
    const QString first1 = difference(one, server);
    QVERIFY2(first1.isEmpty(), qPrintable(first1));
    const QString second2 = difference(two, server);
    QVERIFY2(second2.isEmpty(), qPrintable(second2));
}

void TestConvergence::nothingIsLostDoubledOrReorderedWhenTheServerFalls()
{
    Running server;
    std::array<std::unique_ptr<Agent>, 2> agents{std::make_unique<Agent>(server, u"sample001"_s),
                                                 std::make_unique<Agent>(server, u"sample003"_s)};
    std::array<std::unique_ptr<Citizen>, 2> citizens{std::make_unique<Citizen>(server), std::make_unique<Citizen>(server)};
    std::array<QStringList, 2> fromDesk;
    std::array<QStringList, 2> fromPage;
    std::array<QList<protocol::MessageSend>, 2> sent;
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(citizens[i]->ask(u"问题%1"_s.arg(i)));
        QTRY_VERIFY_WITH_TIMEOUT(agents[i]->screen().requests.contains(citizens[i]->request), 5000);
        QVERIFY(agents[i]->done(agents[i]->station().claim(citizens[i]->request)));
        QTRY_COMPARE_WITH_TIMEOUT(agents[i]->screen().requests.value(citizens[i]->request).claimNo, 1, 5000);
        fromPage[i].append(u"问题%1"_s.arg(i));
    }
    const auto write = [&](const QString &when) {
        for (int n = 0; n < 20; ++n)
            for (std::size_t i = 0; i < 2; ++i) {
                fromDesk[i].append(u"答%1 %2 %3"_s.arg(i).arg(when).arg(n));
                agents[i]->station().sendText(citizens[i]->request, fromDesk[i].last(), {});
                sent[i].append(citizens[i]->message(u"问%1 %2 %3"_s.arg(i).arg(when).arg(n)));
                fromPage[i].append(sent[i].last().words.text);
                citizens[i]->page->send(sent[i].last());
                if (n % 5 == 4) // some is on the way, some at the server, some answered
                    QCoreApplication::processEvents();
            }
    };
    write(u"之前"_s);
    server.stop();
    write(u"其间"_s);
    agents[1]->kill(server);
    fromDesk[1].append(u"重启之后"_s);
    agents[1]->station().sendText(citizens[1]->request, fromDesk[1].last(), {});
    server.start();
    write(u"之后"_s);
    for (std::size_t i = 0; i < 2; ++i) {
        citizens[i]->comeBack(server);
        for (const auto &message : std::as_const(sent[i]))
            QVERIFY2(citizens[i]->page->command(message), "the same command again gets its stored answer");
    }
    for (std::size_t i = 0; i < 2; ++i) {
        const auto &agent = *agents[i];
        QTRY_COMPARE_WITH_TIMEOUT(agent.screen().now.pending, 0, 20'000);
        const auto count = fromDesk[i].size() + fromPage[i].size();
        QTRY_COMPARE_WITH_TIMEOUT(agent.talk(citizens[i]->request).size(), count, 20'000);
        QStringList desk;
        QStringList page;
        const auto talk = agent.talk(citizens[i]->request);
        for (const QString &words : talk)
            (words.startsWith(u'问') ? page : desk).append(words);
        QCOMPARE(desk, fromDesk[i]);
        QCOMPARE(page, fromPage[i]);
        for (const auto &view : std::as_const(agent.screen().messages))
            QVERIFY(view.delivery == Delivery::Sent && view.row.seq > 0);
        const QString different = difference(agent, server);
        QVERIFY2(different.isEmpty(), qPrintable(different));
    }
}

void TestConvergence::aFileReachesTheOtherSideAndComesBack()
{
    Running server;
    Agent agent(server, u"sample001"_s);
    Citizen citizen(server);
    QVERIFY(citizen.ask(u"要看章程"_s));
    QTRY_VERIFY_WITH_TIMEOUT(agent.screen().requests.contains(citizen.request), 5000);
    QVERIFY(agent.done(agent.station().claim(citizen.request)));
    QByteArray bytes("%PDF-1.7\n");
    while (bytes.size() < 3 * protocol::kChunkSize + 5)
        bytes += QByteArray::number(bytes.size());
    const CommandId id = agent.station().sendFile(citizen.request, u"../章程.pdf"_s, u"application/pdf"_s, bytes);
    QCOMPARE(agent.answer(id), std::nullopt);
    client::MessageView shown;
    QTRY_VERIFY_WITH_TIMEOUT([&] {
        for (const auto &view : std::as_const(agent.screen().messages))
            if (!view.row.file.isEmpty() && view.row.seq > 0)
                shown = view;
        return !shown.row.file.isEmpty();
    }(), 5000);
    QCOMPARE(shown.delivery, Delivery::Sent);
    agent.station().fetchFile(shown.row.file);
    QTRY_COMPARE_WITH_TIMEOUT(agent.screen().files.size(), 1, 10'000);
    QFile file(agent.screen().files.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == bytes);

    const CommandId bad = agent.station().sendFile(citizen.request, u"x.svg"_s, u"image/svg+xml"_s, bytes);
    const auto refused = agent.answer(bad);
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::BadFile);
}

/// Requests and messages without whether the citizen's page is open just now, and without how long a conversation is beyond
/// the messages that are known.
QStringList talkOf(const QStringList &rows)
{
    static const QRegularExpression passing(u"\"(citizen_online|citizen_left_at|last_seq)\":[^,}]*,?"_s);
    QStringList lines;
    for (const QString &row : rows)
        if (row.startsWith("request "_L1) || row.startsWith("message "_L1))
            lines.append(QString(row).remove(passing));
    return lines;
}

void TestConvergence::aServerPutBackFromABackupEndsEqualToWhatDesksKnow_data()
{
    QTest::addColumn<bool>("isTold");
    QTest::newRow("with the tool for it") << true;
    QTest::newRow("a file copied back, and nobody says so") << false;
}

void TestConvergence::aServerPutBackFromABackupEndsEqualToWhatDesksKnow()
{
    QFETCH(bool, isTold);
    Running server;
    Agent one(server, u"sample001"_s), two(server, u"sample003"_s);
    const auto serve = [&](Agent &agent, Citizen &citizen, const QString &words) {
        QVERIFY(citizen.ask(words));
        QTRY_VERIFY_WITH_TIMEOUT(agent.screen().requests.contains(citizen.request), 5000);
        QVERIFY(agent.done(agent.station().claim(citizen.request)));
        QTRY_COMPARE_WITH_TIMEOUT(agent.screen().requests.value(citizen.request).claimNo, 1, 5000);
        QVERIFY(agent.done(agent.station().sendText(citizen.request, u"您好，"_s + words, {})));
    };
    Citizen early(server);
    serve(one, early, u"备份之前"_s);
    const QString backup = server.folder.filePath(u"backup.db"_s), record = server.folder.filePath(u"office.db"_s);
    {
        const auto database = sql::Database::open(u"sqlite:"_s + record);
        QVERIFY(database && (*database)->run(u"VACUUM INTO ?"_s, {backup}));
    }
    QVERIFY(early.page->command(early.message(u"备份之后还有一句"_s)));
    QVERIFY(one.done(one.station().sendText(early.request, u"好的"_s, {})));
    Citizen late(server), waiting(server);
    serve(two, late, u"备份之后才来"_s);
    QVERIFY(two.done(two.station().end(late.request)));
    QVERIFY(waiting.ask(u"还在等"_s));
    QTRY_VERIFY_WITH_TIMEOUT(one.screen().requests.contains(waiting.request) && two.screen().requests.contains(waiting.request), 5000);
    const QString same = difference(one, server) + difference(two, server);
    QVERIFY2(same.isEmpty(), qPrintable(same));
    const QStringList oneKnew = talkOf(heldBy(one)), twoKnew = talkOf(heldBy(two));

    server.stop();
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QVERIFY(!QFile::exists(record + suffix) || QFile::remove(record + suffix));
    QVERIFY(QFile::rename(backup, record));
    if (isTold) {
        const auto copy = sql::Database::open(u"sqlite:"_s + record);
        QVERIFY(copy && server::markRestored(**copy));
    }
    server.start();
    QTRY_COMPARE_WITH_TIMEOUT(talkOf(seenBy(one, server)), oneKnew, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(talkOf(seenBy(two, server)), twoKnew, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(talkOf(heldBy(one)), oneKnew, 10'000);
    // Who came after the backup is known, and finds their words; new ones wait until the refill is over.
    late.comeBack(server);
    QList<protocol::Change> rows;
    late.page->takeSnapshots(&rows);
    QVERIFY(std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.id == late.request.value; }));
    const auto answer = late.page->command(late.message(u"我回来了"_s));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Busy);
    QCOMPARE(answer.error().detail, u"refill"_s);
    server.stop();
    const auto store = server::Store::open({u"sqlite:"_s + record, server.folder.filePath(u"master.key"_s)});
    QVERIFY(store);
    QCOMPARE((*store)->firstBadAuditRow().value(), QString());
    auto written = (*store)->database().run(u"SELECT COUNT(*) FROM audit WHERE action = 'record.refill'"_s);
    QVERIFY(written && (*written)->next());
    QVERIFY((*written)->value(0).toInt() >= 2);
}

QTEST_GUILESS_MAIN(TestConvergence)
#include "tst_convergence.moc"
