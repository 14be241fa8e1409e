// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/snapshot.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::MessageRow, protocol::RequestRow, protocol::wireName;

namespace {

constexpr std::chrono::hours kOwnDays{24 * 7};
constexpr int kOwnClosed = 200;   ///< closed requests that come along
constexpr int kOwnConversations = 50; ///< of them with their messages

QByteArray quoted(const QString &text)
{
    // Ids and names of entities are plain nearly always; the rest takes JSON's own escaping.
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\';
    });
    if (isPlain)
        return '"' + text.toLatin1() + '"';
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

class Builder {
public:
    Builder(Office &office, const View &view) : m_office(office), m_view(view) {}

    template<typename T>
    void add(const T &row, const QString &id)
    {
        rows.push_back(changeOf(wireName<T>(), id, rowBytes(row), !m_view.citizen.isEmpty()));
    }

    template<typename T>
    void addAll(const RowTable<T> &table)
    {
        for (auto it = table.live().constBegin(); it != table.live().constEnd(); ++it)
            add(*it, it.key());
    }

    template<typename T>
    void addSeen(const RowTable<T> &table)
    {
        for (auto it = table.live().constBegin(); it != table.live().constEnd(); ++it)
            if (sees(m_view, audienceOf(*it)))
                add(*it, it.key());
    }

    Result<void> addMessages(const RequestRow &request)
    {
        TAKE(messages, m_office.store.messagesOf(request.id));
        for (const MessageRow &message : messages)
            if (sees(m_view, audienceOf(message, request)))
                add(message, message.id.value);
        return {};
    }

    /// Closed ones of the person, newest first.
    Result<void> addClosed(const QString &column, const QString &who)
    {
        TAKE(closed, m_office.store.requests.where(u" WHERE "_s + column + u" = ? AND queued_at >= ? AND state IN ('closed', "
                                                   "'withdrawn', 'joined') ORDER BY queued_at DESC LIMIT ?"_s,
                                                   {who, toMs(m_office.now() - kOwnDays), kOwnClosed}));
        for (std::size_t i = 0; i < closed.size(); ++i) {
            add(closed[i], closed[i].id.value);
            if (i < kOwnConversations)
                TRY(addMessages(closed[i]));
        }
        return {};
    }

    Result<void> addOpen()
    {
        for (const RequestRow &request : m_office.store.requests.live()) {
            if (!sees(m_view, audienceOf(request)))
                continue;
            add(request, request.id.value);
            const bool isTalker = m_view.citizen.isEmpty() ? request.owner == m_view.staff : true;
            if (isTalker)
                TRY(addMessages(request));
        }
        return {};
    }

    Result<void> addNotices()
    {
        TAKE(notices, m_office.store.notices.where(u" WHERE at >= ? ORDER BY at"_s,
                                                   {toMs(m_office.now() - std::chrono::hours(12))}));
        for (const protocol::NoticeRow &row : notices)
            if (sees(m_view, audienceOf(row)))
                add(row, row.id);
        return {};
    }

    std::vector<QByteArray> rows;

private:
    Office &m_office;
    const View &m_view;
};

} // namespace

QByteArray changeOf(const QString &entity, const QString &id, const QByteArray &row, bool isCitizen)
{
    QByteArray shown = row;
    if (isCitizen)
        shown = QJsonDocument(forCitizen(entity, QJsonDocument::fromJson(row).object())).toJson(QJsonDocument::Compact);
    return R"({"e":)" + quoted(entity) + R"(,"id":)" + quoted(id) + R"(,"row":)" + shown + '}';
}

QByteArray goneOf(const QString &entity, const QString &id, const QString &reason)
{
    return R"({"e":)" + quoted(entity) + R"(,"id":)" + quoted(id) + R"(,"gone":)" + quoted(reason) + '}';
}

Result<SnapshotRows> snapshotFor(Office &office, const View &view, const QString &scope)
{
    Builder builder(office, view);
    Store &store = office.store;
    const bool isCitizen = !view.citizen.isEmpty();
    if (scope == kCatalogueScope) {
        builder.addAll(store.items);
        if (!isCitizen) {
            builder.addAll(store.nodes);
            builder.addAll(store.codes);
            builder.addAll(store.hours);
            builder.addAll(store.settings);
            builder.addAll(store.phrases);
        }
    } else {
        TRY(builder.addOpen());
        if (isCitizen) {
            TRY(builder.addClosed(u"citizen"_s, view.citizen.value));
        } else {
            builder.addAll(store.staff);
            for (const protocol::OfferRow &offer : store.offers.live())
                if (offer.staff == view.staff)
                    builder.add(offer, offer.id);
            builder.addSeen(store.tasks);
            builder.addSeen(store.drafts);
            builder.addSeen(store.slips);
            builder.addSeen(store.canned);
            builder.addSeen(store.inspections);
            TRY(builder.addClosed(u"owner"_s, view.staff.value));
            TRY(builder.addNotices());
        }
    }
    TAKE(mark, store.mark(scope));
    return SnapshotRows{scope, mark, std::move(builder.rows)};
}

} // namespace bangban::server
