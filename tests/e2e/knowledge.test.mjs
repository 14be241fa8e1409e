// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Agent, Server, endAll, launch, phone, shot } from '../web/support.mjs';
import { Desk, Display } from './desk.mjs';
import { fileAway, pressUntil } from './story.mjs';

after(endAll);

const kQuestion = '无人机测绘资质怎么备案';
const kAnswer = '先在网上登记机主信息，当天就能办好，不收费。';

/** Asks 小申, which does not know, and then a person. */
async function askPerson(page, server, number) {
  await page.goto(`${server.url}help?item=IT004&src=web`);
  await page.waitForSelector('.chip');
  if (number) {
    await page.click('details summary');
    await page.fill('#phone', number);
  }
  await page.fill('#problem', kQuestion);
  await page.click('#assistant');
  await page.waitForSelector('.turn');
  assert.equal(await page.locator('.turn .answer').count(), 0, '小申 must not answer what it does not know');
  await page.click('.turn button.main, .turn button.link');
  await page.waitForSelector('.wait');
}

/** The desk takes the newest request, marks it with F8 and ends it. */
async function markAndEnd(desk, observer, author, tasks, meanwhile = async () => {}) {
  await observer.until(() => [...observer.rows.request.values()].some((r) => r.state === 'waiting' && r.item === 'IT004'));
  const id = [...observer.rows.request.values()].find((r) => r.state === 'waiting' && r.item === 'IT004').id;
  const request = () => observer.rows.request.get(id);
  await pressUntil(desk, observer, ['F2'], () => request()?.owner === 'SF001', 'take');
  await pressUntil(desk, author, ['F8'], () => author.rows.task.size === tasks, 'F8');
  await meanwhile(request);
  await desk.paste('这个问题要请业务科室核实，口径出来后告诉您。');
  await pressUntil(desk, observer, ['ctrl+Return'], () => request()?.first_human_at, 'send');
  await pressUntil(desk, observer, ['ctrl+shift+e'], () => request()?.state === 'wrap_up', 'end');
  await fileAway(desk, observer, id);
  return id;
}

test('what nobody could answer is written, reviewed, told to who asked, and then answered by 小申', async () => {
  const server = await Server.start();
  const display = await Display.start();
  const browser = await launch();
  const observer = await Agent.signIn(server, 'sample053');
  const author = await Agent.signIn(server, 'sample044');
  const reviewer = await Agent.signIn(server, 'sample045');
  const desk = await Desk.start(display, server);
  const me = () => observer.rows.staff.get('SF001');
  try {
    await desk.type('demo-demo');
    await desk.key('Return');
    await observer.until(() => me().link === 'online');
    await pressUntil(desk, observer, ['F5'], () => me().presence === 'ready', 'ready');

    const here = await phone(browser);
    await askPerson(here, server);
    const first = await markAndEnd(desk, observer, author, 1);
    await here.waitForSelector('.faces');
    const away = await phone(browser);
    await askPerson(away, server, '13800000000');
    const second = await markAndEnd(desk, observer, author, 2, async (request) => {
      await away.context().close(); // this one leaves, and the server notices within its patience
      await observer.until(() => !request().citizen_online);
    });

    const tasks = [...author.rows.task.values()];
    assert.deepEqual(tasks.map((task) => task.request).sort(), [first, second].sort());
    assert.equal(tasks[0].words, kQuestion);
    assert.ok(tasks[0].due_at > Date.now(), 'it has its five working days');
    for (const { id } of tasks) assert.equal((await author.command('task.take', { task: id })).error, undefined);
    const entry = { id: 'E2E001', unit: 'D01', title: kQuestion, plain: kAnswer, authority: '示例区市场监督管理局', from: '2026-01-01' };
    assert.equal((await author.command('entry.save', { entry, review: true, tasks: tasks.map((task) => task.id) })).error, undefined);
    await reviewer.until(() => reviewer.rows.entry_draft.size === 1);
    const draft = [...reviewer.rows.entry_draft.values()][0];
    assert.equal((await author.command('entry.publish', { entry: 'E2E001', author: 'SF044', saved_at: draft.saved_at })).error, 'forbidden');
    assert.equal((await reviewer.command('entry.publish', { entry: 'E2E001', author: 'SF044', saved_at: draft.saved_at })).error, undefined);

    // Who still has the page open reads it there; who left is on the call-back list.
    await here.waitForSelector('.late');
    assert.ok((await here.locator('.late').textContent()).includes(kAnswer));
    await shot(here, 'e2e-knowledge-1-told');
    await observer.until(() => [...observer.rows.request.values()].some((r) => r.state === 'call_back' && r.previous === second));
    await author.until(() => author.rows.task.size === 0);

    // The next one is answered by 小申.
    const next = await phone(browser);
    await next.goto(`${server.url}help?item=IT004`);
    await next.waitForSelector('.chip');
    await next.fill('#problem', kQuestion);
    await next.click('#assistant');
    await next.waitForSelector('.turn .answer');
    assert.equal(await next.locator('.turn .answer').textContent(), kAnswer);
    await shot(next, 'e2e-knowledge-2-answered');

    // And the desk has it: it is found from where one writes, and sent with its number.
    await next.fill('#problem', '具体到哪里办？');
    await next.click('#person');
    await observer.until(() => [...observer.rows.request.values()].some((r) => r.state === 'waiting' && r.item === 'IT004'));
    const third = [...observer.rows.request.values()].find((r) => r.state === 'waiting' && r.item === 'IT004').id;
    await pressUntil(desk, observer, ['F2'], () => observer.rows.request.get(third)?.owner === 'SF001', 'take');
    await desk.paste('??无人机');
    await display.shot('e2e-knowledge-3-desk-finds');
    await desk.key('Return');
    await display.shot('e2e-knowledge-4-desk-inserts');
    await desk.key('ctrl+Return');
    await next.waitForFunction((words) => [...document.querySelectorAll('li.theirs .bubble')].at(-1)?.textContent === words, kAnswer);
    const again = await Agent.signIn(server, 'sample001');
    await again.until(() => again.messages(third).some((m) => m.cites?.length));
    assert.deepEqual(again.messages(third).find((m) => m.cites?.length).cites, [{ entry: 'E2E001', version: 1 }]);
    again.close();
  } finally {
    await desk.end();
    desk.remove();
    await browser.close();
    await display.end();
    for (const one of [observer, author, reviewer]) one.close();
  }
  await server.remove();
});
