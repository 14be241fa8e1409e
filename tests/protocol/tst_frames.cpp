// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid7.h"
#include "core/protocol/codec.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace bangban;
using namespace bangban::protocol;
using namespace Qt::StringLiterals;

namespace {

/// A value of every kind that differs from its default, the same in every run.
template<typename T>
T sample(const char *name)
{
    if constexpr (std::is_same_v<T, bool>)
        return true;
    else if constexpr (std::is_same_v<T, int>)
        return 7;
    else if constexpr (std::is_same_v<T, qint64>)
        return 1'234'567;
    else if constexpr (std::is_same_v<T, QString>)
        return QLatin1String(name) + u"-示例"_s;
    else if constexpr (std::is_same_v<T, Words>)
        return Words{u"办事\u202E😀𠮷<b>\n"_s + QChar(0)};
    else if constexpr (std::is_same_v<T, Instant>)
        return fromMs(1'795'996'800'123);
    else if constexpr (std::is_same_v<T, QStringList>)
        return QStringList{u"一"_s, u"二"_s};
    else if constexpr (std::is_same_v<T, QJsonObject>)
        return QJsonObject{{u"key"_s, u"值"_s}};
    else if constexpr (std::is_enum_v<T>)
        return T(1);
    else if constexpr (IsId<T>::value)
        return T(u"019f0000-0000-7000-8000-000000000001"_s);
    else if constexpr (IsOptional<T>::value)
        return T(sample<typename T::value_type>(name));
    else if constexpr (IsVector<T>::value)
        return T{sample<typename T::value_type>(name)};
    else {
        T value;
        T::fields([&](const char *field, auto member, Rule = {}) {
            value.*member = sample<std::remove_cvref_t<decltype(value.*member)>>(field);
        });
        return value;
    }
}

struct Golden {
    QString name;
    QByteArray frame;               ///< as this program writes it
    std::function<QByteArray(const QByteArray &)> roundTrip; ///< read and written again; empty if it cannot be read
};

template<typename T>
Golden golden()
{
    return {wireName<T>(), encode(sample<T>("x")), [](const QByteArray &bytes) {
                const auto frame = decode(bytes);
                if (!frame || frame->type != wireName<T>())
                    return QByteArray();
                const auto value = fromJson<T>(frame->body);
                return value ? encode(*value) : value.error().detail.toUtf8();
            }};
}

QList<Golden> all()
{
    return {
#define TO_SERVER(type, wire, since) golden<type>(),
#define TO_CLIENT(type, wire, since) golden<type>(),
#define COMMAND(type, wire, since, permission) golden<type>(),
#define ENTITY(type, wire, since) golden<type>(),
#include "core/protocol/messages.def"
#undef TO_SERVER
#undef TO_CLIENT
#undef COMMAND
#undef ENTITY
    };
}

const QString kFile = QStringLiteral(BANGBAN_SOURCE_DIR "/tests/data/frames.jsonl");

QHash<QString, QByteArray> stored()
{
    QFile file(kFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHash<QString, QByteArray> frames;
    const auto lines = file.readAll().split('\n');
    for (const QByteArray &line : lines)
        if (!line.isEmpty())
            frames.insert(QJsonDocument::fromJson(line)["t"_L1].toString(), line);
    return frames;
}

} // namespace

/// The wire of a released version never changes: each message's frame is kept in tests/data/frames.jsonl. A new
/// message or field adds to it (BANGBAN_WRITE_FRAMES=1 writes the file anew; review the difference).
class TestFrames : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyMessageWritesItsGoldenFrame();
    void everyGoldenFrameIsReadAndWrittenAlike();
    void everyMessageStandsInTheProtocolText();
    void unknownFieldsAreIgnored();
    void aMissingFieldNamesItself();
    void codesWithNulOrLoneSurrogatesAreRefused();
    void anyTextIsWrittenAsQtReadsIt();
};

void TestFrames::initTestCase()
{
    if (!qEnvironmentVariableIsSet("BANGBAN_WRITE_FRAMES"))
        return;
    QFile file(kFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const Golden &entry : all())
        file.write(entry.frame + '\n');
}

void TestFrames::everyMessageWritesItsGoldenFrame()
{
    const auto frames = stored();
    QCOMPARE(frames.size(), all().size());
    for (const Golden &entry : all())
        QCOMPARE(QJsonDocument::fromJson(entry.frame), QJsonDocument::fromJson(frames.value(entry.name)));
}

void TestFrames::everyGoldenFrameIsReadAndWrittenAlike()
{
    const auto frames = stored();
    for (const Golden &entry : all())
        QCOMPARE(entry.roundTrip(frames.value(entry.name)), entry.frame);
}

void TestFrames::everyMessageStandsInTheProtocolText()
{
    QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/core/protocol/PROTOCOL.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QStringList missing;
    for (const Golden &entry : all()) {
        const QJsonObject body = QJsonDocument::fromJson(entry.frame).object();
        if (!text.contains(u"`%1`"_s.arg(entry.name)))
            missing.append(entry.name);
        for (auto field = body.constBegin(); field != body.constEnd(); ++field)
            if (field.key() != "t"_L1 && !text.contains(u'`' + field.key()))
                missing.append(entry.name + u'.' + field.key());
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
}

void TestFrames::unknownFieldsAreIgnored()
{
    QJsonObject body = toJson(sample<MessageSend>("x"));
    body.insert(u"from_the_future"_s, 1);
    QVERIFY(fromJson<MessageSend>(body));
}

void TestFrames::aMissingFieldNamesItself()
{
    QJsonObject body = toJson(sample<MessageSend>("x"));
    body.remove(u"request"_s);
    const auto read = fromJson<MessageSend>(body);
    QVERIFY(!read);
    QCOMPARE(read.error(), (Error{ErrorCode::BadMessage, u"request is missing"_s}));
}

void TestFrames::codesWithNulOrLoneSurrogatesAreRefused()
{
    QJsonObject body = toJson(sample<MessageSend>("x"));
    body.insert(u"request"_s, QString(u"a"_s + QChar(0)));
    QCOMPARE(fromJson<MessageSend>(body).error().code, ErrorCode::BadText);
    body.insert(u"request"_s, QString(QChar(0xd800)));
    QCOMPARE(fromJson<MessageSend>(body).error().code, ErrorCode::BadText);
}

void TestFrames::anyTextIsWrittenAsQtReadsIt()
{
    QString control;
    for (char16_t letter = 0; letter < 0x20; ++letter)
        control += QChar(letter);
    const QStringList texts{u""_s, QString(), control, u"\"\\/\u007f\u2028\u202e"_s, u"办😀𠮷"_s,
                            u"a"_s + QChar(0xd83d) + u"b"_s, u"a"_s + QChar(0xde00), QString(QChar(0xd83d)),
                            QString(20'000, u'办')};
    for (const QString &text : texts) {
        MessageSend message;
        message.words.text = text;
        const auto frame = decode(encode(message));
        QVERIFY(frame);
        QCOMPARE(frame->body["words"_L1].toString(), text);
    }
    JsonWriter out;
    out.beginList();
    out.real(std::numeric_limits<double>::quiet_NaN());
    out.real(0.845);
    out.number(std::numeric_limits<qint64>::min());
    out.endList();
    QCOMPARE(out.bytes(), QByteArray("[null,0.845,-9223372036854775808]"));
}

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
