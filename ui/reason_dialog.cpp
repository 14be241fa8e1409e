// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reason_dialog.h"

#include "ui/controls.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

ReasonDialog::ReasonDialog(const Desk &desk, const QString &title, const QString &words, const QString &button, Act act, QWidget *parent)
    : DialogFrame(desk, title, button, parent), m_reason(new QPlainTextEdit), m_act(std::move(act))
{
    QLabel *above = label(words, "plain");
    above->setWordWrap(true);
    body()->addWidget(above);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(desk.theme.px(80));
    body()->addWidget(m_reason);
}

void ReasonDialog::confirm()
{
    const QString reason = m_reason->toPlainText().trimmed();
    if (reason.isEmpty())
        return showError(tr("Say why; who reads it later has only this."));
    sendAndWait(m_act(reason.left(2'000)));
}

} // namespace bangban::ui
