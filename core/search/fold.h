// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bangban::search {

/// One spelling for what people write in many: NFKC with case folded (full width, ㈠, ﹝﹞), traditional characters simplified one by
/// one, control and format characters gone, every white space a space. What is compared or indexed went through here; a change
/// of the result is a change of the index's version. \source Unicode 15 NFKC_Casefold; ICU's Traditional-Simplified
QString fold(QStringView text);

/// The fold without what people leave out or put between: stops, brackets, spaces.
QString bare(QStringView text);

/// What a folded UTF-16 unit is to a word.
enum class Sort : quint8 {
    Gap,   ///< ends a word
    Script, ///< of a script without spaces: Han, kana, Hangul. One character is a word, and so are two
    Word,  ///< letters and digits of the other scripts: a run is a word
};
Sort sortOf(char16_t unit);

} // namespace bangban::search
