<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Take next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End and wrap up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange a call-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start taking requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy: take no new requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionInitials</name>
    <message>
        <source>take next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presence menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send and next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end and wrap up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct the priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrange a call-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start taking requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch the theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Something went wrong on the server. Try again; if it stays, tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program and the server do not understand each other. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this step. Update the server or the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too much at once. Send less at a time, or send it as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds characters that cannot be sent. Remove them and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in. Sign in; nothing you wrote is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account or password is wrong. Check both; capital letters count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is locked after too many wrong passwords. Wait until the lock ends, or ask your unit&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is switched off. Ask your unit&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has ended. Sign in again; nothing you wrote is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not do this. Ask your unit&apos;s supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer there. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has taken it. Take the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been given to somebody else since. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step is not possible now. Look at the state shown and take the step that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have as much in hand as fits. Finish one conversation first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not set to Ready. Start taking requests first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program used one command number twice. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is fetched anew. You need do nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was too often in a short time. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sender is blocked. Call the service centre instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first question is still open. Go on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time for this has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item is not offered here now. Use the way named with the item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged or of a kind that is not accepted. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has faulty rows and nothing was changed. Mend the rows named and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot write its records. Tell the administrator; the server&apos;s log has the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program and database do not belong together. Use the program of the same version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses this port. Choose another port and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration has a fault. Mend the line named and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holiday notice for that year is not in. Import it in Administration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network and the server address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No activity for 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrusted agent of the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert of the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor of the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinator of the district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotline seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First responsible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from 12345</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent took the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk was silent; the request went back to the head of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office closed; the request became a call-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call-back was arranged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent ended the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined with another request of the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred to you: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You served this person before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have been free the longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle 1: every free desk of the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle 2: unit and service centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit was clear from the words; district pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle 3: district pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another time agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proper channel named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for citizen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m</source>
        <comment>minutes, behind a figure in a ring</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over by %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered late by %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the citizen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>waiting for the citizen for %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 %1/%2</source>
        <extracomment>%1 month, %2 day of the month, %3 day of the week</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holiday notice for that year not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a make-up working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: waiting for 35 s, nobody has taken it · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a request has waited for 35 s and nobody has taken it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s wall clock was set by %1; running clocks are not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holiday notice for %1 is not in; import it in Administration › Calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::AccountsTab</name>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in account name and name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new account needs a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::AdministrationTab</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::ArrangeCallDialog</name>
    <message>
        <source>Arrange a call-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the citizen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is known; fill in only another number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the citizen for the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sets the due time by the working hours and tells the citizen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call needs a number: ask the citizen and write it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::CallBackRecordDialog</name>
    <message>
        <source>Call-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> · %n attempt(s) so far</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> · agreed for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agreed time has passed already; choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::Composer</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to the citizen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the citizen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on writing; it is sent in order when the line is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 20 MB. Send a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture in the clipboard cannot be read. Save it as a file and attach that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send as a file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has %1 characters; a message holds %2. It can be sent as a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send as a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text.txt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::ConversationHeader</name>
    <message>
        <source>Page of the citizen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citizen without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (asked as %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no item chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer first: nothing ends without an answer, a call-back or a redirect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::ConversationPane</name>
    <message>
        <source>The citizen is typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start taking requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for the next request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offer card comes up by itself; F2 takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offer ran out without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went to a colleague. You get nothing more until you start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are %1: no new requests come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is offered to you until you start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same person asked about this item at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same person has an open request about this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to take back: a message can be taken back within 2 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::DeskWindow</name>
    <message>
        <source>Bangban Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clocks go on by the server&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data as of %1 (%2 s ago) · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No connection; no new offers until it is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost, reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bangban::ui::DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::HoursTab</name>
    <message>
        <source>Working hours of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on public holidays too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several stretches a day: 09:00-12:00,13:30-17:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not readable. Write it like 09:00-12:00,13:30-17:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the day like 2026-12-01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::ImportTab</name>
    <message>
        <source>Calendar and imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar: holidays of a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap-up codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a JSON file. The dry run says what would change and which rows are faulty; only then can it be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read or is larger than 900 kB. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry run: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: %1 · changed: %2 · the same: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No faulty rows; it can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faulty rows, mend them and choose the file again:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::ItemsTab</name>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call on or off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z in an empty field takes back what was sent within 2 minutes. In the wrap-up, digits choose and Enter ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::KeysTable</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys as delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already. Choose another key, or change that one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::OfferCard</name>
    <message>
        <source>Decline, say why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First reply within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case in hand needs me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not my field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know the person asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have to leave the seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>district pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every free desk sees this card; the first to take it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the ring is over it goes to the next one and you are set to Missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has waited %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::OrganisationTab</name>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::Palette</name>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or initials, Enter runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::PriorityDialog</name>
    <message>
        <source>Correct the priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The citizen said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · P%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason; both purposes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::QueueColumn</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call-backs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting. New requests appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue as of %1, for reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load %1 / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more below</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bangban::ui::QueueDelegate</name>
    <message>
        <source>transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::Rail</name>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin</source>
        <comment>page of the rail: administration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter starts a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While an input method composes, Enter only ends the composing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the way to the left is off. An offer sounds every 10 s until it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::SidePanel</name>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item and past requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item was chosen. The words of the question decided the unit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a request to see its item and materials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has no earlier request.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten the password? Your unit&apos;s administrator sets a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bangban Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online help by people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First reply within 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In working hours, from the moment a person is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 90 % solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts when the citizen says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 90 % of three-party calls connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotline, enterprise and unit on one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You set Ready yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server address is not readable. Write it like wss://desk.example:8443.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in account and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server online %1 ms · clock difference %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server connected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for %1; it is tried again by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::TopStrip</name>
    <message>
        <source>Presence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server holds sample data; nothing here is about real people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offer ran out without an answer. Choose a state to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change your presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1-min reply today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First human reply within 60 s ÷ requests whose minute ran: %1 ÷ %2. Apart: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved by the citizen&apos;s mark, else the agent&apos;s ÷ closed and in scope: %1 ÷ %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready: take requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy: take no new requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break when this work is done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1 afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline when this work is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::TranscriptDelegate</name>
    <message>
        <source>This message was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note by %1 · not seen by the citizen · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending, sent by itself when the line is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1 · Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be replaced. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop; the words come back as draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::TransferDialog</name>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a unit or a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units and colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit or colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason (the receiving side reads it first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start of the minute is kept; the receiving side gets 60 s of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a unit or a colleague.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason: the receiving side needs it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bangban::ui::WrapUpPanel</name>
    <message>
        <source>60 s more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 What it was about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the category: a digit, or the arrows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the result: a digit, or the arrows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter ends the wrap-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · nothing is blocked when the time is over; then it is filed as unsorted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
