// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QDateEdit;
class QLineEdit;

namespace bangban::ui {

class ChoiceBox;

/// Registers a policy document: from then on its questions and answers are owed a working day before it takes effect.
/// \source duties 43 and 86
class PolicyDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit PolicyDialog(const Desk &desk, QWidget *parent);

protected:
    void confirm() override;

private:
    QLineEdit *m_title;
    QDateEdit *m_effective;
    ChoiceBox *m_item;
};

} // namespace bangban::ui
