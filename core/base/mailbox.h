// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace bangban {

/// Hands work from other threads to the thread it was made on, in order. What is handed over passes under a std::mutex and
/// only the wake-up goes through Qt: ThreadSanitizer does not see into Debian's Qt, so with QMetaObject::invokeMethod() it
/// could not tell a race from a hand-over.
class Mailbox final : public QObject {
public:
    using Letter = std::function<void()>;
    void post(Letter letter); ///< from any thread; what is not opened yet when the mailbox goes is dropped

protected:
    void customEvent(QEvent *wakeUp) override;

private:
    std::mutex m_mutex;
    std::deque<Letter> m_letters;
};

} // namespace bangban
