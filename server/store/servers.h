// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/presence.h"
#include "server/store/store.h"

namespace bangban::server {

inline constexpr std::chrono::seconds kBeat{1};
inline constexpr std::chrono::seconds kDeadAfter{4}; ///< without a beat, by the database's clock

/// The servers that share one record: which of them live, which one leads, and who is connected to which. A server that
/// is alone with its record leads and has everybody.
class Servers {
public:
    explicit Servers(Store &store);

    struct Beat {
        bool wasForgotten = false; ///< the others took this one for dead: whoever is connected here is to be noted anew
        std::optional<Instant> databaseNow; ///< of a shared record: the one clock that its servers have in common
        QStringList left;          ///< staff and citizens who were connected to a server that died
    };
    /// Once a second, in a transaction: says that this one lives, and forgets those that do not. \errors Database
    Result<Beat> beat();
    /// The eldest that lives does what happens by itself. Two that believe it for a moment do no harm: each looks at the
    /// record under its lock.
    [[nodiscard]] bool leads() const { return m_leads; }

    /// How a member of staff or a citizen is connected here. \returns how they are connected anywhere \errors Database
    Result<domain::Link> note(const QString &who, domain::Link link);
    Result<domain::Link> linkOf(const QString &who);

private:
    Store &m_store;
    QString m_id; ///< a UUID 7: the eldest is the least
    bool m_leads;
};

} // namespace bangban::server
