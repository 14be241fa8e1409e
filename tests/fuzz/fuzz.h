// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What libFuzzer calls (its own name; see https://llvm.org/docs/LibFuzzer.html). In an ordinary build replay_main.cpp
/// calls it with the kept corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace bangban::tests {

/// A property that does not hold ends the process, in every build: that is a finding.
inline void hold(bool isSo, const char *property)
{
    if (isSo)
        return;
    std::fprintf(stderr, "does not hold: %s\n", property);
    std::abort();
}

/// The input in memory of its own size, so that reading behind its end is seen.
inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

/// Takes the first byte off: what a target is to do with the rest. 0 if there is none.
inline unsigned takeChoice(QByteArray &bytes)
{
    if (bytes.isEmpty())
        return 0;
    const auto choice = static_cast<unsigned char>(bytes[0]);
    bytes.remove(0, 1);
    return choice;
}

} // namespace bangban::tests
