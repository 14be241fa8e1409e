// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace bangban::ui {

class MediaStrip;
class ReadTable;

/// What many ask today, the most asked first; and one entry to all who still wait with it. \source duties 38 and 41
class HotDialog : public QDialog {
    Q_OBJECT
public:
    explicit HotDialog(const Desk &desk, QWidget *parent);

private:
    void ask();
    void show(const protocol::HotQuestions &hot);
    void choose(int row);
    void find();
    void showEntry();
    void send();
    void say(const QString &words, bool isError = false);

    const Desk &m_desk;
    protocol::HotQuestions m_hot;
    client::EntryRow m_entry; ///< the answer that is chosen; its id is empty for none
    protocol::HotRow m_row;   ///< the question that is chosen
    bool m_isResult = false;  ///< what is said is what came of a sending
    QList<client::EntryHit> m_found;
    quint64 m_ticket = 0;
    CommandId m_sent;
    ReadTable *m_table;
    QLineEdit *m_field;
    QListWidget *m_entries;
    QPlainTextEdit *m_answer;
    MediaStrip *m_media;
    QLabel *m_state;
    QPushButton *m_send;
};

} // namespace bangban::ui
