// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/pinyin.h"

#include <QTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// Entries found by the letters of their names, as the input method taught them.
class TestPinyin : public QObject {
    Q_OBJECT

private:
    static QString print(const std::vector<std::string> &readings)
    {
        QStringList all;
        for (const std::string &one : readings)
            all.append(QString::fromStdString(one));
        all.sort();
        return all.join(u' ');
    }

private slots:
    void charactersAreReadAsTyped()
    {
        QCOMPARE(print(readingsOf(u"营业执照变更"_s)), u"yingyezhizhaobiangeng"_s);
        QCOMPARE(print(readingsOf(u"營業執照"_s)), u"yingyezhizhao"_s);
        QCOMPARE(print(readingsOf(u"女旅客绿色通道"_s)), u"nvlvkelvsetongdao"_s);
        QCOMPARE(print(readingsOf(u"银行开户"_s)), u"yinhangkaihu yinxingkaihu"_s);
        QCOMPARE(print(initialsOf(u"会计（A类）12号"_s)), u"hjal12h kjal12h"_s);
        QCOMPARE(print(initialsOf(u"！？"_s)), QString());
        QVERIFY(readingsOf(u"重行长参会调还率"_s).size() <= 4);
        QVERIFY(readingsOf(QString(500, u'庄')).front().size() <= 32);
        int unread = 0;
        for (const QChar c : u"一件事高效办成社保医保税务公积金不动产人才引进居住证食品经营许可"_s)
            unread += readingsOf(QString(c)).empty() ? 1 : 0;
        QCOMPARE(unread, 0);
    }

    void aBeginningFindsTheEntry()
    {
        Pinyin pinyin;
        const Entry licence{u"licence"_s, u"营业执照变更登记"_s, {u"换执照"_s}, {}};
        const Entry copy{u"copy"_s, u"营业执照补领"_s, {}, {}};
        pinyin.put(licence);
        pinyin.put(copy);
        QCOMPARE(pinyin.find(u"yyzz"_s, 5), (QStringList{u"copy"_s, u"licence"_s})); // the shorter name first
        QCOMPARE(pinyin.find(u"YYZZbg"_s, 5), QStringList{u"licence"_s});
        QCOMPARE(pinyin.find(u"yingyezhizhaobu"_s, 5), QStringList{u"copy"_s});
        QCOMPARE(pinyin.find(u"hzz"_s, 5), QStringList{u"licence"_s});
        QCOMPARE(pinyin.find(u"y"_s, 1).size(), 1);
        for (const QString &nothing : {QString(), u"zzbg"_s, u"营业"_s, u"yy zz"_s, u"y-"_s, QString(100, u'y'), u"\u0000"_s})
            QVERIFY2(pinyin.find(nothing, 5).isEmpty(), qPrintable(nothing));
        pinyin.remove(copy);
        QCOMPARE(pinyin.find(u"yyzz"_s, 5), QStringList{u"licence"_s});
        pinyin.remove(licence);
        QVERIFY(pinyin.find(u"y"_s, 5).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"
