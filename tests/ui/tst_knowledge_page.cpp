// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge_fixture.h"
#include "ui/reason_dialog.h"
#include "ui/task_column.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::EntryState, domain::Role;

/// 知识库: what an author writes and a reviewer lets pass, what is owed, and that nothing typed is lost.
class TestKnowledgePage : public QObject {
    Q_OBJECT

private:
    using Fixture = KnowledgeFixture;

private slots:
    void whoDoesNotWriteHasNoPage()
    {
        Fixture f({Role::Agent});
        QVERIFY(!f.page()->isVisible());
        QVERIFY(!f.window->desk().actions.action(ui::Act::KnowledgePage)->isVisible());
        Fixture g({Role::KbAuthor});
        QVERIFY(g.page()->isVisible());
        QVERIFY(!g.window->desk().actions.action(ui::Act::TakeNext)->isVisible()); // who serves nobody is offered no serving
    }

    void theUnitsEntriesAreListedAndSearched()
    {
        Fixture f({Role::KbAuthor});
        QListWidget *list = f.page()->list()->list();
        const int all = list->count();
        QVERIFY(all > 10);
        f.page()->list()->field()->setText(u"法定代表人"_s);
        f.settle();
        QVERIFY(list->count() < all && list->count() > 0);
        QVERIFY(list->item(0)->text().contains(u"法定代表人"_s));
        f.choose(0);
        QVERIFY(f.button(u"Change"_s));
        QVERIFY(!f.button(u"Withdraw"_s)); // that is the reviewers'
    }

    void whatIsWrittenIsKeptAndSentToReview()
    {
        Fixture f({Role::KbAuthor});
        f.press(u"New entry"_s);
        auto *title = f.named<QLineEdit>(u"Question"_s);
        auto *plain = f.named<QPlainTextEdit>(u"Plain"_s);
        QVERIFY(title && plain && !title->isReadOnly());
        title->setText(u"歇业备案要几天"_s);
        plain->setPlainText(u"当天办好，不收费。"_s);
        QVERIFY(f.says(u"reads well"_s));
        f.window->showPage(ui::Page::Settings); // leaving the page keeps it
        f.settle();
        QVERIFY(f.feed.calls.contains(u"saveEntry"_s));
        QCOMPARE(f.window->desk().bench.entryDrafts.rows().size(), 1U);
        QCOMPARE(f.window->desk().bench.entryDrafts.rows()[0].entry.title, u"歇业备案要几天"_s);
        f.window->showPage(ui::Page::Knowledge);
        f.settle();
        f.press(u"Send to review"_s);
        QVERIFY(f.says(u"Sent to review."_s));
        QCOMPARE(f.window->desk().bench.entryDrafts.rows()[0].entry.state, EntryState::Review);
        QCOMPARE(f.page()->list()->list()->item(0)->text(), u"歇业备案要几天"_s); // what is written stands first
    }

    void aDraftWithoutAQuestionIsNotSent()
    {
        Fixture f({Role::KbAuthor});
        f.press(u"New entry"_s);
        f.press(u"Send to review"_s);
        QVERIFY(f.says(u"Give it a question"_s));
        f.choose(0);
        QVERIFY(!f.feed.calls.contains(u"saveEntry"_s));
    }

    /// What was typed is kept before it has a question, and is shown again by its first words.
    void textWithoutAQuestionIsKept()
    {
        Fixture f({Role::KbAuthor});
        f.press(u"New entry"_s);
        f.named<QLineEdit>(u"In force from"_s)->clear();
        f.named<QPlainTextEdit>(u"Plain"_s)->setPlainText(u"当天办好，不收费。"_s);
        f.press(u"Send to review"_s);
        QVERIFY(f.says(u"Give it a question"_s));
        f.choose(f.page()->list()->list()->count() - 1); // another row
        QCOMPARE(f.page()->list()->list()->item(0)->text(), u"当天办好，不收费。"_s);
        f.choose(0);
        QCOMPARE(f.named<QPlainTextEdit>(u"Plain"_s)->toPlainText(), u"当天办好，不收费。"_s);
        QVERIFY(!f.named<QPlainTextEdit>(u"Plain"_s)->isReadOnly());
    }

    /// The row of one's own draft that is chosen while words of it are on their way.
    void anOwnDraftThatIsOpenStaysAsItIsTyped()
    {
        Fixture f({Role::KbAuthor});
        f.press(u"New entry"_s);
        f.named<QLineEdit>(u"Question"_s)->setText(u"歇业备案要几天"_s);
        auto *plain = f.named<QPlainTextEdit>(u"Plain"_s);
        plain->setPlainText(u"当天"_s);
        f.window->showPage(ui::Page::Settings);
        f.window->showPage(ui::Page::Knowledge);
        f.settle();
        plain->setPlainText(u"当天办好"_s);
        plain->moveCursor(QTextCursor::End);
        f.choose(0);
        QCOMPARE(plain->toPlainText(), u"当天办好"_s);
        QCOMPARE(plain->textCursor().position(), 4); // one goes on where one was
        f.choose(f.page()->list()->list()->count() - 1);
        f.choose(0);
        QCOMPARE(plain->toPlainText(), u"当天办好"_s);
    }

    void anItemTheDeskDoesNotKnowIsKept()
    {
        Fixture f({Role::KbAuthor});
        client::EntryDraftRow own = f.draft(u"歇业备案要几天"_s, EntryState::Draft);
        own.author = f.feed.me().id;
        own.id = protocol::draftId(own.entry.id, own.author);
        own.entry.item = ItemId(u"IT999"_s);
        f.feed.putEntryDraft(own);
        f.settle();
        f.choose(0);
        auto *item = f.named<QComboBox>(u"Item"_s);
        QCOMPARE(item->currentText(), u"IT999"_s);
        f.named<QPlainTextEdit>(u"Plain"_s)->setPlainText(u"当天"_s);
        client::ItemRow named; // it comes while one writes
        named.id = ItemId(u"IT999"_s);
        named.name = u"歇业备案"_s;
        f.feed.putItem(named);
        QCOMPARE(item->currentText(), u"歇业备案"_s);
        f.choose(f.page()->list()->list()->count() - 1);
        QCOMPARE(f.window->desk().bench.entryDrafts.rows()[0].entry.item, ItemId(u"IT999"_s));
        QCOMPARE(f.window->desk().bench.entryDrafts.rows()[0].entry.plain, u"当天"_s);
    }

    void whatTheServerRefusesIsSaidAndTheWordsStay()
    {
        Fixture f({Role::KbAuthor});
        f.press(u"New entry"_s);
        f.named<QLineEdit>(u"Question"_s)->setText(u"歇业备案要几天"_s);
        f.feed.refuseNext = ErrorCode::OtherVersion;
        f.press(u"Send to review"_s);
        QVERIFY(f.says(u"another version"_s));
        QCOMPARE(f.named<QLineEdit>(u"Question"_s)->text(), u"歇业备案要几天"_s);
        f.choose(f.page()->list()->list()->count() - 1); // it is a draft again: what was refused is not all there is of it
        QCOMPARE(f.window->desk().bench.entryDrafts.rows()[0].entry.state, EntryState::Draft);
    }

    void longSentencesAndCopiedWordsAreSaid()
    {
        Fixture f({Role::KbAuthor});
        f.press(u"New entry"_s);
        const QString clause = u"公司变更法定代表人的变更登记申请书由变更后的法定代表人签署并按照公司章程规定的程序办理"_s;
        f.named<QPlainTextEdit>(u"Source"_s)->setPlainText(clause);
        f.named<QPlainTextEdit>(u"Plain"_s)->setPlainText(clause);
        QVERIFY(f.says(u"stands in the source"_s));
        QVERIFY(f.says(u"sentences are long"_s));
    }

    void aReviewerPublishesOrGivesBackWhatSomebodyElseWrote()
    {
        Fixture f({Role::KbReviewer});
        f.feed.putEntryDraft(f.draft(u"歇业备案要几天"_s));
        f.settle();
        QVERIFY(f.says(u"To be reviewed  1"_s));
        f.press(u"Look"_s);
        QVERIFY(f.named<QLineEdit>(u"Question"_s)->isReadOnly());
        QVERIFY(!f.button(u"Send to review"_s));
        f.press(u"Give back"_s);
        auto *dialog = f.window->findChild<ui::ReasonDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"请写收费依据"_s);
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        for (QPushButton *one : dialog->findChildren<QPushButton *>())
            if (one->isDefault() && dialog->isVisible())
                one->click();
        f.settle();
        QVERIFY(f.feed.calls.contains(u"returnEntry"_s));
        f.feed.putEntryDraft(f.draft(u"歇业备案要几天"_s));
        f.settle();
        f.press(u"Look"_s);
        f.press(u"Publish"_s);
        QVERIFY(f.feed.calls.contains(u"publishEntry"_s));
        QVERIFY(f.window->desk().bench.entryDrafts.rows().empty());
        QVERIFY(!f.button(u"Publish"_s)); // it is done
    }

    /// Who reviews a new version reads what it changes, and can read it as it is.
    void aReviewerReadsWhatTheDraftChanges()
    {
        Fixture f({Role::KbReviewer});
        client::EntryRow holds;
        holds.state = EntryState::Approved;
        holds.id = EntryId(u"N1"_s);
        holds.unit = f.feed.me().unit;
        holds.version = 3;
        holds.title = u"歇业备案要多久"_s;
        holds.plain = u"材料齐全当天办结。免费。"_s;
        holds.from = u"2026-01-01"_s;
        f.feed.putEntry(holds);
        client::EntryDraftRow draft = f.draft(u"歇业备案要几天"_s);
        draft.entry.plain = u"材料齐全3个工作日办结。免费。"_s;
        draft.base = 3;
        f.feed.putEntryDraft(draft);
        f.settle();
        f.press(u"Look"_s);
        auto *plain = f.named<QPlainTextEdit>(u"Plain"_s);
        QCOMPARE(plain->toPlainText(), u"材料齐全当天3个工作日办结。免费。"_s);
        QTextCursor at(plain->document());
        at.setPosition(5);
        QVERIFY(at.charFormat().fontStrikeOut() && !at.charFormat().fontUnderline());
        at.setPosition(7);
        QVERIFY(at.charFormat().fontUnderline() && !at.charFormat().fontStrikeOut());
        at.setPosition(2);
        QVERIFY(!at.charFormat().fontUnderline() && !at.charFormat().fontStrikeOut());
        QVERIFY(f.says(u"Question was: 歇业备案要多久"_s));
        QVERIFY(f.says(u"In force from was: 2026-01-01"_s));
        QVERIFY(f.says(u"15 of 120 characters"_s)); // of the draft alone
        at.setPosition(9);
        plain->setTextCursor(at);
        client::EntryRow another = holds; // published meanwhile: who reads stays in their place
        another.id = EntryId(u"N9"_s);
        f.feed.putEntry(another);
        f.settle();
        QCOMPARE(plain->textCursor().position(), 9);
        f.press(u"What changes"_s);
        QCOMPARE(plain->toPlainText(), draft.entry.plain);
        at.setPosition(7);
        QVERIFY(!at.charFormat().fontUnderline());
        QVERIFY(!f.says(u"Question was"_s));
        f.press(u"What changes"_s);
        f.press(u"Publish"_s);
        QVERIFY(f.feed.calls.contains(u"publishEntry"_s));
        // What is shown next has none of the marks, although what it stands in place of began with one.
        draft.entry.plain = u"全部材料齐全当天办结。免费。"_s;
        f.feed.putEntryDraft(draft);
        f.settle();
        f.press(u"Look"_s);
        at = QTextCursor(plain->document());
        at.setPosition(1);
        QVERIFY(at.charFormat().fontUnderline());
        at.movePosition(QTextCursor::End);
        at.setPosition(2, QTextCursor::KeepAnchor);
        plain->setTextCursor(at); // from its end to behind a mark
        f.page()->editor()->showEntry(holds);
        f.settle();
        QCOMPARE(plain->toPlainText(), holds.plain);
        at = QTextCursor(plain->document());
        at.setPosition(1);
        QVERIFY(!at.charFormat().fontUnderline());
        f.feed.putEntry(holds);
        // Of two who wrote from one version the second cannot be published any more.
        draft.entry.plain = u"材料齐全\n当天办结。免费。"_s;
        f.feed.putEntryDraft(draft);
        f.settle();
        f.press(u"Look"_s);
        QVERIFY(plain->toPlainText().contains(u"↵"_s)); // a break that came is seen
        draft.entry.plain = u"材料齐全当天办结。"_s;
        holds.version = 4;
        f.feed.putEntry(holds);
        f.settle();
        QVERIFY(f.says(u"It was written from v3, and v4 was published since."_s));
        QVERIFY(!f.button(u"Publish"_s)->isEnabled());
        f.feed.withdraw(holds.id);
        // A new entry replaces nothing.
        client::EntryDraftRow fresh = f.draft(u"注销要几天"_s);
        f.feed.putEntryDraft(fresh);
        f.settle();
        f.press(u"Look"_s);
        QVERIFY(!f.button(u"What changes"_s));
        QCOMPARE(plain->toPlainText(), fresh.entry.plain);
    }

    /// What ends, is to be looked at again, or begins soon stands by itself, the nearest day first.
    void whatEndsOrBeginsSoonIsChosen()
    {
        Fixture f({Role::KbAuthor});
        const LocalDate today = dateOf(f.feed.serverNow());
        const auto put = [&](const QString &id, int from, std::optional<int> to, std::optional<int> look) {
            client::EntryRow row;
            row.id = EntryId(id);
            row.unit = f.feed.me().unit;
            row.state = EntryState::Approved;
            row.title = u"条目 "_s + id;
            row.plain = u"按规定办理。"_s;
            row.from = toIso(today + std::chrono::days(from));
            row.to = to ? toIso(today + std::chrono::days(*to)) : QString();
            row.reviewDue = look ? toIso(today + std::chrono::days(*look)) : QString();
            f.feed.putEntry(row);
        };
        put(u"END30"_s, -10, 30, {});
        put(u"END31"_s, -10, 31, {}); // not soon
        put(u"END2"_s, -10, 2, {});
        put(u"LATE"_s, -10, {}, -5); // should have been looked at
        put(u"LOOK9"_s, -10, {}, 9);
        put(u"BOTH"_s, -10, 29, -7); // the nearer day counts
        put(u"NEXT"_s, 1, {}, 2); // begins tomorrow
        put(u"GONE"_s, -10, -1, {});
        auto *choice = f.page()->list()->choice();
        const auto titlesOf = [&](const QString &which) {
            choice->setCurrentText(which);
            emit choice->activated(choice->currentIndex());
            f.settle();
            QStringList titles;
            for (int row = 0; row < f.page()->list()->list()->count(); ++row)
                if (const QString title = f.page()->list()->list()->item(row)->text(); title.startsWith(u"条目 "_s))
                    titles.append(title.mid(3));
            return titles;
        };
        QCOMPARE(titlesOf(u"Near their end"_s), (QStringList{u"BOTH"_s, u"LATE"_s, u"END2"_s, u"LOOK9"_s, u"END30"_s}));
        QCOMPARE(titlesOf(u"Not in force yet"_s), QStringList{u"NEXT"_s});
        f.feed.withdraw(EntryId(u"NEXT"_s));
        for (const client::EntryRow &row : sampleEntries())
            if (row.from > toIso(today))
                f.feed.withdraw(row.id);
        f.settle();
        QVERIFY(f.says(u"none to begin"_s)); // of an empty list it is said why
        QVERIFY(titlesOf(u"All entries"_s).contains(u"END31"_s));
    }

    void somebodyElseWhoWritesTheSameIsSaid()
    {
        Fixture f({Role::KbAuthor});
        f.press(u"New entry"_s);
        f.named<QLineEdit>(u"Question"_s)->setText(u"歇业备案要几天"_s);
        client::EntryDraftRow other = f.draft(u"歇业备案多久"_s, EntryState::Draft);
        other.entry.id = EntryId(f.page()->editor()->entryId());
        other.id = protocol::draftId(other.entry.id, other.author);
        f.feed.putEntryDraft(other);
        f.settle();
        QVERIFY(f.says(u"示例编写44 writes about it, too"_s));
        QCOMPARE(f.named<QLineEdit>(u"Question"_s)->text(), u"歇业备案要几天"_s);
    }

    void whatIsOwedIsTakenAndAnswered()
    {
        Fixture f({Role::KbAuthor});
        f.feed.putTask(f.task(domain::TaskKind::Wording, u"歇业备案能异地办吗"_s, 96h));
        f.feed.putTask(f.task(domain::TaskKind::Wording, u"早就该答的"_s, -30h));
        f.settle();
        QVERIFY(f.says(u"Answers owed  2"_s));
        QVERIFY(f.says(u"歇业备案能异地办吗"_s));
        QCOMPARE(models::daysLeft(f.window->desk().bench.tasks.rows()[0], f.feed.serverNow()), -1); // the late one stands first
        f.press(u"Take"_s);
        QVERIFY(f.says(u"sees to it"_s));
        f.press(u"Answer"_s);
        QVERIFY(f.says(u"Asked: 早就该答的"_s));
        QVERIFY(f.named<QLineEdit>(u"Question"_s)->text().isEmpty()); // an entry says it its own way
        f.named<QLineEdit>(u"Question"_s)->setText(u"扩岗补助什么时候截止"_s);
        f.named<QPlainTextEdit>(u"Plain"_s)->setPlainText(u"可以。"_s);
        f.press(u"Send to review"_s);
        QCOMPARE(f.window->desk().bench.entryDrafts.rows()[0].tasks, (std::vector<TaskId>{TaskId(u"T-早就该答的"_s)}));
        f.press(u"Answer"_s); // goes on with what was begun
        QCOMPARE(f.named<QLineEdit>(u"Question"_s)->text(), u"扩岗补助什么时候截止"_s);
    }

    void aCorrectionOpensTheEntryThatIsWrong()
    {
        Fixture f({Role::KbAuthor});
        client::TaskRow task = f.task(domain::TaskKind::Correction, u"收费标准过时了"_s, 96h);
        task.entry = EntryId(u"QA0008"_s);
        task.state = domain::TaskState::Taken;
        task.takenBy = f.feed.me().id;
        f.feed.putTask(task);
        f.settle();
        f.press(u"Answer"_s);
        QCOMPARE(f.page()->editor()->entryId(), u"QA0008"_s);
        QVERIFY(f.named<QLineEdit>(u"Question"_s)->text().contains(u"原法人不配合签字"_s));
    }

    void anEntryIsWithdrawnWithAReason()
    {
        Fixture f({Role::KbReviewer});
        f.page()->list()->field()->setText(u"原法人不配合签字"_s);
        f.settle();
        f.choose(0);
        f.press(u"Withdraw"_s);
        auto *dialog = f.window->findChild<ui::ReasonDialog *>();
        QVERIFY(dialog);
        for (QPushButton *one : dialog->findChildren<QPushButton *>())
            if (one->isDefault())
                one->click();
        f.settle();
        QVERIFY(!f.feed.calls.contains(u"withdrawEntry"_s)); // not without one
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"规定改了"_s);
        for (QPushButton *one : dialog->findChildren<QPushButton *>())
            if (one->isDefault())
                one->click();
        f.settle();
        QVERIFY(f.feed.calls.contains(u"withdrawEntry"_s));
    }
};

QTEST_MAIN(TestKnowledgePage)
#include "tst_knowledge_page.moc"
