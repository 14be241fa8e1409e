// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { storage } from './storage.js';
import { Line } from './line.js';
import { Outbox } from './outbox.js';
import { Session } from './session.js';
import { h } from './dom.js';
import { AskView } from './view_ask.js';
import { WaitView, TalkView } from './view_wait.js';
import { RateView } from './view_rate.js';
import { w, isEnglish, switchLanguage, errorWords } from './words.js';

const $ = (id) => document.getElementById(id);
const line = new Line(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`);
const session = new Session(line, await Outbox.open());
let view = null;
let shown = '';
let previous = null;
let goingOn = '';

/** Which page belongs to the state; one request has one page at a time. */
function pageOf(request) {
  if (!request) return 'ask';
  const isOver = request.state === 'wrap_up' || request.state === 'closed';
  if (isOver && goingOn !== request.id) return 'rate';
  return request.state === 'serving' || isOver ? 'talk' : 'wait';
}

function make(page) {
  switch (page) {
    case 'ask': return new AskView(session, previous);
    case 'wait': return new WaitView(session);
    case 'talk': return new TalkView(session);
    default: return new RateView(session, {
      goOn: () => { goingOn = session.request.id; render(); },
      again: (request) => { previous = request; session.putAside(request); },
    });
  }
}

function render() {
  const request = session.request;
  // Before the first word from the server nobody knows whether something is open.
  if (!session.loaded) { frame([w().title, w().lineFirst]); return; }
  if (request?.state === 'serving') goingOn = '';
  const page = pageOf(request);
  const key = `${page}:${request?.id ?? ''}:${isEnglish()}`;
  if (key !== shown) {
    shown = key;
    view = make(page);
    $('view').replaceChildren(view.element);
    view.update(request);
    $('spoken').textContent = view.title(request)[0];
    scrollTo(0, page === 'talk' ? document.documentElement.scrollHeight : 0);
  } else {
    view.update(request);
  }
  frame(view.title(request));
}

function frame([title, subtitle]) {
  const t = w();
  document.documentElement.lang = isEnglish() ? 'en' : 'zh-CN';
  document.title = title;
  if ($('title').textContent !== title) $('title').textContent = title;
  $('subtitle').replaceChildren(subtitle, ...(session.sample ? [subtitle ? ' · ' : '', h('span', { class: 'sample' }, t.sample)] : []));
  $('larger').textContent = document.documentElement.classList.contains('large') ? t.normal : t.larger;
  $('language').textContent = t.language;
  const age = Math.round((performance.now() - line.heardAt) / 1000);
  const lost = line.state === 'reconnecting' || line.state === 'broken';
  const words = session.refusedLine ? errorWords({ code: session.refusedLine }) : lost ? (line.heardAt ? t.lineLost(age) : t.lineNever) : session.outbox.isKept ? '' : t.keepsNothing;
  $('bar').hidden = !words;
  if ($('bar').textContent !== words) $('bar').textContent = words;
}

$('larger').addEventListener('click', () => {
  document.documentElement.classList.toggle('large');
  storage.set('large', document.documentElement.classList.contains('large') ? '1' : '');
  render();
});
$('language').addEventListener('click', () => { switchLanguage(); shown = ''; render(); });
document.addEventListener('visibilitychange', render);
session.addEventListener('change', render);
addEventListener('scroll', () => view?.talk?.seen(), { passive: true });
document.documentElement.classList.toggle('large', storage.get('large') === '1');
setInterval(() => { view?.tick?.(); if (line.state !== 'online' || view?.request?.due_at) render(); }, 1000);
render();
await session.load();
