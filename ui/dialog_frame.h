// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bangban::ui {

/// The common frame of the small dialogs: title, body, an error in words, one main button. Stays open with its words
/// when the server refuses; closes when it agrees.
class DialogFrame : public QDialog {
    Q_OBJECT
public:
    DialogFrame(const Desk &desk, const QString &title, const QString &mainButton, QWidget *parent);

protected:
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QPushButton *mainButton() const { return m_main; }
    void addField(const QString &name, QWidget *field); ///< below its name
    void sendAndWait(const CommandId &command);
    /// For what is kept on the disk and goes when the line is there: closes at once, unless the disk refuses it.
    void closeOnceKept(const CommandId &command);
    void showError(const QString &words);
    virtual void confirm() = 0;
    void showEvent(QShowEvent *event) override; ///< one begins in the first field
    const Desk &m_desk;

private:
    void fitWords();
    QVBoxLayout *m_body;
    QLabel *m_error;
    QPushButton *m_main;
    CommandId m_command;
};

} // namespace bangban::ui
