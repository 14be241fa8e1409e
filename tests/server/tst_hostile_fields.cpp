// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secrets.h"
#include "tests/support/hostile_room.h"

#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using namespace bangban::protocol;
using domain::Permission;

namespace {

/// What a field of a description is made of, as far as its reader cares.
enum class Kind { Code, Words, Integer, Flag, Choice, List, Object };

template<typename T>
constexpr Kind kindOf()
{
    if constexpr (IsOptional<T>::value)
        return kindOf<typename T::value_type>();
    else if constexpr (std::is_same_v<T, QString> || IsId<T>::value)
        return Kind::Code;
    else if constexpr (std::is_same_v<T, Words>)
        return Kind::Words;
    else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, qint64> || std::is_same_v<T, Instant>)
        return Kind::Integer;
    else if constexpr (std::is_same_v<T, bool>)
        return Kind::Flag;
    else if constexpr (std::is_enum_v<T>)
        return Kind::Choice;
    else if constexpr (std::is_same_v<T, QStringList> || IsVector<T>::value)
        return Kind::List;
    else
        return Kind::Object;
}

struct Field {
    QString name;
    Kind kind;
    Rule rule;
};

/// A message that clients send, with its fields and the one who may send it.
struct Message {
    QString type;
    Who speaker = Who::Agent;
    std::optional<Permission> permission; ///< of a command
    QList<Field> fields;
};

/// Everybody who must not; written down here once more, so that a slip in the server's own table shows.
QList<Who> strangersTo(Permission permission)
{
    switch (permission) {
    case Permission::Ask:
        return {Who::Agent, Who::Supervisor, Who::System, Who::Security, Who::Audit};
    case Permission::Talk:
        return {Who::System, Who::Security, Who::Audit};
    case Permission::SendFiles:
        return {Who::Reviewer, Who::System, Who::Security, Who::Audit};
    case Permission::Serve:
        return {Who::Citizen, Who::System, Who::Security, Who::Audit};
    case Permission::AnswerAll:
    case Permission::ReceiveAlarms:
    case Permission::BlockCitizens:
        return {Who::Citizen, Who::Agent, Who::System, Who::Security, Who::Audit};
    case Permission::ManageAccounts:
        return {Who::Citizen, Who::Agent, Who::Supervisor, Who::System, Who::Audit};
    case Permission::ManageCatalogue:
        return {Who::Citizen, Who::Agent, Who::Supervisor, Who::Security, Who::Audit};
    case Permission::Import:
        return {Who::Citizen, Who::Agent, Who::Supervisor, Who::Audit};
    case Permission::WriteKnowledge:
        return {Who::Citizen, Who::Agent, Who::Supervisor, Who::System, Who::Security, Who::Audit, Who::Reviewer};
    case Permission::InspectKnowledge:
    case Permission::ReviewKnowledge:
        return {Who::Citizen, Who::Agent, Who::Supervisor, Who::System, Who::Security, Who::Audit, Who::Author};
    default:
        return {};
    }
}

template<typename T>
Message message(Who speaker, std::optional<Permission> permission = {})
{
    Message made{QString(wireName<T>()), speaker, permission, {}};
    T::fields([&](const char *name, auto member, Rule rule = {}) {
        using Type = std::remove_cvref_t<decltype(std::declval<T>().*member)>;
        made.fields.append({QString::fromLatin1(name), kindOf<Type>(), rule});
    });
    return made;
}

const QList<Message> &messages()
{
    static const QList<Message> all = [] {
        QList<Message> list{
#define TO_SERVER(type, wire, since) message<type>(Who::Agent),
#define TO_CLIENT(type, wire, since)
#define COMMAND(type, wire, since, permission) message<type>(speakerFor(Permission::permission), Permission::permission),
#define ENTITY(type, wire, since)
#include "core/protocol/messages.def"
#undef TO_SERVER
#undef TO_CLIENT
#undef COMMAND
#undef ENTITY
        };
        for (Message &entry : list) {
            if (entry.type == wireName<Hello>())
                entry.speaker = Who::Stranger;
            else if (entry.type == wireName<SignIn>())
                entry.speaker = Who::Greeted;
        }
        return list;
    }();
    return all;
}

/// The golden frame without its number: every sending gets its own.
QJsonObject goldenBody(const Message &message)
{
    QJsonObject body = goldenFrames().value(message.type);
    body.remove("cmd_id"_L1);
    return body;
}

QJsonObject goldenWith(const Message &message, const QString &field, const QJsonValue &value)
{
    QJsonObject body = goldenBody(message);
    body.insert(field, value);
    return body;
}

struct Wrong {
    QJsonValue value;
    QString complaint;
};

Wrong wrongTypeFor(Kind kind)
{
    switch (kind) {
    case Kind::Code:
    case Kind::Words: return {7, u"a text is expected"_s};
    case Kind::Integer: return {u"7"_s, u"a whole number in range is expected"_s};
    case Kind::Flag: return {1, u"true or false is expected"_s};
    case Kind::Choice: return {7, u""_s}; // a choice is read by its name, and this has none
    case Kind::List: return {QJsonObject(), u"a list is expected"_s};
    case Kind::Object: return {QJsonArray(), u"an object is expected"_s};
    }
    return {};
}

int limitOf(const Field &field)
{
    if (field.rule.maxLength > 0)
        return field.rule.maxLength;
    return field.kind == Kind::Words ? kMaxWords : field.kind == Kind::List ? kMaxList : kMaxCode;
}

} // namespace

/// Every message of messages.def, said by the wrong person or with one wrong field: each gets its exact refusal, and the
/// next person is served.
class TestHostileFields : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyMessage_data();
    void everyMessage();
    void thereAreEnoughOfThem();
    void whatWasWrittenCanBeReadAgain();

private:
    void add(const QString &name, Who who, const QByteArray &bytes, const Expected &expected);
    void addPersons(const Message &message);
    void addFields(const Message &message);
    void addTexts(const Message &message, const Field &field);
    void addNumbersAndLists(const Message &message, const Field &field);
    void addCommandIds(const Message &message);

    std::unique_ptr<HostileRoom> m_room;
    int m_rows = 0;
};

void TestHostileFields::initTestCase()
{
    QVERIFY(crypto::prepare());
    m_room = std::make_unique<HostileRoom>();
}

void TestHostileFields::add(const QString &name, Who who, const QByteArray &bytes, const Expected &expected)
{
    QTest::newRow(qPrintable(name)) << int(who) << bytes << int(expected.kind) << expected.name << expected.detail;
    ++m_rows;
}

void TestHostileFields::addPersons(const Message &message)
{
    const QByteArray good = frameOf(message.type, goldenBody(message));
    if (message.type != wireName<Hello>())
        add(message.type + u" before hello"_s, Who::Stranger, good, refused(u"not_signed_in"_s, message.type));
    const bool needsPerson = message.type != wireName<Hello>() && message.type != wireName<SignIn>() && message.type != wireName<Ping>();
    if (needsPerson)
        add(message.type + u" before sign-in"_s, Who::Greeted, good, refused(u"not_signed_in"_s, message.type));
    if (message.permission)
        for (const Who who : strangersTo(*message.permission))
            add(u"%1 by number %2"_s.arg(message.type).arg(int(who)), who, frameOf(message.type, goldenBody(message)),
                refused(u"forbidden"_s, message.type));
}

void TestHostileFields::addFields(const Message &message)
{
    for (const Field &field : message.fields) {
        if (field.name == "cmd_id"_L1)
            continue;
        const QString where = message.type + u'.' + field.name;
        if (field.rule.required) {
            QJsonObject without = goldenBody(message);
            without.remove(field.name);
            add(where + u" missing"_s, message.speaker, frameOf(message.type, without),
                refused(u"bad_message"_s, field.name + u" is missing"_s));
            add(where + u" null"_s, message.speaker, frameOf(message.type, goldenWith(message, field.name, QJsonValue::Null)),
                refused(u"bad_message"_s, field.name + u" is missing"_s));
        }
        const Wrong wrong = wrongTypeFor(field.kind);
        add(where + u" of a wrong type"_s, message.speaker, frameOf(message.type, goldenWith(message, field.name, wrong.value)),
            refused(u"bad_message"_s, field.name + u": "_s + wrong.complaint));
        addTexts(message, field);
        addNumbersAndLists(message, field);
    }
}

void TestHostileFields::addTexts(const Message &message, const Field &field)
{
    const QString where = message.type + u'.' + field.name;
    const auto row = [&](const QString &what, const QString &text, const Expected &expected) {
        add(where + what, message.speaker, frameOf(message.type, goldenWith(message, field.name, text)), expected);
    };
    const int tooLong = limitOf(field) + 1;
    if (field.kind == Kind::Code || field.kind == Kind::Words)
        row(u" too long"_s, QString(tooLong, u'a'), refused(u"too_large"_s, u"%1: %2"_s.arg(field.name).arg(tooLong)));
    if (field.kind == Kind::Code) {
        row(u" with NUL"_s, u"a"_s + QChar(0) + u"b"_s, refused(u"bad_text"_s, field.name + u": "_s));
        row(u" with half a letter"_s, u"a"_s + QChar(0xd83d), refused(u"bad_text"_s, field.name + u": "_s));
    }
    if (field.kind == Kind::Choice)
        row(u" that is no choice"_s, u"no_such"_s, refused(u"bad_message"_s, field.name + u": no_such"_s));
}

void TestHostileFields::addNumbersAndLists(const Message &message, const Field &field)
{
    const QString where = message.type + u'.' + field.name;
    const auto row = [&](const QString &what, const QJsonValue &value, const Expected &expected) {
        add(where + what, message.speaker, frameOf(message.type, goldenWith(message, field.name, value)), expected);
    };
    if (field.kind == Kind::Integer)
        for (const double number : {1.5, 1e300})
            row(u" of %1"_s.arg(number), number, refused(u"bad_message"_s, field.name + u": a whole number in range is expected"_s));
    if (field.kind != Kind::List)
        return;
    QJsonArray tooMany;
    for (int i = 0; i <= limitOf(field); ++i)
        tooMany.append(u"agent"_s);
    row(u" too long"_s, tooMany, refused(u"too_large"_s, u"%1: %2"_s.arg(field.name).arg(tooMany.size())));
    row(u" of numbers"_s, QJsonArray{7}, refused(u"bad_message"_s));
}

/// The number of a command: it must be there, be a UUIDv7, and mean one thing.
void TestHostileFields::addCommandIds(const Message &message)
{
    if (!message.permission)
        return;
    const auto row = [&](const QString &what, const QJsonValue &id) {
        add(message.type + u" with a number "_s + what, message.speaker, frameOf(message.type, goldenWith(message, u"cmd_id"_s, id)),
            refused(u"bad_message"_s, u"cmd_id"_s));
    };
    row(u"that is none"_s, QJsonValue::Null);
    row(u"of version 4"_s, u"9b2f6c1e-6a0b-4a55-9d1d-0c7f7b0a7d11"_s);
    row(u"in capitals"_s, WireClient::newId().toUpper());
    row(u"with NUL"_s, QString(WireClient::newId().left(35) + QChar(0)));
}

void TestHostileFields::everyMessage_data()
{
    QTest::addColumn<int>("who");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("detail");
    m_rows = 0;
    for (const Message &entry : messages()) {
        addPersons(entry);
        addFields(entry);
        addCommandIds(entry);
    }
}

void TestHostileFields::everyMessage()
{
    QFETCH(int, who);
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(QString, name);
    QFETCH(QString, detail);
    const QString fault = m_room->faultOf(Who(who), bytes, {Expected::Kind(kind), name, detail});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    const QString service = m_room->faultOfService();
    QVERIFY2(service.isEmpty(), qPrintable(service));
}

void TestHostileFields::thereAreEnoughOfThem()
{
    qInfo("%d hostile messages", m_rows);
    QVERIFY(m_rows >= 400);
}

void TestHostileFields::whatWasWrittenCanBeReadAgain()
{
    m_room->restart();
    QCOMPARE(m_room->faultOfService(), QString());
}

QTEST_GUILESS_MAIN(TestHostileFields)
#include "tst_hostile_fields.moc"
