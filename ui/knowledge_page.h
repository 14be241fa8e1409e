// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QSplitter;

namespace bangban::ui {

class EntryEditor;
class EntryList;
class TaskColumn;

/// 知识库: the unit's entries, the one that is read or written, and what is owed.
class KnowledgePage : public QWidget {
    Q_OBJECT
public:
    explicit KnowledgePage(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] EntryEditor *editor() const { return m_editor; }
    [[nodiscard]] EntryList *list() const { return m_list; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] client::EntryRow fresh() const;
    void answer(const client::TaskRow &task);

    const Desk &m_desk;
    QSplitter *m_splitter;
    EntryList *m_list;
    EntryEditor *m_editor;
    TaskColumn *m_tasks;
    std::optional<client::TaskRow> m_wanted; ///< a correction whose entry is looked for
    quint64 m_ticket = 0;
};

} // namespace bangban::ui
