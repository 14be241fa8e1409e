// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace bangban::tests {

/// A socket that says what no client would: bytes as they are, WebSocket frames against the rules, or nothing.
class RawClient final : public QObject {
    Q_OBJECT
public:
    explicit RawClient(quint16 port);
    ~RawClient() override;

    void write(const QByteArray &bytes);
    /// One byte every `everyMs`, until all are said or the other side has had enough.
    void drip(const QByteArray &bytes, int everyMs);
    /// Asks for the WebSocket as a client should and waits for the 101.
    [[nodiscard]] bool upgrade();
    /// Takes nothing from the socket any more, until it reads again.
    void stopReading();
    void readAgain();
    /// The same with the smallest buffer that the system allows, which it never makes larger again.
    void stopReadingForGood();

    [[nodiscard]] bool waitForClose(int timeoutMs = 5000);
    /// Waits until what came holds the bytes.
    [[nodiscard]] bool waitFor(const QByteArray &bytes, int timeoutMs = 5000);
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    void forget() { m_received.clear(); }
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    static QByteArray upgradeHead();

private:
    void read();

    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_reads = true;
};

/// A WebSocket frame, as right or wrong as one wants (RFC 6455, 5.2).
struct RawFrame {
    int opcode = 2;
    QByteArray payload{};
    bool last = true;
    bool masked = true;
    int reserved = 0;       ///< the three bits
    int lengthBytes = 0;    ///< 0: as the length needs; 2 or 8: that form
    qint64 saidLength = -1; ///< if it is not the payload's
    [[nodiscard]] QByteArray bytes() const;
};

} // namespace bangban::tests
