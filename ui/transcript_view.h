// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QListView>

namespace bangban::ui {

class TranscriptDelegate;

/// The conversation. Stays at its end while new messages come, and where the reader is while they read back.
class TranscriptView : public QListView {
    Q_OBJECT
public:
    explicit TranscriptView(const Desk &desk, QWidget *parent = nullptr);
    void setRequest(const RequestId &request);
    [[nodiscard]] models::TranscriptModel &transcript() { return m_model; }

signals:
    void quoteAsked(const bangban::MessageId &message, const QString &words);
    void failed(const QString &words);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void press(const QModelIndex &index);
    void openMenu(const QModelIndex &index, const QPoint &at);
    [[nodiscard]] bool isAtEnd() const;
    void saveFile(const QString &path);
    void fetchPictures();
    void showPicture(const FileId &file, const QString &path);

    const Desk &m_desk;
    models::TranscriptModel m_model;
    TranscriptDelegate *m_delegate;
    QSet<FileId> m_pictures; ///< asked for to be shown
    FileId m_wanted; ///< asked for by Save
    QString m_wantedName;
};

} // namespace bangban::ui
