// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/commands.h"

#include <QByteArray>

namespace bangban::protocol {

/// The wire name of a message, command or row type.
template<typename T>
constexpr QLatin1String wireName();

#define TO_SERVER(type, wire, since) template<> constexpr QLatin1String wireName<type>() { return QLatin1String(wire); }
#define TO_CLIENT(type, wire, since) TO_SERVER(type, wire, since)
#define COMMAND(type, wire, since, permission) TO_SERVER(type, wire, since)
#define ENTITY(type, wire, since) TO_SERVER(type, wire, since)
#include "core/protocol/messages.def"
#undef TO_SERVER
#undef TO_CLIENT
#undef COMMAND
#undef ENTITY

/// A message before its type is known: {"t": name, …}.
struct Frame {
    QString type;
    QJsonObject body;
};

/// One UTF-8 JSON object for one binary WebSocket message.
template<Described T>
QByteArray encode(const T &message);

/// \errors TooLarge above kMaxMessage, BadMessage if it is no JSON object with a "t"
Result<Frame> decode(const QByteArray &bytes);

QByteArray encodeFrame(QLatin1String type, QJsonObject body);

template<Described T>
QByteArray encode(const T &message)
{
    JsonWriter out;
    out.beginObject();
    out.key(QLatin1String("t"));
    out.text(wireName<T>());
    detail::writeFields(out, message, detail::kEveryField);
    out.endObject();
    return out.bytes();
}

/// A file chunk in its binary frame: 0x01, 36 bytes file id, 4 bytes chunk number (big endian), the bytes.
struct Chunk {
    FileId file;
    int number = 0;
    QByteArray bytes;
};
inline constexpr char kChunkMark = 0x01;
bool isChunk(const QByteArray &frame);
QByteArray encodeChunk(const Chunk &chunk);
/// \errors BadMessage, TooLarge above kChunkSize
Result<Chunk> decodeChunk(const QByteArray &frame);

} // namespace bangban::protocol
