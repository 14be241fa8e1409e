// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/schema.h"

namespace bangban::server {
namespace {

// A row's truth is its JSON in the column "row"; the other columns are its index and are written with it in one
// statement (decision D-004). Personal text stands in "row" and in byte columns only, sealed (decision D-023).
constexpr sql::Migration kSteps[] = {
    {1, QLatin1String(R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value {bytes} NOT NULL);
CREATE TABLE scope(scope TEXT PRIMARY KEY, rev {integer} NOT NULL, floor_rev {integer} NOT NULL, chain {bytes} NOT NULL);
CREATE TABLE change_log(scope TEXT NOT NULL, rev {integer} NOT NULL, cmd_id TEXT NOT NULL, entity TEXT NOT NULL,
  entity_id TEXT NOT NULL, was TEXT NOT NULL, audience TEXT NOT NULL, body {bytes} NOT NULL, chain {bytes} NOT NULL,
  at {integer} NOT NULL, PRIMARY KEY(scope, rev));
CREATE TABLE command_result(cmd_id TEXT PRIMARY KEY, fingerprint {bytes} NOT NULL, code TEXT NOT NULL,
  data {bytes} NOT NULL, at {integer} NOT NULL);
CREATE TABLE audit(scope TEXT NOT NULL, number {integer} NOT NULL, at {integer} NOT NULL, who TEXT NOT NULL,
  action TEXT NOT NULL, entity_id TEXT NOT NULL, detail {bytes} NOT NULL, chain {bytes} NOT NULL,
  PRIMARY KEY(scope, number));

CREATE TABLE request(id TEXT PRIMARY KEY, scope TEXT NOT NULL, state TEXT NOT NULL, unit TEXT NOT NULL,
  owner TEXT NOT NULL, citizen TEXT NOT NULL, item TEXT NOT NULL, queued_at {integer} NOT NULL,
  closed_at {integer} NOT NULL, row {bytes} NOT NULL);
CREATE INDEX request_state ON request(state);
CREATE INDEX request_owner ON request(owner, queued_at);
CREATE INDEX request_citizen ON request(citizen, queued_at);
CREATE TABLE message(id TEXT PRIMARY KEY, request TEXT NOT NULL, seq {integer} NOT NULL, row {bytes} NOT NULL);
CREATE UNIQUE INDEX message_order ON message(request, seq);
CREATE TABLE offer(id TEXT PRIMARY KEY, request TEXT NOT NULL, staff TEXT NOT NULL, state TEXT NOT NULL,
  row {bytes} NOT NULL);
CREATE INDEX offer_state ON offer(state);
CREATE INDEX offer_request ON offer(request);
CREATE TABLE notice(id TEXT PRIMARY KEY, at {integer} NOT NULL, row {bytes} NOT NULL);
CREATE TABLE timer(id TEXT PRIMARY KEY, request TEXT NOT NULL, kind TEXT NOT NULL, unit TEXT NOT NULL,
  staff TEXT NOT NULL, started {integer} NOT NULL, due {integer} NOT NULL, stopped {integer}, outcome TEXT NOT NULL,
  reason TEXT NOT NULL, outage {integer} NOT NULL);
CREATE INDEX timer_request ON timer(request);
CREATE INDEX timer_due ON timer(outcome, due);
CREATE TABLE contact(request TEXT PRIMARY KEY, phone {bytes} NOT NULL);
CREATE TABLE contact_attempt(id TEXT PRIMARY KEY, request TEXT NOT NULL, staff TEXT NOT NULL, at {integer} NOT NULL,
  result TEXT NOT NULL, note {bytes} NOT NULL);
CREATE TABLE rating(request TEXT PRIMARY KEY, solved {integer}, stars {integer} NOT NULL, reasons TEXT NOT NULL,
  words {bytes} NOT NULL, at {integer} NOT NULL);
CREATE TABLE request_event(request TEXT NOT NULL, number {integer} NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL,
  unit TEXT NOT NULL, at {integer} NOT NULL, PRIMARY KEY(request, number));

CREATE TABLE staff(id TEXT PRIMARY KEY, row {bytes} NOT NULL);
CREATE TABLE account(staff TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, password {bytes} NOT NULL,
  failed {integer} NOT NULL, locked_until {integer} NOT NULL, active {integer} NOT NULL);
CREATE TABLE session(token {bytes} PRIMARY KEY, staff TEXT NOT NULL, created {integer} NOT NULL,
  expires {integer} NOT NULL);
CREATE TABLE citizen(id TEXT PRIMARY KEY, token {bytes} NOT NULL UNIQUE, created {integer} NOT NULL,
  blocked {integer} NOT NULL);

CREATE TABLE item(id TEXT PRIMARY KEY, row {bytes} NOT NULL);
CREATE TABLE node(id TEXT PRIMARY KEY, row {bytes} NOT NULL);
CREATE TABLE code(id TEXT PRIMARY KEY, row {bytes} NOT NULL);
CREATE TABLE hours(id TEXT PRIMARY KEY, row {bytes} NOT NULL);
CREATE TABLE document(kind TEXT NOT NULL, id TEXT NOT NULL, body {bytes} NOT NULL, PRIMARY KEY(kind, id));

CREATE TABLE file(id TEXT PRIMARY KEY, request TEXT NOT NULL, owner TEXT NOT NULL, chunks {integer} NOT NULL,
  complete {integer} NOT NULL, name {bytes} NOT NULL, type TEXT NOT NULL, size {integer} NOT NULL,
  sha256 TEXT NOT NULL, width {integer} NOT NULL, height {integer} NOT NULL, at {integer} NOT NULL);
CREATE TABLE file_chunk(file TEXT NOT NULL, number {integer} NOT NULL, bytes {bytes} NOT NULL,
  PRIMARY KEY(file, number))
)sql")},
    {2, QLatin1String("CREATE INDEX request_event_who ON request_event(who, at);"
                      "CREATE INDEX request_closed ON request(state, closed_at);"
                      "CREATE INDEX contact_phone ON contact(phone);"
                      "CREATE INDEX file_request ON file(request, owner);"
                      "CREATE INDEX notice_at ON notice(at)")},
    {3, QLatin1String("CREATE TABLE data_key(owner TEXT PRIMARY KEY, master TEXT NOT NULL, wrapped {bytes} NOT NULL);"
                      "CREATE TABLE settings(id TEXT PRIMARY KEY, row {bytes} NOT NULL);"
                      "ALTER TABLE change_log ADD COLUMN sealed_for TEXT NOT NULL DEFAULT '';"
                      "ALTER TABLE contact ADD COLUMN phone_index {bytes} NOT NULL DEFAULT '';"
                      "DROP INDEX contact_phone;"
                      "CREATE INDEX contact_phone_index ON contact(phone_index);"
                      "ALTER TABLE account ADD COLUMN second_factor {bytes} NOT NULL DEFAULT '';"
                      "ALTER TABLE account ADD COLUMN used_step {integer} NOT NULL DEFAULT 0")},
    {4, QLatin1String("CREATE TABLE server(id TEXT PRIMARY KEY, seen {integer} NOT NULL);"
                      "CREATE TABLE presence(server TEXT NOT NULL, who TEXT NOT NULL, link TEXT NOT NULL,"
                      " PRIMARY KEY(server, who));"
                      "CREATE INDEX presence_who ON presence(who)")},
    // Passwords from before are their owners', of unknown age: a desk of the release before cannot choose a new one.
    {5, QLatin1String("ALTER TABLE account ADD COLUMN password_at {integer} NOT NULL DEFAULT 0;"
                      "UPDATE account SET password_at = 1")},
    {6, QLatin1String("CREATE TABLE entry(id TEXT PRIMARY KEY, rev {integer} NOT NULL, unit TEXT NOT NULL, item TEXT NOT NULL,"
                      " state TEXT NOT NULL, row {bytes} NOT NULL);"
                      "CREATE UNIQUE INDEX entry_rev ON entry(rev);"
                      "CREATE INDEX entry_item ON entry(item)")},
    {7, QLatin1String("CREATE TABLE cite(entry TEXT NOT NULL, version {integer} NOT NULL, message TEXT NOT NULL, request TEXT NOT NULL,"
                      " staff TEXT NOT NULL, at {integer} NOT NULL, PRIMARY KEY(entry, version, message));"
                      "CREATE INDEX cite_message ON cite(message);"
                      "CREATE TABLE entry_version(entry TEXT NOT NULL, version {integer} NOT NULL, author TEXT NOT NULL,"
                      " reviewer TEXT NOT NULL, at {integer} NOT NULL, row {bytes} NOT NULL, PRIMARY KEY(entry, version));"
                      "CREATE TABLE entry_draft(id TEXT PRIMARY KEY, state TEXT NOT NULL, row {bytes} NOT NULL);"
                      "CREATE TABLE task(id TEXT PRIMARY KEY, request TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL,"
                      " state TEXT NOT NULL, marked_at {integer} NOT NULL, row {bytes} NOT NULL);"
                      "CREATE INDEX task_state ON task(state);"
                      "CREATE INDEX task_request ON task(request);"
                      "CREATE TABLE assistant_turn(id TEXT PRIMARY KEY, citizen TEXT NOT NULL, at {integer} NOT NULL, words {bytes} NOT NULL,"
                      " decision TEXT NOT NULL, entry TEXT NOT NULL, version {integer} NOT NULL, solved {integer} NOT NULL, request TEXT NOT NULL);"
                      "CREATE INDEX assistant_turn_at ON assistant_turn(at);"
                      "CREATE INDEX assistant_turn_request ON assistant_turn(request)")},
    {8, QLatin1String("CREATE TABLE phrase(id TEXT PRIMARY KEY, row {bytes} NOT NULL);"
                      "CREATE TABLE slip(id TEXT PRIMARY KEY, request TEXT NOT NULL, seen {integer} NOT NULL, at {integer} NOT NULL,"
                      " row {bytes} NOT NULL);"
                      "CREATE INDEX slip_request ON slip(request)")},
    {9, QLatin1String("CREATE TABLE canned(id TEXT PRIMARY KEY, is_off {integer} NOT NULL, row {bytes} NOT NULL)")},
    // What was answered before has no row: the rates begin with this release.
    {10, QLatin1String("CREATE TABLE answered(request TEXT PRIMARY KEY, unit TEXT NOT NULL, at {integer} NOT NULL, offered {integer} NOT NULL);"
                       "CREATE INDEX answered_at ON answered(at);"
                       "CREATE INDEX cite_at ON cite(at);"
                       "CREATE INDEX cite_request ON cite(request)")},
    {11, QLatin1String("ALTER TABLE file ADD COLUMN entry TEXT NOT NULL DEFAULT '';"
                       "ALTER TABLE file ADD COLUMN published {integer} NOT NULL DEFAULT 0;"
                       "CREATE INDEX file_owner ON file(owner, published);"
                       "CREATE INDEX entry_unit ON entry(unit, state);"
                       "CREATE TABLE inspection(id TEXT PRIMARY KEY, is_off {integer} NOT NULL, row {bytes} NOT NULL)")},
};

} // namespace

std::span<const sql::Migration> schema() { return kSteps; }

} // namespace bangban::server
