// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/totp.h"
#include "server/store/accounts.h"
#include "tests/support/running_server.h"

#include <QTest>
#include <QUrlQuery>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

namespace {

const QString kPassword = QString(server::kDemoPassword);

QByteArray fromBase32(const QString &text)
{
    QByteArray bytes;
    quint32 buffer = 0;
    int bits = 0;
    for (const QChar c : text) {
        buffer = (buffer << 5) | quint32(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(c));
        if ((bits += 5) >= 8)
            bytes.append(char(buffer >> (bits -= 8)));
    }
    return bytes;
}

qint64 stepOf(const Running &server) { return toMs(server.clock.now()) / 1000 / crypto::kTotpStep.count(); }

/// A desk that has said hello.
struct Door {
    WireClient wire;
    explicit Door(const Running &server) : wire(server.url())
    {
        if (!wire.greet())
            qFatal("no line");
    }
    QString refusedWith(const QString &login, const QString &code, const QString &password = kPassword)
    {
        wire.send(protocol::SignIn{login, {password}, domain::Presence::Busy, code});
        const auto refused = wire.next<protocol::Refused>();
        return refused.code + u' ' + refused.detail;
    }
    bool comesIn(const QString &login, const QString &code)
    {
        wire.send(protocol::SignIn{login, {kPassword}, domain::Presence::Busy, code});
        return !wire.next<protocol::SignedIn>().token.isEmpty();
    }
};

bool settle(const Running &server, domain::SecondFactorRule rule)
{
    WireClient security(server.url());
    if (!security.beStaff(u"sample067"_s, kPassword))
        return false;
    protocol::SettingsPut put;
    put.row.secondFactor = rule;
    return security.command(put).has_value();
}

} // namespace

class TestSecondFactor : public QObject {
    Q_OBJECT

private slots:
    /// \source RFC 6238, appendix B (the last six of its eight digits)
    void codesAreThoseOfTheStandard()
    {
        const QByteArray secret("12345678901234567890");
        const std::pair<qint64, QString> vectors[] = {{59, u"287082"_s},          {1111111109, u"081804"_s}, {1111111111, u"050471"_s},
                                                      {1234567890, u"005924"_s},  {2000000000, u"279037"_s}, {20000000000, u"353130"_s}};
        for (const auto &[seconds, code] : vectors) {
            const qint64 step = seconds / 30;
            QCOMPARE(crypto::totp(secret, step), code);
            for (const qint64 off : {-30, 0, 30})
                QCOMPARE(crypto::totpStep(secret, code, fromMs((step * 30 + off) * 1000), 0), std::optional(step));
            for (const qint64 off : {-60, 60})
                QVERIFY(!crypto::totpStep(secret, code, fromMs((step * 30 + off) * 1000), 0));
            QVERIFY(!crypto::totpStep(secret, code, fromMs(seconds * 1000), step)); // good once
            QVERIFY(!crypto::totpStep(secret, {}, fromMs(seconds * 1000), 0));
        }
        QCOMPARE(crypto::toBase32("foobar"), u"MZXW6YTBOI"_s); // RFC 4648, 10
        QCOMPARE(fromBase32(crypto::toBase32(secret)), secret);
    }

    void theFirstCodeProvesTheOfferedSecretAndLaterOnesAreAsked()
    {
        Running server;
        QVERIFY(settle(server, domain::SecondFactorRule::Everyone));
        Door first(server);
        QCOMPARE(first.refusedWith(u"sample003"_s, {}), u"second_factor offer"_s);
        const auto offer = first.wire.next<protocol::SecondFactorOffer>();
        const QByteArray secret = fromBase32(offer.secret);
        QCOMPARE(secret.size(), 20);
        QCOMPARE(QUrlQuery(QUrl(offer.uri)).queryItemValue(u"secret"_s), offer.secret);
        const qint64 step = stepOf(server);
        const auto codeAt = [&](qint64 at) { return crypto::totp(secret, at); };
        QCOMPARE(first.refusedWith(u"sample003"_s, u"000000"_s == codeAt(step) ? u"000001"_s : u"000000"_s), u"second_factor wrong"_s);
        QVERIFY(first.comesIn(u"sample003"_s, codeAt(step)));

        Door second(server);
        QCOMPARE(second.refusedWith(u"sample003"_s, {}), u"second_factor "_s);
        QCOMPARE(second.refusedWith(u"sample003"_s, codeAt(step)), u"second_factor wrong"_s); // overheard and said again
        QCOMPARE(second.refusedWith(u"sample003"_s, codeAt(step + 1), u"wrong"_s), u"bad_credentials "_s);
        QVERIFY(second.comesIn(u"sample003"_s, codeAt(step + 1)));
        QCOMPARE(second.wire.countOf(protocol::wireName<protocol::SecondFactorOffer>()), 0);
    }

    void anOfferIsGoodOnItsOwnConnectionOnly()
    {
        Running server;
        QVERIFY(settle(server, domain::SecondFactorRule::Everyone));
        Door first(server), second(server);
        QCOMPARE(first.refusedWith(u"sample003"_s, {}), u"second_factor offer"_s);
        const QByteArray secret = fromBase32(first.wire.next<protocol::SecondFactorOffer>().secret);
        QCOMPARE(second.refusedWith(u"sample003"_s, crypto::totp(secret, stepOf(server))), u"second_factor offer"_s);
        QVERIFY(fromBase32(second.wire.next<protocol::SecondFactorOffer>().secret) != secret);
    }

    void onlyAdministratorsAreAskedWhereTheOfficeSaysSo()
    {
        Running server;
        QVERIFY(settle(server, domain::SecondFactorRule::Administrators));
        Door door(server);
        QVERIFY(door.comesIn(u"sample003"_s, {}));
        QCOMPARE(Door(server).refusedWith(u"sample066"_s, {}), u"second_factor offer"_s);
    }

    void wrongCodesLockAsWrongPasswordsDo()
    {
        Running server;
        QVERIFY(settle(server, domain::SecondFactorRule::Everyone));
        Door door(server);
        QCOMPARE(door.refusedWith(u"sample003"_s, {}), u"second_factor offer"_s);
        for (int i = 0; i < server::kFailuresToLock; ++i)
            QCOMPARE(door.refusedWith(u"sample003"_s, u"x"_s), u"second_factor wrong"_s);
        QVERIFY(door.refusedWith(u"sample003"_s, u"x"_s).startsWith(u"account_locked "_s));
    }

    void aLostAuthenticatorIsForgottenByTheSecurityAdministrator()
    {
        Running server;
        WireClient security(server.url());
        QVERIFY(security.beStaff(u"sample067"_s, kPassword));
        protocol::SettingsPut put;
        put.row.secondFactor = domain::SecondFactorRule::Everyone;
        QVERIFY(security.command(put));
        Door door(server);
        QCOMPARE(door.refusedWith(u"sample003"_s, {}), u"second_factor offer"_s);
        const QByteArray secret = fromBase32(door.wire.next<protocol::SecondFactorOffer>().secret);
        QVERIFY(door.comesIn(u"sample003"_s, crypto::totp(secret, stepOf(server))));
        protocol::AccountPut account;
        account.staff = StaffId(u"SF003"_s);
        account.name = u"示例坐席03"_s;
        account.node = NodeId(u"D01"_s);
        account.roles = {domain::Role::Agent};
        account.resetSecondFactor = true;
        QVERIFY(security.command(account));
        QVERIFY(door.wire.waitForClose()); // whoever has the lost one is out as well
        QCOMPARE(Door(server).refusedWith(u"sample003"_s, {}), u"second_factor offer"_s);
    }

    void settingsReachEveryDeskAndAreTheSecurityAdministratorsAlone()
    {
        Running server;
        WireClient agent(server.url()), security(server.url()), system(server.url());
        QVERIFY(agent.beStaff(u"sample003"_s, kPassword) && security.beStaff(u"sample067"_s, kPassword)
                && system.beStaff(u"sample066"_s, kPassword));
        agent.takeSnapshots();
        protocol::SettingsPut put;
        put.row.idleLockMinutes = 3;
        QCOMPARE(agent.command(put).error().code, ErrorCode::Forbidden);
        QCOMPARE(system.command(put).error().code, ErrorCode::Forbidden);
        for (const auto &[minutes, days] : {std::pair{-1, 1095}, {241, 1095}, {3, 29}, {3, 36'501}}) {
            auto wrong = put;
            wrong.row.idleLockMinutes = minutes;
            wrong.row.retentionDays = days;
            QCOMPARE(security.command(wrong).error().code, ErrorCode::BadMessage);
        }
        QVERIFY(security.command(put));
        std::optional<protocol::SettingsRow> told; // that colleagues came in may be told before
        for (int batch = 0; batch < 5 && !told; ++batch)
            for (const auto &change : agent.next<protocol::Batch>().changes)
                if (change.entity == protocol::wireName<protocol::SettingsRow>())
                    told = protocol::fromJson<protocol::SettingsRow>(change.row).value();
        QVERIFY(told);
        QCOMPARE(*told, put.row);
    }

    void aLockedScreenOpensWithThePasswordOfItsOwnPerson()
    {
        Running server;
        WireClient desk(server.url());
        QVERIFY(desk.beStaff(u"sample003"_s, kPassword));
        desk.send(protocol::Unlock{{u"wrong"_s}});
        QCOMPARE(desk.next<protocol::Refused>().code, u"bad_credentials"_s);
        desk.send(protocol::Unlock{{kPassword}});
        QCOMPARE(desk.next(protocol::wireName<protocol::Unlocked>()).type, u"unlocked"_s);
        for (int i = 0; i < server::kFailuresToLock; ++i) { // in a row
            desk.send(protocol::Unlock{{u"wrong"_s}});
            QCOMPARE(desk.next<protocol::Refused>().code, u"bad_credentials"_s);
        }
        desk.send(protocol::Unlock{{kPassword}});
        QCOMPARE(desk.next<protocol::Refused>().code, u"account_locked"_s);
        WireClient page(server.url());
        page.beCitizen();
        page.send(protocol::Unlock{{kPassword}});
        QCOMPARE(page.next<protocol::Refused>().code, u"forbidden"_s);
    }
};

QTEST_GUILESS_MAIN(TestSecondFactor)
#include "tst_second_factor.moc"
