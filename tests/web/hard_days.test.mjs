// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page where browser, line or server are not what they should be.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Agent, Server, bin, endAll, launch, phone, shot } from './support.mjs';

let server;
let browser;
before(async () => { server = await Server.start(); browser = await launch(); });
after(async () => { await browser?.close(); await endAll(); });

async function ask(page, words) {
  await page.goto(`${server.url}help?item=IT004&step=3&field=capital`);
  await page.waitForSelector('.chip');
  await page.fill('#problem', words);
  await page.click('button[type=submit]');
  await page.waitForSelector('.wait');
}

async function claim(agent, words) {
  const wanted = () => [...agent.rows.request.values()].find((r) => r.state === 'waiting' && r.words === words);
  await agent.ready();
  await agent.until(wanted);
  const request = wanted().id;
  assert.equal((await agent.command('request.claim', { request })).error, undefined);
  await agent.until(() => agent.rows.request.get(request)?.owner === agent.me.id);
  return request;
}

test('two tabs opened at once are one person', async () => {
  const page = await phone(browser);
  const other = await page.context().newPage();
  // A browser tells a tab late what another one stored: it asks the one that wrote it, in its own time.
  await page.context().addInitScript(() => {
    const { getItem, setItem } = Storage.prototype;
    let isOwn = false;
    Storage.prototype.setItem = function (key, value) { isOwn ||= key === 'token'; setItem.call(this, key, value); };
    Storage.prototype.getItem = function (key) { return key === 'token' && !isOwn ? null : getItem.call(this, key); };
  });
  await Promise.all([page, other].map((tab) => tab.goto(`${server.url}help?item=IT004`)));
  await Promise.all([page.waitForSelector('.chip'), other.waitForSelector('.chip')]);
  await page.fill('#problem', '两个页面');
  await page.click('button[type=submit]');
  await page.waitForSelector('.wait');
  await other.waitForSelector('.wait', { timeout: 10_000 }); // what one asked stands in the other
  await page.getByRole('button', { name: '取消排队' }).click();
  await page.context().close();
});

test('a browser that keeps nothing can still ask, and is told', async () => {
  const page = await phone(browser);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('closed', 'SecurityError'); };
    Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } });
    LockManager.prototype.request = () => Promise.reject(new DOMException('closed', 'SecurityError'));
  });
  await ask(page, '不保存的浏览器');
  assert.match(await page.textContent('#bar'), /不保存内容/);
  await page.getByRole('button', { name: '取消排队' }).click();
  await page.waitForSelector('#problem');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a server that takes the call and says nothing is tried again', async () => {
  let silent = true;
  let calls = 0;
  const target = new URL(server.url);
  const sockets = new Set();
  const door = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', (head) => {
      if (head.includes('GET /ws')) { calls++; if (silent) return; }
      const through = connect(Number(target.port), target.hostname);
      sockets.add(through);
      through.on('error', () => {});
      through.write(head);
      socket.pipe(through).pipe(socket);
    });
  });
  await new Promise((resolve) => door.listen(0, '127.0.0.1', resolve));
  const page = await phone(browser);
  page.setDefaultTimeout(20000);
  await page.goto(`http://127.0.0.1:${door.address().port}/help`);
  await page.getByText('正在连接…').waitFor();
  await page.getByText('还没有连上，正在重试').waitFor(); // from 4.5 s on
  silent = false;
  await page.waitForSelector('#problem');
  assert.ok(calls >= 2, 'the first call hung and was given up');
  await page.context().close();
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => door.close(resolve));
});

test('on a small phone the waiting page opens at its ring', async () => {
  const page = await phone(browser, { viewport: { width: 375, height: 667 } });
  await ask(page, '小屏幕 '.repeat(60));
  const box = await page.locator('.ring').boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height < 667, JSON.stringify(box));
  assert.match(await page.textContent('.carried'), /第 3 步 · capital/);
  await shot(page, 'citizen-waiting-zh_CN-375x667');
  await page.getByRole('button', { name: '取消排队' }).click();
  await page.waitForSelector('#problem');
  await page.context().close();
});

test('what comes while one reads above is said, and read only when it is seen', async () => {
  const agent = await Agent.signIn(server, 'sample001');
  const page = await phone(browser);
  await ask(page, '在上面读');
  const request = await claim(agent, '在上面读');
  for (let n = 1; n <= 12; n++) await agent.say(request, `第 ${n} 段说明`.repeat(20));
  await page.waitForFunction(() => document.querySelectorAll('li.theirs').length === 12);
  await agent.until(() => agent.rows.request.get(request).citizen_read_seq === agent.rows.request.get(request).last_seq);
  await page.evaluate(() => scrollTo(0, 0));
  await agent.say(request, '最后一句');
  await page.getByRole('button', { name: '下面有新消息' }).waitFor();
  assert.ok(agent.rows.request.get(request).citizen_read_seq < agent.rows.request.get(request).last_seq);
  await page.getByRole('button', { name: '下面有新消息' }).click();
  await agent.until(() => agent.rows.request.get(request).citizen_read_seq === agent.rows.request.get(request).last_seq);
  await page.getByRole('button', { name: '下面有新消息' }).waitFor({ state: 'hidden' });
  agent.close();
  await page.context().close();
});

test('after a refusal the question can be mended and asked', async () => {
  const page = await phone(browser);
  await page.goto(`${server.url}help?item=IT004`);
  await page.waitForSelector('.chip');
  await page.fill('#problem', '号码写错了');
  await page.click('summary');
  await page.fill('#phone', '12');
  await page.click('button[type=submit]');
  await page.waitForFunction(() => document.querySelector('#problem-error').textContent.startsWith('电话'));
  await page.fill('#phone', '13800000000');
  await page.click('button[type=submit]');
  await page.waitForSelector('.wait');
  await page.getByRole('button', { name: '取消排队' }).click();
  await page.waitForSelector('#problem');
  await page.context().close();
});

test('a page says again what a record that was put back has forgotten', async () => {
  const admin = (local, ...words) => execFileSync(join(bin, 'bangban-admin'), ['--data', local.folder, ...words]);
  const local = await Server.start();
  const page = await phone(browser);
  await page.goto(`${local.url}help?item=IT004`);
  await page.waitForSelector('.chip');
  await page.fill('#problem', '备份之前问的');
  await page.click('button[type=submit]');
  await page.waitForSelector('.wait');
  const backup = join(local.folder, 'backup.db');
  admin(local, 'backup', backup);
  const allSaid = (count) => page.waitForFunction((wanted) => document.querySelectorAll('#talk li.mine').length === wanted
    && ![...document.querySelectorAll('#talk .sent')].some((e) => e.textContent.includes('发送中')), count);
  for (const words of ['备份之后的一句', '又一句']) {
    await page.fill('.composer textarea', words);
    await page.keyboard.press('Enter');
  }
  await allSaid(3);
  await local.end();
  admin(local, 'restore', backup);
  // The minute in which desks give back what they know begins with the first start, and is over for one that starts later.
  await (await Server.start({ folder: local.folder, port: local.port })).end();
  const later = await Server.start({ folder: local.folder, port: local.port, demoNow: new Date(Date.now() + 120e3).toISOString() });
  await allSaid(3);
  const agent = await Agent.signIn(later, 'sample003');
  const request = await claim(agent, '备份之前问的');
  await agent.until(() => agent.messages(request).filter((m) => m.sender === 'citizen').length >= 3);
  assert.deepEqual(agent.messages(request).filter((m) => m.sender === 'citizen').map((m) => m.words), ['备份之前问的', '备份之后的一句', '又一句']);
  agent.close();
  assert.deepEqual(page.faults, []);
  await page.context().close();
  await later.remove();
});

test('a file of 19 MiB gets through the limits of an ordinary server', async () => {
  const usual = await Server.start({ raised: false });
  const agent = await Agent.signIn(usual, 'sample001');
  const page = await phone(browser);
  await page.goto(`${usual.url}help?item=IT004`);
  await page.waitForSelector('.chip');
  await page.fill('#problem', '大文件');
  await page.click('button[type=submit]');
  await page.waitForSelector('.wait');
  const request = await claim(agent, '大文件');
  const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(19 * 1024 * 1024)]);
  const file = join(usual.folder, '章程.pdf');
  writeFileSync(file, bytes);
  await page.setInputFiles('input[type=file]', file);
  await agent.until(() => agent.messages(request).some((m) => m.file_size === bytes.length));
  await page.waitForFunction(() => document.querySelector('.composer progress').hidden);
  agent.close();
  await page.context().close();
  await usual.remove();
});
