// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/finder.h"

#include <QTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// The suggestions beside a conversation: named, typed in letters, fitting best, about the item.
class TestFinder : public QObject {
    Q_OBJECT

private:
    static std::vector<Entry> entries()
    {
        return {{u"close"_s, u"企业注销要多久"_s, {u"简易注销"_s}, u"公示期满二十日后办结。"_s, {u"SAMPLE-31-0105-0007"_s}, u"IT007"_s, {}},
                {u"shop"_s, u"个体户注销要多久"_s, {}, u"当场办结。"_s, {}, u"IT008"_s, {}},
                {u"fee"_s, u"注销登记收费吗"_s, {}, u"不收费。"_s, {}, u"IT007"_s, {}},
                {u"here"_s, u"在长宁办理注销登记到哪里"_s, {}, u"区政务服务中心二楼。"_s, {}, {}, u"CN"_s},
                {u"there"_s, u"在静安办理注销登记到哪里"_s, {}, u"静安区政务服务中心。"_s, {}, {}, u"JA"_s}};
    }

    static QString print(const Finder &finder, const Inquiry &inquiry, int limit = 10)
    {
        QStringList found;
        for (const Suggestion &one : finder.find(inquiry, limit))
            found.append(u"NCDA#LWI"_s[int(one.reason)] + one.id);
        return found.join(u' ');
    }

private slots:
    void suggestionsStandInOneOrder()
    {
        Finder finder;
        finder.build(entries());
        QCOMPARE(print(finder, {u"简易注销"_s, {}, {}}).section(u' ', 0, 0), u"Nclose"_s);
        QVERIFY(print(finder, {u"简易注销"_s, {}, {}}).contains(u"Wfee"_s)); // and what fits the words
        QCOMPARE(print(finder, {u"sample-31"_s, {}, {}}), u"Cclose"_s);
        QCOMPARE(print(finder, {u"gthzx"_s, {}, {}}), u"Lshop"_s);
        QCOMPARE(print(finder, {{}, u"IT007"_s, {}}), u"Iclose Ifee"_s);
        QCOMPARE(print(finder, {u" "_s, u"IT008"_s, {}}), u"Ishop"_s);
        QCOMPARE(print(finder, {{}, {}, {}}), QString());
        QCOMPARE(finder.find({u"注销"_s, {}, {}}, 2).size(), 2U);
    }

    void theItemOfTheRequestCountsMore()
    {
        Finder finder;
        finder.build(entries());
        QCOMPARE(print(finder, {u"注销要多久"_s, u"IT007"_s, {}}).section(u' ', 0, 1), u"Wclose Wshop"_s);
        QCOMPARE(print(finder, {u"注销要多久"_s, u"IT008"_s, {}}).section(u' ', 0, 1), u"Wshop Wclose"_s);
    }

    void wordsThatFitNothingLeaveTheItemsEntriesFirst()
    {
        Finder finder;
        finder.build(entries());
        QCOMPARE(print(finder, {u"您好，我想问一下老师这个到底怎么弄，麻烦多久能好"_s, u"IT007"_s, {}}).section(u' ', 0, 1), u"Wclose Ifee"_s);
        QCOMPARE(print(finder, {u"注销登记收费吗"_s, u"IT008"_s, {}}).section(u' ', 0, 0), u"Nfee"_s); // what fits well stays first
    }

    void whatHoldsElsewhereIsNotSuggested()
    {
        Finder finder;
        finder.build(entries());
        const QString here = print(finder, {u"办理注销登记到哪里"_s, {}, u"CN"_s});
        QVERIFY(here.startsWith(u"Where"_s) && !here.contains(u"there"_s));
        QVERIFY(print(finder, {u"办理注销登记到哪里"_s, {}, {}}).contains(u"there"_s)); // who has no district sees all
    }

    void whatChangesIsFoundAsItIs()
    {
        Finder finder;
        for (const Entry &entry : entries())
            finder.put(entry);
        Entry moved = entries()[0];
        moved.item = u"IT099"_s;
        moved.aliases = {};
        finder.put(moved);
        QCOMPARE(print(finder, {{}, u"IT007"_s, {}}), u"Ifee"_s);
        QCOMPARE(print(finder, {{}, u"IT099"_s, {}}), u"Iclose"_s);
        QVERIFY(!print(finder, {u"简易注销"_s, {}, {}}).contains(u"Nclose"_s));
        QCOMPARE(print(finder, {u"jyzx"_s, {}, {}}), QString());
        finder.remove(u"close"_s);
        finder.remove(u"close"_s);
        QCOMPARE(print(finder, {{}, u"IT099"_s, {}}), QString());
        QVERIFY(!finder.entry(u"close"_s));
        QCOMPARE(finder.size(), 4);
        Finder built;
        auto left = entries();
        left.erase(left.begin());
        built.build(left);
        for (const QString &words : {u"注销"_s, u"到哪里"_s, u"zx"_s, u"办结"_s})
            QCOMPARE(print(finder, {words, {}, {}}), print(built, {words, {}, {}}));
    }
};

QTEST_GUILESS_MAIN(TestFinder)
#include "tst_finder.moc"
