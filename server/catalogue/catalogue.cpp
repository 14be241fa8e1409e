// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalogue/catalogue.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

LocalDate dayOr(const QString &text, LocalDate otherwise)
{
    return dateFromIso(text).value_or(otherwise);
}

std::optional<LocalDate> optionalDay(const QString &text)
{
    const auto date = dateFromIso(text);
    return date ? std::optional(*date) : std::nullopt;
}

QStringList strings(const QJsonValue &json)
{
    QStringList list;
    const auto array = json.toArray();
    for (const QJsonValue &entry : array)
        list.append(entry.toString());
    return list;
}

std::vector<ItemId> itemIds(const QJsonValue &json)
{
    std::vector<ItemId> ids;
    const auto array = json.toArray();
    for (const QJsonValue &entry : array)
        ids.emplace_back(entry.toString());
    return ids;
}

domain::Item itemOf(const protocol::ItemRow &row)
{
    domain::Item item{row.id,      row.code,  row.name,     row.category,  row.level,
                      row.version, row.batch, row.unit,     row.joinedUnits, row.chat,
                      row.call,    row.priority, row.hotPolicy, dayOr(row.validFrom, {}), optionalDay(row.validTo),
                      row.keywords, row.summary, {}};
    for (const protocol::MaterialRow &m : row.materials)
        item.materials.push_back({m.id, m.name, m.required, m.exempt, m.note});
    return item;
}

} // namespace

QString textOf(const std::vector<domain::Block> &blocks)
{
    const auto clock = [](std::chrono::minutes m) {
        return u"%1:%2"_s.arg(int(m.count() / 60), 2, 10, QChar(u'0')).arg(int(m.count() % 60), 2, 10, QChar(u'0'));
    };
    QStringList parts;
    for (const domain::Block &block : blocks)
        parts.append(clock(block.from) + u'-' + clock(block.to));
    return parts.join(u',');
}

Result<std::unique_ptr<Catalogue>> Catalogue::read(Store &store)
{
    std::unique_ptr<Catalogue> catalogue(new Catalogue);
    TRY(catalogue->readDocuments(store));
    catalogue->readRows(store);
    return catalogue;
}

Result<void> Catalogue::readDocuments(Store &store)
{
    TAKE(documents, store.documents());
    for (const StoredDocument &stored : documents) {
        const QJsonDocument json = QJsonDocument::fromJson(stored.body);
        const QJsonObject object = json.object();
        if (stored.kind == document::kCalendar) {
            std::map<LocalDate, domain::DayMark> marks;
            const auto days = object["days"_L1].toArray();
            for (const QJsonValue &day : days)
                if (const auto date = dateFromIso(day["date"_L1].toString()))
                    marks[*date] = {day["name"_L1].toString(), day["isOffDay"_L1].toBool()};
            m_holidays.addYear(stored.id.toInt(), std::move(marks), !days.isEmpty());
        } else if (stored.kind == document::kEntrustment) {
            m_entrustments.push_back({stored.id, NodeId(object["unit"_L1].toString()),
                                      NodeId(object["centre"_L1].toString()), itemIds(object["item_ids"_L1]),
                                      dayOr(object["from"_L1].toString(), {}), optionalDay(object["to"_L1].toString()),
                                      NodeId(object["second_line"_L1].toString())});
        } else if (stored.kind == document::kRouting && stored.id == "synonyms"_L1) {
            TAKE(synonyms, domain::synonymsFromJson(stored.body));
            m_synonyms = std::move(synonyms);
        } else if (stored.kind == document::kRouting) {
            const auto faqs = object["faqs"_L1].toArray();
            for (const QJsonValue &faq : faqs) {
                auto &[questions, answers] = m_questions[ItemId(faq["item_id"_L1].toString())];
                questions.append(faq["question"_L1].toString());
                questions.append(strings(faq["similar_questions"_L1]));
                const QString plain = faq["layers"_L1]["plain"_L1].toString();
                answers.append(plain.isEmpty() ? faq["answer"_L1].toString() : plain);
            }
        }
    }
    return {};
}

void Catalogue::readRows(Store &store)
{
    std::vector<domain::Node> nodes;
    for (const protocol::NodeRow &row : store.nodes.live()) {
        const auto kind = domain::fromName<domain::NodeKind>(row.kind).value_or(domain::NodeKind::Unit);
        nodes.push_back({row.id, row.parent, kind, row.name, dayOr(row.validFrom, {}), optionalDay(row.validTo),
                         row.mergedInto});
        if (kind == domain::NodeKind::District)
            m_district = row.id;
        m_isSample = m_isSample || row.sample;
    }
    for (const domain::Node &node : nodes)
        if (node.kind == domain::NodeKind::Centre && m_officeName.isEmpty())
            m_officeName = node.name;
    std::vector<domain::UnitHours> unitHours;
    std::map<HoursId, domain::WeekHours> hours;
    for (const protocol::HoursRow &row : store.hours.live()) {
        domain::WeekHours week;
        week.ignoresHolidays = row.ignoresHolidays;
        for (qsizetype day = 0; day < row.week.size() && day < 7; ++day)
            week.days[std::size_t(day)] = domain::blocksFromText(row.week[day]).value_or(std::vector<domain::Block>());
        hours[HoursId(row.id)] = week;
        unitHours.push_back({row.node, HoursId(row.id), dayOr(row.from, {}), optionalDay(row.to)});
    }
    m_organisation = domain::Organisation(std::move(nodes), m_entrustments, std::move(unitHours), std::move(hours));

    std::vector<domain::RoutingDocument> documents;
    for (const protocol::ItemRow &row : store.items.live()) {
        m_items.insert(row.id, itemOf(row));
        const auto [questions, answers] = m_questions.value(row.id);
        QStringList materials;
        for (const protocol::MaterialRow &m : row.materials)
            materials.append(m.name);
        documents.push_back({row.id, row.unit, row.name, row.category, row.summary, row.consultUnit, row.keywords,
                             questions, answers, materials});
    }
    std::sort(documents.begin(), documents.end(), [](const auto &a, const auto &b) { return a.item < b.item; });
    const auto [questions, answers] = m_questions.value(ItemId());
    domain::RoutingDocument ofNoItem; // words that point there point to the pool
    ofNoItem.questions = questions;
    ofNoItem.answers = answers;
    documents.push_back(std::move(ofNoItem));
    m_router.emplace(std::move(documents), m_synonyms);
    const auto phrases = store.phrases.live();
    m_phrases = knowledge::PhraseBook({phrases.cbegin(), phrases.cend()});
}

const domain::Item *Catalogue::item(const ItemId &id) const
{
    const auto found = m_items.constFind(id);
    return found == m_items.constEnd() ? nullptr : &*found;
}

const domain::WorkCalendar &Catalogue::calendarOf(const NodeId &node)
{
    auto found = m_calendars.find(node);
    if (found == m_calendars.end())
        found = m_calendars.insert(node, m_organisation.calendarOf(node.isEmpty() ? m_district : node, m_holidays));
    return *found;
}

} // namespace bangban::server
