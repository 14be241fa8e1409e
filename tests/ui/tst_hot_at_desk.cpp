// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge_fixture.h"
#include "ui/hot_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTableWidget>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::Role;

/// 今日热点 and 没有问答的事项 at the desk. \source duties 38, 41 and 85
class TestHotAtDesk : public QObject {
    Q_OBJECT

private:
    struct Fixture : KnowledgeFixture {
        explicit Fixture(const std::vector<Role> &roles = {Role::KbReviewer}) : KnowledgeFixture(roles)
        {
            const NodeId unit = feed.me().unit;
            feed.hot = {u"2026-11-25"_s, 40, {{unit, u"企业法定代表人变更登记"_s, u"变更法定代表人，原法人不配合签字怎么办"_s, 12, {RequestId(u"r1"_s), RequestId(u"r2"_s)}},
                                              {unit, u"公积金"_s, u"公积金缴存基数怎么定"_s, 5, {}}}};
            dialog = new ui::HotDialog(window->desk(), window.get());
            dialog->open();
            settle();
        }
        [[nodiscard]] QPushButton *sender() const
        {
            for (QPushButton *one : dialog->findChildren<QPushButton *>())
                if (one->text().startsWith(u"Send to"_s))
                    return one;
            return nullptr;
        }
        [[nodiscard]] bool tells(const QString &words) const
        {
            const auto labels = dialog->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *one) { return one->text().contains(words); });
        }
        void send()
        {
            sender()->click();
            auto *asked = dialog->findChild<QMessageBox *>();
            QVERIFY(asked);
            for (QAbstractButton *one : asked->buttons())
                if (one->text() == u"Send"_s)
                    one->click();
            settle();
        }
        ui::HotDialog *dialog = nullptr;
    };

private slots:
    void theAnswerIsThereAndGoesToAllWhoWait()
    {
        Fixture f;
        auto *table = f.dialog->findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 0)->text(), u"12"_s);
        QCOMPARE(table->item(0, 1)->text(), u"2"_s);
        QVERIFY(f.tells(u"In 40 requests of today"_s));
        auto *entries = f.dialog->findChild<QListWidget *>();
        QVERIFY(entries->count() > 0);
        QVERIFY(entries->item(0)->text().contains(u"不配合签字"_s));
        QVERIFY(!f.dialog->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
        QCOMPARE(f.sender()->text(), u"Send to 2 who wait"_s);
        f.send();
        QCOMPARE(f.feed.calls.count(u"answerHot"_s), 1);
        QVERIFY(f.tells(u"Sent to 2 who wait"_s));
        QVERIFY(!f.sender()->isEnabled()); // nobody waits any more
        QCOMPARE(table->item(0, 1)->text(), u"0"_s);
    }

    void whereNobodyWaitsNothingIsSent()
    {
        Fixture f;
        f.dialog->findChild<QTableWidget *>()->setCurrentCell(1, 0);
        f.settle();
        QVERIFY(f.dialog->findChild<QLineEdit *>()->text().contains(u"公积金"_s)); // looked for with its own words
        QVERIFY(!f.sender()->isEnabled());
    }

    void whatThePersonLooksForStaysWhenItIsCountedAgain()
    {
        Fixture f;
        auto *field = f.dialog->findChild<QLineEdit *>();
        field->setText(u"住所"_s);
        emit field->textEdited(u"住所"_s);
        f.settle();
        for (QPushButton *one : f.dialog->findChildren<QPushButton *>())
            if (one->text() == u"Count again"_s)
                one->click();
        f.settle();
        QCOMPARE(field->text(), u"住所"_s);
        QVERIFY(f.dialog->findChild<QListWidget *>()->item(0)->text().contains(u"住所"_s));
    }

    /// What is about to be sent is one question's answer to that question's people, or nothing.
    void anotherQuestionHasNoAnswerUntilOneIsFound()
    {
        Fixture f;
        f.feed.hot.rows[1].waiting = {RequestId(u"r9"_s)};
        f.dialog->findChild<QTableWidget *>()->setCurrentCell(1, 0);
        QVERIFY(!f.sender()->isEnabled()); // the first one's answer is gone at once
        QVERIFY(f.dialog->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    }

    void theChosenAnswerStaysWhenOthersArePublished()
    {
        Fixture f;
        auto *entries = f.dialog->findChild<QListWidget *>();
        QVERIFY(entries->count() > 2);
        entries->setCurrentRow(2);
        const QString chosen = entries->currentItem()->text();
        emit f.feed.knowledgeChanged({100, 100, {}});
        f.settle();
        QCOMPARE(entries->currentItem()->text(), chosen);
    }

    void aCitizensWordsAreNoMarkup()
    {
        Fixture f;
        f.sender()->click();
        QCOMPARE(f.dialog->findChild<QMessageBox *>()->textFormat(), Qt::PlainText);
    }

    void aRefusalIsSaid()
    {
        Fixture f;
        f.feed.refuseNext = ErrorCode::OtherVersion;
        f.send();
        QVERIFY(!f.tells(u"Sent to"_s));
        QVERIFY(f.sender()->isEnabled());
    }

    void whoOnlyWritesLooksAndSendsNothing()
    {
        Fixture f({Role::KbAuthor});
        QVERIFY(!f.sender()->isVisible());
    }

    /// A guide goes online with its questions and answers.
    void anItemWithoutAnAnswerIsListedAndWritten()
    {
        KnowledgeFixture f({Role::KbAuthor});
        client::ItemRow item;
        item.id = ItemId(u"IT-NEW"_s);
        item.code = u"X-1"_s;
        item.name = u"歇业备案（新上线）"_s;
        item.unit = f.feed.me().unit;
        item.chat = true;
        item.validFrom = u"2099-01-01"_s;
        f.feed.putItem(item);
        client::ItemRow others = item; // another unit's
        others.id = ItemId(u"IT-OTHERS"_s);
        others.unit = NodeId(u"D02"_s);
        others.name = u"别家的事项"_s;
        f.feed.putItem(others);
        QComboBox *choice = f.page()->list()->choice();
        choice->setCurrentIndex(choice->count() - 1);
        emit choice->activated(choice->currentIndex());
        f.settle();
        QListWidget *list = f.page()->list()->list();
        QStringList names;
        for (int i = 0; i < list->count(); ++i)
            names.append(list->item(i)->text());
        QVERIFY(names.contains(item.name));
        QVERIFY(!names.contains(others.name));
        QVERIFY(!names.contains(u"企业法定代表人变更登记"_s)); // it has some
        f.choose(int(names.indexOf(item.name)));
        QCOMPARE(f.named<QComboBox>(u"Item"_s)->currentData().toString(), item.id.value);
        QVERIFY(!f.named<QLineEdit>(u"Question"_s)->isReadOnly());
    }
};

QTEST_MAIN(TestHotAtDesk)
#include "tst_hot_at_desk.moc"
