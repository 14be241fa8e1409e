// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts.h"

namespace bangban::ui {

Alerts::Alerts(models::Workbench &bench, Chime &chime, QObject *parent) : QObject(parent), m_bench(bench), m_chime(chime)
{
    connect(&bench.requests, &models::RequestBook::changed, this, &Alerts::heard);
    connect(&bench.requests, &models::RequestBook::cleared, this, [this] {
        m_lastWords.clear();
        m_warned.clear();
    });
    connect(&m_timer, &QTimer::timeout, this, &Alerts::tick);
    m_timer.start(1000);
}

void Alerts::sound(Tone tone)
{
    m_chime.play(tone);
    emit sounded(tone);
}

void Alerts::heard(const QList<models::RequestPtr> &rows)
{
    bool isNew = false;
    for (const models::RequestPtr &row : rows) {
        if (row->owner != m_bench.me().id || !row->followSince) {
            m_lastWords.remove(row->id);
            continue;
        }
        isNew = isNew || m_lastWords.value(row->id) != *row->followSince;
        m_lastWords.insert(row->id, *row->followSince);
    }
    if (isNew)
        sound(Tone::Message);
}

void Alerts::tick()
{
    const Instant now = m_bench.feed.serverNow();
    bool isNew = false;
    for (int i = 0; i < m_bench.mine.rowCount(); ++i) {
        const models::RequestPtr row = m_bench.mine.at(i);
        const models::ClockState clock = models::clockOf(*row, now);
        if (clock.face != models::ClockFace::Red || m_warned.value(row->id) == clock.due)
            continue;
        m_warned.insert(row->id, clock.due);
        isNew = true;
    }
    if (isNew)
        sound(Tone::NearlyDue);
}

} // namespace bangban::ui
