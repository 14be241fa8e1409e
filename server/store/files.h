// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/codec.h"
#include "server/store/store.h"

namespace bangban::server {

struct StoredFile {
    FileId id;
    RequestId request;
    QString owner; ///< who sends it: a staff or citizen id
    int chunks = 0; ///< stored so far, from 0 without a gap
    bool complete = false;
    QString name;
    QString type;
    qint64 size = 0;
    QString sha256;
    EntryId entry; ///< of the knowledge base, instead of a request
    bool isPublished = false; ///< a version that held shows it: everybody may see it
    [[nodiscard]] int chunksWanted() const { return int((size + protocol::kChunkSize - 1) / protocol::kChunkSize); }
};

/// What one side may attach to one request; the page is open to everybody and the disk is not endless.
inline constexpr int kMaxFilesOfRequest = 50;
inline constexpr qint64 kMaxBytesOfRequest = 200LL * 1024 * 1024;
/// What one person may send for entries before it is published: two entries with all that one may show.
inline constexpr int kMaxUnpublished = 100;
inline constexpr qint64 kMaxBytesUnpublished = 2LL * protocol::kMostMedia * protocol::kMaxFile;

/// Attachments in chunk rows of the same database, so that a message and its file are backed up together.
class Files {
public:
    explicit Files(Store &store) : m_store(store) {}

    /// The same begin again is no error: an upload goes on. \errors BadFile; TooLarge for the file, or with it for all of
    /// this side's of the request, or of this person's that no version shows yet; Database
    Result<void> begin(const StoredFile &file, Instant now);
    /// \errors NotFound
    Result<StoredFile> find(const FileId &id);
    /// Stores the next chunk; one that is there already is ignored. \errors BadFile for a gap or a wrong length
    Result<StoredFile> addChunk(const protocol::Chunk &chunk, const QString &owner);
    /// Checks length, SHA-256 and, for pictures, that the bytes are what the type says. \errors BadFile
    Result<StoredFile> finish(const FileId &id, const QString &owner);
    /// \errors NotFound
    Result<QByteArray> chunk(const StoredFile &file, int number);
    /// From now on everybody may see it. \errors Database
    Result<void> publish(const FileId &id);
    /// Files of entries that were never published, begun before `before`. \errors Database
    Result<std::vector<FileId>> unpublished(Instant before);
    Result<void> drop(const FileId &id);

private:
    Store &m_store;
};

/// Pictures that are shown in the conversation; SVG is not among them.
bool isPicture(const QString &type);
/// What may be attached to a conversation at all; an entry takes protocol::kMediaTypes.
bool isAcceptedType(const QString &type);

} // namespace bangban::server
