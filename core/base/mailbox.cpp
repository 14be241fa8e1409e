// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace bangban {

void Mailbox::post(Letter letter)
{
    {
        const std::lock_guard lock(m_mutex);
        m_letters.push_back(std::move(letter));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

/// One letter an event, so that work of others on this thread keeps its place between two.
void Mailbox::customEvent(QEvent *)
{
    Letter letter;
    {
        const std::lock_guard lock(m_mutex);
        letter = std::move(m_letters.front());
        m_letters.pop_front();
    }
    letter();
}

} // namespace bangban
