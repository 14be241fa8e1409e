// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace bangban::ui {

class MediaStrip;

/// One entry of a round of inspection as it holds now, with what was found in it, or what is to be said of it.
class InspectionSheet : public QWidget {
    Q_OBJECT
public:
    explicit InspectionSheet(const Desk &desk, QWidget *parent = nullptr);

    /// \param one  as the round has it; its id may be empty: nothing   \param mayJudge  the person may say what they find
    void show(const protocol::InspectedEntry &one, bool mayJudge);
    void setWaiting(bool on); ///< for the server's answer
    [[nodiscard]] const EntryId &entry() const { return m_one.entry; }

signals:
    /// \param row  that was read; only its id if it is not in force any more   \param faults  none: it is in order
    void judged(const bangban::client::EntryRow &row, const std::vector<bangban::domain::InspectionFault> &faults, const QString &note);
    void said(const QString &words); ///< what is missing; empty for nothing

private:
    void showWords();
    void judge(bool hasFaults);

    const Desk &m_desk;
    protocol::InspectedEntry m_one;
    std::optional<client::EntryRow> m_row; ///< as it holds now
    bool m_isLooked = false;               ///< the desk has said whether it does
    bool m_isOther = false;                ///< it says something else than what was read at first
    bool m_mayJudge = false;
    bool m_isWaiting = false;
    quint64 m_ticket = 0;
    QLabel *m_title;
    QLabel *m_facts;
    QPlainTextEdit *m_words;
    MediaStrip *m_media;
    QLabel *m_found;
    QWidget *m_verdict;
    std::vector<QCheckBox *> m_faults; ///< by domain::InspectionFault
    QLineEdit *m_note;
    QPushButton *m_inOrder;
    QPushButton *m_faulty;
};

} // namespace bangban::ui
