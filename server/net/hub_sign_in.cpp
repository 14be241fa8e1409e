// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "core/crypto/totp.h"
#include "server/live/live.h"
#include "server/net/hub.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

QStringList features() { return {u"text"_s, u"files"_s, u"call_back"_s}; }

protocol::Welcome welcomeOf(const ServerFacts &facts, Instant now)
{
    protocol::Welcome welcome;
    welcome.serverTime = now;
    welcome.epoch = facts.epoch;
    welcome.features = features();
    welcome.office = facts.office;
    welcome.sample = facts.sample;
    return welcome;
}

/// Who it is, with what their start page shows first.
struct Arrival {
    Identity identity;
    protocol::Figures figures;
    Instant expiresAt{};
};

Result<Arrival> arrivalOf(Office &office, const StaffId &staff)
{
    TAKE(identity, identityOf(office, staff));
    TAKE(figures, ownFigures(office, staff));
    return Arrival{identity, figures};
}

protocol::SignedIn signedInAs(const Identity &identity, const NewToken &token = {})
{
    return {token.token, token.expiresAt, identity.staff, identity.unitName, identity.deskKey};
}

} // namespace

void Hub::identifyCitizen(Connection *connection, const QString &token)
{
    struct Found {
        Actor actor;
        View view;
        QString token;
        std::optional<Error> refused;
    };
    const bool mayMake = mayMakeCitizen(connection->address());
    ask<Found>(
        connection,
        [token, mayMake](Office &office) -> Result<Found> {
            Found found;
            if (!token.isEmpty()) {
                const auto known = office.accounts.citizenOf(token, office.now());
                if (known) {
                    found.actor.citizen = *known;
                    found.view = office.viewOf(found.actor);
                    return found;
                }
                if (known.error().code != ErrorCode::SessionExpired)
                    return tl::unexpected<Error>(known.error()); // a new token would part them from their words
                found.refused = known.error();
            }
            if (!mayMake)
                return fail(ErrorCode::RateLimited);
            TAKE(made, office.accounts.makeCitizen(office.now()));
            found.actor.citizen = made.first;
            found.token = made.second;
            found.view = office.viewOf(found.actor);
            return found;
        },
        [this, connection](const Result<Found> &found) {
            if (!found) {
                connection->refuse(found.error());
                return connection->close(u"refused"_s);
            }
            protocol::Welcome welcome = welcomeOf(m_facts, m_clock.now());
            welcome.signedIn = true;
            welcome.token = found->token;
            if (found->refused)
                welcome.refused = bangban::wireName(found->refused->code);
            connection->send(welcome);
            connection->identify(found->actor, found->view);
        });
}

void Hub::identifyStaff(Connection *connection, const QString &token)
{
    if (!m_limits.mayStaffSignInFrom(connection->address())) {
        connection->refuse({ErrorCode::Forbidden, u"demo"_s});
        return connection->close(u"demo"_s);
    }
    protocol::Welcome welcome = welcomeOf(m_facts, m_clock.now());
    if (token.isEmpty())
        return connection->send(welcome);
    ask<Arrival>(
        connection,
        [token](Office &office) -> Result<Arrival> {
            TAKE(session, office.accounts.sessionOf(token, office.now()));
            TAKE(arrival, arrivalOf(office, session.staff));
            arrival.expiresAt = session.expiresAt;
            return arrival;
        },
        [connection, welcome](const Result<Arrival> &arrival) mutable {
            welcome.signedIn = arrival.has_value();
            if (!arrival)
                welcome.refused = bangban::wireName(arrival.error().code);
            connection->send(welcome);
            if (!arrival)
                return connection->endSignIn();
            connection->identify(arrival->identity.actor, arrival->identity.view, arrival->expiresAt);
            connection->send(signedInAs(arrival->identity));
            connection->send(arrival->figures);
        });
}

void Hub::signIn(Connection *connection, const protocol::SignIn &attempt)
{
    // Once more: frames that came in one piece with the hello may be read before the connection is closed.
    if (!m_limits.mayStaffSignInFrom(connection->address()))
        return connection->refuse({ErrorCode::Forbidden, u"demo"_s});
    if (attempt.presence != domain::Presence::Busy && attempt.presence != domain::Presence::Offline)
        return connection->refuse({ErrorCode::BadMessage, u"presence"_s});
    if (!connection->beginSignIn())
        return connection->refuse({ErrorCode::BadState, u"signed in"_s});
    checkPassword(
        connection, protocol::wireName<protocol::SignIn>(), attempt, [login = attempt.login](Office &office) { return office.accounts.find(login); },
        [this, connection](const SignInTry &tried) { finishSignIn(connection, tried); });
}

void Hub::unlock(Connection *connection, const protocol::Unlock &attempt)
{
    proveThen(connection, protocol::wireName<protocol::Unlock>(), {{}, attempt.password, {}, {}}, tryUnlock,
              [connection] { connection->send(protocol::Unlocked{}); });
}

void Hub::changePassword(Connection *connection, const protocol::PasswordChange &change)
{
    proveThen(
        connection, protocol::wireName<protocol::PasswordChange>(), {{}, change.password, {}, {}, change.newPassword},
        [token = connection->token()](Office &office, const SignInTry &tried) { return tryPasswordChange(office, tried, token); },
        [connection] { connection->send(protocol::PasswordChanged{}); });
}

void Hub::proveThen(Connection *connection, QLatin1String about, const protocol::SignIn &said,
                    std::function<Result<std::optional<Error>>(Office &, const SignInTry &)> attempt, std::function<void()> done)
{
    checkPassword(
        connection, about, said, [staff = connection->actor().staff](Office &office) { return office.accounts.findBy(staff); },
        [this, connection, about, attempt = std::move(attempt), done = std::move(done)](const SignInTry &tried) {
            ask<std::optional<Error>>(
                connection, [tried, attempt](Office &office) { return attempt(office, tried); },
                [connection, about, done](const Result<std::optional<Error>> &refused) {
                    if (!refused || *refused)
                        return connection->refuse(refused ? **refused : refused.error(), {}, about);
                    done();
                });
        });
}

void Hub::checkPassword(Connection *connection, QLatin1String about, const protocol::SignIn &attempt, std::function<Result<SignInAccount>(Office &)> find,
                        std::function<void(const SignInTry &)> then)
{
    // What is written first on the page: the waiting room is small, and says so.
    if (*m_signInsWaiting >= m_limits.maxWaitingSignIns) {
        connection->endSignIn();
        return connection->refuse({ErrorCode::Busy, QString::number(*m_signInsWaiting)}, {}, about);
    }
    ++*m_signInsWaiting;
    const std::shared_ptr<void> place(nullptr, [waiting = m_signInsWaiting](void *) { --*waiting; });
    QPointer<Connection> alive(connection);
    ask<SignInAccount>(connection, std::move(find), [this, alive, attempt, place, then = std::move(then)](const Result<SignInAccount> &found) {
        const SignInAccount account = found.value_or(SignInAccount());
        m_passwordThread.start([this, alive, account, attempt, place, then] {
            const bool isRight = !account.password.isEmpty() && crypto::isPassword(account.password, attempt.password.text);
            if (account.password.isEmpty())
                (void)crypto::hashPassword(attempt.password.text); // spends the same time, its result is of no use
            SignInTry tried{attempt, account, isRight, {}, {}};
            if (!attempt.newPassword.text.isEmpty()) // also if the present one is wrong: the time must not tell
                tried.newHash = crypto::hashPassword(attempt.newPassword.text);
            m_checkedPasswords.post([alive, place, then, tried] {
                if (alive)
                    then(tried);
            });
        });
    });
}

void Hub::finishSignIn(Connection *connection, const SignInTry &attempt)
{
    struct Ended {
        SignInOutcome outcome;
        protocol::Figures figures;
    };
    ask<Ended>(
        connection,
        [attempt = SignInTry{attempt.said, attempt.seen, attempt.passwordIsRight, connection->offeredSecret(), attempt.newHash}](Office &office) -> Result<Ended> {
            TAKE(outcome, trySignIn(office, attempt));
            if (outcome.refused)
                return Ended{outcome, {}};
            TAKE(figures, ownFigures(office, attempt.seen.staff));
            return Ended{outcome, figures};
        },
        [this, connection, login = attempt.said.login](const Result<Ended> &ended) {
            if (!ended || ended->outcome.refused) {
                connection->endSignIn();
                if (ended && !ended->outcome.offer.isEmpty()) {
                    const QByteArray &secret = ended->outcome.offer;
                    connection->keepOffer(secret);
                    connection->send(protocol::SecondFactorOffer{crypto::toBase32(secret), authenticatorUri(m_facts.office, login, secret)});
                }
                return connection->refuse(ended ? *ended->outcome.refused : ended.error());
            }
            const auto &[refused, offer, identity, token] = ended->outcome;
            connection->keepToken(token.token);
            connection->send(signedInAs(identity, token));
            connection->identify(identity.actor, identity.view, token.expiresAt);
            connection->send(ended->figures);
        });
}

bool Hub::mayMakeCitizen(const QString &address)
{
    const double perMinute = m_limits.newCitizensPerMinute;
    auto bucket = m_newCitizens.find(address);
    if (bucket == m_newCitizens.end())
        bucket = m_newCitizens.insert(address, Bucket(perMinute / 60, perMinute));
    return bucket->take(m_clock.monotonic());
}

} // namespace bangban::server
