// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace bangban::ui {

/// One thing that the knowledge base owes, with its days left; of a question all who asked it.
class TaskLine : public QWidget {
    Q_OBJECT
public:
    /// \param same  those that ask the same, or the one task  \param isOpen  each of them is shown
    TaskLine(const Desk &desk, const models::SameQuestion &same, bool isOpen, QWidget *parent = nullptr);

signals:
    void actAsked(); ///< what is to be done next: taken, answered, told
    void openAsked();
    void moreAsked(QWidget *at);
    void partAsked(const bangban::TaskId &task); ///< it asks something else

private:
    void addFacts(QVBoxLayout *to, const models::SameQuestion &same, bool isOpen);
    void addAsked(QVBoxLayout *to, const client::TaskRow &task, bool mayPart);

    const Desk &m_desk;
};

} // namespace bangban::ui
