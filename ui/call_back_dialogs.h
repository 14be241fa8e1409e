// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QButtonGroup;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;

namespace bangban::ui {

/// Promises a call-back instead of an answer now.
class ArrangeCallDialog : public DialogFrame {
    Q_OBJECT
public:
    ArrangeCallDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent);

protected:
    void confirm() override;

private:
    const RequestId m_request;
    const bool m_hasPhone;
    QLineEdit *m_phone;
};

/// What came of a call: contacted, no answer, or another time agreed. The due time stays as it was.
class CallBackRecordDialog : public DialogFrame {
    Q_OBJECT
public:
    CallBackRecordDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent);

protected:
    void confirm() override;

private:
    const RequestId m_request;
    QButtonGroup *m_results;
    QDateTimeEdit *m_appointment;
    QPlainTextEdit *m_note;
};

} // namespace bangban::ui
