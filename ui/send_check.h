// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/advice_bar.h"

class QPlainTextEdit;

namespace bangban::ui {

/// Holds a message against the office's phrases before it is sent: what may not be said is kept back, for the rest a second press
/// sends it as it is. Only who writes it sees this. \source duty 79
class SendCheck : public AdviceBar {
    Q_OBJECT
public:
    SendCheck(const Desk &desk, QPlainTextEdit *edit, QWidget *parent);
    /// Whether it may go; if not, says why, and marks the words.
    bool allows(const RequestId &request, const QString &text);
    void dismiss(); ///< another case is open

signals:
    void sendAsked(); ///< as it is

private:
    void look(); ///< at what stands in the field now
    void replace();

    const Desk &m_desk;
    QPlainTextEdit *m_edit;
    QPushButton *m_replace;
    QPushButton *m_send;
    std::pair<RequestId, QString> m_asked; ///< in which case, and the text it was asked about or kept back
};

} // namespace bangban::ui
