// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/http_front.h"
#include "tests/fuzz/fuzz.h"

#include <array>

using namespace bangban;
using namespace bangban::server;
using namespace bangban::tests;

namespace {

void askFor(const HttpFront &front, const QByteArray &request)
{
    const HttpFront::Kind kind = HttpFront::kindOf(request);
    if (kind == HttpFront::Kind::WebSocket)
        (void)HttpFront::isFromOwnPage(request);
    if (kind != HttpFront::Kind::Http)
        return;
    const QByteArray answer = front.answer(request, [](const QString &path) { return path == QLatin1String("/health") ? std::optional(LivePage{"application/json", "{}"}) : std::nullopt; });
    static constexpr std::array<const char *, 5> statuses{"200", "304", "400", "404", "405"};
    hold(answer.startsWith("HTTP/1.1 "), "an answer begins as one");
    hold(std::any_of(statuses.begin(), statuses.end(), [&](const char *status) { return answer.mid(9, 3) == status; }),
         "the status is one of ours");
    // Whatever was asked for stands nowhere in the head: no line can be slipped in.
    const qsizetype end = answer.indexOf("\r\n\r\n");
    hold(end > 0 && answer.left(end).count("\r\n") <= 9, "the head has our lines only");
}

} // namespace

/// The reader of requests, and what is answered. Behind a first byte of 1 the rest is the target of a GET, behind a
/// first byte of 2 the headers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const HttpFront front;
    QByteArray bytes = bytesOf(data, size);
    if (bytes.startsWith('\x01'))
        bytes = "GET " + bytes.mid(1) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    else if (bytes.startsWith('\x02'))
        bytes = "GET /ws HTTP/1.1\r\n" + bytes.mid(1) + "\r\n\r\n";
    askFor(front, bytes.left(kMaxHead));
    return 0;
}
