// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/knowledge_base.h"

#include <QTest>

using namespace bangban;
using namespace Qt::StringLiterals;
using knowledge::KnowledgeBase, knowledge::Question;
using protocol::EntryRow;

namespace {

EntryRow row(const QString &id, const QString &title, const QString &from = u"2022-01-01"_s, const QString &to = {},
             const QString &unit = u"U1"_s, const QString &item = {})
{
    EntryRow made;
    made.id = EntryId(id);
    made.state = domain::EntryState::Approved;
    made.title = title;
    made.plain = u"可以在网上办。"_s;
    made.from = from;
    made.to = to;
    made.unit = NodeId(unit);
    made.item = ItemId(item);
    return made;
}

protocol::NodeRow node(const QString &id, const QString &kind, const QString &parent, const QString &from = u"2022-01-01"_s)
{
    protocol::NodeRow made;
    made.id = NodeId(id);
    made.kind = kind;
    made.parent = NodeId(parent);
    made.validFrom = from;
    return made;
}

LocalDate day(const QString &iso) { return *dateFromIso(iso); }

QString print(const KnowledgeBase &base, const Question &question, int limit = 10)
{
    QStringList found;
    for (const search::Suggestion &one : base.find(question, limit))
        found.append(one.id);
    return found.join(u' ');
}

} // namespace

/// The knowledge base as desks and servers search it: entries in force, with their items' names, for the asker's district.
class TestKnowledgeBase : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatIsInForceIsFound()
    {
        KnowledgeBase base;
        base.build({row(u"old"_s, u"公积金基数是多少"_s, u"2025-07-01"_s, u"2026-06-30"_s), row(u"new"_s, u"公积金基数是多少"_s, u"2026-07-01"_s),
                    row(u"odd"_s, u"公积金基数是多少"_s, u"不是日期"_s)});
        const auto on = [&](const QString &iso) { return print(base, {u"公积金基数"_s, {}, {}, day(iso)}); };
        QCOMPARE(on(u"2025-06-30"_s), QString());
        QCOMPARE(on(u"2025-07-01"_s), u"old"_s);
        QCOMPARE(on(u"2026-06-30"_s), u"old"_s);
        QCOMPARE(on(u"2026-07-01"_s), u"new"_s);
    }

    void manyThatAreOverDoNotHideOneInForce()
    {
        std::vector<EntryRow> rows;
        for (int i = 0; i < 30; ++i)
            rows.push_back(row(u"old%1"_s.arg(i), u"公积金基数"_s, u"2022-01-01"_s, u"2023-01-01"_s));
        rows.push_back(row(u"zzz"_s, u"公积金基数"_s));
        KnowledgeBase base;
        base.build(rows);
        QCOMPARE(print(base, {u"公积金基数"_s, {}, {}, day(u"2026-11-25"_s)}, 5), u"zzz"_s);
    }

    void anEntryIsFoundByItsItemsNameAndCode()
    {
        KnowledgeBase base;
        base.build({row(u"a"_s, u"要带什么"_s, u"2022-01-01"_s, {}, u"U1"_s, u"IT001"_s), row(u"b"_s, u"要带什么"_s)});
        protocol::ItemRow item;
        item.id = ItemId(u"IT001"_s);
        item.name = u"企业设立登记"_s;
        item.code = u"SAMPLE-31-0105-0001"_s;
        base.setCatalogue({item}, {});
        const LocalDate today = day(u"2026-11-25"_s);
        QCOMPARE(print(base, {u"企业设立登记"_s, {}, {}, today}), u"a"_s);
        QCOMPARE(print(base, {u"sample-31-0105-0001"_s, {}, {}, today}), u"a"_s);
        item.name = u"企业开办"_s;
        base.setCatalogue({item}, {});
        QCOMPARE(print(base, {u"企业开办"_s, {}, {}, today}, 1), u"a"_s);
        base.put(row(u"c"_s, u"哪里办"_s, u"2022-01-01"_s, {}, u"U1"_s, u"IT001"_s)); // what comes later has them, too
        QCOMPARE(print(base, {u"企业开办"_s, {}, {}, today}, 2), u"a c"_s);
        QCOMPARE(print(base, {{}, ItemId(u"IT001"_s), {}, today}), u"a c"_s);
    }

    void aRingInTheOrganisationEnds()
    {
        KnowledgeBase base;
        base.setCatalogue({}, {node(u"U1"_s, u"unit"_s, u"U2"_s), node(u"U2"_s, u"unit"_s, u"U1"_s)});
        base.build({row(u"a"_s, u"企业注销"_s)});
        QCOMPARE(print(base, {u"企业注销"_s, {}, NodeId(u"U2"_s), day(u"2026-11-25"_s)}), u"a"_s);
    }

    void whatHoldsForAnotherDistrictIsNotFound()
    {
        KnowledgeBase base;
        base.build({row(u"cn"_s, u"企业注销到哪里"_s, u"2022-01-01"_s, {}, u"U1"_s), row(u"ja"_s, u"企业注销到哪里"_s, u"2022-01-01"_s, {}, u"U2"_s),
                    row(u"city"_s, u"企业注销到哪里"_s, u"2022-01-01"_s, {}, u"C1"_s)});
        base.setCatalogue({}, {node(u"SH"_s, u"city"_s, {}), node(u"CN"_s, u"district"_s, u"SH"_s), node(u"JA"_s, u"district"_s, u"SH"_s),
                               node(u"U1"_s, u"unit"_s, u"CN"_s), node(u"K1"_s, u"section"_s, u"U1"_s), node(u"U2"_s, u"unit"_s, u"JA"_s),
                               node(u"C1"_s, u"city_unit"_s, u"SH"_s)});
        const LocalDate today = day(u"2026-11-25"_s);
        QCOMPARE(print(base, {u"注销到哪里办"_s, {}, NodeId(u"K1"_s), today}), u"cn city"_s);
        QCOMPARE(print(base, {u"企业注销到哪里"_s, {}, {}, today}), u"city cn ja"_s); // who has no district sees all
        // The newest version of a unit says where it belongs, whatever the order in which they came.
        base.setCatalogue({}, {node(u"U2"_s, u"unit"_s, u"CN"_s, u"2026-01-01"_s), node(u"U2"_s, u"unit"_s, u"JA"_s, u"2022-01-01"_s)});
        QCOMPARE(print(base, {u"注销到哪里办"_s, {}, NodeId(u"K1"_s), today}), u"cn ja city"_s); // both are of this district now
    }

    /// A desk that followed every change and one that came today, and a server, find the same.
    void theSameRowsGiveTheSameSuggestions()
    {
        std::vector<EntryRow> rows;
        for (int i = 0; i < 200; ++i) {
            EntryRow made = row(u"E%1"_s.arg(i), u"第%1种情况怎么办理%2登记"_s.arg(i % 17).arg(QStringList{u"变更"_s, u"注销"_s, u"设立"_s}[i % 3]),
                                u"2022-01-01"_s, {}, i % 2 ? u"U1"_s : u"U2"_s, u"IT%1"_s.arg(i % 5));
            made.aliases = {u"办%1要几天"_s.arg(i % 13)};
            made.official = QString(i % 7, u'办') + u"应当在%1日内提出"_s.arg(i % 30);
            rows.push_back(made);
        }
        protocol::ItemRow item;
        item.id = ItemId(u"IT3"_s);
        item.name = u"企业变更登记"_s;
        const QList<protocol::NodeRow> nodes{node(u"CN"_s, u"district"_s, {}), node(u"JA"_s, u"district"_s, {}), node(u"U1"_s, u"unit"_s, u"CN"_s),
                                             node(u"U2"_s, u"unit"_s, u"JA"_s)};
        KnowledgeBase atOnce;
        atOnce.build(rows);
        atOnce.setSynonyms({{u"关门"_s, {u"注销"_s}}});
        atOnce.setCatalogue({item}, nodes);
        KnowledgeBase bit;
        bit.setCatalogue({}, nodes);
        bit.setSynonyms({{u"关门"_s, {u"注销"_s}}});
        for (auto it = rows.rbegin(); it != rows.rend(); ++it) {
            EntryRow before = *it;
            before.title += u"（旧）"_s;
            bit.put(before);
            bit.put(*it);
        }
        bit.put(row(u"gone"_s, u"企业变更登记"_s));
        bit.setCatalogue({item}, {});
        bit.remove(EntryId(u"gone"_s));
        const LocalDate today = day(u"2026-11-25"_s);
        int compared = 0;
        for (const QString &words : {u"企业变更登记"_s, u"怎么关门"_s, u"几天"_s, u"提出"_s, u"dszqk"_s, u"第3种情况"_s, QString()})
            for (const QString &unit : {u"U1"_s, u"U2"_s, QString()})
                for (const QString &asked : {u"IT3"_s, QString()}) {
                    const Question question{words, ItemId(asked), NodeId(unit), today};
                    QCOMPARE(print(bit, question), print(atOnce, question));
                    compared += print(atOnce, question).isEmpty() ? 0 : 1;
                }
        QVERIFY2(compared >= 30, qPrintable(QString::number(compared)));
    }
};

QTEST_GUILESS_MAIN(TestKnowledgeBase)
#include "tst_knowledge_base.moc"
