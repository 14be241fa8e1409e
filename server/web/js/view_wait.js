// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { h, ring } from './dom.js';
import { Talk } from './talk.js';
import { w, timeOfDay, dayAndTime, callReasons, errorWords } from './words.js';

/** Before somebody answers: the place in line, the choice in a gap of the day, or the promise of a call. */
export class WaitView {
  constructor(session) {
    this.session = session;
    this.talk = new Talk(session, { startsAtEnd: false });
    this.ring = ring();
    this.card = h('section', { class: 'card wait', tabindex: -1 });
    this.actions = h('div', { class: 'row' });
    this.error = h('p', { class: 'error', role: 'alert' });
    this.carried = h('p', { class: 'card second carried' });
    this.element = h('div', {}, this.card, this.carried, this.actions, this.error, this.talk.list, this.talk.composer);
    this.element.style.display = 'contents';
  }

  title(request) {
    const t = w();
    const words = { choosing: t.chooseTitle, held: t.heldTitle, call_back: t.callTitle };
    return [words[request.state] ?? t.waitTitle, request.item_name ?? ''];
  }

  update(request) {
    this.request = request;
    const carried = [request.page_step && w().step(request.page_step), request.page_field, request.enterprise].filter(Boolean);
    this.carried.hidden = !carried.length;
    this.carried.textContent = w().carriedAlong(carried.join(' · '));
    const place = this.session.place?.request === request.id ? this.session.place : null;
    const key = JSON.stringify([request.state, request.phone_mask, request.call_back_due, place, this.asking, this.#isOver()]);
    // Buttons stay where they are while the place in line changes: a finger is on its way to them.
    const buttons = JSON.stringify([request.state, request.phone_mask, this.asking]);
    if (key !== this.key) {
      this.key = key;
      this.keepButtons = buttons === this.buttons;
      this.buttons = buttons;
      const build = { choosing: () => this.#choosing(request), held: () => this.#held(request), call_back: () => this.#callBack(request) };
      (build[request.state] ?? (() => this.#waiting(request, place)))();
    }
    this.tick();
    this.talk.update(request);
  }

  #isOver() { return this.request?.due_at && this.session.line.now() > this.request.due_at; }

  tick() {
    if (this.request?.due_at && this.request.state === 'waiting') this.ring.show(Math.min(60, (this.request.due_at - this.session.line.now()) / 1000));
  }

  #waiting(request, place) {
    const t = w();
    const estimate = !place ? null : place.nobody_on ? t.nobody : place.estimate_s === 0 || place.estimate_s == null ? t.soonest : place.estimate_s < 0 ? t.noEstimate : t.estimate(place.estimate_s);
    this.card.replaceChildren(this.ring.element, h('p', { class: 'big' }, place ? t.ahead(place.ahead ?? 0) : t.waitTitle),
      estimate && !this.#isOver() ? h('p', { class: 'second' }, estimate) : '', h('p', { class: 'second' }, this.#isOver() ? t.sorry : t.promise),
      h('p', { class: 'hint' }, t.kept), h('p', { class: 'hint' }, t.meanwhile));
    this.#offerCall(request, true);
  }

  #choosing(request) {
    const t = w();
    this.card.replaceChildren(h('p', { class: 'big' }, t.chooseText(timeOfDay(request.reopens_at))));
    if (this.keepButtons) return;
    this.actions.replaceChildren(
      h('button', { type: 'button', onclick: () => this.#run('request.choose', { request: request.id, wait: true }) }, t.chooseWait),
      h('button', { type: 'button', onclick: () => { this.asking = 'choose'; this.update(request); } }, t.chooseCall));
    if (this.asking) this.#askPhone(request, (phone) => this.#run('request.choose', { request: request.id, phone }));
  }

  #held(request) {
    const t = w();
    this.card.replaceChildren(h('p', { class: 'big' }, t.heldTitle), h('p', { class: 'second' }, t.heldText(timeOfDay(request.reopens_at))));
    this.#offerCall(request, true);
  }

  #callBack(request) {
    const t = w();
    const reasons = callReasons(request);
    this.card.replaceChildren(h('p', { class: 'big', title: reasons.join('；') }, t.callText(dayAndTime(request.call_back_due))),
      request.appointment ? h('p', {}, t.appointment(dayAndTime(request.appointment))) : '',
      reasons.length ? h('details', {}, h('summary', {}, t.why), reasons.map((reason) => h('p', { class: 'second' }, reason))) : '',
      request.phone_mask ? h('p', { class: 'second' }, t.phoneKept(request.phone_mask)) : '');
    if (this.keepButtons) return;
    this.actions.replaceChildren();
    if (!request.phone_mask) this.#askPhone(request, (phone) => this.#run('request.call_me', { request: request.id, phone }));
    const ask = (asking) => { this.asking = asking; this.update(this.request); };
    if (this.asking !== 'withdraw') { this.actions.append(h('button', { type: 'button', class: 'link', onclick: () => ask('withdraw') }, t.noCall)); return; }
    const sure = h('button', { type: 'button', onclick: () => this.#run('request.withdraw', { request: request.id }) }, t.noCallSure);
    this.actions.append(h('button', { type: 'button', class: 'main', onclick: () => ask(null) }, t.keepCall), sure);
  }

  #offerCall(request, canWithdraw) {
    if (this.keepButtons) return;
    const t = w();
    this.actions.replaceChildren(
      h('button', { type: 'button', onclick: () => request.phone_mask ? this.#run('request.call_me', { request: request.id, phone: '' }) : (this.asking = 'call', this.update(request)) }, t.callMe),
      canWithdraw ? h('button', { type: 'button', class: 'link', onclick: () => this.#run('request.withdraw', { request: request.id }) }, t.withdraw) : '');
    if (this.asking) this.#askPhone(request, (phone) => this.#run('request.call_me', { request: request.id, phone }));
  }

  #askPhone(request, then) {
    const input = h('input', { id: 'call-phone', type: 'tel', autocomplete: 'tel', maxlength: 30, required: true });
    this.actions.append(h('form', { class: 'card', onsubmit: (event) => { event.preventDefault(); if (input.value.trim()) then(input.value); } },
      h('label', { for: 'call-phone' }, w().phoneNeeded), input, h('button', { class: 'main', type: 'submit' }, w().save)));
    if (this.asking && this.asking !== 'withdraw') input.focus();
  }

  async #run(type, body) {
    const answer = await this.session.command(type, body);
    this.error.textContent = answer.error ? errorWords(answer.error) : '';
    if (!answer.error) this.asking = null;
  }
}

/** With the person. */
export class TalkView {
  constructor(session) {
    this.session = session;
    this.talk = new Talk(session);
    this.typing = h('p', { class: 'hint', 'aria-hidden': 'true' });
    this.element = h('div', {}, this.talk.list, this.typing, this.talk.composer);
    this.element.style.display = 'contents';
  }
  title(request) { return [request.owner_name || w().staff, request.item_name ?? '']; }
  update(request) {
    this.typing.textContent = this.session.typing ? w().typing : '';
    this.talk.update(request);
  }
}
