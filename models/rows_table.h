// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace bangban::models {

/// A sorted table of rows that come by upsert, one by one. `Traits` names the row: its id, its place and its cells.
///     struct Traits { using Row = …; static QString id(const Row &); static auto place(const Row &);
///                     static int columns(); }
/// Shared by staff, items, nodes, notices, codes and hours; what a cell shows is the derived model's business.
template<typename Traits>
class RowsTable : public QAbstractTableModel {
public:
    using Row = typename Traits::Row;
    enum { IdRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : Traits::columns();
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row &row = m_rows[std::size_t(index.row())];
        if (role == IdRole)
            return Traits::id(row);
        return cell(row, index.column(), role);
    }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row *find(const QString &id) const
    {
        const int at = rowOf(id);
        return at < 0 ? nullptr : &m_rows[std::size_t(at)];
    }
    [[nodiscard]] int rowOf(const QString &id) const
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &r) { return Traits::id(r) == id; });
        return found == m_rows.end() ? -1 : int(found - m_rows.begin());
    }

    void clear()
    {
        beginResetModel();
        m_rows.clear();
        endResetModel();
    }
    void remove(const QString &id)
    {
        if (const int at = rowOf(id); at >= 0)
            removeAt(at);
    }
    void upsert(const Row &row)
    {
        const int old = rowOf(Traits::id(row));
        if (old >= 0 && Traits::place(m_rows[std::size_t(old)]) == Traits::place(row)) {
            m_rows[std::size_t(old)] = row;
            emit dataChanged(index(old, 0), index(old, Traits::columns() - 1));
            return;
        }
        if (old >= 0)
            removeAt(old);
        const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), row, [](const Row &a, const Row &b) {
            return Traits::place(a) < Traits::place(b);
        });
        const int at = int(place - m_rows.begin());
        beginInsertRows({}, at, at);
        m_rows.insert(place, row);
        endInsertRows();
    }

protected:
    [[nodiscard]] virtual QVariant cell(const Row &row, int column, int role) const = 0;

private:
    void removeAt(int at)
    {
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
    std::vector<Row> m_rows;
};

} // namespace bangban::models
