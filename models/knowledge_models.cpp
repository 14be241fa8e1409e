// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/knowledge_models.h"

namespace bangban::models {

TasksModel::TasksModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    connect(&feed, &client::Feed::cleared, this, [this] { clear(); });
    connect(&feed, &client::Feed::tasksChanged, this, [this](const QList<client::TaskRow> &rows) {
        for (const client::TaskRow &row : rows)
            upsert(row);
    });
    connect(&feed, &client::Feed::tasksGone, this, [this](const QList<TaskId> &ids) {
        for (const TaskId &id : ids)
            remove(id.value);
    });
}

QVariant TasksModel::cell(const client::TaskRow &row, int, int role) const
{
    return role == Qt::DisplayRole ? row.words.text : QVariant();
}

std::vector<SameQuestion> sameQuestions(const std::vector<client::TaskRow> &tasks)
{
    std::vector<SameQuestion> all;
    QHash<TaskId, std::size_t> places;
    for (const client::TaskRow &task : tasks) {
        if (task.kind != domain::TaskKind::Wording)
            continue;
        const TaskId group = protocol::groupOf(task);
        if (!places.contains(group)) {
            places.insert(group, all.size());
            all.emplace_back();
        }
        all[places.value(group)].push_back(task);
    }
    return all;
}

EntryDraftsModel::EntryDraftsModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    connect(&feed, &client::Feed::cleared, this, [this] { clear(); });
    connect(&feed, &client::Feed::entryDraftsChanged, this, [this](const QList<client::EntryDraftRow> &rows) {
        for (const client::EntryDraftRow &row : rows)
            upsert(row);
    });
    connect(&feed, &client::Feed::entryDraftsGone, this, [this](const QStringList &ids) {
        for (const QString &id : ids)
            remove(id);
    });
}

QVariant EntryDraftsModel::cell(const client::EntryDraftRow &row, int, int role) const
{
    return role == Qt::DisplayRole ? row.entry.title : QVariant();
}

InspectionsModel::InspectionsModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    connect(&feed, &client::Feed::cleared, this, [this] { clear(); });
    connect(&feed, &client::Feed::inspectionsChanged, this, [this](const QList<client::InspectionRow> &rows) {
        for (const client::InspectionRow &row : rows)
            upsert(row);
    });
    connect(&feed, &client::Feed::inspectionsGone, this, [this](const QList<InspectionId> &ids) {
        for (const InspectionId &id : ids)
            remove(id.value);
    });
}

QVariant InspectionsModel::cell(const client::InspectionRow &row, int, int role) const
{
    return role == Qt::DisplayRole ? row.openedByName : QVariant();
}

int daysLeft(const client::TaskRow &task, Instant now)
{
    if (!task.dueAt)
        return 0;
    const int days = int((dateOf(*task.dueAt) - dateOf(now)).count());
    return days == 0 && now > *task.dueAt ? -1 : days;
}

} // namespace bangban::models
