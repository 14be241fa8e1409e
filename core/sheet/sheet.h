// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

/// Tables that people bring: what a spreadsheet program saves.
namespace bangban::sheet {

inline constexpr qsizetype kLargestFile = 20'000'000;   ///< bytes
inline constexpr qsizetype kLargestPart = 50'000'000;   ///< bytes of one part of a workbook, unpacked: what a small file can grow to
inline constexpr int kMostRows = 20'000;
inline constexpr int kMostColumns = 200;
inline constexpr qsizetype kLongestCell = 100'000;      ///< characters
inline constexpr int kMostStrings = 500'000;           ///< that cells of a workbook share
inline constexpr qsizetype kMostCharacters = 50'000'000; ///< of all cells

/// The rows of a file, each as long as the longest, without the empty ones at its end: the first sheet of a workbook (ECMA-376, .xlsx), a
/// list of JSON objects, whose keys are the first row, or CSV (RFC 4180, also with ; or tabs) in UTF-8, UTF-16 with its mark, or GB18030, in
/// which office programs save it here. A day of a workbook is its number of days since 1899-12-30, as it stands in the file.
/// \errors BadImport with what is wrong: "empty", "size", "rows", "columns", "cell", "zip", "xml", "quote" (one is not closed), "characters", "json",
/// "1904" (its days are counted from that year)
Result<QList<QStringList>> read(const QByteArray &content);

} // namespace bangban::sheet
