// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace bangban {

enum class ErrorCode {
#define ERROR(code, wire, advice) code,
#include "core/base/errors.def"
#undef ERROR
};

/// What went wrong. `detail` is for logs and for the values a message needs (a name, a line number);
/// it is never shown as the only words to a person.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// Hands an error up at once; otherwise goes on.
#define BANGBAN_JOINED(a, b) a##b
#define BANGBAN_UNIQUE(a, b) BANGBAN_JOINED(a, b)
#define TRY(call)                                                                                                      \
    do {                                                                                                               \
        if (auto BANGBAN_UNIQUE(tried, __LINE__) = (call); !BANGBAN_UNIQUE(tried, __LINE__))                          \
            return tl::unexpected<bangban::Error>(std::move(BANGBAN_UNIQUE(tried, __LINE__).error()));                 \
    } while (false)
/// Declares `name` with the value of the call, or hands its error up.
#define TAKE(name, call)                                                                                               \
    auto name##Result = (call);                                                                                        \
    if (!name##Result)                                                                                                 \
        return tl::unexpected<bangban::Error>(std::move(name##Result.error()));                                        \
    auto name = std::move(*name##Result)

/// The code's wire name, as listed in errors.def.
QLatin1String wireName(ErrorCode code);
/// \errors BadMessage for a name that is not listed
Result<ErrorCode> errorCodeFromWire(QStringView name);
/// One English sentence on what the person should do, for programs without a translation (bangban-admin).
QLatin1String advice(ErrorCode code);

} // namespace bangban
