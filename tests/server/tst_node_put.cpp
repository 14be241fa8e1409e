// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/office_fixture.h"

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// The organisation as the system administrator changes it while people work.
class TestNodePut : public QObject {
    Q_OBJECT

private slots:
    void aNewPartTakesPeopleAndARenamedOneKeepsThem();
    void whoSitsInAMovedPartBelongsToAnotherUnit();
    void nothingIsLeftInWhatEnds();
    void aCircleIsRefused();
};

namespace {

protocol::NodeRow nodeOf(OfficeFixture &f, const QString &id) { return f.store->nodes.live().value(id); }

Result<QJsonObject> put(OfficeFixture &f, const protocol::NodeRow &row)
{
    protocol::NodePut command;
    command.row = row;
    return f.send(f.staff(u"SF066"_s), command);
}

Result<QJsonObject> moveTo(OfficeFixture &f, const QString &person, const QString &node)
{
    const protocol::StaffRow row = f.staffRow(person);
    protocol::AccountPut account;
    account.staff = row.id;
    account.name = row.name;
    account.node = NodeId(node);
    account.roles = row.roles;
    account.skills = row.skills;
    account.maxChats = row.maxChats;
    account.active = row.active;
    return f.send(f.staff(u"SF067"_s), account);
}

} // namespace

void TestNodePut::aNewPartTakesPeopleAndARenamedOneKeepsThem()
{
    OfficeFixture f;
    protocol::NodeRow fresh{NodeId(u"new"_s), NodeId(u"D02"_s), u"section"_s, u" 纳税服务二科 "_s, u"2026-11-23"_s, {}, {}, true};
    VERIFY_OK(put(f, fresh));
    QCOMPARE(nodeOf(f, u"new"_s).name, u"纳税服务二科"_s);
    QVERIFY(!nodeOf(f, u"new"_s).sample); // it is the office's own
    VERIFY_OK(moveTo(f, u"SF001"_s, u"new"_s));
    QCOMPARE(f.staffRow(u"SF001"_s).unit, NodeId(u"D02"_s));
    fresh.name = u"纳税服务一科"_s;
    VERIFY_OK(put(f, fresh));
    f.reopen();
    QCOMPARE(nodeOf(f, u"new"_s).name, u"纳税服务一科"_s);
    QCOMPARE(f.staffRow(u"SF001"_s).node, NodeId(u"new"_s));
}

void TestNodePut::whoSitsInAMovedPartBelongsToAnotherUnit()
{
    OfficeFixture f;
    QCOMPARE(f.staffRow(u"SF003"_s).unit, NodeId(u"D01"_s));
    protocol::NodeRow team = nodeOf(f, f.staffRow(u"SF003"_s).node.value);
    team.parent = NodeId(u"D02"_s);
    VERIFY_OK(put(f, team));
    QCOMPARE(f.staffRow(u"SF003"_s).unit, NodeId(u"D02"_s));
}

void TestNodePut::nothingIsLeftInWhatEnds()
{
    OfficeFixture f;
    protocol::NodeRow row{NodeId(u"new"_s), NodeId(u"D02"_s), u"section"_s, u"临时专班"_s, u"2026-11-01"_s, {}, {}, false};
    VERIFY_OK(put(f, row));
    protocol::NodeRow below{NodeId(u"below"_s), NodeId(u"new"_s), u"team"_s, u"一组"_s, u"2026-11-01"_s, {}, {}, false};
    VERIFY_OK(put(f, below));
    VERIFY_OK(moveTo(f, u"SF001"_s, u"below"_s));
    row.validTo = u"2026-11-23"_s;
    row.mergedInto = NodeId(u"D02-S1"_s);
    VERIFY_REFUSED(put(f, row), ErrorCode::BadState);
    below.validTo = u"2026-11-23"_s;
    VERIFY_REFUSED(put(f, below), ErrorCode::BadState);
    VERIFY_OK(moveTo(f, u"SF001"_s, u"D01-T1"_s));
    VERIFY_OK(put(f, below));
    VERIFY_OK(put(f, row));
    QCOMPARE(f.office->catalogue().organisation().successorOf(row.id, f.office->today() + std::chrono::days(1)), NodeId(u"D02-S1"_s));
    row.validTo = u"2027-03-31"_s; // planned, and people are there until then
    VERIFY_OK(put(f, row));
    VERIFY_OK(moveTo(f, u"SF001"_s, u"new"_s));
}

void TestNodePut::aCircleIsRefused()
{
    OfficeFixture f;
    protocol::NodeRow unit = nodeOf(f, u"D01"_s);
    unit.parent = NodeId(u"D01-S1"_s);
    VERIFY_REFUSED(put(f, unit), ErrorCode::BadState);
    protocol::NodeRow root = nodeOf(f, u"CITY"_s);
    root.name = u"另一个名称"_s;
    VERIFY_OK(put(f, root)); // the root has nothing above it
    root.parent = NodeId(u"D01"_s);
    VERIFY_REFUSED(put(f, root), ErrorCode::BadState);
}

QTEST_GUILESS_MAIN(TestNodePut)
#include "tst_node_put.moc"
