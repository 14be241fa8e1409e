// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The minute, told once: a citizen in Chromium asks, the real desk under Xvfb answers by keyboard alone. Run by itself it
// uses a running server (BANGBAN_URL); the tests import it.
import { Agent, Server, launch, phone, shot } from '../web/support.mjs';
import { Desk, Display } from './desk.mjs';

const kTries = 40;

/** Presses a key again until the other side has seen its effect; a person would do the same. */
export async function pressUntil(desk, observer, keys, holds, what) {
  for (let i = 0; i < kTries; i++) {
    await desk.key(...keys);
    const seen = observer.until(holds).then(() => true);
    if (await Promise.race([seen, new Promise((resolve) => setTimeout(resolve, 500, false))])) return;
  }
  throw new Error(`${what}: no effect`);
}

/** Files the request as the second category with its first result. The server is in wrap-up before the desk shows it, so
 * the first keys may come too early; pressed again they choose the same. */
export function fileAway(desk, observer, id) {
  return pressUntil(desk, observer, ['2', '1', 'Return'], () => observer.rows.request.get(id)?.state !== 'wrap_up', 'wrap-up');
}

export async function story(server, { interrupt, prefix = 'e2e' } = {}) {
  const display = await Display.start();
  const browser = await launch();
  const observer = await Agent.signIn(server, 'sample053'); // the unit's supervisor sees who works and what waits
  const desk = await Desk.start(display, server);
  const page = await phone(browser);
  const me = () => observer.rows.staff.get('SF001');
  try {
    await display.shot(`${prefix}-1-sign-in`);
    await desk.type('demo-demo');
    await desk.key('Return');
    await observer.until(() => me().link === 'online');
    await display.shot(`${prefix}-2-start`);
    await pressUntil(desk, observer, ['F5'], () => me().presence === 'ready', 'ready');

    await page.goto(`${server.url}help?item=IT004&step=3&field=capital&src=web`);
    await page.waitForSelector('.chip');
    await page.fill('#problem', '公司要增资，章程要不要一起改？');
    await page.click('button[type=submit]');
    await page.waitForSelector('.wait');
    await shot(page, `${prefix}-3-citizen-waits`);
    await observer.until(() => [...observer.rows.request.values()].some((r) => r.state === 'waiting' && r.item === 'IT004'));
    const id = [...observer.rows.request.values()].find((r) => r.state === 'waiting' && r.item === 'IT004').id;
    const request = () => observer.rows.request.get(id);
    await observer.until(() => me().used > 0); // the offer holds a place
    await display.shot(`${prefix}-4-offer`);
    await pressUntil(desk, observer, ['F2'], () => request()?.owner === 'SF001', 'take');
    await desk.paste('您好，要改，请带章程修正案。');
    await display.shot(`${prefix}-5-desk-writes`);
    await desk.key('ctrl+Return');
    await page.waitForSelector('li.theirs .bubble');
    if (request().missed) throw new Error('the minute was missed');
    await page.fill('.composer textarea', '谢谢，网上能办吗？');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#talk li.mine:last-of-type .sent')?.textContent.includes('已读'));

    let running = server;
    if (interrupt) running = await interrupt({ desk, page, display, observer });
    const watch = running === server ? observer : await Agent.signIn(running, 'sample053');
    await desk.paste('可以，一网通办首页搜“变更登记”。');
    await desk.key('ctrl+Return');
    await page.waitForFunction(() => [...document.querySelectorAll('li.theirs .bubble')].at(-1)?.textContent.includes('一网通办'));
    await display.shot(`${prefix}-6-desk-talks`);
    await shot(page, `${prefix}-6-citizen-talks`);

    await pressUntil(desk, watch, ['ctrl+shift+e'], () => watch.rows.request.get(id)?.state === 'wrap_up', 'end');
    await display.shot(`${prefix}-7-wrap-up`);
    await fileAway(desk, watch, id);
    await page.waitForSelector('.faces');
    await page.click('[data-value=true]');
    await page.click('.faces [data-value="5"]');
    await shot(page, `${prefix}-8-citizen-rates`);
    await page.click('button.main');
    await page.waitForFunction(() => document.querySelector('.wait .big'));
    // The same figures as the strip's, from the server's mouth; and the request and conversation as the record has them. What
    // is over is kept by the two who talked only.
    const again = await Agent.signIn(running, 'sample001');
    await again.until(() => again.rows.request.get(id)?.stars === 5);
    await display.shot(`${prefix}-9-figures`);
    again.close();
    return { figures: again.figures, request: again.rows.request.get(id), messages: again.messages(id), running };
  } finally {
    await desk.end();
    desk.remove();
    await browser.close();
    await display.end();
    observer.close();
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const server = Object.assign(new Server(), { url: `${process.env.BANGBAN_URL}/` });
  const { figures } = await story(server);
  console.log(`The story is told: 1-minute response ${figures.first_hits}/${figures.first_population}, solved ${figures.solved}/${figures.solved_population}.`);
  process.exit(0);
}
