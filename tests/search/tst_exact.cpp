// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/exact.h"

#include <QElapsedTimer>
#include <QTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// What a person names needs no ranking: titles, codes, documents, articles, numbers.
class TestExact : public QObject {
    Q_OBJECT

private:
    static std::vector<Entry> entries()
    {
        return {{u"close"_s, u"企业简易注销登记"_s, {u"公司怎么注销"_s}, u"依据《中华人民共和国市场主体登记管理条例》第三十三条。咨询：021-12345678。"_s,
                 {u"简易注销"_s, u"SAMPLE-31-0105-0007"_s}},
                {u"help"_s, u"线上专业人工帮办怎么用"_s, {}, u"见沪府办发〔2022〕21号，可以拨打12345。"_s, {u"SAMPLE-31-0105-0012"_s}},
                {u"plan"_s, u"长宁区实施方案"_s, {}, u"依据沪府办发〔2022〕21号制定。"_s, {}},
                {u"article"_s, u"市场主体登记管理条例第三十三条"_s, {}, u"市场主体可以按照简易程序办理注销登记。"_s, {}}};
    }

    static QString find(const Exact &exact, const QString &question, int limit = 10)
    {
        QStringList found;
        const QString kinds = u"NCDA#"_s;
        for (const ExactHit &hit : exact.find(question, limit))
            found.append(kinds[int(hit.kind)] + hit.id);
        return found.join(u' ');
    }

private slots:
    void whatIsNamedIsFound_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("found");
        QTest::newRow("a title") << u"企业简易注销登记"_s << u"Nclose"_s;
        QTest::newRow("a title with a question mark") << u" 企业简易注销登记？ "_s << u"Nclose"_s;
        QTest::newRow("a title in traditional characters") << u"企業簡易註銷登記"_s << u"Nclose"_s;
        QTest::newRow("an alias") << u"公司怎么注销"_s << u"Nclose"_s;
        QTest::newRow("a short name") << u"简易注销"_s << u"Nclose"_s;
        QTest::newRow("a part of a title") << u"注销登记"_s << QString();
        QTest::newRow("a code") << u"SAMPLE-31-0105-0007"_s << u"Nclose"_s;
        QTest::newRow("the beginning of two codes") << u"sample-31-0105"_s << u"Cclose Chelp"_s;
        QTest::newRow("too short for a code") << u"sampl"_s << QString();
        QTest::newRow("a document") << u"沪府办发〔2022〕21号"_s << u"Dhelp Dplan"_s;
        QTest::newRow("the same in square brackets") << u"沪府办发[2022]21号"_s << u"Dhelp Dplan"_s;
        QTest::newRow("the same full width") << u"沪府办发［２０２２］２１号"_s << u"Dhelp Dplan"_s;
        QTest::newRow("the same in small brackets") << u"滬府辦發﹝2022﹞第21號"_s << u"Dhelp Dplan"_s;
        QTest::newRow("the same without brackets, in a sentence") << u"请问 沪府办发 2022 21号 还有效吗"_s << u"Dhelp Dplan"_s;
        QTest::newRow("the same in running text") << u"我想了解一下市政府印发沪府办发〔2022〕21号的内容"_s << u"Dhelp Dplan"_s;
        QTest::newRow("an article in running text") << u"企业应当根据市场主体登记管理条例第三十三条办理吗"_s << u"Narticle Aclose"_s;
        QTest::newRow("another number") << u"沪府办发〔2022〕2号"_s << QString();
        QTest::newRow("an article") << u"《市场主体登记管理条例》第33条"_s << u"Narticle Aclose"_s;
        QTest::newRow("an article of the republic") << u"中华人民共和国市场主体登记管理条例第三十三条是什么"_s << u"Narticle Aclose"_s;
        QTest::newRow("a telephone") << u"12345"_s << u"#help"_s;
        QTest::newRow("a telephone with its area") << u"02112345678"_s << u"#close"_s;
        QTest::newRow("a sum") << u"补贴12345元"_s << QString();
        QTest::newRow("a telephone as written") << u"021-12345678是哪里"_s << u"#close"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("stops") << u"？？？"_s << QString();
    }
    void whatIsNamedIsFound()
    {
        QFETCH(QString, question);
        QFETCH(QString, found);
        Exact exact;
        for (const Entry &entry : entries())
            exact.put(entry);
        QCOMPARE(find(exact, question), found);
    }

    void whatWentIsNotFound()
    {
        Exact exact;
        for (const Entry &entry : entries())
            exact.put(entry);
        exact.remove(entries()[1]);
        QCOMPARE(find(exact, u"沪府办发〔2022〕21号"_s), u"Dplan"_s);
        QCOMPARE(find(exact, u"sample-31-0105"_s), u"Cclose"_s);
        exact.put(entries()[1]);
        QCOMPARE(find(exact, u"沪府办发〔2022〕21号"_s), u"Dhelp Dplan"_s);
        QCOMPARE(find(exact, u"沪府办发〔2022〕21号"_s, 1), u"Dhelp"_s);
        for (const Entry &entry : entries())
            exact.remove(entry);
        for (const char16_t *question : {u"沪府办发〔2022〕21号", u"sample-31-0105", u"12345", u"简易注销"})
            QCOMPARE(find(exact, QString::fromUtf16(question)), QString());
    }

    void anyQuestionIsBorne()
    {
        Exact exact;
        for (const Entry &entry : entries())
            exact.put(entry);
        for (const QString &question : {QString(100'000, u'一'), QString(100'000, u'1'), QString(100'000, u'法'), QString(50'000, u'〔'),
                                        QString(u"法2022"_s + QString(100'000, u' ') + u"号"_s), QString(u"一法"_s + QString(100'000, u' ') + u"条"_s),
                                        u"第条"_s, u"法第零条"_s, u"法第千千千千千千千千千条"_s, QString(QChar(0xD800)), u"〔2022〕号"_s})
            QVERIFY(exact.find(question, 10).empty());
    }

    void whatEverybodyCitesIsFoundInOneOrder()
    {
        Exact there, back;
        const auto entry = [](int number) { return Entry{u"e%1"_s.arg(number, 5, 10, QChar(u'0')), {}, {}, u"请拨打12345"_s}; };
        for (int number = 0; number < 3'000; ++number) {
            there.put(entry(number));
            back.put(entry(2'999 - number));
        }
        QCOMPARE(find(there, u"12345"_s, 3), u"#e00000 #e00001 #e00002"_s);
        QCOMPARE(find(back, u"12345"_s, 3), u"#e00000 #e00001 #e00002"_s);
    }

    void anEntryOfAnyTextIsBorne()
    {
        QString numbers;
        for (int number = 10'000; number < 99'999; ++number)
            numbers += QString::number(number) + u' ';
        const Entry strange[] = {{u"1"_s, {}, {}, numbers}, {u"2"_s, {}, {}, u"一法"_s + QString(200'000, u' ') + u"第一条"_s},
                                 {u"3"_s, QString(200'000, u'法'), {}, u"沪2022"_s + QString(200'000, u' ') + u"1号"_s}};
        QElapsedTimer timer;
        timer.start();
        Exact exact;
        for (const Entry &entry : strange)
            exact.put(entry);
        QCOMPARE(find(exact, u"12345"_s), u"#1"_s);
        for (const Entry &entry : strange)
            exact.remove(entry);
        QCOMPARE(find(exact, u"12345"_s), QString());
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed()))); // not the square of it
    }

    void numeralsAreNumbers()
    {
        QCOMPARE(articlesIn(u"民法典第一千二百六十条,第十条,《公司法》第十二条;刑法第二百条"_s),
                 (QStringList{u"民法典/1260"_s, u"公司法/12"_s, u"刑法/200"_s}));
    }
};

QTEST_GUILESS_MAIN(TestExact)
#include "tst_exact.moc"
