// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { storage } from './storage.js';
import { uuid7, sha256 } from './ids.js';

const kChunk = 256 * 1024;
const kUnanswered = 4;
const kOpen = ['choosing', 'held', 'waiting', 'serving', 'wrap_up', 'call_back'];
/** What the server leaves out because it is the default (PROTOCOL.md, Rows). */
const kDefaults = { request: { state: 'waiting', priority: 2 }, message: { kind: 'text', sender: 'citizen' }, item: { priority: 2 } };
const kPassing = ['busy', 'rate_limited', 'database', 'record_damaged'];
const kUploadPause = 1000;
const kMostTries = 60; // of one chunk, a second apart
const kKeptDays = 7; // an acknowledged entry, as outbox.js prunes

/** What the page knows: rows as the server tells them, what was said here and is on its way, and where the citizen stands. */
export class Session extends EventTarget {
  constructor(line, outbox) {
    super();
    this.line = line;
    this.outbox = outbox;
    this.rows = { request: new Map(), message: new Map(), item: new Map() };
    this.scopes = new Map(); // scope → {cursor, through, entities}
    this.pieces = new Map();
    this.entries = [];       // the outbox in memory
    this.place = null;
    this.outlook = null;     // what would come of asking now about outlook.item
    this.typing = false;
    this.signedIn = false;
    this.loaded = false;
    this.office = '';
    this.sample = false;
    this.refusedLine = null;
    this.answers = new Map();
    this.uploads = new Map();
    this.downloads = new Map();
    // Not before the outbox was read; and one hello a connection.
    line.addEventListener('open', () => { if (this.isRead) this.#greet(); });
    line.addEventListener('frame', (event) => this.#receive(event.frame, event.body));
    line.addEventListener('chunk', (event) => this.#receiveChunk(event.bytes));
    line.addEventListener('state', () => this.#changed());
  }

  async load() {
    await this.outbox.prune(Date.now());
    this.entries = [...await this.outbox.all(), ...this.entries];
    this.isRead = true;
    if (this.line.isOpen) this.#greet();
  }

  // ---- where the citizen stands

  /** The request on the screen: the newest open one, else the newest that ended and was not put aside here. */
  get request() {
    const all = [...this.rows.request.values()].sort((a, b) => b.queued_at - a.queued_at);
    const aside = storage.get('aside');
    return all.find((r) => kOpen.includes(r.state)) ?? all.find((r) => r.state === 'closed' && r.id > (aside ?? ''));
  }

  putAside(request) { storage.set('aside', request.id); this.#changed(); }

  messagesOf(request) {
    const stored = [...this.rows.message.values()].filter((m) => m.request === request.id).sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    const known = new Set(stored.map((m) => m.id));
    const pending = this.entries.filter((e) => e.type === 'message.send' && e.body.request === request.id
      && e.state !== 'done' && !known.has(e.body.message));
    return { stored, pending };
  }

  /** What was found out for somebody whose conversation was over by then. */
  lateAnswers() {
    return [...this.rows.message.values()].filter((m) => {
      const request = this.rows.request.get(m.request);
      return m.sender === 'assistant' && ['closed', 'wrap_up'].includes(request?.state) && m.sent_at > (request.ended_at ?? request.closed_at ?? 0);
    });
  }

  items() {
    const today = new Date(this.line.now() + 8 * 3600e3).toISOString().slice(0, 10);
    return [...this.rows.item.values()].filter((i) => i.chat && i.valid_from <= today && (!i.valid_to || today <= i.valid_to));
  }

  // ---- commands

  /** Writes the command down, shows it, sends it in its turn. Resolves with its answer {data} or {error}. */
  async command(type, body, { keep = true } = {}) {
    const entry = { cmd_id: uuid7(Math.round(this.line.now())), type, body, state: 'waiting', at: Date.now(), keep };
    if (keep) await this.outbox.put(entry);
    this.entries.push(entry);
    const answer = new Promise((resolve) => this.answers.set(entry.cmd_id, resolve));
    this.#changed();
    this.#push();
    return answer;
  }

  say(request, text, quote) {
    return this.command('message.send', { message: uuid7(), request: request.id, words: text, ...(quote ? { quote } : {}) });
  }

  /** Sends what was refused once more, as a new command. */
  async retry(entry) {
    await this.#forget(entry);
    return this.command(entry.type, { ...entry.body, message: uuid7() });
  }
  async discard(entry) { await this.#forget(entry); this.#changed(); }

  async #forget(entry) {
    this.entries = this.entries.filter((e) => e !== entry);
    await this.outbox.remove(entry.cmd_id);
  }

  /** One command of a kind of work at a time, in order; files have their own lane and delay nobody. */
  #push() {
    if (!this.signedIn || !this.line.isOpen) return;
    const lanes = new Set();
    // What is said again goes in the order in which it was said, and before anything new.
    const isAgain = this.entries.some((entry) => entry.again && entry.state === 'waiting');
    for (const entry of this.entries) {
      if (entry.state !== 'waiting') continue;
      const lane = isAgain ? '' : entry.type.startsWith('file.') ? entry.cmd_id : `${entry.body.request ?? ''}`;
      if (lanes.has(lane)) continue;
      lanes.add(lane);
      if (entry.sentOn === this.greeting) continue;
      entry.sentOn = this.greeting;
      this.line.send(entry.type, { cmd_id: entry.cmd_id, ...entry.body });
    }
  }

  async #answered(id, answer) {
    const entry = this.entries.find((e) => e.cmd_id === id);
    if (!entry) return;
    if (answer.error && kPassing.includes(answer.error.code)) {
      setTimeout(() => { entry.sentOn = null; this.#push(); }, 1000 + Math.random() * 2000);
      return;
    }
    // A step that was done once is not the person's worry; their words are.
    const isOver = entry.again && entry.type !== 'message.send' && entry.type !== 'request.ask';
    entry.state = answer.error && !isOver ? 'failed' : 'done';
    entry.error = answer.error;
    if (entry.keep) await this.outbox.put({ ...entry, sentOn: undefined });
    else this.entries = this.entries.filter((e) => e !== entry);
    this.answers.get(id)?.(answer);
    this.answers.delete(id);
    this.#changed();
    this.#push();
  }

  // ---- files

  get canSendFiles() { return Boolean(crypto.subtle); }

  /** Uploads in chunks, resumable after a break, and sends the message when the server has checked it. */
  async sendFile(request, file, { onprogress }) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = uuid7();
    const begun = await this.command('file.begin', { file: id, request: request.id, name: file.name.slice(-255) || 'file',
      type: file.type || 'application/octet-stream', size: bytes.length, sha256: await sha256(bytes) }, { keep: false });
    if (begun.error) return begun;
    await new Promise((resolve) => {
      this.uploads.set(id, { bytes, next: 0, stored: 0, resolve, onprogress });
      this.#upload(id);
    });
    this.uploads.delete(id);
    const done = await this.command('file.finish', { file: id }, { keep: false });
    if (done.error) return done;
    const kind = /^image\/(png|jpeg|gif|webp)$/.test(file.type) ? 'image' : 'file';
    return this.command('message.send', { message: uuid7(), request: request.id, kind, file: id });
  }

  #upload(id) {
    const upload = this.uploads.get(id);
    if (!upload) return;
    const count = Math.ceil(upload.bytes.length / kChunk);
    while (upload.next < count && upload.next - upload.stored < kUnanswered) {
      const part = upload.bytes.subarray(upload.next * kChunk, (upload.next + 1) * kChunk);
      const frame = new Uint8Array(41 + part.length);
      frame[0] = 1;
      frame.set(new TextEncoder().encode(id), 1);
      new DataView(frame.buffer).setUint32(37, upload.next);
      frame.set(part, 41);
      if (!this.line.sendBytes(frame)) return;
      upload.next++;
    }
  }

  #fileState({ file, chunks = 0 }) {
    const upload = this.uploads.get(file);
    if (!upload) return;
    upload.stored = Math.max(upload.stored, chunks);
    upload.next = Math.max(upload.next, chunks);
    upload.onprogress(chunks * kChunk / upload.bytes.length);
    if (chunks * kChunk >= upload.bytes.length) upload.resolve();
    else this.#upload(file);
  }

  /** The whole file as a Blob; pictures and saved files ask for it when they are wanted. A break of the line only delays it.
   *  @param onprogress  is told the share that is here  @throws what the server refused it with */
  fetchFile(message, onprogress = () => {}) {
    const known = this.downloads.get(message.file);
    if (known) return known.promise;
    const download = { parts: [], have: 0, tries: 0, size: message.file_size, type: message.file_type, onprogress };
    download.promise = new Promise((resolve, reject) => { Object.assign(download, { resolve, reject }); });
    this.downloads.set(message.file, download);
    if (!this.fetching) this.#fetchNext();
    return download.promise;
  }

  /** One after the other: a line has so many messages a second, and the first picture is wanted first. */
  #fetchNext() {
    this.fetching ??= [...this.downloads].find(([, one]) => one.resolve)?.[0];
    const download = this.downloads.get(this.fetching);
    if (download) this.line.send('file.get', { file: this.fetching, chunk: download.parts.length });
  }

  #endDownload(download, end, value) {
    download[end](value);
    Object.assign(download, { resolve: null, parts: [] });
    this.fetching = undefined;
    this.#fetchNext();
  }

  /** What is refused without a number goes on by itself; what is refused for good can be asked for again. @returns whether it was a download's */
  #refusedDownload({ code, detail }) {
    const download = this.downloads.get(this.fetching);
    const passes = kPassing.includes(code);
    if (!download || (!passes && detail !== this.fetching)) return false;
    if (passes && download.tries++ < kMostTries) { setTimeout(() => this.#fetchNext(), kUploadPause); return false; }
    this.downloads.delete(this.fetching);
    this.#endDownload(download, 'reject', { code });
    return true;
  }

  #receiveChunk(bytes) {
    const id = new TextDecoder().decode(bytes.subarray(1, 37));
    const download = this.downloads.get(id);
    if (!download?.resolve) return;
    const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(37);
    if (number !== download.parts.length) return;
    download.parts.push(bytes.slice(41));
    download.have += bytes.length - 41;
    download.tries = 0;
    download.onprogress(download.have / download.size);
    if (download.have < download.size) this.#fetchNext();
    else this.#endDownload(download, 'resolve', new Blob(download.parts, { type: download.type }));
  }

  // ---- the dialogue

  #greet() {
    this.signedIn = false;
    const greeting = this.greeting = uuid7();
    const hello = () => this.line.send('hello', { client: 'page/0.1', role: 'citizen', token: storage.get('token') ?? '', features: [] });
    this.letOthersIn?.();
    if (storage.get('token') || !navigator.locks) { hello(); return; }
    // Two first tabs must not become two people: the second waits until the first has a token for both.
    navigator.locks.request('token', async () => {
      const known = await this.outbox.token();
      if (known) storage.set('token', known);
      return greeting === this.greeting && new Promise((resolve) => { this.letOthersIn = resolve; hello(); });
    }).catch(() => { if (greeting === this.greeting) hello(); }); // closed like the storage it belongs to
  }

  #receive(type, body) {
    switch (type) {
      case 'welcome': return this.#welcome(body);
      case 'snapshot': return this.#snapshot(body);
      case 'batch': return this.#batch(body);
      case 'snapshot_required': this.scopes.delete(body.scope); return;
      case 'result': this.#answered(body.cmd_id, { data: body.data ?? {} }); return;
      case 'refused':
        if (body.cmd_id) this.#answered(body.cmd_id, { error: { code: body.code, detail: body.detail ?? '' } });
        else if (!this.signedIn) { this.refusedLine = body.code; this.#changed(); }
        else if (this.#refusedDownload(body)) return;
        // A chunk has no number to be refused by: the server says how far it is, and the upload goes on from there.
        else if (this.uploads.size) setTimeout(() => this.#askUploads(), kUploadPause);
        return;
      case 'outlook': this.outlook = { item: '', state: 'waiting', ...body }; this.#changed(); return;
      case 'place': this.place = body; this.#changed(); return;
      case 'typing_shown': this.typing = Boolean(body.on); this.#changed(); return;
      case 'file.state': this.#fileState(body); return;
    }
  }

  #askUploads() {
    for (const [id, upload] of this.uploads) { upload.next = upload.stored; this.line.send('file.status', { file: id }); }
  }

  #welcome(body) {
    if (body.token) {
      storage.set('token', body.token);
      this.scopes.clear();
    }
    const letOthersIn = this.letOthersIn;
    this.outbox.keepToken(storage.get('token')).catch((error) => console.warn('other tabs may be somebody else:', error))
      .then(() => letOthersIn?.());
    this.#sayAgain(body);
    this.office = body.office ?? '';
    this.sample = Boolean(body.sample);
    this.signedIn = Boolean(body.signed_in);
    this.refusedLine = null;
    this.line.send('resume', { cursors: [...this.scopes.values()].map((scope) => scope.cursor) });
    this.#askUploads();
    this.#fetchNext();
    this.#push();
    this.#changed();
  }

  /** The record may have been put back from a backup: what was confirmed is said again, and is the same where it is known. */
  async #sayAgain({ epoch, token }) {
    const before = storage.get('epoch');
    if (before && before !== epoch && !token) { // with a new token one is somebody else
      const old = Date.now() - kKeptDays * 86400e3;
      for (const entry of this.entries.filter((e) => e.keep && e.state === 'done' && e.at > old)) {
        Object.assign(entry, { state: 'waiting', again: true, sentOn: null });
        await this.outbox.put({ ...entry, sentOn: undefined });
      }
      this.#push();
    }
    storage.set('epoch', epoch); // when the outbox is stored: else the next welcome begins again
  }

  #snapshot(body) {
    const piece = body.piece ?? 0;
    const rows = piece === 0 ? [] : this.pieces.get(body.scope) ?? [];
    rows.push(...(body.rows ?? []));
    this.pieces.set(body.scope, rows);
    if (!body.last) return;
    this.pieces.delete(body.scope);
    const entities = body.scope === 'catalogue' ? ['item'] : ['request', 'message'];
    for (const entity of entities) this.rows[entity].clear();
    for (const row of rows) this.#apply(row);
    this.scopes.set(body.scope, { cursor: body.cursor, through: null });
    this.loaded = this.loaded || body.scope !== 'catalogue';
    this.#changed();
  }

  #batch(body) {
    const scope = this.scopes.get(body.scope) ?? {};
    if (scope.through != null && body.from !== scope.through) {
      this.line.send('resume', { cursors: [...this.scopes.values()].map((known) => known.cursor) });
      return;
    }
    for (const change of body.changes ?? []) this.#apply(change);
    this.scopes.set(body.scope, { cursor: body.cursor, through: body.through });
    this.loaded = true;
    this.#changed();
  }

  #apply(change) {
    const table = this.rows[change.e];
    if (!table) return;
    if (change.gone) table.delete(change.id);
    else table.set(change.id, { ...kDefaults[change.e], ...change.row });
    if (change.e === 'message' && change.row?.sender === 'staff') this.typing = false;
  }

  #changed() {
    if (this.queued) return;
    this.queued = true;
    queueMicrotask(() => { this.queued = false; this.dispatchEvent(new Event('change')); });
  }
}
