// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows_table.h"
#include "client/feed.h"

/// What the knowledge base's editors work on: what is owed, and what is being written.
namespace bangban::models {

struct TaskTraits {
    using Row = client::TaskRow;
    static QString id(const Row &row) { return row.id.value; }
    static std::pair<qint64, QString> place(const Row &row) { return {row.dueAt ? toMs(*row.dueAt) : std::numeric_limits<qint64>::max(), row.id.value}; }
    static int columns() { return 1; }
};

/// What is owed, the nearest due first.
class TasksModel : public RowsTable<TaskTraits> {
public:
    explicit TasksModel(client::Feed &feed, QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant cell(const client::TaskRow &row, int column, int role) const override;
};

/// Unanswered questions that ask the same, the one that is due first at the front; of any other task itself alone. Never empty.
using SameQuestion = std::vector<client::TaskRow>;

/// The unanswered questions among the tasks, put together as the record and its editors have it; in the order of the tasks.
std::vector<SameQuestion> sameQuestions(const std::vector<client::TaskRow> &tasks);

struct EntryDraftTraits {
    using Row = client::EntryDraftRow;
    static QString id(const Row &row) { return row.id; }
    static std::pair<qint64, QString> place(const Row &row) { return {-toMs(row.savedAt), row.id}; }
    static int columns() { return 1; }
};

/// What the unit's people write, the last written first.
class EntryDraftsModel : public RowsTable<EntryDraftTraits> {
public:
    explicit EntryDraftsModel(client::Feed &feed, QObject *parent = nullptr);
    [[nodiscard]] const client::EntryDraftRow *draft(const EntryId &entry, const StaffId &author) const { return find(protocol::draftId(entry, author)); }

protected:
    [[nodiscard]] QVariant cell(const client::EntryDraftRow &row, int column, int role) const override;
};

struct InspectionTraits {
    using Row = client::InspectionRow;
    static QString id(const Row &row) { return row.id.value; }
    static std::pair<qint64, QString> place(const Row &row) { return {-toMs(row.openedAt), row.id.value}; }
    static int columns() { return 1; }
};

/// Rounds of inspection, the last one first.
class InspectionsModel : public RowsTable<InspectionTraits> {
public:
    explicit InspectionsModel(client::Feed &feed, QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant cell(const client::InspectionRow &row, int column, int role) const override;
};

/// How many days, by the calendar, are left until a task is due at `now`; negative when it is over.
int daysLeft(const client::TaskRow &task, Instant now);

} // namespace bangban::models
