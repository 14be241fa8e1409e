// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_program.h"
#include "tests/ui/desk_fixture.h"
#include "ui/composer.h"
#include "ui/conversation_pane.h"
#include "ui/offer_card.h"
#include "ui/service_page.h"
#include "ui/sign_in_page.h"
#include "ui/transcript_view.h"
#include "ui/wrap_up_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::Presence, domain::RequestState;

/// Counts what a window is told of F2.
class KeyCounter final : public QObject {
public:
    int f2 = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        f2 += event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2 ? 1 : 0;
        return false;
    }
};

/// The whole story without a mouse: every step is a key sent to whatever has the focus.
class TestKeyboardStory : public QObject {
    Q_OBJECT

private:
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget();
        QVERIFY(target);
        QTest::keyClick(target, key, modifiers);
    }
    static void type(const QString &text)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    static client::RequestRow ask(DeskFixture &f, const QString &id)
    {
        client::RequestRow row;
        row.id = RequestId(id);
        row.item = ItemId(u"IT003"_s);
        row.itemName = u"企业法定代表人变更登记"_s;
        row.unit = row.servingNode = NodeId(u"D01"_s);
        row.words = {u"要换法定代表人"_s};
        row.queuedAt = f.feed.serverNow();
        row.clockFrom = row.queuedAt;
        row.dueAt = row.queuedAt + 60s;
        f.feed.putRequest(row);
        f.feed.putOffer({u"o-"_s + id, row.id, f.feed.me().id, domain::OfferState::Open, f.feed.serverNow(),
                         f.feed.serverNow() + 10s, u"longest_idle"_s, {}});
        f.settle();
        return row;
    }
    static void show(DeskFixture &f)
    {
        f.window->show();
        QApplication::setActiveWindow(f.window.get());
        f.settle();
        QVERIFY(f.window->isActiveWindow());
    }

private slots:
    void fromSignInToTheWrapUp()
    {
        DeskFixture f;
        show(f);
        type(f.feed.acceptedPassword);
        press(Qt::Key_Return);
        f.settle();
        QCOMPARE(f.feed.me().presence, Presence::Busy); // never ready by itself

        press(Qt::Key_F5);
        f.settle();
        QCOMPARE(f.feed.me().presence, Presence::Ready);

        ask(f, u"r1"_s);
        QVERIFY(f.window->offerCard()->isVisible());
        press(Qt::Key_F2);
        f.settle();
        const RequestId id(u"r1"_s);
        QCOMPARE(f.feed.request(id).state, RequestState::Serving);
        QVERIFY(!f.window->offerCard()->isVisible());
        QVERIFY(!f.feed.request(id).firstHumanAt);

        type(u"hello"_s); // the composer has the focus by itself
        press(Qt::Key_Return);
        type(u"second line"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        f.settle();
        QCOMPARE(f.feed.messagesOf(id).size(), 1);
        QCOMPARE(f.feed.messagesOf(id).constFirst().words.text, u"hello\nsecond line"_s);
        QVERIFY(f.feed.request(id).firstHumanAt);

        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        f.settle();
        QCOMPARE(f.feed.request(id).state, RequestState::WrapUp);
        press(Qt::Key_4);
        press(Qt::Key_1);
        press(Qt::Key_Return);
        f.settle();
        QCOMPARE(f.feed.request(id).state, RequestState::Closed);
        QCOMPARE(f.feed.request(id).wrapCategory, u"LC"_s);
        QCOMPARE(f.feed.request(id).wrapResult, u"JG1"_s);
        QVERIFY(f.window->service()->conversation()->request().isEmpty());
    }

    void theWrapUpRefusesResultsThatDoNotFit()
    {
        DeskFixture f;
        show(f);
        f.signIn(Presence::Ready);
        ask(f, u"r1"_s);
        press(Qt::Key_F2);
        f.settle();
        type(u"x"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        f.settle();
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        f.settle();
        press(Qt::Key_1); // 在线操作
        press(Qt::Key_5); // 已告知原渠道 belongs to out of scope only
        press(Qt::Key_Return);
        f.settle();
        QCOMPARE(f.feed.request(RequestId(u"r1"_s)).state, RequestState::WrapUp);
        press(Qt::Key_Backspace);
        press(Qt::Key_6);
        press(Qt::Key_5);
        press(Qt::Key_Return);
        f.settle();
        QCOMPARE(f.feed.request(RequestId(u"r1"_s)).wrapResult, u"JG5"_s);
    }

    void aWrongPasswordSaysWhatToDo()
    {
        DeskFixture f;
        show(f);
        type(u"wrong"_s);
        press(Qt::Key_Return);
        f.settle();
        auto *page = f.window->findChild<ui::SignInPage *>();
        QVERIFY(page);
        bool isSaid = false;
        for (const QLabel *label : page->findChildren<QLabel *>())
            isSaid = isSaid || (label->isVisible() && label->text().contains(u"password is wrong"_s));
        QVERIFY(isSaid);
        type(f.feed.acceptedPassword); // the wrong one is selected and typed over
        press(Qt::Key_Return);
        f.settle();
        QVERIFY(f.window->service());
    }

    void aRefusedClaimIsWordedAndLosesNothing()
    {
        DeskFixture f;
        show(f);
        f.signIn(Presence::Ready);
        ask(f, u"r1"_s);
        f.feed.refuseNext = ErrorCode::ClaimTaken;
        press(Qt::Key_F2);
        f.settle();
        bool isSaid = false;
        for (const QLabel *label : f.window->findChildren<QLabel *>())
            isSaid = isSaid || (label->isVisible() && label->text().contains(u"Somebody else"_s));
        QVERIFY(isSaid);
    }

    void f2AnswersFromAnotherProgramWhileTheCardIsUp()
    {
        DeskFixture f;
        show(f);
        f.signIn(Presence::Ready);
        QLineEdit other; // stands for a browser: another window, which has the keys of the keyboard
        other.show();
        const auto goElsewhere = [&other] {
            return runProgram(u"xdotool"_s, {u"windowfocus"_s, QString::number(other.winId())});
        };
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        QCOMPARE(goElsewhere(), 0);
        QTRY_VERIFY(other.isActiveWindow());
        other.setFocus();
        KeyCounter keys;
        other.installEventFilter(&keys);
        const auto typeF2 = [] { return runProgram(u"xdotool"_s, {u"key"_s, u"F2"_s}); };
        const auto isTaken = [&f](const QString &id) {
            f.settle();
            return f.feed.request(RequestId(id)).state == RequestState::Serving;
        };
        QCOMPARE(typeF2(), 0);
        QTRY_COMPARE(keys.f2, 1); // no card, no business of the desk's
        ask(f, u"r1"_s);
        QVERIFY(f.window->offerCard()->isVisible());
        QVERIFY(other.isActiveWindow());
        QCOMPARE(typeF2(), 0);
        QTRY_VERIFY(isTaken(u"r1"_s));
        QTRY_VERIFY(f.window->isActiveWindow()); // to type the answer
        QCOMPARE(keys.f2, 1);
        QCOMPARE(goElsewhere(), 0);
        QTRY_VERIFY(other.isActiveWindow());
        QCOMPARE(typeF2(), 0);
        QTRY_COMPARE(keys.f2, 2); // the card is gone, and the key is the other program's again
    }

    void theOfferCardTakesNoFocusFromTheComposer()
    {
        DeskFixture f;
        show(f);
        f.signIn(Presence::Ready);
        ask(f, u"r1"_s);
        press(Qt::Key_F2);
        f.settle();
        type(u"half a sen"_s);
        QWidget *before = QApplication::focusWidget();
        ask(f, u"r2"_s);
        QVERIFY(f.window->offerCard()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
        type(u"tence"_s);
        QCOMPARE(f.window->service()->conversation()->composer()->text(), u"half a sentence"_s);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::Theme::prepare(app);
    TestKeyboardStory test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyboard_story.moc"
