// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office_settings_tab.h"

#include "ui/controls.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::AssistantLevel, domain::SecondFactorRule;

OfficeSettingsTab::OfficeSettingsTab(const Desk &desk)
    : AdministrationTab(desk, tr("Office settings")), m_factor(new ChoiceBox(desk, this)), m_lock(new QSpinBox(this)),
      m_days(new QSpinBox(this)), m_passwordDays(new QSpinBox(this)), m_assistant(new ChoiceBox(desk, this))
{
    for (const auto rule : {SecondFactorRule::Nobody, SecondFactorRule::Administrators, SecondFactorRule::Everyone})
        m_factor->addItem(Words::secondFactor(rule), int(rule));
    for (const auto level : {AssistantLevel::Never, AssistantLevel::Careful, AssistantLevel::Usual, AssistantLevel::Often})
        m_assistant->addItem(Words::assistantLevel(level), int(level));
    m_lock->setRange(0, 240);
    m_lock->setSpecialValueText(tr("never"));
    m_lock->setSuffix(tr(" min"));
    m_days->setRange(30, 36'500);
    m_days->setSuffix(tr(" days"));
    m_passwordDays->setRange(0, 3'650);
    m_passwordDays->setSpecialValueText(tr("for ever"));
    m_passwordDays->setSuffix(tr(" days"));
    const std::tuple<QString, QString, QWidget *> rows[] = {
        {tr("Second factor"), tr("Who signs in with a code of their authenticator beside the password."), m_factor},
        {tr("A password is good"), tr("Afterwards its owner chooses another at the next sign-in."), m_passwordDays},
        {tr("Screen lock"), tr("A desk that nobody touches asks for the password after this time."), m_lock},
        {tr("Keep closed requests"),
         tr("Older ones become unreadable for ever, backups included, as soon as those are newer than the deletion. What was "
            "counted stays."),
         m_days},
        {tr("The assistant answers alone"),
         tr("Else it offers a choice, or a person. Measured on 2,274 questions to public offices: careful answers 17.1 % alone, 95.6 % of them right; usual "
            "22.2 %, 92.9 %; often 25.2 %, 89.9 %. With never it does where an entry is named as it is called."),
         m_assistant}};
    takeSearchAway();
    QVBoxLayout *list = addScrollingRows(m_layout);
    m_layout->itemAt(m_layout->count() - 1)->widget()->setAccessibleName(title());
    list->setContentsMargins(m_layout->contentsMargins());
    QWidget *before = nullptr;
    for (const auto &[name, hint, control] : rows) {
        list->addWidget(label(name, "bold", this));
        QLabel *words = label(hint, "secondary", this);
        words->setWordWrap(true);
        words->setMaximumWidth(desk.theme.px(560));
        list->addWidget(words);
        control->setAccessibleName(name);
        control->setFixedWidth(desk.theme.px(240));
        if (QWidget *const above = std::exchange(before, control))
            setTabOrder(above, control);
        list->addWidget(control);
        list->addSpacing(desk.theme.px(12));
    }
    list->addStretch(1);
    connect(addButton(tr("Save"), true), &QPushButton::clicked, this, &OfficeSettingsTab::save);
    connect(&desk.bench, &models::Workbench::settingsChanged, this, &OfficeSettingsTab::show);
    show();
}

void OfficeSettingsTab::show()
{
    const client::SettingsRow &row = m_desk.bench.settings();
    m_factor->setCurrentIndex(m_factor->findData(int(row.secondFactor)));
    m_lock->setValue(row.idleLockMinutes);
    m_days->setValue(row.retentionDays);
    m_passwordDays->setValue(row.passwordDays.value_or(0));
    m_assistant->setCurrentIndex(m_assistant->findData(int(row.assistant.value_or(AssistantLevel::Usual))));
}

void OfficeSettingsTab::save()
{
    if (m_days->value() >= m_desk.bench.settings().retentionDays)
        return send();
    auto *asked = new QMessageBox(QMessageBox::Warning, tr("Keep closed requests"),
                                  tr("Closed requests older than %1 days become unreadable for ever, at once. Nobody can "
                                     "bring them back.").arg(m_days->value()),
                                  QMessageBox::Cancel, this);
    QPushButton *yes = asked->addButton(tr("Keep them for a shorter time"), QMessageBox::DestructiveRole);
    asked->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, &OfficeSettingsTab::send);
    asked->open();
}

void OfficeSettingsTab::send()
{
    client::SettingsRow row = m_desk.bench.settings();
    row.secondFactor = SecondFactorRule(m_factor->currentData().toInt());
    row.idleLockMinutes = m_lock->value();
    row.retentionDays = m_days->value();
    row.passwordDays = m_passwordDays->value();
    row.assistant = AssistantLevel(m_assistant->currentData().toInt());
    emit sent(m_desk.bench.feed.putSettings(row), title());
}

} // namespace bangban::ui
