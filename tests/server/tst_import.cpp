// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalogue/import.h"
#include "tests/support/office_fixture.h"

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

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
