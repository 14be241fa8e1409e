// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tokens.h"

#include <QRandomGenerator>
#include <QTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// One spelling for what people write in many, and the words that are made of it.
class TestFold : public QObject {
    Q_OBJECT

private slots:
    void whatIsOneToAReaderIsOne_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("folded");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("plain") << u"营业执照怎么变更？"_s << u"营业执照怎么变更?"_s;
        QTest::newRow("traditional") << u"營業執照變更登記"_s << u"营业执照变更登记"_s;
        QTest::newRow("full width") << u"ＡＢｃ１２３（一）"_s << u"abc123(一)"_s;
        QTest::newRow("a sign that is three") << u"㈠总则"_s << u"(一)总则"_s;
        QTest::newRow("brackets of small type") << u"沪府办发﹝2022﹞21号"_s << u"沪府办发〔2022〕21号"_s;
        QTest::newRow("a compatibility ideograph") << QString(QChar(0xF900)) << u"岂"_s;
        QTest::newRow("a radical") << QString(QChar(0x2F00)) << u"一"_s;
        QTest::newRow("white space of all kinds") << u"社\u3000保\t卡\u00A0丢"_s << u"社 保 卡 丢"_s;
        QTest::newRow("what nobody sees") << u"公\u200B积\uFEFF金\u00AD"_s << u"公积金"_s;
        QTest::newRow("control characters") << QString(u"税\u0001\u0007务\u0000"_s) << u"税务"_s;
        QTest::newRow("an accent of its own") << u"Cafe\u0301"_s << u"caf\u00E9"_s;
        QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
        QTest::newRow("half-width kana with its mark") << u"ｶﾞ"_s << u"ガ"_s;
        QTest::newRow("Hangul in pieces") << u"\u1112\u1161\u11AB"_s << u"한"_s;
        QTest::newRow("an emoji") << u"好👍"_s << u"好👍"_s;
        QTest::newRow("a rare ideograph") << u"𠮷"_s << u"𠮷"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD842)) << QString(QChar(0xD842));
        QTest::newRow("a compatibility ideograph far away") << u"\U0002F804"_s << u"你"_s;
        QTest::newRow("letters of mathematics") << u"\U0001D400证"_s << u"a证"_s;
        QTest::newRow("tags nobody sees") << u"税\U000E0041务"_s << u"税务"_s;
        QTest::newRow("a control before a mark") << u"e\u0001\u0301"_s << u"\u00E9"_s;
        QTest::newRow("simplified in a folded text") << u"㈠營業"_s << u"(一)营业"_s;
    }
    void whatIsOneToAReaderIsOne()
    {
        QFETCH(QString, written);
        QFETCH(QString, folded);
        QCOMPARE(fold(written), folded);
        QCOMPARE(fold(folded), folded);
    }

    void whatWasFoldedStaysAsItIs()
    {
        for (int unit = 0; unit < 0x10000; ++unit) {
            const QString once = fold(QString(QChar(char16_t(unit))));
            if (fold(once) != once)
                QFAIL(qPrintable(QString::number(unit, 16)));
        }
        QRandomGenerator dice(20'261'127);
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (quint32 left = dice.bounded(12U); left > 0; --left)
                text += QChar(char16_t(dice.bounded(0x10000)));
            const QString once = fold(text);
            if (fold(once) != once)
                QFAIL(qPrintable(u"%1 folds to %2 and then to %3"_s.arg(QString::fromLatin1(text.toUtf8().toHex()),
                                                                        QString::fromLatin1(once.toUtf8().toHex()),
                                                                        QString::fromLatin1(fold(once).toUtf8().toHex()))));
        }
    }

    void wordsAreCharactersPairsAndRuns()
    {
        QCOMPARE(words(u"公积金"_s), u"公 公积 积 积金 金"_s);
        QCOMPARE(words(u"公,积"_s), u"公 积"_s); // no pair across a stop
        QCOMPARE(words(u"办a1b2证"_s), u"办 * 证"_s);
        QCOMPARE(words(u" 。,!"_s), QString());
        QVERIFY(tokenOfRun(u"12345"_s) != tokenOfRun(u"12346"_s));
    }

private:
    static QString words(const QString &text)
    {
        QStringList found;
        forEachToken(text, [&](Token token) {
            if (token & kRun)
                found.append(u"*"_s);
            else if (isSingle(token))
                found.append(QString(QChar(char16_t(token))));
            else
                found.append(QString(QChar(char16_t(token >> 16))) + QChar(char16_t(token)));
        });
        return found.join(u' ');
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
