// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** Makes an element. Text only ever becomes text nodes: nothing from outside is read as markup. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, String(value));
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** Faces from very good (5) to very bad (1). */
export function face(stars) {
  const mouth = { 5: 'M8 14q5 6 10 0z', 4: 'M8 15q5 4 10 0', 3: 'M8 16h10', 2: 'M8 18q5-4 10 0', 1: 'M8 19q5-6 10 0z' }[stars];
  return svg('svg', { viewBox: '0 0 26 26', class: 'face', 'aria-hidden': 'true' },
    svg('circle', { cx: 13, cy: 13, r: 11 }), svg('path', { d: 'M9 9v2M17 9v2' }), svg('path', { d: mouth }));
}

/** The ring of the minute. It is for the eye; the words beside it are for everybody. */
export function ring() {
  const r = 44;
  const around = 2 * Math.PI * r;
  const left = svg('circle', { class: 'left', cx: 52, cy: 52, r, fill: 'none', 'stroke-width': 6, transform: 'rotate(-90 52 52)' });
  const text = svg('text', { x: 52, y: 52 });
  const element = svg('svg', { class: 'ring', viewBox: '0 0 104 104', 'aria-hidden': 'true' },
    svg('circle', { class: 'track', cx: 52, cy: 52, r, fill: 'none', 'stroke-width': 6 }), left, text);
  return {
    element,
    show(secondsLeft) {
      const share = Math.max(0, Math.min(1, secondsLeft / 60));
      left.setAttribute('stroke-dasharray', `${around * share} ${around}`);
      element.setAttribute('class', `ring${secondsLeft < 0 ? ' over' : secondsLeft <= 10 ? ' near' : secondsLeft <= 20 ? ' soon' : ''}`);
      text.textContent = secondsLeft < 0 ? `+${String(Math.floor(-secondsLeft)).padStart(2, '0')}` : String(Math.ceil(secondsLeft));
    },
  };
}
