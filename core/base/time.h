// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>

namespace bangban {

/// A moment, UTC, millisecond steps. The only type of time in rules, rows and messages.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// A calendar day and a wall-clock moment of the office (UTC+8 all year; see decision D-003).
using LocalDate = std::chrono::local_days;
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;

using namespace std::chrono_literals;

/// China Standard Time has had no summer time since 1991, so the offset is a constant.
inline constexpr std::chrono::hours kOfficeOffset{8};

inline LocalTime toLocal(Instant t) { return LocalTime(t.time_since_epoch() + kOfficeOffset); }
inline Instant toInstant(LocalTime t) { return Instant(t.time_since_epoch() - kOfficeOffset); }
inline LocalDate dateOf(Instant t) { return std::chrono::floor<std::chrono::days>(toLocal(t)); }
/// The moment at `minutes` after midnight of `date` at the office.
inline Instant at(LocalDate date, std::chrono::minutes minutes) { return toInstant(LocalTime(date) + minutes); }
inline qint64 toMs(Instant t) { return t.time_since_epoch().count(); }
inline Instant fromMs(qint64 ms) { return Instant(std::chrono::milliseconds(ms)); }

/// "2026-11-23T10:00:45.120+08:00"; milliseconds are left out when zero.
QString toIso(Instant t);
/// Reads ISO 8601 with an offset or Z; seconds may be missing. \errors BadMessage
Result<Instant> instantFromIso(QStringView text);
/// "2026-11-23"
QString toIso(LocalDate date);
/// \errors BadMessage
Result<LocalDate> dateFromIso(QStringView text);

} // namespace bangban
