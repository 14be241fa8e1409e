// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/audience.h"

#include "core/crypto/secrets.h"
#include "core/domain/request_state.h"
#include "core/protocol/codec.h"

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
    if (!view.citizen.isEmpty())
        return "citizen";
    QByteArray text = view.all ? "all;" : ";";
    text += view.pool ? "pool;" : ";";
    for (const NodeId &node : view.nodes)
        text += node.value.toUtf8() + ',';
    text += ';';
    for (const NodeId &node : view.supervised)
        text += node.value.toUtf8() + ',';
    return crypto::hash(text).toHex().left(16);
}

QJsonObject forCitizen(const QString &entity, const QJsonObject &row)
{
    static const QStringList requestFields{
        u"id"_s, u"scope"_s, u"state"_s, u"item"_s, u"item_name"_s, u"page_step"_s, u"page_field"_s, u"words"_s,
        u"enterprise"_s, u"phone_mask"_s, u"queued_at"_s, u"clock_from"_s, u"due_at"_s, u"first_human_at"_s,
        u"owner_name"_s, u"claimed_at"_s, u"last_seq"_s, u"citizen_read_seq"_s, u"staff_read_seq"_s, u"ended_at"_s,
        u"closed_at"_s, u"call_back_due"_s, u"call_back_why"_s, u"appointment"_s, u"reopens_at"_s,
        u"citizen_solved"_s, u"stars"_s, u"outcome"_s, u"joined_to"_s};
    static const QStringList messageFields{u"id"_s, u"request"_s, u"seq"_s, u"kind"_s, u"sender"_s, u"staff_name"_s,
                                           u"words"_s, u"file"_s, u"file_name"_s, u"file_type"_s, u"file_size"_s,
                                           u"width"_s, u"height"_s, u"quote"_s, u"sent_at"_s, u"recalled_at"_s};
    static const QStringList itemFields{u"id"_s, u"code"_s, u"name"_s, u"category"_s, u"chat"_s, u"priority"_s,
                                        u"hot_policy"_s, u"valid_from"_s, u"valid_to"_s, u"keywords"_s, u"unit"_s,
                                        u"sample"_s};
    const bool isItem = entity == protocol::wireName<protocol::ItemRow>();
    const QStringList &allowed = isItem                                                   ? itemFields
                                 : entity == protocol::wireName<protocol::RequestRow>() ? requestFields
                                                                                           : messageFields;
    QJsonObject shown;
    for (const QString &field : allowed)
        if (row.contains(field))
            shown.insert(field, row.value(field));
    return shown;
}

} // namespace bangban::server
