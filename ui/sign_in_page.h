// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QPointer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QComboBox;

namespace bangban::ui {

class PasswordDialog;
class SecondFactorDialog;

/// Server, account, password; afterwards one is busy or offline, never ready. Every refusal says what to do.
class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(const Desk &desk, QWidget *parent = nullptr);
    void showRefusal(const Error &error);
    void takeFocus();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeAbout();
    QWidget *makeForm();
    QWidget *makeLook();
    void signIn();
    void send(const QString &code);
    void askForCode(const QString &secret, const QString &uri);
    void askForPassword(domain::PasswordState why);
    void connectTo();
    void showLine();
    void setBusy(bool on);
    void showCapsLock(bool on);

    const Desk &m_desk;
    bool m_isBusy = false;
    QWidget *m_about = nullptr;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QLineEdit *m_server;
    QButtonGroup *m_start;
    QPushButton *m_signIn;
    QPushButton *m_change;
    QLabel *m_caps;
    QLabel *m_error;
    QLabel *m_lineIcon;
    QLabel *m_lineWords;
    QProgressBar *m_progress;
    QPointer<SecondFactorDialog> m_codeDialog;
    QPointer<PasswordDialog> m_passwordDialog;
    QString m_newPassword; ///< chosen, and not taken yet
};

} // namespace bangban::ui
