// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/forbidden.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <unicode/translit.h>

using namespace bangban;
using namespace bangban::search;
using namespace Qt::StringLiterals;

/// Every forbidden phrase is found however it is dressed, and nothing that is harmless.
class TestForbidden : public QObject {
    Q_OBJECT

private:
    QJsonObject m_file;
    ForbiddenList m_list;

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
        for (const ForbiddenPlace &place : m_list.check(text))
            ids.append(place.phrase->id);
        return ids;
    }

    void nothingIn(const QString &text) const
    {
        const auto places = m_list.check(text);
        QVERIFY2(places.empty(), qPrintable(text + u" <- "_s + (places.empty() ? QString() : places.front().phrase->text)));
    }

private slots:
    void initTestCase()
    {
        m_file = object(u"resources/sample-data/forbidden-phrases.json"_s);
        auto list = ForbiddenList::fromJson(QJsonDocument(m_file).toJson());
        QVERIFY(list);
        m_list = std::move(*list);
        QCOMPARE(m_list.phrases().size(), 69U);
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
        for (const ForbiddenPhrase &phrase : m_list.phrases())
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
        const auto places = m_list.check(text);
        QCOMPARE(places.size(), 1U);
        QCOMPARE(text.mid(places[0].begin, places[0].size), u"我 不 管"_s);
        QVERIFY(!places[0].phrase->suggestion.isEmpty());
    }

    void anExceptionEndsWithItsSentence()
    {
        QCOMPARE(found(u"连这个都不会。再见"_s).size(), 1);
        nothingIn(u"连这个都不会再要了"_s);
        QVERIFY(found(u"别找我！去找领导去"_s).contains(u"FB028"_s));
        nothingIn(u"别找我去找领导去，我陪您去"_s);
    }

    void aLongTextIsJudgedSoon()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_list.check(u"我不管"_s.repeated(20'000 / 3)).size(), std::size_t(20'000 / 3));
        QVERIFY(m_list.check(QString(1'000'000, u'我')).empty());
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void aListThatIsBrokenIsRefused()
    {
        for (const char *json : {"", "[]", "{}", R"({"phrases":[{"id":"x","text":"。","severity":"block"}]})",
                                 R"({"phrases":[{"id":"x","text":"滚","severity":"loud"}]})",
                                 R"({"phrases":[{"id":"x","text":"滚","severity":"warn","boundary":"word"}]})"}) {
            const auto list = ForbiddenList::fromJson(json);
            QVERIFY2(!list && list.error().code == ErrorCode::BadImport, json);
        }
    }
};

QTEST_GUILESS_MAIN(TestForbidden)
#include "tst_forbidden.moc"
