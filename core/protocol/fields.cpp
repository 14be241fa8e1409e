// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/fields.h"

#include <algorithm>

namespace bangban::protocol {

bool isPlainCode(QStringView text)
{
    return !text.contains(QChar(0)) && text.isValidUtf16();
}

namespace detail {

Result<QString> readCode(const QJsonValue &json, int maxLength)
{
    if (!json.isString())
        return fail(ErrorCode::BadMessage, QStringLiteral("a text is expected"));
    QString text = json.toString();
    if (text.size() > maxLength)
        return fail(ErrorCode::TooLarge, QString::number(text.size()));
    if (!isPlainCode(text))
        return fail(ErrorCode::BadText);
    return text;
}

Result<QString> readId(const QJsonValue &json)
{
    auto id = readCode(json, kMaxCode);
    if (id && std::any_of(id->cbegin(), id->cend(), [](QChar c) { return c.unicode() < 0x20; }))
        return fail(ErrorCode::BadText);
    return id;
}

Result<Words> readWords(const QJsonValue &json, int maxLength)
{
    if (!json.isString())
        return fail(ErrorCode::BadMessage, QStringLiteral("a text is expected"));
    QString text = json.toString();
    if (text.size() > maxLength)
        return fail(ErrorCode::TooLarge, QString::number(text.size()));
    return Words{std::move(text)};
}

Result<qint64> readInteger(const QJsonValue &json, qint64 low, qint64 high)
{
    constexpr qint64 kNone = std::numeric_limits<qint64>::min();
    // toInteger takes only whole numbers; 1.5 or 1e300 come back as the default.
    const qint64 value = json.toInteger(kNone);
    if (value == kNone || value < low || value > high)
        return fail(ErrorCode::BadMessage, QStringLiteral("a whole number in range is expected"));
    return value;
}

} // namespace detail
} // namespace bangban::protocol
