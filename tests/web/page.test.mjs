// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Agent, Server, axe, endAll, launch, phone, shot } from './support.mjs';

let server;
let browser;
before(async () => { server = await Server.start(); browser = await launch(); });
after(async () => { await browser?.close(); await endAll(); });

async function ask(page, words, query = '?item=IT004&step=3&field=capital') {
  await page.goto(`${server.url}help${query}`);
  await page.fill('#problem', words);
  await page.click('button[type=submit]');
}

async function noFindings(page, where) {
  assert.deepEqual(await axe(page), [], where);
  assert.deepEqual(page.faults, [], where);
}

const kEvil = '<img src=x onerror=alert(1)> \u202Eabc 𠮷😀';

test('from the question to the rating, with pictures and no findings of axe-core', async () => {
  for (const [locale, language] of [['zh-CN', 'zh_CN'], ['en-US', 'en']]) {
    const agent = await Agent.signIn(server, 'sample001');
    const page = await phone(browser, { locale });
    await page.goto(`${server.url}help?item=IT004&step=3&field=capital`);
    await page.waitForSelector('.chip');
    await noFindings(page, 'ask');
    await shot(page, `citizen-ask-${language}-390x844`);
    await page.fill('#problem', kEvil);
    await page.click('button[type=submit]');
    await page.waitForSelector('.wait .big');
    await page.waitForFunction(() => document.querySelector('.wait .second'));
    await noFindings(page, 'waiting');
    await shot(page, `citizen-waiting-${language}-390x844`);

    await agent.ready();
    await agent.until(() => agent.rows.offer.size > 0);
    const request = [...agent.rows.offer.values()][0].request;
    assert.equal((await agent.command('request.claim', { request })).error, undefined);
    await agent.until(() => agent.rows.request.get(request)?.owner === agent.me.id && agent.messages(request).length > 0);
    assert.equal(agent.messages(request)[0].words, kEvil);
    assert.equal(agent.rows.request.get(request).page_step, '3');
    await agent.say(request, `您好，可以。\n${kEvil}`);
    await page.waitForSelector('li.theirs .bubble');
    assert.equal(await page.locator('.bubble img').count(), 0, 'text is never read as markup');
    assert.ok((await page.locator('li.theirs .bubble').first().textContent()).includes(kEvil));
    await page.fill('.composer textarea', '章程要不要一起改？');
    await page.keyboard.press('Enter');
    await agent.until(() => agent.messages(request).some((m) => m.words === '章程要不要一起改？'));
    await agent.command('message.read', { request, through: 99 });
    await page.waitForFunction(() => /已读|read/.test(document.querySelector('#talk li.mine:last-of-type .sent')?.textContent ?? ''));
    await noFindings(page, 'talk');
    await shot(page, `citizen-chat-${language}-390x844`);
    await page.click('#larger');
    await noFindings(page, 'talk, large');
    await shot(page, `citizen-chat-large-${language}-390x844`);
    await page.click('#larger');

    const claim_no = agent.rows.request.get(request).claim_no;
    assert.equal((await agent.command('request.end', { request, claim_no })).error, undefined);
    await page.waitForSelector('.faces');
    await page.click('[data-value=true]');
    await page.click('.faces [data-value="2"]');
    await noFindings(page, 'rating');
    await shot(page, `citizen-rating-${language}-390x844`);
    await page.click('.faces [data-value="5"]');
    await page.click('button.main');
    await agent.until(() => agent.rows.request.get(request)?.stars === 5);
    assert.equal(agent.rows.request.get(request).citizen_solved, true);
    assert.equal((await agent.command('request.wrap_up', { request, claim_no, category: 'CL01', result: 'JG1' })).error, undefined);
    await page.click('button.main'); // ask again
    await page.waitForSelector('#problem');
    agent.close();
    await page.context().close();
  }
});

test('a reload keeps the place, the conversation and the draft', async () => {
  const page = await phone(browser);
  await ask(page, '公司要增资');
  await page.waitForSelector('.wait');
  await page.fill('.composer textarea', '还没写完的话');
  await page.reload();
  await page.waitForSelector('.wait');
  assert.equal(await page.inputValue('.composer textarea'), '还没写完的话');
  await page.waitForSelector('#talk .bubble');
  await page.getByRole('button', { name: '取消排队' }).click();
  await page.waitForSelector('#problem');
  await page.context().close();
});

test('what is said while the server is away arrives once, in order', async () => {
  const local = await Server.start();
  const page = await phone(browser);
  await page.goto(`${local.url}help?item=IT004`);
  await page.fill('#problem', '公司要增资');
  await page.click('button[type=submit]');
  await page.waitForSelector('.wait');
  await local.end('SIGKILL');
  for (const words of ['第一句', '第二句', '第三句']) {
    await page.fill('.composer textarea', words);
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector('#bar:not([hidden])');
  await page.waitForFunction(() => document.querySelectorAll('#talk li.mine').length === 4); // each is on disk before it shows
  await shot(page, 'citizen-offline-zh_CN-390x844');
  await page.goto('about:blank'); // as a closed page: the outbox is on disk
  const again = await Server.start({ folder: local.folder, port: local.port });
  await page.goto(`${again.url}help`);
  await page.waitForFunction(() => document.querySelectorAll('#talk li.mine').length === 4
    && ![...document.querySelectorAll('#talk .sent')].some((e) => e.textContent.includes('发送中')));
  assert.deepEqual(await page.locator('#talk li.mine .bubble').allTextContents(), ['公司要增资', '第一句', '第二句', '第三句']);
  await page.context().close();
  await again.remove();
});

test('a picture and a long paste arrive as files', async () => {
  const agent = await Agent.signIn(server, 'sample003');
  const page = await phone(browser);
  await ask(page, '名称预先登记', '?item=IT002');
  await page.waitForSelector('.wait');
  await agent.ready();
  await agent.until(() => [...agent.rows.request.values()].some((r) => r.item === 'IT002' && r.state === 'waiting'));
  const request = [...agent.rows.request.values()].find((r) => r.item === 'IT002' && r.state === 'waiting').id;
  await agent.command('request.claim', { request });
  await agent.until(() => agent.rows.request.get(request)?.owner === agent.me.id);
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC', 'base64');
  await page.setInputFiles('input[type=file]', { name: '照片.png', mimeType: 'image/png', buffer: png });
  await agent.until(() => agent.messages(request).some((m) => m.kind === 'image' && m.file_name === '照片.png'));
  await page.waitForFunction(() => document.querySelector('.bubble img')?.naturalWidth === 10);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '办'.repeat(200000));
    document.querySelector('.composer textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: '作为文件发送' }).click();
  await agent.until(() => agent.messages(request).some((m) => m.file_type === 'text/plain' && m.file_size === 600000));
  assert.deepEqual(page.faults, []);
  agent.close();
  await page.context().close();
});

test('outside hours the promise of a call is said in words, with its reason', async () => {
  const night = await Server.start({ demoNow: '2026-09-30T20:00:00+08:00' });
  const page = await phone(browser);
  await page.goto(`${night.url}help?item=IT046`);
  await page.waitForSelector('.chip');
  // Said before anything is sent.
  await page.getByText('现在不在工作时间，提交后将在 10月8日(周四) 10:00 前联系您').waitFor();
  await page.getByText('10/1–10/7 国庆节放假').waitFor();
  assert.equal(await page.textContent('button[type=submit]'), '提交，请工作人员打给我');
  await noFindings(page, 'ask, out of hours');
  await shot(page, 'citizen-ask-out-of-hours-zh_CN-390x844');
  await page.fill('#problem', '单位公积金怎么开户');
  await page.click('button[type=submit]');
  await page.waitForSelector('.wait .big');
  assert.equal(await page.textContent('.wait .big'), '10月8日(周四) 10:00 前联系您');
  assert.match(await page.getAttribute('.wait .big', 'title'), /10\/1–10\/7 国庆节放假/);
  await page.click('summary');
  await page.fill('#call-phone', '13800000000');
  await noFindings(page, 'call-back');
  await shot(page, 'citizen-call-back-zh_CN-390x844');
  await page.click('form button.main >> nth=0');
  await page.waitForFunction(() => document.querySelector('.wait').textContent.includes('138****0000'));
  await page.getByRole('button', { name: '不用回电了' }).click();
  await page.getByRole('button', { name: '还是请打给我' }).click();
  await page.getByRole('button', { name: '不用回电了' }).click();
  await page.getByRole('button', { name: '确定，不用联系我' }).click();
  await page.waitForSelector('#problem');
  await page.context().close();
  await night.remove();
});

test('in the lunch gap the citizen chooses', async () => {
  const noon = await Server.start({ demoNow: '2026-11-23T12:10:00+08:00' });
  const page = await phone(browser);
  await page.goto(`${noon.url}help?item=IT046`);
  await page.getByText('现在是午休，13:30 恢复人工服务').waitFor();
  await page.fill('#problem', '单位公积金怎么开户');
  await page.click('button[type=submit]');
  await page.getByRole('button', { name: '我等，到时第一时间答我' }).waitFor();
  await noFindings(page, 'choosing');
  await shot(page, 'citizen-choosing-zh_CN-390x844');
  await page.getByRole('button', { name: '我等，到时第一时间答我' }).click();
  await page.getByText('13:30 恢复服务').waitFor();
  await page.context().close();
  await noon.remove();
});
