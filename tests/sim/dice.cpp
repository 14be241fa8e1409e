// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/dice.h"

#include <QRandomGenerator>

#include <sodium.h>

namespace {
std::mt19937 &everything()
{
    static std::mt19937 engine(0);
    return engine;
}

const char *name() { return "seeded"; }
uint32_t word() { return uint32_t(everything()()); }
void fill(void *to, size_t size)
{
    for (size_t i = 0; i < size; ++i)
        static_cast<char *>(to)[i] = char(everything()());
}
randombytes_implementation g_seeded{name, word, nullptr, nullptr, fill, nullptr};
} // namespace

void bangban::sim::seedEverything(quint32 seed)
{
    everything().seed(seed);
    if (randombytes_set_implementation(&g_seeded) != 0)
        qFatal("libsodium takes no other source");
}

/// Takes the place of Qt's own in this program, which cannot be seeded. \source qrandom.h, Qt 6.4
quint64 QRandomGenerator::_fillRange(void *buffer, qptrdiff count)
{
    if (!buffer) {
        const quint64 low = everything()();
        return count > 1 ? low | quint64(everything()()) << 32 : low;
    }
    for (qptrdiff i = 0; i < count; ++i)
        static_cast<quint32 *>(buffer)[i] = quint32(everything()());
    return 0;
}
