// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/workstation.h"

#include "core/base/log.h"
#include "core/base/uuid7.h"
#include "core/search/readability.h"

#include <QCryptographicHash>
#include <QMimeDatabase>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kTypingEvery{3000};
constexpr double kStillThere = 0.5; ///< of an answer that was put in: what was changed more is the person's own

bool isPicture(const QString &type)
{
    return type == "image/png"_L1 || type == "image/jpeg"_L1 || type == "image/gif"_L1 || type == "image/webp"_L1;
}

} // namespace

CommandId Workstation::newCommand() const { return CommandId(makeUuid7(m_clock.now())); }

int Workstation::claimNoOf(const RequestId &request) const { return m_requests.value(request).claimNo; }

CommandId Workstation::ask(const CommandId &id, const QString &type, const RequestId &request, const QByteArray &frame)
{
    const bool isTooLarge = frame.size() > protocol::kMaxMessage;
    if (!isTooLarge && m_signedIn && m_connection.send(frame)) {
        m_waiting.insert(id, {type, request});
        return id;
    }
    return refuse({id, type, request, Error{isTooLarge ? ErrorCode::TooLarge : ErrorCode::Unreachable, {}}, {}});
}

/// The answer comes after the caller has the id.
CommandId Workstation::refuse(const CommandAnswer &answer)
{
    QMetaObject::invokeMethod(this, [this, answer] { emit commandAnswered(answer); }, Qt::QueuedConnection);
    return answer.command;
}

/// Written down before anything else happens; when that fails the person is told in the same turn of the event loop, before
/// anything that is posted after this, and keeps their words.
CommandId Workstation::write(std::vector<OutboxEntry> entries, const std::vector<OutboxEntry> &instead)
{
    const OutboxEntry last = entries.back();
    // The server cuts the line for such a message; sent again on each new line it would cut them all.
    const bool isTooLarge = protocol::encodeFrame(QLatin1String(last.type.toLatin1()), last.body).size() > protocol::kMaxMessage;
    auto added = isTooLarge ? Result<void>(fail(ErrorCode::TooLarge)) : m_run.add(std::move(entries), instead);
    if (!added) {
        if (const QString words = last.shown["words"_L1].toString(); !words.isEmpty() && instead.empty())
            QMetaObject::invokeMethod(this, [this, request = last.request, words] {
                if (auto kept = backToDraft(request, words); !kept)
                    qCWarning(logSync, "draft: %s", qPrintable(kept.error().detail));
            }, Qt::QueuedConnection);
        return refuse({last.command, last.type, last.request, added.error(), {}});
    }
    if (!last.shown.isEmpty())
        emit messagesChanged({viewOf(last)});
    tellLine();
    return last.command;
}

MessageRow Workstation::shownRow(const protocol::MessageSend &send, const protocol::EntryCard *card) const
{
    MessageRow row;
    row.id = send.message;
    row.request = send.request;
    row.kind = send.kind;
    row.sender = domain::Sender::Staff;
    row.staff = StaffId(m_accountId);
    row.staffName = m_account.staff.name;
    row.words = send.words;
    row.file = send.file;
    row.quote = send.quote;
    row.cites = send.cites;
    if (card)
        row.card = *card;
    row.sentAt = m_clock.now();
    return row;
}

/// The server was put back from a backup, perhaps: what this desk knows of requests is written down to be said, before the
/// snapshot of the new epoch takes its place.
void Workstation::giveBack(const QString &scope, const QString &cursor)
{
    const auto held = m_replica->rows(scope);
    if (!held) {
        qCCritical(logSync, "refill: %s", qPrintable(held.error().detail));
        return;
    }
    std::vector<OutboxEntry> entries;
    protocol::RecordRefill piece{{}, cursor, {}};
    qsizetype size = 0;
    const auto cut = [&] {
        if (!piece.rows.empty())
            entries.push_back(entryOf(piece, {}, u"refill"_s));
        piece.rows.clear();
        size = 0;
    };
    QSet<QString> known;
    const auto give = [&](const protocol::Change &row) {
        known.insert(row.id);
        piece.rows.push_back(row);
        size += QJsonDocument(row.row).toJson(QJsonDocument::Compact).size();
        if (size > protocol::kMaxPiece)
            cut();
    };
    const auto before = [](const protocol::Change &a, const protocol::Change &b) {
        return a.row["seq"_L1].toInt() < b.row["seq"_L1].toInt();
    };
    auto rows = *held;
    std::stable_sort(rows.begin(), rows.end(), before);
    for (const QLatin1String entity : {protocol::wireName<RequestRow>(), protocol::wireName<MessageRow>()})
        for (const protocol::Change &row : rows)
            if (row.entity == entity)
                give(row);
    cut(); // so that what follows may wait for other desks, and this never does
    // What this person said in conversations that went to others since; where it stood, the others know.
    const bool isOfPeople = std::any_of(rows.begin(), rows.end(), [](const protocol::Change &row) {
        return row.entity == protocol::wireName<StaffRow>();
    });
    const auto said = isOfPeople ? m_outbox->confirmed() : Result<std::vector<OutboxEntry>>();
    if (!said)
        qCCritical(logSync, "refill: %s", qPrintable(said.error().detail));
    const auto confirmed = said.value_or(std::vector<OutboxEntry>());
    for (const OutboxEntry &entry : confirmed)
        if (entry.type == protocol::wireName<protocol::MessageRecall>())
            known.insert(entry.body["message"_L1].toString()); // taken back: not said again
    for (const OutboxEntry &entry : confirmed)
        if (const QString id = entry.shown["id"_L1].toString(); !id.isEmpty() && !known.contains(id))
            give({protocol::wireName<MessageRow>(), id, entry.shown, {}});
    cut();
    if (!entries.empty())
        write(std::move(entries));
}

CommandId Workstation::say(const RequestId &request, const QString &text, domain::MessageKind kind, const MessageId &quote,
                           const std::vector<protocol::EntryCite> &cites)
{
    protocol::MessageSend send;
    send.message = MessageId(makeUuid7(m_clock.now()));
    send.request = request;
    send.claimNo = claimNoOf(request);
    send.kind = kind;
    send.words.text = text;
    send.quote = quote;
    send.cites = cites;
    send.offered = m_offered.contains(request);
    OutboxEntry entry = entryOf(send, request);
    entry.shown = protocol::toJson(shownRow(send));
    return write({entry});
}

CommandId Workstation::sendText(const RequestId &request, const QString &text, const MessageId &quote, const QList<InsertedAnswer> &inserted)
{
    std::vector<protocol::EntryCite> cites;
    for (const InsertedAnswer &one : inserted) {
        const protocol::EntryCite cite{one.entry, one.version};
        const bool isThere = search::readabilityOf(one.words, text, {}).copied >= kStillThere;
        if (isThere && std::ranges::find(cites, cite) == cites.end() && std::ssize(cites) < protocol::kMostCites)
            cites.push_back(cite);
    }
    return say(request, text, domain::MessageKind::Text, quote, cites);
}

CommandId Workstation::sendCard(const RequestId &request, const EntryRow &entry)
{
    protocol::MessageSend send;
    send.message = MessageId(makeUuid7(m_clock.now()));
    send.request = request;
    send.claimNo = claimNoOf(request);
    send.words.text = entry.plain.isEmpty() ? entry.official : entry.plain;
    send.cites = {{entry.id, entry.version}};
    send.offered = m_offered.contains(request);
    send.asCard = true;
    OutboxEntry written = entryOf(send, request);
    const protocol::EntryCard card = protocol::cardOf(entry, {});
    written.shown = protocol::toJson(shownRow(send, &card));
    return write({written});
}

CommandId Workstation::sendNote(const RequestId &request, const QString &text)
{
    return say(request, text, domain::MessageKind::Note, {});
}

CommandId Workstation::sendFile(const RequestId &request, const QString &name, const QString &type, const QByteArray &bytes)
{
    protocol::FileBegin begin;
    begin.file = FileId(makeUuid7(m_clock.now()));
    begin.request = request;
    begin.name.text = name.right(255);
    begin.type = type;
    begin.size = bytes.size();
    begin.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    protocol::MessageSend send;
    send.message = MessageId(makeUuid7(m_clock.now()));
    send.request = request;
    send.claimNo = claimNoOf(request);
    send.kind = isPicture(type) ? domain::MessageKind::Image : domain::MessageKind::File;
    send.file = begin.file;
    // A lane of its own: a photo never delays a message.
    const QString lane = u"file:"_s + begin.file.value;
    OutboxEntry message = entryOf(send, request, lane);
    MessageRow shown = shownRow(send);
    shown.fileName = begin.name;
    shown.fileType = type;
    shown.fileSize = bytes.size();
    message.shown = protocol::toJson(shown);
    const auto kept = bytes.size() > protocol::kMaxFile ? Result<void>(fail(ErrorCode::TooLarge, QString::number(bytes.size())))
        : m_replica                                    ? m_files.keep(begin.file, bytes)
                                                       : Result<void>(fail(ErrorCode::NotSignedIn));
    if (!kept)
        return refuse({message.command, message.type, request, kept.error(), {}});
    return write({entryOf(begin, request, lane), entryOf(protocol::FileFinish{{}, begin.file}, request, lane), message});
}

CommandId Workstation::recall(const RequestId &request, const MessageId &message)
{
    return write({entryOf(protocol::MessageRecall{{}, message, request}, request)});
}

CommandId Workstation::wrapUp(const RequestId &request, const QString &category, const QString &result)
{
    return write({entryOf(protocol::RequestWrapUp{{}, request, claimNoOf(request), category, result}, request)});
}

void Workstation::markRead(const RequestId &request, int throughSeq)
{
    const bool isNews = throughSeq > m_readThrough.value(request) && throughSeq > m_requests.value(request).staffReadSeq;
    if (!isNews || !m_signedIn || m_requests.value(request).owner.value != m_accountId)
        return;
    m_readThrough.insert(request, throughSeq);
    ask(protocol::MessageRead{{}, request, throughSeq}, request);
}

void Workstation::showTyping(const RequestId &request, bool on)
{
    const auto now = m_clock.monotonic();
    if (on && m_typedAt.contains(request) && now - m_typedAt.value(request) < kTypingEvery)
        return;
    if (on)
        m_typedAt.insert(request, now);
    else
        m_typedAt.remove(request);
    if (m_signedIn)
        m_connection.send(protocol::encode(protocol::Typing{request, on}));
}

void Workstation::retry(const CommandId &command)
{
    const auto old = m_run.failed(command);
    if (old.empty())
        return;
    auto again = old;
    for (OutboxEntry &entry : again) {
        entry.command = newCommand();
        entry.state = OutboxState::Pending;
        entry.error.reset();
        entry.at = m_clock.now();
        entry.body.insert(u"cmd_id"_s, entry.command.value);
        if (entry.body.contains("claim_no"_L1))
            entry.body.insert(u"claim_no"_s, claimNoOf(entry.request));
    }
    write(std::move(again), old);
}

/// On the screen in any case, before what was begun since; on the disk if it takes it. \errors Database
Result<void> Workstation::backToDraft(const RequestId &request, const QString &words)
{
    if (!m_replica)
        return fail(ErrorCode::NotSignedIn);
    const QString begun = m_replica->drafts().value_or(QHash<QString, QString>()).value(request.value);
    const bool isSame = words.startsWith(begun); // a full disk did not take either that it was sent
    const QString draft = isSame ? words : words + u'\n' + begun;
    const auto kept = m_replica->putDraft(request, draft);
    emit draftLoaded(request, draft);
    return kept;
}

void Workstation::discard(const CommandId &command)
{
    const auto old = m_run.failed(command);
    if (old.empty() || !m_replica)
        return;
    const OutboxEntry &last = old.back();
    // First the draft, then the entry: a desk killed in between has the words twice rather than not at all.
    if (const QString words = last.shown["words"_L1].toString(); !words.isEmpty()) {
        if (auto kept = backToDraft(last.request, words); !kept)
            return emit commandAnswered({last.command, last.type, last.request, kept.error(), {}});
    }
    if (auto dropped = m_run.drop(old); !dropped)
        return emit commandAnswered({last.command, last.type, last.request, dropped.error(), {}});
    if (!last.shown.isEmpty())
        emit messagesGone({MessageId(last.shown["id"_L1].toString())});
    if (const FileId file(last.body["file"_L1].toString()); !file.isEmpty())
        m_files.forget(file);
}

void Workstation::saveDraft(const RequestId &request, const QString &text)
{
    if (!m_replica)
        return;
    if (auto kept = m_replica->putDraft(request, text); !kept)
        emit commandAnswered({{}, {}, request, kept.error(), {}});
}

void Workstation::fetchFile(const FileId &file)
{
    for (const MessageRow &row : std::as_const(m_messages))
        if (row.file == file)
            return m_files.fetch(file, row.fileName.text, row.fileSize);
    emit fileFailed(file, {ErrorCode::NotFound, file.value});
}

void Workstation::fetchMedia(const EntryMedia &media)
{
    // What opens it is chosen by its name; the title is somebody's words.
    m_files.fetch(media.file, media.title + u'.' + QMimeDatabase().mimeTypeForName(media.type).preferredSuffix(), media.size);
}

CommandId Workstation::uploadMedia(const EntryId &entry, const EntryMedia &media, const QByteArray &bytes)
{
    protocol::FileBegin begin;
    begin.file = media.file;
    begin.entry = entry;
    begin.name.text = media.title;
    begin.type = media.type;
    begin.size = bytes.size();
    begin.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QString lane = u"file:"_s + begin.file.value;
    const OutboxEntry finish = entryOf(protocol::FileFinish{{}, begin.file}, {}, lane);
    const auto kept = bytes.size() > protocol::kMaxFile ? Result<void>(fail(ErrorCode::TooLarge, QString::number(bytes.size())))
        : m_replica                                    ? m_files.keep(begin.file, bytes)
                                                       : Result<void>(fail(ErrorCode::NotSignedIn));
    if (!kept)
        return refuse({finish.command, finish.type, {}, kept.error(), {}});
    return write({entryOf(begin, {}, lane), finish});
}

void Workstation::fetchHistory(const RequestId &request)
{
    if (m_signedIn)
        m_connection.send(protocol::encode(protocol::HistoryGet{request}));
}

void Workstation::fetchPhone(const RequestId &request, domain::RevealReason reason)
{
    m_connection.send(protocol::encode(protocol::PhoneGet{request, reason}));
}

void Workstation::fetchAccounts() { lookUp(protocol::encode(protocol::AccountsGet{})); }

void Workstation::fetchCalendars() { lookUp(protocol::encode(protocol::CalendarsGet{})); }

void Workstation::lookUp(const QByteArray &frame)
{
    if (m_signedIn)
        m_connection.send(frame);
    else if (!m_lookUps.contains(frame))
        m_lookUps.append(frame); // the page is there before the line is
}

// ---- the lock -----------------------------------------------------------------------------------------------------

void Workstation::lock() { m_tokens->erase(m_server.toString()); }

void Workstation::unlock(const QString &password)
{
    m_isUnlocking = m_signedIn && m_connection.send(protocol::encode(protocol::Unlock{{password}}));
    if (!m_isUnlocking)
        emit unlockRefused({ErrorCode::Unreachable, m_server.host()});
}

void Workstation::changePassword(const QString &present, const QString &next)
{
    if (!m_signedIn || !m_connection.send(protocol::encode(protocol::PasswordChange{{present}, {next}})))
        emit passwordRefused({ErrorCode::Unreachable, m_server.host()});
}

// ---- what waits for the server's yes --------------------------------------------------------------------------------

CommandId Workstation::setPresence(domain::Presence presence, const QString &reason, bool whenFree)
{
    return ask(protocol::PresenceSet{{}, presence, reason, whenFree});
}

CommandId Workstation::claim(const RequestId &request) { return ask(protocol::RequestClaim{{}, request}, request); }

CommandId Workstation::declineOffer(const QString &offer, const QString &reason)
{
    return ask(protocol::OfferDecline{{}, offer, reason});
}

CommandId Workstation::transfer(const RequestId &request, const NodeId &toUnit, const StaffId &toStaff, const QString &reason)
{
    return ask(protocol::RequestTransfer{{}, request, claimNoOf(request), toUnit, toStaff, {reason}}, request);
}

CommandId Workstation::prioritise(const RequestId &request, domain::Purpose purpose, const QString &reason)
{
    return ask(protocol::RequestPrioritise{{}, request, claimNoOf(request), purpose, {reason}}, request);
}

CommandId Workstation::arrangeCall(const RequestId &request, const QString &phone)
{
    return ask(protocol::RequestArrangeCall{{}, request, claimNoOf(request), {phone}}, request);
}

CommandId Workstation::end(const RequestId &request)
{
    return ask(protocol::RequestEnd{{}, request, claimNoOf(request)}, request);
}

CommandId Workstation::extendWrapUp(const RequestId &request)
{
    return ask(protocol::RequestExtendWrapUp{{}, request, claimNoOf(request)}, request);
}

CommandId Workstation::join(const RequestId &request, const RequestId &into)
{
    return ask(protocol::RequestJoin{{}, request, into}, request);
}

CommandId Workstation::recordCallBack(const RequestId &request, domain::ContactResult result,
                                      std::optional<Instant> appointment, const QString &note)
{
    return ask(protocol::CallBackRecord{{}, request, result, appointment, {note}}, request);
}

CommandId Workstation::blockSender(const RequestId &request, bool lifted, const QString &reason)
{
    return ask(protocol::CitizenBlock{{}, request, lifted, {reason}}, request);
}

CommandId Workstation::putAccount(const protocol::AccountPut &account) { return ask(account); }

CommandId Workstation::switchItem(const ItemId &item, bool chat, bool call)
{
    return ask(protocol::ItemSwitch{{}, item, chat, call});
}

CommandId Workstation::putHours(const HoursRow &row) { return ask(protocol::HoursPut{{}, row}); }

CommandId Workstation::putNode(const NodeRow &row) { return ask(protocol::NodePut{{}, row}); }

CommandId Workstation::putSettings(const SettingsRow &row) { return ask(protocol::SettingsPut{{}, row}); }

CommandId Workstation::runImport(const QString &kind, const QString &content, bool dryRun)
{
    return ask(protocol::ImportRun{{}, kind, {content}, dryRun});
}

} // namespace bangban::client
