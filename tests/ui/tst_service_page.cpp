// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/administration_page.h"
#include "ui/import_tab.h"
#include "ui/alerts.h"
#include "ui/call_back_dialogs.h"
#include "ui/conversation_pane.h"
#include "ui/idle_watch.h"
#include "ui/notice_stack.h"
#include "ui/offer_card.h"
#include "ui/queue_column.h"
#include "ui/rail.h"
#include "ui/service_page.h"
#include "ui/side_panel.h"
#include "ui/top_strip.h"
#include "ui/transcript_view.h"
#include "ui/transfer_dialog.h"
#include "ui/words.h"

#include <QAbstractButton>
#include <QDateTimeEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QTabBar>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::Presence, domain::RequestState;

class TestServicePage : public QObject {
    Q_OBJECT

private:
    static bool says(QWidget *where, const QString &words)
    {
        for (const QLabel *label : where->findChildren<QLabel *>())
            if (label->isVisible() && (label->text().contains(words) || label->accessibleName().contains(words)))
                return true;
        return false;
    }
    static QAbstractButton *buttonOf(QWidget *where, const QString &name)
    {
        for (QAbstractButton *button : where->findChildren<QAbstractButton *>())
            if (button->accessibleName() == name && button->isVisible())
                return button;
        return nullptr;
    }
    struct Fixture : DeskFixture {
        Fixture()
        {
            window->resize(1366, 768);
            window->show();
            signIn(Presence::Ready);
            feed.loadMorning();
            settle();
        }
        const RequestId mine{u"mine1"_s};
        void open(const RequestId &id)
        {
            window->service()->open(id);
            settle();
        }
    };

private:
    static void choose(QDialog *dialog, domain::ContactResult result)
    {
        for (QRadioButton *choice : dialog->findChildren<QRadioButton *>())
            choice->setChecked(choice->text() == ui::Words::contact(result));
    }

private slots:
    void aPossibleDuplicateIsJoinedByOneClick()
    {
        Fixture f;
        client::RequestRow row = f.feed.request(f.mine);
        row.duplicateOf = RequestId(u"mine6"_s);
        f.feed.putRequest(row);
        f.open(f.mine);
        QAbstractButton *join = buttonOf(f.window.get(), u"Join the two"_s);
        QVERIFY(join);
        join->click();
        f.settle();
        QCOMPARE(f.feed.request(f.mine).state, RequestState::Joined);
        QCOMPARE(f.feed.request(f.mine).joinedTo, RequestId(u"mine6"_s));
        QVERIFY(f.window->service()->conversation()->request() != f.mine);
    }

    void typingIsShownWhereItIsAndNotOnALineThatIsDown()
    {
        Fixture f;
        const QString words = u"The citizen is typing"_s;
        f.open(f.mine);
        f.feed.typingShown(f.mine, true);
        QVERIFY(says(f.window.get(), words));
        f.open(RequestId(u"mine6"_s));
        QVERIFY(!says(f.window.get(), words));
        f.feed.typingShown(f.mine, true); // goes on in the other conversation
        QVERIFY(!says(f.window.get(), words));
        f.open(f.mine);
        f.feed.typingShown(f.mine, true);
        f.feed.setLine(client::LineState::Reconnecting);
        QVERIFY(!says(f.window.get(), words));
        f.feed.typingShown(RequestId(u"mine6"_s), true);
        QVERIFY(!says(f.window.get(), words));
    }

    void aTransferNeedsAReasonAndKeepsTheStart()
    {
        Fixture f;
        f.open(f.mine);
        const Instant start = *f.feed.request(f.mine).clockFrom;
        f.window->desk().actions.action(ui::Act::Transfer)->trigger();
        f.settle();
        auto *dialog = f.window->findChild<ui::TransferDialog *>();
        QVERIFY(dialog);
        auto *targets = dialog->findChild<QTreeWidget *>();
        QVERIFY(targets->topLevelItemCount() > 10);
        // What is typed is what is chosen: a colleague by name, not the unit above them.
        const QTreeWidgetItem *colleague = nullptr;
        for (int i = 0; i < targets->topLevelItemCount() && !colleague; ++i)
            for (int j = 0; j < targets->topLevelItem(i)->childCount() && !colleague; ++j)
                if (!targets->topLevelItem(i)->child(j)->isDisabled())
                    colleague = targets->topLevelItem(i)->child(j);
        QVERIFY(colleague);
        dialog->findChild<QLineEdit *>()->setText(colleague->text(0));
        QCOMPARE(targets->currentItem(), colleague);
        buttonOf(dialog, u"Transfer"_s)->click();
        f.settle();
        QVERIFY(says(dialog, u"Write the reason"_s));
        QCOMPARE(f.feed.request(f.mine).state, RequestState::Serving);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"tax question"_s);
        f.feed.refuseNext = ErrorCode::StaleClaim;
        buttonOf(dialog, u"Transfer"_s)->click();
        f.settle();
        QVERIFY2(says(dialog, u"given to somebody else"_s), "a refusal is said where it was asked, and nothing is lost");
        buttonOf(dialog, u"Transfer"_s)->click();
        f.settle();
        QCOMPARE(f.feed.request(f.mine).state, RequestState::Waiting);
        QCOMPARE(*f.feed.request(f.mine).clockFrom, start);
        QCOMPARE(f.feed.request(f.mine).transferReason.text, u"tax question"_s);
    }

    void aPriorityIsCorrectedWithAReason()
    {
        Fixture f;
        f.open(f.mine);
        f.window->desk().actions.action(ui::Act::Priority)->trigger();
        f.settle();
        auto *dialog = f.window->findChild<ui::PriorityDialog *>();
        QVERIFY(dialog);
        for (QRadioButton *choice : dialog->findChildren<QRadioButton *>())
            choice->setChecked(choice->text().startsWith(u"Question"_s));
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"only a question"_s);
        buttonOf(dialog, u"Save"_s)->click();
        f.settle();
        QCOMPARE(f.feed.request(f.mine).priority, 2);
        QCOMPARE(f.feed.request(f.mine).askedPurpose, domain::Purpose::Errand);
    }

    void aCallBackIsRecordedAndExplained()
    {
        Fixture f;
        emit f.window->service()->queue()->callBackOpened(RequestId(u"cb2"_s));
        f.settle();
        auto *dialog = f.window->findChild<ui::CallBackRecordDialog *>();
        QVERIFY(dialog);
        QVERIFY(says(dialog, u"10/1–10/7"_s));
        buttonOf(dialog, u"Record"_s)->click(); // Enter alone records no contact that never was
        f.settle();
        QVERIFY(says(dialog, u"Choose what came of it"_s));
        choose(dialog, domain::ContactResult::Contacted);
        buttonOf(dialog, u"Record"_s)->click();
        f.settle();
        QCOMPARE(f.feed.request(RequestId(u"cb2"_s)).outcome, domain::Outcome::CalledBack);
    }

    void anAgreedTimeIsTheOfficesWallTimeWhereverThePcThinksItIs()
    {
        Fixture f;
        emit f.window->service()->queue()->callBackOpened(RequestId(u"cb2"_s));
        f.settle();
        auto *dialog = f.window->findChild<ui::CallBackRecordDialog *>();
        QVERIFY(dialog);
        choose(dialog, domain::ContactResult::Rescheduled);
        auto *time = dialog->findChild<QDateTimeEdit *>();
        QCOMPARE(time->text(), toIso(f.feed.serverNow() + 1h).left(16).replace(u'T', u' '));
        time->setDate(QDate(2027, 10, 8));
        time->setTime(QTime(15, 0));
        buttonOf(dialog, u"Record"_s)->click();
        f.settle();
        QCOMPARE(toIso(*f.feed.request(RequestId(u"cb2"_s)).appointment).left(16), u"2027-10-08T15:00"_s);
    }

    void anAlarmIsShownUntilSomebodyAnswers()
    {
        Fixture f;
        client::NoticeRow notice;
        notice.id = u"n1"_s;
        notice.kind = u"alarm_unanswered"_s;
        notice.request = RequestId(u"w3"_s);
        notice.at = f.feed.serverNow();
        const auto isShown = [&f] { return says(f.window->findChild<ui::NoticeStack *>(), u"35"_s); };
        emit f.feed.noticesChanged({notice});
        f.settle();
        QVERIFY(isShown());
        client::RequestRow taken = f.feed.request(notice.request);
        taken.state = RequestState::Serving;
        taken.owner = StaffId(u"somebody"_s);
        f.feed.putRequest(taken);
        f.settle();
        QVERIFY(!isShown());
    }

    void aDeclinedOfferNeedsNoSecondWordAndIsGone()
    {
        Fixture f;
        f.feed.putOffer({u"o"_s, RequestId(u"w3"_s), f.feed.me().id, domain::OfferState::Open, f.feed.serverNow(),
                         f.feed.serverNow() + 10s, u"longest_idle"_s, {}});
        f.settle();
        QVERIFY(f.window->offerCard()->isVisible());
        const auto actions = f.window->offerCard()->findChildren<QAction *>();
        QAction *reason = nullptr;
        for (QAction *action : actions)
            if (action->text() == u"Not my field"_s)
                reason = action;
        QVERIFY(reason);
        reason->trigger();
        f.settle();
        QVERIFY(!f.window->offerCard()->isVisible());
        QVERIFY(f.feed.calls.contains(u"declineOffer"_s));
    }

    void theSidePanelIsADrawerOnANarrowScreen()
    {
        Fixture f;
        f.open(f.mine);
        auto *side = f.window->findChild<ui::SidePanel *>();
        QVERIFY(side->isVisible());
        side->findChild<QTabBar *>()->setCurrentIndex(1); // the item; the knowledge base shows first
        QVERIFY(says(side, u"1 waived"_s));
        f.window->resize(1092, 614);
        f.settle();
        QVERIFY(!side->isVisible());
        f.window->desk().actions.action(ui::Act::Drawer)->trigger();
        QVERIFY(side->isVisible());
        QTest::keyClick(side, Qt::Key_Escape);
        QVERIFY(!side->isVisible());
        f.window->resize(1400, 768);
        f.settle();
        QVERIFY(side->isVisible());
    }

    void aLostConnectionIsSaidWithTheAgeOfTheData()
    {
        Fixture f;
        f.open(f.mine);
        f.feed.setLine(client::LineState::Reconnecting, 2);
        f.feed.pass(12s);
        f.feed.setLine(client::LineState::Reconnecting, 2);
        QVERIFY(says(f.window.get(), u"Connection lost"_s));
        QVERIFY(says(f.window.get(), u"12 s ago"_s));
        QVERIFY(says(f.window.get(), u"2 pending"_s));
        QVERIFY(!f.window->desk().actions.action(ui::Act::EndAndWrapUp)->isEnabled());
        f.feed.setLine(client::LineState::Online);
        QVERIFY(!says(f.window.get(), u"Connection lost"_s));
        QVERIFY(f.window->desk().actions.action(ui::Act::EndAndWrapUp)->isEnabled());
    }

    void anAlarmIsShownUntilItIsSeen()
    {
        Fixture f;
        emit f.feed.noticesChanged({{u"n"_s, u"alarm_unanswered"_s, NodeId(u"D01"_s), RequestId(u"w1"_s),
                                     f.feed.serverNow(), {}}});
        QVERIFY(says(f.window.get(), u"waiting for 35 s"_s));
        buttonOf(f.window.get(), u"Seen"_s)->click();
        QVERIFY(!says(f.window.get(), u"waiting for 35 s"_s));
    }

    void onlyPagesOfTheRoleStandOnTheRail()
    {
        Fixture f;
        auto *rail = f.window->findChild<ui::Rail *>();
        QVERIFY(buttonOf(rail, u"Service"_s));
        QVERIFY(!buttonOf(rail, u"Admin"_s));
        f.window->showPage(ui::Page::Administration); // not by the back door either
        QVERIFY(!f.window->administration()->isVisible());
    }

    void anImportGoesOnlyAfterADryRunWithoutFaults()
    {
        Fixture f;
        ui::ImportTab tab(f.window->desk());
        tab.show();
        tab.setContent(u"2027.json"_s, u"not json"_s);
        buttonOf(&tab, u"Dry run"_s)->click();
        f.settle();
        QVERIFY(!buttonOf(&tab, u"Import"_s)->isEnabled());
        tab.setContent(u"2027.json"_s, u"{}"_s);
        QVERIFY(!buttonOf(&tab, u"Import"_s)->isEnabled());
        buttonOf(&tab, u"Dry run"_s)->click();
        f.settle();
        QVERIFY(tab.findChild<QPlainTextEdit *>()->toPlainText().contains(u"New: 3"_s));
        QVERIFY(buttonOf(&tab, u"Import"_s)->isEnabled());
    }

    void aCitizensMessageAndTheLastTenSecondsSoundOnce()
    {
        FakeFeed feed;
        models::Workbench bench(feed);
        feed.setLine(client::LineState::Online);
        feed.signIn({feed.acceptedLogin, {feed.acceptedPassword}, Presence::Ready});
        feed.settle();
        feed.loadMorning();
        ui::Chime chime;
        chime.setVolume(0);
        ui::Alerts alerts(bench, chime);
        QSignalSpy sounded(&alerts, &ui::Alerts::sounded);
        feed.citizenWrites(RequestId(u"mine6"_s), u"hello?"_s);
        QCOMPARE(sounded.count(), 1);
        feed.citizenWrites(RequestId(u"mine6"_s), u"still there?"_s);
        QCOMPARE(sounded.count(), 1);
        feed.pass(112s);
        QTRY_COMPARE_WITH_TIMEOUT(sounded.count(), 2, 3'000);
        QCOMPARE(sounded[1][0].value<ui::Tone>(), ui::Tone::NearlyDue);
    }

    void aDeskWithNobodyAtItGoesOnABreak()
    {
        FakeFeed feed;
        models::Workbench bench(feed);
        feed.setLine(client::LineState::Online);
        feed.signIn({feed.acceptedLogin, {feed.acceptedPassword}, Presence::Ready});
        feed.settle();
        ui::IdleWatch watch(bench);
        watch.check(9min);
        feed.settle();
        QCOMPARE(feed.me().presence, Presence::Ready);
        watch.check(10min);
        feed.settle();
        QCOMPARE(feed.me().presence, Presence::Break);
        QCOMPARE(feed.me().breakReason, u"idle"_s);
    }

    void aPictureIsShownInItsBubble()
    {
        Fixture f;
        f.open(f.mine);
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::white);
        const QString path = f.dir.filePath(u"picture"_s); // no ending: the content decides
        QVERIFY(picture.save(path, "PNG"));
        f.feed.files.insert(FileId(u"p1"_s), path);
        client::MessageRow message;
        message.id = MessageId(u"picture"_s);
        message.request = f.mine;
        message.seq = 99;
        message.kind = domain::MessageKind::Image;
        message.file = FileId(u"p1"_s);
        message.fileName = {u"picture.png"_s};
        message.sentAt = f.feed.serverNow();
        f.feed.putMessage(message);
        auto *view = f.window->service()->conversation()->transcript();
        const QModelIndex last = view->model()->index(view->model()->rowCount() - 1, 0);
        view->scrollToBottom();
        const int before = view->visualRect(last).height();
        f.settle();
        view->scrollToBottom();
        QVERIFY(view->visualRect(last).height() >= before + 150);
    }

    void signingInCanBeCancelled()
    {
        DeskFixture f;
        f.window->show();
        f.settle();
        for (QLineEdit *edit : f.window->findChildren<QLineEdit *>())
            if (edit->accessibleName() == u"Password"_s)
                edit->setText(f.feed.acceptedPassword);
        buttonOf(f.window.get(), u"Sign in"_s)->click();
        QAbstractButton *cancel = buttonOf(f.window.get(), u"Cancel signing in"_s);
        QVERIFY(cancel);
        cancel->click();
        QVERIFY(buttonOf(f.window.get(), u"Sign in"_s));
        QVERIFY(f.feed.calls.contains(u"signOut"_s));
    }

    void signingOutForAReasonSaysIt()
    {
        Fixture f;
        emit f.feed.signedOut({ErrorCode::SessionExpired, {}});
        f.settle();
        QVERIFY(!f.window->service());
        QVERIFY(says(f.window.get(), u"session has ended"_s));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::Theme::prepare(app);
    TestServicePage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_service_page.moc"
