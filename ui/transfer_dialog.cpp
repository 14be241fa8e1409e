// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer_dialog.h"

#include "core/domain/permissions.h"
#include "ui/controls.h"
#include "ui/words.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUnit = Qt::UserRole;
constexpr int kStaff = Qt::UserRole + 1;

} // namespace

TransferDialog::TransferDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent)
    : DialogFrame(desk, tr("Transfer"), tr("Transfer"), parent), m_request(request.id), m_ownUnit(request.unit),
      m_search(new QLineEdit(this)), m_targets(new QTreeWidget(this)), m_reason(new QPlainTextEdit(this))
{
    const Theme &theme = desk.theme;
    resize(theme.px(560), theme.px(520));
    m_search->setPlaceholderText(tr("Find a unit or a colleague"));
    m_search->setAccessibleName(m_search->placeholderText());
    body()->addWidget(m_search);
    m_targets->setAccessibleName(tr("Units and colleagues"));
    m_targets->setColumnCount(3);
    m_targets->setHeaderLabels({tr("Unit or colleague"), tr("Presence"), tr("Free room")});
    m_targets->header()->setStretchLastSection(false);
    m_targets->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_targets->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_targets->headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    m_targets->setUniformRowHeights(true);
    m_targets->setFrameShape(QFrame::Box);
    body()->addWidget(m_targets, 1);
    body()->addWidget(label(tr("Reason (the receiving side reads it first)"), "secondary", this));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(theme.px(56));
    body()->addWidget(m_reason);
    body()->addWidget(label(tr("The start of the minute is kept; the receiving side gets 60 s of its own."), "secondary",
                            this));
    connect(m_search, &QLineEdit::textChanged, this, &TransferDialog::filter);
    fill();
}

QTreeWidgetItem *TransferDialog::addUnit(const client::NodeRow &unit)
{
    auto *item = new QTreeWidgetItem(m_targets, {unit.name});
    item->setData(0, kUnit, unit.id.value);
    int ready = 0;
    for (const client::StaffRow &staff : m_desk.bench.staff.rows()) {
        if (staff.unit != unit.id || !staff.active || staff.id == m_desk.bench.me().id
            || !domain::isGranted(staff.roles, domain::Permission::Serve))
            continue;
        const int room = models::StaffModel::freeRoom(staff);
        ready += room > 0 ? 1 : 0;
        auto *child = new QTreeWidgetItem(item, {staff.name, Words::presence(staff.presence), QString::number(room)});
        child->setData(0, kUnit, unit.id.value);
        child->setData(0, kStaff, staff.id.value);
        child->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        child->setDisabled(room == 0);
    }
    item->setText(1, tr("%n ready", nullptr, ready));
    return item;
}

void TransferDialog::fill()
{
    const QString today = m_desk.bench.today();
    for (const client::NodeRow &node : m_desk.bench.nodes.rows()) {
        const bool isValid = node.validFrom <= today && (node.validTo.isEmpty() || today <= node.validTo);
        if (!isValid || (node.kind != "unit"_L1 && node.kind != "centre"_L1))
            continue;
        QTreeWidgetItem *item = addUnit(node);
        if (node.id == m_ownUnit) {
            item->setExpanded(true);
            m_targets->setCurrentItem(item);
        }
    }
    m_targets->setColumnWidth(1, m_desk.theme.px(110));
    m_targets->setColumnWidth(2, m_desk.theme.px(80));
}

void TransferDialog::filter(const QString &words)
{
    QTreeWidgetItem *first = nullptr; // what was typed is what is chosen
    for (int i = 0; i < m_targets->topLevelItemCount(); ++i) {
        QTreeWidgetItem *unit = m_targets->topLevelItem(i);
        const bool isUnit = unit->text(0).contains(words, Qt::CaseInsensitive);
        bool hasChild = false;
        for (int j = 0; j < unit->childCount(); ++j) {
            const bool isHit = isUnit || unit->child(j)->text(0).contains(words, Qt::CaseInsensitive);
            unit->child(j)->setHidden(!isHit);
            hasChild = hasChild || isHit;
            if (!isUnit && isHit && !first && !unit->child(j)->isDisabled())
                first = unit->child(j);
        }
        if (isUnit && !first)
            first = unit;
        unit->setHidden(!isUnit && !hasChild);
        unit->setExpanded(!words.isEmpty() && !isUnit && hasChild);
    }
    if (!words.isEmpty())
        m_targets->setCurrentItem(first);
}

void TransferDialog::confirm()
{
    const QTreeWidgetItem *target = m_targets->currentItem();
    const QString reason = m_reason->toPlainText().trimmed();
    if (!target || target->isHidden()) {
        showError(tr("Choose a unit or a colleague."));
        m_targets->setFocus();
    } else if (reason.isEmpty()) {
        showError(tr("Write the reason: the receiving side needs it."));
        m_reason->setFocus();
    } else {
        sendAndWait(m_desk.bench.feed.transfer(m_request, NodeId(target->data(0, kUnit).toString()),
                                               StaffId(target->data(0, kStaff).toString()), reason));
    }
}

PriorityDialog::PriorityDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent)
    : DialogFrame(desk, tr("Correct the priority"), tr("Save"), parent), m_request(request.id),
      m_purposes(new QButtonGroup(this)), m_reason(new QPlainTextEdit(this))
{
    body()->addWidget(label(tr("The citizen said: %1").arg(Words::purpose(request.askedPurpose)), "secondary", this));
    for (const domain::Purpose purpose : {domain::Purpose::Errand, domain::Purpose::Help, domain::Purpose::HotPolicy,
                                          domain::Purpose::Question}) {
        auto *choice = new QRadioButton(tr("%1 · P%2").arg(Words::purpose(purpose))
                                            .arg(purpose == domain::Purpose::Question ? 2 : 1),
                                        this);
        choice->setChecked(purpose == request.purpose);
        m_purposes->addButton(choice, int(purpose));
        body()->addWidget(choice);
    }
    body()->addWidget(label(tr("Reason"), "secondary", this));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(desk.theme.px(56));
    body()->addWidget(m_reason);
    resize(desk.theme.px(420), sizeHint().height());
}

void PriorityDialog::confirm()
{
    const QString reason = m_reason->toPlainText().trimmed();
    if (reason.isEmpty()) {
        showError(tr("Write the reason; both purposes are kept."));
        m_reason->setFocus();
        return;
    }
    sendAndWait(m_desk.bench.feed.prioritise(m_request, domain::Purpose(m_purposes->checkedId()), reason));
}

BlockDialog::BlockDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent)
    : DialogFrame(desk, tr("Block the sender"), tr("Confirm"), parent), m_request(request.id),
      m_block(new QRadioButton(tr("Block: their page shows the phone number of the centre"), this)),
      m_lift(new QRadioButton(tr("Lift the block"), this)), m_reason(new QPlainTextEdit(this))
{
    m_block->setChecked(true);
    body()->addWidget(label(tr("What they asked already is still answered."), "secondary", this));
    body()->addWidget(m_block);
    body()->addWidget(m_lift);
    body()->addWidget(label(tr("Reason"), "secondary", this));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(desk.theme.px(56));
    body()->addWidget(m_reason);
    resize(desk.theme.px(420), sizeHint().height());
}

void BlockDialog::confirm()
{
    const QString reason = m_reason->toPlainText().trimmed();
    if (reason.isEmpty()) {
        showError(tr("Write the reason; it is kept in the audit log."));
        m_reason->setFocus();
        return;
    }
    sendAndWait(m_desk.bench.feed.blockSender(m_request, m_lift->isChecked(), reason));
}

} // namespace bangban::ui
