// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/send_check.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>

#include <algorithm>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

/// "（不得使用）" is a remark, nothing to say.
bool isSaid(const QString &suggestion) { return !suggestion.isEmpty() && !suggestion.startsWith(u'（'); }

const QString kGap = u"……"_s; ///< of a suggestion, for the person to fill in

} // namespace

SendCheck::SendCheck(const Desk &desk, QPlainTextEdit *edit, QWidget *parent)
    : AdviceBar(desk, parent), m_desk(desk), m_edit(edit), m_replace(addButton(tr("Say that"))), m_send(addButton(tr("Send as it is")))
{
    connect(m_replace, &QPushButton::clicked, this, &SendCheck::replace);
    connect(m_send, &QPushButton::clicked, this, &SendCheck::sendAsked);
    connect(this, &AdviceBar::closed, m_edit, [this] {
        m_edit->setExtraSelections({});
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisibleTo(parentWidget()))
            look();
    });
}

bool SendCheck::allows(const RequestId &request, const QString &text)
{
    const auto finds = m_desk.bench.phrases.book().inAnswer(text);
    const bool isKept = std::ranges::any_of(finds, &knowledge::isBlocked);
    const bool wasAsked = m_asked == text && !text.isEmpty();
    if (finds.empty() || (wasAsked && !isKept)) {
        m_asked.clear();
        m_edit->setExtraSelections({});
        hide();
        return true;
    }
    m_asked = text;
    if (isKept && !wasAsked)
        m_desk.bench.feed.reportSlip(request, text);
    look();
    return false;
}

void SendCheck::look()
{
    const auto finds = m_desk.bench.phrases.book().inAnswer(m_edit->toPlainText());
    QList<QTextEdit::ExtraSelection> marks;
    for (const knowledge::PhraseFind &find : finds) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_edit->document());
        mark.cursor.setPosition(int(find.begin));
        mark.cursor.setPosition(int(find.begin + find.size), QTextCursor::KeepAnchor);
        mark.format.setBackground(m_desk.theme(knowledge::isBlocked(find) ? Colour::RedSoft : Colour::AmberSoft));
        mark.format.setForeground(m_desk.theme(knowledge::isBlocked(find) ? Colour::RedInk : Colour::AmberInk));
        mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline); // not by colour alone
        marks.append(mark);
    }
    m_edit->setExtraSelections(marks);
    if (finds.empty())
        return hide();
    const bool isKept = std::ranges::any_of(finds, &knowledge::isBlocked);
    const knowledge::PhraseFind &first = finds.front();
    const QString words = m_edit->toPlainText().mid(first.begin, first.size).simplified();
    const QString &suggestion = first.phrase.suggestion;
    m_replace->setVisible(isSaid(suggestion));
    m_send->setVisible(!isKept);
    say(knowledge::isBlocked(first) ? tr("“%1” may not be said to a citizen").arg(words) : tr("“%1” can be said more kindly").arg(words),
        isSaid(suggestion) ? tr("Better: %1").arg(suggestion) : suggestion, isKept);
}

void SendCheck::replace()
{
    const auto finds = m_desk.bench.phrases.book().inAnswer(m_edit->toPlainText());
    if (finds.empty())
        return hide();
    const auto [phrase, begin, size] = finds.front();
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(int(begin));
    cursor.setPosition(int(begin + size), QTextCursor::KeepAnchor);
    // Its own stop takes the place of the one that stood there.
    const QString behind = m_edit->toPlainText().mid(begin + size, 1);
    if (!behind.isEmpty() && u"。！？!?.，,"_s.contains(behind) && phrase.suggestion.back().isPunct())
        cursor.setPosition(int(begin + size) + 1, QTextCursor::KeepAnchor);
    cursor.insertText(phrase.suggestion);
    if (const qsizetype gap = phrase.suggestion.indexOf(kGap); gap >= 0) { // to be typed over
        cursor.setPosition(int(begin + gap));
        cursor.setPosition(int(begin + gap + kGap.size()), QTextCursor::KeepAnchor);
    }
    m_edit->setTextCursor(cursor);
    m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace bangban::ui
