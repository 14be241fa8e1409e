// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/slips_page.h"

#include "ui/controls.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 100;

} // namespace

SlipsPage::SlipsPage(const Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_count(label({}, "secondary", this))
{
    const Theme &theme = desk.theme;
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    auto *head = new QHBoxLayout;
    head->addWidget(label(tr("Phrases"), "title", this));
    head->addSpacing(theme.px(12));
    head->addWidget(m_count, 1);
    layout->addLayout(head);
    m_rows = addScrollingRows(layout);
    m_refill.setSingleShot(true);
    connect(&m_refill, &QTimer::timeout, this, &SlipsPage::refill);
    followRows(desk.bench.slips, this, [this] { m_refill.start(0); });
    connect(&desk.bench, &models::Workbench::lineChanged, this, [this, wasOnline = desk.bench.isOnline()]() mutable {
        if (const bool isOnline = m_desk.bench.isOnline(); std::exchange(wasOnline, isOnline) != isOnline)
            m_refill.start(0); // what can be pressed
    });
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        if (m_seen.remove(answer.command) && answer.error)
            m_refill.start(0); // it is still there
    });
    refill();
}

void SlipsPage::refill()
{
    clearRows(m_rows);
    const auto &slips = m_desk.bench.slips.rows();
    const int shown = std::min(int(slips.size()), kMostRows);
    if (slips.empty())
        m_count->setText(tr("Nothing to look at: every message was kind."));
    else if (shown < int(slips.size()))
        m_count->setText(tr("The last %1 of %2 that nobody has looked at").arg(shown).arg(slips.size()));
    else
        m_count->setText(tr("%n that nobody has looked at", nullptr, shown));
    for (int i = 0; i < shown; ++i) {
        m_rows->addWidget(rowOf(slips[std::size_t(i)]));
        m_rows->addWidget(line("hline"));
    }
    m_rows->addStretch(1);
}

QWidget *SlipsPage::rowOf(const client::SlipRow &slip)
{
    const Theme &theme = m_desk.theme;
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    layout->setSpacing(theme.px(12));
    auto *chip = new Chip(theme, row);
    chip->show(slip.blocked ? tr("Kept back") : tr("Sent"), slip.blocked ? ChipLook::Outlined : ChipLook::Amber);
    chip->setMinimumWidth(theme.px(64)); // one column, whichever it is
    layout->addWidget(chip, 0, Qt::AlignTop);
    auto *text = new QVBoxLayout;
    text->setSpacing(theme.px(2));
    auto *words = label(slip.words.text, "bold", row);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    text->addWidget(words);
    QStringList facts{slip.staffName, m_desk.bench.unitName(slip.unit), slip.itemName, Words::moment(slip.at),
                      slip.phrases.size() > 1 || !slip.words.text.contains(slip.phrases.value(0)) ? tr("found: %1").arg(slip.phrases.join(u"、"_s)) : QString()};
    facts.removeAll(QString());
    auto *below = new ElidedLabel(row);
    below->setObjectName(u"secondary"_s);
    below->setFullText(facts.join(u" · "_s));
    text->addWidget(below);
    layout->addLayout(text, 1);
    QPushButton *seen = button(tr("Seen"), "small", row);
    seen->setAccessibleName(tr("Seen: %1").arg(slip.words.text));
    seen->setEnabled(m_desk.bench.isOnline() && slip.staff != m_desk.bench.me().id); // somebody else looks at one's own
    connect(seen, &QPushButton::clicked, this, [this, seen, id = slip.id] {
        seen->setEnabled(false); // until it goes
        m_seen.insert(m_desk.bench.feed.seeSlip(id));
    });
    layout->addWidget(seen);
    return row;
}

} // namespace bangban::ui
