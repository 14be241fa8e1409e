// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/sealed_file.h"
#include "core/protocol/codec.h"

#include <QFile>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace bangban::client {

/// The bytes of attachments, both ways, beside the messages: an upload goes on after a break or a restart where the
/// server says that it stands, a download from the chunk that is missing.
class FileLane : public QObject {
    Q_OBJECT
public:
    explicit FileLane(std::function<bool(const QByteArray &)> send, QObject *parent = nullptr);

    /// \param outgoing  folder of the account for what is being sent, sealed with `key`; empty between accounts
    /// \param shown     folder in memory for what was fetched: other programs open these files, so they are not sealed
    void setFolders(const QString &outgoing, const QString &shown, const QByteArray &key);
    void setOnline(bool online);

    /// Keeps the bytes until the server has them. \errors BadFile if they cannot be written
    [[nodiscard]] Result<void> keep(const FileId &file, const QByteArray &bytes);
    /// True once the server has all bytes; begins or goes on sending otherwise.
    bool isUploaded(const FileId &file);
    void forget(const FileId &file); ///< finished or given up: the kept bytes go
    /// Fetches a file of a conversation; fileReady comes at once if it is here already.
    void fetch(const FileId &file, const QString &name, qint64 size);

    void take(const protocol::FileState &state);
    void take(const protocol::Chunk &chunk);
    /// A refusal that names no command, and perhaps a file in its detail: of a chunk or a download, if one is on its
    /// way. A passing one is asked again; a download else fails, an upload after some tries goes on to its finish, which
    /// the server refuses in words.
    void refused(const Error &error);

signals:
    void uploaded(const bangban::FileId &file);
    void progressed(const bangban::FileId &file, qint64 done, qint64 total);
    void ready(const bangban::FileId &file, const QString &path);
    void failed(const bangban::FileId &file, const bangban::Error &error);

private:
    struct Upload {
        std::unique_ptr<SealedFile> bytes;
        int next = 0;
        int stored = -1; ///< -1: the server was not asked yet
        int refusals = 0; ///< since the last progress
        bool complete = false;
    };
    struct Download {
        std::unique_ptr<QFile> part;
        QString path;
        qint64 size = 0;
        int next = 0;
    };
    void sendChunks(const FileId &file, Upload &upload);
    void ask(const FileId &file);
    void goOn(); ///< all of them, from where the server says
    void fail(const FileId &file, const QString &why);

    std::function<bool(const QByteArray &)> m_send;
    QString m_outgoing;
    QString m_shown;
    QByteArray m_key;
    bool m_online = false;
    QTimer m_again;
    QHash<FileId, std::shared_ptr<Upload>> m_uploads;
    QHash<FileId, std::shared_ptr<Download>> m_downloads;
};

} // namespace bangban::client
