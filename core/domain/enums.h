// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <span>

namespace bangban::domain {

#define BEGIN(E) enum class E {
#define V(name, stored) name,
#define END(E) };
#include "core/domain/enums.def"
#undef BEGIN
#undef V
#undef END

/// The stored names of an enumeration, in the order of its values.
template<typename E>
std::span<const QLatin1String> enumNames();

template<typename E>
QLatin1String nameOf(E value)
{
    return enumNames<E>()[std::size_t(value)];
}

/// \errors BadMessage for a name that is not listed
template<typename E>
Result<E> fromName(QStringView name)
{
    const auto names = enumNames<E>();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (name == names[i])
            return E(i);
    return fail(ErrorCode::BadMessage, name.toString());
}

} // namespace bangban::domain
