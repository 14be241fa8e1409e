// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/catalogue.h"

#include <QTest>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;

namespace {

LocalDate day(const QString &iso)
{
    return dateFromIso(iso).value();
}

Item sampleItem()
{
    Item item;
    item.id = ItemId(u"IT024"_s);
    item.validFrom = day(u"2023-12-01"_s);
    item.validTo = day(u"2026-12-31"_s);
    return item;
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private slots:
    void availabilityFollowsTheDate_data();
    void availabilityFollowsTheDate();
    void chatOffIsSaidOnlyOfValidItems();
    void anUnknownItemIsUnknown();
    void purposeDecidesThePriority_data();
    void purposeDecidesThePriority();
    void theItemOnlyPreselectsThePurpose_data();
    void theItemOnlyPreselectsThePurpose();
};

void TestCatalogue::availabilityFollowsTheDate_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("expected");
    QTest::newRow("day before") << u"2023-11-30"_s << int(Availability::NotYet);
    QTest::newRow("first day") << u"2023-12-01"_s << int(Availability::Available);
    QTest::newRow("last day") << u"2026-12-31"_s << int(Availability::Available);
    QTest::newRow("day after") << u"2027-01-01"_s << int(Availability::Ended);
}

void TestCatalogue::availabilityFollowsTheDate()
{
    QFETCH(QString, date);
    QFETCH(int, expected);
    const Item item = sampleItem();
    QCOMPARE(int(availabilityOf(&item, day(date))), expected);
}

void TestCatalogue::chatOffIsSaidOnlyOfValidItems()
{
    Item item = sampleItem();
    item.chatEnabled = false;
    QCOMPARE(availabilityOf(&item, day(u"2026-11-23"_s)), Availability::ChatOff);
    QCOMPARE(availabilityOf(&item, day(u"2027-01-01"_s)), Availability::Ended);
}

void TestCatalogue::anUnknownItemIsUnknown()
{
    QCOMPARE(availabilityOf(nullptr, day(u"2026-11-23"_s)), Availability::Unknown);
}

void TestCatalogue::purposeDecidesThePriority_data()
{
    QTest::addColumn<Purpose>("purpose");
    QTest::addColumn<QString>("hotPolicy");
    QTest::addColumn<bool>("hasItem");
    QTest::addColumn<int>("priority");
    QTest::addColumn<Purpose>("reason");
    QTest::newRow("errand") << Purpose::Errand << QString() << true << 1 << Purpose::Errand;
    QTest::newRow("help without item") << Purpose::Help << QString() << false << 1 << Purpose::Help;
    QTest::newRow("hot policy") << Purpose::HotPolicy << QString() << true << 1 << Purpose::HotPolicy;
    QTest::newRow("question") << Purpose::Question << QString() << true << 2 << Purpose::Question;
    QTest::newRow("question without item") << Purpose::Question << QString() << false << 2 << Purpose::Question;
    QTest::newRow("question on a hot policy") << Purpose::Question << u"税费减免"_s << true << 1 << Purpose::HotPolicy;
    QTest::newRow("errand on a hot policy") << Purpose::Errand << u"税费减免"_s << true << 1 << Purpose::Errand;
}

void TestCatalogue::purposeDecidesThePriority()
{
    QFETCH(Purpose, purpose);
    QFETCH(QString, hotPolicy);
    QFETCH(bool, hasItem);
    QFETCH(int, priority);
    QFETCH(Purpose, reason);
    Item item = sampleItem();
    item.hotPolicy = hotPolicy;
    item.priority = 1; // must not matter
    QCOMPARE(initialPriority(purpose, hasItem ? &item : nullptr), (Priority{priority, reason}));
}

void TestCatalogue::theItemOnlyPreselectsThePurpose_data()
{
    QTest::addColumn<int>("priority");
    QTest::addColumn<QString>("hotPolicy");
    QTest::addColumn<Purpose>("purpose");
    QTest::newRow("first class") << 1 << QString() << Purpose::Errand;
    QTest::newRow("second class") << 2 << QString() << Purpose::Question;
    QTest::newRow("hot policy") << 1 << u"稳岗扩岗"_s << Purpose::HotPolicy;
}

void TestCatalogue::theItemOnlyPreselectsThePurpose()
{
    QFETCH(int, priority);
    QFETCH(QString, hotPolicy);
    QFETCH(Purpose, purpose);
    Item item = sampleItem();
    item.priority = priority;
    item.hotPolicy = hotPolicy;
    QCOMPARE(preselectedPurpose(&item), purpose);
    QCOMPARE(preselectedPurpose(nullptr), Purpose::Question);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
