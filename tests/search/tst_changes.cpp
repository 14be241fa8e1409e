// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/changes.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;
using In = Stretch::In;

/// What a reviewer reads of a version: what stayed, what went, what came.
class TestChanges : public QObject {
    Q_OBJECT

    static QString side(const std::vector<Stretch> &stretches, In in)
    {
        QString text;
        for (const Stretch &one : stretches)
            if (one.in == In::Both || one.in == in)
                text += one.text;
        return text;
    }
    static QString marked(const QString &before, const QString &after)
    {
        QString text;
        for (const Stretch &one : changesBetween(before, after))
            text += one.in == In::Both ? one.text : (one.in == In::Before ? u"[-%1]"_s : u"[+%1]"_s).arg(one.text);
        return text;
    }

private slots:
    void theSameTextHasNoChange()
    {
        QVERIFY(changesBetween({}, {}).empty());
        const std::vector<Stretch> all{{In::Both, u"当天办好。"_s}};
        QVERIFY(changesBetween(u"当天办好。"_s, u"当天办好。"_s) == all);
    }

    void wordsAreChangedWithinTheirClause()
    {
        QCOMPARE(marked(u"材料齐全当天办结。免费。"_s, u"材料齐全3个工作日办结。免费。"_s), u"材料齐全[-当天][+3个工作日]办结。免费。"_s);
        QCOMPARE(marked(u"收费100元。"_s, u"收费1000元。"_s), u"收费[-100][+1000]元。"_s); // a figure is one word
        QCOMPARE(marked(u"登录 shanghai.gov.cn 办理"_s, u"登录 shanghai.gov.cn 线上办理"_s), u"登录 shanghai.gov.cn [+线上]办理"_s);
    }

    void whatCameOrWentIsMarkedAsAWhole()
    {
        QCOMPARE(marked(u"甲。丙。"_s, u"甲。乙。丙。"_s), u"甲。[+乙。]丙。"_s);
        QCOMPARE(marked(u"甲。乙。丙。"_s, u"甲。丙。"_s), u"甲。[-乙。]丙。"_s);
        QCOMPARE(marked({}, u"新写的。"_s), u"[+新写的。]"_s);
        QCOMPARE(marked(u"原来的。"_s, {}), u"[-原来的。]"_s);
    }

    /// Whatever is compared, both texts can be read back.
    void bothTextsStandInIt()
    {
        QRandomGenerator dice(20261128);
        const QString letters = u"的了办理材料，。；\n 3ab天\U00020000"_s;
        for (int round = 0; round < 2'000; ++round) {
            QString before, after;
            for (int i = dice.bounded(40); i > 0; --i)
                before += letters[dice.bounded(int(letters.size()))];
            for (const QChar c : std::as_const(before))
                if (dice.bounded(6) > 0)
                    after += dice.bounded(8) == 0 ? letters[dice.bounded(int(letters.size()))] : c;
            const auto stretches = changesBetween(before, after);
            QCOMPARE(side(stretches, In::Before), before);
            QCOMPARE(side(stretches, In::After), after);
            for (std::size_t at = 1; at < stretches.size(); ++at)
                QVERIFY(stretches[at].in != stretches[at - 1].in);
        }
    }

    /// The longest texts that an entry holds, with nothing in common and with a word changed, in the time of a page's opening.
    void theLongestTextsTakeNoTime()
    {
        QString before, after; // as many clauses as are compared, none of them in both
        for (int i = 0; i < 1'999; ++i) {
            before += u"第%1条规定如下所述内容。"_s.arg(i);
            after += u"另有%1种情形不在其中；"_s.arg(i * 7);
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(side(changesBetween(before, after), In::After), after);
        QString changed = before; // longer than what is compared; a reader sees the one word
        changed = changed.repeated(2);
        const QString twice = changed;
        changed.replace(changed.indexOf(u"第1000条"_s), 6, u"第1000款"_s);
        QCOMPARE(changesBetween(twice, changed).size(), 4U);
        QString many = before; // and each third clause is another
        for (int i = 0; i < 1'999; i += 3)
            many.replace(u"第%1条规定"_s.arg(i), u"第%1条要求"_s.arg(i));
        QCOMPARE(side(changesBetween(before, many), In::After), many);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed()))); // bounded; sanitizers and a busy machine included
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
