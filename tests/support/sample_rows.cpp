// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_rows.h"

#include "core/knowledge/phrases.h"

#include <QFile>
#include <QJsonDocument>

namespace bangban::tests {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, domain::Role> &roleWords()
{
    using R = domain::Role;
    static const QHash<QString, R> words{
        {u"线上帮办坐席"_s, R::Agent},      {u"受委托中心坐席"_s, R::CentreAgent}, {u"单位专家"_s, R::Expert},
        {u"窗口人员"_s, R::WindowStaff},    {u"志愿者"_s, R::Volunteer},           {u"知识库编写"_s, R::KbAuthor},
        {u"知识库审核"_s, R::KbReviewer},   {u"知识库试用"_s, R::KbTester},        {u"单位主管"_s, R::UnitSupervisor},
        {u"区统筹员"_s, R::Coordinator},    {u"平台技术支持"_s, R::PlatformSupport}, {u"热线坐席"_s, R::HotlineSeat},
        {u"第一责任人"_s, R::FirstResponsible}, {u"系统管理员"_s, R::SystemAdmin}, {u"安全管理员"_s, R::SecurityAdmin},
        {u"审计管理员"_s, R::AuditAdmin}};
    return words;
}

const QHash<QString, QString> &kindWords()
{
    static const QHash<QString, QString> words{{u"市级"_s, u"city"_s},   {u"市级单位"_s, u"city_unit"_s},
                                               {u"区"_s, u"district"_s}, {u"单位"_s, u"unit"_s},
                                               {u"街镇"_s, u"town"_s},   {u"政务服务中心"_s, u"centre"_s},
                                               {u"科室"_s, u"section"_s}, {u"班组"_s, u"team"_s},
                                               {u"窗口"_s, u"window"_s}};
    return words;
}

QStringList strings(const QJsonValue &list)
{
    QStringList out;
    for (const QJsonValue &value : list.toArray())
        out.append(value.toString());
    return out;
}

client::ItemRow itemOf(const QJsonObject &o)
{
    client::ItemRow row;
    row.id = ItemId(o["id"_L1].toString());
    row.code = o["code"_L1].toString();
    row.name = o["name"_L1].toString();
    row.category = o["category"_L1].toString();
    row.level = o["level"_L1].toString();
    row.version = QString::number(o["version"_L1].toInt());
    row.batch = o["batch"_L1].toString();
    row.unit = NodeId(o["department_id"_L1].toString());
    row.chat = o["chat_enabled"_L1].toBool();
    row.call = o["call_enabled"_L1].toBool();
    row.priority = o["priority"_L1].toInt(2);
    row.hotPolicy = o["hot_policy"_L1].toString();
    row.validFrom = o["valid_from"_L1].toString();
    row.validTo = o["valid_to"_L1].toString();
    row.summary = o["summary"_L1].toString();
    row.consultUnit = o["consult_unit"_L1].toString();
    row.fee = o["fee"_L1].toString();
    row.promisedWorkdays = o["promised_workdays"_L1].toInt();
    row.keywords = strings(o["keywords"_L1]);
    row.sample = true;
    for (const QJsonValue &value : o["materials"_L1].toArray()) {
        const QJsonObject m = value.toObject();
        row.materials.push_back({m["id"_L1].toString(), m["name"_L1].toString(), m["required"_L1].toBool(),
                                 m["exempt_by_data_sharing"_L1].toBool(), m["note"_L1].toString()});
    }
    return row;
}

} // namespace

QJsonObject sampleFile(const QString &pathInSource)
{
    QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/") + pathInSource);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QList<client::NodeRow> sampleNodes()
{
    QList<client::NodeRow> rows;
    for (const QJsonValue &value : sampleFile(u"resources/sample-data/org.json"_s)["nodes"_L1].toArray()) {
        const QJsonObject o = value.toObject();
        rows.append({NodeId(o["id"_L1].toString()), NodeId(o["parent"_L1].toString()),
                     kindWords().value(o["kind"_L1].toString()), o["name"_L1].toString(),
                     o["valid_from"_L1].toString(), o["valid_to"_L1].toString(), {}, true});
    }
    return rows;
}

QList<client::ItemRow> sampleItems()
{
    QList<client::ItemRow> rows;
    for (const QJsonValue &value : sampleFile(u"resources/sample-data/items.json"_s)["items"_L1].toArray())
        rows.append(itemOf(value.toObject()));
    return rows;
}

QList<client::StaffRow> sampleStaff()
{
    QList<client::StaffRow> rows;
    for (const QJsonValue &value : sampleFile(u"resources/sample-data/staff.json"_s)["staff"_L1].toArray()) {
        const QJsonObject o = value.toObject();
        client::StaffRow row;
        row.id = StaffId(o["id"_L1].toString());
        row.name = o["name"_L1].toString();
        row.unit = NodeId(o["unit_id"_L1].toString());
        row.node = NodeId(o["node_id"_L1].toString());
        for (const QString &role : strings(o["roles"_L1]))
            row.roles.push_back(roleWords().value(role));
        row.skills = strings(o["skills"_L1]);
        row.maxChats = o["max_chats"_L1].toInt(5);
        row.active = o["active"_L1].toBool(true);
        row.sample = true;
        rows.append(row);
    }
    return rows;
}

QList<client::EntryRow> sampleEntries()
{
    QList<client::EntryRow> rows;
    const auto faqs = sampleFile(u"resources/sample-data/faqs.json"_s)["faqs"_L1].toArray();
    for (const QJsonValue &faq : faqs) {
        const auto text = [&faq](QLatin1String name) { return faq[name].toString(); };
        const QJsonValue layers = faq["layers"_L1];
        client::EntryRow row;
        row.id = EntryId(text("id"_L1));
        row.version = faq["version"_L1].toInt(1);
        row.state = domain::EntryState::Approved;
        row.item = ItemId(text("item_id"_L1));
        row.unit = NodeId(text("owner_department_id"_L1));
        row.title = text("question"_L1);
        const auto aliases = faq["similar_questions"_L1].toArray();
        for (const QJsonValue &alias : aliases)
            row.aliases.append(alias.toString());
        row.plain = layers["plain"_L1].toString();
        row.official = layers["official"_L1].toString(text("answer"_L1));
        row.sourceTitle = layers["source"_L1]["title"_L1].toString();
        row.sourceWords = layers["source"_L1]["paraphrase"_L1].toString();
        row.authority = layers["authority"_L1].toString();
        row.from = text("effective_from"_L1);
        row.to = text("effective_to"_L1);
        row.sample = true;
        rows.append(row);
    }
    return rows;
}

QList<client::PhraseRow> samplePhrases()
{
    QList<client::PhraseRow> rows;
    for (const QString &name : {u"forbidden"_s, u"scope"_s}) {
        const auto read = knowledge::phrasesFromJson(QJsonDocument(sampleFile(u"resources/sample-data/%1-phrases.json"_s.arg(name))).toJson());
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        rows.append({read->cbegin(), read->cend()});
    }
    return rows;
}

QList<client::CodeRow> sampleCodes()
{
    QList<client::CodeRow> rows;
    const QJsonObject all = sampleFile(u"resources/sample-data/enums.json"_s)["disposition"_L1].toObject();
    int position = 0;
    for (const QJsonValue &value : all["categories"_L1].toArray()) {
        const QJsonObject o = value.toObject();
        const QString code = o["code"_L1].toString();
        rows.append({code, u"category"_s, {}, o["text"_L1].toString(), ++position});
        for (const QJsonValue &sub : o["subs"_L1].toArray())
            rows.append({sub.toObject()["code"_L1].toString(), u"sub"_s, code, sub.toObject()["text"_L1].toString(),
                         ++position});
    }
    for (const QJsonValue &value : all["results"_L1].toArray())
        rows.append({value.toObject()["code"_L1].toString(), u"result"_s, {}, value.toObject()["text"_L1].toString(),
                     ++position});
    return rows;
}

QList<client::HoursRow> sampleHours()
{
    const QJsonObject org = sampleFile(u"resources/sample-data/org.json"_s);
    QHash<QString, QJsonObject> sets;
    for (const QJsonValue &value : org["hours"_L1].toArray())
        sets.insert(value.toObject()["id"_L1].toString(), value.toObject());
    QList<client::HoursRow> rows;
    for (const QJsonValue &value : org["unit_hours"_L1].toArray()) {
        const QJsonObject o = value.toObject();
        const QJsonObject set = sets.value(o["hours_id"_L1].toString());
        client::HoursRow row;
        row.node = NodeId(o["node_id"_L1].toString());
        row.from = o["from"_L1].toString();
        row.to = o["to"_L1].toString();
        row.id = row.node.value + u'/' + row.from;
        row.hours = HoursId(o["hours_id"_L1].toString());
        row.name = set["name"_L1].toString();
        for (int day = 1; day <= 7; ++day) {
            QStringList blocks;
            for (const QJsonValue &block : set["week"_L1].toObject()[QString::number(day)].toArray())
                blocks.append(block.toArray()[0].toString() + u'-' + block.toArray()[1].toString());
            row.week.append(blocks.join(u','));
        }
        rows.append(row);
    }
    return rows;
}

QList<Talk> sampleTalks()
{
    QList<Talk> talks;
    for (const QJsonValue &value : sampleFile(u"tests/data/conversations.json"_s)["conversations"_L1].toArray()) {
        const QJsonObject o = value.toObject();
        Talk talk{o["id"_L1].toString(), ItemId(o["item_id"_L1].toString()), {}};
        for (const QJsonValue &turn : o["turns"_L1].toArray()) {
            const QString role = turn.toObject()["role"_L1].toString();
            if (role == "citizen"_L1)
                talk.turns.append({domain::Sender::Citizen, turn.toObject()["text"_L1].toString()});
            else if (role == "agent"_L1)
                talk.turns.append({domain::Sender::Staff, turn.toObject()["text"_L1].toString()});
        }
        talks.append(talk);
    }
    return talks;
}

QStringList sampleEnterprises()
{
    QStringList names;
    for (const QJsonValue &value : sampleFile(u"resources/sample-data/enterprises.json"_s)["enterprises"_L1].toArray())
        names.append(value.toObject()["name"_L1].toString());
    return names;
}

} // namespace bangban::tests
