// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy_dialog.h"

#include "ui/controls.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

PolicyDialog::PolicyDialog(const Desk &desk, QWidget *parent)
    : DialogFrame(desk, tr("Register a policy"), tr("Register"), parent), m_title(new QLineEdit), m_effective(new QDateEdit), m_item(new ChoiceBox(desk))
{
    const QDate today = QDate::fromString(desk.bench.today(), Qt::ISODate);
    m_title->setMaxLength(protocol::kMaxTitle);
    m_title->setPlaceholderText(tr("As the document is called, with its number"));
    m_effective->setCalendarPopup(true);
    m_effective->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_effective->setMinimumDate(today);
    m_effective->setDate(today.addDays(14));
    m_item->addItem(tr("(no item)"), QString());
    for (const client::ItemRow &row : desk.bench.items.rows())
        m_item->addItem(row.name, row.id.value);
    m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(tr("Title"), m_title);
    addField(tr("In force from"), m_effective);
    addField(tr("Item"), m_item);
    QLabel *remark = label(tr("Its questions and answers are due at the end of the working day before. It stays on the list until all are in."), "secondary");
    remark->setWordWrap(true);
    body()->addWidget(remark);
    resize(desk.theme.px(480), sizeHint().height());
}

void PolicyDialog::confirm()
{
    const QString title = m_title->text().simplified();
    if (title.isEmpty())
        return showError(tr("Write the title of the document."));
    sendAndWait(m_desk.bench.feed.openPolicy(title, m_effective->date().toString(Qt::ISODate), ItemId(m_item->currentData().toString())));
}

} // namespace bangban::ui
