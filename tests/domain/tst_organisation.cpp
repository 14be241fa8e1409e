// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/organisation.h"
#include "tests/domain/sample_files.h"

#include <QTest>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;
using samples::day;
using samples::moment;

namespace {

NodeId node(const QString &id)
{
    return NodeId(id);
}

const LocalDate kToday = dateFromIso(u"2026-11-23").value();

} // namespace

class TestOrganisation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nodesAreFoundWithinTheirDates_data();
    void nodesAreFoundWithinTheirDates();
    void aMergedSectionLeadsToItsSuccessor();
    void theUnitIsTheNearestThatAnswersForItems_data();
    void theUnitIsTheNearestThatAnswersForItems();
    void withinMeansItselfOrBelow();
    void entrustmentsHoldOnBothTheirEnds_data();
    void entrustmentsHoldOnBothTheirEnds();
    void hoursAreInheritedFromTheNearestAncestor_data();
    void hoursAreInheritedFromTheNearestAncestor();
    void hoursChangeOnTheirDay();
    void aNodeThatMovesTakesItsNewParentsHours();
    void aCircleInTheTreeEnds();
    void aCentreIsFoundForEveryUnitOfItsDistrict();

private:
    Organisation m_office;
};

void TestOrganisation::initTestCase()
{
    m_office = samples::organisation();
}

void TestOrganisation::nodesAreFoundWithinTheirDates_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("found");
    QTest::newRow("merged section, last day") << u"D03-S4"_s << u"2026-08-31"_s << true;
    QTest::newRow("merged section, day after") << u"D03-S4"_s << u"2026-09-01"_s << false;
    QTest::newRow("future section, day before") << u"D07-S4"_s << u"2026-12-31"_s << false;
    QTest::newRow("future section, first day") << u"D07-S4"_s << u"2027-01-01"_s << true;
    QTest::newRow("before the office began") << u"D01"_s << u"2022-11-30"_s << false;
    QTest::newRow("unknown") << u"D99"_s << u"2026-11-23"_s << false;
}

void TestOrganisation::nodesAreFoundWithinTheirDates()
{
    QFETCH(QString, id);
    QFETCH(QString, date);
    QFETCH(bool, found);
    const Node *n = m_office.find(node(id), day(date));
    QCOMPARE(n != nullptr, found);
    if (n)
        QCOMPARE(n->id.value, id);
}

void TestOrganisation::aMergedSectionLeadsToItsSuccessor()
{
    QCOMPARE(m_office.successorOf(node(u"D03-S4"_s), day(u"2026-08-31"_s)).value, u"D03-S4"_s);
    QCOMPARE(m_office.successorOf(node(u"D03-S4"_s), kToday).value, u"D03-S1"_s);
    QVERIFY(m_office.successorOf(node(u"D99"_s), kToday).isEmpty());
    QVERIFY(m_office.successorOf(node(u"D07-S4"_s), kToday).isEmpty());
}

void TestOrganisation::theUnitIsTheNearestThatAnswersForItems_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("unit");
    QTest::newRow("team") << u"D01-T1"_s << u"D01"_s;
    QTest::newRow("unit") << u"D01"_s << u"D01"_s;
    QTest::newRow("window") << u"CENTRE-W01"_s << u"CENTRE"_s;
    QTest::newRow("town") << u"ST01"_s << u"ST01"_s;
    QTest::newRow("district") << u"DIST"_s << u"DIST"_s;
    QTest::newRow("city unit") << u"C05"_s << u"C05"_s;
    QTest::newRow("city") << u"CITY"_s << QString();
    QTest::newRow("not valid") << u"D07-S4"_s << QString();
}

void TestOrganisation::theUnitIsTheNearestThatAnswersForItems()
{
    QFETCH(QString, id);
    QFETCH(QString, unit);
    QCOMPARE(m_office.unitOf(node(id), kToday).value, unit);
}

void TestOrganisation::withinMeansItselfOrBelow()
{
    QVERIFY(m_office.isWithin(node(u"D01-T1"_s), node(u"D01"_s), kToday));
    QVERIFY(m_office.isWithin(node(u"D01-T1"_s), node(u"DIST"_s), kToday));
    QVERIFY(m_office.isWithin(node(u"D01"_s), node(u"D01"_s), kToday));
    QVERIFY(!m_office.isWithin(node(u"D01"_s), node(u"D01-T1"_s), kToday));
    QVERIFY(!m_office.isWithin(node(u"D01-T1"_s), node(u"D02"_s), kToday));
}

void TestOrganisation::entrustmentsHoldOnBothTheirEnds_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("entrustment");
    QTest::newRow("in force") << u"D01"_s << u"IT001"_s << u"2026-11-23"_s << u"EN-09"_s;
    QTest::newRow("item not entrusted") << u"D01"_s << u"IT002"_s << u"2026-11-23"_s << QString();
    QTest::newRow("item of another unit") << u"D02"_s << u"IT001"_s << u"2026-11-23"_s << QString();
    QTest::newRow("last day") << u"D17"_s << u"IT030"_s << u"2026-06-30"_s << u"EN-07"_s;
    QTest::newRow("ended") << u"D17"_s << u"IT030"_s << u"2026-07-01"_s << QString();
    QTest::newRow("not begun") << u"D07"_s << u"IT055"_s << u"2027-01-03"_s << QString();
    QTest::newRow("first day") << u"D07"_s << u"IT055"_s << u"2027-01-04"_s << u"EN-08"_s;
}

void TestOrganisation::entrustmentsHoldOnBothTheirEnds()
{
    QFETCH(QString, unit);
    QFETCH(QString, item);
    QFETCH(QString, date);
    QFETCH(QString, entrustment);
    const auto found = m_office.entrustmentOf(node(unit), ItemId(item), day(date));
    QCOMPARE(found ? found->id : QString(), entrustment);
    if (found)
        QCOMPARE(found->secondLine.value, unit + u"-S1"_s);
}

void TestOrganisation::hoursAreInheritedFromTheNearestAncestor_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("time");
    QTest::addColumn<bool>("open");
    const QString noon = u"2026-11-23T12:30:00+08:00"_s;
    QTest::newRow("D05 has the district's hours") << u"D05"_s << noon << false;
    QTest::newRow("D01 has its own") << u"D01"_s << noon << true;
    QTest::newRow("its team has the unit's") << u"D01-T1"_s << noon << true;
    QTest::newRow("town opens at half past eight") << u"ST01"_s << u"2026-11-23T08:30:00+08:00"_s << true;
    QTest::newRow("the third town does not") << u"ST03"_s << u"2026-11-23T08:30:00+08:00"_s << false;
    QTest::newRow("window with Saturday hours") << u"CENTRE-W01"_s << u"2026-11-21T10:00:00+08:00"_s << true;
    QTest::newRow("its centre has none") << u"CENTRE"_s << u"2026-11-21T10:00:00+08:00"_s << false;
    QTest::newRow("nobody's hours") << u"C01"_s << u"2026-11-23T10:00:00+08:00"_s << false;
}

void TestOrganisation::hoursAreInheritedFromTheNearestAncestor()
{
    QFETCH(QString, id);
    QFETCH(QString, time);
    QFETCH(bool, open);
    QCOMPARE(m_office.calendarOf(node(id), samples::holidays()).isOpen(moment(time)), open);
}

void TestOrganisation::hoursChangeOnTheirDay()
{
    const WorkCalendar window = m_office.calendarOf(node(u"CENTRE-W01"_s), samples::holidays());
    QVERIFY(!window.isOpen(moment(u"2024-12-28T10:00:00+08:00"_s)));
    QVERIFY(window.isOpen(moment(u"2025-01-04T10:00:00+08:00"_s)));
    // D01 kept the district's hours until the end of May 2023, although the district's row is older.
    const WorkCalendar unit = m_office.calendarOf(node(u"D01"_s), samples::holidays());
    QVERIFY(!unit.isOpen(moment(u"2023-05-31T12:30:00+08:00"_s)));
    QVERIFY(unit.isOpen(moment(u"2023-06-01T12:30:00+08:00"_s)));
}

void TestOrganisation::aNodeThatMovesTakesItsNewParentsHours()
{
    const LocalDate begin = day(u"2026-01-01"_s);
    const LocalDate move = day(u"2026-11-24"_s);
    const auto unit = [&](const QString &id) {
        return Node{node(id), {}, NodeKind::Unit, id, begin, std::nullopt, {}};
    };
    Node before{node(u"T"_s), node(u"A"_s), NodeKind::Team, u"T"_s, begin, move - std::chrono::days(1), {}};
    Node after{node(u"T"_s), node(u"B"_s), NodeKind::Team, u"T"_s, move, std::nullopt, {}};
    const auto hours = samples::hours();
    // The parent's newer hours must not win over the node's place in the tree.
    const Organisation office({unit(u"A"_s), unit(u"B"_s), before, after}, {},
                              {{node(u"A"_s), HoursId(u"H2"_s), day(u"2026-06-01"_s), std::nullopt},
                               {node(u"B"_s), HoursId(u"H1"_s), begin, std::nullopt}},
                              hours);
    const WorkCalendar calendar = office.calendarOf(node(u"T"_s), samples::holidays());
    QVERIFY(calendar.isOpen(moment(u"2026-11-23T12:30:00+08:00"_s)));
    QVERIFY(!calendar.isOpen(moment(u"2026-11-24T12:30:00+08:00"_s)));
    QVERIFY(calendar.isOpen(moment(u"2026-11-24T14:00:00+08:00"_s)));
    QCOMPARE(office.unitOf(node(u"T"_s), kToday).value, u"A"_s);
    QCOMPARE(office.unitOf(node(u"T"_s), move).value, u"B"_s);
}

void TestOrganisation::aCircleInTheTreeEnds()
{
    const LocalDate begin = day(u"2026-01-01"_s);
    const Organisation office({Node{node(u"A"_s), node(u"B"_s), NodeKind::Team, {}, begin, std::nullopt, {}},
                               Node{node(u"B"_s), node(u"A"_s), NodeKind::Team, {}, begin, std::nullopt, {}},
                               Node{node(u"C"_s), {}, NodeKind::Team, {}, begin, begin, node(u"D"_s)},
                               Node{node(u"D"_s), {}, NodeKind::Team, {}, begin, begin, node(u"C"_s)}},
                              {}, {}, {});
    QVERIFY(office.unitOf(node(u"A"_s), kToday).isEmpty());
    QVERIFY(!office.isWithin(node(u"A"_s), node(u"Z"_s), kToday));
    QVERIFY(office.successorOf(node(u"C"_s), kToday).isEmpty());
}

void TestOrganisation::aCentreIsFoundForEveryUnitOfItsDistrict()
{
    QCOMPARE(m_office.centreFor(node(u"D05"_s), kToday).value, u"CENTRE"_s);
    QCOMPARE(m_office.districtOf(node(u"D05-T1"_s), kToday).value, u"DIST"_s);
    QVERIFY(m_office.centreFor(node(u"C01"_s), kToday).isEmpty());
}

QTEST_GUILESS_MAIN(TestOrganisation)
#include "tst_organisation.moc"
