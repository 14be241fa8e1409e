// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>

namespace bangban::search {

namespace {

constexpr int kUnits = 0x10000;
constexpr char16_t kGone = 0xFFFF;   ///< no character: folds to nothing
constexpr char16_t kLonger = 0xFFFE; ///< no character: folds to several units, or depends on its neighbours

icu::UnicodeString toIcu(QStringView text)
{
    return {text.utf16(), int32_t(text.size())};
}

/// ICU's own data cannot be missing: the library does not load without it.
template<typename T>
T &need(T *made, UErrorCode status, const char *what)
{
    if (U_FAILURE(status) || !made)
        qFatal("ICU without %s: %s", what, u_errorName(status));
    return *made;
}

const icu::Normalizer2 &caseFolder()
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    return need(folder, status, "NFKC_Casefold");
}

/// The fold of each unit by itself, and what it then is to a word.
class Table {
public:
    Table()
    {
        fillSimplified();
        for (int unit = 0; unit < kUnits; ++unit) {
            m_fold[std::size_t(unit)] = foldOf(char16_t(unit));
            m_sort[std::size_t(unit)] = sortOf(char16_t(unit));
        }
    }
    [[nodiscard]] char16_t fold(char16_t unit) const { return m_fold[unit]; }
    [[nodiscard]] Sort sort(char16_t unit) const { return m_sort[unit]; }

private:
    void fillSimplified()
    {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Transliterator> simplifier(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
        need(simplifier.get(), status, "Traditional-Simplified");
        icu::UnicodeString all; // each on a line of its own, so that no phrase is seen
        for (int unit = 0; unit < kUnits; ++unit) {
            m_simplified[std::size_t(unit)] = char16_t(unit);
            if (u_hasBinaryProperty(unit, UCHAR_IDEOGRAPHIC))
                all.append(char16_t(unit)).append(u'\n');
        }
        icu::UnicodeString simple = all;
        simplifier->transliterate(simple);
        if (simple.length() != all.length())
            qFatal("ICU simplifies one character to several");
        for (int32_t at = 0; at < all.length(); at += 2)
            m_simplified[all[at]] = simple[at];
        for (char16_t &unit : m_simplified) // a simple form may be the traditional one of another
            for (int step = 0; step < 3 && m_simplified[unit] != unit; ++step)
                unit = m_simplified[unit];
    }

    [[nodiscard]] char16_t foldOf(char16_t unit) const
    {
        if (u_isUWhiteSpace(unit))
            return u' ';
        if (U_IS_SURROGATE(unit))
            return kLonger; // two of them are one character
        const int8_t category = u_charType(unit);
        if (category == U_CONTROL_CHAR || category == U_FORMAT_CHAR || category == U_UNASSIGNED)
            return kGone;
        if (joins(unit))
            return kLonger;
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString folded = caseFolder().normalize(icu::UnicodeString(unit), status);
        if (U_FAILURE(status))
            qFatal("NFKC_Casefold: %s", u_errorName(status));
        return folded.isEmpty() ? kGone : folded.length() > 1 || joins(folded[0]) ? kLonger : m_simplified[folded[0]];
    }

    /// Makes one of itself and what stands before it.
    static bool joins(char16_t unit)
    {
        const int8_t category = u_charType(unit);
        return category == U_NON_SPACING_MARK || category == U_COMBINING_SPACING_MARK || category == U_ENCLOSING_MARK
            || (unit >= 0x1100 && unit < 0x1200);
    }

    static Sort sortOf(char16_t unit)
    {
        if (U_IS_SURROGATE(unit))
            return Sort::Script; // two of them are a rare ideograph, or a sign nobody looks for
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(unit, &status);
        if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL)
            return u_isalnum(unit) || u_hasBinaryProperty(unit, UCHAR_IDEOGRAPHIC) ? Sort::Script : Sort::Gap;
        return u_isalnum(unit) || u_charType(unit) == U_NON_SPACING_MARK ? Sort::Word : Sort::Gap;
    }

    std::array<char16_t, kUnits> m_simplified{};
    std::array<char16_t, kUnits> m_fold{};
    std::array<Sort, kUnits> m_sort{};
};

const Table &table()
{
    static const auto made = std::make_unique<Table>();
    return *made;
}

/// Where a unit folds to several, or joins its neighbour, the whole text is folded by the book.
QString foldByTheBook(QStringView text)
{
    QString left = text.toString(); // what goes must not stand between a letter and its mark
    left.removeIf([](QChar c) { return table().fold(c.unicode()) == kGone; });
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded = caseFolder().normalize(toIcu(left), status);
    if (U_FAILURE(status))
        qFatal("NFKC_Casefold: %s", u_errorName(status));
    QString out(folded.length(), Qt::Uninitialized);
    qsizetype size = 0;
    for (int32_t at = 0; at < folded.length(); ++at) {
        const char16_t unit = folded[at];
        const char16_t plain = table().fold(unit);
        if (plain != kGone)
            out[size++] = plain == kLonger ? unit : plain;
    }
    out.truncate(size);
    return out;
}

} // namespace

QString fold(QStringView text)
{
    const Table &known = table();
    QString out(text.size(), Qt::Uninitialized);
    QChar *to = out.data();
    for (const QChar c : text) {
        const char16_t plain = known.fold(c.unicode());
        if (plain == kLonger)
            return foldByTheBook(text);
        if (plain != kGone)
            *to++ = plain;
    }
    out.truncate(to - out.constData());
    return out;
}

QString bare(QStringView text)
{
    QString left = fold(text);
    left.removeIf([](QChar c) { return sortOf(c.unicode()) == Sort::Gap; });
    return left;
}

Sort sortOf(char16_t unit)
{
    return table().sort(unit);
}

} // namespace bangban::search
