// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Server, endAll } from '../web/support.mjs';
import { story } from './story.mjs';

after(endAll);

const spoken = (messages) => messages.filter((m) => m.kind !== 'system').map((m) => `${m.sender}: ${m.words}`);

test('a citizen asks, the desk counts down, a person answers, the citizen rates, the figures count', async () => {
  const server = await Server.start();
  const { figures, request, messages } = await story(server);
  assert.equal(request.state, 'closed');
  assert.equal(request.outcome, 'answered');
  assert.equal(request.stars, 5);
  assert.deepEqual([figures.first_hits, figures.first_population, figures.solved, figures.solved_population, figures.taken], [1, 1, 1, 1, 1]);
  assert.deepEqual(spoken(messages), ['citizen: 公司要增资，章程要不要一起改？', 'staff: 您好，要改，请带章程修正案。', 'citizen: 谢谢，网上能办吗？', 'staff: 可以，一网通办首页搜“变更登记”。']);
  await server.remove();
});

test('the server is killed in the middle: both go on writing, and nothing is lost, doubled or reordered', async () => {
  const server = await Server.start();
  const { request, messages, running } = await story(server, {
    prefix: 'e2e-killed',
    interrupt: async ({ desk, page, display }) => {
      await server.end('SIGKILL');
      await page.fill('.composer textarea', '断线时写的一句');
      await page.keyboard.press('Enter');
      await desk.type('first while away');
      await desk.key('ctrl+Return');
      await desk.type('second while away');
      await desk.key('ctrl+Return');
      await page.waitForSelector('#bar:not([hidden])', { timeout: 6000 }); // seen within five seconds
      await display.shot('e2e-killed-offline');
      const again = await Server.start({ folder: server.folder, port: server.port });
      await page.waitForFunction(() => [...document.querySelectorAll('li.theirs .bubble')].some((b) => b.textContent === 'second while away'), undefined, { timeout: 20000 });
      return again;
    },
  });
  assert.equal(request.state, 'closed');
  const said = spoken(messages);
  assert.deepEqual(said.filter((line) => line.startsWith('staff: ')), ['staff: 您好，要改，请带章程修正案。', 'staff: first while away', 'staff: second while away', 'staff: 可以，一网通办首页搜“变更登记”。']);
  assert.deepEqual(said.filter((line) => line.startsWith('citizen: ')), ['citizen: 公司要增资，章程要不要一起改？', 'citizen: 谢谢，网上能办吗？', 'citizen: 断线时写的一句']);
  assert.deepEqual(messages.map((m) => m.seq), messages.map((_, i) => i + 1));
  await running.remove();
});
