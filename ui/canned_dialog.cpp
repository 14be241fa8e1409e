// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canned_dialog.h"

#include "core/domain/permissions.h"
#include "ui/controls.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

bool CannedDialog::mayKeepUnits(const Desk &desk)
{
    const auto roles = desk.bench.me().roles;
    return domain::isGranted(roles, domain::Permission::ReceiveAlarms) || domain::isGranted(roles, domain::Permission::WriteKnowledge);
}

CannedDialog::CannedDialog(const Desk &desk, const client::CannedRow &row, QWidget *parent)
    : DialogFrame(desk, row.id.isEmpty() ? tr("New phrase") : tr("Change the phrase"), tr("Keep"), parent), m_row(row), m_code(new QLineEdit(row.code)),
      m_text(new QPlainTextEdit(row.text)), m_unit(new QCheckBox(tr("For all of my unit")))
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(desk.theme.px(120));
    m_code->setMaxLength(protocol::kMaxCannedCode);
    m_code->setPlaceholderText(tr("a few letters, typed behind /"));
    addField(tr("Words"), m_text);
    addField(tr("Code"), m_code);
    m_unit->setChecked(!row.unit.isEmpty());
    m_unit->setVisible(row.id.isEmpty() && mayKeepUnits(desk)); // whose it is does not change
    body()->addWidget(m_unit);
    if (!row.id.isEmpty()) {
        QPushButton *drop = button(tr("Throw away"));
        connect(drop, &QPushButton::clicked, this, [this] {
            client::CannedRow gone = m_row;
            gone.off = true;
            sendAndWait(m_desk.bench.feed.putCanned(gone));
        });
        auto *line = new QHBoxLayout;
        line->addWidget(drop);
        line->addStretch(1);
        body()->addLayout(line);
    }
    resize(desk.theme.px(480), sizeHint().height());
}

void CannedDialog::confirm()
{
    client::CannedRow row = m_row;
    row.text = m_text->toPlainText().trimmed();
    row.code = m_code->text().trimmed();
    if (row.text.isEmpty())
        return showError(tr("Write the words that are to be put in."));
    if (row.text.size() > protocol::kMaxCanned)
        return showError(tr("Shorten it to %1 characters.").arg(protocol::kMaxCanned));
    if (!protocol::cannedFault(row).isEmpty())
        return showError(tr("The code has no spaces and no /."));
    if (row.id.isEmpty()) {
        const client::StaffRow me = m_desk.bench.me();
        (m_unit->isChecked() ? row.unit.value : row.staff.value) = m_unit->isChecked() ? me.unit.value : me.id.value;
    }
    sendAndWait(m_desk.bench.feed.putCanned(row));
}

} // namespace bangban::ui
