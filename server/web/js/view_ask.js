// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { storage } from './storage.js';
import { Assistant, lateAnswers } from './assistant.js';
import { h } from './dom.js';
import { uuid7 } from './ids.js';
import { w, errorWords, timeOfDay, dayAndTime, callReasons } from './words.js';

const kPurposes = ['errand', 'help', 'hot_policy', 'question'];
const kShown = 8;
const kLookAgain = 30000;

/** The first page: which matter, what for, what is the question. What was typed survives a reload. */
export class AskView {
  constructor(session, previous) {
    this.session = session;
    this.previous = previous;
    const url = new URL(location.href);
    this.from = { item: url.searchParams.get('item'), step: url.searchParams.get('step'), field: url.searchParams.get('field'), src: url.searchParams.get('src') };
    this.draft = JSON.parse(storage.get('ask') ?? '{}');
    this.item = null;
    this.purpose = this.draft.purpose ?? null;
    this.assistant = new Assistant(session, { person: () => this.element.requestSubmit(), item: () => this.item?.id ?? '' });
    this.late = h('div', { hidden: true });
    this.element = h('form', { onsubmit: (event) => this.#ask(event), novalidate: true });
    this.#build();
  }

  title() { return [w().title, this.session.office]; }

  #build() {
    const t = w();
    this.search = h('input', { id: 'item', type: 'search', autocomplete: 'off', maxlength: 60, 'aria-describedby': 'item-hint', oninput: () => this.#list() });
    this.results = h('ul', { class: 'list', hidden: true });
    this.chosen = h('p', { hidden: true });
    this.purposes = h('div', { class: 'row', role: 'radiogroup', 'aria-labelledby': 'purpose' },
      kPurposes.map((purpose) => h('button', { type: 'button', role: 'radio', 'aria-checked': 'false', 'data-purpose': purpose, onclick: () => this.#setPurpose(purpose), onkeydown: (event) => this.#arrow(event) }, t[purpose])));
    const field = (id, label, attributes) => h('div', {}, h('label', { for: id }, label),
      h('input', { id, value: this.draft[id] ?? '', maxlength: 100, oninput: () => this.#keep(), ...attributes }));
    this.problem = h('textarea', { id: 'problem', maxlength: 20000, 'aria-describedby': 'problem-hint problem-error', oninput: () => this.#keep() });
    this.problem.value = this.draft.problem ?? '';
    this.error = h('p', { id: 'problem-error', class: 'error', role: 'alert' });
    this.more = h('details', {}, h('summary', {}, t.optional), field('name', t.name, { autocomplete: 'name', maxlength: 50 }),
      field('enterprise', t.enterprise, { autocomplete: 'organization' }),
      field('phone', t.phone, { type: 'tel', autocomplete: 'tel', maxlength: 30, 'aria-describedby': 'phone-hint' }), h('p', { id: 'phone-hint', class: 'hint' }, t.phoneHint));
    this.outlook = h('div', { class: 'card notice', hidden: true, role: 'status' });
    this.button = h('button', { type: 'submit', id: 'person' }, t.ask);
    this.askAssistant = h('button', { type: 'button', class: 'main', id: 'assistant', onclick: () => this.#askAssistant() }, t.askAssistant);
    this.element.replaceChildren(this.late,
      h('div', { class: 'card' }, h('h2', {}, t.askTitle),
        this.from.step || this.from.field ? h('p', { class: 'second' }, `${t.page} · ${[this.from.step && t.step(this.from.step), this.from.field].filter(Boolean).join(' · ')} · ${t.carried}`) : null,
        h('label', { for: 'item' }, t.item), this.search, h('p', { id: 'item-hint', class: 'hint' }, t.itemHint), this.results, this.chosen), this.outlook,
      h('div', { class: 'card' }, h('p', { id: 'purpose', class: 'label' }, t.purpose), this.purposes),
      h('div', { class: 'card' }, h('label', { for: 'problem' }, t.problem), this.problem, h('p', { id: 'problem-hint', class: 'hint' }, t.problemHint), this.error,
        h('div', { class: 'row' }, this.askAssistant)), this.assistant.element,
      h('div', { class: 'card' }, this.more), this.button);
    this.element.style.display = 'contents';
    this.#setPurpose(this.purpose ?? 'question', this.purpose !== null);
  }

  update() {
    if (!this.item && (this.from.item || this.draft.item)) {
      const found = this.session.items().find((item) => [item.id, item.code].includes(this.from.item ?? this.draft.item));
      if (found) this.#choose(found);
    }
    this.button.disabled = this.busy === true;
    this.askAssistant.disabled = this.busy === true || this.asking === true; // a person never waits for 小申
    const late = lateAnswers(this.session);
    if (late.length !== this.late.childElementCount) this.late.replaceChildren(...late);
    this.late.hidden = !late.length;
    this.tick();
    this.#showOutlook();
  }

  /** Asks what would come of it: at once for another item or another line, else from time to time. */
  tick() {
    const item = this.item?.id ?? '';
    const about = `${item} ${this.session.greeting}`;
    if (!this.session.signedIn || (about === this.lookedAbout && performance.now() - this.lookedAt < kLookAgain)) return;
    this.lookedAbout = about;
    this.lookedAt = performance.now();
    this.session.line.send('outlook.get', { item });
  }

  /** Out of hours it is said before anything is sent, not after. */
  #showOutlook() {
    const outlook = this.session.outlook?.item === (this.item?.id ?? '') ? this.session.outlook : null;
    const key = JSON.stringify(outlook);
    if (key === this.shownOutlook) return;
    this.shownOutlook = key;
    const t = w();
    const isNow = !outlook || outlook.state === 'waiting';
    this.outlook.hidden = isNow;
    if (!this.busy) this.button.textContent = this.#askWords();
    if (isNow) return;
    const isCall = outlook.state === 'call_back';
    const why = outlook.call_back_why?.length ? callReasons(outlook) : []; // that it is out of hours stands there already
    this.outlook.replaceChildren(h('p', { class: 'big', title: why.join('；') }, isCall ? t.outlookCall(dayAndTime(outlook.call_back_due)) : t.outlookLunch(timeOfDay(outlook.reopens_at))),
      ...why.map((reason) => h('p', { class: 'second' }, reason)));
    if (isCall) this.more.open = true;
  }
  #askWords() { return this.session.outlook?.state === 'call_back' && !this.outlook.hidden ? w().askCall : w().ask; }

  #list() {
    const text = this.search.value.trim().toLowerCase();
    const matches = text ? this.session.items().map((item) => ({ item, at: `${item.name} ${(item.keywords ?? []).join(' ')}`.toLowerCase().indexOf(text) }))
      .filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at).slice(0, kShown) : [];
    this.results.hidden = !text;
    this.results.replaceChildren(...matches.map(({ item }) => h('li', {}, h('button', { type: 'button', onclick: () => this.#choose(item) }, item.name))));
    if (text && !matches.length) this.results.append(h('li', { class: 'second' }, w().noItem));
  }

  #choose(item) {
    this.item = item;
    this.search.value = '';
    this.results.hidden = true;
    this.search.hidden = true;
    this.chosen.hidden = false;
    this.chosen.replaceChildren(h('span', { class: 'chip' }, item.name, h('button', { type: 'button', class: 'link', onclick: () => this.#unchoose() }, w().unsure)));
    this.tick();
    if (!this.purposeTouched) this.#setPurpose(item.hot_policy ? 'hot_policy' : item.priority === 1 ? 'errand' : 'question', false);
    this.#keep();
  }

  #unchoose() {
    this.item = null;
    this.from.item = null;
    this.tick();
    this.search.hidden = false;
    this.chosen.hidden = true;
    this.search.focus();
    this.#keep();
  }

  #setPurpose(purpose, byHand = true) {
    this.purpose = purpose;
    this.purposeTouched = this.purposeTouched || byHand;
    for (const button of this.purposes.children) {
      button.setAttribute('aria-checked', String(button.dataset.purpose === purpose));
      button.tabIndex = button.dataset.purpose === purpose ? 0 : -1;
    }
    if (byHand) this.#keep();
  }

  #arrow(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (kPurposes.indexOf(this.purpose) + step + kPurposes.length) % kPurposes.length;
    this.#setPurpose(kPurposes[next]);
    this.purposes.children[next].focus();
  }

  #value(id) { return this.element.querySelector(`#${id}`).value; }

  #keep() {
    const draft = { item: this.item?.id, purpose: this.purposeTouched ? this.purpose : undefined, problem: this.problem.value };
    for (const id of ['name', 'enterprise', 'phone']) draft[id] = this.#value(id);
    storage.set('ask', JSON.stringify(draft));
  }

  /** A question of their own, or the last one that 小申 was asked. */
  #words() { return this.problem.value.trim() ? this.problem.value : this.assistant.lastWords; }

  async #askAssistant() {
    const words = this.problem.value.trim();
    this.error.textContent = words ? '' : w().needWords;
    if (!words || this.busy || this.asking) { this.problem.focus(); return; }
    this.asking = true;
    this.update();
    this.error.textContent = await this.assistant.ask(words);
    this.asking = false;
    this.update();
    if (this.error.textContent || this.busy || this.problem.value.trim() !== words) return;
    this.problem.value = '';
    this.#keep();
  }

  async #ask(event) {
    event.preventDefault();
    const words = this.#words();
    this.error.textContent = words ? '' : w().needWords;
    if (this.error.textContent || this.busy) { this.problem.focus(); return; }
    this.busy = true;
    this.button.textContent = w().sending;
    const body = { request: uuid7(Math.round(this.session.line.now())), item: this.item?.id ?? '', purpose: this.purpose, words, turns: this.assistant.ids, source: this.from.src ?? 'web',
      page_url: document.referrer.slice(0, 2000), page_step: (this.from.step ?? '').slice(0, 200), page_field: (this.from.field ?? '').slice(0, 200),
      name: this.#value('name'), enterprise: this.#value('enterprise'), phone: this.#value('phone'), ...(this.previous ? { previous: this.previous.id } : {}) };
    const answer = await this.session.command('request.ask', body);
    this.busy = false;
    this.button.textContent = this.#askWords();
    if (answer.error) {
      this.update();
      const field = ['phone', 'name', 'enterprise'].find((id) => answer.error.detail?.startsWith(id));
      this.error.textContent = [field && w()[field], errorWords(answer.error)].filter(Boolean).join('：');
      (field ? this.element.querySelector(`#${field}`) : this.problem).focus();
      return;
    }
    this.assistant.forget();
    storage.set('ask', JSON.stringify({ name: body.name, enterprise: body.enterprise, phone: body.phone }));
  }
}
