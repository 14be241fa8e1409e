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

/// The code's wire name, as listed in errors.def.
QLatin1String wireName(ErrorCode code);
/// \errors BadMessage for a name that is not listed
Result<ErrorCode> errorCodeFromWire(QStringView name);
/// One English sentence on what the person should do, for programs without a translation (bangban-admin).
QLatin1String advice(ErrorCode code);

} // namespace bangban
