// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scope_card.h"

#include <QPushButton>

#include <algorithm>

namespace bangban::ui {

ScopeCard::ScopeCard(const Desk &desk, QWidget *parent) : AdviceBar(desk, parent), m_desk(desk)
{
    QPushButton *insert = addButton(tr("Insert this answer"));
    connect(insert, &QPushButton::clicked, this, [this] {
        const QString answer = m_answer;
        settle();
        emit insertAsked(answer);
    });
    connect(this, &AdviceBar::closed, this, &ScopeCard::settle);
    connect(&desk.bench.phrases, &models::PhraseCheck::changed, this, [this] {
        m_harmless.clear();
        look();
    });
    connect(&desk.bench.messages, &models::MessageBook::changed, this, [this](const RequestId &request) {
        if (request == m_request)
            look();
    });
}

void ScopeCard::setRequest(const RequestId &request)
{
    if (m_request == request)
        return;
    m_request = request;
    m_harmless.clear();
    look();
}

void ScopeCard::settle()
{
    m_desk.bench.phrases.settle(m_request, m_phrase);
    look(); // for another one
}

void ScopeCard::look()
{
    if (m_request.isEmpty())
        return hide();
    const auto messages = m_desk.bench.messages.of(m_request);
    QStringList said; // by staff, after the words looked at
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        const client::MessageRow &row = message->row;
        if (row.sender == domain::Sender::Staff)
            said.append(row.words.text);
        if (row.sender != domain::Sender::Citizen || row.recalledAt || m_harmless.contains(row.id))
            continue;
        for (const knowledge::PhraseFind &find : m_desk.bench.phrases.book().inQuestion(row.words.text)) {
            const QString answer = find.phrase.suggestion;
            const bool isAnswered = std::ranges::any_of(said, [&](const QString &words) { return words.contains(answer); });
            if (isAnswered || m_desk.bench.phrases.isSettled(m_request, find.phrase.id))
                continue;
            m_phrase = find.phrase.id;
            m_answer = answer;
            return say(tr("Perhaps no matter of this desk: “%1”").arg(row.words.text.mid(find.begin, find.size).simplified()),
                       tr("%1 Then end it as out of scope; it counts against nobody.").arg(m_answer), false);
        }
        m_harmless.insert(row.id); // what was answered stays so
    }
    hide();
}

} // namespace bangban::ui
