// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/capacity.h"

#include <algorithm>

namespace bangban::domain {

namespace {

/// One channel's load in half points, so that a waiting chat of odd weight loses nothing.
int halfPoints(const Load &load, Channel channel)
{
    const ChannelLoad &c = load.of(channel);
    const int open = std::max(0, c.open);
    const int waiting = std::clamp(c.waiting, 0, open);
    return weightOf(channel) * (2 * (open + std::max(0, c.offered)) - waiting);
}

int halfPoints(const Load &load)
{
    int total = 0;
    for (std::size_t i = 0; i < load.channels.size(); ++i)
        total += halfPoints(load, Channel(i));
    return total;
}

/// As if every citizen had replied.
Load awake(Load load)
{
    for (ChannelLoad &channel : load.channels)
        channel.waiting = 0;
    return load;
}

bool fits(const Load &load, Channel channel, int budget)
{
    return halfPoints(load) + 2 * weightOf(channel) <= 2 * budget;
}

bool chatFits(const Load &load, int maxChats)
{
    const int perChat = 2 * weightOf(Channel::Text);
    return halfPoints(load, Channel::Text) + perChat <= maxChats * perChat;
}

} // namespace

int weightOf(Channel channel)
{
    switch (channel) {
    case Channel::Text:
        return 20;
    case Channel::Voice:
        return 80;
    case Channel::Video:
    case Channel::Window:
        return 100;
    case Channel::WorkOrder:
        return 5;
    }
    return kBudget;
}

int used(const Load &load)
{
    return (halfPoints(load) + 1) / 2;
}

bool canTake(const Load &load, Channel channel, int priority, const CapacityLimits &limits)
{
    Load counted = load;
    if (priority == 1) {
        ChannelLoad &orders = counted.of(Channel::WorkOrder);
        orders.open -= std::clamp(load.interruptibleWorkOrders, 0, std::max(0, orders.open));
    }
    if (!fits(counted, channel, limits.budget)
        || !fits(awake(counted), channel, limits.budget + weightOf(Channel::Text)))
        return false;
    return channel != Channel::Text
           || (limits.maxChats > 0 && chatFits(counted, limits.maxChats)
               && chatFits(awake(counted), limits.maxChats + 1));
}

} // namespace bangban::domain
