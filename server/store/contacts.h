// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"

namespace bangban::server {

/// How a citizen is reached, and what was tried. Numbers rest sealed; equal ones are found by a keyed hash.
class Contacts {
public:
    explicit Contacts(Store &store) : m_store(store) {}

    /// The number without what people put between its digits; a leading + stays.
    static QString digitsOf(const QString &phone);

    Result<void> putPhone(const RequestId &request, const QString &digits);
    /// \errors NotFound
    Result<QString> phoneOf(const RequestId &request);
    /// Requests that gave the same number, this one included. \errors Database
    Result<QSet<QString>> withPhoneOf(const RequestId &request);
    /// \param digits  as typed by who is asked for their data
    Result<QStringList> withPhone(const QString &digits);
    Result<void> addAttempt(const RequestId &request, const StaffId &staff, Instant at, domain::ContactResult result,
                            const QString &note);

private:
    [[nodiscard]] QByteArray indexOf(const QString &digits) const;
    Store &m_store;
};

} // namespace bangban::server
