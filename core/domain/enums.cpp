// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enums.h"

namespace bangban::domain {

#define BEGIN(E) \
    template<>   \
    std::span<const QLatin1String> enumNames<E>() \
    { \
        static constexpr QLatin1String names[] = {
#define V(name, stored) QLatin1String(stored),
#define END(E) \
    } \
    ; \
    return names; \
    }
#include "core/domain/enums.def"
#undef BEGIN
#undef V
#undef END

} // namespace bangban::domain
