// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/accounts.h"

#include "core/base/uuid7.h"
#include "core/crypto/secrets.h"
#include "core/domain/passwords.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {
QByteArray keptOf(const QString &token) { return crypto::hash(token.toUtf8()); }
} // namespace

Result<void> Accounts::put(const StaffId &staff, const QString &login, bool active)
{
    TRY(m_store.begin());
    if (login.isEmpty()) {
        TRY(m_store.database().run(u"UPDATE account SET active = ? WHERE staff = ?"_s, {active ? 1 : 0, staff.value}));
        if (m_store.database().changedRows() != 1)
            return fail(ErrorCode::BadMessage, u"login"_s);
        return active ? Result<void>() : endSessions(staff);
    }
    TAKE(others, m_store.database().run(u"SELECT staff FROM account WHERE login = ? AND staff <> ?"_s, {login, staff.value}));
    const bool isTaken = others->next();
    others->finish();
    if (isTaken)
        return fail(ErrorCode::BadImport, u"login is taken: "_s + login);
    TRY(m_store.database().run(u"INSERT INTO account(staff, login, password, failed, locked_until, active) VALUES "
                               "(?, ?, ?, 0, 0, ?) ON CONFLICT(staff) DO UPDATE SET login = excluded.login, active = excluded.active"_s,
                               {staff.value, login, QByteArray(""), active ? 1 : 0}));
    if (!active)
        return endSessions(staff);
    return {};
}

Result<void> Accounts::setPassword(const StaffId &staff, const QByteArray &hash, Instant chosenAt, const QString &butToken)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"UPDATE account SET password = ?, password_at = ?, failed = 0, locked_until = 0 WHERE staff = ?"_s,
                               {hash, toMs(chosenAt), staff.value}));
    if (m_store.database().changedRows() != 1)
        return fail(ErrorCode::NotFound, staff.value);
    return endSessions(staff, butToken);
}

Result<std::vector<protocol::AccountState>> Accounts::states(Instant now)
{
    TAKE(query, m_store.database().run(u"SELECT staff, login, length(password), password_at, length(second_factor), locked_until "
                                       "FROM account ORDER BY login"_s));
    std::vector<protocol::AccountState> states;
    while (query->next()) {
        protocol::AccountState state;
        state.staff = StaffId(query->value(0).toString());
        state.login = query->value(1).toString();
        if (query->value(2).toInt() > 0)
            state.password = domain::passwordState(fromMs(query->value(3).toLongLong()), m_store.office().passwordDays.value_or(0), now);
        state.secondFactor = query->value(4).toInt() > 0;
        if (const Instant until = fromMs(query->value(5).toLongLong()); until > now)
            state.lockedUntil = until;
        states.push_back(state);
    }
    query->finish();
    return states;
}

Result<SignInAccount> Accounts::find(const QString &login) { return findWhere(u"login = ?"_s, login); }

Result<SignInAccount> Accounts::findBy(const StaffId &staff) { return findWhere(u"staff = ?"_s, staff.value); }

Result<SignInAccount> Accounts::findWhere(const QString &clause, const QString &value)
{
    TAKE(query, m_store.database().run(
                    u"SELECT staff, password, failed, locked_until, active, second_factor, used_step, login, password_at "
                    "FROM account WHERE "_s + clause,
                    {value}));
    if (!query->next())
        return fail(ErrorCode::BadCredentials);
    SignInAccount account{StaffId(query->value(0).toString()), query->value(1).toByteArray(), query->value(2).toInt(),
                          fromMs(query->value(3).toLongLong()), query->value(4).toInt() != 0, query->value(5).toByteArray(),
                          query->value(6).toLongLong(), query->value(7).toString(), fromMs(query->value(8).toLongLong())};
    query->finish();
    if (!account.secondFactor.isEmpty()) {
        TAKE(secret, m_store.vault().unseal({}, account.secondFactor, placeOf("account", account.staff.value)));
        account.secondFactor = secret;
    }
    return account;
}

Result<void> Accounts::setSecondFactor(const StaffId &staff, const QByteArray &secret, qint64 usedStep)
{
    TRY(m_store.begin());
    QByteArray stored;
    if (!secret.isEmpty()) {
        TAKE(sealed, m_store.vault().seal({}, secret, placeOf("account", staff.value)));
        stored = sealed;
    }
    return m_store.database().run(u"UPDATE account SET second_factor = ?, used_step = ? WHERE staff = ?"_s,
                                  {stored, usedStep, staff.value}).map([](auto) {});
}

Result<void> Accounts::noteStep(const StaffId &staff, qint64 usedStep)
{
    TRY(m_store.begin());
    return m_store.database().run(u"UPDATE account SET used_step = ? WHERE staff = ?"_s, {usedStep, staff.value}).map([](auto) {});
}

Result<void> Accounts::noteFailure(const StaffId &staff, Instant now)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"UPDATE account SET failed = failed + 1 WHERE staff = ?"_s, {staff.value}));
    TRY(m_store.database().run(u"UPDATE account SET failed = 0, locked_until = ? WHERE staff = ? AND failed >= ?"_s,
                               {toMs(now + kLockTime), staff.value, kFailuresToLock}));
    return {};
}

Result<void> Accounts::noteSuccess(const StaffId &staff)
{
    TRY(m_store.begin());
    return m_store.database()
        .run(u"UPDATE account SET failed = 0, locked_until = 0 WHERE staff = ?"_s, {staff.value})
        .map([](auto) {});
}

Result<NewToken> Accounts::beginSession(const StaffId &staff, Instant now)
{
    const NewToken made{crypto::makeToken(), now + kShift};
    TRY(noteSuccess(staff));
    TRY(m_store.database().run(u"DELETE FROM session WHERE expires < ?"_s, {toMs(now)}));
    TRY(m_store.database().run(u"INSERT INTO session VALUES (?, ?, ?, ?)"_s,
                               {keptOf(made.token), staff.value, toMs(now), toMs(made.expiresAt)}));
    return made;
}

Result<Session> Accounts::sessionOf(const QString &token, Instant now)
{
    TAKE(query, m_store.database().run(u"SELECT s.staff, s.expires, a.active FROM session s JOIN account a ON "
                                       "a.staff = s.staff WHERE s.token = ?"_s, {keptOf(token)}));
    if (!query->next())
        return fail(ErrorCode::SessionExpired);
    const Session session{StaffId(query->value(0).toString()), fromMs(query->value(1).toLongLong())};
    const bool isActive = query->value(2).toInt() != 0;
    query->finish();
    if (session.expiresAt <= now)
        return fail(ErrorCode::SessionExpired);
    return isActive ? Result<Session>(session) : fail(ErrorCode::AccountDisabled);
}

Result<void> Accounts::endSession(const QString &token)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"DELETE FROM session WHERE token = ?"_s, {keptOf(token)}));
    return {};
}

Result<void> Accounts::endSessions(const StaffId &staff, const QString &butToken)
{
    TRY(m_store.begin());
    return m_store.database()
        .run(u"DELETE FROM session WHERE staff = ? AND token <> ?"_s, {staff.value, keptOf(butToken)})
        .map([](auto) {});
}

Result<std::pair<CitizenId, QString>> Accounts::makeCitizen(Instant now)
{
    const CitizenId id(makeUuid7(now));
    const QString token = citizenToken(id);
    TRY(putCitizen(id, token, now));
    return std::pair(id, token);
}

/// It names the citizen and proves itself, so that a record put back from a backup knows also those who came later.
QString Accounts::citizenToken(const CitizenId &id) const
{
    const QByteArray proof = crypto::keyedHash(m_store.vault().derived("citizen"), id.value.toUtf8());
    return id.value + u'.' + QString::fromLatin1(proof.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<void> Accounts::putCitizen(const CitizenId &id, const QString &token, Instant now)
{
    TRY(m_store.begin());
    return m_store.database()
        .run(u"INSERT INTO citizen VALUES (?, ?, ?, 0)"_s, {id.value, keptOf(token), toMs(now)})
        .map([](auto) {});
}

Result<CitizenId> Accounts::citizenOf(const QString &token, Instant now)
{
    TAKE(query, m_store.database().run(u"SELECT id, blocked FROM citizen WHERE token = ?"_s, {keptOf(token)}));
    if (query->next()) {
        const bool isBlocked = query->value(1).toInt() != 0;
        const CitizenId id(query->value(0).toString());
        query->finish();
        return isBlocked ? fail(ErrorCode::Blocked) : Result<CitizenId>(id);
    }
    const CitizenId id(token.section(u'.', 0, 0));
    if (!isUuid7(id.value) || !crypto::isEqual(citizenToken(id).toUtf8(), token.toUtf8()))
        return fail(ErrorCode::SessionExpired);
    TRY(putCitizen(id, token, now));
    return id;
}

Result<void> Accounts::setBlocked(const CitizenId &citizen, bool blocked)
{
    TRY(m_store.begin());
    TRY(m_store.database().run(u"UPDATE citizen SET blocked = ? WHERE id = ?"_s, {blocked ? 1 : 0, citizen.value}));
    return {};
}

} // namespace bangban::server
