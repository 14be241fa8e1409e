// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** Small things kept on this machine; in memory what the browser does not keep (private windows, closed or full storage). */
const memory = new Map();
const kept = (work) => { try { return work(globalThis.localStorage) ?? null; } catch { return undefined; } };

export const storage = {
  get: (key) => memory.get(key) ?? kept((local) => local.getItem(key)) ?? null,
  set(key, value) { kept((local) => local.setItem(key, value)) === undefined ? memory.set(key, value) : memory.delete(key); },
  remove(key) { memory.delete(key); kept((local) => local.removeItem(key)); },
};
