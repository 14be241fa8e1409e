// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { storage } from './storage.js';
import { h } from './dom.js';
import { mediaOf, sourceOf } from './card.js';
import { uuid7 } from './ids.js';
import { w, errorWords } from './words.js';

const kMostTurns = 20;
const kLongest = 2000;

/** 小申 in front of the people: it says what it is, answers where it is sure, offers a choice where it is not, and a person is one step away. */
export class Assistant {
  /** @param {{ person: () => void, item: () => string }} host  what the page does for it */
  constructor(session, host) {
    this.session = session;
    this.host = host;
    this.turns = JSON.parse(storage.get('turns') ?? '[]');
    this.media = new Map(); // what plays goes on when the turns are shown anew
    this.element = h('section', { class: 'turns', 'aria-live': 'polite' });
    this.#show();
  }

  get ids() { return this.turns.map((turn) => turn.turn); }
  get lastWords() { return this.turns.at(-1)?.words ?? ''; }
  forget() { this.turns = []; this.#keep(); }

  /** Resolves with the words of what went wrong, or nothing. */
  async ask(words) {
    const turn = { turn: uuid7(Math.round(this.session.line.now())), words: words.slice(0, kLongest) };
    const answer = await this.session.command('assistant.ask', { turn: turn.turn, words: turn.words, item: this.host.item() }, { keep: false });
    if (answer.error) return errorWords(answer.error);
    this.turns = [...this.turns, { ...turn, decision: answer.data.decision, answers: answer.data.answers ?? [] }].slice(-kMostTurns);
    this.#keep();
    this.element.lastElementChild?.scrollIntoView({ block: 'nearest' });
    return '';
  }

  async #pick(turn, entry) {
    const answer = await this.session.command('assistant.pick', { turn: turn.turn, entry }, { keep: false });
    turn.error = answer.error ? errorWords(answer.error) : '';
    if (!answer.error) [turn.picked] = answer.data.answers;
    this.#keep();
  }

  #rate(turn, solved) {
    turn.solved = solved;
    this.session.command('assistant.rate', { turn: turn.turn, solved });
    this.#keep();
    if (!solved) this.host.person();
  }

  #keep() {
    storage.set('turns', JSON.stringify(this.turns));
    this.#show();
  }

  #show() {
    const t = w();
    const last = this.turns.at(-1);
    this.element.hidden = !last;
    this.element.replaceChildren(...this.turns.map((turn) => h('div', { class: 'turn' },
      h('p', { class: 'bubble asked' }, turn.words),
      h('p', { class: 'who' }, h('strong', {}, t.assistant), ` ${t.assistantIs}`),
      this.#said(turn, turn === last))));
  }

  #mediaOf(turn, answer) {
    const key = `${turn.turn}/${answer.entry}`;
    if (!this.media.has(key)) this.media.set(key, mediaOf(this.session, answer.media));
    return this.media.get(key);
  }

  #said(turn, isLast) {
    const t = w();
    const answer = turn.picked ?? (turn.decision === 'alone' ? turn.answers[0] : null);
    const error = turn.error ? h('p', { class: 'error', role: 'alert' }, turn.error) : null;
    const person = () => h('button', { type: 'button', class: 'main', onclick: () => this.host.person() }, t.toPerson);
    if (answer)
      return h('div', { class: 'card' }, h('p', { class: 'answer' }, answer.words),
        this.#mediaOf(turn, answer), sourceOf(answer), error,
        isLast && turn.solved === undefined ? h('div', {}, h('p', { class: 'hint' }, t.assistantSolved), h('div', { class: 'row' },
          h('button', { type: 'button', onclick: () => this.#rate(turn, true) }, t.yes),
          h('button', { type: 'button', class: 'main', onclick: () => this.#rate(turn, false) }, t.noPerson))) : turn.solved ? h('p', { class: 'hint' }, t.thanks) : null);
    if (turn.decision === 'buttons')
      return h('div', { class: 'card' }, h('p', {}, t.assistantChoice), h('div', { class: 'choices' },
        turn.answers.map((one) => h('button', { type: 'button', disabled: !isLast, onclick: () => this.#pick(turn, one.entry) }, one.title))), error,
      isLast ? h('p', {}, h('button', { type: 'button', class: 'link', onclick: () => this.host.person() }, t.noneOfThese)) : null);
    return h('div', { class: 'card' }, h('p', {}, t.assistantPerson), isLast ? h('div', { class: 'row' }, person()) : null);
  }
}

/** An answer that came when the conversation was over: nobody has to look for it. */
export function lateAnswers(session) {
  const seen = new Set(JSON.parse(storage.get('late') ?? '[]'));
  const late = session.lateAnswers().filter((message) => !seen.has(message.id));
  return late.map((message) => h('section', { class: 'card notice late', role: 'status' }, h('p', { class: 'big' }, w().lateAnswer),
    h('p', { class: 'answer' }, message.words),
    h('button', { type: 'button', class: 'link', onclick: (event) => {
      storage.set('late', JSON.stringify([...JSON.parse(storage.get('late') ?? '[]'), message.id].slice(-50)));
      event.currentTarget.closest('section').remove();
    } }, w().lateRead)));
}
