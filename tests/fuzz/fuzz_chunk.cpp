// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/protocol/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace bangban;
using namespace bangban::protocol;
using namespace bangban::tests;

/// The reader of file chunks.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto chunk = decodeChunk(bytes);
    if (!chunk)
        return 0;
    hold(isUuid7(chunk->file.value), "the file's id is one");
    hold(chunk->number >= 0 && qint64(chunk->number) * kChunkSize < kMaxFile, "the place lies in the longest file");
    hold(!chunk->bytes.isEmpty() && chunk->bytes.size() <= kChunkSize, "a chunk has bytes, and not too many");
    hold(encodeChunk(*chunk) == bytes, "what was read is written as it came");
    return 0;
}
