// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QStyledItemDelegate>

namespace bangban::ui {

/// A row of requests: ring 36 px, two lines. Draws from roles; there is no widget per row.
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
    void paintWaiting(QPainter &painter, const QRect &text, const QModelIndex &index) const;
    void paintMine(QPainter &painter, const QRect &text, const QModelIndex &index) const;
    void paintCallBack(QPainter &painter, const QRect &text, const QModelIndex &index) const;
    void paintLine(QPainter &painter, const QRect &box, const QString &left, const QString &right, bool isFirst,
                   bool isBold = false) const;

    const Desk &m_desk;
    const models::Section m_section;
};

} // namespace bangban::ui
