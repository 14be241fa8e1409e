// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/sealed_file.h"

#include "core/crypto/sealed.h"
#include "core/protocol/codec.h"

#include <QFileInfo>
#include <QSaveFile>

namespace bangban::client {
namespace {

constexpr qint64 kSealedPiece = protocol::kChunkSize + crypto::kSealedBytes;
QByteArray placeOf(const QString &path, int number) { return QFileInfo(path).fileName().toUtf8() + '/' + QByteArray::number(number); }

} // namespace

Result<void> SealedFile::write(const QByteArray &key, const QString &path, const QByteArray &bytes)
{
    QSaveFile kept(path);
    bool isWritten = kept.open(QIODevice::WriteOnly);
    for (int number = 0; isWritten && qint64(number) * protocol::kChunkSize < bytes.size(); ++number) {
        const QByteArray sealed = crypto::seal(key, bytes.mid(qsizetype(number) * protocol::kChunkSize, protocol::kChunkSize),
                                               placeOf(path, number));
        isWritten = kept.write(sealed) == sealed.size();
    }
    return isWritten && kept.commit() ? Result<void>() : fail(ErrorCode::BadFile, kept.errorString());
}

Result<std::unique_ptr<SealedFile>> SealedFile::open(const QByteArray &key, const QString &path)
{
    std::unique_ptr<SealedFile> file(new SealedFile(key, path));
    if (!file->m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadFile, file->m_file.errorString());
    return file;
}

qint64 SealedFile::size() const
{
    const qint64 pieces = (m_file.size() + kSealedPiece - 1) / kSealedPiece;
    return m_file.size() - pieces * crypto::kSealedBytes;
}

Result<QByteArray> SealedFile::piece(int number)
{
    if (!m_file.seek(number * kSealedPiece))
        return fail(ErrorCode::BadFile, m_file.errorString());
    return crypto::unseal(m_key, m_file.read(kSealedPiece), placeOf(m_file.fileName(), number));
}

Result<void> sealFile(const QByteArray &key, const QString &path)
{
    QFile plain(path);
    if (!plain.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadFile, plain.errorString());
    return SealedFile::write(key, path, plain.readAll());
}

} // namespace bangban::client
