// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/net/connection.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"
#include "tests/sim/dice.h"
#include "tests/sim/history.h"

#include <QPointer>
#include <QTimer>

namespace bangban::sim {

using std::chrono::milliseconds;

/// A citizen's page, as server/web/js has it: commands are written down, sent one at a time in each lane until they are
/// answered, and sent again word for word on the next line; rows are kept from the cursor on.
class PagePerson final : public QObject {
public:
    /// \param name  of the person; in History::Said::who
    PagePerson(QString name, client::Dial dial, Dice dice, const Clock &clock, History &history);
    ~PagePerson() override;

    void open();
    /// The tab is loaded anew: what was written down is kept, the rest is gone.
    void reload();

    void ask(const ItemId &item, const QString &text);
    void say(const QString &text);
    void withdraw();
    void rate(bool solved);
    /// Everything unanswered goes out once more, as from a second tab or a nervous finger.
    void sendTwice();

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] RequestId request() const { return m_request; }
    [[nodiscard]] QString state() const { return m_rows.value({QStringLiteral("request"), m_request.value})[QLatin1String("state")].toString(QStringLiteral("waiting")); }
    [[nodiscard]] CitizenId citizen() const { return CitizenId(m_token.section(QLatin1Char('.'), 0, 0)); }
    [[nodiscard]] bool isIdle() const { return m_isIn && m_entries.isEmpty(); }
    [[nodiscard]] int waiting() const { return int(m_entries.size()); } ///< commands without an answer
    [[nodiscard]] int said() const { return m_said; }                   ///< of this request
    [[nodiscard]] bool hasAsked() const { return !m_request.isEmpty(); }
    /// "entity id row", as HistoryCheck compares them.
    [[nodiscard]] QStringList rows() const;

private:
    using Key = std::pair<QString, QString>;
    struct Entry {
        CommandId id;
        RequestId request;
        QByteArray frame;
        bool isSent = false;
        bool isAgain = false; ///< was confirmed by a record that went back since
    };
    template<protocol::Described T>
    CommandId write(T command);
    void dial();
    void lost();
    void push();
    void hear(const QByteArray &bytes);
    void answered(const CommandId &id, const std::optional<Error> &error);
    void takeSnapshot(const protocol::Snapshot &piece);
    void takeBatch(const protocol::Batch &batch);
    void put(const QString &scope, const protocol::Change &change);
    void resume();
    template<protocol::Described T>
    void send(const T &message)
    {
        if (m_line)
            m_line->send(protocol::encode(message));
    }

    QString m_name;
    client::Dial m_dialServer;
    Dice m_dice;
    const Clock &m_clock;
    History &m_history;
    QPointer<wire::Channel> m_line;
    QTimer m_redial;
    QTimer m_beat;
    milliseconds m_heard{0};
    int m_said = 0;
    bool m_isIn = false;

    QString m_token; ///< kept
    QList<Entry> m_entries; ///< kept
    QList<Entry> m_done;    ///< kept
    QString m_epoch;        ///< kept
    RequestId m_request; ///< kept
    QHash<Key, QJsonObject> m_rows;
    QHash<Key, QString> m_scopeOf;
    QHash<QString, QString> m_cursors;
    QHash<QString, qint64> m_through;
    QHash<QString, std::vector<protocol::Change>> m_pieces;
};

} // namespace bangban::sim
