// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { storage } from './storage.js';
import { h } from './dom.js';
import { mediaOf, sourceOf } from './card.js';
import { w, timeOfDay, errorWords } from './words.js';

const kRecallMs = 120e3;
const kMaxWords = 20000;
const kMaxFile = 20 * 1024 * 1024;
const kTypingEvery = 3000;
const kAccepted = 'image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,application/zip,.doc,.docx,.xls,.xlsx,.pptx,.ofd';

/** The conversation and the line to write in; shared by waiting and talking. */
export class Talk {
  constructor(session, { startsAtEnd = true } = {}) {
    this.session = session;
    this.startsAtEnd = startsAtEnd;
    this.list = h('ol', { id: 'talk', 'aria-label': w().conversation });
    this.lines = new Map();
    this.input = h('textarea', { rows: 1, 'aria-label': w().write, placeholder: w().write, oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event), onpaste: (event) => this.#paste(event) });
    this.quoteLine = h('p', { class: 'hint', hidden: true });
    this.progress = h('progress', { max: 1, value: 0, hidden: true, 'aria-label': w().uploading });
    this.error = h('p', { class: 'error', role: 'alert' });
    this.offer = h('div', { hidden: true });
    this.file = h('input', { type: 'file', accept: kAccepted, hidden: true, tabindex: -1, 'aria-label': w().attach, onchange: () => this.#attach(this.file.files[0]) });
    this.attachButton = h('button', { type: 'button', 'aria-label': w().attach, onclick: () => this.file.click() }, '＋');
    this.below = h('button', { type: 'button', class: 'below', hidden: true, onclick: () => this.#toEnd() }, w().newBelow);
    this.composer = h('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); this.#send(); } },
      this.below, this.quoteLine, this.offer, this.progress, this.error,
      h('div', { class: 'line' }, this.attachButton, this.file, this.input, h('button', { class: 'main', type: 'submit' }, w().send)));
  }

  update(request) {
    if (this.request?.id !== request.id) this.input.value = storage.get(`draft:${request.id}`) ?? '';
    this.request = request;
    this.attachButton.hidden = !this.session.canSendFiles;
    const { stored, pending } = this.session.messagesOf(request);
    const wanted = [...stored.map((m) => [m.id, () => this.#line(m), this.#stateOf(m)]),
      ...pending.map((e) => [e.body.message, () => this.#pendingLine(e), e.state])];
    const atEnd = this.#isAtEnd();
    const before = this.lines.size;
    const waitingBefore = this.pendingCount ?? 0;
    this.pendingCount = pending.length;
    let previous = null;
    const keep = new Set();
    for (const [id, make, state] of wanted) {
      keep.add(id);
      let line = this.lines.get(id);
      if (!line || line.state !== state) {
        const element = make();
        if (line) line.element.replaceWith(element);
        line = { element, state };
        this.lines.set(id, line);
      }
      const place = previous ? previous.nextSibling : this.list.firstChild;
      if (place !== line.element) this.list.insertBefore(line.element, place);
      previous = line.element;
    }
    for (const [id, line] of this.lines) if (!keep.has(id)) { line.element.remove(); this.lines.delete(id); }
    this.stored = stored;
    if (this.session.rows.message.get(this.quoting?.id)?.recalled_at) this.#unquote();
    // Whoever reads at the end stays there, and so does whoever has just sent something; others are told.
    if (this.lines.size !== before && (before === 0 ? this.startsAtEnd : atEnd || pending.length > waitingBefore)) this.#toEnd();
    else if (this.lines.size > before && stored.at(-1)?.sender !== 'citizen') this.below.hidden = this.#isAtEnd();
    this.seen();
  }

  #isAtEnd() { return innerHeight + scrollY >= document.documentElement.scrollHeight - 80; }
  #toEnd() {
    scrollTo(0, document.documentElement.scrollHeight);
    this.seen();
  }
  /** What stands below the window has not been read. */
  seen() {
    if (!this.request || !this.#isAtEnd()) return;
    this.below.hidden = true;
    this.#markRead(this.stored ?? []);
  }

  #stateOf(m) {
    const read = m.sender === 'citizen' && (this.request.staff_read_seq ?? 0) >= m.seq;
    const recallable = m.sender === 'citizen' && !m.recalled_at && this.session.line.now() - m.sent_at < kRecallMs;
    const quoteGone = this.session.rows.message.get(m.quote)?.recalled_at;
    return `${m.recalled_at ? 'r' : ''}${quoteGone ? 'q' : ''}${read ? 'd' : ''}${recallable ? 'c' : ''}`;
  }

  #line(m) {
    if (m.kind === 'system') {
      const words = w()[m.words];
      return h('li', { class: 'system' }, `${timeOfDay(m.sent_at)} ${typeof words === 'function' ? words(m.staff_name) : words ?? m.words}`);
    }
    const mine = m.sender === 'citizen';
    if (m.recalled_at) return h('li', { class: 'system' }, w().recalled);
    const read = mine && (this.request.staff_read_seq ?? 0) >= m.seq;
    const acts = h('div', { class: 'acts' }, h('span', { class: 'sent' }, `${timeOfDay(m.sent_at)}${mine ? ` · ${read ? w().read : w().sent}` : ''}`),
      h('button', { type: 'button', class: 'link', onclick: () => this.#quote(m) }, w().quote));
    if (mine && m.seq > 1 && this.session.line.now() - m.sent_at < kRecallMs)
      acts.append(h('button', { type: 'button', class: 'link', onclick: () => this.#recall(m) }, w().recall));
    return h('li', { class: mine ? 'mine' : 'theirs' }, mine ? null : h('span', { class: 'who' }, m.sender === 'assistant' ? w().assistant : m.staff_name || w().staff),
      h('div', { class: 'bubble' }, this.#quoted(m.quote), m.file ? this.#fileOf(m) : m.card ? this.#cardOf(m) : m.words ?? ''), acts);
  }

  #pendingLine(entry) {
    const failed = entry.state === 'failed';
    return h('li', { class: 'mine' }, h('div', { class: 'bubble' }, this.#quoted(entry.body.quote), entry.body.words ?? '📎'),
      h('div', { class: 'acts' }, h('span', { class: failed ? 'sent failed' : 'sent' }, failed ? `${w().failed}：${errorWords(entry.error)}` : w().pending),
        failed ? h('button', { type: 'button', onclick: () => this.session.retry(entry) }, w().retry) : null,
        failed ? h('button', { type: 'button', onclick: () => { this.input.value ||= entry.body.words ?? ''; this.session.discard(entry); } }, w().discard) : null));
  }

  #quoted(id) {
    const message = id && this.session.rows.message.get(id);
    return message ? h('blockquote', {}, (message.recalled_at ? w().recalled : message.words || message.file_name || '').slice(0, 120)) : null;
  }

  #cardOf(m) {
    // What gets its height late does not push whoever stands at the end away from it, and pulls nobody there who reads above.
    const grows = () => { const follow = this.#isAtEnd(); return () => { if (follow) this.#toEnd(); }; };
    return [h('strong', { class: 'title' }, m.card.title), h('p', {}, m.words ?? ''),
      mediaOf(this.session, m.card.media, grows), sourceOf(m.card)];
  }

  #fileOf(m) {
    const label = `${m.file_name ?? ''} (${w().bytes(m.file_size)})`;
    if (m.kind === 'image') {
      // A picture gets its height late: whoever stood at the end before still does.
      const follow = this.#isAtEnd();
      const image = h('img', { alt: label, onload: () => { if (follow) this.#toEnd(); } });
      this.session.fetchFile(m).then((blob) => { image.src = URL.createObjectURL(blob); });
      return image;
    }
    return h('button', { type: 'button', class: 'link', onclick: async () => {
      const link = h('a', { href: URL.createObjectURL(await this.session.fetchFile(m)), download: m.file_name });
      link.click();
    } }, `${label} · ${w().save_file}`);
  }

  #quote(m) {
    this.quoting = m;
    this.quoteLine.hidden = false;
    this.quoteLine.replaceChildren(`${w().quoted}${(m.words || m.file_name || '').slice(0, 60)} `, h('button', { type: 'button', class: 'link', onclick: () => this.#unquote() }, w().cancel));
    this.input.focus();
  }
  #unquote() { this.quoting = null; this.quoteLine.hidden = true; }

  async #recall(m) {
    const answer = await this.session.command('message.recall', { message: m.id, request: m.request });
    if (answer.error) this.error.textContent = errorWords(answer.error);
  }

  #markRead(stored) {
    const last = stored.at(-1)?.seq ?? 0;
    if (document.visibilityState !== 'visible' || last <= Math.max(this.request.citizen_read_seq ?? 0, this.readThrough ?? 0)) return;
    this.readThrough = last;
    this.session.command('message.read', { request: this.request.id, through: last }, { keep: false });
  }

  #typed() {
    storage.set(`draft:${this.request.id}`, this.input.value);
    this.input.style.height = 'auto';
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
    const now = performance.now();
    if (now - (this.typedAt ?? -kTypingEvery) < kTypingEvery) return;
    this.typedAt = now;
    this.session.line.send('typing', { request: this.request.id, on: Boolean(this.input.value) });
  }

  #key(event) {
    // Enter chooses a word while a Chinese input method is composing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #send() {
    const text = this.input.value;
    if (!text.trim()) return;
    if (text.length > kMaxWords) { this.#offerFile(text); return; }
    // Kept nowhere (a full or closed storage): the words come back to where they were typed.
    this.session.say(this.request, text, this.quoting?.id).catch(() => {
      this.input.value = [text, this.input.value].filter(Boolean).join('\n');
      this.error.textContent = errorWords({ code: 'internal' });
    });
    this.input.value = '';
    this.error.textContent = '';
    this.input.style.height = 'auto';
    storage.remove(`draft:${this.request.id}`);
    this.session.line.send('typing', { request: this.request.id });
    this.#unquote();
  }

  #paste(event) {
    const picture = [...event.clipboardData.files].find((file) => file.type.startsWith('image/'));
    const text = event.clipboardData.getData('text/plain');
    if (picture) { event.preventDefault(); this.#attach(picture); }
    else if (text.length > kMaxWords) { event.preventDefault(); this.#offerFile(text); }
  }

  #offerFile(text) {
    const close = () => { this.offer.hidden = true; this.offer.replaceChildren(); };
    this.offer.hidden = false;
    this.offer.replaceChildren(h('p', {}, w().long), h('div', { class: 'row' },
      h('button', { type: 'button', onclick: close }, w().cancel),
      h('button', { type: 'button', class: 'main', onclick: () => { close(); if (this.input.value === text) this.input.value = ''; this.#attach(new File([text], 'text.txt', { type: 'text/plain' })); } }, w().longSend)));
    this.offer.querySelector('.main').focus();
  }

  async #attach(file) {
    this.file.value = '';
    if (!file) return;
    this.error.textContent = file.size > kMaxFile ? w().tooBig : '';
    if (this.error.textContent) return;
    this.progress.hidden = false;
    this.progress.value = 0;
    const answer = await this.session.sendFile(this.request, file, { onprogress: (share) => { this.progress.value = share; } });
    this.progress.hidden = true;
    if (answer.error) this.error.textContent = errorWords(answer.error);
  }
}
