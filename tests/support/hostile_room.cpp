// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostile_room.h"

#include <QFile>
#include <QTest>

namespace bangban::tests {

using namespace std::chrono_literals;

namespace {

QString loginOf(Who who)
{
    switch (who) {
    case Who::Agent: return u"sample001"_s;
    case Who::Colleague: return u"sample003"_s;
    case Who::Elsewhere: return u"sample017"_s;
    case Who::Supervisor: return u"sample053"_s;
    case Who::System: return u"sample066"_s;
    case Who::Security: return u"sample067"_s;
    case Who::Audit: return u"sample068"_s;
    case Who::Author: return u"sample044"_s;
    case Who::Reviewer: return u"sample045"_s;
    default: return {};
    }
}

QString shortened(const QByteArray &bytes) { return QString::fromUtf8(bytes.left(200)); }

} // namespace

HostileRoom::HostileRoom(const server::Limits &limits) : server(limits)
{
    m_pings.callOnTimeout(this, [this] {
        for (const auto &[who, client] : m_clients)
            if (client->isOpen() && who != Who::Stranger)
                client->send(protocol::Ping{0});
    });
    m_pings.start(1s);
}

WireClient &HostileRoom::client(Who who)
{
    auto &client = m_clients[who];
    const bool isFresh = who == Who::Stranger || who == Who::Greeted || who == Who::Newcomer;
    if (!client || isFresh || !client->isOpen()) {
        client = std::make_unique<WireClient>(server.url());
        comeIn(who, *client);
    }
    return *client;
}

void HostileRoom::comeIn(Who who, WireClient &client)
{
    bool isIn = false;
    if (who == Who::Stranger) {
        isIn = client.waitForOpen();
    } else if (who == Who::Greeted) {
        isIn = client.waitForOpen();
        client.send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
        isIn = isIn && !client.next<protocol::Welcome>().epoch.isEmpty();
    } else if (who == Who::Newcomer) {
        isIn = !client.beCitizen().isEmpty();
    } else if (who == Who::Citizen || who == Who::Neighbour) {
        m_tokens[who] = client.beCitizen(m_tokens[who]);
        isIn = !m_tokens[who].isEmpty();
    } else {
        isIn = client.beStaff(loginOf(who), QString(server::kDemoPassword));
    }
    if (!isIn)
        qFatal("number %d does not come in", int(who));
}

QString HostileRoom::faultOf(Who who, const QByteArray &bytes, const Expected &expected)
{
    WireClient &speaker = client(who);
    speaker.forget();
    speaker.sendBytes(bytes);
    switch (expected.kind) {
    case Expected::Kind::Closed:
        return speaker.waitForClose() ? QString() : u"it is not closed"_s;
    case Expected::Kind::Answered: {
        const protocol::Frame frame = speaker.next(expected.name);
        if (!frame.type.isEmpty())
            return {};
        const auto refusal = speaker.next<protocol::Refused>();
        return u"no %1; refused: %2 %3"_s.arg(expected.name, refusal.code, refusal.detail);
    }
    case Expected::Kind::Silence: {
        const qint64 number = ++m_count;
        speaker.send(protocol::Ping{number});
        protocol::Pong pong;
        do
            pong = speaker.next<protocol::Pong>();
        while (pong.sentAt != number && pong.serverTime != Instant());
        if (pong.sentAt != number)
            return u"no pong"_s;
        return speaker.countOf(QString(protocol::wireName<protocol::Refused>())) == 0 ? QString() : u"it is refused"_s;
    }
    case Expected::Kind::Refused:
        return faultOfRefusal(speaker, bytes, expected);
    }
    return u"an expectation that nobody knows"_s;
}

QString HostileRoom::faultOfRefusal(WireClient &client, const QByteArray &bytes, const Expected &expected)
{
    const protocol::Frame refusal = client.next(QString(protocol::wireName<protocol::Refused>()));
    if (refusal.type.isEmpty())
        return u"not refused: "_s + shortened(bytes);
    const QString code = refusal.body["code"_L1].toString();
    const QString detail = refusal.body["detail"_L1].toString();
    if (code != expected.name || (!expected.detail.isNull() && detail != expected.detail))
        return u"refused with '%1' '%2' instead of '%3' '%4'"_s.arg(code, detail, expected.name, expected.detail);
    // A command's refusal names it, so that the sender knows which one it was; before sign-in nobody has commands.
    const QJsonObject said = QJsonDocument::fromJson(bytes).object();
    const bool isAnswerToCommand = isCommandName(said["t"_L1].toString()) && code != "not_signed_in"_L1;
    if (isAnswerToCommand && refusal.body["cmd_id"_L1].toString() != said["cmd_id"_L1].toString())
        return u"refused with another cmd_id: "_s + refusal.body["cmd_id"_L1].toString();
    return {};
}

QString HostileRoom::faultOfService()
{
    if (!m_good || !m_good->isOpen()) {
        m_good = std::make_unique<WireClient>(server.url());
        if (m_good->beCitizen().isEmpty())
            return u"nobody comes in any more"_s;
    }
    m_good->forget();
    m_good->send(protocol::OutlookGet{ItemId(u"IT004"_s)});
    const bool isServed = !m_good->next(QString(protocol::wireName<protocol::Outlook>()), 1'000).type.isEmpty();
    return isServed ? QString() : u"the good citizen is not served within a second"_s;
}

void HostileRoom::restart()
{
    m_clients.clear();
    m_good.reset();
    server.stop();
    server.start(); // ends the test if it cannot
}

QByteArray frameOf(const QString &type, QJsonObject body)
{
    if (isCommandName(type) && !body.contains("cmd_id"_L1))
        body.insert("cmd_id"_L1, WireClient::newId());
    body.insert("t"_L1, type);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Who speakerFor(domain::Permission permission)
{
    using domain::Permission;
    switch (permission) {
    case Permission::Ask:
    case Permission::SendFiles:
    case Permission::Talk: return Who::Citizen;
    case Permission::AnswerAll:
    case Permission::ReceiveAlarms:
    case Permission::BlockCitizens: return Who::Supervisor;
    case Permission::ManageAccounts: return Who::Security;
    case Permission::ManageCatalogue: return Who::System;
    case Permission::Import: return Who::System;
    case Permission::WriteKnowledge: return Who::Author;
    case Permission::InspectKnowledge:
    case Permission::ReviewKnowledge: return Who::Reviewer;
    default: return Who::Agent;
    }
}

bool isCommandName(const QString &type)
{
    static const QStringList names{
#define TO_SERVER(type, wire, since)
#define TO_CLIENT(type, wire, since)
#define COMMAND(type, wire, since, permission) QStringLiteral(wire),
#define ENTITY(type, wire, since)
#include "core/protocol/messages.def"
#undef TO_SERVER
#undef TO_CLIENT
#undef COMMAND
#undef ENTITY
    };
    return names.contains(type);
}

const QHash<QString, QJsonObject> &goldenFrames()
{
    static const QHash<QString, QJsonObject> frames = [] {
        QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/tests/data/frames.jsonl"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("frames.jsonl cannot be read");
        QHash<QString, QJsonObject> read;
        const auto lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            QJsonObject body = QJsonDocument::fromJson(line).object();
            const QString type = body.take("t"_L1).toString();
            read.insert(type, body);
        }
        return read;
    }();
    return frames;
}

} // namespace bangban::tests
