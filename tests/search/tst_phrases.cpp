// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/phrases.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <unicode/translit.h>

using namespace bangban;
using namespace bangban::knowledge;
using namespace Qt::StringLiterals;

/// Every forbidden phrase is found however it is dressed, and nothing that is harmless.
class TestPhrases : public QObject {
    Q_OBJECT

private:
    QJsonObject m_file;
    std::vector<protocol::PhraseRow> m_rows;
    search::PhraseFinder m_finder;
    PhraseBook m_book;

    static QJsonObject object(const QString &path)
    {
        QFile file(QStringLiteral(BANGBAN_SOURCE_DIR) + u'/' + path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        return QJsonDocument::fromJson(file.readAll()).object();
    }

    static QString traditional(const QString &text)
    {
        UErrorCode status = U_ZERO_ERROR;
        static const std::unique_ptr<icu::Transliterator> to(
            icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, status));
        icu::UnicodeString written(text.utf16(), int32_t(text.size()));
        to->transliterate(written);
        return QString::fromUtf16(written.getBuffer(), written.length());
    }

    static QString fullWidth(QString text)
    {
        for (QChar &c : text)
            if (c > u' ' && c <= u'~')
                c = QChar(char16_t(c.unicode() + 0xFEE0));
        return text;
    }

    static QString between(const QString &text, const QString &put)
    {
        QStringList pieces;
        for (const QChar c : text)
            pieces.append(QString(c));
        return pieces.join(put);
    }

    [[nodiscard]] QStringList found(const QString &text) const
    {
        QStringList ids;
        for (const search::PhrasePlace &place : m_finder.check(text))
            ids.append(m_rows[place.phrase].id);
        return ids;
    }

    void nothingIn(const QString &text) const
    {
        const auto places = m_book.inAnswer(text);
        QVERIFY2(places.empty(), qPrintable(text + u" <- "_s + (places.empty() ? QString() : places.front().phrase.forms.front().text)));
    }

private slots:
    void initTestCase()
    {
        m_file = object(u"resources/sample-data/forbidden-phrases.json"_s);
        const auto rows = phrasesFromJson(QJsonDocument(m_file).toJson());
        QVERIFY(rows);
        m_rows = *rows;
        QCOMPARE(m_rows.size(), 69U);
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            for (const auto &form : m_rows[i].forms)
                QVERIFY(m_finder.add(i, {form.text, form.exceptions, form.clause, form.leads, form.tails}));
        m_book = PhraseBook(m_rows);
    }

    void everyPhraseIsFoundInEveryDress()
    {
        int tried = 0;
        const auto phrases = m_file[u"phrases"_s].toArray();
        for (const QJsonValue &phrase : phrases) {
            QStringList texts{phrase[u"text"_s].toString()};
            for (const QJsonValue &variant : phrase[u"variants"_s].toArray())
                texts.append(variant.toString());
            for (const QJsonValue &variant : phrase[u"strict_variants"_s].toArray())
                texts.append(variant[u"text"_s].toString());
            for (const QString &text : texts) {
                QString turned = text;
                turned.replace(u'您', u'\1').replace(u'你', u'您').replace(u'\1', u'你');
                const QString dresses[] = {text, between(text, u" "_s), between(text, u"\u3000"_s), between(text, u"，"_s),
                                           between(text, u"."_s), between(text, u"*"_s), between(text, u"\u200B"_s), between(text, u"\n"_s),
                                           between(text, u"👍"_s), between(text, u"\u0336"_s), turned, traditional(text), fullWidth(text), traditional(fullWidth(between(text, u"-"_s))),
                                           u"您好！"_s + text + u"。再见"_s};
                for (const QString &dress : dresses) {
                    QVERIFY2(found(dress).contains(phrase[u"id"_s].toString()), qPrintable(text + u" as "_s + dress));
                    ++tried;
                }
            }
        }
        QVERIFY2(tried > 1'000, qPrintable(QString::number(tried)));
    }

    void theSamplesAreJudgedAsTheyAreMarked()
    {
        const auto positive = m_file[u"positive_samples"_s].toArray();
        QCOMPARE(positive.size(), 30);
        for (const QJsonValue &sample : positive)
            QVERIFY2(found(sample[u"text"_s].toString()).contains(sample[u"phrase_id"_s].toString()), qPrintable(sample[u"text"_s].toString()));
        const auto negative = m_file[u"negative_samples"_s].toArray();
        QCOMPARE(negative.size(), 69);
        for (const QJsonValue &sample : negative)
            nothingIn(sample.toString());
    }

    void noSuggestionAndNoAnswerIsForbidden()
    {
        for (const protocol::PhraseRow &phrase : m_rows)
            nothingIn(phrase.suggestion);
        const auto faqs = object(u"resources/sample-data/faqs.json"_s)[u"faqs"_s].toArray();
        QVERIFY(faqs.size() > 100);
        for (const QJsonValue &faq : faqs) {
            nothingIn(faq[u"question"_s].toString());
            nothingIn(faq[u"answer"_s].toString());
            nothingIn(faq[u"layers"_s][u"plain"_s].toString());
            nothingIn(faq[u"layers"_s][u"official"_s].toString());
            nothingIn(faq[u"layers"_s][u"source"_s][u"paraphrase"_s].toString());
        }
    }

    void harmlessSentencesAreLeftInPeace()
    {
        QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/tests/data/harmless-sentences.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList sentences = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(sentences.size() >= 50);
        for (const QString &sentence : sentences)
            nothingIn(sentence);
    }

    void thePlaceIsThatOfTheTextAsWritten()
    {
        const QString text = u"您好，我 不 管，找别人"_s;
        const auto places = m_book.inAnswer(text);
        QCOMPARE(places.size(), 1U);
        QCOMPARE(text.mid(places[0].begin, places[0].size), u"我 不 管"_s);
        QVERIFY(!places[0].phrase.suggestion.isEmpty());
        QVERIFY(isBlocked(places[0]));
        QCOMPARE(clauseAround(text, places[0]), u"我 不 管"_s);
        const QString longText = QString(500, u'办') + u"我不管"_s + QString(500, u'办');
        const QString around = clauseAround(longText, m_book.inAnswer(longText).front());
        QVERIFY(around.size() <= 80 && around.contains(u"我不管"_s));
    }

    void anExceptionEndsWithItsSentence()
    {
        QCOMPARE(found(u"连这个都不会。再见"_s).size(), 1);
        nothingIn(u"连这个都不会再要了"_s);
        QVERIFY(found(u"别找我！去找领导去"_s).contains(u"FB028"_s));
        nothingIn(u"别找我去找领导去，我陪您去"_s);
    }

    void withinAnotherOnlyTheWorseIsTold()
    {
        // “我不知道，你问别人吧” is kept back; the “不知道” within is not told beside it.
        const auto finds = m_book.inAnswer(u"我不知道，你问别人吧"_s);
        QCOMPARE(finds.size(), 1U);
        QVERIFY(isBlocked(finds[0]));
        PhraseBook book({{u"A"_s, domain::PhraseKind::Discouraged, {{u"你先等着吧"_s, {}, false, {}, {}}}, {}, false},
                         {u"B"_s, domain::PhraseKind::Blocked, {{u"等着"_s, {}, false, {}, {}}}, {}, false},
                         {u"C"_s, domain::PhraseKind::Off, {{u"先"_s, {}, false, {}, {}}}, {}, false}});
        const auto both = book.inAnswer(u"你先等着吧"_s);
        QCOMPARE(both.size(), 2U);
        QVERIFY(!isBlocked(both[0]) && isBlocked(both[1]));
    }

    void whatIsNoMatterOfThisDeskIsHeard()
    {
        QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/resources/sample-data/scope-phrases.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = phrasesFromJson(file.readAll());
        QVERIFY(rows);
        const PhraseBook book(*rows);
        const std::pair<QString, QString> heard[] = {{u"我要投诉你们窗口的人"_s, u"SC001"_s}, {u"想舉報一家公司"_s, u"SC002"_s}, {u"怎么 信 访"_s, u"SC003"_s},
                                                     {u"不服处罚，怎么申请行政复议"_s, u"SC011"_s}, {u"法院判决下来了还能变更吗"_s, u"SC021"_s}};
        for (const auto &[said, id] : heard) {
            const auto finds = book.inQuestion(said);
            QVERIFY2(finds.size() == 1 && finds[0].phrase.id == id, qPrintable(said));
            QVERIFY(finds[0].phrase.suggestion.contains(u"不属于帮办服务范围"_s));
            QVERIFY(book.inAnswer(said).empty()); // staff may say so
            QVERIFY(m_book.inAnswer(finds[0].phrase.suggestion).empty());
        }
        int asked = 0;
        const auto faqs = object(u"resources/sample-data/faqs.json"_s)[u"faqs"_s].toArray();
        for (const QJsonValue &faq : faqs) {
            QStringList questions{faq[u"question"_s].toString()};
            for (const QJsonValue &one : faq[u"similar_questions"_s].toArray())
                questions.append(one.toString());
            for (const QString &question : std::as_const(questions))
                asked += int(!book.inQuestion(question).empty());
        }
        QVERIFY2(asked <= 2, qPrintable(QString::number(asked))); // none of a matter of this desk, as good as
    }

    void aLongTextIsJudgedSoon()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_finder.check(u"我不管"_s.repeated(20'000 / 3)).size(), std::size_t(20'000 / 3));
        QVERIFY(m_finder.check(QString(1'000'000, u'我')).empty());
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void aListThatIsBrokenIsRefused()
    {
        for (const char *json : {"", "[]", "{}", R"({"phrases":[{"id":"x","text":"。","severity":"block"}]})",
                                 R"({"phrases":[{"id":"x","text":"滚","severity":"loud"}]})", R"({"phrases":[{"text":"滚","severity":"block"}]})",
                                 R"({"phrases":[{"id":"x","text":"滚","severity":"block"},{"id":"x","text":"闭嘴","severity":"block"}]})",
                                 R"({"phrases":[{"id":"x","text":"滚","severity":"warn","boundary":"word"}]})"}) {
            const auto list = phrasesFromJson(json);
            QVERIFY2(!list && list.error().code == ErrorCode::BadImport, json);
        }
    }
};

QTEST_GUILESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
