// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <algorithm>
#include <chrono>

namespace bangban::server {

/// What one address or connection may ask for. The page is open to everybody, so every number is a limit.
struct Limits {
    double citizenMessagesPerSecond = 10;
    double staffMessagesPerSecond = 100;
    double burstSeconds = 5;       ///< that many seconds' worth at once
    int connectionsPerAddress = 100;
    int newCitizensPerMinute = 30; ///< page tokens made for one address
    int maxWaitingJobs = 20'000;   ///< the writer's queue; beyond it the answer is busy
    int maxWaitingSignIns = 100;
    bool staffFromThisMachineOnly = false; ///< a demonstration: everybody may know its passwords
    qint64 maxUnsentBytes = 4 * 1024 * 1024; ///< of one connection; a reader slower than that resumes later
    std::chrono::milliseconds headWithin{10'000};  ///< from the first moment to the whole head of a request
    std::chrono::milliseconds greetWithin{10'000}; ///< from the open WebSocket to the first message, and between them until sign-in
    std::chrono::milliseconds dropAfter{60'000};   ///< a socket that says nothing for so long is gone
    std::chrono::milliseconds closeWithin{5'000};  ///< who is told to go and does not is cut off

    [[nodiscard]] bool mayStaffSignInFrom(const QString &address) const
    {
        return !staffFromThisMachineOnly || QHostAddress(address).isLoopback();
    }

    /// For load runs on the loopback address.
    static Limits raised()
    {
        Limits limits;
        limits.citizenMessagesPerSecond = 10'000;
        limits.staffMessagesPerSecond = 10'000;
        limits.connectionsPerAddress = 20'000;
        limits.newCitizensPerMinute = 100'000;
        return limits;
    }
};

/// Tokens that refill with time.
class Bucket {
public:
    Bucket(double perSecond, double burst) : m_perSecond(perSecond), m_burst(burst), m_tokens(burst) {}
    bool take(std::chrono::milliseconds now)
    {
        m_tokens = std::min(m_burst, m_tokens + m_perSecond * double((now - m_last).count()) / 1000.0);
        m_last = now;
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

    [[nodiscard]] bool isFull(std::chrono::milliseconds now) const
    {
        return m_tokens + m_perSecond * double((now - m_last).count()) / 1000.0 >= m_burst;
    }

private:
    double m_perSecond;
    double m_burst;
    double m_tokens;
    std::chrono::milliseconds m_last{0};
};

} // namespace bangban::server
