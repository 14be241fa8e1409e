// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screen_lock.h"

#include "ui/controls.h"
#include "ui/error_words.h"

#include <QApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

ScreenLock::ScreenLock(models::Workbench &bench, ActionTable &actions, QObject *parent)
    : QObject(parent), m_bench(bench), m_actions(actions)
{
    connect(&bench.feed, &client::Feed::unlocked, this, [this] { setLocked(false); });
    connect(&bench, &models::Workbench::signedOut, this, [this] {
        for (QDialog *dialog : std::exchange(m_hidden, {}))
            delete dialog; // of the person who left
        setLocked(false);
    });
}

void ScreenLock::lock()
{
    if (m_isLocked || !m_bench.account())
        return;
    m_bench.feed.lock();
    setLocked(true);
}

void ScreenLock::setLocked(bool on)
{
    if (m_isLocked == on)
        return;
    m_isLocked = on;
    for (const Act act : m_actions.all())
        m_actions.action(act)->setEnabled(!on);
    const QWidgetList windows = on ? QApplication::topLevelWidgets() : QWidgetList();
    for (QWidget *window : windows) {
        auto *dialog = qobject_cast<QDialog *>(window);
        if (dialog && dialog->isVisible()) {
            dialog->hide();
            m_hidden.append(dialog);
        }
    }
    emit changed();
    if (on)
        return;
    for (QDialog *dialog : std::exchange(m_hidden, {}))
        if (dialog)
            dialog->show();
}

LockPage::LockPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_password(new QLineEdit(this)), m_error(label({}, "error", this)),
      m_unlock(button(tr("Unlock"), "primary", this))
{
    const Theme &theme = desk.theme;
    setObjectName(u"app"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *card = new QFrame(this);
    card->setObjectName(u"card"_s);
    card->setFixedWidth(theme.px(400));
    auto *form = new QVBoxLayout(card);
    form->setContentsMargins(theme.px(32), theme.px(32), theme.px(32), theme.px(28));
    form->setSpacing(theme.px(8));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(12));
    head->addWidget(iconLabel(desk, u"lock"_s, Colour::Accent, 28, card));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    const client::StaffRow me = desk.bench.me();
    names->addWidget(label(me.name, "title", card));
    names->addWidget(label(desk.bench.account() ? desk.bench.account()->unitName : QString(), "secondary", card));
    head->addLayout(names, 1);
    form->addLayout(head);
    form->addSpacing(theme.px(8));
    QLabel *words = label(tr("The screen is locked. Conversations go on arriving; nothing you wrote is lost."), "plain", card);
    words->setWordWrap(true);
    form->addWidget(words);
    m_password->setParent(card);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(tr("Password"));
    m_password->addAction(desk.icons.icon(u"lock"_s), QLineEdit::LeadingPosition);
    m_password->setProperty("tall", true);
    form->addWidget(m_password);
    m_error->setWordWrap(true);
    m_error->hide();
    form->addWidget(m_error);
    m_unlock->setProperty("tall", true);
    form->addWidget(m_unlock);
    QPushButton *leave = button(tr("Sign out and let somebody else in"), "link", card);
    form->addWidget(leave, 0, Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::unlock);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::unlock);
    // Queued: signing out takes this page away.
    connect(leave, &QPushButton::clicked, this, [this] { m_desk.bench.feed.signOut(); }, Qt::QueuedConnection);
    connect(&desk.bench.feed, &client::Feed::unlockRefused, this, &LockPage::showRefusal);
}

void LockPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_password->setFocus();
}

void LockPage::unlock()
{
    if (m_password->text().isEmpty() || !m_unlock->isEnabled())
        return;
    m_error->hide();
    m_unlock->setEnabled(false);
    m_desk.bench.feed.unlock(m_password->text());
}

void LockPage::showRefusal(const Error &error)
{
    m_unlock->setEnabled(true);
    m_error->setText(errorWords(error));
    m_error->show();
    m_password->selectAll();
    m_password->setFocus();
}

} // namespace bangban::ui
