// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace bangban::ui {

/// Whether the screen is locked. While it is, no action runs and open dialogs are hidden; they come back as they were.
/// The line stays: the citizen's words arrive, and what was written goes out. \source duties 113
class ScreenLock : public QObject {
    Q_OBJECT
public:
    ScreenLock(models::Workbench &bench, ActionTable &actions, QObject *parent = nullptr);
    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    void lock(); ///< nothing to lock while nobody is signed in

signals:
    void changed();

private:
    void setLocked(bool on);
    models::Workbench &m_bench;
    ActionTable &m_actions;
    bool m_isLocked = false;
    QList<QPointer<QDialog>> m_hidden;
};

/// Who is signed in, a field for the password, and a way out for somebody else.
class LockPage : public QWidget {
    Q_OBJECT
public:
    explicit LockPage(const Desk &desk, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; ///< the password is the one thing to type

private:
    void unlock();
    void showRefusal(const Error &error);
    const Desk &m_desk;
    QLineEdit *m_password;
    QLabel *m_error;
    QPushButton *m_unlock;
};

} // namespace bangban::ui
