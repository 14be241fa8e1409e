// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspection_dialog.h"

#include "core/domain/permissions.h"
#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/inspection_sheet.h"
#include "ui/table_file.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using client::InspectionRow;
using domain::InspectionState, domain::Permission;
using protocol::InspectedEntry;

namespace {

QString markOf(InspectionState state)
{
    switch (state) {
    case InspectionState::Open: return u"○"_s;
    case InspectionState::Passed: return u"✓"_s;
    case InspectionState::Faulty: return u"✗"_s;
    case InspectionState::Gone: return u"–"_s;
    }
    return {};
}

} // namespace

InspectionDialog::InspectionDialog(const Desk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_rounds(new ChoiceBox(desk)), m_units(new ChoiceBox(desk)), m_counts(new ChoiceBox(desk)), m_draw(button(tr("Draw a round"))),
      m_standing(label({}, "bold")), m_list(new QListWidget), m_sheet(new InspectionSheet(desk)), m_end(button(tr("End the round"))), m_state(label({}, "secondary"))
{
    const Theme &theme = desk.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Inspection"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->setSpacing(theme.px(8));
    layout->addLayout(head());
    QLabel *rule = label(tr("Half of a round is what was said most often in the last 30 days, the rest is drawn by lot. Score: entries without a fault ÷ entries read. "
                            "Nobody reads what they wrote or let pass; a fault becomes a correction, due in 5 working days."),
                         "secondary");
    rule->setWordWrap(true);
    layout->addWidget(rule);
    layout->addWidget(m_standing);
    auto *body = new QHBoxLayout;
    body->setSpacing(theme.px(16));
    m_list->setAccessibleName(tr("Entries of the round"));
    m_list->setFixedWidth(theme.px(300));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body->addWidget(m_list);
    body->addWidget(m_sheet, 1);
    layout->addLayout(body, 1);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    layout->addLayout(foot());
    resize(theme.px(1040), theme.px(600));
    connectFeed();
    fillRounds();
    m_list->setFocus();
}

QLayout *InspectionDialog::head()
{
    auto *head = new QHBoxLayout;
    head->addWidget(label(windowTitle(), "title"));
    m_rounds->setAccessibleName(tr("Round"));
    m_rounds->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rounds->setMinimumContentsLength(24);
    head->addWidget(m_rounds, 1);
    head->addSpacing(m_desk.theme.px(16));
    if (mayInspect() && domain::isGranted(m_desk.bench.me().roles, Permission::SeeAll))
        for (const client::NodeRow &node : m_desk.bench.nodes.rows())
            if (node.kind == domain::nameOf(domain::NodeKind::Unit) || node.kind == domain::nameOf(domain::NodeKind::Town))
                m_units->addItem(m_desk.bench.unitName(node.id), node.id.value);
    m_units->setAccessibleName(tr("Unit"));
    m_units->setVisible(m_units->count() > 0);
    head->addWidget(m_units);
    for (const int count : {10, 20, 50})
        m_counts->addItem(tr("%n entries", nullptr, count), count);
    m_counts->setCurrentIndex(1);
    m_counts->setAccessibleName(tr("How many"));
    m_counts->setVisible(mayInspect());
    head->addWidget(m_counts);
    m_draw->setVisible(mayInspect());
    head->addWidget(m_draw);
    return head;
}

QLayout *InspectionDialog::foot()
{
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_end);
    foot->addStretch(1);
    QPushButton *list = button(tr("Save as a list"));
    connect(list, &QPushButton::clicked, this, &InspectionDialog::save);
    foot->addWidget(list);
    QPushButton *close = button(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    foot->addWidget(close);
    for (QPushButton *one : {m_draw, m_end, list, close}) // no key says anything of an entry by chance
        one->setAutoDefault(false);
    return foot;
}

void InspectionDialog::connectFeed()
{
    client::Feed &feed = m_desk.bench.feed;
    followRows(m_desk.bench.inspections, this, [this] { fillRounds(); });
    connect(m_rounds, &QComboBox::activated, this, [this] {
        m_round = InspectionId(m_rounds->currentData().toString());
        showRound();
        goToNext();
    });
    connect(m_units, &QComboBox::activated, this, &InspectionDialog::showRound);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        const InspectionRow *now = round();
        if (now && row >= 0 && row < int(now->entries.size()))
            m_entry = now->entries[std::size_t(row)].entry;
        showEntry();
    });
    connect(m_sheet, &InspectionSheet::said, this, [this](const QString &words) { say(words, true); });
    connect(m_sheet, &InspectionSheet::judged, this, [this](const client::EntryRow &row, const std::vector<domain::InspectionFault> &faults, const QString &note) {
        m_judged = row.id;
        m_sent = m_desk.bench.feed.checkInspected(m_round, row, faults, note);
        m_sheet->setWaiting(true);
    });
    connect(m_draw, &QPushButton::clicked, this, [this] {
        const auto &rounds = m_desk.bench.inspections.rows();
        m_newest = rounds.empty() ? InspectionId() : rounds.front().id;
        m_sent = m_desk.bench.feed.openInspection(unit(), m_counts->currentData().toInt());
    });
    connect(m_end, &QPushButton::clicked, this, [this] { m_sent = m_desk.bench.feed.closeInspection(m_round); });
    connect(&feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        if (answer.command != m_sent)
            return;
        m_sent = {};
        m_sheet->setWaiting(false);
        if (answer.error)
            m_newest.reset();
        say(answer.error ? errorWords(*answer.error) : QString(), answer.error.has_value());
    });
    connect(&m_desk.bench.feed, &client::Feed::signedOut, this, [this] { done(Rejected); });
    connect(&m_desk.bench, &models::Workbench::lineChanged, this, [this, was = m_desk.bench.isOnline()]() mutable {
        if (const bool is = m_desk.bench.isOnline(); std::exchange(was, is) != is)
            showRound();
    });
}

bool InspectionDialog::mayInspect() const { return domain::isGranted(m_desk.bench.me().roles, Permission::InspectKnowledge); }

NodeId InspectionDialog::unit() const { return NodeId(m_units->count() > 0 ? m_units->currentData().toString() : m_desk.bench.me().unit.value); }

void InspectionDialog::fillRounds()
{
    const auto &rounds = m_desk.bench.inspections.rows();
    m_rounds->clear();
    for (const InspectionRow &one : rounds)
        m_rounds->addItem(tr("%1 · %2 · drawn by %3").arg(Words::moment(one.openedAt), m_desk.bench.unitName(one.unit), one.openedByName), one.id.value);
    m_rounds->setEnabled(!rounds.empty());
    const InspectionId before = m_round;
    const bool isDrawn = m_newest && !rounds.empty() && rounds.front().id != *m_newest;
    if (isDrawn)
        m_newest.reset();
    if (!rounds.empty() && (isDrawn || m_rounds->findData(m_round.value) < 0))
        m_round = rounds.front().id;
    m_rounds->setCurrentIndex(m_rounds->findData(m_round.value));
    showRound();
    const InspectionRow *now = round();
    const bool isRead = now && std::ranges::any_of(now->entries, [this](const InspectedEntry &one) { return one.entry == m_judged && one.state != InspectionState::Open; });
    if (m_round != before || (isRead && m_entry == std::exchange(m_judged, {})))
        goToNext();
}

void InspectionDialog::showRound()
{
    const InspectionRow *now = round();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const InspectedEntry &one : now ? now->entries : std::vector<InspectedEntry>()) {
            auto *item = new QListWidgetItem(markOf(one.state) + u' ' + one.title, m_list);
            item->setToolTip(Qt::convertFromPlainText(one.title));
            if (one.entry == m_entry)
                m_list->setCurrentItem(item);
        }
    }
    m_standing->setText(now ? standing(*now) : tr("No round was drawn yet."));
    const bool isOnline = m_desk.bench.isOnline();
    const bool hasOpen = std::ranges::any_of(m_desk.bench.inspections.rows(), [this](const InspectionRow &one) { return !one.closedAt && one.unit == unit(); });
    m_draw->setEnabled(isOnline && !hasOpen);
    m_draw->setToolTip(hasOpen ? tr("One round after the other: the one that is open comes first") : QString());
    m_end->setVisible(now && !now->closedAt && mayInspect());
    m_end->setEnabled(isOnline);
    if (!isOnline)
        say(tr("Rounds are on the server; there is no line now."));
    showEntry();
}

void InspectionDialog::goToNext()
{
    const InspectionRow *now = round();
    if (!now || now->entries.empty()) {
        m_entry = {};
        return showEntry();
    }
    const auto next = std::ranges::find(now->entries, InspectionState::Open, &InspectedEntry::state);
    m_list->setCurrentRow(next == now->entries.end() ? 0 : int(next - now->entries.begin()));
}

void InspectionDialog::showEntry()
{
    const InspectionRow *now = round();
    const auto one = now ? std::ranges::find(now->entries, m_entry, &InspectedEntry::entry) : std::vector<InspectedEntry>::const_iterator();
    const bool isThere = now && one != now->entries.end();
    m_sheet->show(isThere ? *one : InspectedEntry(), isThere && !now->closedAt && mayInspect() && m_desk.bench.isOnline());
}

void InspectionDialog::save()
{
    const InspectionRow *now = round();
    if (!now)
        return;
    QList<QStringList> rows{{tr("Entry"), tr("Question"), tr("Version"), tr("Found"), tr("What is wrong"), tr("Read by"), tr("When")}};
    for (const InspectedEntry &one : now->entries) {
        QStringList found;
        for (const domain::InspectionFault fault : one.faults)
            found.append(Words::inspectionFault(fault));
        if (found.isEmpty())
            found.append(one.state == InspectionState::Open ? tr("not read") : one.state == InspectionState::Passed ? tr("In order") : tr("Not in force any more"));
        rows.append({one.entry.value, one.title, QString::number(one.version), found.join(u'、'), one.note.text, one.byName, one.at ? Words::moment(*one.at) : QString()});
    }
    rows.append(QStringList{standing(*now)});
    TableFile::save(tr("Inspection %1").arg(m_desk.bench.today()) + u".csv"_s, rows, this);
}

QString InspectionDialog::standing(const InspectionRow &round)
{
    const int passed = round.count(InspectionState::Passed), faulty = round.count(InspectionState::Faulty), open = round.count(InspectionState::Open);
    const int drawn = int(round.entries.size());
    QStringList parts{tr("%1 of %2 read").arg(drawn - open).arg(drawn), tr("%1 in order, %2 with faults").arg(passed).arg(faulty)};
    if (passed + faulty > 0)
        parts.append(tr("score %1 %").arg(100.0 * passed / (passed + faulty), 0, 'f', 1));
    if (round.closedAt)
        parts.append(tr("closed"));
    parts.append(tr("drawn from %1").arg(round.outOf));
    return parts.join(u" · "_s);
}

void InspectionDialog::say(const QString &words, bool isError)
{
    m_state->setText(words);
    m_state->setStyleSheet(u"color: "_s + m_desk.theme(isError ? Colour::RedInk : Colour::Text2).name());
}

} // namespace bangban::ui
