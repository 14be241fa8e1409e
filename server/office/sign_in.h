// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/office/office.h"

namespace bangban::server {

/// What a session knows of its person when it begins.
struct Identity {
    Actor actor;
    View view;
    protocol::StaffRow staff;
    QString unitName;
    QString deskKey; ///< base64; what the desk seals this person's rows with
};
Result<Identity> identityOf(Office &office, const StaffId &staff);

/// One try to come in, after the password was hashed.
struct SignInTry {
    protocol::SignIn said;
    SignInAccount seen;         ///< as it stood when the hashing began
    bool passwordIsRight = false;
    QByteArray offered;         ///< the authenticator's secret that was offered on this connection
    Result<QByteArray> newHash; ///< of the new password, if one was said
};

/// How it ended. What was counted against the account stands, so a refusal is a value here, not an error.
struct SignInOutcome {
    std::optional<Error> refused;
    QByteArray offer; ///< a secret for the person's authenticator, beside the refusal second_factor
    Identity identity;
    NewToken token;
};
/// \errors Database; refusals are BadCredentials, AccountLocked with the seconds left, AccountDisabled, SecondFactor with
/// the detail "", "offer" or "wrong", NewPassword with a domain::PasswordState or domain::PasswordFault
Result<SignInOutcome> trySignIn(Office &office, const SignInTry &attempt);

/// The password alone, of somebody whose session is open. \return why not: BadCredentials, AccountLocked, AccountDisabled
Result<std::optional<Error>> tryUnlock(Office &office, const SignInTry &attempt);

/// A new password in place of the present one, by its owner. \param token  of the session that goes on
/// \return why not: as for tryUnlock, and NewPassword with a domain::PasswordFault
Result<std::optional<Error>> tryPasswordChange(Office &office, const SignInTry &attempt, const QString &token);

/// otpauth://totp/… for a QR code.
QString authenticatorUri(const QString &office, const QString &login, const QByteArray &secret);

} // namespace bangban::server
