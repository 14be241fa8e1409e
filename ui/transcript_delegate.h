// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QCache>
#include <QImage>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <memory>

namespace bangban::ui {

/// Bubbles, system lines, notes, files. Plain text only: what a citizen typed is never read as markup. Text layouts
/// are kept per message and width.
class TranscriptDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TranscriptDelegate(const Desk &desk, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where "Save" or "Retry" may be clicked on a row; empty if there is nothing to press.
    [[nodiscard]] QRect pressRect(const QRect &row, const QModelIndex &index) const;
    void setWidth(int width) { m_width = width; }
    void setProgress(const FileId &file, int percent); ///< -1: none
    /// A picture that has arrived; drawn in its bubble, at most 240 x 180.
    void setPicture(const FileId &file, const QImage &picture) { m_pictures.insert(file, picture); }
    [[nodiscard]] bool hasPicture(const FileId &file) const { return m_pictures.contains(file); }
    [[nodiscard]] QSize pictureRoom() const { return {m_desk.theme.px(240), m_desk.theme.px(180)}; }
    void forget() { m_layouts.clear(); }

private:
    struct Block {
        std::unique_ptr<QTextLayout> layout;
        QSizeF size;
    };
    [[nodiscard]] QSize pictureSize(const client::MessageView &view) const;
    struct Shape {
        bool isMine = false;
        QRect head;   ///< sender and time
        QRect bubble;
        QRect quote;
        QRect words;
        QRect file;
        QRect picture;
        QRect foot;   ///< delivery
        int height = 0;
    };
    [[nodiscard]] const Block &block(const QString &text, int width) const;
    [[nodiscard]] Shape shape(const QModelIndex &index, int width) const;
    [[nodiscard]] QString pressWords(const client::MessageView &view) const;
    void paintSystem(QPainter &painter, const QRect &row, const QString &text) const;
    void paintNote(QPainter &painter, const QRect &row, const client::MessageView &view) const;
    void paintBubble(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintFile(QPainter &painter, const QRect &box, const client::MessageView &view) const;
    void paintFoot(QPainter &painter, const QRect &box, const client::MessageView &view, bool isRead) const;

    const Desk &m_desk;
    int m_width = 400;
    mutable QCache<QString, Block> m_layouts{400};
    QHash<FileId, int> m_progress;
    QHash<FileId, QImage> m_pictures;
};

} // namespace bangban::ui
