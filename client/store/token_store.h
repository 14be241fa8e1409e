// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace bangban::client {

/// A staff session as it is remembered between two starts of the desk: whose it is, the bearer token, and the key of
/// what lies on the disk, so that the last known queue is there before the network is.
struct SavedSession {
    QString account; ///< staff id
    QString token;
    QByteArray deskKey;
};

/// Where session tokens and desk keys lie. Never a file of our own: either the desktop's Secret Service, or memory only.
class TokenStore {
public:
    virtual ~TokenStore() = default;
    /// Calls back once, at once or later, on the same thread; an empty token if there is none. `receiver` gone: never.
    virtual void load(const QString &server, QObject *receiver, std::function<void(SavedSession)> done) = 0;
    virtual void save(const QString &server, const SavedSession &session) = 0;
    virtual void erase(const QString &server) = 0;
};

/// Forgets everything when the program ends.
std::unique_ptr<TokenStore> makeMemoryTokenStore();
/// The desktop's Secret Service through QtKeychain. Whether one answers is asked without waiting; where none does,
/// it behaves as the one in memory.
std::unique_ptr<TokenStore> makeKeychainTokenStore();

} // namespace bangban::client
