// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/clusters.h"

#include <QTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// Unanswered questions that ask the same, and the editor's word on them.
class TestClusters : public QObject {
    Q_OBJECT

private:
    static std::vector<Question> morning()
    {
        const QString texts[] = {u"离职以后怎么提取公积金"_s, u"法定代表人变更要什么材料"_s, u"离职后公积金怎么提取？"_s, u"法定代表人變更需要什麼材料"_s,
                                 u"请问离职以后公积金怎么提取出来"_s, u"食品经营许可证到期怎么延续"_s, u"买房贷款额度最高是多少"_s};
        std::vector<Question> questions;
        for (const QString &text : texts)
            questions.push_back({QString(QChar(char16_t(u'a' + questions.size()))), text});
        return questions;
    }

    /// "ace bd f g": each cluster's questions, in the order of their first ones.
    static QString print(const std::vector<Question> &questions, const std::vector<int> &roots)
    {
        std::map<int, QString> clusters;
        for (std::size_t at = 0; at < questions.size(); ++at)
            clusters[roots[at]] += questions[at].id;
        QStringList words;
        for (const auto &[root, members] : clusters)
            words.append(members);
        return words.join(u' ');
    }
    static QString print(const std::vector<Verdict> &verdicts) { return print(morning(), cluster(morning(), verdicts)); }

private slots:
    void whatAsksTheSameStandsTogether()
    {
        QCOMPARE(print({}), u"ace bd f g"_s);
        QVERIFY(cluster({}).empty());
        QCOMPARE(cluster({{u"1"_s, {}}, {u"2"_s, u"？？"_s}, {u"3"_s, {}}}), (std::vector<int>{0, 1, 2})); // nothing is like nothing
    }

    void oneMoreGoesWhereItIsNear()
    {
        const std::vector<int> clusters{10, 20, 10, 20, 10, 60, 70};
        QCOMPARE(nearestCluster(morning(), clusters, u"离职以后公积金怎么提取呢"_s), std::optional(10));
        QCOMPARE(nearestCluster(morning(), clusters, u"法定代表人变更材料"_s), std::optional(20));
        QCOMPARE(nearestCluster(morning(), clusters, u"歇业备案能异地办吗"_s), std::nullopt);
        QCOMPARE(nearestCluster({}, {}, u"歇业备案"_s), std::nullopt);
        QCOMPARE(nearestCluster(morning(), clusters, u"？"_s), std::nullopt);
        // Where they stand is given: what was taken out of a cluster is one of its own, and the nearest of the two counts.
        QCOMPARE(nearestCluster(morning(), {10, 20, 10, 20, 50, 60, 70}, u"请问离职以后公积金怎么提取出来"_s), std::optional(50));
    }

    void anEditorsWordStays()
    {
        QCOMPARE(print({{u"g"_s, u"f"_s, true}}), u"ace bd fg"_s);
        QCOMPARE(print({{u"a"_s, u"b"_s, true}}), u"abcde f g"_s);
        QCOMPARE(print({{u"a"_s, u"e"_s, false}, {u"c"_s, u"e"_s, false}}), u"ac bd e f g"_s);
        QCOMPARE(print({{u"a"_s, u"g"_s, true}, {u"f"_s, u"g"_s, true}}), u"acefg bd"_s); // g brings two together
        // Whatever follows from two words together holds as well.
        QCOMPARE(print({{u"a"_s, u"c"_s, false}, {u"c"_s, u"e"_s, true}}), u"a bd ce f g"_s);
        QCOMPARE(print({{u"a"_s, u"c"_s, false}, {u"a"_s, u"e"_s, true}}), u"ae bd c f g"_s);
        QCOMPARE(print({{u"c"_s, u"g"_s, false}, {u"e"_s, u"g"_s, true}}), u"ac bd eg f"_s);
        QCOMPARE(print({{u"a"_s, u"c"_s, true}, {u"c"_s, u"e"_s, true}, {u"a"_s, u"e"_s, false}}), u"ace bd f g"_s); // they contradict each other
        QCOMPARE(print({{u"d"_s, u"b"_s, false}, {u"b"_s, u"d"_s, true}}), u"ace bd f g"_s); // of two the later
        QCOMPARE(print({{u"a"_s, u"gone"_s, true}, {u"a"_s, u"a"_s, false}}), u"ace bd f g"_s);
    }

    void anEditorsWordStaysWhenTheNextDayComes()
    {
        std::vector<Question> questions = morning();
        const std::vector<Verdict> verdicts{{u"a"_s, u"e"_s, false}, {u"c"_s, u"e"_s, false}, {u"f"_s, u"g"_s, true}};
        QCOMPARE(print(questions, cluster(questions, verdicts)), u"ac bd e fg"_s);
        questions.push_back({u"h"_s, u"离职后怎么提取公积金"_s});
        questions.push_back({u"i"_s, u"食品经营许可证到期如何延续"_s});
        QCOMPARE(print(questions, cluster(questions, verdicts)), u"ach bd e fgi"_s);
        questions.erase(questions.begin()); // too old to be looked at
        QCOMPARE(print(questions, cluster(questions, verdicts)), u"bd ch e fgi"_s);
    }
};

QTEST_GUILESS_MAIN(TestClusters)
#include "tst_clusters.moc"
