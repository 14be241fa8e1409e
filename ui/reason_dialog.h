// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

#include <functional>

class QPlainTextEdit;

namespace bangban::ui {

/// Asks for a reason, and does with it what was chosen.
class ReasonDialog : public DialogFrame {
    Q_OBJECT
public:
    using Act = std::function<CommandId(const QString &reason)>;
    ReasonDialog(const Desk &desk, const QString &title, const QString &words, const QString &button, Act act, QWidget *parent);

protected:
    void confirm() override;

private:
    QPlainTextEdit *m_reason;
    Act m_act;
};

} // namespace bangban::ui
