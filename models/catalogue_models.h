// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "models/rows_table.h"

/// The small tables: items, working hours, wrap-up codes and notices.
namespace bangban::models {

struct ItemTraits {
    using Row = client::ItemRow;
    static QString id(const Row &row) { return row.id.value; }
    static QString place(const Row &row) { return row.id.value; }
    static int columns() { return 6; }
};

/// 事项. Chat and Call are booleans in Qt::CheckStateRole terms of the page.
class ItemsModel : public RowsTable<ItemTraits> {
public:
    enum Column { Name, Code, Unit, Valid, Chat, Call };
    explicit ItemsModel(client::Feed &feed, QObject *parent = nullptr);
    [[nodiscard]] const client::ItemRow *item(const ItemId &id) const { return find(id.value); }

protected:
    [[nodiscard]] QVariant cell(const client::ItemRow &row, int column, int role) const override;
};

struct HoursTraits {
    using Row = client::HoursRow;
    static QString id(const Row &row) { return row.id; }
    static QString place(const Row &row) { return row.id; }
    static int columns() { return 10; }
};

/// Working hours: node, from, then the seven days, then whether holidays count.
class HoursModel : public RowsTable<HoursTraits> {
public:
    enum Column { Node, From, Monday, Holidays = Monday + 7 };
    explicit HoursModel(client::Feed &feed, QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant cell(const client::HoursRow &row, int column, int role) const override;
};

struct CodeTraits {
    using Row = client::CodeRow;
    static QString id(const Row &row) { return row.id; }
    static std::pair<int, QString> place(const Row &row) { return {row.position, row.id}; }
    static int columns() { return 1; }
};

/// Wrap-up codes in the office's order.
class CodesModel : public RowsTable<CodeTraits> {
public:
    explicit CodesModel(client::Feed &feed, QObject *parent = nullptr);
    [[nodiscard]] QList<client::CodeRow> ofKind(const QString &kind, const QString &parentCode = {}) const;

protected:
    [[nodiscard]] QVariant cell(const client::CodeRow &row, int column, int role) const override;
};

struct NoticeTraits {
    using Row = client::NoticeRow;
    static QString id(const Row &row) { return row.id; }
    static std::pair<qint64, QString> place(const Row &row) { return {-toMs(row.at), row.id}; }
    static int columns() { return 1; }
};

/// What a supervisor must know, newest first.
class NoticesModel : public RowsTable<NoticeTraits> {
public:
    explicit NoticesModel(client::Feed &feed, QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant cell(const client::NoticeRow &row, int column, int role) const override;
};

} // namespace bangban::models
