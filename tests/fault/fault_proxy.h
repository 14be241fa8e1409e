// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpSocket;

namespace bangban::tests {

/// A wire between clients and a server on the loopback address, which breaks as it is told: for the bytes of one connection
/// or of all.
class FaultProxy final : public QObject {
    Q_OBJECT
public:
    /// \param server  where it listens now; 0 while it is away
    explicit FaultProxy(std::function<quint16()> server);
    ~FaultProxy() override;

    [[nodiscard]] QUrl url() const;

    // ---- one connection, chosen by the number
    void cutAfter(int choice, int bytes);              ///< in the middle of whatever stands there
    void makeHole(int choice, int forMs);              ///< half-open: nothing gets through, nobody is told
    void drip(int choice, int forMs);                  ///< one byte a second, both ways
    void delay(int choice, int byMs, int forMs);
    void replay(int choice);                           ///< what its client said is said once more on a connection of its own
    // ---- all
    void cutAll();
    void heal();

private:
    struct Line;
    void accept(QTcpSocket *client);
    void pass(Line &line, bool toServer);
    void send(Line &line, bool toServer, const QByteArray &bytes);
    void holdBack(Line *line, bool Line::*how, int forMs);
    void drop(Line *line);
    void free(Line *line);
    [[nodiscard]] Line *lineOf(int choice);
    [[nodiscard]] Line *wholeLineOf(int choice);

    std::function<quint16()> m_server;
    QTcpServer m_listener;
    QList<Line *> m_lines; ///< oldest first
    QTimer m_second;
};

} // namespace bangban::tests
