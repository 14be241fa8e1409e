// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/office_fixture.h"

#include "core/base/uuid7.h"
#include "core/crypto/secrets.h"
#include "server/handlers/handlers.h"

namespace bangban::tests {

using namespace Qt::StringLiterals;

namespace {
template<typename T>
T orFatal(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}
} // namespace

OfficeFixture::OfficeFixture(const QString &start) : clock(orFatal(instantFromIso(start), "start"))
{
    orFatal(crypto::prepare(), "sodium");
    open();
}

OfficeFixture::~OfficeFixture() = default;

void OfficeFixture::open()
{
    store = orFatal(server::Store::open(place), "open");
    orFatal(server::fillWithSample(*store, clock.now()), "sample");
    office = orFatal(server::Office::open(*store, clock), "office");
}

void OfficeFixture::reopen()
{
    office.reset();
    store.reset();
    open();
}

CommandId OfficeFixture::newCommandId() { return CommandId(makeUuid7(clock.now())); }

Result<QJsonObject> OfficeFixture::sendFrame(const server::Actor &actor, const protocol::Frame &frame)
{
    office->beginAt(clock.now());
    auto result = server::Writer::runCommand(*office, {actor, frame});
    orFatal(store->commit(clock.now()), "commit");
    return result;
}

server::Actor OfficeFixture::citizen()
{
    office->beginAt(clock.now());
    const auto made = orFatal(office->accounts.makeCitizen(clock.now()), "citizen");
    orFatal(store->commit(clock.now()), "commit");
    return {{}, made.first, {}};
}

server::Actor OfficeFixture::ready(const QString &id)
{
    office->beginAt(clock.now());
    orFatal(office->linkChanged(StaffId(id), domain::Link::Online), "link");
    orFatal(store->commit(clock.now()), "commit");
    const server::Actor actor = staff(id);
    orFatal(send(actor, protocol::PresenceSet{{}, domain::Presence::Ready, {}, false}), "ready");
    return actor;
}

void OfficeFixture::pass(std::chrono::milliseconds time)
{
    const Instant end = clock.now() + time;
    do {
        clock.advance(std::min<std::chrono::milliseconds>(server::kTick, end - clock.now()));
        office->beginAt(clock.now());
        orFatal(store->save(), "save");
        orFatal(server::tick(*office), "tick");
        for (const QString &id : server::scheduledNow(*office))
            orFatal(server::beginScheduled(*office, id), "scheduled");
        orFatal(store->release(), "release");
        orFatal(store->commit(clock.now()), "commit");
    } while (clock.now() < end);
}

protocol::RequestRow OfficeFixture::ask(const server::Actor &citizen, const QString &words, const QString &item,
                                        const QString &phone)
{
    protocol::RequestAsk ask;
    ask.request = RequestId(makeUuid7(clock.now()));
    ask.item = ItemId(item);
    ask.purpose = domain::Purpose::Errand;
    ask.words.text = words;
    ask.phone.text = phone;
    orFatal(send(citizen, ask), "ask");
    return request(ask.request);
}

protocol::RequestRow OfficeFixture::request(const RequestId &id)
{
    return orFatal(store->requests.find(id.value), "request");
}

std::vector<protocol::OfferRow> OfficeFixture::openOffers()
{
    const auto live = store->offers.live().values();
    return {live.begin(), live.end()};
}

protocol::StaffRow OfficeFixture::staffRow(const QString &id) { return orFatal(store->staff.find(id), "staff"); }

QString OfficeFixture::timers(const RequestId &id)
{
    auto *query = orFatal(store->database().run(u"SELECT kind, outcome FROM timer WHERE request = ? ORDER BY started, id"_s,
                                                {id.value}), "timers");
    QStringList lines;
    while (query->next())
        lines.append(query->value(0).toString() + u' ' + query->value(1).toString());
    return lines.join(u"; "_s);
}

void OfficeFixture::answer(const server::Actor &staff, const RequestId &id, const QString &words)
{
    const auto claimed = orFatal(send(staff, protocol::RequestClaim{{}, id}), "claim");
    protocol::MessageSend message;
    message.message = MessageId(makeUuid7(clock.now()));
    message.request = id;
    message.claimNo = claimed["claim_no"_L1].toInt();
    message.words.text = words;
    orFatal(send(staff, message), "answer");
}

} // namespace bangban::tests
