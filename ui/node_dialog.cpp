// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/node_dialog.h"

#include "core/base/time.h"
#include "ui/controls.h"
#include "ui/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::NodeKind;

namespace {

/// What is valid today, each with what is above it.
void addNodes(QComboBox *box, const Desk &desk, const NodeId &present, const NodeId &without)
{
    const QString today = desk.bench.today();
    for (const client::NodeRow &node : desk.bench.nodes.rows()) {
        const bool isValid = node.validFrom <= today && (node.validTo.isEmpty() || today <= node.validTo);
        if (node.id == without || (!isValid && node.id != present))
            continue;
        box->addItem(node.parent.isEmpty() ? node.name : QString(desk.bench.unitName(node.parent) + u" › "_s + node.name), node.id.value);
        if (node.id == present)
            box->setCurrentIndex(box->count() - 1);
    }
}

} // namespace

NodeDialog::NodeDialog(const Desk &desk, const client::NodeRow &row, bool isNew, QWidget *parent)
    : DialogFrame(desk, isNew ? tr("New part of the organisation") : row.name, tr("Save"), parent), m_row(row),
      m_name(new QLineEdit(row.name, this)), m_kind(new ChoiceBox(desk, this)), m_parent(new ChoiceBox(desk, this)),
      m_from(new QLineEdit(row.validFrom, this)), m_to(new QLineEdit(row.validTo, this)), m_successor(new ChoiceBox(desk, this))
{
    for (int i = 0; i <= int(NodeKind::Window); ++i) {
        if (isNew && (NodeKind(i) == NodeKind::City || NodeKind(i) == NodeKind::District))
            continue; // of each there is one
        const QString kind = domain::nameOf(NodeKind(i));
        m_kind->addItem(Words::nodeKind(kind), kind);
    }
    m_kind->setCurrentIndex(m_kind->findData(row.kind));
    m_kind->setEnabled(isNew);
    if (!isNew && row.parent.isEmpty())
        m_parent->setEnabled(false); // the root
    else
        addNodes(m_parent, desk, row.parent, row.id);
    m_successor->addItem(tr("nobody"), QString());
    addNodes(m_successor, desk, row.mergedInto, row.id);
    m_to->setPlaceholderText(tr("open"));
    auto *form = new QFormLayout;
    const std::pair<QString, QWidget *> fields[] = {{tr("Name"), m_name},        {tr("Kind"), m_kind},
                                                    {tr("Above"), m_parent},     {tr("Valid from"), m_from},
                                                    {tr("Valid until"), m_to},   {tr("Taken over by"), m_successor}};
    for (const auto &[name, widget] : fields) {
        widget->setAccessibleName(name);
        form->addRow(name, widget);
    }
    body()->addLayout(form);
    resize(desk.theme.px(520), sizeHint().height());
}

QString NodeDialog::whatIsLeftIn(const client::NodeRow &row) const
{
    const QString today = m_desk.bench.today();
    if (row.validTo.isEmpty() || row.validTo > today)
        return {};
    for (const client::NodeRow &below : m_desk.bench.nodes.rows())
        if (below.parent == row.id && (below.validTo.isEmpty() || below.validTo > today))
            return below.name;
    for (const client::StaffRow &person : m_desk.bench.staff.rows())
        if (person.node == row.id && person.active)
            return person.name;
    return {};
}

void NodeDialog::confirm()
{
    client::NodeRow row = m_row;
    row.name = m_name->text().trimmed();
    row.kind = m_kind->currentData().toString();
    row.parent = NodeId(m_parent->currentData().toString());
    row.validFrom = m_from->text().trimmed();
    row.validTo = m_to->text().trimmed();
    row.mergedInto = NodeId(m_successor->currentData().toString());
    const auto from = dateFromIso(row.validFrom);
    const auto to = dateFromIso(row.validTo);
    if (row.name.isEmpty())
        showError(tr("Fill in the name."));
    else if (!from || (!row.validTo.isEmpty() && !to))
        showError(tr("Write the day like 2026-12-01."));
    else if (to && *to < *from)
        showError(tr("It cannot end before it begins."));
    else if (const QString left = whatIsLeftIn(row); !left.isEmpty())
        showError(tr("%1 is still in it. Move everything and everybody elsewhere first.").arg(left));
    else
        sendAndWait(m_desk.bench.feed.putNode(row));
}

} // namespace bangban::ui
