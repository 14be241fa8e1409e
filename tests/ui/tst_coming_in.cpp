// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/composer.h"
#include "ui/conversation_pane.h"
#include "ui/idle_watch.h"
#include "ui/password_dialog.h"
#include "ui/rail.h"
#include "ui/second_factor_dialog.h"
#include "ui/service_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
T *shown(QWidget *within, const QString &name)
{
    const auto all = within->findChildren<T *>();
    for (T *one : all)
        if (one->isVisible() && one->accessibleName() == name)
            return one;
    return nullptr;
}

QPushButton *buttonOf(QWidget *within, const QString &text)
{
    const auto all = within->findChildren<QPushButton *>();
    for (QPushButton *one : all)
        if (one->isVisible() && one->text() == text)
            return one;
    return nullptr;
}

bool says(QWidget *within, const QString &words)
{
    const auto all = within->findChildren<QLabel *>();
    return std::any_of(all.begin(), all.end(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace

/// Signing in with two factors, and the locked screen.
class TestComingIn : public QObject {
    Q_OBJECT

    /// Opened in the settings, with a good new password.
    static ui::PasswordDialog *askForTheOwnPassword(DeskFixture &f)
    {
        f.window->show();
        f.signIn();
        f.window->showPage(ui::Page::Settings);
        buttonOf(f.window.get(), u"Change the password…"_s)->click();
        f.settle();
        auto *dialog = f.window->findChild<ui::PasswordDialog *>();
        for (const auto &name : {u"New password"_s, u"New password once more"_s})
            shown<QLineEdit>(dialog, name)->setText(u"my own word 7"_s);
        return dialog;
    }

    static void enter(DeskFixture &f)
    {
        f.window->show();
        shown<QLineEdit>(f.window.get(), u"Password"_s)->setText(f.feed.acceptedPassword);
        buttonOf(f.window.get(), u"Sign in"_s)->click();
        f.settle();
    }

private slots:
    void theCodeIsAskedForAfterThePassword()
    {
        DeskFixture f;
        f.feed.acceptedCode = u"123456"_s;
        enter(f);
        auto *dialog = f.window->findChild<ui::SecondFactorDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(!shown<QLabel>(dialog, u"Picture to scan"_s)); // this account has its authenticator
        auto *code = shown<QLineEdit>(dialog, u"Code of the authenticator"_s);
        QTest::keyClicks(code, u"99x"_s);
        QCOMPARE(code->text(), u"99"_s);
        buttonOf(dialog, u"Sign in"_s)->click();
        QVERIFY(says(dialog, u"six digits"_s));
        QTest::keyClicks(code, u"9999"_s); // the sixth digit sends it
        f.settle();
        QVERIFY(says(dialog, u"The code is not good"_s));
        QVERIFY(code->text().isEmpty());
        QTest::keyClicks(code, u"123456"_s);
        f.settle();
        QVERIFY(f.window->service() && f.window->service()->isVisible());
        QVERIFY(!f.window->findChild<ui::SecondFactorDialog *>());
    }

    void anAuthenticatorThatIsOfferedIsShownOnce()
    {
        DeskFixture f;
        f.feed.acceptedCode = u"123456"_s;
        f.feed.offeredUri = u"otpauth://totp/office:sample001?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=office"_s;
        enter(f);
        auto *dialog = f.window->findChild<ui::SecondFactorDialog *>();
        QVERIFY(dialog);
        const QImage picture = shown<QLabel>(dialog, u"Picture to scan"_s)->pixmap().toImage();
        QVERIFY(picture.width() >= 150);
        QVERIFY(says(dialog, u"JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"_s));
        QTest::keyClicks(shown<QLineEdit>(dialog, u"Code of the authenticator"_s), u"999999"_s);
        f.settle();
        QCOMPARE(f.window->findChildren<ui::SecondFactorDialog *>(), {dialog});
        dialog->reject();
        f.settle();
        QVERIFY(buttonOf(f.window.get(), u"Sign in"_s)); // and not "Cancel signing in"
    }

    void aPasswordThatWasGivenIsReplacedBeforeOneComesIn()
    {
        DeskFixture f;
        f.feed.isPasswordGiven = true;
        f.feed.acceptedCode = u"123456"_s;
        enter(f);
        auto *dialog = f.window->findChild<ui::PasswordDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(says(dialog, u"An administrator set your password"_s));
        QVERIFY(!shown<QLineEdit>(dialog, u"Present password"_s));
        auto *next = shown<QLineEdit>(dialog, u"New password"_s), *again = shown<QLineEdit>(dialog, u"New password once more"_s);
        QCOMPARE(dialog->focusWidget(), next);
        next->setText(u"sample001-x"_s);
        QTest::keyClick(next, Qt::Key_Return);
        QVERIFY(says(dialog, u"The account name may not be a part"_s));
        next->setText(u"my own word 7"_s);
        again->setText(u"my own word 8"_s);
        QTest::keyClick(again, Qt::Key_Return);
        QVERIFY(says(dialog, u"are not the same"_s));
        again->setText(u"my own word 7"_s);
        QTest::keyClick(again, Qt::Key_Return);
        f.settle();
        QVERIFY(!f.window->findChild<ui::PasswordDialog *>() || !dialog->isVisible());
        auto *code = f.window->findChild<ui::SecondFactorDialog *>(); // the code comes after it
        QVERIFY(code && code->isVisible());
        QTest::keyClicks(shown<QLineEdit>(code, u"Code of the authenticator"_s), u"123456"_s);
        f.settle();
        QVERIFY(f.window->service() && f.window->service()->isVisible());
        QCOMPARE(f.feed.acceptedPassword, u"my own word 7"_s);
    }

    void aNewPasswordThatIsGivenUpSignsNobodyIn()
    {
        DeskFixture f;
        f.feed.isPasswordGiven = true;
        enter(f);
        f.window->findChild<ui::PasswordDialog *>()->reject();
        f.settle();
        QVERIFY(buttonOf(f.window.get(), u"Sign in"_s));
        QVERIFY(f.feed.isPasswordGiven);
        buttonOf(f.window.get(), u"Sign in"_s)->click();
        f.settle();
        QVERIFY(f.window->findChild<ui::PasswordDialog *>());
    }

    void theMenuThatSignsOutLivesUntilItHasDone()
    {
        DeskFixture f;
        f.window->show();
        f.signIn();
        f.window->desk().actions.action(ui::Act::PresenceMenu)->trigger();
        f.settle();
        QMenu *menu = nullptr;
        for (auto *one : f.window->findChildren<QMenu *>())
            if (one->isVisible())
                menu = one;
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto signOut = std::find_if(actions.begin(), actions.end(), [](const QAction *one) { return one->text().startsWith(u"Sign out"_s); });
        QVERIFY(signOut != actions.end());
        QPointer<QMenu> alive(menu);
        bool wasAlive = false;
        connect(&f.feed, &client::Feed::signedOut, this, [&] { wasAlive = !alive.isNull(); }); // after the window heard it
        menu->setActiveAction(*signOut);
        QTest::keyClick(menu, Qt::Key_Return);
        f.settle();
        QVERIFY(wasAlive);
        QVERIFY(buttonOf(f.window.get(), u"Sign in"_s));
    }

    void aChangeThatIsUnderWayCannotBeGivenUp()
    {
        DeskFixture f;
        ui::PasswordDialog *dialog = askForTheOwnPassword(f);
        emit f.feed.passwordRefused({ErrorCode::Unreachable, {}}); // nothing was asked yet
        QVERIFY(!says(dialog, u"The line broke"_s));
        shown<QLineEdit>(dialog, u"Present password"_s)->setText(f.feed.acceptedPassword);
        buttonOf(dialog, u"Change the password"_s)->click();
        dialog->reject();
        QVERIFY(dialog->isVisible());
        emit f.feed.passwordRefused({ErrorCode::Unreachable, {}});
        QVERIFY(says(dialog, u"The line broke before the answer came"_s));
        emit f.feed.signedOut({ErrorCode::SessionExpired, {}}); // what was typed is nobody else's
        QVERIFY(!dialog->isVisible());
    }

    void theOwnPasswordIsChangedInTheSettings()
    {
        DeskFixture f;
        ui::PasswordDialog *dialog = askForTheOwnPassword(f);
        QVERIFY(dialog && dialog->isVisible());
        auto *present = shown<QLineEdit>(dialog, u"Present password"_s);
        QCOMPARE(dialog->focusWidget(), present);
        QTest::keyClick(present, Qt::Key_Return);
        QVERIFY(says(dialog, u"Fill in the present password"_s));
        present->setText(u"wrong"_s);
        QTest::keyClick(present, Qt::Key_Return);
        f.settle();
        QVERIFY(says(dialog, u"The present password is wrong"_s));
        present->setText(f.feed.acceptedPassword);
        QTest::keyClick(present, Qt::Key_Return);
        f.settle();
        QCOMPARE(f.feed.acceptedPassword, u"my own word 7"_s);
        QVERIFY(says(f.window.get(), u"The password was changed."_s));
    }

    void nobodyAtTheDeskLocksItAndThePasswordOpensIt()
    {
        DeskFixture f;
        f.window->show();
        f.signIn();
        f.feed.loadMorning();
        f.settle();
        f.window->service()->open(RequestId(u"mine1"_s));
        f.window->service()->conversation()->composer()->findChild<QPlainTextEdit *>()->setPlainText(u"half a sentence"_s);
        f.window->desk().actions.action(ui::Act::Transfer)->trigger();
        f.settle();
        const auto dialogs = f.window->findChildren<QDialog *>();
        QVERIFY(!dialogs.isEmpty() && dialogs.first()->isVisible());

        client::SettingsRow settings;
        settings.idleLockMinutes = 3;
        f.feed.putSettings(settings);
        f.settle();
        auto *watch = f.window->findChild<ui::IdleWatch *>();
        watch->check(std::chrono::seconds(179));
        f.settle();
        QVERIFY(f.window->service()->isVisible());
        watch->check(std::chrono::minutes(3));
        f.settle();
        QVERIFY(f.feed.calls.contains(u"lock"_s));
        QVERIFY(!f.window->service());
        QVERIFY(says(f.window.get(), u"The screen is locked"_s));
        for (const QDialog *dialog : f.window->findChildren<QDialog *>())
            QVERIFY(!dialog->isVisible());
        f.window->desk().actions.action(ui::Act::Palette)->trigger(); // no action runs
        f.settle();
        for (const QDialog *dialog : f.window->findChildren<QDialog *>())
            QVERIFY(!dialog->isVisible());

        auto *password = shown<QLineEdit>(f.window.get(), u"Password"_s);
        password->setText(u"wrong"_s);
        buttonOf(f.window.get(), u"Unlock"_s)->click();
        f.settle();
        QVERIFY(says(f.window.get(), u"Account or password is wrong"_s));
        QVERIFY(!f.window->service());
        password->setText(f.feed.acceptedPassword);
        buttonOf(f.window.get(), u"Unlock"_s)->click();
        f.settle();
        QVERIFY(f.window->service() && f.window->service()->isVisible());
        QCOMPARE(f.window->service()->conversation()->request(), RequestId(u"mine1"_s));
        QCOMPARE(f.window->service()->conversation()->composer()->findChild<QPlainTextEdit *>()->toPlainText(), u"half a sentence"_s);
        QVERIFY(f.window->desk().actions.action(ui::Act::Palette)->isEnabled());
    }

    void anotherPersonMayComeInAtALockedScreen()
    {
        DeskFixture f;
        f.window->show();
        f.signIn();
        f.window->desk().actions.action(ui::Act::LockScreen)->trigger();
        f.settle();
        buttonOf(f.window.get(), u"Sign out and let somebody else in"_s)->click();
        f.settle();
        QVERIFY(buttonOf(f.window.get(), u"Sign in"_s));
        f.signIn();
        QVERIFY(f.window->service() && f.window->service()->isVisible());
        QVERIFY(f.window->desk().actions.action(ui::Act::Palette)->isEnabled());
    }

    void zeroMinutesLockNever()
    {
        DeskFixture f;
        f.signIn();
        client::SettingsRow settings;
        settings.idleLockMinutes = 0;
        f.feed.putSettings(settings);
        f.settle();
        f.window->show();
        f.window->findChild<ui::IdleWatch *>()->check(std::chrono::hours(10));
        f.settle();
        QVERIFY(f.window->service()->isVisible());
    }
};

QTEST_MAIN(TestComingIn)
#include "tst_coming_in.moc"
