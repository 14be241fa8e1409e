// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/crypto/secrets.h"
#include "core/protocol/codec.h"
#include "core/sql/database.h"
#include "server/store/schema.h"
#include "tests/bench/bench.h"

#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace bangban::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kClients = 64;
constexpr auto kRun = 8s;

/// A citizen who sends one message after the other, each when the one before was acknowledged as on disk.
class Writer {
public:
    Writer(const QUrl &url, const SteadyClock &clock) : m_clock(clock)
    {
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QString(protocol::kSubprotocol)});
        QObject::connect(&m_socket, &QWebSocket::connected, &m_socket,
                         [this] { send(protocol::Hello{u"bench"_s, domain::Role::Citizen, {}, {}}); });
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray &b) { receive(b); });
        m_socket.open(url, options);
    }

    bool isReady = false;
    bool isRunning = false;
    std::vector<double> times;
    int refused = 0;

    void write()
    {
        protocol::MessageSend message;
        message.cmdId = CommandId(makeUuid7(m_clock.now()));
        message.message = MessageId(makeUuid7(m_clock.now()));
        message.request = m_request;
        message.words.text = QString(100, u'办');
        m_sentAt = std::chrono::steady_clock::now();
        send(message);
    }

private:
    template<typename T>
    void send(const T &message)
    {
        m_socket.sendBinaryMessage(protocol::encode(message));
    }

    void receive(const QByteArray &bytes)
    {
        const auto frame = protocol::decode(bytes);
        if (!frame)
            return;
        if (frame->type == protocol::wireName<protocol::Welcome>()) {
            protocol::RequestAsk ask;
            ask.cmdId = CommandId(makeUuid7(m_clock.now()));
            ask.request = m_request = RequestId(makeUuid7(m_clock.now()));
            ask.item = ItemId(u"IT004"_s);
            ask.words.text = u"公司增资要准备什么"_s;
            send(ask);
        } else if (frame->type == protocol::wireName<protocol::Refused>()) {
            ++refused;
        } else if (frame->type == protocol::wireName<protocol::CommandResult>()) {
            if (isReady && isRunning) {
                times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_sentAt).count());
                write();
            }
            isReady = true;
        }
    }

    const SteadyClock &m_clock;
    QWebSocket m_socket;
    RequestId m_request;
    std::chrono::steady_clock::time_point m_sentAt;
};

QJsonObject figuresOf(double seconds, std::vector<double> times)
{
    return {{u"commands_per_s"_s, std::round(double(times.size()) / seconds)},
            {u"p99_ms"_s, percentile(std::move(times), 0.99)},
            {u"clients"_s, kClients}};
}

QJsonObject measureProduct()
{
    ServerProcess server;
    const SteadyClock clock;
    std::vector<std::unique_ptr<Writer>> writers;
    for (int i = 0; i < kClients; ++i)
        writers.push_back(std::make_unique<Writer>(server.url(), clock));
    const auto allReady = [&] {
        return std::all_of(writers.begin(), writers.end(), [](const auto &w) { return w->isReady; });
    };
    if (!runUntil(allReady, 30s))
        qFatal("commands: not all clients asked");
    for (const auto &writer : writers) {
        writer->isRunning = true;
        writer->write();
    }
    const auto begin = clock.monotonic();
    runUntil([&] { return clock.monotonic() - begin >= kRun; }, kRun + 5s);
    const double seconds = double((clock.monotonic() - begin).count()) / 1000;
    std::vector<double> times;
    for (const auto &writer : writers) {
        writer->isRunning = false;
        if (writer->refused > 0)
            qFatal("commands: %d refused", writer->refused);
        times.insert(times.end(), writer->times.begin(), writer->times.end());
    }
    return figuresOf(seconds, std::move(times));
}

/// Nothing but SQLite with synchronous=FULL: for each of 64 commands the rows that the record owes for one message
/// (architecture §2, "Writing"): message, request, two rows of the log, the stored result, the audit row; then one
/// commit. The same schema and sizes as the product's, no JSON, no rule, no socket.
QJsonObject measureBareSqlite()
{
    QTemporaryDir folder;
    const auto must = [](auto &&result) {
        if (!result)
            qFatal("commands: %s", qPrintable(result.error().detail));
        return std::move(result);
    };
    const auto database = must(sql::Database::open(u"sqlite:"_s + folder.filePath(u"bare.db"_s)));
    must(sql::migrate(**database, server::schema()));
    const SteadyClock clock;
    const QByteArray message(450, 'm');
    const QByteArray request(1100, 'r');
    const QByteArray chain(32, 'c');
    const QString audience = QString(60, u'a');
    std::vector<double> times;
    qint64 rev = 0;
    const auto begin = clock.monotonic();
    while (clock.monotonic() - begin < kRun) {
        const auto start = std::chrono::steady_clock::now();
        must((*database)->begin());
        for (int i = 0; i < kClients; ++i) {
            const QString id = makeUuid7(clock.now());
            const auto log = [&](const QString &entity, const QByteArray &body) {
                must((*database)->run(u"INSERT INTO change_log VALUES ('DIST', ?, ?, ?, ?, ?, ?, ?, ?, 0, '')"_s,
                                      {++rev, id, entity, id, audience, audience, body, chain}));
            };
            must((*database)->run(u"INSERT INTO message VALUES (?, ?, ?, ?)"_s, {id, QString::number(i), rev, message}));
            must((*database)->run(u"INSERT INTO request VALUES (?, 'DIST', 'waiting', 'D01', '', 'c', 'IT004', 0, 0, ?) ON "
                                  "CONFLICT(id) DO UPDATE SET row = excluded.row"_s, {QString::number(i), request}));
            log(u"message"_s, message);
            log(u"request"_s, request);
            must((*database)->run(u"INSERT INTO command_result VALUES (?, ?, '', ?, 0)"_s, {id, chain, QByteArray("{}")}));
            must((*database)->run(u"INSERT INTO audit VALUES ('DIST', ?, 0, ?, 'message.send', ?, ?, ?)"_s,
                                  {rev, id, id, QByteArray("{}"), chain}));
        }
        must((*database)->commit());
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        times.insert(times.end(), kClients, ms);
    }
    return figuresOf(double((clock.monotonic() - begin).count()) / 1000, std::move(times));
}

} // namespace

Outcome commands()
{
    Outcome outcome;
    outcome.figures = measureProduct();
    outcome.reference = measureBareSqlite();
    return outcome;
}

} // namespace bangban::bench
