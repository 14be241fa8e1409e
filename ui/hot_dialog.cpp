// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hot_dialog.h"

#include "core/domain/permissions.h"
#include "ui/answer_box.h"
#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/media_strip.h"
#include "ui/read_table.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostOffered = 8;

} // namespace

HotDialog::HotDialog(const Desk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_table(new ReadTable(tr("Asked more than once today"))), m_field(new QLineEdit), m_entries(new QListWidget), m_answer(new QPlainTextEdit),
      m_media(new MediaStrip(desk)), m_state(label({}, "secondary")), m_send(button(tr("Send to all who wait"), "primary"))
{
    const Theme &theme = desk.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Hot questions of today"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->setSpacing(theme.px(8));
    auto *head = new QHBoxLayout;
    head->addWidget(label(windowTitle(), "title"), 1);
    QPushButton *again = button(tr("Count again"));
    head->addWidget(again);
    layout->addLayout(head);
    QLabel *rule = label(tr("Questions that are alike by their words. An answer goes into the conversation of everybody who has none of a person yet, once; they keep "
                            "their place, and a person still answers them."),
                         "secondary");
    rule->setWordWrap(true);
    layout->addWidget(rule);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    layout->addWidget(m_table, 1);
    m_field->setPlaceholderText(tr("Search the answer"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->addAction(desk.icons.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->setMaxLength(protocol::kMaxTitle);
    layout->addWidget(m_field);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(theme.px(12));
    m_entries->setAccessibleName(tr("Entries"));
    m_entries->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    answers->addWidget(m_entries, 2);
    auto *read = new QVBoxLayout;
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_answer->setAccessibleName(tr("What is sent"));
    read->addWidget(m_answer, 1);
    read->addWidget(m_media);
    answers->addLayout(read, 3);
    layout->addLayout(answers, 1);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_send);
    m_send->setVisible(domain::isGranted(desk.bench.me().roles, domain::Permission::AnswerAll));
    QPushButton *close = button(tr("Close"));
    foot->addWidget(close);
    layout->addLayout(foot);
    for (QPushButton *one : {again, m_send, close}) // Enter in the search field sends nothing to anybody
        one->setAutoDefault(false);
    resize(theme.px(980), theme.px(600));

    connect(again, &QPushButton::clicked, this, [this] {
        m_isResult = false;
        ask();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) { choose(row); });
    connect(m_field, &QLineEdit::textEdited, this, &HotDialog::find);
    connect(m_entries, &QListWidget::currentRowChanged, this, &HotDialog::showEntry);
    connect(m_send, &QPushButton::clicked, this, &HotDialog::send);
    const client::Feed &feed = desk.bench.feed;
    connect(&feed, &client::Feed::hotLoaded, this, &HotDialog::show);
    connect(&feed, &client::Feed::hotRefused, this, [this](const Error &error) { say(errorWords(error), true); });
    connect(&feed, &client::Feed::entriesFound, this, [this](quint64 ticket, const QList<client::EntryHit> &hits) {
        if (ticket != m_ticket)
            return;
        m_found = hits;
        const QSignalBlocker quiet(m_entries);
        m_entries->clear();
        int chosen = hits.isEmpty() ? -1 : 0;
        for (const client::EntryHit &hit : hits) {
            if (hit.row.id == m_entry.id)
                chosen = m_entries->count();
            m_entries->addItem(hit.row.title);
        }
        m_entries->setCurrentRow(chosen);
        showEntry();
    });
    connect(&feed, &client::Feed::knowledgeChanged, this, [this](const client::KnowledgeState &state) {
        if (state.percent == 100)
            find(); // it may say something else by now
    });
    connect(m_media, &MediaStrip::failed, this, [this](const QString &words) { say(words, true); });
    connect(&feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        if (answer.command != m_sent)
            return;
        m_sent = {};
        m_isResult = true;
        say(answer.error ? errorWords(*answer.error) : tr("Sent to %n who wait.", nullptr, answer.data["told"_L1].toInt()), answer.error.has_value());
        ask();
    });
    connect(&desk.bench.feed, &client::Feed::signedOut, this, [this] { done(Rejected); });
    connect(&desk.bench, &models::Workbench::lineChanged, this, [this, was = desk.bench.isOnline()]() mutable {
        if (const bool is = m_desk.bench.isOnline(); std::exchange(was, is) != is)
            ask();
    });
    show(m_hot);
    ask();
}

void HotDialog::ask()
{
    if (!m_desk.bench.isOnline())
        say(tr("The figures come from the server; there is no line now."));
    else
        m_desk.bench.feed.fetchHot();
    showEntry();
}

/// The person's row stays chosen when it is counted anew, as long as it is there.
void HotDialog::show(const protocol::HotQuestions &hot)
{
    const protocol::HotRow before = m_row;
    m_hot = hot;
    QList<QStringList> rows{{tr("Asked"), tr("Waiting"), tr("Question"), tr("Item"), tr("Unit")}};
    for (const protocol::HotRow &one : m_hot.rows)
        rows.append({QString::number(one.times), QString::number(one.waiting.size()), one.words, one.itemName,
                     one.unit.isEmpty() ? tr("district pool") : m_desk.bench.unitName(one.unit)});
    const auto same = std::ranges::find_if(m_hot.rows, [&](const protocol::HotRow &one) {
        return one.unit == before.unit && one.itemName == before.itemName && one.words == before.words;
    });
    const int at = m_hot.rows.empty() ? -1 : same == m_hot.rows.end() ? 0 : int(same - m_hot.rows.begin());
    {
        const QSignalBlocker quiet(m_table);
        m_table->fill(rows, 2);
        m_table->setCurrentCell(at, 0);
    }
    choose(at);
    if (!m_hot.day.isEmpty() && !m_isResult)
        say(m_hot.rows.empty() ? tr("Nothing was asked twice in %n request(s) of today.", nullptr, m_hot.asked) : tr("In %n request(s) of today.", nullptr, m_hot.asked));
}

/// Another question is another answer: until that is found there is none.
void HotDialog::choose(int at)
{
    const protocol::HotRow before = std::exchange(m_row, at >= 0 && at < int(m_hot.rows.size()) ? m_hot.rows[std::size_t(at)] : protocol::HotRow());
    if (m_row.words == before.words && m_row.unit == before.unit && m_row.itemName == before.itemName)
        return showEntry(); // what the person looks for stays
    m_found.clear();
    const QSignalBlocker quiet(m_entries);
    m_entries->clear();
    showEntry();
    m_field->setText(m_row.words.left(m_field->maxLength()));
    find();
}

void HotDialog::find() { m_ticket = m_desk.bench.feed.findEntries({m_field->text().trimmed(), {}, kMostOffered, {}}); }

void HotDialog::showEntry()
{
    const int at = m_entries->currentRow();
    m_entry = at >= 0 && at < m_found.size() ? m_found[at].row : client::EntryRow();
    const int waiting = int(m_row.waiting.size());
    m_answer->setPlainText(AnswerBox::plainOf(m_entry));
    m_media->show(m_entry.id, m_entry.media, false);
    m_send->setText(tr("Send to %n who wait", nullptr, waiting));
    m_send->setEnabled(!m_entry.id.isEmpty() && waiting > 0 && m_sent.isEmpty() && m_desk.bench.isOnline());
}

void HotDialog::send()
{
    auto *asked = new QMessageBox(QMessageBox::Question, windowTitle(), tr("“%1” goes to %n who asked: %2", nullptr, int(m_row.waiting.size())).arg(m_entry.title, m_row.words), QMessageBox::Cancel, this);
    asked->setTextFormat(Qt::PlainText); // a citizen's words
    QPushButton *yes = asked->addButton(tr("Send"), QMessageBox::AcceptRole);
    asked->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, [this, entry = m_entry, requests = m_row.waiting] {
        m_sent = m_desk.bench.feed.answerHot(requests, entry);
        showEntry();
    });
    asked->open();
}

void HotDialog::say(const QString &words, bool isError)
{
    m_state->setText(words);
    m_state->setStyleSheet(u"color: "_s + m_desk.theme(isError ? Colour::RedInk : Colour::Text2).name());
}

} // namespace bangban::ui
