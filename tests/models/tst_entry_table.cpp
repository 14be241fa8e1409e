// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entry_table.h"

#include <QTest>

using namespace bangban;
using namespace Qt::StringLiterals;
using models::EntryLine;
using Fault = models::EntryLine::Fault;
using State = models::EntryLine::State;

namespace {

models::EntryPlace place()
{
    models::EntryPlace place;
    place.unit = NodeId(u"D01"_s);
    place.authority = u"区市场监督管理局"_s;
    place.today = *dateFromIso(u"2026-11-25"_s);
    place.items = {{u"IT004"_s, ItemId(u"IT004"_s)}, {u"公司变更登记"_s, ItemId(u"IT004"_s)}};
    client::EntryRow row;
    row.id = EntryId(u"QA1"_s);
    row.unit = place.unit;
    row.version = 3;
    row.title = u"歇业备案要几天？"_s;
    row.plain = u"当天办好。"_s;
    row.authority = place.authority;
    row.from = u"2026-01-01"_s;
    place.published = {row};
    return place;
}

Result<models::EntryTable> read(const QList<QStringList> &rows, const models::EntryPlace &of = place())
{
    int n = 0;
    return models::entryTable(rows, of, [&n] { return EntryId(u"new%1"_s.arg(++n)); });
}

EntryLine line(const QStringList &names, const QStringList &cells, const models::EntryPlace &of = place())
{
    const auto table = read({names, cells}, of);
    return table && !table->lines.empty() ? table->lines.front() : EntryLine();
}

} // namespace

/// What a table of entries would do.
class TestEntryTable : public QObject {
    Q_OBJECT

private slots:
    void aNewRow()
    {
        const auto table = read({{u"问题"_s, u" 大白话 "_s, u"相似问法"_s, u"事项"_s, u"施行日"_s, u"备注"_s},
                                 {u"增资要改章程吗"_s, u"要改。"_s, u"增资改章程；章程要改吗\n增资改章程"_s, u"公司变更登记"_s, u"2026年12月1日"_s, u"x"_s},
                                 {QString(), QString(), QString(), QString(), QString(), QString()},
                                 {u"减资要公告吗"_s, u"要公告。"_s, QString(), u"IT004"_s, QString(), QString()}});
        QVERIFY(table);
        QCOMPARE(table->unknown, QStringList{u"备注"_s});
        QCOMPARE(table->lines.size(), 2U);
        const EntryLine &first = table->lines[0], &second = table->lines[1];
        QCOMPARE(first.state, State::New);
        QCOMPARE(first.line, 2);
        QCOMPARE(second.line, 4); // as a spreadsheet numbers it
        QCOMPARE(first.base, 0);
        QCOMPARE(first.entry.id.value, u"new1"_s);
        QCOMPARE(first.entry.unit.value, u"D01"_s);
        QCOMPARE(first.entry.item.value, u"IT004"_s);
        QCOMPARE(first.entry.aliases, (QStringList{u"增资改章程"_s, u"章程要改吗"_s}));
        QCOMPARE(first.entry.from, u"2026-12-01"_s);
        QCOMPARE(first.entry.authority, u"区市场监督管理局"_s);
        QCOMPARE(second.entry.from, u"2026-11-25"_s); // today, where none is named
    }

    void aRowOfWhatThereIs()
    {
        EntryLine one = line({u"问题"_s, u"大白话"_s, u"截止日"_s}, {u"歇业备案 要几天"_s, u"三天办好。"_s, QString()}); // marks and blanks make no other question
        QCOMPARE(one.state, State::Changed);
        QCOMPARE(one.entry.id.value, u"QA1"_s);
        QCOMPARE(one.base, 3);
        QCOMPARE(one.field, u"title plain"_s);
        QCOMPARE(one.entry.from, u"2026-01-01"_s); // what the row does not say stays
        one = line({u"编号"_s, u"问题"_s}, {u"QA1"_s, QString()});
        QCOMPARE(one.state, State::Same);
        one = line({u"编号"_s, u"问题"_s, u"答复口径"_s}, {u"QA1"_s, u"歇业备案多久"_s, u"即办件。"_s});
        QCOMPARE(one.state, State::Changed);
        QCOMPARE(one.field, u"title official"_s);
        one = line({u"编号"_s, u"问题"_s, u"答复口径"_s}, {u"QA9"_s, u"注销要几天"_s, u"20 天。"_s});
        QCOMPARE(one.state, State::New);
        QCOMPARE(one.entry.id.value, u"QA9"_s); // the same file once more finds it
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("field");
        const QStringList usual{u"问题"_s, u"大白话"_s};
        const auto with = [&](const QString &name) { return usual + QStringList{name}; };
        const QStringList good{u"增资要改章程吗"_s, u"要改。"_s};
        QTest::newRow("no question") << usual << QStringList{QString(), u"要改。"_s} << int(Fault::Missing) << u"title"_s;
        QTest::newRow("no answer") << usual << QStringList{u"增资要改章程吗"_s, QString()} << int(Fault::Missing) << u"plain"_s;
        QTest::newRow("no day") << with(u"施行日"_s) << good + QStringList{u"2026-02-30"_s} << int(Fault::NoDay) << u"from"_s;
        QTest::newRow("no day either") << with(u"复核期限"_s) << good + QStringList{u"明年"_s} << int(Fault::NoDay) << u"review_due"_s;
        QTest::newRow("a small number") << with(u"截止日"_s) << good + QStringList{u"12"_s} << int(Fault::NoDay) << u"to"_s;
        QTest::newRow("ends early") << with(u"截止日"_s) << good + QStringList{u"2026-11-24"_s} << int(Fault::EndsBefore) << u"to"_s;
        QTest::newRow("no item") << with(u"事项"_s) << good + QStringList{u"没有的事项"_s} << int(Fault::UnknownItem) << u"item"_s;
        QTest::newRow("long") << usual << QStringList{QString(protocol::kMaxTitle + 1, u'问'), u"要改。"_s} << int(Fault::TooLong) << u"title"_s;
        QTest::newRow("long alias") << with(u"相似问"_s) << good + QStringList{QString(protocol::kMaxCode + 1, u'问')} << int(Fault::TooLong) << u"aliases"_s;
        QTest::newRow("code") << with(u"编号"_s) << good + QStringList{u"A/B"_s} << int(Fault::BadCode) << u"id"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, cells);
        QFETCH(int, fault);
        QFETCH(QString, field);
        const EntryLine one = line(names, cells);
        QCOMPARE(one.state, State::Faulty);
        QCOMPARE(int(one.fault), fault);
        QCOMPARE(one.field, field);
    }

    /// The same is asked of many items; an entry that has ended is none to change.
    void theItemTellsWhichQuestionItIs()
    {
        models::EntryPlace two = place();
        client::EntryRow other = two.published.front();
        two.published[0].item = ItemId(u"IT004"_s);
        other.id = EntryId(u"QA2"_s);
        other.item = ItemId(u"IT005"_s);
        two.published.push_back(other);
        two.items.insert(u"IT005"_s, other.item);
        two.items.insert(u"同名事项"_s, ItemId());
        const QStringList names{u"问题"_s, u"大白话"_s, u"事项"_s};
        QCOMPARE(line(names, {u"歇业备案要几天"_s, u"三天。"_s, QString()}, two).fault, Fault::Ambiguous);
        QCOMPARE(line(names, {u"歇业备案要几天"_s, u"三天。"_s, u"IT005"_s}, two).entry.id.value, u"QA2"_s);
        QCOMPARE(line(names, {u"歇业备案要几天"_s, u"三天。"_s, u"公司变更登记"_s}, two).entry.id.value, u"QA1"_s);
        QCOMPARE(line(names, {u"歇业备案要几天"_s, u"三天。"_s, u"同名事项"_s}, two).fault, Fault::Ambiguous);
        const auto both = read({names, {u"要哪些材料"_s, u"甲"_s, u"IT004"_s}, {u"要哪些材料"_s, u"乙"_s, u"IT005"_s}}, two);
        QCOMPARE(both->lines[1].state, State::New);
        two.published[1].to = u"2026-11-24"_s; // yesterday
        QCOMPARE(line(names, {u"歇业备案要几天"_s, u"三天。"_s, QString()}, two).entry.id.value, u"QA1"_s);
    }

    void whatIsThereTwiceOrBeingWrittenWaits()
    {
        const auto table = read({{u"问题"_s, u"大白话"_s}, {u"增资要改章程吗"_s, u"要改。"_s}, {u"增资要改章程吗？"_s, u"不改。"_s}});
        QCOMPARE(table->lines[0].state, State::New);
        QCOMPARE(table->lines[1].fault, Fault::Twice);
        models::EntryPlace written = place();
        client::EntryDraftRow draft;
        draft.entry = written.published.front();
        draft.entry.state = domain::EntryState::Draft;
        written.drafts = {draft};
        QCOMPARE(line({u"编号"_s, u"问题"_s, u"大白话"_s}, {u"QA1"_s, u"歇业多久"_s, u"三天。"_s}, written).fault, Fault::BeingWritten);
        written.drafts[0].entry.state = domain::EntryState::Scheduled; // it was let pass
        QCOMPARE(line({u"编号"_s, u"问题"_s, u"大白话"_s}, {u"QA1"_s, u"歇业多久"_s, u"三天。"_s}, written).state, State::Changed);
    }

    void daysAsOfficesWriteThem()
    {
        for (const QString &day : {u"2026-12-01"_s, u"2026/12/1"_s, u"2026.12.1"_s, u"2026年12月1日"_s, u"46357"_s, u"2026-12-01 00:00:00"_s, u"2026-12-01T00:00:00"_s})
            QCOMPARE(line({u"问题"_s, u"大白话"_s, u"生效日期"_s}, {u"增资要改章程吗"_s, u"要改。"_s, day}).entry.from, u"2026-12-01"_s);
    }

    void whatIsNoTableOfEntries()
    {
        QCOMPARE(read({}).error().detail, u"title"_s);
        QCOMPARE(read({{u"大白话"_s}, {u"要改。"_s}}).error().detail, u"title"_s);
        QList<QStringList> many{{u"问题"_s, u"大白话"_s}};
        for (int i = 0; i < models::kMostImported; ++i)
            many.append({u"问题%1"_s.arg(i), u"要改。"_s});
        QCOMPARE(read(many)->lines.size(), std::size_t(models::kMostImported));
        many.append({u"再问一个"_s, u"要改。"_s});
        QCOMPARE(read(many).error().detail, u"rows"_s);
        QCOMPARE(models::entryColumns().front(), u"问题"_s);
    }
};

QTEST_GUILESS_MAIN(TestEntryTable)
#include "tst_entry_table.moc"
