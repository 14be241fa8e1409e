// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/error_words.h"

#include "core/domain/enums.h"

#include <QCoreApplication>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    static QString lockEnds(int seconds) { return tr("It ends in %n min.", nullptr, (seconds + 59) / 60); }
    static QString of(ErrorCode code)
    {
        switch (code) {
        case ErrorCode::Internal:
            return tr("Something went wrong on the server. Try again; if it stays, tell the administrator.");
        case ErrorCode::BadMessage:
            return tr("The program and the server do not understand each other. Update the program.");
        case ErrorCode::UnknownMessage:
            return tr("The server does not know this step. Update the server or the program.");
        case ErrorCode::TooLarge:
            return tr("That is too much at once. Send less at a time, or send it as a file.");
        case ErrorCode::BadText:
            return tr("The text holds characters that cannot be sent. Remove them and send again.");
        case ErrorCode::NotSignedIn:
            return tr("You are not signed in. Sign in; nothing you wrote is lost.");
        case ErrorCode::BadCredentials:
            return tr("Account or password is wrong. Check both; capital letters count.");
        case ErrorCode::AccountLocked:
            return tr("The account is locked after too many wrong passwords. Wait until the lock ends, or "
                      "ask your unit's administrator.");
        case ErrorCode::AccountDisabled:
            return tr("The account is switched off. Ask your unit's administrator.");
        case ErrorCode::SessionExpired:
            return tr("The session has ended. Sign in again; nothing you wrote is lost.");
        case ErrorCode::Forbidden:
            return tr("Your role may not do this. Ask your unit's supervisor.");
        case ErrorCode::NotFound:
            return tr("It is no longer there. Look at the list again.");
        case ErrorCode::ClaimTaken:
            return tr("Somebody else has taken it. Take the next one.");
        case ErrorCode::StaleClaim:
            return tr("It has been given to somebody else since. Look at the list again.");
        case ErrorCode::BadState:
            return tr("This step is not possible now. Look at the state shown and take the step that fits.");
        case ErrorCode::NoCapacity:
            return tr("You have as much in hand as fits. Finish one conversation first.");
        case ErrorCode::NotReady:
            return tr("You are not set to Ready. Start taking requests first.");
        case ErrorCode::CommandReused:
            return tr("The program used one command number twice. Update the program.");
        case ErrorCode::BadCursor:
            return tr("The list is fetched anew. You need do nothing.");
        case ErrorCode::Busy:
            return tr("The server is busy. It is tried again by itself.");
        case ErrorCode::RateLimited:
            return tr("That was too often in a short time. Wait a moment and try again.");
        case ErrorCode::Blocked:
            return tr("This sender is blocked. Call the service centre instead.");
        case ErrorCode::OneOpenRequest:
            return tr("The first question is still open. Go on there.");
        case ErrorCode::TooLate:
            return tr("The time for this has passed.");
        case ErrorCode::ItemUnavailable:
            return tr("This item is not offered here now. Use the way named with the item.");
        case ErrorCode::BadFile:
            return tr("The file is damaged or of a kind that is not accepted. Choose another one.");
        case ErrorCode::BadImport:
            return tr("The file has faulty rows and nothing was changed. Mend the rows named and import again.");
        case ErrorCode::RecordDamaged:
            return tr("What this PC had kept is damaged and was put aside. Sign in again; words that were not sent yet "
                      "may be in the file: tell the administrator.");
        case ErrorCode::Database:
            return tr("The server cannot write its records. Tell the administrator; the server's log has "
                      "the cause.");
        case ErrorCode::WrongVersion:
            return tr("Program and database do not belong together. Use the program of the same version.");
        case ErrorCode::PortTaken:
            return tr("Another program uses this port. Choose another port and start again.");
        case ErrorCode::BadConfiguration:
            return tr("The configuration has a fault. Mend the line named and start again.");
        case ErrorCode::CalendarUnknown:
            return tr("The holiday notice for that year is not in. Import it in Administration.");
        case ErrorCode::Unreachable:
            return tr("The server cannot be reached. Check the network and the server address.");
        case ErrorCode::KeyMissing:
            return tr("The key that opens the records is not there. Tell the administrator.");
        case ErrorCode::SecondFactor:
            return tr("The office asks for a second factor. Sign in with the code of your authenticator.");
        case ErrorCode::NewPassword:
            return tr("Choose another password.");
        case ErrorCode::EntryWithdrawn:
            return tr("This answer of the knowledge base was withdrawn. Look for the one that holds now.");
        case ErrorCode::OwnReview:
            return tr("Nobody reviews their own words. Somebody else of the unit has to.");
        case ErrorCode::OtherVersion:
            return tr("Somebody published another version meanwhile. Compare the two; sent again, yours stands in its place.");
        case ErrorCode::ForbiddenPhrase:
            return tr("Words in it may not be sent to a citizen. Say it another way.");
        }
        return {};
    }
    /// Why an account was not saved; empty if it is about something else.
    static QString ofState(const QString &detail)
    {
        if (detail == "login"_L1)
            return tr("This account name belongs to another account. Choose another.");
        if (detail == "roles"_L1)
            return tr("System, security and audit administrator are three people and have no other role. Choose one of them alone.");
        if (detail == "same_day"_L1)
            return tr("Another version of somebody else already waits for that day. Give that one back first.");
        if (detail == "being_written"_L1)
            return tr("Its author is writing another draft of this entry. That one has to be sent or thrown away first.");
        if (detail == "own_account"_L1)
            return tr("You cannot switch off your own account or take its administration away. Another security administrator can.");
        return {};
    }
    static QString ofPassword(domain::PasswordFault fault)
    {
        switch (fault) {
        case domain::PasswordFault::Short:
            return tr("A password has at least 8 characters.");
        case domain::PasswordFault::OneKind:
            return tr("Mix letters with digits or other signs.");
        case domain::PasswordFault::Login:
            return tr("The account name may not be a part of the password.");
        case domain::PasswordFault::Same:
            return tr("That is the present password. Choose another.");
        }
        return {};
    }
    static QString whyNewPassword(const QString &detail)
    {
        if (const auto fault = domain::fromName<domain::PasswordFault>(detail))
            return ofPassword(*fault);
        if (detail == domain::nameOf(domain::PasswordState::Given))
            return tr("An administrator set your password. Choose one that only you know.");
        if (detail == domain::nameOf(domain::PasswordState::Old))
            return tr("Your password is older than the office allows. Choose another.");
        return of(ErrorCode::NewPassword);
    }
};

} // namespace

QString errorWords(const Error &error)
{
    if (error.code == ErrorCode::NewPassword)
        return ErrorText::whyNewPassword(error.detail);
    if (error.code == ErrorCode::BadState)
        if (const QString words = ErrorText::ofState(error.detail); !words.isEmpty())
            return words;
    QString words = ErrorText::of(error.code);
    if (error.code == ErrorCode::AccountLocked && !error.detail.isEmpty())
        return words + u' ' + ErrorText::lockEnds(error.detail.toInt());
    // Only where the detail is a value that helps the person: a name, a line of their own file.
    const bool hasValue = error.code == ErrorCode::ClaimTaken || error.code == ErrorCode::BadImport;
    if (hasValue && !error.detail.isEmpty())
        words += QStringLiteral(" (") + error.detail + QChar(u')');
    return words;
}

} // namespace bangban::ui
