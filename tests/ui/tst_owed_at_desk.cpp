// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge_fixture.h"
#include "ui/policy_dialog.h"
#include "ui/question_list.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::Role;

/// 知识库: what is owed, by whom and until when; how an entry was asked for, and what speaks against it.
class TestOwedAtDesk : public QObject {
    Q_OBJECT

private:
    using Fixture = KnowledgeFixture;

private slots:
    /// Those that ask the same are one line; an editor puts one with another, and takes one out.
    void questionsThatAskTheSameStandTogether()
    {
        Fixture f({Role::KbAuthor});
        client::TaskRow first = f.task(domain::TaskKind::Wording, u"歇业备案能异地办吗"_s, 90h), second = f.task(domain::TaskKind::Wording, u"请问歇业备案可以异地办吗"_s, 96h);
        first.group = second.group = first.id;
        for (const client::TaskRow &task : {first, second, f.task(domain::TaskKind::Wording, u"分公司歇业要备案吗"_s, 97h), f.task(domain::TaskKind::Wording, u"食品许可怎么延续"_s, 98h)})
            f.feed.putTask(task);
        f.settle();
        QVERIFY(f.says(u"Answers owed  3"_s));
        QVERIFY(!f.says(u"请问歇业备案可以异地办吗"_s));
        const auto tool = [&](const QString &words) -> QToolButton * {
            for (QToolButton *one : f.page()->findChildren<QToolButton *>())
                if (one->isVisible() && (one->text().startsWith(words) || one->accessibleName() == words))
                    return one;
            return nullptr;
        };
        QVERIFY(tool(u"2 asked"_s));
        tool(u"2 asked"_s)->click();
        f.settle();
        QVERIFY(f.says(u"请问歇业备案可以异地办吗"_s));
        QVERIFY(tool(u"2 asked"_s)); // it stays open, and can be closed

        tool(u"More"_s)->click();
        QMenu *into = nullptr;
        for (QMenu *one : f.page()->findChildren<QMenu *>())
            if (one->title() == u"Asks the same as"_s)
                into = one;
        QVERIFY(into);
        QCOMPARE(into->actions().size(), 2);
        QCOMPARE(into->actions()[0]->text(), u"分公司歇业要备案吗"_s); // most words in common
        into->actions()[0]->trigger();
        f.settle();
        QVERIFY(f.says(u"Answers owed  2"_s));
        tool(u"3 asked"_s)->click(); // the question has another name now
        f.settle();
        f.press(u"Asks something else"_s);
        QVERIFY(f.says(u"Answers owed  3"_s));
    }

    /// 政策“打架”: the sample office's drill.
    void entriesThatContradictEachOtherAreListed()
    {
        Fixture f({Role::KbAuthor});
        QComboBox *choice = f.page()->list()->choice();
        choice->setCurrentText(u"May contradict each other"_s);
        emit choice->activated(choice->currentIndex());
        f.settle();
        QListWidget *list = f.page()->list()->list();
        QCOMPARE(list->count(), 3);
        QVERIFY(list->item(0)->text().contains(u"食品经营许可"_s));
        f.choose(0);
        QVERIFY(f.says(u"May contradict what holds now. It says"_s));
        f.press(u"Change"_s);
        f.named<QPlainTextEdit>(u"Plain"_s)->setPlainText(u"到期前30个工作日之前来办延续。"_s);
        f.named<QPlainTextEdit>(u"Official"_s)->setPlainText(u"应当在许可有效期届满30个工作日前提出延续申请。"_s);
        f.window->showPage(ui::Page::Settings); // it is kept, and looked at again
        f.window->showPage(ui::Page::Knowledge);
        f.settle();
        QVERIFY(f.says(u"It says 30个工作日"_s));
    }

    /// One click makes a way that people asked it one by which it is found.
    void howPeopleAskedBecomesAnAlias()
    {
        Fixture f({Role::KbAuthor});
        protocol::PastVersion first, second;
        first.row.id = second.row.id = EntryId(u"QA0008"_s);
        first.row.version = 1;
        first.row.title = second.row.title = u"原法人不配合签字"_s;
        first.row.plain = u"三天办好。"_s;
        second.row.version = 2;
        f.feed.past.versions = {second, first};
        f.feed.past.asked = {{u"老法人失联了怎么换"_s, 3}};
        f.feed.past.told = 4;
        f.page()->list()->field()->setText(u"原法人不配合签字"_s);
        f.settle();
        f.choose(0);
        QVERIFY(!f.says(u"老法人失联了怎么换"_s));
        f.press(u"How people asked it, and its versions"_s);
        QVERIFY(f.says(u"老法人失联了怎么换  × 3"_s));
        QVERIFY(f.says(u"told in 4 cases"_s));
        f.press(u"Compare"_s);
        QVERIFY(f.named<QPlainTextEdit>(u"Plain"_s)->toPlainText().contains(u"三天办好"_s));
        f.press(u"What changes"_s); // as it is
        QVERIFY(!f.named<QPlainTextEdit>(u"Plain"_s)->toPlainText().contains(u"三天办好"_s));
        f.press(u"Another way to ask it"_s);
        const auto aliases = [&] { return f.named<QPlainTextEdit>(u"Other ways to ask it"_s)->toPlainText().split(u'\n'); };
        QVERIFY(aliases().contains(u"老法人失联了怎么换"_s));
        const auto count = aliases().size();
        f.press(u"How people asked it, and its versions"_s);
        f.press(u"Another way to ask it"_s);
        QCOMPARE(aliases().size(), count);
        f.window->showPage(ui::Page::Settings);
        QVERIFY(f.window->desk().bench.entryDrafts.rows()[0].entry.aliases.contains(u"老法人失联了怎么换"_s));
    }

    void aPolicyIsRegisteredAndItsAnswersAreWritten()
    {
        Fixture f({Role::KbAuthor});
        for (QToolButton *one : f.page()->findChildren<QToolButton *>())
            if (one->accessibleName() == u"Register a policy"_s)
                one->click();
        auto *dialog = f.window->findChild<ui::PolicyDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const auto confirm = [&] {
            for (QPushButton *one : dialog->findChildren<QPushButton *>())
                if (one->isDefault())
                    one->click();
            f.settle();
        };
        confirm();
        QVERIFY(dialog->isVisible()); // it has no title
        dialog->findChild<QLineEdit *>()->setText(u"企业登记新规 沪市监〔2026〕9号"_s);
        dialog->findChild<QDateEdit *>()->setDate(QDate(2026, 12, 15));
        confirm();
        QVERIFY(f.says(u"Policies to begin  1"_s));
        QVERIFY(f.says(u"in force from 2026-12-15 · 0 answers in"_s));
        f.press(u"Take"_s);
        f.press(u"Answer"_s);
        QCOMPARE(f.named<QLineEdit>(u"In force from"_s)->text(), u"2026-12-15"_s);
        QCOMPARE(f.named<QLineEdit>(u"Document and article"_s)->text(), u"企业登记新规 沪市监〔2026〕9号"_s);
        f.named<QLineEdit>(u"Question"_s)->setText(u"什么时候施行"_s);
        f.press(u"Send to review"_s);
        f.press(u"Answer"_s); // the next one, not the one that waits for a reviewer
        QVERIFY(f.named<QLineEdit>(u"Question"_s)->text().isEmpty());
    }

    /// For the meeting: one line a question, and no number of a citizen.
    void whatIsOwedIsWrittenIntoATable()
    {
        Fixture f({Role::KbAuthor});
        const ui::Desk &desk = f.window->desk();
        client::TaskRow first = f.task(domain::TaskKind::Wording, u"我电话138 1234 5678，歇业备案能异地办吗"_s, 90h), second = f.task(domain::TaskKind::Wording, u"=1+1"_s, 96h);
        first.group = second.group = first.id;
        second.unit = NodeId(u"BM18"_s);
        client::TaskRow alone = f.task(domain::TaskKind::Wording, u"第35条怎么理解"_s, 97h);
        for (const client::TaskRow &task : {first, second, alone})
            f.feed.putTask(task);
        f.settle();
        using Which = ui::QuestionList::Which;
        const auto owed = ui::QuestionList::table(desk, Which::Owed), agenda = ui::QuestionList::table(desk, Which::Agenda);
        QCOMPARE(owed.size(), 3); // with the head
        QCOMPARE(agenda.size(), 2);
        for (const auto &row : owed)
            QCOMPARE(row.size(), owed[0].size());
        QCOMPARE(agenda[1][1], u"我电话******，歇业备案能异地办吗"_s);
        QCOMPARE(agenda[1][2], u"2"_s);
        QVERIFY(agenda[1][3].contains(u'、'));
        QVERIFY(agenda[1].last().contains(u"=1+1"_s));
        QCOMPARE(owed[2][1], u"第35条怎么理解"_s);
    }
};

QTEST_MAIN(TestOwedAtDesk)
#include "tst_owed_at_desk.moc"
