// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialog_frame.h"

#include "ui/controls.h"
#include "ui/error_words.h"

#include <QHBoxLayout>

namespace bangban::ui {

DialogFrame::DialogFrame(const Desk &desk, const QString &title, const QString &mainButton, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_body(new QVBoxLayout), m_error(label({}, "error", this)),
      m_main(button(mainButton, "primary", this))
{
    const Theme &theme = desk.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(label(title, "title", this));
    m_body->setSpacing(theme.px(6));
    layout->addLayout(m_body, 1);
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_error);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    QPushButton *cancel = button(tr("Cancel"), nullptr, this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    foot->addWidget(cancel);
    m_main->setDefault(true);
    foot->addWidget(m_main);
    layout->addLayout(foot);
    connect(m_main, &QPushButton::clicked, this, &DialogFrame::confirm);
    connect(&desk.bench.feed, &client::Feed::signedOut, this, [this] { done(Rejected); });
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        if (answer.command != m_command)
            return;
        m_main->setEnabled(true);
        if (answer.error)
            showError(errorWords(*answer.error));
        else
            accept();
    });
}

void DialogFrame::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitWords();
    if (focusWidget() && focusWidget() != m_main)
        return;
    const auto children = findChildren<QWidget *>();
    for (QWidget *child : children)
        if ((child->focusPolicy() & Qt::TabFocus) && child->isVisibleTo(this) && !qobject_cast<QPushButton *>(child))
            return child->setFocus(Qt::TabFocusReason);
}

void DialogFrame::addField(const QString &name, QWidget *field)
{
    m_body->addWidget(label(name, "secondary", this));
    field->setAccessibleName(name);
    m_body->addWidget(field);
}

void DialogFrame::sendAndWait(const CommandId &command)
{
    m_command = command;
    m_main->setEnabled(false);
    m_error->hide();
}

void DialogFrame::closeOnceKept(const CommandId &command)
{
    sendAndWait(command);
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_main->isEnabled())
                accept();
        },
        Qt::QueuedConnection);
}

void DialogFrame::showError(const QString &words)
{
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
    fitWords();
}

/// A window's least height does not count with the lines that its words are broken into.
void DialogFrame::fitWords()
{
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace bangban::ui
