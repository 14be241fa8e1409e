// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/token_store.h"

#include "core/base/log.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <qt6keychain/keychain.h>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {

class MemoryTokenStore final : public TokenStore {
public:
    void load(const QString &server, QObject *, std::function<void(SavedSession)> done) override
    {
        done(m_sessions.value(server));
    }
    void save(const QString &server, const SavedSession &session) override { m_sessions.insert(server, session); }
    void erase(const QString &server) override { m_sessions.remove(server); }

private:
    QHash<QString, SavedSession> m_sessions;
};

constexpr QLatin1String kService{"bangban-desk"};

class KeychainTokenStore final : public QObject, public TokenStore {
public:
    void load(const QString &server, QObject *receiver, std::function<void(SavedSession)> done) override
    {
        // A secret service that is asked while none runs can hang for the bus's 25 s; so it is looked up first.
        if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
            return m_memory.load(server, receiver, std::move(done));
        auto call = QDBusConnection::sessionBus().interface()
                        ? QDBusConnection::sessionBus().interface()->asyncCall(u"NameHasOwner"_s, u"org.freedesktop.secrets"_s)
                        : QDBusPendingCall::fromError(QDBusError(QDBusError::NoServer, u"no session bus"_s));
        auto *watcher = new QDBusPendingCallWatcher(call, this);
        connect(watcher, &QDBusPendingCallWatcher::finished, receiver,
                [this, server, receiver, done = std::move(done)](QDBusPendingCallWatcher *self) {
                    self->deleteLater();
                    const QDBusPendingReply<bool> reply = *self;
                    m_answers = reply.isValid() && reply.value();
                    if (m_answers)
                        read(server, receiver, done);
                    else
                        m_memory.load(server, receiver, done);
                });
    }

    void save(const QString &server, const SavedSession &session) override
    {
        m_memory.save(server, session);
        if (!m_answers)
            return;
        auto *job = new QKeychain::WritePasswordJob(kService, this);
        job->setKey(server);
        job->setTextData(QString::fromUtf8(
            QJsonDocument({{u"account"_s, session.account}, {u"token"_s, session.token},
                           {u"desk_key"_s, QString::fromLatin1(session.deskKey.toBase64())}}).toJson(QJsonDocument::Compact)));
        start(job);
    }

    void erase(const QString &server) override
    {
        m_memory.erase(server);
        if (!m_answers)
            return;
        auto *job = new QKeychain::DeletePasswordJob(kService, this);
        job->setKey(server);
        start(job);
    }

private:
    void read(const QString &server, QObject *receiver, const std::function<void(SavedSession)> &done)
    {
        auto *job = new QKeychain::ReadPasswordJob(kService, this);
        job->setKey(server);
        connect(job, &QKeychain::Job::finished, receiver, [job, done](QKeychain::Job *) {
            const QJsonObject object = QJsonDocument::fromJson(job->textData().toUtf8()).object();
            done({object.value("account"_L1).toString(), object.value("token"_L1).toString(),
                  QByteArray::fromBase64(object.value("desk_key"_L1).toString().toLatin1())});
        });
        start(job);
    }

    void start(QKeychain::Job *job)
    {
        job->setInsecureFallback(false);
        connect(job, &QKeychain::Job::finished, this, [](QKeychain::Job *self) {
            if (self->error() != QKeychain::NoError && self->error() != QKeychain::EntryNotFound)
                qCWarning(logSync, "secret service: %s", qPrintable(self->errorString()));
        });
        job->start();
    }

    MemoryTokenStore m_memory;
    bool m_answers = false;
};

} // namespace

std::unique_ptr<TokenStore> makeMemoryTokenStore() { return std::make_unique<MemoryTokenStore>(); }
std::unique_ptr<TokenStore> makeKeychainTokenStore() { return std::make_unique<KeychainTokenStore>(); }

} // namespace bangban::client
