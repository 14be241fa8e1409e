// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/vault.h"

#include "core/crypto/sealed.h"
#include "core/crypto/secrets.h"

#include <QFile>
#include <QSaveFile>

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {
const QString kRecord = u"record"_s;
QByteArray aboutKey(const QString &owner) { return "data_key/" + owner.toUtf8(); }
} // namespace

Result<void> Vault::open(const QString &masterKey)
{
    TAKE(query, m_database.run(u"SELECT 1 FROM data_key WHERE owner = ?"_s, {kRecord}));
    const bool isNew = !query->next();
    query->finish();
    TRY(readMaster(masterKey, isNew));
    TAKE(record, keyOf(kRecord, isNew));
    m_record = record;
    return {};
}

Result<void> Vault::readMaster(const QString &path, bool isNew)
{
    if (isNew && !QFile::exists(path)) {
        QSaveFile fresh(path);
        const QByteArray line = crypto::randomBytes(crypto::kKeyBytes).toBase64() + '\n';
        const bool isWritten = fresh.open(QIODevice::WriteOnly) && fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            && fresh.write(line) == line.size() && fresh.commit();
        if (!isWritten)
            return fail(ErrorCode::BadConfiguration, path + u": "_s + fresh.errorString());
    }
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::KeyMissing, path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadConfiguration, path + u": "_s + file.errorString());
    m_masters.clear();
    const auto lines = file.read(64 * 1024).split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const auto key = QByteArray::fromBase64Encoding(line.trimmed(), QByteArray::AbortOnBase64DecodingErrors);
        if (!key || key.decoded.size() != crypto::kKeyBytes)
            return fail(ErrorCode::BadConfiguration, path + u": a line is not a key of 32 bytes in base64"_s);
        m_masters.push_back({QString::fromLatin1(crypto::hash(key.decoded).toHex().left(16)), key.decoded});
    }
    return m_masters.empty() ? fail(ErrorCode::KeyMissing, path) : Result<void>();
}

Result<QByteArray> Vault::keyOf(const QString &owner, bool make)
{
    if (const QByteArray *known = m_keys.object(owner))
        return *known;
    TAKE(query, m_database.run(u"SELECT master, wrapped FROM data_key WHERE owner = ?"_s, {owner}));
    const bool isThere = query->next();
    const QString master = isThere ? query->value(0).toString() : QString();
    const QByteArray wrapped = isThere ? query->value(1).toByteArray() : QByteArray();
    query->finish();
    if (isThere ? wrapped.isEmpty() : !make)
        return fail(ErrorCode::NotFound, owner);
    QByteArray key;
    if (isThere) {
        TAKE(unwrapped, unwrap(owner, master, wrapped));
        key = unwrapped;
    } else {
        key = crypto::randomBytes(crypto::kKeyBytes);
        TRY(m_database.run(u"INSERT INTO data_key VALUES (?, ?, ?)"_s, {owner, m_masters.front().id, wrap(owner, key)}));
        m_fresh.append(owner);
    }
    m_keys.insert(owner, new QByteArray(key));
    return key;
}

Result<QByteArray> Vault::unwrap(const QString &owner, const QString &master, const QByteArray &wrapped) const
{
    for (const Master &each : m_masters)
        if (each.id == master)
            return crypto::unseal(each.key, wrapped, aboutKey(owner));
    return fail(ErrorCode::KeyMissing, u"master key "_s + master);
}

QByteArray Vault::wrap(const QString &owner, const QByteArray &key) const
{
    return crypto::seal(m_masters.front().key, key, aboutKey(owner));
}

Result<QByteArray> Vault::seal(const QString &owner, const QByteArray &plain, const QByteArray &about)
{
    if (owner.isEmpty())
        return crypto::seal(m_record, plain, about);
    return keyOf(owner, true).map([&](const QByteArray &key) { return crypto::seal(key, plain, about); });
}

Result<QByteArray> Vault::unseal(const QString &owner, const QByteArray &sealed, const QByteArray &about)
{
    if (owner.isEmpty())
        return crypto::unseal(m_record, sealed, about);
    return keyOf(owner, false).and_then([&](const QByteArray &key) { return crypto::unseal(key, sealed, about); });
}

Result<void> Vault::destroy(const QString &owner)
{
    m_keys.remove(owner);
    return m_database.run(u"UPDATE data_key SET wrapped = ? WHERE owner = ?"_s, {QByteArray(), owner}).map([](auto) {});
}

Result<int> Vault::rewrap()
{
    const QString newest = m_masters.front().id;
    TAKE(query, m_database.run(u"SELECT owner, master, wrapped FROM data_key WHERE master <> ?"_s, {newest}));
    std::vector<std::pair<QString, QByteArray>> keys;
    while (query->next()) {
        const QByteArray wrapped = query->value(2).toByteArray();
        if (wrapped.isEmpty())
            continue;
        TAKE(key, unwrap(query->value(0).toString(), query->value(1).toString(), wrapped));
        keys.emplace_back(query->value(0).toString(), key);
    }
    query->finish();
    for (const auto &[owner, key] : keys)
        TRY(m_database.run(u"UPDATE data_key SET master = ?, wrapped = ? WHERE owner = ?"_s, {newest, wrap(owner, key), owner}));
    return int(keys.size());
}

QByteArray Vault::derived(const QByteArray &purpose) const { return crypto::keyedHash(m_record, purpose); }

void Vault::undo()
{
    for (const QString &owner : std::as_const(m_fresh))
        m_keys.remove(owner);
    m_fresh.clear();
}

} // namespace bangban::server
