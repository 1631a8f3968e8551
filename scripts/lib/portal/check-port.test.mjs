import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { Problem } from '../console/problem.mjs';
import { listeningInodes } from '../network/port-owner.mjs';
import { freePort, portState } from '../network/ports.mjs';
import { assertPortFree } from './check-port.mjs';

async function occupied() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: server.address().port };
}

test('a taken port is refused with its owner and another port', async () => {
  const { server, port } = await occupied();
  try {
    await assert.rejects(assertPortFree(port), error => {
      assert.ok(error instanceof Problem);
      assert.match(error.message, new RegExp(`${port}`));
      assert.match(error.cure, new RegExp(`--port ${port + 1}`));
      if (process.platform === 'linux') {
        assert.match(error.message, new RegExp(`pid ${process.pid}`));
      }
      return true;
    });
  } finally {
    server.close();
  }
});

test('a preferred port is kept when it is free, replaced when not', async () => {
  const { server, port } = await occupied();
  const other = await freePort(port);
  assert.notEqual(other, port);
  assert.equal(await portState(other), 'free');
  server.close();
  await once(server, 'close');
  assert.equal(await freePort(port), port);
  await assertPortFree(port);
});

test('reads listening sockets from the kernel table', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:1B5F 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4242 1',
    '   1: 0100007F:1B5F 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 4343 1',
    '   2: 0100007F:1B60 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4444 1',
  ].join('\n');
  assert.deepEqual(listeningInodes(table, 7007), ['4242']);
  assert.deepEqual(listeningInodes(table, 80), []);
});
