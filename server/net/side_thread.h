// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace bangban::server {

/// One thread for what takes long and touches nothing of ours, in the order in which it came. Of std parts, so that
/// ThreadSanitizer sees the hand-over (as Mailbox).
class SideThread final {
public:
    using Task = std::function<void()>;
    SideThread();
    ~SideThread(); ///< as finish()
    SideThread(const SideThread &) = delete;
    SideThread &operator=(const SideThread &) = delete;

    void start(Task task);
    void finish(); ///< waits until all is done; then nothing more may be started

private:
    void run();
    std::mutex m_mutex;
    std::condition_variable m_woken;
    std::deque<Task> m_tasks;
    bool m_isFinishing = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace bangban::server
