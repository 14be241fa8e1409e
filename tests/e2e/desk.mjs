// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real desk on a virtual display, worked by keys as a person would; seen by its pictures.
import { spawn, execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { bin, shots } from '../web/support.mjs';

const run = promisify(execFile);

/** An X server of its own; Xvfb chooses a free number and says which. */
export class Display {
  static async start({ width = 1366, height = 768 } = {}) {
    const display = new Display();
    display.child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    for await (const line of createInterface({ input: display.child.stdio[3] })) {
      display.name = `:${line.trim()}`;
      return display;
    }
    throw new Error('Xvfb did not start');
  }
  get environment() { return { ...process.env, DISPLAY: this.name, QT_QPA_PLATFORM: 'xcb', LANG: 'C.UTF-8' }; }
  async shot(name) { await run('import', ['-silent', '-window', 'root', join(shots, `${name}.png`)], { env: this.environment }); }
  async end() {
    if (this.child.exitCode !== null) return;
    this.child.kill();
    await once(this.child, 'exit');
  }
}

export class Desk {
  static async start(display, server, { login = 'sample001', folder = mkdtempSync(join(tmpdir(), 'bangban-desk-')) } = {}) {
    const desk = new Desk();
    Object.assign(desk, { display, folder, log: '' });
    desk.child = spawn(join(bin, 'bangban-desk'), ['--server', `${server.url.replace('http', 'ws')}ws`, '--login', login],
      { env: { ...display.environment, XDG_DATA_HOME: folder, BANGBAN_PROFILE: 'e2e' }, stdio: ['ignore', 'ignore', 'pipe'] });
    desk.child.stderr.on('data', (bytes) => { desk.log += bytes; });
    const { stdout } = await run('xdotool', ['search', '--sync', '--onlyvisible', '--pid', String(desk.child.pid)], { env: display.environment, timeout: 20000 });
    desk.window = stdout.trim().split('\n').at(-1);
    await desk.focus();
    return desk;
  }
  #xdotool(...words) { return run('xdotool', words, { env: this.display.environment }); }
  async focus() {
    await this.#xdotool('windowsize', this.window, '100%', '100%');
    await this.#xdotool('windowmove', this.window, '0', '0');
    await this.#xdotool('windowfocus', '--sync', this.window);
  }
  key(...keys) { return this.#xdotool('key', '--clearmodifiers', ...keys); }
  /** Through the clipboard: xdotool loses Chinese characters when the machine is busy. */
  async paste(text) {
    const clip = spawn('xclip', ['-selection', 'clipboard', '-loops', '1', '-quiet'], { env: this.display.environment, stdio: ['pipe', 'ignore', 'ignore'] });
    const pasted = once(clip, 'exit');
    clip.stdin.end(text);
    for (let asked = false; !asked;) {
      await this.key('ctrl+v');
      asked = await Promise.race([pasted.then(() => true), new Promise((resolve) => setTimeout(resolve, 400, false))]);
    }
  }
  type(text) { return this.#xdotool('type', '--clearmodifiers', '--delay', '60', text); }
  async end(signal = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    await once(this.child, 'exit');
  }
  remove() { rmSync(this.folder, { recursive: true, force: true }); }
}
