// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <memory>

namespace bangban::protocol {

/// Writes compact JSON (RFC 8259, UTF-8) without building a tree first: every row that is written and every message
/// that is sent goes through here. Text comes out as it went in; a lone surrogate is escaped, as QJsonDocument does.
class JsonWriter {
public:
    JsonWriter();
    ~JsonWriter();
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    void beginObject();
    void endObject();
    void beginList();
    void endList();
    void key(QLatin1String name);
    void text(QStringView value);
    void text(QLatin1String value); ///< a name of the program's own, at most 64 letters
    void number(qint64 value);
    void real(double value);
    void boolean(bool value);
    void null();
    void value(const QJsonValue &value);

    /// What was written so far; whole once every object and list has ended.
    [[nodiscard]] QByteArray bytes() const;

private:
    struct Backend;
    std::unique_ptr<Backend> m_backend;
};

} // namespace bangban::protocol
