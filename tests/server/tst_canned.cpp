// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/catalogue/import.h"
#include "tests/server/library.h"

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using protocol::CannedRow;

/// 常用语: who keeps which, and who sees them.
class TestCanned : public QObject {
    Q_OBJECT

private:
    struct Room : Library {
        CannedRow row(const StaffId &who, const NodeId &unit, const QString &text = u"请稍等，我为您查询一下。"_s)
        {
            CannedRow made;
            made.id = CannedId(newId());
            made.staff = who;
            made.unit = unit;
            made.code = u"sd"_s;
            made.text = text;
            return made;
        }
        Result<QJsonObject> put(const server::Actor &who, const CannedRow &row) { return send(who, protocol::CannedPut{{}, row}); }
        bool sees(const server::Actor &who, const CannedRow &row) { return server::sees(office->viewOf(who), server::audienceOf(row)); }
        /// All but the sample office's.
        QList<CannedRow> kept() const
        {
            QList<CannedRow> rows;
            for (const CannedRow &row : store->canned.live())
                if (!row.sample)
                    rows.append(row);
            return rows;
        }
        server::Actor desk = staff(kAgent);
    };

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void onesOwnAreKeptChangedAndThrownAway()
    {
        Room f;
        CannedRow row = f.row(f.desk.staff, {});
        QVERIFY(f.put(f.desk, row));
        row.text = u"请稍候。"_s;
        QVERIFY(f.put(f.desk, row));
        QCOMPARE(f.kept().size(), 1);
        QCOMPARE(f.kept().first().text, u"请稍候。"_s);
        QVERIFY(f.sees(f.desk, row));
        QVERIFY(!f.sees(f.author, row));
        row.off = true;
        QVERIFY(f.put(f.desk, row));
        QVERIFY(f.kept().isEmpty());
        QVERIFY(!f.sees(f.desk, row));
    }

    void aUnitsAreKeptByItsEditorsAndSupervisors()
    {
        Room f;
        protocol::StaffRow person = f.store->staff.live().value(f.author.staff.value);
        person.roles.push_back(domain::Role::Agent); // who writes and serves, too
        QVERIFY(f.store->put(person));
        const server::Actor editor = f.staff(f.author.staff.value);
        const CannedRow row = f.row({}, f.unit);
        QCOMPARE(codeOf(f.put(f.desk, row)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(f.put(editor, f.row({}, NodeId(u"elsewhere"_s)))), ErrorCode::Forbidden);
        QCOMPARE(codeOf(f.put(editor, f.row({}, {}))), ErrorCode::Forbidden); // the office's come by import
        QCOMPARE(codeOf(f.put(editor, f.row(f.desk.staff, {}))), ErrorCode::Forbidden);
        QVERIFY(f.put(editor, row));
        QVERIFY(f.sees(f.desk, row));
        QVERIFY(!f.sees(f.otherAuthor, row));
        CannedRow mine = row;
        mine.staff = f.desk.staff;
        mine.unit = NodeId();
        QCOMPARE(codeOf(f.put(f.desk, mine)), ErrorCode::Forbidden); // it is not theirs to take
    }

    void faultyOnesAreRefused()
    {
        Room f;
        CannedRow row = f.row(f.desk.staff, {}, u"  "_s);
        QCOMPARE(codeOf(f.put(f.desk, row)), ErrorCode::BadMessage);
        row.text = u"好"_s;
        row.code = u"a b"_s;
        QCOMPARE(codeOf(f.put(f.desk, row)), ErrorCode::BadMessage);
        row.code = QString(21, u'a');
        QCOMPARE(codeOf(f.put(f.desk, row)), ErrorCode::BadMessage);
        row.code = u"h"_s;
        row.id = CannedId(u"office-1"_s);
        QCOMPARE(codeOf(f.put(f.desk, row)), ErrorCode::BadMessage);
        row = f.row(f.desk.staff, {}, u"这事不归我管"_s);
        QCOMPARE(codeOf(f.put(f.desk, row)), ErrorCode::ForbiddenPhrase);
    }

    void nobodyKeepsWithoutEnd()
    {
        Room f;
        for (int i = 0; i < 300; ++i)
            QVERIFY(f.put(f.desk, f.row(f.desk.staff, {}, QString::number(i))));
        QCOMPARE(codeOf(f.put(f.desk, f.row(f.desk.staff, {}))), ErrorCode::TooLarge);
    }

    void theOfficesComeByImport()
    {
        Room f;
        const auto import = [&](const QByteArray &json) { return server::runImport(*f.store, u"canned"_s, json, false); };
        QVERIFY(!f.store->canned.live().isEmpty()); // the sample office's
        const QByteArray good = R"({"canned": [{"id": "C1", "code": "nh", "text": "您好，这里是线上人工帮办，请问您办理什么事项？"}]})";
        QVERIFY(import(good));
        QCOMPARE(f.kept().size(), 1);
        QVERIFY(f.sees(f.otherAuthor, f.kept().first()));
        const auto again = import(good);
        QVERIFY(again && again->unchanged == 1);
        const auto bad = import(R"({"canned": [{"id": "C2", "code": "x", "text": ""}]})");
        QVERIFY(!bad || !bad->errors.empty());
        QCOMPARE(f.kept().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCanned)
#include "tst_canned.moc"
