// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/client/desk_bench.h"
#include "tests/support/running_server.h"
#include "tests/support/sample_rows.h"

#include <QEventLoop>

#include <future>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// A desk and its server find the same entries in the same order, for every question of the sample data.
class TestSameFindings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::prepare()); }

    void deskAndServerFindTheSame()
    {
        Running server;
        Home home;
        SteadyClock clock;
        Desk desk(home, clock);
        client::KnowledgeState state;
        quint64 answered = 0;
        QStringList found;
        QObject here;
        QEventLoop heard;
        QObject::connect(&desk.station, &client::Feed::knowledgeChanged, &here, [&](const auto &now) { state = now; });
        QObject::connect(&desk.station, &client::Feed::entriesFound, &here, [&](quint64 ticket, const QList<client::EntryHit> &hits) {
            answered = ticket;
            found.clear();
            for (const client::EntryHit &hit : hits)
                found.append(hit.row.id.value);
            heard.quit();
        });
        desk.station.connectTo(server.url());
        QTRY_COMPARE(desk.screen.now.state, client::LineState::Online);
        desk.station.signIn({u"sample001"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
        QTRY_VERIFY(state.percent == 100 && state.entries > 100);
        QTRY_VERIFY(!desk.screen.items.isEmpty());

        int compared = 0;
        for (const client::EntryRow &entry : sampleEntries()) {
            for (const QString &words : QStringList{entry.title, entry.aliases.value(0), entry.title.mid(2, 5), entry.item.value}) {
                const quint64 ticket = desk.station.findEntries({words, entry.item, 10, {}});
                while (answered != ticket)
                    heard.exec();
                std::promise<QStringList> promise;
                auto future = promise.get_future();
                server.hub->writer().post([&](server::Office &office) -> server::Completion {
                    QStringList ids;
                    const auto base = office.knowledge();
                    if (base)
                        for (const auto &one : (*base)->find({words, entry.item, NodeId(u"D01"_s), office.today(), {}}, 10))
                            ids.append(one.id);
                    promise.set_value(ids);
                    return {};
                });
                QCOMPARE(found, future.get());
                compared += found.isEmpty() ? 0 : 1;
            }
        }
        QVERIFY(compared > 400);
    }

    /// What may not be said is known at the desk as the server has it, so that it is kept back without a line too.
    void thePhrasesComeToTheDesk()
    {
        Running server;
        Home home;
        SteadyClock clock;
        Desk desk(home, clock);
        QHash<QString, client::PhraseRow> come;
        QObject here;
        QObject::connect(&desk.station, &client::Feed::phrasesChanged, &here, [&](const QList<client::PhraseRow> &rows) {
            for (const client::PhraseRow &row : rows)
                come.insert(row.id, row);
        });
        desk.station.connectTo(server.url());
        QTRY_COMPARE(desk.screen.now.state, client::LineState::Online);
        desk.station.signIn({u"sample001"_s, {QString(server::kDemoPassword)}, domain::Presence::Busy});
        const QList<client::PhraseRow> wanted = samplePhrases();
        QTRY_COMPARE(come.size(), wanted.size());
        for (const client::PhraseRow &row : wanted)
            QCOMPARE(come.value(row.id), row);
    }

    /// The office's come to every desk; a person's own to their desks alone.
    void cannedPhrasesComeToWhoMaySeeThem()
    {
        Running server;
        SteadyClock clock;
        Home home, otherHome;
        Desk desk(home, clock), other(otherHome, clock);
        QHash<CannedId, client::CannedRow> here, there;
        const auto follow = [](Desk &at, QHash<CannedId, client::CannedRow> &rows) {
            QObject::connect(&at.station, &client::Feed::cannedChanged, &at.screen, [&rows](const QList<client::CannedRow> &changed) {
                for (const client::CannedRow &row : changed)
                    rows.insert(row.id, row);
            });
            QObject::connect(&at.station, &client::Feed::cannedGone, &at.screen, [&rows](const QList<CannedId> &gone) {
                for (const CannedId &id : gone)
                    rows.remove(id);
            });
        };
        follow(desk, here);
        follow(other, there);
        const auto comeIn = [&](Desk &at, const QString &login) {
            at.station.connectTo(server.url());
            QTRY_COMPARE(at.screen.now.state, client::LineState::Online);
            at.station.signIn({login, {QString(server::kDemoPassword)}, domain::Presence::Busy});
            QTRY_VERIFY(!at.screen.accounts.isEmpty());
        };
        comeIn(desk, u"sample001"_s);
        comeIn(other, u"sample003"_s);
        QTRY_COMPARE(here.size(), 10);
        QTRY_COMPARE(there.size(), 10);
        client::CannedRow own;
        own.staff = desk.screen.accounts.first().staff.id;
        own.text = u"请稍等。"_s;
        desk.station.putCanned(own);
        QTRY_COMPARE(here.size(), 11);
        client::CannedRow kept;
        for (const client::CannedRow &row : std::as_const(here))
            if (row.staff == own.staff)
                kept = row;
        QCOMPARE(kept.text, own.text);
        kept.off = true;
        desk.station.putCanned(kept);
        QTRY_COMPARE(here.size(), 10);
        QCOMPARE(there.size(), 10);
    }
};

QTEST_GUILESS_MAIN(TestSameFindings)
#include "tst_same_findings.moc"
