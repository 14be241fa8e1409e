// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the fanout bench: Node's `ws`, one message a change to each connection.
import { createRequire } from 'node:module';
const require = createRequire(process.env.BANGBAN_WS_MODULES ?? new URL('../web/package.json', import.meta.url));
const { WebSocketServer } = require('ws');

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, backlog: 4096, perMessageDeflate: false });
const change = Buffer.alloc(400, 'x');
let left = 0;

function pump() {
  for (const socket of server.clients) socket.send(change);
  if (--left > 0) setImmediate(pump);
}

server.on('connection', (socket) => {
  socket.on('message', (word) => {
    const text = word.toString();
    const idle = left === 0;
    left += text.startsWith('go ') ? Number(text.slice(3)) : 1;
    if (idle) setImmediate(pump);
  });
});
server.on('listening', () => console.log(server.address().port));
