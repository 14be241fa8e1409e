// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"
#include "tests/ui/knowledge_fixture.h"
#include "ui/entry_import_dialog.h"

#include <QTableWidget>
#include <QToolButton>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::Role;

/// 知识库: entries out of a table.
class TestImportAtDesk : public QObject {
    Q_OBJECT

private slots:
    void whatATableWouldDoIsSeenBeforeItIsDone()
    {
        KnowledgeFixture f({Role::KbAuthor});
        client::EntryRow holds;
        holds.id = EntryId(u"N1"_s);
        holds.state = domain::EntryState::Approved;
        holds.unit = f.feed.me().unit;
        holds.title = u"歇业备案要几天"_s;
        holds.plain = u"当天办好。"_s;
        holds.from = u"2026-01-01"_s;
        f.feed.putEntry(holds);
        f.settle();
        QToolButton *bring = f.named<QToolButton>(u"Entries from a table"_s);
        QVERIFY(bring && bring->isEnabled());
        bring->click();
        auto *dialog = f.window->findChild<ui::EntryImportDialog *>();
        QVERIFY(dialog);
        QPushButton *send = nullptr;
        for (QPushButton *one : dialog->findChildren<QPushButton *>())
            if (one->text().startsWith(u"Send"_s))
                send = one;
        QVERIFY(send && !send->isEnabled());
        dialog->load(u"条目.csv"_s, toCsv({{u"编号"_s, u"问题"_s, u"大白话"_s, u"施行日"_s},
                                           {u"N1"_s, u"歇业备案要几天"_s, u"三天办好。"_s, QString()},
                                           {u"N1"_s, QString(), QString(), QString()},
                                           {QString(), u"增资要改章程吗"_s, u"要改。"_s, u"明年"_s},
                                           {QString(), u"减资要公告吗"_s, u"要公告。"_s, QString()}}));
        f.settle();
        auto *list = dialog->findChild<QTableWidget *>();
        QCOMPARE(list->rowCount(), 4);
        const auto cell = [&](int row, int column) { return list->item(row, column)->text(); };
        QCOMPARE(cell(0, 1), u"changed"_s);
        QCOMPARE(cell(0, 3), u"changes 大白话 of v1"_s);
        QCOMPARE(cell(1, 3), u"stands in the file twice"_s);
        QCOMPARE(cell(2, 3), u"施行日 is no day like 2026-12-01"_s);
        QCOMPARE(cell(3, 1), u"new"_s);
        QVERIFY(f.window->desk().bench.entryDrafts.rows().empty()); // nothing was done yet
        QVERIFY(send->isEnabled());
        QCOMPARE(send->text(), u"Send 2 to review"_s);
        send->click();
        f.settle();
        const auto &drafts = f.window->desk().bench.entryDrafts.rows();
        QCOMPARE(drafts.size(), 2U);
        for (const client::EntryDraftRow &draft : drafts)
            QCOMPARE(draft.entry.state, domain::EntryState::Review);
        QCOMPARE(cell(0, 3), u"sent to review"_s);
        QVERIFY(!send->isEnabled()); // once
        dialog->load(u"条目.csv"_s, toCsv({{u"编号"_s, u"问题"_s, u"大白话"_s}, {u"N1"_s, u"歇业备案要几天"_s, u"五天办好。"_s}}));
        f.settle();
        QCOMPARE(cell(0, 3), u"is being written, or waits for a reviewer"_s);
        QVERIFY(!send->isEnabled());
    }

    void whatIsNoTableIsSaid()
    {
        KnowledgeFixture f({Role::KbAuthor});
        auto *dialog = new ui::EntryImportDialog(f.window->desk(), f.window.get());
        dialog->open();
        const auto says = [&](const QString &words) {
            const auto labels = dialog->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *one) { return one->text().contains(words); });
        };
        dialog->load(u"a.xlsx"_s, "PK\x03\x04 torn");
        QVERIFY(says(u"The workbook is damaged"_s));
        dialog->load(u"a.csv"_s, "a,b\n1,2\n");
        f.settle();
        QVERIFY(says(u"No column is named 问题"_s));
        dialog->load(u"a.csv"_s, "a,\"b\n1,2\n");
        QVERIFY(says(u"never closed"_s));
        dialog->reject();
    }

    /// Where not all entries are here a row cannot be told from a new one; when they are, it goes on by itself.
    void itWaitsForTheKnowledgeBase()
    {
        KnowledgeFixture f({Role::KbAuthor});
        emit f.feed.knowledgeChanged({100, 40, {}});
        auto *dialog = new ui::EntryImportDialog(f.window->desk(), f.window.get());
        dialog->open();
        dialog->load(u"a.csv"_s, toCsv({{u"问题"_s, u"大白话"_s}, {u"减资要公告吗"_s, u"要公告。"_s}}));
        f.settle();
        auto *list = dialog->findChild<QTableWidget *>();
        QCOMPARE(list->rowCount(), 0);
        emit f.feed.knowledgeChanged({163, 100, {}});
        f.settle();
        QCOMPARE(list->rowCount(), 1);
        dialog->reject();
    }

    void onlyWhoWritesBringsEntries()
    {
        KnowledgeFixture f({Role::KbReviewer});
        QVERIFY(!f.named<QToolButton>(u"Entries from a table"_s)->isEnabled());
    }
};

QTEST_MAIN(TestImportAtDesk)
#include "tst_import_at_desk.moc"
