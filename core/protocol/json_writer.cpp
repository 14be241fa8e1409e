// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/json_writer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace bangban::protocol {

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t kUsualSize = 1500; ///< a request row is about 1,100 bytes
constexpr std::size_t kLongestName = 64;

const char16_t *unitsOf(QStringView text) { return text.isEmpty() ? u"" : text.utf16(); }

struct WideName {
    explicit WideName(QLatin1String name) : length(rapidjson::SizeType(name.size()))
    {
        Q_ASSERT(std::size_t(name.size()) <= letters.size());
        std::copy(name.begin(), name.end(), letters.begin());
    }
    std::array<char16_t, kLongestName> letters;
    rapidjson::SizeType length;
};
} // namespace

struct JsonWriter::Backend {
    rapidjson::StringBuffer buffer{nullptr, kUsualSize};
    rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF16<char16_t>, rapidjson::UTF8<>> writer{buffer};
};

JsonWriter::JsonWriter() : m_backend(std::make_unique<Backend>()) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::beginObject() { m_backend->writer.StartObject(); }
void JsonWriter::endObject() { m_backend->writer.EndObject(); }
void JsonWriter::beginList() { m_backend->writer.StartArray(); }
void JsonWriter::endList() { m_backend->writer.EndArray(); }

void JsonWriter::key(QLatin1String name)
{
    const WideName wide(name);
    m_backend->writer.Key(wide.letters.data(), wide.length);
}

void JsonWriter::text(QLatin1String value)
{
    const WideName wide(value);
    m_backend->writer.String(wide.letters.data(), wide.length);
}

void JsonWriter::text(QStringView value)
{
    if (value.isValidUtf16()) {
        m_backend->writer.String(unitsOf(value), rapidjson::SizeType(value.size()));
        return;
    }
    // The backend stops at a lone surrogate.
    QString escaped(u'"');
    for (const QChar letter : value)
        escaped += u"\\u%1"_s.arg(letter.unicode(), 4, 16, QChar(u'0'));
    escaped += u'"';
    m_backend->writer.RawValue(unitsOf(escaped), std::size_t(escaped.size()), rapidjson::kStringType);
}

void JsonWriter::number(qint64 value) { m_backend->writer.Int64(value); }
void JsonWriter::real(double value) { qIsFinite(value) ? m_backend->writer.Double(value) : m_backend->writer.Null(); }
void JsonWriter::boolean(bool value) { m_backend->writer.Bool(value); }
void JsonWriter::null() { m_backend->writer.Null(); }

void JsonWriter::value(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        beginObject();
        for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
            text(QStringView(field.key())); // a key is a text in its place
            this->value(*field);
        }
        return endObject();
    }
    case QJsonValue::Array: {
        const QJsonArray list = value.toArray();
        beginList();
        for (const QJsonValue &entry : list)
            this->value(entry);
        return endList();
    }
    case QJsonValue::String: return text(value.toString());
    case QJsonValue::Bool: return boolean(value.toBool());
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        return double(whole) == value.toDouble() ? number(whole) : real(value.toDouble());
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: return null();
    }
}

QByteArray JsonWriter::bytes() const
{
    return {m_backend->buffer.GetString(), qsizetype(m_backend->buffer.GetSize())};
}

} // namespace bangban::protocol
