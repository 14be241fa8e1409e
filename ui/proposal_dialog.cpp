// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proposal_dialog.h"

#include "ui/controls.h"
#include "ui/error_words.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

/// What staff said last, and what the citizen had said before; thanks that came after are no question.
std::pair<QString, QString> lastAnswer(const QList<client::MessageView> &messages)
{
    QStringList question, answer;
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        const client::MessageRow &row = message->row;
        if (row.kind != domain::MessageKind::Text || row.recalledAt || row.words.text.isEmpty() || message->delivery == client::Delivery::Failed)
            continue;
        if (row.sender == domain::Sender::Staff) {
            if (!question.isEmpty())
                break;
            answer.prepend(row.words.text);
        } else if (row.sender == domain::Sender::Citizen && !answer.isEmpty()) {
            question.prepend(row.words.text);
        }
    }
    return {question.join(u'\n'), answer.join(u'\n')};
}

} // namespace

ProposalDialog::ProposalDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent)
    : DialogFrame(desk, tr("Keep this answer"), tr("Hand it to the editors"), parent), m_request(request.id), m_question(new QPlainTextEdit),
      m_answer(new QPlainTextEdit)
{
    const auto [question, answer] = lastAnswer(desk.bench.messages.of(request.id));
    const std::tuple<QPlainTextEdit *, QString, QString, int> fields[] = {
        {m_question, tr("Question"), question.isEmpty() ? request.words.text : question, 64}, {m_answer, tr("Answer"), answer, 140}};
    for (const auto &[field, name, words, height] : fields) {
        field->setPlainText(words);
        field->setTabChangesFocus(true);
        field->setFixedHeight(desk.theme.px(height));
        addField(name, field);
    }
    QLabel *remark = label(tr("Leave out names and numbers. The case goes along; the unit's editors see to the rest."), "secondary");
    remark->setWordWrap(true);
    body()->addWidget(remark);
    resize(desk.theme.px(560), sizeHint().height());
}

void ProposalDialog::confirm()
{
    const QString question = m_question->toPlainText().trimmed();
    const QString answer = m_answer->toPlainText().trimmed();
    if (question.isEmpty() || answer.isEmpty())
        return showError(tr("Write both: what is asked, and what is answered."));
    if (question.size() > protocol::kMaxPlain || answer.size() > protocol::kMaxPlain)
        return showError(tr("Shorten it to %1 characters.").arg(protocol::kMaxPlain));
    closeOnceKept(m_desk.bench.feed.proposeEntry(m_request, question, answer));
}

} // namespace bangban::ui
