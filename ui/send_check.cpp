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
    connect(m_send, &QPushButton::clicked, this, [this] {
        m_edit->setFocus(Qt::OtherFocusReason); // the button goes with the bar
        m_asked.second = m_edit->toPlainText(); // whoever presses it means what stands there now
        emit sendAsked();
    });
    connect(this, &AdviceBar::closed, m_edit, [this] {
        m_edit->setExtraSelections({});
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(&desk.bench.phrases, &models::PhraseCheck::changed, this, [this] {
        if (isVisibleTo(parentWidget()))
            look();
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
    const bool wasAsked = m_asked == std::pair(request, text);
    if (finds.empty() || (wasAsked && !isKept)) {
        dismiss();
        return true;
    }
    m_asked = {request, text};
    if (isKept && !wasAsked)
        m_desk.bench.feed.reportSlip(request, text);
    look();
    return false;
}

void SendCheck::dismiss()
{
    m_asked = {};
    m_edit->setExtraSelections({});
    hide();
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
    const knowledge::PhraseFind &worst = knowledge::worstOf(finds);
    const bool isKept = knowledge::isBlocked(worst);
    const QString words = m_edit->toPlainText().mid(worst.begin, worst.size).simplified();
    const QString &suggestion = worst.phrase.suggestion;
    m_replace->setVisible(isSaid(suggestion));
    m_send->setVisible(!isKept);
    say(isKept ? tr("“%1” may not be said to a citizen").arg(words) : tr("“%1” can be said more kindly").arg(words),
        isSaid(suggestion) ? tr("Better: %1").arg(suggestion) : suggestion, isKept);
}

void SendCheck::replace()
{
    const auto finds = m_desk.bench.phrases.book().inAnswer(m_edit->toPlainText());
    if (finds.empty() || !isSaid(knowledge::worstOf(finds).phrase.suggestion))
        return look(); // the list was changed meanwhile
    const auto [phrase, begin, size] = knowledge::worstOf(finds);
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
