// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/server/library.h"

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::InspectionFault, domain::InspectionState;
using protocol::InspectedEntry, protocol::InspectionRow;

namespace {

/// The unit's knowledge base holds what the test puts there, and nothing else.
struct Rounds : Library {
    server::Actor tester = staff(whoIs(u"sample046"_s));
    server::Actor coordinator = staff(whoIs(u"sample058"_s));

    Rounds()
    {
        QVERIFY(store->begin());
        QVERIFY(store->database().run(u"DELETE FROM entry"_s));
        QVERIFY(store->commit(clock.now()));
    }
    /// As imported: nobody of the unit wrote it.
    void put(const QString &id, const QString &from = u"2026-11-01"_s, const QString &to = {}, const NodeId &of = {})
    {
        EntryRow row = entry(id, u"问题"_s + id);
        row.state = EntryState::Approved;
        row.from = from;
        row.to = to;
        row.unit = of.isEmpty() ? unit : of;
        QVERIFY(server::Knowledge(*store).put(row));
        QVERIFY(store->commit(clock.now()));
    }
    void putMany(int count)
    {
        for (int i = 0; i < count; ++i)
            put(u"E%1"_s.arg(i, 2, 10, QChar(u'0')));
    }
    Result<QJsonObject> open(const server::Actor &who, int count = 5, const NodeId &of = {}, InspectionId id = {})
    {
        m_last = id.isEmpty() ? InspectionId(newId()) : id;
        return send(who, protocol::InspectionOpen{{}, m_last, of, count});
    }
    Result<QJsonObject> check(const server::Actor &who, const EntryId &id, const std::vector<InspectionFault> &faults = {}, const QString &note = {}, int version = 1)
    {
        return send(who, protocol::InspectionCheck{{}, m_last, id, version, faults, {note}});
    }
    InspectionRow round() { return store->inspections.find(m_last.value).value_or(InspectionRow()); }
    QStringList drawn()
    {
        QStringList ids;
        for (const InspectedEntry &one : round().entries)
            ids.append(one.entry.value);
        return ids;
    }
    InspectionId m_last;
};

} // namespace

/// 巡检找茬. \source duty 88
class TestInspections : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void whatIsInForceIsDrawnByLot()
    {
        Rounds f;
        f.putMany(12);
        f.put(u"LATER"_s, u"2026-12-24"_s);
        f.put(u"OVER"_s, u"2026-01-01"_s, u"2026-10-31"_s);
        f.put(u"OTHERS"_s, u"2026-11-01"_s, {}, f.office->viewOf(f.otherAuthor).editor);
        VERIFY_OK(f.open(f.reviewer, 5));
        QCOMPARE(f.round().entries.size(), 5U);
        QCOMPARE(f.round().outOf, 14);
        QCOMPARE(f.round().unit, f.unit);
        QCOMPARE(f.round().openedByName, f.staffRow(f.reviewer.staff.value).name);
        const QStringList first = f.drawn();
        QCOMPARE(QSet<QString>(first.begin(), first.end()).size(), 5);
        VERIFY_OK(f.send(f.reviewer, protocol::InspectionClose{{}, f.m_last}));
        QSet<QStringList> others{first};
        for (int i = 0; i < 3; ++i) {
            VERIFY_OK(f.open(f.reviewer, 5));
            others.insert(f.drawn());
            VERIFY_OK(f.send(f.reviewer, protocol::InspectionClose{{}, f.m_last}));
        }
        QCOMPARE(others.size(), 4); // every round is another lot
        VERIFY_OK(f.open(f.reviewer, 50));
        QCOMPARE(f.round().entries.size(), 12U);
        for (const QString &id : {u"LATER"_s, u"OVER"_s, u"OTHERS"_s})
            QVERIFY2(!f.drawn().contains(id), qPrintable(id));
    }

    void halfOfItIsWhatIsSaidMost()
    {
        Rounds f;
        f.putMany(30);
        for (const auto &[id, times] : {std::pair(u"E07"_s, 3), std::pair(u"E21"_s, 2), std::pair(u"E29"_s, 1)})
            for (int i = 0; i < times; ++i) {
                const RequestRow served = f.served(u"公司歇业几天能办好"_s);
                VERIFY_OK(f.tell(served, EntryId(id), 1));
                f.end(served);
            }
        VERIFY_OK(f.open(f.reviewer, 5));
        QCOMPARE(f.drawn().mid(0, 3), (QStringList{u"E07"_s, u"E21"_s, u"E29"_s}));
        QCOMPARE(f.drawn().size(), 5);
    }

    void whatWasReadLastTimeComesLast()
    {
        Rounds f;
        f.putMany(10);
        VERIFY_OK(f.open(f.reviewer, 5));
        const QStringList first = f.drawn();
        for (const QString &id : first)
            VERIFY_OK(f.check(f.reviewer, EntryId(id)));
        QVERIFY(f.round().closedAt);
        VERIFY_OK(f.open(f.reviewer, 8));
        const QStringList second = f.drawn();
        for (const QString &id : second.mid(0, 5))
            QVERIFY2(!first.contains(id), qPrintable(id));
        for (const QString &id : second.mid(5))
            QVERIFY2(first.contains(id), qPrintable(id)); // there was nothing else
    }

    void aFaultIsACorrectionWithItsClock()
    {
        Rounds f;
        f.putMany(5);
        VERIFY_OK(f.open(f.reviewer, 5));
        const QString faulty = f.drawn()[0];
        VERIFY_REFUSED(f.check(f.tester, EntryId(faulty), {InspectionFault::Outdated}), ErrorCode::BadMessage); // and what is it?
        VERIFY_REFUSED(f.check(f.tester, EntryId(faulty), {}, u"依据已废止"_s), ErrorCode::BadMessage);        // of what kind?
        VERIFY_OK(f.check(f.tester, EntryId(faulty), {InspectionFault::Outdated, InspectionFault::Wrong, InspectionFault::Outdated}, u"依据已废止"_s));
        const InspectedEntry found = f.round().entries[0];
        QCOMPARE(found.state, InspectionState::Faulty);
        QCOMPARE(found.faults, (std::vector{InspectionFault::Outdated, InspectionFault::Wrong}));
        QCOMPARE(found.byName, f.staffRow(f.tester.staff.value).name);
        const TaskRow task = f.store->tasks.live().value(found.task.value);
        QCOMPARE(task.kind, TaskKind::Correction);
        QCOMPARE(task.entry.value, faulty);
        QCOMPARE(task.unit, f.unit);
        QCOMPARE(task.words.text, u"依据已废止"_s);
        QCOMPARE(toIso(dateOf(*task.dueAt)), u"2026-11-30"_s); // Monday the 23rd and five working days
        VERIFY_REFUSED(f.check(f.reviewer, EntryId(faulty)), ErrorCode::BadState); // once
        for (const QString &id : f.drawn().mid(1))
            VERIFY_OK(f.check(f.reviewer, EntryId(id)));
        QVERIFY(f.round().closedAt);
        QCOMPARE(f.round().count(InspectionState::Passed), 4);
        VERIFY_REFUSED(f.check(f.reviewer, EntryId(faulty)), ErrorCode::TooLate);
        f.reopen();
        QCOMPARE(f.round().count(InspectionState::Faulty), 1);
    }

    void nobodyReadsTheirOwn()
    {
        Rounds f;
        VERIFY_OK(f.bring(f.entry(u"N1"_s)));
        VERIFY_OK(f.open(f.reviewer, 5));
        VERIFY_REFUSED(f.check(f.reviewer, EntryId(u"N1"_s)), ErrorCode::OwnReview);
        QCOMPARE(f.round().entries[0].state, InspectionState::Open);
        VERIFY_OK(f.check(f.tester, EntryId(u"N1"_s)));
    }

    void whatChangedIsReadAsItIs()
    {
        Rounds f;
        VERIFY_OK(f.bring(f.entry(u"N1"_s)));
        VERIFY_OK(f.bring(f.entry(u"N2"_s)));
        VERIFY_OK(f.open(f.reviewer, 5));
        EntryRow next = f.entry(u"N1"_s);
        next.plain = u"两个工作日办好。"_s;
        VERIFY_OK(f.bring(next, 1));
        VERIFY_REFUSED(f.check(f.tester, EntryId(u"N1"_s)), ErrorCode::OtherVersion);
        VERIFY_REFUSED(f.check(f.tester, EntryId(u"N1"_s), {}, {}, 0), ErrorCode::OtherVersion); // nobody has read it
        VERIFY_OK(f.check(f.tester, EntryId(u"N1"_s), {}, {}, 2));
        VERIFY_OK(f.send(f.reviewer, protocol::EntryWithdraw{{}, EntryId(u"N2"_s), 1, u"不再办理"_s}));
        VERIFY_OK(f.check(f.tester, EntryId(u"N2"_s)));
        QCOMPARE(f.round().count(InspectionState::Gone), 1);
        QCOMPARE(f.round().count(InspectionState::Passed), 1);
        QVERIFY(f.round().closedAt);
    }

    void itIsForThoseWhoMay()
    {
        Rounds f;
        f.putMany(6);
        VERIFY_REFUSED(f.open(f.staff(kAgent)), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.open(f.author), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.open(f.citizen()), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.open(f.reviewer, 5, f.office->viewOf(f.otherAuthor).editor), ErrorCode::Forbidden);
        VERIFY_REFUSED(f.open(f.coordinator), ErrorCode::Forbidden); // of what unit?
        VERIFY_REFUSED(f.open(f.coordinator, 5, NodeId(u"NOWHERE"_s)), ErrorCode::NotFound);
        VERIFY_REFUSED(f.open(f.reviewer, 4), ErrorCode::BadMessage);
        VERIFY_REFUSED(f.open(f.reviewer, 51), ErrorCode::BadMessage);
        VERIFY_REFUSED(f.open(f.reviewer, 5, {}, InspectionId(u"one"_s)), ErrorCode::BadMessage);
        VERIFY_OK(f.open(f.coordinator, 5, f.unit)); // the district looks at a unit
        const InspectionId open = f.m_last;
        VERIFY_REFUSED(f.open(f.reviewer), ErrorCode::BadState); // one after the other
        f.m_last = open;
        const server::Actor other = f.staff(f.whoIs(u"sample048"_s));
        VERIFY_REFUSED(f.check(other, EntryId(f.drawn()[0])), ErrorCode::NotFound);
        VERIFY_REFUSED(f.send(other, protocol::InspectionClose{{}, open}), ErrorCode::NotFound);
        VERIFY_REFUSED(f.check(f.reviewer, EntryId(u"E99"_s)), ErrorCode::NotFound);
        VERIFY_OK(f.check(f.reviewer, EntryId(f.drawn()[0])));
        VERIFY_OK(f.send(f.coordinator, protocol::InspectionClose{{}, open}));
        QCOMPARE(f.round().count(InspectionState::Open), 4); // they do not count
        QVERIFY(server::sees(f.office->viewOf(f.tester), server::audienceOf(f.round())));
        QVERIFY(server::sees(f.office->viewOf(f.coordinator), server::audienceOf(f.round())));
        QVERIFY(!server::sees(f.office->viewOf(other), server::audienceOf(f.round())));
        QVERIFY(!server::sees(f.office->viewOf(f.staff(kAgent)), server::audienceOf(f.round())));
    }

    /// Who tests reads what holds; what is written, and who asked, is the editors'.
    void whoTestsSeesRoundsAlone()
    {
        Rounds f;
        VERIFY_OK(f.save(f.author, f.entry(u"N1"_s), 0, true));
        const auto draft = f.store->drafts.live().values().front();
        QVERIFY(server::sees(f.office->viewOf(f.reviewer), server::audienceOf(draft)));
        QVERIFY(!server::sees(f.office->viewOf(f.tester), server::audienceOf(draft)));
        QVERIFY(f.office->viewOf(f.tester).editor.isEmpty());
        QVERIFY(server::digestOf(f.office->viewOf(f.tester)) != server::digestOf(f.office->viewOf(f.reviewer)));
        server::Audience audience;
        audience.inspectors = {f.unit};
        QCOMPARE(server::audienceFromBytes(server::toBytes(audience)), audience);
    }

    void nothingToReadIsSaid()
    {
        Rounds f;
        f.put(u"LATER"_s, u"2026-12-24"_s);
        VERIFY_REFUSED(f.open(f.reviewer), ErrorCode::NotFound);
    }

    void desksKeepTheLastTwentyFour()
    {
        Rounds f;
        f.putMany(5);
        InspectionId first;
        for (int i = 0; i < 26; ++i) {
            VERIFY_OK(f.open(f.reviewer));
            if (first.isEmpty())
                first = f.m_last;
            VERIFY_OK(f.send(f.reviewer, protocol::InspectionClose{{}, f.m_last}));
            f.pass(1s);
        }
        QCOMPARE(f.store->inspections.live().size(), 24);
        const auto old = f.store->inspections.find(first.value); // the record has it still
        QVERIFY(old && old->off);
    }
};

QTEST_GUILESS_MAIN(TestInspections)
#include "tst_inspections.moc"
