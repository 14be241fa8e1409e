// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace bangban::ui {

/// What the unit's knowledge base owes, on the right of its page: words nobody had, wrong answers, people who were told what does
/// not hold any more, each with its days left; and drafts that wait for a reviewer.
class TaskColumn : public QWidget {
    Q_OBJECT
public:
    explicit TaskColumn(const Desk &desk, QWidget *parent = nullptr);

signals:
    void answerAsked(const bangban::client::TaskRow &task); ///< a new entry, or the wrong one
    void closeAsked(const bangban::client::TaskRow &task);
    void draftChosen(const bangban::client::EntryDraftRow &draft);

private:
    void refill();
    void addHead(const QString &title, int count, const QString &remark);
    void addTask(const client::TaskRow &task);
    void addDraft(const client::EntryDraftRow &draft);

    const Desk &m_desk;
    QTimer m_refill; ///< many rows change at once
    QVBoxLayout *m_rows;
};

} // namespace bangban::ui
