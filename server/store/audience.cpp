// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/audience.h"

#include "core/crypto/secrets.h"
#include "core/domain/request_state.h"
#include "core/protocol/codec.h"
#include "server/store/row_table.h"

#include <QSet>

#include <algorithm>

namespace bangban::server {
namespace {

using namespace Qt::StringLiterals;
using domain::RequestState;

/// Parts a letter and its value; ids hold no control characters (protocol::isPlainCode and the import see to it).
constexpr char kPart = '\x1e';

void put(QByteArray &text, char letter, const QString &value)
{
    if (!value.isEmpty())
        text += letter + value.toUtf8() + kPart;
}

void put(QByteArray &text, char letter, const std::vector<NodeId> &nodes)
{
    for (const NodeId &node : nodes)
        put(text, letter, node.value);
}

bool meet(const std::vector<NodeId> &a, const std::vector<NodeId> &b)
{
    return std::any_of(a.begin(), a.end(), [&](const NodeId &n) { return std::find(b.begin(), b.end(), n) != b.end(); });
}

void add(std::vector<NodeId> &nodes, const NodeId &node)
{
    if (!node.isEmpty() && std::find(nodes.begin(), nodes.end(), node) == nodes.end())
        nodes.push_back(node);
}

} // namespace

QByteArray toBytes(const Audience &audience)
{
    QByteArray text;
    put(text, 'n', audience.nodes);
    put(text, 's', audience.supervised);
    put(text, 'k', audience.editors);
    put(text, 'i', audience.inspectors);
    put(text, 'o', audience.staff.value);
    put(text, 'c', audience.citizen.value);
    if (audience.pool)
        text += QByteArray("p") + kPart;
    if (audience.allStaff)
        text += QByteArray("a") + kPart;
    if (audience.everyone)
        text += QByteArray("e") + kPart;
    return text;
}

Audience audienceFromBytes(const QByteArray &bytes)
{
    Audience audience;
    const auto parts = bytes.split(kPart);
    for (const QByteArray &part : parts) {
        const QString value = QString::fromUtf8(part.mid(1));
        switch (part.isEmpty() ? ' ' : part[0]) {
        case 'n': audience.nodes.emplace_back(value); break;
        case 's': audience.supervised.emplace_back(value); break;
        case 'k': audience.editors.emplace_back(value); break;
        case 'i': audience.inspectors.emplace_back(value); break;
        case 'o': audience.staff = StaffId(value); break;
        case 'c': audience.citizen = CitizenId(value); break;
        case 'p': audience.pool = true; break;
        case 'a': audience.allStaff = true; break;
        case 'e': audience.everyone = true; break;
        default: break;
        }
    }
    return audience;
}

bool sees(const View &view, const Audience &audience)
{
    if (audience.everyone)
        return true;
    if (!view.citizen.isEmpty())
        return audience.citizen == view.citizen;
    if (audience.allStaff)
        return true;
    if (!audience.staff.isEmpty() && audience.staff == view.staff)
        return true;
    if (audience.pool && view.pool)
        return true;
    if (view.all && !audience.supervised.empty())
        return true;
    if (std::ranges::find(audience.editors, view.editor) != audience.editors.end() || std::ranges::find(audience.inspectors, view.inspector) != audience.inspectors.end())
        return true;
    return meet(audience.nodes, view.nodes) || meet(audience.supervised, view.supervised);
}

Audience audienceOf(const protocol::RequestRow &request)
{
    Audience audience;
    audience.citizen = request.citizen;
    audience.staff = request.owner.isEmpty() ? request.directedTo : request.owner;
    add(audience.supervised, request.unit);
    add(audience.supervised, request.servingNode);
    if (audience.supervised.empty())
        audience.supervised.emplace_back(request.scope);
    const bool isForTaking = request.state == RequestState::Waiting || request.state == RequestState::CallBack
        || request.state == RequestState::Held;
    if (!isForTaking)
        return audience;
    add(audience.nodes, request.servingNode);
    add(audience.nodes, request.unit);
    add(audience.nodes, request.otherNode);
    audience.pool = request.unit.isEmpty() || request.ring == protocol::Ring::Pool;
    return audience;
}

Audience keptBy(const protocol::RequestRow &request)
{
    Audience audience = audienceOf(request);
    if (!domain::isOpen(request.state))
        audience.supervised.clear();
    return audience;
}

Audience audienceOf(const protocol::MessageRow &message, const protocol::RequestRow &request)
{
    Audience audience;
    audience.staff = request.owner;
    if (message.kind != protocol::MessageKind::Note)
        audience.citizen = request.citizen;
    return audience;
}

Audience audienceOf(const protocol::OfferRow &offer)
{
    Audience audience;
    audience.staff = offer.staff;
    return audience;
}

Audience audienceOf(const protocol::NoticeRow &notice)
{
    Audience audience;
    add(audience.supervised, notice.unit);
    return audience;
}

Audience audienceOf(const protocol::TaskRow &task)
{
    Audience audience;
    if (task.state == domain::TaskState::Done || task.state == domain::TaskState::Dropped)
        return audience;
    add(audience.editors, task.unit);
    add(audience.supervised, task.unit);
    return audience;
}

Audience audienceOf(const protocol::EntryDraftRow &draft)
{
    Audience audience;
    if (RowLayout<protocol::EntryDraftRow>::isLive(draft))
        add(audience.editors, draft.entry.unit);
    return audience;
}

Audience audienceOf(const protocol::CannedRow &canned)
{
    if (!canned.off && canned.staff.isEmpty() && canned.unit.isEmpty())
        return forAllStaff();
    Audience audience;
    if (canned.off)
        return audience;
    audience.staff = canned.staff;
    add(audience.nodes, canned.unit);
    return audience;
}

Audience audienceOf(const protocol::SlipRow &slip)
{
    Audience audience;
    if (!slip.seenAt)
        add(audience.supervised, slip.unit);
    return audience;
}

Audience audienceOf(const protocol::InspectionRow &round)
{
    Audience audience;
    if (!RowLayout<protocol::InspectionRow>::isLive(round))
        return audience;
    add(audience.inspectors, round.unit);
    add(audience.supervised, round.unit);
    return audience;
}

Audience forAllStaff()
{
    Audience audience;
    audience.allStaff = true;
    return audience;
}

Audience forEveryone()
{
    Audience audience;
    audience.everyone = true;
    return audience;
}

QByteArray digestOf(const View &view)
{
    if (!view.citizen.isEmpty()) // one person's cursor is nothing for another
        return crypto::hash("citizen " + view.citizen.value.toUtf8()).toHex().left(16);
    QByteArray text = view.all ? "all;" : ";";
    text += view.pool ? "pool;" : ";";
    for (const NodeId &node : view.nodes)
        text += node.value.toUtf8() + ',';
    text += ';';
    for (const NodeId &node : view.supervised)
        text += node.value.toUtf8() + ',';
    if (!view.editor.isEmpty())
        text += ';' + view.editor.value.toUtf8();
    if (!view.inspector.isEmpty())
        text += ";i" + view.inspector.value.toUtf8();
    return crypto::hash(text).toHex().left(16);
}

bool isForCitizen(QLatin1String entity, QLatin1String field)
{
    static const QSet<QLatin1String> requestFields{
        "id"_L1, "scope"_L1, "state"_L1, "item"_L1, "item_name"_L1, "page_step"_L1, "page_field"_L1, "words"_L1,
        "enterprise"_L1, "phone_mask"_L1, "queued_at"_L1, "clock_from"_L1, "due_at"_L1, "first_human_at"_L1,
        "owner_name"_L1, "claimed_at"_L1, "last_seq"_L1, "citizen_read_seq"_L1, "staff_read_seq"_L1, "ended_at"_L1,
        "closed_at"_L1, "call_back_due"_L1, "call_back_why"_L1, "appointment"_L1, "reopens_at"_L1,
        "citizen_solved"_L1, "stars"_L1, "outcome"_L1, "joined_to"_L1};
    static const QSet<QLatin1String> messageFields{
        "id"_L1, "request"_L1, "seq"_L1, "kind"_L1, "sender"_L1, "staff_name"_L1, "words"_L1, "file"_L1,
        "file_name"_L1, "file_type"_L1, "file_size"_L1, "width"_L1, "height"_L1, "quote"_L1, "sent_at"_L1, "recalled_at"_L1, "card"_L1};
    static const QSet<QLatin1String> itemFields{"id"_L1, "code"_L1, "name"_L1, "category"_L1, "chat"_L1, "priority"_L1,
                                                "hot_policy"_L1, "valid_from"_L1, "valid_to"_L1, "keywords"_L1,
                                                "unit"_L1, "sample"_L1};
    if (entity == protocol::wireName<protocol::RequestRow>())
        return requestFields.contains(field);
    if (entity == protocol::wireName<protocol::MessageRow>())
        return messageFields.contains(field);
    return entity == protocol::wireName<protocol::ItemRow>() && itemFields.contains(field);
}

QJsonObject forCitizen(const QString &entity, const QJsonObject &row)
{
    const QByteArray name = entity.toLatin1();
    QJsonObject shown;
    for (auto it = row.constBegin(); it != row.constEnd(); ++it)
        if (const QByteArray field = it.key().toLatin1(); isForCitizen(QLatin1String(name), QLatin1String(field)))
            shown.insert(it.key(), it.value());
    return shown;
}

} // namespace bangban::server
