// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** Small things kept on this machine; in memory only where the browser keeps nothing (private windows, closed storage). */
const memory = new Map();
const stored = (work) => { try { return work(globalThis.localStorage); } catch { return undefined; } };

export const storage = {
  get: (key) => stored((kept) => kept.getItem(key)) ?? memory.get(key) ?? null,
  set(key, value) { memory.set(key, value); stored((kept) => kept.setItem(key, value)); },
  remove(key) { memory.delete(key); stored((kept) => kept.removeItem(key)); },
};
