// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"

#include "core/protocol/messages.h"
#include "tests/support/wait_until.h"

#include <QHostAddress>
#include <QTimer>
#include <QtEndian>

namespace bangban::tests {

RawClient::RawClient(quint16 port)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &RawClient::read);
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!m_socket.waitForConnected(5000))
        qFatal("connect: %s", qPrintable(m_socket.errorString()));
}

RawClient::~RawClient() { m_socket.abort(); }

void RawClient::read()
{
    if (m_reads)
        m_received += m_socket.readAll();
}

void RawClient::write(const QByteArray &bytes) { m_socket.write(bytes); }

void RawClient::drip(const QByteArray &bytes, int everyMs)
{
    auto *timer = new QTimer(this);
    timer->callOnTimeout(this, [this, timer, rest = bytes]() mutable {
        if (rest.isEmpty() || !isOpen())
            return timer->stop();
        m_socket.write(rest.left(1));
        rest.remove(0, 1);
    });
    timer->start(everyMs);
}

QByteArray RawClient::upgradeHead()
{
    return "GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: "
        + QByteArray(protocol::kSubprotocol.data()) + "\r\n\r\n";
}

bool RawClient::upgrade()
{
    write(upgradeHead());
    const bool isUpgraded = waitFor("\r\n\r\n") && m_received.startsWith("HTTP/1.1 101");
    m_received.remove(0, m_received.indexOf("\r\n\r\n") + 4);
    return isUpgraded;
}

void RawClient::stopReading()
{
    m_reads = false;
    m_socket.setReadBufferSize(1);
}

void RawClient::stopReadingForGood()
{
    stopReading();
    m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 1024);
}

void RawClient::readAgain()
{
    m_reads = true;
    m_socket.setReadBufferSize(0);
    read();
}

bool RawClient::waitForClose(int timeoutMs)
{
    return waitUntil([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, timeoutMs);
}

bool RawClient::waitFor(const QByteArray &bytes, int timeoutMs)
{
    return waitUntil([&] { return m_received.contains(bytes); }, timeoutMs);
}

QByteArray RawFrame::bytes() const
{
    const quint64 length = saidLength >= 0 ? quint64(saidLength) : quint64(payload.size());
    QByteArray frame;
    frame += char((last ? 0x80 : 0) | (reserved << 4) | opcode);
    const char mask = masked ? char(0x80) : char(0);
    if (lengthBytes == 8 || length > 0xffff) {
        const quint64 big = qToBigEndian(length);
        frame += char(mask | 127);
        frame.append(reinterpret_cast<const char *>(&big), 8);
    } else if (lengthBytes == 2 || length > 125) {
        const quint16 big = qToBigEndian(quint16(length));
        frame += char(mask | 126);
        frame.append(reinterpret_cast<const char *>(&big), 2);
    } else {
        frame += char(mask | char(length));
    }
    if (masked)
        frame += QByteArray(4, '\0'); // a mask of zeros changes nothing
    return frame + payload;
}

} // namespace bangban::tests
