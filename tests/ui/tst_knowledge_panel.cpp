// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/composer.h"
#include "ui/conversation_pane.h"
#include "ui/knowledge_panel.h"
#include "ui/service_page.h"
#include "ui/side_panel.h"
#include "ui/suggestion_row.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// The knowledge base beside the conversation: filled by itself, searched, put into the message, never jumping.
class TestKnowledgePanel : public QObject {
    Q_OBJECT

private:
    struct Fixture : DeskFixture {
        explicit Fixture(const QSize &size = {1600, 900})
        {
            window->resize(size);
            window->show();
            QApplication::setActiveWindow(window.get());
            signIn(domain::Presence::Busy);
            feed.loadMorning();
            feed.loadKnowledge();
            window->service()->open(first);
            settle();
            composer = window->service()->conversation()->composer();
            panel = window->findChild<ui::KnowledgePanel *>();
        }
        [[nodiscard]] QStringList titles() const
        {
            QStringList found;
            for (const client::EntryHit &hit : panel->suggestions().shown())
                found.append(hit.row.title);
            return found;
        }
        void press(ui::Act act)
        {
            window->desk().actions.action(act)->trigger();
            settle();
        }
        void type(const QString &words)
        {
            composer->edit()->insertPlainText(words); // as an input method does
            settle();
        }
        [[nodiscard]] bool says(const QString &words) const
        {
            const auto labels = panel->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *one) { return one->isVisible() && one->text().contains(words); });
        }
        const RequestId first{u"mine1"_s};
        ui::Composer *composer = nullptr;
        ui::KnowledgePanel *panel = nullptr;
    };

private slots:
    void itIsFilledWhenACaseOpensAndFollowsTheCitizen()
    {
        Fixture f;
        QCOMPARE(f.titles().size(), 5);
        QVERIFY(f.says(u"By the item"_s));
        const QStringList before = f.titles();
        f.feed.citizenWrites(f.first, u"那公积金缴存基数怎么定？"_s);
        f.settle();
        QVERIFY(f.titles() != before);
        QVERIFY(f.titles().first().contains(u"公积金"_s));
        QVERIFY(f.feed.searches.last().contains(u"公积金"_s) && !f.feed.searches.last().contains(u"签字"_s)); // what stands unanswered
        f.window->service()->open(RequestId(u"mine6"_s));
        f.settle();
        QVERIFY(!f.titles().first().contains(u"公积金缴存基数"_s));
    }

    /// Said to somebody who stands there: one click, once a case.
    void whatWasSaidByWordOfMouthIsUseful()
    {
        Fixture f;
        const auto useful = [&]() -> QPushButton * {
            for (QPushButton *one : f.panel->findChildren<QPushButton *>())
                if (one->text().startsWith(u"Useful"_s))
                    return one;
            return nullptr;
        };
        QVERIFY(useful() && useful()->isEnabled());
        useful()->click();
        f.settle();
        QCOMPARE(f.feed.calls.count(u"markUseful"_s), 1);
        QVERIFY(!useful()->isEnabled());
        f.panel->step(1); // of another answer nobody said so yet
        QVERIFY(useful()->isEnabled());
        f.panel->step(-1);
        QVERIFY(!useful()->isEnabled());
        f.window->service()->open(RequestId(u"mine6"_s));
        f.settle();
        QVERIFY(useful()->isEnabled());
    }

    void altAndANumberPutsTheAnswerIntoTheMessage()
    {
        Fixture f;
        f.panel->search(u"变更法定代表人，原法人不配合签字怎么办"_s);
        f.settle();
        const client::EntryRow entry = f.panel->suggestions().shown().first().row;
        QCOMPARE(entry.id, EntryId(u"QA0008"_s));
        f.type(u"您好，"_s);
        QTest::keyClick(f.composer->edit(), Qt::Key_9, Qt::AltModifier); // is no text
        f.press(ui::Act::InsertFirst);
        QCOMPARE(f.composer->text(), u"您好，"_s + entry.plain);
        f.press(ui::Act::Send);
        QCOMPARE(f.feed.inserted.size(), 1);
        QCOMPARE(f.feed.inserted.first().entry, entry.id);
        QCOMPARE(f.feed.inserted.first().version, entry.version);
        QCOMPARE(f.feed.inserted.first().words, entry.plain);
        f.type(u"再见"_s);
        f.press(ui::Act::Send);
        QVERIFY(f.feed.inserted.isEmpty()); // they are of the message they went with
    }

    void theOtherLayersAreOneKeyAway()
    {
        Fixture f;
        f.panel->search(u"变更法定代表人，原法人不配合签字怎么办"_s);
        f.settle();
        const client::EntryRow entry = f.panel->suggestions().shown().first().row;
        QVERIFY(entry.official != entry.plain && !entry.official.isEmpty());
        f.press(ui::Act::NextLayer);
        f.press(ui::Act::InsertFirst); // the one that is seen
        QCOMPARE(f.composer->text(), entry.official);
        f.press(ui::Act::InsertSecond);
        QVERIFY(f.composer->text().endsWith(ui::AnswerBox::plainOf(f.panel->suggestions().shown()[1].row)));
    }

    void twoQuestionMarksSearchFromTheComposer()
    {
        Fixture f;
        f.type(u"请看：??注销"_s);
        QCOMPARE(f.feed.searches.last(), u"注销"_s);
        QVERIFY(f.titles().first().contains(u"注销"_s));
        QTest::keyClick(f.composer->edit(), Qt::Key_Down);
        QTest::keyClick(f.composer->edit(), Qt::Key_Return);
        f.settle();
        const client::EntryRow second = f.panel->suggestions().shown().value(1).row;
        QVERIFY2(f.composer->text().startsWith(u"请看："_s) && !f.composer->text().contains(u"??"_s), qPrintable(f.composer->text()));
        QVERIFY(f.composer->text().size() > 10);
        QVERIFY(!f.feed.searches.last().contains(u"注销"_s) || f.panel->field()->text().isEmpty()); // the talk's own again
        Q_UNUSED(second)
        // Full-width marks, as an input method writes them; and marks that are meant.
        Fixture g;
        g.type(u"？？zx"_s);
        QCOMPARE(g.feed.searches.last(), u"zx"_s);
        QTest::keyClick(g.composer->edit(), Qt::Key_Escape);
        g.settle();
        QVERIFY(g.panel->field()->text().isEmpty());
        QTest::keyClick(g.composer->edit(), Qt::Key_Return);
        QCOMPARE(g.composer->text(), u"？？zx\n"_s);
    }

    void rowsStayUnderThePointer()
    {
        Fixture f;
        const QStringList before = f.titles();
        auto *list = f.panel->findChild<ui::SuggestionRow *>()->parentWidget();
        QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
        QApplication::sendEvent(list, &enter);
        f.feed.citizenWrites(f.first, u"那公积金缴存基数怎么定？"_s);
        f.settle();
        QCOMPARE(f.titles(), before);
        QVERIFY(f.says(u"Others fit better"_s));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(list, &leave);
        f.settle();
        QVERIFY(f.titles().first().contains(u"公积金"_s));
        QVERIFY(!f.says(u"Others fit better"_s));
    }

    void whatIsWithdrawnIsSaidAtOnceAndCannotBePutIn()
    {
        Fixture f;
        f.panel->search(u"注销"_s);
        f.settle();
        auto *row = f.panel->findChild<ui::SuggestionRow *>();
        QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
        QApplication::sendEvent(row->parentWidget(), &enter);
        const EntryId gone = f.panel->suggestions().shown().first().row.id;
        f.feed.withdraw(gone);
        f.settle();
        QCOMPARE(f.panel->suggestions().shown().first().row.id, gone); // somebody points at it
        QVERIFY(row->accessibleDescription().contains(u"withdrawn"_s));
        QVERIFY(!f.window->desk().actions.action(ui::Act::InsertFirst)->isEnabled());
        f.panel->insert(0);
        QVERIFY(f.composer->text().isEmpty());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(row->parentWidget(), &leave);
        f.settle();
        QVERIFY(f.panel->suggestions().shown().first().row.id != gone);
        QVERIFY(f.window->desk().actions.action(ui::Act::InsertFirst)->isEnabled());
    }

    void ofManyQuestionsOnlyTheLastIsAskedNext()
    {
        Fixture f;
        f.feed.searches.clear();
        for (const QString &words : {u"注"_s, u"注销"_s, u"注销要"_s, u"注销要多久"_s})
            f.panel->search(words);
        f.settle();
        QCOMPARE(f.feed.searches, (QStringList{u"注"_s, u"注销要多久"_s}));
    }

    /// What is sent with suggestions beside it says so.
    void thatEntriesStoodBesideTheCaseIsNoted()
    {
        Fixture f;
        QCOMPARE(f.feed.offered, QSet{f.first});
        f.window->service()->open(RequestId(u"mine6"_s));
        f.settle();
        QCOMPARE(f.feed.offered, (QSet{f.first, RequestId(u"mine6"_s)}));
    }

    void f3GoesToTheSearchFieldAndBack()
    {
        Fixture f({1092, 614});
        auto *side = f.window->findChild<ui::SidePanel *>();
        QVERIFY(!side->isVisible());
        f.press(ui::Act::Drawer);
        QVERIFY(side->isVisible());
        QTest::keyClicks(f.panel->field(), u"zx"_s);
        f.settle();
        QVERIFY(f.titles().first().contains(u"注销"_s));
        QTest::keyClick(f.panel->field(), Qt::Key_Down);
        QTest::keyClick(f.panel->field(), Qt::Key_Return);
        f.settle();
        QCOMPARE(f.composer->text(), ui::AnswerBox::plainOf(f.panel->suggestions().shown()[1].row));
        QTest::keyClick(f.panel->field(), Qt::Key_Escape);
        QVERIFY(f.panel->field()->text().isEmpty());
    }

    void anEntrysLastDaysAreSaid()
    {
        Fixture f;
        client::EntryRow row = f.panel->suggestions().shown().first().row;
        for (const auto &[to, words] : {std::pair{u"2026-11-27"_s, u"ends in 2 days"_s}, {u"2026-11-25"_s, u"ends today"_s},
                                        {u"2026-12-25"_s, u"ends in 30 days"_s}, {u"2026-12-26"_s, QString()}, {QString(), QString()}}) {
            row.to = to;
            QCOMPARE(ui::SuggestionRow::ending(f.window->desk(), row), words);
        }
    }

    void whatIsMissingIsSaidWithTheNextStep()
    {
        Fixture f;
        f.panel->search(u"zzzqqq"_s);
        f.settle();
        emit f.feed.knowledgeChanged({0, 34, {}});
        f.settle();
        QVERIFY(f.says(u"on its way: 34 %"_s));
        f.feed.setLine(client::LineState::Broken);
        emit f.feed.knowledgeChanged({0, 0, {}});
        QVERIFY(f.says(u"comes when the line is there"_s));
        emit f.feed.knowledgeChanged({0, 0, Error{ErrorCode::BadConfiguration, u"disk"_s}});
        QVERIFY(f.says(u"cannot be kept on this PC"_s));
    }

    /// HTML in an entry is text.
    void anAnswerIsNeverMarkup()
    {
        Fixture f;
        client::EntryRow row = f.panel->suggestions().shown().first().row;
        row.id = EntryId(u"odd"_s);
        row.title = u"<b>怪题目</b><script>alert(1)</script>"_s;
        row.plain = u"<img src=x onerror=alert(1)>怪答案"_s;
        f.feed.putEntry(row);
        f.panel->search(u"怪题目"_s);
        f.settle();
        QCOMPARE(f.titles().first(), row.title);
        f.press(ui::Act::InsertFirst);
        QCOMPARE(f.composer->text(), row.plain);
        QVERIFY(f.panel->findChild<ui::SuggestionRow *>()->toolTip().contains(u"&lt;b&gt;"_s));
    }
};

QTEST_MAIN(TestKnowledgePanel)
#include "tst_knowledge_panel.moc"
