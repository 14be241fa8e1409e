// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue_models.h"

namespace bangban::models {

namespace {

template<typename Model, typename Signal>
void follow(client::Feed &feed, Signal changed, Model *model)
{
    QObject::connect(&feed, &client::Feed::cleared, model, [model] { model->clear(); });
    QObject::connect(&feed, changed, model, [model](const auto &rows) {
        for (const auto &row : rows)
            model->upsert(row);
    });
}

} // namespace

ItemsModel::ItemsModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    follow(feed, &client::Feed::itemsChanged, this);
}

QVariant ItemsModel::cell(const client::ItemRow &row, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return row.name;
    case Code:
        return row.code;
    case Unit:
        return row.unit.value;
    case Valid:
        return QString(row.validFrom + QStringLiteral(" – ") + row.validTo);
    case Chat:
        return row.chat;
    default:
        return row.call;
    }
}

HoursModel::HoursModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    follow(feed, &client::Feed::hoursChanged, this);
}

QVariant HoursModel::cell(const client::HoursRow &row, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (column == Node)
        return row.node.value;
    if (column == From)
        return row.from;
    if (column == Holidays)
        return row.ignoresHolidays;
    return row.week.value(column - Monday);
}

CodesModel::CodesModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    follow(feed, &client::Feed::codesChanged, this);
}

QList<client::CodeRow> CodesModel::ofKind(const QString &kind, const QString &parentCode) const
{
    QList<client::CodeRow> found;
    for (const client::CodeRow &row : rows())
        if (row.kind == kind && (parentCode.isEmpty() || row.parent == parentCode))
            found.append(row);
    return found;
}

QVariant CodesModel::cell(const client::CodeRow &row, int, int role) const
{
    return role == Qt::DisplayRole ? row.text : QVariant();
}

NoticesModel::NoticesModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    follow(feed, &client::Feed::noticesChanged, this);
}

QVariant NoticesModel::cell(const client::NoticeRow &row, int, int role) const
{
    return role == Qt::DisplayRole ? row.kind : QVariant();
}

} // namespace bangban::models
