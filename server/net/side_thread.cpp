// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/side_thread.h"

namespace bangban::server {

SideThread::SideThread() : m_thread([this] { run(); }) {}

SideThread::~SideThread() { finish(); }

void SideThread::start(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_woken.notify_one();
}

void SideThread::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isFinishing = true;
    }
    m_woken.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void SideThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_woken.wait(lock, [this] { return m_isFinishing || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        task = nullptr; // what it holds goes before the lock is taken again
        lock.lock();
    }
}

} // namespace bangban::server
