// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalogue/import.h"
#include "tests/support/office_fixture.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// Files of the administration page: everything or nothing, and every bad entry by its place.
class TestImport : public QObject {
    Q_OBJECT

private slots:
    void everyBadEntryIsNamedAndNothingIsWritten();
    void aGoodFileTakesEffectOnceAndADryRunNever();
    void whatIsNoFileOfItsKindIsRefused();
    void whatCouldNotBeReadAgainIsNotTaken();
    void aFileOfNothingButFaultsIsReadQuickly();
};

namespace {

QString itemsFile(const QString &second)
{
    return uR"({"items": [{"id": "NEW1", "name": "新事项一", "department_id": "D01", "chat_enabled": true, "valid_from": "2026-01-01"}, %1]})"_s
        .arg(second);
}

Result<QJsonObject> run(OfficeFixture &f, const QString &content, bool dryRun)
{
    protocol::ImportRun command;
    command.kind = u"items"_s;
    command.content.text = content;
    command.dryRun = dryRun;
    return f.send(f.staff(u"SF066"_s), command);
}

} // namespace

void TestImport::everyBadEntryIsNamedAndNothingIsWritten()
{
    OfficeFixture f;
    const auto done = run(f, itemsFile(uR"({"id": "NEW2", "name": "", "department_id": "nowhere", "priority": 7, "valid_from": "soon"})"_s), false);
    VERIFY_OK(done);
    QStringList said;
    for (const QJsonValue &fault : (*done)["errors"_L1].toArray())
        said.append(u"%1 %2 %3 %4 %5"_s.arg(fault["list"_L1].toString()).arg(fault["row"_L1].toInt())
                        .arg(fault["field"_L1].toString(), fault["problem"_L1].toString(), fault["value"_L1].toString()));
    QCOMPARE(said, QStringList({u"items 2 name missing "_s, u"items 2 department_id not_found nowhere"_s,
                                u"items 2 priority unknown 7"_s, u"items 2 valid_from no_day soon"_s}));
    QVERIFY(!f.office->store.items.find(u"NEW1"_s));
}

void TestImport::aGoodFileTakesEffectOnceAndADryRunNever()
{
    OfficeFixture f;
    const QString file = itemsFile(uR"({"id": "NEW2", "name": "新事项二", "department_id": "D01", "valid_from": "2026-01-01"})"_s);
    const auto dry = run(f, file, true);
    VERIFY_OK(dry);
    QCOMPARE((*dry)["added"_L1].toInt(), 2);
    QVERIFY(!f.office->store.items.find(u"NEW1"_s));
    VERIFY_OK(run(f, file, false));
    QVERIFY(f.office->catalogue().item(ItemId(u"NEW1"_s)));
    const auto again = run(f, file, false);
    VERIFY_OK(again);
    QCOMPARE((*again)["unchanged"_L1].toInt(), 2);
}

void TestImport::whatIsNoFileOfItsKindIsRefused()
{
    OfficeFixture f;
    VERIFY_REFUSED(run(f, u"{"_s, false), ErrorCode::BadImport);
    VERIFY_REFUSED(run(f, u"{\"staff\": []}"_s, false), ErrorCode::BadImport);
    VERIFY_REFUSED(run(f, u"[]"_s, true), ErrorCode::BadImport);
}

void TestImport::whatCouldNotBeReadAgainIsNotTaken()
{
    OfficeFixture f;
    // Each of them was written once, and the server did not start any more: its own row was too long for it.
    const QList<std::pair<QString, QString>> rows{
        {u"name"_s, uR"({"id": "NEW2", "name": "%1", "department_id": "D01", "valid_from": "2026-01-01"})"_s.arg(QString(201, u'长'))},
        {u"name"_s, uR"({"id": "NEW2", "name": "a\u0000b", "department_id": "D01", "valid_from": "2026-01-01"})"_s},
        {u"id"_s, uR"({"id": "NEW\u001ee", "name": "新事项二", "department_id": "D01", "valid_from": "2026-01-01"})"_s},
        {u"summary"_s, uR"({"id": "NEW2", "name": "二", "summary": "\ud83d", "department_id": "D01", "valid_from": "2026-01-01"})"_s},
        {u"keywords"_s, uR"({"id": "NEW2", "name": "二", "keywords": ["%1"], "department_id": "D01", "valid_from": "2026-01-01"})"_s.arg(QString(201, u'a'))},
        {u"materials"_s, uR"({"id": "NEW2", "name": "二", "materials": [{"name": "x"}, {"id": "%1"}], "department_id": "D01", "valid_from": "2026-01-01"})"_s.arg(QString(201, u'a'))}};
    for (const auto &[field, row] : rows) {
        const auto done = run(f, itemsFile(row), false);
        VERIFY_OK(done);
        const QJsonValue fault = (*done)["errors"_L1].toArray().at(0);
        QCOMPARE(fault["problem"_L1].toString(), u"unreadable"_s);
        QCOMPARE(fault["field"_L1].toString(), field);
        QCOMPARE(fault["row"_L1].toInt(), 2);
    }
    const QString longest(200, u'n');
    protocol::ImportRun org;
    org.kind = u"org"_s;
    org.content.text = uR"({"nodes": [{"id": "%1", "parent": "D01", "kind": "section", "name": "x", "valid_from": "2026-01-01"}]})"_s.arg(longest);
    org.dryRun = false;
    VERIFY_OK(f.send(f.staff(u"SF066"_s), org));
    protocol::HoursPut hours;
    hours.row = {u"x"_s, NodeId(longest), HoursId(u"H"_s), {}, u"2026-01-01"_s, {}, QStringList(7, QString()), false};
    VERIFY_REFUSED(f.send(f.staff(u"SF066"_s), hours), ErrorCode::TooLarge); // its id would be node and day
    f.reopen();
    QVERIFY(!f.office->catalogue().item(ItemId(u"NEW1"_s)));
}

void TestImport::aFileOfNothingButFaultsIsReadQuickly()
{
    OfficeFixture f;
    const QString content = u"{\"items\":["_s + u"{},"_s.repeated(290'000) + u"{}]}"_s; // as long as one may be
    QElapsedTimer time;
    time.start();
    const auto done = run(f, content, true);
    VERIFY_OK(done);
    QCOMPARE((*done)["errors"_L1].toArray().size(), 50);
    QVERIFY2(time.elapsed() < 3'000, qPrintable(QString::number(time.elapsed())));
    qInfo("%lld ms", time.elapsed());
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
