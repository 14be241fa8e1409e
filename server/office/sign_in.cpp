// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/office/sign_in.h"

#include "core/crypto/totp.h"
#include "core/domain/passwords.h"

#include <QUrl>
#include <QUrlQuery>

namespace bangban::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Role, domain::SecondFactorRule;

namespace {

constexpr int kSecretBytes = 20; ///< RFC 4226, 4: as long as the hash

/// Others may have tried meanwhile, or the account was changed: what counts is how it stands now.
Result<SignInAccount> accountNow(Office &office, const SignInTry &attempt)
{
    if (attempt.seen.staff.isEmpty())
        return fail(ErrorCode::BadCredentials);
    TAKE(present, office.accounts.findBy(attempt.seen.staff));
    if (present.lockedUntil > office.now())
        return fail(ErrorCode::AccountLocked, QString::number((present.lockedUntil - office.now()) / 1s));
    if (!attempt.passwordIsRight || present.password != attempt.seen.password || present.staff != attempt.seen.staff)
        return fail(ErrorCode::BadCredentials);
    if (!present.active)
        return fail(ErrorCode::AccountDisabled);
    return present;
}

bool isAsked(SecondFactorRule rule, const std::vector<Role> &roles)
{
    const auto isAdministrator = [](Role role) {
        return role == Role::SystemAdmin || role == Role::SecurityAdmin || role == Role::AuditAdmin;
    };
    return rule == SecondFactorRule::Everyone
        || (rule == SecondFactorRule::Administrators && std::any_of(roles.begin(), roles.end(), isAdministrator));
}

/// The code against the account's own secret, or against the one that was offered, which then becomes it.
Result<std::optional<Error>> checkCode(Office &office, const SignInAccount &account, const SignInTry &attempt, QByteArray &offer)
{
    const bool isFirst = account.secondFactor.isEmpty();
    if (isFirst && !isAsked(office.store.office().secondFactor, office.actorOf(account.staff).roles))
        return std::optional<Error>();
    if (isFirst && (attempt.offered.isEmpty() || attempt.said.code.isEmpty())) {
        offer = attempt.offered.isEmpty() ? crypto::randomBytes(kSecretBytes) : attempt.offered;
        return std::optional(Error{ErrorCode::SecondFactor, u"offer"_s});
    }
    if (attempt.said.code.isEmpty())
        return std::optional(Error{ErrorCode::SecondFactor, {}});
    const QByteArray &secret = isFirst ? attempt.offered : account.secondFactor;
    const auto step = crypto::totpStep(secret, attempt.said.code, office.now(), account.usedStep);
    if (!step) {
        TRY(office.accounts.noteFailure(account.staff, office.now()));
        TRY(office.audit({}, u"sign_in.failed"_s, account.staff.value, R"({"factor":"second"})"));
        return std::optional(Error{ErrorCode::SecondFactor, u"wrong"_s});
    }
    if (!isFirst)
        TRY(office.accounts.noteStep(account.staff, *step));
    else
        TRY(office.accounts.setSecondFactor(account.staff, secret, *step)
                .and_then([&] { return office.audit(office.actorOf(account.staff), u"second_factor.set"_s, account.staff.value); }));
    return std::optional<Error>();
}

std::optional<Error> checkNewPassword(const SignInAccount &account, const protocol::SignIn &said)
{
    const auto fault = domain::faultOf(said.newPassword.text, account.login, said.password.text);
    return fault ? std::optional(domain::newPasswordError(*fault)) : std::nullopt;
}

/// Why the present password does not do any more.
std::optional<Error> checkPresentPassword(const Office &office, const SignInAccount &account)
{
    const auto state = domain::passwordState(account.passwordAt, office.store.office().passwordDays.value_or(0), office.now());
    return state == domain::PasswordState::Own ? std::nullopt : std::optional(domain::newPasswordError(state));
}

Result<void> takeNewPassword(Office &office, const SignInTry &attempt, const QString &butToken)
{
    const StaffId &id = attempt.seen.staff;
    TAKE(hash, attempt.newHash);
    TRY(office.accounts.setPassword(id, hash, office.now(), butToken));
    office.store.signal(kRightsSignal, id.value); // other desks of the person ask for it
    return office.audit(office.actorOf(id), protocol::wireName<protocol::PasswordChange>(), id.value);
}

Result<void> noteWrong(Office &office, const SignInTry &attempt, const Error &refused)
{
    if (refused.code != ErrorCode::BadCredentials || attempt.seen.staff.isEmpty())
        return {};
    TRY(office.accounts.noteFailure(attempt.seen.staff, office.now()));
    return office.audit({}, u"sign_in.failed"_s, attempt.seen.staff.value);
}

Result<void> takeIn(Office &office, const SignInTry &attempt, SignInOutcome &outcome)
{
    const StaffId &id = attempt.seen.staff;
    TAKE(token, office.accounts.beginSession(id, office.now()));
    outcome.token = token;
    TAKE(row, office.store.staff.find(id.value));
    // Who is in the middle of work keeps their state: a second desk takes nothing away.
    if (!office.hasWork(id)) {
        auto status = domain::afterSignIn(office.now());
        status.state = attempt.said.presence;
        TRY(office.setPresence(row, status));
    }
    TRY(office.audit(office.actorOf(id), protocol::wireName<protocol::SignIn>(), id.value));
    TAKE(identity, identityOf(office, id));
    outcome.identity = identity;
    return {};
}

} // namespace

Result<Identity> identityOf(Office &office, const StaffId &staff)
{
    Identity identity;
    identity.actor = office.actorOf(staff);
    identity.view = office.viewOf(identity.actor);
    TAKE(row, office.store.staff.find(staff.value));
    identity.staff = row;
    if (const auto *unit = office.catalogue().organisation().find(row.unit, office.today()))
        identity.unitName = unit->name;
    const QByteArray deskKey = crypto::keyedHash(office.store.vault().derived("desk"), staff.value.toUtf8());
    identity.deskKey = QString::fromLatin1(deskKey.toBase64());
    return identity;
}

Result<SignInOutcome> trySignIn(Office &office, const SignInTry &attempt)
{
    SignInOutcome outcome;
    const auto account = accountNow(office, attempt);
    if (!account) {
        TRY(noteWrong(office, attempt, account.error()));
        outcome.refused = account.error();
        return outcome;
    }
    // Before the second factor: a code is good once, and would be spent for nothing.
    const bool isNewSaid = !attempt.said.newPassword.text.isEmpty();
    outcome.refused = isNewSaid ? checkNewPassword(*account, attempt.said) : checkPresentPassword(office, *account);
    if (outcome.refused)
        return outcome;
    TAKE(refused, checkCode(office, *account, attempt, outcome.offer));
    outcome.refused = refused;
    if (outcome.refused)
        return outcome;
    if (isNewSaid)
        TRY(takeNewPassword(office, attempt, {}));
    TRY(takeIn(office, attempt, outcome));
    return outcome;
}

Result<std::optional<Error>> tryPasswordChange(Office &office, const SignInTry &attempt, const QString &token)
{
    const auto account = accountNow(office, attempt);
    if (!account) {
        TRY(noteWrong(office, attempt, account.error()));
        return std::optional(account.error());
    }
    if (auto fault = checkNewPassword(*account, attempt.said))
        return fault;
    TRY(takeNewPassword(office, attempt, token));
    return std::optional<Error>();
}

Result<std::optional<Error>> tryUnlock(Office &office, const SignInTry &attempt)
{
    const auto account = accountNow(office, attempt);
    if (account) {
        TRY(office.accounts.noteSuccess(account->staff));
        return std::optional<Error>();
    }
    TRY(noteWrong(office, attempt, account.error()));
    return std::optional(account.error());
}

QString authenticatorUri(const QString &office, const QString &login, const QByteArray &secret)
{
    QUrl uri;
    uri.setScheme(u"otpauth"_s);
    uri.setHost(u"totp"_s);
    uri.setPath(u'/' + office + u':' + login);
    uri.setQuery(QUrlQuery{{u"secret"_s, crypto::toBase32(secret)}, {u"issuer"_s, office}});
    return QString::fromLatin1(uri.toEncoded());
}

} // namespace bangban::server
