// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/web_channel.h"

#include <QHostAddress>
#include <QNetworkRequest>
#include <QUrl>
#include <QWebSocket>

namespace bangban::wire {

WebChannel::WebChannel(QWebSocket *socket, qint64 maxMessage) : m_socket(socket)
{
    socket->setParent(this);
    socket->setMaxAllowedIncomingMessageSize(quint64(maxMessage));
    socket->setMaxAllowedIncomingFrameSize(quint64(maxMessage));
    connect(socket, &QWebSocket::connected, this, &Channel::opened);
    connect(socket, &QWebSocket::binaryMessageReceived, this, &Channel::received);
    connect(socket, &QWebSocket::textMessageReceived, this, &Channel::receivedText);
    connect(socket, &QWebSocket::bytesWritten, this, &Channel::written);
    connect(socket, &QWebSocket::disconnected, this, [this] { emit closed(m_socket->closeReason()); });
}

WebChannel *WebChannel::dial(const QUrl &url, QLatin1String subprotocol, qint64 maxMessage)
{
    auto *socket = new QWebSocket;
    auto *channel = new WebChannel(socket, maxMessage);
    // One that was never connected tells of its end in this way only.
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), channel,
            [channel, socket] { emit channel->closed(socket->errorString()); });
    QNetworkRequest request(url);
    request.setRawHeader("Sec-WebSocket-Protocol", QByteArray(subprotocol.data(), subprotocol.size()));
    socket->open(request);
    return channel;
}

bool WebChannel::send(const QByteArray &message) { return m_socket->sendBinaryMessage(message) == message.size(); }

qint64 WebChannel::unsentBytes() const { return m_socket->bytesToWrite(); }

QString WebChannel::peer() const { return m_socket->peerAddress().toString(); }

void WebChannel::close(const QString &why) { m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, why); }

void WebChannel::abort() { m_socket->abort(); }

} // namespace bangban::wire
