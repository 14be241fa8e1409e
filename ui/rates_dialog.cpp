// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rates_dialog.h"

#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/read_table.h"
#include "ui/table_file.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

/// "75.0 % (3 / 4)"; none of nothing is no rate.
QString share(int part, int of) { return of == 0 ? u"–"_s : u"%1 % (%2 / %3)"_s.arg(100.0 * part / of, 0, 'f', 1).arg(part).arg(of); }

} // namespace

RatesDialog::RatesDialog(const Desk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_weeks(new ChoiceBox(desk)), m_table(new ReadTable(tr("By week and unit"))), m_state(label({}, "secondary")),
      m_assistant(new ReadTable(tr("The assistant by week"))), m_gaps(new ReadTable(tr("Cases without an entry, the newest first"))), m_save(button(tr("Save as a list")))
{
    const Theme &theme = desk.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("How well the knowledge base serves"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->setSpacing(theme.px(8));
    auto *head = new QHBoxLayout;
    head->addWidget(label(windowTitle(), "title"), 1);
    for (const int weeks : {4, 8, 13})
        m_weeks->addItem(tr("%n weeks", nullptr, weeks), weeks);
    m_weeks->setAccessibleName(tr("How far back"));
    head->addWidget(m_weeks);
    layout->addLayout(head);
    QLabel *formulas = label(tr("Hit: cases in which an entry was said ÷ cases in which some were suggested. Miss: cases marked “cannot answer”, or answered without an entry ÷ "
                                "cases answered. Wrong: answers reported as wrong, or put right, within 30 days ÷ answers said; of the unit whose entry it is. Assistant: questions marked as solved ÷ those marked either way or handed to a person."),
                             "secondary");
    formulas->setWordWrap(true);
    layout->addWidget(formulas);
    layout->addWidget(m_table, 2);
    layout->addWidget(label(m_assistant->accessibleName(), "bold"));
    layout->addWidget(m_assistant, 1);
    layout->addWidget(label(m_gaps->accessibleName(), "bold"));
    layout->addWidget(m_gaps, 2);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_save);
    QPushButton *close = button(tr("Close"), "primary");
    close->setDefault(true);
    foot->addWidget(close);
    layout->addLayout(foot);
    resize(theme.px(980), theme.px(600));

    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_weeks, &QComboBox::activated, this, &RatesDialog::ask);
    connect(m_save, &QPushButton::clicked, this, [this] {
        QList<QStringList> rows = table();
        for (const QList<QStringList> &more : {assistant(), gaps()}) {
            rows.append(QStringList());
            rows.append(more);
        }
        TableFile::save(tr("Knowledge base rates %1").arg(m_desk.bench.today()) + u".csv"_s, rows, this);
    });
    connect(&desk.bench.feed, &client::Feed::ratesLoaded, this, &RatesDialog::show);
    connect(&desk.bench.feed, &client::Feed::ratesRefused, this, [this](const Error &error) { m_state->setText(errorWords(error)); });
    connect(&desk.bench.feed, &client::Feed::signedOut, this, [this] { done(Rejected); });
    connect(&desk.bench, &models::Workbench::lineChanged, this, [this, was = desk.bench.isOnline()]() mutable {
        if (const bool is = m_desk.bench.isOnline(); std::exchange(was, is) != is)
            ask();
    });
    show(m_rates);
    ask();
}

void RatesDialog::ask()
{
    const auto today = dateFromIso(m_desk.bench.today());
    if (!today || !m_desk.bench.isOnline())
        return m_state->setText(tr("The figures come from the server; there is no line now."));
    const auto week = std::chrono::weekday(*today) - std::chrono::Monday; // whole weeks, and this one as far as it is
    m_state->setText(tr("Being counted…"));
    m_desk.bench.feed.fetchRates(*today - week - std::chrono::weeks(m_weeks->currentData().toInt() - 1), *today);
}

void RatesDialog::show(const protocol::Rates &rates)
{
    m_rates = rates;
    m_table->fill(table(), 1);
    m_assistant->fill(assistant(), 1);
    m_gaps->fill(gaps(), 2);
    m_save->setEnabled(!m_rates.rows.empty() || !m_rates.assistant.empty());
    m_state->setText(m_rates.from.isEmpty() ? QString()
                     : m_rates.rows.empty() ? tr("No case was answered from %1 to %2.").arg(m_rates.from, m_rates.to)
                                            : tr("From %1 to %2.").arg(m_rates.from, m_rates.to));
}

/// Of the district pool it is nobody's yet.
QString RatesDialog::unitNamed(const NodeId &unit) const { return unit.isEmpty() ? tr("district pool") : m_desk.bench.unitName(unit); }

QList<QStringList> RatesDialog::table() const
{
    QList<QStringList> rows{{tr("Week from"), tr("Unit"), tr("Hit"), tr("Miss"), tr("Wrong")}};
    for (const protocol::RateRow &row : m_rates.rows)
        rows.append({row.week, unitNamed(row.unit), share(row.hits, row.offered), share(row.misses, row.answered), share(row.wrong, row.said)});
    return rows;
}

/// \source behaviour §11: the 60 % by the end of 2023; what nobody marked is listed apart
QList<QStringList> RatesDialog::assistant() const
{
    QList<QStringList> rows{{tr("Week from"), tr("Solved by the assistant"), tr("Marked unsolved"), tr("Handed to a person"), tr("Not marked")}};
    for (const protocol::AssistantRateRow &row : m_rates.assistant)
        rows.append({row.week, share(row.solved, row.solved + row.unsolved + row.handedOver), QString::number(row.unsolved), QString::number(row.handedOver), QString::number(row.unmarked)});
    return rows;
}

QList<QStringList> RatesDialog::gaps() const
{
    QList<QStringList> rows{{tr("Answered"), tr("Item"), tr("Asked"), tr("Unit"), tr("Why")}};
    for (const protocol::GapRow &row : m_rates.gaps)
        rows.append({Words::moment(row.at), row.itemName, row.words, unitNamed(row.unit), row.marked ? tr("cannot answer") : tr("no entry said")});
    return rows;
}

} // namespace bangban::ui
