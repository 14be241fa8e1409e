// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_feed.h"

#include "core/domain/capacity.h"
#include "core/domain/wrap_up.h"
#include "tests/support/sample_rows.h"

namespace bangban::tests {

using namespace Qt::StringLiterals;
using client::Delivery, client::LineState, client::MessageRow, client::RequestRow;
using domain::RequestState;

FakeFeed::FakeFeed(QObject *parent) : Feed(parent), m_now(*instantFromIso(u"2026-11-25T14:23:44+08:00"_s)) {}

void FakeFeed::settle()
{
    while (!m_posted.empty()) {
        const auto next = std::move(m_posted.front());
        m_posted.pop_front();
        next();
    }
}

void FakeFeed::setLine(LineState state, int pending)
{
    m_line.state = state;
    m_line.roundTripMs = state == LineState::Online ? 12 : -1;
    m_line.clockOffsetMs = 40;
    m_line.pending = pending;
    if (state == LineState::Online)
        m_line.dataAsOf = m_now;
    emit lineChanged(m_line);
}

void FakeFeed::putRequest(const RequestRow &row)
{
    m_requests.insert(row.id, row);
    emit requestsChanged({row});
}

void FakeFeed::putMessage(const MessageRow &row, Delivery delivery)
{
    for (MessageRow &old : m_messages)
        if (old.id == row.id) {
            old = row;
            emit messagesChanged({{row, delivery, {}, {}, row.sender == domain::Sender::Staff && row.staff == m_me}});
            return;
        }
    m_messages.append(row);
    emit messagesChanged({{row, delivery, {}, {}, row.sender == domain::Sender::Staff && row.staff == m_me}});
}

void FakeFeed::putOffer(const client::OfferRow &row)
{
    m_offers.insert(row.id, row);
    emit offersChanged({row});
}

void FakeFeed::putStaff(const client::StaffRow &row)
{
    m_staff.insert(row.id, row);
    emit staffChanged({row});
}

void FakeFeed::citizenWrites(const RequestId &request, const QString &text)
{
    RequestRow row = m_requests.value(request);
    MessageRow message;
    message.id = MessageId(u"m%1"_s.arg(++m_ids));
    message.request = request;
    message.seq = ++row.lastSeq;
    message.words = {text};
    message.sentAt = m_now;
    if (!row.followSince && row.firstHumanAt) {
        row.followSince = m_now;
        row.followDue = m_now + 120s;
    }
    putMessage(message);
    putRequest(row);
}

QList<MessageRow> FakeFeed::messagesOf(const RequestId &request) const
{
    QList<MessageRow> found;
    for (const MessageRow &row : m_messages)
        if (row.request == request)
            found.append(row);
    return found;
}

CommandId FakeFeed::answer(const char *name, const QString &type, const RequestId &request,
                           std::function<std::optional<Error>()> act, const QJsonObject &data)
{
    calls.append(QLatin1String(name));
    const CommandId command(u"c%1"_s.arg(++m_ids));
    post([this, command, type, request, act = std::move(act), data] {
        std::optional<Error> error;
        if (const auto refused = std::exchange(refuseNext, std::nullopt))
            error = Error{*refused, {}};
        else
            error = act();
        emit commandAnswered({command, type, request, error, data});
    });
    return command;
}

CommandId FakeFeed::change(const char *name, const QString &type, const RequestId &request,
                           std::function<std::optional<Error>(RequestRow &)> act)
{
    return answer(name, type, request, [this, request, act = std::move(act)]() -> std::optional<Error> {
        if (!m_requests.contains(request))
            return Error{ErrorCode::NotFound, {}};
        RequestRow row = m_requests.value(request);
        if (auto error = act(row))
            return error;
        putRequest(row);
        return std::nullopt;
    });
}

CommandId FakeFeed::write(const char *name, const QString &type, MessageRow message)
{
    message.id = MessageId(u"m%1"_s.arg(++m_ids));
    message.sender = domain::Sender::Staff;
    message.staff = m_me;
    message.staffName = me().name;
    message.sentAt = m_now;
    const CommandId command(u"c%1"_s.arg(m_ids));
    calls.append(QLatin1String(name));
    emit messagesChanged({{message, Delivery::Pending, command, {}, true}});
    post([this, command, type, message]() mutable {
        if (m_line.state != LineState::Online) // stays in the outbox
            return;
        if (const auto refused = std::exchange(refuseNext, std::nullopt)) {
            emit messagesChanged({{message, Delivery::Failed, command, Error{*refused, {}}, true}});
            emit commandAnswered({command, type, message.request, Error{*refused, {}}, {}});
            return;
        }
        RequestRow row = m_requests.value(message.request);
        message.seq = ++row.lastSeq;
        if (message.kind != domain::MessageKind::Note) {
            if (!row.firstHumanAt) {
                row.firstHumanAt = m_now;
                row.firstHumanBy = m_me;
                row.missed = row.dueAt && m_now > *row.dueAt;
            }
            row.followSince.reset();
            row.followDue.reset();
        }
        putRequest(row);
        putMessage(message);
        emit commandAnswered({command, type, message.request, {}, {}});
    });
    return command;
}

void FakeFeed::connectTo(const QUrl &server)
{
    calls.append(u"connectTo"_s);
    m_line.server = server.authority();
    post([this] { setLine(LineState::Online); });
}

void FakeFeed::reconnectNow()
{
    calls.append(u"reconnectNow"_s);
    post([this] { setLine(LineState::Online); });
}

void FakeFeed::unlock(const QString &password)
{
    post([this, password] {
        if (password == acceptedPassword)
            emit unlocked();
        else
            emit unlockRefused({ErrorCode::BadCredentials, {}});
    });
}

void FakeFeed::changePassword(const QString &present, const QString &next)
{
    post([this, present, next] {
        if (present != acceptedPassword) {
            emit passwordRefused({ErrorCode::BadCredentials, {}});
            return;
        }
        acceptedPassword = next;
        emit passwordChanged();
    });
}

void FakeFeed::fetchAccounts()
{
    post([this] { emit accountsLoaded(accounts); });
}

void FakeFeed::fetchCalendars()
{
    post([this] { emit calendarsLoaded(calendars); });
}

void FakeFeed::signIn(const protocol::SignIn &words)
{
    calls.append(u"signIn"_s);
    post([this, code = words.code, presence = words.presence, words] {
        if (words.login != acceptedLogin || words.password.text != acceptedPassword) {
            emit signInRefused({ErrorCode::BadCredentials, {}});
            return;
        }
        if (isPasswordGiven && words.newPassword.text.isEmpty()) {
            emit signInRefused({ErrorCode::NewPassword, domain::nameOf(domain::PasswordState::Given)});
            return;
        }
        if (code != acceptedCode) {
            if (!offeredUri.isEmpty())
                emit authenticatorOffered(u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s, offeredUri);
            emit signInRefused({ErrorCode::SecondFactor, code.isEmpty() ? QString() : u"wrong"_s});
            return;
        }
        if (isPasswordGiven)
            acceptedPassword = words.newPassword.text;
        isPasswordGiven = false;
        emit cleared();
        loadCatalogue();
        m_me = StaffId(u"SF001"_s);
        client::StaffRow row = me();
        row.presence = presence;
        row.since = m_now;
        row.link = domain::Link::Online;
        m_staff.insert(m_me, row);
        emit signedIn({row, u"区市场监督管理局"_s, {}, true});
        putStaff(row);
    });
}

void FakeFeed::signOut()
{
    calls.append(u"signOut"_s); // at once, as the workstation does: the wish may come from what goes with it
    m_me = {};
    m_requests.clear();
    m_messages.clear();
    emit cleared();
    emit signedOut({ErrorCode::Internal, {}});
}

CommandId FakeFeed::setPresence(domain::Presence presence, const QString &reason, bool whenFree)
{
    return answer("setPresence", u"presence"_s, {}, [this, presence, reason, whenFree]() -> std::optional<Error> {
        client::StaffRow row = me();
        if (presence == domain::Presence::Break && reason.isEmpty())
            return Error{ErrorCode::BadMessage, {}};
        if (whenFree && row.used > 0) {
            row.next = presence;
        } else {
            if (row.presence != presence)
                row.since = m_now;
            row.presence = presence;
            row.breakReason = presence == domain::Presence::Break ? reason : QString();
            row.next.reset();
        }
        putStaff(row);
        return std::nullopt;
    });
}

CommandId FakeFeed::claim(const RequestId &request)
{
    return change("claim", u"claim"_s, request, [this](RequestRow &row) -> std::optional<Error> {
        if (row.state != RequestState::Waiting)
            return Error{ErrorCode::ClaimTaken, row.ownerName};
        row.state = RequestState::Serving;
        row.owner = m_me;
        row.ownerName = me().name;
        row.claimedAt = m_now;
        ++row.claimNo;
        for (const client::OfferRow &offer : std::as_const(m_offers))
            if (offer.request == row.id) {
                const QString id = offer.id;
                post([this, id] {
                    m_offers.remove(id);
                    emit offersGone({id});
                });
            }
        client::StaffRow mine = me();
        mine.used += domain::weightOf(domain::Channel::Text);
        putStaff(mine);
        return std::nullopt;
    });
}

CommandId FakeFeed::declineOffer(const QString &offer, const QString &reason)
{
    return answer("declineOffer", u"decline"_s, {}, [this, offer, reason]() -> std::optional<Error> {
        if (reason.isEmpty())
            return Error{ErrorCode::BadMessage, {}};
        client::OfferRow row = m_offers.take(offer);
        row.state = domain::OfferState::Declined;
        row.reason = reason;
        emit offersChanged({row});
        return std::nullopt;
    });
}

CommandId FakeFeed::sendText(const RequestId &request, const QString &text, const MessageId &quote, const QList<client::InsertedAnswer> &answers)
{
    inserted = answers;
    MessageRow row;
    row.request = request;
    row.words = {text};
    row.quote = quote;
    for (const client::InsertedAnswer &one : answers)
        row.cites.push_back({one.entry, one.version});
    return write("sendText", u"send"_s, row);
}

CommandId FakeFeed::sendNote(const RequestId &request, const QString &text)
{
    MessageRow row;
    row.request = request;
    row.kind = domain::MessageKind::Note;
    row.words = {text};
    return write("sendNote", u"send"_s, row);
}

CommandId FakeFeed::sendFile(const RequestId &request, const QString &name, const QString &type,
                             const QByteArray &bytes)
{
    MessageRow row;
    row.request = request;
    row.kind = type.startsWith("image/"_L1) ? domain::MessageKind::Image : domain::MessageKind::File;
    row.file = FileId(u"f%1"_s.arg(++m_ids));
    row.fileName = {name};
    row.fileType = type;
    row.fileSize = bytes.size();
    return write("sendFile", u"file"_s, row);
}

CommandId FakeFeed::recall(const RequestId &request, const MessageId &message)
{
    return answer("recall", u"recall"_s, request, [this, message]() -> std::optional<Error> {
        for (MessageRow row : std::as_const(m_messages))
            if (row.id == message) {
                row.words = {};
                row.recalledAt = m_now;
                putMessage(row);
                return std::nullopt;
            }
        return Error{ErrorCode::NotFound, {}};
    });
}

void FakeFeed::markRead(const RequestId &request, int throughSeq)
{
    calls.append(u"markRead"_s);
    post([this, request, throughSeq] {
        RequestRow row = m_requests.value(request);
        if (row.id.isEmpty() || row.staffReadSeq >= throughSeq)
            return;
        row.staffReadSeq = throughSeq;
        putRequest(row);
    });
}

void FakeFeed::showTyping(const RequestId &, bool on)
{
    calls.append(on ? u"typing on"_s : u"typing off"_s);
}

CommandId FakeFeed::transfer(const RequestId &request, const NodeId &toUnit, const StaffId &toStaff,
                             const QString &reason)
{
    return change("transfer", u"transfer"_s, request, [=, this](RequestRow &row) -> std::optional<Error> {
        if (reason.isEmpty())
            return Error{ErrorCode::BadMessage, u"reason"_s};
        row.state = RequestState::Waiting;
        row.owner = {};
        row.ownerName.clear();
        row.unit = toUnit;
        row.servingNode = toUnit;
        row.directedTo = toStaff;
        row.transferReason = {reason};
        row.transferDue = m_now + 60s;
        return std::nullopt;
    });
}

CommandId FakeFeed::blockSender(const RequestId &request, bool lifted, const QString &reason)
{
    return change("blockSender", lifted ? u"unblock "_s + reason : u"block "_s + reason, request,
                  [](RequestRow &) -> std::optional<Error> { return std::nullopt; });
}

CommandId FakeFeed::prioritise(const RequestId &request, domain::Purpose purpose, const QString &reason)
{
    return change("prioritise", u"prioritise"_s, request, [=](RequestRow &row) -> std::optional<Error> {
        row.purpose = purpose;
        row.priority = purpose == domain::Purpose::Question ? 2 : 1;
        row.priorityReason = {reason};
        return std::nullopt;
    });
}

CommandId FakeFeed::arrangeCall(const RequestId &request, const QString &phone)
{
    return change("arrangeCall", u"arrange"_s, request, [=, this](RequestRow &row) -> std::optional<Error> {
        row.state = RequestState::CallBack;
        row.owner = {};
        row.callBackDue = *instantFromIso(u"2026-11-26T10:00:00+08:00"_s);
        if (!phone.isEmpty())
            row.phoneMask = phone.left(3) + u"****"_s + phone.right(4);
        return std::nullopt;
    });
}

CommandId FakeFeed::end(const RequestId &request)
{
    return change("end", u"end"_s, request, [this](RequestRow &row) -> std::optional<Error> {
        if (row.state != RequestState::Serving || !row.firstHumanAt)
            return Error{ErrorCode::BadState, {}};
        row.state = RequestState::WrapUp;
        row.endedAt = m_now;
        row.wrapDue = m_now + domain::kWrapUpTime;
        return std::nullopt;
    });
}

CommandId FakeFeed::wrapUp(const RequestId &request, const QString &category, const QString &result)
{
    return change("wrapUp", u"wrap"_s, request, [=, this](RequestRow &row) -> std::optional<Error> {
        if (!domain::isAllowed(category, result))
            return Error{ErrorCode::BadState, {}};
        row.state = RequestState::Closed;
        row.wrapCategory = category;
        row.wrapResult = result;
        row.closedAt = m_now;
        client::StaffRow mine = me();
        mine.used = std::max(0, mine.used - domain::weightOf(domain::Channel::Text));
        putStaff(mine);
        return std::nullopt;
    });
}

CommandId FakeFeed::extendWrapUp(const RequestId &request)
{
    return change("extendWrapUp", u"extend"_s, request, [](RequestRow &row) -> std::optional<Error> {
        if (row.wrapExtensions >= domain::kWrapUpExtensions)
            return Error{ErrorCode::TooLate, {}};
        ++row.wrapExtensions;
        row.wrapDue = *row.wrapDue + domain::kWrapUpTime;
        return std::nullopt;
    });
}

CommandId FakeFeed::join(const RequestId &request, const RequestId &into)
{
    return change("join", u"join"_s, request, [=](RequestRow &row) -> std::optional<Error> {
        row.state = RequestState::Joined;
        row.joinedTo = into;
        return std::nullopt;
    });
}

CommandId FakeFeed::recordCallBack(const RequestId &request, domain::ContactResult result,
                                   std::optional<Instant> appointment, const QString &)
{
    return change("recordCallBack", u"callback"_s, request, [=, this](RequestRow &row) -> std::optional<Error> {
        ++row.callBackAttempts;
        row.appointment = appointment;
        if (result == domain::ContactResult::Contacted) {
            row.state = RequestState::Closed;
            row.outcome = domain::Outcome::CalledBack;
            row.closedAt = m_now;
        }
        return std::nullopt;
    });
}

void FakeFeed::retry(const CommandId &)
{
    calls.append(u"retry"_s);
}

void FakeFeed::discard(const CommandId &)
{
    calls.append(u"discard"_s);
}

void FakeFeed::saveDraft(const RequestId &request, const QString &text)
{
    m_drafts.insert(request, text);
}

void FakeFeed::fetchFile(const FileId &file)
{
    calls.append(u"fetchFile"_s);
    post([this, file] {
        if (files.contains(file))
            emit fileReady(file, files.value(file));
        else
            emit fileFailed(file, {ErrorCode::NotFound, {}});
    });
}

void FakeFeed::fetchPhone(const RequestId &request, domain::RevealReason reason)
{
    calls.append(u"fetchPhone "_s + QString(domain::nameOf(reason)));
    emit phoneShown(request, u"13800000000"_s);
}

void FakeFeed::fetchHistory(const RequestId &request)
{
    calls.append(u"fetchHistory"_s);
    QList<RequestRow> rows;
    for (const RequestRow &row : std::as_const(m_requests))
        if (row.state == RequestState::Closed && row.citizen == m_requests.value(request).citizen)
            rows.append(row);
    post([this, request, rows] { emit historyLoaded(request, rows); });
}

CommandId FakeFeed::putSettings(const client::SettingsRow &row)
{
    return answer("putSettings", u"settings.put"_s, {}, [this, row]() -> std::optional<Error> {
        emit settingsChanged(row);
        return std::nullopt;
    });
}

CommandId FakeFeed::putAccount(const protocol::AccountPut &account)
{
    return answer("putAccount", u"account"_s, {}, [this, account]() -> std::optional<Error> {
        client::StaffRow row = m_staff.value(account.staff);
        row.id = account.staff;
        row.name = account.name;
        row.node = account.node;
        row.roles = account.roles;
        row.skills = account.skills;
        row.maxChats = account.maxChats;
        row.active = account.active;
        putStaff(row);
        return std::nullopt;
    });
}

CommandId FakeFeed::switchItem(const ItemId &item, bool chat, bool call)
{
    return answer("switchItem", u"item"_s, {}, [this, item, chat, call]() -> std::optional<Error> {
        client::ItemRow row = m_items.value(item);
        row.chat = chat;
        row.call = call;
        m_items.insert(item, row);
        emit itemsChanged({row});
        return std::nullopt;
    });
}

CommandId FakeFeed::putHours(const client::HoursRow &row)
{
    return answer("putHours", u"hours"_s, {}, [this, row]() -> std::optional<Error> {
        emit hoursChanged({row});
        return std::nullopt;
    });
}

CommandId FakeFeed::putNode(const client::NodeRow &row)
{
    return answer("putNode", u"node"_s, {}, [this, row]() -> std::optional<Error> {
        emit nodesChanged({row});
        return std::nullopt;
    });
}

CommandId FakeFeed::runImport(const QString &, const QString &content, bool)
{
    const bool isJson = content.trimmed().startsWith(u'{');
    return answer("runImport", u"import"_s, {}, [isJson]() -> std::optional<Error> {
        return isJson ? std::nullopt : std::optional(Error{ErrorCode::BadImport, u"line 1"_s});
    }, {{u"added"_s, 3}, {u"changed"_s, 1}, {u"removed"_s, 0}});
}

} // namespace bangban::tests
