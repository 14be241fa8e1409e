// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { lateAnswers } from './assistant.js';
import { h, face } from './dom.js';
import { w, timeOfDay, errorWords } from './words.js';

const kReasons = ['attitude', 'unsolved', 'too_long', 'unclear', 'passed_on', 'other'];

/** After the conversation: solved or not, and how it was. All of it is voluntary; nothing is chosen beforehand. */
export class RateView {
  constructor(session, { goOn, again }) {
    this.session = session;
    this.goOn = goOn;
    this.again = again;
    this.solved = null;
    this.stars = 0;
    this.reasons = new Set();
    this.late = h('div', {});
    this.form = h('div', {});
    this.element = h('div', {}, this.late, this.form);
    for (const part of [this.late, this.form, this.element]) part.style.display = 'contents';
  }

  title(request) {
    return [w().rateTitle, [request.owner_name, request.claimed_at && `${timeOfDay(request.claimed_at)}–${timeOfDay(request.ended_at ?? request.closed_at ?? request.claimed_at)}`].filter(Boolean).join(' · ')];
  }

  update(request) {
    this.request = request;
    const late = lateAnswers(this.session);
    if (late.length !== this.late.childElementCount) this.late.replaceChildren(...late);
    const key = JSON.stringify([request.id, request.state, this.done]);
    if (key === this.key) return;
    this.key = key;
    this.done ? this.#thank() : this.#build();
  }

  #toggle(group, chosen) {
    for (const button of group.querySelectorAll('button')) button.setAttribute('aria-pressed', String(chosen(button)));
  }

  #build() {
    const t = w();
    const solved = h('div', { class: 'row', role: 'group', 'aria-labelledby': 'solved' },
      [[true, t.yes], [false, t.no]].map(([value, words]) => h('button', { type: 'button', 'aria-pressed': 'false', 'data-value': String(value),
        onclick: () => { this.solved = value; this.#toggle(solved, (b) => b.dataset.value === String(value)); } }, words)));
    const bad = h('fieldset', { class: 'card', hidden: true }, h('legend', {}, t.reasons), h('div', { class: 'row' },
      kReasons.map((reason) => h('button', { type: 'button', 'aria-pressed': 'false', onclick: (event) => {
        this.reasons.has(reason) ? this.reasons.delete(reason) : this.reasons.add(reason);
        event.currentTarget.setAttribute('aria-pressed', String(this.reasons.has(reason)));
      } }, t.reason[reason]))), h('p', { class: 'hint' }, t.badNote));
    const faces = h('div', { class: 'faces', role: 'group', 'aria-labelledby': 'service' },
      [5, 4, 3, 2, 1].map((stars) => h('button', { type: 'button', 'aria-pressed': 'false', 'data-value': stars, onclick: () => {
        this.stars = stars;
        bad.hidden = stars > 2;
        this.#toggle(faces, (b) => b.dataset.value === String(stars));
      } }, face(stars), t.stars[stars])));
    this.more = h('textarea', { maxlength: 2000, 'aria-label': t.more, placeholder: t.more });
    this.error = h('p', { class: 'error', role: 'alert' });
    const canGoOn = this.request.state === 'wrap_up';
    this.form.replaceChildren(
      h('section', { class: 'card' }, h('h2', { id: 'solved' }, t.solved), solved),
      h('section', { class: 'card' }, h('h2', { id: 'service' }, t.service, ' ', h('span', { class: 'hint' }, t.voluntary)), faces), bad, this.more, this.error,
      h('button', { type: 'button', class: 'main', onclick: () => this.#submit() }, t.submit),
      h('button', { type: 'button', class: 'link', onclick: () => this.#finish() }, t.skip),
      canGoOn ? h('button', { type: 'button', class: 'link', onclick: () => this.goOn() }, t.goOn) : '');
  }

  async #submit() {
    if (this.solved === null) { this.error.textContent = w().chooseSolved; return; }
    const body = { request: this.request.id, stars: this.stars, words: this.more.value, reasons: this.stars > 0 && this.stars <= 2 ? [...this.reasons] : [], solved: this.solved };
    const answer = await this.session.command('rating.give', body);
    if (answer.error) { this.error.textContent = errorWords(answer.error); return; }
    this.#finish();
  }

  #finish() {
    this.done = true;
    this.update(this.request);
  }

  #thank() {
    this.form.replaceChildren(h('section', { class: 'card wait' }, h('p', { class: 'big' }, w().thanks)),
      h('button', { type: 'button', class: 'main', onclick: () => this.again(this.request) }, w().again));
  }
}
