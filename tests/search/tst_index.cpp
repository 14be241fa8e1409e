// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/decision.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// Ranking of the knowledge base: who is found, and that it does not matter how the index came to be.
class TestIndex : public QObject {
    Q_OBJECT

private:
    static QStringList idsOf(const std::vector<Hit> &hits)
    {
        QStringList ids;
        for (const Hit &hit : hits)
            ids.append(hit.id);
        return ids;
    }

    static Index small()
    {
        Index index;
        index.build({{u"licence"_s, u"企业法定代表人变更登记"_s, {u"换法人"_s, u"老板换人怎么办"_s}, u"变更登记申请书由变更后的法定代表人签署。"_s},
                     {u"close"_s, u"企业简易注销登记"_s, {}, u"公示期20日，期满后提交简易注销申请。"_s},
                     {u"fund"_s, u"住房公积金提取"_s, {u"公积金怎么取"_s}, u"购房、租房、离职可以提取住房公积金。"_s},
                     {u"card"_s, u"社会保障卡补领"_s, {}, u"社保卡遗失后，可以在随申办挂失并补领。"_s}});
        return index;
    }

    /// Entries of words that few or many have in common.
    static Entry random(QRandomGenerator &dice, int number)
    {
        const auto words = [&](int most) {
            QString text;
            for (int left = dice.bounded(most + 1); left > 0; --left)
                text += QChar(char16_t(0x4E00 + dice.bounded(dice.bounded(2) ? 12 : 300)));
            return text;
        };
        Entry entry{QString::number(number), words(8), {}, words(40)};
        for (int left = dice.bounded(3); left > 0; --left)
            entry.aliases.append(words(6));
        return entry;
    }

private slots:
    void theEntryThatAnswersComesFirst()
    {
        const Index index = small();
        QCOMPARE(idsOf(index.search(u"公司换了法定代表人要办什么"_s, 3)).value(0), u"licence"_s);
        QCOMPARE(idsOf(index.search(u"老板换人"_s, 3)).value(0), u"licence"_s); // an alias
        QCOMPARE(idsOf(index.search(u"公積金怎麼取"_s, 3)).value(0), u"fund"_s); // as it is written elsewhere
        QCOMPARE(idsOf(index.search(u"社保卡丢了"_s, 1)), QStringList{u"card"_s});
        QCOMPARE(index.search(u"注销"_s, 10).size(), 1U); // each entry once
        const auto hits = index.search(u"住房公积金提取"_s, 3);
        QVERIFY(hits.front().coverage > 0.99F);
        QVERIFY(index.search(u"住房公积金提取怎么贷款"_s, 3).front().coverage < 0.8F); // what stands nowhere was asked for
    }

    void whatIsMeantIsFoundAsWell()
    {
        Index index = small();
        QVERIFY(index.search(u"五险"_s, 5).empty());
        index.setSynonyms({{u"五险"_s, {u"社會保障"_s}}, {u"掌柜"_s, {u"法定代表人"_s, u"经营者"_s}}, {QString(), {u"公积金"_s}}});
        const auto hits = index.search(u"五险"_s, 5);
        QCOMPARE(idsOf(hits), QStringList{u"card"_s});
        QVERIFY(hits[0].coverage <= 0.51F); // half as sure as if it had been said
        QCOMPARE(idsOf(index.search(u"换掌柜"_s, 1)), QStringList{u"licence"_s});
        index.setSynonyms({{u"app"_s, {u"社会保障卡"_s}}});
        QVERIFY(index.search(u"happy"_s, 5).empty()); // no word of its own
        QCOMPARE(idsOf(index.search(u"用APP办"_s, 5)).value(0), u"card"_s);
        index.build({{u"card"_s, u"社会保障卡补领"_s, {}, {}}});
        QCOMPARE(idsOf(index.search(u"app"_s, 5)), QStringList{u"card"_s}); // new entries, the same office
    }

    void wordsThatSayNothingMakeNobodySure()
    {
        std::vector<Entry> firms;
        for (int number = 0; number < 200; ++number)
            firms.push_back({QString::number(number), u"公司"_s + QChar(char16_t(0x5200 + number)), {}, {}});
        firms.push_back({u"one"_s, u"企业"_s, {}, {}});
        Index index;
        index.setSynonyms({{u"公司"_s, {u"企业"_s}}});
        index.build(firms);
        const auto hits = index.search(u"公司"_s, 5);
        QCOMPARE(idsOf(hits), QStringList{u"one"_s});
        QCOMPARE(hits[0].coverage, 0.0F);
        QCOMPARE(decide(hits, {}), Decision::Person);
    }

    void idsThatCannotBeAreLeftOut()
    {
        Index index;
        index.build({{u"a"_s, u"注销"_s, {}, {}}, {u"a"_s, u"变更"_s, {}, {}}, {{}, u"登记"_s, {}, {}}});
        QCOMPARE(index.size(), 1);
        QVERIFY(index.search(u"变更登记"_s, 5).empty());
        index.put({{}, u"登记"_s, {}, {}});
        index.put(*index.find(u"a"_s)); // itself
        QCOMPARE(idsOf(index.search(u"注销"_s, 5)), QStringList{u"a"_s});
        index.remove({});
        index.remove(u"a"_s);
        QVERIFY(index.search(u"注销"_s, 5).empty());
    }

    void anyQuestionIsBorne()
    {
        const Index index = small();
        const QString strange[] = {QString(), u" "_s, u"？！。，"_s, u"👍👍"_s, QString(QChar(0xD800)), QString(10'000, u'税'),
                                   QString(10'000, u'!'), u"\u0000\u0001"_s, u"a"_s, u"登"_s, u"<script>alert(1)</script>"_s};
        for (const QString &question : strange)
            for (const Hit &hit : index.search(question, 5))
                QVERIFY(hit.score > 0 && hit.coverage > 0 && hit.coverage <= 1.0001F);
        QVERIFY(index.search(u"注销"_s, 0).empty());
        QVERIFY(Index().search(u"注销"_s, 5).empty());
        QString all;
        for (char16_t c = 0x4E00; c < 0x4E00 + 10'000; ++c)
            all += QChar(c);
        QVERIFY(index.search(all, 5).size() <= 4);
    }

    void theWayToTheSameEntriesDoesNotMatter()
    {
        QRandomGenerator dice(7);
        std::map<QString, Entry> entries;
        Index grown;
        for (int step = 0; step < 3'000; ++step) {
            const int number = dice.bounded(400);
            if (dice.bounded(4) == 0) {
                entries.erase(QString::number(number));
                grown.remove(QString::number(number));
            } else {
                const Entry entry = random(dice, number);
                entries[entry.id] = entry;
                grown.put(entry);
            }
        }
        std::vector<Entry> rest;
        for (const auto &[id, entry] : entries)
            rest.push_back(entry);
        std::ranges::reverse(rest);
        Index built;
        built.build(rest);
        const QString said(QChar(0x4E02)), means(u"\u4E05\u4E06"_s);
        grown.setSynonyms({{said, {means}}, {QChar(0x4E03), {said}}});
        built.setSynonyms({{QChar(0x4E03), {said}}, {said, {means}}});
        QCOMPARE(grown.size(), qsizetype(entries.size()));
        QCOMPARE(built.size(), grown.size());
        for (int round = 0; round < 500; ++round) {
            const Entry asked = random(dice, 0);
            const auto one = grown.search(asked.text, 10);
            const auto other = built.search(asked.text, 10);
            QCOMPARE(idsOf(one), idsOf(other));
            for (std::size_t i = 0; i < one.size(); ++i)
                QVERIFY(one[i].score == other[i].score && one[i].coverage == other[i].coverage); // to the last bit
        }
    }

    void anEntryThatWentIsNotFoundAndOneThatChangedIsNew()
    {
        Index index = small();
        index.remove(u"fund"_s);
        index.remove(u"fund"_s);
        QVERIFY(!idsOf(index.search(u"公积金怎么取"_s, 5)).contains(u"fund"_s));
        QVERIFY(!index.find(u"fund"_s));
        index.put({u"card"_s, u"居住证办理"_s, {}, {}});
        QVERIFY(index.search(u"社保卡"_s, 5).empty());
        QCOMPARE(idsOf(index.search(u"居住证"_s, 5)), QStringList{u"card"_s});
        QCOMPARE(index.find(u"card"_s)->title, u"居住证办理"_s);
        QCOMPARE(index.size(), 3);
    }

    void theAssistantSpeaksAloneOnlyWhenItIsSure()
    {
        const Sureness sure;
        const auto hits = [](std::initializer_list<float> scores, float coverage) {
            std::vector<Hit> list;
            for (const float score : scores)
                list.push_back({QString::number(list.size()), score, coverage});
            return list;
        };
        QCOMPARE(decide({}, sure), Decision::Person);
        QCOMPARE(decide(hits({10}, 0.9F), sure), Decision::Alone);
        QCOMPARE(decide(hits({10, 6.4F, 6, 5, 4, 4}, 0.36F), sure), Decision::Alone);
        QCOMPARE(decide(hits({10, 6.6F, 6, 5, 4, 4}, 0.36F), sure), Decision::Buttons); // two that are much alike
        QCOMPARE(decide(hits({10, 6.4F, 6, 5, 4, 4}, 0.34F), sure), Decision::Buttons); // a third of the question only
        QCOMPARE(decide(hits({10, 9, 9, 9, 9, 9}, 0.34F), sure), Decision::Person);
        QCOMPARE(decide(hits({10, 9}, 0.16F), sure), Decision::Buttons); // there is nothing else
        QCOMPARE(decide(hits({10, 9}, 0.14F), sure), Decision::Person);  // but this is not it
    }
};

QTEST_GUILESS_MAIN(TestIndex)
#include "tst_index.moc"
