// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFile>

#include <memory>

namespace bangban::client {

/// An attachment on its way, sealed piece by piece, so that an upload goes on anywhere without reading all of it. A piece
/// opens only at its own place in its own file (by name).
class SealedFile {
public:
    /// Written whole or not at all. \errors BadFile if it cannot be written
    static Result<void> write(const QByteArray &key, const QString &path, const QByteArray &bytes);
    /// \errors BadFile if it is not there
    static Result<std::unique_ptr<SealedFile>> open(const QByteArray &key, const QString &path);

    [[nodiscard]] qint64 size() const; ///< of the bytes inside
    /// \errors RecordDamaged, BadFile
    Result<QByteArray> piece(int number);

private:
    SealedFile(QByteArray key, const QString &path) : m_key(std::move(key)), m_file(path) {}

    QByteArray m_key;
    QFile m_file;
};

/// Seals a file that lies there plain. \errors BadFile
Result<void> sealFile(const QByteArray &key, const QString &path);

} // namespace bangban::client
