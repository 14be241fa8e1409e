// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/hub.h"
#include "server/net/listener.h"
#include "server/setup/first_start.h"
#include "tests/support/record_place.h"
#include "tests/support/wire_client.h"

#include <QTemporaryDir>

namespace bangban::tests {

using namespace Qt::StringLiterals;

/// The real server in this process, on a free port of the loopback address.
struct Running {
    server::Limits limits;
    SteadyClock clock;
    QTemporaryDir folder;
    server::RecordPlace place = recordIn(folder);
    std::unique_ptr<server::Hub> hub;
    std::unique_ptr<server::Listener> listener;

    explicit Running(const server::Limits &theLimits = server::Limits::raised()) : limits(theLimits) { start(); }
    /// Another server of a record that lies in PostgreSQL.
    explicit Running(const server::RecordPlace &shared, std::chrono::milliseconds clockAhead = {})
        : limits(server::Limits::raised()), clock(clockAhead), place(shared)
    {
        start();
    }
    void start()
    {
        hub = std::make_unique<server::Hub>(clock, limits);
        const auto started = hub->start(place, [this](server::Store &store) -> Result<void> {
            TRY(server::fillWithSample(store, clock.now()));
            TRY(server::bringUp(store, clock.now()));
            return server::prepareDemo(store, clock.now());
        });
        if (!started)
            qFatal("start: %s", qPrintable(started.error().detail));
        listener = std::make_unique<server::Listener>(*hub);
        if (auto open = listener->listen(QHostAddress::LocalHost, 0); !open)
            qFatal("listen: %s", qPrintable(open.error().detail));
    }
    void stop()
    {
        listener.reset();
        hub.reset();
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(listener->port())); }
};

inline protocol::RequestAsk question(const QString &words)
{
    protocol::RequestAsk ask;
    ask.request = RequestId(WireClient::newId());
    ask.item = ItemId(u"IT004"_s);
    ask.purpose = domain::Purpose::Errand;
    ask.words.text = words;
    return ask;
}

} // namespace bangban::tests
