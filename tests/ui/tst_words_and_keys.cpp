// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/chime.h"
#include "ui/error_words.h"
#include "ui/keys_dialog.h"
#include "ui/palette.h"
#include "ui/top_strip.h"
#include "ui/words.h"

#include <QTextDocument>
#include <QTranslator>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QtTest>

#include <cmath>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using ui::Act, ui::ActionTable, ui::Colour, ui::Palette, ui::Theme, ui::ThemeKind, ui::Words;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

bool hasChinese(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() < 0xA000; });
}

struct Chinese {
    Chinese()
    {
        if (!translator.load(u":/bangban/i18n/bangban_zh_CN.qm"_s))
            qFatal("no Chinese translation");
        QCoreApplication::installTranslator(&translator);
    }
    ~Chinese() { QCoreApplication::removeTranslator(&translator); }
    QTranslator translator;
};

} // namespace

class TestWordsAndKeys : public QObject {
    Q_OBJECT

private slots:
    void everyErrorHasWordsInBothLanguages()
    {
        const auto all = [](bool chinese) {
            for (int i = 0; i <= int(ErrorCode::Unreachable); ++i) {
                const QString words = ui::errorWords({ErrorCode(i), u"secret detail"_s});
                QVERIFY2(words.size() > 8, qPrintable(QString::number(i)));
                QVERIFY(!words.contains(u'_')); // no code where words are due
                const bool namesTheCulprit = ErrorCode(i) == ErrorCode::ClaimTaken || ErrorCode(i) == ErrorCode::BadImport;
                QCOMPARE(words.contains(u"secret detail"_s), namesTheCulprit);
                QCOMPARE(hasChinese(words), chinese);
            }
        };
        all(false);
        const Chinese chinese;
        all(true);
        QVERIFY(ui::errorWords({ErrorCode::AccountLocked, u"859"_s}).endsWith(u"锁定还有 15 分钟结束。"_s)); // not seconds
    }

    void everyActionHasChineseWordsAndPinyinInitials()
    {
        const Chinese chinese;
        DeskFixture f(u"light"_s, u"zh_CN"_s);
        ActionTable &actions = f.window->desk().actions;
        static const QRegularExpression letters(u"^[a-z]+$"_s);
        for (const Act act : actions.all()) {
            QVERIFY(hasChinese(actions.text(act)));
            QVERIFY2(letters.match(actions.initials(act)).hasMatch(), qPrintable(actions.text(act)));
        }
    }

    void keysAreNamedAsPrinted()
    {
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            DeskFixture f(u"light"_s, language);
            QCOMPARE(f.window->desk().actions.keyText(Act::Send), u"Ctrl+Enter"_s);
            const QKeySequenceEdit edit(QKeySequence(u"Ctrl+Return"_s)); // the settings' own field
            QCOMPARE(edit.findChild<QLineEdit *>()->text(), u"Ctrl+Enter"_s);
        }
    }

    void noTwoActionsShareAKey()
    {
        DeskFixture f;
        ActionTable &actions = f.window->desk().actions;
        for (const Act act : actions.all())
            QVERIFY(!actions.ownerOf(actions.key(act), act));
    }

    void aTakenKeyIsRefusedAndAFreeOneIsRemembered()
    {
        DeskFixture f;
        ActionTable &actions = f.window->desk().actions;
        ui::KeysTable table(f.window->desk());
        QVERIFY(!table.tryKey(Act::Transfer, QKeySequence(Qt::Key_F2)));
        QCOMPARE(actions.key(Act::Transfer), actions.defaultKey(Act::Transfer));
        QVERIFY(table.tryKey(Act::Transfer, QKeySequence(Qt::CTRL | Qt::Key_T)));
        ActionTable again(f.settings, nullptr);
        QCOMPARE(again.key(Act::Transfer), QKeySequence(Qt::CTRL | Qt::Key_T));
        actions.resetKeys();
        QCOMPARE(actions.key(Act::Transfer), actions.defaultKey(Act::Transfer));
    }

    void whatEndsSomethingRunsAtMostOnceASecond()
    {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(u"s.ini"_s), QSettings::IniFormat);
        ActionTable actions(settings, nullptr);
        int ended = 0;
        int shown = 0;
        actions.onTriggered(Act::EndAndWrapUp, this, [&] { ++ended; });
        actions.onTriggered(Act::Keys, this, [&] { ++shown; });
        for (int i = 0; i < 3; ++i) {
            actions.action(Act::EndAndWrapUp)->trigger();
            actions.action(Act::Keys)->trigger();
        }
        QCOMPARE(ended, 1);
        QCOMPARE(shown, 3);
    }

    void thePaletteFindsByInitialsAndByName()
    {
        QVERIFY(Palette::score(u"ksjd"_s, u"开始接单"_s, u"ksjd"_s) > 0);
        QVERIFY(Palette::score(u"接单"_s, u"开始接单"_s, u"ksjd"_s) > 0);
        QVERIFY(Palette::score(u"tn"_s, u"Take next"_s, u"take next"_s) > Palette::score(u"next"_s, u"Take next"_s, u"take next"_s));
        QCOMPARE(Palette::score(u"xyz"_s, u"开始接单"_s, u"ksjd"_s), 0);
    }

    void anEmptyPopulationIsNoPercentage()
    {
        QCOMPARE(ui::percent(0, 0), u"—"_s);
        QCOMPARE(ui::percent(0, 3), u"0.0%"_s);
        QCOMPARE(ui::percent(54, 55), u"98.2%"_s);
    }

    void aDueTimeIsExplained()
    {
        const Chinese chinese;
        const Instant due = *instantFromIso(u"2026-10-08T10:00:00+08:00"_s);
        QCOMPARE(Words::moment(due), u"10月8日(周四) 10:00"_s);
        QCOMPARE(Words::dueReason({{u"2026-10-01"_s, u"2026-10-07"_s, u"放假"_s, false, false}}), u"剔除 10/1–10/7 放假"_s);
        QCOMPARE(Words::dueReason({{u"2026-10-10"_s, u"2026-10-10"_s, {}, true, false}}), u"10/10 调休上班"_s);
        QVERIFY(Words::dueReason({{{}, {}, {}, false, true}}).contains(u"未发布"_s));
    }

    void everyThemeIsCompleteAndLegible()
    {
        Theme theme;
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
            theme.select(kind, 1);
            for (int i = 0; i < int(Colour::Count); ++i)
                QVERIFY(theme(Colour(i)).isValid());
            for (const Colour ink : {Colour::Text, Colour::Text2, Colour::Text3, Colour::AmberInk, Colour::RedInk,
                                     Colour::GreenInk, Colour::Accent})
                QVERIFY2(contrast(theme(ink), theme(Colour::Surface)) >= 4.5, qPrintable(QString::number(int(ink))));
            for (const Colour line : {Colour::RingQuiet, Colour::Amber, Colour::Red, Colour::Green})
                QVERIFY(contrast(theme(line), theme(Colour::Surface)) >= 3);
            QVERIFY(!theme.styleSheet().contains(u'@'));
        }
    }

    void toolTipsAndLinesShowMarkupAsText()
    {
        QCOMPARE(Words::systemLine(u"<b>x</b>"_s, {}), u"<b>x</b>"_s);
        QVERIFY(Qt::convertFromPlainText(u"<b>x</b>"_s).contains(u"&lt;b&gt;"_s));
    }

    void aToneIsAPlayableFileAndAnOfferRepeatsUntilItIsGone()
    {
        const QByteArray wave = ui::Chime::wave(ui::Tone::Offer, 70);
        QVERIFY(wave.startsWith("RIFF"));
        QCOMPARE(qFromLittleEndian<quint32>(wave.constData() + 4), quint32(wave.size() - 8));
        ui::Chime chime;
        chime.setVolume(0);
        chime.repeat(ui::Tone::Offer);
        QVERIFY(chime.isRepeating());
        chime.stop();
        QVERIFY(!chime.isRepeating());
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::Theme::prepare(app);
    TestWordsAndKeys test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_words_and_keys.moc"
