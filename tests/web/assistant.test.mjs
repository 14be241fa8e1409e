// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Agent, Server, axe, endAll, launch, phone, shot } from './support.mjs';

let server;
let browser;
before(async () => { server = await Server.start(); browser = await launch(); });
after(async () => { await browser?.close(); await endAll(); });

async function open(locale = 'zh-CN') {
  const page = await phone(browser, { locale });
  await page.goto(`${server.url}help?item=IT003`);
  await page.waitForSelector('.chip');
  return page;
}

async function ask(page, words) {
  const before = await page.locator('.turn').count();
  await page.fill('#problem', words);
  await page.click('#assistant');
  await page.waitForFunction((n) => document.querySelectorAll('.turn').length > n, before);
}

async function noFindings(page, where) {
  assert.deepEqual(await axe(page), [], where);
  assert.deepEqual(page.faults, [], where);
}

test('小申 answers what it is sure of, with its source, says what it is, and is rated', async () => {
  for (const [locale, language] of [['zh-CN', 'zh_CN'], ['en-US', 'en']]) {
    const page = await open(locale);
    await ask(page, '变更法定代表人，原法人不配合签字怎么办？');
    await page.waitForSelector('.turn .answer');
    assert.match(await page.locator('.turn .who').textContent(), /智能助手，不是工作人员|no person/);
    assert.match(await page.locator('.turn .source').textContent(), /2022-03-01/);
    assert.equal(await page.locator('#problem').inputValue(), '');
    await noFindings(page, 'alone');
    await shot(page, `citizen-assistant-${language}-390x844`);
    await page.click('#larger');
    await noFindings(page, 'alone, large');
    await page.click('#larger');
    await page.reload(); // what was said is still there
    await page.waitForSelector('.turn .answer');
    await page.click('.turn .row button:not(.main)');
    await page.waitForFunction(() => !document.querySelector('.turn .row'));
    await page.context().close();
  }
});

test('what it is not sure of is a choice; nothing of it is read as markup', async () => {
  const page = await open();
  await ask(page, '法定代表人变更 <img src=x onerror=alert(1)>');
  await page.waitForSelector('.choices button');
  const count = await page.locator('.choices button').count();
  assert.ok(count >= 3 && count <= 5, `${count} buttons`);
  assert.equal(await page.locator('.turn img').count(), 0);
  await noFindings(page, 'buttons');
  await shot(page, 'citizen-assistant-choice-zh_CN-390x844');
  await page.click('.choices button >> nth=1');
  await page.waitForSelector('.turn .answer');
  await page.context().close();
});

test('what it does not know goes to a person, with everything said so far', async () => {
  const agent = await Agent.signIn(server, 'sample001');
  const page = await open();
  await page.click('#assistant');
  assert.match(await page.locator('#problem-error').textContent(), /请先写下/);
  await ask(page, '变更法定代表人，原法人不配合签字怎么办？');
  await ask(page, 'zzz qqq');
  await page.waitForSelector('.turn:last-child button.main');
  await noFindings(page, 'person');
  await shot(page, 'citizen-assistant-person-zh_CN-390x844');
  await page.click('.turn:last-child button.main');
  await page.waitForSelector('.wait .big');
  await agent.ready();
  await agent.until(() => agent.rows.offer.size > 0);
  const request = [...agent.rows.offer.values()][0].request;
  assert.equal((await agent.command('request.claim', { request })).error, undefined);
  await agent.until(() => agent.messages(request).length >= 3);
  const said = agent.messages(request).filter((m) => m.kind !== 'system');
  assert.deepEqual(said.map((m) => m.sender), ['citizen', 'assistant', 'citizen']);
  assert.equal(said[2].words, 'zzz qqq');
  assert.ok(said[1].words.length > 10);
  assert.equal(agent.rows.request.get(request).first_human_at, undefined, 'no person has answered');
  await page.waitForSelector('#talk');
  assert.match(await page.locator('#talk .who').first().textContent(), /小申/);
  await page.reload();
  await page.waitForSelector('#talk');
  agent.close();
  await page.context().close();
});
