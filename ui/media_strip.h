// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace bangban::ui {

/// The pictures, videos, recordings, documents and links of an entry: to be opened, and while it is written, to be added, named and
/// taken out. A file belongs to the entry when the server has it whole. \source duty 67
class MediaStrip : public QWidget {
    Q_OBJECT
public:
    explicit MediaStrip(const Desk &desk, QWidget *parent = nullptr);

    void show(const EntryId &entry, const std::vector<client::EntryMedia> &media, bool isWritten);
    [[nodiscard]] const std::vector<client::EntryMedia> &media() const { return m_media; }
    void addFile(const QString &path);
    void addLink(const QString &address, const QString &title);
    /// "Picture 2 · Video"; empty for none
    [[nodiscard]] static QString summary(const std::vector<client::EntryMedia> &media);

signals:
    void changed(); ///< by the person
    void failed(const QString &words);

private:
    struct Sending {
        client::EntryMedia media;
        EntryId entry;
        int percent = 0;
    };
    void refresh();
    void addRow(std::size_t at);
    void addSendingRow(const Sending &one);
    void open(const client::EntryMedia &one);
    void chooseFiles();
    void askForLink();

    const Desk &m_desk;
    EntryId m_entry;
    std::vector<client::EntryMedia> m_media;
    bool m_isWritten = false;
    QHash<CommandId, Sending> m_sending;
    QHash<FileId, QLabel *> m_progress; ///< what says how far one is
    FileId m_opened; ///< asked for by the person
    QVBoxLayout *m_rows;
    QWidget *m_tools;
};

} // namespace bangban::ui
