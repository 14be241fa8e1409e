// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/composer.h"
#include "ui/conversation_pane.h"
#include "ui/scope_card.h"
#include "ui/send_check.h"
#include "ui/service_page.h"
#include "ui/slips_page.h"

#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// What may not be said is kept back, what can be said more kindly is asked about, and a citizen in the wrong place gets the right one.
class TestPhrasesAtDesk : public QObject {
    Q_OBJECT

private:
    struct Fixture : DeskFixture {
        Fixture()
        {
            window->resize(1600, 900);
            window->show();
            QApplication::setActiveWindow(window.get());
            signIn(domain::Presence::Busy);
            feed.loadMorning();
            feed.loadPhrases();
            window->service()->open(first);
            settle();
            pane = window->service()->conversation();
            composer = pane->composer();
            check = composer->findChild<ui::SendCheck *>();
            card = pane->findChild<ui::ScopeCard *>();
        }
        void write(const QString &words)
        {
            composer->edit()->setPlainText(words);
            settle();
        }
        void send()
        {
            window->desk().actions.action(ui::Act::Send)->trigger();
            settle();
        }
        [[nodiscard]] int sent() const { return int(feed.calls.count(u"sendText"_s)); }
        static QString said(const QWidget *bar)
        {
            QStringList words;
            const auto labels = bar->findChildren<QLabel *>();
            for (const QLabel *one : labels)
                if (one->isVisible())
                    words.append(one->text());
            return words.join(u' ');
        }
        static QPushButton *button(const QWidget *bar, const QString &text)
        {
            const auto buttons = bar->findChildren<QPushButton *>();
            for (QPushButton *one : buttons)
                if (one->text() == text && one->isVisible())
                    return one;
            return nullptr;
        }
        const RequestId first{u"mine1"_s};
        ui::ConversationPane *pane = nullptr;
        ui::Composer *composer = nullptr;
        ui::SendCheck *check = nullptr;
        ui::ScopeCard *card = nullptr;
    };

private slots:
    void whatMayNotBeSaidIsKeptBack()
    {
        Fixture f;
        const QString words = u"您好，这事不归我管。"_s;
        f.write(words);
        QVERIFY(!f.check->isVisible()); // it says nothing while one writes
        f.send();
        QCOMPARE(f.sent(), 0);
        QCOMPARE(f.composer->text(), words);
        QVERIFY(f.check->isVisible());
        QVERIFY(Fixture::said(f.check).contains(u"这事不归我管"_s));
        QVERIFY(Fixture::said(f.check).contains(u"责任单位"_s));
        QVERIFY(!Fixture::button(f.check, u"Send as it is"_s));
        QCOMPARE(f.composer->edit()->extraSelections().size(), 1);
        QCOMPARE(f.composer->edit()->extraSelections().first().cursor.selectedText(), u"这事不归我管"_s);
        f.send(); // pressing harder does not help
        QCOMPARE(f.sent(), 0);
        QCOMPARE(f.feed.slips, QStringList{words}); // and is one attempt
        f.write(u"您好，我帮您转过去。"_s);
        QVERIFY(!f.check->isVisible());
        QVERIFY(f.composer->edit()->extraSelections().isEmpty());
        f.send();
        QCOMPARE(f.sent(), 1);
    }

    void theKindWordsTakeItsPlace()
    {
        Fixture f;
        f.write(u"您好，这事不归我管。我看看"_s);
        f.send();
        QPushButton *replace = Fixture::button(f.check, u"Say that"_s);
        QVERIFY(replace);
        replace->click();
        f.settle();
        QCOMPARE(f.composer->text(), u"您好，这项业务的责任单位是……，我现在为您转接。我看看"_s);
        QCOMPARE(f.composer->edit()->textCursor().selectedText(), u"……"_s); // to be typed over
        QVERIFY(!f.check->isVisible());
        f.composer->edit()->undo();
        QCOMPARE(f.composer->text(), u"您好，这事不归我管。我看看"_s);
        f.write(u"滚"_s);
        f.send();
        QVERIFY(f.check->isVisible());
        QVERIFY(!Fixture::button(f.check, u"Say that"_s)); // nothing to say in its place
    }

    void whatCanBeSaidMoreKindlyIsAskedAboutOnce()
    {
        Fixture f;
        f.write(u"不知道。"_s);
        f.send();
        QCOMPARE(f.sent(), 0);
        QVERIFY(f.check->isVisible());
        QVERIFY(Fixture::button(f.check, u"Send as it is"_s));
        f.write(u"不知道！"_s); // another text is asked about again
        f.send();
        QCOMPARE(f.sent(), 0);
        f.send();
        QCOMPARE(f.sent(), 1);
        QVERIFY(!f.check->isVisible());
        f.write(u"不知道。"_s);
        f.send();
        QCOMPARE(f.sent(), 1);
        f.composer->edit()->moveCursor(QTextCursor::End);
        f.composer->edit()->insertPlainText(u"您再等等。"_s);
        f.settle();
        Fixture::button(f.check, u"Send as it is"_s)->click(); // means what stands there now
        f.settle();
        QCOMPARE(f.sent(), 2);
        QCOMPARE(f.window->focusWidget(), f.composer->edit());
        QVERIFY(f.feed.slips.isEmpty()); // the server tells of these
    }

    void theWorstIsSpokenOf()
    {
        Fixture f;
        f.write(u"不知道。这事不归我管。"_s);
        f.send();
        QVERIFY(Fixture::said(f.check).contains(u"“这事不归我管” may not be said"_s));
        QVERIFY(!Fixture::button(f.check, u"Send as it is"_s));
        Fixture::button(f.check, u"Say that"_s)->click();
        f.settle();
        QVERIFY(f.composer->text().startsWith(u"不知道。这项业务"_s));
        QVERIFY(Fixture::said(f.check).contains(u"can be said more kindly"_s)); // what is left
    }

    void anotherCaseIsAnotherText()
    {
        Fixture f;
        f.write(u"不知道。"_s);
        f.send();
        QVERIFY(f.check->isVisible());
        f.window->service()->open(RequestId(u"mine6"_s));
        f.settle();
        QVERIFY(!f.check->isVisible());
        QVERIFY(f.composer->edit()->extraSelections().isEmpty());
        f.write(u"不知道。"_s);
        f.send();
        QCOMPARE(f.sent(), 0); // it was asked about in the other one
    }

    void aComplaintGetsTheProperChannel()
    {
        Fixture f;
        QVERIFY(!f.card->isVisible());
        f.feed.citizenWrites(f.first, u"算了，我要投诉你们窗口"_s);
        f.settle();
        QVERIFY(f.card->isVisible());
        QVERIFY(Fixture::said(f.card).contains(u"12345"_s));
        QPushButton *insert = Fixture::button(f.card, u"Insert this answer"_s);
        insert->click();
        f.settle();
        QVERIFY(!f.card->isVisible());
        QVERIFY(f.composer->text().contains(u"不属于帮办服务范围"_s));
        f.send();
        QCOMPARE(f.sent(), 1);
        f.window->service()->open(RequestId(u"mine6"_s));
        f.settle();
        QVERIFY(!f.card->isVisible());
        f.window->service()->open(f.first);
        f.settle();
        QVERIFY(!f.card->isVisible()); // it was answered
        f.feed.citizenWrites(f.first, u"那我只好打官司了"_s);
        f.settle();
        QVERIFY(f.card->isVisible()); // another matter
        QVERIFY(Fixture::said(f.card).contains(u"12368"_s));
    }

    void aSupervisorSeesWhatWasSaid()
    {
        Fixture f;
        client::SlipRow slip;
        slip.id = SlipId(u"s1"_s);
        slip.staffName = u"员工甲"_s;
        slip.words = {u"<b>这事不归我管"_s};
        slip.phrases = {u"这事不归我管"_s};
        slip.blocked = true;
        slip.at = f.feed.serverNow();
        emit f.feed.slipsChanged({slip});
        ui::SlipsPage page(f.window->desk());
        page.resize(1200, 600);
        page.show();
        f.settle();
        QVERIFY(Fixture::said(&page).contains(u"<b>这事不归我管"_s));
        QPushButton *seen = Fixture::button(&page, u"Seen"_s);
        QVERIFY(seen);
        seen->click();
        f.settle();
        QVERIFY(!Fixture::button(&page, u"Seen"_s));
        QVERIFY(Fixture::said(&page).contains(u"Nothing to look at"_s));
    }
};

QTEST_MAIN(TestPhrasesAtDesk)
#include "tst_phrases_at_desk.moc"
