// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/clusters.h"
#include "server/handlers/handlers.h"
#include "server/handlers/tasks.h"

/// Unanswered questions that ask the same: put together as they come, and as editors say. \source duty 48
namespace bangban::server {

using namespace Qt::StringLiterals;
using domain::TaskKind;
using protocol::TaskRow;

namespace {

constexpr std::size_t kMostCompared = 2'000; ///< the newest ones; on the writer's thread

/// Those that nobody has answered, of every unit, the first one first.
std::vector<TaskRow> wordings(Office &office)
{
    std::vector<TaskRow> rows;
    for (const TaskRow &row : office.store.tasks.live())
        if (row.kind == TaskKind::Wording)
            rows.push_back(row);
    std::ranges::sort(rows, {}, [](const TaskRow &row) { return std::pair(row.markedAt, row.id.value); });
    return rows;
}

/// What leaves no longer gives its name to those it leaves.
Result<void> leave(Office &office, TaskRow task)
{
    TaskId group, cluster; // the names they have from now on
    const auto others = wordings(office);
    for (TaskRow other : others) {
        const bool hasGroup = other.group == task.id, hasCluster = other.cluster == task.id;
        if (other.id == task.id || !(hasGroup || hasCluster))
            continue;
        if (hasGroup)
            other.group = group = group.isEmpty() ? other.id : group;
        if (hasCluster)
            other.cluster = cluster = cluster.isEmpty() ? other.id : cluster;
        TRY(office.store.put(other));
    }
    task.group = task.cluster = task.id;
    return office.store.put(task);
}

} // namespace

void groupTask(Office &office, TaskRow &task)
{
    task.cluster = task.group = task.id;
    auto there = wordings(office);
    if (there.size() > kMostCompared)
        there.erase(there.begin(), there.end() - kMostCompared);
    std::vector<search::Question> questions;
    std::vector<int> clusters;
    QHash<TaskId, int> numbers;
    for (const TaskRow &row : there) {
        questions.push_back({row.id.value, row.words.text});
        const TaskId cluster = row.cluster.isEmpty() ? row.id : row.cluster; // one of the release before
        clusters.push_back(numbers.contains(cluster) ? numbers.value(cluster) : numbers.insert(cluster, int(numbers.size())).value());
    }
    const auto near = search::nearestCluster(questions, clusters, task.words.text);
    if (!near)
        return;
    task.cluster = numbers.key(*near);
    const TaskRow *with = nullptr; // the unit's own editors may have said more of its questions than others of theirs
    for (std::size_t at = 0; at < there.size(); ++at)
        if (clusters[at] == *near && (!with || (with->unit != task.unit && there[at].unit == task.unit)))
            with = &there[at];
    task.group = protocol::groupOf(*with);
}

std::vector<TaskRow> sameQuestion(Office &office, const TaskRow &task)
{
    if (task.kind != TaskKind::Wording)
        return {task};
    auto rows = wordings(office);
    std::erase_if(rows, [&](const TaskRow &row) { return row.unit != task.unit || protocol::groupOf(row) != protocol::groupOf(task); });
    return rows;
}

Result<QJsonObject> handle(Office &office, const Actor &actor, const protocol::TaskGroup &group)
{
    TAKE(task, ownTask(office, actor, group.task));
    if (task.kind != TaskKind::Wording)
        return fail(ErrorCode::BadState, QString(domain::nameOf(task.kind)));
    if (group.into.isEmpty()) {
        TRY(leave(office, task));
    } else {
        TAKE(into, ownTask(office, actor, group.into));
        if (into.kind != TaskKind::Wording || into.unit != task.unit)
            return fail(ErrorCode::BadState, QString(domain::nameOf(into.kind)));
        auto rows = sameQuestion(office, task);
        for (TaskRow &row : rows) {
            row.group = protocol::groupOf(into);
            TRY(office.store.put(row));
        }
    }
    TRY(office.audit(actor, protocol::wireName<protocol::TaskGroup>(), task.id.value, group.into.value.toUtf8()));
    return QJsonObject();
}

} // namespace bangban::server
