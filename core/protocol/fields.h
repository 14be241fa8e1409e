// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/enums.h"
#include "core/protocol/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace bangban::protocol {

/// What a person typed. Kept as typed (NUL, right-to-left marks, characters outside the BMP), stored as bytes,
/// never rendered as markup. Every other string is a code or an id and may hold neither NUL nor lone surrogates.
struct Words {
    QString text;
    friend bool operator==(const Words &, const Words &) = default;
};

/// How a field is checked when it is read; writing never fails.
struct Rule {
    bool required = false;
    int maxLength = 0; ///< UTF-16 units for strings, entries for lists; 0 takes the type's default
};
inline constexpr Rule kRequired{true, 0};
inline constexpr Rule optionalUpTo(int length) { return {false, length}; }
inline constexpr Rule requiredUpTo(int length) { return {true, length}; }

inline constexpr int kMaxCode = 200;        ///< codes, names, ids
inline constexpr int kMaxWords = 20'000;    ///< one chat message (behaviour §11)
inline constexpr int kMaxCanned = 1'000;   ///< a canned phrase
inline constexpr int kMaxCannedCode = 20;  ///< what finds it
inline constexpr int kMaxList = 1'000;

/// Every row and message describes itself once:
///     template<typename V> static void fields(V &&v) { v("id", &RequestRow::id, kRequired); … }
/// and this one description serves reading, writing, SQL columns and PROTOCOL.md's check.
template<typename T>
concept Described = requires { T::fields([](auto &&...) {}); };

template<typename T>
struct IsId : std::false_type {};
template<typename Tag>
struct IsId<Id<Tag>> : std::true_type {};
template<typename T>
struct IsOptional : std::false_type {};
template<typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template<typename T>
struct IsVector : std::false_type {};
template<typename T>
struct IsVector<std::vector<T>> : std::true_type {};

/// True if the text may stand where a code is expected: no NUL, no lone surrogate.
bool isPlainCode(QStringView text);

namespace detail {

template<typename T>
void write(JsonWriter &out, const T &value);

/// \param isWanted  says by its name whether a field is written
template<Described T, typename Wanted>
void writeFields(JsonWriter &out, const T &value, Wanted isWanted)
{
    [[maybe_unused]] static const T usual{};
    T::fields([&](const char *name, auto member, Rule rule = {}) {
        // Defaults are left out: fewer bytes, and one canonical form.
        if (!(rule.required || value.*member != usual.*member) || !isWanted(QLatin1String(name)))
            return;
        out.key(QLatin1String(name));
        write(out, value.*member);
    });
}

inline constexpr auto kEveryField = [](QLatin1String) { return true; };

template<typename T>
void write(JsonWriter &out, const T &value)
{
    if constexpr (std::is_same_v<T, bool>)
        out.boolean(value);
    else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, qint64>)
        out.number(value);
    else if constexpr (std::is_same_v<T, double>)
        out.real(value);
    else if constexpr (std::is_same_v<T, QString>)
        out.text(value);
    else if constexpr (std::is_same_v<T, QJsonObject>)
        out.value(value);
    else if constexpr (std::is_same_v<T, Words>)
        out.text(value.text);
    else if constexpr (std::is_same_v<T, Instant>)
        out.number(toMs(value));
    else if constexpr (std::is_enum_v<T>)
        out.text(domain::nameOf(value));
    else if constexpr (IsId<T>::value)
        out.text(value.value);
    else if constexpr (IsOptional<T>::value)
        value ? write(out, *value) : out.null();
    else if constexpr (IsVector<T>::value || std::is_same_v<T, QStringList>) {
        out.beginList();
        for (const auto &entry : value)
            write(out, entry);
        out.endList();
    } else {
        out.beginObject();
        writeFields(out, value, kEveryField);
        out.endObject();
    }
}

Result<QString> readCode(const QJsonValue &json, int maxLength);
/// As a code, and without control characters: ids stand in lists that these part. \errors BadMessage, TooLarge, BadText
Result<QString> readId(const QJsonValue &json);
Result<Words> readWords(const QJsonValue &json, int maxLength);
Result<qint64> readInteger(const QJsonValue &json, qint64 low, qint64 high);

template<typename T>
Result<T> read(const QJsonValue &json, Rule rule);

template<Described T>
Result<T> readObject(const QJsonObject &object)
{
    T value;
    std::optional<Error> error;
    T::fields([&](const char *name, auto member, Rule rule = {}) {
        if (error)
            return;
        using Field = std::remove_cvref_t<decltype(value.*member)>;
        const QJsonValue json = object.value(QLatin1String(name));
        if (json.isUndefined() || json.isNull()) {
            if (rule.required)
                error = Error{ErrorCode::BadMessage, QLatin1String(name) + QLatin1String(" is missing")};
            return;
        }
        auto field = read<Field>(json, rule);
        if (field)
            value.*member = std::move(*field);
        else
            error = Error{field.error().code, QLatin1String(name) + QLatin1String(": ") + field.error().detail};
    });
    if (error)
        return tl::unexpected<Error>(*error);
    return value;
}

template<typename T>
Result<std::vector<T>> readVector(const QJsonValue &json, int maxLength)
{
    if (!json.isArray())
        return fail(ErrorCode::BadMessage, QStringLiteral("a list is expected"));
    const QJsonArray array = json.toArray();
    if (array.size() > maxLength)
        return fail(ErrorCode::TooLarge, QString::number(array.size()));
    std::vector<T> list;
    list.reserve(std::size_t(array.size()));
    for (const QJsonValue &entry : array) {
        auto value = read<T>(entry, kRequired);
        if (!value)
            return tl::unexpected<Error>(value.error());
        list.push_back(std::move(*value));
    }
    return list;
}

template<typename T>
Result<T> read(const QJsonValue &json, Rule rule)
{
    const auto upTo = [&](int usual) { return rule.maxLength > 0 ? rule.maxLength : usual; };
    if constexpr (std::is_same_v<T, bool>) {
        if (!json.isBool())
            return fail(ErrorCode::BadMessage, QStringLiteral("true or false is expected"));
        return json.toBool();
    } else if constexpr (std::is_same_v<T, double>) {
        if (!json.isDouble())
            return fail(ErrorCode::BadMessage, QStringLiteral("a number is expected"));
        return json.toDouble();
    } else if constexpr (std::is_same_v<T, int>) {
        return readInteger(json, INT_MIN, INT_MAX).map([](qint64 n) { return int(n); });
    } else if constexpr (std::is_same_v<T, qint64>) {
        return readInteger(json, -(1LL << 53), 1LL << 53);
    } else if constexpr (std::is_same_v<T, Instant>) {
        return readInteger(json, 0, 253'402'300'799'999).map(fromMs); // until the year 9999
    } else if constexpr (std::is_same_v<T, QString>) {
        return readCode(json, upTo(kMaxCode));
    } else if constexpr (std::is_same_v<T, Words>) {
        return readWords(json, upTo(kMaxWords));
    } else if constexpr (std::is_same_v<T, QJsonObject>) {
        if (!json.isObject())
            return fail(ErrorCode::BadMessage, QStringLiteral("an object is expected"));
        return json.toObject();
    } else if constexpr (std::is_same_v<T, QStringList>) {
        auto list = readVector<QString>(json, upTo(kMaxList));
        if (!list)
            return tl::unexpected<Error>(list.error());
        return QStringList(list->begin(), list->end());
    } else if constexpr (std::is_enum_v<T>) {
        return domain::fromName<T>(json.toString());
    } else if constexpr (IsId<T>::value) {
        return readId(json).map([](QString s) { return T(std::move(s)); });
    } else if constexpr (IsOptional<T>::value) {
        return read<typename T::value_type>(json, rule).map([](auto v) { return T(std::move(v)); });
    } else if constexpr (IsVector<T>::value) {
        return readVector<typename T::value_type>(json, upTo(kMaxList));
    } else {
        if (!json.isObject())
            return fail(ErrorCode::BadMessage, QStringLiteral("an object is expected"));
        return readObject<T>(json.toObject());
    }
}

} // namespace detail

/// The value as one JSON object, fields in the order of its description.
template<Described T>
QByteArray toBytes(const T &value)
{
    JsonWriter out;
    detail::write(out, value);
    return out.bytes();
}

/// Only the fields whose names are wanted.
template<Described T, typename Wanted>
QByteArray toBytes(const T &value, Wanted isWanted)
{
    JsonWriter out;
    out.beginObject();
    detail::writeFields(out, value, isWanted);
    out.endObject();
    return out.bytes();
}

template<Described T>
QJsonObject toJson(const T &value)
{
    return QJsonDocument::fromJson(toBytes(value)).object();
}

/// \errors BadMessage with the field's name, TooLarge, BadText
template<Described T>
Result<T> fromJson(const QJsonObject &object)
{
    return detail::readObject<T>(object);
}

} // namespace bangban::protocol
