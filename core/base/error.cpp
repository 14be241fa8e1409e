// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <array>

namespace bangban {
namespace {
struct Row {
    ErrorCode code;
    QLatin1String wire;
    QLatin1String advice;
};
constexpr std::array kRows{
#define ERROR(code, wire, advice) Row{ErrorCode::code, QLatin1String(wire), QLatin1String(advice)},
#include "core/base/errors.def"
#undef ERROR
};
} // namespace

QLatin1String wireName(ErrorCode code) { return kRows[std::size_t(code)].wire; }

QLatin1String advice(ErrorCode code) { return kRows[std::size_t(code)].advice; }

Result<ErrorCode> errorCodeFromWire(QStringView name)
{
    for (const Row &row : kRows)
        if (name == row.wire)
            return row.code;
    return fail(ErrorCode::BadMessage, name.toString());
}

} // namespace bangban
