// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/domain/sample_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bangban::domain::samples {

using namespace Qt::StringLiterals;

namespace {

std::optional<LocalDate> optionalDay(const QJsonValue &value)
{
    return value.isString() ? std::optional(day(value.toString())) : std::nullopt;
}

std::chrono::minutes minutesOf(const QString &clock)
{
    return std::chrono::minutes(clock.left(2).toInt() * 60 + clock.mid(3).toInt());
}

NodeKind kindOf(const QString &word)
{
    static const std::map<QString, NodeKind> kinds{
        {u"市级"_s, NodeKind::City},       {u"市级单位"_s, NodeKind::CityUnit}, {u"区"_s, NodeKind::District},
        {u"单位"_s, NodeKind::Unit},       {u"街镇"_s, NodeKind::Town},         {u"政务服务中心"_s, NodeKind::Centre},
        {u"科室"_s, NodeKind::Section},    {u"班组"_s, NodeKind::Team},         {u"窗口"_s, NodeKind::Window},
    };
    return kinds.at(word);
}

std::vector<Node> nodes(const QJsonObject &org)
{
    std::vector<Node> all;
    for (const QJsonValue &n : org["nodes"_L1].toArray())
        all.push_back(Node{NodeId(n["id"_L1].toString()), NodeId(n["parent"_L1].toString()),
                           kindOf(n["kind"_L1].toString()), n["name"_L1].toString(),
                           day(n["valid_from"_L1].toString()), optionalDay(n["valid_to"_L1]),
                           NodeId(n["merged_into"_L1].toString())});
    return all;
}

std::vector<Entrustment> entrustments(const QJsonObject &org)
{
    std::vector<Entrustment> all;
    for (const QJsonValue &e : org["entrustments"_L1].toArray()) {
        Entrustment row{e["id"_L1].toString(), NodeId(e["unit"_L1].toString()), NodeId(e["centre"_L1].toString()), {},
                        day(e["from"_L1].toString()), optionalDay(e["to"_L1]), NodeId(e["second_line"_L1].toString())};
        for (const QJsonValue &item : e["item_ids"_L1].toArray())
            row.items.emplace_back(item.toString());
        all.push_back(std::move(row));
    }
    return all;
}

std::vector<UnitHours> unitHours(const QJsonObject &org)
{
    std::vector<UnitHours> all;
    for (const QJsonValue &u : org["unit_hours"_L1].toArray())
        all.push_back(UnitHours{NodeId(u["node_id"_L1].toString()), HoursId(u["hours_id"_L1].toString()),
                                day(u["from"_L1].toString()), optionalDay(u["to"_L1])});
    return all;
}

QStringList strings(const QJsonValue &array)
{
    QStringList all;
    for (const QJsonValue &value : array.toArray())
        all.append(value.toString());
    return all;
}

RoutingDocument documentOf(const QJsonValue &item)
{
    RoutingDocument document;
    document.item = ItemId(item["id"_L1].toString());
    document.unit = NodeId(item["department_id"_L1].toString());
    document.name = item["name"_L1].toString();
    document.category = item["category"_L1].toString();
    document.summary = item["summary"_L1].toString();
    document.consultUnit = item["consult_unit"_L1].toString();
    document.keywords = strings(item["keywords"_L1]);
    for (const QJsonValue &material : item["materials"_L1].toArray())
        document.materials.append(material["name"_L1].toString());
    return document;
}

} // namespace

QJsonObject object(const QString &pathInSource)
{
    QFile file(QStringLiteral(BANGBAN_SOURCE_DIR) + u'/' + pathInSource);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

Instant moment(const QString &iso)
{
    return instantFromIso(iso).value();
}

LocalDate day(const QString &iso)
{
    return dateFromIso(iso).value();
}

Holidays holidays()
{
    Holidays all;
    for (int year = 2021; year <= 2027; ++year) {
        std::map<LocalDate, DayMark> marks;
        for (const QJsonValue &d : object(u"resources/calendar/%1.json"_s.arg(year))["days"_L1].toArray())
            marks[day(d["date"_L1].toString())] = DayMark{d["name"_L1].toString(), d["isOffDay"_L1].toBool()};
        all.addYear(year, std::move(marks), true);
    }
    return all;
}

std::map<HoursId, WeekHours> hours()
{
    std::map<HoursId, WeekHours> all;
    for (const QJsonValue &set : object(u"resources/sample-data/org.json"_s)["hours"_L1].toArray()) {
        WeekHours week;
        for (int d = 0; d < 7; ++d)
            for (const QJsonValue &block : set["week"_L1][QString::number(d + 1)].toArray())
                week.days[std::size_t(d)].push_back({minutesOf(block[0].toString()), minutesOf(block[1].toString())});
        all[HoursId(set["id"_L1].toString())] = checked(week).value();
    }
    return all;
}

Organisation organisation()
{
    const QJsonObject org = object(u"resources/sample-data/org.json"_s);
    return Organisation(nodes(org), entrustments(org), unitHours(org), hours());
}

WorkCalendar calendarOf(const WeekHours &hours)
{
    return WorkCalendar(holidays(), {DatedHours{hours, day(u"2020-01-01"_s), std::nullopt}});
}

std::vector<RoutingDocument> routingDocuments()
{
    std::vector<RoutingDocument> documents;
    for (const QJsonValue &item : object(u"resources/sample-data/items.json"_s)["items"_L1].toArray())
        documents.push_back(documentOf(item));
    documents.emplace_back(); // questions that belong to no item
    for (const QJsonValue &faq : object(u"resources/sample-data/faqs.json"_s)["faqs"_L1].toArray()) {
        const ItemId item(faq["item_id"_L1].toString());
        const auto document = std::find_if(documents.begin(), documents.end(),
                                           [&](const RoutingDocument &d) { return d.item == item; });
        document->questions.append(faq["question"_L1].toString());
        document->questions.append(strings(faq["similar_questions"_L1]));
        const QString plain = faq["layers"_L1]["plain"_L1].toString();
        document->answers.append(plain.isEmpty() ? faq["answer"_L1].toString() : plain);
    }
    return documents;
}

std::vector<Synonym> synonyms()
{
    QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/resources/routing-synonyms.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return synonymsFromJson(file.readAll()).value();
}

} // namespace bangban::domain::samples
