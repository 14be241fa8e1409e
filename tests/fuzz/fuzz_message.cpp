// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/codec.h"
#include "tests/fuzz/fuzz.h"

#include <QHash>

using namespace bangban;
using namespace bangban::protocol;
using namespace bangban::tests;

namespace {

/// What can be read can be written, and read again as the same.
template<typename T>
void readAndWrite(const QJsonObject &body)
{
    const auto value = fromJson<T>(body);
    if (!value)
        return;
    const QByteArray written = encode(*value);
    const auto frame = decode(written);
    hold(frame.has_value() || written.size() > kMaxMessage, "what was written is a frame");
    if (!frame)
        return;
    hold(frame->type == wireName<T>(), "the name comes back");
    const auto again = fromJson<T>(frame->body);
    hold(again.has_value(), "what was written can be read");
    hold(encode(*again) == written, "and is the same");
    hold(QJsonDocument::fromJson(toBytes(*value)).isObject(), "a row is JSON");
}

using Reader = void (*)(const QJsonObject &);
constexpr std::pair<QLatin1String, Reader> kReaders[] = {
#define TO_SERVER(type, wire, since) {QLatin1String(wire), &readAndWrite<type>},
#define TO_CLIENT(type, wire, since) {QLatin1String(wire), &readAndWrite<type>},
#define COMMAND(type, wire, since, permission) {QLatin1String(wire), &readAndWrite<type>},
#define ENTITY(type, wire, since) {QLatin1String(wire), &readAndWrite<type>},
#include "core/protocol/messages.def"
#undef TO_SERVER
#undef TO_CLIENT
#undef COMMAND
#undef ENTITY
};

} // namespace

/// The reader of frames and of every message and row. Behind a first byte 0x02 the second names the reader by its place in
/// messages.def, so that mutations need not spell names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray bytes = bytesOf(data, size);
    if (!bytes.isEmpty() && bytes[0] == '\x02') {
        bytes.remove(0, 1);
        const auto &[name, reader] = kReaders[takeChoice(bytes) % std::size(kReaders)];
        reader(QJsonDocument::fromJson(bytes).object());
        return 0;
    }
    const auto frame = decode(bytes);
    if (!frame)
        return 0;
    for (const auto &[name, reader] : kReaders)
        if (frame->type == name)
            reader(frame->body);
    return 0;
}
