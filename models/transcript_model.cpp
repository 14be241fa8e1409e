// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transcript_model.h"

#include <algorithm>

namespace bangban::models {

namespace {

/// \source behaviour §8: recall within two minutes
constexpr std::chrono::minutes kRecallWithin{2};

} // namespace

TranscriptModel::TranscriptModel(MessageBook &book, QObject *parent) : QAbstractListModel(parent), m_book(book)
{
    connect(&book, &MessageBook::changed, this, [this](const RequestId &request) {
        if (request == m_request)
            refresh();
    });
    connect(&book, &MessageBook::cleared, this, [this] {
        beginResetModel();
        m_lines.clear();
        endResetModel();
    });
}

void TranscriptModel::setRequest(const RequestId &request)
{
    if (request == m_request)
        return;
    beginResetModel();
    m_request = request;
    m_citizenRead = 0;
    m_lines = linesNow();
    endResetModel();
}

void TranscriptModel::setCitizenRead(int throughSeq)
{
    if (throughSeq == m_citizenRead)
        return;
    m_citizenRead = throughSeq;
    if (!m_lines.empty())
        emit dataChanged(index(0), index(int(m_lines.size()) - 1), {ReadRole});
}

std::vector<TranscriptModel::Line> TranscriptModel::linesNow() const
{
    std::vector<Line> lines;
    QString day;
    for (const client::MessageView &view : m_book.of(m_request)) {
        const QString its = toIso(dateOf(view.row.sentAt));
        if (its != day) {
            day = its;
            lines.push_back({day, {}});
        }
        lines.push_back({{}, view});
    }
    return lines;
}

// What is the same at both ends stays; only the stretch that differs is taken out and put in.
void TranscriptModel::refresh()
{
    std::vector<Line> lines = linesNow();
    const auto oldSize = int(m_lines.size());
    const auto newSize = int(lines.size());
    const auto same = [&](int oldRow, int newRow) {
        return m_lines[std::size_t(oldRow)].key() == lines[std::size_t(newRow)].key();
    };
    int front = 0;
    while (front < oldSize && front < newSize && same(front, front))
        ++front;
    int back = 0;
    while (back < oldSize - front && back < newSize - front && same(oldSize - 1 - back, newSize - 1 - back))
        ++back;
    if (oldSize - back > front) {
        beginRemoveRows({}, front, oldSize - back - 1);
        m_lines.erase(m_lines.begin() + front, m_lines.begin() + oldSize - back);
        endRemoveRows();
    }
    if (newSize - back > front) {
        beginInsertRows({}, front, newSize - back - 1);
        m_lines.insert(m_lines.begin() + front, lines.begin() + front, lines.begin() + newSize - back);
        endInsertRows();
    }
    for (int row = 0; row < newSize; ++row)
        if (!(m_lines[std::size_t(row)] == lines[std::size_t(row)])) {
            const bool isRecalled = !m_lines[std::size_t(row)].message.row.recalledAt && lines[std::size_t(row)].message.row.recalledAt;
            m_lines[std::size_t(row)] = std::move(lines[std::size_t(row)]);
            emit dataChanged(index(row), index(row));
            if (isRecalled) // its words go from the lines that quote it, too
                emit dataChanged(index(row), index(newSize - 1), {QuoteRole});
        }
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

const client::MessageView *TranscriptModel::messageAt(int row) const
{
    if (row < 0 || row >= int(m_lines.size()) || !m_lines[std::size_t(row)].day.isEmpty())
        return nullptr;
    return &m_lines[std::size_t(row)].message;
}

int TranscriptModel::lastSeq() const
{
    int last = 0;
    for (const Line &line : m_lines)
        last = std::max(last, line.message.row.seq);
    return last;
}

const client::MessageView *TranscriptModel::recallable(Instant now) const
{
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        const client::MessageView &view = line->message;
        if (line->day.isEmpty() && view.mine && view.row.seq > 0 && !view.row.recalledAt
            && view.row.kind != domain::MessageKind::System)
            return now - view.row.sentAt <= kRecallWithin ? &view : nullptr;
    }
    return nullptr;
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return line.day.isEmpty() ? line.message.row.words.text : line.day;
    case IsDayRole:
        return !line.day.isEmpty();
    case MessageRole:
        return line.day.isEmpty() ? QVariant::fromValue(line.message) : QVariant();
    case QuoteRole: {
        const client::MessageView *quoted = m_book.find(line.message.row.quote);
        return quoted && !quoted->row.recalledAt ? quoted->row.words.text.left(200) : QString();
    }
    case ReadRole:
        return line.message.row.seq > 0 && line.message.row.seq <= m_citizenRead;
    default:
        return {};
    }
}

} // namespace bangban::models
