// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/live/live.h"
#include "server/setup/first_start.h"
#include "server/writer/writer.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_place.h"

#include <QTemporaryDir>
#include <QTest>

namespace bangban::tests {

/// The real office on a real database with the sample data; only time is the test's. Commands go through the same
/// door as those of the wire.
class OfficeFixture {
public:
    /// \param start  ISO 8601 with offset; a working Monday morning if nothing else is said
    explicit OfficeFixture(const QString &start = QStringLiteral("2026-11-23T10:00:00+08:00"));
    ~OfficeFixture();

    ManualClock clock;
    QTemporaryDir folder;
    server::RecordPlace place = recordIn(folder);
    std::unique_ptr<server::Store> store;
    std::unique_ptr<server::Office> office;

    /// Sends a command as the actor and commits; fills in a fresh cmd_id if there is none.
    template<protocol::Described T>
    Result<QJsonObject> send(const server::Actor &actor, T command)
    {
        if (command.cmdId.isEmpty())
            command.cmdId = newCommandId();
        return sendFrame(actor, {protocol::wireName<T>(), protocol::toJson(command)});
    }
    Result<QJsonObject> sendFrame(const server::Actor &actor, const protocol::Frame &frame);

    server::Actor staff(const QString &id) { return office->actorOf(StaffId(id)); }
    /// A citizen with a page token of their own.
    server::Actor citizen();
    /// On line and ready, as after 开始接单.
    server::Actor ready(const QString &id);
    /// Lets time pass in ticks, as the server does.
    void pass(std::chrono::milliseconds time);
    /// Asks for a person and gives the request's row back.
    protocol::RequestRow ask(const server::Actor &citizen, const QString &words, const QString &item = {},
                             const QString &phone = {});
    protocol::RequestRow request(const RequestId &id);
    std::vector<protocol::OfferRow> openOffers();
    protocol::StaffRow staffRow(const QString &id);
    QString timers(const RequestId &id); ///< "first_response hit; transfer_response running", in order of start
    /// Claims, and answers with the words.
    void answer(const server::Actor &staff, const RequestId &id, const QString &words);

    /// Opens the same database again, as after a crash: what was not committed is gone.
    void reopen();

private:
    CommandId newCommandId();
    void open();
};

/// Internal where it was done.
inline ErrorCode codeOf(const Result<QJsonObject> &result) { return result ? ErrorCode::Internal : result.error().code; }

} // namespace bangban::tests

#define VERIFY_OK(call)                                                                                                \
    do {                                                                                                               \
        const auto okResult = (call);                                                                                  \
        QVERIFY2(okResult.has_value(), okResult ? "" : qPrintable(bangban::wireName(okResult.error().code) + QLatin1String(": ") + okResult.error().detail)); \
    } while (false)
#define VERIFY_REFUSED(call, expectedCode)                                                                             \
    do {                                                                                                               \
        const auto refusedResult = (call);                                                                             \
        QVERIFY(!refusedResult.has_value());                                                                           \
        QCOMPARE(QString(bangban::wireName(refusedResult.error().code)), QString(bangban::wireName(expectedCode)));    \
    } while (false)
