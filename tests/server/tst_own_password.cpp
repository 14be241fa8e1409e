// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "core/crypto/totp.h"
#include "server/store/accounts.h"
#include "tests/support/running_server.h"
#include "tests/support/wait_until.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <future>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using domain::PasswordState;

namespace {

const QString kDemo = QString(server::kDemoPassword);
const QString kGiven = u"given-1234"_s;
const QString kOwn = u"my own word 7"_s;

/// A desk that has said hello.
struct Door {
    WireClient wire;
    explicit Door(const Running &server) : wire(server.url())
    {
        if (!wire.greet())
            qFatal("no line");
    }
    /// "code detail", or "in"
    QString says(const QString &password, const QString &newPassword = {}, const QString &code = {})
    {
        wire.send(protocol::SignIn{u"sample003"_s, {password}, domain::Presence::Busy, code, {newPassword}});
        protocol::Frame answer;
        const auto take = [&] {
            for (const auto &type : {protocol::wireName<protocol::Refused>(), protocol::wireName<protocol::SignedIn>()})
                if (answer.type.isEmpty() && wire.countOf(type) > 0)
                    answer = wire.next(type);
            return !answer.type.isEmpty();
        };
        const bool came = waitUntil(take, 5'000);
        if (!came)
            return u"nothing"_s;
        const bool isIn = answer.type == protocol::wireName<protocol::SignedIn>();
        return isIn ? u"in"_s : answer.body["code"_L1].toString() + u' ' + answer.body["detail"_L1].toString();
    }
};

protocol::AccountPut agent3(const QString &password)
{
    protocol::AccountPut account;
    account.staff = StaffId(u"SF003"_s);
    account.name = u"示例坐席03"_s;
    account.node = NodeId(u"D01"_s);
    account.roles = {domain::Role::Agent};
    account.password.text = password;
    return account;
}

/// Runs on the writer, and waits until it is on disk.
void onTheRecord(Running &server, std::function<Result<void>(server::Office &)> work)
{
    std::promise<bool> done;
    server.hub->writer().post([&](server::Office &office) -> server::Completion {
        const bool isGood = work(office).has_value();
        return [&done, isGood](const std::optional<Error> &commitError) { done.set_value(isGood && !commitError); };
    });
    auto ended = done.get_future();
    if (!waitUntil([&] { return ended.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, 5'000) || !ended.get())
        qFatal("the record was not prepared");
}

std::optional<protocol::AccountState> stateOf(WireClient &asker, const QString &staff)
{
    asker.send(protocol::AccountsGet{});
    for (const auto &state : asker.next<protocol::AccountStates>().rows)
        if (state.staff == StaffId(staff))
            return state;
    return std::nullopt;
}

} // namespace

class TestOwnPassword : public QObject {
    Q_OBJECT

private slots:
    void whatAnAdministratorSetIsReplacedAtTheSignIn()
    {
        Running server;
        WireClient security(server.url());
        QVERIFY(security.beStaff(u"sample067"_s, kDemo));
        const auto weak = security.command(agent3(u"short"_s));
        QCOMPARE(weak.error().code, ErrorCode::NewPassword);
        QCOMPARE(weak.error().detail, u"short"_s);
        QCOMPARE(security.command(agent3(u"x-SAMPLE003-x"_s)).error().detail, u"login"_s);
        QVERIFY(security.command(agent3(kGiven)));
        QCOMPARE(stateOf(security, u"SF003"_s)->password, PasswordState::Given);

        Door door(server);
        QCOMPARE(door.says(kDemo), u"bad_credentials "_s);
        QCOMPARE(door.says(kGiven), u"new_password given"_s);
        QCOMPARE(door.says(kGiven, u"seven-7"_s), u"new_password short"_s);
        QCOMPARE(door.says(kGiven, u"onlyletters"_s), u"new_password one_kind"_s);
        QCOMPARE(door.says(kGiven, u"sample003!"_s), u"new_password login"_s);
        QCOMPARE(door.says(kGiven, kGiven), u"new_password same"_s);
        QCOMPARE(door.says(kDemo, kOwn), u"bad_credentials "_s); // whoever does not know the present one sets none
        QCOMPARE(door.says(kGiven, kOwn), u"in"_s);

        Door again(server);
        QCOMPARE(again.says(kGiven), u"bad_credentials "_s);
        QCOMPARE(again.says(kOwn), u"in"_s);
        QCOMPARE(stateOf(security, u"SF003"_s)->password, PasswordState::Own);
    }

    void nobodyShutsThemselvesOutAndTheRuleIsNamed()
    {
        Running server;
        WireClient security(server.url());
        QVERIFY(security.beStaff(u"sample067"_s, kDemo));
        auto self = agent3({});
        self.staff = StaffId(u"SF067"_s);
        QCOMPARE(security.command(self).error().detail, u"own_account"_s); // another role
        self.roles = {domain::Role::SecurityAdmin};
        self.active = false;
        QCOMPARE(security.command(self).error().detail, u"own_account"_s);
        auto other = agent3({});
        other.login = u"sample001"_s;
        QCOMPARE(security.command(other).error().detail, u"login"_s);
        other.login.clear();
        other.roles = {domain::Role::SystemAdmin, domain::Role::AuditAdmin};
        QCOMPARE(security.command(other).error().detail, u"roles"_s);
        const auto report = security.command(protocol::ImportRun{{}, u"staff"_s, {uR"({"staff": []})"_s}, true});
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(security.command(protocol::ImportRun{{}, u"items"_s, {uR"({"items": []})"_s}, true}).error().code, ErrorCode::Forbidden);
    }

    void aCodeIsNotSpentOnASignInThatLacksTheNewPassword()
    {
        Running server;
        const QByteArray secret(20, 's');
        onTheRecord(server, [&](server::Office &office) -> Result<void> {
            TRY(office.accounts.setSecondFactor(StaffId(u"SF003"_s), secret, 0));
            TAKE(hash, crypto::hashPassword(kGiven));
            return office.accounts.setPassword(StaffId(u"SF003"_s), hash);
        });
        const QString code = crypto::totp(secret, toMs(server.clock.now()) / 1000 / crypto::kTotpStep.count());
        Door door(server);
        QCOMPARE(door.says(kGiven, {}, code), u"new_password given"_s);
        QCOMPARE(door.says(kGiven, kOwn), u"second_factor "_s);
        QCOMPARE(Door(server).says(kOwn), u"bad_credentials "_s); // nothing was set without the code
        QCOMPARE(door.says(kGiven, kOwn, code), u"in"_s);
    }

    void aPasswordLastsAsLongAsTheOfficeSays()
    {
        Running server;
        onTheRecord(server, [&](server::Office &office) -> Result<void> {
            TAKE(hash, crypto::hashPassword(kDemo));
            return office.accounts.setPassword(StaffId(u"SF003"_s), hash, office.now() - std::chrono::days(91));
        });
        QCOMPARE(Door(server).says(kDemo), u"in"_s);
        WireClient security(server.url());
        QVERIFY(security.beStaff(u"sample067"_s, kDemo));
        protocol::SettingsPut put;
        for (const int days : {-1, 3651}) {
            put.row.passwordDays = days;
            QCOMPARE(security.command(put).error().code, ErrorCode::BadMessage);
        }
        put.row.passwordDays = 90;
        QVERIFY(security.command(put));
        QCOMPARE(stateOf(security, u"SF003"_s)->password, PasswordState::Old);
        Door door(server);
        QCOMPARE(door.says(kDemo), u"new_password old"_s);
        QCOMPARE(door.says(kDemo, kOwn), u"in"_s);
    }

    void oneChangesTheOwnPasswordAndTheOtherDesksAskForIt()
    {
        Running server;
        WireClient here(server.url()), there(server.url());
        QVERIFY(here.beStaff(u"sample003"_s, kDemo) && there.beStaff(u"sample003"_s, kDemo));
        here.send(protocol::PasswordChange{{u"wrong"_s}, {kOwn}});
        QCOMPARE(here.next<protocol::Refused>().code, u"bad_credentials"_s);
        here.send(protocol::PasswordChange{{kDemo}, {}}); // none is no password
        QCOMPARE(here.next<protocol::Refused>().detail, u"short"_s);
        here.send(protocol::PasswordChange{{kDemo}, {u"xx sample003 xx"_s}});
        const auto refused = here.next<protocol::Refused>();
        QCOMPARE(refused.code + u' ' + refused.detail, u"new_password login"_s);
        QCOMPARE(refused.about, u"password.change"_s);
        here.send(protocol::PasswordChange{{kDemo}, {kOwn}});
        QCOMPARE(here.next(protocol::wireName<protocol::PasswordChanged>()).type, u"password.changed"_s);
        QVERIFY(there.waitForClose());
        protocol::PresenceSet ready;
        ready.presence = domain::Presence::Ready;
        QVERIFY(here.command(ready)); // this session goes on
        QCOMPARE(Door(server).says(kDemo), u"bad_credentials "_s);
        QCOMPARE(Door(server).says(kOwn), u"in"_s);
    }

    void aNewPasswordAtTheSignInEndsTheOtherDesks()
    {
        Running server;
        WireClient there(server.url());
        QVERIFY(there.beStaff(u"sample003"_s, kDemo));
        QCOMPARE(Door(server).says(kDemo, kOwn), u"in"_s);
        QVERIFY(there.waitForClose());
    }

    void aDeskThatDoesNotKnowTheRuleLeavesIt()
    {
        Running server;
        WireClient security(server.url());
        QVERIFY(security.beStaff(u"sample067"_s, kDemo));
        protocol::SettingsPut put;
        put.row.passwordDays = 90;
        QVERIFY(security.command(put));
        put.row.passwordDays.reset();
        put.row.idleLockMinutes = 5;
        QVERIFY(security.command(put));
        onTheRecord(server, [](server::Office &office) -> Result<void> {
            const auto &row = office.store.office();
            return row.passwordDays == 90 && row.idleLockMinutes == 5 ? Result<void>() : fail(ErrorCode::BadState);
        });
    }

    void wrongPresentPasswordsLockTheAccount()
    {
        Running server;
        WireClient desk(server.url()), security(server.url()), page(server.url());
        QVERIFY(desk.beStaff(u"sample003"_s, kDemo) && security.beStaff(u"sample067"_s, kDemo));
        QVERIFY(!stateOf(security, u"SF003"_s)->lockedUntil);
        for (int i = 0; i < server::kFailuresToLock; ++i) {
            desk.send(protocol::PasswordChange{{u"wrong"_s}, {kOwn}});
            QCOMPARE(desk.next<protocol::Refused>().code, u"bad_credentials"_s);
        }
        desk.send(protocol::PasswordChange{{kDemo}, {kOwn}});
        QCOMPARE(desk.next<protocol::Refused>().code, u"account_locked"_s);
        QVERIFY(Door(server).says(kDemo, kOwn).startsWith(u"account_locked "_s)); // nor at the door
        const auto state = stateOf(security, u"SF003"_s);
        QVERIFY(state->lockedUntil && *state->lockedUntil > server.clock.now());
        page.beCitizen();
        page.send(protocol::PasswordChange{{kDemo}, {kOwn}});
        QCOMPARE(page.next<protocol::Refused>().code, u"forbidden"_s);
    }

    /// Else a dialog would wait for ever.
    void aRefusalNamesWhatItIsAboutAlsoWhenItWasTooOften()
    {
        server::Limits few = server::Limits::raised();
        few.staffMessagesPerSecond = 1;
        Running server(few);
        WireClient desk(server.url());
        QVERIFY(desk.beStaff(u"sample003"_s, kDemo));
        protocol::Refused refused;
        for (int i = 0; i < 1'000 && refused.code != u"rate_limited"_s; ++i) {
            desk.send(protocol::PasswordChange{{u"wrong"_s}, {kOwn}});
            refused = desk.next<protocol::Refused>();
        }
        QCOMPARE(refused.code, u"rate_limited"_s);
        QCOMPARE(refused.about, u"password.change"_s);
    }

    void howPeopleComeInIsShownToWhoManagesAccounts()
    {
        Running server;
        onTheRecord(server, [](server::Office &office) -> Result<void> {
            TRY(office.accounts.setSecondFactor(StaffId(u"SF001"_s), QByteArray(20, 's'), 0));
            return office.accounts.put(StaffId(u"SF999"_s), u"nobody yet"_s, true);
        });
        WireClient security(server.url()), system(server.url()), agent(server.url()), page(server.url());
        QVERIFY(security.beStaff(u"sample067"_s, kDemo) && system.beStaff(u"sample066"_s, kDemo) && agent.beStaff(u"sample003"_s, kDemo));
        QCOMPARE(*stateOf(security, u"SF001"_s),
                 (protocol::AccountState{StaffId(u"SF001"_s), u"sample001"_s, PasswordState::Own, true, std::nullopt}));
        QCOMPARE(stateOf(security, u"SF999"_s)->password, PasswordState::None);
        page.beCitizen();
        for (WireClient *other : {&system, &agent, &page}) {
            other->send(protocol::AccountsGet{});
            QCOMPARE(other->next<protocol::Refused>().code, u"forbidden"_s);
        }
    }

    void theYearsThatAreInAreShownToWhoImportsThem()
    {
        Running server;
        WireClient system(server.url()), agent(server.url());
        QVERIFY(system.beStaff(u"sample066"_s, kDemo) && agent.beStaff(u"sample003"_s, kDemo));
        system.send(protocol::CalendarsGet{});
        const auto years = system.next<protocol::CalendarYears>().rows;
        QCOMPARE(years.size(), 7u);
        for (const auto &year : years) {
            QFile file(u":/resources/calendar/%1.json"_s.arg(year.year));
            QVERIFY(file.open(QIODevice::ReadOnly));
            int off = 0, working = 0;
            const auto days = QJsonDocument::fromJson(file.readAll())["days"_L1].toArray();
            for (const auto &day : days)
                ++(day["isOffDay"_L1].toBool() ? off : working);
            QCOMPARE(year, (protocol::CalendarYear{year.year, off, working}));
        }
        QCOMPARE(years.back(), (protocol::CalendarYear{2027, 0, 0})); // its notice is not out
        agent.send(protocol::CalendarsGet{});
        QCOMPARE(agent.next<protocol::Refused>().code, u"forbidden"_s);
    }
};

QTEST_GUILESS_MAIN(TestOwnPassword)
#include "tst_own_password.moc"
