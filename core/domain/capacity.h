// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <array>

namespace bangban::domain {

/// How much one person can have in hand at a time: a budget of 100 points.
/// \source behaviour §2

inline constexpr int kBudget = 100;
inline constexpr int kMaxChats = 5;

/// Points of one piece of work: text 20, voice 80, video (also with a second screen) 100, window 100, work order 5.
int weightOf(Channel channel);

/// Work in hand on one channel.
struct ChannelLoad {
    int open = 0;    ///< accepted and not ended, waiting ones included
    int waiting = 0; ///< of the open ones, those that wait for the citizen (等待群众): half the weight
    int offered = 0; ///< offered to this person alone and not answered yet; cards to all are not counted
};

struct Load {
    std::array<ChannelLoad, 5> channels{}; ///< by Channel
    int interruptibleWorkOrders = 0;       ///< of the open work orders, those of second class: first class may interrupt
    [[nodiscard]] ChannelLoad &of(Channel channel) { return channels[std::size_t(channel)]; }
    [[nodiscard]] const ChannelLoad &of(Channel channel) const { return channels[std::size_t(channel)]; }
};

struct CapacityLimits {
    int budget = kBudget;
    int maxChats = kMaxChats; ///< 0: takes no chats at all
};

/// Points in use, rounded up: open and offered at full weight, waiting ones at half.
int used(const Load &load);

/// Whether one more piece of work fits. Two chats that wait for the citizen make room for a third; the citizen's
/// reply takes its points back without asking, so at most one chat more than the limits allow may ever be in hand:
/// that is the one by which a reply may go above budget.
/// \param priority  1 may interrupt work orders of second class
bool canTake(const Load &load, Channel channel, int priority = 2, const CapacityLimits &limits = {});

} // namespace bangban::domain
