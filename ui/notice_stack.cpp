// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice_stack.h"

#include "ui/notice_bar.h"
#include "ui/words.h"

#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using client::LineState;

NoticeStack::NoticeStack(const Desk &desk, QSet<QString> &seen, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_seen(seen), m_line(new NoticeBar(desk, u"offline"_s, this)),
      m_alarm(new NoticeBar(desk, u"alert"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_line);
    layout->addWidget(m_alarm);
    m_line->setButton(tr("Reconnect now"), [this] { m_desk.bench.feed.reconnectNow(); });
    m_alarm->setButton(tr("Seen"), [this] {
        for (const client::NoticeRow &row : m_desk.bench.notices.rows())
            m_seen.insert(row.id);
        showNotices();
    });
    connect(&desk.bench, &models::Workbench::lineChanged, this, &NoticeStack::showLine);
    connect(&desk.bench.requests, &models::RequestBook::changed, this, &NoticeStack::showNotices);
    connect(&desk.bench.notices, &QAbstractItemModel::rowsInserted, this, &NoticeStack::showNotices);
    connect(&desk.bench.notices, &QAbstractItemModel::rowsRemoved, this, &NoticeStack::showNotices);
    showLine();
    showNotices();
}

void NoticeStack::showLine()
{
    const client::Line &line = m_desk.bench.line();
    if (line.state == LineState::Online || line.state == LineState::Off) {
        m_line->say({});
        return;
    }
    QString details = tr("clocks go on by the server's time");
    if (line.dataAsOf) {
        const auto age = (m_desk.bench.feed.serverNow() - *line.dataAsOf).count() / 1000;
        details = tr("data as of %1 (%2 s ago) · %3").arg(Words::timeOfDay(*line.dataAsOf)).arg(age).arg(details);
    }
    if (line.pending > 0)
        details = tr("%n pending", nullptr, line.pending) + u" · "_s + details;
    m_line->say(line.state == LineState::Broken ? tr("No connection; no new offers until it is back")
                                                   : tr("Connection lost, reconnecting"),
                   details);
}

/// An alarm that nobody answers is over once somebody does.
bool NoticeStack::isOpen(const client::NoticeRow &row) const
{
    if (row.request.isEmpty())
        return true;
    const models::RequestPtr request = m_desk.bench.requests.find(row.request);
    return request && request->state == domain::RequestState::Waiting;
}

void NoticeStack::showNotices()
{
    const client::NoticeRow *newest = nullptr;
    int others = -1;
    for (const client::NoticeRow &row : m_desk.bench.notices.rows())
        if (!m_seen.contains(row.id) && isOpen(row)) {
            newest = newest ? newest : &row;
            ++others;
        }
    if (!newest) {
        m_alarm->say({});
        return;
    }
    const models::RequestPtr request = m_desk.bench.requests.find(newest->request);
    m_alarm->say(Words::notice(*newest, m_desk.bench.unitName(newest->unit), request.get()),
                    others > 0 ? tr("and %n more", nullptr, others) : QString());
}

} // namespace bangban::ui
