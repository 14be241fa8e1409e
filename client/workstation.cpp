// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/workstation.h"

#include "core/base/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kOutboxDays{24 * 7};
constexpr std::chrono::seconds kAskAgain{1}; ///< after a server that was busy

QString folderFor(const QString &profile, const QUrl &server, const QString &account)
{
    const QByteArray name = (server.host() + u':' + QString::number(server.port())).toUtf8();
    return profile + u'/' + QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(12))
        + u'-' + QString::fromLatin1(account.toUtf8().toHex().left(64));
}

} // namespace

Workstation::Workstation(Options options, const Clock &clock, std::unique_ptr<TokenStore> tokens, QObject *parent)
    : Feed(parent),
      m_options(std::move(options)),
      m_clock(clock),
      m_tokens(std::move(tokens)),
      m_connection(m_clock, m_options.times, m_options.dial),
      m_run([this](const QByteArray &bytes) { return m_connection.send(bytes); },
            [this](const OutboxEntry &entry) {
                return entry.type != protocol::wireName<protocol::FileFinish>()
                    || m_files.isUploaded(FileId(entry.body["file"_L1].toString()));
            }),
      m_files([this](const QByteArray &bytes) { return m_connection.send(bytes); })
{
    connect(&m_connection, &Connection::opened, this, &Workstation::greet);
    connect(&m_connection, &Connection::closed, this, &Workstation::lineClosed);
    connect(&m_connection, &Connection::frameReceived, this, &Workstation::takeFrame);
    connect(&m_connection, &Connection::chunkReceived, this, [this](const protocol::Chunk &chunk) { m_files.take(chunk); });
    connect(&m_connection, &Connection::stateChanged, this, &Workstation::tellLine);
    connect(&m_connection, &Connection::roundTripMeasured, this, [this] {
        if (m_signedIn)
            m_dataAsOf = m_clock.now(); // the server lives and has told nothing newer
        tellLine();
    });
    connect(&m_sync, &ScopeSync::resumeWanted, this,
            [this](const protocol::Resume &resume) { m_connection.send(protocol::encode(resume)); });
    connect(&m_sync, &ScopeSync::rowsChanged, this, &Workstation::takeRows);
    connect(&m_sync, &ScopeSync::epochEnded, this, &Workstation::giveBack);
    connect(&m_sync, &ScopeSync::cleared, this, [this] {
        m_requests.clear();
        m_messages.clear();
        m_overtaken.clear();
        m_offered.clear();
        emit cleared();
        tellHeld(); // other scopes' rows, and what the person wrote
    });
    connect(&m_files, &FileLane::uploaded, &m_run, &OutboxRun::push);
    connect(&m_files, &FileLane::progressed, this, &Feed::fileProgress);
    connect(&m_files, &FileLane::ready, this, &Feed::fileReady);
    connect(&m_files, &FileLane::failed, this, &Feed::fileFailed);
    const auto logFailure = [](const Error &error) { qCCritical(logSync, "replica: %s", qPrintable(error.detail)); };
    connect(&m_sync, &ScopeSync::storeFailed, this, [this, logFailure](const Error &error) {
        logFailure(error);
        // Nothing is shown that is not kept; a line that is not there says so, and tries again.
        m_connection.hangUp("rows cannot be kept");
    });
    connect(&m_run, &OutboxRun::storeFailed, this, logFailure);
    if (m_options.hasKnowledge)
        startKnowledge();
}

Workstation::~Workstation()
{
    m_connection.disconnect(this);
    m_knowledgeThread.quit();
    m_knowledgeThread.wait();
}

// ---- the line ----------------------------------------------------------------------------------------------------

void Workstation::connectTo(const QUrl &server)
{
    if (server == m_server && m_connection.state() != LineState::Off)
        return;
    m_connection.close();
    const bool wasTold = m_wasTold;
    closeAccount();
    if (wasTold)
        emit signedOut({ErrorCode::Internal, {}});
    m_server = server;
    m_clock.forget();
    m_token.clear();
    m_dataAsOf.reset();
    m_tokens->load(server.toString(), this, [this, server](const SavedSession &saved) {
        if (server != m_server)
            return;
        m_token = saved.token;
        // The last known queue is on the screen before the network is up.
        if (!saved.token.isEmpty() && !saved.account.isEmpty() && !saved.deskKey.isEmpty() && !openAccount(saved.account, saved.deskKey))
            m_token.clear();
        m_connection.open(server);
    });
}

void Workstation::reconnectNow() { m_connection.redialNow(); }

void Workstation::greet()
{
    // Another process may answer now, or this PC slept and its monotonic clock with it.
    m_clock.forget();
    m_greetedAt = m_clock.monotonic();
    m_connection.send(protocol::encode(protocol::Hello{u"desk/0.1"_s, domain::Role::Agent, m_token, {}}));
}

void Workstation::lineClosed()
{
    goOffline();
    if (std::exchange(m_isSigningIn, false))
        emit signInRefused({ErrorCode::Unreachable, m_server.host()});
    if (std::exchange(m_isUnlocking, false))
        emit unlockRefused({ErrorCode::Unreachable, m_server.host()});
    emit passwordRefused({ErrorCode::Unreachable, m_server.host()}); // whoever waits for it
    tellLine();
}

void Workstation::goOffline()
{
    m_signedIn = false;
    m_run.setOnline(false);
    m_files.setOnline(false);
    m_readThrough.clear(); // a mark may have been lost with the line
    const auto waiting = std::exchange(m_waiting, {});
    for (auto it = waiting.constBegin(); it != waiting.constEnd(); ++it)
        emit commandAnswered({it.key(), it->type, it->request, Error{ErrorCode::Unreachable, {}}, {}});
}

void Workstation::takeFrame(const protocol::Frame &frame)
{
    m_dataAsOf = m_clock.now();
    const auto as = [&]<typename T>(auto &&then) {
        if (auto message = protocol::fromJson<T>(frame.body))
            then(*message);
        else
            dropMalformed(frame.type, message.error());
    };
    const auto is = [&](QLatin1String name) { return frame.type == name; };
    if (is(protocol::wireName<protocol::Welcome>())) {
        as.operator()<protocol::Welcome>([this](const auto &m) { takeWelcome(m); });
    } else if (is(protocol::wireName<protocol::SignedIn>())) {
        as.operator()<protocol::SignedIn>([this](const auto &m) { takeSignedIn(m); });
    } else if (is(protocol::wireName<protocol::CommandResult>())) {
        as.operator()<protocol::CommandResult>([this](const auto &m) { takeAnswer(m.cmdId, std::nullopt, m.data); });
    } else if (is(protocol::wireName<protocol::Refused>())) {
        as.operator()<protocol::Refused>([this](const auto &m) {
            const Error error{errorCodeFromWire(m.code).value_or(ErrorCode::Internal), m.detail};
            if (!m.cmdId.isEmpty())
                takeAnswer(m.cmdId, error, {});
            else if (!m_signedIn)
                refuseSignIn(error);
            else
                takeRefusal(error, m.about);
        });
    } else if (is(protocol::wireName<protocol::SecondFactorOffer>())) {
        as.operator()<protocol::SecondFactorOffer>([this](const auto &m) { emit authenticatorOffered(m.secret, m.uri); });
    } else if (is(protocol::wireName<protocol::Unlocked>())) {
        takeUnlocked();
    } else if (is(protocol::wireName<protocol::PasswordChanged>())) {
        emit passwordChanged();
    } else if (is(protocol::wireName<protocol::AccountStates>())) {
        as.operator()<protocol::AccountStates>([this](const auto &m) { emit accountsLoaded({m.rows.begin(), m.rows.end()}); });
    } else if (is(protocol::wireName<protocol::CalendarYears>())) {
        as.operator()<protocol::CalendarYears>([this](const auto &m) { emit calendarsLoaded({m.rows.begin(), m.rows.end()}); });
    } else if (is(protocol::wireName<protocol::EntryPast>())) {
        as.operator()<protocol::EntryPast>([this](const auto &m) { emit pastLoaded(m); });
    } else if (is(protocol::wireName<protocol::HotQuestions>())) {
        as.operator()<protocol::HotQuestions>([this](const auto &m) { emit hotLoaded(m); });
    } else if (is(protocol::wireName<protocol::Rates>())) {
        as.operator()<protocol::Rates>([this](const auto &m) { emit ratesLoaded(m); });
    } else if (is(protocol::wireName<protocol::KnowledgePage>())) {
        inKnowledge([body = frame.body](KnowledgeLane &lane) { lane.take(body); });
    } else if (is(protocol::wireName<protocol::KnowledgeChanged>())) {
        as.operator()<protocol::KnowledgeChanged>(
            [this](const auto &m) { inKnowledge([revision = m.revision](KnowledgeLane &lane) { lane.hear(revision); }); });
    } else if (is(protocol::wireName<protocol::Figures>())) {
        as.operator()<protocol::Figures>([this](const auto &m) { emit figuresChanged(m); });
    } else if (is(protocol::wireName<protocol::TypingShown>())) {
        as.operator()<protocol::TypingShown>([this](const auto &m) { emit typingShown(m.request, m.on); });
    } else if (is(protocol::wireName<protocol::FileState>())) {
        as.operator()<protocol::FileState>([this](const auto &m) { m_files.take(m); });
    } else if (is(protocol::wireName<protocol::Phone>())) {
        as.operator()<protocol::Phone>([this](const auto &m) { emit phoneShown(m.request, m.phone.text); });
    } else if (is(protocol::wireName<protocol::History>())) {
        as.operator()<protocol::History>([this](const auto &m) {
            emit historyLoaded(m.request, QList<RequestRow>(m.rows.begin(), m.rows.end()));
        });
    } else if (auto taken = m_sync.take(frame); !taken) {
        dropMalformed(frame.type, taken.error());
    }
}

void Workstation::dropMalformed(const QString &type, const Error &error)
{
    qCWarning(logSync, "%s: %s", qPrintable(type), qPrintable(error.detail));
    m_connection.hangUp("a malformed message came");
}

void Workstation::takeWelcome(const protocol::Welcome &welcome)
{
    m_clock.addSample(m_greetedAt, m_clock.monotonic(), welcome.serverTime);
    m_account.office = welcome.office;
    m_account.sample = welcome.sample;
    if (!welcome.signedIn && !m_token.isEmpty()) {
        const ErrorCode why = errorCodeFromWire(welcome.refused).value_or(ErrorCode::SessionExpired);
        // A server in trouble says nothing about the token; it is asked again on the next connection.
        if (isPassing(why) || why == ErrorCode::Internal)
            return m_connection.hangUp("the server could not look at the token");
        endSession({why, {}});
    }
    tellLine();
}

void Workstation::takeSignedIn(const protocol::SignedIn &message)
{
    m_signedIn = true;
    m_isSigningIn = false;
    const bool isSame = m_accountId == message.staff.id.value && m_wasTold;
    const QByteArray deskKey = QByteArray::fromBase64(message.deskKey.toLatin1());
    if (m_accountId != message.staff.id.value || m_replica->key() != deskKey) {
        closeAccount();
        if (!openAccount(message.staff.id.value, deskKey))
            return signOut(); // without a place to write things down nobody works here
    }
    if (!message.token.isEmpty()) {
        m_token = message.token;
        m_tokens->save(m_server.toString(), {message.staff.id.value, message.token, deskKey});
    }
    m_account.staff = message.staff;
    m_account.unitName = message.unitName;
    if (m_replica) {
        const QJsonObject known{{u"staff"_s, protocol::toJson(message.staff)}, {u"unit"_s, message.unitName},
                                {u"office"_s, m_account.office}, {u"sample"_s, m_account.sample}};
        if (auto kept = m_replica->putSetting(u"account"_s, known); !kept)
            qCWarning(logSync, "account: %s", qPrintable(kept.error().detail));
    }
    if (!isSame) {
        m_wasTold = true;
        emit signedIn(m_account);
        tellHeld();
        tellDrafts();
    }
    if (!m_signedIn)
        return; // the replica failed, or the screen signed out, in between
    m_sync.resume();
    m_files.setOnline(true);
    m_run.setOnline(true);
    inKnowledge([](KnowledgeLane &lane) { lane.goOn(); });
    for (const QByteArray &frame : std::exchange(m_lookUps, {}))
        m_connection.send(frame);
    tellLine();
}

void Workstation::takeRefusal(const Error &error, const QString &about)
{
    // A server of the release before does not say what it is about.
    const bool isOfPassword = error.code == ErrorCode::BadCredentials || error.code == ErrorCode::AccountLocked
        || error.code == ErrorCode::AccountDisabled;
    const auto is = [&](QLatin1String name) { return about == name || (error.code == ErrorCode::UnknownMessage && error.detail == name); };
    if (is(protocol::wireName<protocol::PasswordChange>()))
        emit passwordRefused(error);
    else if (is(protocol::wireName<protocol::Unlock>()) || (about.isEmpty() && isOfPassword && m_isUnlocking)) {
        if (std::exchange(m_isUnlocking, false))
            emit unlockRefused(error);
    } else if (is(protocol::wireName<protocol::RatesGet>())) {
        emit ratesRefused(error);
    } else if (is(protocol::wireName<protocol::HotGet>())) {
        emit hotRefused(error);
    } else if (is(protocol::wireName<protocol::KnowledgeGet>()) && isPassing(error.code)) {
        QTimer::singleShot(kAskAgain, this, [this] {
            if (m_signedIn)
                inKnowledge([](KnowledgeLane &lane) { lane.goOn(); });
        });
    } else if (is(protocol::wireName<protocol::KnowledgeGet>()) || is(protocol::wireName<protocol::AccountsGet>()) || is(protocol::wireName<protocol::CalendarsGet>())
               || is(protocol::wireName<protocol::PhoneGet>()) || is(protocol::wireName<protocol::EntryPastGet>()) || is(protocol::wireName<protocol::HistoryGet>())) {
        qCInfo(logSync, "refused: %s: %s", qPrintable(about), qPrintable(QString(bangban::wireName(error.code))));
    } else {
        m_files.refused(error);
    }
}

void Workstation::takeUnlocked()
{
    if (!std::exchange(m_isUnlocking, false))
        return;
    m_tokens->save(m_server.toString(), {m_accountId, m_token, m_replica->key()});
    emit unlocked();
}

void Workstation::takeAnswer(const CommandId &command, const std::optional<Error> &error, const QJsonObject &data)
{
    if (const auto waiting = m_waiting.constFind(command); waiting != m_waiting.constEnd()) {
        const Waiting asked = *waiting;
        m_waiting.erase(waiting);
        return emit commandAnswered({command, asked.type, asked.request, error, data});
    }
    const auto settled = m_run.answer(command, error);
    for (const OutboxEntry &entry : settled) {
        if (error && error->code == ErrorCode::ForbiddenPhrase) // its list is newer than ours
            tellSlip(entry.request, SlipId(entry.body["message"_L1].toString()), entry.body["words"_L1].toString());
        if (entry.type == protocol::wireName<protocol::FileFinish>() && (!error || entry.request.isEmpty())) // of an entry: it is chosen again
            m_files.forget(FileId(entry.body["file"_L1].toString()));
        if (error && !entry.shown.isEmpty())
            emit messagesChanged({viewOf(entry)});
        if (const EntryId draft = draftedBy(entry); !draft.isEmpty())
            settleDraft(entry, draft, error.has_value());
    }
    if (settled.empty())
        return;
    // The last one is what the person asked for: of a file, the message that shows it.
    const OutboxEntry &last = settled.back();
    emit commandAnswered({last.command, last.type, last.request, error, data});
    tellLine();
}

void Workstation::takeRows(const RowChanges &changes)
{
    const auto tell = [this](const auto &list, auto signal) {
        if (!list.isEmpty())
            emit (this->*signal)(list);
    };
    tell(changes.nodes, &Feed::nodesChanged);
    tell(changes.items, &Feed::itemsChanged);
    if (!changes.items.isEmpty() || !changes.nodes.isEmpty())
        inKnowledge([items = changes.items, nodes = changes.nodes](KnowledgeLane &lane) { lane.setCatalogue(items, nodes); });
    tell(changes.codes, &Feed::codesChanged);
    tell(changes.hours, &Feed::hoursChanged);
    for (const SettingsRow &row : changes.settings)
        emit settingsChanged(row);
    tell(changes.staff, &Feed::staffChanged);
    QHash<RequestId, RequestRow> before;
    for (const RequestRow &row : changes.requests) {
        before.insert(row.id, m_requests.value(row.id));
        m_requests.insert(row.id, row);
    }
    tell(changes.requests, &Feed::requestsChanged);
    QList<MessageView> views;
    for (const MessageRow &row : changes.messages) {
        m_messages.insert(row.id, row);
        views.append(viewOf(row));
    }
    tell(views, &Feed::messagesChanged);
    for (const RequestRow &row : changes.requests)
        tellRead(before.value(row.id), row);
    tell(changes.offers, &Feed::offersChanged);
    tell(changes.offersGone, &Feed::offersGone);
    tell(changes.tasks, &Feed::tasksChanged);
    tell(changes.tasksGone, &Feed::tasksGone);
    takeDrafts(changes.drafts, changes.draftsGone);
    tell(changes.phrases, &Feed::phrasesChanged);
    tell(changes.canned, &Feed::cannedChanged);
    tell(changes.cannedGone, &Feed::cannedGone);
    tell(changes.slips, &Feed::slipsChanged);
    tell(changes.slipsGone, &Feed::slipsGone);
    tell(changes.inspections, &Feed::inspectionsChanged);
    tell(changes.inspectionsGone, &Feed::inspectionsGone);
    tell(changes.notices, &Feed::noticesChanged);
    for (auto it = changes.requestsGone.constBegin(); it != changes.requestsGone.constEnd(); ++it) {
        for (const RequestId &id : *it)
            m_requests.remove(id);
        emit requestsGone(*it, it.key());
    }
    for (const MessageId &id : changes.messagesGone)
        m_messages.remove(id);
    tell(changes.messagesGone, &Feed::messagesGone);
}

void Workstation::tellLine()
{
    Line line;
    line.state = m_connection.state();
    line.roundTripMs = m_clock.roundTripMs();
    line.clockOffsetMs = m_clock.offsetToWallMs();
    line.dataAsOf = m_dataAsOf;
    line.pending = m_run.pending();
    line.server = m_server.isEmpty() ? QString() : m_server.host() + u':' + QString::number(m_server.port());
    emit lineChanged(line);
}

// ---- the account -------------------------------------------------------------------------------------------------

bool Workstation::openAccount(const QString &account, const QByteArray &deskKey)
{
    const QString folder = folderFor(m_options.folder, m_server, account);
    auto replica = Replica::open(folder, deskKey);
    if (!replica) {
        qCCritical(logSync, "replica: %s", qPrintable(replica.error().detail));
        Error why = replica.error();
        if (why.code == ErrorCode::RecordDamaged) {
            // The next sign-in begins a new record; the person is told first, for words may not have been sent.
            const auto kept = Replica::setAside(folder, m_clock.now());
            why = kept ? Error{why.code, *kept} : kept.error();
        }
        emit signInRefused(why);
        return false;
    }
    m_accountId = account;
    m_replica = std::move(*replica);
    m_outbox = std::make_unique<Outbox>(m_replica->database(), deskKey);
    if (auto pruned = m_outbox->prune(m_clock.now() - kOutboxDays); !pruned)
        qCWarning(logSync, "outbox: %s", qPrintable(pruned.error().detail));
    m_shownFiles = std::make_unique<QTemporaryDir>(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
                                                   + u"/bangban-desk-XXXXXX"_s);
    m_files.setFolders(folder + u"/outgoing"_s, m_shownFiles->path(), deskKey);
    if (auto read = m_run.setOutbox(m_outbox.get()); !read)
        qCCritical(logSync, "outbox: %s", qPrintable(read.error().detail));
    m_sync.setReplica(m_replica.get());
    inKnowledge([folder, deskKey](KnowledgeLane &lane) { lane.open(folder, deskKey); });
    const auto known = m_replica->setting(u"account"_s);
    if (!known || !known->contains("staff"_L1) || m_signedIn)
        return true;
    const auto staff = protocol::fromJson<StaffRow>(known->value("staff"_L1).toObject());
    if (!staff)
        return true;
    m_account = {*staff, known->value("unit"_L1).toString(), known->value("office"_L1).toString(),
                 known->value("sample"_L1).toBool()};
    m_wasTold = true;
    emit signedIn(m_account);
    tellHeld();
    tellDrafts();
    return true;
}

void Workstation::tellHeld()
{
    takeRows(m_sync.heldRows());
    QList<MessageView> pending;
    for (const OutboxEntry &entry : m_run.entries()) {
        // The row may have come without the answer: the desk was killed between the two.
        const bool hasArrived = m_messages.contains(MessageId(entry.shown["id"_L1].toString()));
        if (!entry.shown.isEmpty() && !hasArrived)
            pending.append(viewOf(entry));
    }
    if (!pending.isEmpty())
        emit messagesChanged(pending);
    const auto entries = m_run.entries(); // who hears of one may write another
    for (const OutboxEntry &entry : entries)
        if (const EntryId draft = draftedBy(entry); !draft.isEmpty() && waitingDraft(draft) && waitingDraft(draft)->command == entry.command)
            tellOwnDraft(draft);
}

void Workstation::tellDrafts()
{
    if (!m_replica)
        return;
    if (const auto drafts = m_replica->drafts())
        for (auto it = drafts->constBegin(); it != drafts->constEnd(); ++it)
            emit draftLoaded(RequestId(it.key()), *it);
}

void Workstation::closeAccount()
{
    if (m_accountId.isEmpty())
        return;
    m_sync.setReplica(nullptr);
    if (auto closed = m_run.setOutbox(nullptr); !closed)
        qCWarning(logSync, "outbox: %s", qPrintable(closed.error().detail));
    m_files.setFolders({}, {}, {});
    m_shownFiles.reset();
    m_outbox.reset();
    m_replica.reset();
    inKnowledge([](KnowledgeLane &lane) { lane.close(); });
    m_accountId.clear();
    m_requests.clear();
    m_messages.clear();
    m_overtaken.clear();
    m_offered.clear();
    m_wasTold = false;
    emit cleared();
}

void Workstation::endSession(const Error &why)
{
    m_token.clear();
    m_lookUps.clear(); // the next person may be somebody else
    m_tokens->erase(m_server.toString());
    goOffline();
    const bool wasTold = m_wasTold;
    closeAccount();
    if (wasTold)
        emit signedOut(why);
}

void Workstation::signIn(const protocol::SignIn &words)
{
    m_isSigningIn = m_connection.send(protocol::encode(words));
    if (!m_isSigningIn)
        emit signInRefused({ErrorCode::Unreachable, m_server.host()});
}

void Workstation::refuseSignIn(const Error &error)
{
    m_isSigningIn = false;
    emit signInRefused(error);
}

void Workstation::signOut()
{
    m_connection.send(protocol::encode(protocol::SignOut{}));
    endSession({ErrorCode::Internal, {}});
    m_connection.redialNow();
}

// ---- messages on their way ---------------------------------------------------------------------------------------

MessageView Workstation::viewOf(const MessageRow &row) const
{
    MessageView view;
    view.row = row;
    view.mine = row.sender == domain::Sender::Staff && row.staff.value == m_accountId;
    const bool isRead = m_requests.value(row.request).citizenReadSeq >= row.seq;
    view.delivery = view.mine && isRead ? Delivery::Read : Delivery::Sent;
    return view;
}

MessageView Workstation::viewOf(const OutboxEntry &entry) const
{
    MessageView view;
    if (auto row = protocol::fromJson<MessageRow>(entry.shown))
        view.row = *row;
    view.row.seq = 0;
    view.mine = true;
    view.command = entry.command;
    view.error = entry.error;
    view.delivery = entry.state == OutboxState::Failed ? Delivery::Failed : Delivery::Pending;
    return view;
}

void Workstation::tellRead(const RequestRow &before, const RequestRow &after)
{
    if (after.citizenReadSeq <= before.citizenReadSeq)
        return;
    QList<MessageView> views;
    for (const MessageRow &row : std::as_const(m_messages))
        if (row.request == after.id && row.seq > before.citizenReadSeq && row.seq <= after.citizenReadSeq
            && row.staff.value == m_accountId)
            views.append(viewOf(row));
    if (!views.isEmpty())
        emit messagesChanged(views);
}

} // namespace bangban::client
