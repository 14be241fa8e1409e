// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** What the citizen said, written down here before the screen says "sending", and kept after it was acknowledged. */
export class Outbox {
  #db;

  static async open() {
    const outbox = new Outbox();
    outbox.#db = await new Promise((resolve, reject) => {
      const request = indexedDB.open('bangban', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('outbox', { keyPath: 'cmd_id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return outbox;
  }

  #run(mode, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.#db.transaction('outbox', mode, { durability: 'strict' });
      const request = work(transaction.objectStore('outbox'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
    });
  }

  put(entry) { return this.#run('readwrite', (store) => store.put(entry)); }
  remove(id) { return this.#run('readwrite', (store) => store.delete(id)); }
  /** All entries, oldest first (cmd_id grows with time). */
  all() { return this.#run('readonly', (store) => store.getAll()); }
  /** Acknowledged entries older than a week are of no more use. */
  async prune(now) {
    for (const entry of await this.all())
      if (entry.state === 'done' && now - entry.at > 7 * 86400e3) await this.remove(entry.cmd_id);
  }
}
