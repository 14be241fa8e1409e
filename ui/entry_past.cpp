// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry_past.h"

#include "ui/controls.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

EntryPast::EntryPast(const Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(desk.theme.px(4));
    hide();
}

void EntryPast::clear()
{
    clearRows(m_rows);
    hide();
}

void EntryPast::offer()
{
    clear();
    QPushButton *ask = button(tr("How people asked it, and its versions"), "link");
    connect(ask, &QPushButton::clicked, this, &EntryPast::wanted);
    m_rows->addWidget(ask, 0, Qt::AlignLeft);
    setVisible(true);
}

void EntryPast::show(const protocol::EntryPast &past, bool canAdd, bool canCompare)
{
    clear();
    const auto addRow = [this](const QString &words, const QString &action, bool isOffered) {
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *text = new ElidedLabel;
        text->setFullText(words);
        layout->addWidget(text, 1);
        QPushButton *act = button(action, "small");
        act->setVisible(isOffered);
        layout->addWidget(act);
        m_rows->addWidget(row);
        return act;
    };
    if (!past.asked.empty()) {
        m_rows->addWidget(label(tr("How people asked it"), "bold"));
        for (const protocol::PastWords &one : past.asked) {
            const QPushButton *act = addRow(one.times > 1 ? u"%1  × %2"_s.arg(one.words).arg(one.times) : one.words, tr("Another way to ask it"), canAdd);
            connect(act, &QPushButton::clicked, this, [this, words = one.words] { emit aliasAsked(words); });
        }
    }
    if (!past.versions.empty()) {
        m_rows->addWidget(label(tr("Versions"), "bold"));
        for (const protocol::PastVersion &one : past.versions) {
            QStringList facts{u"v%1"_s.arg(one.row.version), toIso(dateOf(one.at)), tr("in force from %1").arg(one.row.from), one.author,
                              one.reviewer.isEmpty() ? QString() : tr("let pass by %1").arg(one.reviewer)};
            facts.removeAll(QString());
            const bool isOther = one.row.version != past.versions.front().row.version;
            const QPushButton *act = addRow(facts.join(u" · "_s), tr("Compare"), canCompare && isOther);
            connect(act, &QPushButton::clicked, this, [this, row = one.row] { emit comparisonAsked(row); });
        }
    }
    if (past.told > 0)
        m_rows->addWidget(label(tr("told in %n cases within 30 days", nullptr, past.told), "secondary"));
    if (m_rows->count() == 0)
        m_rows->addWidget(label(tr("Nobody has been told it in the last 30 days, and it has one version."), "secondary"));
    setVisible(true);
}

} // namespace bangban::ui
