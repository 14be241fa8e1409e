// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalogue/import.h"

#include "core/domain/capacity.h"
#include "core/knowledge/phrases.h"
#include "server/catalogue/catalogue.h"
#include "server/store/accounts.h"
#include "server/store/knowledge.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMaxErrors = 50;

QString text(const QJsonValue &json) { return json.toString().trimmed(); }

QStringList strings(const QJsonValue &json)
{
    QStringList list;
    const auto array = json.toArray();
    for (const QJsonValue &entry : array)
        list.append(text(entry));
    return list;
}

/// The office's words, and the names they have here.
const QHash<QString, QString> &nodeKinds()
{
    static const QHash<QString, QString> kinds{
        {u"市级"_s, u"city"_s}, {u"市级单位"_s, u"city_unit"_s}, {u"区"_s, u"district"_s}, {u"单位"_s, u"unit"_s},
        {u"街镇"_s, u"town"_s}, {u"政务服务中心"_s, u"centre"_s}, {u"科室"_s, u"section"_s}, {u"班组"_s, u"team"_s},
        {u"窗口"_s, u"window"_s}};
    return kinds;
}

const QHash<QString, domain::Role> &roleWords()
{
    using R = domain::Role;
    static const QHash<QString, R> words{
        {u"线上帮办坐席"_s, R::Agent}, {u"受委托中心坐席"_s, R::CentreAgent}, {u"单位专家"_s, R::Expert},
        {u"窗口人员"_s, R::WindowStaff}, {u"志愿者"_s, R::Volunteer}, {u"知识库编写"_s, R::KbAuthor},
        {u"知识库审核"_s, R::KbReviewer}, {u"知识库试用"_s, R::KbTester}, {u"单位主管"_s, R::UnitSupervisor},
        {u"区统筹员"_s, R::Coordinator}, {u"平台技术支持"_s, R::PlatformSupport}, {u"热线坐席"_s, R::HotlineSeat},
        {u"第一责任人"_s, R::FirstResponsible}, {u"系统管理员"_s, R::SystemAdmin}, {u"安全管理员"_s, R::SecurityAdmin},
        {u"审计管理员"_s, R::AuditAdmin}};
    return words;
}

/// Collects what one file wants to write; nothing reaches the store before the whole file was read without an error.
class Draft {
public:
    explicit Draft(Store &store) : m_store(store) {}

    void at(const QString &list, qsizetype index)
    {
        m_list = list;
        m_row = int(index) + 1;
    }
    void complain(const QString &problem, const QString &field, const QString &value = {})
    {
        if (report.errors.size() < kMaxErrors)
            report.errors.push_back({m_list, m_row, problem, field, value.left(40)});
    }
    void need(bool given, const QString &field)
    {
        if (!given)
            complain(u"missing"_s, field);
    }
    void needDay(const QString &value, const QString &field, bool mayBeEmpty)
    {
        if (!(mayBeEmpty && value.isEmpty()) && !dateFromIso(value))
            complain(u"no_day"_s, field, value);
    }

    template<typename T, typename Find>
    void want(const T &row, Find &&find)
    {
        wantBy(row, find, [this, row] { return m_store.put(row); });
    }
    /// \param put  writes it
    template<typename T, typename Find>
    void wantBy(const T &row, Find &&find, std::function<Result<void>()> put)
    {
        if (report.errors.size() >= kMaxErrors)
            return; // nothing of the file comes in, and who reads on makes everybody wait
        // What is too long or holds what no text may is written by the record, and then never read again.
        if (const auto readAgain = protocol::fromJson<T>(protocol::toJson(row)); !readAgain)
            return complain(u"unreadable"_s, readAgain.error().detail.section(u':', 0, 0));
        const Result<T> before = find();
        if (before && *before == row) {
            ++report.unchanged;
            return;
        }
        ++(before ? report.changed : report.added);
        m_writes.push_back(std::move(put));
    }
    void wantDocument(const StoredDocument &document)
    {
        ++report.changed;
        m_writes.push_back([this, document] { return m_store.putDocument(document); });
    }
    void wantWrite(std::function<Result<void>()> write) { m_writes.push_back(std::move(write)); }

    Result<ImportReport> finish(bool dryRun)
    {
        if (dryRun || !report.errors.empty())
            return report;
        for (const auto &write : m_writes)
            TRY(write());
        return report;
    }

    ImportReport report;

private:
    Store &m_store;
    QString m_list;
    int m_row = 0;
    std::vector<std::function<Result<void>()>> m_writes;
};

protocol::ItemRow itemFrom(const QJsonValue &json, bool sample)
{
    protocol::ItemRow row;
    row.id = ItemId(text(json["id"_L1]));
    row.code = text(json["code"_L1]);
    row.name = text(json["name"_L1]);
    row.category = text(json["category"_L1]);
    row.level = text(json["level"_L1]);
    row.version = QString::number(json["version"_L1].toInt(1));
    row.batch = text(json["batch"_L1]);
    row.unit = NodeId(text(json["department_id"_L1]));
    for (const QString &unit : strings(json["joined_department_ids"_L1]))
        row.joinedUnits.emplace_back(unit);
    row.chat = json["chat_enabled"_L1].toBool();
    row.call = json["call_enabled"_L1].toBool();
    row.priority = json["priority"_L1].toInt(2);
    row.hotPolicy = text(json["hot_policy"_L1]);
    row.validFrom = text(json["valid_from"_L1]);
    row.validTo = text(json["valid_to"_L1]);
    row.summary = text(json["summary"_L1]);
    row.consultUnit = text(json["consult_unit"_L1]);
    row.fee = text(json["fee"_L1]);
    row.promisedWorkdays = json["promised_workdays"_L1].toInt();
    row.keywords = strings(json["keywords"_L1]);
    row.sample = sample;
    const auto materials = json["materials"_L1].toArray();
    for (const QJsonValue &m : materials)
        row.materials.push_back({text(m["id"_L1]), text(m["name"_L1]), m["required"_L1].toBool(),
                                 m["exempt_by_data_sharing"_L1].toBool(), text(m["note"_L1])});
    return row;
}

void readItems(Store &store, Draft &draft, const QJsonObject &file)
{
    const auto items = file["items"_L1].toArray();
    for (int i = 0; i < items.size(); ++i) {
        draft.at(u"items"_s, i);
        const protocol::ItemRow row = itemFrom(items[i], file["is_sample"_L1].toBool());
        draft.need(!row.id.isEmpty(), u"id"_s);
        draft.need(!row.name.isEmpty(), u"name"_s);
        if (!store.nodes.live().contains(row.unit.value))
            draft.complain(u"not_found"_s, u"department_id"_s, row.unit.value);
        if (row.priority != 1 && row.priority != 2)
            draft.complain(u"unknown"_s, u"priority"_s, QString::number(row.priority));
        draft.needDay(row.validFrom, u"valid_from"_s, false);
        draft.needDay(row.validTo, u"valid_to"_s, true);
        draft.want(row, [&] { return store.items.find(row.id.value); });
    }
}

void readNodes(Store &store, Draft &draft, const QJsonObject &file)
{
    const auto nodes = file["nodes"_L1].toArray();
    for (int i = 0; i < nodes.size(); ++i) {
        draft.at(u"nodes"_s, i);
        const QJsonValue json = nodes[i];
        const protocol::NodeRow row{NodeId(text(json["id"_L1])), NodeId(text(json["parent"_L1])),
                                    nodeKinds().value(text(json["kind"_L1]), text(json["kind"_L1])), text(json["name"_L1]),
                                    text(json["valid_from"_L1]), text(json["valid_to"_L1]),
                                    NodeId(text(json["merged_into"_L1])), file["is_sample"_L1].toBool()};
        draft.need(!row.id.isEmpty(), u"id"_s);
        draft.need(!row.name.isEmpty(), u"name"_s);
        if (!domain::fromName<domain::NodeKind>(row.kind))
            draft.complain(u"unknown"_s, u"kind"_s, row.kind);
        draft.needDay(row.validFrom, u"valid_from"_s, false);
        draft.needDay(row.validTo, u"valid_to"_s, true);
        draft.want(row, [&] { return store.nodes.find(row.id.value); });
    }
}

QStringList weekFrom(const QJsonObject &week)
{
    QStringList days;
    for (int day = 1; day <= 7; ++day) {
        QStringList blocks;
        const auto list = week[QString::number(day)].toArray();
        for (const QJsonValue &block : list)
            blocks.append(text(block[0]) + u'-' + text(block[1]));
        days.append(blocks.join(u','));
    }
    return days;
}

void readHours(Store &store, Draft &draft, const QJsonObject &file)
{
    QHash<QString, QJsonObject> sets;
    const auto hours = file["hours"_L1].toArray();
    for (const QJsonValue &set : hours)
        sets.insert(text(set["id"_L1]), set.toObject());
    const auto assigned = file["unit_hours"_L1].toArray();
    for (int i = 0; i < assigned.size(); ++i) {
        draft.at(u"unit_hours"_s, i);
        const QJsonValue json = assigned[i];
        const QString set = text(json["hours_id"_L1]);
        if (!sets.contains(set))
            draft.complain(u"not_found"_s, u"hours_id"_s, set);
        protocol::HoursRow row;
        row.node = NodeId(text(json["node_id"_L1]));
        row.hours = HoursId(set);
        row.name = text(sets[set]["name"_L1]);
        row.from = text(json["from"_L1]);
        row.to = text(json["to"_L1]);
        row.id = row.node.value + u'/' + row.from;
        row.week = weekFrom(sets[set]["week"_L1].toObject());
        draft.needDay(row.from, u"from"_s, false);
        draft.needDay(row.to, u"to"_s, true);
        for (const QString &day : std::as_const(row.week))
            if (!domain::blocksFromText(day))
                draft.complain(u"unreadable"_s, u"week"_s, day);
        draft.want(row, [&] { return store.hours.find(row.id); });
    }
}

void readEntrustments(Draft &draft, const QJsonObject &file)
{
    const auto list = file["entrustments"_L1].toArray();
    for (int i = 0; i < list.size(); ++i) {
        draft.at(u"entrustments"_s, i);
        const QJsonObject json = list[i].toObject();
        draft.need(!text(json["id"_L1]).isEmpty(), u"id"_s);
        draft.needDay(text(json["from"_L1]), u"from"_s, false);
        draft.wantDocument({document::kEntrustment, text(json["id"_L1]), QJsonDocument(json).toJson(QJsonDocument::Compact)});
    }
}

void readStaff(Store &store, Draft &draft, const QJsonObject &file)
{
    const auto staff = file["staff"_L1].toArray();
    for (int i = 0; i < staff.size(); ++i) {
        draft.at(u"staff"_s, i);
        const QJsonValue json = staff[i];
        protocol::StaffRow row = store.staff.find(text(json["id"_L1])).value_or(protocol::StaffRow());
        row.id = StaffId(text(json["id"_L1]));
        row.name = text(json["name"_L1]);
        row.unit = NodeId(text(json["unit_id"_L1]));
        row.node = NodeId(text(json["node_id"_L1]));
        row.roles.clear();
        for (const QString &word : strings(json["roles"_L1])) {
            if (roleWords().contains(word))
                row.roles.push_back(roleWords().value(word));
            else
                draft.complain(u"unknown"_s, u"roles"_s, word);
        }
        row.skills = strings(json["skills"_L1]);
        row.maxChats = json["max_chats"_L1].toInt(domain::kMaxChats);
        row.sample = file["is_sample"_L1].toBool();
        row.active = json["active"_L1].toBool(true);
        draft.need(!row.id.isEmpty(), u"id"_s);
        draft.need(!row.name.isEmpty(), u"name"_s);
        if (!store.nodes.live().contains(row.node.value))
            draft.complain(u"not_found"_s, u"node_id"_s, row.node.value);
        const QString login = text(json["login"_L1]);
        draft.need(!login.isEmpty(), u"login"_s);
        draft.want(row, [&] { return store.staff.find(row.id.value); });
        draft.wantWrite([&store, login, row] { return Accounts(store).put(row.id, login, row.active); });
    }
}

void readCodes(Store &store, Draft &draft, const QJsonObject &file)
{
    int position = 0;
    const auto put = [&](const QString &kind, const QString &parent, const QJsonValue &json) {
        draft.at(u"disposition"_s, position);
        const protocol::CodeRow row{text(json["code"_L1]), kind, parent, text(json["text"_L1]), position++};
        draft.need(!row.id.isEmpty() && !row.text.isEmpty(), u"code or text"_s);
        draft.want(row, [&] { return store.codes.find(row.id); });
    };
    const auto categories = file["disposition"_L1]["categories"_L1].toArray();
    for (const QJsonValue &category : categories) {
        put(u"category"_s, {}, category);
        const auto subs = category["subs"_L1].toArray();
        for (const QJsonValue &sub : subs)
            put(u"sub"_s, text(category["code"_L1]), sub);
    }
    const auto results = file["disposition"_L1]["results"_L1].toArray();
    for (const QJsonValue &result : results)
        put(u"result"_s, {}, result);
}

const QHash<QString, domain::EntryState> &entryStates()
{
    using S = domain::EntryState;
    static const QHash<QString, S> words{{u"草稿"_s, S::Draft}, {u"待审核"_s, S::Review}, {u"已发布"_s, S::Approved}, {u"待生效"_s, S::Approved},
                                         {u"待复核"_s, S::Approved}, {u"已撤回"_s, S::Withdrawn}};
    return words;
}

protocol::EntryRow entryFrom(const QJsonValue &json, bool sample)
{
    protocol::EntryRow row;
    row.id = EntryId(text(json["id"_L1]));
    row.version = json["version"_L1].toInt(1);
    row.state = entryStates().value(text(json["status"_L1]));
    row.item = ItemId(text(json["item_id"_L1]));
    row.unit = NodeId(text(json["owner_department_id"_L1]));
    row.topic = text(json["topic"_L1]);
    row.title = text(json["question"_L1]);
    row.aliases = strings(json["similar_questions"_L1]);
    const QJsonValue layers = json["layers"_L1];
    row.plain = text(layers["plain"_L1]);
    row.official = layers["official"_L1].isString() ? text(layers["official"_L1]) : text(json["answer"_L1]);
    row.sourceTitle = text(layers["source"_L1]["title"_L1]);
    row.sourceWords = text(layers["source"_L1]["paraphrase"_L1]);
    row.authority = text(layers["authority"_L1]);
    row.from = text(json["effective_from"_L1]);
    row.to = text(json["effective_to"_L1]);
    row.reviewDue = text(json["review_due"_L1]);
    row.origin = text(json["source"_L1]);
    row.owner = text(json["owner_name"_L1]);
    row.sample = sample;
    return row;
}

/// Questions and answers are entries of the knowledge base, and tell the router what words belong to which item.
void readQuestions(Store &store, Draft &draft, const QJsonObject &file, const QByteArray &content)
{
    const auto faqs = file["faqs"_L1].toArray();
    for (int i = 0; i < faqs.size(); ++i) {
        draft.at(u"faqs"_s, i);
        protocol::EntryRow row = entryFrom(faqs[i], file["is_sample"_L1].toBool());
        draft.need(!row.id.isEmpty(), u"id"_s);
        draft.need(!row.title.isEmpty(), u"question"_s);
        draft.need(!row.plain.isEmpty() || !row.official.isEmpty(), u"answer"_s);
        if (const QString status = text(faqs[i]["status"_L1]); !entryStates().contains(status))
            draft.complain(u"unknown"_s, u"status"_s, status);
        if (!store.nodes.live().contains(row.unit.value))
            draft.complain(u"not_found"_s, u"owner_department_id"_s, row.unit.value);
        if (!row.item.isEmpty() && !store.items.live().contains(row.item.value))
            draft.complain(u"not_found"_s, u"item_id"_s, row.item.value);
        draft.needDay(row.from, u"effective_from"_s, false);
        draft.needDay(row.to, u"effective_to"_s, true);
        draft.needDay(row.reviewDue, u"review_due"_s, true);
        const auto here = Knowledge(store).find(row.id);
        if (here) // the file knows none
            row.media = here->media;
        if (here && *here != row
            && (here->version > row.version || (here->version == row.version && here->state == domain::EntryState::Withdrawn))) // what editors published, or took away, since the file was made
            draft.complain(u"newer"_s, u"version"_s, QString::number(here->version));
        draft.wantBy(row, [&] { return Knowledge(store).find(row.id); }, [&store, row] { return Knowledge(store).put(row); });
    }
    if (draft.report.added + draft.report.changed > 0)
        draft.wantWrite([&store] { return Knowledge(store).announce(); });
    draft.wantDocument({document::kRouting, u"questions"_s, content});
}

void readCalendar(Draft &draft, const QJsonObject &file, const QByteArray &content)
{
    const int year = file["year"_L1].toInt();
    if (year < 2000 || year > 2100)
        draft.complain(u"missing"_s, u"year"_s);
    const auto days = file["days"_L1].toArray();
    for (int i = 0; i < days.size(); ++i) {
        draft.at(u"days"_s, i);
        draft.needDay(text(days[i]["date"_L1]), u"date"_s, false);
        draft.need(days[i]["isOffDay"_L1].isBool(), u"isOffDay"_s);
    }
    draft.wantDocument({document::kCalendar, QString::number(year), content});
}

/// The office's and its units' canned phrases; people keep their own.
void readCanned(Store &store, Draft &draft, const QJsonObject &file)
{
    const auto list = file["canned"_L1].toArray();
    const auto rows = store.phrases.live();
    const knowledge::PhraseBook phrases({rows.cbegin(), rows.cend()});
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QJsonObject one = list[at].toObject();
        draft.at(u"canned"_s, at);
        protocol::CannedRow row;
        row.id = CannedId(one["id"_L1].toString());
        row.unit = NodeId(one["unit"_L1].toString());
        row.code = one["code"_L1].toString().trimmed();
        row.text = one["text"_L1].toString();
        row.off = one["off"_L1].toBool();
        row.sample = file["is_sample"_L1].toBool();
        draft.need(!row.id.isEmpty(), u"id"_s);
        if (const QString field = protocol::cannedFault(row); !field.isEmpty() && !row.off)
            draft.complain(field == "text"_L1 ? u"missing"_s : u"unreadable"_s, field, row.code);
        const auto finds = phrases.inAnswer(row.text);
        if (const auto blocked = std::ranges::find_if(finds, &knowledge::isBlocked); blocked != finds.end() && !row.off)
            draft.complain(u"forbidden"_s, u"text"_s, blocked->phrase.forms.front().text);
        if (!row.unit.isEmpty() && !store.nodes.live().contains(row.unit.value))
            draft.complain(u"not_found"_s, u"unit"_s, row.unit.value);
        draft.want(row, [&] { return store.canned.find(row.id.value); });
    }
}

} // namespace

QString ImportFault::text() const
{
    const QString where = row > 0 ? list + u' ' + QString::number(row) : u"file"_s;
    return u"%1: %2 %3 %4"_s.arg(where, field, QString(problem).replace(u'_', u' '), value).trimmed();
}

QJsonObject ImportReport::toJson() const
{
    QJsonArray faults;
    for (const ImportFault &fault : errors)
        faults.append(QJsonObject{{u"list"_s, fault.list}, {u"row"_s, fault.row}, {u"problem"_s, fault.problem},
                                  {u"field"_s, fault.field}, {u"value"_s, fault.value}});
    return {{u"added"_s, added}, {u"changed"_s, changed}, {u"unchanged"_s, unchanged},
            {u"errors"_s, faults}};
}

QStringList importKinds()
{
    return {u"calendar"_s, u"org"_s, u"items"_s, u"staff"_s, u"codes"_s, u"questions"_s, u"synonyms"_s, u"phrases"_s, u"canned"_s};
}

Result<ImportReport> runImport(Store &store, const QString &kind, const QByteArray &content, bool dryRun)
{
    QJsonParseError error;
    const QJsonObject file = QJsonDocument::fromJson(content, &error).object();
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = content.left(error.offset);
        return fail(ErrorCode::BadImport, u"JSON %1:%2"_s.arg(before.count('\n') + 1).arg(before.size() - before.lastIndexOf('\n')));
    }
    static const QHash<QString, QString> lists{{u"calendar"_s, u"days"_s}, {u"org"_s, u"nodes"_s}, {u"items"_s, u"items"_s},
                                               {u"staff"_s, u"staff"_s}, {u"codes"_s, u"disposition"_s},
                                               {u"questions"_s, u"faqs"_s}, {u"synonyms"_s, u"synonyms"_s}, {u"phrases"_s, u"phrases"_s}, {u"canned"_s, u"canned"_s}};
    if (!lists.contains(kind))
        return fail(ErrorCode::BadImport, u"unknown kind "_s + kind);
    if (!file.contains(lists[kind]))
        return fail(ErrorCode::BadImport, lists[kind] + u" is missing"_s);
    Draft draft(store);
    if (kind == "items"_L1)
        readItems(store, draft, file);
    else if (kind == "staff"_L1)
        readStaff(store, draft, file);
    else if (kind == "codes"_L1)
        readCodes(store, draft, file);
    else if (kind == "calendar"_L1)
        readCalendar(draft, file, content);
    else if (kind == "phrases"_L1) {
        TAKE(phrases, knowledge::phrasesFromJson(content));
        for (const protocol::PhraseRow &row : phrases)
            draft.want(row, [&] { return store.phrases.find(row.id); });
    } else if (kind == "canned"_L1) {
        readCanned(store, draft, file);
    } else if (kind == "synonyms"_L1) {
        TRY(domain::synonymsFromJson(content));
        draft.wantDocument({document::kRouting, u"synonyms"_s, content});
        draft.wantWrite([&store] { return Knowledge(store).announce(); }); // they come with its last page
    } else if (kind == "questions"_L1) {
        readQuestions(store, draft, file, content);
    } else {
        readNodes(store, draft, file);
        readHours(store, draft, file);
        readEntrustments(draft, file);
    }
    return draft.finish(dryRun);
}

} // namespace bangban::server
