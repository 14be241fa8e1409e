// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mask.h"
#include "server/handlers/handlers.h"
#include "server/handlers/sight.h"
#include "server/store/knowledge.h"

#include <map>

/// How often the knowledge base had the answer, had none, or a wrong one. \source duty 130; behaviour §11
namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::TaskKind, domain::TaskState;
using protocol::GapRow, protocol::RateRow;

namespace {

constexpr std::chrono::days kPutRightWithin{30};
constexpr int kLongestGap = protocol::kMaxCode;

struct Span {
    Instant begin;
    Instant end; ///< not of it any more
};

/// By week and unit, in that order.
using Rows = std::map<std::pair<LocalDate, NodeId>, RateRow>;

LocalDate mondayOf(Instant at)
{
    const LocalDate day = dateOf(at);
    return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

RateRow &rowOf(Rows &rows, Instant at, const NodeId &unit)
{
    RateRow &row = rows[{mondayOf(at), unit}];
    row.unit = unit;
    row.week = toIso(mondayOf(at));
    return row;
}

/// Cases that staff answered, and the newest of those without an entry.
Result<void> countCases(Office &office, const Sight &sight, const Span &span, Rows &rows, std::vector<GapRow> &gaps)
{
    TAKE(query, office.store.database().run(u"SELECT a.request, a.unit, a.at, a.offered,"
                                            " EXISTS(SELECT 1 FROM cite c WHERE c.request = a.request AND c.staff <> ''),"
                                            " EXISTS(SELECT 1 FROM task t WHERE t.request = a.request AND t.kind = 'wording')"
                                            " FROM answered a WHERE a.at >= ? AND a.at < ? ORDER BY a.at DESC"_s,
                                            {toMs(span.begin), toMs(span.end)}));
    while (query->next()) {
        const NodeId unit(query->value(1).toString());
        if (!sight.holds(unit))
            continue;
        const Instant at = fromMs(query->value(2).toLongLong());
        const bool isSaid = query->value(4).toBool(), isMarked = query->value(5).toBool();
        const bool isOffered = isSaid || query->value(3).toLongLong() != 0; // what was looked up was found
        RateRow &row = rowOf(rows, at, unit);
        ++row.answered;
        row.offered += isOffered;
        row.hits += isSaid;
        if (isSaid && !isMarked)
            continue;
        ++row.misses;
        if (std::ssize(gaps) < protocol::kMostGaps)
            gaps.push_back({RequestId(query->value(0).toString()), unit, {}, {}, isMarked, at});
    }
    query->finish();
    for (GapRow &gap : gaps) {
        const auto request = office.store.requests.find(gap.request.value);
        if (!request && request.error().code != ErrorCode::NotFound)
            return tl::unexpected<Error>(request.error());
        if (!request) // erased since
            continue;
        gap.itemName = request->itemName;
        gap.words = withoutNumbers(request->words.text.simplified()).left(kLongestGap);
    }
    return {};
}

/// When somebody reported an entry as wrong, and it was not dropped as unfounded.
Result<QMultiHash<EntryId, Instant>> reports(Office &office, const Span &span)
{
    TAKE(tasks, office.store.tasks.where(u" WHERE kind = ? AND marked_at >= ? AND marked_at < ?"_s,
                                         {QString(domain::nameOf(TaskKind::Correction)), toMs(span.begin), toMs(span.end + kPutRightWithin)}));
    QMultiHash<EntryId, Instant> found;
    for (const protocol::TaskRow &task : tasks)
        if (task.state != TaskState::Dropped)
            found.insert(task.entry, task.markedAt);
    return found;
}

/// A version whose words are not those of the one before.
struct Change {
    int version;
    Instant at;
    LocalDate from; ///< its first day: what was said before it was right
};

Result<std::vector<Change>> changesOf(Office &office, const EntryId &entry)
{
    TAKE(versions, Knowledge(office.store).versions(entry)); // the last one first
    std::vector<Change> changes;
    for (std::size_t i = 0; i + 1 < versions.size(); ++i) {
        const protocol::EntryRow &next = versions[i].row, &before = versions[i + 1].row;
        if (!tellsTheSame(before, next))
            changes.push_back({next.version, versions[i].at, dateFromIso(next.from).value_or(LocalDate::min())});
    }
    return changes;
}

struct Said {
    EntryId entry;
    int version;
    Instant at;
    NodeId unit; ///< whose entry it is
};

/// Of those that were said the ones of which a later version came within the time; most of a knowledge base stays as it is.
Result<QHash<EntryId, std::vector<Change>>> changes(Office &office, const std::vector<Said> &said, const Span &span)
{
    TAKE(query, office.store.database().run(u"SELECT DISTINCT entry FROM entry_version WHERE version > 1 AND at >= ? AND at < ?"_s,
                                            {toMs(span.begin), toMs(span.end + kPutRightWithin)}));
    QSet<EntryId> touched;
    while (query->next())
        touched.insert(EntryId(query->value(0).toString()));
    query->finish();
    QHash<EntryId, std::vector<Change>> found;
    for (const Said &one : said)
        if (touched.contains(one.entry) && !found.contains(one.entry)) {
            TAKE(ofEntry, changesOf(office, one.entry));
            found.insert(one.entry, std::move(ofEntry));
        }
    return found;
}

/// Answers that staff gave, and those that were wrong; of the unit whose entry it is.
Result<void> countAnswers(Office &office, const Sight &sight, const Span &span, Rows &rows)
{
    TAKE(reported, reports(office, span));
    TAKE(query, office.store.database().run(u"SELECT c.entry, c.version, c.at, e.unit FROM cite c JOIN entry e ON e.id = c.entry"
                                            " WHERE c.at >= ? AND c.at < ? AND c.staff <> ''"_s,
                                            {toMs(span.begin), toMs(span.end)}));
    std::vector<Said> said;
    while (query->next())
        if (const NodeId unit(query->value(3).toString()); sight.holds(unit))
            said.push_back({EntryId(query->value(0).toString()), query->value(1).toInt(), fromMs(query->value(2).toLongLong()), unit});
    query->finish();
    TAKE(changed, changes(office, said, span));
    for (const Said &one : said) {
        const auto ofEntry = changed.constFind(one.entry);
        const auto isSoon = [&](Instant at) { return at >= one.at && at <= one.at + kPutRightWithin; };
        const auto [begin, end] = std::as_const(reported).equal_range(one.entry);
        const bool isWrong = std::any_of(begin, end, isSoon)
            || (ofEntry != changed.constEnd() && std::ranges::any_of(*ofEntry, [&](const Change &change) {
                   return change.version > one.version && change.at <= one.at + kPutRightWithin && change.from <= dateOf(one.at);
               }));
        RateRow &row = rowOf(rows, one.at, one.unit);
        ++row.said;
        row.wrong += isWrong;
    }
    return {};
}

/// 小申, question by question. Whoever marked one and asked for a person all the same is counted by the mark.
Result<void> countAssistant(Office &office, const Span &span, std::vector<protocol::AssistantRateRow> &rows)
{
    TAKE(query, office.store.database().run(u"SELECT at, solved, request <> '' FROM assistant_turn WHERE at >= ? AND at < ? ORDER BY at"_s,
                                            {toMs(span.begin), toMs(span.end)}));
    while (query->next()) {
        const QString week = toIso(mondayOf(fromMs(query->value(0).toLongLong())));
        if (rows.empty() || rows.back().week != week)
            rows.push_back({week, 0, 0, 0, 0});
        const int solved = query->value(1).toInt();
        protocol::AssistantRateRow &row = rows.back();
        ++(solved == 1 ? row.solved : solved == 0 ? row.unsolved : query->value(2).toBool() ? row.handedOver : row.unmarked);
    }
    query->finish();
    return {};
}

} // namespace

Result<void> noteAnswered(Office &office, const protocol::RequestRow &request, bool offered)
{
    return office.store.database()
        .run(u"INSERT INTO answered(request, unit, at, offered) VALUES (?, ?, ?, ?) ON CONFLICT(request) DO UPDATE SET unit = excluded.unit,"
             " offered = CASE WHEN answered.offered < excluded.offered THEN excluded.offered ELSE answered.offered END"
             " WHERE answered.offered < excluded.offered OR answered.unit <> excluded.unit"_s,
             {request.id.value, request.unit.value, toMs(office.now()), int(offered)})
        .map([](auto) {});
}

Result<protocol::Rates> ratesFor(Office &office, const Actor &actor, const protocol::RatesGet &get)
{
    const Sight sight(office.viewOf(actor));
    if (sight.isEmpty())
        return fail(ErrorCode::Forbidden, u"unit"_s);
    const auto from = dateFromIso(get.from), to = dateFromIso(get.to);
    if (!from)
        return fail(ErrorCode::BadMessage, u"from"_s);
    if (!to || *to < *from || *to - *from >= std::chrono::days(protocol::kMostRateDays))
        return fail(ErrorCode::BadMessage, u"to"_s);
    const Span span{at(*from, std::chrono::minutes(0)), at(*to + std::chrono::days(1), std::chrono::minutes(0))};
    Rows rows;
    protocol::Rates rates{get.from, get.to, {}, {}, {}};
    TRY(countCases(office, sight, span, rows, rates.gaps));
    TRY(countAnswers(office, sight, span, rows));
    TRY(countAssistant(office, span, rates.assistant));
    for (const auto &[place, row] : rows)
        rates.rows.push_back(row);
    TRY(office.audit(actor, protocol::wireName<protocol::RatesGet>(), get.from));
    return rates;
}

} // namespace bangban::server
