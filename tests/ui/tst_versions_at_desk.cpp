// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge_fixture.h"
#include "ui/error_words.h"
#include "ui/rates_dialog.h"
#include "ui/reason_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QToolButton>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::EntryState, domain::Role;

/// 知识库: versions that wait for their day, and how well the entries serve.
class TestVersionsAtDesk : public QObject {
    Q_OBJECT

private:
    using Fixture = KnowledgeFixture;

    static client::EntryDraftRow waiting(const Fixture &f, const StaffId &author = StaffId(u"SF044"_s))
    {
        client::EntryDraftRow row = f.draft(u"歇业备案要几天"_s, EntryState::Scheduled);
        row.entry.from = u"2099-01-01"_s;
        row.author = author;
        row.id = protocol::scheduledId(row.entry.id, row.entry.from);
        row.reviewer = StaffId(u"SF045"_s);
        row.reviewerName = u"示例审核45"_s;
        return row;
    }

private slots:
    void whatWaitsIsSeenAndCanBeGivenBack()
    {
        Fixture f({Role::KbReviewer});
        QComboBox *choice = f.page()->list()->choice();
        choice->setCurrentIndex(2); // not in force yet
        emit choice->activated(2);
        f.settle();
        const int before = f.page()->list()->list()->count();
        f.feed.putEntryDraft(waiting(f));
        f.settle();
        QCOMPARE(f.page()->list()->list()->count(), before + 1);
        QVERIFY(f.says(u"Versions to begin  1"_s));
        QVERIFY(f.says(u"To be reviewed  0"_s));
        f.press(u"Look"_s);
        QVERIFY(f.says(u"begins on 2099-01-01 · written by 示例编写44, let pass by 示例审核45"_s));
        QVERIFY(!f.button(u"Publish"_s));
        QVERIFY(f.named<QLineEdit>(u"Question"_s)->isReadOnly());
        f.press(u"Give back"_s);
        auto *dialog = f.window->findChild<ui::ReasonDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"施行日推迟了"_s);
        for (QPushButton *one : dialog->findChildren<QPushButton *>())
            if (one->isDefault())
                one->click();
        f.settle();
        QVERIFY(!f.says(u"Versions to begin"_s));
        QCOMPARE(f.window->desk().bench.entryDrafts.rows().size(), 1U);
        QCOMPARE(f.window->desk().bench.entryDrafts.rows()[0].entry.state, EntryState::Draft);
    }

    /// Who wrote it does not write on in it, and is told of it where they read what holds, or change that.
    void itsAuthorReadsIt()
    {
        Fixture f({Role::KbAuthor});
        client::EntryRow holds;
        holds.state = EntryState::Approved;
        holds.id = EntryId(u"N1"_s);
        holds.unit = f.feed.me().unit;
        holds.title = u"歇业备案要多久"_s;
        holds.plain = u"当天办结。"_s;
        holds.from = u"2026-01-01"_s;
        f.feed.putEntry(holds);
        const client::EntryDraftRow own = waiting(f, f.feed.me().id);
        f.feed.putEntryDraft(own);
        f.settle();
        f.page()->editor()->showEntry(holds);
        f.settle();
        QVERIFY(f.says(u"another version begins on 2099-01-01"_s));
        f.press(u"Change"_s);
        f.named<QPlainTextEdit>(u"Plain"_s)->setPlainText(u"当天办结，不收费。"_s);
        QVERIFY(f.says(u"another version begins on 2099-01-01"_s));
        f.press(u"Look"_s); // the one that waits
        QVERIFY(f.named<QLineEdit>(u"Question"_s)->isReadOnly());
        QVERIFY(f.named<QPlainTextEdit>(u"Plain"_s)->isReadOnly());
        QVERIFY(!f.says(u"another version"_s));
        QVERIFY(!f.button(u"Give back"_s)); // who reviews does
        const auto kept = f.window->desk().bench.entryDrafts.rows();
        QCOMPARE(kept.size(), 2U); // what was begun is kept beside it
        QVERIFY(std::ranges::any_of(kept, [](const client::EntryDraftRow &row) { return row.entry.plain == u"当天办结，不收费。"_s; }));
    }

    void aReviewerIsToldWhenItBegins()
    {
        Fixture f({Role::KbReviewer});
        client::EntryDraftRow draft = f.draft(u"歇业备案要几天"_s);
        draft.entry.from = u"2099-01-01"_s;
        f.feed.putEntryDraft(draft);
        f.settle();
        f.press(u"Look"_s);
        f.press(u"Publish"_s);
        QVERIFY(f.says(u"Let pass: it begins on 2099-01-01."_s));
    }

    void ratesAreSharesWithWhatTheyAreOf()
    {
        Fixture f({Role::KbAuthor});
        const NodeId unit = f.feed.me().unit;
        f.feed.rates.rows = {{unit, u"2026-11-23"_s, 8, 4, 3, 5, 0, 0}};
        f.feed.rates.gaps = {{RequestId(u"R1"_s), unit, u"企业法定代表人变更登记"_s, u"可以请人代签吗"_s, true, f.feed.serverNow()}};
        f.feed.rates.assistant = {{u"2026-11-23"_s, 6, 1, 3, 7}};
        for (QToolButton *one : f.page()->findChildren<QToolButton *>())
            if (one->accessibleName() == u"Save as a list"_s)
                one->click();
        QAction *rates = nullptr;
        for (QMenu *menu : f.page()->findChildren<QMenu *>())
            for (QAction *action : menu->actions())
                if (action->text() == u"Hit, miss and wrong answers…"_s)
                    rates = action;
        QVERIFY(rates);
        rates->trigger();
        f.settle();
        auto *dialog = f.window->findChild<ui::RatesDialog *>();
        QVERIFY(dialog);
        QVERIFY(f.feed.calls.contains(u"fetchRates"_s));
        const auto tables = dialog->findChildren<QTableWidget *>();
        QCOMPARE(tables.size(), 3); // entries, the assistant, cases behind
        const auto cell = [&](int table, int column) { return tables[table]->item(0, column)->text(); };
        QCOMPARE(cell(0, 0), u"2026-11-23"_s);
        QCOMPARE(cell(0, 2), u"75.0 % (3 / 4)"_s);
        QCOMPARE(cell(0, 3), u"62.5 % (5 / 8)"_s);
        QCOMPARE(cell(0, 4), u"–"_s); // of nothing
        QCOMPARE(cell(1, 1), u"60.0 % (6 / 10)"_s);
        QCOMPARE(cell(1, 4), u"7"_s);
        QCOMPARE(cell(2, 2), u"可以请人代签吗"_s);
        QCOMPARE(cell(2, 4), u"cannot answer"_s);
        f.feed.rates = {};
        QComboBox *weeks = dialog->findChild<QComboBox *>();
        weeks->setCurrentIndex(2);
        emit weeks->activated(2);
        f.settle();
        QCOMPARE(tables[0]->rowCount(), 0);
        QCOMPARE(tables[1]->rowCount(), 0);
        QCOMPARE(tables[2]->rowCount(), 0);
        emit f.feed.ratesRefused({ErrorCode::Busy, {}});
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *one) { return one->text() == ui::errorWords({ErrorCode::Busy, {}}); }));
    }
};

QTEST_MAIN(TestVersionsAtDesk)
#include "tst_versions_at_desk.moc"
