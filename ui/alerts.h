// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workbench.h"
#include "ui/chime.h"

namespace bangban::ui {

/// The tones beside the offer's: a citizen wrote to me, and a clock of mine came to its last ten seconds. Each once.
class Alerts : public QObject {
    Q_OBJECT
public:
    Alerts(models::Workbench &bench, Chime &chime, QObject *parent = nullptr);

signals:
    void sounded(bangban::ui::Tone tone);

private:
    void heard(const QList<models::RequestPtr> &rows);
    void tick();
    void sound(Tone tone);

    models::Workbench &m_bench;
    Chime &m_chime;
    QHash<RequestId, Instant> m_lastWords; ///< since when the citizen waits for an answer
    QHash<RequestId, Instant> m_warned;    ///< the due time already warned of
    QTimer m_timer;
};

} // namespace bangban::ui
