// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/codec.h"

#include "core/base/uuid7.h"

#include <QJsonDocument>
#include <QtEndian>

namespace bangban::protocol {
namespace {
constexpr qsizetype kChunkHead = 1 + 36 + 4;
constexpr int kMaxChunkNumber = int(kMaxFile / kChunkSize);
} // namespace

QByteArray encodeFrame(QLatin1String type, QJsonObject body)
{
    body.insert(QLatin1String("t"), QString(type));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Result<Frame> decode(const QByteArray &bytes)
{
    if (bytes.size() > kMaxMessage)
        return fail(ErrorCode::TooLarge, QString::number(bytes.size()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::BadMessage, error.errorString());
    QJsonObject body = document.object();
    const QString type = body.take(QLatin1String("t")).toString();
    if (type.isEmpty())
        return fail(ErrorCode::BadMessage, QStringLiteral("t is missing"));
    return Frame{type, std::move(body)};
}

bool isChunk(const QByteArray &frame) { return !frame.isEmpty() && frame[0] == kChunkMark; }

QByteArray encodeChunk(const Chunk &chunk)
{
    QByteArray frame;
    frame.reserve(kChunkHead + chunk.bytes.size());
    frame.append(kChunkMark);
    frame.append(chunk.file.value.toLatin1().leftJustified(36, ' ', true));
    const quint32 number = qToBigEndian(quint32(chunk.number));
    frame.append(reinterpret_cast<const char *>(&number), 4);
    frame.append(chunk.bytes);
    return frame;
}

Result<Chunk> decodeChunk(const QByteArray &frame)
{
    if (!isChunk(frame) || frame.size() <= kChunkHead)
        return fail(ErrorCode::BadMessage, QStringLiteral("chunk head"));
    if (frame.size() > kChunkHead + kChunkSize)
        return fail(ErrorCode::TooLarge, QString::number(frame.size()));
    Chunk chunk;
    chunk.file.value = QString::fromLatin1(frame.mid(1, 36));
    const quint32 number = qFromBigEndian<quint32>(frame.constData() + 37);
    if (!isUuid7(chunk.file.value) || number >= quint32(kMaxChunkNumber))
        return fail(ErrorCode::BadMessage, QStringLiteral("chunk head"));
    chunk.number = int(number);
    chunk.bytes = frame.mid(kChunkHead);
    return chunk;
}

} // namespace bangban::protocol
