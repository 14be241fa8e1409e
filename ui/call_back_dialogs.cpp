// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/call_back_dialogs.h"

#include "ui/controls.h"
#include "ui/words.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::ContactResult, domain::RevealReason;

namespace {

/// The office's own clock, whatever the PC's zone is.
QTimeZone officeZone()
{
    return QTimeZone(int(std::chrono::seconds(kOfficeOffset).count()));
}

} // namespace

ArrangeCallDialog::ArrangeCallDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent)
    : DialogFrame(desk, tr("Arrange a call-back"), tr("Promise the call"), parent), m_request(request.id),
      m_hasPhone(!request.phoneMask.isEmpty()), m_phone(new QLineEdit(this))
{
    body()->addWidget(label(tr("Number of the citizen"), "secondary", this));
    m_phone->setAccessibleName(tr("Number of the citizen"));
    m_phone->setPlaceholderText(m_hasPhone ? tr("%1 is known; fill in only another number").arg(request.phoneMask)
                                           : tr("Ask the citizen for the number"));
    m_phone->setMaxLength(30);
    body()->addWidget(m_phone);
    QLabel *words = label(tr("The server sets the due time by the working hours and tells the citizen."), "secondary", this);
    words->setWordWrap(true);
    body()->addWidget(words);
    resize(desk.theme.px(420), sizeHint().height());
}

void ArrangeCallDialog::confirm()
{
    const QString phone = m_phone->text().trimmed();
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    if (phone.isEmpty() ? !m_hasPhone : std::count_if(phone.cbegin(), phone.cend(), isDigit) < 5) {
        showError(tr("A call needs a number: ask the citizen and write it here."));
        m_phone->setFocus();
        return;
    }
    sendAndWait(m_desk.bench.feed.arrangeCall(m_request, phone));
}

CallBackRecordDialog::CallBackRecordDialog(const Desk &desk, const client::RequestRow &request, QWidget *parent)
    : DialogFrame(desk, tr("Call-back"), tr("Record"), parent), m_request(request.id),
      m_results(new QButtonGroup(this)), m_appointment(new QDateTimeEdit(this)), m_note(new QPlainTextEdit(this))
{
    const Instant now = desk.bench.feed.serverNow();
    const QString who = request.enterprise.text.isEmpty() ? request.citizenName.text : request.enterprise.text;
    QLabel *name = label((who.isEmpty() ? QString() : QString(who + u" · "_s)) + request.phoneMask, "bold", this);
    body()->addWidget(name);
    auto *show = new QToolButton(this);
    show->setText(tr("Show the number"));
    show->setVisible(!request.phoneMask.isEmpty());
    show->setPopupMode(QToolButton::InstantPopup);
    auto *reasons = new QMenu(show);
    for (const auto reason : {RevealReason::CallBack, RevealReason::Verify, RevealReason::CitizenAsked})
        reasons->addAction(Words::revealReason(reason), this, [this, reason] { m_desk.bench.feed.fetchPhone(m_request, reason); });
    show->setMenu(reasons);
    show->setToolTip(tr("The reason stands in the audit log."));
    body()->addWidget(show, 0, Qt::AlignLeft);
    connect(&desk.bench.feed, &client::Feed::phoneShown, this, [this, show, name](const RequestId &id, const QString &phone) {
        if (id != m_request)
            return;
        show->hide();
        name->setText(phone);
        name->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    });
    QLabel *question = label(request.words.text.left(300), "plain", this);
    question->setWordWrap(true);
    body()->addWidget(question);
    QString due = request.callBackDue ? tr("due %1").arg(Words::moment(*request.callBackDue)) : QString();
    if (const QString why = Words::dueReason(request.callBackWhy); !why.isEmpty())
        due += tr(" (%1)").arg(why);
    if (request.callBackAttempts > 0)
        due += tr(" · %n attempt(s) so far", nullptr, request.callBackAttempts);
    if (request.appointment)
        due += tr(" · agreed for %1").arg(Words::moment(*request.appointment));
    QLabel *facts = label(due, "secondary", this);
    facts->setWordWrap(true);
    body()->addWidget(facts);
    for (const ContactResult result : {ContactResult::Contacted, ContactResult::NoAnswer, ContactResult::Rescheduled}) {
        auto *choice = new QRadioButton(Words::contact(result), this);
        m_results->addButton(choice, int(result));
        body()->addWidget(choice);
    }
    // The field holds the office's wall time and knows no zone of its own: whatever the PC's is, it changes nothing.
    const QDateTime inAnHour = QDateTime::fromMSecsSinceEpoch(toMs(now + 1h), officeZone());
    m_appointment->setTimeSpec(Qt::UTC);
    m_appointment->setDateTime(QDateTime(inAnHour.date(), inAnHour.time(), Qt::UTC));
    m_appointment->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_appointment->setAccessibleName(tr("Agreed time"));
    m_appointment->setEnabled(false);
    body()->addWidget(m_appointment);
    connect(m_results, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (id == int(ContactResult::Rescheduled))
            m_appointment->setEnabled(on);
    });
    body()->addWidget(label(tr("Note"), "secondary", this));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(desk.theme.px(56));
    body()->addWidget(m_note);
    resize(desk.theme.px(460), sizeHint().height());
}

void CallBackRecordDialog::confirm()
{
    if (m_results->checkedId() < 0) {
        showError(tr("Choose what came of it."));
        return;
    }
    const auto result = ContactResult(m_results->checkedId());
    std::optional<Instant> appointment;
    if (result == ContactResult::Rescheduled) {
        appointment = fromMs(QDateTime(m_appointment->date(), m_appointment->time(), officeZone()).toMSecsSinceEpoch());
        if (*appointment <= m_desk.bench.feed.serverNow()) {
            showError(tr("The agreed time has passed already; choose a later one."));
            return;
        }
    }
    sendAndWait(m_desk.bench.feed.recordCallBack(m_request, result, appointment, m_note->toPlainText().trimmed()));
}

} // namespace bangban::ui
