// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace bangban::ui {

/// A list whose update costs what is updated: a ring's tenth of a second paints no text, though Qt asks for every row
/// in sight and only clips, and no window behind the list, because the list fills its own ground.
class QueueList final : public QListView {
    Q_OBJECT
public:
    explicit QueueList(QWidget *parent = nullptr);
    /// For the delegate, while it paints.
    [[nodiscard]] bool isPainting(const QRect &rect) const { return m_painting.intersects(rect); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRegion m_painting;
};

/// A row of requests in a QueueList: ring 36 px, two lines. Draws from roles; there is no widget per row.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    QueueDelegate(const Desk &desk, models::Section section, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the ring stands in a row's rectangle: all that a tick repaints.
    [[nodiscard]] QRect ringRect(const QRect &row) const;
    [[nodiscard]] bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) override;

private:
    void paintWords(QPainter &painter, const QRect &text, const QModelIndex &index) const;
    void paintWaiting(QPainter &painter, const QRect &text, const QModelIndex &index) const;
    void paintMine(QPainter &painter, const QRect &text, const QModelIndex &index) const;
    void paintCallBack(QPainter &painter, const QRect &text, const QModelIndex &index) const;
    void paintLine(QPainter &painter, const QRect &box, const QString &left, const QString &right, bool isFirst,
                   bool isBold = false) const;

    const Desk &m_desk;
    const models::Section m_section;
};

} // namespace bangban::ui
