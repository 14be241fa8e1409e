// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class QTreeWidget;
class QTreeWidgetItem;
class QButtonGroup;

namespace bangban::ui {

/// To a unit or to one colleague, with the reason; the start of the minute is kept.
class TransferDialog : public DialogFrame {
    Q_OBJECT
public:
    TransferDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent);

protected:
    void confirm() override;

private:
    void fill();
    void filter(const QString &words);
    QTreeWidgetItem *addUnit(const client::NodeRow &unit);

    const RequestId m_request;
    const NodeId m_ownUnit;
    QLineEdit *m_search;
    QTreeWidget *m_targets;
    QPlainTextEdit *m_reason;
};

/// Corrects the purpose with a reason; both the citizen's and the agent's are kept.
class PriorityDialog : public DialogFrame {
    Q_OBJECT
public:
    PriorityDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent);

protected:
    void confirm() override;

private:
    const RequestId m_request;
    QButtonGroup *m_purposes;
    QPlainTextEdit *m_reason;
};

/// For whoever only abuses the page: their pages are closed until somebody lifts it. The reason goes to the audit log.
class BlockDialog : public DialogFrame {
    Q_OBJECT
public:
    BlockDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent);

protected:
    void confirm() override;

private:
    const RequestId m_request;
    QRadioButton *m_block;
    QRadioButton *m_lift;
    QPlainTextEdit *m_reason;
};

} // namespace bangban::ui
