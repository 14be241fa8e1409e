// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real server, a real Chromium and an agent that speaks the wire: what the page tests and the story share.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import WebSocket from 'ws';
import { uuid7 } from '../../server/web/js/ids.js';

export const root = new URL('../..', import.meta.url).pathname;
export const bin = process.env.BANGBAN_BIN ?? join(root, 'build/release/bin');
export const shots = join(root, 'build/shots');
mkdirSync(shots, { recursive: true });

/** What the wire leaves out because it is the default (PROTOCOL.md, Rows). */
const kDefaults = { request: { state: 'waiting' }, message: { kind: 'text', sender: 'citizen' }, staff: { presence: 'offline', link: 'gone', used: 0 } };

const kWaitMs = 60000;
const opened = new Set();
/** Ends whatever a failed test left running, so that the run itself ends. */
export async function endAll() {
  let failed;
  for (const thing of opened) try { await (thing.remove?.() ?? thing.close()); } catch (error) { failed ??= error; }
  if (failed) throw failed;
}

/** bangban-server on a free port of the loopback address, with the sample data. */
export class Server {
  static async start({ folder = mkdtempSync(join(tmpdir(), 'bangban-')), port = 0, demoNow, raised = true } = {}) {
    const server = new Server();
    opened.add(server);
    server.folder = folder;
    const options = ['--data', folder, '--port', String(port), '--demo', ...(raised ? ['--raised-limits'] : []), ...(demoNow ? ['--demo-now', demoNow] : [])];
    server.child = spawn(join(bin, 'bangban-server'), options, { stdio: ['ignore', 'pipe', 'pipe'] });
    server.log = '';
    server.child.stderr.on('data', (bytes) => { server.log += bytes; });
    for await (const line of createInterface({ input: server.child.stdout })) {
      const address = /^listening (http:\S+)/.exec(line);
      if (address) { server.url = address[1]; return server; }
    }
    throw new Error(`the server did not start: ${server.log}`);
  }
  get port() { return Number(new URL(this.url).port); }
  async end(signal = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    const [code] = await once(this.child, 'exit');
    if (signal === 'SIGTERM' && code !== 0) throw new Error(`the server ended with ${code}: ${this.log}`); // a sanitizer's finding, too
  }
  async remove() { await this.end(); rmSync(this.folder, { recursive: true, force: true }); }
}

/** A member of staff without a screen: the wire and nothing else. */
export class Agent {
  static async signIn(server, login, password = 'demo-demo') {
    const agent = new Agent();
    opened.add(agent);
    agent.rows = { request: new Map(), message: new Map(), offer: new Map(), staff: new Map(), task: new Map(), entry_draft: new Map() };
    agent.waiting = [];
    agent.answers = new Map();
    agent.socket = new WebSocket(`${server.url.replace('http', 'ws')}ws`, 'bangban.v1');
    agent.socket.on('message', (bytes) => agent.#receive(JSON.parse(bytes)));
    await once(agent.socket, 'open');
    agent.send('hello', { client: 'script', role: 'agent' });
    await agent.next('welcome');
    agent.send('sign_in', { login, password, presence: 'busy' });
    agent.me = (await agent.next('signed_in')).staff;
    await agent.until(() => agent.figures);
    agent.send('resume', { cursors: [] });
    await agent.until(() => agent.subscribed === 2);
    return agent;
  }
  send(type, body) { this.socket.send(Buffer.from(JSON.stringify({ t: type, ...body }))); }
  next(type) { return this.#wait({ type }); }
  /** Resolves as soon as the test holds; looked at after every frame. */
  until(holds) { return holds() ? Promise.resolve() : this.#wait({ holds }); }
  /** A wait in vain fails by name instead of holding the run. */
  #wait(wanted) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited in vain for ${wanted.type ?? wanted.holds}`)), kWaitMs);
      this.waiting.push({ ...wanted, resolve: (body) => { clearTimeout(timer); resolve(body); } });
    });
  }
  async command(type, body) {
    const cmd_id = uuid7();
    const answer = new Promise((resolve) => this.answers.set(cmd_id, resolve));
    this.send(type, { cmd_id, ...body });
    return answer;
  }
  async ready() { await this.command('presence.set', { presence: 'ready' }); }
  async say(request, words, more = {}) {
    return this.command('message.send', { message: uuid7(), request, claim_no: this.rows.request.get(request).claim_no, words, ...more });
  }
  messages(request) { return [...this.rows.message.values()].filter((m) => m.request === request).sort((a, b) => a.seq - b.seq); }
  close() { this.socket.close(); }

  #receive(frame) {
    const { t: type, ...body } = frame;
    if (type === 'ping') this.send('pong', { sent_at: body.sent_at, server_time: Date.now() });
    if (type === 'figures') this.figures = { first_hits: 0, first_population: 0, solved: 0, solved_population: 0, taken: 0, ...body };
    if (type === 'result') this.answers.get(body.cmd_id)?.({ data: body.data ?? {} });
    if (type === 'refused' && body.cmd_id) this.answers.get(body.cmd_id)?.({ error: body.code, detail: body.detail });
    for (const change of body.rows ?? body.changes ?? []) {
      if (change.gone) this.rows[change.e]?.delete(change.id);
      else this.rows[change.e]?.set(change.id, { ...kDefaults[change.e], ...change.row });
    }
    if (type === 'snapshot' && body.last) this.subscribed = (this.subscribed ?? 0) + 1;
    this.waiting = this.waiting.filter((wait) => {
      if (wait.type ? wait.type !== type : !wait.holds()) return true;
      wait.resolve(body);
      return false;
    });
  }
}

export async function launch() {
  return chromium.launch({ executablePath: process.env.BANGBAN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-proxy-server', '--disable-background-networking', '--disable-component-update', '--no-first-run'] });
}

/** A phone of 390 × 844 with its own storage. */
export async function phone(browser, { locale = 'zh-CN', ...more } = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale, ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error' && !/ERR_CONNECTION|WebSocket connection/.test(message.text())) page.faults.push(message.text()); });
  return page;
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Findings of axe-core on the page as it stands, as "rule: element" lines. */
export async function axe(page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate((await import('node:fs')).readFileSync(axePath, 'utf8'));
  const found = await page.evaluate(async () => (await globalThis.axe.run()).violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`)));
  return found;
}

export const shot = (page, name) => page.screenshot({ path: join(shots, `${name}.png`) });
