// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspection_sheet.h"

#include "ui/controls.h"
#include "ui/media_strip.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::InspectionFault, domain::InspectionState;

namespace {

constexpr int kFaultsInARow = 3;

} // namespace

InspectionSheet::InspectionSheet(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_title(label({}, "title")), m_facts(label({}, "secondary")), m_words(new QPlainTextEdit), m_media(new MediaStrip(desk)),
      m_found(label({}, "secondary")), m_verdict(new QWidget), m_note(new QLineEdit), m_inOrder(button(tr("In order"), "primary")), m_faulty(button(tr("Has faults")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QLabel *one : {m_title, m_facts, m_found})
        one->setWordWrap(true);
    m_words->setReadOnly(true);
    m_words->setTabChangesFocus(true);
    m_words->setAccessibleName(tr("What it says"));
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_media);
    layout->addWidget(m_found);
    auto *verdict = new QVBoxLayout(m_verdict);
    verdict->setContentsMargins(0, 0, 0, 0);
    auto *faults = new QGridLayout;
    for (int i = 0; i < int(domain::enumNames<InspectionFault>().size()); ++i) {
        m_faults.push_back(new QCheckBox(u"&%1 "_s.arg(i + 1) + Words::inspectionFault(InspectionFault(i)))); // Alt+1 …
        faults->addWidget(m_faults.back(), i / kFaultsInARow, i % kFaultsInARow);
    }
    verdict->addLayout(faults);
    m_note->setMaxLength(2000);
    m_note->setPlaceholderText(tr("What is wrong, and what would be right; its editors read it"));
    m_note->setAccessibleName(tr("What is wrong"));
    verdict->addWidget(m_note);
    auto *acts = new QHBoxLayout;
    acts->addStretch(1);
    acts->addWidget(m_faulty);
    acts->addWidget(m_inOrder);
    verdict->addLayout(acts);
    layout->addWidget(m_verdict);
    for (QPushButton *one : {m_inOrder, m_faulty})
        one->setAutoDefault(false);

    connect(m_inOrder, &QPushButton::clicked, this, [this] { judge(false); });
    connect(m_faulty, &QPushButton::clicked, this, [this] { judge(true); });
    connect(m_note, &QLineEdit::returnPressed, this, [this] { judge(true); });
    connect(m_media, &MediaStrip::failed, this, &InspectionSheet::said);
    const client::Feed &feed = desk.bench.feed;
    connect(&feed, &client::Feed::entriesFound, this, [this](quint64 ticket, const QList<client::EntryHit> &hits) {
        if (ticket != m_ticket)
            return;
        const auto row = hits.isEmpty() ? std::nullopt : std::optional(hits.front().row);
        m_isOther = m_isOther || (m_isLooked && m_row && row && m_row->version != row->version);
        m_isLooked = row.has_value() || m_desk.bench.hasAllEntries(); // what is on its way is not withdrawn
        m_row = row;
        showWords();
    });
    connect(&feed, &client::Feed::knowledgeChanged, this, [this] {
        if (!m_one.entry.isEmpty())
            m_ticket = m_desk.bench.feed.findEntry(m_one.entry); // it may say something else by now
    });
    showWords();
}

void InspectionSheet::show(const protocol::InspectedEntry &one, bool mayJudge)
{
    const bool isOther = one.entry != m_one.entry;
    m_one = one;
    m_mayJudge = mayJudge;
    if (isOther) {
        m_row.reset();
        m_isLooked = m_isOther = false;
        for (QCheckBox *fault : m_faults)
            fault->setChecked(false);
        m_note->clear();
        if (!one.entry.isEmpty())
            m_ticket = m_desk.bench.feed.findEntry(one.entry);
    }
    showWords();
}

void InspectionSheet::setWaiting(bool on)
{
    m_isWaiting = on;
    showWords();
}

void InspectionSheet::showWords()
{
    m_title->setText(m_row ? m_row->title : m_one.title);
    QStringList facts, layers;
    if (m_row) {
        facts = {m_desk.bench.unitName(m_row->unit), u"v%1"_s.arg(m_row->version), tr("from %1").arg(m_row->from), m_row->to.isEmpty() ? QString() : tr("until %1").arg(m_row->to),
                 m_row->authority.isEmpty() ? QString() : tr("interpreted by %1").arg(m_row->authority), m_row->sourceTitle};
        const std::pair<QString, QString> parts[] = {{tr("Plain"), m_row->plain}, {tr("Official"), m_row->official}, {tr("Source"), m_row->sourceWords},
                                                     {tr("Other ways to ask it"), m_row->aliases.join(u'\n')}};
        for (const auto &[name, words] : parts)
            if (!words.isEmpty())
                layers.append(u"【%1】\n%2"_s.arg(name, words));
    } else if (m_isLooked) {
        layers = {tr("It was withdrawn since it was drawn. It counts for nothing.")};
    } else if (!m_one.entry.isEmpty()) {
        layers = {tr("The entry is on its way to this desk.")};
    }
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    if (const QString words = layers.join(u"\n\n"_s); words != m_words->toPlainText())
        m_words->setPlainText(words);
    m_media->show(m_one.entry, m_row ? m_row->media : std::vector<client::EntryMedia>(), false);
    QStringList found;
    if (m_one.at) {
        found.append(m_one.state == InspectionState::Passed ? tr("In order") : m_one.state == InspectionState::Gone ? tr("Not in force any more") : tr("Has faults"));
        for (const InspectionFault fault : m_one.faults)
            found.append(Words::inspectionFault(fault));
        found.append({m_one.note.text, m_one.byName, Words::moment(*m_one.at)});
        found.removeAll(QString());
    }
    m_found->setText(found.join(u" · "_s));
    m_found->setVisible(!found.isEmpty());
    m_verdict->setVisible(m_mayJudge && m_one.state == InspectionState::Open && !m_one.entry.isEmpty());
    m_inOrder->setText(m_row || !m_isLooked ? tr("In order") : tr("Set aside"));
    m_inOrder->setEnabled(m_isLooked && !m_isWaiting);
    m_faulty->setEnabled(m_row && !m_isWaiting);
}

void InspectionSheet::judge(bool hasFaults)
{
    std::vector<InspectionFault> faults;
    for (std::size_t i = 0; i < m_faults.size(); ++i)
        if (m_faults[i]->isChecked())
            faults.push_back(InspectionFault(i));
    const QString note = m_note->text().trimmed();
    if (!m_isLooked || m_isWaiting)
        return;
    if (std::exchange(m_isOther, false))
        return emit said(tr("It says something else since a moment ago. Read it again."));
    if (hasFaults && (faults.empty() || note.isEmpty()))
        return emit said(tr("Tick what kind of fault it is, and write what is wrong."));
    if (!hasFaults && (!faults.empty() || !note.isEmpty()))
        return emit said(tr("A fault is ticked or written down. Take it out, or say that it has faults."));
    emit said({});
    client::EntryRow row = m_row.value_or(client::EntryRow());
    row.id = m_one.entry;
    if (!m_row)
        row.version = 0; // nobody read any
    emit judged(row, faults, note);
}

} // namespace bangban::ui
