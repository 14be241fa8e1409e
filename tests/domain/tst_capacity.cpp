// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/capacity.h"

#include <QTest>

using namespace bangban::domain;

namespace {

Load loadOf(Channel channel, int open, int waiting = 0, int offered = 0)
{
    Load load;
    load.of(channel) = ChannelLoad{open, waiting, offered};
    return load;
}

} // namespace

class TestCapacity : public QObject {
    Q_OBJECT

private slots:
    void roomForOneMore_data();
    void roomForOneMore();
    void firstClassMayInterruptWorkOrdersOfSecondClass();
    void aReplyMayGoAboveBudgetByOneChatOnly();
    void nonsenseCountsAsNothing();
};

/// The one table: load, then whether one more of the channel fits.
void TestCapacity::roomForOneMore_data()
{
    QTest::addColumn<int>("texts");
    QTest::addColumn<int>("textsWaiting");
    QTest::addColumn<int>("textsOffered");
    QTest::addColumn<int>("voices");
    QTest::addColumn<int>("orders");
    QTest::addColumn<int>("maxChats");
    QTest::addColumn<Channel>("next");
    QTest::addColumn<int>("points");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, int texts, int waiting, int offered, int voices, int orders, int maxChats,
                        Channel next, int points, bool fits) {
        QTest::newRow(name) << texts << waiting << offered << voices << orders << maxChats << next << points << fits;
    };
    row("idle takes a chat", 0, 0, 0, 0, 0, 5, Channel::Text, 0, true);
    row("idle takes a call", 0, 0, 0, 0, 0, 5, Channel::Voice, 0, true);
    row("idle takes video", 0, 0, 0, 0, 0, 5, Channel::Video, 0, true);
    row("idle takes a window citizen", 0, 0, 0, 0, 0, 5, Channel::Window, 0, true);
    row("four chats and one more", 4, 0, 0, 0, 0, 5, Channel::Text, 80, true);
    row("five chats are the budget", 5, 0, 0, 0, 0, 5, Channel::Text, 100, false);
    row("offered ones count", 3, 0, 2, 0, 0, 5, Channel::Text, 100, false);
    row("own limit of chats", 3, 0, 0, 0, 0, 3, Channel::Text, 60, false);
    row("offered ones count for the limit", 2, 0, 1, 0, 0, 3, Channel::Text, 60, false);
    row("no chats at all", 0, 0, 0, 0, 0, 0, Channel::Text, 0, false);
    row("one waiting frees half a chat", 5, 1, 0, 0, 0, 5, Channel::Text, 90, false);
    row("two waiting free one", 5, 2, 0, 0, 0, 5, Channel::Text, 80, true);
    row("but only one", 6, 6, 0, 0, 0, 5, Channel::Text, 60, false);
    row("two waiting free one of the own limit", 3, 2, 0, 0, 0, 3, Channel::Text, 40, true);
    row("a call beside one chat", 1, 0, 0, 0, 0, 5, Channel::Voice, 20, true);
    row("no call beside two", 2, 0, 0, 0, 0, 5, Channel::Voice, 40, false);
    row("a call beside two waiting", 2, 2, 0, 0, 0, 5, Channel::Voice, 20, true);
    row("a chat beside a call", 0, 0, 0, 1, 0, 5, Channel::Text, 80, true);
    row("no second call", 0, 0, 0, 1, 0, 5, Channel::Voice, 80, false);
    row("no video beside a chat", 1, 0, 0, 0, 0, 5, Channel::Video, 20, false);
    row("no window beside a work order", 0, 0, 0, 0, 1, 5, Channel::Window, 5, false);
    row("four chats and four orders", 4, 0, 0, 0, 4, 5, Channel::Text, 100, false);
    row("twenty work orders", 0, 0, 0, 0, 19, 5, Channel::WorkOrder, 95, true);
    row("no twenty-first", 0, 0, 0, 0, 20, 5, Channel::WorkOrder, 100, false);
}

void TestCapacity::roomForOneMore()
{
    QFETCH(int, texts);
    QFETCH(int, textsWaiting);
    QFETCH(int, textsOffered);
    QFETCH(int, voices);
    QFETCH(int, orders);
    QFETCH(int, maxChats);
    QFETCH(Channel, next);
    QFETCH(int, points);
    QFETCH(bool, fits);
    Load load = loadOf(Channel::Text, texts, textsWaiting, textsOffered);
    load.of(Channel::Voice).open = voices;
    load.of(Channel::WorkOrder).open = orders;
    QCOMPARE(used(load), points);
    QCOMPARE(canTake(load, next, 2, {kBudget, maxChats}), fits);
}

void TestCapacity::firstClassMayInterruptWorkOrdersOfSecondClass()
{
    Load load = loadOf(Channel::WorkOrder, 3);
    QVERIFY(!canTake(load, Channel::Video, 1));
    load.interruptibleWorkOrders = 3;
    QVERIFY(canTake(load, Channel::Video, 1));
    QVERIFY(!canTake(load, Channel::Video, 2));
    QCOMPARE(used(load), 15);
}

void TestCapacity::aReplyMayGoAboveBudgetByOneChatOnly()
{
    // Whatever is taken while chats wait, all replies together stay within one chat above the budget.
    for (int texts = 0; texts <= 8; ++texts)
        for (int waiting = 0; waiting <= texts; ++waiting) {
            Load load = loadOf(Channel::Text, texts, waiting);
            if (!canTake(load, Channel::Text))
                continue;
            ++load.of(Channel::Text).open;
            load.of(Channel::Text).waiting = 0;
            QVERIFY(used(load) <= kBudget + weightOf(Channel::Text));
        }
}

void TestCapacity::nonsenseCountsAsNothing()
{
    QCOMPARE(used(loadOf(Channel::Text, -3, 2, -1)), 0);
    QCOMPARE(used(loadOf(Channel::Text, 1, 5)), 10);
}

QTEST_GUILESS_MAIN(TestCapacity)
#include "tst_capacity.moc"
