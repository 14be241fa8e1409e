// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/store/cursor.h"
#include "server/store/accounts.h"
#include "tests/fuzz/small_office.h"

using namespace bangban;
using namespace bangban::server;
using namespace bangban::tests;

namespace {

const QByteArray kKey(32, 'k');

/// Whatever stands in a signed text is read without harm and keeps what it says.
void readSigned(const QByteArray &text)
{
    const QByteArray signature = crypto::keyedHash(kKey, text).toHex().left(32);
    const auto cursor = decodeCursor(QString::fromLatin1(text + '.' + signature), kKey);
    if (!cursor)
        return;
    const auto again = decodeCursor(encodeCursor(*cursor, kKey), kKey);
    hold(again.has_value(), "a cursor of ours is read");
    hold(again->epoch == cursor->epoch && again->scope == cursor->scope && again->rev == cursor->rev
             && again->chain == cursor->chain && again->view == cursor->view,
         "and says the same");
}

} // namespace

/// The readers of cursors and tokens: what clients carry for us and hand back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isReady = crypto::prepare().has_value();
    hold(isReady, "libsodium");
    static SmallOffice office;
    QByteArray bytes = bytesOf(data, size);
    const unsigned choice = takeChoice(bytes);
    if (choice % 3 == 0) {
        readSigned(bytes);
    } else if (choice % 3 == 1) {
        hold(!decodeCursor(QString::fromUtf8(bytes), kKey).has_value(), "nobody makes a cursor without the key");
    } else {
        Accounts accounts(office.store());
        const QString token = QString::fromUtf8(bytes);
        hold(!accounts.citizenOf(token, fromMs(1'795'996'800'000)).has_value(), "nobody guesses a page token");
        hold(!accounts.sessionOf(token, fromMs(1'795'996'800'000)).has_value(), "nobody guesses a session");
        hold(!accounts.find(token).has_value(), "nobody is found by a name that is none");
    }
    return 0;
}
