// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

namespace bangban::models {

/// What is written and not yet sent, by request. Handed to the feed as it changes, so that a crash loses nothing;
/// outlives the field it was typed in.
class DraftBook : public QObject {
    Q_OBJECT
public:
    explicit DraftBook(client::Feed &feed, QObject *parent = nullptr);

    [[nodiscard]] QString of(const RequestId &request) const { return m_drafts.value(request); }
    /// \return false if it was the same already
    bool keep(const RequestId &request, const QString &text);

signals:
    /// A draft came from disk, or a message that failed came back as one.
    void loaded(const bangban::RequestId &request, const QString &text);
    /// Words came back in front of what was kept last; that may have grown in the field since.
    void returned(const bangban::RequestId &request, const QString &words);

private:
    client::Feed &m_feed;
    QHash<RequestId, QString> m_drafts;
};

} // namespace bangban::models
