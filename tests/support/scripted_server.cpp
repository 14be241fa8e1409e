// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_server.h"

#include "core/base/clock.h"

#include <QTest>

namespace bangban::tests {

using namespace Qt::StringLiterals;

ScriptedServer::ScriptedServer() : time(wallClockNow), m_server(u"scripted"_s, QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({QString(protocol::kSubprotocol)});
    connect(&m_server, &QWebSocketServer::newConnection, this, &ScriptedServer::take);
    if (!comeBack())
        qFatal("the scripted server cannot listen: %s", qPrintable(m_server.errorString()));
}

ScriptedServer::~ScriptedServer() { goAway(); }

void ScriptedServer::keepOffice(const protocol::StaffRow &staff)
{
    on<protocol::Hello>([this, staff](const protocol::Hello &hello) {
        protocol::Welcome welcome;
        welcome.serverTime = time();
        welcome.epoch = u"epoch-1"_s;
        welcome.office = u"服务中心"_s;
        welcome.signedIn = hello.token == goodToken;
        if (!hello.token.isEmpty() && !welcome.signedIn)
            welcome.refused = wireName(ErrorCode::SessionExpired);
        say(welcome);
        if (welcome.signedIn)
            say(protocol::SignedIn{{}, {}, staff, u"市场监管局"_s, deskKey});
    });
    on<protocol::SignIn>([this, staff](const protocol::SignIn &) {
        say(protocol::SignedIn{goodToken, time() + std::chrono::hours(12), staff, u"市场监管局"_s, deskKey});
    });
    on<protocol::Ping>([this](const protocol::Ping &ping) { say(protocol::Pong{ping.sentAt, time()}); });
}

void ScriptedServer::take()
{
    while (QWebSocket *socket = m_server.nextPendingConnection()) {
        ++m_dials;
        if (m_desk)
            m_desk->abort();
        m_desk = socket;
        socket->setParent(this);
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QWebSocket::binaryMessageReceived, this, &ScriptedServer::hear);
    }
}

void ScriptedServer::hear(const QByteArray &bytes)
{
    if (protocol::isChunk(bytes)) {
        const auto chunk = protocol::decodeChunk(bytes);
        if (!chunk)
            return;
        m_chunks.append(*chunk);
        if (m_chunkRule)
            m_chunkRule(*chunk);
        return;
    }
    const auto frame = protocol::decode(bytes);
    if (!frame)
        return;
    m_heard.append(*frame);
    m_waiting.append(*frame);
    if (const auto rule = m_rules.value(frame->type))
        rule(frame->body);
}

bool ScriptedServer::sayBytes(const QByteArray &bytes)
{
    return m_desk && m_desk->sendBinaryMessage(bytes) == bytes.size();
}

// Wrong on purpose: the desk must refuse text frames.
bool ScriptedServer::sayText(const QString &text) { return m_desk && m_desk->sendTextMessage(text) > 0; }

bool ScriptedServer::sayScope(const QString &scope, const std::vector<protocol::Change> &rows, const QString &cursor)
{
    return say(protocol::Snapshot{scope, 0, true, rows, cursor});
}

bool ScriptedServer::accept(const CommandId &command, const QJsonObject &data)
{
    return say(protocol::CommandResult{command, data});
}

bool ScriptedServer::refuse(const CommandId &command, ErrorCode code, const QString &detail)
{
    return say(protocol::Refused{command, wireName(code), detail});
}

void ScriptedServer::hangUp()
{
    if (m_desk)
        m_desk->abort();
    m_desk.clear();
}

void ScriptedServer::goAway()
{
    m_server.close();
    hangUp();
}

bool ScriptedServer::comeBack()
{
    const bool isListening = m_server.listen(QHostAddress::LocalHost, m_port);
    m_port = m_server.serverPort();
    return isListening;
}

protocol::Frame ScriptedServer::next(const QString &type, int timeoutMs)
{
    protocol::Frame found;
    const auto take = [&] {
        for (qsizetype i = 0; i < m_waiting.size(); ++i)
            if (m_waiting[i].type == type) {
                found = m_waiting.takeAt(i);
                return true;
            }
        return false;
    };
    // An empty frame after the time is the answer; the caller compares it.
    [[maybe_unused]] const bool inTime = QTest::qWaitFor(take, timeoutMs);
    return found;
}

} // namespace bangban::tests
