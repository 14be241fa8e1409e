// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QLineEdit;

namespace bangban::ui {

/// A link for an entry: where it leads, and what people read.
class LinkDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit LinkDialog(const Desk &desk, QWidget *parent);

signals:
    void entered(const QString &address, const QString &title);

protected:
    void confirm() override;

private:
    QLineEdit *m_address;
    QLineEdit *m_title;
};

} // namespace bangban::ui
