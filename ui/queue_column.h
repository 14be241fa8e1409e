// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;

namespace bangban::ui {

class NoticeBar;
class QueueList;

/// The list column: waiting, mine, call-backs, one under the other. Only rings are repainted by the tick; order does
/// not change while the pointer is on the waiting list.
class QueueColumn : public QWidget {
    Q_OBJECT
public:
    explicit QueueColumn(const Desk &desk, QWidget *parent = nullptr);

    void select(const RequestId &id);
    [[nodiscard]] RequestId selected() const { return m_selected; }
    void step(int by); ///< to the next or previous of mine
    /// Repaints the rings in sight. \return whether one of them shows tenths
    bool tick();
    void showLine();

signals:
    void chosen(const bangban::RequestId &id);
    void callBackOpened(const bangban::RequestId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Part {
        models::QueueModel *model = nullptr;
        QWidget *head = nullptr;
        QLabel *count = nullptr;
        QLabel *side = nullptr;
        QueueList *view = nullptr;
    };
    Part makePart(models::QueueModel &model, const QString &title);
    void layOut();
    void showCounts();
    void open(const Part &part, const QModelIndex &index);
    void notePaint(int rows);

    const Desk &m_desk;
    Part m_waiting, m_mine, m_callBacks;
    QLabel *m_below;
    QLabel *m_empty;
    NoticeBar *m_stale;
    RequestId m_selected;
    std::chrono::sys_seconds m_second{}; ///< of the last tick
    int m_painted = 0;                   ///< rows of the last paint that was noted
};

} // namespace bangban::ui
