// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry_import_dialog.h"

#include "core/base/uuid7.h"
#include "core/sheet/sheet.h"
#include "ui/controls.h"
#include "ui/entry_editor.h"
#include "ui/error_words.h"
#include "ui/read_table.h"
#include "ui/table_file.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using Fault = models::EntryLine::Fault;
using State = models::EntryLine::State;

EntryImportDialog::EntryImportDialog(const Desk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_file(label(tr("No file chosen"), "secondary")), m_list(new ReadTable(tr("What each row would do"))), m_state(label({}, "secondary")),
      m_send(button(tr("Send to review"), "primary"))
{
    const Theme &theme = desk.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Entries from a table"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->setSpacing(theme.px(8));
    layout->addWidget(label(windowTitle(), "title"));
    QLabel *remark = label(tr("An Excel workbook (its first sheet), CSV, or a JSON list; the first row names the columns. A row changes the entry of its code, or of its question; "
                              "an empty cell leaves what is there. Nothing is published: what you send waits for a reviewer. At most %1 rows.")
                               .arg(models::kMostImported),
                           "secondary");
    remark->setWordWrap(true);
    layout->addWidget(remark);
    auto *tools = new QHBoxLayout;
    QPushButton *choose = button(tr("Choose a file…"));
    QPushButton *empty = button(tr("Save an empty table"), "link");
    tools->addWidget(choose);
    tools->addWidget(m_file, 1);
    tools->addWidget(empty);
    layout->addLayout(tools);
    layout->addWidget(m_list, 1);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    QPushButton *close = button(tr("Close"));
    foot->addWidget(close);
    foot->addWidget(m_send);
    layout->addLayout(foot);
    resize(theme.px(940), theme.px(560));

    connect(choose, &QPushButton::clicked, this, &EntryImportDialog::choose);
    connect(empty, &QPushButton::clicked, this, [this] { TableFile::save(tr("Entries") + u".csv"_s, {models::entryColumns()}, this); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &EntryImportDialog::send);
    connect(&desk.bench.feed, &client::Feed::entriesFound, this, [this](quint64 ticket, const QList<client::EntryHit> &hits) {
        if (ticket != m_ticket)
            return;
        models::EntryPlace place{m_desk.bench.me().unit, m_desk.bench.unitName(m_desk.bench.me().unit), dateOf(m_desk.bench.feed.serverNow()), {}, {}, m_desk.bench.entryDrafts.rows()};
        for (const client::ItemRow &item : m_desk.bench.items.rows()) {
            place.items.insert(item.id.value, item.id);
            const auto same = place.items.constFind(item.name);
            place.items.insert(item.name, same == place.items.constEnd() ? item.id : ItemId()); // of two of one name the code says which
        }
        for (const client::EntryHit &hit : hits)
            place.published.push_back(hit.row);
        auto table = models::entryTable(m_rows, place, [this] { return EntryId(makeUuid7(m_desk.bench.feed.serverNow())); });
        if (!table)
            return say(unreadable(table.error()), true);
        m_table = std::move(*table);
        show();
    });
    connect(&desk.bench.feed, &client::Feed::knowledgeChanged, this, [this] {
        if (!m_isSent)
            check(); // all is here, or another entry holds by now
    });
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        const auto sent = m_sent.constFind(answer.command);
        if (sent == m_sent.constEnd())
            return;
        m_list->item(*sent, 3)->setText(answer.error ? errorWords(*answer.error) : tr("sent to review"));
        m_sent.erase(sent);
        if (--m_left == 0)
            say(tr("All were answered; what was refused says why."));
    });
    show();
}

void EntryImportDialog::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"), {}, tr("Tables (*.xlsx *.csv *.txt *.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (file.size() > sheet::kLargestFile)
            return say(tr("%1 is larger than 20 MB.").arg(path), true);
        if (!file.open(QIODevice::ReadOnly))
            return say(tr("%1 cannot be read: %2").arg(path, file.errorString()), true);
        load(QFileInfo(path).fileName(), file.readAll());
    });
    dialog->open();
}

void EntryImportDialog::load(const QString &name, const QByteArray &content)
{
    m_file->setText(name);
    m_table = {};
    m_rows.clear();
    m_sent.clear();
    m_left = 0;
    m_isSent = false;
    show();
    auto rows = sheet::read(content);
    if (!rows)
        return say(unreadable(rows.error()), true);
    m_rows = std::move(*rows);
    check();
}

/// The unit's entries are asked for first: a row is compared with what holds.
void EntryImportDialog::check()
{
    m_ticket = 0;
    m_send->setEnabled(false);
    if (m_rows.isEmpty())
        return;
    if (!m_desk.bench.hasAllEntries())
        return say(tr("The knowledge base is not all here yet: what a row changes cannot be told. It goes on by itself."));
    m_ticket = m_desk.bench.feed.findEntries({{}, {}, kWholeUnit, m_desk.bench.me().unit});
}

QString EntryImportDialog::unreadable(const Error &error)
{
    const QString &what = error.detail;
    return what == "title"_L1 ? tr("No column is named 问题 (question). The first row names the columns.")
        : what == "rows"_L1   ? tr("It has too many rows; take several files of at most %1 rows.").arg(models::kMostImported)
        : what == "columns"_L1 || what == "cell"_L1 || what == "size"_L1 ? tr("It holds more than a table of entries can: a cell, or the file, is too long.")
        : what == "quote"_L1      ? tr("A quotation mark is opened and never closed; save the table again.")
        : what == "characters"_L1 ? tr("Its characters are neither UTF-8 nor GB18030; save it as “CSV UTF-8”.")
        : what == "1904"_L1       ? tr("Its days are counted from 1904; save it with the usual calendar, or as CSV.")
        : what == "json"_L1       ? tr("It is no JSON list of objects.")
        : what == "empty"_L1      ? tr("It is empty.")
                                  : tr("The workbook is damaged; open it and save it again as .xlsx.");
}

QString EntryImportDialog::remark(const models::EntryLine &line) const
{
    QStringList fields;
    for (const QString &field : line.field.split(u' ', Qt::SkipEmptyParts))
        fields.append(models::entryColumn(field));
    const QString field = fields.join(u'、');
    switch (line.fault) {
    case Fault::None:
        return line.state == State::Changed ? tr("changes %1 of v%2").arg(field).arg(line.base) : line.state == State::Same ? tr("as it holds") : QString();
    case Fault::Missing:
        return tr("%1 is missing").arg(field);
    case Fault::NoDay:
        return tr("%1 is no day like 2026-12-01").arg(field);
    case Fault::EndsBefore:
        return tr("ends before it begins");
    case Fault::TooLong:
        return tr("%1 is too long").arg(field);
    case Fault::Ambiguous:
        return tr("there are several with this %1; name the code").arg(field);
    case Fault::UnknownItem:
        return tr("no item has this name or code");
    case Fault::BadCode:
        return tr("a code has letters, digits, - and _ alone");
    case Fault::Twice:
        return tr("stands in the file twice");
    case Fault::BeingWritten:
        return tr("is being written, or waits for a reviewer");
    }
    return {};
}

void EntryImportDialog::show()
{
    QList<QStringList> rows{{tr("Row"), tr("Does"), tr("Question"), tr("Remark")}};
    int counts[4] = {};
    for (const models::EntryLine &line : m_table.lines) {
        ++counts[int(line.state)];
        const QString does = line.state == State::New ? tr("new") : line.state == State::Changed ? tr("changed") : line.state == State::Same ? tr("the same") : tr("faulty");
        rows.append({QString::number(line.line), does, line.entry.title, remark(line)});
    }
    m_list->fill(rows, 2);
    for (int i = 0; i < m_list->rowCount(); ++i)
        for (const int column : {0, 1, 3})
            if (m_table.lines[std::size_t(i)].state == State::Faulty)
                m_list->item(i, column)->setForeground(m_desk.theme(Colour::RedInk));
    const int ready = counts[int(State::New)] + counts[int(State::Changed)];
    m_send->setText(ready > 0 ? tr("Send %n to review", nullptr, ready) : tr("Send to review"));
    m_send->setEnabled(ready > 0);
    QStringList words;
    if (!m_table.lines.empty())
        words.append(tr("New: %1 · changed: %2 · the same: %3 · faulty: %4").arg(counts[0]).arg(counts[1]).arg(counts[2]).arg(counts[3]));
    if (!m_table.unknown.isEmpty())
        words.append(tr("Columns that are not read: %1").arg(m_table.unknown.join(u'、')));
    say(words.join(u'\n'));
}

void EntryImportDialog::send()
{
    m_send->setEnabled(false);
    m_isSent = true;
    for (int i = 0; i < m_list->rowCount(); ++i) {
        const models::EntryLine &line = m_table.lines[std::size_t(i)];
        if (line.state != State::New && line.state != State::Changed)
            continue;
        m_list->item(i, 3)->setText(tr("on its way"));
        ++m_left;
        m_sent.insert(m_desk.bench.feed.saveEntry(line.entry, line.base, true, {}), i);
    }
    say(tr("They are kept on this PC and go when the line is there."));
}

void EntryImportDialog::say(const QString &words, bool isError)
{
    m_state->setText(words);
    m_state->setStyleSheet(u"color: "_s + m_desk.theme(isError ? Colour::RedInk : Colour::Text2).name());
}

} // namespace bangban::ui
