// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/contacts.h"

#include "core/base/uuid7.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

QString Contacts::digitsOf(const QString &phone)
{
    QString digits;
    for (const QChar c : phone)
        if (c.isDigit() || (c == u'+' && digits.isEmpty()))
            digits.append(c);
    return digits;
}

QByteArray Contacts::indexOf(const QString &digits) const
{
    return crypto::keyedHash(m_store.vault().derived("phone"), digits.toUtf8());
}

Result<void> Contacts::putPhone(const RequestId &request, const QString &digits)
{
    TRY(m_store.begin());
    TAKE(sealed, m_store.vault().seal(request.value, digits.toUtf8(), placeOf("contact", request.value)));
    TRY(m_store.database().run(u"INSERT INTO contact(request, phone, phone_index) VALUES (?, ?, ?) ON CONFLICT(request) DO "
                               "UPDATE SET phone = excluded.phone, phone_index = excluded.phone_index"_s,
                               {request.value, sealed, indexOf(digits)}));
    return {};
}

Result<QString> Contacts::phoneOf(const RequestId &request)
{
    TAKE(query, m_store.database().run(u"SELECT phone FROM contact WHERE request = ?"_s, {request.value}));
    if (!query->next())
        return fail(ErrorCode::NotFound, request.value);
    const QByteArray sealed = query->value(0).toByteArray();
    query->finish();
    TAKE(phone, m_store.vault().unseal(request.value, sealed, placeOf("contact", request.value)));
    return QString::fromUtf8(phone);
}

Result<QSet<QString>> Contacts::withPhoneOf(const RequestId &request)
{
    TAKE(query, m_store.database().run(u"SELECT b.request FROM contact a JOIN contact b ON a.phone_index = b.phone_index WHERE "
                                       "a.request = ?"_s, {request.value}));
    QSet<QString> found;
    while (query->next())
        found.insert(query->value(0).toString());
    return found;
}

Result<QStringList> Contacts::withPhone(const QString &digits)
{
    TAKE(query, m_store.database().run(u"SELECT request FROM contact WHERE phone_index = ? ORDER BY request"_s, {indexOf(digits)}));
    QStringList found;
    while (query->next())
        found.append(query->value(0).toString());
    return found;
}

Result<void> Contacts::addAttempt(const RequestId &request, const StaffId &staff, Instant at, domain::ContactResult result,
                                  const QString &note)
{
    const QString id = makeUuid7(at);
    TRY(m_store.begin());
    TAKE(sealed, m_store.vault().seal(request.value, note.toUtf8(), placeOf("contact_attempt", id)));
    TRY(m_store.database().run(u"INSERT INTO contact_attempt VALUES (?, ?, ?, ?, ?, ?)"_s,
                               {id, request.value, staff.value, toMs(at), QString(domain::nameOf(result)), sealed}));
    return {};
}

} // namespace bangban::server
