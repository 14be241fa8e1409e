// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

const kToken = 'token'; // beside the entries: a second store would need a version, which a tab of the old page blocks

/** What the citizen said, written down here before the screen says "sending", and kept after it was acknowledged. */
export class Outbox {
  #db = null;
  #memory = new Map(); // where the browser keeps nothing

  static async open() {
    const outbox = new Outbox();
    try {
      outbox.#db = await new Promise((resolve, reject) => {
        const request = indexedDB.open('bangban', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('outbox', { keyPath: 'cmd_id' });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } catch (error) {
      console.warn('nothing is kept over a reload:', error);
    }
    return outbox;
  }
  get isKept() { return this.#db !== null; }

  #run(mode, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.#db.transaction('outbox', mode, { durability: 'strict' });
      const request = work(transaction.objectStore('outbox'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error); // a full disk aborts without an error
    });
  }

  async put(entry) { return this.#db ? this.#run('readwrite', (store) => store.put(entry)) : this.#memory.set(entry.cmd_id, entry); }
  async remove(id) { return this.#db ? this.#run('readwrite', (store) => store.delete(id)) : this.#memory.delete(id); }
  /** All entries, oldest first (cmd_id grows with time). */
  async all() {
    const rows = this.#db ? await this.#run('readonly', (store) => store.getAll()) : [...this.#memory.values()];
    return rows.filter((row) => row.cmd_id !== kToken);
  }
  /** The person's token, for the other tabs: what localStorage is given in one tab may come late in another. */
  async keepToken(token) { await this.put({ cmd_id: kToken, token }); }
  async token() { return this.#db ? (await this.#run('readonly', (store) => store.get(kToken)))?.token : undefined; }
  /** Acknowledged entries older than a week are of no more use. */
  async prune(now) {
    for (const entry of await this.all())
      if (entry.state === 'done' && now - entry.at > 7 * 86400e3) await this.remove(entry.cmd_id);
  }
}
