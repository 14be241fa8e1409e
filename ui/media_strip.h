// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QVBoxLayout;

namespace bangban::ui {

class ElidedLabel;

/// The pictures, videos, recordings, documents and links of an entry: to be opened, and while it is written, to be added, named and
/// taken out. A file is the draft's from the moment it was chosen; its bytes follow, also after a break or a restart. \source duty 67
class MediaStrip : public QWidget {
    Q_OBJECT
public:
    explicit MediaStrip(const Desk &desk, QWidget *parent = nullptr);

    void show(const EntryId &entry, const std::vector<client::EntryMedia> &media, bool isWritten);
    [[nodiscard]] const std::vector<client::EntryMedia> &media() const { return m_media; }
    void addFile(const QString &path);
    [[nodiscard]] bool isSending() const; ///< a file of this entry is on its way
    void addLink(const QString &address, const QString &title);
    /// "Picture 2 · Video"; empty for none
    [[nodiscard]] static QString summary(const std::vector<client::EntryMedia> &media);

signals:
    void changed(); ///< by the person
    void failed(const QString &words);

private:
    void refresh();
    void addRow(std::size_t at);
    void settle(const client::CommandAnswer &answer);
    void open(const client::EntryMedia &one);
    void chooseFiles();
    void askForLink();
    void showSize(const FileId &file, const QString &words = {}); ///< empty: as large as it is

    const Desk &m_desk;
    EntryId m_entry;
    std::vector<client::EntryMedia> m_media;
    bool m_isWritten = false;
    QHash<CommandId, client::EntryMedia> m_sending; ///< of every entry
    QHash<FileId, ElidedLabel *> m_sizes;
    FileId m_opened; ///< asked for by the person
    QVBoxLayout *m_rows;
    QWidget *m_tools;
};

} // namespace bangban::ui
