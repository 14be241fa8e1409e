// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
const kPing = 2000;
const kReconnecting = 4500;
const kBroken = 15000;
const kConnectWithin = 8000;
const kCap = 5000;

/**
 * The line to the server: one state machine (connecting, online, reconnecting, broken), pings, the server's clock.
 * Events: "frame" {type, body}, "chunk" bytes, "open", "state".
 */
export class Line extends EventTarget {
  #url; #socket = null; #heard = 0; #tries = 0; #offset = null; #began = 0; #best = Infinity; #timer; state = 'connecting';

  constructor(url) {
    super();
    this.#url = url;
    this.#timer = setInterval(() => this.#watch(), 500);
    setInterval(() => this.send('ping', { sent_at: Math.round(performance.now()) }), kPing);
    addEventListener('online', () => this.#connect());
    this.#connect();
  }

  /** Server time in ms, on the page's monotonic clock; before the first word from the server the machine's own. */
  now() { return this.#offset === null ? Date.now() : performance.now() + this.#offset; }
  get heardAt() { return this.#heard; }
  get isOpen() { return this.#socket?.readyState === WebSocket.OPEN; }

  send(type, body = {}) {
    if (!this.isOpen) return false;
    this.#socket.send(new TextEncoder().encode(JSON.stringify({ t: type, ...body })));
    return true;
  }
  sendBytes(bytes) { return this.isOpen && (this.#socket.send(bytes), true); }

  #connect() {
    if (this.#socket && this.#socket.readyState <= WebSocket.OPEN) return;
    const socket = new WebSocket(this.#url, 'bangban.v1');
    socket.binaryType = 'arraybuffer';
    this.#began = performance.now();
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#tries = 0;
      this.#heard = performance.now();
      this.#best = Infinity; // the machine may have slept: what was measured before counts no longer
      this.dispatchEvent(new Event('open'));
    });
    socket.addEventListener('message', (event) => this.#receive(event.data));
    socket.addEventListener('close', () => { if (this.#socket === socket) this.#again(); });
  }

  #again() {
    this.#socket = null;
    // Full jitter: everybody comes back, but not at once.
    const wait = Math.random() * Math.min(kCap, 250 * 2 ** this.#tries++);
    setTimeout(() => this.#connect(), wait);
  }

  #receive(data) {
    this.#heard = performance.now();
    if (typeof data === 'string') return;
    const bytes = new Uint8Array(data);
    if (bytes[0] === 1) {
      this.dispatchEvent(Object.assign(new Event('chunk'), { bytes }));
      return;
    }
    const { t: type, ...body } = JSON.parse(new TextDecoder().decode(bytes));
    if (type === 'ping') this.send('pong', { sent_at: body.sent_at, server_time: Math.round(this.now()) });
    if (type === 'welcome') this.#setClock(body.server_time, performance.now(), 1000);
    if (type === 'pong') this.#setClock(body.server_time, body.sent_at, performance.now() - body.sent_at);
    this.dispatchEvent(Object.assign(new Event('frame'), { frame: type, body }));
  }

  /** The sample with the smallest round trip wins; an old one is not kept for ever. */
  #setClock(serverTime, sentAt, roundTrip) {
    this.#best += 1;
    if (roundTrip > this.#best) return;
    this.#best = roundTrip;
    this.#offset = serverTime - (sentAt + roundTrip / 2);
  }

  #watch() {
    const silence = performance.now() - this.#heard;
    const state = !this.#heard && silence < kReconnecting ? 'connecting' : silence >= kBroken ? 'broken'
      : silence >= kReconnecting || !this.isOpen ? 'reconnecting' : 'online';
    if (silence >= kBroken && this.isOpen) this.#socket.close();
    // A server that takes the call and says nothing would hold the browser's own try for minutes.
    if (this.#socket?.readyState === WebSocket.CONNECTING && performance.now() - this.#began > kConnectWithin) {
      this.#socket.close();
      this.#again();
    }
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}
