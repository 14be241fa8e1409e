// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/files.h"

#include <QCryptographicHash>

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

struct Kind {
    QLatin1String type;
    QByteArrayView magic; ///< at `offset`; empty: not checked
    bool picture = false;
    bool isForEntries = false; ///< and not for conversations
    int offset = 0;
};
constexpr Kind kKinds[] = {
    {"image/png"_L1, "\x89PNG\r\n", true},
    {"image/jpeg"_L1, "\xff\xd8\xff", true},
    {"image/gif"_L1, "GIF8", true},
    {"image/webp"_L1, "RIFF", true},
    {"application/pdf"_L1, "%PDF", false},
    {"text/plain"_L1, "", false},
    {"application/zip"_L1, "PK", false},
    {"application/msword"_L1, "", false},
    {"application/vnd.ms-excel"_L1, "", false},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_L1, "PK", false},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_L1, "PK", false},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation"_L1, "PK", false},
    {"application/ofd"_L1, "PK", false},
    {"video/mp4"_L1, "ftyp", false, true, 4},
    {"video/webm"_L1, "\x1a\x45\xdf\xa3", false, true},
    {"audio/mpeg"_L1, "ID3", false, true},
    {"audio/mpeg"_L1, "\xff\xfb", false, true}, // MPEG-1 layer III, without and with a check sum; MPEG-2
    {"audio/mpeg"_L1, "\xff\xfa", false, true},
    {"audio/mpeg"_L1, "\xff\xf3", false, true},
    {"audio/mpeg"_L1, "\xff\xf2", false, true},
    {"audio/mp4"_L1, "ftyp", false, true, 4},
    {"audio/ogg"_L1, "OggS", false, true},
    {"audio/wav"_L1, "RIFF", false, true},
};

const Kind *kindOf(const QString &type)
{
    const auto found = std::ranges::find(kKinds, type, &Kind::type);
    return found == std::end(kKinds) ? nullptr : &*found;
}

/// Whether the first bytes are what the type says; one type may begin in several ways.
bool isOfType(const QByteArray &bytes, const QString &type)
{
    return std::ranges::any_of(kKinds, [&](const Kind &kind) { return type == kind.type && QByteArrayView(bytes).sliced(std::min<qsizetype>(kind.offset, bytes.size())).startsWith(kind.magic); });
}

bool isSha256(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

bool isPicture(const QString &type)
{
    const Kind *kind = kindOf(type);
    return kind && kind->picture;
}

bool isAcceptedType(const QString &type)
{
    const Kind *kind = kindOf(type);
    return kind && !kind->isForEntries;
}

Result<void> Files::begin(const StoredFile &file, Instant now)
{
    if (file.size > protocol::kMaxFile)
        return fail(ErrorCode::TooLarge, QString::number(file.size));
    const bool isAccepted = file.entry.isEmpty() ? isAcceptedType(file.type) : std::ranges::count(protocol::kMediaTypes, file.type) > 0;
    if (file.size <= 0 || !isSha256(file.sha256) || !isAccepted || file.name.isEmpty())
        return fail(ErrorCode::BadFile, file.type);
    if (const auto present = find(file.id))
        return present->owner == file.owner && present->sha256 == file.sha256 && present->request == file.request && present->entry == file.entry
            ? Result<void>()
            : fail(ErrorCode::BadFile, file.id.value);
    const bool isOfEntry = !file.entry.isEmpty();
    TAKE(sum, m_store.database().run(isOfEntry ? u"SELECT COUNT(*), COALESCE(SUM(size), 0) FROM file WHERE owner = ? AND entry <> '' AND published = 0"_s
                                               : u"SELECT COUNT(*), COALESCE(SUM(size), 0) FROM file WHERE owner = ? AND request = ?"_s,
                                     isOfEntry ? QVariantList{file.owner} : QVariantList{file.owner, file.request.value}));
    const qint64 most = isOfEntry ? kMaxBytesUnpublished : kMaxBytesOfRequest;
    const bool isFull = sum->next()
        && (sum->value(0).toInt() >= (isOfEntry ? kMaxUnpublished : kMaxFilesOfRequest) || sum->value(1).toLongLong() + file.size > most);
    sum->finish();
    if (isFull)
        return fail(ErrorCode::TooLarge, QString::number(most));
    TRY(m_store.begin());
    TAKE(name, m_store.vault().seal(file.request.value, file.name.toUtf8(), placeOf("file", file.id.value)));
    TRY(m_store.database().run(u"INSERT INTO file(id, request, owner, chunks, complete, name, type, size, sha256, width, height, at, entry) "
                               "VALUES (?, ?, ?, 0, 0, ?, ?, ?, ?, 0, 0, ?, ?)"_s,
                               {file.id.value, file.request.value, file.owner, name, file.type, file.size,
                                file.sha256, toMs(now), file.entry.value}));
    return {};
}

Result<StoredFile> Files::find(const FileId &id)
{
    TAKE(query, m_store.database().run(u"SELECT request, owner, chunks, complete, name, type, size, sha256, entry, published "
                                       "FROM file WHERE id = ?"_s, {id.value}));
    if (!query->next())
        return fail(ErrorCode::NotFound, id.value);
    StoredFile file{id, RequestId(query->value(0).toString()), query->value(1).toString(), query->value(2).toInt(),
                    query->value(3).toInt() != 0, {}, query->value(5).toString(), query->value(6).toLongLong(),
                    query->value(7).toString(), EntryId(query->value(8).toString()), query->value(9).toInt() != 0};
    const QByteArray sealed = query->value(4).toByteArray();
    query->finish();
    TAKE(name, m_store.vault().unseal(file.request.value, sealed, placeOf("file", id.value)));
    file.name = QString::fromUtf8(name);
    return file;
}

Result<StoredFile> Files::addChunk(const protocol::Chunk &chunk, const QString &owner)
{
    TAKE(file, find(chunk.file));
    if (file.owner != owner)
        return fail(ErrorCode::NotFound, chunk.file.value);
    if (chunk.number < file.chunks || file.complete)
        return file;
    const qint64 rest = file.size - qint64(chunk.number) * protocol::kChunkSize;
    if (chunk.number > file.chunks || chunk.bytes.size() != std::min<qint64>(rest, protocol::kChunkSize))
        return fail(ErrorCode::BadFile, chunk.file.value);
    TRY(m_store.begin());
    TAKE(sealed, m_store.vault().seal(file.request.value, chunk.bytes, placeOf("file_chunk", file.id.value, chunk.number)));
    TRY(m_store.database().run(u"INSERT INTO file_chunk VALUES (?, ?, ?)"_s, {file.id.value, chunk.number, sealed}));
    ++file.chunks;
    TRY(m_store.database().run(u"UPDATE file SET chunks = ? WHERE id = ?"_s, {file.chunks, file.id.value}));
    return file;
}

Result<StoredFile> Files::finish(const FileId &id, const QString &owner)
{
    TAKE(file, find(id));
    if (file.owner != owner)
        return fail(ErrorCode::NotFound, id.value);
    if (file.complete)
        return file;
    if (file.chunks != file.chunksWanted())
        return fail(ErrorCode::BadFile, u"chunks"_s);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int number = 0; number < file.chunks; ++number) {
        TAKE(bytes, chunk(file, number));
        if (number == 0 && !isOfType(bytes, file.type))
            return fail(ErrorCode::BadFile, file.type);
        hash.addData(bytes);
    }
    if (QString::fromLatin1(hash.result().toHex()) != file.sha256)
        return fail(ErrorCode::BadFile, u"sha256"_s);
    TRY(m_store.begin());
    TRY(m_store.database().run(u"UPDATE file SET complete = 1 WHERE id = ?"_s, {id.value}));
    file.complete = true;
    return file;
}

Result<QByteArray> Files::chunk(const StoredFile &file, int number)
{
    TAKE(query, m_store.database().run(u"SELECT bytes FROM file_chunk WHERE file = ? AND number = ?"_s, {file.id.value, number}));
    if (!query->next())
        return fail(ErrorCode::NotFound, file.id.value);
    const QByteArray sealed = query->value(0).toByteArray();
    query->finish();
    return m_store.vault().unseal(file.request.value, sealed, placeOf("file_chunk", file.id.value, number));
}

Result<void> Files::publish(const FileId &id)
{
    return m_store.database().run(u"UPDATE file SET published = 1 WHERE id = ?"_s, {id.value}).map([](auto) {});
}

Result<std::vector<FileId>> Files::unpublished(Instant before)
{
    TAKE(query, m_store.database().run(u"SELECT id FROM file WHERE entry <> '' AND published = 0 AND at < ?"_s, {toMs(before)}));
    std::vector<FileId> files;
    while (query->next())
        files.emplace_back(query->value(0).toString());
    query->finish();
    return files;
}

Result<void> Files::drop(const FileId &id)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"DELETE FROM file_chunk WHERE file = ?"_s, {id.value}));
    return m_store.database().run(u"DELETE FROM file WHERE id = ?"_s, {id.value}).map([](auto) {});
}

} // namespace bangban::server
