// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/file_lane.h"

#include "client/sync/outbox_run.h"
#include "core/base/uuid7.h"

#include <QFileInfo>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUnanswered = 4; ///< chunks on their way; PROTOCOL.md, Files

constexpr int kTries = 5;
constexpr int kTryAgainMs = 1000;
constexpr qsizetype kLongestName = 60; ///< a file system counts bytes: three each, and the id stands before them

/// A name from outside never leads out of the folder.
QString safeName(const QString &name)
{
    QString last = QFileInfo(name).fileName();
    if (last.size() > kLongestName) {
        const QString suffix = u'.' + QFileInfo(last).suffix().left(10);
        last = last.left(kLongestName - suffix.size()) + suffix;
    }
    QString safe;
    for (const QChar c : last)
        safe.append(c.isPrint() && !u"/\\:*?\"<>|"_s.contains(c) ? c : u'_');
    return safe.isEmpty() || safe.startsWith(u'.') ? u"file"_s + safe : safe;
}

} // namespace

FileLane::FileLane(std::function<bool(const QByteArray &)> send, QObject *parent) : QObject(parent), m_send(std::move(send))
{
    m_again.setSingleShot(true);
    m_again.setInterval(kTryAgainMs);
    connect(&m_again, &QTimer::timeout, this, &FileLane::goOn);
}

void FileLane::setFolders(const QString &outgoing, const QString &shown, const QByteArray &key)
{
    m_outgoing = outgoing;
    m_shown = shown;
    m_key = key;
    m_uploads.clear();
    m_downloads.clear();
}

void FileLane::setOnline(bool online)
{
    m_online = online;
    m_again.stop();
    goOn();
}

void FileLane::goOn()
{
    for (auto it = m_uploads.begin(); it != m_uploads.end(); ++it) {
        (*it)->stored = -1;
        if (m_online && !(*it)->complete)
            m_send(protocol::encode(protocol::FileStatus{it.key()}));
    }
    const auto wanted = m_downloads.keys();
    for (const FileId &file : wanted)
        ask(file);
}

Result<void> FileLane::keep(const FileId &file, const QByteArray &bytes)
{
    return SealedFile::write(m_key, m_outgoing + u'/' + file.value, bytes);
}

bool FileLane::isUploaded(const FileId &file)
{
    auto found = m_uploads.find(file);
    if (found == m_uploads.end()) {
        auto upload = std::make_shared<Upload>();
        auto bytes = SealedFile::open(m_key, m_outgoing + u'/' + file.value);
        // Bytes that are gone make the server say which: the file is not complete, and its message is refused in words.
        if (!bytes)
            return true;
        upload->bytes = std::move(*bytes);
        found = m_uploads.insert(file, upload);
        if (m_online)
            m_send(protocol::encode(protocol::FileStatus{file}));
    }
    return (*found)->complete;
}

void FileLane::forget(const FileId &file)
{
    m_uploads.remove(file);
    QFile::remove(m_outgoing + u'/' + file.value);
}

void FileLane::take(const protocol::FileState &state)
{
    const auto upload = m_uploads.value(state.file);
    if (!upload)
        return;
    const qint64 size = upload->bytes->size();
    if (upload->stored < 0)
        upload->next = state.chunks;
    else if (state.chunks > upload->stored)
        upload->refusals = 0;
    upload->stored = std::max(upload->stored, state.chunks);
    const qint64 done = std::min(size, qint64(upload->stored) * protocol::kChunkSize);
    emit progressed(state.file, done, size);
    if (done < size && !state.complete)
        return sendChunks(state.file, *upload);
    upload->complete = true;
    emit uploaded(state.file);
}

void FileLane::sendChunks(const FileId &file, Upload &upload)
{
    const qint64 size = upload.bytes->size();
    while (upload.next - upload.stored < kUnanswered && qint64(upload.next) * protocol::kChunkSize < size) {
        const auto piece = upload.bytes->piece(upload.next);
        if (!piece) { // as if the bytes were gone
            upload.complete = true;
            return emit uploaded(file);
        }
        if (!m_send(protocol::encodeChunk({file, upload.next, *piece})))
            return;
        ++upload.next;
    }
}

void FileLane::fetch(const FileId &file, const QString &name, qint64 size)
{
    // The id becomes a part of the path, too.
    if (!isUuid7(file.value) || size <= 0 || m_shown.isEmpty())
        return emit failed(file, {ErrorCode::BadFile, file.value});
    const QString path = m_shown + u'/' + file.value + u'-' + safeName(name);
    if (QFileInfo(path).size() == size)
        return emit ready(file, path);
    if (m_downloads.contains(file))
        return;
    auto download = std::make_shared<Download>();
    download->path = path;
    download->size = size;
    download->part = std::make_unique<QFile>(path + u".part"_s);
    if (!download->part->open(QIODevice::WriteOnly))
        return emit failed(file, {ErrorCode::BadFile, download->part->errorString()});
    m_downloads.insert(file, download);
    ask(file);
}

void FileLane::ask(const FileId &file)
{
    if (m_online)
        m_send(protocol::encode(protocol::FileGet{file, m_downloads.value(file)->next}));
}

void FileLane::fail(const FileId &file, const QString &why)
{
    if (const auto download = m_downloads.take(file))
        download->part->remove();
    emit failed(file, {ErrorCode::BadFile, why});
}

void FileLane::take(const protocol::Chunk &chunk)
{
    const auto download = m_downloads.value(chunk.file);
    if (!download || chunk.number != download->next)
        return;
    if (chunk.bytes.size() != std::min<qint64>(protocol::kChunkSize, download->size - download->part->pos()))
        return fail(chunk.file, u"length"_s);
    if (download->part->write(chunk.bytes) != chunk.bytes.size())
        return fail(chunk.file, download->part->errorString());
    ++download->next;
    emit progressed(chunk.file, download->part->pos(), download->size);
    if (download->part->pos() < download->size)
        return ask(chunk.file);
    download->part->close();
    m_downloads.remove(chunk.file);
    QFile::remove(download->path);
    if (download->part->rename(download->path))
        emit ready(chunk.file, download->path);
    else
        emit failed(chunk.file, {ErrorCode::BadFile, download->part->errorString()});
}

void FileLane::refused(const Error &error)
{
    const FileId named(error.detail);
    QList<FileId> givenUp;
    for (auto it = m_uploads.begin(); it != m_uploads.end(); ++it) {
        Upload &upload = **it;
        // After one chunk that was too many, those behind it are refused as out of order.
        const bool isConcerned = !upload.complete && (it.key() == named || upload.next > upload.stored);
        if (!isConcerned)
            continue;
        upload.complete = !isPassing(error.code) && ++upload.refusals > kTries;
        if (upload.complete)
            givenUp.append(it.key());
        else if (!m_again.isActive())
            m_again.start();
    }
    for (const FileId &file : givenUp)
        emit uploaded(file);
    if (isPassing(error.code)) {
        if (!m_downloads.isEmpty() && !m_again.isActive())
            m_again.start();
        return;
    }
    const auto failing = m_downloads.contains(named) ? QList{named} : m_uploads.contains(named) ? QList<FileId>() : m_downloads.keys();
    for (const FileId &file : failing) {
        m_downloads.take(file)->part->remove();
        emit failed(file, error);
    }
}

} // namespace bangban::client
