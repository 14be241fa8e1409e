// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/crypto/secrets.h"
#include "core/domain/passwords.h"
#include "server/catalogue/import.h"
#include "server/store/accounts.h"
#include "server/store/backup.h"
#include "server/store/contacts.h"
#include "server/store/move.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>
#include <csignal>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

using namespace bangban;
using namespace Qt::StringLiterals;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

int explain(const Error &error)
{
    // What is wrong with the call itself is said in the detail, in whole words.
    if (error.code == ErrorCode::BadConfiguration)
        QTextStream(stderr) << "bangban-admin: " << error.detail << '\n';
    else
        QTextStream(stderr) << "bangban-admin: " << advice(error.code) << "\n  (" << bangban::wireName(error.code) << ": "
                            << error.detail << ")\n";
    return 1;
}

struct Call {
    QString folder;
    QStringList words;
    bool dryRun = false;
    QString masterKey;
    QString url; ///< of PostgreSQL; empty: the file in the folder
    QString to;
    [[nodiscard]] QString database() const { return folder + u"/bangban.db"_s; }
    [[nodiscard]] server::RecordPlace place() const { return {url.isEmpty() ? u"sqlite:"_s + database() : url, masterKey}; }
    [[nodiscard]] QString word(qsizetype n) const { return words.value(n); }
};

Result<std::unique_ptr<server::Store>> openStore(const Call &call)
{
    if (call.url.isEmpty() && !QFile::exists(call.database()))
        return fail(ErrorCode::BadConfiguration, u"there is no record in "_s + call.folder + u"; name its folder with --data"_s);
    return server::Store::open(call.place());
}

/// \errors BadConfiguration in words if there is none; Database
Result<server::SignInAccount> accountOf(server::Store &store, const QString &login)
{
    auto account = server::Accounts(store).find(login);
    if (!account && account.error().code == ErrorCode::BadCredentials)
        return fail(ErrorCode::BadConfiguration, u"there is no account "_s + login);
    return account;
}

/// The password comes from standard input, so that it stands in no list of processes.
QString readPassword()
{
    static termios shown{};
    const bool isTyped = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &shown) == 0;
    if (isTyped) {
        termios hidden = shown;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        signal(SIGINT, [](int) { // who gives up types visibly again
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
            _exit(130);
        });
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        QTextStream(stderr) << "New password: " << Qt::flush;
    }
    const QString password = QTextStream(stdin).readLine();
    if (isTyped) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        QTextStream(stderr) << '\n';
    }
    return password;
}

Result<void> listAccounts(const Call &call)
{
    TAKE(store, openStore(call));
    TAKE(query, store->database().run(u"SELECT login, staff, active, length(password) > 0 FROM account ORDER BY login"_s));
    while (query->next())
        out() << query->value(0).toString() << '\t' << query->value(1).toString() << '\t'
              << (query->value(2).toInt() ? "active" : "disabled") << '\t'
              << (query->value(3).toInt() ? "can sign in" : "no password") << '\n';
    return {};
}

Result<void> setPassword(const Call &call)
{
    TAKE(store, openStore(call));
    TAKE(account, accountOf(*store, call.word(1)));
    const QString password = readPassword();
    if (const auto fault = domain::faultOf(password, call.word(1), {}))
        return tl::unexpected<Error>(domain::newPasswordError(*fault));
    TAKE(hash, crypto::hashPassword(password));
    TRY(server::Accounts(*store).setPassword(account.staff, hash));
    TRY(store->audit(u"admin"_s, wallClockNow(), u"bangban-admin"_s, u"password"_s, account.staff.value));
    TRY(store->commit(wallClockNow()));
    return {};
}

Result<void> setActive(const Call &call, bool active)
{
    TAKE(store, openStore(call));
    TAKE(account, accountOf(*store, call.word(1)));
    TRY(server::Accounts(*store).put(account.staff, call.word(1), active));
    TAKE(person, store->staff.find(account.staff.value)); // what desks show, and what they would save again
    person.active = active;
    TRY(store->put(person));
    TRY(store->audit(u"admin"_s, wallClockNow(), u"bangban-admin"_s, active ? u"enable"_s : u"disable"_s, account.staff.value));
    TRY(store->commit(wallClockNow()));
    return {};
}

Result<void> importFile(const Call &call)
{
    QFile file(call.word(2));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadConfiguration, call.word(2) + u": "_s + file.errorString());
    TAKE(store, openStore(call));
    TAKE(report, server::runImport(*store, call.word(1), file.readAll(), call.dryRun));
    for (const server::ImportFault &fault : report.errors)
        out() << fault.text() << '\n';
    out() << "added " << report.added << ", changed " << report.changed << ", unchanged " << report.unchanged
          << (call.dryRun ? " (dry run: nothing was written)" : "") << '\n';
    if (!report.errors.empty())
        return fail(ErrorCode::BadImport, call.word(2));
    if (call.dryRun)
        return {};
    TRY(store->audit(u"admin"_s, wallClockNow(), u"bangban-admin"_s, u"import"_s, call.word(1)));
    TRY(store->commit(wallClockNow()));
    return {};
}

/// The advice for a damaged record is to restore a copy; for a damaged copy that is of no use.
Error ofCopy(const Error &error)
{
    if (error.code != ErrorCode::RecordDamaged)
        return error;
    return {ErrorCode::BadConfiguration, u"this is no copy of a record, or a damaged one; take another: "_s + error.detail};
}

/// Restores into a folder of its own and reads everything; the metrics of the server tell when that went well last.
Result<void> rehearse(const Call &call)
{
    QElapsedTimer took;
    took.start();
    const QString file = call.word(1);
    TAKE(read, server::drill(file, call.masterKey).map_error(ofCopy));
    QSaveFile mark(call.folder + u'/' + server::kDrillFile);
    const QByteArray at = toIso(wallClockNow()).toUtf8() + '\n';
    if (!mark.open(QIODevice::WriteOnly) || mark.write(at) != at.size() || !mark.commit())
        return fail(ErrorCode::BadConfiguration, mark.fileName() + u": "_s + mark.errorString());
    out() << file << " can be restored: " << read.requests << " requests, " << read.messages << " messages, " << read.attachments
          << " attachments, " << read.entries << " entries of the knowledge base, " << read.logRows << " log rows, the last of "
          << (read.logRows > 0 ? toIso(read.lastChange) : u"no time"_s) << "; read in "
          << QString::number(double(took.elapsed()) / 1e3, 'f', 1) << " s\n";
    return {};
}

/// From SQLite to PostgreSQL, or back. The record that was stays where it is.
Result<void> move(const Call &call)
{
    if (call.to.isEmpty())
        return fail(ErrorCode::BadConfiguration, u"say where to: move --to postgresql://user@host/database"_s);
    TRY(openStore(call)); // brings its schema to this program's
    {
        TAKE(from, sql::Database::open(call.place().url));
        TAKE(to, sql::Database::open(call.to));
        TAKE(count, server::moveRecord(*from, *to));
        out() << "moved " << count << " rows\n";
    }
    TAKE(moved, server::Store::open({call.to, call.masterKey}));
    TAKE(bad, moved->firstBadAuditRow());
    if (!bad.isEmpty())
        return fail(ErrorCode::Database, u"the copy does not fit: audit row "_s + bad);
    TRY(moved->audit(u"admin"_s, wallClockNow(), u"bangban-admin"_s, u"move"_s, {}));
    TRY(moved->commit(wallClockNow()));
    out() << "start every server with --database " << call.to.section(u'?', 0, 0) << " and the same --master-key\n";
    return {};
}

/// All that is kept of the person with this number, as JSON, for who has the right to ask for it.
Result<void> exportPerson(const Call &call)
{
    TAKE(store, openStore(call));
    TAKE(requests, server::Contacts(*store).withPhone(server::Contacts::digitsOf(call.word(1))));
    QJsonArray found;
    for (const QString &id : requests) {
        TAKE(request, store->requests.find(id));
        TAKE(messages, store->messagesOf(request.id));
        QJsonArray words;
        for (const protocol::MessageRow &message : messages)
            words.append(protocol::toJson(message));
        found.append(QJsonObject{{u"request"_s, protocol::toJson(request)}, {u"messages"_s, words}});
    }
    TRY(store->audit(u"admin"_s, wallClockNow(), u"bangban-admin"_s, u"person_export"_s, requests.join(u' ')));
    TRY(store->commit(wallClockNow()));
    out() << QString::fromUtf8(QJsonDocument(found).toJson());
    return {};
}

/// Destroys the keys of the person's closed requests. Open ones are ended by who serves them first.
Result<void> erasePerson(const Call &call)
{
    TAKE(store, openStore(call));
    TAKE(requests, server::Contacts(*store).withPhone(server::Contacts::digitsOf(call.word(1))));
    for (const QString &id : requests)
        TRY(store->erase(RequestId(id)));
    TRY(store->audit(u"admin"_s, wallClockNow(), u"bangban-admin"_s, u"person_erase"_s, requests.join(u' ')));
    TRY(store->commit(wallClockNow()));
    out() << "erased " << requests.size() << " requests; backups made before now still hold them, until they are deleted\n";
    return {};
}

/// A new master key, and every data key wrapped by it. The old one stays in the file as long as backups need it.
Result<void> rotateKey(const Call &call)
{
    QFile old(call.masterKey);
    if (!old.open(QIODevice::ReadOnly))
        return fail(ErrorCode::KeyMissing, call.masterKey);
    QSaveFile fresh(call.masterKey);
    const QByteArray lines = crypto::randomBytes(32).toBase64() + '\n' + old.readAll();
    if (!fresh.open(QIODevice::WriteOnly) || !fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || fresh.write(lines) != lines.size() || !fresh.commit())
        return fail(ErrorCode::BadConfiguration, call.masterKey + u": "_s + fresh.errorString());
    TAKE(store, openStore(call));
    TRY(store->begin());
    TAKE(count, store->vault().rewrap());
    TRY(store->audit(u"admin"_s, wallClockNow(), u"bangban-admin"_s, u"rotate_key"_s, QString::number(count)));
    TRY(store->commit(wallClockNow()));
    out() << count << " keys wrapped anew; keep the old lines of " << call.masterKey << " while backups need them\n";
    return {};
}

/// The file in the folder is put aside, and the backup in its place.
Result<void> restoreFile(const Call &call)
{
    const QString fresh = call.database() + u".restoring"_s;
    TRY(server::unpackBackup(call.word(1), call.masterKey, fresh).map_error(ofCopy));
    const QString aside = u".before-restore-"_s + QString::number(toMs(wallClockNow()));
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString old = call.database() + suffix;
        if (QFile::exists(old) && !QFile::rename(old, old + aside))
            return fail(ErrorCode::Database, old);
    }
    if (!QFile::rename(fresh, call.database()))
        return fail(ErrorCode::Database, call.database());
    out() << "what was there before lies beside it as *" << aside << '\n';
    return {};
}

/// What happened after the backup may be lost, and every client must know: the record gets a new epoch.
Result<void> restore(const Call &call)
{
    TRY(call.url.isEmpty() ? restoreFile(call) : server::restoreInto(call.url, call.word(1), call.masterKey).map_error(ofCopy));
    TAKE(store, openStore(call));
    TRY(store->audit(u"admin"_s, wallClockNow(), u"bangban-admin"_s, u"restore"_s, QFileInfo(call.word(1)).fileName()));
    TRY(store->commit(wallClockNow()));
    out() << "restored. In the first minute after the start desks give back what they know\n";
    return {};
}

Result<void> checkAudit(const Call &call)
{
    TAKE(store, openStore(call));
    TAKE(bad, store->firstBadAuditRow());
    if (!bad.isEmpty())
        return fail(ErrorCode::Database, u"the audit log was changed; first bad row "_s + bad);
    out() << "the audit log is whole\n";
    return {};
}

/// What the program can do; the help is made of it.
struct Command {
    QLatin1String name;
    QLatin1String argument; ///< one word of the call each; as the help shows them
    bool stops;             ///< writes: a running server keeps rows in memory. Of a record in PostgreSQL the servers hear of it
    QLatin1String what;
    Result<void> (*run)(const Call &);
    [[nodiscard]] qsizetype words() const { return 1 + (argument.isEmpty() ? 0 : QString(argument).count(u' ') + 1); }
};

const Command kCommands[] = {
    {"accounts"_L1, {}, false, "list them: login, staff number, active or disabled, whether there is a password"_L1, listAccounts},
    {"password"_L1, "LOGIN"_L1, true, "set a password, read from standard input"_L1, setPassword},
    {"enable"_L1, "LOGIN"_L1, true, "let somebody in"_L1, [](const Call &call) { return setActive(call, true); }},
    {"disable"_L1, "LOGIN"_L1, true, "keep somebody out"_L1, [](const Call &call) { return setActive(call, false); }},
    {"import"_L1, "KIND FILE"_L1, true, "calendar, org, items, staff, codes, questions, synonyms, phrases or canned"_L1, importFile},
    {"backup"_L1, "FILE"_L1, false, "copy the record"_L1, [](const Call &call) { return server::backUp(call.place(), call.word(1)); }},
    {"drill"_L1, "FILE"_L1, false, "restore a copy for trial and read all of it; harms nothing"_L1, rehearse},
    {"restore"_L1, "FILE"_L1, true, "put a copy in its place, or into an empty PostgreSQL database"_L1, restore},
    {"move"_L1, {}, true, "copy the record into the database named by --to"_L1, move},
    {"rotate-key"_L1, {}, true, "make a new master key and wrap every data key by it"_L1, rotateKey},
    {"person-export"_L1, "PHONE"_L1, true, "all that is kept of a person, as JSON"_L1, exportPerson},
    {"person-erase"_L1, "PHONE"_L1, true, "make a person's closed requests unreadable for ever"_L1, erasePerson},
    {"audit-check"_L1, {}, false, "find the first changed row of the audit log"_L1, checkAudit},
};

QString description()
{
    QString text = u"Looks after the server's record. Stop the server before what is marked *, unless the record lies in PostgreSQL.\n"_s;
    for (const Command &command : kCommands)
        text += u"\n  %1 %2%3"_s.arg(QChar(command.stops ? u'*' : u' '))
                    .arg(QString(command.name + u' ' + command.argument).leftJustified(21), command.what);
    return text;
}

Result<void> run(const Call &call)
{
    const auto *command = std::ranges::find(kCommands, call.word(0), &Command::name);
    if (command == std::end(kCommands))
        return fail(ErrorCode::BadConfiguration, call.word(0) + u": unknown; see --help"_s);
    if (call.words.size() != command->words())
        return fail(ErrorCode::BadConfiguration, u"say: bangban-admin %1 %2"_s.arg(command->name, command->argument).trimmed());
    QLockFile lock(call.folder + u"/lock"_s);
    if (command->stops && call.url.isEmpty() && !lock.tryLock()) {
        if (!QFileInfo::exists(call.folder))
            return fail(ErrorCode::BadConfiguration, u"there is no folder "_s + call.folder + u"; name it with --data"_s);
        if (lock.error() == QLockFile::PermissionError)
            return fail(ErrorCode::BadConfiguration, call.folder + u" belongs to somebody else; run this as the server's user"_s);
        return fail(ErrorCode::BadConfiguration, u"stop the server first, or use the administration page of a desk"_s);
    }
    return command->run(call);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    umask(S_IRWXG | S_IRWXO); // copies hold people's words and numbers, like the record
    QCoreApplication::setApplicationName(u"bangban-admin"_s);
    QCoreApplication::setApplicationVersion(u"0.1.0"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(description());
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"data"_s, u"Folder of the database."_s, u"folder"_s,
                        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/bangban-server"_s},
                       {u"master-key"_s, u"File of the key that opens the record. Default: master.key in the data folder."_s, u"file"_s},
                       {u"database"_s, u"postgresql://… of a record that lies there; the password may stand in ~/.pgpass."_s, u"url"_s},
                       {u"to"_s, u"With move: postgresql://… of an empty database."_s, u"url"_s},
                       {u"dry-run"_s, u"With import: report what would change, write nothing."_s}});
    parser.addPositionalArgument(u"command"_s, u"What to do, and to what."_s, u"command [argument…]"_s);
    parser.process(app);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    if (const auto ready = crypto::prepare(); !ready)
        return explain(ready.error());
    const QString folder = parser.value(u"data"_s);
    const auto done = run({folder, parser.positionalArguments(), parser.isSet(u"dry-run"_s),
                           parser.isSet(u"master-key"_s) ? parser.value(u"master-key"_s) : folder + u"/master.key"_s,
                           parser.value(u"database"_s), parser.value(u"to"_s)});
    out().flush();
    return done ? 0 : explain(done.error());
}
