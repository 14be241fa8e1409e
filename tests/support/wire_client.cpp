// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wire_client.h"

#include "core/base/clock.h"
#include "core/base/uuid7.h"
#include "tests/support/wait_until.h"

#include <QWebSocketHandshakeOptions>

namespace bangban::tests {

using namespace Qt::StringLiterals;

namespace {
QWebSocketHandshakeOptions handshake()
{
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QString(protocol::kSubprotocol)});
    return options;
}
} // namespace

WireClient::WireClient(const QUrl &url, const QString &origin) : m_socket(origin)
{
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        m_received += bytes;
        if (protocol::isChunk(bytes))
            m_chunks.append(bytes);
        else if (const auto frame = protocol::decode(bytes))
            m_frames.append(*frame);
    });
    m_socket.open(url, handshake());
}

WireClient::~WireClient() { m_socket.abort(); }

void WireClient::sendBytes(const QByteArray &bytes) { m_socket.sendBinaryMessage(bytes); }

void WireClient::sendText(const QString &text) { m_socket.sendTextMessage(text); }

void WireClient::forget()
{
    m_frames.clear();
    m_chunks.clear();
}

bool WireClient::isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

bool WireClient::waitForOpen(int timeoutMs)
{
    // Either it opens or it is turned away; it starts out as connecting.
    const auto isDecided = [this] {
        return m_socket.state() == QAbstractSocket::ConnectedState || m_socket.state() == QAbstractSocket::UnconnectedState;
    };
    return waitUntil(isDecided, timeoutMs) && m_socket.state() == QAbstractSocket::ConnectedState;
}

bool WireClient::waitForClose(int timeoutMs)
{
    return waitUntil([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, timeoutMs);
}

protocol::Frame WireClient::next(const QString &type, int timeoutMs)
{
    protocol::Frame found;
    const auto take = [&] {
        for (qsizetype i = 0; i < m_frames.size(); ++i)
            if (m_frames[i].type == type) {
                found = m_frames.takeAt(i);
                return true;
            }
        return false;
    };
    // An empty frame after the time is the answer; the caller compares it.
    [[maybe_unused]] const bool inTime = waitUntil(take, timeoutMs);
    return found;
}

QByteArray WireClient::nextChunk(int timeoutMs)
{
    const bool inTime = waitUntil([this] { return !m_chunks.isEmpty(); }, timeoutMs);
    return !inTime ? QByteArray() : m_chunks.takeFirst();
}

int WireClient::countOf(const QString &type) const
{
    return int(std::count_if(m_frames.begin(), m_frames.end(), [&](const auto &frame) { return frame.type == type; }));
}

QString WireClient::beCitizen(const QString &token)
{
    if (!waitForOpen())
        return {};
    send(protocol::Hello{u"test"_s, domain::Role::Citizen, token, {}});
    const auto welcome = next<protocol::Welcome>();
    return welcome.token.isEmpty() ? token : welcome.token;
}

bool WireClient::beStaff(const QString &login, const QString &password, const QString &newPassword)
{
    return !signIn(login, password, newPassword).isEmpty();
}

bool WireClient::greet()
{
    if (!waitForOpen())
        return false;
    send(protocol::Hello{u"test"_s, domain::Role::Agent, {}, {}});
    return !next(protocol::wireName<protocol::Welcome>()).type.isEmpty();
}

QString WireClient::signIn(const QString &login, const QString &password, const QString &newPassword)
{
    if (!greet())
        return {};
    send(protocol::SignIn{login, {password}, domain::Presence::Busy, {}, {newPassword}});
    return next<protocol::SignedIn>().token;
}

QStringList WireClient::takeSnapshots(QList<protocol::Change> *rows)
{
    send(protocol::Resume{});
    QStringList cursors;
    while (cursors.size() < 2) {
        const auto piece = next<protocol::Snapshot>();
        if (piece.scope.isEmpty())
            return {};
        if (rows)
            rows->append(QList<protocol::Change>(piece.rows.begin(), piece.rows.end()));
        if (piece.last)
            cursors.append(piece.cursor);
    }
    return cursors;
}

Result<QJsonObject> WireClient::answerTo(const CommandId &id)
{
    Result<QJsonObject> answer = fail(ErrorCode::Unreachable);
    [[maybe_unused]] const bool inTime = waitUntil(
        [&] {
            for (qsizetype i = 0; i < m_frames.size(); ++i) {
                if (m_frames[i].body["cmd_id"_L1].toString() != id.value)
                    continue;
                const protocol::Frame frame = m_frames.takeAt(i);
                if (frame.type == protocol::wireName<protocol::CommandResult>())
                    answer = frame.body["data"_L1].toObject();
                else
                    answer = fail(errorCodeFromWire(frame.body["code"_L1].toString()).value_or(ErrorCode::Internal),
                                  frame.body["detail"_L1].toString());
                return true;
            }
            return false;
        },
        5000);
    return answer;
}

CommandId WireClient::newCommandId() { return CommandId(newId()); }

QString WireClient::newId() { return makeUuid7(wallClockNow()); }

} // namespace bangban::tests
