// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/password_dialog.h"

#include "core/domain/passwords.h"
#include "ui/controls.h"
#include "ui/error_words.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::PasswordState;

PasswordDialog::PasswordDialog(const Desk &desk, const QString &login, PasswordState why, QWidget *parent)
    : DialogFrame(desk, tr("New password"), why == PasswordState::Own ? tr("Change the password") : tr("Sign in"), parent), m_login(login)
{
    const QString asked = why == PasswordState::Own ? QString() : errorWords(domain::newPasswordError(why)) + u' ';
    QLabel *words = label(asked + tr("At least 8 characters, letters mixed with digits or other signs, without the account name."),
                          "plain", this);
    words->setWordWrap(true);
    body()->addWidget(words);
    if (why == PasswordState::Own)
        m_present = addField(tr("Present password"));
    m_new = addField(tr("New password"));
    m_again = addField(tr("New password once more"));
    resize(desk.theme.px(420), sizeHint().height());
    if (!m_present) {
        connect(&desk.bench, &models::Workbench::signedIn, this, &QDialog::accept);
        return;
    }
    connect(&desk.bench.feed, &client::Feed::passwordChanged, this, [this] {
        if (isWaiting())
            accept();
    });
    connect(&desk.bench.feed, &client::Feed::passwordRefused, this, &PasswordDialog::showRefusal);
}

QLineEdit *PasswordDialog::addField(const QString &name)
{
    auto *field = new QLineEdit(this);
    field->setEchoMode(QLineEdit::Password);
    field->setAttribute(Qt::WA_InputMethodEnabled, false);
    field->setProperty("tall", true);
    field->setAccessibleName(name);
    body()->addSpacing(m_desk.theme.px(6));
    body()->addWidget(label(name, "secondary", this));
    body()->addWidget(field);
    return field;
}

void PasswordDialog::confirm()
{
    const auto fault = domain::faultOf(m_new->text(), m_login, m_present ? m_present->text() : QString());
    QLineEdit *wrong = m_present && m_present->text().isEmpty() ? m_present : fault ? m_new : m_new->text() != m_again->text() ? m_again : nullptr;
    if (wrong) {
        showError(wrong == m_present  ? tr("Fill in the present password.")
                      : wrong == m_new ? errorWords(domain::newPasswordError(*fault))
                                       : tr("The two new passwords are not the same."));
        wrong->selectAll();
        return wrong->setFocus();
    }
    showError({});
    mainButton()->setEnabled(false);
    if (m_present)
        m_desk.bench.feed.changePassword(m_present->text(), m_new->text());
    else
        emit chosen(m_new->text());
}

bool PasswordDialog::isWaiting() const { return !mainButton()->isEnabled(); }

void PasswordDialog::reject()
{
    if (!isWaiting())
        DialogFrame::reject();
}

void PasswordDialog::showRefusal(const Error &error)
{
    if (!isWaiting())
        return;
    mainButton()->setEnabled(true);
    const bool isPresentWrong = m_present && error.code == ErrorCode::BadCredentials;
    showError(isPresentWrong ? tr("The present password is wrong.")
              : error.code != ErrorCode::Unreachable
                  ? errorWords(error)
                  : tr("The line broke before the answer came. The new password may hold already: try with it first."));
    QLineEdit *wrong = isPresentWrong ? m_present : m_new;
    wrong->selectAll();
    wrong->setFocus();
}

} // namespace bangban::ui
