// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace bangban::wire {

/// What carries messages between two programs: whole, in order, binary, until it is gone. A WebSocket in the product; tests
/// put a line in its place that is cut where they want.
class Channel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// \returns false if the message was not taken
    virtual bool send(const QByteArray &message) = 0;
    /// Bytes that were handed over and are not on their way yet.
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;
    [[nodiscard]] virtual QString peer() const = 0; ///< address of the other side
    virtual void close(const QString &why) = 0; ///< says why, sends what is left, ends
    virtual void abort() = 0;                   ///< ends at once

signals:
    void opened();
    void received(const QByteArray &message);
    void receivedText(); ///< what nobody sends who knows the protocol
    void written();      ///< unsentBytes() has become less
    void closed(const QString &why);
};

} // namespace bangban::wire
