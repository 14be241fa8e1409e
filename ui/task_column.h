// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace bangban::ui {

/// What the unit's knowledge base owes, on the right of its page: words nobody had, the answers of a policy before its day, wrong
/// answers, people who were told what does not hold any more, each with its days left; and drafts that wait for a reviewer.
class TaskColumn : public QWidget {
    Q_OBJECT
public:
    explicit TaskColumn(const Desk &desk, QWidget *parent = nullptr);

signals:
    void answerAsked(const bangban::client::TaskRow &task); ///< a new entry, or the wrong one
    void closeAsked(const bangban::client::TaskRow &task, bool isDone);
    void draftChosen(const bangban::client::EntryDraftRow &draft);

private:
    void refill();
    void addHead(const QString &title, int count, const QString &remark, QToolButton *act = nullptr);
    void addTask(const models::SameQuestion &same);
    void addInspection();
    void addDraft(const client::EntryDraftRow &draft);
    [[nodiscard]] QToolButton *listButton();
    [[nodiscard]] QToolButton *policyButton();
    void showMore(const models::SameQuestion &same, const QWidget *at);

    const Desk &m_desk;
    QTimer m_refill; ///< many rows change at once
    QVBoxLayout *m_rows;
    QSet<TaskId> m_open; ///< questions of which each that was asked is shown
};

} // namespace bangban::ui
