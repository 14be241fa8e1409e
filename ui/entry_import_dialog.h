// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entry_table.h"
#include "ui/desk.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace bangban::ui {

class ReadTable;

/// Entries out of a table: what each row would do is seen first; then those that are right go to review as the person's drafts.
class EntryImportDialog : public QDialog {
    Q_OBJECT
public:
    EntryImportDialog(const Desk &desk, QWidget *parent);
    void load(const QString &name, const QByteArray &content);

private:
    void choose();
    void check();
    void show();
    void send();
    void say(const QString &words, bool isError = false);
    [[nodiscard]] static QString unreadable(const Error &error);
    [[nodiscard]] QString remark(const models::EntryLine &line) const;

    const Desk &m_desk;
    QList<QStringList> m_rows; ///< of the file
    models::EntryTable m_table;
    bool m_isSent = false;
    quint64 m_ticket = 0; ///< of the question for the unit's entries
    QHash<CommandId, int> m_sent; ///< lines of the table
    int m_left = 0;               ///< that have no answer yet
    QLabel *m_file;
    ReadTable *m_list;
    QLabel *m_state;
    QPushButton *m_send;
};

} // namespace bangban::ui
