// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "server/catalogue/import.h"
#include "tests/support/office_fixture.h"

#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using protocol::RequestRow, protocol::SlipRow;

namespace {

const QString kAgent = u"SF001"_s;

struct Room : OfficeFixture {
    Room()
    {
        agent = ready(kAgent);
        const RequestRow asked = ask(citizen(), u"歇业备案要几天"_s, u"IT001"_s);
        answer(agent, asked.id, u"您好"_s);
        served = request(asked.id);
    }
    QString newId() { return makeUuid7(clock.now()); }
    Result<QJsonObject> say(const QString &words, protocol::MessageKind kind = protocol::MessageKind::Text)
    {
        protocol::MessageSend message;
        message.message = last = MessageId(newId());
        message.request = served.id;
        message.claimNo = served.claimNo;
        message.kind = kind;
        message.words.text = words;
        return send(agent, message);
    }
    Result<QJsonObject> report(const QString &words, const SlipId &slip)
    {
        return send(agent, protocol::SlipReport{{}, slip, served.id, {words}});
    }
    QList<SlipRow> slips() const { return store->slips.live().values(); }
    qsizetype messages() { return qsizetype(store->messagesOf(served.id)->size()); }
    /// Somebody of the unit, or of another one, who may look.
    server::Actor whoSees(bool own)
    {
        const NodeId unit = store->staff.find(kAgent)->unit;
        for (const protocol::StaffRow &row : store->staff.live()) {
            const server::Actor actor = staff(row.id.value);
            const server::View view = office->viewOf(actor);
            const bool isOwn = std::ranges::find(view.supervised, unit) != view.supervised.end();
            if (!view.supervised.empty() && !view.all && isOwn == own)
                return actor;
        }
        qFatal("nobody supervises");
    }
    server::Actor agent;
    RequestRow served;
    MessageId last;
};

} // namespace

/// Duty 79: what staff may not say is not said, and what they better had not is seen by their supervisor.
class TestSlips : public QObject {
    Q_OBJECT
private slots:
    void whatMayNotBeSaidIsNotSent()
    {
        Room f;
        const qsizetype before = f.messages();
        const auto refused = f.say(u"这 事 不归我管，您去别处"_s);
        QCOMPARE(codeOf(refused), ErrorCode::ForbiddenPhrase);
        QCOMPARE(refused.error().detail, u"这事不归我管"_s); // as the list has it
        const auto odd = f.say(u"这事"_s + QChar(u'\0') + u"不归我管"_s);
        QCOMPARE(codeOf(odd), ErrorCode::ForbiddenPhrase);
        QCOMPARE(odd.error().detail, u"这事不归我管"_s);
        QCOMPARE(f.messages(), before);
        QVERIFY(f.slips().isEmpty()); // the desk tells of it
        QVERIFY(f.say(u"这事不归我管"_s, protocol::MessageKind::Note)); // the citizen reads no note
        QVERIFY(f.slips().isEmpty());
    }

    void whatWasKeptBackIsShownToTheSupervisor()
    {
        Room f;
        const SlipId id(f.newId());
        QVERIFY(f.report(u"您好。这事不归我管，您去别处。再见"_s, id));
        QVERIFY(f.report(u"您好。这事不归我管，您去别处。再见"_s, id)); // said again after a break
        QCOMPARE(f.slips().size(), 1);
        const SlipRow slip = f.slips().first();
        QVERIFY(slip.blocked);
        QCOMPARE(slip.words.text, u"这事不归我管"_s); // of the message no more than that
        QCOMPARE(slip.phrases, QStringList{u"这事不归我管"_s});
        QCOMPARE(slip.staff, StaffId(kAgent));
        QCOMPARE(slip.request, f.served.id);
        QCOMPARE(slip.at, f.clock.now());
        const auto view = [&](const server::Actor &who) { return sees(f.office->viewOf(who), server::audienceOf(slip)); };
        QVERIFY(view(f.whoSees(true)));
        QVERIFY(!view(f.whoSees(false)));
        QVERIFY(!view(f.agent)); // and no colleague
        QVERIFY(f.report(u"您好"_s, SlipId(f.newId()))); // the list was changed meanwhile
        QCOMPARE(f.slips().size(), 1);
        QCOMPARE(codeOf(f.report(u"这事不归我管"_s, SlipId(u"none"_s))), ErrorCode::BadMessage);
        f.served.id = RequestId(f.newId());
        QCOMPARE(codeOf(f.report(u"这事不归我管"_s, SlipId(f.newId()))), ErrorCode::NotFound);
    }

    void whatWasSentAllTheSameIsShownToo()
    {
        Room f;
        QVERIFY(f.say(u"不知道的人很多。"_s));
        QVERIFY(f.slips().isEmpty()); // no clause of its own
        QVERIFY(f.say(u"不知道。"_s));
        QCOMPARE(f.slips().size(), 1);
        QVERIFY(!f.slips().first().blocked);
        QCOMPARE(f.slips().first().id.value, f.last.value);
        QCOMPARE(f.slips().first().phrases, QStringList{u"不知道"_s});
    }

    void aSupervisorHasSeenIt()
    {
        Room f;
        QVERIFY(f.say(u"不知道。"_s));
        const SlipId id = f.slips().first().id;
        QCOMPARE(codeOf(f.send(f.agent, protocol::SlipSee{{}, id})), ErrorCode::Forbidden);
        QCOMPARE(codeOf(f.send(f.whoSees(false), protocol::SlipSee{{}, id})), ErrorCode::NotFound);
        const server::Actor supervisor = f.whoSees(true);
        QVERIFY(f.send(supervisor, protocol::SlipSee{{}, id}));
        QVERIFY(f.slips().isEmpty());
        QCOMPARE(f.store->slips.find(id.value)->seenBy, supervisor.staff);
        QVERIFY(f.send(supervisor, protocol::SlipSee{{}, id})); // twice is once
        QCOMPARE(codeOf(f.send(supervisor, protocol::SlipSee{{}, SlipId(f.newId())})), ErrorCode::NotFound);
    }

    void theWorstIsShown()
    {
        Room f;
        QVERIFY(f.report(u"不知道。这事不归我管。"_s, SlipId(f.newId())));
        QCOMPARE(f.slips().first().words.text, u"这事不归我管"_s);
        QCOMPARE(f.slips().first().phrases, (QStringList{u"不知道"_s, u"这事不归我管"_s}));
    }

    void itIsToldLaterWhenTheCaseHasMovedOn()
    {
        Room f;
        RequestRow moved = f.request(f.served.id);
        moved.owner = StaffId(u"SF003"_s); // a colleague has it
        moved.servingNode = moved.unit = NodeId(u"D02"_s);
        QVERIFY(f.office->put(moved));
        QVERIFY(!sees(f.office->viewOf(f.agent), server::audienceOf(moved)));
        QVERIFY(f.report(u"这事不归我管"_s, SlipId(f.newId())));
        QCOMPARE(f.slips().size(), 1);
        const server::Actor stranger = f.staff(u"SF009"_s);
        QCOMPARE(codeOf(f.send(stranger, protocol::SlipReport{{}, SlipId(f.newId()), moved.id, {u"这事不归我管"_s}})), ErrorCode::NotFound);
    }

    void nobodySeesToTheirOwn()
    {
        Room f;
        QVERIFY(f.say(u"不知道。"_s));
        SlipRow slip = f.slips().first();
        const server::Actor supervisor = f.whoSees(true);
        slip.staff = supervisor.staff;
        QVERIFY(f.store->put(slip));
        QCOMPARE(codeOf(f.send(supervisor, protocol::SlipSee{{}, slip.id})), ErrorCode::Forbidden);
        QCOMPARE(f.slips().size(), 1);
    }

    void anErasedRequestLeavesNone()
    {
        Room f;
        QVERIFY(f.say(u"不知道。"_s));
        const SlipId seen = f.slips().first().id;
        QVERIFY(f.send(f.whoSees(true), protocol::SlipSee{{}, seen}));
        QVERIFY(f.report(u"这事不归我管"_s, SlipId(f.newId())));
        RequestRow over = f.request(f.served.id);
        over.state = domain::RequestState::Closed;
        QVERIFY(f.office->put(over));
        QVERIFY(f.store->commit(f.clock.now()));
        QVERIFY(f.store->erase(over.id));
        QVERIFY(f.store->commit(f.clock.now()));
        QVERIFY(f.slips().isEmpty());
        QVERIFY(!f.store->slips.find(seen.value)); // sealed with a key that is gone
        f.reopen();
        QVERIFY(f.slips().isEmpty());
    }

    void theListIsTheOffices()
    {
        Room f;
        const QByteArray off = R"({"phrases":[{"id":"FB024","text":"这事不归我管","severity":"off"},{"id":"OWN1","text":"自己百度","severity":"block","suggest":"我发给您"}]})";
        const auto report = server::runImport(*f.store, u"phrases"_s, off, false);
        QVERIFY(report && report->errors.empty());
        QCOMPARE(report->added, 1);
        QCOMPARE(report->changed, 1);
        QVERIFY(f.office->reloadCatalogue());
        QCOMPARE(codeOf(f.say(u"你自己百度吧"_s)), ErrorCode::ForbiddenPhrase);
        QVERIFY(f.say(u"这事不归我管"_s));
        QCOMPARE(server::runImport(*f.store, u"phrases"_s, R"({"phrases":[{"id":"x","text":"。","severity":"block"}]})", true).error().code, ErrorCode::BadImport);
    }
};

QTEST_GUILESS_MAIN(TestSlips)
#include "tst_slips.moc"
