// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QLineEdit;

namespace bangban::ui {

/// A new password, typed twice. At the sign-in, where the present one was somebody else's or is too old, it is handed to the
/// sign-in page; for the person signed in, the dialog asks for the present one and changes it itself.
class PasswordDialog : public DialogFrame {
    Q_OBJECT
public:
    /// \param why  Given or Old at the sign-in, Own for the person signed in
    PasswordDialog(const Desk &desk, const QString &login, domain::PasswordState why, QWidget *parent);
    void showRefusal(const Error &error);
    void reject() override; ///< not while the answer is awaited: it may have been changed already

signals:
    void chosen(const QString &password); ///< at the sign-in

protected:
    void confirm() override;

private:
    QLineEdit *addField(const QString &name);
    [[nodiscard]] bool isWaiting() const; ///< for the server's answer
    const QString m_login;
    QLineEdit *m_present = nullptr; ///< none at the sign-in
    QLineEdit *m_new;
    QLineEdit *m_again;
};

} // namespace bangban::ui
