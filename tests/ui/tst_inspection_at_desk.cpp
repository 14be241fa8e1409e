// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge_fixture.h"
#include "ui/inspection_dialog.h"
#include "ui/inspection_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::InspectionFault, domain::InspectionState, domain::Role;

/// 巡检找茬 at the desk. \source duty 88
class TestInspectionAtDesk : public QObject {
    Q_OBJECT

private:
    struct Fixture : KnowledgeFixture {
        explicit Fixture(const std::vector<Role> &roles = {Role::KbReviewer}) : KnowledgeFixture(roles)
        {
            for (QToolButton *one : page()->findChildren<QToolButton *>())
                if (one->accessibleName() == u"Rounds of inspection"_s)
                    one->click();
            settle();
            dialog = window->findChild<ui::InspectionDialog *>();
        }
        [[nodiscard]] QPushButton *in(const QString &text) const
        {
            for (QPushButton *one : dialog->findChildren<QPushButton *>())
                if (one->text() == text)
                    return one;
            return nullptr;
        }
        void click(const QString &text)
        {
            QPushButton *one = in(text);
            QVERIFY2(one && one->isVisible() && one->isEnabled(), qPrintable(text));
            one->click();
            settle();
        }
        [[nodiscard]] bool tells(const QString &words) const
        {
            const auto labels = dialog->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *one) { return one->isVisible() && one->text().contains(words); });
        }
        [[nodiscard]] const client::InspectionRow &round() const { return window->desk().bench.inspections.rows().front(); }
        [[nodiscard]] EntryId shown() const { return dialog->findChild<ui::InspectionSheet *>()->entry(); }
        void draw()
        {
            auto *counts = dialog->findChildren<QComboBox *>().last();
            counts->setCurrentIndex(0);
            click(u"Draw a round"_s);
        }
        ui::InspectionDialog *dialog = nullptr;
    };

private slots:
    void oneIsReadAfterTheOther()
    {
        Fixture f;
        QVERIFY(f.dialog);
        QVERIFY(f.tells(u"No round was drawn yet"_s));
        f.draw();
        QCOMPARE(f.round().entries.size(), 10U);
        QVERIFY(f.tells(u"0 of 10 read"_s));
        QVERIFY(!f.in(u"Draw a round"_s)->isEnabled()); // one after the other
        const EntryId first = f.round().entries[0].entry;
        QCOMPARE(f.shown(), first);
        QVERIFY(f.dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"【Plain】"_s));
        f.click(u"In order"_s);
        QCOMPARE(f.round().entries[0].state, InspectionState::Passed);
        QVERIFY(f.tells(u"1 of 10 read · 1 in order, 0 with faults · score 100.0 %"_s));
        QCOMPARE(f.shown(), f.round().entries[1].entry); // the next one is there already
    }

    void aFaultNeedsItsKindAndItsWords()
    {
        Fixture f;
        f.draw();
        f.click(u"Has faults"_s);
        QVERIFY(f.tells(u"Tick what kind of fault"_s));
        const auto boxes = f.dialog->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 5);
        boxes[int(InspectionFault::Outdated)]->setChecked(true);
        f.click(u"In order"_s);
        QVERIFY(f.tells(u"A fault is ticked"_s));
        QCOMPARE(f.round().entries[0].state, InspectionState::Open);
        auto *note = f.dialog->findChild<ui::InspectionSheet *>()->findChild<QLineEdit *>();
        note->setText(u"依据已废止"_s);
        QTest::keyClick(note, Qt::Key_Return);
        f.settle();
        QCOMPARE(f.round().entries[0].faults, std::vector{InspectionFault::Outdated});
        QCOMPARE(f.round().entries[0].note.text, u"依据已废止"_s);
        QVERIFY(!boxes[int(InspectionFault::Outdated)]->isChecked()); // of the next one nothing is said
        QVERIFY(note->text().isEmpty());
    }

    void whatWasWithdrawnIsSetAside()
    {
        Fixture f;
        f.draw();
        f.feed.withdraw(f.shown());
        f.settle();
        QVERIFY(f.dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"withdrawn since"_s));
        QVERIFY(!f.in(u"Has faults"_s)->isEnabled());
        QVERIFY(f.in(u"Set aside"_s)->isEnabled());
    }

    void whatChangesUnderTheReaderIsReadAgain()
    {
        Fixture f;
        f.draw();
        client::EntryRow row;
        for (const client::EntryRow &one : sampleEntries())
            if (one.id == f.shown())
                row = one;
        row.version += 1;
        row.plain = u"两个工作日办好。"_s;
        f.feed.putEntry(row);
        f.settle();
        QVERIFY(f.dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(row.plain));
        f.click(u"In order"_s);
        QVERIFY(f.tells(u"Read it again"_s));
        QCOMPARE(f.round().entries[0].state, InspectionState::Open);
        f.click(u"In order"_s);
        QCOMPARE(f.round().entries[0].state, InspectionState::Passed);
    }

    void aRefusalIsSaidAndTheWordsStay()
    {
        Fixture f;
        f.draw();
        f.feed.refuseNext = ErrorCode::OwnReview;
        const EntryId first = f.shown();
        f.click(u"In order"_s);
        QCOMPARE(f.shown(), first);
        QVERIFY(f.in(u"In order"_s)->isEnabled());
        QVERIFY(f.tells(u"own"_s));
    }

    void allReadEndsIt()
    {
        Fixture f;
        f.draw();
        for (int i = 0; i < 10; ++i)
            f.click(u"In order"_s);
        QVERIFY(f.round().closedAt);
        QVERIFY(f.tells(u"10 of 10 read · 10 in order, 0 with faults · score 100.0 % · closed"_s));
        QVERIFY(!f.in(u"In order"_s)->isVisible());
        QVERIFY(f.in(u"Draw a round"_s)->isEnabled());
        f.dialog->accept();
        f.settle();
        QVERIFY(f.says(u"10 of 10 read"_s)); // in the column, too
    }

    void whoMayNotInspectReads()
    {
        Fixture f({Role::KbAuthor});
        client::InspectionRow round;
        round.id = InspectionId(u"r1"_s);
        round.unit = f.feed.me().unit;
        round.openedAt = f.feed.serverNow();
        const client::EntryRow row = sampleEntries().front();
        round.entries.push_back({row.id, row.version, row.title, {}, {}, {}, {}, {}, {}, {}});
        f.feed.putInspection(round);
        f.settle();
        QCOMPARE(f.shown(), row.id);
        for (const QString &text : {u"Draw a round"_s, u"In order"_s, u"Has faults"_s, u"End the round"_s})
            QVERIFY2(!f.in(text)->isVisible(), qPrintable(text));
    }

    void withoutALineNothingIsJudged()
    {
        Fixture f;
        f.draw();
        f.feed.setLine(client::LineState::Reconnecting);
        f.settle();
        QVERIFY(f.tells(u"there is no line now"_s));
        QVERIFY(!f.in(u"In order"_s)->isVisible());
        QVERIFY(!f.in(u"End the round"_s)->isEnabled());
        f.feed.setLine(client::LineState::Online);
        f.settle();
        QVERIFY(f.in(u"In order"_s)->isVisible());
    }
};

QTEST_MAIN(TestInspectionAtDesk)
#include "tst_inspection_at_desk.moc"
