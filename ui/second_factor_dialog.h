// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QLineEdit;

namespace bangban::ui {

/// Asks for the six digits of the person's authenticator. The first time it also shows what the authenticator is to take,
/// as a picture to scan and as a key to type. Stays open until the sign-in succeeds or is given up.
class SecondFactorDialog : public DialogFrame {
    Q_OBJECT
public:
    /// \param secret,uri  of second_factor_offer; empty if the account has its authenticator already
    SecondFactorDialog(const Desk &desk, const QString &secret, const QString &uri, QWidget *parent);
    void showWrong(); ///< the code was not good

signals:
    void codeEntered(const QString &code);

protected:
    void confirm() override;

private:
    QLineEdit *m_code;
};

} // namespace bangban::ui
