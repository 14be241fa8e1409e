// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QPlainTextEdit;

namespace bangban::ui {

/// The answer that was given last, and the question it was given to, for the unit's editors to make an entry of. \source duties 44 and 87
class ProposalDialog : public DialogFrame {
    Q_OBJECT
public:
    ProposalDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent);

protected:
    void confirm() override;

private:
    const RequestId m_request;
    QPlainTextEdit *m_question;
    QPlainTextEdit *m_answer;
};

} // namespace bangban::ui
