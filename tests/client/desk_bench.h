// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/workstation.h"
#include "tests/support/scripted_server.h"

#include <QTemporaryDir>
#include <QTest>

/// What every test of the workstation needs: an office that speaks by script, a desk at it, and what the desk told.
namespace bangban::tests {

inline const QString kDistrict = QStringLiteral("310100");
inline const RequestId kFirst(QStringLiteral("018f0000-0000-7000-8000-000000000001"));
inline const RequestId kSecond(QStringLiteral("018f0000-0000-7000-8000-000000000002"));

/// Tokens that outlive the desk, as the desktop's secret service does.
class SharedTokens final : public client::TokenStore {
public:
    using Sessions = QHash<QString, client::SavedSession>;
    explicit SharedTokens(std::shared_ptr<Sessions> sessions) : m_sessions(std::move(sessions)) {}
    void load(const QString &server, QObject *, std::function<void(client::SavedSession)> done) override
    {
        done(m_sessions->value(server));
    }
    void save(const QString &server, const client::SavedSession &session) override { m_sessions->insert(server, session); }
    void erase(const QString &server) override { m_sessions->remove(server); }

private:
    std::shared_ptr<Sessions> m_sessions;
};

inline protocol::StaffRow staffRow(const QString &id = QStringLiteral("SF001"))
{
    protocol::StaffRow row;
    row.id = StaffId(id);
    row.name = QStringLiteral("陈晓明");
    row.link = domain::Link::Online;
    return row;
}

inline protocol::RequestRow requestRow(const RequestId &id, const QString &owner = QStringLiteral("SF001"))
{
    protocol::RequestRow row;
    row.id = id;
    row.scope = kDistrict;
    row.state = domain::RequestState::Serving;
    row.owner = StaffId(owner);
    row.claimNo = 1;
    row.lastSeq = 1;
    return row;
}

inline protocol::MessageRow messageRow(const RequestId &request, int seq, const QString &words)
{
    protocol::MessageRow row;
    row.id = MessageId(request.value.left(34) + QStringLiteral("%1").arg(seq, 2, 10, QLatin1Char('0')));
    row.request = request;
    row.seq = seq;
    row.words.text = words;
    return row;
}

template<typename Row>
protocol::Change changeOf(const Row &row)
{
    QString id;
    if constexpr (std::is_same_v<decltype(row.id), QString>)
        id = row.id;
    else
        id = row.id.value;
    return {protocol::wireName<Row>(), id, protocol::toJson(row), {}};
}

/// Messages of the server that came of one that the desk sent.
inline protocol::MessageRow rowOf(const protocol::MessageSend &send, int seq)
{
    protocol::MessageRow row;
    row.id = send.message;
    row.request = send.request;
    row.seq = seq;
    row.kind = send.kind;
    row.sender = domain::Sender::Staff;
    row.staff = StaffId(QStringLiteral("SF001"));
    row.words = send.words;
    row.file = send.file;
    return row;
}

/// All that a feed said, as a screen would hold it.
class Screen final : public QObject {
    Q_OBJECT
public:
    explicit Screen(client::Feed &feed)
    {
        using client::Feed;
        connect(&feed, &Feed::lineChanged, this, [this](const client::Line &line) {
            if (lines.isEmpty() || lines.last().state != line.state)
                lines.append(line);
            now = line;
        });
        connect(&feed, &Feed::signedIn, this, [this](const client::Account &account) { accounts.append(account); });
        connect(&feed, &Feed::signInRefused, this, [this](const Error &error) { refusals.append(error); });
        connect(&feed, &Feed::signedOut, this, [this](const Error &error) { ends.append(error); });
        connect(&feed, &Feed::cleared, this, [this] {
            ++cleared;
            requests.clear();
            messages.clear();
            items.clear();
            entryDrafts.clear();
        });
        connect(&feed, &Feed::requestsChanged, this, [this](const QList<client::RequestRow> &rows) {
            for (const auto &row : rows)
                requests.insert(row.id, row);
        });
        connect(&feed, &Feed::requestsGone, this, [this](const QList<RequestId> &ids, const QString &reason) {
            for (const auto &id : ids)
                requests.remove(id);
            goneFor.append(reason);
        });
        connect(&feed, &Feed::messagesChanged, this, [this](const QList<client::MessageView> &views) {
            for (const auto &view : views)
                messages.insert(view.row.id, view);
        });
        connect(&feed, &Feed::messagesGone, this, [this](const QList<MessageId> &ids) {
            for (const auto &id : ids)
                messages.remove(id);
        });
        connect(&feed, &Feed::noticesChanged, this, [this](const QList<client::NoticeRow> &rows) { notices.append(rows); });
        connect(&feed, &Feed::itemsChanged, this, [this](const QList<client::ItemRow> &rows) {
            for (const auto &row : rows)
                items.insert(row.id, row);
        });
        connect(&feed, &Feed::offersChanged, this, [this](const QList<client::OfferRow> &rows) { offers.append(rows); });
        connect(&feed, &Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) { answers.append(answer); });
        connect(&feed, &Feed::draftLoaded, this,
                [this](const RequestId &request, const QString &text) { drafts.insert(request, text); });
        connect(&feed, &Feed::entryDraftsChanged, this, [this](const QList<client::EntryDraftRow> &rows) {
            for (const auto &row : rows)
                entryDrafts.insert(row.id, row);
        });
        connect(&feed, &Feed::entryDraftsGone, this, [this](const QStringList &ids) {
            for (const QString &id : ids)
                entryDrafts.remove(id);
        });
        connect(&feed, &Feed::fileReady, this, [this](const FileId &, const QString &path) { files.append(path); });
        connect(&feed, &Feed::fileFailed, this, [this](const FileId &, const Error &error) { fileErrors.append(error); });
    }

    /// The message with these words, or an empty view.
    [[nodiscard]] client::MessageView said(const QString &words) const
    {
        for (const auto &view : messages)
            if (view.row.words.text == words)
                return view;
        return {};
    }
    [[nodiscard]] QList<client::LineState> states() const
    {
        QList<client::LineState> states;
        for (const auto &line : lines)
            states.append(line.state);
        return states;
    }
    [[nodiscard]] std::optional<client::CommandAnswer> answerTo(const CommandId &command) const
    {
        for (const auto &answer : answers)
            if (answer.command == command)
                return answer;
        return std::nullopt;
    }

    QList<client::Line> lines; ///< where the state changed
    client::Line now;
    QList<client::Account> accounts;
    QList<Error> refusals;
    QList<Error> ends;
    int cleared = 0;
    QHash<RequestId, client::RequestRow> requests;
    QHash<MessageId, client::MessageView> messages;
    QHash<ItemId, client::ItemRow> items;
    QList<client::OfferRow> offers;
    QStringList goneFor;
    QList<client::CommandAnswer> answers;
    QHash<RequestId, QString> drafts;
    QHash<QString, client::EntryDraftRow> entryDrafts;
    QList<client::NoticeRow> notices;
    QStringList files;
    QList<Error> fileErrors;
};

/// What stays when a desk is killed: its folder and its tokens.
struct Home {
    QTemporaryDir folder;
    std::shared_ptr<SharedTokens::Sessions> tokens = std::make_shared<SharedTokens::Sessions>();
};

inline client::LineTimes quickTimes()
{
    client::LineTimes times;
    times.firstDelay = std::chrono::milliseconds(10);
    times.longestDelay = std::chrono::milliseconds(40);
    return times;
}

/// One run of the program.
struct Desk {
    client::Workstation station;
    Screen screen;

    explicit Desk(const Home &home, const Clock &clock, const client::LineTimes &times = quickTimes())
        : station({home.folder.path(), times}, clock, std::make_unique<SharedTokens>(home.tokens)), screen(station)
    {
    }
    bool comeIn(ScriptedServer &office)
    {
        station.connectTo(office.url());
        if (!QTest::qWaitFor([&] { return screen.now.state == client::LineState::Online; }))
            return false;
        station.signIn({QStringLiteral("chen"), {QStringLiteral("secret")}, domain::Presence::Busy});
        return QTest::qWaitFor([&] { return !screen.accounts.isEmpty(); });
    }
};

/// A desk that is signed in and holds two conversations of its own.
struct Bench {
    SteadyClock clock;
    Home home;
    ScriptedServer office;
    std::unique_ptr<Desk> desk;

    Bench()
    {
        office.keepOffice(staffRow());
        office.on<protocol::Resume>([this](const protocol::Resume &resume) {
            if (resume.cursors.isEmpty())
                office.sayScope(kDistrict,
                                {changeOf(requestRow(kFirst)), changeOf(requestRow(kSecond)),
                                 changeOf(messageRow(kFirst, 1, QStringLiteral("要增资")))},
                                QStringLiteral("cursor-1"));
        });
        restart();
        if (!desk->comeIn(office) || !QTest::qWaitFor([&] { return desk->screen.requests.size() == 2; }))
            qFatal("the desk did not come in");
    }
    void restart()
    {
        desk.reset();
        desk = std::make_unique<Desk>(home, clock);
    }
    [[nodiscard]] Screen &screen() const { return desk->screen; }
    [[nodiscard]] client::Workstation &station() const { return desk->station; }
};

} // namespace bangban::tests
