// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QComboBox;
class QLineEdit;

namespace bangban::ui {

/// A part of the organisation: a new one, or its name, place and validity. One that ends stays, so that what it did keeps its
/// name; another may take it over. What a part is does not change.
class NodeDialog : public DialogFrame {
    Q_OBJECT
public:
    NodeDialog(const Desk &desk, const client::NodeRow &row, bool isNew, QWidget *parent);

protected:
    void confirm() override;

private:
    /// Its parts with a child or somebody in it; empty if there are none.
    [[nodiscard]] QString whatIsLeftIn(const client::NodeRow &row) const;

    client::NodeRow m_row;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QComboBox *m_parent;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QComboBox *m_successor;
};

} // namespace bangban::ui
