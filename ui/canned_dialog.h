// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace bangban::ui {

/// One canned phrase: a new one if its id is empty.
class CannedDialog : public DialogFrame {
    Q_OBJECT
public:
    CannedDialog(const Desk &desk, const client::CannedRow &row, QWidget *parent);
    /// Who keeps the phrases of their unit: editors and supervisors.
    [[nodiscard]] static bool mayKeepUnits(const Desk &desk);

protected:
    void confirm() override;

private:
    client::CannedRow m_row;
    QLineEdit *m_code;
    QPlainTextEdit *m_text;
    QCheckBox *m_unit;
};

} // namespace bangban::ui
