// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/readers.h"

/// How soon a version that was published is on a thousand desks.
namespace bangban::bench {

namespace {

constexpr int kPublished = 20;

/// A desk that follows the knowledge base.
struct Follower {
    QWebSocket *socket = nullptr;
    QByteArray epoch;
    qint64 through = 0;
    bool isIn = false;
};

} // namespace

Outcome kbPublish()
{
    const ServerProcess server;
    Changer author(server.url(), u"sample044"_s), reviewer(server.url(), u"sample045"_s), agent(server.url(), u"sample001"_s);
    if (!runUntil([&] { return !author.token.isEmpty() && !reviewer.token.isEmpty() && !agent.token.isEmpty(); }, 10s))
        qFatal("kb-publish: nobody came in");
    reviewer.send(protocol::Resume{}); // hears of drafts
    Readers readers;
    std::vector<Follower> desks(kConnections);
    std::vector<double> waits; ///< ms, of every desk and version
    Instant publishedAt{};
    int arrived = 0;
    const auto ask = [](Follower &desk) {
        desk.socket->sendBinaryMessage(protocol::encode(protocol::KnowledgeGet{QString::fromLatin1(desk.epoch), desk.through}));
    };
    const auto take = [&](Follower &desk, const QByteArray &bytes) {
        if (bytes.startsWith(R"({"t":"welcome")"))
            return ask(desk);
        if (bytes.startsWith(R"({"t":"knowledge.changed")"))
            return ask(desk);
        if (!bytes.startsWith(R"({"t":"knowledge.page")"))
            return;
        desk.epoch = textAfter(bytes, R"("epoch":")");
        desk.through = numberAfter(bytes, R"("through":)");
        if (!bytes.left(400).contains(R"("last":true)"))
            return ask(desk);
        if (desk.isIn && bytes.contains("BENCH")) {
            waits.push_back(double((readers.clock.now() - publishedAt).count()));
            ++arrived;
        }
        desk.isIn = true;
    };
    int opened = 0;
    const bool areOpen = readers.open(server.url(), [&](QWebSocket *socket) {
        Follower &desk = desks[std::size_t(opened++)];
        desk.socket = socket;
        QObject::connect(socket, &QWebSocket::binaryMessageReceived, socket, [&desk, &take](const QByteArray &bytes) { take(desk, bytes); });
        socket->sendBinaryMessage(protocol::encode(protocol::Hello{u"bench"_s, domain::Role::Agent, agent.token, {}}));
    });
    if (!areOpen || !runUntil([&] { return std::ranges::all_of(desks, &Follower::isIn); }, 60s))
        qFatal("kb-publish: the desks did not come in");
    for (int version = 0; version < kPublished; ++version) {
        protocol::EntrySave save;
        save.cmdId = CommandId(makeUuid7(readers.clock.now()));
        save.entry.id = EntryId(u"BENCH"_s);
        save.entry.unit = NodeId(u"D01"_s);
        save.entry.title = u"第%1版"_s.arg(version);
        save.entry.plain = u"带上证件来办。"_s;
        save.entry.from = u"2022-01-01"_s;
        save.base = version;
        save.review = true;
        const int before = author.answered;
        author.send(save);
        reviewer.draftSavedAt.reset();
        if (!runUntil([&] { return author.answered > before && reviewer.draftSavedAt.has_value(); }, 10s))
            qFatal("kb-publish: the draft was not taken");
        arrived = 0;
        publishedAt = readers.clock.now();
        reviewer.send(protocol::EntryPublish{CommandId(makeUuid7(publishedAt)), save.entry.id, StaffId(u"SF044"_s), *reviewer.draftSavedAt});
        if (!runUntil([&] { return arrived == kConnections; }, 20s, 2ms))
            qFatal("kb-publish: %d of %d desks have it", arrived, kConnections);
    }
    Outcome outcome;
    outcome.figures = {{u"desks"_s, kConnections}, {u"versions"_s, kPublished}, {u"p50_ms"_s, percentile(waits, 0.5)}, {u"p99_ms"_s, percentile(waits, 0.99)},
                       {u"max_ms"_s, percentile(waits, 1)}};
    return outcome;
}

} // namespace bangban::bench
