// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Agent, Server, axe, endAll, launch, phone, shot } from './support.mjs';
import { uuid7 } from '../../server/web/js/ids.js';

const kChunk = 256 * 1024;
let server;
let browser;
before(async () => { server = await Server.start({ demoNow: '2026-11-23T10:00:00+08:00' }); browser = await launch(); });
after(async () => { await browser?.close(); await endAll(); });

async function noFindings(page, where) {
  assert.deepEqual(await axe(page), [], where);
  assert.deepEqual(page.faults, [], where);
}

/** A picture and a video as a browser makes them, and a recording of half a second. */
async function makeMedia() {
  const page = await phone(browser);
  const made = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const brush = canvas.getContext('2d');
    const base64 = async (blob) => new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.split(',')[1]);
      reader.readAsDataURL(blob);
    });
    const draw = (n) => { brush.fillStyle = `hsl(${n * 20}, 60%, 50%)`; brush.fillRect(0, 0, 320, 180); brush.fillStyle = '#fff'; brush.font = '28px sans-serif'; brush.fillText(`1 → 2 → 3`, 90, 100); };
    draw(10);
    const picture = await base64(await new Promise((resolve) => canvas.toBlob(resolve, 'image/png')));
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const stopped = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.start();
    for (let n = 0; n < 15; n++) { draw(n); await new Promise((resolve) => requestAnimationFrame(resolve)); }
    recorder.requestData();
    recorder.stop();
    await stopped;
    return { picture, video: await base64(new Blob(parts, { type: 'video/webm' })) };
  });
  await page.context().close();
  const samples = 4000;
  const wav = Buffer.alloc(44 + samples);
  wav.write('RIFF', 0); wav.writeUInt32LE(36 + samples, 4); wav.write('WAVEfmt ', 8); wav.writeUInt32LE(16, 16); wav.writeUInt16LE(1, 20); wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24); wav.writeUInt32LE(8000, 28); wav.writeUInt16LE(1, 32); wav.writeUInt16LE(8, 34); wav.write('data', 36); wav.writeUInt32LE(samples, 40);
  for (let i = 0; i < samples; i++) wav[44 + i] = 128 + Math.round(60 * Math.sin(i / 4));
  return { picture: Buffer.from(made.picture, 'base64'), video: Buffer.from(made.video, 'base64'), audio: wav };
}

/** Sends bytes for an entry, chunk by chunk, as a desk does. */
async function upload(author, entry, title, type, bytes) {
  const file = uuid7();
  const done = async (type_, body) => assert.equal((await author.command(type_, body)).error, undefined, type_);
  await done('file.begin', { file, entry, name: title, type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  for (let n = 0; n * kChunk < bytes.length; n++) {
    const head = Buffer.alloc(41);
    head[0] = 1; head.write(file, 1); head.writeUInt32BE(n, 37);
    author.socket.send(Buffer.concat([head, bytes.subarray(n * kChunk, (n + 1) * kChunk)]));
    await author.next('file.state');
  }
  await done('file.finish', { file });
  return { file, title, type, size: bytes.length };
}

/** Written and let pass by two people; all desks have it then. */
async function publish(author, reviewer, row) {
  assert.equal((await author.command('entry.save', { entry: row, base: 0, review: true })).error, undefined);
  const id = `${row.id}/${author.me.id}`;
  await reviewer.until(() => reviewer.rows.entry_draft.has(id));
  const answer = await reviewer.command('entry.publish', { entry: row.id, author: author.me.id, saved_at: reviewer.rows.entry_draft.get(id).saved_at });
  assert.equal(answer.error, undefined, answer.detail);
}

test('a card shows its picture, plays its video and recording, and leads on by its link', async () => {
  const { picture, video, audio } = await makeMedia();
  assert.ok(video.length > 1000, `a video of ${video.length} bytes`);
  const author = await Agent.signIn(server, 'sample044');
  const reviewer = await Agent.signIn(server, 'sample045');
  const agent = await Agent.signIn(server, 'sample001');
  const row = { id: uuid7(), unit: author.me.unit, title: '歇业备案可以线上办吗', plain: '可以。登录“一网通办”，三步办好，当天办结。', from: '2026-11-01', authority: '市市场监管局',
    source_title: '市场主体登记管理条例第三十条' };
  row.media = [await upload(author, row.id, '三步办好（图解）', 'image/png', picture), await upload(author, row.id, '一分钟看懂歇业备案', 'video/webm', video),
    await upload(author, row.id, '语音讲解', 'audio/wav', audio), { title: '办事指南', url: 'https://zwdt.sh.gov.cn/guide?id=1' }];
  await publish(author, reviewer, row);

  for (const [locale, language] of [['zh-CN', 'zh_CN'], ['en-US', 'en']]) {
    const page = await phone(browser, { locale });
    await page.goto(`${server.url}help?item=IT001`);
    await page.fill('#problem', '公司想歇业，可以线上办吗');
    await page.click('button[type=submit]');
    await agent.ready();
    await agent.until(() => [...agent.rows.offer.values()].some((offer) => offer.state === undefined || offer.state === 'open'));
    const { request } = [...agent.rows.offer.values()].at(-1);
    assert.equal((await agent.command('request.claim', { request })).error, undefined);
    await agent.until(() => agent.rows.request.get(request)?.owner === agent.me.id);
    const sent = await agent.say(request, '', { cites: [{ entry: row.id, version: 1 }], as_card: true });
    assert.equal(sent.error, undefined, sent.detail);
    await page.waitForSelector('li.theirs .bubble .title');
    assert.equal(await page.locator('li.theirs .bubble .title').textContent(), row.title);
    assert.match(await page.locator('li.theirs .source').textContent(), /市市场监管局.*2026-11-01.*第三十条/);
    await page.waitForFunction(() => document.querySelector('.bubble .picture img')?.naturalWidth === 320);
    assert.equal(await page.locator('.bubble .picture img').getAttribute('alt'), '三步办好（图解）');
    const link = page.locator('.bubble a');
    assert.equal(await link.getAttribute('href'), 'https://zwdt.sh.gov.cn/guide?id=1');
    assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
    await noFindings(page, 'a card');
    await page.locator('li.theirs').last().scrollIntoViewIfNeeded();
    await shot(page, `citizen-card-${language}-390x844`);
    await page.click('.media button:has-text("▶") >> nth=0');
    await page.waitForFunction(() => document.querySelector('.media video')?.currentTime > 0, null, { timeout: 20000 });
    assert.equal(await page.evaluate(() => document.querySelector('.media video').videoWidth), 320);
    await page.click('.media button:has-text("▶")');
    await page.waitForFunction(() => document.querySelector('.media audio')?.currentTime > 0, null, { timeout: 20000 });
    await noFindings(page, 'a card that plays');
    await shot(page, `citizen-card-playing-${language}-390x844`);
    await page.click('.bubble .picture');
    assert.equal(await page.locator('.bubble .picture').getAttribute('aria-pressed'), 'true');
    await agent.command('request.end', { request, claim_no: agent.rows.request.get(request).claim_no });
    await agent.command('request.wrap_up', { request, claim_no: agent.rows.request.get(request).claim_no, category: 'ZX01', result: 'JG1' });
    await page.context().close();
  }

  // 小申 shows them as well, and what plays goes on while the answer is rated.
  const page = await phone(browser);
  await page.goto(`${server.url}help?item=IT001`);
  await page.fill('#problem', '歇业备案可以线上办吗');
  await page.click('#assistant');
  await page.waitForSelector('.turn .media .picture img');
  await page.waitForFunction(() => document.querySelector('.turn .picture img').naturalWidth === 320);
  await page.click('.turn .media button:has-text("▶") >> nth=0');
  await page.waitForFunction(() => document.querySelector('.turn video')?.currentTime > 0, null, { timeout: 20000 });
  await page.click('.turn .row button:not(.main)');
  await page.waitForFunction(() => !document.querySelector('.turn .row'));
  assert.ok(await page.evaluate(() => document.querySelector('.turn video').currentTime > 0), 'the video stands where it was');
  await noFindings(page, 'an answer of the assistant with media');
  await shot(page, 'citizen-assistant-media-zh_CN-390x844');
  for (const one of [author, reviewer, agent]) one.close();
  await page.context().close();
});

test('a guide of 20 MB comes through the limits that citizens have', async () => {
  const strict = await Server.start({ demoNow: '2026-11-23T10:00:00+08:00', raised: false });
  const author = await Agent.signIn(strict, 'sample044');
  const reviewer = await Agent.signIn(strict, 'sample045');
  const bytes = Buffer.alloc(20 * 1024 * 1024, 7);
  bytes.write('%PDF-1.7', 0);
  const row = { id: uuid7(), unit: author.me.unit, title: '歇业备案可以线上办吗', plain: '可以，见手册。', from: '2026-11-01' };
  row.media = [await upload(author, row.id, '办事手册', 'application/pdf', bytes)];
  await publish(author, reviewer, row);
  const page = await phone(browser, { acceptDownloads: true });
  page.setDefaultTimeout(60000);
  await page.goto(`${strict.url}help?item=IT001`);
  await page.fill('#problem', '歇业备案可以线上办吗');
  await page.click('#assistant');
  await page.waitForSelector('.turn .media button');
  const download = page.waitForEvent('download', { timeout: 60000 });
  await page.click('.turn .media button');
  let size = 0;
  for await (const part of await (await download).createReadStream()) size += part.length;
  assert.equal(size, bytes.length);
  for (const one of [author, reviewer]) one.close();
  await page.context().close();
});

test('a download goes on after a break, and one that is refused says so', async () => {
  const author = await Agent.signIn(server, 'sample044');
  const reviewer = await Agent.signIn(server, 'sample045');
  const agent = await Agent.signIn(server, 'sample001');
  const big = Buffer.alloc(6 * kChunk + 5, 1);
  big.write('%PDF-1.7', 0);
  const row = { id: uuid7(), unit: author.me.unit, title: '增资备案的表格', plain: '表格在下面。', from: '2026-11-01' };
  row.media = [await upload(author, row.id, '空白表格', 'application/pdf', big)];
  await publish(author, reviewer, row);
  const page = await phone(browser, { acceptDownloads: true });
  await page.goto(`${server.url}help?item=IT001`);
  await page.fill('#problem', '增资表格在哪里');
  await page.click('button[type=submit]');
  await agent.ready();
  await agent.until(() => [...agent.rows.offer.values()].some((offer) => offer.state === undefined || offer.state === 'open'));
  const { request } = [...agent.rows.offer.values()].at(-1);
  await agent.command('request.claim', { request });
  await agent.until(() => agent.rows.request.get(request)?.owner === agent.me.id);
  await agent.say(request, '', { cites: [{ entry: row.id, version: 1 }], as_card: true });
  await page.waitForSelector('.media button');
  // The line breaks behind the second chunk; the page comes back and asks for the third.
  await page.evaluate(() => {
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
      const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
      if (text.includes('"file.get"')) {
        (globalThis.asked ??= []).push(JSON.parse(text).chunk ?? 0);
        if (globalThis.asked.length === 3) { this.close(); return; }
      }
      send.call(this, data);
    };
  });
  const download = page.waitForEvent('download', { timeout: 30000 });
  await page.click('.media button');
  const file = await (await download).createReadStream();
  const parts = [];
  for await (const part of file) parts.push(part);
  assert.ok(Buffer.concat(parts).equals(big), 'all bytes, in their order');
  assert.deepEqual(await page.evaluate(() => globalThis.asked), [0, 1, 2, 2, 3, 4, 5, 6]);
  assert.match(await page.locator('.media button').textContent(), /空白表格/);

  await page.evaluate(async () => {
    const { mediaOf } = await import('./js/card.js');
    const refusing = { fetchFile: () => Promise.reject({ code: 'not_found' }) };
    document.body.append(mediaOf(refusing, [{ file: 'f1', title: '已经没有的视频', type: 'video/mp4', size: 5 }, { title: '不是网址', url: 'javascript:alert(1)' }]));
  });
  await page.click('body > .media button');
  await page.waitForFunction(() => /已经不在了/.test(document.querySelector('body > .media [role=status]').textContent));
  assert.equal(await page.locator('body > .media a').count(), 0, 'what is no web address is no link');
  for (const one of [author, reviewer, agent]) one.close();
  await page.context().close();
});
