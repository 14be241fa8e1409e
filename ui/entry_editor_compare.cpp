// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/changes.h"
#include "core/search/contradictions.h"
#include "ui/controls.h"
#include "ui/entry_editor.h"
#include "ui/words.h"

#include <QPlainTextEdit>

/// What the editor knows beside the entry: the version before, what else holds, what waits for its day.
namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Names and sizes: another file under the old name is another one.
QString namesOf(const std::vector<client::EntryMedia> &media)
{
    QStringList names;
    for (const client::EntryMedia &one : media)
        names.append(u"%1 (%2)"_s.arg(one.title, one.isLink() ? one.url : Words::fileSize(one.size)));
    return names.join(u", "_s);
}

constexpr int kOthers = 20; ///< entries that are compared with this one

/// What went is struck out, what came is underlined: nobody needs the colours.
void showChanges(QPlainTextEdit &edit, const QString &before, const QString &after, const Theme &theme)
{
    using In = search::Stretch::In;
    const QSignalBlocker quiet(&edit); // both texts together may be longer than one may be
    edit.clear();
    QTextCursor cursor(edit.document());
    cursor.beginEditBlock(); // laid out once
    for (const search::Stretch &one : search::changesBetween(before, after)) {
        QTextCharFormat format;
        if (one.in == In::Before) {
            format.setFontStrikeOut(true);
            format.setForeground(theme(Colour::RedInk));
        } else if (one.in == In::After) {
            format.setFontUnderline(true);
            format.setForeground(theme(Colour::GreenInk));
            format.setBackground(theme(Colour::GreenSoft));
        }
        QString text = one.text;
        if (one.in != In::Both) // a break that came or went is seen
            text.replace(u'\n', u"↵\n"_s);
        cursor.insertText(text, format);
    }
    cursor.endEditBlock();
    edit.moveCursor(QTextCursor::Start);
}

} // namespace

/// What holds now and gives other figures for the same: the one who writes or reviews hears of it before a citizen does. \source duty 137
void EntryEditor::askForOthers()
{
    showOpposed(); // beside what is known of; the line stays where it is while one types
    const client::EntryRow row = m_mode == Mode::Writing ? typed() : m_entry;
    if (m_mode != Mode::Nothing && !row.title.isEmpty())
        m_othersTicket = m_desk.bench.feed.findEntries({row.title, row.item, kOthers});
}

void EntryEditor::showOpposed()
{
    const client::EntryRow row = m_mode == Mode::Writing ? typed() : m_entry;
    std::vector<search::Statement> statements{{row.id.value, row.title, answerOf(row)}};
    for (const client::EntryHit &hit : std::as_const(m_others))
        if (hit.row.id != row.id && hit.row.item == row.item)
            statements.push_back({hit.row.id.value, hit.row.title, answerOf(hit.row)});
    QStringList words;
    for (const search::Contradiction &one : search::contradictions(statements)) {
        const auto other = std::ranges::find(m_others, EntryId(one.other), [](const client::EntryHit &hit) { return hit.row.id; });
        if (one.one == row.id.value && other != m_others.end())
            words.append(tr("It says %1; “%2” of %3 says %4.").arg(one.here, other->row.title, m_desk.bench.unitName(other->row.unit), one.there));
    }
    m_opposed->setText(words.isEmpty() ? QString() : tr("May contradict what holds now. %1").arg(words.join(u' ')));
    m_opposed->setStyleSheet(u"color: "_s + m_desk.theme(Colour::AmberInk).name());
    m_opposed->setVisible(!words.isEmpty());
}

void EntryEditor::askForBefore()
{
    if (m_base > 0)
        m_ticket = m_desk.bench.feed.findEntry(m_entry.id);
}

/// The layers with what the draft changes of them, or as it says them; a reviewer reads a change, not a text twice.
void EntryEditor::compare()
{
    const bool isShown = m_before && m_changes->isChecked();
    m_changes->setVisible(m_before.has_value());
    m_facts->setText(isShown ? factsBefore() : QString());
    m_facts->setVisible(!m_facts->text().isEmpty());
    if (!m_before)
        return;
    const std::tuple<QPlainTextEdit *, QString, QString> layers[] = {{m_plain, m_before->plain, m_entry.plain},
                                                                     {m_official, m_before->official, m_entry.official},
                                                                     {m_source, m_before->sourceWords, m_entry.sourceWords},
                                                                     {m_aliases, m_before->aliases.join(u'\n'), m_entry.aliases.join(u'\n')}};
    for (const auto &[edit, before, after] : layers)
        showChanges(*edit, isShown ? before : after, after, m_desk.theme);
}

/// How the lines were that the draft has otherwise; a text of one line needs no marks.
QString EntryEditor::factsBefore() const
{
    const auto itemName = [this](const ItemId &item) {
        const int place = m_item->findData(item.value);
        return place < 0 ? item.value : m_item->itemText(place);
    };
    const std::tuple<QString, QString, QString> facts[] = {{tr("Question"), m_before->title, m_entry.title},
                                                           {tr("Item"), itemName(m_before->item), itemName(m_entry.item)},
                                                           {tr("In force from"), m_before->from, m_entry.from},
                                                           {tr("Until"), m_before->to, m_entry.to},
                                                           {tr("Look again by"), m_before->reviewDue, m_entry.reviewDue},
                                                           {tr("Document and article"), m_before->sourceTitle, m_entry.sourceTitle},
                                                           {tr("Interpreted by"), m_before->authority, m_entry.authority},
                                                           {tr("Pictures and links"), namesOf(m_before->media), namesOf(m_entry.media)}};
    QStringList were;
    for (const auto &[name, before, after] : facts)
        if (before != after)
            were.append(tr("%1 was: %2").arg(name, before.isEmpty() ? tr("(none)") : before));
    return were.join(u" · "_s);
}

/// "another version begins on 2026-12-01", if one waits.
QString EntryEditor::nextVersion() const
{
    QString first;
    for (const client::EntryDraftRow &draft : m_desk.bench.entryDrafts.rows())
        if (draft.entry.id == m_entry.id && draft.entry.state == domain::EntryState::Scheduled && draft.id != m_draft.id && (first.isEmpty() || draft.entry.from < first))
            first = draft.entry.from;
    return first.isEmpty() ? QString() : tr("another version begins on %1").arg(first);
}

} // namespace bangban::ui
