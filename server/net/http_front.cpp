// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/http_front.h"

#include "core/crypto/secrets.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QUrl>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace bangban::server {

using namespace Qt::StringLiterals;
namespace http = boost::beast::http;

namespace {

constexpr int kBodyLimit = 1024 * 1024;

const QHash<QString, QByteArray> &types()
{
    static const QHash<QString, QByteArray> known{
        {u"html"_s, "text/html; charset=utf-8"}, {u"css"_s, "text/css; charset=utf-8"},
        {u"js"_s, "text/javascript; charset=utf-8"}, {u"svg"_s, "image/svg+xml"},
        {u"json"_s, "application/json; charset=utf-8"}, {u"webmanifest"_s, "application/manifest+json"}};
    return known;
}

/// Nothing from elsewhere runs on the page, and nobody frames it.
constexpr char kGuards[] = "Content-Security-Policy: default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; "
                           "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
                           "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
                           "Permissions-Policy: geolocation=()\r\n";

QByteArray reply(const QByteArray &status, const QByteArray &type, const QByteArray &body, bool headOnly,
                 const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n" + kGuards + more + "\r\n" + (headOnly ? QByteArray() : body);
}

/// The value of a header, lower case; empty if there is none.
QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const QByteArray lower = head.left(head.indexOf("\r\n\r\n")).toLower();
    const qsizetype start = lower.indexOf(QByteArray("\r\n" + name + ':'));
    if (start < 0)
        return {};
    const qsizetype from = start + name.size() + 3;
    return lower.mid(from, lower.indexOf("\r\n", from) - from).trimmed();
}

} // namespace

bool HttpFront::isFromOwnPage(const QByteArray &head)
{
    const QByteArray origin = headerOf(head, "origin");
    return origin.isEmpty() || origin == "http://" + headerOf(head, "host") || origin == "https://" + headerOf(head, "host");
}

HttpFront::HttpFront()
{
    QDirIterator files(u":/web"_s, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        // A resource of the program itself: it can only be missing if the build is broken, and then tests fail.
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray body = file.readAll();
        const QString suffix = path.section(u'.', -1);
        m_pages.insert(path.mid(5), {types().value(suffix, "application/octet-stream"), body,
                                     '"' + crypto::hash(body).toHex().left(16) + '"'});
    }
    m_pages.insert(u"/"_s, m_pages.value(u"/index.html"_s));
    m_pages.insert(u"/help"_s, m_pages.value(u"/index.html"_s));
}

HttpFront::Kind HttpFront::kindOf(const QByteArray &head)
{
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0)
        return head.size() >= kMaxHead ? Kind::TooLarge : Kind::Incomplete;
    const bool isWire = head.startsWith("GET /ws ") || head.startsWith("GET /ws?");
    return isWire && headerOf(head, "upgrade") == "websocket" ? Kind::WebSocket : Kind::Http;
}

QByteArray HttpFront::answer(const QByteArray &request, const LivePages &live) const
{
    http::request_parser<http::string_body> parser;
    parser.header_limit(kMaxHead);
    parser.body_limit(kBodyLimit);
    boost::beast::error_code error;
    parser.put(boost::asio::buffer(request.constData(), std::size_t(request.size())), error);
    if (error || !parser.is_header_done())
        return reply("400 Bad Request", "text/plain", "bad request\n", false);
    const auto &head = parser.get();
    const bool headOnly = head.method() == http::verb::head;
    if (head.method() != http::verb::get && !headOnly)
        return reply("405 Method Not Allowed", "text/plain", "GET or HEAD\n", false, "Allow: GET, HEAD\r\n");
    const QByteArray target(head.target().data(), qsizetype(head.target().size()));
    const QString path = QString::fromUtf8(QByteArray::fromPercentEncoding(target.left(target.indexOf('?') < 0
                                                                                          ? target.size()
                                                                                          : target.indexOf('?'))));
    if (const auto page = live(path))
        return reply(page->isWell ? "200 OK" : "503 Service Unavailable", page->type, page->body, headOnly, "Cache-Control: no-store\r\n");
    const auto page = m_pages.constFind(path);
    if (page == m_pages.constEnd() || page->body.isEmpty())
        return reply("404 Not Found", "text/plain", "not found\n", headOnly);
    const auto known = head.find(http::field::if_none_match);
    const QByteArray caching = "Cache-Control: no-cache\r\nETag: " + page->tag + "\r\n";
    if (known != head.end() && QByteArray(known->value().data(), qsizetype(known->value().size())) == page->tag)
        return reply("304 Not Modified", page->type, {}, true, caching);
    return reply("200 OK", page->type, page->body, headOnly, caching);
}

} // namespace bangban::server
