// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_book.h"

namespace bangban::models {

DraftBook::DraftBook(client::Feed &feed, QObject *parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &client::Feed::draftLoaded, this, [this](const RequestId &request, const QString &text) {
        const QString before = std::exchange(m_drafts[request], text);
        if (!before.isEmpty() && text.endsWith(u'\n' + before))
            emit returned(request, text.chopped(before.size() + 1));
        emit loaded(request, text);
    });
    connect(&feed, &client::Feed::signedOut, this, [this] { m_drafts.clear(); });
}

bool DraftBook::keep(const RequestId &request, const QString &text)
{
    if (text == m_drafts.value(request))
        return false;
    m_drafts.insert(request, text);
    m_feed.saveDraft(request, text);
    return true;
}

} // namespace bangban::models
