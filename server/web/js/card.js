// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { h } from './dom.js';
import { w, errorWords } from './words.js';

/** Only addresses of the web become links; anything else stays words. */
function isWebAddress(text) {
  try { return ['https:', 'http:'].includes(new URL(text).protocol); } catch { return false; }
}

const asMessage = (one) => ({ file: one.file, file_size: one.size ?? 0, file_type: one.type });

/** A picture comes when it comes into view; a touch shows it in its whole size, another one as before. */
function picture(session, one, onGrows) {
  let grown;
  const image = h('img', { alt: one.title, onload: () => { URL.revokeObjectURL(image.src); grown(); } });
  const button = h('button', { type: 'button', class: 'picture', 'aria-pressed': 'false', onclick: () => {
    button.setAttribute('aria-pressed', String(button.classList.toggle('whole')));
  } }, image);
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    session.fetchFile(asMessage(one)).then((blob) => { grown = onGrows(); image.src = URL.createObjectURL(blob); },
      (error) => button.replaceWith(h('p', { class: 'error' }, errorWords(error))));
  }, { rootMargin: '200px' });
  seen.observe(button);
  return h('figure', {}, button, h('figcaption', {}, one.title));
}

/** What takes long to fetch waits until it is wanted, and says how far it is. The button stays where the keyboard is. */
function onDemand(session, one, words, show) {
  const label = words(one.title, w().bytes(one.size));
  const status = h('span', { role: 'status', class: 'hint' });
  const button = h('button', { type: 'button', onclick: async () => {
    if (button.getAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    status.textContent = '';
    const share = (value) => { button.textContent = w().percent(one.title, Math.round(value * 100)); };
    try {
      share(0);
      show(await session.fetchFile(asMessage(one), share), button);
    } catch (error) {
      status.textContent = errorWords(error);
    }
    button.textContent = label;
    button.removeAttribute('aria-disabled');
  } }, label);
  return [button, status];
}

function player(kind) {
  return (blob, button, title) => {
    const element = h(kind, { controls: true, autoplay: true, playsinline: true, 'aria-label': title });
    element.src = URL.createObjectURL(blob);
    button.replaceWith(element);
    element.focus();
  };
}

function mediumOf(session, one, onGrows) {
  const t = w();
  if (!one.file)
    return isWebAddress(one.url) ? h('a', { href: one.url, target: '_blank', rel: 'noopener noreferrer' }, `${one.title} ↗`) : h('span', {}, one.title);
  if (one.type.startsWith('image/')) return picture(session, one, onGrows);
  const kind = one.type.split('/')[0];
  if (kind === 'video' || kind === 'audio')
    return onDemand(session, one, kind === 'video' ? t.playVideo : t.playAudio, (blob, button) => player(kind)(blob, button, one.title));
  return onDemand(session, one, t.openFile, (blob) => {
    h('a', { href: URL.createObjectURL(blob), download: `${one.title}.pdf` }).click();
  });
}

/** Pictures, videos, recordings, documents and links of an entry.
 *  @param onGrows  called before something gets its height late; what it returns is called when it has it */
export function mediaOf(session, media, onGrows = () => () => {}) {
  return media?.length ? h('div', { class: 'media' }, media.map((one) => h('div', {}, mediumOf(session, one, onGrows)))) : null;
}

/** Whose word it is, since when, and after which document. */
export function sourceOf(card) {
  return h('p', { class: 'second source' }, [card.unit, card.from && w().since(card.from), card.source_title].filter(Boolean).join(' · '));
}
