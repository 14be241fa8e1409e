<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Action</name>
    <message>
      <source>Take next</source>
      <translation>Take next</translation>
    </message>
    <message>
      <source>Knowledge, item and history</source>
      <translation>Knowledge, item and history</translation>
    </message>
    <message>
      <source>Presence menu</source>
      <translation>Presence menu</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Next pane</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Send</translation>
    </message>
    <message>
      <source>Send and next case</source>
      <translation>Send and next case</translation>
    </message>
    <message>
      <source>Previous case</source>
      <translation>Previous case</translation>
    </message>
    <message>
      <source>Next case</source>
      <translation>Next case</translation>
    </message>
    <message>
      <source>End and wrap up</source>
      <translation>End and wrap up</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Transfer</translation>
    </message>
    <message>
      <source>Correct the priority</source>
      <translation>Correct the priority</translation>
    </message>
    <message>
      <source>Block the sender</source>
      <translation>Block the sender</translation>
    </message>
    <message>
      <source>Arrange a call-back</source>
      <translation>Arrange a call-back</translation>
    </message>
    <message>
      <source>Attach a file</source>
      <translation>Attach a file</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>Find an action</source>
      <translation>Find an action</translation>
    </message>
    <message>
      <source>Start taking requests</source>
      <translation>Start taking requests</translation>
    </message>
    <message>
      <source>Busy: take no new requests</source>
      <translation>Busy: take no new requests</translation>
    </message>
    <message>
      <source>Take a break</source>
      <translation>Take a break</translation>
    </message>
    <message>
      <source>Go to service</source>
      <translation>Go to service</translation>
    </message>
    <message>
      <source>Go to administration</source>
      <translation>Go to administration</translation>
    </message>
    <message>
      <source>Go to settings</source>
      <translation>Go to settings</translation>
    </message>
    <message>
      <source>Reconnect now</source>
      <translation>Reconnect now</translation>
    </message>
    <message>
      <source>Switch the theme</source>
      <translation>Switch the theme</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Sign out</translation>
    </message>
    <message>
      <source>Lock the screen</source>
      <translation>Lock the screen</translation>
    </message>
    <message>
      <source>Insert answer 1</source>
      <translation>Insert answer 1</translation>
    </message>
    <message>
      <source>Insert answer 2</source>
      <translation>Insert answer 2</translation>
    </message>
    <message>
      <source>Insert answer 3</source>
      <translation>Insert answer 3</translation>
    </message>
    <message>
      <source>Insert answer 4</source>
      <translation>Insert answer 4</translation>
    </message>
    <message>
      <source>Insert answer 5</source>
      <translation>Insert answer 5</translation>
    </message>
    <message>
      <source>Next layer of the answer</source>
      <translation>Next layer of the answer</translation>
    </message>
    <message>
      <source>Cannot answer this</source>
      <translation>Cannot answer this</translation>
    </message>
    <message>
      <source>Go to the knowledge base</source>
      <translation>Go to the knowledge base</translation>
    </message>
    <message>
      <source>Go to the phrases</source>
      <translation>Go to the phrases</translation>
    </message>
    <message>
      <source>Keep this answer</source>
      <translation>Keep this answer</translation>
    </message>
    <message>
      <source>Send the answer as a card</source>
      <translation>Send the answer as a card</translation>
    </message>
  </context>
  <context>
    <name>ActionInitials</name>
    <message>
      <source>take next</source>
      <translation>take next</translation>
    </message>
    <message>
      <source>knowledge item history</source>
      <translation>knowledge item history</translation>
    </message>
    <message>
      <source>presence menu</source>
      <translation>presence menu</translation>
    </message>
    <message>
      <source>next pane</source>
      <translation>next pane</translation>
    </message>
    <message>
      <source>send</source>
      <translation>send</translation>
    </message>
    <message>
      <source>send and next case</source>
      <translation>send and next case</translation>
    </message>
    <message>
      <source>previous case</source>
      <translation>previous case</translation>
    </message>
    <message>
      <source>next case</source>
      <translation>next case</translation>
    </message>
    <message>
      <source>end and wrap up</source>
      <translation>end and wrap up</translation>
    </message>
    <message>
      <source>transfer</source>
      <translation>transfer</translation>
    </message>
    <message>
      <source>correct the priority</source>
      <translation>correct the priority</translation>
    </message>
    <message>
      <source>block the sender</source>
      <translation>block the sender</translation>
    </message>
    <message>
      <source>arrange a call-back</source>
      <translation>arrange a call-back</translation>
    </message>
    <message>
      <source>attach a file</source>
      <translation>attach a file</translation>
    </message>
    <message>
      <source>keys</source>
      <translation>keys</translation>
    </message>
    <message>
      <source>find an action</source>
      <translation>find an action</translation>
    </message>
    <message>
      <source>start taking requests</source>
      <translation>start taking requests</translation>
    </message>
    <message>
      <source>busy</source>
      <translation>busy</translation>
    </message>
    <message>
      <source>take a break</source>
      <translation>take a break</translation>
    </message>
    <message>
      <source>go to service</source>
      <translation>go to service</translation>
    </message>
    <message>
      <source>go to administration</source>
      <translation>go to administration</translation>
    </message>
    <message>
      <source>go to settings</source>
      <translation>go to settings</translation>
    </message>
    <message>
      <source>reconnect now</source>
      <translation>reconnect now</translation>
    </message>
    <message>
      <source>switch the theme</source>
      <translation>switch the theme</translation>
    </message>
    <message>
      <source>sign out</source>
      <translation>sign out</translation>
    </message>
    <message>
      <source>lock the screen</source>
      <translation>lock the screen</translation>
    </message>
    <message>
      <source>insert answer 1</source>
      <translation>insert answer 1</translation>
    </message>
    <message>
      <source>insert answer 2</source>
      <translation>insert answer 2</translation>
    </message>
    <message>
      <source>insert answer 3</source>
      <translation>insert answer 3</translation>
    </message>
    <message>
      <source>insert answer 4</source>
      <translation>insert answer 4</translation>
    </message>
    <message>
      <source>insert answer 5</source>
      <translation>insert answer 5</translation>
    </message>
    <message>
      <source>next layer of the answer</source>
      <translation>next layer of the answer</translation>
    </message>
    <message>
      <source>cannot answer this</source>
      <translation>cannot answer this</translation>
    </message>
    <message>
      <source>go to the knowledge base</source>
      <translation>go to the knowledge base</translation>
    </message>
    <message>
      <source>go to the phrases</source>
      <translation>go to the phrases</translation>
    </message>
    <message>
      <source>keep this answer</source>
      <translation>keep this answer</translation>
    </message>
    <message>
      <source>send the answer as a card</source>
      <translation>send the answer as a card</translation>
    </message>
  </context>
  <context>
    <name>ErrorText</name>
    <message numerus="yes">
      <source>It ends in %n min.</source>
      <translation>
        <numerusform>It ends in %n minute.</numerusform>
        <numerusform>It ends in %n minutes.</numerusform>
      </translation>
    </message>
    <message>
      <source>Something went wrong on the server. Try again; if it stays, tell the administrator.</source>
      <translation>Something went wrong on the server. Try again; if it stays, tell the administrator.</translation>
    </message>
    <message>
      <source>The program and the server do not understand each other. Update the program.</source>
      <translation>The program and the server do not understand each other. Update the program.</translation>
    </message>
    <message>
      <source>The server does not know this step. Update the server or the program.</source>
      <translation>The server does not know this step. Update the server or the program.</translation>
    </message>
    <message>
      <source>That is too much at once. Send less at a time, or send it as a file.</source>
      <translation>That is too much at once. Send less at a time, or send it as a file.</translation>
    </message>
    <message>
      <source>The text holds characters that cannot be sent. Remove them and send again.</source>
      <translation>The text holds characters that cannot be sent. Remove them and send again.</translation>
    </message>
    <message>
      <source>You are not signed in. Sign in; nothing you wrote is lost.</source>
      <translation>You are not signed in. Sign in; nothing you wrote is lost.</translation>
    </message>
    <message>
      <source>Account or password is wrong. Check both; capital letters count.</source>
      <translation>Account or password is wrong. Check both; capital letters count.</translation>
    </message>
    <message>
      <source>The account is locked after too many wrong passwords. Wait until the lock ends, or ask your unit's administrator.</source>
      <translation>The account is locked after too many wrong passwords. Wait until the lock ends, or ask your unit's administrator.</translation>
    </message>
    <message>
      <source>The account is switched off. Ask your unit's administrator.</source>
      <translation>The account is switched off. Ask your unit's administrator.</translation>
    </message>
    <message>
      <source>The session has ended. Sign in again; nothing you wrote is lost.</source>
      <translation>The session has ended. Sign in again; nothing you wrote is lost.</translation>
    </message>
    <message>
      <source>Your role may not do this. Ask your unit's supervisor.</source>
      <translation>Your role may not do this. Ask your unit's supervisor.</translation>
    </message>
    <message>
      <source>It is no longer there. Look at the list again.</source>
      <translation>It is no longer there. Look at the list again.</translation>
    </message>
    <message>
      <source>Somebody else has taken it. Take the next one.</source>
      <translation>Somebody else has taken it. Take the next one.</translation>
    </message>
    <message>
      <source>It has been given to somebody else since. Look at the list again.</source>
      <translation>It has been given to somebody else since. Look at the list again.</translation>
    </message>
    <message>
      <source>This step is not possible now. Look at the state shown and take the step that fits.</source>
      <translation>This step is not possible now. Look at the state shown and take the step that fits.</translation>
    </message>
    <message>
      <source>You have as much in hand as fits. Finish one conversation first.</source>
      <translation>You have as much in hand as fits. Finish one conversation first.</translation>
    </message>
    <message>
      <source>You are not set to Ready. Start taking requests first.</source>
      <translation>You are not set to Ready. Start taking requests first.</translation>
    </message>
    <message>
      <source>The program used one command number twice. Update the program.</source>
      <translation>The program used one command number twice. Update the program.</translation>
    </message>
    <message>
      <source>The list is fetched anew. You need do nothing.</source>
      <translation>The list is fetched anew. You need do nothing.</translation>
    </message>
    <message>
      <source>The server is busy. It is tried again by itself.</source>
      <translation>The server is busy. It is tried again by itself.</translation>
    </message>
    <message>
      <source>That was too often in a short time. Wait a moment and try again.</source>
      <translation>That was too often in a short time. Wait a moment and try again.</translation>
    </message>
    <message>
      <source>This sender is blocked. Call the service centre instead.</source>
      <translation>This sender is blocked. Call the service centre instead.</translation>
    </message>
    <message>
      <source>The first question is still open. Go on there.</source>
      <translation>The first question is still open. Go on there.</translation>
    </message>
    <message>
      <source>The time for this has passed.</source>
      <translation>The time for this has passed.</translation>
    </message>
    <message>
      <source>This item is not offered here now. Use the way named with the item.</source>
      <translation>This item is not offered here now. Use the way named with the item.</translation>
    </message>
    <message>
      <source>The file is damaged or of a kind that is not accepted. Choose another one.</source>
      <translation>The file is damaged or of a kind that is not accepted. Choose another one.</translation>
    </message>
    <message>
      <source>The file has faulty rows and nothing was changed. Mend the rows named and import again.</source>
      <translation>The file has faulty rows and nothing was changed. Mend the rows named and import again.</translation>
    </message>
    <message>
      <source>The server cannot write its records. Tell the administrator; the server's log has the cause.</source>
      <translation>The server cannot write its records. Tell the administrator; the server's log has the cause.</translation>
    </message>
    <message>
      <source>What this PC had kept is damaged and was put aside. Sign in again; words that were not sent yet may be in the file: tell the administrator.</source>
      <translation>What this PC had kept is damaged and was put aside. Sign in again; words that were not sent yet may be in the file: tell the administrator.</translation>
    </message>
    <message>
      <source>Program and database do not belong together. Use the program of the same version.</source>
      <translation>Program and database do not belong together. Use the program of the same version.</translation>
    </message>
    <message>
      <source>Another program uses this port. Choose another port and start again.</source>
      <translation>Another program uses this port. Choose another port and start again.</translation>
    </message>
    <message>
      <source>The configuration has a fault. Mend the line named and start again.</source>
      <translation>The configuration has a fault. Mend the line named and start again.</translation>
    </message>
    <message>
      <source>The holiday notice for that year is not in. Import it in Administration.</source>
      <translation>The holiday notice for that year is not in. Import it in Administration.</translation>
    </message>
    <message>
      <source>The server cannot be reached. Check the network and the server address.</source>
      <translation>The server cannot be reached. Check the network and the server address.</translation>
    </message>
    <message>
      <source>The key that opens the records is not there. Tell the administrator.</source>
      <translation>The key that opens the records is not there. Tell the administrator.</translation>
    </message>
    <message>
      <source>The office asks for a second factor. Sign in with the code of your authenticator.</source>
      <translation>The office asks for a second factor. Sign in with the code of your authenticator.</translation>
    </message>
    <message>
      <source>Choose another password.</source>
      <translation>Choose another password.</translation>
    </message>
    <message>
      <source>A password has at least 8 characters.</source>
      <translation>A password has at least 8 characters.</translation>
    </message>
    <message>
      <source>Mix letters with digits or other signs.</source>
      <translation>Mix letters with digits or other signs.</translation>
    </message>
    <message>
      <source>The account name may not be a part of the password.</source>
      <translation>The account name may not be a part of the password.</translation>
    </message>
    <message>
      <source>That is the present password. Choose another.</source>
      <translation>That is the present password. Choose another.</translation>
    </message>
    <message>
      <source>An administrator set your password. Choose one that only you know.</source>
      <translation>An administrator set your password. Choose one that only you know.</translation>
    </message>
    <message>
      <source>Your password is older than the office allows. Choose another.</source>
      <translation>Your password is older than the office allows. Choose another.</translation>
    </message>
    <message>
      <source>This account name belongs to another account. Choose another.</source>
      <translation>This account name belongs to another account. Choose another.</translation>
    </message>
    <message>
      <source>System, security and audit administrator are three people and have no other role. Choose one of them alone.</source>
      <translation>System, security and audit administrator are three people and have no other role. Choose one of them alone.</translation>
    </message>
    <message>
      <source>You cannot switch off your own account or take its administration away. Another security administrator can.</source>
      <translation>You cannot switch off your own account or take its administration away. Another security administrator can.</translation>
    </message>
    <message>
      <source>This answer of the knowledge base was withdrawn. Look for the one that holds now.</source>
      <translation>This answer of the knowledge base was withdrawn. Look for the one that holds now.</translation>
    </message>
    <message>
      <source>Nobody reviews their own words. Somebody else of the unit has to.</source>
      <translation>Nobody reviews their own words. Somebody else of the unit has to.</translation>
    </message>
    <message>
      <source>Somebody published another version meanwhile. Compare the two; sent again, yours stands in its place.</source>
      <translation>Somebody published another version meanwhile. Compare the two; sent again, yours stands in its place.</translation>
    </message>
    <message>
      <source>Words in it may not be sent to a citizen. Say it another way.</source>
      <translation>Words in it may not be sent to a citizen. Say it another way.</translation>
    </message>
    <message>
      <source>Another version of somebody else already waits for that day. Give that one back first.</source>
      <translation>Another version of somebody else already waits for that day. Give that one back first.</translation>
    </message>
    <message>
      <source>Its author is writing another draft of this entry. That one has to be sent or thrown away first.</source>
      <translation>Its author is writing another draft of this entry. That one has to be sent or thrown away first.</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>Citizen without a name</source>
      <translation>Citizen without a name</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Ready</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Busy</translation>
    </message>
    <message>
      <source>Break</source>
      <translation>Break</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Missed</translation>
    </message>
    <message>
      <source>Transfers only</source>
      <translation>Transfers only</translation>
    </message>
    <message>
      <source>Meal</source>
      <translation>Meal</translation>
    </message>
    <message>
      <source>Rest</source>
      <translation>Rest</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Meeting</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>No activity for 10 minutes</source>
      <translation>No activity for 10 minutes</translation>
    </message>
    <message>
      <source>Errand</source>
      <translation>Errand</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>Hot policy</source>
      <translation>Hot policy</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Citizen</source>
      <translation>Citizen</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>Agent</translation>
    </message>
    <message>
      <source>Entrusted agent of the centre</source>
      <translation>Entrusted agent of the centre</translation>
    </message>
    <message>
      <source>Expert of the unit</source>
      <translation>Expert of the unit</translation>
    </message>
    <message>
      <source>Window staff</source>
      <translation>Window staff</translation>
    </message>
    <message>
      <source>Volunteer</source>
      <translation>Volunteer</translation>
    </message>
    <message>
      <source>Knowledge author</source>
      <translation>Knowledge author</translation>
    </message>
    <message>
      <source>Knowledge reviewer</source>
      <translation>Knowledge reviewer</translation>
    </message>
    <message>
      <source>Knowledge tester</source>
      <translation>Knowledge tester</translation>
    </message>
    <message>
      <source>Supervisor of the unit</source>
      <translation>Supervisor of the unit</translation>
    </message>
    <message>
      <source>Coordinator of the district</source>
      <translation>Coordinator of the district</translation>
    </message>
    <message>
      <source>Platform support</source>
      <translation>Platform support</translation>
    </message>
    <message>
      <source>Hotline seat</source>
      <translation>Hotline seat</translation>
    </message>
    <message>
      <source>First responsible</source>
      <translation>First responsible</translation>
    </message>
    <message>
      <source>System administrator</source>
      <translation>System administrator</translation>
    </message>
    <message>
      <source>Security administrator</source>
      <translation>Security administrator</translation>
    </message>
    <message>
      <source>Audit administrator</source>
      <translation>Audit administrator</translation>
    </message>
    <message>
      <source>City</source>
      <translation>City</translation>
    </message>
    <message>
      <source>City unit</source>
      <translation>City unit</translation>
    </message>
    <message>
      <source>District</source>
      <translation>District</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>Town</source>
      <translation>Town</translation>
    </message>
    <message>
      <source>Service centre</source>
      <translation>Service centre</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>Section</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Team</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Window</translation>
    </message>
    <message>
      <source>web</source>
      <translation>web</translation>
    </message>
    <message>
      <source>from assistant</source>
      <translation>from assistant</translation>
    </message>
    <message>
      <source>app</source>
      <translation>app</translation>
    </message>
    <message>
      <source>portal</source>
      <translation>portal</translation>
    </message>
    <message>
      <source>from 12345</source>
      <translation>from 12345</translation>
    </message>
    <message>
      <source>An agent took the request</source>
      <translation>An agent took the request</translation>
    </message>
    <message>
      <source>%1 took the request</source>
      <translation>%1 took the request</translation>
    </message>
    <message>
      <source>Transferred</source>
      <translation>Transferred</translation>
    </message>
    <message>
      <source>Transferred to %1</source>
      <translation>Transferred to %1</translation>
    </message>
    <message>
      <source>The desk was silent; the request went back to the head of the queue</source>
      <translation>The desk was silent; the request went back to the head of the queue</translation>
    </message>
    <message>
      <source>The office closed; the request became a call-back</source>
      <translation>The office closed; the request became a call-back</translation>
    </message>
    <message>
      <source>A call-back was arranged</source>
      <translation>A call-back was arranged</translation>
    </message>
    <message>
      <source>The agent ended the conversation</source>
      <translation>The agent ended the conversation</translation>
    </message>
    <message>
      <source>Joined with another request of the same person</source>
      <translation>Joined with another request of the same person</translation>
    </message>
    <message>
      <source>Transferred to you</source>
      <translation>Transferred to you</translation>
    </message>
    <message>
      <source>Transferred to you: %1</source>
      <translation>Transferred to you: %1</translation>
    </message>
    <message>
      <source>You served this person before</source>
      <translation>You served this person before</translation>
    </message>
    <message>
      <source>You have been free the longest</source>
      <translation>You have been free the longest</translation>
    </message>
    <message>
      <source>Circle 1: every free desk of the unit</source>
      <translation>Circle 1: every free desk of the unit</translation>
    </message>
    <message>
      <source>Circle 2: unit and service centre</source>
      <translation>Circle 2: unit and service centre</translation>
    </message>
    <message>
      <source>No unit was clear from the words; district pool</source>
      <translation>No unit was clear from the words; district pool</translation>
    </message>
    <message>
      <source>Circle 3: district pool</source>
      <translation>Circle 3: district pool</translation>
    </message>
    <message>
      <source>Contacted</source>
      <translation>Contacted</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>No answer</translation>
    </message>
    <message>
      <source>Another time agreed</source>
      <translation>Another time agreed</translation>
    </message>
    <message>
      <source>Solved</source>
      <translation>Solved</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Answered</translation>
    </message>
    <message>
      <source>Called back</source>
      <translation>Called back</translation>
    </message>
    <message>
      <source>Proper channel named</source>
      <translation>Proper channel named</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>First reply</source>
      <translation>First reply</translation>
    </message>
    <message>
      <source>Reply due</source>
      <translation>Reply due</translation>
    </message>
    <message>
      <source>After transfer</source>
      <translation>After transfer</translation>
    </message>
    <message>
      <source>Call-back</source>
      <translation>Call-back</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>Wrap-up</translation>
    </message>
    <message>
      <source>Offer</source>
      <translation>Offer</translation>
    </message>
    <message>
      <source>Reopens</source>
      <translation>Reopens</translation>
    </message>
    <message>
      <source>Waiting for citizen</source>
      <translation>Waiting for citizen</translation>
    </message>
    <message>
      <source>m</source>
      <comment>minutes, behind a figure in a ring</comment>
      <translation>m</translation>
    </message>
    <message>
      <source>%1 s left</source>
      <translation>%1 s left</translation>
    </message>
    <message>
      <source>over by %1 s</source>
      <translation>over by %1 s</translation>
    </message>
    <message>
      <source>answered in %1 s</source>
      <translation>answered in %1 s</translation>
    </message>
    <message>
      <source>answered late by %1 s</source>
      <translation>answered late by %1 s</translation>
    </message>
    <message>
      <source>was due %1</source>
      <translation>was due %1</translation>
    </message>
    <message>
      <source>due %1</source>
      <translation>due %1</translation>
    </message>
    <message>
      <source>waiting for the citizen</source>
      <translation>waiting for the citizen</translation>
    </message>
    <message numerus="yes">
      <source>waiting for the citizen for %n min</source>
      <translation>
        <numerusform>waiting for the citizen for %n min</numerusform>
        <numerusform>waiting for the citizen for %n min</numerusform>
      </translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>Mon</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>Tue</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>Wed</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>Thu</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>Fri</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>Sat</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>Sun</translation>
    </message>
    <message>
      <source>%3 %1/%2</source>
      <extracomment>%1 month, %2 day of the month, %3 day of the week</extracomment>
      <translation>%3 %1/%2</translation>
    </message>
    <message>
      <source>holiday notice for that year not published</source>
      <translation>holiday notice for that year not published</translation>
    </message>
    <message>
      <source>%1 is a make-up working day</source>
      <translation>%1 is a make-up working day</translation>
    </message>
    <message>
      <source>without %1 %2</source>
      <translation>without %1 %2</translation>
    </message>
    <message>
      <source>weekend</source>
      <translation>weekend</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>%1: waiting for 35 s, nobody has taken it · %2</source>
      <translation>%1: waiting for 35 s, nobody has taken it · %2</translation>
    </message>
    <message>
      <source>%1: a request has waited for 35 s and nobody has taken it</source>
      <translation>%1: a request has waited for 35 s and nobody has taken it</translation>
    </message>
    <message>
      <source>The server's record went back to an earlier time; the desks are filling it up</source>
      <translation>The server's record went back to an earlier time; the desks are filling it up</translation>
    </message>
    <message>
      <source>The server's wall clock was set by %1; running clocks are not touched</source>
      <translation>The server's wall clock was set by %1; running clocks are not touched</translation>
    </message>
    <message>
      <source>The holiday notice for %1 is not in; import it in Administration › Calendar</source>
      <translation>The holiday notice for %1 is not in; import it in Administration › Calendar</translation>
    </message>
    <message>
      <source>To call back now</source>
      <translation>To call back now</translation>
    </message>
    <message>
      <source>To check that it is the same person</source>
      <translation>To check that it is the same person</translation>
    </message>
    <message>
      <source>The citizen asked for it</source>
      <translation>The citizen asked for it</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Nobody</translation>
    </message>
    <message>
      <source>Administrators</source>
      <translation>Administrators</translation>
    </message>
    <message>
      <source>Everyone</source>
      <translation>Everyone</translation>
    </message>
    <message>
      <source>switched off</source>
      <translation>switched off</translation>
    </message>
    <message>
      <source>locked: wrong passwords</source>
      <translation>locked: wrong passwords</translation>
    </message>
    <message>
      <source>has no password</source>
      <translation>has no password</translation>
    </message>
    <message>
      <source>must choose a password</source>
      <translation>must choose a password</translation>
    </message>
    <message>
      <source>active</source>
      <translation>active</translation>
    </message>
    <message>
      <source>The clock of one of the servers is %1 s from the database's; set it right</source>
      <translation>The clock of one of the servers is %1 s from the database's; set it right</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>draft</translation>
    </message>
    <message>
      <source>in review</source>
      <translation>in review</translation>
    </message>
    <message>
      <source>scheduled</source>
      <translation>scheduled</translation>
    </message>
    <message>
      <source>in force</source>
      <translation>in force</translation>
    </message>
    <message>
      <source>ended</source>
      <translation>ended</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>withdrawn</translation>
    </message>
    <message>
      <source>The knowledge base has the answer now: %1</source>
      <translation>The knowledge base has the answer now: %1</translation>
    </message>
    <message>
      <source>Not right</source>
      <translation>Not right</translation>
    </message>
    <message>
      <source>Out of date</source>
      <translation>Out of date</translation>
    </message>
    <message>
      <source>Something is missing</source>
      <translation>Something is missing</translation>
    </message>
    <message>
      <source>Hard to understand</source>
      <translation>Hard to understand</translation>
    </message>
    <message>
      <source>A link, number or place is dead</source>
      <translation>A link, number or place is dead</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Never</translation>
    </message>
    <message>
      <source>Careful</source>
      <translation>Careful</translation>
    </message>
    <message>
      <source>Usual</source>
      <translation>Usual</translation>
    </message>
    <message>
      <source>Often</source>
      <translation>Often</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AccountsTab</name>
    <message>
      <source>New account</source>
      <translation>New account</translation>
    </message>
    <message>
      <source>Account %1</source>
      <translation>Account %1</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Active</source>
      <translation>Active</translation>
    </message>
    <message>
      <source>empty: stays as it is</source>
      <translation>empty: stays as it is</translation>
    </message>
    <message>
      <source>Account name</source>
      <translation>Account name</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>Roles</source>
      <translation>Roles</translation>
    </message>
    <message>
      <source>Chats at most</source>
      <translation>Chats at most</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Fill in account name and name.</source>
      <translation>Fill in account name and name.</translation>
    </message>
    <message>
      <source>Choose at least one role.</source>
      <translation>Choose at least one role.</translation>
    </message>
    <message>
      <source>A new account needs a password.</source>
      <translation>A new account needs a password.</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>Accounts</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>Presence</source>
      <translation>Presence</translation>
    </message>
    <message>
      <source>Free room</source>
      <translation>Free room</translation>
    </message>
    <message>
      <source>State</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Forget the authenticator (it was lost)</source>
      <translation>Forget the authenticator (it was lost)</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AdministrationPage</name>
    <message>
      <source>Administration</source>
      <translation>Administration</translation>
    </message>
    <message>
      <source>Parts of the administration</source>
      <translation>Parts of the administration</translation>
    </message>
    <message>
      <source>%1: sent</source>
      <translation>%1: sent</translation>
    </message>
    <message>
      <source>%1: done</source>
      <translation>%1: done</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AdministrationTab</name>
    <message>
      <source>Choose a row first</source>
      <translation>Choose a row first</translation>
    </message>
    <message>
      <source>on</source>
      <translation>on</translation>
    </message>
    <message>
      <source>off</source>
      <translation>off</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Search in: %1</source>
      <translation>Search in: %1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ArrangeCallDialog</name>
    <message>
      <source>Arrange a call-back</source>
      <translation>Arrange a call-back</translation>
    </message>
    <message>
      <source>Promise the call</source>
      <translation>Promise the call</translation>
    </message>
    <message>
      <source>Number of the citizen</source>
      <translation>Number of the citizen</translation>
    </message>
    <message>
      <source>%1 is known; fill in only another number</source>
      <translation>%1 is known; fill in only another number</translation>
    </message>
    <message>
      <source>Ask the citizen for the number</source>
      <translation>Ask the citizen for the number</translation>
    </message>
    <message>
      <source>The server sets the due time by the working hours and tells the citizen.</source>
      <translation>The server sets the due time by the working hours and tells the citizen.</translation>
    </message>
    <message>
      <source>A call needs a number: ask the citizen and write it here.</source>
      <translation>A call needs a number: ask the citizen and write it here.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::CallBackRecordDialog</name>
    <message>
      <source>Choose what came of it.</source>
      <translation>Choose what came of it.</translation>
    </message>
    <message>
      <source>Show the number</source>
      <translation>Show the number</translation>
    </message>
    <message>
      <source>Call-back</source>
      <translation>Call-back</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>due %1</source>
      <translation>due %1</translation>
    </message>
    <message>
      <source> (%1)</source>
      <translation> (%1)</translation>
    </message>
    <message numerus="yes">
      <source> · %n attempt(s) so far</source>
      <translation>
        <numerusform> · %n attempt so far</numerusform>
        <numerusform> · %n attempts so far</numerusform>
      </translation>
    </message>
    <message>
      <source> · agreed for %1</source>
      <translation> · agreed for %1</translation>
    </message>
    <message>
      <source>Agreed time</source>
      <translation>Agreed time</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>The agreed time has passed already; choose a later one.</source>
      <translation>The agreed time has passed already; choose a later one.</translation>
    </message>
    <message>
      <source>The reason stands in the audit log.</source>
      <translation>The reason stands in the audit log.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::Composer</name>
    <message>
      <source>Send</source>
      <translation>Send</translation>
    </message>
    <message>
      <source>Do not quote</source>
      <translation>Do not quote</translation>
    </message>
    <message>
      <source>Send a picture</source>
      <translation>Send a picture</translation>
    </message>
    <message>
      <source>Attach a file</source>
      <translation>Attach a file</translation>
    </message>
    <message>
      <source>Answer to the citizen</source>
      <translation>Answer to the citizen</translation>
    </message>
    <message>
      <source>Write to the citizen</source>
      <translation>Write to the citizen</translation>
    </message>
    <message>
      <source>Go on writing; it is sent in order when the line is back</source>
      <translation>Go on writing; it is sent in order when the line is back</translation>
    </message>
    <message>
      <source>Draft kept</source>
      <translation>Draft kept</translation>
    </message>
    <message>
      <source>(file)</source>
      <translation>(file)</translation>
    </message>
    <message>
      <source>%1 is larger than 20 MB. Send a smaller file.</source>
      <translation>%1 is larger than 20 MB. Send a smaller file.</translation>
    </message>
    <message>
      <source>%1 cannot be read. Choose another file.</source>
      <translation>%1 cannot be read. Choose another file.</translation>
    </message>
    <message>
      <source>The picture in the clipboard cannot be read. Save it as a file and attach that.</source>
      <translation>The picture in the clipboard cannot be read. Save it as a file and attach that.</translation>
    </message>
    <message>
      <source>picture.png</source>
      <translation>picture.png</translation>
    </message>
    <message>
      <source>Send as a file?</source>
      <translation>Send as a file?</translation>
    </message>
    <message>
      <source>The text has %1 characters; a message holds %2. It can be sent as a text file.</source>
      <translation>The text has %1 characters; a message holds %2. It can be sent as a text file.</translation>
    </message>
    <message>
      <source>Send as a text file</source>
      <translation>Send as a text file</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>Do nothing</translation>
    </message>
    <message>
      <source>text.txt</source>
      <translation>text.txt</translation>
    </message>
    <message>
      <source>Knowledge ??</source>
      <translation>Knowledge ??</translation>
    </message>
    <message>
      <source>Two question marks and a few words search the knowledge base from here</source>
      <translation>Two question marks and a few words search the knowledge base from here</translation>
    </message>
    <message>
      <source>Cannot answer</source>
      <translation>Cannot answer</translation>
    </message>
    <message>
      <source>Phrases /</source>
      <translation>Phrases /</translation>
    </message>
    <message>
      <source>A stroke and a few letters put a phrase in</source>
      <translation>A stroke and a few letters put a phrase in</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ConversationHeader</name>
    <message>
      <source>Page of the citizen</source>
      <translation>Page of the citizen</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>End</source>
      <translation>End</translation>
    </message>
    <message>
      <source>%1 (asked as %2)</source>
      <translation>%1 (asked as %2)</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <translation>%1: %2</translation>
    </message>
    <message>
      <source>no item chosen</source>
      <translation>no item chosen</translation>
    </message>
    <message>
      <source>step %1</source>
      <translation>step %1</translation>
    </message>
    <message>
      <source>field %1</source>
      <translation>field %1</translation>
    </message>
    <message>
      <source>Page, step %1</source>
      <translation>Page, step %1</translation>
    </message>
    <message>
      <source>Answer first: nothing ends without an answer, a call-back or a redirect</source>
      <translation>Answer first: nothing ends without an answer, a call-back or a redirect</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>Priority</translation>
    </message>
    <message>
      <source>Call-back</source>
      <translation>Call-back</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Transfer</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>Knowledge</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ConversationPane</name>
    <message>
      <source>The citizen is typing…</source>
      <translation>The citizen is typing…</translation>
    </message>
    <message>
      <source>Join the two</source>
      <translation>Join the two</translation>
    </message>
    <message>
      <source>Start taking requests</source>
      <translation>Start taking requests</translation>
    </message>
    <message>
      <source>Ready for the next request</source>
      <translation>Ready for the next request</translation>
    </message>
    <message>
      <source>The offer card comes up by itself; F2 takes it.</source>
      <translation>The offer card comes up by itself; F2 takes it.</translation>
    </message>
    <message>
      <source>An offer ran out without an answer</source>
      <translation>An offer ran out without an answer</translation>
    </message>
    <message>
      <source>It went to a colleague. You get nothing more until you start again.</source>
      <translation>It went to a colleague. You get nothing more until you start again.</translation>
    </message>
    <message>
      <source>You are %1: no new requests come</source>
      <translation>You are %1: no new requests come</translation>
    </message>
    <message>
      <source>No case is open</source>
      <translation>No case is open</translation>
    </message>
    <message>
      <source>Choose one on the left to look at it.</source>
      <translation>Choose one on the left to look at it.</translation>
    </message>
    <message>
      <source>Nothing is offered to you until you start.</source>
      <translation>Nothing is offered to you until you start.</translation>
    </message>
    <message>
      <source>Possible duplicate</source>
      <translation>Possible duplicate</translation>
    </message>
    <message>
      <source>the same person asked about this item at %1</source>
      <translation>the same person asked about this item at %1</translation>
    </message>
    <message>
      <source>the same person has an open request about this item</source>
      <translation>the same person has an open request about this item</translation>
    </message>
    <message>
      <source>Nothing to take back: a message can be taken back within 2 minutes.</source>
      <translation>Nothing to take back: a message can be taken back within 2 minutes.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::DeskWindow</name>
    <message>
      <source>Bangban Desk</source>
      <translation>Bangban Desk</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::DialogFrame</name>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::HoursTab</name>
    <message>
      <source>Working hours of %1</source>
      <translation>Working hours of %1</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Open on public holidays too</source>
      <translation>Open on public holidays too</translation>
    </message>
    <message>
      <source>Valid from</source>
      <translation>Valid from</translation>
    </message>
    <message>
      <source>Monday</source>
      <translation>Monday</translation>
    </message>
    <message>
      <source>Tuesday</source>
      <translation>Tuesday</translation>
    </message>
    <message>
      <source>Wednesday</source>
      <translation>Wednesday</translation>
    </message>
    <message>
      <source>Thursday</source>
      <translation>Thursday</translation>
    </message>
    <message>
      <source>Friday</source>
      <translation>Friday</translation>
    </message>
    <message>
      <source>Saturday</source>
      <translation>Saturday</translation>
    </message>
    <message>
      <source>Sunday</source>
      <translation>Sunday</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>closed</translation>
    </message>
    <message>
      <source>Several stretches a day: 09:00-12:00,13:30-17:00</source>
      <translation>Several stretches a day: 09:00-12:00,13:30-17:00</translation>
    </message>
    <message>
      <source>“%1” is not readable. Write it like 09:00-12:00,13:30-17:00.</source>
      <translation>“%1” is not readable. Write it like 09:00-12:00,13:30-17:00.</translation>
    </message>
    <message>
      <source>Write the day like 2026-12-01.</source>
      <translation>Write the day like 2026-12-01.</translation>
    </message>
    <message>
      <source>Working hours</source>
      <translation>Working hours</translation>
    </message>
    <message>
      <source>open</source>
      <translation>open</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>From</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>Mon</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>Tue</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>Wed</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>Thu</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>Fri</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>Sat</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>Sun</translation>
    </message>
    <message>
      <source>Holidays</source>
      <translation>Holidays</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ImportTab</name>
    <message>
      <source>is missing</source>
      <translation>is missing</translation>
    </message>
    <message>
      <source>is no day like 2026-10-01</source>
      <translation>is no day like 2026-10-01</translation>
    </message>
    <message>
      <source>names something that is not there</source>
      <translation>names something that is not there</translation>
    </message>
    <message>
      <source>has a value that is not known</source>
      <translation>has a value that is not known</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>cannot be read</translation>
    </message>
    <message>
      <source>%1, entry %2</source>
      <translation>%1, entry %2</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>The file</translation>
    </message>
    <message>
      <source>%1: “%2” %3</source>
      <translation>%1: “%2” %3</translation>
    </message>
    <message>
      <source> (it says “%1”)</source>
      <translation> (it says “%1”)</translation>
    </message>
    <message>
      <source>Calendar and imports</source>
      <translation>Calendar and imports</translation>
    </message>
    <message>
      <source>Calendar: holidays of a year</source>
      <translation>Calendar: holidays of a year</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>Items</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Staff</source>
      <translation>Staff</translation>
    </message>
    <message>
      <source>Wrap-up codes</source>
      <translation>Wrap-up codes</translation>
    </message>
    <message>
      <source>Kind of file</source>
      <translation>Kind of file</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Choose a file…</translation>
    </message>
    <message>
      <source>Dry run</source>
      <translation>Dry run</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Report</translation>
    </message>
    <message>
      <source>Choose a JSON file. The dry run says what would change and which rows are faulty; only then can it be imported.</source>
      <translation>Choose a JSON file. The dry run says what would change and which rows are faulty; only then can it be imported.</translation>
    </message>
    <message>
      <source>No file chosen</source>
      <translation>No file chosen</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Choose a file</translation>
    </message>
    <message>
      <source>JSON files (*.json)</source>
      <translation>JSON files (*.json)</translation>
    </message>
    <message>
      <source>%1 cannot be read or is larger than 900 kB. Choose another file.</source>
      <translation>%1 cannot be read or is larger than 900 kB. Choose another file.</translation>
    </message>
    <message>
      <source>%1, %2</source>
      <translation>%1, %2</translation>
    </message>
    <message>
      <source>Running…</source>
      <translation>Running…</translation>
    </message>
    <message>
      <source>Dry run: nothing was changed.</source>
      <translation>Dry run: nothing was changed.</translation>
    </message>
    <message>
      <source>Import.</source>
      <translation>Import.</translation>
    </message>
    <message>
      <source>New: %1 · changed: %2 · the same: %3</source>
      <translation>New: %1 · changed: %2 · the same: %3</translation>
    </message>
    <message>
      <source>No faulty rows; it can be imported.</source>
      <translation>No faulty rows; it can be imported.</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>Done.</translation>
    </message>
    <message>
      <source>Faulty rows, mend them and choose the file again:</source>
      <translation>Faulty rows, mend them and choose the file again:</translation>
    </message>
    <message>
      <source>No holiday calendar is in: weekends and fixed holidays only.</source>
      <translation>No holiday calendar is in: weekends and fixed holidays only.</translation>
    </message>
    <message>
      <source>Holiday calendars that are in: %1.</source>
      <translation>Holiday calendars that are in: %1.</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>The notice for %1 is not out yet.</source>
      <translation>The notice for %1 is not out yet.</translation>
    </message>
    <message>
      <source>Import %1 before the year ends.</source>
      <translation>Import %1 before the year ends.</translation>
    </message>
    <message>
      <source>Phrases</source>
      <translation>Phrases</translation>
    </message>
    <message>
      <source>Canned phrases of the office and its units</source>
      <translation>Canned phrases of the office and its units</translation>
    </message>
    <message>
      <source>holds what may not be said</source>
      <translation>holds what may not be said</translation>
    </message>
    <message>
      <source>is older than what stands here</source>
      <translation>is older than what stands here</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ItemsTab</name>
    <message>
      <source>Items</source>
      <translation>Items</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>Valid</source>
      <translation>Valid</translation>
    </message>
    <message>
      <source>Chat</source>
      <translation>Chat</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Chat on or off</source>
      <translation>Chat on or off</translation>
    </message>
    <message>
      <source>Call on or off</source>
      <translation>Call on or off</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::KeysDialog</name>
    <message>
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>none</source>
      <translation>none</translation>
    </message>
    <message>
      <source>Ctrl+Z in an empty field takes back what was sent within 2 minutes. In the wrap-up, digits choose and Enter ends.</source>
      <translation>Ctrl+Z in an empty field takes back what was sent within 2 minutes. In the wrap-up, digits choose and Enter ends.</translation>
    </message>
    <message>
      <source>Change keys in the settings</source>
      <translation>Change keys in the settings</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::KeysTable</name>
    <message>
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Key</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>Default</translation>
    </message>
    <message>
      <source>All keys as delivered</source>
      <translation>All keys as delivered</translation>
    </message>
    <message>
      <source>Key for: %1</source>
      <translation>Key for: %1</translation>
    </message>
    <message>
      <source>%1 belongs to “%2” already. Choose another key, or change that one first.</source>
      <translation>%1 belongs to “%2” already. Choose another key, or change that one first.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::NoticeStack</name>
    <message>
      <source>Reconnect now</source>
      <translation>Reconnect now</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>Seen</translation>
    </message>
    <message>
      <source>clocks go on by the server's time</source>
      <translation>clocks go on by the server's time</translation>
    </message>
    <message>
      <source>data as of %1 (%2 s ago) · %3</source>
      <translation>data as of %1 (%2 s ago) · %3</translation>
    </message>
    <message numerus="yes">
      <source>%n pending</source>
      <translation>
        <numerusform>%n pending</numerusform>
        <numerusform>%n pending</numerusform>
      </translation>
    </message>
    <message>
      <source>No connection; no new offers until it is back</source>
      <translation>No connection; no new offers until it is back</translation>
    </message>
    <message>
      <source>Connection lost, reconnecting</source>
      <translation>Connection lost, reconnecting</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::OfferCard</name>
    <message>
      <source>Decline, say why</source>
      <translation>Decline, say why</translation>
    </message>
    <message>
      <source>Why you</source>
      <translation>Why you</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>Take</translation>
    </message>
    <message>
      <source>The case in hand needs me</source>
      <translation>The case in hand needs me</translation>
    </message>
    <message>
      <source>Not my field</source>
      <translation>Not my field</translation>
    </message>
    <message>
      <source>I know the person asking</source>
      <translation>I know the person asking</translation>
    </message>
    <message>
      <source>I have to leave the seat</source>
      <translation>I have to leave the seat</translation>
    </message>
    <message>
      <source>No item chosen</source>
      <translation>No item chosen</translation>
    </message>
    <message>
      <source>district pool</source>
      <translation>district pool</translation>
    </message>
    <message>
      <source>Every free desk sees this card; the first to take it answers.</source>
      <translation>Every free desk sees this card; the first to take it answers.</translation>
    </message>
    <message>
      <source>When the ring is over it goes to the next one and you are set to Missed.</source>
      <translation>When the ring is over it goes to the next one and you are set to Missed.</translation>
    </message>
    <message>
      <source>Offer: %1, %2</source>
      <translation>Offer: %1, %2</translation>
    </message>
    <message>
      <source>has waited %1 s</source>
      <translation>has waited %1 s</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::NodeDialog</name>
    <message>
      <source>New part of the organisation</source>
      <translation>New part of the organisation</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>nobody</translation>
    </message>
    <message>
      <source>open</source>
      <translation>open</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Above</source>
      <translation>Above</translation>
    </message>
    <message>
      <source>Valid from</source>
      <translation>Valid from</translation>
    </message>
    <message>
      <source>Valid until</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>Taken over by</source>
      <translation>Taken over by</translation>
    </message>
    <message>
      <source>Fill in the name.</source>
      <translation>Fill in the name.</translation>
    </message>
    <message>
      <source>Write the day like 2026-12-01.</source>
      <translation>Write the day like 2026-12-01.</translation>
    </message>
    <message>
      <source>It cannot end before it begins.</source>
      <translation>It cannot end before it begins.</translation>
    </message>
    <message>
      <source>%1 is still in it. Move everything and everybody elsewhere first.</source>
      <translation>%1 is still in it. Move everything and everybody elsewhere first.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::OrganisationTab</name>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>New below it</source>
      <translation>New below it</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Above</source>
      <translation>Above</translation>
    </message>
    <message>
      <source>Valid</source>
      <translation>Valid</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::Palette</name>
    <message>
      <source>Find an action</source>
      <translation>Find an action</translation>
    </message>
    <message>
      <source>Name or initials, Enter runs it</source>
      <translation>Name or initials, Enter runs it</translation>
    </message>
    <message>
      <source>Actions</source>
      <translation>Actions</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::PriorityDialog</name>
    <message>
      <source>Correct the priority</source>
      <translation>Correct the priority</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>The citizen said: %1</source>
      <translation>The citizen said: %1</translation>
    </message>
    <message>
      <source>%1 · P%2</source>
      <translation>%1 · P%2</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Write the reason; both purposes are kept.</source>
      <translation>Write the reason; both purposes are kept.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::QueueColumn</name>
    <message>
      <source>Waiting</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>Mine</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>Call-backs</translation>
    </message>
    <message>
      <source>Take next</source>
      <translation>Take next</translation>
    </message>
    <message>
      <source>Nobody is waiting. New requests appear here by themselves.</source>
      <translation>Nobody is waiting. New requests appear here by themselves.</translation>
    </message>
    <message>
      <source>Load %1 / 100</source>
      <translation>Load %1 / 100</translation>
    </message>
    <message numerus="yes">
      <source>%n more below</source>
      <translation>
        <numerusform>%n more below</numerusform>
        <numerusform>%n more below</numerusform>
      </translation>
    </message>
    <message>
      <source>As of %1, for reference</source>
      <translation>As of %1, for reference</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::QueueDelegate</name>
    <message>
      <source>transferred</source>
      <translation>transferred</translation>
    </message>
    <message>
      <source>possible duplicate</source>
      <translation>possible duplicate</translation>
    </message>
    <message>
      <source>pending</source>
      <translation>pending</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::Rail</name>
    <message>
      <source>Service</source>
      <translation>Service</translation>
    </message>
    <message>
      <source>Admin</source>
      <comment>page of the rail: administration</comment>
      <translation>Admin</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>Knowledge</translation>
    </message>
    <message>
      <source>Phrases</source>
      <translation>Phrases</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SettingsPage</name>
    <message>
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>High contrast</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>Larger</translation>
    </message>
    <message>
      <source>Large</source>
      <translation>Large</translation>
    </message>
    <message>
      <source>Very large</source>
      <translation>Very large</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Text size</translation>
    </message>
    <message>
      <source>Ctrl+Enter sends, Enter starts a new line</source>
      <translation>Ctrl+Enter sends, Enter starts a new line</translation>
    </message>
    <message>
      <source>Enter sends, Shift+Enter starts a new line</source>
      <translation>Enter sends, Shift+Enter starts a new line</translation>
    </message>
    <message>
      <source>Send with</source>
      <translation>Send with</translation>
    </message>
    <message>
      <source>While an input method composes, Enter only ends the composing.</source>
      <translation>While an input method composes, Enter only ends the composing.</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Sound</translation>
    </message>
    <message>
      <source>All the way to the left is off. An offer sounds every 10 s until it is gone.</source>
      <translation>All the way to the left is off. An offer sounds every 10 s until it is gone.</translation>
    </message>
    <message>
      <source>Change the password…</source>
      <translation>Change the password…</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Your other desks ask for the new one.</source>
      <translation>Your other desks ask for the new one.</translation>
    </message>
    <message>
      <source>The password was changed.</source>
      <translation>The password was changed.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SidePanel</name>
    <message>
      <source>Item</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Past</source>
      <translation>Past</translation>
    </message>
    <message>
      <source>Knowledge, item and past requests</source>
      <translation>Knowledge, item and past requests</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>No item was chosen. The words of the question decided the unit: %1</source>
      <translation>No item was chosen. The words of the question decided the unit: %1</translation>
    </message>
    <message>
      <source>not clear</source>
      <translation>not clear</translation>
    </message>
    <message>
      <source>Open a request to see its item and materials.</source>
      <translation>Open a request to see its item and materials.</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>Ask at</source>
      <translation>Ask at</translation>
    </message>
    <message>
      <source>Promised</source>
      <translation>Promised</translation>
    </message>
    <message numerus="yes">
      <source>%n working day(s)</source>
      <translation>
        <numerusform>%n working day</numerusform>
        <numerusform>%n working days</numerusform>
      </translation>
    </message>
    <message>
      <source>at once</source>
      <translation>at once</translation>
    </message>
    <message>
      <source>Fee</source>
      <translation>Fee</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Hot policy</source>
      <translation>Hot policy</translation>
    </message>
    <message>
      <source>Materials</source>
      <translation>Materials</translation>
    </message>
    <message>
      <source>%1 · %2 waived</source>
      <translation>%1 · %2 waived</translation>
    </message>
    <message>
      <source>Waived</source>
      <translation>Waived</translation>
    </message>
    <message>
      <source>If needed</source>
      <translation>If needed</translation>
    </message>
    <message>
      <source>Past %1</source>
      <translation>Past %1</translation>
    </message>
    <message>
      <source>This person has no earlier request.</source>
      <translation>This person has no earlier request.</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>Knowledge</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SignInPage</name>
    <message>
      <source>Sign in</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Caps Lock is on</source>
      <translation>Caps Lock is on</translation>
    </message>
    <message>
      <source>Forgotten the password? Your unit's administrator sets a new one.</source>
      <translation>Forgotten the password? Your unit's administrator sets a new one.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>High contrast</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Bangban Desk</source>
      <translation>Bangban Desk</translation>
    </message>
    <message>
      <source>Online help by people</source>
      <translation>Online help by people</translation>
    </message>
    <message>
      <source>First reply within 1 minute</source>
      <translation>First reply within 1 minute</translation>
    </message>
    <message>
      <source>In working hours, from the moment a person is asked for</source>
      <translation>In working hours, from the moment a person is asked for</translation>
    </message>
    <message>
      <source>At least 90 % solved</source>
      <translation>At least 90 % solved</translation>
    </message>
    <message>
      <source>It counts when the citizen says so</source>
      <translation>It counts when the citizen says so</translation>
    </message>
    <message>
      <source>At least 90 % of three-party calls connected</source>
      <translation>At least 90 % of three-party calls connected</translation>
    </message>
    <message>
      <source>Hotline, enterprise and unit on one line</source>
      <translation>Hotline, enterprise and unit on one line</translation>
    </message>
    <message>
      <source>Version %1</source>
      <translation>Version %1</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>Account</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>State afterwards</source>
      <translation>State afterwards</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Busy</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>You set Ready yourself</source>
      <translation>You set Ready yourself</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>Server address</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Connect</translation>
    </message>
    <message>
      <source>The server address is not readable. Write it like wss://desk.example:8443.</source>
      <translation>The server address is not readable. Write it like wss://desk.example:8443.</translation>
    </message>
    <message>
      <source>Fill in account and password.</source>
      <translation>Fill in account and password.</translation>
    </message>
    <message>
      <source>Server online %1 ms · clock difference %2 s</source>
      <translation>Server online %1 ms · clock difference %2 s</translation>
    </message>
    <message>
      <source>No server connected: %1</source>
      <translation>No server connected: %1</translation>
    </message>
    <message>
      <source>Looking for %1; it is tried again by itself</source>
      <translation>Looking for %1; it is tried again by itself</translation>
    </message>
    <message>
      <source>Cancel signing in</source>
      <translation>Cancel signing in</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TopStrip</name>
    <message>
      <source>Presence: %1</source>
      <translation>Presence: %1</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>Sample</translation>
    </message>
    <message>
      <source>The server holds sample data; nothing here is about real people.</source>
      <translation>The server holds sample data; nothing here is about real people.</translation>
    </message>
    <message>
      <source>Presence</source>
      <translation>Presence</translation>
    </message>
    <message>
      <source>An offer ran out without an answer. Choose a state to go on.</source>
      <translation>An offer ran out without an answer. Choose a state to go on.</translation>
    </message>
    <message>
      <source>Change your presence</source>
      <translation>Change your presence</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Off</translation>
    </message>
    <message>
      <source>Connecting</source>
      <translation>Connecting</translation>
    </message>
    <message>
      <source>Online %1 ms</source>
      <translation>Online %1 ms</translation>
    </message>
    <message>
      <source>Online</source>
      <translation>Online</translation>
    </message>
    <message>
      <source>Reconnecting %1</source>
      <translation>Reconnecting %1</translation>
    </message>
    <message>
      <source>Disconnected %1</source>
      <translation>Disconnected %1</translation>
    </message>
    <message>
      <source>as of %1</source>
      <translation>as of %1</translation>
    </message>
    <message>
      <source>1-min reply today</source>
      <translation>1-min reply today</translation>
    </message>
    <message>
      <source>Solved</source>
      <translation>Solved</translation>
    </message>
    <message>
      <source>Taken</source>
      <translation>Taken</translation>
    </message>
    <message>
      <source>First human reply within 60 s ÷ requests whose minute ran: %1 ÷ %2. Apart: %3.</source>
      <translation>First human reply within 60 s ÷ requests whose minute ran: %1 ÷ %2. Apart: %3.</translation>
    </message>
    <message>
      <source>Solved by the citizen's mark, else the agent's ÷ closed and in scope: %1 ÷ %2.</source>
      <translation>Solved by the citizen's mark, else the agent's ÷ closed and in scope: %1 ÷ %2.</translation>
    </message>
    <message>
      <source>Ready: take requests</source>
      <translation>Ready: take requests</translation>
    </message>
    <message>
      <source>Busy: take no new requests</source>
      <translation>Busy: take no new requests</translation>
    </message>
    <message>
      <source>Transfers only</source>
      <translation>Transfers only</translation>
    </message>
    <message>
      <source>Rest</source>
      <translation>Rest</translation>
    </message>
    <message>
      <source>Meal</source>
      <translation>Meal</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Meeting</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Break when this work is done: %1</source>
      <translation>Break when this work is done: %1</translation>
    </message>
    <message>
      <source>Break: %1</source>
      <translation>Break: %1</translation>
    </message>
    <message>
      <source>Cancel: %1 afterwards</source>
      <translation>Cancel: %1 afterwards</translation>
    </message>
    <message>
      <source>Offline when this work is done</source>
      <translation>Offline when this work is done</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TranscriptDelegate</name>
    <message>
      <source>This message was taken back</source>
      <translation>This message was taken back</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>Retry</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Note by %1 · not seen by the citizen · %2</source>
      <translation>Note by %1 · not seen by the citizen · %2</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Sent</translation>
    </message>
    <message>
      <source>Sending</source>
      <translation>Sending</translation>
    </message>
    <message>
      <source>Pending, sent by itself when the line is back</source>
      <translation>Pending, sent by itself when the line is back</translation>
    </message>
    <message>
      <source>Not sent: %1 · Retry</source>
      <translation>Not sent: %1 · Retry</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Read</translation>
    </message>
    <message>
      <source>Assistant</source>
      <translation>Assistant</translation>
    </message>
    <message>
      <source>Citizen</source>
      <translation>Citizen</translation>
    </message>
    <message>
      <source>Card: %1</source>
      <translation>Card: %1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TranscriptView</name>
    <message>
      <source>Conversation</source>
      <translation>Conversation</translation>
    </message>
    <message>
      <source>Save file</source>
      <translation>Save file</translation>
    </message>
    <message>
      <source>%1 cannot be replaced. Choose another name.</source>
      <translation>%1 cannot be replaced. Choose another name.</translation>
    </message>
    <message>
      <source>%1 cannot be written. Choose another folder.</source>
      <translation>%1 cannot be written. Choose another folder.</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>Quote</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>Copy text</translation>
    </message>
    <message>
      <source>Save file…</source>
      <translation>Save file…</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Take back</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Send again</translation>
    </message>
    <message>
      <source>Drop; the words come back as draft</source>
      <translation>Drop; the words come back as draft</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TransferDialog</name>
    <message>
      <source>Transfer</source>
      <translation>Transfer</translation>
    </message>
    <message>
      <source>Find a unit or a colleague</source>
      <translation>Find a unit or a colleague</translation>
    </message>
    <message>
      <source>Units and colleagues</source>
      <translation>Units and colleagues</translation>
    </message>
    <message>
      <source>Unit or colleague</source>
      <translation>Unit or colleague</translation>
    </message>
    <message>
      <source>Presence</source>
      <translation>Presence</translation>
    </message>
    <message>
      <source>Free room</source>
      <translation>Free room</translation>
    </message>
    <message>
      <source>Reason (the receiving side reads it first)</source>
      <translation>Reason (the receiving side reads it first)</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>The start of the minute is kept; the receiving side gets 60 s of its own.</source>
      <translation>The start of the minute is kept; the receiving side gets 60 s of its own.</translation>
    </message>
    <message numerus="yes">
      <source>%n ready</source>
      <translation>
        <numerusform>%n ready</numerusform>
        <numerusform>%n ready</numerusform>
      </translation>
    </message>
    <message>
      <source>Choose a unit or a colleague.</source>
      <translation>Choose a unit or a colleague.</translation>
    </message>
    <message>
      <source>Write the reason: the receiving side needs it.</source>
      <translation>Write the reason: the receiving side needs it.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::WrapUpPanel</name>
    <message>
      <source>60 s more</source>
      <translation>60 s more</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>Wrap-up</translation>
    </message>
    <message>
      <source>1 What it was about</source>
      <translation>1 What it was about</translation>
    </message>
    <message>
      <source>2 How it ended</source>
      <translation>2 How it ended</translation>
    </message>
    <message>
      <source>%1  %2</source>
      <translation>%1  %2</translation>
    </message>
    <message>
      <source>Choose the category: a digit, or the arrows.</source>
      <translation>Choose the category: a digit, or the arrows.</translation>
    </message>
    <message>
      <source>Choose the result: a digit, or the arrows.</source>
      <translation>Choose the result: a digit, or the arrows.</translation>
    </message>
    <message>
      <source>Enter ends the wrap-up.</source>
      <translation>Enter ends the wrap-up.</translation>
    </message>
    <message>
      <source>%1 · nothing is blocked when the time is over; then it is filed as unsorted</source>
      <translation>%1 · nothing is blocked when the time is over; then it is filed as unsorted</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::BlockDialog</name>
    <message>
      <source>Block the sender</source>
      <translation>Block the sender</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Confirm</translation>
    </message>
    <message>
      <source>Block: their page shows the phone number of the centre</source>
      <translation>Block: their page shows the phone number of the centre</translation>
    </message>
    <message>
      <source>Lift the block</source>
      <translation>Lift the block</translation>
    </message>
    <message>
      <source>What they asked already is still answered.</source>
      <translation>What they asked already is still answered.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Write the reason; it is kept in the audit log.</source>
      <translation>Write the reason; it is kept in the audit log.</translation>
    </message>
  </context>
  <context>
    <name>QShortcut</name>
    <message>
      <source>Return</source>
      <translation>Enter</translation>
      <extracomment>The toolkit's word for the key, wherever it writes one; on the keyboard stands Enter.</extracomment>
    </message>
  </context>
  <context>
    <name>bangban::ui::LockPage</name>
    <message>
      <source>Unlock</source>
      <translation>Unlock</translation>
    </message>
    <message>
      <source>The screen is locked. Conversations go on arriving; nothing you wrote is lost.</source>
      <translation>The screen is locked. Conversations go on arriving; nothing you wrote is lost.</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Sign out and let somebody else in</source>
      <translation>Sign out and let somebody else in</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SecondFactorDialog</name>
    <message>
      <source>Second factor</source>
      <translation>Second factor</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>Type the six digits that your authenticator shows for this office.</source>
      <translation>Type the six digits that your authenticator shows for this office.</translation>
    </message>
    <message>
      <source>Your office asks for a second factor. Scan the picture with an authenticator on your phone, or type the key into it; then type the six digits it shows.</source>
      <translation>Your office asks for a second factor. Scan the picture with an authenticator on your phone, or type the key into it; then type the six digits it shows.</translation>
    </message>
    <message>
      <source>Picture to scan</source>
      <translation>Picture to scan</translation>
    </message>
    <message>
      <source>Key to type</source>
      <translation>Key to type</translation>
    </message>
    <message>
      <source>Six digits</source>
      <translation>Six digits</translation>
    </message>
    <message>
      <source>Code of the authenticator</source>
      <translation>Code of the authenticator</translation>
    </message>
    <message>
      <source>The code has six digits.</source>
      <translation>The code has six digits.</translation>
    </message>
    <message>
      <source>The code is not good. Each one is good once and for half a minute: wait for the next. If it stays, check the phone's clock.</source>
      <translation>The code is not good. Each one is good once and for half a minute: wait for the next. If it stays, check the phone's clock.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::OfficeSettingsTab</name>
    <message>
      <source>Office settings</source>
      <translation>Office settings</translation>
    </message>
    <message>
      <source>never</source>
      <translation>never</translation>
    </message>
    <message>
      <source> min</source>
      <translation> min</translation>
    </message>
    <message>
      <source> days</source>
      <translation> days</translation>
    </message>
    <message>
      <source>Second factor</source>
      <translation>Second factor</translation>
    </message>
    <message>
      <source>Who signs in with a code of their authenticator beside the password.</source>
      <translation>Who signs in with a code of their authenticator beside the password.</translation>
    </message>
    <message>
      <source>Screen lock</source>
      <translation>Screen lock</translation>
    </message>
    <message>
      <source>A desk that nobody touches asks for the password after this time.</source>
      <translation>A desk that nobody touches asks for the password after this time.</translation>
    </message>
    <message>
      <source>Keep closed requests</source>
      <translation>Keep closed requests</translation>
    </message>
    <message>
      <source>Older ones become unreadable for ever, backups included, as soon as those are newer than the deletion. What was counted stays.</source>
      <translation>Older ones become unreadable for ever, backups included, as soon as those are newer than the deletion. What was counted stays.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>for ever</source>
      <translation>for ever</translation>
    </message>
    <message>
      <source>A password is good</source>
      <translation>A password is good</translation>
    </message>
    <message>
      <source>Afterwards its owner chooses another at the next sign-in.</source>
      <translation>Afterwards its owner chooses another at the next sign-in.</translation>
    </message>
    <message>
      <source>Closed requests older than %1 days become unreadable for ever, at once. Nobody can bring them back.</source>
      <translation>Closed requests older than %1 days become unreadable for ever, at once. Nobody can bring them back.</translation>
    </message>
    <message>
      <source>Keep them for a shorter time</source>
      <translation>Keep them for a shorter time</translation>
    </message>
    <message>
      <source>The assistant answers alone</source>
      <translation>The assistant answers alone</translation>
    </message>
    <message>
      <source>Else it offers a choice, or a person. Measured on 2,274 questions to public offices: careful answers 17.1 % alone, 95.6 % of them right; usual 22.2 %, 92.9 %; often 25.2 %, 89.9 %. With never it does where an entry is named as it is called.</source>
      <translation>Else it offers a choice, or a person. Measured on 2,274 questions to public offices: careful answers 17.1 % alone, 95.6 % of them right; usual 22.2 %, 92.9 %; often 25.2 %, 89.9 %. With never it does where an entry is named as it is called.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::PasswordDialog</name>
    <message>
      <source>New password</source>
      <translation>New password</translation>
    </message>
    <message>
      <source>Change the password</source>
      <translation>Change the password</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>At least 8 characters, letters mixed with digits or other signs, without the account name.</source>
      <translation>At least 8 characters, letters mixed with digits or other signs, without the account name.</translation>
    </message>
    <message>
      <source>Present password</source>
      <translation>Present password</translation>
    </message>
    <message>
      <source>New password once more</source>
      <translation>New password once more</translation>
    </message>
    <message>
      <source>Fill in the present password.</source>
      <translation>Fill in the present password.</translation>
    </message>
    <message>
      <source>The two new passwords are not the same.</source>
      <translation>The two new passwords are not the same.</translation>
    </message>
    <message>
      <source>The line broke before the answer came. The new password may hold already: try with it first.</source>
      <translation>The line broke before the answer came. The new password may hold already: try with it first.</translation>
    </message>
    <message>
      <source>The present password is wrong.</source>
      <translation>The present password is wrong.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SuggestionRow</name>
    <message>
      <source>from %1</source>
      <translation>from %1</translation>
    </message>
    <message>
      <source>ends today</source>
      <translation>ends today</translation>
    </message>
    <message numerus="yes">
      <source>ends in %n day(s)</source>
      <translation>
        <numerusform>ends in %n day</numerusform>
        <numerusform>ends in %n days</numerusform>
      </translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>withdrawn</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AnswerBox</name>
    <message>
      <source>Insert</source>
      <translation>Insert</translation>
    </message>
    <message>
      <source>Plain</source>
      <translation>Plain</translation>
    </message>
    <message>
      <source>Official</source>
      <translation>Official</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Interpreted by %1</source>
      <translation>Interpreted by %1</translation>
    </message>
    <message>
      <source>in force until %1</source>
      <translation>in force until %1</translation>
    </message>
    <message>
      <source>sample</source>
      <translation>sample</translation>
    </message>
    <message>
      <source>Wrong?</source>
      <translation>Wrong?</translation>
    </message>
    <message>
      <source>Says what is wrong; the unit has five working days to put it right</source>
      <translation>Says what is wrong; the unit has five working days to put it right</translation>
    </message>
    <message>
      <source>Useful</source>
      <translation>Useful</translation>
    </message>
    <message>
      <source>Useful ✓</source>
      <translation>Useful ✓</translation>
    </message>
    <message>
      <source>It answered the question, by word of mouth or on the screen; its editors see how it was asked</source>
      <translation>It answered the question, by word of mouth or on the screen; its editors see how it was asked</translation>
    </message>
    <message>
      <source>Send as card</source>
      <translation>Send as card</translation>
    </message>
    <message>
      <source>Sends it as the citizen is to see it, with its pictures, videos and links (%1)</source>
      <translation>Sends it as the citizen is to see it, with its pictures, videos and links (%1)</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::KnowledgePanel</name>
    <message>
      <source>Search questions, items, clauses; pinyin initials too</source>
      <translation>Search questions, items, clauses; pinyin initials too</translation>
    </message>
    <message>
      <source>Search the knowledge base</source>
      <translation>Search the knowledge base</translation>
    </message>
    <message>
      <source>The knowledge base cannot be kept on this PC: %1</source>
      <translation>The knowledge base cannot be kept on this PC: %1</translation>
    </message>
    <message>
      <source>The knowledge base is on its way: %1 %</source>
      <translation>The knowledge base is on its way: %1 %</translation>
    </message>
    <message>
      <source>No knowledge base is here yet. It comes when the line is there.</source>
      <translation>No knowledge base is here yet. It comes when the line is there.</translation>
    </message>
    <message>
      <source>Others fit better by now; they come when the pointer leaves the list</source>
      <translation>Others fit better by now; they come when the pointer leaves the list</translation>
    </message>
    <message>
      <source>Nothing fits. Try other words, or transfer to who knows.</source>
      <translation>Nothing fits. Try other words, or transfer to who knows.</translation>
    </message>
    <message numerus="yes">
      <source>Type what you look for: %n entries are here.</source>
      <translation>
        <numerusform>Type what you look for: %n entry is here.</numerusform>
        <numerusform>Type what you look for: %n entries are here.</numerusform>
      </translation>
    </message>
    <message>
      <source>By the item and the citizen&apos;s last words</source>
      <translation>By the item and the citizen&apos;s last words</translation>
    </message>
    <message>
      <source>What is wrong?</source>
      <translation>What is wrong?</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Send</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ServicePage</name>
    <message>
      <source>Noted: the unit has five working days for its answer, and the citizen hears of it.</source>
      <translation>Noted: the unit has five working days for its answer, and the citizen hears of it.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ReasonDialog</name>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Say why; who reads it later has only this.</source>
      <translation>Say why; who reads it later has only this.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::KnowledgePage</name>
    <message>
      <source>They were told</source>
      <translation>They were told</translation>
    </message>
    <message>
      <source>Close without an answer</source>
      <translation>Close without an answer</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Give back</source>
      <translation>Give back</translation>
    </message>
    <message>
      <source>%1 reads why, and goes on writing.</source>
      <translation>%1 reads why, and goes on writing.</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>Withdraw</translation>
    </message>
    <message>
      <source>No desk can say “%1” any more. Whoever was told it in the last 30 days is followed up.</source>
      <translation>No desk can say “%1” any more. Whoever was told it in the last 30 days is followed up.</translation>
    </message>
    <message>
      <source>Asked: %1</source>
      <translation>Asked: %1</translation>
    </message>
    <message>
      <source>All its answers are in</source>
      <translation>All its answers are in</translation>
    </message>
    <message>
      <source>A question and answer of: %1</source>
      <translation>A question and answer of: %1</translation>
    </message>
    <message numerus="yes">
      <source>%1 and %n more who asked the same</source>
      <translation>
        <numerusform>%1 and %n more who asked the same</numerusform>
        <numerusform>%1 and %n more who asked the same</numerusform>
      </translation>
    </message>
    <message>
      <source>Another version begins on %1 all the same; give it back, too, if it may not.</source>
      <translation>Another version begins on %1 all the same; give it back, too, if it may not.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::EntryList</name>
    <message>
      <source>Search the unit&apos;s entries</source>
      <translation>Search the unit&apos;s entries</translation>
    </message>
    <message>
      <source>New entry</source>
      <translation>New entry</translation>
    </message>
    <message>
      <source>The unit&apos;s entries</source>
      <translation>The unit&apos;s entries</translation>
    </message>
    <message>
      <source>from %1</source>
      <translation>from %1</translation>
    </message>
    <message numerus="yes">
      <source>%n entries</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
    <message>
      <source>All entries</source>
      <translation>All entries</translation>
    </message>
    <message>
      <source>Near their end</source>
      <translation>Near their end</translation>
    </message>
    <message>
      <source>Not in force yet</source>
      <translation>Not in force yet</translation>
    </message>
    <message>
      <source>Which entries</source>
      <translation>Which entries</translation>
    </message>
    <message>
      <source>to be looked at</source>
      <translation>to be looked at</translation>
    </message>
    <message>
      <source>look again by %1</source>
      <translation>look again by %1</translation>
    </message>
    <message>
      <source>none in 30 days</source>
      <translation>none in 30 days</translation>
    </message>
    <message>
      <source>none to begin</source>
      <translation>none to begin</translation>
    </message>
    <message>
      <source>May contradict each other</source>
      <translation>May contradict each other</translation>
    </message>
    <message>
      <source>%1, but %2: %3</source>
      <translation>%1, but %2: %3</translation>
    </message>
    <message>
      <source>not alike</source>
      <translation>not alike</translation>
    </message>
    <message>
      <source>none found</source>
      <translation>none found</translation>
    </message>
    <message>
      <source>Entries from a table</source>
      <translation>Entries from a table</translation>
    </message>
    <message>
      <source>Items without an answer</source>
      <translation>Items without an answer</translation>
    </message>
    <message>
      <source>new</source>
      <translation>new</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>no answer</translation>
    </message>
    <message numerus="yes">
      <source>%n items</source>
      <translation>
        <numerusform>%n item</numerusform>
        <numerusform>%n items</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TaskColumn</name>
    <message>
      <source>Answers owed</source>
      <translation>Answers owed</translation>
    </message>
    <message>
      <source>within 5 working days of “cannot answer”</source>
      <translation>within 5 working days of “cannot answer”</translation>
    </message>
    <message>
      <source>Corrections</source>
      <translation>Corrections</translation>
    </message>
    <message>
      <source>within 5 working days</source>
      <translation>within 5 working days</translation>
    </message>
    <message>
      <source>Told the old words</source>
      <translation>Told the old words</translation>
    </message>
    <message>
      <source>to be told what holds now</source>
      <translation>to be told what holds now</translation>
    </message>
    <message>
      <source>To be reviewed</source>
      <translation>To be reviewed</translation>
    </message>
    <message>
      <source>nobody reviews their own</source>
      <translation>nobody reviews their own</translation>
    </message>
    <message>
      <source>Close without an answer</source>
      <translation>Close without an answer</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>Answers worth keeping</source>
      <translation>Answers worth keeping</translation>
    </message>
    <message>
      <source>given at a desk, not yet an entry</source>
      <translation>given at a desk, not yet an entry</translation>
    </message>
    <message>
      <source>Policies to begin</source>
      <translation>Policies to begin</translation>
    </message>
    <message>
      <source>answers in a working day before</source>
      <translation>answers in a working day before</translation>
    </message>
    <message>
      <source>Save as a list</source>
      <translation>Save as a list</translation>
    </message>
    <message>
      <source>Questions nobody could answer…</source>
      <translation>Questions nobody could answer…</translation>
    </message>
    <message>
      <source>Agenda: questions of several units…</source>
      <translation>Agenda: questions of several units…</translation>
    </message>
    <message>
      <source>Register a policy</source>
      <translation>Register a policy</translation>
    </message>
    <message>
      <source>Asks the same as</source>
      <translation>Asks the same as</translation>
    </message>
    <message>
      <source>All its answers are in</source>
      <translation>All its answers are in</translation>
    </message>
    <message>
      <source>Versions to begin</source>
      <translation>Versions to begin</translation>
    </message>
    <message>
      <source>let pass; each begins by itself</source>
      <translation>let pass; each begins by itself</translation>
    </message>
    <message>
      <source>from %1</source>
      <translation>from %1</translation>
    </message>
    <message>
      <source>Hit, miss and wrong answers…</source>
      <translation>Hit, miss and wrong answers…</translation>
    </message>
    <message>
      <source>Rounds of inspection</source>
      <translation>Rounds of inspection</translation>
    </message>
    <message>
      <source>Inspection</source>
      <translation>Inspection</translation>
    </message>
    <message>
      <source>entries to be read</source>
      <translation>entries to be read</translation>
    </message>
    <message>
      <source>Hot questions of today…</source>
      <translation>Hot questions of today…</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::EntryEditor</name>
    <message>
      <source>Choose an entry on the left, or a task on the right.</source>
      <translation>Choose an entry on the left, or a task on the right.</translation>
    </message>
    <message>
      <source>Send to review</source>
      <translation>Send to review</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Publish</translation>
    </message>
    <message>
      <source>Give back</source>
      <translation>Give back</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>Withdraw</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Throw away</translation>
    </message>
    <message>
      <source>The question, as people ask it</source>
      <translation>The question, as people ask it</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>In force from</source>
      <translation>In force from</translation>
    </message>
    <message>
      <source>until (empty: no end)</source>
      <translation>until (empty: no end)</translation>
    </message>
    <message>
      <source>Look again by</source>
      <translation>Look again by</translation>
    </message>
    <message>
      <source>Plain</source>
      <translation>Plain</translation>
    </message>
    <message>
      <source>what a desk sends with one key</source>
      <translation>what a desk sends with one key</translation>
    </message>
    <message>
      <source>Official</source>
      <translation>Official</translation>
    </message>
    <message>
      <source>the same words by telephone and at the window</source>
      <translation>the same words by telephone and at the window</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>the clauses it rests on; they are quoted, not rewritten</source>
      <translation>the clauses it rests on; they are quoted, not rewritten</translation>
    </message>
    <message>
      <source>Document and article</source>
      <translation>Document and article</translation>
    </message>
    <message>
      <source>Company Law, article 35</source>
      <translation>Company Law, article 35</translation>
    </message>
    <message>
      <source>Interpreted by</source>
      <translation>Interpreted by</translation>
    </message>
    <message>
      <source>Other ways to ask it</source>
      <translation>Other ways to ask it</translation>
    </message>
    <message>
      <source>one a line; the search and the assistant use them</source>
      <translation>one a line; the search and the assistant use them</translation>
    </message>
    <message>
      <source>(no item)</source>
      <translation>(no item)</translation>
    </message>
    <message>
      <source>Published: every desk has it.</source>
      <translation>Published: every desk has it.</translation>
    </message>
    <message>
      <source>Thrown away.</source>
      <translation>Thrown away.</translation>
    </message>
    <message>
      <source>%1 writes about it, too. Both are kept; who publishes later compares.</source>
      <translation>%1 writes about it, too. Both are kept; who publishes later compares.</translation>
    </message>
    <message>
      <source>Given back: %1</source>
      <translation>Given back: %1</translation>
    </message>
    <message>
      <source>%1 · your draft, kept as you write</source>
      <translation>%1 · your draft, kept as you write</translation>
    </message>
    <message>
      <source>%1 · draft by %2</source>
      <translation>%1 · draft by %2</translation>
    </message>
    <message>
      <source>%1 · %2</source>
      <translation>%1 · %2</translation>
    </message>
    <message>
      <source>%1 of %2 characters</source>
      <translation>%1 of %2 characters</translation>
    </message>
    <message>
      <source>sentences are long: %1 characters</source>
      <translation>sentences are long: %1 characters</translation>
    </message>
    <message>
      <source>%1 % stands in the source: say it in plain words</source>
      <translation>%1 % stands in the source: say it in plain words</translation>
    </message>
    <message>
      <source>reads well</source>
      <translation>reads well</translation>
    </message>
    <message>
      <source>Give it a question and the day from which it holds.</source>
      <translation>Give it a question and the day from which it holds.</translation>
    </message>
    <message>
      <source>Sent to review.</source>
      <translation>Sent to review.</translation>
    </message>
    <message>
      <source>Draft kept %1</source>
      <translation>Draft kept %1</translation>
    </message>
    <message>
      <source>What changes</source>
      <translation>What changes</translation>
    </message>
    <message>
      <source>Struck out: the version published last. Underlined: this draft.</source>
      <translation>Struck out: the version published last. Underlined: this draft.</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Until</translation>
    </message>
    <message>
      <source>%1 was: %2</source>
      <translation>%1 was: %2</translation>
    </message>
    <message>
      <source>(none)</source>
      <translation>(none)</translation>
    </message>
    <message>
      <source>It was written from v%1, and v%2 was published since. Give it back.</source>
      <translation>It was written from v%1, and v%2 was published since. Give it back.</translation>
    </message>
    <message>
      <source>It says %1; “%2” of %3 says %4.</source>
      <translation>It says %1; “%2” of %3 says %4.</translation>
    </message>
    <message>
      <source>May contradict what holds now. %1</source>
      <translation>May contradict what holds now. %1</translation>
    </message>
    <message>
      <source>another version begins on %1</source>
      <translation>another version begins on %1</translation>
    </message>
    <message>
      <source>begins on %1 · written by %2, let pass by %3</source>
      <translation>begins on %1 · written by %2, let pass by %3</translation>
    </message>
    <message>
      <source>Let pass: it begins on %1.</source>
      <translation>Let pass: it begins on %1.</translation>
    </message>
    <message>
      <source>It was written from v%1, and takes the place of v%2. Give it back if a change of that must stay.</source>
      <translation>It was written from v%1, and takes the place of v%2. Give it back if a change of that must stay.</translation>
    </message>
    <message>
      <source>Pictures and links</source>
      <translation>Pictures and links</translation>
    </message>
    <message>
      <source>A file is on its way still; send it to review when it is there.</source>
      <translation>A file is on its way still; send it to review when it is there.</translation>
    </message>
    <message>
      <source>“%1” is not on the server yet, or not any more. Try again in a while, or take it out and add it again.</source>
      <translation>“%1” is not on the server yet, or not any more. Try again in a while, or take it out and add it again.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::AdviceBar</name>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SendCheck</name>
    <message>
      <source>Say that</source>
      <translation>Say that</translation>
    </message>
    <message>
      <source>Send as it is</source>
      <translation>Send as it is</translation>
    </message>
    <message>
      <source>“%1” may not be said to a citizen</source>
      <translation>“%1” may not be said to a citizen</translation>
    </message>
    <message>
      <source>“%1” can be said more kindly</source>
      <translation>“%1” can be said more kindly</translation>
    </message>
    <message>
      <source>Better: %1</source>
      <translation>Better: %1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ScopeCard</name>
    <message>
      <source>Insert this answer</source>
      <translation>Insert this answer</translation>
    </message>
    <message>
      <source>Perhaps no matter of this desk: “%1”</source>
      <translation>Perhaps no matter of this desk: “%1”</translation>
    </message>
    <message>
      <source>%1 Then end it as out of scope; it counts against nobody.</source>
      <translation>%1 Then end it as out of scope; it counts against nobody.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::SlipsPage</name>
    <message>
      <source>Phrases</source>
      <translation>Phrases</translation>
    </message>
    <message>
      <source>Nothing to look at: every message was kind.</source>
      <translation>Nothing to look at: every message was kind.</translation>
    </message>
    <message>
      <source>The last %1 of %2 that nobody has looked at</source>
      <translation>The last %1 of %2 that nobody has looked at</translation>
    </message>
    <message numerus="yes">
      <source>%n that nobody has looked at</source>
      <translation>
        <numerusform>%n that nobody has looked at</numerusform>
        <numerusform>%n that nobody has looked at</numerusform>
      </translation>
    </message>
    <message>
      <source>Kept back</source>
      <translation>Kept back</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Sent</translation>
    </message>
    <message>
      <source>found: %1</source>
      <translation>found: %1</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>Seen</translation>
    </message>
    <message>
      <source>Seen: %1</source>
      <translation>Seen: %1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::ProposalDialog</name>
    <message>
      <source>Keep this answer</source>
      <translation>Keep this answer</translation>
    </message>
    <message>
      <source>Hand it to the editors</source>
      <translation>Hand it to the editors</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>Leave out names and numbers. The case goes along; the unit&apos;s editors see to the rest.</source>
      <translation>Leave out names and numbers. The case goes along; the unit&apos;s editors see to the rest.</translation>
    </message>
    <message>
      <source>Write both: what is asked, and what is answered.</source>
      <translation>Write both: what is asked, and what is answered.</translation>
    </message>
    <message>
      <source>Shorten it to %1 characters.</source>
      <translation>Shorten it to %1 characters.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::TaskLine</name>
    <message>
      <source>%1 sees to it</source>
      <translation>%1 sees to it</translation>
    </message>
    <message>
      <source>until %1</source>
      <translation>until %1</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>Take</translation>
    </message>
    <message>
      <source>Told</source>
      <translation>Told</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>More</source>
      <translation>More</translation>
    </message>
    <message numerus="yes">
      <source>%n asked</source>
      <translation>
        <numerusform>%n asked</numerusform>
        <numerusform>%n asked</numerusform>
      </translation>
    </message>
    <message>
      <source>Hide what each of them asked</source>
      <translation>Hide what each of them asked</translation>
    </message>
    <message>
      <source>Show what each of them asked</source>
      <translation>Show what each of them asked</translation>
    </message>
    <message>
      <source>in force from %1</source>
      <translation>in force from %1</translation>
    </message>
    <message numerus="yes">
      <source>%n answers in</source>
      <translation>
        <numerusform>%n answer in</numerusform>
        <numerusform>%n answers in</numerusform>
      </translation>
    </message>
    <message>
      <source>Asks something else</source>
      <translation>Asks something else</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::PolicyDialog</name>
    <message>
      <source>Register a policy</source>
      <translation>Register a policy</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>As the document is called, with its number</source>
      <translation>As the document is called, with its number</translation>
    </message>
    <message>
      <source>(no item)</source>
      <translation>(no item)</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>In force from</source>
      <translation>In force from</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Its questions and answers are due at the end of the working day before. It stays on the list until all are in.</source>
      <translation>Its questions and answers are due at the end of the working day before. It stays on the list until all are in.</translation>
    </message>
    <message>
      <source>Write the title of the document.</source>
      <translation>Write the title of the document.</translation>
    </message>
  </context>
  <context>
    <name>QuestionList</name>
    <message>
      <source>No.</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Asked</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>Units</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>Items</translation>
    </message>
    <message>
      <source>First marked</source>
      <translation>First marked</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Days left</source>
      <translation>Days left</translation>
    </message>
    <message>
      <source>Seen to by</source>
      <translation>Seen to by</translation>
    </message>
    <message>
      <source>All wordings</source>
      <translation>All wordings</translation>
    </message>
    <message>
      <source>No question waits at two units or more.</source>
      <translation>No question waits at two units or more.</translation>
    </message>
    <message>
      <source>No question waits for an answer.</source>
      <translation>No question waits for an answer.</translation>
    </message>
    <message>
      <source>Cross-unit agenda %1</source>
      <translation>Cross-unit agenda %1</translation>
    </message>
    <message>
      <source>Unanswered questions %1</source>
      <translation>Unanswered questions %1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::CannedList</name>
    <message>
      <source>Change…</source>
      <translation>Change…</translation>
    </message>
    <message>
      <source>Canned phrases</source>
      <translation>Canned phrases</translation>
    </message>
    <message>
      <source>↑ ↓ choose, Enter inserts, Esc leaves it</source>
      <translation>↑ ↓ choose, Enter inserts, Esc leaves it</translation>
    </message>
    <message>
      <source>New phrase…</source>
      <translation>New phrase…</translation>
    </message>
    <message>
      <source>office</source>
      <translation>office</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>unit</translation>
    </message>
    <message>
      <source>own</source>
      <translation>own</translation>
    </message>
    <message>
      <source>sample</source>
      <translation>sample</translation>
    </message>
    <message>
      <source>There is no phrase yet.</source>
      <translation>There is no phrase yet.</translation>
    </message>
    <message>
      <source>No phrase for “%1”.</source>
      <translation>No phrase for “%1”.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::CannedDialog</name>
    <message>
      <source>New phrase</source>
      <translation>New phrase</translation>
    </message>
    <message>
      <source>Change the phrase</source>
      <translation>Change the phrase</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Keep</translation>
    </message>
    <message>
      <source>For all of my unit</source>
      <translation>For all of my unit</translation>
    </message>
    <message>
      <source>a few letters, typed behind /</source>
      <translation>a few letters, typed behind /</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Words</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Throw away</translation>
    </message>
    <message>
      <source>Write the words that are to be put in.</source>
      <translation>Write the words that are to be put in.</translation>
    </message>
    <message>
      <source>Shorten it to %1 characters.</source>
      <translation>Shorten it to %1 characters.</translation>
    </message>
    <message>
      <source>The code has no spaces and no /.</source>
      <translation>The code has no spaces and no /.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::EntryPast</name>
    <message>
      <source>How people asked it</source>
      <translation>How people asked it</translation>
    </message>
    <message>
      <source>Another way to ask it</source>
      <translation>Another way to ask it</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versions</translation>
    </message>
    <message>
      <source>in force from %1</source>
      <translation>in force from %1</translation>
    </message>
    <message>
      <source>let pass by %1</source>
      <translation>let pass by %1</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Compare</translation>
    </message>
    <message numerus="yes">
      <source>told in %n cases within 30 days</source>
      <translation>
        <numerusform>told in %n case within 30 days</numerusform>
        <numerusform>told in %n cases within 30 days</numerusform>
      </translation>
    </message>
    <message>
      <source>How people asked it, and its versions</source>
      <translation>How people asked it, and its versions</translation>
    </message>
    <message>
      <source>Nobody has been told it in the last 30 days, and it has one version.</source>
      <translation>Nobody has been told it in the last 30 days, and it has one version.</translation>
    </message>
  </context>
  <context>
    <name>TableFile</name>
    <message>
      <source>Save as a list</source>
      <translation>Save as a list</translation>
    </message>
    <message>
      <source>The list could not be saved: %1</source>
      <translation>The list could not be saved: %1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::RatesDialog</name>
    <message>
      <source>Save as a list</source>
      <translation>Save as a list</translation>
    </message>
    <message>
      <source>How well the knowledge base serves</source>
      <translation>How well the knowledge base serves</translation>
    </message>
    <message numerus="yes">
      <source>%n weeks</source>
      <translation>
        <numerusform>%n week</numerusform>
        <numerusform>%n weeks</numerusform>
      </translation>
    </message>
    <message>
      <source>How far back</source>
      <translation>How far back</translation>
    </message>
    <message>
      <source>By week and unit</source>
      <translation>By week and unit</translation>
    </message>
    <message>
      <source>Cases without an entry, the newest first</source>
      <translation>Cases without an entry, the newest first</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Knowledge base rates %1</source>
      <translation>Knowledge base rates %1</translation>
    </message>
    <message>
      <source>The figures come from the server; there is no line now.</source>
      <translation>The figures come from the server; there is no line now.</translation>
    </message>
    <message>
      <source>No case was answered from %1 to %2.</source>
      <translation>No case was answered from %1 to %2.</translation>
    </message>
    <message>
      <source>From %1 to %2.</source>
      <translation>From %1 to %2.</translation>
    </message>
    <message>
      <source>Week from</source>
      <translation>Week from</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>Hit</source>
      <translation>Hit</translation>
    </message>
    <message>
      <source>Miss</source>
      <translation>Miss</translation>
    </message>
    <message>
      <source>Wrong</source>
      <translation>Wrong</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Answered</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Asked</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Why</translation>
    </message>
    <message>
      <source>cannot answer</source>
      <translation>cannot answer</translation>
    </message>
    <message>
      <source>no entry said</source>
      <translation>no entry said</translation>
    </message>
    <message>
      <source>district pool</source>
      <translation>district pool</translation>
    </message>
    <message>
      <source>Being counted…</source>
      <translation>Being counted…</translation>
    </message>
    <message>
      <source>The assistant by week</source>
      <translation>The assistant by week</translation>
    </message>
    <message>
      <source>Solved by the assistant</source>
      <translation>Solved by the assistant</translation>
    </message>
    <message>
      <source>Marked unsolved</source>
      <translation>Marked unsolved</translation>
    </message>
    <message>
      <source>Handed to a person</source>
      <translation>Handed to a person</translation>
    </message>
    <message>
      <source>Not marked</source>
      <translation>Not marked</translation>
    </message>
    <message>
      <source>Hit: cases in which an entry was said ÷ cases in which some were suggested. Miss: cases marked “cannot answer”, or answered without an entry ÷ cases answered. Wrong: answers reported as wrong, or put right, within 30 days ÷ answers said; of the unit whose entry it is. Assistant: questions marked as solved ÷ those marked either way or handed to a person.</source>
      <translation>Hit: cases in which an entry was said ÷ cases in which some were suggested. Miss: cases marked “cannot answer”, or answered without an entry ÷ cases answered. Wrong: answers reported as wrong, or put right, within 30 days ÷ answers said; of the unit whose entry it is. Assistant: questions marked as solved ÷ those marked either way or handed to a person.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::EntryImportDialog</name>
    <message>
      <source>No file chosen</source>
      <translation>No file chosen</translation>
    </message>
    <message>
      <source>Send to review</source>
      <translation>Send to review</translation>
    </message>
    <message>
      <source>Entries from a table</source>
      <translation>Entries from a table</translation>
    </message>
    <message>
      <source>An Excel workbook (its first sheet), CSV, or a JSON list; the first row names the columns. A row changes the entry of its code, or of its question; an empty cell leaves what is there. Nothing is published: what you send waits for a reviewer. At most %1 rows.</source>
      <translation>An Excel workbook (its first sheet), CSV, or a JSON list; the first row names the columns. A row changes the entry of its code, or of its question; an empty cell leaves what is there. Nothing is published: what you send waits for a reviewer. At most %1 rows.</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Choose a file…</translation>
    </message>
    <message>
      <source>Save an empty table</source>
      <translation>Save an empty table</translation>
    </message>
    <message>
      <source>What each row would do</source>
      <translation>What each row would do</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>Entries</translation>
    </message>
    <message>
      <source>sent to review</source>
      <translation>sent to review</translation>
    </message>
    <message>
      <source>All were answered; what was refused says why.</source>
      <translation>All were answered; what was refused says why.</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Choose a file</translation>
    </message>
    <message>
      <source>Tables (*.xlsx *.csv *.txt *.json)</source>
      <translation>Tables (*.xlsx *.csv *.txt *.json)</translation>
    </message>
    <message>
      <source>%1 is larger than 20 MB.</source>
      <translation>%1 is larger than 20 MB.</translation>
    </message>
    <message>
      <source>%1 cannot be read: %2</source>
      <translation>%1 cannot be read: %2</translation>
    </message>
    <message>
      <source>No column is named 问题 (question). The first row names the columns.</source>
      <translation>No column is named 问题 (question). The first row names the columns.</translation>
    </message>
    <message>
      <source>It has too many rows; take several files of at most %1 rows.</source>
      <translation>It has too many rows; take several files of at most %1 rows.</translation>
    </message>
    <message>
      <source>It holds more than a table of entries can: a cell, or the file, is too long.</source>
      <translation>It holds more than a table of entries can: a cell, or the file, is too long.</translation>
    </message>
    <message>
      <source>A quotation mark is opened and never closed; save the table again.</source>
      <translation>A quotation mark is opened and never closed; save the table again.</translation>
    </message>
    <message>
      <source>Its characters are neither UTF-8 nor GB18030; save it as “CSV UTF-8”.</source>
      <translation>Its characters are neither UTF-8 nor GB18030; save it as “CSV UTF-8”.</translation>
    </message>
    <message>
      <source>It is no JSON list of objects.</source>
      <translation>It is no JSON list of objects.</translation>
    </message>
    <message>
      <source>It is empty.</source>
      <translation>It is empty.</translation>
    </message>
    <message>
      <source>The workbook is damaged; open it and save it again as .xlsx.</source>
      <translation>The workbook is damaged; open it and save it again as .xlsx.</translation>
    </message>
    <message>
      <source>changes %1 of v%2</source>
      <translation>changes %1 of v%2</translation>
    </message>
    <message>
      <source>as it holds</source>
      <translation>as it holds</translation>
    </message>
    <message>
      <source>%1 is missing</source>
      <translation>%1 is missing</translation>
    </message>
    <message>
      <source>%1 is no day like 2026-12-01</source>
      <translation>%1 is no day like 2026-12-01</translation>
    </message>
    <message>
      <source>ends before it begins</source>
      <translation>ends before it begins</translation>
    </message>
    <message>
      <source>%1 is too long</source>
      <translation>%1 is too long</translation>
    </message>
    <message>
      <source>no item has this name or code</source>
      <translation>no item has this name or code</translation>
    </message>
    <message>
      <source>a code has letters, digits, - and _ alone</source>
      <translation>a code has letters, digits, - and _ alone</translation>
    </message>
    <message>
      <source>stands in the file twice</source>
      <translation>stands in the file twice</translation>
    </message>
    <message>
      <source>is being written, or waits for a reviewer</source>
      <translation>is being written, or waits for a reviewer</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>Row</translation>
    </message>
    <message>
      <source>Does</source>
      <translation>Does</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>Remark</translation>
    </message>
    <message>
      <source>new</source>
      <translation>new</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>changed</translation>
    </message>
    <message>
      <source>the same</source>
      <translation>the same</translation>
    </message>
    <message>
      <source>faulty</source>
      <translation>faulty</translation>
    </message>
    <message numerus="yes">
      <source>Send %n to review</source>
      <translation>
        <numerusform>Send %n to review</numerusform>
        <numerusform>Send %n to review</numerusform>
      </translation>
    </message>
    <message>
      <source>New: %1 · changed: %2 · the same: %3 · faulty: %4</source>
      <translation>New: %1 · changed: %2 · the same: %3 · faulty: %4</translation>
    </message>
    <message>
      <source>Columns that are not read: %1</source>
      <translation>Columns that are not read: %1</translation>
    </message>
    <message>
      <source>on its way</source>
      <translation>on its way</translation>
    </message>
    <message>
      <source>They are kept on this PC and go when the line is there.</source>
      <translation>They are kept on this PC and go when the line is there.</translation>
    </message>
    <message>
      <source>The knowledge base is not all here yet: what a row changes cannot be told. It goes on by itself.</source>
      <translation>The knowledge base is not all here yet: what a row changes cannot be told. It goes on by itself.</translation>
    </message>
    <message>
      <source>there are several with this %1; name the code</source>
      <translation>there are several with this %1; name the code</translation>
    </message>
    <message>
      <source>Its days are counted from 1904; save it with the usual calendar, or as CSV.</source>
      <translation>Its days are counted from 1904; save it with the usual calendar, or as CSV.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::MediaStrip</name>
    <message>
      <source>Add a picture, video, recording or PDF</source>
      <translation>Add a picture, video, recording or PDF</translation>
    </message>
    <message>
      <source>Add a link</source>
      <translation>Add a link</translation>
    </message>
    <message>
      <source>%1 was not added: %2</source>
      <translation>%1 was not added: %2</translation>
    </message>
    <message>
      <source>No program on this PC opens it.</source>
      <translation>No program on this PC opens it.</translation>
    </message>
    <message>
      <source>What people read</source>
      <translation>What people read</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Open %1</source>
      <translation>Open %1</translation>
    </message>
    <message>
      <source>Take %1 out</source>
      <translation>Take %1 out</translation>
    </message>
    <message>
      <source>Being sent…</source>
      <translation>Being sent…</translation>
    </message>
    <message>
      <source>Sent when the line is back</source>
      <translation>Sent when the line is back</translation>
    </message>
    <message>
      <source>Add to the entry</source>
      <translation>Add to the entry</translation>
    </message>
    <message>
      <source>Pictures, videos, recordings, PDF (%1)</source>
      <translation>Pictures, videos, recordings, PDF (%1)</translation>
    </message>
    <message>
      <source>%1 is of a kind that a browser does not show. Use MP4, WebM, MP3, OGG, WAV, PNG, JPEG, GIF, WebP or PDF.</source>
      <translation>%1 is of a kind that a browser does not show. Use MP4, WebM, MP3, OGG, WAV, PNG, JPEG, GIF, WebP or PDF.</translation>
    </message>
    <message>
      <source>%1 has %2; a file may have 20 MB.</source>
      <translation>%1 has %2; a file may have 20 MB.</translation>
    </message>
    <message>
      <source>%1 cannot be read: %2</source>
      <translation>%1 cannot be read: %2</translation>
    </message>
    <message>
      <source>%1 is empty.</source>
      <translation>%1 is empty.</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Picture</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>Video</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Recording</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Link</translation>
    </message>
    <message>
      <source>%1 was not added: too much of yours waits to be published.</source>
      <translation>%1 was not added: too much of yours waits to be published.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::LinkDialog</name>
    <message>
      <source>Add a link</source>
      <translation>Add a link</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Service guide</source>
      <translation>Service guide</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>What people read</source>
      <translation>What people read</translation>
    </message>
    <message>
      <source>Write the whole address, with https:// before it.</source>
      <translation>Write the whole address, with https:// before it.</translation>
    </message>
    <message>
      <source>The address is too long: %1 characters, %2 at most.</source>
      <translation>The address is too long: %1 characters, %2 at most.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::InspectionDialog</name>
    <message>
      <source>Draw a round</source>
      <translation>Draw a round</translation>
    </message>
    <message>
      <source>End the round</source>
      <translation>End the round</translation>
    </message>
    <message>
      <source>Inspection</source>
      <translation>Inspection</translation>
    </message>
    <message>
      <source>Half of a round is what was said most often in the last 30 days, the rest is drawn by lot. Score: entries without a fault ÷ entries read. Nobody reads what they wrote or let pass; a fault becomes a correction, due in 5 working days.</source>
      <translation>Half of a round is what was said most often in the last 30 days, the rest is drawn by lot. Score: entries without a fault ÷ entries read. Nobody reads what they wrote or let pass; a fault becomes a correction, due in 5 working days.</translation>
    </message>
    <message>
      <source>Entries of the round</source>
      <translation>Entries of the round</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Round</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unit</translation>
    </message>
    <message numerus="yes">
      <source>%n entries</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
    <message>
      <source>How many</source>
      <translation>How many</translation>
    </message>
    <message>
      <source>Save as a list</source>
      <translation>Save as a list</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>%1 · %2 · drawn by %3</source>
      <translation>%1 · %2 · drawn by %3</translation>
    </message>
    <message>
      <source>No round was drawn yet.</source>
      <translation>No round was drawn yet.</translation>
    </message>
    <message>
      <source>One round after the other: the one that is open comes first</source>
      <translation>One round after the other: the one that is open comes first</translation>
    </message>
    <message>
      <source>Rounds are on the server; there is no line now.</source>
      <translation>Rounds are on the server; there is no line now.</translation>
    </message>
    <message>
      <source>Entry</source>
      <translation>Entry</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Found</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>What is wrong</translation>
    </message>
    <message>
      <source>Read by</source>
      <translation>Read by</translation>
    </message>
    <message>
      <source>When</source>
      <translation>When</translation>
    </message>
    <message>
      <source>not read</source>
      <translation>not read</translation>
    </message>
    <message>
      <source>In order</source>
      <translation>In order</translation>
    </message>
    <message>
      <source>Not in force any more</source>
      <translation>Not in force any more</translation>
    </message>
    <message>
      <source>Inspection %1</source>
      <translation>Inspection %1</translation>
    </message>
    <message>
      <source>%1 of %2 read</source>
      <translation>%1 of %2 read</translation>
    </message>
    <message>
      <source>%1 in order, %2 with faults</source>
      <translation>%1 in order, %2 with faults</translation>
    </message>
    <message>
      <source>score %1 %</source>
      <translation>score %1 %</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>closed</translation>
    </message>
    <message>
      <source>drawn from %1</source>
      <translation>drawn from %1</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::InspectionSheet</name>
    <message>
      <source>In order</source>
      <translation>In order</translation>
    </message>
    <message>
      <source>Has faults</source>
      <translation>Has faults</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>What it says</translation>
    </message>
    <message>
      <source>What is wrong, and what would be right; its editors read it</source>
      <translation>What is wrong, and what would be right; its editors read it</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>What is wrong</translation>
    </message>
    <message>
      <source>from %1</source>
      <translation>from %1</translation>
    </message>
    <message>
      <source>until %1</source>
      <translation>until %1</translation>
    </message>
    <message>
      <source>interpreted by %1</source>
      <translation>interpreted by %1</translation>
    </message>
    <message>
      <source>Plain</source>
      <translation>Plain</translation>
    </message>
    <message>
      <source>Official</source>
      <translation>Official</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Other ways to ask it</source>
      <translation>Other ways to ask it</translation>
    </message>
    <message>
      <source>It was withdrawn since it was drawn. It counts for nothing.</source>
      <translation>It was withdrawn since it was drawn. It counts for nothing.</translation>
    </message>
    <message>
      <source>Not in force any more</source>
      <translation>Not in force any more</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Set aside</translation>
    </message>
    <message>
      <source>Tick what kind of fault it is, and write what is wrong.</source>
      <translation>Tick what kind of fault it is, and write what is wrong.</translation>
    </message>
    <message>
      <source>A fault is ticked or written down. Take it out, or say that it has faults.</source>
      <translation>A fault is ticked or written down. Take it out, or say that it has faults.</translation>
    </message>
    <message>
      <source>The entry is on its way to this desk.</source>
      <translation>The entry is on its way to this desk.</translation>
    </message>
    <message>
      <source>It says something else since a moment ago. Read it again.</source>
      <translation>It says something else since a moment ago. Read it again.</translation>
    </message>
  </context>
  <context>
    <name>bangban::ui::HotDialog</name>
    <message>
      <source>Asked more than once today</source>
      <translation>Asked more than once today</translation>
    </message>
    <message>
      <source>Send to all who wait</source>
      <translation>Send to all who wait</translation>
    </message>
    <message>
      <source>Hot questions of today</source>
      <translation>Hot questions of today</translation>
    </message>
    <message>
      <source>Count again</source>
      <translation>Count again</translation>
    </message>
    <message>
      <source>Questions that are alike by their words. An answer goes into the conversation of everybody who has none of a person yet, once; they keep their place, and a person still answers them.</source>
      <translation>Questions that are alike by their words. An answer goes into the conversation of everybody who has none of a person yet, once; they keep their place, and a person still answers them.</translation>
    </message>
    <message>
      <source>Search the answer</source>
      <translation>Search the answer</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>Entries</translation>
    </message>
    <message>
      <source>What is sent</source>
      <translation>What is sent</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message numerus="yes">
      <source>Sent to %n who wait.</source>
      <translation>
        <numerusform>Sent to %n who waits.</numerusform>
        <numerusform>Sent to %n who wait.</numerusform>
      </translation>
    </message>
    <message>
      <source>The figures come from the server; there is no line now.</source>
      <translation>The figures come from the server; there is no line now.</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Asked</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>district pool</source>
      <translation>district pool</translation>
    </message>
    <message numerus="yes">
      <source>Nothing was asked twice in %n request(s) of today.</source>
      <translation>
        <numerusform>Nothing was asked twice in %n request of today.</numerusform>
        <numerusform>Nothing was asked twice in %n requests of today.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>In %n request(s) of today.</source>
      <translation>
        <numerusform>In %n request of today.</numerusform>
        <numerusform>In %n requests of today.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Send to %n who wait</source>
      <translation>
        <numerusform>Send to %n who waits</numerusform>
        <numerusform>Send to %n who wait</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“%1” goes to %n who asked: %2</source>
      <translation>
        <numerusform>“%1” goes to %n who asked: %2</numerusform>
        <numerusform>“%1” goes to %n who asked: %2</numerusform>
      </translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Send</translation>
    </message>
  </context>
</TS>
