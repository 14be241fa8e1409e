// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"

namespace bangban::server {

inline constexpr int kFailuresToLock = 5;
inline constexpr std::chrono::minutes kLockTime{15};
inline constexpr std::chrono::hours kShift{12}; ///< a session token ends with the shift

struct SignInAccount {
    StaffId staff;
    QByteArray password; ///< encoded hash; empty: nobody can sign in yet
    int failed = 0;
    Instant lockedUntil;
    bool active = false;
    QByteArray secondFactor; ///< the authenticator's secret; empty: none
    qint64 usedStep = 0;     ///< a code is good once
    QString login;
    Instant passwordAt; ///< when its owner chose the password; the epoch of time if somebody else set it
};

struct NewToken {
    QString token; ///< given to its owner once; only its hash is kept
    Instant expiresAt;
};

struct Session {
    StaffId staff;
    Instant expiresAt{};
};

/// Who may come in: staff by password and session token, citizens by the token of their page.
class Accounts {
public:
    explicit Accounts(Store &store) : m_store(store) {}

    /// Makes or renames an account; a new one has no password; an empty login keeps the one that is there.
    /// \errors BadImport if another account has the login, BadMessage if there is none to keep
    Result<void> put(const StaffId &staff, const QString &login, bool active);
    /// Ends the person's sessions but the one that is named. \param chosenAt  when its owner chose it; by default somebody
    /// else did, and the owner must choose another at the next sign-in
    Result<void> setPassword(const StaffId &staff, const QByteArray &hash, Instant chosenAt = {}, const QString &butToken = {});
    /// \errors BadCredentials for an unknown login
    Result<SignInAccount> find(const QString &login);
    Result<SignInAccount> findBy(const StaffId &staff);
    /// Every account, by login, for who manages them; without secrets.
    Result<std::vector<protocol::AccountState>> states(Instant now);
    /// An empty secret takes the second factor away. \param usedStep  of the code that proved it
    Result<void> setSecondFactor(const StaffId &staff, const QByteArray &secret, qint64 usedStep);
    Result<void> noteStep(const StaffId &staff, qint64 usedStep);
    /// Counts a wrong password or code; the fifth in a row locks for a quarter of an hour.
    Result<void> noteFailure(const StaffId &staff, Instant now);
    Result<void> noteSuccess(const StaffId &staff); ///< the row of failures ends
    Result<NewToken> beginSession(const StaffId &staff, Instant now);
    /// \errors SessionExpired, AccountDisabled
    Result<Session> sessionOf(const QString &token, Instant now);
    Result<void> endSession(const QString &token);
    Result<void> endSessions(const StaffId &staff, const QString &butToken = {});

    Result<std::pair<CitizenId, QString>> makeCitizen(Instant now);
    /// \errors SessionExpired, Blocked
    Result<CitizenId> citizenOf(const QString &token, Instant now);
    Result<void> setBlocked(const CitizenId &citizen, bool blocked);

private:
    [[nodiscard]] QString citizenToken(const CitizenId &id) const;
    Result<void> putCitizen(const CitizenId &id, const QString &token, Instant now);
    Result<SignInAccount> findWhere(const QString &clause, const QString &value);
    Store &m_store;
};

} // namespace bangban::server
