// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/offers.h"
#include "core/domain/permissions.h"
#include "tests/support/running_server.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace bangban;
using namespace bangban::tests;
using domain::Permission, domain::Role;

namespace {

const QString kOwnUnit = u"D01"_s;
const QString kOpenUnit = u"D02"_s, kClosedUnit = u"D03"_s; ///< others: what waits there, and what is called back from there
const QString kPassword = u"matrix-password"_s;

struct Needed {
    QString type;
    Permission permission;
};

/// Every command and the permission it needs, from the list that the server is made from.
const std::vector<Needed> &commands()
{
    static const std::vector<Needed> list{
#define TO_SERVER(type, wire, since)
#define TO_CLIENT(type, wire, since)
#define ENTITY(type, wire, since)
#define COMMAND(type, wire, since, permission) {protocol::wireName<protocol::type>(), Permission::permission},
#include "core/protocol/messages.def"
#undef TO_SERVER
#undef TO_CLIENT
#undef ENTITY
#undef COMMAND
    };
    return list;
}

/// A filled frame of each message: the golden ones.
QHash<QString, QJsonObject> filledFrames()
{
    QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/tests/data/frames.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    QHash<QString, QJsonObject> frames;
    while (!file.atEnd()) {
        const QJsonObject frame = QJsonDocument::fromJson(file.readLine()).object();
        frames.insert(frame["t"_L1].toString(), frame);
    }
    return frames;
}

std::vector<Role> allRoles()
{
    std::vector<Role> roles;
    for (int i = 0; i < int(domain::enumNames<Role>().size()); ++i)
        roles.push_back(Role(i));
    return roles;
}

bool isServing(Role role) { return domain::isGranted(role, Permission::Serve); }

} // namespace

/// Role × message × scope, generated from the permission table and tried against the running server (duties 112-116).
class TestRightsMatrix : public QObject {
    Q_OBJECT

    std::unique_ptr<Running> m_server;
    std::map<Role, std::unique_ptr<WireClient>> m_people; ///< one of each role in the own unit; Citizen is a page
    std::vector<std::unique_ptr<WireClient>> m_pages;     ///< of those who asked; they stay
    std::map<QString, RequestId> m_asked;                 ///< by planted word
    QStringList m_rowsBefore;

    /// The rows of the planted requests, as they lie in the record.
    QStringList rows() const
    {
        QStringList lines;
        std::promise<void> done;
        m_server->hub->writer().post([&](server::Office &office) -> server::Completion {
            for (const auto &[word, id] : m_asked) {
                const auto row = office.store.requests.find(id.value);
                lines.append(row ? QString::fromUtf8(protocol::toBytes(*row)) : row.error().detail);
                const auto talk = office.store.messagesOf(id);
                lines.append(QString::number(talk ? talk->size() : 0));
            }
            done.set_value();
            return {};
        });
        done.get_future().wait();
        return lines;
    }

    void plant(const QString &word, const QString &item)
    {
        m_pages.push_back(std::make_unique<WireClient>(m_server->url()));
        WireClient &page = *m_pages.back();
        page.beCitizen();
        auto ask = question(word);
        ask.item = ItemId(item);
        ask.name.text = word + u"本人"_s;
        QVERIFY(page.command(ask));
        m_asked.emplace(word, ask.request);
    }

    /// Says it without waiting for the answer.
    static CommandId say(WireClient &person, QJsonObject body)
    {
        const CommandId id = WireClient::newCommandId();
        body["cmd_id"_L1] = id.value;
        person.sendBytes(QJsonDocument(body).toJson(QJsonDocument::Compact));
        return id;
    }

    /// By the table alone: who serves sees what waits in their unit, in the district pool also what waits elsewhere; who
    /// supervises sees all of the unit, the coordinator all.
    static bool maySee(Role role, const QString &word)
    {
        if (domain::isGranted(role, Permission::SeeAll))
            return true;
        if (word.startsWith(u"外单位"_s))
            return isServing(role) && domain::standsInPool({&role, 1});
        return word.startsWith(u"本单位"_s) && (isServing(role) || domain::isGranted(role, Permission::SeeUnit));
    }

    /// From today on, whatever the time of the day is.
    void settleHours(const QString &unit, bool isOpen)
    {
        WireClient system(m_server->url());
        QVERIFY(system.beStaff(u"sample066"_s, QString(server::kDemoPassword)));
        const LocalDate today = dateOf(m_server->clock.now());
        protocol::HoursPut put;
        put.row.node = NodeId(unit);
        put.row.from = toIso(today);
        put.row.name = u"示例"_s;
        put.row.week = QStringList(7, isOpen ? u"00:00-24:00"_s : QString());
        put.row.ignoresHolidays = true;
        if (!isOpen) // neither today nor, past midnight, tomorrow
            put.row.week[int((std::chrono::weekday(std::chrono::sys_days(today.time_since_epoch())).iso_encoding() + 2) % 7)] = u"09:00-10:00"_s;
        const auto done = system.command(put);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<Running>();
        WireClient security(m_server->url());
        QVERIFY(security.beStaff(u"sample067"_s, QString(server::kDemoPassword)));
        for (const Role role : allRoles()) {
            auto &person = m_people[role];
            person = std::make_unique<WireClient>(m_server->url());
            if (role == Role::Citizen) {
                QVERIFY(!person->beCitizen().isEmpty());
                continue;
            }
            protocol::AccountPut account;
            account.staff = StaffId(WireClient::newId());
            account.login = u"matrix-"_s + QString(domain::nameOf(role));
            account.name = u"示例-"_s + QString(domain::nameOf(role));
            account.node = NodeId(kOwnUnit);
            account.roles = {role};
            account.password.text = kPassword;
            const auto made = security.command(account);
            QVERIFY2(made, made ? "" : qPrintable(account.login + u' ' + made.error().detail));
            QVERIFY2(person->beStaff(account.login, kPassword, u"my own word 7"_s), qPrintable(account.login));
        }
        settleHours(kOpenUnit, true);
        settleHours(kClosedUnit, false);
        plant(u"本单位的秘密"_s, u"IT004"_s);
        plant(u"外单位的秘密"_s, u"IT018"_s);
        plant(u"关门单位的秘密"_s, u"IT031"_s);
        // Nobody is ready, so the office's next look opens every ring to whoever waits; what comes later is up to people.
        static const QRegularExpression hasSettled(u"\"ring\":\"pool\"|\"state\":\"call_back\""_s);
        QTRY_COMPARE_WITH_TIMEOUT((m_rowsBefore = rows()).filter(hasSettled).size(), qsizetype(m_asked.size()), 5000);
    }

    void onlyWhatTheTableGrantsIsNotForbidden()
    {
        std::vector<std::tuple<Role, Needed, CommandId>> said;
        for (const auto &[role, person] : m_people)
            for (const Needed &needed : commands())
                said.emplace_back(role, needed, say(*person, {{u"t"_s, needed.type}}));
        for (const auto &[role, needed, id] : said) {
            const auto answer = m_people[role]->answerTo(id);
            const bool isForbidden = !answer && answer.error().code == ErrorCode::Forbidden;
            QVERIFY2(isForbidden != domain::isGranted(role, needed.permission), qPrintable(QString(domain::nameOf(role)) + u' ' + needed.type));
        }
        qInfo("%zu pairs of role and command", said.size());
        QVERIFY(said.size() >= m_people.size() * 25);
    }

    void whatIsOutOfViewCannotBeTouched()
    {
        const auto filled = filledFrames();
        const RequestId foreign = m_asked.at(u"关门单位的秘密"_s);
        std::vector<std::tuple<Role, Needed, CommandId>> said;
        for (const auto &[role, person] : m_people)
            for (const Needed &needed : commands()) {
                QJsonObject body = filled.value(needed.type);
                const bool isOwn = maySee(role, u"关门单位的秘密"_s) && domain::isGranted(role, needed.permission);
                if (!body.contains("request"_L1) || needed.type == protocol::wireName<protocol::RequestAsk>() || isOwn)
                    continue;
                body["request"_L1] = foreign.value;
                body["claim_no"_L1] = 1;
                for (const auto &field : {"words"_L1, "note"_L1, "reason"_L1, "phone"_L1})
                    if (body.contains(field))
                        body[field] = u"13800000000"_s;
                said.emplace_back(role, needed, say(*person, body));
            }
        for (const auto &[role, needed, id] : said) {
            const auto answer = m_people[role]->answerTo(id);
            const QString what = QString(domain::nameOf(role)) + u' ' + needed.type + u": "_s
                + (answer ? u"done"_s : QString(wireName(answer.error().code)));
            QVERIFY2(!answer, qPrintable(what));
            const auto code = answer.error().code;
            if (!domain::isGranted(role, needed.permission))
                QVERIFY2(code == ErrorCode::Forbidden, qPrintable(what));
            else // a value that is wrong for anybody may be told first; nothing of the request is
                QVERIFY2(code == ErrorCode::NotFound || code == ErrorCode::BadMessage || code == ErrorCode::BadText, qPrintable(what));
        }
        qInfo("%zu tries on a request out of view", said.size());
        QVERIFY(said.size() >= 100);
        QCOMPARE(rows(), m_rowsBefore);
    }

    void numbersAndHistoryAreForWhoServes()
    {
        for (const auto &[role, person] : m_people)
            for (const auto &[word, id] : m_asked) {
                person->send(protocol::PhoneGet{id, domain::RevealReason::Verify});
                const auto phone = person->next<protocol::Refused>().code;
                const QString what = QString(domain::nameOf(role)) + u' ' + word + u": "_s + phone;
                if (!isServing(role))
                    QVERIFY2(phone == u"forbidden"_s, qPrintable(what));
                else // one's own or a promised call-back with a number; these have none
                    QVERIFY2(phone == u"not_found"_s, qPrintable(what));
                person->send(protocol::HistoryGet{id});
                const auto history = person->next<protocol::Refused>().code;
                QVERIFY2(history == u"forbidden"_s || history == u"not_found"_s, qPrintable(what + u" history "_s + history));
            }
    }

    void nothingOutOfViewIsEverSent()
    {
        for (const auto &[role, person] : m_people)
            person->takeSnapshots();
        // And what changes while they watch.
        plant(u"本单位的新秘密"_s, u"IT004"_s);
        plant(u"关门单位的新秘密"_s, u"IT031"_s);
        WireClient watcher(m_server->url());
        QVERIFY(watcher.beStaff(u"sample058"_s, QString(server::kDemoPassword)));
        QList<protocol::Change> all;
        watcher.takeSnapshots(&all);
        for (const auto &[role, person] : m_people) {
            person->send(protocol::Ping{1});
            QCOMPARE(person->next<protocol::Pong>().sentAt, 1); // all that was told before has come
            for (const auto &[word, id] : m_asked) {
                const bool isExpected = maySee(role, word);
                for (const QByteArray &planted : {word.toUtf8(), id.value.toUtf8(), (word + u"本人"_s).toUtf8()}) {
                    const bool isThere = person->received().contains(planted);
                    const bool isToldById = planted == id.value.toUtf8() && !isExpected; // refusals repeat the id that was asked
                    QVERIFY2(isThere == isExpected || isToldById,
                             qPrintable(QString(domain::nameOf(role)) + u' ' + QString::fromUtf8(planted) + (isThere ? u" came"_s : u" is missing"_s)));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRightsMatrix)
#include "tst_rights_matrix.moc"
