// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scope_card.h"

#include <QPushButton>

namespace bangban::ui {

ScopeCard::ScopeCard(const Desk &desk, QWidget *parent) : AdviceBar(desk, parent), m_desk(desk)
{
    QPushButton *insert = addButton(tr("Insert this answer"));
    connect(insert, &QPushButton::clicked, this, [this] {
        m_settled.insert(m_request);
        hide();
        emit insertAsked(m_answer);
    });
    connect(this, &AdviceBar::closed, this, [this] { m_settled.insert(m_request); });
    connect(&desk.bench.phrases, &models::PhraseCheck::changed, this, &ScopeCard::look);
    connect(&desk.bench.messages, &models::MessageBook::changed, this, [this](const RequestId &request) {
        if (request == m_request)
            look();
    });
}

void ScopeCard::setRequest(const RequestId &request)
{
    m_request = request;
    look();
}

void ScopeCard::look()
{
    if (m_request.isEmpty() || m_settled.contains(m_request))
        return hide();
    const auto messages = m_desk.bench.messages.of(m_request);
    QString said; // by staff, after the words looked at
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        const QString &words = message->row.words.text;
        if (message->row.sender == domain::Sender::Staff)
            said += words;
        if (message->row.sender != domain::Sender::Citizen || message->row.recalledAt)
            continue;
        const auto finds = m_desk.bench.phrases.book().inQuestion(words);
        if (finds.empty())
            continue;
        m_answer = finds.front().phrase.suggestion;
        if (said.contains(m_answer))
            break;
        say(tr("Perhaps no matter of this desk: “%1”").arg(words.mid(finds.front().begin, finds.front().size).simplified()),
            tr("%1 Then end it as out of scope; it counts against nobody.").arg(m_answer), false);
        return;
    }
    hide();
}

} // namespace bangban::ui
