// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "server/catalogue/catalogue.h"
#include "tests/fuzz/small_office.h"

using namespace bangban;
using namespace bangban::server;
using namespace bangban::tests;

namespace {

/// Takes the file in, reads the office from the record, asks it what a request asks, and takes everything back.
void takeIn(Store &store, const QString &kind, const QByteArray &content)
{
    hold(store.begin() && store.save(), "a savepoint");
    const auto done = runImport(store, kind, content, false);
    // A login may be taken, which only the writing finds.
    hold(done.has_value() || kind == QLatin1String("staff"), "what a dry run took is taken");
    if (done) {
        const auto catalogue = Catalogue::read(store);
        hold(catalogue.has_value(), "the office can be read again");
        const Instant now = fromMs(1'795'996'800'000);
        for (const protocol::NodeRow &node : store.nodes.live()) {
            (void)(*catalogue)->organisation().unitOf(node.id, dateOf(now));
            (void)(*catalogue)->calendarOf(node.id).callBackDue(now);
        }
        (void)(*catalogue)->router().route(QStringLiteral("增资"));
        hold(store.nodes.load() && store.items.load() && store.staff.load() && store.hours.load() && store.codes.load(),
             "every row that was written can be read");
    }
    hold(store.undo().has_value(), "everything is taken back");
    hold(store.rollback().has_value(), "the record is as before");
}

} // namespace

/// The readers of the files that administrators import. The first byte names the kind.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isReady = crypto::prepare().has_value();
    hold(isReady, "libsodium");
    static SmallOffice office;
    QByteArray content = bytesOf(data, size);
    const QStringList kinds = importKinds();
    const QString kind = kinds[takeChoice(content) % kinds.size()];
    const auto dry = runImport(office.store(), kind, content, true);
    if (dry && dry->errors.empty())
        takeIn(office.store(), kind, content);
    return 0;
}
